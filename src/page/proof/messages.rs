//! The words of the problems, in Chinese and in English.
//!
//! They are kept apart from the checks, so that a build which never asks for them does not carry them.
//! The reader's build has plain sentences instead: see `trusted.rs`.

use super::{hints, reason};
use crate::locale::Language;
use crate::page::code::{Code, Why};
use crate::page::problem::{Problem, Word};

/// What is wrong: the entry's id, then a sentence.
pub(in crate::page) fn message(problem: &Problem, language: Language) -> String {
    let (zh, en) = sentence(problem.code);
    let filled = fill(language.pick(zh, en), &problem.words, language);
    let Some(entry) = &problem.entry else { return filled };
    let (zh, en) = kind(&problem.path);
    let (open, close) = language.pick(("“", "”："), (" “", "”: "));
    let mut message = language.pick(zh, en).to_owned();
    for piece in [open, entry, close, &filled] {
        message.push_str(piece);
    }
    message
}

/// What to do about it.
pub(in crate::page) fn hint(problem: &Problem, language: Language) -> String {
    let (zh, en) = hints::hint(problem.code);
    language.pick(zh, en).to_owned()
}

/// What kind of entry a path leads to.
fn kind(path: &str) -> (&'static str, &'static str) {
    let list = path.split('[').next().unwrap_or_default();
    match list {
        "sources" => ("来源", "Source"),
        "places" => ("地点", "Place"),
        "organizations" => ("机构", "Organization"),
        "facts" => ("事实", "Fact"),
        "relations" => ("关系", "Relation"),
        "hierarchies" if path.contains(".nodes[") => ("节点", "Node"),
        "hierarchies" => ("层级", "Hierarchy"),
        "tables" => ("表", "Table"),
        "corrections" => ("更正", "Correction"),
        _ => ("版块", "Block"),
    }
}

/// Puts the words into the gaps `{0}`, `{1}`…; a gap without a word stays empty.
fn fill(sentence: &str, words: &[Word], language: Language) -> String {
    let mut filled = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (gap, after) = after.split_once('}').unwrap_or((after, ""));
        let word = gap.parse::<usize>().ok().and_then(|index| words.get(index));
        match word {
            Some(Word::Plain(text)) => filled.push_str(text),
            Some(Word::Reason(reason)) => filled.push_str(&language.pick(reason::in_chinese(reason), reason.clone())),
            Some(Word::Why(why)) => filled.push_str(phrase(*why, language)),
            None => {}
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// The sentence of each code.
fn sentence(code: Code) -> (&'static str, &'static str) {
    match code {
        Code::NotJson => ("第 {0} 行第 {1} 列不是合格的 JSON：{2}。", "Line {0}, column {1} is not valid JSON: {2}."),
        Code::DuplicateKey => ("“{0}”在同一个对象里写了两次。", "“{0}” is written twice in one object."),
        Code::UnknownField => ("没有“{0}”这个字段。", "There is no field “{0}”."),
        Code::UnsupportedFormat => ("format 是 {0}，这个程序只读 1。", "format is {0}; this program reads 1."),
        Code::UnknownLanguage => ("不认识语言“{0}”。", "The language “{0}” is not known."),
        Code::UnreadableEntry => ("这一条读不出来：{0}。", "This entry cannot be read: {0}."),
        Code::MissingText => ("这里没有文字。", "There is no text here."),
        Code::MissingTranslation => {
            ("缺{0}文字，读者会看到另一种语言。", "The {0} text is missing; readers will see the other language.")
        }
        Code::MissingField => ("缺少“{0}”。", "“{0}” is missing."),
        Code::EmptyId => ("id 是空的。", "The id is empty."),
        Code::BadId => {
            ("id“{0}”里有不能用的字符，或者太长。", "The id “{0}” has characters that it cannot have, or is too long.")
        }
        Code::DuplicateId => ("“{0}”已经用过。", "“{0}” is already taken."),
        Code::UnknownId => ("没有 id 为“{0}”的条目。", "Nothing has the id “{0}”."),
        Code::Overlong => ("有 {0} {1}，上限是 {2}。", "There are {0} {1}; the limit is {2}."),
        Code::BadLink => ("链接“{0}”不能用：{1}。", "The link “{0}” cannot be used: {1}."),
        Code::ImpossibleDate => ("没有“{0}”这样的日期。", "There is no date “{0}”."),
        Code::PlaceCycle => {
            ("地点“{0}”层层包含，绕成了圈或太深。", "The place “{0}” lies in a circle of places, or too deep.")
        }
        Code::UnreadableValue => ("值“{0}”读不出来：{1}。", "The value “{0}” cannot be read: {1}."),
        Code::NoCitation => ("没有引文，也没有写怎样算出。", "It is neither cited nor derived."),
        Code::QuoteDigits => ("值是“{0}”，引文写的却是“{1}”。", "The value is “{0}”, but the quotation says “{1}”."),
        Code::QuoteTooLong => ("引文有 {0} 个字，上限是 {1}。", "The quotation has {0} characters; the limit is {1}."),
        Code::InferredWithoutBasis => {
            ("“{0}”有一部分是推断的，却写成了原文写明的。", "“{0}” is partly inferred, but given as stated.")
        }
        Code::UnsupportedAsOf => ("as_of“{0}”没有依据。", "Nothing supports the as_of “{0}”."),
        Code::DeriveCycle => ("它要由自己算出，绕成了圈。", "It is derived from itself, in a circle."),
        Code::DeriveMismatch => ("值写的是“{0}”，算出来是“{1}”。", "The value is “{0}”, but it comes out as “{1}”."),
        Code::DeriveKind => ("算不出来：{0}。", "It cannot be worked out: {0}."),
        Code::RelationFacts => (
            "写了 {0} 个事实，至少要 {1} 个；share 只要一个，difference 只要两个。",
            "Its facts number {0}, at least {1} needed; share takes one only, difference two.",
        ),
        Code::RelationBroken => ("不成立：{0}，相差 {1}。", "It does not hold: {0}; the gap is {1}."),
        Code::RelationUnits => (
            "单位不同，不能相加或比较：{0} 与 {1}。",
            "The units differ, they cannot be added or compared: {0} and {1}.",
        ),
        Code::RelationScope => {
            ("“{0}”与“{1}”的口径不同，却没有说明。", "“{0}” and “{1}” differ in scope, and nothing says so.")
        }
        Code::DifferNeedsNote => {
            ("声明了不一致（{0}），却没有 note。", "It declares a disagreement ({0}) without a note.")
        }
        Code::DifferButEqual => {
            ("声明了不一致，其实相等：{0}。", "It declares a disagreement, but the facts are equal: {0}.")
        }
        Code::ClaimSyntax => {
            ("断言的第 {0} 个字符处读不下去：{1}。", "The claim cannot be read at character {0}: {1}.")
        }
        Code::ClaimFalse => ("断言不成立：{0}（{1}）。", "The claim does not hold: {0} ({1})."),
        Code::ClaimUnknown => ("断言里的“{0}”不是事实。", "“{0}” in the claim is not a fact."),
        Code::BareNumber => ("“{0}”没有出处，见“{1}”。", "“{0}” has no origin, in “{1}”."),
        Code::UnknownFactInText => ("花括号里的“{0}”不是事实。", "“{0}” in braces is not a fact."),
        Code::UnclosedBrace => ("花括号没有合上：“{0}”。", "A brace is not closed: “{0}”."),
        Code::PlanMismatch => ("图样与节点不符：“{0}”，{1}。", "The plan does not fit the nodes: “{0}”, {1}."),
        Code::HierarchyParent => ("parent“{0}”不对：{1}。", "The parent “{0}” is wrong: {1}."),
        Code::HierarchyDepth => ("有 {0} 层，这里只能有 {1} 层。", "The levels number {0}; possible are {1}."),
        Code::HierarchyEmpty => ("一个节点也没有。", "There are no nodes."),
        Code::Stage => ("阶段“{0}”：{1}。", "The stage “{0}”: {1}."),
        Code::TableLength => {
            ("列“{0}”有 {1} 行，第一列有 {2} 行。", "The rows of “{0}” number {1}, those of the first column {2}.")
        }
        Code::TableNumber => ("第 {1} 行的“{0}”不是数。", "“{0}” in row {1} is not a number."),
        Code::BlockData => ("画不出来：{0}（{1}）。", "It cannot be drawn: {0} ({1})."),
        Code::LeftOut => ("“{0}”不是数。", "“{0}” is not a number."),
        Code::CorrectionMismatch => {
            ("更正写的是“{0}”，事实现在的值是“{1}”。", "The correction says “{0}”, the fact's value is “{1}”.")
        }
    }
}

/// The phrases that fill gaps.
fn phrase(why: Why, language: Language) -> &'static str {
    let (zh, en) = match why {
        Why::Read(error) => return error.message(language),
        Why::Entries => ("个条目", "entries"),
        Why::Characters => ("个字", "characters"),
        Why::Bytes => ("个字节", "bytes"),
        Why::Nested => ("层嵌套", "levels of nesting"),
        Why::Chinese => ("中文", "Chinese"),
        Why::English => ("英文", "English"),
        Why::LinkLong => ("太长", "it is too long"),
        Why::LinkSpace => ("含有空格、控制字符或看不见的字符", "it holds spaces, control characters or invisible ones"),
        Why::LinkScheme => ("不是以 http:// 或 https:// 开头", "it does not begin with http:// or https://"),
        Why::LinkCharacter => ("含有地址里不能有的字符", "it holds characters that an address cannot have"),
        Why::LinkUser => ("主机名前写了用户名", "it names a user before the host"),
        Why::LinkHost => ("主机名或端口不对", "its host or port is not well formed"),
        Why::ClaimEmpty => ("断言是空的", "the claim is empty"),
        Why::ClaimLong => ("断言超过 1000 个字符", "the claim is longer than 1,000 characters"),
        Why::ClaimNumber => ("这个数写得不对", "this number is not well formed"),
        Why::ClaimCharacter => ("这个字符不能用", "this character cannot be used"),
        Why::ClaimRest => ("前面已经完整，后面多了内容", "the claim is complete before this"),
        Why::ClaimDeep => ("括号套得太深", "brackets are nested too deeply"),
        Why::ClaimChain => ("比较不能连写，请用 and 连接", "comparisons cannot be chained; join them with and"),
        Why::ClaimOperand => ("这里应当是数、事实或括号", "a number, a fact or a bracket is expected"),
        Why::ClaimLarge => ("结果太大，无法保持精确", "the result is too large to be kept exact"),
        Why::ClaimDate => (
            "这个事实是日期、范围或序数，不能计算",
            "this fact is a date, a range or a rank and cannot be computed with",
        ),
        Why::ClaimFunction => ("没有这个函数", "there is no such function"),
        Why::ClaimZero => ("除数是零", "it divides by nought"),
        Why::ClaimTruth => ("这里要数，不是真假", "a number is expected, not a truth"),
        Why::ClaimComparison => ("这里要比较，不是数", "a comparison is expected, not a number"),
        Why::ClaimBracket => ("少了右括号", "a closing bracket is missing"),
        Why::ClaimArguments => ("函数的参数个数不对", "the function takes another number of arguments"),
        Why::PlanLetter => ("图例的键应当是一个小写字母", "a key must be one small letter"),
        Why::PlanOneLetter => ("每个顶层节点要有且只有一个字母", "each top-level node needs exactly one letter"),
        Why::PlanRow => ("各行长度不一", "the rows are not equally long"),
        Why::PlanUnknown => ("这个字母没有写进 letters", "this letter is not among the letters"),
        Why::PlanCount => ("格数与节点数不同", "cells and nodes differ in number"),
        Why::PlanApart => ("这一片没有连在一起", "its cells do not hang together"),
        Why::ParentUnknown => ("上级节点不存在", "there is no such parent"),
        Why::ParentCycle => ("节点成了自己的上级", "the node contains itself"),
        Why::VerbMissing => ("没有写原文的动词", "the verb of the source is missing"),
        Why::VerbClass => ("这个动词说的是另一类", "this verb says another class"),
        Why::DeriveEmpty => ("参与计算的事实个数不对", "there are too few or too many facts"),
        Why::DeriveNumber => ("有的事实不是单个的数", "one of the facts is not a single number"),
        Why::DeriveHedge => (
            "带“约”“超过”“余”等的数不能精确计算",
            "a number with a qualifier such as “over” cannot be computed exactly",
        ),
        Why::DeriveUnits => ("单位不同，不能计算", "the units differ"),
        Why::DeriveDate => ("要写一个日期和一段年月", "it takes a date and a time in years or months"),
        Why::DeriveLarge => ("结果无法精确表示", "the result cannot be written exactly"),
        Why::BlockNumber => ("这个事实不是单个的数", "this fact is not a single number"),
        Why::BlockUnits => ("单位不同，不能画在一起", "the units differ, they cannot be drawn together"),
        Why::BlockOver => ("部分超过了整体", "a part is beyond the whole"),
        Why::BlockNegative => ("这里的数要大于零", "a number above nought is needed"),
        Why::Unknown => ("无法算出", "not known"),
    };
    language.pick(zh, en)
}
