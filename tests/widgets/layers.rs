//! Pickers, questions, the help and the command line, key by key.

use guatu::domain::Lang;
use guatu::ui::event::Event;
use guatu::ui::key::{Code, Key};
use guatu::ui::layers::confirm::Confirm;
use guatu::ui::layers::picker::{Item, Picker};
use guatu::ui::layers::{Answer, LayerResult};

use super::{look, screen};

fn key(code: Code) -> Event {
    Event::Key(Key::plain(code))
}

fn picker() -> Picker {
    let item = |label: &str| Item { label: label.to_owned(), more: String::new() };
    Picker::new("选".to_owned(), ["海洋生物", "信息", "金融"].map(item).to_vec(), 0)
}

#[test]
fn a_picker_takes_digits_arrows_and_initials() {
    let picked = |place| LayerResult::Submit(Answer::Picked(place));
    assert_eq!(picker().handle(&key(Code::Char('3'))), picked(2));
    let mut by_arrows = picker();
    by_arrows.handle(&key(Code::Down));
    assert_eq!(by_arrows.handle(&key(Code::Enter)), picked(1));
    let mut by_initials = picker();
    by_initials.handle(&key(Code::Char('j')));
    assert_eq!(by_initials.handle(&key(Code::Enter)), picked(2));
    assert_eq!(picker().handle(&key(Code::Char('9'))), LayerResult::Consumed);
    assert_eq!(picker().handle(&key(Code::Esc)), LayerResult::Close);
}

#[test]
fn an_input_method_finds_the_cursor_behind_what_is_typed() {
    let mut picker = picker();
    picker.handle(&Event::Paste("海洋".to_owned()));
    let (lines, cursor) = screen((30, 9), |frame| picker.draw(&look(Lang::Zh), frame.area(), frame));
    let row = usize::from(cursor.y);
    let before: String = lines[row].split("/海洋").next().unwrap_or_default().to_owned();
    assert!(lines[row].contains("/海洋"));
    assert_eq!(usize::from(cursor.x), guatu::ui::width::of(&before) + 5);
}

#[test]
fn a_question_starts_on_the_answer_that_loses_nothing() {
    let answered =
        |mut question: Confirm, codes: &[Code]| codes.iter().map(|code| question.handle(&key(*code))).last();
    let ask = |codes: &[Code]| answered(Confirm::new("要放弃吗？".to_owned()), codes);
    let offer = |codes: &[Code]| answered(Confirm::offer("要接着填吗？".to_owned()), codes);
    assert_eq!(ask(&[Code::Enter]), Some(LayerResult::Submit(Answer::No)));
    assert_eq!(offer(&[Code::Enter]), Some(LayerResult::Submit(Answer::Yes)));
    assert_eq!(offer(&[Code::Right, Code::Enter]), Some(LayerResult::Submit(Answer::No)));
    assert_eq!(ask(&[Code::Esc]), Some(LayerResult::Close));
    assert_eq!(ask(&[Code::Right, Code::Enter]), Some(LayerResult::Submit(Answer::Yes)));
    assert_eq!(ask(&[Code::Char('y')]), Some(LayerResult::Submit(Answer::Yes)));
    assert_eq!(ask(&[Code::Char('x')]), Some(LayerResult::Ignored));
}
