//! How long a sheet takes to be planned, and to be on the disk. Run with `cargo bench --bench
//! import`; the csv crate reading the same bytes is the floor. `GUATU_BENCH_MILLION=1` adds a
//! hundred thousand rows. A workbook of 50,000 rows is read too, and the memory that it takes is told.

use std::cell::RefCell;
use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group};
use guatu::board::intent::Author;
use guatu::board::{Board, RequestId, founding};
use guatu::engine::{Act, Engine, FixedClock};
use guatu::exchange::import::header::is_known;
use guatu::exchange::import::rows::Planner;
use guatu::exchange::import::{Chosen, Options, Plan, Planning};
use guatu::exchange::sheet::{self, How, Sheet};
use guatu::store::Store;
use guatu::store::sled::SledStore;
use rust_xlsxwriter::{Format, Workbook};

#[expect(dead_code, reason = "the boards in memory are for the other benchmarks")]
mod office;

const FOUNDING: RequestId = RequestId(1);
const IMPORT: RequestId = RequestId(2);

/// A sheet as an office writes it, with so many rows.
fn written(rows: usize) -> String {
    const DIVISIONS: [&str; 6] =
        ["海洋技术装备", "众创服务", "高端服务", "信息产业事业部", "海洋生物", "金融"];
    const STAGES: [&str; 8] = ["线索", "在谈", "签约", "落地", "储备", "洽谈", "框架协议", "在建"];
    let header =
        "项目编号,项目名称,投资方,事业部,总投资（万元）,项目阶段,责任人,首谈时间,完成时限,进展情况,占地\n";
    (0..rows).fold(header.to_owned(), |mut sheet, i| {
        let (division, stage, month) = (DIVISIONS[i % 6], STAGES[i % 8], i % 12 + 1);
        let progress = if i % 4 == 0 { "已考察，双方就用地指标交换意见" } else { "" };
        // Writing to a String cannot fail.
        let _ = writeln!(
            sheet,
            "YS-{i},演示·深海传感器与观测浮标项目{i},演示科技{i}有限公司,{division},{},{stage},演示员{},\
             2026-{month:02}-15,2026年{month}月底,{progress},{}亩",
            i * 7 % 90_000 + 100,
            i % 30,
            i % 100
        );
        sheet
    })
}

fn author(board: &Board, request: RequestId) -> Author<'_> {
    Author { board, login: "wang", now: office::now(), request }
}

fn planned(text: &str, board: &Board) -> Plan {
    let author = author(board, IMPORT);
    let options = Options::default();
    let book = sheet::read(text.as_bytes(), "bench.csv", &How::default(), &mut |_, _| true).expect("a book");
    let grid = book.grids.into_iter().next().expect("a grid");
    let read = Sheet::find(grid, &|cell| is_known(cell, &[]), None).expect("a sheet");
    let chosen = Chosen { sheet: Arc::new(read), name: "bench".to_owned(), options };
    let mut planner = Box::new(Planner::new(vec![chosen], &author).expect("it names leads"));
    while planner.step(&author).expect("rows") {}
    planner.finish()
}

/// A founded board on the disk.
fn engine(data: &Path) -> Engine {
    let mut store = SledStore::open(data).expect("the store opens");
    let (board, _) = store.fill(office::today(), &mut |_| {}).expect("the store is read");
    let clock = Arc::new(FixedClock::new(office::now()));
    let engine = Engine::start(Box::new(store), board, clock, Box::new(|_| {})).expect("a thread");
    let founding = founding::built_in().propose(&author(&engine.board(), FOUNDING), "王管理");
    engine.act("wang", Act::Propose(founding)).expect("founded");
    engine
}

fn whole(text: &str, engine: &Engine) {
    let proposal = {
        let board = engine.board();
        let plan = planned(text, &board);
        let count = plan.touched();
        author(&board, IMPORT).import("bench.csv", plan.changes, count)
    };
    engine.act("wang", Act::Propose(proposal)).expect("imported");
}

fn import(c: &mut Criterion) {
    let mut group = c.benchmark_group("import");
    group.sample_size(10);
    let large = std::env::var_os("GUATU_BENCH_MILLION").map(|_| 100_000);
    for rows in [10_000].into_iter().chain(large) {
        let text = written(rows);
        group.throughput(Throughput::Elements(rows as u64));
        group.bench_with_input(BenchmarkId::new("floor: the csv crate", rows), &text, |b, text| {
            b.iter(|| csv::Reader::from_reader(text.as_bytes()).records().map_while(Result::ok).count());
        });
        let board = office::founded();
        group.bench_with_input(BenchmarkId::new("plan", rows), &text, |b, text| {
            b.iter_with_large_drop(|| planned(text, &board));
        });
        // On the disk that the build is on, not in memory.
        let fresh = || tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
        // The folder goes when its engine has stopped, outside of what is measured.
        let done = RefCell::new(Vec::new());
        group.bench_with_input(BenchmarkId::new("whole, durable", rows), &text, |b, text| {
            b.iter_batched(
                || {
                    done.borrow_mut().drain(..).for_each(|(engine, _folder): (Engine, _)| engine.stop());
                    let folder = fresh();
                    (engine(folder.path()), folder)
                },
                |(engine, folder)| {
                    whole(text, &engine);
                    done.borrow_mut().push((engine, folder));
                },
                BatchSize::PerIteration,
            );
        });
        done.take().into_iter().for_each(|(engine, _folder)| engine.stop());
    }
    group.finish();
}

/// So large is the workbook that is read: as many rows and columns as an office's largest.
const ROWS: u32 = 50_000;
const COLUMNS: u16 = 25;

/// A ledger as a workbook: texts, amounts, days.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for column in 0..COLUMNS {
        sheet.write(0, column, format!("列{column}")).expect("a header");
    }
    for row in 1..=ROWS {
        for column in 0..COLUMNS {
            match column % 5 {
                0 => sheet.write(row, column, format!("演示·深海传感器与观测浮标项目{row}")),
                1 => sheet.write(row, column, f64::from(row) * 1.5),
                2 => sheet.write_with_format(row, column, 45_000 + row % 900, &day),
                3 => sheet.write(row, column, "海洋生物产业事业部"),
                _ => sheet.write(row, column, row),
            }
            .expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

fn book(bytes: &[u8]) -> sheet::Book {
    sheet::read(bytes, "bench.xlsx", &How::default(), &mut |_, _| true).expect("a book")
}

/// Says how much memory the reading of a file takes at its most, in a process of its own.
fn peak(path: &Path) {
    let bytes = std::fs::read(path).expect("the file");
    let before = kilobytes("VmRSS:");
    let book = book(&bytes);
    let (peak, held) = (kilobytes("VmHWM:"), kilobytes("VmRSS:"));
    println!(
        "{} rows: at most {} MB, then {} MB",
        book.grids[0].rows.len(),
        (peak - before) >> 10,
        (held - before) >> 10
    );
}

fn kilobytes(key: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix(key)).expect("the key");
    line.trim().trim_end_matches(" kB").parse().expect("a number")
}

fn xlsx(c: &mut Criterion) {
    let bytes = workbook();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bench.xlsx");
    std::fs::write(&path, &bytes).expect("the file");
    let itself = std::env::current_exe().expect("itself");
    println!("workbook of {} MB", bytes.len() >> 20);
    Command::new(itself).env(PEAK, &path).status().expect("it runs");
    let mut group = c.benchmark_group("xlsx");
    group.sample_size(10);
    group.throughput(Throughput::Elements(u64::from(ROWS)));
    group.bench_function("read", |b| b.iter_with_large_drop(|| book(&bytes)));
    group.finish();
}

/// Names the file whose reading is measured.
const PEAK: &str = "GUATU_BENCH_PEAK";

criterion_group!(benches, import, xlsx);

fn main() {
    if let Some(path) = std::env::var_os(PEAK) {
        return peak(Path::new(&path));
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
}
