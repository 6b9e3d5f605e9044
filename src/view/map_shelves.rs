//! A map's layout without a plan: regions stand on shelves, like books.
//!
//! Each region fills a slot of its shelf row by row, the label's two cells first. The free cells at a slot's
//! end are what keeps the map stable: one more project usually takes one of them and moves nothing else.

use super::WidthClass;
use super::map_plan::{Site, Sites};

/// Cells that a region's label takes.
const LABEL: usize = 2;
/// No shelf is higher than this, whatever it holds, so that the search stays short.
const MOST_ROWS: usize = 64;
/// A slot this much wider than high looks like a region of a map.
const SHAPE: f64 = 1.25;

/// Lays out regions with so many leaves each.
pub(super) fn sites(counts: &[usize], class: WidthClass) -> Sites {
    let sizes: Vec<usize> = counts.iter().map(|count| count + LABEL).collect();
    let columns = columns(sizes.iter().sum(), sizes.len(), class);
    let mut sites = Vec::new();
    let (mut top, mut root) = (0, 0);
    for shelf in shelves(&sizes, columns) {
        let mut left = 0;
        let mut used = 0;
        for (size, width) in sizes.iter().skip(root).zip(&shelf) {
            for place in 0..*size {
                sites.push(Site {
                    root,
                    leaf: place.checked_sub(LABEL),
                    column: number(left + place % width),
                    row: number(top + place / width),
                });
            }
            used = used.max(size.div_ceil(*width));
            left += width;
            root += 1;
        }
        top += used;
    }
    Sites { sites, columns: number(columns) }
}

/// How many columns suit so many cells. The steps are coarse, so that few additions cross one.
fn columns(cells: usize, regions: usize, class: WidthClass) -> usize {
    let steps: &[(usize, usize)] = match class {
        WidthClass::Wide => &[(24, 7), (80, 10), (150, 12), (240, 14)],
        WidthClass::Narrow => &[(16, 5), (110, 6), (220, 7)],
    };
    let most = match class {
        WidthClass::Wide => 16,
        WidthClass::Narrow => 8,
    };
    let by_cells = steps.iter().find(|(up_to, _)| cells <= *up_to).map_or(most, |(_, columns)| *columns);
    // A few small regions stand side by side rather than under one another.
    by_cells.max((regions * 3).min(match class {
        WidthClass::Wide => 8,
        WidthClass::Narrow => 5,
    }))
}

/// The shelves, each as the widths of its slots: the division of the regions, in order, that costs least.
fn shelves(sizes: &[usize], columns: usize) -> Vec<Vec<usize>> {
    // best[k] is the cost of shelving the first k regions and the last shelf of that division.
    let mut best: Vec<(f64, Vec<usize>)> = vec![(0.0, Vec::new())];
    for end in 1..=sizes.len() {
        let mut choice = (f64::INFINITY, Vec::new());
        for start in (0..end).rev() {
            let group: Vec<usize> = sizes.iter().skip(start).take(end - start).copied().collect();
            if group.len() * LABEL > columns {
                break;
            }
            let before = best.get(start).map_or(f64::INFINITY, |(cost, _)| *cost);
            if let Some((cost, widths)) = shelf(&group, columns)
                && before + cost < choice.0 - 1e-9
            {
                choice = (before + cost, widths);
            }
        }
        best.push(choice);
    }
    let mut shelves = Vec::new();
    let mut end = sizes.len();
    while end > 0 {
        let Some((_, widths)) = best.get(end).filter(|(_, widths)| !widths.is_empty()) else { break };
        shelves.push(widths.clone());
        end = end.saturating_sub(widths.len());
    }
    shelves.reverse();
    shelves
}

/// The widths of one shelf's slots that cost least, with the cost: its rows, and slots of a poor shape.
fn shelf(group: &[usize], columns: usize) -> Option<(f64, Vec<usize>)> {
    let mut best: Option<(f64, Vec<usize>)> = None;
    for rows in 1..=MOST_ROWS.max(group.iter().sum::<usize>().div_ceil(columns.max(1)) + 1) {
        let mut widths: Vec<usize> = group.iter().map(|size| size.div_ceil(rows).max(LABEL)).collect();
        let mut spare = match columns.checked_sub(widths.iter().sum()) {
            Some(spare) => spare,
            None => continue,
        };
        while spare > 0 && widen_fullest(group, &mut widths) {
            spare -= 1;
        }
        let high = group.iter().zip(&widths).map(|(size, width)| size.div_ceil(*width)).max().unwrap_or(rows);
        // Rows cost, more so where the shelf leaves columns empty at its end.
        let empty = columns.saturating_sub(widths.iter().sum()) as f64 / columns as f64;
        let cost = high as f64 * (1.0 + empty)
            + group.iter().zip(&widths).map(|(size, width)| poor_shape(*size, *width)).sum::<f64>();
        if best.as_ref().is_none_or(|(least, _)| cost < *least - 1e-9) {
            best = Some((cost, widths));
        }
        if group.iter().all(|size| size.div_ceil(rows) <= LABEL) {
            break;
        }
    }
    best
}

/// Gives a spare column to the narrowest slot for its height, unless all are wide enough already.
fn widen_fullest(group: &[usize], widths: &mut [usize]) -> bool {
    let narrowness = |size: usize, width: usize| size.div_ceil(width) as f64 / width as f64;
    let narrowest = group
        .iter()
        .zip(widths)
        .filter(|(size, width)| narrowness(**size, **width) > 0.45)
        .max_by(|(a, x), (b, y)| narrowness(**a, **x).total_cmp(&narrowness(**b, **y)));
    match narrowest {
        Some((_, width)) => {
            *width += 1;
            true
        }
        None => false,
    }
}

fn poor_shape(size: usize, width: usize) -> f64 {
    let aspect = width as f64 / (size.div_ceil(width) as f64 * SHAPE);
    0.6 * aspect.ln() * aspect.ln()
}

fn number(places: usize) -> i32 {
    i32::try_from(places).unwrap_or(i32::MAX)
}
