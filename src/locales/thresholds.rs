//! The charter's thresholds as sentences: what `:rules` prints. May use `domain`.

use crate::domain::{Charter, Lang, Stage};
use crate::say;

/// Every threshold that lights are counted with, a sentence each.
#[must_use]
pub fn sentences(c: &Charter, lang: Lang) -> Vec<String> {
    let word = |stage| c.labels.stage(stage, None, lang);
    let framework =
        if c.framework_counts { say!(lang, "rule-framework-yes") } else { say!(lang, "rule-framework-no") };
    let talk = say!(
        lang,
        "rule-talk",
        talk = word(Stage::Talk),
        park = word(Stage::Park),
        end = word(Stage::End),
        dot = c.talk_dot,
        yellow = c.talk_yellow,
        red = c.talk_red,
        propose = c.talk_propose
    );
    let build = say!(
        lang,
        "rule-build",
        land = word(Stage::Land),
        build = word(Stage::Build),
        dot = c.build_dot,
        yellow = c.build_yellow,
        red = c.build_red
    );
    let defaults = say!(
        lang,
        "rule-defaults",
        asleep = word(Stage::Park),
        next = c.next_step_days,
        park = c.park_days,
        answer = c.answer_days,
        verdict = c.verdict_days
    );
    vec![
        say!(lang, "rule-pace", yellow = c.pace_yellow, red = c.pace_red),
        say!(lang, "rule-done"),
        say!(lang, "rule-date", days = c.due_yellow),
        say!(lang, "rule-lead", lead = word(Stage::Lead), yellow = c.lead_yellow, red = c.lead_red),
        talk,
        say!(
            lang,
            "rule-sign",
            sign = word(Stage::Sign),
            land = word(Stage::Land),
            months = c.sign_red_months
        ),
        build,
        say!(lang, "rule-hold"),
        say!(lang, "rule-signs"),
        say!(lang, "rule-division"),
        say!(lang, "rule-blocked"),
        say!(lang, "rule-shared"),
        say!(lang, "rule-chain"),
        framework,
        defaults,
    ]
}
