//! Interactive explainers for newspaper pages, in which every number says where it comes from.
//!
//! Layers, lowest first; a module uses its own layer or a lower one:
//! ([`geometry`], [`scale`], [`text`], [`theme`], [`locale`], [`quantity`]) → ([`document`], [`page`],
//! [`citation`]) → ([`scene`], [`state`]) → ([`view`], [`outline`]) → [`explainer`] →
//! ([`paint`], [`static_page`]) → (`web`, the command line).

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
