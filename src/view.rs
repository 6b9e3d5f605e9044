//! Pictures: one file each, all pure functions from checked data to a [`Scene`].

pub(crate) use label::share_fact;
pub(crate) use map::{known_sum, stage_counts};
pub use overlay::overlay;

use crate::locale::Language;
use crate::page::{Block, Content, Page};
use crate::scene::Scene;
use crate::text::Measure;
use crate::theme;

mod bars;
mod columns;
mod label;
mod map;
mod map_park;
mod map_plan;
mod map_shelves;
mod overlay;
mod parts;
mod stats;

/// What a picture may know of its surroundings. Nothing of it comes from the host page's content.
#[derive(Clone, Copy)]
pub struct Env<'a> {
    /// The width of the plot in CSS pixels.
    pub width: f64,
    /// The language of labels.
    pub language: Language,
    /// Tells how wide texts are.
    pub measure: &'a dyn Measure,
}

/// The two classes of width that static pictures are drawn for; a picture's height depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WidthClass {
    /// A phone, or one of two columns.
    Narrow,
    /// Anything wider.
    Wide,
}

/// Where a plot changes its width class and what its static drawings are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Widths {
    /// Own width from which the plot is wide.
    pub wide_from: f64,
    /// Width of the narrow static drawing.
    pub narrow: f64,
    /// Width of the wide static drawing.
    pub wide: f64,
    /// True where the picture grows with its width, false where its height stays.
    pub grows: bool,
}

/// The widths of a block's picture, or `None` where it has none.
pub fn widths(block: &Block) -> Option<Widths> {
    match &block.content {
        Content::Text | Content::Note => None,
        Content::Map(_) => Some(Widths {
            wide_from: theme::WIDE_MAP,
            narrow: theme::NARROW_DRAWING,
            wide: theme::WIDE_MAP_DRAWING,
            grows: true,
        }),
        Content::Stats(_) | Content::Bars { .. } | Content::Parts { .. } | Content::Columns(_) => Some(Widths {
            wide_from: theme::WIDE_PLOT,
            narrow: theme::NARROW_DRAWING,
            wide: if block.is_full_width { theme::FULL_DRAWING } else { theme::WIDE_DRAWING },
            grows: false,
        }),
    }
}

impl Widths {
    /// The class of a width.
    pub fn class(self, width: f64) -> WidthClass {
        if width >= self.wide_from { WidthClass::Wide } else { WidthClass::Narrow }
    }
}

/// Draws a block's picture. A block without one is an empty scene.
pub fn draw(block: &Block, page: &Page, env: &Env<'_>) -> Scene {
    let Some(widths) = widths(block) else { return Scene::new(env.width, 0.0) };
    let class = widths.class(env.width);
    match &block.content {
        Content::Text | Content::Note => Scene::new(env.width, 0.0),
        Content::Stats(facts) => stats::draw(facts, stats::columns(facts.len(), block.is_full_width), class, env),
        Content::Bars { facts, whole } => bars::draw(facts, whole.as_ref(), class, env),
        Content::Parts { facts, whole } => parts::draw(facts, whole, page, class, env),
        Content::Columns(items) => columns::draw(items, page, class, env),
        Content::Map(hierarchy) => map::draw(hierarchy, class, env),
    }
}
