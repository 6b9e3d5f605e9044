//! What the JSON readers say about an entry that does not fit, in Chinese.

/// The reader's English words in Chinese, as far as they are of the usual forms.
pub(super) fn in_chinese(reason: &str) -> String {
    if let Some(field) = reason.strip_prefix("missing field ") {
        return ["缺少字段", &quoted(field)].concat();
    }
    if let Some(rest) = reason.strip_prefix("unknown variant ") {
        let (variant, expected) = rest.split_once(", expected ").unwrap_or((rest, ""));
        return ["没有", &quoted(variant), "这个选项，可用的是 ", expected.trim_start_matches("one of ")].concat();
    }
    for (start, words) in [
        ("invalid type: ", "类型不对，这里是"),
        ("invalid value: ", "值不对，这里是"),
        ("invalid length", "长度不对，这里是"),
    ] {
        if let Some(rest) = reason.strip_prefix(start) {
            let (found, expected) = rest.split_once(", expected ").unwrap_or((rest, ""));
            return [words, &thing(found), "，应当是", &thing(expected)].concat();
        }
    }
    let parser = PARSER.iter().find(|(english, _)| reason.starts_with(english));
    parser.map_or(reason, |(_, chinese)| chinese).to_owned()
}

/// What a JSON parser says where the text is no JSON.
const PARSER: [(&str, &str); 12] = [
    ("EOF while parsing", "还没有写完"),
    ("expected `:`", "键的后面要有冒号"),
    ("expected `,` or `]`", "这里要有逗号或 ]"),
    ("expected `,` or `}`", "这里要有逗号或 }"),
    ("expected value", "这里要有一个值"),
    ("expected ident", "这里不是 true、false 或 null"),
    ("key must be a string", "键要用引号括起来"),
    ("trailing comma", "最后多了一个逗号"),
    ("trailing characters", "后面多了内容"),
    ("control character", "引号里有换行或控制字符，要写成 \\n 之类"),
    ("invalid escape", "反斜杠后面的字符不对"),
    ("number out of range", "数太大"),
];

fn quoted(name: &str) -> String {
    ["“", name.trim_matches('`'), "”"].concat()
}

/// The names of JSON's types, longer ones first.
const THINGS: [(&str, &str); 15] = [
    ("a text, or a map of texts by language", "文字，或按语言写的文字"),
    ("a boolean", "真假值"),
    ("a string", "文字"),
    ("a sequence", "列表"),
    ("a map", "对象"),
    ("an object", "对象"),
    ("a whole number", "整数"),
    ("two numbers", "两个数"),
    ("two ids", "两个 id"),
    ("boolean", "真假值"),
    ("number", "数"),
    ("string", "文字"),
    ("sequence", "列表"),
    ("map", "对象"),
    ("null", "空值"),
];

fn thing(name: &str) -> String {
    match THINGS.iter().find(|(english, _)| name.starts_with(english)) {
        Some((english, chinese)) => [chinese, name.get(english.len()..).unwrap_or_default()].concat(),
        None => name.to_owned(),
    }
}
