//! How long a sheet takes to be planned, and to be on the disk. Run with `cargo bench --bench
//! import`; the csv crate reading the same bytes is the floor. `GUATU_BENCH_MILLION=1` adds a
//! hundred thousand rows.

use std::cell::RefCell;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use guatu::board::intent::Author;
use guatu::board::{Board, RequestId, founding};
use guatu::engine::{Act, Engine, FixedClock};
use guatu::exchange::import::header::is_known;
use guatu::exchange::import::rows::Planner;
use guatu::exchange::import::{Options, Plan, Planning};
use guatu::exchange::sheet::{self, How, Sheet};
use guatu::store::Store;
use guatu::store::sled::SledStore;

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
    let mut planner = Box::new(Planner::new(read, &author, &options).expect("it names leads"));
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
        author(&board, IMPORT).import("bench.csv", plan.changes, plan.report.created)
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

criterion_group!(benches, import);
criterion_main!(benches);
