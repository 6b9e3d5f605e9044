//! The one struct that the browser shell, the command line and the tests drive.

use crate::document::Document;
use crate::locale::Language;
use crate::outline::{self, Item};
use crate::page::{Level, Page, Problem};
use crate::scene::{Scene, Shape};
use crate::state::{Input, Response, State};
use crate::text::Measure;
use crate::view::{self, Env};

/// A checked page, what the reader has done to it, and the pictures as last drawn.
#[derive(Debug)]
pub struct Explainer {
    page: Page,
    problems: Vec<Problem>,
    state: State,
    language: Language,
    shown: Vec<String>,
    /// By the block's place in the story.
    scenes: Vec<Option<Scene>>,
}

/// Why nothing can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// For the host page and the source line.
    pub code: &'static str,
    /// For the reader.
    pub message: String,
}

impl Explainer {
    /// Checks a document and opens it, keeping what is sound.
    ///
    /// # Errors
    /// A [`Failure`] where the document has another format or holds nothing that can be shown.
    pub fn open(document: &Document, language: Language) -> Result<Explainer, Failure> {
        let (page, problems) = Page::check(document);
        if page.story.is_empty() {
            let first = problems.iter().find(|problem| problem.level == Level::Error);
            let message = first.map_or_else(
                || language.pick("文档里没有可以显示的内容。", "The document has nothing to show.").to_owned(),
                |problem| problem.sentence(language),
            );
            return Err(Failure { code: "document-empty", message });
        }
        Ok(Explainer { page, problems, state: State::default(), language, shown: Vec::new(), scenes: Vec::new() })
    }

    /// The checked page.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// What was wrong in the document.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// What the reader has done.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Takes back a state that was kept while the engine was started afresh.
    pub fn set_state(&mut self, state: State) {
        self.state = state;
    }

    /// The language that is shown.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Changes the language; every picture is drawn anew.
    pub fn set_language(&mut self, language: Language) {
        self.language = language;
        self.scenes.clear();
    }

    /// Shows only these blocks, or all when the list is empty; unknown ids are passed over.
    ///
    /// # Errors
    /// A [`Failure`] where ids are given and the story has none of them.
    pub fn show_only(&mut self, mut blocks: Vec<String>) -> Result<(), Failure> {
        let asked = blocks.join(" ");
        blocks.retain(|id| self.place(id).is_some());
        if blocks.is_empty() && !asked.is_empty() {
            let message = self.language.pick("文档里没有这些版块：", "The document has no such blocks: ");
            return Err(Failure { code: "show-unknown", message: [message, &asked].concat() });
        }
        self.shown = blocks;
        Ok(())
    }

    /// The picture of the block at `place` in words.
    pub fn describe(&self, place: usize) -> String {
        outline::describe(&self.page, place, self.language)
    }

    /// The content as words, with everything that can be pressed.
    pub fn outline(&self) -> Item {
        outline::outline(&self.page, &self.state, self.language, &self.shown)
    }

    /// The picture of the block at `place`, drawn for a width; kept until width or language change.
    pub fn scene(&mut self, place: usize, width: f64, measure: &dyn Measure) -> Option<&Scene> {
        let block = self.page.story.get(place)?;
        let width = if width.is_finite() { width.clamp(1.0, 4096.0) } else { 1.0 };
        self.scenes.resize_with(self.page.story.len(), || None);
        let kept = self.scenes.get_mut(place)?;
        if kept.as_ref().is_none_or(|scene| (scene.width - width).abs() >= 0.01) {
            let env = Env { width, language: self.language, measure };
            *kept = Some(view::draw(block, &self.page, &env));
        }
        kept.as_ref()
    }

    /// The picture as last drawn.
    pub fn drawn(&self, place: usize) -> Option<&Scene> {
        self.scenes.get(place)?.as_ref()
    }

    /// Forgets the drawn pictures, because fonts arrived.
    pub fn forget_scenes(&mut self) {
        self.scenes.clear();
    }

    /// What lies over a picture: hover, selection, focus.
    pub fn overlay(&self, place: usize) -> Vec<Shape> {
        let Some(block) = self.page.story.get(place) else { return Vec::new() };
        let Some(scene) = self.drawn(place) else { return Vec::new() };
        view::overlay(&block.id, scene, &self.state)
    }

    /// Takes an input in the picture of the block at `place`, or elsewhere when that is `None`.
    pub fn input(&mut self, place: Option<usize>, input: Input) -> Response {
        let block = place.and_then(|place| self.page.story.get(place)).map_or("", |block| block.id.as_str());
        let scene = place.and_then(|place| self.scenes.get(place)?.as_ref());
        self.state.update(block, scene, input)
    }

    /// The mark of a picture that Tab comes to.
    pub fn stop(&self, place: usize) -> Option<String> {
        let block = self.page.story.get(place)?;
        let scene = self.drawn(place)?;
        self.state.stop(&block.id, scene).map(crate::scene::Target::token)
    }

    /// The place in the story of a block.
    pub fn place(&self, block: &str) -> Option<usize> {
        self.page.story.iter().position(|one| one.id == block)
    }
}

impl Explainer {
    /// What an id given by the host page stands for: `fact:id`, `node:hierarchy/id`, or a plain id.
    pub fn target(&self, id: &str) -> Option<crate::scene::Target> {
        use crate::scene::Target;
        if let Some(target) = Target::read(id) {
            let exists = match &target {
                Target::Fact(id) => self.page.fact(id).is_some(),
                Target::Node(hierarchy, id) => self.page.node(hierarchy, id).is_some(),
            };
            return exists.then_some(target);
        }
        if self.page.fact(id).is_some() {
            return Some(Target::Fact(id.to_owned()));
        }
        let hierarchy = self
            .page
            .hierarchies
            .iter()
            .find(|hierarchy| hierarchy.roots.iter().any(|root| root.find(id).is_some()))?;
        Some(Target::Node(hierarchy.id.clone(), id.to_owned()))
    }
}
