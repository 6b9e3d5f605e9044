//! Quotations compared with the values that they vouch for, and as-of dates with what supports them.

use crate::citation::{self, Agreement};
use crate::document::{self, Basis};
use crate::ordered::Map;
use crate::page::checker::{Checker, Known, iso};
use crate::page::code::Code;
use crate::page::problem::{At, Word};
use crate::page::{Citation, Fact, Source};
use crate::quantity::{Date, DatePart, Value, Year};
use std::rc::Rc;

/// Takes the as-of date from every fact whose date nothing supports.
pub(in crate::page) fn as_of_dates(
    checker: &mut Checker,
    sound: &mut Map<usize, Rc<Fact>>,
    known: &mut Known<Fact>,
    list: &At<'_>,
) {
    let dates: Vec<Rc<Fact>> = sound.values().filter(|fact| fact.value.date().is_some()).cloned().collect();
    let unsupported: Vec<(usize, Rc<Fact>)> = sound
        .iter()
        .filter(|(index, fact)| !as_of(checker, fact, &dates, &list.index(**index)))
        .map(|(index, fact)| (*index, Rc::clone(fact)))
        .collect();
    for (index, fact) in unsupported {
        let fact = Rc::new(Fact { as_of: None, ..Fact::clone(&fact) });
        known.insert(&fact.id, Rc::clone(&fact));
        sound.insert(index, fact);
    }
}

/// The quotations that say the value.
pub(in crate::page) fn quoted(
    checker: &mut Checker,
    written: &document::Fact,
    value: &Value,
    cites: Vec<Citation>,
    at: &At<'_>,
) -> Vec<Citation> {
    let printed = written.value.as_deref().map_or_else(|| value.print(crate::locale::Language::Zh), str::to_owned);
    let list = at.field("cite");
    let mut sound = Vec::new();
    for citation in cites {
        let index = written.cite.iter().position(|cite| *cite == citation.quote).unwrap_or_default();
        let at = list.index(index);
        let differs = match citation::agreement(value, &citation.quote) {
            Agreement::Same => None,
            Agreement::WithoutYear(_) if written.basis != Some(Basis::Inferred) => {
                checker.add(Code::InferredWithoutBasis, &at.field("exact"), &[Word::plain(&printed)]);
                continue;
            }
            Agreement::WithoutYear(date) => match (year_of(&citation.source), value.date()) {
                (Some(year), Some(value)) if in_year(date, year).year != value.year => {
                    Some(citation.quote.exact.clone())
                }
                _ => None,
            },
            Agreement::Differs(words) => Some(words),
        };
        match differs {
            None => sound.push(citation),
            Some(words) => {
                let read = if words.is_empty() { citation.quote.exact.clone() } else { words };
                checker.add(Code::QuoteDigits, &at.field("exact"), &[Word::plain(&printed), Word::Plain(read)]);
            }
        }
    }
    sound
}

/// The year in which a source was published.
fn year_of(source: &Source) -> Option<u16> {
    source.date.as_deref().and_then(iso).map(|(year, _, _)| year)
}

/// A date with the year that it has in an article of that year.
fn in_year(date: Date, year: u16) -> Date {
    match date.year {
        None => Date { year: Some(Year::Absolute(year)), ..date },
        Some(_) => date.resolved(year),
    }
}

/// True where a fact has no as-of date, or one that a date fact or a source supports; a date supports itself.
fn as_of(checker: &mut Checker, fact: &Fact, dates: &[Rc<Fact>], at: &At<'_>) -> bool {
    let Some(written) = &fact.as_of else { return true };
    let Some(date) = iso(written) else { return true };
    let at = at.named(&fact.id);
    let at = at.field("as_of");
    let mut is_supported = false;
    let is_date = fact.value.date().is_some();
    for other in dates.iter().filter(|other| if is_date { other.id == fact.id } else { shares_sources(fact, other) }) {
        let Some(printed) = other.value.date() else { continue };
        let year = other.cites.iter().find_map(|citation| year_of(&citation.source));
        let is_whole = matches!(printed.year, Some(Year::Absolute(_)));
        let resolved = year.map_or(printed, |year| in_year(printed, year));
        if covers(resolved, date) {
            if is_whole || fact.as_of_inferred {
                return true;
            }
            is_supported = true;
        }
    }
    for citation in fact.cites.iter().filter(|_| !is_date) {
        if citation.source.date.as_ref().is_some_and(|published| published.starts_with(written.as_str())) {
            if fact.as_of_inferred || !citation.source.inferred {
                return true;
            }
            is_supported = true;
        }
    }
    let code = if is_supported { Code::InferredWithoutBasis } else { Code::UnsupportedAsOf };
    checker.add(code, &at, &[Word::plain(written)]);
    is_supported
}

/// True where every source of a fact also prints the date.
fn shares_sources(fact: &Fact, date: &Fact) -> bool {
    fact.cites.iter().all(|citation| date.cites.iter().any(|other| other.source.id == citation.source.id))
}

/// True where an ISO date says what a printed date says: 2023年底 covers 2023, 2023-12 and 2023-12-31.
fn covers(printed: Date, (year, month, day): (u16, Option<u8>, Option<u8>)) -> bool {
    let (last_month, last_day) = match (printed.part, printed.month) {
        (Some(DatePart::End), None) => (Some(12), Some(31)),
        (Some(DatePart::Start), None) => (Some(1), Some(1)),
        (Some(DatePart::FirstHalf), None) => (Some(6), Some(30)),
        (Some(DatePart::SecondHalf), None) => (Some(12), Some(31)),
        (Some(DatePart::FirstThreeQuarters), None) => (Some(9), Some(30)),
        (Some(DatePart::Quarter(quarter)), None) => (Some(quarter.saturating_mul(3)), None),
        (Some(DatePart::End), month) => (month, None),
        (_, month) => (month, printed.day),
    };
    let fits = |iso: Option<u8>, printed: Option<u8>| iso.is_none() || iso == printed;
    let is_last_day = printed.part.is_some() && printed.month.is_some() && day.is_some_and(|day| day >= 28);
    printed.year == Some(Year::Absolute(year)) && fits(month, last_month) && (fits(day, last_day) || is_last_day)
}
