//! The slides of a deck in their order, and the names by which some of them are asked for.
//! May use `board`, `locales`.

use crate::board::Board;
use crate::domain::{Id, Lang};
use crate::say;
use crate::ui::show;

/// A slide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slide {
    /// The campaign's name.
    Title,
    /// The two lines 两线作战体系.
    System,
    /// The totals of all divisions.
    Totals,
    /// The deployment chart 部署图.
    Deployment,
    /// The Six Ones 六个一.
    SixOnes,
    /// A division.
    Division(Id),
    /// The support chart 保障图.
    Support,
    /// All that is red.
    Reds,
    /// The three shifts 三个转变.
    Shifts,
    /// The commitments 军令状 of the meeting.
    Pledges,
    /// What falls due next.
    Dates,
    /// The end.
    Closing,
}

/// A name by which slides are asked for, that no slide has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no slide is called {0:?}")]
pub struct NoSlide(pub String);

/// The names in the order of the deck.
pub const NAMES: [&str; 12] = [
    "title",
    "system",
    "totals",
    "deployment",
    "six_ones",
    "divisions",
    "support",
    "reds",
    "shifts",
    "pledges",
    "dates",
    "closing",
];

/// All slides of a board.
#[must_use]
pub fn all(board: &Board) -> Vec<Slide> {
    NAMES.iter().flat_map(|name| named(name, board)).collect()
}

/// The slides of a board that a list of names asks for, parted by commas, in its order; all where
/// it is empty. A digit is a division's.
///
/// # Errors
/// The first name that no slide has.
pub fn listed(list: &str, board: &Board) -> Result<Vec<Slide>, NoSlide> {
    let names = split(list)?;
    let slides: Vec<Slide> = names.into_iter().flat_map(|name| named(&name, board)).collect();
    Ok(if slides.is_empty() { all(board) } else { slides })
}

/// The names in a list, without a board to look at.
///
/// # Errors
/// The first name that no slide has.
pub fn split(list: &str) -> Result<Vec<String>, NoSlide> {
    let names = list.split([',', '，', '、', ' ']).map(str::trim).filter(|name| !name.is_empty());
    let is_known = |name: &str| NAMES.contains(&name) || digit(name).is_some();
    names
        .map(|name| if is_known(name) { Ok(name.to_owned()) } else { Err(NoSlide(name.to_owned())) })
        .collect()
}

fn digit(name: &str) -> Option<u32> {
    name.parse().ok().filter(|no| (1..=9).contains(no))
}

fn named(name: &str, board: &Board) -> Vec<Slide> {
    if let Some(id) = digit(name).map(Id::division) {
        return if board.has(id) { vec![Slide::Division(id)] } else { Vec::new() };
    }
    vec![match name {
        "title" => Slide::Title,
        "system" => Slide::System,
        "totals" => Slide::Totals,
        "deployment" => Slide::Deployment,
        "six_ones" => Slide::SixOnes,
        "divisions" => return board.divisions().iter().map(|(id, _)| Slide::Division(id)).collect(),
        "support" => Slide::Support,
        "reds" => Slide::Reds,
        "shifts" => Slide::Shifts,
        "pledges" => Slide::Pledges,
        "dates" => Slide::Dates,
        "closing" => Slide::Closing,
        _ => return Vec::new(),
    }]
}

impl Slide {
    /// What the index calls it.
    #[must_use]
    pub fn label(self, board: &Board, lang: Lang) -> String {
        let name = match self {
            Self::Division(id) => return show::name(board, id, lang),
            Self::Title => "title",
            Self::System => "system",
            Self::Totals => "totals",
            Self::Deployment => "deployment",
            Self::SixOnes => "six_ones",
            Self::Support => "support",
            Self::Reds => "reds",
            Self::Shifts => "shifts",
            Self::Pledges => "pledges",
            Self::Dates => "dates",
            Self::Closing => "closing",
        };
        say!(lang, "deck-slide", name = name)
    }
}
