//! What a map says: amounts and sums in their shorter forms, and the names for a screen reader.

use super::map_plan::leaves;
use super::map_sums::{self, Joint};
use crate::document::StageClass;
use crate::locale::{self, Language};
use crate::page::{Fact, Hierarchy, Node};
use crate::quantity::{Qualifier, Scale, Unit};

/// A sum as a cell may print it, longest first: every digit and hedge stays, the unit gets shorter.
pub(super) fn amounts(sum: &Fact, language: Language) -> Vec<String> {
    let whole = shortened(&sum.value.show(language, None), language);
    match language {
        Language::Zh => vec![whole.clone(), whole.replace('\u{a0}', "")],
        Language::En => {
            let bare = whole.strip_prefix("CNY").map(|bare| bare.trim_start_matches([' ', '\u{a0}']).to_owned());
            [whole].into_iter().chain(bare).collect()
        }
    }
}

/// The number alone, where the picture's subtitle can name the unit once: exact 亿元 in Chinese.
pub(super) fn bare_amount(sum: &Fact, language: Language) -> Option<String> {
    let quantity = sum.value.quantity()?;
    let is_plain = quantity.scale == Scale::Yi && quantity.qualifier == Qualifier::Exact && language == Language::Zh;
    (is_plain && matches!(quantity.unit, Unit::Money(currency) if currency.code() == "CNY"))
        .then(|| sum.number_text(language))
}

/// 亿元 as 亿, million as m.
fn shortened(shown: &str, language: Language) -> String {
    match language {
        Language::Zh => match shown.strip_suffix('元') {
            Some(rest) if rest.ends_with(['亿', '万']) => rest.to_owned(),
            _ => shown.to_owned(),
        },
        Language::En => shown.replace("million", "m").replace("billion", "bn").replace("trillion", "tn"),
    }
}

/// Count and known sum of a region, longest form first.
pub(super) fn told(hierarchy: &Hierarchy, root: &Node, language: Language) -> Vec<String> {
    let leaves = leaves(root);
    let count = counted(hierarchy, leaves.len(), language);
    let sum = map_sums::known_sum(root).map(|sum| sum.show(language, None));
    let has_money = leaves.iter().any(|leaf| map_sums::money(leaf).next().is_some());
    // What a region shares with another is neither's own sum.
    let sum = sum.filter(|_| !map_sums::shares(hierarchy, root));
    let number = leaves.len().to_string();
    let dot = language.pick("·", " · ");
    let joined = |a: &str, b: &str| [a, dot, b].concat();
    match (sum, language) {
        (Some(sum), Language::Zh) => vec![joined(&count, &sum), joined(&count, &shortened(&sum, language)), count],
        (Some(sum), Language::En) => {
            let short = shortened(&sum, language);
            vec![joined(&count, &sum), joined(&count, &short), joined(&number, &short), short, count, number]
        }
        // Sums that cannot be added are known, only not as one number.
        (None, _) if has_money || leaves.is_empty() => vec![count],
        (None, Language::Zh) => vec![joined(&count, locale::NO_SUM.get(language)), count],
        (None, Language::En) => {
            vec![joined(&count, locale::NO_SUM.get(language)), joined(&number, "sum not stated"), count, number]
        }
    }
}

/// `8 项`, `8 projects`.
fn counted(hierarchy: &Hierarchy, count: usize, language: Language) -> String {
    let number = count.to_string();
    match language {
        Language::Zh => [&number, "\u{a0}项"].concat(),
        Language::En => {
            let noun = hierarchy.levels.last().map_or("item", |(_, name)| name.en.as_str()).to_ascii_lowercase();
            match (count, noun.strip_suffix('y')) {
                (1, _) => [&number, "\u{a0}", &noun].concat(),
                (_, Some(stem)) => [&number, "\u{a0}", stem, "ies"].concat(),
                (_, None) => [&number, "\u{a0}", &noun, "s"].concat(),
            }
        }
    }
}

/// A region's name for a reader who does not see it.
pub(super) fn region_name(hierarchy: &Hierarchy, root: &Node, language: Language) -> String {
    let told = told(hierarchy, root, language).into_iter().next().unwrap_or_default();
    let told = told.replace(language.pick("·", " · "), language.pick("，", ", "));
    spoken(&[root.name.get(language), &told], language)
}

/// A leaf's name for a reader who does not see it: `欧朗德，数字信创，第1个，共8个，落地（引进），2.7亿元`.
pub(super) fn leaf_name(root: &Node, place: usize, leaf: &Node, joints: &[Joint<'_>], language: Language) -> String {
    let (at, all) = ((place + 1).to_string(), leaves(root).len().to_string());
    let position = language.pick(["第", &at, "个，共", &all, "个"].concat(), [&at, " of ", &all].concat());
    let stage = leaf.stage.as_ref().map(|(class, verb)| stage(*class, verb, language));
    let mut sums: Vec<String> = map_sums::money(leaf)
        .map(|sum| {
            let shown = sum.value.show(language, None);
            match joints.iter().find(|joint| joint.fact.id == sum.id) {
                Some(joint) => together(&shown, joint.leaves.len(), language),
                None => shown,
            }
        })
        .collect();
    if sums.is_empty() {
        sums.push(locale::NO_SUM.get(language).to_owned());
    }
    let sums = sums.join(language.pick("，", ", "));
    let mut parts = vec![leaf.short.get(language), root.short.get(language), &position];
    parts.extend(stage.as_deref());
    parts.push(&sums);
    spoken(&parts, language)
}

/// A stage with the verb that the source prints; the verb is Chinese and stays in Chinese texts.
fn stage(class: StageClass, verb: &str, language: Language) -> String {
    let (zh, en) = match class {
        StageClass::Landed => ("落地", "landed"),
        StageClass::Advancing => ("推进中", "under way"),
        StageClass::InTalks => ("对接", "in talks"),
    };
    match language {
        Language::Zh if verb.is_empty() || verb == zh => zh.to_owned(),
        Language::Zh => [zh, "（", verb, "）"].concat(),
        Language::En => en.to_owned(),
    }
}

/// A sum of several: `三项合计 3.8 亿`, `CNY 380 m for all 3`.
fn together(sum: &str, count: usize, language: Language) -> String {
    const NUMERALS: [&str; 11] = ["", "", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    let digits = count.to_string();
    match language {
        Language::Zh => {
            let numeral = NUMERALS.get(count).copied().unwrap_or(&digits);
            [numeral, "项合计\u{a0}", sum].concat()
        }
        Language::En if count == 2 => [sum, " for both"].concat(),
        Language::En => [sum, " for all ", &digits].concat(),
    }
}

/// What a link's pill may say, longest first.
pub(super) fn pill(joint: &Joint<'_>, is_wide: bool, language: Language) -> Vec<String> {
    let amounts = amounts(joint.fact, language);
    let short = amounts.last().cloned().unwrap_or_default();
    let longest = amounts.first().map(|amount| together(amount, joint.leaves.len(), language));
    match language {
        Language::Zh => {
            let bare = bare_amount(joint.fact, language).filter(|_| !is_wide);
            let mut said: Vec<String> = longest.filter(|_| is_wide).into_iter().collect();
            said.extend(bare.map(|bare| ["合计\u{a0}", &bare].concat()));
            said.push(["合计\u{a0}", amounts.first().unwrap_or(&short)].concat());
            said
        }
        Language::En => {
            let in_all = [&short, " in all"].concat();
            longest.into_iter().chain([together(&short, joint.leaves.len(), language), in_all]).collect()
        }
    }
}

fn spoken(parts: &[&str], language: Language) -> String {
    let text = parts.join(language.pick("，", ", "));
    language.pick(text.replace('\u{a0}', ""), text.replace('\u{a0}', " "))
}
