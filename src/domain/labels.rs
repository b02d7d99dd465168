//! The words of another zone: what its charter calls stages and groups where they are not those
//! of product rule §3. May use `choice`, `stage`, `division`, `value`.

use std::collections::BTreeMap;

use super::choice::{Choice, ChoiceOption};
use super::division::Group;
use super::held::{Glance, Held};
use super::lang::Lang;
use super::stage::{Stage, Track};
use super::value::{Misfit, Value};

/// The column of the words of all stages, whatever the track.
const STAGE: &str = "stage";
/// The column of the words of groups.
const GROUP: &str = "group";

/// A charter's own words by `column.code.language`, e.g. `stage.sign.zh`, `service.run.en`,
/// `group.leading.zh`. A track's column goes before `stage`, and that before the built-in word.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels(BTreeMap<String, String>);

impl Track {
    /// All tracks, in the order of the product's table.
    pub const ALL: [Self; 3] = [Self::Leading, Self::Service, Self::Talent];

    /// The column of a charter's labels.
    const fn column(self) -> &'static str {
        match self {
            Self::Leading => "leading",
            Self::Service => "service",
            Self::Talent => "talent",
        }
    }
}

fn key(column: &str, code: &str, lang: Lang) -> String {
    format!("{column}.{code}.{}", lang.pick("zh", "en"))
}

impl Labels {
    /// Gives a member of a column its word in a language. Tells whether there is such a member
    /// and the word is one.
    #[must_use]
    pub fn put(&mut self, column: &str, code: &str, lang: Lang, word: &str) -> bool {
        let known = match column {
            GROUP => Group::from_code(code).is_some(),
            STAGE => Stage::from_code(code).is_some(),
            _ => Track::ALL.iter().any(|t| t.column() == column) && Stage::from_code(code).is_some(),
        };
        let good = known && !word.trim().is_empty();
        if good {
            self.0.insert(key(column, code, lang), word.trim().to_owned());
        }
        good
    }

    /// The word that the charter itself gives to a stage, on a track or on all.
    #[must_use]
    pub fn own(&self, stage: Stage, track: Option<Track>, lang: Lang) -> Option<&str> {
        if self.0.is_empty() {
            return None;
        }
        let columns = track.map(Track::column).into_iter().chain([STAGE]);
        columns.filter_map(|column| self.0.get(&key(column, stage.code(), lang))).map(String::as_str).next()
    }

    /// The word of a stage on a track; of none, the word that serves all.
    #[must_use]
    pub fn stage(&self, stage: Stage, track: Option<Track>, lang: Lang) -> &str {
        let built_in = || track.map_or_else(|| stage.label(lang), |track| stage.name(track, lang));
        self.own(stage, track, lang).unwrap_or_else(built_in)
    }

    /// The word of a group.
    #[must_use]
    pub fn group(&self, group: Group, lang: Lang) -> &str {
        self.0.get(&key(GROUP, group.code(), lang)).map_or_else(|| group.label(lang), String::as_str)
    }

    /// The word of a member of any closed list.
    #[must_use]
    pub fn option(
        &self,
        options: &'static [ChoiceOption],
        option: &'static ChoiceOption,
        lang: Lang,
    ) -> &str {
        let own = column(options).and_then(|column| self.0.get(&key(column, option.code, lang)));
        own.map_or_else(|| option.label(lang), String::as_str)
    }

    /// Every word of the charter's own for a member of a closed list, whatever track or language.
    pub fn words(&self, options: &'static [ChoiceOption], code: &str) -> impl Iterator<Item = &str> {
        let columns: &[&str] = match column(options) {
            Some(STAGE) => &[STAGE, "leading", "service", "talent"],
            Some(_) => &[GROUP],
            None => &[],
        };
        let keys = columns.iter().flat_map(move |column| Lang::ALL.map(|lang| key(column, code, lang)));
        keys.filter_map(|key| self.0.get(&key)).map(String::as_str)
    }

    /// The member of a closed list that a person who typed `word` meant: the charter's own words
    /// go before the built-in ones, which stay known.
    #[must_use]
    pub fn find(&self, options: &'static [ChoiceOption], word: &str) -> Option<&'static ChoiceOption> {
        let own = |option: &&ChoiceOption| {
            self.words(options, option.code).any(|own| own.eq_ignore_ascii_case(word))
        };
        let own = options.iter().filter(|_| !self.0.is_empty()).find(own);
        own.or_else(|| options.iter().find(|option| option.is_called(word)))
    }

    /// The first word that is shown for two stages, or for two groups: nobody could tell them apart.
    #[must_use]
    pub fn ambiguous(&self) -> Option<&str> {
        let tracks = [None, Some(Track::Leading), Some(Track::Service), Some(Track::Talent)];
        let of_stage = |stage: Stage| {
            let words = move |lang| tracks.map(|track| (self.stage(stage, track, lang), stage.code()));
            Lang::ALL.into_iter().flat_map(words)
        };
        let of_group = |group: Group| Lang::ALL.map(|lang| (self.group(group, lang), group.code()));
        twice(Stage::ALL.iter().copied().flat_map(of_stage))
            .or_else(|| twice(Group::ALL.iter().copied().flat_map(of_group)))
    }
}

/// The first word that stands beside two codes.
fn twice<'a>(words: impl Iterator<Item = (&'a str, &'static str)>) -> Option<&'a str> {
    let mut meant: BTreeMap<String, &str> = BTreeMap::new();
    let mut other =
        |(word, code): &(&str, &'static str)| *meant.entry(word.to_lowercase()).or_insert(code) != *code;
    words.filter(|pair| other(pair)).map(|(word, _)| word).next()
}

/// The column of a closed list whose words a charter may give.
fn column(options: &'static [ChoiceOption]) -> Option<&'static str> {
    if options == Stage::OPTIONS { Some(STAGE) } else { (options == Group::OPTIONS).then_some(GROUP) }
}

impl Held for Labels {
    fn to_value(&self) -> Value {
        self.0.to_value()
    }
    fn glance(&self) -> Glance<'_> {
        Glance::Other
    }
    fn from_value(value: Value) -> Result<Self, Misfit> {
        Held::from_value(value).map(Self)
    }
}
