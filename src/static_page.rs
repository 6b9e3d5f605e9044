//! The static face: the whole explainer as files that need no script.

pub mod article;
pub mod html;
pub mod shell;
pub mod svg;
