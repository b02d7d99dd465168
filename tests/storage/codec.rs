//! What is encoded is decoded to the same; what is hostile is refused without a panic.

use chrono::{DateTime, NaiveDate};
use guatu::board::{Change, Label, Origin, RequestId, Transaction, Verb};
use guatu::domain::money::Currency;
use guatu::domain::{Choice, FieldKey, Fields, Id, Kind, Money, Shape, Stage, Value};
use guatu::store::codec::{BadBytes, decode, encode};
use guatu::store::frozen::v1::{HeadV1, RecordV1, fields_in, fields_out};
use guatu::store::frozen::v1_change::{ChangesV1, EntryV1, changes_in, changes_out, entry_in, entry_out};
use guatu::store::json;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

/// Any text that is not empty, hostile ones included.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![".{1,40}", "[\u{0}-\u{1f}\u{7f}-\u{9f}\u{202a}-\u{202e}\u{2028}\u{feff}\"\\\\]{1,20}"]
}

fn id(kind: Kind) -> impl Strategy<Value = Id> {
    (1..1_u32 << 31).prop_map(move |no| Id::new(kind, no))
}

/// Any value that a shape admits.
fn value(shape: Shape) -> BoxedStrategy<Value> {
    let some = match shape {
        Shape::Text | Shape::Long => text().prop_map(Value::Text).boxed(),
        Shape::CreditCode => Just(Value::Text("91350100M000100Y43".to_owned())).boxed(),
        Shape::Number => (0..=i64::MAX).prop_map(Value::Number).boxed(),
        Shape::Money => (0..=i64::MAX, any::<bool>())
            .prop_map(|(amount, usd)| {
                Value::Money(Money { amount, currency: if usd { Currency::USD } else { Currency::CNY } })
            })
            .boxed(),
        Shape::Date => (-100_000..3_000_000_i32)
            .prop_map(|days| Value::Date(NaiveDate::from_num_days_from_ce_opt(days).unwrap()))
            .boxed(),
        Shape::Time => (-60_000_000_000..250_000_000_000_i64, 0..1_000_000_000_u32)
            .prop_map(|(seconds, nanos)| Value::Time(DateTime::from_timestamp(seconds, nanos).unwrap()))
            .boxed(),
        Shape::Flag => any::<bool>().prop_map(Value::Flag).boxed(),
        Shape::Choice(options) => (0..options.len()).prop_map(|at| Value::Choice(options[at].code)).boxed(),
        Shape::Ref(kind) => id(kind).prop_map(Value::Ref).boxed(),
        Shape::Subject => id(Kind::Lead).prop_map(Value::Ref).boxed(),
        Shape::Refs(kind) => vec(id(kind), 1..5).prop_map(Value::Refs).boxed(),
        Shape::Words => vec(text(), 1..5).prop_map(Value::Words).boxed(),
        Shape::Extra => btree_map(text(), ".{0,40}", 1..5).prop_map(Value::Extra).boxed(),
    };
    prop_oneof![1 => Just(Value::Empty), 4 => some].boxed()
}

fn kind() -> impl Strategy<Value = Kind> {
    (0..Kind::ALL.len()).prop_map(|at| Kind::ALL[at])
}

fn fields() -> impl Strategy<Value = (Kind, Fields)> {
    kind().prop_flat_map(|kind| {
        let each: Vec<_> = FieldKey::all(kind)
            .map(|field| value(field.spec().shape).prop_map(move |v| (field, v)))
            .collect();
        each.prop_map(move |fields| (kind, fields))
    })
}

fn change() -> impl Strategy<Value = Change> {
    (0..4, 1..1_u32 << 31, fields(), fields()).prop_map(|(sort, no, (kind, fields), _)| {
        let id = Id::new(kind, no);
        match sort {
            0 => Change::Create { id, fields },
            1 => Change::End { id, fields },
            2 => Change::Restore { id, fields },
            _ => {
                let (field, to) = fields[0].clone();
                Change::Set { id, field, from: Value::Empty, to }
            }
        }
    })
}

fn transaction() -> impl Strategy<Value = Transaction> {
    let label = (0..Verb::ALL.len(), ".{0,20}", any::<u32>(), any::<bool>());
    let head = (1..u64::MAX, -60_000_000_000..250_000_000_000_i64, ".{0,20}", any::<u128>(), 0..3_usize);
    (head, label, ".{0,40}", vec(change(), 0..4)).prop_map(
        |((seq, at, by, request, origin), (verb, name, count, whole), why, changes)| Transaction {
            seq,
            at: DateTime::from_timestamp(at, 0).unwrap(),
            by,
            request: RequestId(request),
            origin: [Origin::Do, Origin::Undo(seq), Origin::Redo(seq)][origin],
            label: Label {
                verb: Verb::ALL[verb],
                subject: whole.then_some(Id::new(Kind::Lead, 7)),
                name,
                to: whole.then_some(Stage::Sign),
                count,
            },
            why,
            changes,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn records_round_trip((kind, fields) in fields(), rev: u32, seq: u64, by in ".{0,20}") {
        let record = RecordV1 { rev, seq, by, fields: fields_out(&fields) };
        let bytes = encode(&record).unwrap();
        let back: RecordV1 = decode(&bytes).unwrap();
        prop_assert_eq!(&back, &record);
        prop_assert_eq!(fields_in(kind, back.fields).unwrap(), fields);
    }

    #[test]
    fn transactions_round_trip(tx in transaction()) {
        let changes: ChangesV1 = decode(&encode(&changes_out(&tx.changes)).unwrap()).unwrap();
        let entry: EntryV1 = decode(&encode(&entry_out(&tx, [7; 32], 3)).unwrap()).unwrap();
        let mut back = entry_in(entry).unwrap();
        back.changes = changes_in(changes).unwrap();
        prop_assert_eq!(&back, &tx);
    }

    #[test]
    fn transactions_round_trip_through_json(tx in transaction()) {
        let text = json::from_transaction(&tx).to_string();
        prop_assert_eq!(json::to_transaction(text.as_bytes()).unwrap(), tx);
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in vec(any::<u8>(), 0..200), flip in any::<bool>()) {
        let mut bytes = bytes;
        if flip && !bytes.is_empty() {
            bytes[0] = 1;
        }
        let _ = decode::<RecordV1>(&bytes);
        let _ = decode::<EntryV1>(&bytes);
        let _ = decode::<ChangesV1>(&bytes);
        let _ = decode::<HeadV1>(&bytes);
        let _ = json::to_transaction(&bytes);
    }

    #[test]
    fn a_flipped_byte_never_panics((_, fields) in fields(), at: prop::sample::Index, bit in 0..8_u8) {
        let record = RecordV1 { rev: 1, seq: 2, by: "wang".to_owned(), fields: fields_out(&fields) };
        let mut bytes = encode(&record).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        let _ = decode::<RecordV1>(&bytes);
    }
}

#[test]
fn hostile_lengths_and_trailing_bytes_are_refused() {
    let record = RecordV1 { rev: 1, seq: 2, by: "wang".to_owned(), fields: Vec::new() };
    let good = encode(&record).unwrap();
    let longer = [good.as_slice(), b"x"].concat();
    assert_eq!(decode::<RecordV1>(&longer), Err(BadBytes::Rest(1)));
    assert_eq!(decode::<RecordV1>(&[]), Err(BadBytes::Nothing));
    assert_eq!(decode::<RecordV1>(&[9, 0, 0]), Err(BadBytes::Version(9)));
    // rev, seq, then a login of 2^60 bytes, or as many fields.
    let endless = [&[1, 1, 2, 253][..], &(1_u64 << 60).to_le_bytes()].concat();
    assert!(matches!(decode::<RecordV1>(&endless), Err(BadBytes::Shape(_))));
    let endless = [&[1, 1, 2, 0, 253][..], &(1_u64 << 60).to_le_bytes()].concat();
    assert!(matches!(decode::<RecordV1>(&endless), Err(BadBytes::Shape(_))));
}

/// Format 1, byte by byte: whoever changes a frozen shape learns of it here.
#[test]
fn golden_bytes() {
    let name = FieldKey::find(Kind::Lead, "name").unwrap();
    let fields: Fields = vec![(name, Value::text("甲"))];
    let record = RecordV1 { rev: 1, seq: 300, by: "wang".to_owned(), fields: fields_out(&fields) };
    let golden = b"\x01\x01\xfb\x2c\x01\x04wang\x01\x04name\x01\x03\xe7\x94\xb2";
    assert_eq!(encode(&record).unwrap(), golden);
    let change = Change::Create { id: Id::new(Kind::Lead, 7), fields };
    let golden = b"\x01\x01\x00L\x07\x01\x04name\x01\x03\xe7\x94\xb2";
    assert_eq!(encode(&changes_out(&[change])).unwrap(), golden);
    let head = HeadV1 { seq: 2, first: 1, issued: vec![(b'L', 7)], ..HeadV1::default() };
    let golden = [&[1, 2][..], &[0; 32], b"\x01\x01L\x07\x00\x00"].concat();
    assert_eq!(encode(&head).unwrap(), golden);
}
