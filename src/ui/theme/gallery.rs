//! The themes that one window can have: those that ship and those of its person's own folder, whose
//! texts came with the hello. May use the rest of `theme`.

use super::{Cause, Fault, Sort, Theme, by_name, default, parse, projector, shipped};

/// So many files of a person's own are read.
pub const MOST: usize = 32;

/// So many bytes may one of them have.
pub const ROOM: usize = 16 << 10;

/// So many bytes may all of them have.
pub const ALL_ROOM: usize = 48 << 10;

/// A file of the person's own: its name, and its text or why it was not read.
pub type OwnFile = (String, Result<String, Cause>);

/// See the module.
#[derive(Debug, Clone, Default)]
pub struct Gallery {
    own: Vec<(String, Result<Theme, Fault>)>,
}

/// A theme of the gallery, or a file that is none.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'g> {
    /// Its name.
    pub name: &'g str,
    /// The theme, or why there is none.
    pub theme: Result<&'g Theme, &'g Fault>,
    /// Whether it is of the person's own folder.
    pub own: bool,
}

impl Gallery {
    /// With the person's own.
    #[must_use]
    pub fn new(files: Vec<OwnFile>) -> Self {
        let whole = |cause| Err(Fault { line: None, cause });
        let read = |(place, (file, text)): (usize, OwnFile)| {
            let name = file.strip_suffix(".toml").unwrap_or(&file).to_owned();
            let theme = match text {
                _ if place >= MOST => whole(Cause::TooMany),
                Err(cause) => whole(cause),
                Ok(text) if text.len() > ROOM => whole(Cause::TooLong),
                Ok(text) => parse(&name, &text),
            };
            (name, theme)
        };
        Self { own: files.into_iter().enumerate().map(read).collect() }
    }

    /// All of them, the person's own last. One of these stands instead of a shipped one of its name.
    pub fn shown(&self) -> impl Iterator<Item = Shown<'_>> {
        let covered = |name: &str| self.own.iter().any(|(own, theme)| own == name && theme.is_ok());
        let shipped = shipped().iter().filter(move |theme| !covered(&theme.name));
        let shipped = shipped.map(|theme| Shown { name: &theme.name, theme: Ok(theme), own: false });
        let own = self.own.iter();
        shipped.chain(own.map(|(name, theme)| Shown { name, theme: theme.as_ref(), own: true }))
    }

    /// The theme with a name.
    #[must_use]
    pub fn by_name(&self, name: &str) -> Option<&Theme> {
        let own = self.own.iter().find(|(own, theme)| own == name && theme.is_ok());
        own.and_then(|(_, theme)| theme.as_ref().ok()).or_else(|| by_name(name))
    }

    /// Why the person's file of a name is no theme.
    #[must_use]
    pub fn fault(&self, name: &str) -> Option<&Fault> {
        self.own.iter().find(|(own, _)| own == name).and_then(|(_, theme)| theme.as_ref().err())
    }

    /// The theme of a person who chose that name; an empty or unknown one is the default.
    #[must_use]
    pub fn chosen(&self, name: &str) -> &Theme {
        let usual = default();
        self.by_name(name).or_else(|| self.by_name(&usual.name)).unwrap_or(usual)
    }

    /// The theme for the projector of a person who chose that name: the chosen one where it is made
    /// for one or has no colours, else that which ships for a room as dark or light as the chosen one.
    #[must_use]
    pub fn for_projector(&self, name: &str) -> &Theme {
        let chosen = self.chosen(name);
        if matches!(chosen.sort, Sort::Projector | Sort::Mono) { chosen } else { projector(chosen.dark) }
    }
}
