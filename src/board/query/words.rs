//! The words of the filter language: what a term may be about, by short Chinese and ASCII words and
//! by every key and label of the field table; and the words that are a term of their own.
//! May use `domain`.

use crate::board::overview::has_light;
use crate::domain::lead::LeadKind;
use crate::domain::light::Signal;
use crate::domain::{Choice, ChoiceOption, FieldKey, Kind, Labels, Lang, Stage};

/// What a term is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// A field of the record.
    Field(FieldKey),
    /// Its light.
    Light,
    /// The days since its last move or progress note.
    Silent,
}

/// A short word and its twins: the first of each language is the one that is offered.
struct Twins {
    key: &'static str,
    zh: &'static [&'static str],
    en: &'static [&'static str],
}

/// The words that product rule §5 gives, by the key of their field.
const TWINS: &[Twins] = &[
    Twins { key: "division", zh: &["部"], en: &["div"] },
    Twins { key: "stage", zh: &["段", "阶段"], en: &["stage"] },
    Twins { key: LIGHT, zh: &["灯"], en: &["light"] },
    Twins { key: "owner", zh: &["责"], en: &["owner"] },
    Twins { key: "amount", zh: &["额"], en: &["amt"] },
    Twins { key: "due", zh: &["时限", "限"], en: &["due"] },
    Twins { key: "kind", zh: &["类"], en: &["kind"] },
    Twins { key: SILENT, zh: &["未更新", "静默"], en: &["silent"] },
    Twins { key: "chain_node", zh: &["链"], en: &["node"] },
];

const LIGHT: &str = "light";
const SILENT: &str = "silent";

/// The lights as a closed list, so that they are read and offered like any other.
pub(super) const LIGHTS: &[ChoiceOption] = &[
    ChoiceOption { code: "red", zh: "红", en: "Red", synonyms: &["红灯"] },
    ChoiceOption { code: "yellow", zh: "黄", en: "Yellow", synonyms: &["黄灯"] },
    ChoiceOption { code: "green", zh: "绿", en: "Green", synonyms: &["绿灯"] },
    ChoiceOption { code: "grey", zh: "灰", en: "Grey", synonyms: &["gray", "灰灯"] },
];

/// Whether a signal is shown as the light at a place of `LIGHTS`.
pub(super) const fn shows(signal: Signal, place: usize) -> bool {
    let own = match signal {
        Signal::Red => 0,
        Signal::Yellow => 1,
        Signal::Green | Signal::Dot => 2,
        Signal::Grey => 3,
    };
    own == place
}

/// What a word before `:` or `<` is about in the records of a kind; none where it is about nothing.
pub(super) fn about(kind: Kind, word: &str) -> Option<About> {
    let same = |name: &str| name.eq_ignore_ascii_case(word);
    let twins = TWINS.iter().find(|t| same(t.key) || t.zh.iter().chain(t.en).any(|w| same(w)));
    if let Some(found) = twins.and_then(|t| by_key(kind, t.key)) {
        return Some(found);
    }
    let spoken = word.replace('_', " ");
    let named = |key: &FieldKey| {
        let spec = key.spec();
        let same = |name: &str| name.eq_ignore_ascii_case(word) || name.eq_ignore_ascii_case(&spoken);
        same(spec.key) || same(spec.zh) || same(spec.en)
    };
    let called = |key: &FieldKey| key.spec().synonyms.iter().any(|name| same(name));
    let field = FieldKey::all(kind).find(named).or_else(|| FieldKey::all(kind).find(called));
    field.map(About::Field)
}

fn by_key(kind: Kind, key: &'static str) -> Option<About> {
    match key {
        LIGHT => has_light(kind).then_some(About::Light),
        SILENT => (kind == Kind::Lead).then_some(About::Silent),
        key => FieldKey::find(kind, key).map(About::Field),
    }
}

/// The words that a term can begin with in the records of a kind, the short ones first, each with
/// what it is about.
pub(super) fn names(kind: Kind, lang: Lang) -> Vec<(&'static str, About)> {
    let short = TWINS.iter().filter_map(|t| {
        let word = if lang == Lang::Zh { t.zh } else { t.en }.first()?;
        Some((*word, by_key(kind, t.key)?))
    });
    let mut names: Vec<(&'static str, About)> = short.collect();
    for key in FieldKey::all(kind) {
        if !names.iter().any(|(_, about)| *about == About::Field(key)) {
            names.push((lang.pick(key.spec().zh, key.spec().key), About::Field(key)));
        }
    }
    names
}

/// A word that is a term of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lone {
    /// Its time is over.
    Overdue,
    /// Of this light.
    Light(usize),
    /// At this stage.
    Stage(Stage),
    /// A platform.
    Platform,
    /// It lacks what its stage demands.
    Lacking,
    /// It waits for a support request, or is one that a lead waits for.
    Blocked,
}

/// What a word means by itself among the records of a kind. Words that an import accepts for a
/// stage are not among them: 信息 and 对接 are looked for as text.
pub(super) fn lone(kind: Kind, word: &str, labels: &Labels) -> Option<Lone> {
    let is = |name: &str| name.eq_ignore_ascii_case(word);
    if is("逾期") || is("overdue") {
        return has_light(kind).then_some(Lone::Overdue);
    }
    let light = LIGHTS.iter().position(|light| is(light.code) || is(light.zh));
    if let Some(place) = light.filter(|_| has_light(kind)) {
        return Some(Lone::Light(place));
    }
    if is("卡点") || is("blocked") {
        return matches!(kind, Kind::Lead | Kind::Request).then_some(Lone::Blocked);
    }
    if kind != Kind::Lead {
        return None;
    }
    if is("待补") || is("lacking") {
        return Some(Lone::Lacking);
    }
    if is(LeadKind::Platform.code()) || is(LeadKind::Platform.label(Lang::Zh)) {
        return Some(Lone::Platform);
    }
    let own = |stage: &Stage| labels.words(Stage::OPTIONS, stage.code()).any(is);
    let built_in = |stage: &Stage| is(stage.code()) || Lang::ALL.iter().any(|lang| is(stage.label(*lang)));
    let stages = || Stage::ALL.iter().copied();
    stages().find(own).or_else(|| stages().find(built_in)).map(Lone::Stage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_name_their_fields() {
        let table = [
            ("部", "division"),
            ("DIV", "division"),
            ("段", "stage"),
            ("责", "owner"),
            ("责任人", "owner"),
            ("额", "amount"),
            ("总投资", "amount"),
            ("时限", "due"),
            ("链", "chain_node"),
            ("node", "chain_node"),
            ("paid_in", "paid_in"),
            ("next_step", "next_step"),
            ("signed", "signed"),
            ("investor", "investor"),
        ];
        for (word, key) in table {
            assert_eq!(about(Kind::Lead, word), FieldKey::find(Kind::Lead, key).map(About::Field), "{word}");
        }
        assert_eq!(about(Kind::Lead, "灯"), Some(About::Light));
        assert_eq!(about(Kind::Person, "灯"), None);
        assert_eq!(about(Kind::Target, "额"), None);
    }

    #[test]
    fn every_offered_name_is_read_as_what_it_is_about() {
        for kind in Kind::ALL {
            for lang in Lang::ALL {
                for (word, of) in names(kind, lang) {
                    assert_eq!(about(kind, word), Some(of), "{kind:?} {word}");
                }
            }
        }
    }
}
