//! A page around the static face: a template's marks are replaced, nothing else is touched.

/// What a template is filled with.
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    /// For `<!-- ne:title -->`, already escaped.
    pub title: &'a str,
    /// For `<!-- ne:article-head -->`: title and standfirst.
    pub article_head: &'a str,
    /// For `<!-- ne:article-body -->`.
    pub article_body: &'a str,
    /// For `<!-- ne:explainer -->`: the static face.
    pub explainer: &'a str,
    /// For `ne:lang`: the language tag.
    pub lang: &'a str,
}

/// Fills a template.
pub fn fill(template: &str, filling: Filling<'_>) -> String {
    template
        .replace("ne:lang", filling.lang)
        .replace("<!-- ne:title -->", filling.title)
        .replace("<!-- ne:article-head -->", filling.article_head)
        .replace("<!-- ne:article-body -->", filling.article_body)
        .replace("<!-- ne:explainer -->", filling.explainer)
}

/// The plain page that `render` writes when no template is given.
pub const PLAIN: &str = include_str!("plain.html");
