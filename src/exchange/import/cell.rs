//! One cell as a value of its field, with all that the sheet says of such cells; and stage words,
//! which say more than the stage. May use `domain`, `row`, `order`.

use super::super::sheet::Epoch;
use super::brought::Brought;
use super::report::Why;
use super::row::Reader;
use crate::board::Board;
use crate::domain::date_words::{DateProblem, in_order, serial, serial_from_1904};
use crate::domain::lead::{Contract, EndReason};
use crate::domain::money_words::{self, MoneyProblem};
use crate::domain::typed::plain;
use crate::domain::value_words::{Names, Problem, Reading, lean_of, read};
use crate::domain::{Choice, FieldKey, Kind, Shape, Stage, Value};

impl Reader {
    /// A cell of a shape that needs no new record.
    pub(super) fn value(
        &self,
        board: &Board,
        shape: Shape,
        field: FieldKey,
        at: usize,
        text: &str,
    ) -> Result<Value, Problem> {
        let of_column = self.columns.get(at).and_then(|column| column.unit);
        let unit = of_column.or(self.unit);
        let reading = Reading { today: self.today, lean: lean_of(field), unit, names: board };
        let value = match shape {
            Shape::Date => self.date(field, text),
            _ => read(shape, text, &reading),
        };
        match (shape, value) {
            (Shape::Date, Err(Problem::Date(problem))) => self.day(at, text, problem),
            (Shape::Number, Err(problem)) => percent(text).ok_or(problem),
            // A goal in 亿元 is one of money, and such are kept in yuan.
            (Shape::Number, Ok(value)) => match of_column.map(|unit| money_words::parse(text, Some(unit))) {
                Some(Ok(money)) => Ok(money.yuan().map_or(value, Value::Number)),
                _ => Ok(value),
            },
            (Shape::Choice(options), Err(problem)) if field.key() == "which" => {
                // 一支专业队伍, 1 个产业联盟
                let word = plain(text);
                let named = options.iter().find(|option| word.contains(option.zh));
                named.map(|option| Value::Choice(option.code)).ok_or(problem)
            }
            (Shape::Choice(_), Err(problem)) if field.key() == "stage" => {
                read(shape, &stem(text), &reading).map_err(|_| problem)
            }
            (_, value) => value,
        }
    }

    /// A day that does not read by itself: in the order of its column, or as the number of a day, which is
    /// what a sheet holds that was saved without its formats.
    fn day(&self, at: usize, text: &str, problem: DateProblem) -> Result<Value, Problem> {
        let order = self.dates.or_else(|| self.ordered.get(&at).and_then(|ordered| ordered.order));
        let ordered = order.filter(|_| problem != DateProblem::NoSuchDay);
        if let Some(day) = ordered.and_then(|order| in_order(text, order)) {
            return Ok(Value::Date(day?));
        }
        let serial = match self.epoch {
            Epoch::Y1900 => serial(text),
            Epoch::Y1904 => serial_from_1904(text),
        };
        serial.map(Value::Date).ok_or(Problem::Date(problem))
    }

    /// A stage word. 框架协议 and 正式合同 also say what was signed; a word for an end that is not
    /// the stage's own is kept, since it says more than the reason 其他.
    pub(super) fn stage(
        &mut self,
        board: &Board,
        brought: &mut Brought,
        (row, at): (u32, usize),
        text: &str,
    ) {
        let shape = Shape::Choice(Stage::OPTIONS);
        let field = FieldKey::find(Kind::Lead, "stage");
        let stage = field.and_then(|field| match self.value(board, shape, field, at, text) {
            Ok(Value::Choice(code)) => Stage::from_code(code),
            _ => None,
        });
        let Some(stage) = stage else {
            brought.refused = true;
            return self.issue(row, Some(at), text, Why::Stage);
        };
        brought.give_key("stage", Value::Choice(stage.code()));
        let word = plain(text);
        let contract = [(Contract::Framework, "框架"), (Contract::Binding, "正式合同")];
        let signed = contract.iter().find(|(_, said)| stage == Stage::Sign && word.contains(said));
        if let Some((contract, _)) = signed {
            brought.offer("contract_type", Value::Choice(contract.code()));
        }
        let option = &Stage::OPTIONS[stage.place()];
        let names = [option.code, option.zh, option.en].into_iter();
        let mut names = names.chain(board.labels().words(Stage::OPTIONS, option.code));
        let own = names.any(|name| name.eq_ignore_ascii_case(&word) || name == stem(&word));
        if stage == Stage::End && !own {
            brought.offer("end_reason", Value::Choice(EndReason::Other.code()));
            self.keep(brought, at, text);
        }
    }
}

/// A stage word without what says only that it is so: 已落地, 正在洽谈, 在建中, 签约阶段.
fn stem(text: &str) -> String {
    let word = plain(text);
    let word = word.trim_start_matches("正在").trim_start_matches('已');
    word.trim_end_matches("阶段").trim_end_matches('中').to_owned()
}

/// A number in points of a hundred: `95%`.
fn percent(text: &str) -> Option<Value> {
    let text = plain(text);
    let number = text.strip_suffix('%')?.trim_end().parse().ok()?;
    Some(Value::Number(number))
}

/// Whether a problem is only that nobody has said what one stands for, or in which order a day stands.
pub(super) const fn is_asked(problem: &Problem) -> bool {
    matches!(problem, Problem::Money(MoneyProblem::NoUnit) | Problem::Date(DateProblem::Ambiguous))
}
