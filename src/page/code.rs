//! The kinds of problem, closed: each has a name for machines, a level and messages.

use super::problem::Level;
use crate::quantity::ReadError;

/// A kind of problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// The text is not JSON.
    NotJson,
    /// A key is written twice in one object.
    DuplicateKey,
    /// A field that the format does not have.
    UnknownField,
    /// A version of the format that this program cannot read.
    UnsupportedFormat,
    /// A language that the explainer does not speak.
    UnknownLanguage,
    /// An entry whose shape is not that of its list.
    UnreadableEntry,
    /// A text without words.
    MissingText,
    /// A text that one of the document's languages lacks.
    MissingTranslation,
    /// A field that has to be there.
    MissingField,
    /// An empty id.
    EmptyId,
    /// An id with other characters than letters, digits, `-` and `_`.
    BadId,
    /// An id that another entry of the list has.
    DuplicateId,
    /// An id that no entry has.
    UnknownId,
    /// A text or list beyond the limits.
    Overlong,
    /// An address that is not plainly http or https.
    BadLink,
    /// A date that the calendar does not have.
    ImpossibleDate,
    /// Places that contain each other, or too many levels of them.
    PlaceCycle,
    /// A value that cannot be read.
    UnreadableValue,
    /// A fact that is neither cited nor derived.
    NoCitation,
    /// A quotation whose number, unit or qualifier is not the value's.
    QuoteDigits,
    /// A quotation longer than it needs to be.
    QuoteTooLong,
    /// A date whose year the quotation does not print, called stated.
    InferredWithoutBasis,
    /// An as-of date that neither a date fact nor a source supports.
    UnsupportedAsOf,
    /// Facts that are derived from each other.
    DeriveCycle,
    /// A value beside a derivation that gives another.
    DeriveMismatch,
    /// A derivation whose facts do not fit it.
    DeriveKind,
    /// A relation with too few or too many facts.
    RelationFacts,
    /// A relation that does not hold.
    RelationBroken,
    /// A relation between facts of different units.
    RelationUnits,
    /// Facts of different scope, compared without a word about it.
    RelationScope,
    /// A declared disagreement without a note.
    DifferNeedsNote,
    /// A declared disagreement between equal facts.
    DifferButEqual,
    /// A claim that cannot be read.
    ClaimSyntax,
    /// A claim that does not hold.
    ClaimFalse,
    /// A claim over something that is not a fact.
    ClaimUnknown,
    /// A number in a text that is neither a fact nor in the claim.
    BareNumber,
    /// Braces in a text around something that is not a fact.
    UnknownFactInText,
    /// A brace in a text that is not closed.
    UnclosedBrace,
    /// A plan of a map that does not fit its nodes.
    PlanMismatch,
    /// A node whose parent is missing, or contains itself.
    HierarchyParent,
    /// A hierarchy with too few or too many levels.
    HierarchyDepth,
    /// A hierarchy without nodes.
    HierarchyEmpty,
    /// A stage whose verb is missing or says something else than its class.
    Stage,
    /// Columns of different length.
    TableLength,
    /// A cell that is not a decimal.
    TableNumber,
    /// A picture without data, or with data that it cannot show truly.
    BlockData,
    /// A number left out that is not a number.
    LeftOut,
    /// A correction that does not lead to the fact's value.
    CorrectionMismatch,
}

/// Every code, in the order of the enumeration.
const CODES: [Code; 48] = [
    Code::NotJson,
    Code::DuplicateKey,
    Code::UnknownField,
    Code::UnsupportedFormat,
    Code::UnknownLanguage,
    Code::UnreadableEntry,
    Code::MissingText,
    Code::MissingTranslation,
    Code::MissingField,
    Code::EmptyId,
    Code::BadId,
    Code::DuplicateId,
    Code::UnknownId,
    Code::Overlong,
    Code::BadLink,
    Code::ImpossibleDate,
    Code::PlaceCycle,
    Code::UnreadableValue,
    Code::NoCitation,
    Code::QuoteDigits,
    Code::QuoteTooLong,
    Code::InferredWithoutBasis,
    Code::UnsupportedAsOf,
    Code::DeriveCycle,
    Code::DeriveMismatch,
    Code::DeriveKind,
    Code::RelationFacts,
    Code::RelationBroken,
    Code::RelationUnits,
    Code::RelationScope,
    Code::DifferNeedsNote,
    Code::DifferButEqual,
    Code::ClaimSyntax,
    Code::ClaimFalse,
    Code::ClaimUnknown,
    Code::BareNumber,
    Code::UnknownFactInText,
    Code::UnclosedBrace,
    Code::PlanMismatch,
    Code::HierarchyParent,
    Code::HierarchyDepth,
    Code::HierarchyEmpty,
    Code::Stage,
    Code::TableLength,
    Code::TableNumber,
    Code::BlockData,
    Code::LeftOut,
    Code::CorrectionMismatch,
];

/// The names in the same order: one text, because an array of names is larger than they are.
const NAMES: &str = "not-json duplicate-key unknown-field unsupported-format unknown-language unreadable-entry \
     missing-text missing-translation missing-field empty-id bad-id duplicate-id unknown-id overlong \
     bad-link impossible-date place-cycle unreadable-value no-citation quote-digits quote-too-long \
     inferred-without-basis unsupported-as-of derive-cycle derive-mismatch derive-kind relation-facts \
     relation-broken relation-units relation-scope differ-needs-note differ-but-equal claim-syntax \
     claim-false claim-unknown bare-number unknown-fact-in-text unclosed-brace plan-mismatch \
     hierarchy-parent hierarchy-depth hierarchy-empty stage table-length table-number block-data \
     left-out correction-mismatch";

impl Code {
    /// Every code, in the order in which a document is checked.
    pub fn all() -> impl Iterator<Item = Code> {
        CODES.into_iter()
    }

    /// The code in machine-readable output.
    pub fn as_str(self) -> &'static str {
        NAMES.split(' ').nth(self as usize).unwrap_or_default()
    }

    /// How bad a problem of this kind is.
    pub fn level(self) -> Level {
        match self {
            Code::MissingTranslation => Level::Warning,
            _ => Level::Error,
        }
    }
}

/// A phrase inside a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Why a value cannot be read.
    Read(ReadError),
    /// Entries.
    Entries,
    /// Characters.
    Characters,
    /// Bytes.
    Bytes,
    /// Levels of nesting.
    Nested,
    /// Chinese.
    Chinese,
    /// English.
    English,
    /// It is too long.
    LinkLong,
    /// It holds spaces, control characters or invisible ones.
    LinkSpace,
    /// It does not begin with http:// or https://.
    LinkScheme,
    /// It holds characters that an address cannot have.
    LinkCharacter,
    /// It names a user before the host.
    LinkUser,
    /// Its host or port is not well formed.
    LinkHost,
    /// The claim is empty.
    ClaimEmpty,
    /// The claim is longer than 1,000 characters.
    ClaimLong,
    /// This number is not well formed.
    ClaimNumber,
    /// This character cannot be used.
    ClaimCharacter,
    /// The claim is complete before this.
    ClaimRest,
    /// Brackets are nested too deeply.
    ClaimDeep,
    /// Comparisons cannot be chained; join them with and.
    ClaimChain,
    /// A number, a fact or a bracket is expected.
    ClaimOperand,
    /// The result is too large to be kept exact.
    ClaimLarge,
    /// This fact is a date, a range or a rank and cannot be computed with.
    ClaimDate,
    /// There is no such function.
    ClaimFunction,
    /// It divides by nought.
    ClaimZero,
    /// A number is expected, not a truth.
    ClaimTruth,
    /// A comparison is expected, not a number.
    ClaimComparison,
    /// A closing bracket is missing.
    ClaimBracket,
    /// The function takes another number of arguments.
    ClaimArguments,
    /// A key must be one small letter.
    PlanLetter,
    /// Each top-level node needs exactly one letter.
    PlanOneLetter,
    /// The rows are not equally long.
    PlanRow,
    /// This letter is not among the letters.
    PlanUnknown,
    /// Cells and nodes differ in number.
    PlanCount,
    /// Its cells do not hang together.
    PlanApart,
    /// There is no such parent.
    ParentUnknown,
    /// The node contains itself.
    ParentCycle,
    /// The verb of the source is missing.
    VerbMissing,
    /// This verb says another class.
    VerbClass,
    /// There are too few or too many facts.
    DeriveEmpty,
    /// One of the facts is not a single number.
    DeriveNumber,
    /// A number with a qualifier such as “over” cannot be computed exactly.
    DeriveHedge,
    /// The units differ.
    DeriveUnits,
    /// It takes a date and a time in years or months.
    DeriveDate,
    /// The result cannot be written exactly.
    DeriveLarge,
    /// This fact is not a single number.
    BlockNumber,
    /// The units differ, they cannot be drawn together.
    BlockUnits,
    /// A part is beyond the whole.
    BlockOver,
    /// A number above nought is needed.
    BlockNegative,
    /// Not known.
    Unknown,
}
