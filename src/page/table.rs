//! Tables: columns of one length, dense ones read from one packed string.

use super::checker::{Checker, Known, LIST};
use super::code::{Code, Why};
use super::problem::{At, Word};
use super::{Cells, Column, Source, Table};
use crate::document::{self, ColumnKind, Document};
use crate::ordered::Set;
use crate::quantity::Decimal;
use std::rc::Rc;

/// Most cells of one column.
const CELLS: usize = 1_000_000;

/// The tables.
pub(super) fn tables(
    checker: &mut Checker,
    document: &Document,
    sources: &Known<Source>,
) -> (Vec<Rc<Table>>, Known<Table>) {
    let mut known = Known::declared(&document.tables, |table| &table.id);
    let (mut tables, mut seen) = (Vec::new(), Set::new());
    let list = At::top("tables");
    for (index, written) in checker.entries(&document.tables, &list, LIST) {
        let at = list.index(index);
        let at = at.named(&written.id);
        let has_id = checker.id(&written.id, &at, &mut seen);
        let title = checker.label(&written.title, &at.field("title"));
        let note = checker.label_if(&written.note, &at.field("note"));
        let columns = columns(checker, written, &at, sources);
        if let (Some(title), Some(columns), true) = (title, columns, has_id) {
            let table = Rc::new(Table { id: written.id.clone(), title, columns, note });
            known.insert(&written.id, Rc::clone(&table));
            tables.push(table);
        }
    }
    (tables, known)
}

/// All columns; none where they do not make one table.
fn columns(
    checker: &mut Checker,
    table: &document::Table,
    at: &At<'_>,
    sources: &Known<Source>,
) -> Option<Vec<Column>> {
    let list = at.field("columns");
    if table.columns.is_empty() {
        checker.add(Code::MissingField, at, &[Word::plain("columns")]);
        return None;
    }
    if !checker.length(table.columns.len(), LIST, Why::Entries, &list) {
        return None;
    }
    let (mut columns, mut seen, mut first) = (Vec::new(), Set::new(), None);
    for (index, written) in table.columns.iter().enumerate() {
        let at = list.index(index);
        let has_id = checker.id(&written.id, &at, &mut seen);
        let name = checker.label(&written.name, &at.field("name"));
        let cites = checker.citations(&written.cite, sources, &at);
        let Some(cells) = cells(checker, written, &at) else { continue };
        let rows = cells.len();
        let expected = *first.get_or_insert(rows);
        if rows != expected {
            checker.add(Code::TableLength, &at, &[Word::plain(&written.id), Word::count(rows), Word::count(expected)]);
            continue;
        }
        if let (Some(name), true) = (name, has_id) {
            columns.push(Column { id: written.id.clone(), name, unit: written.unit.clone(), cells, cites });
        }
    }
    (columns.len() == table.columns.len()).then_some(columns)
}

/// The cells of one column; none where one of them cannot be read.
fn cells(checker: &mut Checker, column: &document::Column, at: &At<'_>) -> Option<Cells> {
    let (list, field): (Vec<&str>, &str) = match (&column.values, &column.packed) {
        (Some(values), None) => (values.iter().take(CELLS + 1).map(String::as_str).collect(), "values"),
        (None, Some(packed)) if packed.is_empty() => (Vec::new(), "packed"),
        (None, Some(packed)) => (packed.split(' ').take(CELLS + 1).collect(), "packed"),
        _ => {
            checker.add(Code::MissingField, at, &[Word::plain("values | packed")]);
            return None;
        }
    };
    if !checker.length(list.len(), CELLS, Why::Entries, &at.field(field)) {
        return None;
    }
    let kind = column.kind.unwrap_or(if field == "packed" { ColumnKind::Number } else { ColumnKind::Text });
    if kind == ColumnKind::Number {
        let numbers: Option<Vec<Option<Decimal>>> =
            list.iter().enumerate().map(|(row, cell)| number(checker, cell, row, &at.field(field))).collect();
        return numbers.map(Cells::Number);
    }
    let at = at.field(field);
    let mut is_sound = true;
    for (row, cell) in list.iter().enumerate() {
        is_sound &=
            kind == ColumnKind::Text || cell.is_empty() || *cell == "_" || checker.date(cell, &at.index(row)).is_some();
    }
    is_sound.then(|| Cells::Text(list.iter().map(|cell| (*cell).to_owned()).collect()))
}

/// A decimal, or `Some(None)` for a missing one.
fn number(checker: &mut Checker, cell: &str, row: usize, at: &At<'_>) -> Option<Option<Decimal>> {
    if cell == "_" {
        return Some(None);
    }
    let number = Decimal::parse(cell);
    if number.is_none() {
        checker.add(Code::TableNumber, &at.index(row), &[Word::clipped(cell), Word::count(row + 1)]);
    }
    number.map(Some)
}

impl Cells {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Cells::Text(cells) => cells.len(),
            Cells::Number(cells) => cells.len(),
        }
    }

    /// True for a column without cells.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
