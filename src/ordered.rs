//! Small sorted maps and sets on vectors. B-trees would be a tenth of the whole wasm, and no list here is
//! longer than ten thousand entries.

use std::borrow::Borrow;

/// A map in the order of its keys. Insert in a loop: collecting into it pulls in the standard sort.
pub(crate) type Map<K, V> = litemap::LiteMap<K, V>;

/// A set in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Set<K>(Map<K, ()>);

impl<K: Ord> Set<K> {
    /// An empty set.
    pub(crate) fn new() -> Set<K> {
        Set(Map::new())
    }

    /// Adds a key; false where it was there already.
    pub(crate) fn insert(&mut self, key: K) -> bool {
        self.0.insert(key, ()).is_none()
    }

    /// True where the key is there.
    pub(crate) fn contains<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.contains_key(key)
    }
}

/// Sorts by an order without ties: the standard sorts are four kilobytes for each type they sort.
pub(crate) fn sort<T>(list: &mut [T], comes_before: impl Fn(&T, &T) -> bool) {
    // Shell's sort with Ciura's gaps: short code, and quick enough for ten thousand entries.
    for gap in [8861, 3938, 1750, 701, 301, 132, 57, 23, 10, 4, 1] {
        for start in gap..list.len() {
            let mut at = start;
            while at >= gap
                && matches!((list.get(at), list.get(at - gap)), (Some(later), Some(earlier)) if comes_before(later, earlier))
            {
                list.swap(at, at - gap);
                at -= gap;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorting_puts_every_list_in_order_and_loses_nothing() {
        let mut list: Vec<u64> = (0..20_000_u64).map(|number| number.wrapping_mul(2_654_435_761) % 100_003).collect();
        let mut expected = list.clone();
        expected.sort_unstable();
        sort(&mut list, |a, b| a < b);
        assert_eq!(list, expected);
    }
}
