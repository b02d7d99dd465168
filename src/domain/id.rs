//! Names of records that people can say aloud: `L42`, `T7`, `R3`.
//! Uses nothing.

use std::fmt;
use std::str::FromStr;

/// What sort of record an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// The charter: the one record of the board's own rules.
    Charter,
    /// An industry division 产业事业部.
    Division,
    /// A department or platform company.
    Unit,
    /// A member of staff.
    Person,
    /// A target with a due date.
    Target,
    /// One of a division's Six Ones 六个一.
    SixOne,
    /// A lead 线索.
    Lead,
    /// A note on a lead, target or request.
    Note,
    /// A support request to a unit.
    Request,
    /// A named point in the history.
    Mark,
}

impl Kind {
    /// All kinds, in the order in which a board is founded: what is referred to comes first.
    pub const ALL: [Self; 10] = [
        Self::Charter,
        Self::Unit,
        Self::Division,
        Self::Person,
        Self::Target,
        Self::SixOne,
        Self::Lead,
        Self::Request,
        Self::Note,
        Self::Mark,
    ];

    /// The letter that ids of this kind begin with.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Charter => 'C',
            Self::Division => 'D',
            Self::Unit => 'U',
            Self::Person => 'P',
            Self::Target => 'T',
            Self::SixOne => 'S',
            Self::Lead => 'L',
            Self::Note => 'N',
            Self::Request => 'R',
            Self::Mark => 'M',
        }
    }

    /// The word that commands and JSON use.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Charter => "charter",
            Self::Division => "division",
            Self::Unit => "unit",
            Self::Person => "person",
            Self::Target => "target",
            Self::SixOne => "six_one",
            Self::Lead => "lead",
            Self::Note => "note",
            Self::Request => "request",
            Self::Mark => "mark",
        }
    }

    /// The kind that a letter of an id stands for, in either case.
    #[must_use]
    pub fn from_letter(letter: char) -> Option<Self> {
        let letter = letter.to_ascii_uppercase();
        Self::ALL.into_iter().find(|k| k.letter() == letter)
    }

    /// The kind that a command's word means: `lead`, `leads`, `six_one` …
    #[must_use]
    pub fn from_code(word: &str) -> Option<Self> {
        let word = word.to_ascii_lowercase().replace('-', "_");
        let singular = word.strip_suffix('s').unwrap_or(&word);
        match word.as_str() {
            "people" => Some(Self::Person),
            "sixone" | "sixones" => Some(Self::SixOne),
            _ => Self::ALL.into_iter().find(|k| k.code() == word || k.code() == singular),
        }
    }

    /// A dense number for arrays indexed by kind.
    #[must_use]
    pub const fn place(self) -> usize {
        self as usize
    }
}

/// The name of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id {
    /// What sort of record.
    pub kind: Kind,
    /// Its number among its kind, from 1. Numbers are never used again.
    pub no: u32,
}

/// Numbers from here up are placeholders of a Proposal: the engine gives the real ones, so that
/// two people who create at the same moment do not get the same number.
const PROVISIONAL: u32 = 1 << 31;

impl Id {
    /// The id of a kind and number.
    #[must_use]
    pub const fn new(kind: Kind, no: u32) -> Self {
        Self { kind, no }
    }

    /// The `n`th placeholder of a kind, from 0.
    #[must_use]
    pub const fn provisional(kind: Kind, n: u32) -> Self {
        Self::new(kind, PROVISIONAL + n)
    }

    /// Whether the number is still to be given.
    #[must_use]
    pub const fn is_provisional(self) -> bool {
        self.no >= PROVISIONAL
    }

    /// The id of the division with this digit.
    #[must_use]
    pub const fn division(no: u32) -> Self {
        Self::new(Kind::Division, no)
    }

    /// The charter's id: there is one.
    pub const CHARTER: Self = Self::new(Kind::Charter, 1);
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_provisional() {
            write!(f, "{}+{}", self.kind.letter(), self.no - PROVISIONAL)
        } else {
            write!(f, "{}{}", self.kind.letter(), self.no)
        }
    }
}

/// A text that is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let mut chars = text.trim().chars();
        let kind = chars.next().and_then(Kind::from_letter).ok_or(NotAnId)?;
        let digits = chars.as_str();
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotAnId);
        }
        let no = digits.parse::<u32>().map_err(|_| NotAnId)?;
        if no == 0 || no >= PROVISIONAL {
            return Err(NotAnId);
        }
        Ok(Self::new(kind, no))
    }
}
