//! Colour tokens and the sizes that a designer might change. Values of the colours live in the style sheet.

use crate::document::Hue;

/// A colour by its role. Its value comes from the style sheet, so that dark mode and a newspaper's own
/// colours reach canvas and inline SVG alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Token {
    /// The page's ground.
    Paper,
    /// Titles and values.
    Ink,
    /// Subtitles and notes.
    Ink2,
    /// Source lines and axes.
    Ink3,
    /// Hairlines.
    Rule,
    /// The outline of a whole; controls.
    RuleStrong,
    /// The focal mark.
    Accent,
    /// Ordinary marks.
    Data,
    /// Secondary marks.
    Data2,
    /// A soft mark.
    DataSoft,
    /// The unfilled part of a whole.
    Whole,
    /// The ground of a map.
    Ground,
    /// Text on a disagreement.
    Conflict,
    /// The mark of a disagreement.
    ConflictMark,
    /// The focus ring.
    Ring,
    /// The gap inside the focus ring.
    RingGap,
    /// A colour of a sector.
    Sector(Hue, Shade),
}

/// The colours of one sector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shade {
    /// The solid colour: landed.
    Solid,
    /// Text on the solid.
    On,
    /// The tint: advancing.
    Tint,
    /// Hatch lines: in talks.
    Hatch,
    /// The region's ground.
    Land,
    /// The region's name.
    Ink,
}

const PLAIN: [(Token, &str); 16] = [
    (Token::Paper, "paper"),
    (Token::Ink, "ink"),
    (Token::Ink2, "ink-2"),
    (Token::Ink3, "ink-3"),
    (Token::Rule, "rule"),
    (Token::RuleStrong, "rule-strong"),
    (Token::Accent, "accent"),
    (Token::Data, "data"),
    (Token::Data2, "data-2"),
    (Token::DataSoft, "data-soft"),
    (Token::Whole, "whole"),
    (Token::Ground, "ground"),
    (Token::Conflict, "conflict"),
    (Token::ConflictMark, "conflict-mark"),
    (Token::Ring, "ring"),
    (Token::RingGap, "ring-gap"),
];

/// Every hue with its name, in the order of the style sheet.
pub const HUES: [(Hue, &str); 6] = [
    (Hue::Digital, "digital"),
    (Hue::Solar, "solar"),
    (Hue::Energy, "energy"),
    (Hue::Equip, "equip"),
    (Hue::Pharma, "pharma"),
    (Hue::Logis, "logis"),
];

const SHADES: [(Shade, &str); 6] = [
    (Shade::Solid, ""),
    (Shade::On, "-on"),
    (Shade::Tint, "-tint"),
    (Shade::Hatch, "-hatch"),
    (Shade::Land, "-land"),
    (Shade::Ink, "-ink"),
];

impl Token {
    /// Every token; a token's place here is its number.
    pub fn all() -> impl Iterator<Item = Token> {
        let sectors = HUES.iter().flat_map(|(hue, _)| SHADES.iter().map(|(shade, _)| Token::Sector(*hue, *shade)));
        PLAIN.iter().map(|(token, _)| *token).chain(sectors)
    }

    /// How many tokens there are.
    pub const COUNT: usize = PLAIN.len() + HUES.len() * SHADES.len();

    /// The token's place in [`Token::all`].
    pub fn number(self) -> usize {
        Token::all().position(|token| token == self).unwrap_or_default()
    }

    /// The custom property of the style sheet, without `var()`: `--ne-ink`.
    pub fn property(self) -> String {
        let name = |names: &[(Hue, &'static str)], hue: Hue| {
            names.iter().find(|(one, _)| *one == hue).map_or("", |(_, name)| *name)
        };
        match self {
            Token::Sector(hue, shade) => {
                let suffix = SHADES.iter().find(|(one, _)| *one == shade).map_or("", |(_, suffix)| *suffix);
                ["--ne-s-", name(&HUES, hue), suffix].concat()
            }
            plain => {
                let name = PLAIN.iter().find(|(one, _)| *one == plain).map_or("", |(_, name)| *name);
                ["--ne-", name].concat()
            }
        }
    }
}

/// Own width from which a plot counts as wide, in CSS pixels.
pub const WIDE_PLOT: f64 = 420.0;
/// The same for the sector map, whose wide plan has more columns.
pub const WIDE_MAP: f64 = 520.0;
/// Width that a narrow plot's static picture is drawn at.
pub const NARROW_DRAWING: f64 = 328.0;
/// Width that a wide plot's static picture is drawn at.
pub const WIDE_DRAWING: f64 = 448.0;
/// The same for a picture that takes both columns.
pub const FULL_DRAWING: f64 = 688.0;
/// Width that the wide map's static picture is drawn at.
pub const WIDE_MAP_DRAWING: f64 = 660.0;
/// Distance between hatch lines.
pub const HATCH_STEP: f64 = 6.0;
/// Width of a hatch line.
pub const HATCH_WIDTH: f64 = 1.5;
