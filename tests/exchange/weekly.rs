//! The weekly report: as it reads in both languages and forms, what it must not tell, and that data
//! stays data.

use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};
use guatu::board::founding::built_in;
use guatu::board::intent::Author;
use guatu::board::{AnyRecord, Board, Change, Label, Origin, Proposal, RequestId, Transaction, Verb};
use guatu::board::{apply, check, overview};
use guatu::demo;
use guatu::domain::{FieldKey, Id, Kind, Lang, Lead, Money, Stage, Value};
use guatu::exchange::document::{Block, Document, html, markdown};
use guatu::exchange::weekly::{Source, document};

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, 1, 30, 0).unwrap()
}

/// The demo's report of its last seven days.
fn told(lang: Lang) -> Document {
    let (board, journal) = demo::build(now(), "wang");
    let since = board.today().checked_sub_days(Days::new(7)).unwrap();
    let newest = journal.iter().rev().take_while(|tx| overview::day(&board, tx.at) >= since);
    let newest: Vec<Transaction> = newest.cloned().collect();
    document(&Source { board: &board, journal: &newest, since, lang, demo: true, show: false })
}

#[test]
fn a_report_reads_in_both_languages_and_forms() {
    for lang in Lang::ALL {
        let told = told(lang);
        insta::assert_snapshot!(format!("weekly-md-{lang}"), markdown::write(&told));
        let page = html::write(&told);
        insta::assert_snapshot!(format!("weekly-html-{lang}"), page);
        if let Ok(dir) = std::env::var("SCREENS") {
            std::fs::write(format!("{dir}/weekly-{lang}.html"), page).unwrap();
        }
    }
}

/// A founded board with one lead and the Transactions since.
struct Office {
    board: Board,
    journal: Vec<Transaction>,
}

impl Office {
    fn founded() -> Self {
        let board = Board::new(NaiveDate::from_ymd_opt(2026, 11, 24).unwrap());
        let mut office = Self { board, journal: Vec::new() };
        let plan = {
            let author = Author { board: &office.board, login: "wang", now: now(), request: RequestId(1) };
            built_in().propose(&author, "")
        };
        office.sign(plan);
        office.journal.clear();
        office
    }

    fn sign(&mut self, proposal: Proposal) {
        let tx = proposal.sign(self.board.head().seq + 1, now(), "wang");
        self.journal.insert(0, tx.clone());
        let checked = check(&self.board, tx).unwrap();
        apply(&mut self.board, checked);
    }

    fn change(&mut self, label: Label, changes: Vec<Change>) {
        let request = RequestId(self.board.head().seq.into());
        self.sign(Proposal { request, origin: Origin::Do, label, why: "不外传的原因".into(), changes });
    }

    fn create(&mut self, lead: Lead) -> Id {
        let id = Id::new(Kind::Lead, self.board.issued(Kind::Lead) + 1);
        let name = lead.name.clone();
        let fields = AnyRecord::from(lead).fields();
        self.change(Label::one(Verb::Create, id, name), vec![Change::Create { id, fields }]);
        id
    }

    fn told(&self, lang: Lang) -> Document {
        let since = self.board.today();
        document(&Source {
            board: &self.board,
            journal: &self.journal,
            since,
            lang,
            demo: false,
            show: false,
        })
    }
}

fn lead(name: &str) -> Lead {
    Lead {
        name: name.to_owned(),
        division: Some(Id::division(4)),
        stage: Stage::Talk,
        amount: Some(Money::cny(123_450_000)),
        phone: "13900000000".into(),
        contact: "演示联系人".into(),
        investor: "演示投资方".into(),
        next_step: "不外传的下一步".into(),
        stage_since: NaiveDate::from_ymd_opt(2026, 1, 2),
        due: NaiveDate::from_ymd_opt(2026, 11, 26),
        ..Lead::default()
    }
}

#[test]
fn what_is_confidential_is_not_told() {
    let mut office = Office::founded();
    let secret = Lead { confidential: true, source: "不外传的来源".into(), ..lead("密名") };
    let id = office.create(secret);
    let open = office.create(lead("公开名"));
    let gone = office.create(Lead { confidential: true, ..lead("密名二") });
    let fields = office.board.record(gone).unwrap().fields();
    office.change(Label::one(Verb::End, gone, "密名二"), vec![Change::End { id: gone, fields }]);
    for lang in Lang::ALL {
        let told = office.told(lang);
        for text in [markdown::write(&told), html::write(&told)] {
            for word in ["密名", "不外传", "13900000000", "演示联系人"] {
                assert!(!text.contains(word), "{word}: {text}");
            }
            let mask = lang.pick("保密项目", "Confidential project");
            assert!(text.contains(&format!("{id} {mask}")), "{text}");
            assert!(text.contains(&format!("{open} 公开名")), "{text}");
            let amount = Money::cny(123_450_000).show(lang);
            assert_eq!(text.matches(&amount).count(), 1, "the amount of the open one alone: {text}");
        }
    }
}

/// Names that try to be more than names.
const HOSTILE: [&str; 4] =
    ["<script>alert(1)</script>", "a|b\n| c |", "\"onload=x' & \u{202E}cba", "</td><img src=x>\u{1b}[31m"];

#[test]
fn data_stays_data() {
    let mut office = Office::founded();
    let plain = html::write(&office.told(Lang::Zh));
    for name in HOSTILE {
        office.create(Lead { source: name.into(), ..lead(name) });
    }
    let told = office.told(Lang::Zh);
    let page = html::write(&told);
    for word in ["<script", "<img", "\u{202E}", "\u{1b}", "http:", "https:", "url(", "@import"] {
        let word_in = |text: &str| text.replace("http://www.w3.org/2000/svg", "").contains(word);
        assert!(!word_in(&page), "{word}");
    }
    assert!(page.contains("&lt;script&gt;") && page.contains("&quot;onload=x&#39; &amp;"), "{page}");
    for tag in ["<section>", "<h2>", "<h3>", "<svg", "<html"] {
        assert_eq!(page.matches(tag).count(), plain.matches(tag).count(), "{tag}");
    }
    for tag in ["table", "tr", "td", "p", "figure", "svg", "text", "section"] {
        let opened = page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
        assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
    }
    let text = markdown::write(&told);
    assert!(!text.contains('\u{1b}') && !text.contains("<script"), "{text}");
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let mut rows = text.lines().filter(|line| line.starts_with('|'));
    assert!(rows.any(|row| row.contains("a\\|b \\| c \\|")), "a name is in its cell: {text}");
    let mut in_table = 0;
    for line in text.lines() {
        let here = cells(line);
        assert!(in_table == 0 || here == 0 || here == in_table, "as many cells in each row: {line}");
        in_table = here;
    }
}

#[test]
fn what_was_undone_is_not_told_as_a_move() {
    let mut office = Office::founded();
    let id = office.create(lead("演示甲"));
    office.journal.clear();
    let field = FieldKey::find(Kind::Lead, "stage").unwrap();
    let to = |from: Stage, to: Stage| {
        use guatu::domain::Choice;
        Change::Set { id, field, from: Value::Choice(from.code()), to: Value::Choice(to.code()) }
    };
    let rows = |office: &Office| {
        let told = office.told(Lang::Zh);
        let tables = told.sections[0].blocks.iter().filter_map(|block| match block {
            Block::Table { rows, .. } => Some(rows.clone()),
            _ => None,
        });
        tables.flatten().collect::<Vec<_>>()
    };
    let request = RequestId(99);
    let label = Label::one(Verb::Back, id, "演示甲").to(Stage::Lead);
    let changes = vec![to(Stage::Talk, Stage::Lead)];
    let back = Proposal { request, origin: Origin::Do, label, why: "演示".into(), changes };
    office.sign(back);
    assert_eq!(rows(&office), [["11-24", "L1 演示甲", "信息", "在谈", "线索", "wang"].map(str::to_owned)]);
    let last = office.journal[0].clone();
    office.sign(guatu::board::invert(&last, RequestId(100)));
    assert!(rows(&office).is_empty());
    let said = markdown::write(&office.told(Lang::Zh));
    assert!(said.contains("退回 1，撤销 1"), "{said}");
}
