//! The line at the foot of a slide: what is shown, who follows, the time. May use `draw`, `locales`.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Deck, draw, minute};
use crate::board::overview;
use crate::locales::refusal;
use crate::say;
use crate::ui::event::Cx;
use crate::ui::style::{Look, Meaning};

impl Deck {
    /// The line at the foot: what is shown, and the time.
    pub(super) fn draw_foot(&self, cx: &Cx<'_>, look: &Look, area: Rect, frame: &mut Frame<'_>) {
        let mut left = Vec::new();
        if let Some(trouble) = cx.trouble {
            left.push((Meaning::Error, refusal::standing(trouble, look.lang)));
        }
        if cx.demo {
            left.push((Meaning::Demo, format!(" {} ", say!(look.lang, "view-demo"))));
        }
        if let Some(day) = cx.past {
            left.push((
                Meaning::PastSign,
                format!(" {} ", say!(look.lang, "view-as-of", day = day.to_string())),
            ));
        }
        left.push((Meaning::Muted, cx.board.charter().name(look.lang).to_owned()));
        let mut right = Vec::new();
        let people = cx.people.iter();
        let own = cx.people.iter().find(|presence| presence.own).map(|presence| presence.no);
        let behind = people.filter(|presence| own.is_some() && presence.at.follows == own).count();
        if self.leader.is_some() {
            right.push((Meaning::Accent, say!(look.lang, "deck-following", name = self.leader_name(cx))));
        } else if behind > 0 {
            right.push((Meaning::Accent, say!(look.lang, "deck-followed", count = behind)));
        }
        // One digit alone is a division's, and its slide is up.
        if self.typed.len() > 1 {
            right.push((Meaning::Accent, self.typed.clone()));
        }
        if !self.hides_time {
            right.extend(self.clock(cx, look));
        }
        let (number, all) = self.number();
        right.push((Meaning::Muted, format!("{number}/{all}")));
        draw::foot(look, &left, &right, area, frame);
    }

    /// The time of day, the minutes since the begin and those of this slide, with a quiet sign where
    /// they are more than they should be.
    fn clock(&self, cx: &Cx<'_>, look: &Look) -> Vec<(Meaning, String)> {
        let now = minute(cx.now);
        let lang = look.lang;
        let (gone, here) = ((now - self.began).num_minutes(), (now - self.turned).num_minutes());
        let all = self.wishes.minutes.map(i64::from);
        let each = all.map(|all| all / i64::try_from(self.slides.len().max(1)).unwrap_or(1));
        let meaning = |minutes: i64, most: Option<i64>| {
            if most.is_some_and(|most| minutes > most) { Meaning::Overrun } else { Meaning::Muted }
        };
        let elapsed = match all {
            Some(all) if gone > all => say!(lang, "deck-over", minutes = gone - all),
            Some(all) => say!(lang, "deck-of", minutes = gone, all = all),
            None => say!(lang, "deck-minutes", minutes = gone),
        };
        let time = cx.now.with_timezone(&overview::zone(cx.board)).format("%H:%M").to_string();
        let mut told = vec![(meaning(gone, all), elapsed)];
        if here > 0 {
            told.insert(
                0,
                (meaning(here, each.map(|each| each.max(1))), say!(lang, "deck-here", minutes = here)),
            );
        }
        told.push((Meaning::Text, time));
        told
    }
}
