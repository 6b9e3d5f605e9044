//! What to do about each kind of problem, in Chinese and in English.

use crate::page::code::Code;

/// The hint of each code.
pub(super) fn hint(code: Code) -> (&'static str, &'static str) {
    match code {
        Code::NotJson => (
            "检查这一处前后的逗号、引号和括号。",
            "Look for a missing comma, quotation mark or bracket just before it.",
        ),
        Code::DuplicateKey => {
            ("只留一个；不然后一个会悄悄盖掉前一个。", "Keep one; otherwise the later silently replaces the earlier.")
        }
        Code::UnknownField => (
            "检查拼写；可用的字段见 news-explainer schema。",
            "Check the spelling; news-explainer schema lists the fields.",
        ),
        Code::UnsupportedFormat => {
            ("写 \"format\": 1，或换用更新的程序。", "Write \"format\": 1, or use a newer program.")
        }
        Code::UnknownLanguage => ("可用的是 zh-Hans 和 en。", "Use zh-Hans or en."),
        Code::UnreadableEntry => {
            ("按格式补上或改正这一处；其余内容不受影响。", "Mend it as the format says; the rest is not affected.")
        }
        Code::MissingText => ("写上文字，或删去这个字段。", "Write a text, or remove the field."),
        Code::MissingTranslation => ("补上译文。", "Add the translation."),
        Code::MissingField => ("补上这个字段。", "Add the field."),
        Code::EmptyId => ("写一个由字母、数字、- 和 _ 组成的 id。", "Write an id of letters, digits, - and _."),
        Code::BadId => ("只用英文字母、数字、- 和 _，至多 64 个。", "Use only letters, digits, - and _, at most 64."),
        Code::DuplicateId => ("换一个，或删去重复的一条。", "Choose another, or remove the copy."),
        Code::UnknownId => ("检查拼写，或补上这一条。", "Check the spelling, or add the entry."),
        Code::Overlong => ("缩短或拆开。", "Shorten or split it."),
        Code::BadLink => ("写完整的 http 或 https 地址。", "Write a whole http or https address."),
        Code::ImpossibleDate => (
            "写成 2024、2024-06 或 2024-06-13；核对和更正的日期要写到日。",
            "Write 2024, 2024-06 or 2024-06-13; sign-offs and corrections need the day.",
        ),
        Code::PlaceCycle => ("检查各地点的 within。", "Check the within of each place."),
        Code::UnreadableValue => {
            ("照原文写数字、单位和“超过”“余”之类的字。", "Write number, unit and qualifier as printed.")
        }
        Code::NoCitation => {
            ("在 cite 里写来源和原文，或写 derive。", "Give source and words in cite, or write derive.")
        }
        Code::QuoteDigits => (
            "对照原文，改正值或引文；数字、单位和“超过”“余”之类的字都要一样。",
            "Compare with the source and mend value or quotation: number, unit and qualifier must be the same.",
        ),
        Code::QuoteTooLong => (
            "只留数字、单位和足以找到原处的几个字。",
            "Keep the number, its unit and a few characters that find the place.",
        ),
        Code::InferredWithoutBasis => (
            "值的年份是推断的，写 \"basis\": \"inferred\"；as_of 是推断的，写 \"as_of_inferred\": true。",
            "Write \"basis\": \"inferred\" for a value whose year is inferred, \"as_of_inferred\": true for an as_of.",
        ),
        Code::UnsupportedAsOf => (
            "补一条同一来源里写着这个日期的事实，或用来源的日期。",
            "Add a fact with that date from the same source, or use the source's date.",
        ),
        Code::DeriveCycle => ("改掉 derive 里的一个事实。", "Change one of the facts in derive."),
        Code::DeriveMismatch => ("改正值，或改正参与计算的内容。", "Mend the value, or what it is worked out from."),
        Code::DeriveKind => ("换成能这样计算的事实。", "Use facts that can be computed like this."),
        Code::RelationFacts => ("补上或删去事实。", "Add or remove facts."),
        Code::RelationBroken => (
            "对照原文改正其中的数；原文自己对不上，就写成 differ 并加 note。",
            "Mend the figures by the source; where the source contradicts itself, make it differ, with a note.",
        ),
        Code::RelationUnits => ("换成同一单位的事实。", "Use facts of one unit."),
        Code::RelationScope => ("加 note 说明口径。", "Add a note that names the scopes."),
        Code::DifferNeedsNote => ("在 note 里告诉读者哪里不一致。", "Tell readers in a note what disagrees."),
        Code::DifferButEqual => ("改正数字，或删去这条关系。", "Mend the figures, or remove the relation."),
        Code::ClaimSyntax => (
            "照格式说明改写；例：max(a, b) / c < 0.5。",
            "Rewrite it as the format says, for example max(a, b) / c < 0.5.",
        ),
        Code::ClaimFalse => ("改标题和断言，让它们与数字相符。", "Change title and claim to agree with the figures."),
        Code::ClaimUnknown => ("检查拼写，或补上这个事实。", "Check the spelling, or add the fact."),
        Code::BareNumber => {
            ("写成 {事实的id}，或在 claim 里写出这个数。", "Write it as {fact_id}, or put the number into the claim.")
        }
        Code::UnknownFactInText => {
            ("写成 {id} 或 {id:number}；要印花括号就写 {{。", "Write {id} or {id:number}; write {{ for a brace.")
        }
        Code::UnclosedBrace => ("补上 }；要印花括号就写 {{。", "Add }; write {{ for a brace."),
        Code::PlanMismatch => {
            ("改图样，或删去 plan 由程序排列。", "Mend the plan, or remove it and let the program lay it out.")
        }
        Code::HierarchyParent => ("改正 parent。", "Mend parent."),
        Code::HierarchyDepth => {
            ("写两到三个 levels，节点不要比它们更深。", "Give two or three levels, and no node deeper than they are.")
        }
        Code::HierarchyEmpty => ("补上 nodes，或删去这个层级。", "Add nodes, or remove the hierarchy."),
        Code::Stage => ("verb 照原文写，class 选相符的一类。", "Write verb as printed, and the class that it says."),
        Code::TableLength => {
            ("补齐各列；没有的数写 _。", "Make the columns equally long; write _ for a missing number.")
        }
        Code::TableNumber => ("只写数字，没有就写 _。", "Write digits only, or _ where there is none."),
        Code::BlockData => ("换事实，或换一种图。", "Use other facts, or another kind of picture."),
        Code::LeftOut => {
            ("这里只列有意不用的数，照原文写。", "List only numbers that are deliberately not used, as printed.")
        }
        Code::CorrectionMismatch => {
            ("new 要与事实的值一样，old 要与它不同。", "new must be the fact's value, and old must not.")
        }
    }
}
