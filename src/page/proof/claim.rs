//! What must hold for a title to be true: a small expression over facts, evaluated exactly.

use crate::page::code::Why;
use crate::quantity::Ratio;
use std::cmp::Ordering;
use token::{Token, literals, plain, tokens};

mod token;

/// Most characters in a claim.
const LENGTH: usize = 1_000;
/// Deepest nesting of a claim.
const DEPTH: usize = 32;

/// What a name in a claim stands for.
#[derive(Clone, Debug)]
pub(super) enum Lookup {
    /// A fact with a number.
    Number(Ratio),
    /// A fact that is a date, a range or an ordinal.
    NotANumber,
    /// A fact that has a problem of its own.
    Broken,
    /// Nothing of this name.
    Unknown,
}

/// Why a claim could not be evaluated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Character (from 1) and reason.
    Syntax(usize, Why),
    /// A name that is not a fact.
    Unknown(String),
    /// It uses a fact that has a problem of its own.
    Broken,
}

/// A claim as it was read.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    /// Whether it holds.
    pub(super) outcome: Result<bool, Fault>,
    /// The numbers written in it, and the quotients such as `1/2`; a text may say these.
    pub(super) literals: Vec<Ratio>,
    /// The facts that it names, once each.
    pub(super) names: Vec<String>,
}

/// Reads and evaluates a claim.
pub(super) fn read(text: &str, lookup: &dyn Fn(&str) -> Lookup) -> Claim {
    let mut claim = Claim { outcome: Err(Fault::Syntax(1, Why::ClaimEmpty)), literals: Vec::new(), names: Vec::new() };
    let characters: Vec<char> = text.chars().map(plain).take(LENGTH + 1).collect();
    if characters.len() > LENGTH {
        claim.outcome = Err(Fault::Syntax(LENGTH, Why::ClaimLong));
        return claim;
    }
    let tokens = match tokens(&characters, lookup) {
        Ok(tokens) => tokens,
        Err(fault) => {
            claim.outcome = Err(fault);
            return claim;
        }
    };
    claim.literals = literals(&tokens);
    for (token, _) in &tokens {
        if let Token::Name(name) = token
            && !FUNCTIONS.contains(&name.as_str())
            && !claim.names.contains(name)
        {
            claim.names.push(name.clone());
        }
    }
    let mut parser = Parser { tokens: &tokens, next: 0, depth: 0, end: characters.len() + 1, lookup };
    claim.outcome = parser.whole();
    claim
}

const FUNCTIONS: [&str; 6] = ["max", "min", "sum", "count", "abs", "between"];

#[derive(Clone, Copy, Debug)]
enum Item {
    Number(Ratio),
    Truth(bool),
}

struct Parser<'a> {
    tokens: &'a [(Token, usize)],
    next: usize,
    depth: usize,
    end: usize,
    lookup: &'a dyn Fn(&str) -> Lookup,
}

/// How tightly the comparisons bind; what binds tighter has a higher level.
const COMPARISON: u8 = 2;

impl Parser<'_> {
    fn whole(&mut self) -> Result<bool, Fault> {
        if self.tokens.is_empty() {
            return Err(Fault::Syntax(1, Why::ClaimEmpty));
        }
        let item = self.expression(0)?;
        if self.peek().is_some() {
            return Err(self.fault(Why::ClaimRest));
        }
        self.truth(item)
    }

    fn expression(&mut self, lowest: u8) -> Result<Item, Fault> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(self.fault(Why::ClaimDeep));
        }
        let mut left = self.operand()?;
        while let Some((sign, level)) = self.peek().and_then(level)
            && level >= lowest
        {
            self.next += 1;
            let right = self.expression(level + 1)?;
            left = self.apply(sign, left, right)?;
            if level == COMPARISON && self.peek().and_then(self::level).is_some_and(|(_, level)| level == COMPARISON) {
                return Err(self.fault(Why::ClaimChain));
            }
        }
        self.depth -= 1;
        Ok(left)
    }

    fn operand(&mut self) -> Result<Item, Fault> {
        let Some(token) = self.peek().cloned() else { return Err(self.fault(Why::ClaimOperand)) };
        self.next += 1;
        match token {
            Token::Number(number) => Ok(Item::Number(number)),
            Token::Sign("(") => {
                let item = self.expression(0)?;
                self.expect(")")?;
                Ok(item)
            }
            Token::Sign("-") => {
                let item = self.expression(COMPARISON + 3)?;
                let number = self.number(item)?;
                let negated = Ratio::ZERO.sub(number);
                negated.map(Item::Number).ok_or_else(|| self.fault(Why::ClaimLarge))
            }
            Token::Name(name) if name == "not" => {
                let item = self.expression(COMPARISON)?;
                Ok(Item::Truth(!self.truth(item)?))
            }
            Token::Name(name) if self.peek() == Some(&Token::Sign("(")) => self.call(&name),
            Token::Name(name) => match (self.lookup)(&name) {
                Lookup::Number(number) => Ok(Item::Number(number)),
                Lookup::NotANumber => Err(self.fault_before(Why::ClaimDate)),
                Lookup::Broken => Err(Fault::Broken),
                Lookup::Unknown => Err(Fault::Unknown(name)),
            },
            Token::Sign(_) => Err(self.fault_before(Why::ClaimOperand)),
        }
    }

    fn call(&mut self, name: &str) -> Result<Item, Fault> {
        if !FUNCTIONS.contains(&name) {
            return Err(self.fault_before(Why::ClaimFunction));
        }
        self.next += 1;
        let mut numbers = Vec::new();
        loop {
            let item = self.expression(0)?;
            numbers.push(self.number(item)?);
            if self.peek() != Some(&Token::Sign(",")) {
                break;
            }
            self.next += 1;
        }
        self.expect(")")?;
        let result = match (name, numbers.as_slice()) {
            ("max", all) => all.iter().max().copied(),
            ("min", all) => all.iter().min().copied(),
            ("count", all) => i64::try_from(all.len()).ok().map(Ratio::from_i64),
            ("sum", all) => all.iter().try_fold(Ratio::ZERO, |sum, number| sum.add(*number)),
            ("abs", [one]) => Ratio::ZERO.sub(*one).map(|negated| negated.max(*one)),
            ("between", [number, low, high]) => return Ok(Item::Truth(low <= number && number <= high)),
            _ => return Err(self.fault_before(Why::ClaimArguments)),
        };
        result.map(Item::Number).ok_or_else(|| self.fault_before(Why::ClaimLarge))
    }

    fn apply(&self, sign: &str, left: Item, right: Item) -> Result<Item, Fault> {
        if matches!(sign, "and" | "or") {
            let (left, right) = (self.truth(left)?, self.truth(right)?);
            return Ok(Item::Truth(if sign == "and" { left && right } else { left || right }));
        }
        let (left, right) = (self.number(left)?, self.number(right)?);
        let order = left.cmp(&right);
        let result = match sign {
            "<" => return Ok(Item::Truth(order == Ordering::Less)),
            "<=" => return Ok(Item::Truth(order != Ordering::Greater)),
            ">" => return Ok(Item::Truth(order == Ordering::Greater)),
            ">=" => return Ok(Item::Truth(order != Ordering::Less)),
            "==" => return Ok(Item::Truth(order == Ordering::Equal)),
            "!=" => return Ok(Item::Truth(order != Ordering::Equal)),
            "+" => left.add(right),
            "-" => left.sub(right),
            "*" => left.mul(right),
            _ if right == Ratio::ZERO => return Err(self.fault_before(Why::ClaimZero)),
            _ => left.div(right),
        };
        result.map(Item::Number).ok_or_else(|| self.fault_before(Why::ClaimLarge))
    }

    fn number(&self, item: Item) -> Result<Ratio, Fault> {
        match item {
            Item::Number(number) => Ok(number),
            Item::Truth(_) => Err(self.fault_before(Why::ClaimTruth)),
        }
    }

    fn truth(&self, item: Item) -> Result<bool, Fault> {
        match item {
            Item::Truth(truth) => Ok(truth),
            Item::Number(_) => Err(self.fault_before(Why::ClaimComparison)),
        }
    }

    fn expect(&mut self, sign: &'static str) -> Result<(), Fault> {
        if self.peek() != Some(&Token::Sign(sign)) {
            return Err(self.fault(Why::ClaimBracket));
        }
        self.next += 1;
        Ok(())
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next).map(|(token, _)| token)
    }

    /// A fault at the next token.
    fn fault(&self, why: Why) -> Fault {
        Fault::Syntax(self.tokens.get(self.next).map_or(self.end, |(_, position)| *position), why)
    }

    /// A fault at the token just read.
    fn fault_before(&self, why: Why) -> Fault {
        let last = self.next.checked_sub(1).and_then(|last| self.tokens.get(last));
        Fault::Syntax(last.map_or(1, |(_, position)| *position), why)
    }
}

/// What joins two operands, and how tightly.
fn level(token: &Token) -> Option<(&'static str, u8)> {
    match token {
        Token::Name(name) if name == "or" => Some(("or", 0)),
        Token::Name(name) if name == "and" => Some(("and", 1)),
        Token::Sign(sign @ ("<" | "<=" | ">" | ">=" | "==" | "!=")) => Some((sign, COMPARISON)),
        Token::Sign(sign @ ("+" | "-")) => Some((sign, COMPARISON + 1)),
        Token::Sign(sign @ ("*" | "/")) => Some((sign, COMPARISON + 2)),
        _ => None,
    }
}
