//! A Transaction as JSON: what a line of the audit log and of `guatu history --json` says.
//! May use `domain::json`, `board`.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value as Json, json};

use crate::board::{Change, Label, Origin, RequestId, Transaction, Verb};
use crate::domain::{Choice, FieldKey, Id, Stage, Value, json};

/// The form of a line that this program writes.
pub const VERSION: u64 = 1;

/// A Transaction as one line of JSON without the closing brace, so that more can follow. The order
/// of keys is fixed and what a terminal would obey is escaped.
#[must_use]
pub(super) fn open_line(tx: &Transaction) -> String {
    let line = LineOut {
        v: VERSION,
        seq: tx.seq,
        at: tx.at.to_rfc3339_opts(SecondsFormat::AutoSi, true),
        by: &tx.by,
        request: tx.request.to_string(),
        origin: origin_out(tx.origin),
        label: LabelOut {
            verb: tx.label.verb.code(),
            subject: tx.label.subject.map(|id| id.to_string()),
            name: &tx.label.name,
            to: tx.label.to.map(Choice::code),
            count: tx.label.count,
        },
        why: &tx.why,
        changes: ChangesOut(&tx.changes),
    };
    // Strings, numbers and maps with text keys: nothing that JSON cannot hold.
    let mut text = json::escape(serde_json::to_string(&line).unwrap_or_default());
    text.pop();
    text
}

/// A Transaction as a JSON object.
#[must_use]
pub fn from_transaction(tx: &Transaction) -> Json {
    serde_json::from_str(&(open_line(tx) + "}")).unwrap_or(Json::Null)
}

/// A Transaction from a line of JSON; keys that are not its own are passed over.
///
/// # Errors
/// What is wrong with it.
pub fn to_transaction(line: &[u8]) -> Result<Transaction, String> {
    let line: LineIn = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    if line.v != VERSION {
        return Err(format!("form {} is not known", line.v));
    }
    let request = u128::from_str_radix(&line.request, 16).map_err(|error| error.to_string())?;
    Ok(Transaction {
        seq: line.seq,
        at: line.at.parse::<DateTime<Utc>>().map_err(|error| error.to_string())?,
        by: line.by,
        request: RequestId(request),
        origin: origin_in(&line.origin).ok_or("no such origin")?,
        label: line.label.try_into()?,
        why: line.why,
        changes: line.changes,
    })
}

#[derive(Serialize)]
struct LineOut<'a> {
    v: u64,
    seq: u64,
    at: String,
    by: &'a str,
    request: String,
    origin: Json,
    label: LabelOut<'a>,
    why: &'a str,
    changes: ChangesOut<'a>,
}

#[derive(Serialize)]
struct LabelOut<'a> {
    verb: &'static str,
    subject: Option<String>,
    name: &'a str,
    to: Option<&'static str>,
    count: u32,
}

/// Written one by one: an import has many, and a tree of all of them would be large.
struct ChangesOut<'a>(&'a [Change]);

impl Serialize for ChangesOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for change in self.0 {
            list.serialize_element(&ChangeOut(change))?;
        }
        list.end()
    }
}

/// Keys stand in the order of the alphabet, at every level.
struct ChangeOut<'a>(&'a Change);

impl Serialize for ChangeOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self.0 {
            Change::Create { id, fields } => {
                map.serialize_entry("create", &id.to_string())?;
                map.serialize_entry("fields", &FieldsOut(fields))?;
            }
            Change::End { id, fields } => {
                map.serialize_entry("end", &id.to_string())?;
                map.serialize_entry("fields", &FieldsOut(fields))?;
            }
            Change::Restore { id, fields } => {
                map.serialize_entry("fields", &FieldsOut(fields))?;
                map.serialize_entry("restore", &id.to_string())?;
            }
            Change::Set { id, field, from, to } => {
                map.serialize_entry("field", field.key())?;
                map.serialize_entry("from", &json::from_value(from))?;
                map.serialize_entry("set", &id.to_string())?;
                map.serialize_entry("to", &json::from_value(to))?;
            }
        }
        map.end()
    }
}

struct FieldsOut<'a>(&'a [(FieldKey, Value)]);

impl Serialize for FieldsOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields: Vec<(&str, &Value)> = self.0.iter().map(|(key, value)| (key.key(), value)).collect();
        fields.sort_unstable_by_key(|(key, _)| *key);
        serializer.collect_map(fields.into_iter().map(|(key, value)| (key, json::from_value(value))))
    }
}

fn origin_out(origin: Origin) -> Json {
    match origin {
        Origin::Do => json!("do"),
        Origin::Undo(seq) => json!({ "undo": seq }),
        Origin::Redo(seq) => json!({ "redo": seq }),
    }
}

fn origin_in(json: &Json) -> Option<Origin> {
    if json == "do" {
        return Some(Origin::Do);
    }
    let seq = |key| json.get(key).and_then(Json::as_u64);
    seq("undo").map(Origin::Undo).or_else(|| seq("redo").map(Origin::Redo))
}

#[derive(Deserialize)]
struct LineIn {
    v: u64,
    seq: u64,
    at: String,
    by: String,
    request: String,
    origin: Json,
    label: LabelIn,
    why: String,
    changes: Vec<Change>,
}

#[derive(Deserialize)]
struct LabelIn {
    verb: String,
    subject: Option<String>,
    name: String,
    to: Option<String>,
    count: u32,
}

impl TryFrom<LabelIn> for Label {
    type Error = String;

    fn try_from(label: LabelIn) -> Result<Self, String> {
        let subject = label.subject.map(|text| id_in(&text)).transpose()?;
        let stage = |code: String| Stage::from_code(&code).ok_or_else(|| format!("no stage {code}"));
        Ok(Self {
            verb: Verb::from_code(&label.verb).ok_or_else(|| format!("no verb {}", label.verb))?,
            subject,
            name: label.name,
            to: label.to.map(stage).transpose()?,
            count: label.count,
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeIn {
    create: Option<String>,
    set: Option<String>,
    end: Option<String>,
    restore: Option<String>,
    field: Option<String>,
    #[serde(default)]
    from: Json,
    #[serde(default)]
    to: Json,
    #[serde(default)]
    fields: Map<String, Json>,
}

impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        change_in(ChangeIn::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

fn change_in(change: ChangeIn) -> Result<Change, String> {
    let ChangeIn { create, set, end, restore, field, from, to, fields } = change;
    let whole = |id: Id| json::to_fields(id.kind, &fields).map_err(|error| format!("{id}: {error}"));
    if let Some(id) = set {
        let id = id_in(&id)?;
        let key = field.ok_or("a set without a field")?;
        let field =
            FieldKey::find(id.kind, &key).ok_or_else(|| format!("{} has no field {key}", id.kind.code()))?;
        let read = |json: &Json| {
            json::to_value(field.spec().shape, json).map_err(|misfit| format!("{id}: {key}: {misfit}"))
        };
        return Ok(Change::Set { id, field, from: read(&from)?, to: read(&to)? });
    }
    let made = |id: String| -> Result<_, String> {
        let id = id_in(&id)?;
        Ok((id, whole(id)?))
    };
    match (create, end, restore) {
        (Some(id), None, None) => made(id).map(|(id, fields)| Change::Create { id, fields }),
        (None, Some(id), None) => made(id).map(|(id, fields)| Change::End { id, fields }),
        (None, None, Some(id)) => made(id).map(|(id, fields)| Change::Restore { id, fields }),
        _ => Err("a change of no known sort".to_owned()),
    }
}

fn id_in(text: &str) -> Result<Id, String> {
    text.parse().map_err(|_| format!("not an id: {text}"))
}
