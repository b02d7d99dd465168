//! One cell as a value of its field, with all that the sheet says of such cells; and stage words,
//! which say more than the stage. May use `domain`, `row`, `order`.

use super::super::sheet::Epoch;
use super::brought::Brought;
use super::figure;
use super::report::Why;
use super::row::Reader;
use crate::board::Board;
use crate::domain::date_words::{DateProblem, in_order, serial, serial_from_1904};
use crate::domain::lead::{Contract, EndReason};
use crate::domain::money_words::{MoneyProblem, Scale};
use crate::domain::typed::{plain, without_suffix};
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
        let unit = self.columns.get(at).and_then(|column| column.unit).or(self.unit);
        if figure::is_figure(field) {
            // 3.5 may be of the 亿元 that stand beside it: the row as a whole says it.
            let figure = figure::read(text, unit.or(Some(Scale::YUAN)));
            return figure.map(|figure| Value::Number(figure.number));
        }
        let reading = Reading { today: self.today, lean: lean_of(field), unit, names: board };
        let value = match shape {
            Shape::Date => self.date(field, text),
            _ => read(shape, text, &reading),
        };
        match (shape, value) {
            (Shape::Date, Err(Problem::Date(problem))) => self.day(at, text, problem),
            (Shape::Choice(options), Err(problem)) if field.key() == "which" => {
                // 一支专业队伍, 1 个产业联盟
                let word = plain(text);
                let named = options.iter().find(|option| word.contains(option.zh));
                named.map(|option| Value::Choice(option.code)).ok_or(problem)
            }
            (Shape::Choice(_), Err(problem)) if field.key() == "stage" => {
                let stem = stem(text);
                let found = read(shape, &stem, &reading);
                found.ok().or_else(|| later(&stem, |word| read(shape, word, &reading).ok())).ok_or(problem)
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

/// A stage word without what says only that it is so: 已落地, 正在洽谈, 在建中, 签约阶段, 01在谈; of
/// 已签约未开工 what has been.
fn stem(text: &str) -> String {
    let word = plain(text);
    let numbered = |c: char| c.is_ascii_digit() || matches!(c, '.' | '、' | '-' | ' ');
    let word = word.trim_start_matches(numbered).trim_start_matches("正在").trim_start_matches('已');
    let word = word.split_once('未').map_or(word, |(been, _)| been);
    without_suffix(word, &["阶段", "项目", "建设", "库"]).trim_end_matches('中').to_owned()
}

/// The stage that a word of two means, 签约落地 or 终止洽谈: both are reached, so it is the later.
fn later(word: &str, read: impl Fn(&str) -> Option<Value>) -> Option<Value> {
    let stage = |word: &str| match read(word)? {
        Value::Choice(code) => Stage::from_code(code),
        _ => None,
    };
    let mut cuts = word.char_indices().skip(1).map(|(at, _)| word.split_at(at));
    let both = cuts.find_map(|(one, other)| Some((stage(one)?, stage(other)?)))?;
    let later = if both.0.place() > both.1.place() { both.0 } else { both.1 };
    Some(Value::Choice(later.code()))
}

/// Whether a problem is only that nobody has said what one stands for, or in which order a day stands.
pub(super) const fn is_asked(problem: &Problem) -> bool {
    matches!(problem, Problem::Money(MoneyProblem::NoUnit) | Problem::Date(DateProblem::Ambiguous))
}
