//! The outline as HTML: the same elements that the live face keeps as real DOM, with every picture as
//! inline SVG for a narrow and a wide plot. No `style`, no script, no handler.

use super::svg;
use crate::explainer::Explainer;
use crate::outline::{self, Child, Item};
use crate::scene::Target;
use crate::text::TableMeasure;
use crate::view;

/// The static face of an explainer.
pub fn face(explainer: &mut Explainer) -> String {
    let outline = explainer.outline();
    let mut html = String::new();
    write(&outline, explainer, &mut html);
    html
}

fn write(item: &Item, explainer: &mut Explainer, html: &mut String) {
    // Without script a press cannot open a card: a fact links to its entry in the ledger, a node is text.
    let link = match (&item.target, item.tag) {
        (Some(Target::Fact(id)), "button") => Some(["#", &outline::anchor(explainer.page(), id)].concat()),
        _ => None,
    };
    let tag = match (&link, item.tag) {
        (Some(_), _) => "a",
        (None, "button") => "span",
        (None, tag) => tag,
    };
    html.push('<');
    html.push_str(tag);
    if !item.class.is_empty() {
        attribute("class", item.class, html);
    }
    if let Some(link) = &link {
        attribute("href", link, html);
    }
    for (name, value) in &item.attributes {
        attribute(name, value, html);
    }
    html.push('>');
    for child in &item.children {
        match child {
            Child::Item(item) => write(item, explainer, html),
            Child::Text(text) => escape(text, html),
            Child::Plot(place) => plot(*place, explainer, html),
        }
    }
    html.push_str("</");
    html.push_str(tag);
    html.push('>');
}

fn plot(place: usize, explainer: &mut Explainer, html: &mut String) {
    let Some(block) = explainer.page().story.get(place) else { return };
    let Some(widths) = view::widths(block) else { return };
    let label = outline::describe(explainer.page(), place, explainer.language());
    let class = if widths.grows { "ne-plot ne-grows" } else { "ne-plot" };
    html.push_str("<div");
    attribute("class", class, html);
    html.push('>');
    for (width, class) in [(widths.narrow, "ne-n"), (widths.wide, "ne-w")] {
        if let Some(scene) = explainer.scene(place, width, &TableMeasure) {
            html.push_str(&svg::inline(scene, class, &label, widths.grows));
        }
    }
    html.push_str("</div>");
}

fn attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape(value, html);
    html.push('"');
}

/// Text as HTML text or attribute value. Characters that HTML and XML forbid become U+FFFD.
pub fn escape(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\t' | '\n' => html.push(character),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => html.push('\u{fffd}'),
            _ => html.push(character),
        }
    }
}
