//! Why a typed text or a cell is no value of its field, in words. May use `domain`.

use super::refusal;
use crate::domain::Lang;
use crate::domain::date_words::DateProblem;
use crate::domain::money_words::MoneyProblem;
use crate::domain::value_words::{Lost, Problem};
use crate::say;

/// A problem as a command or an import says it.
#[must_use]
pub fn said(problem: &Problem, lang: Lang) -> String {
    let key = match problem {
        Problem::Money(MoneyProblem::NoUnit) => "problem-unit",
        Problem::Money(MoneyProblem::Unreadable) => "problem-money",
        Problem::Money(MoneyProblem::TooLarge) => "problem-large",
        Problem::Date(DateProblem::Unreadable) => "problem-date",
        Problem::Date(DateProblem::Ambiguous) => "problem-ambiguous",
        Problem::Date(DateProblem::NoSuchDay) => "problem-no-day",
        Problem::Number => "problem-number",
        Problem::Flag => "problem-flag",
        Problem::Choice(options) => {
            let words: Vec<&str> = options.iter().map(|option| option.label(lang)).collect();
            return say!(lang, "problem-choice", words = words.join(lang.pick("、", ", ")));
        }
        Problem::Name(Lost::Nobody) => "problem-nobody",
        Problem::Name(Lost::Several(ids)) => {
            let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
            return say!(lang, "problem-several", ids = ids.join(lang.pick("、", ", ")));
        }
        Problem::Misfit(misfit) => return refusal::misfit(misfit, lang),
        Problem::Shape => "problem-shape",
    };
    say!(lang, key)
}
