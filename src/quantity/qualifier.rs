//! Hedges: 约, 超过, 不足, 余 and their like. Dropping one changes what the number says.

use super::cursor::Cursor;

/// How the number relates to the true amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// No hedge.
    Exact,
    /// 约, 大约, 左右.
    About,
    /// 近, 将近: a little less.
    Nearly,
    /// 超过, 逾, 超, 突破: more than.
    Over,
    /// 至少, 不低于, 以上: this or more.
    AtLeast,
    /// 不足, 不到, 低于: less than.
    Under,
    /// 至多, 不超过, 以下, 以内: this or less.
    AtMost,
    /// 余, 多 after the digits: this and some more.
    More,
    /// 数, 几: the number is only the power of ten (数十 is several tens).
    Several,
}

static BEFORE: &[(&str, Qualifier)] = &[
    ("不低于", Qualifier::AtLeast),
    ("不少于", Qualifier::AtLeast),
    ("至少", Qualifier::AtLeast),
    ("最少", Qualifier::AtLeast),
    ("不超过", Qualifier::AtMost),
    ("不高于", Qualifier::AtMost),
    ("不多于", Qualifier::AtMost),
    ("至多", Qualifier::AtMost),
    ("最多", Qualifier::AtMost),
    ("超过", Qualifier::Over),
    ("超出", Qualifier::Over),
    ("突破", Qualifier::Over),
    ("高于", Qualifier::Over),
    ("多于", Qualifier::Over),
    ("大于", Qualifier::Over),
    ("超", Qualifier::Over),
    ("逾", Qualifier::Over),
    ("不足", Qualifier::Under),
    ("不到", Qualifier::Under),
    ("不及", Qualifier::Under),
    ("低于", Qualifier::Under),
    ("少于", Qualifier::Under),
    ("小于", Qualifier::Under),
    ("大约", Qualifier::About),
    ("大概", Qualifier::About),
    ("近似", Qualifier::About),
    ("约为", Qualifier::About),
    ("约", Qualifier::About),
    ("将近", Qualifier::Nearly),
    ("接近", Qualifier::Nearly),
    ("近", Qualifier::Nearly),
];

static AFTER: &[(&str, Qualifier)] = &[
    ("及以上", Qualifier::AtLeast),
    ("以上", Qualifier::AtLeast),
    ("及以下", Qualifier::AtMost),
    ("以下", Qualifier::AtMost),
    ("以内", Qualifier::AtMost),
    ("之内", Qualifier::AtMost),
    ("左右", Qualifier::About),
    ("上下", Qualifier::About),
    ("余", Qualifier::More),
    ("多", Qualifier::More),
];

/// Longer phrases first; the first of each meaning is the one that is printed.
static ENGLISH: &[(&str, Qualifier)] = &[
    ("more than", Qualifier::Over),
    ("no more than", Qualifier::AtMost),
    ("not more than", Qualifier::AtMost),
    ("at most", Qualifier::AtMost),
    ("up to", Qualifier::AtMost),
    ("at least", Qualifier::AtLeast),
    ("no fewer than", Qualifier::AtLeast),
    ("no less than", Qualifier::AtLeast),
    ("less than", Qualifier::Under),
    ("fewer than", Qualifier::Under),
    ("under", Qualifier::Under),
    ("below", Qualifier::Under),
    ("over", Qualifier::Over),
    ("above", Qualifier::Over),
    ("nearly", Qualifier::Nearly),
    ("almost", Qualifier::Nearly),
    ("close to", Qualifier::Nearly),
    ("about", Qualifier::About),
    ("around", Qualifier::About),
    ("roughly", Qualifier::About),
    ("approximately", Qualifier::About),
    ("some", Qualifier::About),
];

impl Qualifier {
    /// Every qualifier, for tables and tests.
    pub const ALL: [Qualifier; 9] = [
        Qualifier::Exact,
        Qualifier::About,
        Qualifier::Nearly,
        Qualifier::Over,
        Qualifier::AtLeast,
        Qualifier::Under,
        Qualifier::AtMost,
        Qualifier::More,
        Qualifier::Several,
    ];

    /// Whether it is printed inside the number, so that each end of a range has its own (数十至数百).
    pub(super) fn is_inside(self) -> bool {
        matches!(self, Qualifier::More | Qualifier::Several)
    }

    /// The Chinese words before and after the number and its unit; 余 and 数 stand elsewhere and
    /// are set by the printer.
    pub(super) fn chinese(self) -> (&'static str, &'static str) {
        match self {
            Qualifier::Exact | Qualifier::More | Qualifier::Several => ("", ""),
            Qualifier::About => ("约", ""),
            Qualifier::Nearly => ("近", ""),
            Qualifier::Over => ("超过", ""),
            Qualifier::AtLeast => ("", "以上"),
            Qualifier::Under => ("不足", ""),
            Qualifier::AtMost => ("不超过", ""),
        }
    }

    /// The English words before the number.
    pub(super) fn english(self) -> &'static str {
        match self {
            Qualifier::Exact | Qualifier::Several => "",
            Qualifier::About => "about",
            Qualifier::Nearly => "nearly",
            Qualifier::Over | Qualifier::More => "more than",
            Qualifier::AtLeast => "at least",
            Qualifier::Under => "under",
            Qualifier::AtMost => "at most",
        }
    }

    pub(super) fn take_before(cursor: &mut Cursor<'_>) -> Qualifier {
        cursor.take_any(BEFORE).unwrap_or(Qualifier::Exact)
    }

    pub(super) fn take_after(cursor: &mut Cursor<'_>) -> Qualifier {
        cursor.take_any(AFTER).unwrap_or(Qualifier::Exact)
    }

    pub(super) fn take_english(cursor: &mut Cursor<'_>) -> Qualifier {
        cursor.take_any(ENGLISH).unwrap_or(Qualifier::Exact)
    }

    /// Two hedges of one number: the same twice is one; 余 adds nothing to a stronger word; others
    /// contradict each other.
    pub(super) fn join(self, later: Qualifier) -> Option<Qualifier> {
        match (self, later) {
            (first, Qualifier::Exact) => Some(first),
            (Qualifier::Exact, second) => Some(second),
            (first, second) if first == second => Some(first),
            (Qualifier::Over | Qualifier::About | Qualifier::Nearly, Qualifier::More) => Some(self),
            _ => None,
        }
    }
}
