//! XLSX workbooks, a cell at a time: neither the XML of a sheet nor its values are held as a
//! whole. May use `cell`, `layout`, `package`, `rows`, `shown`.

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{Reader, SheetVisible, Xlsx, XlsxError};

use super::cell;
use super::heard::Heard;
use super::layout::Layout;
use super::limit::Limit;
use super::package::{self, Package, Parts};
use super::rows::Rows;
use super::shown::Shown;
use super::tags::{self, Tag};
use super::{BadSheet, Book, Epoch, Grid};

/// After so many cells somebody hears of it.
const STRETCH: u32 = 20_000;

const WORKBOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

pub(super) fn read(bytes: &[u8], heard: &mut Heard<'_>) -> Result<Book, BadSheet> {
    let mut layouts = Layouts::default();
    let package = package::check(bytes, &mut layouts, heard)?;
    layouts.begin("");
    let paths = paths(&package);
    let mut workbook: Workbook<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|bad| why(&bad))?;
    let sheets = workbook.sheets_metadata().to_vec();
    let all: u64 = layouts.done.values().map(|layout| u64::from(layout.rows)).sum();
    let (mut limit, mut done, mut grids) = (Limit::default(), 0, Vec::new());
    for (at, sheet) in sheets.iter().enumerate() {
        let layout = paths.get(at).and_then(|path| layouts.done.remove(path)).unwrap_or_default();
        let rows = u64::from(layout.rows);
        let grid = Grid {
            name: sheet.name.clone(),
            is_hidden: sheet.visible != SheetVisible::Visible,
            encoding: "XLSX",
            ..Grid::default()
        };
        let read = cells(&mut workbook, grid, layout, &mut limit, &mut |row| {
            heard.second_half(done + u64::from(row), all)
        });
        done += rows;
        grids.extend(read?.filter(|grid| !grid.rows.is_empty()).map(Arc::new));
    }
    if grids.is_empty() { Err(BadSheet::NoContent) } else { Ok(Book { form: "XLSX", grids }) }
}

/// Reads the cells of a worksheet; none of what is no worksheet, as a sheet that is a chart.
fn cells(
    workbook: &mut Workbook<'_>,
    grid: Grid,
    layout: Layout,
    limit: &mut Limit,
    go_on: &mut dyn FnMut(u32) -> Result<(), BadSheet>,
) -> Result<Option<Grid>, BadSheet> {
    let epoch = if workbook.has_1904_epoch() { Epoch::Y1904 } else { Epoch::Y1900 };
    let mut reader = match workbook.worksheet_cells_reader(&grid.name) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(None),
        Err(bad) => return Err(why(&bad)),
    };
    let shown = reader.styles().iter().map(|style| {
        style.number_format.as_ref().map_or(Shown::Plain, |format| Shown::of(&format.format_code))
    });
    let shown: Vec<Shown> = shown.collect();
    let mut rows = Rows::new(limit);
    let mut count = 0;
    while let Some((found, style)) = reader.next_cell_with_style_id().map_err(|bad| why(&bad))? {
        let (row, column) = found.get_position();
        let shown = shown.get(style).unwrap_or(&Shown::Plain);
        rows.put(row.saturating_add(1), column, |out| cell::write(found.get_value(), shown, out))?;
        count += 1;
        if count % STRETCH == 0 {
            go_on(row)?;
        }
    }
    rows.grid(layout, Grid { epoch, ..grid }).map(Some)
}

fn why(bad: &XlsxError) -> BadSheet {
    if matches!(bad, XlsxError::Password) { BadSheet::Password } else { BadSheet::Damaged }
}

/// The layouts of all worksheets, by the names of their parts.
#[derive(Default)]
struct Layouts {
    done: HashMap<String, Layout>,
    part: String,
    layout: Layout,
}

impl Layouts {
    /// Ends the part that was told, and begins another.
    fn begin(&mut self, part: &str) {
        let layout = std::mem::take(&mut self.layout);
        self.done.insert(std::mem::replace(&mut self.part, part.to_owned()), layout);
    }
}

impl Parts for Layouts {
    fn is_small(&self, name: &str) -> bool {
        [WORKBOOK, RELATIONS].contains(&name)
    }

    fn is_told(&mut self, name: &str) -> bool {
        let is_sheet = name.starts_with("xl/worksheets/") && !name.contains("_rels/");
        if is_sheet {
            self.begin(name);
        }
        is_sheet
    }

    fn tell(&mut self, tag: &Tag<'_>, _: usize) {
        self.layout.take(tag);
    }
}

/// The names of the parts of all sheets, in order.
fn paths(package: &Package) -> Vec<String> {
    let (mut ids, mut targets) = (Vec::new(), HashMap::new());
    package.tags(WORKBOOK, |tag| {
        if tag.name() == b"sheet" {
            ids.push(tag.get(":id").unwrap_or_default().to_owned());
        }
    });
    package.tags(RELATIONS, |tag| {
        if let (Some(id), Some(target)) = (tag.get("Id"), tag.get("Target")) {
            let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id.to_owned(), package::plain(&path));
        }
    });
    ids.into_iter().map(|id| targets.remove(&id).unwrap_or_default()).collect()
}

impl Package {
    /// Hands over the tags of a part that was kept.
    fn tags(&self, name: &str, mut tell: impl FnMut(&Tag<'_>)) {
        let part = self.small.get(name).map_or(&[][..], Vec::as_slice);
        // Reading memory cannot fail.
        let _ = tags::each(part, |tag, _| tell(tag));
    }
}
