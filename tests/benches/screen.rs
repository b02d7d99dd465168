//! How fast a window answers: the first frame, a key in a long list, a key of the filter. Run with
//! `cargo bench --bench screen`; a bare ratatui list is drawn beside it as the floor.

mod office;
mod window;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use guatu::ui::{Code, Event};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::widgets::{List, ListState};
use window::{SIZE, Window};

/// Boards of the sizes to measure; a million leads take a while to make, so they are asked for.
fn sizes() -> Vec<u32> {
    let mut sizes = vec![1_000, 100_000];
    if std::env::var_os("GUATU_BENCH_MILLION").is_some() {
        sizes.push(1_000_000);
    }
    sizes
}

fn screen(c: &mut Criterion) {
    for leads in sizes() {
        let board = office::filled(leads);
        c.bench_with_input(BenchmarkId::new("first frame", leads), &board, |b, board| {
            b.iter(|| {
                let mut window = Window::new();
                window.event(board, Event::Changed);
                window.draw(board);
            });
        });
        c.bench_with_input(BenchmarkId::new("open the leads", leads), &board, |b, board| {
            b.iter(|| {
                let mut window = Window::new();
                window.press(board, Code::F(6));
            });
        });
        c.bench_with_input(BenchmarkId::new("a key down a list", leads), &board, |b, board| {
            let mut window = Window::new();
            window.press(board, Code::F(6));
            b.iter(|| window.press(board, Code::Down));
        });
        // Marks all the rows, and takes the marks off again.
        c.bench_with_input(BenchmarkId::new("mark all, or none", leads), &board, |b, board| {
            let mut window = Window::new();
            window.press(board, Code::F(6));
            b.iter(|| window.press(board, Code::Char('V')));
        });
        c.bench_with_input(BenchmarkId::new("open the agenda", leads), &board, |b, board| {
            b.iter(|| {
                let mut window = Window::new();
                window.press(board, Code::F(10));
            });
        });
        c.bench_with_input(BenchmarkId::new("a key down the agenda", leads), &board, |b, board| {
            let mut window = Window::new();
            window.press(board, Code::F(10));
            b.iter(|| window.press(board, Code::Down));
        });
        c.bench_with_input(BenchmarkId::new("three keys of the filter", leads), &board, |b, board| {
            b.iter(|| {
                let mut window = Window::new();
                window.press(board, Code::F(6));
                for ch in "/hyg".chars() {
                    window.press(board, Code::Char(ch));
                }
            });
        });
    }
}

/// The floor: ratatui's own list, nothing but names.
fn floor(c: &mut Criterion) {
    let rows: Vec<String> = (0..100_000).map(|i| format!("L{i} 演示·深海机器人")).collect();
    let mut terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("a grid");
    let mut state = ListState::default().with_selected(Some(0));
    c.bench_function("floor: a key down ratatui's list of 34 rows", |b| {
        b.iter(|| {
            state.select_next();
            let shown = rows.iter().take(34).map(String::as_str);
            terminal
                .draw(|f| f.render_stateful_widget(List::new(shown), f.area(), &mut state))
                .expect("drawn");
        });
    });
}

criterion_group!(benches, screen, floor);
criterion_main!(benches);
