//! How facts are printed for a reader.

use super::{Block, Content, Fact, Nature, Node, Operation, Page, Problem};
use crate::locale::Language;
use crate::quantity::{Decimal, Noun, Parts, Ratio};

impl Fact {
    /// Number, qualifier and unit, as a reader of this language expects them.
    pub fn show(&self, language: Language) -> String {
        self.value.show(language, self.noun())
    }

    /// The same without the English noun, for pictures whose title says what is counted.
    pub fn show_bare(&self, language: Language) -> String {
        self.value.show(language, None)
    }

    /// Hedge, number and unit apart, without the English noun.
    pub fn bare_parts(&self, language: Language) -> Parts {
        self.value.parts(language, None)
    }

    /// Hedge, number and unit apart, so that a picture can set the number large.
    pub fn parts(&self, language: Language) -> Parts {
        self.value.parts(language, self.noun())
    }

    fn noun(&self) -> Option<Noun<'_>> {
        self.noun.as_ref().map(|(one, other)| Noun { one, other })
    }

    /// The number alone.
    pub fn number_text(&self, language: Language) -> String {
        self.value.number_text(language)
    }

    /// The operands and the result of a derived fact: `124 家＋34 家＝158 家`.
    pub fn equation(&self, language: Language) -> Option<String> {
        let Nature::Derived { operation, operands } = &self.nature else { return None };
        let sign = match operation {
            Operation::Sum => "＋",
            Operation::Difference => "－",
            Operation::Share | Operation::Ratio | Operation::Per => "÷",
            Operation::DateAfter => "＋",
            Operation::Count | Operation::Nodes => return None,
        };
        let sign = language.pick(sign.to_owned(), [" ", english(sign), " "].concat());
        let shown: Vec<String> = operands.iter().map(|fact| fact.show(language)).collect();
        let is_rounded =
            matches!(operation, Operation::Share | Operation::Ratio | Operation::Per) && !self.is_printed_exactly();
        let equals = match (is_rounded, language) {
            (true, Language::Zh) => "≈",
            (true, Language::En) => " ≈ ",
            (false, Language::Zh) => "＝",
            (false, Language::En) => " = ",
        };
        Some([shown.join(&sign), equals.to_owned(), self.show(language)].concat())
    }

    /// True where the printed number is the exact value, not a rounded one.
    fn is_printed_exactly(&self) -> bool {
        match (&self.value, self.exact) {
            (crate::quantity::Value::Quantity(quantity), Some(exact)) => quantity.ratio() == exact,
            _ => true,
        }
    }
}

fn english(sign: &str) -> &'static str {
    match sign {
        "－" => "−",
        "÷" => "÷",
        _ => "+",
    }
}

/// A share as a whole per cent; one decimal under five per cent, as a share rounded to nought says nothing.
pub fn percent_text(share: Ratio) -> String {
    let percent = share.mul(Ratio::from_i64(100)).unwrap_or(share);
    let rounded: Decimal =
        if percent < Ratio::from_i64(5) && percent > Ratio::ZERO { percent.round(1) } else { percent.round(0) };
    [rounded.plain(), "%".to_owned()].concat()
}

impl Block {
    /// True for blocks that are numbered as figures.
    pub fn is_figure(&self) -> bool {
        matches!(self.content, Content::Bars { .. } | Content::Parts { .. } | Content::Columns(_) | Content::Map(_))
    }
}

impl Page {
    /// A node and the top-level node that it belongs to.
    pub fn node(&self, hierarchy: &str, id: &str) -> Option<(&Node, &Node)> {
        let hierarchy = self.hierarchies.iter().find(|one| one.id == hierarchy)?;
        hierarchy.roots.iter().find_map(|root| root.find(id).map(|node| (root, node)))
    }
}

impl Node {
    /// This node or the one below it with this id.
    pub fn find(&self, id: &str) -> Option<&Node> {
        if self.id == id {
            return Some(self);
        }
        self.children.iter().find_map(|child| child.find(id))
    }
}

impl Problem {
    /// Where and what, in one sentence for a reader's page.
    pub fn sentence(&self, language: Language) -> String {
        [self.path.as_str(), language.pick("：", ": "), &self.message(language)].concat()
    }
}
