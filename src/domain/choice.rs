//! Closed lists: enums whose members have a code for machines and a word in each language.
//! May use `lang`.

use super::lang::Lang;

/// One member of a closed list, as forms, filters and files see it.
#[derive(Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// What JSON, CSV and the audit log hold.
    pub code: &'static str,
    /// The Chinese word.
    pub zh: &'static str,
    /// The English word.
    pub en: &'static str,
    /// Other words that an import accepts.
    pub synonyms: &'static [&'static str],
}

impl ChoiceOption {
    /// The word in a language.
    #[must_use]
    pub const fn label(&self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }

    /// Whether a person who typed `word` meant this member: code, word or synonym, in any case.
    #[must_use]
    pub fn is_called(&self, word: &str) -> bool {
        let same = |name: &str| name.eq_ignore_ascii_case(word);
        same(self.code) || same(self.zh) || same(self.en) || self.synonyms.iter().any(|s| same(s))
    }
}

/// An enum that is a closed list.
pub trait Choice: Copy + PartialEq + 'static {
    /// All members, in the order in which they are offered.
    const OPTIONS: &'static [ChoiceOption];
    /// All members as values, in the order of `OPTIONS`.
    const ALL: &'static [Self];

    /// The position of this member in `OPTIONS`.
    fn place(self) -> usize;

    /// What machines read.
    fn code(self) -> &'static str {
        Self::OPTIONS[self.place()].code
    }

    /// What people read.
    fn label(self, lang: Lang) -> &'static str {
        Self::OPTIONS[self.place()].label(lang)
    }

    /// The member after this one, or the one before, around the end.
    #[must_use]
    fn turned(self, back: bool) -> Self {
        let step = if back { Self::ALL.len() - 1 } else { 1 };
        Self::ALL[(self.place() + step) % Self::ALL.len()]
    }

    /// The member with this code.
    fn from_code(code: &str) -> Option<Self> {
        let place = Self::OPTIONS.iter().position(|o| o.code == code)?;
        Self::ALL.get(place).copied()
    }

    /// The member that a person calls so.
    fn from_word(word: &str) -> Option<Self> {
        let place = Self::OPTIONS.iter().position(|o| o.is_called(word))?;
        Self::ALL.get(place).copied()
    }
}

/// Declares a closed list: `Member = "code", "zh", "en", ["synonym", …];` a line each.
#[macro_export]
macro_rules! choice {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$member_meta:meta])* $member:ident = $code:literal, $zh:literal, $en:literal $(, [$($syn:literal),* $(,)?])? ; )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $( $(#[$member_meta])* $member, )+ }

        impl Default for $name {
            /// The first member.
            fn default() -> Self { [$( Self::$member, )+][0] }
        }

        impl $crate::domain::choice::Choice for $name {
            const OPTIONS: &'static [$crate::domain::choice::ChoiceOption] = &[
                $( $crate::domain::choice::ChoiceOption {
                    code: $code, zh: $zh, en: $en, synonyms: &[$($($syn),*)?],
                }, )+
            ];
            const ALL: &'static [Self] = &[ $( Self::$member, )+ ];
            fn place(self) -> usize { self as usize }
        }
    };
}
