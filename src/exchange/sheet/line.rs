//! The lines between a header and its data: units (`万元`, `亩`) and the numbers of columns
//! (`1 2 3`). May use `domain`, `grid`.

use super::Row;
use crate::domain::money_words::Scale;
use crate::domain::typed::plain;

/// Units that are none of money.
const UNITS: &[&str] = &[
    "亩",
    "公顷",
    "平方米",
    "万平方米",
    "㎡",
    "m2",
    "个",
    "人",
    "家",
    "项",
    "名",
    "%",
    "年",
    "月",
    "日",
    "天",
    "台",
    "套",
    "吨",
    "公里",
    "年月日",
    "文字",
    "是/否",
];

/// Whether a row right below a header is no data.
pub(super) fn is_no_data(row: &Row) -> bool {
    is_units(row) || is_numbers(row)
}

/// Gives the columns of money the units that a line states.
pub(super) fn give_units(row: &Row, headers: &mut [String]) {
    if !is_units(row) {
        return;
    }
    for (at, cell) in row.filled() {
        let unit = unit(cell);
        if let Some(header) = headers.get_mut(at)
            && Scale::from_word(&unit).is_some()
            && !header.trim_end().ends_with([')', '）'])
        {
            *header = format!("{}（{unit}）", header.trim_end());
        }
    }
}

/// A unit without its brackets.
fn unit(cell: &str) -> String {
    let cell = plain(cell);
    let cell = cell.trim_matches(['(', ')', '[', ']']);
    cell.trim_start_matches("单位").trim_start_matches(':').trim().to_lowercase()
}

fn is_units(row: &Row) -> bool {
    let is_word = |cell: &str| {
        let unit = unit(cell);
        UNITS.contains(&unit.as_str()) || Scale::from_word(&unit).is_some()
    };
    row.filled().next().is_some() && row.filled().all(|(_, cell)| is_word(cell))
}

/// What stands before the numbers of columns.
const FIRST: &[&str] = &["栏次", "列次", "行次", "序号", "甲", "乙", "丙"];

/// `1 2 3 …`, from 1 on; a few words may stand first. Three amounts that follow each other are data.
fn is_numbers(row: &Row) -> bool {
    let number = |cell: &str| plain(cell).trim_matches(['(', ')']).parse::<u32>().ok();
    let cells = row.filled().map(|(_, cell)| number(cell));
    let numbers: Vec<Option<u32>> = cells.skip_while(Option::is_none).collect();
    let words = row.filled().count() - numbers.len();
    let is_first = |cell: &str| FIRST.contains(&cell);
    if !row.filled().take(words).all(|(_, cell)| is_first(cell)) || numbers.first() != Some(&Some(1)) {
        return false;
    }
    let follow = |pair: &[Option<u32>]| matches!(pair, [Some(a), Some(b)] if a + 1 == *b);
    numbers.len() + words >= 4 && numbers.windows(2).all(follow)
}
