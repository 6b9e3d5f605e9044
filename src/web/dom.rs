//! The outline as real DOM: made once, then changed in place, so that focus and scroll stay.

use crate::outline::{Child, Item};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, Node};

/// The page's document.
pub(super) fn document() -> Result<Document, JsValue> {
    web_sys::window().and_then(|window| window.document()).ok_or_else(|| JsValue::from_str("no document"))
}

/// The live outline and the elements that stand for it.
pub(super) struct Tree {
    root: Element,
    outline: Item,
}

impl Tree {
    /// Makes the elements of an outline.
    pub(super) fn new(outline: Item) -> Result<Tree, JsValue> {
        let root = create(&document()?, &outline)?;
        Ok(Tree { root, outline })
    }

    /// The topmost element.
    pub(super) fn root(&self) -> &Element {
        &self.root
    }

    /// Changes the elements to a new outline.
    pub(super) fn patch(&mut self, outline: Item) -> Result<(), JsValue> {
        patch(&document()?, &self.root, &self.outline, &outline)?;
        self.outline = outline;
        Ok(())
    }

    /// Every plot with its place in the story.
    pub(super) fn plots(&self) -> Result<Vec<(usize, HtmlElement)>, JsValue> {
        let found = self.root.query_selector_all(".ne-plot")?;
        let mut plots = Vec::new();
        for index in 0..found.length() {
            let Some(element) = found.item(index) else { continue };
            let element: HtmlElement = element.unchecked_into();
            if let Some(place) = element.get_attribute("data-plot").and_then(|place| place.parse().ok()) {
                plots.push((place, element));
            }
        }
        Ok(plots)
    }
}

fn create(document: &Document, item: &Item) -> Result<Element, JsValue> {
    let element = document.create_element(item.tag)?;
    if !item.class.is_empty() {
        element.set_attribute("class", item.class)?;
    }
    if item.tag == "button" {
        element.set_attribute("type", "button")?;
    }
    for (name, value) in &item.attributes {
        element.set_attribute(name, value)?;
    }
    if let Some(target) = &item.target {
        element.set_attribute("data-t", &target.token())?;
    }
    for child in &item.children {
        element.append_child(&create_child(document, child)?)?;
    }
    Ok(element)
}

fn create_child(document: &Document, child: &Child) -> Result<Node, JsValue> {
    match child {
        Child::Item(item) => Ok(create(document, item)?.into()),
        Child::Text(text) => Ok(document.create_text_node(text).into()),
        Child::Plot(place) => {
            let plot = document.create_element("div")?;
            plot.set_attribute("class", "ne-plot")?;
            plot.set_attribute("data-plot", &place.to_string())?;
            Ok(plot.into())
        }
    }
}

fn patch(document: &Document, element: &Element, old: &Item, new: &Item) -> Result<(), JsValue> {
    for (name, _) in &old.attributes {
        if !new.attributes.iter().any(|(one, _)| one == name) {
            element.remove_attribute(name)?;
        }
    }
    for (name, value) in &new.attributes {
        if !old.attributes.iter().any(|(one, was)| one == name && was == value) {
            element.set_attribute(name, value)?;
        }
    }
    if old.class != new.class {
        element.set_attribute("class", new.class)?;
    }
    match &new.target {
        Some(target) if old.target != new.target => element.set_attribute("data-t", &target.token())?,
        None if old.target.is_some() => element.remove_attribute("data-t")?,
        _ => {}
    }
    let nodes = element.child_nodes();
    for (place, child) in new.children.iter().enumerate() {
        let node = u32::try_from(place).ok().and_then(|place| nodes.item(place));
        let Some(node) = node else {
            element.append_child(&create_child(document, child)?)?;
            continue;
        };
        match (old.children.get(place), child) {
            (Some(Child::Item(was)), Child::Item(item)) if was.tag == item.tag => {
                if was != item {
                    patch(document, node.unchecked_ref(), was, item)?;
                }
            }
            (Some(Child::Text(was)), Child::Text(text)) => {
                if was != text {
                    node.set_node_value(Some(text));
                }
            }
            (Some(Child::Plot(was)), Child::Plot(place)) if was == place => {}
            _ => {
                element.replace_child(&create_child(document, child)?, &node)?;
            }
        }
    }
    while let Some(extra) = u32::try_from(new.children.len()).ok().and_then(|place| nodes.item(place)) {
        element.remove_child(&extra)?;
    }
    Ok(())
}

/// A number as CSS writes it, to the hundredth. By hand: the standard formatting of floats would be a
/// twentieth of the whole wasm.
#[expect(clippy::cast_possible_truncation, reason = "clamped far inside i64")]
pub(super) fn number(value: f64) -> String {
    let hundredths = (value.clamp(-1e9, 1e9) * 100.0).round() as i64;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let zero = if rest < 10 { ".0" } else { "." };
    match rest {
        0 => [sign, &whole.to_string()].concat(),
        _ => [sign, &whole.to_string(), zero, &rest.to_string()].concat(),
    }
}

/// A length in pixels as CSS writes it.
pub(super) fn pixels(value: f64) -> String {
    number(value) + "px"
}
