//! Every word a user reads, in both languages, as Fluent files: one pair a room of the house.
//! `say!` gives a sentence by its key; the modules say what the domain and the board give in
//! terms: lights, labels, refusals, values. May use `domain`, `board`.

pub mod figures;
pub mod filter;
pub mod label;
pub mod problem;
pub mod reason;
pub mod refusal;
pub mod thresholds;
pub mod value;

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::domain::Lang;

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        const ZH: &[(&str, &str)] = &[ $( ($name, include_str!(concat!("zh-CN/", $name, ".ftl"))), )+ ];
        const EN: &[(&str, &str)] = &[ $( ($name, include_str!(concat!("en/", $name, ".ftl"))), )+ ];
    };
}

files!(
    "app", "chart", "command", "deck", "export", "figures", "filter", "layer", "preview", "reason",
    "refusal", "report", "server", "view"
);

static WORDS: LazyLock<[FluentBundle<FluentResource>; 2]> = LazyLock::new(|| Lang::ALL.map(bundle));

/// The Fluent files of a language: room and source.
#[must_use]
pub const fn sources(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Zh => ZH,
        Lang::En => EN,
    }
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let tag = lang.tag().parse::<unic_langid::LanguageIdentifier>().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Isolation marks are bidi controls: they would be drawn as cells of their own.
    bundle.set_use_isolating(false);
    for (_, source) in sources(lang) {
        // What can be read of a file with a slip is used; a test refuses any slip.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The sentence of a key, its places filled. A key that does not exist gives the key itself,
/// which a test looks for.
#[must_use]
pub fn text(lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> String {
    let bundle = &WORDS[lang as usize];
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
}

/// A sentence of the locale files: `say!(lang, "reason-overdue", days = 3)`.
#[macro_export]
macro_rules! say {
    ($lang:expr, $key:expr) => { $crate::locales::text($lang, $key, None) };
    ($lang:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut args = $crate::locales::Args::new();
        $( args.set(stringify!($name), $value); )+
        $crate::locales::text($lang, $key, Some(&args))
    }};
}

/// The places of a sentence and what fills them.
pub type Args<'a> = FluentArgs<'a>;
