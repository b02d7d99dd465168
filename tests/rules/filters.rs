//! The filter language: every example of product rule §5 on a small board, what is wrong with terms
//! that cannot be read, and the laws of `!`, `or` and plain words.

use std::sync::LazyLock;

use chrono::{DateTime, Days, NaiveDate};
use guatu::board::intent::Author;
use guatu::board::query::{Filter, Why, offers};
use guatu::board::search::Query;
use guatu::board::{AnyRecord, Board, RequestId, apply, check, founding, number};
use guatu::domain::lead::LeadKind;
use guatu::domain::value_words::{Lost, Problem};
use guatu::domain::{Id, Kind, Lang, Lead, Money, Person, Stage};
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn put(board: &mut Board, id: Id, record: impl Into<AnyRecord>) {
    board.load(id, 1, 1, "wang", &record.into().fields()).unwrap();
}

/// Seven leads that differ in all that the examples ask.
static BOARD: LazyLock<Board> = LazyLock::new(|| {
    let mut board = Board::new(today());
    let now = DateTime::from_timestamp(1_795_420_800, 0).unwrap();
    let author = Author { board: &board, login: "wang", now, request: RequestId(1) };
    let tx = number::number(&board, founding::built_in().propose(&author, "王管理")).sign(1, now, "wang");
    let checked = check(&board, tx).unwrap();
    apply(&mut board, checked);
    let li = Person { name: "李海".to_owned(), login: "li".to_owned(), ..Person::default() };
    put(&mut board, Id::new(Kind::Person, 2), li);
    for (no, lead) in (1..).zip(leads()) {
        put(&mut board, Id::new(Kind::Lead, no), lead);
    }
    board.turn_to(today());
    board
});

fn leads() -> [Lead; 7] {
    let ago = |days| today().checked_sub_days(Days::new(days));
    let ahead = |days| today().checked_add_days(Days::new(days));
    let person = |no| Some(Id::new(Kind::Person, no));
    let lead = |name: &str, division, stage, silent| Lead {
        name: name.to_owned(),
        division: Some(Id::division(division)),
        stage,
        stage_since: ago(silent),
        ..Lead::default()
    };
    [
        Lead {
            owner: person(1),
            amount: Some(Money::cny(250_000_000)),
            due: ago(3),
            investor: "深蓝科技".to_owned(),
            ..lead("深海机器人", 1, Stage::Talk, 5)
        },
        Lead {
            owner: person(2),
            amount: Some(Money::cny(50_000_000)),
            due: ahead(5),
            kind: LeadKind::Platform,
            ..lead("信息服务平台", 4, Stage::Talk, 40)
        },
        Lead {
            amount: Some(Money::cny(100_000_000)),
            due: ahead(20),
            signed: NaiveDate::from_ymd_opt(2026, 7, 1),
            chain_node: "传感器".to_owned(),
            ..lead("海藻材料", 5, Stage::Sign, 70)
        },
        Lead { due: ago(30), ..lead("蓝色基金", 6, Stage::Park, 200) },
        Lead { due: ahead(60), source: "招商会".to_owned(), ..lead("红岛加速器", 2, Stage::Land, 1) },
        Lead { co_divisions: vec![Id::division(4)], ..lead("船舶软件", 3, Stage::End, 9) },
        Lead { owner: person(1), due: ahead(7), ..lead("new or old", 1, Stage::Lead, 0) },
    ]
}

fn found(typed: &str) -> Vec<u32> {
    let filter = Filter::read(&BOARD, Kind::Lead, typed);
    let swept: Vec<u32> = filter.leads(&BOARD).iter().collect();
    let asked = BOARD.ids(Kind::Lead).into_iter().filter(|id| filter.finds(&BOARD, *id));
    assert_eq!(swept, asked.map(|id| id.no).collect::<Vec<_>>(), "{typed}: asked one by one");
    swept
}

#[test]
fn every_example_finds_what_it_says() {
    let table: &[(&str, &[u32])] = &[
        ("部:海洋", &[1, 3, 7]),
        ("部：海洋生物", &[3]),
        ("div:4", &[2, 6]),
        ("div:hysw", &[3]),
        ("段:在谈", &[1, 2]),
        ("stage:talk", &[1, 2]),
        ("段:zt", &[1, 2]),
        ("灯:红", &[1]),
        ("light:red", &[1]),
        ("红", &[1]),
        ("责:王", &[1, 7]),
        ("责:w", &[1, 7]),
        ("owner:wang", &[1, 7]),
        ("owner:lihai", &[2]),
        ("owner:无", &[3, 4, 5, 6]),
        ("额>1亿", &[1]),
        ("额＞＝１亿", &[1, 3]),
        ("amt>100m", &[1]),
        ("amt>=5000万", &[1, 2, 3]),
        ("amt<=50m", &[2]),
        ("amount=1亿", &[3]),
        ("逾期", &[1]),
        ("overdue", &[1]),
        ("due<7d", &[1, 2, 7]),
        ("时限<月底", &[1, 2, 7]),
        ("due=2026-11-28", &[2]),
        ("平台", &[2]),
        ("kind:platform", &[2]),
        ("链:传感", &[3]),
        ("node:cgq", &[3]),
        ("investor:深蓝", &[1]),
        ("投资方:slkj", &[1]),
        ("source:zsh", &[5]),
        ("signed>2026-06-01", &[3]),
        ("L2", &[2]),
        ("l02", &[2]),
        ("未更新>30d", &[2, 3]),
        ("silent>30d", &[2, 3]),
        ("silent<2", &[5, 7]),
        ("储备", &[4]),
        ("终止", &[6]),
        ("park or end", &[4, 6]),
        ("海", &[1, 2, 3]),
        ("hd", &[5]),
        ("hongdao", &[5]),
        ("shjqr", &[1]),
        ("!部:海洋", &[2, 4, 5, 6]),
        ("段!=在谈", &[3, 4, 5, 6, 7]),
        ("\"new or\"", &[7]),
        ("\"or\"", &[6, 7]),
        ("div:1 逾期 | 平台", &[1, 2]),
        ("海藻 或 基金", &[3, 4]),
        ("div:1,6", &[1, 4, 7]),
        ("海 额>1亿", &[1]),
        ("额>1亿 海 !在谈", &[]),
        ("", &[1, 2, 3, 4, 5, 6, 7]),
        ("or", &[1, 2, 3, 4, 5, 6, 7]),
        ("海藻 or", &[3]),
    ];
    for (typed, want) in table {
        assert_eq!(found(typed), *want, "{typed}");
        assert_eq!(Filter::read(&BOARD, Kind::Lead, typed).problems(), [], "{typed}");
    }
}

#[test]
fn a_term_that_cannot_be_read_is_told_and_the_rest_filters() {
    let nobody = Why::Value(Problem::Name(Lost::Nobody));
    let table: &[(&str, &str, Option<Why>, &[u32])] = &[
        ("海藻 色:红", "色:红", Some(Why::Unknown), &[3]),
        ("责: 海藻", "责:", Some(Why::Unfinished), &[3]),
        ("部>4 海藻", "部>4", Some(Why::NoOrder), &[3]),
        ("海藻 静默>x", "静默>x", Some(Why::Days), &[3]),
        ("海藻 责:赵", "责:赵", Some(nobody), &[3]),
        ("！额＞5000 海藻", "！额＞5000", None, &[3]),
        ("due<2月30日 海藻", "due<2月30日", None, &[3]),
        ("段:xyz or 海藻", "段:xyz", None, &[3]),
        ("<7d", "<7d", Some(Why::Unknown), &[1, 2, 3, 4, 5, 6, 7]),
        ("! 海藻", "!", Some(Why::Unfinished), &[3]),
    ];
    for (typed, wrong, why, want) in table {
        assert_eq!(found(typed), *want, "{typed}");
        let filter = Filter::read(&BOARD, Kind::Lead, typed);
        let [problem] = filter.problems() else { panic!("{typed}: {:?}", filter.problems()) };
        assert_eq!(&typed[problem.range.clone()], *wrong, "{typed}");
        assert!(why.as_ref().is_none_or(|why| *why == problem.why), "{typed}: {:?}", problem.why);
    }
}

#[test]
fn other_kinds_are_filtered_by_their_own_fields() {
    let table: &[(Kind, &str, usize)] = &[
        (Kind::SixOne, "部:海洋生物", 6),
        (Kind::SixOne, "div:1 state:ready", 0),
        (Kind::SixOne, "!state:ready", 36),
        (Kind::Person, "lihai", 1),
        (Kind::Person, "login:li", 1),
        (Kind::Division, "group:主导", 3),
        (Kind::Division, "shengwu", 1),
        (Kind::Division, "D2", 1),
        (Kind::Unit, "综合部", 1),
    ];
    for (kind, typed, want) in table {
        let filter = Filter::read(&BOARD, *kind, typed);
        assert_eq!(filter.problems(), [], "{typed}");
        let count = BOARD.ids(*kind).into_iter().filter(|id| filter.finds(&BOARD, *id)).count();
        assert_eq!(count, *want, "{kind:?} {typed}");
    }
}

#[test]
fn what_is_begun_is_completed() {
    let table: &[(&str, Lang, &str)] = &[
        ("", Lang::Zh, ""),
        ("海 ", Lang::Zh, ""),
        ("部", Lang::Zh, "部:"),
        ("ztz", Lang::Zh, "额>"),
        ("海 sil", Lang::En, "海 silent>"),
        ("due<", Lang::En, ""),
        ("灯：", Lang::Zh, "灯：红 灯：黄 灯：绿 灯：灰"),
        ("light:r", Lang::En, "light:Red"),
        ("段:z", Lang::Zh, "段:在谈 段:终止"),
        ("stage:in", Lang::En, "stage:talk stage:run"),
        ("责:l", Lang::Zh, "责:王管理 责:李海"),
        ("!部:jr", Lang::Zh, "!部:金融"),
        ("div:fin", Lang::En, "div:6"),
        ("div:1,jin", Lang::Zh, "div:1,金融"),
    ];
    for (typed, lang, want) in table {
        let texts: Vec<String> = offers(&BOARD, Kind::Lead, *lang, typed, typed.len())
            .into_iter()
            .map(|offer| format!("{}{}", &typed[..offer.range.start], offer.text))
            .collect();
        assert_eq!(texts.join(" "), *want, "{typed}");
    }
}

/// Terms and pieces of terms, good and bad.
fn term() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z演示深海机器人]{1,3}",
        "(部|div|段|stage|灯|责|owner|额|amt|due|时限|silent|node|investor|x)(:|：|<|>=|=|＞)(海洋|4|红|talk|1亿|7d|月底|w|)",
        "(逾期|overdue|平台|储备|终止|L2|红|or|或|\\||!|\"|“)",
    ]
}

proptest! {
    #[test]
    fn reading_never_panics(typed in "\\PC{0,24}", terms in prop::collection::vec(term(), 0..5)) {
        for text in [typed, terms.join(" "), terms.concat()] {
            for kind in Kind::ALL {
                let filter = Filter::read(&BOARD, kind, &text);
                for problem in filter.problems() {
                    prop_assert!(text.get(problem.range.clone()).is_some_and(|wrong| !wrong.is_empty()));
                }
                let ends = (0..=text.len()).filter(|at| text.is_char_boundary(*at));
                for offer in ends.flat_map(|at| offers(&BOARD, kind, Lang::Zh, &text, at)) {
                    prop_assert!(text.get(offer.range.clone()).is_some());
                }
            }
        }
    }

    #[test]
    fn plain_words_find_what_text_search_finds(words in prop::collection::vec("[a-z]{1,2}|[深海蓝演材料器]{1,2}", 1..3)) {
        let typed = words.join(" ");
        prop_assume!(words.iter().all(|word| word != "or"));
        let (query, index) = (Query::new(&typed), BOARD.index());
        let wanted: Vec<u32> = BOARD.ids(Kind::Lead).into_iter().filter(|id| query.finds(index.key(*id))).map(|id| id.no).collect();
        prop_assert_eq!(found(&typed), wanted);
    }

    #[test]
    fn not_is_the_rest_and_or_is_both(one in term(), other in term()) {
        let read = |text: &str| Filter::read(&BOARD, Kind::Lead, text);
        prop_assume!([&one, &other].iter().all(|t| !t.contains(['"', '“', '!']) && !read(t).is_empty()));
        let all: Vec<u32> = found("");
        let hits = found(&one);
        let rest: Vec<u32> = all.iter().copied().filter(|no| !hits.contains(no)).collect();
        prop_assert_eq!(found(&format!("!{one}")), rest);
        let others = found(&other);
        let both: Vec<u32> = all.iter().copied().filter(|no| hits.contains(no) || others.contains(no)).collect();
        prop_assert_eq!(found(&format!("{one} or {other}")), both);
        let and: Vec<u32> = all.iter().copied().filter(|no| hits.contains(no) && others.contains(no)).collect();
        prop_assert_eq!(found(&format!("{one} {other}")), and);
    }

    #[test]
    fn narrowing_finds_what_a_new_look_finds(terms in prop::collection::vec(term(), 1..4), cut in 0_usize..12) {
        let typed = terms.join(" ");
        let before: String = typed.chars().take(typed.chars().count().saturating_sub(cut)).collect();
        let (old, new) = (Filter::read(&BOARD, Kind::Lead, &before), Filter::read(&BOARD, Kind::Lead, &typed));
        if new.narrows(&old) {
            let mut hits = old.leads(&BOARD);
            new.narrow(&mut hits, &BOARD);
            prop_assert_eq!(hits.iter().collect::<Vec<_>>(), found(&typed));
        }
    }
}
