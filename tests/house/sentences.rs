//! The sentences of the locale files: in both languages, each said somewhere and said with all that
//! it has places for.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use guatu::domain::Lang;
use guatu::locales;

use crate::{code, house};

/// What may stand in a place: a count that is one, another, and a text of the language itself.
const FILLINGS: [&str; 3] = ["1", "7", "海洋"];

/// The messages of a language: key → the names of its places.
fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    let lines = locales::sources(lang).iter().flat_map(|(_, source)| source.lines());
    for line in lines.filter(|line| !line.starts_with('#')) {
        if !line.starts_with([' ', '\t', '}'])
            && let Some((name, _)) = line.split_once('=')
        {
            name.trim().clone_into(&mut key);
            assert!(found.insert(key.clone(), BTreeSet::new()).is_none(), "{lang}: {key} is there twice");
        }
        for (at, _) in line.match_indices('$') {
            let rest = &line[at + 1..];
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
            let place = rest[..end.unwrap_or(rest.len())].to_owned();
            found.get_mut(&key).expect("a key before its places").insert(place);
        }
    }
    found
}

#[test]
fn every_sentence_is_in_both_languages() {
    let (zh, en) = (messages(Lang::Zh), messages(Lang::En));
    let keys = |m: &BTreeMap<String, BTreeSet<String>>| m.keys().cloned().collect::<BTreeSet<_>>();
    let only: Vec<_> = keys(&zh).symmetric_difference(&keys(&en)).cloned().collect();
    assert!(only.is_empty(), "in one language only: {only:?}");
    for (key, places) in &zh {
        assert_eq!(places, &en[key], "places of {key}");
    }
}

#[test]
fn every_sentence_can_be_read() {
    for lang in Lang::ALL {
        for (name, source) in locales::sources(lang) {
            let parsed = fluent_bundle::FluentResource::try_new((*source).to_owned());
            assert!(parsed.is_ok(), "{lang}/{name}.ftl: {:?}", parsed.err().map(|(_, errors)| errors));
        }
    }
}

#[test]
fn every_sentence_is_said_and_every_said_one_exists() {
    let known: BTreeSet<String> = messages(Lang::Zh).into_keys().collect();
    let lines = |text: &str| code(text).collect::<Vec<_>>().join("\n");
    let texts: String = house().into_iter().map(|(_, text)| lines(&text)).collect();
    // Those of the command line are put together from the names of commands, flags and values, and
    // looked up by tests beside it.
    let composed = |key: &&String| key.starts_with("help") || key.starts_with("usage-word-");
    let said = |key: &&String| texts.contains(&format!("\"{key}\""));
    let unsaid: Vec<_> = known.iter().filter(|key| !composed(key) && !said(key)).collect();
    assert!(unsaid.is_empty(), "sentences that nothing says: {unsaid:?}");
    let mut missing = BTreeSet::new();
    for said in texts.split("say!(").skip(1) {
        let mut parts = said.split('"');
        let (before, key) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        // Only keys written as literals right after the language can be looked up here.
        if before.matches(',').count() == 1 && !before.contains(')') && !known.contains(key) {
            missing.insert(key.to_owned());
        }
    }
    assert!(missing.is_empty(), "said but not written: {missing:?}");
}

/// The files of a language as the program reads them, with nothing forgiven.
fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let tag = lang.tag().parse().expect("a language's name");
    let mut bundle = FluentBundle::new(vec![tag]);
    bundle.set_use_isolating(false);
    for (name, source) in locales::sources(lang) {
        let resource = FluentResource::try_new((*source).to_owned()).expect("a readable file");
        bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{lang}/{name}.ftl: {errors:?}"));
    }
    bundle
}

#[test]
fn every_sentence_is_whole_with_what_it_has_places_for() {
    for lang in Lang::ALL {
        let bundle = bundle(lang);
        for (key, places) in messages(lang) {
            let message = bundle.get_message(&key).unwrap_or_else(|| panic!("{lang}: {key}"));
            let pattern = message.value().unwrap_or_else(|| panic!("{lang}: {key} says nothing"));
            for filling in FILLINGS {
                let value = || FluentValue::try_number(filling);
                let args: FluentArgs<'_> = places.iter().map(|place| (place.as_str(), value())).collect();
                let mut errors = Vec::new();
                let said = bundle.format_pattern(pattern, Some(&args), &mut errors);
                assert!(errors.is_empty(), "{lang}: {key} with {filling}: {errors:?}");
                assert!(!said.trim().is_empty() && !said.contains(['{', '}']), "{lang}: {key}: {said}");
            }
        }
    }
}

/// What a macro's call has between its brackets, the text beginning right after the first.
fn between_brackets(text: &str) -> &str {
    let mut depth = 1;
    let end = text.find(|ch| {
        depth += i32::from(matches!(ch, '(' | '[' | '{')) - i32::from(matches!(ch, ')' | ']' | '}'));
        depth == 0
    });
    &text[..end.unwrap_or(text.len())]
}

/// The parts of a call, by the commas that stand in no brackets and no text.
fn parts(call: &str) -> Vec<&str> {
    let (mut depth, mut quoted) = (0, false);
    call.split(|ch| {
        quoted ^= ch == '"';
        depth += i32::from(matches!(ch, '(' | '[' | '{')) - i32::from(matches!(ch, ')' | ']' | '}'));
        ch == ',' && depth == 0 && !quoted
    })
    .map(str::trim)
    .filter(|part| !part.is_empty())
    .collect()
}

#[test]
fn every_sentence_is_said_with_all_that_it_has_places_for() {
    let known = messages(Lang::Zh);
    let mut checked = 0;
    for (file, text) in house() {
        let text = code(&text).collect::<Vec<_>>().join("\n");
        for call in text.split("say!(").skip(1) {
            let parts = parts(between_brackets(call));
            let key = parts.get(1).and_then(|key| key.strip_prefix('"')?.strip_suffix('"'));
            let Some((key, places)) = key.and_then(|key| Some((key, known.get(key)?))) else { continue };
            let names = parts[2..].iter().filter_map(|part| part.split_once('='));
            let given: BTreeSet<String> = names.map(|(name, _)| name.trim().to_owned()).collect();
            assert_eq!(&given, places, "{file}: {key}");
            checked += 1;
        }
    }
    assert!(checked > 100, "few calls were found: {checked}");
}
