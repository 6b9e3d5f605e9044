//! What the reader has done, and how it changes. Deterministic: time and size arrive from outside.

use crate::geometry::Point;
use crate::scene::{Region, Scene, Target};

/// What the reader has done so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What the card shows, and the block it was opened from (empty for a number in a text).
    pub open: Option<Open>,
    /// What the pointer is over, in which block.
    pub hover: Option<(String, Target)>,
    /// The mark of each picture that Tab comes to.
    pub stops: Vec<(String, Target)>,
    /// The mark that has the keyboard's focus, in which block.
    pub focus: Option<(String, Target)>,
}

/// An open card.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    /// What it is about.
    pub target: Target,
    /// The block it was opened from; empty for a number in a text or the ledger.
    pub block: String,
}

/// What a person or the browser did inside one picture, or to the card.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// The pointer moved over a picture; only for pointers that can hover.
    Move(Point),
    /// The pointer left the picture.
    Leave,
    /// A click or tap on a picture.
    Tap(Point),
    /// A number or mark was activated without a place: keyboard, screen reader, a number in a text.
    Activate(Target),
    /// A mark received the keyboard's focus.
    Focus(Target),
    /// The focus left the picture's marks.
    Blur,
    /// A key went down on a mark.
    Key(Key),
    /// The card was closed.
    Close,
}

/// The keys that pictures and the card use. All others stay with the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// ←
    Left,
    /// →
    Right,
    /// ↑
    Up,
    /// ↓
    Down,
    /// Home
    Home,
    /// End
    End,
    /// Esc
    Escape,
}

/// What happened, for the host page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// `explainer-open {id, kind}`.
    Open {
        /// Id of what was opened.
        id: String,
        /// `fact` or `node`.
        kind: &'static str,
    },
}

/// What an input led to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Response {
    /// True where the input was used; otherwise it belongs to the page.
    pub used: bool,
    /// True where the outline (card, marks' Tab stops) must be written again.
    pub outline_changed: bool,
    /// True where hover, focus or selection are drawn differently.
    pub overlay_changed: bool,
    /// What to tell the host page.
    pub event: Option<Event>,
    /// The mark that must receive the focus.
    pub focus: Option<Target>,
}

impl State {
    /// Takes an input that happened in the picture of `block`; without a picture, `scene` is `None`.
    pub fn update(&mut self, block: &str, scene: Option<&Scene>, input: Input) -> Response {
        match input {
            Input::Move(at) => self.hover_over(block, scene.and_then(|scene| scene.hit(at))),
            Input::Leave => self.hover_over(block, None),
            Input::Tap(at) => match scene.and_then(|scene| scene.hit(at)) {
                Some(region) => self.open(block, region.target.clone()),
                None => self.close(),
            },
            Input::Activate(target) => self.open(block, target),
            Input::Focus(target) => self.focus_on(block, target),
            Input::Blur => {
                let overlay_changed = self.focus.take().is_some();
                Response { overlay_changed, ..Response::default() }
            }
            Input::Key(Key::Escape) | Input::Close => self.close(),
            Input::Key(key) => self.step(block, scene, key),
        }
    }

    /// The mark of a picture that Tab comes to: the one last visited, else the first.
    pub fn stop<'a>(&self, block: &str, scene: &'a Scene) -> Option<&'a Target> {
        let kept = self.kept_stop(block).and_then(|target| scene.region(target));
        kept.or_else(|| scene.regions.first()).map(|region| &region.target)
    }

    fn kept_stop(&self, block: &str) -> Option<&Target> {
        self.stops.iter().find(|(one, _)| one == block).map(|(_, target)| target)
    }

    /// True where the stop was another one before.
    fn set_stop(&mut self, block: &str, target: Target) -> bool {
        let is_new = self.kept_stop(block) != Some(&target);
        self.stops.retain(|(one, _)| one != block);
        self.stops.push((block.to_owned(), target));
        is_new
    }

    fn hover_over(&mut self, block: &str, region: Option<&Region>) -> Response {
        let hover = region.map(|region| (block.to_owned(), region.target.clone()));
        let overlay_changed = self.hover != hover;
        self.hover = hover;
        Response { overlay_changed, used: region.is_some(), ..Response::default() }
    }

    fn open(&mut self, block: &str, target: Target) -> Response {
        let (id, kind) = target.id_and_kind();
        let event = Event::Open { id: id.to_owned(), kind };
        if !block.is_empty() {
            self.set_stop(block, target.clone());
        }
        self.open = Some(Open { target, block: block.to_owned() });
        Response { used: true, outline_changed: true, overlay_changed: true, event: Some(event), focus: None }
    }

    fn close(&mut self) -> Response {
        let was_open = self.open.take();
        let used = was_open.is_some();
        Response { used, outline_changed: used, overlay_changed: used, ..Response::default() }
    }

    fn focus_on(&mut self, block: &str, target: Target) -> Response {
        let focus = Some((block.to_owned(), target.clone()));
        let overlay_changed = self.focus != focus;
        self.focus = focus;
        let overlay_changed = self.set_stop(block, target) || overlay_changed;
        Response { used: true, overlay_changed, ..Response::default() }
    }

    fn step(&mut self, block: &str, scene: Option<&Scene>, key: Key) -> Response {
        let Some(scene) = scene else { return Response::default() };
        let Some(from) = self.stop(block, scene).and_then(|target| scene.region(target)) else {
            return Response::default();
        };
        let to = match key {
            Key::Home => scene.regions.first(),
            Key::End => scene.regions.last(),
            _ => nearest(scene, from, key),
        };
        // At the edge the key is used all the same: the page must not scroll under a reader who walks a map.
        let Some(to) = to else { return Response { used: true, ..Response::default() } };
        let mut response = self.focus_on(block, to.target.clone());
        response.focus = Some(to.target.clone());
        response
    }
}

/// The nearest region whose middle lies in the key's direction, sideways distance counting double.
fn nearest<'a>(scene: &'a Scene, from: &Region, key: Key) -> Option<&'a Region> {
    let start = from.bounds().center();
    let away = |region: &Region| {
        let to = region.bounds().center();
        let (x, y) = (to.x - start.x, to.y - start.y);
        match key {
            Key::Left => (-x, y.abs()),
            Key::Right => (x, y.abs()),
            Key::Up => (-y, x.abs()),
            _ => (y, x.abs()),
        }
    };
    scene
        .regions
        .iter()
        .filter(|region| region.target != from.target)
        .map(|region| (region, away(region)))
        .filter(|(_, (along, aside))| *along > 1.0 && *along >= *aside * 0.5)
        .min_by(|(_, a), (_, b)| (a.0 + 2.0 * a.1).total_cmp(&(b.0 + 2.0 * b.1)))
        .map(|(region, _)| region)
}
