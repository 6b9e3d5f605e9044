//! Publishes the style sheet: the same rules, each proof against a host page's own.
//!
//! The static face lies in the host's document, where a rule like `*{line-height:2!important}` reaches it;
//! the live face lies in a shadow root, where it does not. Only `!important` in both keeps them alike, so it
//! is added here, once, instead of at every line of the source. Custom properties stay plain: a newspaper
//! sets its own colours with them.

/// The published text of the sheet.
pub(crate) fn published(source: &str) -> String {
    let mut sheet = String::with_capacity(source.len() * 5 / 4);
    let mut prelude = String::new();
    let mut keyframes = 0_usize;
    let mut rest = without_comments(source);
    while let Some(place) = rest.find(['{', '}']) {
        let opens = rest[place..].starts_with('{');
        prelude.push_str(rest[..place].trim());
        rest = rest[place + 1..].to_owned();
        if !opens {
            sheet.push_str("}\n");
            prelude.clear();
            keyframes = keyframes.saturating_sub(1);
            continue;
        }
        sheet.push_str(&prelude);
        sheet.push_str(" {");
        let is_group = prelude.starts_with('@');
        if is_group {
            if prelude.starts_with("@keyframes") || keyframes > 0 {
                keyframes += 1;
            }
            sheet.push('\n');
        } else {
            let end = rest.find('}').unwrap_or(rest.len());
            let is_ours = keyframes == 0 && prelude.contains(".ne");
            sheet.push_str(&declarations(&rest[..end], is_ours));
            sheet.push_str("}\n");
            rest = rest.get(end + 1..).unwrap_or_default().to_owned();
        }
        prelude.clear();
    }
    sheet
}

fn declarations(block: &str, is_ours: bool) -> String {
    block
        .split(';')
        .map(str::trim)
        .filter(|declaration| !declaration.is_empty())
        .map(|declaration| {
            let is_plain = !is_ours || declaration.starts_with("--") || declaration.ends_with("!important");
            format!("{declaration}{};", if is_plain { "" } else { "!important" })
        })
        .collect()
}

fn without_comments(source: &str) -> String {
    let mut kept = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::published;

    #[test]
    fn rules_of_the_explainer_become_important_and_custom_properties_stay_plain() {
        let sheet = published("/* note */ .ne p { margin: 0; --ne-a: 1px }");
        assert_eq!(sheet, ".ne p {margin: 0!important;--ne-a: 1px;}\n");
    }

    #[test]
    fn rules_inside_a_query_are_kept_inside_it_and_keyframes_are_left_alone() {
        let sheet = published(
            "@media print { .ne-x { display: none } } @keyframes ne-in { from { opacity: 0 } } .ne b { color: red }",
        );
        assert_eq!(
            sheet,
            "@media print {\n.ne-x {display: none!important;}\n}\n@keyframes ne-in {\nfrom {opacity: 0;}\n}\n.ne b {color: red!important;}\n"
        );
    }
}
