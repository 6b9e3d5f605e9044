//! The hand-drawn plan of a map: letters on a lattice of hexagons, checked against the nodes.

use super::checker::{Checker, clipped};
use super::code::{Code, Why};
use super::problem::{At, Word};
use super::{Node, Plan, PlanCell};
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
            checker.add(Code::PlanMismatch, at, vec![Word::plain(clipped(letter)), Word::Why(Why::PlanLetter)]);
        }
        let is_root = roots.iter().any(|root| root.id == *id);
        if !is_root {
            checker.add(Code::UnknownId, &at.field(letter), vec![Word::plain(clipped(id))]);
        }
        is_sound &= is_letter && is_root;
    }
    let mut letters = Vec::new();
    for root in roots {
        let mut of_root =
            written.letters.iter().filter(|(_, id)| **id == root.id).filter_map(|(letter, _)| letter.chars().next());
        let letter = of_root.next();
        if letter.is_none() || of_root.next().is_some() {
            checker.add(Code::PlanMismatch, at, vec![Word::plain(&root.id), Word::Why(Why::PlanOneLetter)]);
        }
        letters.extend(letter);
    }
    (is_sound && letters.len() == roots.len()).then_some(letters)
}

type Rows = Vec<Vec<Option<PlanCell>>>;

fn rows(checker: &mut Checker, written: &[String], letters: &[char], roots: &[Node], at: &At<'_>) -> Option<Rows> {
    let columns = written.first().map_or(0, |row| row.chars().count());
    if written.len() > SIDE || columns > SIDE {
        checker.length(written.len().max(columns), SIDE, Why::Entries, at);
        return None;
    }
    let mut rows = Vec::new();
    for (index, row) in written.iter().enumerate() {
        if row.chars().count() != columns {
            checker.add(Code::PlanMismatch, &at.index(index), vec![Word::plain(clipped(row)), Word::Why(Why::PlanRow)]);
            return None;
        }
        let mut cells = Vec::new();
        for letter in row.chars() {
            let root = letters.iter().position(|known| *known == letter.to_ascii_lowercase());
            if root.is_none() && letter != '.' {
                checker.add(
                    Code::PlanMismatch,
                    &at.index(index),
                    vec![Word::Plain(letter.to_string()), Word::Why(Why::PlanUnknown)],
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
            let figures = [root.id.as_str(), " ", &cells.to_string(), " ≠ ", &leaves.to_string()].concat();
            checker.add(Code::PlanMismatch, at, vec![Word::Plain(figures), Word::Why(Why::PlanCount)]);
            is_sound = false;
        } else if !is_connected(&rows, index) {
            checker.add(Code::PlanMismatch, at, vec![Word::plain(&root.id), Word::Why(Why::PlanApart)]);
            is_sound = false;
        }
    }
    is_sound.then_some(rows)
}

/// True where the cells of one root hang together on the lattice whose odd rows are shifted right by half a cell.
fn is_connected(rows: &Rows, root: usize) -> bool {
    let mut left: Vec<(usize, usize)> = Vec::new();
    for (row, cells) in rows.iter().enumerate() {
        let columns = cells.iter().enumerate().filter(|(_, cell)| cell.is_some_and(|cell| cell.root == root));
        left.extend(columns.map(|(column, _)| (row, column)));
    }
    let mut reached: Vec<(usize, usize)> = left.pop().into_iter().collect();
    while let Some(cell) = reached.pop() {
        let (near, far) = left.into_iter().partition(|other| are_neighbours(cell, *other));
        reached.extend::<Vec<_>>(near);
        left = far;
    }
    left.is_empty()
}

fn are_neighbours((row, column): (usize, usize), (other_row, other_column): (usize, usize)) -> bool {
    if row == other_row {
        return column.abs_diff(other_column) == 1;
    }
    let shifted = if row % 2 == 1 { column + 1 } else { column };
    row.abs_diff(other_row) == 1 && (other_column == shifted || other_column + 1 == shifted)
}
