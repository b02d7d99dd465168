//! Forms, key by key, over a small office.

use chrono::{DateTime, Utc};
use guatu::board::{Board, Refusal, Rejected, RequestId};
use guatu::domain::lead::LeadKind;
use guatu::domain::record::fields;
use guatu::domain::{
    Choice, Division, FieldKey, Fields, Id, Kind, Lang, Lead, Money, Person, Record, Role, Value, value_words,
};
use guatu::ui::event::{Cx, Event};
use guatu::ui::key::{Code, Key};
use guatu::ui::layers::form::{Ask, Filled, Form, Need};
use guatu::ui::layers::{Answer, LayerResult};
use guatu::ui::style::{Depth, Look};
use guatu::ui::{glyph, theme};
use proptest::prelude::*;
use ratatui::layout::Position;

use super::{any_key, any_text, day, look, screen};

const LEAD: Id = Id::new(Kind::Lead, 1);
const WANG: Id = Id::new(Kind::Person, 2);

fn put<R: Record>(board: &mut Board, no: u32, record: &R) {
    let loaded = board.load(Id::new(R::KIND, no), 1, 1, "wang", &fields(record));
    assert_eq!(loaded, Ok(()));
}

/// Two divisions, three people of whom one is an editor and at the keys, and a lead.
fn office() -> Board {
    let mut board = Board::new(day("2026-11-23"));
    for (no, zh, en) in [(1, "海洋技术装备", "Marine Equipment"), (2, "信息", "Information")] {
        let division = Division {
            name_zh: format!("{zh}事业部"),
            name_en: en.to_owned(),
            short: zh.to_owned(),
            ..Division::default()
        };
        put(&mut board, no, &division);
    }
    for (no, name, login, role) in
        [(1, "李雷", "lei", Role::Viewer), (2, "王芳", "wang", Role::Editor), (3, "王峰", "", Role::Viewer)]
    {
        let division = Some(Id::division(1));
        let (name, login) = (name.to_owned(), login.to_owned());
        put(&mut board, no, &Person { name, login, role, division, ..Person::default() });
    }
    let lead = Lead {
        name: "深海传感器".to_owned(),
        division: Some(Id::division(1)),
        owner: Some(WANG),
        amount: Some(Money::cny(35_000_000)),
        content: "一期\n二期".to_owned(),
        ..Lead::default()
    };
    put(&mut board, 1, &lead);
    board.turn_to(day("2026-11-23"));
    board
}

fn cx(board: &Board) -> Cx<'_> {
    let now = DateTime::<Utc>::UNIX_EPOCH;
    Cx {
        board,
        past: None,
        now,
        request: RequestId(7),
        login: "wang",
        people: &[],
        trouble: None,
        demo: false,
    }
}

fn field(key: &str) -> FieldKey {
    FieldKey::find(Kind::Lead, key).unwrap_or_else(|| panic!("no field {key}"))
}

/// A form with what it is shown to.
struct Desk<'a> {
    form: Form,
    board: &'a Board,
    look: Look,
    last: LayerResult,
}

impl<'a> Desk<'a> {
    fn new(board: &'a Board, form: impl FnOnce(&Cx<'_>, &Look) -> Form) -> Self {
        let look = look(Lang::Zh);
        Self { form: form(&cx(board), &look), board, look, last: LayerResult::Ignored }
    }

    fn ask(board: &'a Board, keys: &[(&str, bool)]) -> Self {
        let ask = |(key, must): &(&str, bool)| Ask {
            field: field(key),
            need: Need::must(*must),
            preset: Value::Empty,
        };
        Self::new(board, |cx, look| {
            Form::ask("问".to_owned(), None, keys.iter().map(ask).collect(), None, cx, look)
        })
    }

    fn press(&mut self, keys: &[Code]) -> &mut Self {
        for code in keys {
            self.key(Key::plain(*code));
        }
        self
    }

    fn key(&mut self, key: Key) {
        self.last = self.form.handle(&Event::Key(key), &cx(self.board), &self.look);
    }

    fn write(&mut self, text: &str) -> &mut Self {
        text.chars().for_each(|ch| self.key(Key::char(ch)));
        self
    }

    fn save(&mut self) -> Option<Filled> {
        self.key(Key::ctrl('s'));
        match &self.last {
            LayerResult::Submit(Answer::Form(filled)) => Some(filled.clone()),
            _ => None,
        }
    }

    fn screen(&self, size: (u16, u16)) -> (Vec<String>, Position) {
        screen(size, |frame| self.form.draw(&cx(self.board), &self.look, frame.area(), frame))
    }

    fn shows(&self, words: &str) -> bool {
        self.screen((80, 24)).0.join("\n").contains(words)
    }
}

#[test]
fn a_short_form_reads_what_is_typed_and_gives_it() {
    let board = office();
    let mut desk = Desk::ask(&board, &[("due", true), ("amount", true), ("owner", false)]);
    desk.write("+7d").press(&[Code::Enter]).write("3500万").press(&[Code::Tab]).write("wang");
    let (lines, cursor) = desk.screen((70, 9));
    assert_eq!(
        lines[2].trim_end_matches(['┃', ' ']),
        "┃ 完成时限*  +7d                             = 2026-11-30 周一"
    );
    assert_eq!(
        lines[3].trim_end_matches(['┃', ' ']),
        "┃ 总投资*    3500万                          = 3,500万元"
    );
    assert!(lines[4].starts_with("┃ 责任人     wang "));
    assert_eq!((cursor.x, cursor.y), (17, 4));
    desk.press(&[Code::Enter]);
    let filled = desk.save().expect("all is right");
    let values: Vec<_> = filled.values.iter().map(|(field, _, to)| (field.key(), to.clone())).collect();
    let expected = [
        ("due", Value::Date(day("2026-11-30"))),
        ("amount", Value::Money(Money::cny(35_000_000))),
        ("owner", Value::Ref(WANG)),
    ];
    assert_eq!(values, expected);
}

#[test]
fn what_must_be_said_is_asked_for() {
    let board = office();
    let mut desk = Desk::ask(&board, &[("source", false), ("contract_type", true)]);
    assert_eq!(desk.save(), None);
    assert!(desk.shows("不能为空"));
    desk.press(&[Code::Right, Code::Down, Code::Enter]);
    let filled = desk.save().expect("all is right");
    assert_eq!(filled.values, [(field("contract_type"), Value::Empty, Value::Choice("binding"))]);
}

#[test]
fn what_cannot_be_read_is_told_and_not_saved() {
    let board = office();
    let cases = [
        ("amount", "3500", "写明单位"),
        ("amount", "many", "读不出金额"),
        ("due", "2026-2-30", "没有这一天"),
        ("owner", "nobody", "查无此名"),
        ("owner", "王", "不止一个"),
        ("kind", "ship", "应为其中之一"),
        ("credit_code", "123", "校验位不对"),
    ];
    for (key, text, said) in cases {
        let mut desk = Desk::ask(&board, &[(key, false)]);
        desk.write(text);
        assert!(desk.shows(said), "{text}: {:?}", desk.screen((80, 24)).0);
        assert_eq!(desk.save(), None);
    }
}

#[test]
fn a_person_is_found_by_initials_and_taken_with_enter() {
    let board = office();
    let mut desk = Desk::ask(&board, &[("owner", true), ("source", false)]);
    desk.write("wf");
    assert!(desk.shows("▸王芳") && desk.shows("王峰"));
    desk.press(&[Code::Down, Code::Enter]).write("x");
    let filled = desk.save().expect("all is right");
    let owner = Value::Ref(Id::new(Kind::Person, 3));
    let expected = [(field("owner"), Value::Empty, owner), (field("source"), Value::Empty, Value::text("x"))];
    assert_eq!(filled.values, expected);
}

#[test]
fn several_names_stand_in_one_row() {
    let board = office();
    let mut desk = Desk::ask(&board, &[("co_divisions", true)]);
    desk.write("hy").press(&[Code::Enter]).write("、xx").press(&[Code::Enter]);
    let filled = desk.save().expect("all is right");
    assert_eq!(filled.values[0].2, Value::Refs(vec![Id::division(1), Id::division(2)]));
}

#[test]
fn a_date_is_chosen_in_the_calendar() {
    let board = office();
    let mut desk = Desk::ask(&board, &[("due", true)]);
    desk.press(&[Code::Right, Code::PageDown, Code::Right, Code::Enter]);
    let filled = desk.save().expect("all is right");
    assert_eq!(filled.values[0].2, Value::Date(day("2026-12-24")));
}

#[test]
fn enter_on_the_last_row_saves() {
    let board = office();
    let mut desk = Desk::ask(&board, &[("source", true)]);
    desk.write("来访").press(&[Code::Enter]);
    assert!(matches!(desk.last, LayerResult::Submit(_)));
}

#[test]
fn an_edit_gives_what_was_changed_alone() {
    let board = office();
    let mut desk = Desk::new(&board, |cx, look| Form::edit(LEAD, cx, look));
    assert!(!desk.form.is_touched());
    desk.press(&[Code::Down, Code::End]).write("二代");
    let filled = desk.save().expect("a change");
    let (from, to) = (Value::text("深海传感器"), Value::text("深海传感器二代"));
    assert_eq!(filled.values, [(field("name"), from, to)]);
    let mut desk = Desk::new(&board, |cx, look| Form::edit(LEAD, cx, look));
    assert_eq!(desk.save(), None);
    assert_eq!(desk.last, LayerResult::Close, "nothing to save");
}

#[test]
fn esc_asks_before_anything_is_lost() {
    let board = office();
    let mut desk = Desk::ask(&board, &[("source", true)]);
    desk.press(&[Code::Esc]);
    assert_eq!(desk.last, LayerResult::Close, "nothing was typed");
    desk.write("x").press(&[Code::Esc]);
    assert_eq!(desk.last, LayerResult::Consumed);
    assert!(desk.shows("要放弃吗"));
    desk.press(&[Code::Esc]);
    assert_eq!(desk.last, LayerResult::Consumed, "the key that asked does not answer yes");
    assert!(!desk.shows("要放弃吗"));
    desk.press(&[Code::Esc, Code::Right, Code::Enter]);
    assert_eq!(desk.last, LayerResult::Close);
}

fn clash(theirs: Value) -> Rejected {
    let mine = Value::text("mine");
    Rejected::Refused(Refusal::Conflict {
        id: LEAD,
        field: field("name"),
        mine,
        theirs,
        by: "李雷".to_owned(),
    })
}

#[test]
fn where_somebody_else_changed_a_field_one_chooses() {
    let board = office();
    for (keys, expected) in [
        (vec![Code::Enter], Some((Value::text("theirs"), Value::text("深海传感器2")))),
        (vec![Code::Char('2')], None),
        (vec![Code::Down, Code::Enter], None),
    ] {
        let mut desk = Desk::new(&board, |cx, look| Form::edit(LEAD, cx, look));
        desk.press(&[Code::Down, Code::End]).write("2");
        desk.form.refused(&clash(Value::text("theirs")), &cx(&board), &desk.look);
        assert!(
            desk.shows("期间已被改过") && desk.shows("用我的：深海传感器2") && desk.shows("用对方的：theirs")
        );
        desk.press(&keys);
        let filled = desk.save();
        assert_eq!(filled.map(|f| (f.values[0].1.clone(), f.values[0].2.clone())), expected);
    }
}

#[test]
fn what_a_move_lacks_is_asked_in_the_same_form() {
    let board = office();
    let mut desk =
        Desk::new(&board, |cx, look| Form::ask("移".to_owned(), Some(LEAD), vec![], None, cx, look));
    let lacks = Refusal::Lacks { id: LEAD, fields: vec!["company", "why"] };
    desk.form.refused(&Rejected::Refused(lacks), &cx(&board), &desk.look);
    assert!(desk.shows("落地公司*") && desk.shows("理由*"));
    desk.write("蓝谷一号").press(&[Code::Up]).write("改制");
    let filled = desk.save().expect("all is right");
    let said: Vec<_> =
        filled.values.iter().map(|(_, _, to)| to.clone()).chain([Value::text(filled.why)]).collect();
    assert_eq!(said, [Value::text("蓝谷一号"), Value::text("改制")]);
}

#[test]
fn a_draft_comes_back_as_it_was_typed() {
    let board = office();
    let mut desk = Desk::new(&board, |cx, look| Form::edit(LEAD, cx, look));
    desk.press(&[Code::Down]).write("甲");
    let texts = desk.form.texts();
    assert_eq!(texts, [("lead.name".to_owned(), "深海传感器甲".to_owned())]);
    let mut later = Desk::new(&board, |cx, look| Form::edit(LEAD, cx, look));
    later.form.restore(&texts, &cx(&board), &later.look);
    assert!(later.form.is_touched());
    assert_eq!(later.save().map(|f| f.values.len()), Some(1));
}

#[test]
fn a_form_that_waits_takes_no_keys() {
    let board = office();
    let mut desk = Desk::ask(&board, &[("source", true)]);
    desk.write("x");
    desk.form.wait(true);
    desk.write("y").press(&[Code::Esc]);
    assert_eq!(desk.last, LayerResult::Consumed);
    desk.form.wait(false);
    assert_eq!(desk.save().map(|f| f.values[0].2.clone()), Some(Value::text("x")));
}

#[test]
fn a_viewer_is_asked_for_nothing_that_needs_a_role() {
    let board = office();
    let viewer = Cx { login: "lei", ..cx(&board) };
    let form = Form::edit(LEAD, &viewer, &look(Lang::Zh));
    let (lines, _) = screen((80, 24), |frame| form.draw(&viewer, &look(Lang::Zh), frame.area(), frame));
    assert!(!lines.join("\n").contains("项目名称"));
}

fn any_lead() -> impl Strategy<Value = Fields> {
    let kinds = prop::sample::select(LeadKind::ALL.to_vec());
    let money = prop::option::of((0_i64..i64::MAX / 2).prop_map(Money::cny));
    let due = prop::option::of(
        (730_000_i32..740_000)
            .prop_map(|n| chrono::NaiveDate::from_num_days_from_ce_opt(n).unwrap_or_default()),
    );
    (any_text(), any_text(), kinds, money, due, any::<bool>()).prop_map(
        |(name, content, kind, amount, due, secret)| {
            let name = format!("x{}", value_words::one_line(&guatu::ui::text::clean(&name)));
            let lead = Lead {
                name,
                content: if content.trim().is_empty() { String::new() } else { content },
                kind,
                amount,
                due,
                owner: Some(WANG),
                co_divisions: vec![Id::division(2), Id::division(1)],
                confidential: secret,
                ..Lead::default()
            };
            fields(&lead)
        },
    )
}

#[test]
fn a_pasted_text_keeps_its_lines_however_a_terminal_ends_them() {
    let board = office();
    for pasted in ["一\n二", "一\r\n二", "一\r二"] {
        let field = FieldKey::find(Kind::Note, "text").unwrap();
        let ask = || vec![Ask { field, need: Need::Must, preset: Value::Empty }];
        let mut desk =
            Desk::new(&board, |cx, look| Form::ask(String::new(), Some(LEAD), ask(), None, cx, look));
        desk.form.handle(&Event::Paste(pasted.to_owned()), &cx(&board), &desk.look);
        let filled = desk.save().expect("it is filled in");
        assert_eq!(filled.values[0].2, Value::text("一\n二"), "{pasted:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_form_opened_and_saved_changes_nothing(lead in any_lead()) {
        let mut board = office();
        board.load(LEAD, 1, 1, "wang", &lead).expect("a lead that fits");
        board.turn_to(day("2026-11-23"));
        let mut desk = Desk::new(&board, |cx, look| Form::edit(LEAD, cx, look));
        prop_assert_eq!(desk.save(), None);
        prop_assert_eq!(&desk.last, &LayerResult::Close);
        // The same texts, typed anew, are the same record: all but what a screen cannot show.
        let one_line = |value: &Value| !matches!(value, Value::Text(_));
        let asks: Vec<Ask> = lead.iter().filter(|(_, value)| one_line(value))
            .map(|(field, value)| Ask { field: *field, need: Need::Free, preset: value.clone() }).collect();
        let mut desk = Desk::new(&board, |cx, look| Form::ask(String::new(), None, asks, None, cx, look));
        for _ in 0..lead.len() {
            desk.write(" ").press(&[Code::Backspace, Code::Esc, Code::Tab]);
        }
        let filled = desk.save().map(|filled| filled.values).unwrap_or_default();
        let given: Fields = filled.into_iter().map(|(field, _, to)| (field, to)).collect();
        let expected: Fields = lead.iter().filter(|(_, value)| one_line(value)).cloned().collect();
        prop_assert_eq!(given, expected);
    }

    #[test]
    fn no_key_breaks_a_form(keys in prop::collection::vec(any_form_key(), 0..60), pasted in any_text()) {
        let board = office();
        let mut desk = Desk::new(&board, |cx, look| Form::edit(LEAD, cx, look));
        for key in keys {
            desk.key(key);
        }
        desk.form.handle(&Event::Paste(pasted), &cx(&board), &desk.look);
        for size in [(80, 24), (40, 12), (20, 5), (3, 2)] {
            desk.screen(size);
        }
    }
}

fn any_form_key() -> impl Strategy<Value = Key> {
    let moves = vec![
        Code::Tab,
        Code::BackTab,
        Code::Enter,
        Code::Up,
        Code::Down,
        Code::Right,
        Code::PageDown,
        Code::Esc,
    ];
    prop_oneof![any_key(), prop::sample::select(moves).prop_map(Key::plain), Just(Key::ctrl('s'))]
}

#[test]
fn what_must_and_what_should_be_filled_in_bear_signs_and_a_legend() {
    let board = office();
    let mut desk = Desk::new(&board, |cx, look| Form::create(Kind::Lead, Vec::new(), cx, look));
    assert!(desk.shows("项目名称*") && desk.shows("线索来源~") && !desk.shows("投资方~"));
    let legend = |desk: &Desk<'_>, sign: &str| desk.form.hints(Lang::Zh).iter().any(|hint| hint.key == sign);
    assert!(legend(&desk, "*") && legend(&desk, "~"));
    assert_eq!(desk.form.lacking(Lang::Zh), Some("线索来源".to_owned()));
    desk.form.restore(&[("lead.source".to_owned(), "展会".to_owned())], &cx(&board), &look(Lang::Zh));
    assert_eq!(desk.form.lacking(Lang::Zh), None);
    // A form without either needs no legend.
    let plain = Desk::ask(&board, &[("due", false)]);
    assert!(!legend(&plain, "*") && !legend(&plain, "~"));
}

#[test]
fn a_form_that_does_not_fit_marks_the_ends_it_goes_on_at() {
    let board = office();
    let mut desk = Desk::new(&board, |cx, look| Form::create(Kind::Lead, Vec::new(), cx, look));
    for glyphs in [&glyph::UNICODE, &glyph::ASCII] {
        desk.look = Look::new(theme::default(), Depth::True, glyphs, Lang::Zh);
        desk.form = Form::create(Kind::Lead, Vec::new(), &cx(&board), &desk.look);
        let ends = |desk: &Desk<'_>, size: (u16, u16)| {
            let (lines, _) = desk.screen(size);
            let marks = glyphs.more.map(|sign| format!("{sign}{}", glyphs.border_focus.vertical_right));
            marks.map(|mark| lines.iter().position(|line| line.ends_with(&mark)))
        };
        assert_eq!(ends(&desk, (80, 24)), [None, Some(20)], "{}", glyphs.name);
        desk.press(&[Code::Down; 22]);
        assert_eq!(ends(&desk, (80, 24)), [Some(1), Some(20)], "{}", glyphs.name);
        // From the first row back to the button below the last.
        desk.form = Form::create(Kind::Lead, Vec::new(), &cx(&board), &desk.look);
        desk.press(&[Code::BackTab]);
        assert_eq!(ends(&desk, (80, 24)), [Some(1), None], "{}", glyphs.name);
        assert_eq!(ends(&desk, (80, 60)), [None, None], "{}", glyphs.name);
    }
}

#[test]
fn an_english_form_names_divisions_in_english_and_finds_them_by_any_name() {
    let board = office();
    let look = look(Lang::En);
    let shown = |form: &Form| {
        screen((80, 24), |frame| form.draw(&cx(&board), &look, frame.area(), frame)).0.join("\n")
    };
    let form = Form::edit(LEAD, &cx(&board), &look);
    assert!(shown(&form).contains("Marine Equipment") && !shown(&form).contains("海洋技术装备"));
    for typed in ["信息", "xinxi", "inform"] {
        let ask = Ask { field: field("division"), need: Need::Must, preset: Value::Empty };
        let mut form = Form::ask("Ask".to_owned(), Some(LEAD), vec![ask], None, &cx(&board), &look);
        for ch in typed.chars() {
            form.handle(&Event::Key(Key::char(ch)), &cx(&board), &look);
        }
        assert!(shown(&form).contains("Information"), "{typed}: {}", shown(&form));
        form.handle(&Event::Key(Key::plain(Code::Down)), &cx(&board), &look);
        form.handle(&Event::Key(Key::plain(Code::Enter)), &cx(&board), &look);
        form.handle(&Event::Key(Key::ctrl('s')), &cx(&board), &look);
        assert_eq!(form.lacking(Lang::En), None, "{typed}");
    }
}
