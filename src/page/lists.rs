//! The plain lists: sources, places, organizations, quotations, numbers left out, corrections.

use super::checker::{Checker, Known, LIST};
use super::code::{Code, Why};
use super::problem::{At, Word};
use super::{Citation, Correction, Fact, LeftOut, Organization, Place, Source, proof};
use crate::citation;
use crate::document::{Cite, Document, HomeBasis};
use crate::ordered::{Map, Set};
use crate::quantity::Value;
use std::rc::Rc;

/// Most places that contain each other.
const NESTED_PLACES: usize = 8;

/// The sources.
pub(super) fn sources(checker: &mut Checker, document: &Document) -> (Vec<Rc<Source>>, Known<Source>) {
    let mut known = Known::declared(&document.sources, |source| &source.id);
    let (mut sources, mut seen) = (Vec::new(), Set::new());
    let list = At::top("sources");
    for (index, written) in checker.entries(&document.sources, &list, LIST) {
        let at = list.index(index);
        let at = at.named(&written.id);
        let has_id = checker.id(&written.id, &at, &mut seen);
        let publisher = checker.label(&written.publisher, &at.field("publisher"));
        let source = Source {
            id: written.id.clone(),
            publisher: publisher.unwrap_or_default(),
            title: checker.label_if(&written.title, &at.field("title")),
            byline: checker.label_if(&written.byline, &at.field("byline")),
            date: written.date.as_ref().and_then(|date| checker.date(date, &at.field("date"))),
            inferred: written.inferred,
            own: written.own,
            page: checker.label_if(&written.page, &at.field("page")),
            url: written.url.as_ref().and_then(|url| checker.link(url, &at.field("url"))),
            note: checker.label_if(&written.note, &at.field("note")),
        };
        if has_id {
            let source = Rc::new(source);
            known.insert(&written.id, Rc::clone(&source));
            sources.push(source);
        }
    }
    (sources, known)
}

/// The places.
pub(super) fn places(
    checker: &mut Checker,
    document: &Document,
    sources: &Known<Source>,
) -> (Vec<Rc<Place>>, Known<Place>) {
    let mut known = Known::declared(&document.places, |place| &place.id);
    let (mut places, mut seen) = (Vec::new(), Set::new());
    let list = At::top("places");
    let entries = checker.entries(&document.places, &list, LIST);
    let mut parents: Map<&str, &str> = Map::new();
    for (_, place) in &entries {
        if let Some(within) = &place.within {
            parents.insert(&place.id, within);
        }
    }
    for (index, written) in &entries {
        let at = list.index(*index);
        let at = at.named(&written.id);
        let has_id = checker.id(&written.id, &at, &mut seen);
        let name = checker.label(&written.name, &at.field("name"));
        checker.citations(&written.cite, sources, &at);
        let within = written.within.clone().filter(|within| {
            let at = at.field("within");
            if !known.has(within) {
                checker.add(Code::UnknownId, &at, &[Word::clipped(within)]);
                return false;
            }
            let chain = std::iter::successors(Some(within.as_str()), |id| parents.get(id).copied());
            let is_endless = chain.take(NESTED_PLACES).count() == NESTED_PLACES;
            if is_endless {
                checker.add(Code::PlaceCycle, &at, &[Word::clipped(within)]);
            }
            !is_endless
        });
        if let Some(name) = name
            && has_id
        {
            let place = Place { id: written.id.clone(), name, kind: written.kind, within, tile: written.tile };
            let place = Rc::new(place);
            known.insert(&written.id, Rc::clone(&place));
            places.push(place);
        }
    }
    (places, known)
}

/// The organizations.
pub(super) fn organizations(
    checker: &mut Checker,
    document: &Document,
    sources: &Known<Source>,
    places: &Known<Place>,
) -> (Vec<Rc<Organization>>, Known<Organization>) {
    let mut known = Known::declared(&document.organizations, |organization| &organization.id);
    let (mut organizations, mut seen) = (Vec::new(), Set::new());
    let list = At::top("organizations");
    for (index, written) in checker.entries(&document.organizations, &list, LIST) {
        let at = list.index(index);
        let at = at.named(&written.id);
        let has_id = checker.id(&written.id, &at, &mut seen);
        let name = checker.label(&written.name, &at.field("name"));
        let home = written.home.as_ref().and_then(|home| checker.find(places, home, &at.field("home")));
        if written.home.is_some() && written.home_basis.is_none() {
            checker.add(Code::MissingField, &at, &[Word::plain("home_basis")]);
        }
        let short = checker.label_if(&written.short, &at.field("short"));
        let note = checker.label_if(&written.note, &at.field("note"));
        let cites = checker.citations(&written.cite, sources, &at);
        if let Some(name) = name
            && has_id
        {
            let home = home.map(|home| (home, written.home_basis.unwrap_or(HomeBasis::Named)));
            let organization = Rc::new(Organization { id: written.id.clone(), name, short, home, note, cites });
            known.insert(&written.id, Rc::clone(&organization));
            organizations.push(organization);
        }
    }
    (organizations, known)
}

/// The numbers left out, each with its reason.
pub(super) fn left_out(checker: &mut Checker, document: &Document, sources: &Known<Source>) -> Vec<LeftOut> {
    let list = At::top("left_out");
    let mut left_out = Vec::new();
    for (index, written) in checker.entries(&document.left_out, &list, LIST) {
        let at = list.index(index);
        let source = checker.find(sources, &written.source, &at.field("source"));
        let reason = checker.label(&written.reason, &at.field("reason"));
        if !proof::left_out_is_number(checker, &written.text, &at.field("text")) {
            continue;
        }
        let quote = Cite {
            source: written.source.clone(),
            exact: written.text.clone(),
            prefix: written.prefix.clone(),
            suffix: written.suffix.clone(),
        };
        proof::quote_length(checker, &quote, &at, "text");
        if let (Some(source), Some(reason)) = (source, reason) {
            left_out.push(LeftOut { citation: Citation { source, quote }, reason });
        }
    }
    left_out
}

/// The corrections; what each says is now the fact's value.
pub(super) fn corrections(checker: &mut Checker, document: &Document, facts: &Known<Fact>) -> Vec<Correction> {
    let list = At::top("corrections");
    let mut corrections = Vec::new();
    for (index, written) in checker.entries(&document.corrections, &list, LIST) {
        let at = list.index(index);
        let at = at.named(&written.fact);
        let fact = checker.find(facts, &written.fact, &at.field("fact"));
        let date = checker.day(&written.date, &at.field("date"));
        let note = checker.label(&written.note, &at.field("note"));
        let Some(old) = checker.value(&written.old, &at.field("old")) else { continue };
        let Some(new) = checker.value(&written.new, &at.field("new")) else { continue };
        let Some(fact) = fact else { continue };
        if !proof::correction_holds(checker, document, written, [&old, &new], &fact, &at) {
            continue;
        }
        if let (Some(date), Some(note)) = (date, note) {
            corrections.push(Correction { fact, old: written.old.clone(), new: written.new.clone(), date, note });
        }
    }
    corrections
}

impl Checker {
    /// The quotations whose source is known, with their place in the list.
    pub(super) fn citations(&mut self, cites: &[Cite], sources: &Known<Source>, at: &At<'_>) -> Vec<Citation> {
        let list = at.field("cite");
        self.length(cites.len(), LIST, Why::Entries, &list);
        let mut citations = Vec::new();
        for (index, cite) in cites.iter().enumerate().take(LIST) {
            let at = list.index(index);
            let source = self.find(sources, &cite.source, &at.field("source"));
            if citation::is_empty(&cite.exact) {
                self.add(Code::MissingField, &at, &[Word::plain("exact")]);
                continue;
            }
            proof::quote_length(self, cite, &at, "exact");
            citations.extend(source.map(|source| Citation { source, quote: cite.clone() }));
        }
        citations
    }

    /// A value as printed.
    pub(super) fn value(&mut self, printed: &str, at: &At<'_>) -> Option<Value> {
        let value = Value::read(printed);
        if let Err(error) = &value {
            self.add(Code::UnreadableValue, at, &[Word::clipped(printed), Word::why(Why::Read(*error))]);
        }
        value.ok()
    }
}
