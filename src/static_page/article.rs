//! An article's text as HTML: `# title`, `> standfirst`, `## subhead`, paragraphs between empty lines.

use super::html::escape;

/// The article in two parts, title with standfirst and body; every paragraph is an element of its own.
pub fn html(text: &str) -> (String, String) {
    let (mut head, mut body) = (String::new(), String::new());
    for paragraph in text.trim_start_matches('\u{feff}').replace("\r\n", "\n").split("\n\n") {
        let paragraph = paragraph.trim();
        if paragraph.is_empty() {
            continue;
        }
        let (tag, class, words) = if let Some(words) = paragraph.strip_prefix("## ") {
            ("h2", "", words)
        } else if let Some(words) = paragraph.strip_prefix("# ") {
            ("h1", "", words)
        } else if let Some(words) = paragraph.strip_prefix("> ") {
            ("p", " class=\"standfirst\"", words)
        } else {
            ("p", "", paragraph)
        };
        let html = if tag == "h1" || !class.is_empty() { &mut head } else { &mut body };
        html.push_str(&["<", tag, class, ">"].concat());
        escape(&words.replace('\n', ""), html);
        html.push_str(&["</", tag, ">\n"].concat());
    }
    (head, body)
}

/// The title of an article, for the page's own title.
pub fn title(text: &str) -> &str {
    text.lines().find_map(|line| line.trim_start_matches('\u{feff}').strip_prefix("# ")).unwrap_or_default().trim()
}
