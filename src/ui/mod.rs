//! The screen as a function: events in, effects out, `draw(&self)`. Many windows share a process,
//! so there is no socket, clock, environment, file, static or thread-local here; day, theme,
//! language and size are passed in. May use `domain`, `board`, `locales`. How every view looks is
//! written down once, in `looks.md`:
#![doc = include_str!("looks.md")]

pub mod action;
pub mod app;
mod dispatch;
mod draw;
pub mod effect;
pub mod event;
mod footers;
pub mod glyph;
pub mod hint;
pub mod key;
pub mod keymap;
pub mod layers;
pub mod layout;
pub mod meaning;
mod mouse;
pub mod place;
pub mod show;
mod showing;
pub mod style;
pub mod text;
pub mod theme;
mod top;
mod typed;
mod verbs;
pub mod views;
pub mod widgets;
pub mod width;

pub use action::Action;
pub use effect::{Draft, Effect, Export, Exported, Prefs};
pub use event::{Cx, Event, Presence, Stand};
pub use glyph::Glyphs;
pub use key::{Code, Key};
pub use mouse::Press;
pub use style::{Depth, Look, Meaning};
pub use theme::Theme;
