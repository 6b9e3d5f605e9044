//! The editor's proof: what a newsroom wants to know before it publishes, beyond what makes a sound page.
//!
//! Quotations say the values that they vouch for, texts hold no bare numbers, claims and relations come out,
//! dates are supported; and every problem has a message with its particulars and a hint. `trusted.rs` has the
//! same functions for the reader's build, where all this was done before the document was published.

mod bare;
mod claim;
mod derive;
mod entries;
mod hints;
mod messages;
mod plan;
mod quotes;
mod reason;
mod relation;
mod title;
mod word;

pub(super) use bare::{Allowed, Names, no_bare_number};
pub(super) use derive::derivation_agrees;
pub(super) use entries::{correction_holds, left_out_is_number, quote_length, stage_fits};
pub(super) use messages::{hint, message};
pub(super) use plan::hangs_together;
pub(super) use quotes::{as_of_dates, quoted};
pub(super) use relation::relation_holds;
pub(super) use title::{claimed, scopes_said};
pub use word::Word;
