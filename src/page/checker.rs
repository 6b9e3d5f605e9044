//! What every part of the check needs: the languages, the problems so far, ids, links and dates.

use super::code::{Code, Why};
use super::problem::{At, Problems, Word};
use crate::document::Entry;
use crate::locale::Language;
use crate::ordered::{Map, Set};
use std::rc::Rc;

/// Most characters in one text.
pub(super) const TEXT: usize = 100_000;
/// Most entries in one list.
pub(super) const LIST: usize = 10_000;
/// Most letters in an id.
const ID: usize = 64;
/// Most characters in an address.
const ADDRESS: usize = 2_000;

/// The state of a running check.
#[derive(Debug)]
pub(super) struct Checker {
    /// The document's languages, first one first; never empty.
    pub(super) languages: Vec<Language>,
    /// What was found so far.
    pub(super) problems: Problems,
}

impl Checker {
    /// Notes a problem.
    #[inline(never)]
    pub(super) fn add(&mut self, code: Code, at: &At<'_>, words: &[Word]) {
        self.problems.add(code, at, words);
    }

    /// The entries that could be read, with their places in the list; reports the others.
    pub(super) fn entries<'d, T>(&mut self, list: &'d [Entry<T>], at: &At<'_>, most: usize) -> Vec<(usize, &'d T)> {
        self.length(list.len(), most, Why::Entries, at);
        let mut sound = Vec::new();
        for (index, entry) in list.iter().enumerate().take(most) {
            match entry {
                Entry::Read(entry) => sound.push((index, entry)),
                Entry::Broken { path, reason } => {
                    let at = at.index(index);
                    let words = &[Word::reason(reason)];
                    if path.is_empty() {
                        self.add(Code::UnreadableEntry, &at, words);
                        continue;
                    }
                    self.add(Code::UnreadableEntry, &at.field(path), words);
                }
            }
        }
        sound
    }

    /// Reports a list or text that is too long; true where it is not.
    pub(super) fn length(&mut self, length: usize, most: usize, unit: Why, at: &At<'_>) -> bool {
        if length > most {
            self.add(Code::Overlong, at, &[Word::count(length), Word::why(unit), Word::count(most)]);
        }
        length <= most
    }

    /// True for an id that is well formed and new among `seen`.
    pub(super) fn id(&mut self, id: &str, at: &At<'_>, seen: &mut Set<String>) -> bool {
        let at = at.field("id");
        if !self.id_form(id, &at) {
            return false;
        }
        if !seen.insert(id.to_owned()) {
            self.add(Code::DuplicateId, &at, &[Word::plain(id)]);
            return false;
        }
        true
    }

    /// True for an id of letters, digits, `-` and `_`.
    pub(super) fn id_form(&mut self, id: &str, at: &At<'_>) -> bool {
        if id.is_empty() {
            self.add(Code::EmptyId, at, &[]);
            return false;
        }
        let is_sound =
            id.len() <= ID && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        if !is_sound {
            self.add(Code::BadId, at, &[Word::clipped(id)]);
        }
        is_sound
    }

    /// A date as ISO text if it exists in the calendar.
    pub(super) fn date(&mut self, date: &str, at: &At<'_>) -> Option<String> {
        if iso(date).is_none() {
            self.add(Code::ImpossibleDate, at, &[Word::clipped(date)]);
            return None;
        }
        Some(date.to_owned())
    }

    /// A whole day as ISO text.
    pub(super) fn day(&mut self, date: &str, at: &At<'_>) -> Option<String> {
        if !matches!(iso(date), Some((_, Some(_), Some(_)))) {
            self.add(Code::ImpossibleDate, at, &[Word::clipped(date)]);
            return None;
        }
        Some(date.to_owned())
    }

    /// An address that may stand in a link.
    pub(super) fn link(&mut self, url: &str, at: &At<'_>) -> Option<String> {
        if let Err(why) = link(url) {
            self.add(Code::BadLink, at, &[Word::clipped(url), Word::why(why)]);
            return None;
        }
        Some(url.to_owned())
    }

    /// The entry of this id; reports an id that nobody declared. One that was declared and found broken has
    /// its problem already.
    pub(super) fn find<T>(&mut self, known: &Known<T>, id: &str, at: &At<'_>) -> Option<Rc<T>> {
        if let Some(entry) = known.sound.get(id) {
            return Some(Rc::clone(entry));
        }
        if !known.has(id) {
            self.add(Code::UnknownId, at, &[Word::clipped(id)]);
        }
        None
    }

    /// The entries of these ids, without those that are broken.
    pub(super) fn find_all<T>(&mut self, known: &Known<T>, ids: &[String], at: &At<'_>) -> Vec<Rc<T>> {
        self.length(ids.len(), LIST, Why::Entries, at);
        let ids = ids.iter().enumerate().take(LIST);
        ids.filter_map(|(index, id)| self.find(known, id, &at.index(index))).collect()
    }
}

/// The entries of one list, by id.
#[derive(Debug)]
pub(super) struct Known<T> {
    sound: Map<String, Rc<T>>,
    declared: Set<String>,
    /// Some entry could not be read, and any id may be its.
    is_partial: bool,
}

impl<T> Known<T> {
    /// All ids that a list declares, before any of them is found sound.
    pub(super) fn declared<D>(list: &[Entry<D>], id: fn(&D) -> &String) -> Known<T> {
        let mut known = Known { sound: Map::new(), declared: Set::new(), is_partial: false };
        for entry in list {
            match entry {
                Entry::Read(entry) => {
                    known.declared.insert(id(entry).clone());
                }
                Entry::Broken { .. } => known.is_partial = true,
            }
        }
        known
    }

    /// Adds a sound entry.
    pub(super) fn insert(&mut self, id: &str, entry: Rc<T>) {
        self.sound.insert(id.to_owned(), entry);
    }

    /// The sound entry of this id.
    pub(super) fn get(&self, id: &str) -> Option<&Rc<T>> {
        self.sound.get(id)
    }

    /// True for an id that the document declares, sound or not, or may declare.
    pub(super) fn has(&self, id: &str) -> bool {
        self.is_partial || self.declared.contains(id)
    }
}

/// Year, month and day of a date such as `2024`, `2024-06` or `2024-06-13`, if the calendar has it.
pub(super) fn iso(date: &str) -> Option<(u16, Option<u8>, Option<u8>)> {
    let mut parts = date.split('-');
    let year: u16 = part(parts.next()?, 4)?.parse().ok()?;
    let month: Option<u8> = match parts.next() {
        None => return Some((year, None, None)),
        Some(month) => part(month, 2)?.parse().ok(),
    };
    let day: Option<u8> = match parts.next() {
        None => None,
        Some(day) => Some(part(day, 2)?.parse().ok()?),
    };
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month? {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => return None,
    };
    if parts.next().is_some() || day.is_some_and(|day| day == 0 || day > days) {
        return None;
    }
    Some((year, month, day))
}

fn part(text: &str, length: usize) -> Option<&str> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

/// Only http and https, with a plain host and nothing that hides where a link leads.
pub(super) fn link(url: &str) -> Result<(), Why> {
    if url.chars().count() > ADDRESS {
        return Err(Why::LinkLong);
    }
    if url.chars().any(|character| character.is_control() || character.is_whitespace() || is_hidden(character)) {
        return Err(Why::LinkSpace);
    }
    let (scheme, rest) = url.split_once("://").ok_or(Why::LinkScheme)?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return Err(Why::LinkScheme);
    }
    if rest.contains(['\\', '"', '<', '>', '`', '{', '}', '|', '^']) {
        return Err(Why::LinkCharacter);
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(Why::LinkUser);
    }
    let host = authority.split(':').next().unwrap_or_default();
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
    let port = authority.split_once(':').map(|(_, port)| port);
    let is_port = |port: &str| !port.is_empty() && port.len() <= 5 && port.bytes().all(|byte| byte.is_ascii_digit());
    if host.is_empty() || !host.bytes().all(is_host) || !port.is_none_or(is_port) {
        return Err(Why::LinkHost);
    }
    Ok(())
}

/// Characters that are not seen and can make an address look like another.
fn is_hidden(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
