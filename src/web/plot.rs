//! One live picture: its canvas, the canvas over it, and a button for each mark.

use super::browser_measure::BrowserMeasure;
use super::canvas;
use super::style::Style;
use crate::explainer::Explainer;
use crate::locale;
use crate::scene::{Scene, Shape, Target};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlCanvasElement, HtmlElement};

/// Above this number of marks the table stands for them: a button each would drown a screen reader.
const MOST_MARKS: usize = 300;

/// How far the canvas over a picture reaches beyond it; the sheet says the same.
const OVERHANG: f64 = 4.0;

/// A picture in the page.
pub(super) struct Plot {
    place: usize,
    element: HtmlElement,
    canvas: HtmlCanvasElement,
    over: Option<HtmlCanvasElement>,
    marks: Element,
    /// Width, height and ratio that the canvas shows; none before the first drawing.
    drawn: Option<(f64, f64, f64)>,
    /// The scene's regions as buttons: token of each, in order.
    written: Vec<String>,
}

impl Plot {
    /// Takes an empty plot element.
    pub(super) fn new(place: usize, element: HtmlElement) -> Result<Plot, JsValue> {
        let document = super::dom::document()?;
        element.set_text_content(None);
        let canvas = canvas::create(&document, "ne-c")?;
        let marks = document.create_element("div")?;
        marks.set_attribute("class", "ne-marks")?;
        marks.set_attribute("role", "group")?;
        element.append_child(&canvas)?;
        element.append_child(&marks)?;
        Ok(Plot { place, element, canvas, over: None, marks, drawn: None, written: Vec::new() })
    }

    /// The block's place in the story.
    pub(super) fn place(&self) -> usize {
        self.place
    }

    /// True where this plot stands for the element.
    pub(super) fn is(&self, element: &HtmlElement) -> bool {
        self.element.is_same_node(Some(element))
    }

    /// The width that the page gives it.
    pub(super) fn measured_width(&self) -> f64 {
        self.element.get_bounding_client_rect().width()
    }

    /// Forgets what is drawn.
    pub(super) fn forget(&mut self) {
        self.drawn = None;
        self.written.clear();
    }

    /// Draws a scene, unless it stands there already.
    pub(super) fn draw(
        &mut self,
        scene: &Scene,
        ratio: f64,
        style: &Style,
        measure: &BrowserMeasure,
    ) -> Result<(), JsValue> {
        let wanted = (scene.width, scene.height, ratio);
        if self.drawn == Some(wanted) {
            return Ok(());
        }
        self.written.clear();
        self.element.style().set_property("height", &super::dom::pixels(scene.height))?;
        canvas::draw(&self.canvas, &scene.shapes, wanted, style, measure)?;
        self.drawn = Some(wanted);
        Ok(())
    }

    /// Draws what lies over the picture; the second canvas exists only once something does.
    pub(super) fn draw_overlay(
        &mut self,
        shapes: &[Shape],
        style: &Style,
        measure: &BrowserMeasure,
    ) -> Result<(), JsValue> {
        let Some(drawn) = self.drawn else { return Ok(()) };
        let over = match &self.over {
            Some(over) => over,
            None if shapes.is_empty() => return Ok(()),
            None => {
                let over = canvas::create(&super::dom::document()?, "ne-c ne-over")?;
                self.element.insert_before(&over, Some(&self.marks))?;
                self.over.insert(over)
            }
        };
        let shifted: Vec<Shape> = shapes.iter().map(|shape| shape.moved(OVERHANG, OVERHANG)).collect();
        let (width, height, ratio) = drawn;
        canvas::draw(over, &shifted, (width + 2.0 * OVERHANG, height + 2.0 * OVERHANG, ratio), style, measure)
    }

    /// One button a mark, named for a reader who does not see the picture; one of them is Tab's stop.
    pub(super) fn write_marks(&mut self, explainer: &Explainer) -> Result<(), JsValue> {
        let Some(scene) = explainer.drawn(self.place) else { return Ok(()) };
        let stop = explainer.stop(self.place);
        if self.written.is_empty() {
            self.marks.set_attribute("aria-label", &explainer.describe(self.place))?;
        }
        if self.written.is_empty() && scene.regions.len() <= MOST_MARKS {
            self.marks.set_attribute("aria-description", locale::MARKS.get(explainer.language()))?;
            self.make_buttons(scene)?;
        }
        let buttons = self.marks.children();
        for (index, token) in (0..).zip(&self.written) {
            if let Some(button) = buttons.item(index) {
                let tab = if Some(token) == stop.as_ref() { "0" } else { "-1" };
                if button.get_attribute("tabindex").as_deref() != Some(tab) {
                    button.set_attribute("tabindex", tab)?;
                }
            }
        }
        Ok(())
    }

    fn make_buttons(&mut self, scene: &Scene) -> Result<(), JsValue> {
        let document = super::dom::document()?;
        let buttons = self.marks.children();
        for (index, region) in (0..).zip(&scene.regions) {
            let button: HtmlElement = match buttons.item(index) {
                Some(button) => button.unchecked_into(),
                None => {
                    let button = document.create_element("button")?;
                    button.set_attribute("type", "button")?;
                    button.set_attribute("class", "ne-mark")?;
                    self.marks.append_child(&button)?;
                    button.unchecked_into()
                }
            };
            let token = region.target.token();
            button.set_attribute("data-t", &token)?;
            button.set_attribute("aria-label", &region.name)?;
            let place = region.bounds();
            let style = button.style();
            for (name, value) in [("left", place.x), ("top", place.y), ("width", place.width), ("height", place.height)]
            {
                style.set_property(name, &super::dom::pixels(value.round()))?;
            }
            self.written.push(token);
        }
        while let Some(extra) = u32::try_from(self.written.len()).ok().and_then(|index| buttons.item(index)) {
            extra.remove();
        }
        Ok(())
    }

    /// True where one of the marks has the focus.
    pub(super) fn has_focus(&self) -> bool {
        self.marks.query_selector(":focus").ok().flatten().is_some()
    }

    /// The button of a mark, if it is in this picture.
    pub(super) fn button(&self, target: &Target) -> Option<Element> {
        let token = target.token();
        let index = self.written.iter().position(|one| *one == token)?;
        self.marks.children().item(u32::try_from(index).ok()?)
    }
}
