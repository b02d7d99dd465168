//! The preview of an import: what each column of a file goes to, what is wrong in it, what becomes of
//! its rows, and what is done. This file holds where one is and what was chosen; what a file would do
//! is planned elsewhere and handed in. May use `board`, `model`, `page`.

mod cells;
mod choices;
mod draw;
mod lists;
pub mod model;
mod page;
mod settings;
mod view;

use std::sync::Arc;

use ratatui::layout::Rect;

pub(in crate::ui) use draw::{lacking, summed};
pub(in crate::ui) use lists::target;
use model::{Choices, Column, Preview, Sheet, SheetChoices, Target};
pub use page::Page;
pub use settings::Setting;
pub(in crate::ui) use settings::UNITS;

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stage {
    /// There is none.
    #[default]
    Closed,
    /// The file comes in: so many bytes, and of how many; 0 where nobody can say.
    Reading(u64, u64),
    /// It is planned: so many rows, and of how many.
    Planning(u64, u64),
    /// It is planned.
    Ready,
    /// It is being written.
    Writing,
}

/// See the module.
#[derive(Default)]
pub struct ImportView {
    stage: Stage,
    path: String,
    preview: Option<Arc<Preview>>,
    choices: Choices,
    /// The sheet that is looked at.
    sheet: usize,
    page: Page,
    /// The place of the cursor on each page.
    at: [usize; Page::ALL.len()],
    /// The row whose cells are shown, and the first of them that is.
    row: Option<(usize, usize)>,
    /// Whether somebody has changed anything by hand.
    touched: bool,
    /// Whether the window was opened for it.
    from_shell: bool,
    body: Rect,
}

impl ImportView {
    /// Begins with a file.
    pub(in crate::ui) fn begin(&mut self, path: &str, from_shell: bool) {
        let path = path.to_owned();
        *self = Self { stage: Stage::Reading(0, 0), path, from_shell, body: self.body, ..Self::default() };
    }

    /// How far it is.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// It is further, or has come to something else.
    pub(in crate::ui) const fn put_stage(&mut self, stage: Stage) {
        self.stage = stage;
    }

    /// Takes what was planned. Where one is stays, as far as it is still there.
    pub(in crate::ui) fn take(&mut self, preview: Arc<Preview>) {
        let is_first = self.preview.is_none();
        if is_first {
            let first = preview.sheets.iter().position(|sheet| sheet.taken);
            self.sheet = first.unwrap_or(0);
        }
        self.stage = Stage::Ready;
        self.choices = preview.choices.clone();
        self.preview = Some(preview);
        self.settle();
    }

    /// Keeps cursors within their lists.
    fn settle(&mut self) {
        for page in Page::ALL {
            let last = self.len(page).saturating_sub(1);
            let at = &mut self.at[page as usize];
            *at = (*at).min(last);
        }
        let rows = self.sheet().map_or(0, |sheet| sheet.rows.len());
        self.row = self.row.filter(|(row, _)| *row < rows);
    }

    /// Whether nothing is planned yet.
    pub(in crate::ui) const fn is_empty(&self) -> bool {
        self.preview.is_none()
    }

    /// The file's path, as it was typed.
    pub(in crate::ui) fn path(&self) -> &str {
        &self.path
    }

    /// Whether the window was opened for it.
    pub(in crate::ui) const fn is_from_shell(&self) -> bool {
        self.from_shell
    }

    /// Whether somebody has changed anything by hand.
    pub(in crate::ui) const fn is_touched(&self) -> bool {
        self.touched
    }

    /// What is planned.
    pub(in crate::ui) fn preview(&self) -> Option<&Preview> {
        self.preview.as_deref()
    }

    /// The sheet that is looked at.
    pub(in crate::ui) fn sheet(&self) -> Option<&Sheet> {
        self.preview.as_ref()?.sheets.get(self.sheet)
    }

    /// The page that is open.
    pub(in crate::ui) const fn page(&self) -> Page {
        self.page
    }

    /// Whether the cells of a row are shown.
    pub(in crate::ui) const fn is_row_open(&self) -> bool {
        self.row.is_some()
    }

    /// Opens a page.
    pub(in crate::ui) const fn turn_to(&mut self, page: Page) {
        self.page = page;
        self.row = None;
    }

    /// Looks at another sheet.
    pub(in crate::ui) fn turn_sheet(&mut self, back: bool) {
        let len = self.preview.as_ref().map_or(1, |preview| preview.sheets.len()).max(1);
        self.sheet = (self.sheet + if back { len - 1 } else { 1 }) % len;
        self.at = [0; Page::ALL.len()];
        self.row = None;
    }

    /// Looks at the first sheet where something must be said, if that is not the one that is open.
    pub(in crate::ui) fn look_where_it_lacks(&mut self) {
        let lacks = |sheet: &Sheet| sheet.taken && !sheet.lacks.is_empty();
        let here = self.sheet().is_some_and(lacks);
        let there = self.preview.as_ref().and_then(|preview| preview.sheets.iter().position(lacks));
        if let Some(place) = there.filter(|_| !here) {
            (self.sheet, self.row, self.at) = (place, None, [0; Page::ALL.len()]);
        }
    }

    /// The column under the cursor of the mapping.
    pub(in crate::ui) fn column(&self) -> Option<&Column> {
        self.sheet()?.columns.get(self.at[Page::Mapping as usize])
    }

    /// The setting under the cursor of the last page.
    pub(in crate::ui) fn setting(&self) -> Option<Setting> {
        settings::listed(self).get(self.at[Page::Settings as usize]).copied()
    }

    /// The row under the cursor of the rows.
    pub(in crate::ui) fn row_at(&self) -> usize {
        self.at[Page::Rows as usize]
    }

    /// Shows the cells of the row under the cursor: that of the problem, or the row itself.
    pub(in crate::ui) fn open_row(&mut self) {
        let at = self.at[self.page as usize];
        let place = match (self.page, self.sheet()) {
            (Page::Problems, Some(sheet)) if at < sheet.rows.problems() => Some(sheet.rows.place_of(at)),
            (Page::Rows, Some(sheet)) if at < sheet.rows.len() => Some((at, None)),
            _ => None,
        };
        self.row = place.map(|(row, column)| (row, column.unwrap_or(0)));
        if let Some((row, _)) = self.row {
            self.at[Page::Rows as usize] = row;
        }
    }

    /// Changes what was chosen; gives all choices, to be planned anew.
    pub(in crate::ui) fn choose(&mut self, change: impl FnOnce(&mut Choices)) -> Choices {
        change(&mut self.choices);
        self.touched = true;
        self.stage = Stage::Planning(0, 0);
        self.choices.clone()
    }

    /// As `choose`, for the sheet that is looked at.
    pub(in crate::ui) fn choose_here(&mut self, change: impl FnOnce(&mut SheetChoices)) -> Choices {
        let sheet = self.sheet;
        self.choose(|choices| change(choices.sheets.entry(sheet).or_default()))
    }

    /// What was chosen for the sheet that is looked at.
    pub(in crate::ui) fn chosen(&self) -> Option<&SheetChoices> {
        self.choices.sheets.get(&self.sheet)
    }

    /// The place of the sheet that is looked at.
    pub(in crate::ui) const fn sheet_place(&self) -> usize {
        self.sheet
    }

    /// Goes to the next row that may repeat something.
    pub(in crate::ui) fn go_to_double(&mut self) {
        let next = self.sheet().and_then(|sheet| sheet.rows.next_double(self.row_at()));
        if let Some(row) = next {
            self.turn_to(Page::Rows);
            self.at[Page::Rows as usize] = row;
        }
    }

    /// What was chosen for all.
    pub(in crate::ui) const fn choices(&self) -> &Choices {
        &self.choices
    }

    /// How many lines a page has.
    fn len(&self, page: Page) -> usize {
        let Some(sheet) = self.sheet() else { return 0 };
        match page {
            Page::Mapping => sheet.columns.len(),
            Page::Problems => sheet.rows.problems(),
            Page::Rows => sheet.rows.len(),
            Page::Settings => settings::listed(self).len(),
        }
    }

    /// Whether the page that is open has no lines: there are none, or it says why it cannot be planned.
    pub(in crate::ui) fn is_bare(&self) -> bool {
        let is_unfit = self.sheet().is_some_and(|sheet| !sheet.unfit.is_empty());
        self.len(self.page) == 0 || (is_unfit && matches!(self.page, Page::Problems | Page::Rows))
    }

    /// Where a column that goes nowhere would go again.
    pub(in crate::ui) fn restored(&self, column: &Column) -> Target {
        let can_keep = self.sheet().is_some_and(|sheet| sheet.targets.contains(&Target::Extra));
        if can_keep && column.goes == Target::Out { Target::Extra } else { Target::Out }
    }
}
