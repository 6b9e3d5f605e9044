//! The hand-drawn plan of a map: letters on a lattice of hexagons, checked against the nodes.

use super::checker::Checker;
use super::code::{Code, Why};
use super::problem::{At, Word};
use super::{Node, Plan, PlanCell, proof};
use crate::document;

/// Most rows, and most cells of a row.
const SIDE: usize = 400;

/// The plan, if it fits the nodes.
pub(super) fn plan(checker: &mut Checker, written: &document::Plan, roots: &[Node], at: &At<'_>) -> Option<Plan> {
    let at = at.field("plan");
    let letters = letters(checker, written, roots, &at.field("letters"))?;
    let wide = rows(checker, &written.wide, &letters, roots, &at.field("wide"));
    let narrow = rows(checker, &written.narrow, &letters, roots, &at.field("narrow"));
    Some(Plan { wide: wide?, narrow: narrow? })
}

/// The letter of each top-level node, in the order of the nodes.
fn letters(checker: &mut Checker, written: &document::Plan, roots: &[Node], at: &At<'_>) -> Option<Vec<char>> {
    let mut is_sound = true;
    for (letter, id) in &written.letters {
        let is_letter = letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_lowercase());
        if !is_letter {
            checker.add(Code::PlanMismatch, at, &[Word::clipped(letter), Word::why(Why::PlanLetter)]);
        }
        let is_root = roots.iter().any(|root| root.id == *id);
        if !is_root {
            checker.add(Code::UnknownId, &at.field(letter), &[Word::clipped(id)]);
        }
        is_sound &= is_letter && is_root;
    }
    let mut letters = Vec::new();
    for root in roots {
        let mut of_root =
            written.letters.iter().filter(|(_, id)| **id == root.id).filter_map(|(letter, _)| letter.chars().next());
        let letter = of_root.next();
        if letter.is_none() || of_root.next().is_some() {
            checker.add(Code::PlanMismatch, at, &[Word::plain(&root.id), Word::why(Why::PlanOneLetter)]);
        }
        letters.extend(letter);
    }
    (is_sound && letters.len() == roots.len()).then_some(letters)
}

/// The cells of a plan, row by row.
pub(super) type Rows = Vec<Vec<Option<PlanCell>>>;

fn rows(checker: &mut Checker, written: &[String], letters: &[char], roots: &[Node], at: &At<'_>) -> Option<Rows> {
    let columns = written.first().map_or(0, |row| row.chars().count());
    if written.len() > SIDE || columns > SIDE {
        checker.length(written.len().max(columns), SIDE, Why::Entries, at);
        return None;
    }
    let mut rows = Vec::new();
    for (index, row) in written.iter().enumerate() {
        if row.chars().count() != columns {
            checker.add(Code::PlanMismatch, &at.index(index), &[Word::clipped(row), Word::why(Why::PlanRow)]);
            return None;
        }
        let mut cells = Vec::new();
        for letter in row.chars() {
            let root = letters.iter().position(|known| *known == letter.to_ascii_lowercase());
            if root.is_none() && letter != '.' {
                checker.add(
                    Code::PlanMismatch,
                    &at.index(index),
                    &[Word::plain(letter.encode_utf8(&mut [0; 4])), Word::why(Why::PlanUnknown)],
                );
                return None;
            }
            cells.push(root.map(|root| PlanCell { root, is_leaf: letter.is_ascii_uppercase() }));
        }
        rows.push(cells);
    }
    let mut is_sound = true;
    for (index, root) in roots.iter().enumerate() {
        let of_root = rows.iter().flatten().flatten().filter(|cell| cell.root == index);
        let (cells, leaves) = (of_root.filter(|cell| cell.is_leaf).count(), root.leaves().len());
        if cells != leaves {
            let words = &[Word::unequal(&root.id, cells, leaves), Word::why(Why::PlanCount)];
            checker.add(Code::PlanMismatch, at, words);
            is_sound = false;
        } else {
            is_sound &= proof::hangs_together(checker, &rows, index, root, at);
        }
    }
    is_sound.then_some(rows)
}
