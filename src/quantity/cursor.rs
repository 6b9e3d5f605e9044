//! A place in a folded text, from which the readers take what they know.

use super::fold::Folded;

/// A place in a folded text. It is copied to look ahead and assigned back to go on.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    text: &'a [Folded],
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a [Folded]) -> Cursor<'a> {
        Cursor { text, at: 0 }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.peek_after(0)
    }

    pub(super) fn peek_after(&self, count: usize) -> Option<char> {
        self.text.get(self.at.checked_add(count)?).map(|folded| folded.character)
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += 1;
        Some(character)
    }

    pub(super) fn take(&mut self, character: char) -> bool {
        let found = self.peek() == Some(character);
        if found {
            self.at += 1;
        }
        found
    }

    /// Takes a word if the text goes on with it.
    pub(super) fn take_word(&mut self, word: &str) -> bool {
        let found = self.goes_on_with(word);
        if found {
            self.at += word.chars().count();
        }
        found
    }

    /// Takes the first of several words; where one begins with another, the longer must come first.
    pub(super) fn take_any<T: Copy>(&mut self, words: &[(&str, T)]) -> Option<T> {
        words.iter().find(|(word, _)| self.take_word(word)).map(|(_, meaning)| *meaning)
    }

    /// Whether the text goes on with a word. A Latin word must end there, and its case matters only
    /// when it is a single letter (`W` is a watt, `w` is not).
    pub(super) fn goes_on_with(&self, word: &str) -> bool {
        let mut count = 0;
        let one_letter = word.len() == 1;
        let mut last = ' ';
        for expected in word.chars() {
            let Some(found) = self.peek_after(count) else {
                return false;
            };
            if !(found == expected || !one_letter && found.eq_ignore_ascii_case(&expected)) {
                return false;
            }
            last = expected;
            count += 1;
        }
        !(last.is_ascii_alphabetic() && self.peek_after(count).is_some_and(|next| next.is_ascii_alphabetic()))
    }

    pub(super) fn skip_space(&mut self) {
        while self.take(' ') {}
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// How many characters have been passed, to see which of two readings got further.
    pub(super) fn passed(&self) -> usize {
        self.at
    }

    /// The byte of the text as given at which this place begins.
    pub(super) fn offset(&self) -> usize {
        match self.text.get(self.at) {
            Some(folded) => folded.start,
            None => self.text.last().map_or(0, |folded| folded.end),
        }
    }

    /// The character last passed.
    pub(super) fn last(&self) -> Option<char> {
        self.at.checked_sub(1).and_then(|index| self.text.get(index)).map(|folded| folded.character)
    }

    /// The characters from here up to a later place.
    pub(super) fn text_to(&self, end: &Cursor<'_>) -> String {
        self.text.iter().take(end.at).skip(self.at).map(|folded| folded.character).collect()
    }

    /// The byte of the text as given after the character last passed.
    pub(super) fn end_of_passed(&self) -> usize {
        let last = self.at.checked_sub(1).and_then(|index| self.text.get(index));
        last.map_or(0, |folded| folded.end)
    }
}
