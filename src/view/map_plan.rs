//! Where the cells of a sector map stand on its lattice: by the editor's plan, or by rule.

use super::WidthClass;
use super::map_shelves;
use crate::page::{Hierarchy, Node, PlanCell};

/// One place of the lattice that belongs to a region. Odd rows are shifted right by half a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Site {
    /// Index of the top-level node whose land it is.
    pub(super) root: usize,
    /// Index of the leaf that stands here, or `None` for land that holds the region's label.
    pub(super) leaf: Option<usize>,
    /// Column on the lattice.
    pub(super) column: i32,
    /// Row on the lattice.
    pub(super) row: i32,
}

/// The sites of a map and the number of columns that its cells are sized for.
#[derive(Clone, Debug)]
pub(super) struct Sites {
    /// All sites: region after region, in each the label first and then the leaves in order.
    pub(super) sites: Vec<Site>,
    /// The map is drawn as wide as this many columns even where it fills fewer.
    pub(super) columns: i32,
}

/// The leaves of a region. A region without projects keeps its land and its name.
pub(super) fn leaves(root: &Node) -> Vec<&Node> {
    if root.children.is_empty() { Vec::new() } else { root.leaves() }
}

/// The sites of a hierarchy: its plan's where that fits the nodes, else by shelves.
pub(super) fn sites(hierarchy: &Hierarchy, class: WidthClass) -> Sites {
    let counts: Vec<usize> = hierarchy.roots.iter().map(|root| leaves(root).len()).collect();
    let planned = hierarchy.plan.as_ref().and_then(|plan| {
        planned(
            match class {
                WidthClass::Wide => &plan.wide,
                WidthClass::Narrow => &plan.narrow,
            },
            &counts,
        )
    });
    planned.unwrap_or_else(|| map_shelves::sites(&counts, class))
}

/// Reads a plan; `None` where it does not give each region a label and each leaf a cell.
fn planned(rows: &[Vec<Option<PlanCell>>], counts: &[usize]) -> Option<Sites> {
    let mut sites = Vec::new();
    for (root, count) in counts.iter().enumerate() {
        let (mut labels, mut cells) = (Vec::new(), Vec::new());
        for (row, line) in (0..).zip(rows) {
            for (column, place) in (0..).zip(line) {
                match place {
                    Some(cell) if cell.root == root && cell.is_leaf => {
                        cells.push(Site { root, leaf: Some(cells.len()), column, row });
                    }
                    Some(cell) if cell.root == root => labels.push(Site { root, leaf: None, column, row }),
                    _ => {}
                }
            }
        }
        if labels.is_empty() || cells.len() != *count {
            return None;
        }
        sites.append(&mut labels);
        sites.append(&mut cells);
    }
    Some(Sites { sites, columns: 0 })
}
