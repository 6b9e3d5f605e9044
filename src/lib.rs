//! Interactive explainers for newspaper pages, in which every number says where it comes from.
//!
//! # Words, used in this sense only
//!
//! *Document*: the JSON an editor writes. *Page*: the checked model. *Problem*: something wrong in a document,
//! with its path, a message and a hint. *Fact*: one cited number, date or range. *Citation*: where a fact comes
//! from. *Relation*: what must hold between facts. *Picture*: one drawn block. *State*: what the reader has
//! done. *Env*: width, language, text measure. *Input*: what a person or browser did. *Scene*: shapes and
//! regions in CSS pixels. *Target*: what a region stands for. *Outline*: the same content as words, in reading
//! order. *Event*: what the host page is told. *Failure*: why nothing can be shown.
//!
//! # Flow
//!
//! ```text
//! JSON → Raw → Document → Page + [Problem]
//!                           │
//! Input → State::update → Response (Event, focus)      width, theme and language arrive from outside
//!                           │
//!           view::draw(Block, Page, Env) → Scene ──→ paint → canvas | SVG
//!                           │                 └──→ hit(point) → Target → Input
//!                           └→ outline(Page, State) → one tree of Items → static HTML | live DOM
//! ```
//!
//! [`explainer::Explainer`] is the one struct that holds page, state and the last scenes. The browser shell, the
//! command line and the tests drive that same struct; a test is a reader without a browser.
//!
//! # Layers, lowest first; a module uses its own layer or a lower one
//!
//! ([`geometry`], [`scale`], [`text`], [`theme`], [`locale`], [`quantity`], [`raw`]) → ([`document`], [`page`],
//! [`citation`]) → ([`scene`], [`state`]) → ([`view`], [`outline`]) → [`explainer`] → ([`paint`], `static_page`,
//! `read_json`) → (`web`, the command line in `main.rs`).
//!
//! # Invariants; each is held by the compiler or by a test
//!
//! 1. Only `web` names `web_sys`, `js_sys`, `wasm_bindgen`; they and plotters-canvas are dependencies of the wasm
//!    target alone (`tests/architecture.rs`).
//! 2. plotters is the pen, not the layout: only `paint.rs` and the files that make a pen name it.
//! 3. `view`, `outline` and `hit` are pure and `update` is deterministic: no clock, chance, globals or hash order.
//! 4. The `Document` never leaves `page`; a `Page` is always valid; nothing downstream checks again.
//! 5. Layout asks the host page for nothing; text widths come through [`text::Measure`] alone, and no height
//!    depends on them (`tests/reader.rs`).
//! 6. No borrow is held while host code can run: the engine changes, returns, and the shell dispatches events and
//!    moves the focus (`tests/e2e/reading.test.mjs`).
//! 7. Only input that was used is kept: Tab always leaves, vertical swipes and the wheel scroll the page, arrow keys
//!    work only inside the focused picture.
//! 8. A document brings no markup, style or script: text is set as text, links are http(s) only.
//! 9. Numbers are exact decimals from the document to the screen.

pub mod geometry;
pub mod locale;
mod ordered;
pub mod quantity;
pub mod scale;
pub mod text;
pub mod theme;

pub mod citation;
pub mod document;
pub mod page;
pub mod raw;

pub mod scene;
pub mod state;

pub mod outline;
pub mod view;

pub mod explainer;

pub mod paint;

#[cfg(feature = "cli")]
pub mod read_json;
#[cfg(feature = "cli")]
pub mod static_page;

#[cfg(target_arch = "wasm32")]
mod web;
