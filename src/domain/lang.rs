//! The two languages of the board and how one is chosen from a locale name.
//! Uses nothing.

use std::fmt;
use std::str::FromStr;

/// A language that every word of the board exists in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Simplified Chinese, the office's language and the default.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages, default first.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The BCP 47 tag, which is also the name that `:lang` takes.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language of a POSIX locale such as `zh_CN.UTF-8` or `C`.
    /// Only a locale that names another language than Chinese gives English;
    /// `C`, `POSIX` and nothing at all say nothing about the reader.
    #[must_use]
    pub fn from_locale(locale: &str) -> Self {
        let base = locale.split(['.', '@']).next().unwrap_or_default();
        match base {
            "" | "C" | "POSIX" => Self::default(),
            name if name.starts_with("zh") => Self::Zh,
            _ => Self::En,
        }
    }

    /// The one of two texts that is in this language.
    #[must_use]
    pub const fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Lang {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        match name.to_ascii_lowercase().as_str() {
            "zh" | "zh-cn" | "zh_cn" | "中文" => Ok(Self::Zh),
            "en" | "en-us" | "en-gb" | "english" => Ok(Self::En),
            _ => Err(()),
        }
    }
}
