//! Why a typed text or a cell is no value of its field, in words: forms, commands and imports say
//! the same. May use `domain`, `board`.

use super::refusal;
use crate::board::Board;
use crate::domain::date_words::DateProblem;
use crate::domain::money_words::MoneyProblem;
use crate::domain::value_words::{Lost, Names, Problem};
use crate::domain::{Id, Lang};
use crate::say;

/// Of several records that a word means, so many are named.
const NAMED: usize = 3;

/// A problem in half a sentence, for beside a field or after its name.
#[must_use]
pub fn said(problem: &Problem, board: &Board, lang: Lang) -> String {
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
            let words: Vec<&str> =
                options.iter().map(|option| board.labels().option(options, option, lang)).collect();
            return say!(lang, "problem-choice", words = words.join(lang.pick("、", ", ")));
        }
        Problem::Name(Lost::Nobody) => "problem-nobody",
        Problem::Name(Lost::Several(ids)) => {
            let named = |id: &Id| format!("{id} {}", board.title(*id));
            let who: Vec<String> = ids.iter().take(NAMED).map(named).collect();
            return say!(lang, "problem-several", who = who.join(lang.pick("、", ", ")));
        }
        Problem::Misfit(misfit) => return refusal::misfit(misfit, lang),
        Problem::Shape => "problem-shape",
    };
    say!(lang, key)
}
