//! The charter: the one record of a board's own rules, with every threshold of the lights in one
//! table. May use `field`, `id`, `labels`, `lang`.

use chrono::NaiveDate;

use super::field::Shape;
use super::id::Kind;
use super::labels::Labels;
use super::lang::Lang;

/// The rules a board was founded with. Thresholds are days unless their name says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is described by its row in the table below")]
pub struct Charter {
    pub name_zh: String,
    pub name_en: String,
    pub time_zone: String,
    pub period_start: Option<NaiveDate>,
    pub period_end: Option<NaiveDate>,
    pub framework_counts: bool,
    pub labels: Labels,
    pub pace_yellow: i64,
    pub pace_red: i64,
    pub due_yellow: i64,
    pub lead_yellow: i64,
    pub lead_red: i64,
    pub talk_dot: i64,
    pub talk_yellow: i64,
    pub talk_red: i64,
    pub talk_propose: i64,
    pub sign_red_months: i64,
    pub build_dot: i64,
    pub build_yellow: i64,
    pub build_red: i64,
    pub next_step_days: i64,
    pub park_days: i64,
    pub answer_days: i64,
    pub verdict_days: i64,
}

impl Charter {
    /// What the campaign is called: in Chinese where it has no English name, and as the program where
    /// nothing is founded yet.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        let english = if self.name_en.is_empty() { &self.name_zh } else { &self.name_en };
        let name = lang.pick(self.name_zh.as_str(), english);
        if name.is_empty() { "guatu" } else { name }
    }
}

impl Default for Charter {
    /// The thresholds of product rule §4.
    fn default() -> Self {
        Self {
            name_zh: String::new(),
            name_en: String::new(),
            time_zone: "Asia/Shanghai".to_owned(),
            period_start: None,
            period_end: None,
            framework_counts: false,
            labels: Labels::default(),
            pace_yellow: 10,
            pace_red: 30,
            due_yellow: 7,
            lead_yellow: 1,
            lead_red: 3,
            talk_dot: 30,
            talk_yellow: 60,
            talk_red: 90,
            talk_propose: 180,
            sign_red_months: 3,
            build_dot: 30,
            build_yellow: 60,
            build_red: 90,
            next_step_days: 14,
            park_days: 90,
            answer_days: 1,
            verdict_days: 3,
        }
    }
}

crate::fields! { Charter, Kind::Charter;
    name_zh: Shape::Text => "战役名称", "Campaign (zh)", Form, Admin;
    name_en: Shape::Text => "英文名称", "Campaign (en)", Form, Admin;
    time_zone: Shape::Text => "时区", "Time zone", Form, Admin;
    period_start: Shape::Date => "周期起始", "Period start", Form, Admin;
    period_end: Shape::Date => "周期截止", "Period end", Form, Admin;
    framework_counts: Shape::Flag => "框架协议计入签约", "Framework agreements count as signed", Form, Admin;
    labels: Shape::Extra => "用词", "Labels", Kept, Admin;
    pace_yellow: Shape::Number => "目标黄灯（落后点数）", "Target yellow (points behind)", Form, Admin;
    pace_red: Shape::Number => "目标红灯（落后点数）", "Target red (points behind)", Form, Admin;
    due_yellow: Shape::Number => "时限黄灯（剩余天数）", "Due date yellow (days left)", Form, Admin;
    lead_yellow: Shape::Number => "线索黄灯（天）", "New lead yellow (days)", Form, Admin;
    lead_red: Shape::Number => "线索红灯（天）", "New lead red (days)", Form, Admin;
    talk_dot: Shape::Number => "在谈提醒（天）", "In talks: dot (days)", Form, Admin;
    talk_yellow: Shape::Number => "在谈黄灯（天）", "In talks: yellow (days)", Form, Admin;
    talk_red: Shape::Number => "在谈红灯（天）", "In talks: red (days)", Form, Admin;
    talk_propose: Shape::Number => "在谈建议储备或终止（天）", "In talks: propose park or end (days)", Form, Admin;
    sign_red_months: Shape::Number => "签约未开工红灯（月）", "Signed, not started: red (months)", Form, Admin;
    build_dot: Shape::Number => "落地开工提醒（天）", "Landed, building: dot (days)", Form, Admin;
    build_yellow: Shape::Number => "落地开工黄灯（天）", "Landed, building: yellow (days)", Form, Admin;
    build_red: Shape::Number => "落地开工红灯（天）", "Landed, building: red (days)", Form, Admin;
    next_step_days: Shape::Number => "下一步默认天数", "Default days to the next step", Form, Admin;
    park_days: Shape::Number => "储备默认天数", "Default days of parking", Form, Admin;
    answer_days: Shape::Number => "响应时限（天）", "Days to answer", Form, Admin;
    verdict_days: Shape::Number => "研判时限（天）", "Days to a verdict", Form, Admin;
}

#[cfg(test)]
mod tests {
    use super::{Charter, Lang};

    #[test]
    fn a_board_is_called_something_in_every_language() {
        let named = |zh: &str, en: &str| {
            let charter = Charter { name_zh: zh.into(), name_en: en.into(), ..Charter::default() };
            [Lang::Zh, Lang::En].map(|lang| charter.name(lang).to_owned())
        };
        assert_eq!(named("攻坚", "Campaign"), ["攻坚", "Campaign"]);
        assert_eq!(named("攻坚", ""), ["攻坚"; 2]);
        assert_eq!(named("", ""), ["guatu"; 2]);
    }
}
