//! Breaking a short name into the lines of a cell: Chinese evenly, English at words or between syllables.

use crate::ordered::sort;
use crate::text;

/// Two letters that make one sound and stay together.
const PAIRS: [&str; 6] = ["ch", "sh", "zh", "th", "ph", "ck"];
/// Longer names are broken between words only, so that there are few ways to try.
const MOST_PIECES: usize = 12;

/// The ways to set a name in exactly `count` lines, best first: few hyphens, then a short longest line.
pub(super) fn broken(name: &str, count: usize) -> Vec<Vec<String>> {
    if count <= 1 {
        return vec![vec![name.to_owned()]];
    }
    if name.chars().all(text::is_wide) {
        let characters: Vec<char> = name.chars().collect();
        // Three characters stay on one line; two by two from four.
        let each = characters.len().div_ceil(count).max(2);
        let lines: Vec<String> = characters.chunks(each).map(|line| line.iter().collect()).collect();
        return if lines.len() == count { vec![lines] } else { Vec::new() };
    }
    let words: Vec<Vec<String>> = name.split(' ').map(|word| vec![word.to_owned()]).collect();
    let fine: Vec<Vec<String>> = name.split(' ').map(syllables).collect();
    let pieces = if fine.iter().map(Vec::len).sum::<usize>() <= MOST_PIECES { fine } else { words };
    let pieces: Vec<(String, bool)> = pieces
        .into_iter()
        .flat_map(|word| {
            let last = word.len().saturating_sub(1);
            word.into_iter().enumerate().map(move |(place, piece)| (piece, place == last))
        })
        .collect();
    let mut ways: Vec<(usize, Vec<String>)> = ways(&pieces, count).into_iter().enumerate().collect();
    let rank = |(found, lines): &(usize, Vec<String>)| {
        let hyphens = lines.iter().filter(|line| line.ends_with('-')).count();
        (hyphens, lines.iter().map(|line| line.chars().count()).max(), *found)
    };
    sort(&mut ways, |a, b| rank(a) < rank(b));
    ways.into_iter().map(|(_, lines)| lines).collect()
}

/// Every division of the pieces into so many lines. A piece that does not end its word takes a hyphen.
fn ways(pieces: &[(String, bool)], count: usize) -> Vec<Vec<String>> {
    if pieces.len() < count || count == 0 {
        return Vec::new();
    }
    if count == 1 {
        return vec![vec![joined(pieces)]];
    }
    let mut all = Vec::new();
    for taken in 1..=pieces.len().saturating_sub(count - 1).min(MOST_PIECES) {
        let (head, tail) = pieces.split_at(taken);
        for rest in ways(tail, count - 1) {
            all.push([vec![joined(head)], rest].concat());
        }
    }
    all
}

fn joined(pieces: &[(String, bool)]) -> String {
    let mut line = String::new();
    for (place, (piece, ends_word)) in pieces.iter().enumerate() {
        line.push_str(piece);
        let is_last = place + 1 == pieces.len();
        match (ends_word, is_last) {
            (true, false) => line.push(' '),
            (false, true) => line.push('-'),
            _ => {}
        }
    }
    line
}

/// Cuts a word where a syllable may begin: before the last consonant that stands before a vowel.
fn syllables(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let is_vowel = |place: usize| letters.get(place).is_some_and(|letter| "aeiouyüAEIOUY".contains(*letter));
    let is_letter = |place: usize| letters.get(place).is_some_and(char::is_ascii_lowercase);
    let pair_at = |place: usize| {
        let pair: String = letters.iter().skip(place).take(2).collect();
        PAIRS.contains(&pair.to_ascii_lowercase().as_str())
    };
    let mut cuts = vec![0];
    for place in 2..letters.len().saturating_sub(1) {
        // Two letters at least stand on either side, a vowel among those before.
        let begins = is_letter(place) && is_letter(place - 1) && !is_vowel(place) && !pair_at(place - 1);
        let before_vowel = is_vowel(place + 1) || (pair_at(place) && is_vowel(place + 2));
        if begins && before_vowel && (0..place).any(is_vowel) {
            cuts.push(place);
        }
    }
    cuts.push(letters.len());
    cuts.windows(2)
        .filter_map(|pair| letters.get(*pair.first()?..*pair.last()?))
        .map(|part| part.iter().collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pinyin_breaks_between_syllables_and_chinese_two_by_two() {
        assert_eq!(broken("Pengboshi", 2)[0], ["Peng-", "boshi"]);
        assert_eq!(broken("Zhonghe", 2)[0], ["Zhong-", "he"]);
        assert_eq!(broken("Solar park", 2)[0], ["Solar", "park"]);
        assert_eq!(broken("合鲸光电", 2), [["合鲸", "光电"]]);
        assert!(broken("光伏园", 2).is_empty() || broken("光伏园", 2)[0].len() == 2);
    }
}
