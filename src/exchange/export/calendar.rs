//! What falls due as iCalendar (RFC 5545): an all-day event for each date that still stands. Events and
//! not tasks, since Google's and Outlook's calendars take in no others. May use `domain`, `board`, `locales`.
//!
//! An event is known by its record and the moment the board was founded, so that a later file brings
//! it up to date. One whose record was closed within `GONE` days is told as cancelled, so that a
//! calendar takes it away. A calendar goes to phones and to other people's servers: confidential leads
//! have no name there, and nobody a phone number.

use std::io::{self, Write};

use chrono::{DateTime, Duration, Utc};
use icalendar::{Component, Event, Property};

use super::super::document::plain;
use super::{Source, Told};
use crate::board::redact::{self, Veil};
use crate::board::{Board, agenda, order, overview, rules};
use crate::domain::value_words::Names;
use crate::domain::{Id, Kind};
use crate::say;

/// So many days a closed record is told as cancelled.
const GONE: i64 = 60;

/// Writes the calendar: how many dates.
pub(super) fn write(source: &Source<'_>, to: &mut dyn Write) -> io::Result<Told> {
    let Source { board, lang, .. } = *source;
    let word = say!(lang, "report-confidential");
    let maker = Maker { source, veil: Veil::of(board, &word, false), founded: (source.changed)(1) };
    let name = super::super::document::titled(board.charter().name(lang).to_owned(), source.demo, lang);
    let head = icalendar::Calendar::empty()
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new(
            "PRODID",
            format!("-//guatu//guatu {}//{}", env!("CARGO_PKG_VERSION"), lang.pick("ZH", "EN")),
        ))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .append_property(Property::new("METHOD", "PUBLISH"))
        .append_property(Property::new("X-WR-CALNAME", plain(&name)))
        .append_property(Property::new("X-WR-TIMEZONE", overview::zone(board).name()))
        .to_string();
    let (head, end) = head.split_at(head.rfind("END:VCALENDAR").unwrap_or(head.len()));
    to.write_all(head.as_bytes())?;
    let mut told = Told::default();
    for id in source.ids {
        if let Some(event) = maker.event(*id) {
            let text = event.try_into_string().map_err(io::Error::other)?;
            to.write_all(text.as_bytes())?;
            told.records += 1;
        }
    }
    to.write_all(end.as_bytes())?;
    Ok(told)
}

/// A text of a property that the library takes for no text.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,")
}

struct Maker<'a> {
    source: &'a Source<'a>,
    veil: Veil<'a>,
    /// When the board was founded, as far as the history reaches.
    founded: Option<DateTime<Utc>>,
}

impl Maker<'_> {
    /// The event of a record; none where nothing is due, or where it has long been closed.
    fn event(&self, id: Id) -> Option<Event> {
        let Source { board, now, changed, .. } = *self.source;
        let due = order::due(board, id)?;
        let (rev, seq, _) = board.touched(id)?;
        let at = changed(seq);
        let is_open = overview::is_open(board, id);
        let is_fresh = at.is_some_and(|at| now - at <= Duration::days(GONE));
        (is_open || is_fresh).then(|| {
            let mut event = self.described(id);
            event.append_property(Property::new("UID", self.uid(id)));
            event.append_property(Property::new("SEQUENCE", rev.saturating_sub(1).to_string()));
            // What the light says changes with the day: each file is newer than the one before.
            event.append_property(Property::new("DTSTAMP", moment(now)));
            if let Some(at) = at {
                event.append_property(Property::new("LAST-MODIFIED", moment(at)));
            }
            for (key, day) in [("DTSTART", Some(due)), ("DTEND", due.succ_opt())] {
                event.append_property(
                    Property::new(key, day.unwrap_or(due).format("%Y%m%d").to_string())
                        .add_parameter("VALUE", "DATE")
                        .done(),
                );
            }
            event.append_property(Property::new("STATUS", if is_open { "CONFIRMED" } else { "CANCELLED" }));
            // A deadline does not make anybody busy for a day.
            event.append_property(Property::new("TRANSP", "TRANSPARENT"));
            event
        })
    }

    fn uid(&self, id: Id) -> String {
        let founded = self.founded.map(|at| format!("-{}", moment(at))).unwrap_or_default();
        format!("{id}{founded}@guatu")
    }

    fn described(&self, id: Id) -> Event {
        let Source { board, lang, .. } = *self.source;
        let title = |id: Option<Id>| id.map(|id| Names::title(board, id, lang));
        let is_secret = redact::is_secret(board, id);
        let light = overview::light_of(board, id);
        let name = if is_secret { say!(lang, "report-confidential") } else { self.name(id) };
        let summary = format!("[{}] {name} ({id})", super::cell::light(light.signal, lang));
        let division = title(agenda::division(board, id));
        let mut lines = vec![say!(
            lang,
            "export-light-on",
            day = board.today().to_string(),
            light = super::cell::lit(light, lang)
        )];
        let mut say = |key: &str, what: Option<String>| {
            lines.extend(what.filter(|what| !what.is_empty()).map(|what| {
                format!("{}{}{what}", crate::locales::text(lang, key, None), lang.pick("：", ": "))
            }));
        };
        say("export-next-step", next_step(board, id).filter(|_| !is_secret));
        say("export-stage", board.lead(id).map(|lead| rules::stage_name(board, lead, lang).to_owned()));
        say("export-owner", title(agenda::owner(board, id)));
        say("export-division", division.clone());
        let mut event = Event::default();
        event.append_property(Property::new("SUMMARY", self.told(&summary)));
        event.append_property(Property::new(
            "DESCRIPTION",
            lines.iter().map(|line| self.told(line)).collect::<Vec<_>>().join("\n"),
        ));
        event.append_property(Property::new("CLASS", if is_secret { "PRIVATE" } else { "PUBLIC" }));
        let kind = say!(lang, "view-kind", kind = id.kind.code());
        let categories = division.iter().chain([&kind]).map(|word| escaped(&self.told(word)));
        event.append_property(Property::new("CATEGORIES", categories.collect::<Vec<_>>().join(",")));
        event
    }

    /// A text on one line with nothing in it that must not be told.
    fn told(&self, text: &str) -> String {
        self.veil.over(&plain(text)).into_owned()
    }

    fn name(&self, id: Id) -> String {
        let Source { board, lang, .. } = *self.source;
        match board.six_one(id) {
            Some(six_one) => {
                let which = crate::domain::Choice::label(six_one.which, lang);
                format!("{which} {}", six_one.name).trim_end().to_owned()
            }
            None => board.title(id).to_owned(),
        }
    }
}

fn next_step(board: &Board, id: Id) -> Option<String> {
    match id.kind {
        Kind::Lead => board.lead(id).map(|lead| lead.next_step.clone()),
        Kind::Request => board.request(id).map(|request| request.about.clone()),
        _ => None,
    }
}

fn moment(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}
