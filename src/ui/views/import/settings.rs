//! What can be chosen for an import as a whole, and how each line of that page says it.
//! May use `model`, `domain`, `board`, `locales`.

use super::ImportView;
use super::model::{Lack, Preview, Sheet};
use crate::domain::{ChoiceOption, Lang};
use crate::say;
use crate::ui::event::Cx;
use crate::ui::show;

/// A line of the last page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Whether a sheet is brought in.
    Sheet(usize),
    /// What the records are.
    Kind,
    /// Which rows are brought in.
    Mode,
    /// How rows are matched with records.
    Matching,
    /// What one stands for in bare amounts.
    Unit,
    /// In which order day, month and year stand.
    Order,
    /// The division of records that name none.
    Division,
    /// To do it.
    Go,
}

/// The lines of the page.
pub(super) fn listed(view: &ImportView) -> Vec<Setting> {
    let Some(preview) = view.preview() else { return Vec::new() };
    let sheets = (0..preview.sheets.len()).filter(|_| preview.sheets.len() > 1).map(Setting::Sheet);
    let mut all: Vec<Setting> = sheets.collect();
    let chosen = [
        (Setting::Kind, preview.kinds.len() > 1),
        (Setting::Mode, preview.modes.len() > 1),
        (Setting::Matching, preview.matchings.len() > 1),
    ];
    all.extend(chosen.into_iter().filter(|(_, is_there)| *is_there).map(|(setting, _)| setting));
    all.extend([Setting::Unit, Setting::Order, Setting::Division, Setting::Go]);
    all
}

/// What a line is about, what is chosen there, and whether it must be.
pub(super) struct Said {
    pub(super) about: String,
    pub(super) chosen: String,
    pub(super) more: String,
    pub(super) is_lacking: bool,
}

/// How a line says it.
pub(super) fn said(view: &ImportView, preview: &Preview, setting: Setting, cx: &Cx<'_>, lang: Lang) -> Said {
    let sheet = view.sheet();
    let lacks = |unit: bool| {
        sheet.and_then(|sheet| sheet.lacks.iter().find(|lack| matches!(lack, Lack::Unit(..)) == unit))
    };
    let lack = match setting {
        Setting::Unit => lacks(true),
        Setting::Order => lacks(false),
        _ => None,
    };
    let more = match (setting, lack) {
        (Setting::Sheet(at), _) => {
            preview.sheets.get(at).map_or_else(String::new, |sheet| counted(sheet, lang))
        }
        (_, Some(Lack::Unit(cell, text) | Lack::Order(cell, text))) => {
            say!(lang, "preview-lacking", cell = cell.as_str(), text = text.as_str())
        }
        _ => String::new(),
    };
    let about = match setting {
        Setting::Sheet(at) => preview.sheets.get(at).map_or_else(String::new, |sheet| sheet.name.clone()),
        other => say!(lang, "preview-setting", setting = code(other)),
    };
    Said { about, chosen: chosen(view, preview, setting, cx, lang), more, is_lacking: lack.is_some() }
}

const fn code(setting: Setting) -> &'static str {
    match setting {
        Setting::Sheet(_) => "sheet",
        Setting::Kind => "kind",
        Setting::Mode => "mode",
        Setting::Matching => "matching",
        Setting::Unit => "unit",
        Setting::Order => "order",
        Setting::Division => "division",
        Setting::Go => "go",
    }
}

fn chosen(view: &ImportView, preview: &Preview, setting: Setting, cx: &Cx<'_>, lang: Lang) -> String {
    let here = view.chosen();
    let choices = view.choices();
    let open = || say!(lang, "preview-as-it-says");
    match setting {
        Setting::Sheet(at) => {
            let is_taken = preview.sheets.get(at).is_some_and(|sheet| sheet.taken);
            say!(lang, if is_taken { "preview-taken-sheet" } else { "preview-left-sheet" })
        }
        Setting::Kind => {
            view.sheet().map_or_else(String::new, |sheet| label(preview.kinds, sheet.kind, lang))
        }
        Setting::Mode => label(preview.modes, choices.mode.unwrap_or_default(), lang),
        Setting::Matching => label(preview.matchings, choices.matching.unwrap_or_default(), lang),
        Setting::Unit => here.and_then(|here| here.unit).map_or_else(open, |unit| {
            UNITS.iter().find(|(_, scale)| *scale == unit).map_or("", |(word, _)| word).to_owned()
        }),
        Setting::Order => {
            let order = here.and_then(|here| here.order);
            order.map_or_else(open, |order| label(preview.orders, order, lang))
        }
        Setting::Division => {
            let division = here.and_then(|here| here.division);
            division.map_or_else(|| say!(lang, "preview-none"), |id| show::name(cx.board, id, lang))
        }
        Setting::Go => String::new(),
    }
}

/// The word of a member of a list; of the first where none is chosen.
pub(super) fn label(options: &[ChoiceOption], code: &str, lang: Lang) -> String {
    let found = options.iter().find(|option| option.code == code).or_else(|| options.first());
    found.map_or("", |option| option.label(lang)).to_owned()
}

/// What a sheet would do, in brief.
fn counted(sheet: &Sheet, lang: Lang) -> String {
    if !sheet.unfit.is_empty() {
        return sheet.unfit.clone();
    }
    // What is left out was not planned.
    if !sheet.taken {
        return say!(lang, "preview-rows-of", rows = sheet.rows.len());
    }
    let counts = sheet.counts;
    say!(lang, "preview-counted", rows = sheet.rows.len(), new = counts.new, changed = counts.changed)
}

/// The units that bare amounts can be in, with their words.
pub(in crate::ui) const UNITS: [(&str, crate::domain::money_words::Scale); 5] = {
    use crate::domain::money::Currency;
    use crate::domain::money::WAN;
    use crate::domain::money_words::Scale;
    [
        ("万元", Scale::WAN),
        ("元", Scale::YUAN),
        ("亿元", Scale::YI),
        ("万美元", Scale { times: WAN, currency: Currency::USD }),
        ("美元", Scale { times: 1, currency: Currency::USD }),
    ]
};
