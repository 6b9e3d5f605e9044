//! The browser: wasm exports, real DOM, canvas. Only here and below are `web_sys`, `js_sys` and
//! `wasm_bindgen` named. Listeners belong to `element.js`; it calls in and dispatches what comes back,
//! after every borrow here has ended.

#![expect(unreachable_pub, reason = "what JavaScript calls must be pub, though no Rust reaches it")]

use crate::document::Document;
use crate::explainer::{Explainer, Failure};
use crate::locale::Language;
use crate::page::Level;
use crate::state::{Event, Input, Response};
use js_sys::{Array, Object, Reflect};
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use web_sys::Element;

mod browser_measure;
mod canvas;
mod card_place;
mod dom;
mod event;
mod plot;
mod style;

/// The document built into this wasm, as text.
#[wasm_bindgen(js_name = builtIn)]
pub fn built_in() -> Option<String> {
    #[cfg(feature = "built-in-document")]
    return Some(include_str!(concat!(env!("OUT_DIR"), "/built-in.json")).to_owned());
    #[cfg(not(feature = "built-in-document"))]
    None
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// One live explainer.
#[wasm_bindgen]
pub struct Widget {
    explainer: Explainer,
    host: Element,
    dom: dom::Tree,
    plots: Vec<plot::Plot>,
    style: style::Style,
    measure: browser_measure::BrowserMeasure,
    opener: Option<Element>,
    /// What had the focus when the host page opened a card.
    back: Option<Element>,
}

#[wasm_bindgen]
impl Widget {
    /// Opens a document (an object as `JSON.parse` makes it) for the element `host`. Nothing is shown yet.
    ///
    /// # Errors
    /// `{code, message}` where nothing can be shown.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Element, document: JsValue, lang: &str, show: &str) -> Result<Widget, JsValue> {
        let language = Language::from_tag(lang);
        let document = Document::deserialize(serde_wasm_bindgen::Deserializer::from(document)).map_err(|error| {
            let message = language.pick("文档的格式不对：", "The document does not have the right form: ").to_owned()
                + &error.to_string();
            failure(&Failure { code: "document-format", message })
        })?;
        let mut explainer = Explainer::open(&document, language).map_err(|error| failure(&error))?;
        let shown = show.split_whitespace().map(str::to_owned).collect();
        explainer.show_only(shown).map_err(|error| failure(&error))?;
        let measure = browser_measure::BrowserMeasure::new()?;
        let style = style::Style::read(&host, language)?;
        let dom = dom::Tree::new(explainer.outline())?;
        let mut widget = Widget { explainer, host, dom, plots: Vec::new(), style, measure, opener: None, back: None };
        widget.take_plots()?;
        Ok(widget)
    }

    /// The live face's element, for the shadow root.
    #[wasm_bindgen(getter)]
    pub fn root(&self) -> Element {
        self.dom.root().clone()
    }

    /// Sets sizes and draws what changed; call when shown, resized, or when the pixel ratio changed.
    ///
    /// # Errors
    /// Only where the browser refuses a canvas.
    pub fn layout(&mut self, ratio: f64) -> Result<(), JsValue> {
        let widths: Vec<f64> = self.plots.iter().map(plot::Plot::measured_width).collect();
        self.measure.set_stacks(self.style.fonts());
        for (plot, width) in self.plots.iter_mut().zip(widths) {
            if let Some(scene) = self.explainer.scene(plot.place(), width, &self.measure) {
                plot.draw(scene, ratio, &self.style, &self.measure)?;
            }
            plot.write_marks(&self.explainer)?;
            plot.draw_overlay(&self.explainer.overlay(plot.place()), &self.style, &self.measure)?;
        }
        card_place::place(self.dom.root(), self.opener.as_ref());
        Ok(())
    }

    /// Reads colours and fonts again and draws all anew: the theme changed, fonts arrived, a canvas was lost.
    ///
    /// # Errors
    /// Only where the browser refuses a canvas.
    pub fn restyle(&mut self, ratio: f64) -> Result<(), JsValue> {
        self.style = style::Style::read(&self.host, self.explainer.language())?;
        self.measure.forget();
        self.explainer.forget_scenes();
        self.plots.iter_mut().for_each(plot::Plot::forget);
        self.layout(ratio)
    }

    /// Changes the language.
    ///
    /// # Errors
    /// Only where the browser refuses a canvas.
    #[wasm_bindgen(js_name = setLanguage)]
    pub fn set_language(&mut self, lang: &str, ratio: f64) -> Result<(), JsValue> {
        self.explainer.set_language(Language::from_tag(lang));
        self.write_outline()?;
        self.restyle(ratio)
    }

    /// Opens the card of a fact or node by its id, or `kind:id`; false where there is none.
    ///
    /// # Errors
    /// Only where the DOM refuses.
    pub fn open(&mut self, id: &str) -> Result<JsValue, JsValue> {
        let Some(target) = self.explainer.target(id) else { return Ok(JsValue::FALSE) };
        self.opener = None;
        self.back = dom::document()?.active_element();
        let response = self.explainer.input(None, Input::Activate(target));
        self.answer(response)
    }

    /// Takes a DOM event; answers `[used, focus, [name, detail]…]`: an element to focus or
    /// nothing, and the events to dispatch.
    ///
    /// # Errors
    /// Only where the DOM refuses.
    pub fn handle(&mut self, event: &web_sys::Event) -> Result<JsValue, JsValue> {
        let Some(read) = event::read(event, self.explainer.state().open.is_some()) else {
            return Ok(JsValue::UNDEFINED);
        };
        // A card opened from inside a card keeps the place and the way back of the first.
        let is_inside = |element: &Element| element.closest(".ne-card").ok().flatten().is_some();
        if matches!(read.input, Input::Tap(_) | Input::Activate(_)) && !read.opener.as_ref().is_some_and(is_inside) {
            self.opener = read.opener;
        }
        let is_tap = matches!(read.input, Input::Tap(_));
        let response = self.explainer.input(read.place, read.input);
        if let (true, Some(place), Some(open)) = (is_tap, read.place, &self.explainer.state().open) {
            // A canvas cannot take the focus back; the button of its mark can.
            let button =
                self.plots.iter().find(|plot| plot.place() == place).and_then(|plot| plot.button(&open.target));
            self.opener = button.or(self.opener.take());
        }
        if response.used && read.takes_default {
            event.prevent_default();
        }
        self.answer(response)
    }

    /// What was wrong in the document: `[code, path, message]` of each error.
    pub fn problems(&self) -> Array {
        let language = self.explainer.language();
        self.explainer
            .problems()
            .iter()
            .filter(|problem| problem.level == Level::Error)
            .map(|problem| {
                Array::of3(
                    &problem.code.as_str().into(),
                    &problem.path.as_str().into(),
                    &problem.sentence(language).into(),
                )
            })
            .collect()
    }
}

impl Widget {
    fn answer(&mut self, response: Response) -> Result<JsValue, JsValue> {
        let had_card = self.dom.root().query_selector(".ne-card")?.is_some();
        if response.outline_changed {
            self.write_outline()?;
        }
        if response.overlay_changed || response.outline_changed {
            for plot in &mut self.plots {
                plot.write_marks(&self.explainer)?;
                plot.draw_overlay(&self.explainer.overlay(plot.place()), &self.style, &self.measure)?;
            }
        }
        let mut focus = response
            .focus
            .as_ref()
            .and_then(|target| self.plots.iter().filter(|plot| plot.has_focus()).find_map(|plot| plot.button(target)));
        let has_card = self.explainer.state().open.is_some();
        if has_card && response.outline_changed && response.event.is_some() {
            card_place::place(self.dom.root(), self.opener.as_ref());
            focus = self.dom.root().query_selector(".ne-card")?;
        } else if had_card && !has_card {
            let back = self.opener.take().or(self.back.take());
            // Who has gone elsewhere by then is left there.
            let active = dom::document()?.active_element();
            focus = back.filter(|_| active.is_none_or(|active| active.tag_name() == "BODY"));
        }
        // Moving the focus runs listeners, so it is left to the caller, after every borrow here has ended.
        let answer = Array::of2(&response.used.into(), &focus.into());
        if let Some(Event::Open { id, kind }) = &response.event {
            let detail = Object::new();
            Reflect::set(&detail, &"id".into(), &id.as_str().into())?;
            Reflect::set(&detail, &"kind".into(), &(*kind).into())?;
            answer.push(&Array::of2(&"explainer-open".into(), &detail));
        }
        Ok(answer.into())
    }

    fn write_outline(&mut self) -> Result<(), JsValue> {
        self.dom.patch(self.explainer.outline())?;
        self.take_plots()
    }

    /// Plots that the outline made or dropped since the last time.
    fn take_plots(&mut self) -> Result<(), JsValue> {
        let boxes = self.dom.plots()?;
        let unchanged = boxes.len() == self.plots.len()
            && boxes.iter().zip(&self.plots).all(|((_, element), plot)| plot.is(element));
        if !unchanged {
            self.plots =
                boxes.into_iter().map(|(place, element)| plot::Plot::new(place, element)).collect::<Result<_, _>>()?;
        }
        Ok(())
    }
}

/// A failure as the plain object that `element.js` reads.
fn failure(failure: &Failure) -> JsValue {
    let object = Object::new();
    // Setting a field of a fresh plain object cannot fail.
    let _ = Reflect::set(&object, &"code".into(), &failure.code.into());
    let _ = Reflect::set(&object, &"message".into(), &failure.message.as_str().into());
    object.into()
}
