//! From the text of a file to a theme. A palette with the usual names gets the usual styles; what a
//! file says itself comes first. May use `style`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use ratatui::style::{Color, Modifier};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Cause, Entry, Fault, Paint, Sort, Theme};
use crate::ui::style::Meaning;

/// The styles that a palette gives where its theme says no other.
const USUAL: &str = include_str!("usual.toml");

static USUAL_STYLES: LazyLock<Vec<Option<Written>>> = LazyLock::new(|| {
    // A slip in the file is refused by a test.
    let read = || Source(USUAL).styles(DeTable::parse(USUAL).ok()?.get_ref(), "styles").ok();
    read().unwrap_or_default()
});

/// A style as it stands in a file: its colours by name.
#[derive(Debug, Clone, Default)]
struct Written {
    fg: Option<String>,
    bg: Option<String>,
    modifiers: Modifier,
    line: usize,
}

type Table<'i> = DeTable<'i>;
type Value<'i> = Spanned<DeValue<'i>>;
type Palette = BTreeMap<String, Paint>;

/// A theme from the text of its file.
///
/// # Errors
/// `Fault` with the line that is wrong and what is wrong there.
pub fn parse(name: &str, text: &str) -> Result<Theme, Fault> {
    let source = Source(text);
    let file = DeTable::parse(text).map_err(|error| source.fault(error.span(), Cause::Syntax))?;
    let file = file.into_inner();
    source.known(&file, "", &["zh", "en", "for", "dark", "palette", "indexed", "styles", "sixteen"])?;
    let palette = source.palette(&file)?;
    let own = source.styles(&file, "styles")?;
    let entries = entries(&own, &palette)?;
    let sixteen = source.styles(&file, "sixteen")?;
    let sixteen = sixteen.iter().zip(Meaning::ALL).map(|(written, meaning)| {
        written.as_ref().map(|written| written.entry("sixteen", *meaning, ansi_or_default)).transpose()
    });
    let label = |key| Ok::<_, Fault>(source.text(&file, key)?.unwrap_or(name).to_owned());
    let sort = source.text(&file, "for")?.unwrap_or(Sort::default().code());
    let no_sort = || source.fault(span_of(&file, "for"), Cause::Value("for".to_owned()));
    Ok(Theme {
        name: name.to_owned(),
        zh: label("zh")?,
        en: label("en")?,
        sort: Sort::ALL.into_iter().find(|of| of.code() == sort).ok_or_else(no_sort)?,
        dark: source.flag(&file, "dark")?.unwrap_or_else(|| is_dark(&entries)),
        sixteen: sixteen.collect::<Result<_, _>>()?,
        entries,
    })
}

/// Every meaning's style: the theme's own, else the usual one where the palette has its colours, else
/// its parent's.
fn entries(own: &[Option<Written>], palette: &Palette) -> Result<Vec<Entry>, Fault> {
    let paint =
        |name: &str| palette.get(name).copied().or_else(|| ansi_or_default(name)).or_else(|| rgb(name));
    let usual = |meaning: Meaning| {
        let written = USUAL_STYLES.get(meaning as usize)?.as_ref()?;
        let named = [&written.fg, &written.bg];
        let whole = named.into_iter().flatten().all(|name| palette.contains_key(name.as_str()));
        whole.then(|| written.entry("styles", meaning, paint).ok()).flatten()
    };
    let given = |meaning: &Meaning| match &own[*meaning as usize] {
        Some(written) => written.entry("styles", *meaning, paint).map(Some),
        None => Ok(usual(*meaning)),
    };
    let given = Meaning::ALL.iter().map(given).collect::<Result<Vec<_>, _>>()?;
    if given[Meaning::Text as usize].is_none() {
        return Err(Fault { line: None, cause: Cause::NoText });
    }
    let lineage = |meaning: &Meaning| std::iter::successors(Some(*meaning), |at| at.parent());
    let inherited = |meaning| lineage(meaning).find_map(|at| given[at as usize]).unwrap_or_default();
    Ok(Meaning::ALL.iter().map(inherited).collect())
}

/// Whether the ground is dark; the terminal's own is taken to be.
fn is_dark(entries: &[Entry]) -> bool {
    match entries.first().and_then(|text| text.bg) {
        Some(Paint::Rgb { rgb, .. }) => luminance(rgb) < 0.18,
        Some(Paint::Ansi(colour)) => !matches!(colour, Color::White | Color::Gray),
        Some(Paint::Default) | None => true,
    }
}

/// How bright a colour is, from 0 to 1, as WCAG 2 reckons it.
#[must_use]
pub fn luminance(rgb: [u8; 3]) -> f64 {
    let [r, g, b] = rgb.map(|byte| {
        let part = f64::from(byte) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

impl Written {
    fn entry(
        &self,
        table: &str,
        meaning: Meaning,
        paint: impl Fn(&str) -> Option<Paint>,
    ) -> Result<Entry, Fault> {
        let paint = |name: &Option<String>| {
            let Some(name) = name else { return Ok(None) };
            let key = format!("{table}.{}", meaning.key());
            let fault =
                || Fault { line: Some(self.line), cause: Cause::Colour { key, colour: name.clone() } };
            paint(name).map(Some).ok_or_else(fault)
        };
        Ok(Entry { fg: paint(&self.fg)?, bg: paint(&self.bg)?, modifiers: self.modifiers })
    }
}

/// The text of a file, for the lines of what is wrong in it.
struct Source<'s>(&'s str);

impl Source<'_> {
    fn line(&self, at: usize) -> usize {
        1 + self.0.bytes().take(at).filter(|byte| *byte == b'\n').count()
    }

    fn fault(&self, at: Option<Range<usize>>, cause: Cause) -> Fault {
        Fault { line: at.map(|at| self.line(at.start)), cause }
    }

    /// Refuses a key that a table does not have.
    fn known(&self, table: &Table<'_>, path: &str, keys: &[&str]) -> Result<(), Fault> {
        match table.iter().find(|(key, _)| !keys.contains(&key.get_ref().as_ref())) {
            Some((key, _)) => {
                Err(self.fault(Some(key.span()), Cause::Unknown(format!("{path}{}", key.get_ref()))))
            }
            None => Ok(()),
        }
    }

    fn wrong<T>(&self, key: &str, value: &Value<'_>) -> Result<T, Fault> {
        Err(self.fault(Some(value.span()), Cause::Value(key.to_owned())))
    }

    fn text<'t>(&self, table: &'t Table<'_>, key: &str) -> Result<Option<&'t str>, Fault> {
        let Some(value) = table.get(key) else { return Ok(None) };
        value.get_ref().as_str().map_or_else(|| self.wrong(key, value), |text| Ok(Some(text)))
    }

    fn flag(&self, table: &Table<'_>, key: &str) -> Result<Option<bool>, Fault> {
        let Some(value) = table.get(key) else { return Ok(None) };
        value.get_ref().as_bool().map_or_else(|| self.wrong(key, value), |flag| Ok(Some(flag)))
    }

    fn table<'t, 'i>(&self, file: &'t Table<'i>, key: &str) -> Result<Option<&'t Table<'i>>, Fault> {
        let Some(value) = file.get(key) else { return Ok(None) };
        value.get_ref().as_table().map_or_else(|| self.wrong(key, value), |table| Ok(Some(table)))
    }

    fn palette(&self, file: &Table<'_>) -> Result<Palette, Fault> {
        let none = Table::new();
        let colours = self.table(file, "palette")?.unwrap_or(&none);
        let indexed = self.table(file, "indexed")?.unwrap_or(&none);
        let names: Vec<&str> = colours.iter().map(|(name, _)| name.get_ref().as_ref()).collect();
        self.known(indexed, "indexed.", &names)?;
        let paint = |(name, value): (&Spanned<_>, &Value<'_>)| {
            let name: &std::borrow::Cow<'_, str> = name.get_ref();
            let key = format!("palette.{name}");
            let Some(colour) = value.get_ref().as_str() else { return self.wrong(&key, value) };
            let index = indexed.get(name.as_ref()).map(|index| self.index(name, index)).transpose()?;
            let cause = || Cause::Colour { key, colour: colour.to_owned() };
            let rgb = hex(colour).ok_or_else(|| self.fault(Some(value.span()), cause()))?;
            Ok((name.clone().into_owned(), Paint::Rgb { rgb, index }))
        };
        colours.iter().map(paint).collect()
    }

    /// An index among the 256 whose colour terminals do not repaint.
    fn index(&self, name: &str, value: &Value<'_>) -> Result<u8, Fault> {
        let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
        let number = number.filter(|number| *number >= 16);
        number.map_or_else(|| self.wrong(&format!("indexed.{name}"), value), Ok)
    }

    /// By meaning, the styles of a table as they are written.
    fn styles(&self, file: &Table<'_>, table: &str) -> Result<Vec<Option<Written>>, Fault> {
        let mut styles: Vec<Option<Written>> = vec![None; Meaning::ALL.len()];
        let Some(written) = self.table(file, table)? else { return Ok(styles) };
        for (key, value) in written {
            let path = format!("{table}.{}", key.get_ref());
            let meaning = Meaning::ALL.iter().find(|meaning| meaning.key() == key.get_ref());
            let unknown = || self.fault(Some(key.span()), Cause::Unknown(path.clone()));
            let meaning = *meaning.ok_or_else(unknown)?;
            let Some(style) = value.get_ref().as_table() else { return self.wrong(&path, value) };
            styles[meaning as usize] = Some(self.style(style, &path, self.line(value.span().start))?);
        }
        Ok(styles)
    }

    fn style(&self, table: &Table<'_>, path: &str, line: usize) -> Result<Written, Fault> {
        const FLAGS: [(&str, Modifier); 4] = [
            ("bold", Modifier::BOLD),
            ("dim", Modifier::DIM),
            ("underline", Modifier::UNDERLINED),
            ("reverse", Modifier::REVERSED),
        ];
        self.known(table, &format!("{path}."), &["fg", "bg", "bold", "dim", "underline", "reverse"])?;
        let mut modifiers = Modifier::empty();
        for (key, modifier) in FLAGS {
            modifiers.set(modifier, self.flag(table, key)?.unwrap_or(false));
        }
        let named = |key| Ok::<_, Fault>(self.text(table, key)?.map(str::to_owned));
        Ok(Written { fg: named("fg")?, bg: named("bg")?, modifiers, line })
    }
}

fn span_of(table: &Table<'_>, key: &str) -> Option<Range<usize>> {
    table.get(key).map(Spanned::span)
}

fn rgb(text: &str) -> Option<Paint> {
    hex(text).map(|rgb| Paint::Rgb { rgb, index: None })
}

/// `#rrggbb`.
fn hex(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii())?;
    let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some([byte(0)?, byte(2)?, byte(4)?])
}

/// What every theme may name: the terminal's own, and the 16 of its palette.
fn ansi_or_default(name: &str) -> Option<Paint> {
    const NAMES: [(&str, Color); 17] = [
        ("default", Color::Reset),
        ("ansi-black", Color::Black),
        ("ansi-red", Color::Red),
        ("ansi-green", Color::Green),
        ("ansi-yellow", Color::Yellow),
        ("ansi-blue", Color::Blue),
        ("ansi-magenta", Color::Magenta),
        ("ansi-cyan", Color::Cyan),
        ("ansi-white", Color::Gray),
        ("ansi-bright-black", Color::DarkGray),
        ("ansi-bright-red", Color::LightRed),
        ("ansi-bright-green", Color::LightGreen),
        ("ansi-bright-yellow", Color::LightYellow),
        ("ansi-bright-blue", Color::LightBlue),
        ("ansi-bright-magenta", Color::LightMagenta),
        ("ansi-bright-cyan", Color::LightCyan),
        ("ansi-bright-white", Color::White),
    ];
    let (_, colour) = NAMES.iter().find(|(known, _)| *known == name)?;
    Some(if *colour == Color::Reset { Paint::Default } else { Paint::Ansi(*colour) })
}
