//! The pieces of a claim: numbers, names and signs.

use super::{Fault, Lookup};
use crate::page::code::Why;
use crate::quantity::{Decimal, Ratio};

/// A piece of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A number.
    Number(Ratio),
    /// A fact, a function, `and`, `or` or `not`.
    Name(String),
    /// An operator, a bracket or a comma.
    Sign(&'static str),
}

/// Signs, longer ones first.
const SIGNS: [&str; 13] = ["<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "(", ")", ","];

/// Full-width and typographic forms as an editor's keyboard gives them, in plain ones.
pub(super) fn plain(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '\u{3000}' => ' ',
        '−' => '-',
        '×' => '*',
        '÷' => '/',
        other => other,
    }
}

/// The tokens, each with its place (characters from 1).
pub(super) fn tokens(characters: &[char], lookup: &dyn Fn(&str) -> Lookup) -> Result<Vec<(Token, usize)>, Fault> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = characters.get(at..)
        && let Some(&first) = rest.first()
    {
        let position = at + 1;
        if first.is_whitespace() {
            at += 1;
        } else if let Some((sign, length)) = sign(rest) {
            tokens.push((Token::Sign(sign), position));
            at += length;
        } else if first.is_ascii_alphanumeric() || first == '_' {
            let (token, length) = word(rest, lookup).ok_or(Fault::Syntax(position, Why::ClaimNumber))?;
            tokens.push((token, position));
            at += length;
        } else {
            return Err(Fault::Syntax(position, Why::ClaimCharacter));
        }
    }
    Ok(tokens)
}

fn sign(rest: &[char]) -> Option<(&'static str, usize)> {
    match rest.first()? {
        '≤' => return Some(("<=", 1)),
        '≥' => return Some((">=", 1)),
        '≠' => return Some(("!=", 1)),
        _ => {}
    }
    SIGNS
        .iter()
        .find(|sign| rest.len() >= sign.len() && sign.chars().eq(rest.iter().take(sign.len()).copied()))
        .map(|sign| (*sign, sign.len()))
}

/// A name, the longest that is a fact (names may hold `-`), or a number.
fn word(rest: &[char], lookup: &dyn Fn(&str) -> Lookup) -> Option<(Token, usize)> {
    let is_part = |character: &char| character.is_ascii_alphanumeric() || matches!(character, '_' | '-');
    let full: String = rest.iter().take_while(|character| is_part(character)).collect();
    let mut name = full.as_str();
    loop {
        let is_fact = !matches!(lookup(name), Lookup::Unknown);
        match name.rfind('-') {
            _ if is_fact => return Some((Token::Name(name.to_owned()), name.len())),
            Some(dash) => name = name.get(..dash)?,
            None => break,
        }
    }
    if !name.starts_with(|character: char| character.is_ascii_digit()) {
        return Some((Token::Name(name.to_owned()), name.len()));
    }
    let number: String =
        rest.iter().take_while(|character| character.is_ascii_alphanumeric() || **character == '.').collect();
    let mut length = number.len();
    let mut value = Ratio::from(Decimal::parse(&number)?);
    if rest.get(length) == Some(&'%') {
        length += 1;
        value = value.div(Ratio::from_i64(100))?;
    }
    Some((Token::Number(value), length))
}

/// The numbers, and every number divided by the number after it.
pub(super) fn literals(tokens: &[(Token, usize)]) -> Vec<Ratio> {
    let mut literals = Vec::new();
    for window in tokens.windows(3) {
        if let [(Token::Number(above), _), (Token::Sign("/"), _), (Token::Number(below), _)] = window {
            literals.extend(above.div(*below));
        }
    }
    literals.extend(tokens.iter().filter_map(|(token, _)| match token {
        Token::Number(number) => Some(*number),
        Token::Name(_) | Token::Sign(_) => None,
    }));
    literals
}
