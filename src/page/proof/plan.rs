//! A plan whose fields are each one piece of land.

use super::Word;
use crate::page::Node;
use crate::page::checker::Checker;
use crate::page::code::{Code, Why};
use crate::page::plan::Rows;
use crate::page::problem::At;

/// True where the cells of a root are one piece of land; reports it where they are not.
pub(in crate::page) fn hangs_together(
    checker: &mut Checker,
    rows: &Rows,
    index: usize,
    root: &Node,
    at: &At<'_>,
) -> bool {
    let is_connected = is_connected(rows, index);
    if !is_connected {
        checker.add(Code::PlanMismatch, at, &[Word::plain(&root.id), Word::Why(Why::PlanApart)]);
    }
    is_connected
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
