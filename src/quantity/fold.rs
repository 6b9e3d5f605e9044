//! One way of writing for what is printed in many: full width, traditional characters, stray spaces.

/// A character as it is read, and where it stood in the text as given.
#[derive(Clone, Copy, Debug)]
pub(super) struct Folded {
    pub(super) character: char,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What becomes of white space.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spaces {
    /// Chinese: spaces and line breaks are typography. Only a space on one line between two digits
    /// stays, because `12 35` is two numbers and not 1235.
    Dropped,
    /// English: every run of white space is one space.
    Single,
    /// Running text of any language: only what parts Latin words, or numbers on one line, stays.
    Words,
}

/// Folds a whole text in one pass.
pub(super) fn fold(text: &str, spaces: Spaces) -> Vec<Folded> {
    let mut folded: Vec<Folded> = Vec::with_capacity(text.len() / 2);
    let mut gap = Gap::None;
    let mut gap_start = 0;
    for (start, character) in text.char_indices() {
        let character = fold_character(character);
        if is_invisible(character) {
            continue;
        }
        if character.is_whitespace() {
            if gap == Gap::None {
                gap_start = start;
            }
            gap = if gap == Gap::Break || matches!(character, '\n' | '\r') { Gap::Break } else { Gap::Space };
            continue;
        }
        let between_digits =
            character.is_ascii_digit() && folded.last().is_some_and(|last| last.character.is_ascii_digit());
        let kept = match spaces {
            Spaces::Single => gap != Gap::None && !folded.is_empty(),
            Spaces::Dropped => gap == Gap::Space && between_digits,
            Spaces::Words => match folded.last() {
                Some(last) if between_digits || last.character.is_ascii_punctuation() => gap == Gap::Space,
                Some(last) => gap != Gap::None && last.character.is_ascii() && character.is_ascii(),
                None => false,
            },
        };
        if kept {
            folded.push(Folded { character: ' ', start: gap_start, end: start });
        }
        gap = Gap::None;
        folded.push(Folded { character, start, end: start });
    }
    // A character ends where the next one of the text as given begins.
    let mut ends = folded.iter().map(|one| one.start).collect::<Vec<_>>();
    ends.push(text.len());
    for (one, next) in folded.iter_mut().zip(ends.into_iter().skip(1)) {
        let rest = text.get(one.start..next).unwrap_or_default();
        one.end = one.start + rest.chars().next().map_or(0, char::len_utf8);
    }
    folded
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    Space,
    Break,
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

/// A Chinese character; the tables of all letters of the world are kilobytes.
pub(super) fn is_ideograph(character: char) -> bool {
    matches!(character, '〇' | '\u{3400}'..='\u{9FFF}')
}

/// The character that is read in place of this one.
pub(super) fn fold_character(character: char) -> char {
    match character {
        '\0'..='\u{7F}' => character,
        // Full-width forms lie in the order of ASCII.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        '\u{2212}' | '\u{2010}' | '\u{2011}' | '\u{FE63}' => '-',
        '\u{2013}' | '\u{2014}' | '\u{2015}' | '\u{2500}' => '—',
        '\u{301C}' | '\u{223C}' => '~',
        '￥' => '¥',
        '○' | '零' => '〇',
        _ => simplify(character),
    }
}

/// The simplified form of the traditional characters that stand in numbers, units and dates.
fn simplify(character: char) -> char {
    const PAIRS: &str = "億亿萬万兩两餘余個个幾几數数點点約约過过項项戶户臺台輛辆條条類类種种塊块隻只噸吨畝亩頃顷時时鐘钟週周歲岁\
                         間间場场層层圓元圆元幣币鎊镑歐欧韓韩盧卢灣湾門门開开買买號号屆届級级從从於于達达將将強强後后內内\
                         這这當当來来張张雙双單单對对鎮镇鄉乡國国筆笔組组幢幢棟栋艘艘頁页縣县兆兆頭头";
    let mut pairs = PAIRS.chars();
    while let (Some(traditional), Some(simplified)) = (pairs.next(), pairs.next()) {
        if traditional == character {
            return simplified;
        }
    }
    character
}
