//! A JSON file as `export` writes it: what its records are, the records, and the names of what they
//! refer to. May use `bad_file`, `kinds`, `export`.

use serde_json::{Map, Value as Json};

use super::super::export::{FORMAT, LINES};
use super::super::sheet::BadSheet;
use super::bad_file::BadFile;
use super::bad_json::BadJson;
use super::kinds::What;

/// The mark of a file, what its records are, and the key that they stand under.
const FORMATS: [(&str, What, &str); 5] = [
    (FORMAT, What::Leads, "leads"),
    ("guatu-targets-1", What::Targets, "targets"),
    ("guatu-people-1", What::People, "people"),
    ("guatu-requests-1", What::Requests, "requests"),
    ("guatu-six-ones-1", What::SixOnes, "six_ones"),
];
/// The marks of files with a record a line.
const LINE_FORMATS: [(&str, What); 5] = [
    (LINES, What::Leads),
    ("guatu-targets-lines-1", What::Targets),
    ("guatu-people-lines-1", What::People),
    ("guatu-requests-lines-1", What::Requests),
    ("guatu-six-ones-lines-1", What::SixOnes),
];

/// A file that was read.
#[derive(Debug)]
pub struct Document {
    /// What its records are.
    pub what: What,
    pub(super) records: Vec<Json>,
    pub(super) names: Json,
}

impl Document {
    /// Whether a file is JSON.
    #[must_use]
    pub fn is_json(bytes: &[u8]) -> bool {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        bytes.iter().find(|b| !b.is_ascii_whitespace()).is_some_and(|b| matches!(b, b'{'))
    }

    /// What a record is called, from 0; nothing where it has no name.
    #[must_use]
    pub fn name(&self, at: usize) -> &str {
        self.records.get(at).and_then(|record| record["name"].as_str()).unwrap_or_default()
    }

    /// Reads the whole file.
    ///
    /// # Errors
    /// `Empty`, or `Json` with why it is not as `export` writes it.
    pub fn read(bytes: &[u8]) -> Result<Self, BadFile> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(BadSheet::Empty.into());
        }
        let mut values = serde_json::Deserializer::from_slice(bytes).into_iter::<Json>();
        let first = match values.next() {
            Some(first) => first.map_err(|e| BadJson::syntax(&e, bytes))?,
            None => return Err(BadSheet::Empty.into()),
        };
        let Json::Object(head) = first else { return Err(BadJson::Foreign.into()) };
        let rest = values.collect::<Result<Vec<Json>, _>>().map_err(|e| BadJson::syntax(&e, bytes))?;
        // A file that ended between two lines holds fewer than it says.
        if head.get("count").and_then(Json::as_u64).is_some_and(|count| count > rest.len() as u64) {
            return Err(BadJson::Short { line: rest.len() + 2, column: 0 }.into());
        }
        Ok(Self::of(head, rest).ok_or(BadJson::Foreign)?)
    }

    fn of(mut head: Map<String, Json>, rest: Vec<Json>) -> Option<Self> {
        let format = head.get("format")?.as_str()?.to_owned();
        let names = head.remove("names").unwrap_or_default();
        if let Some((_, what)) = LINE_FORMATS.iter().find(|(mark, _)| *mark == format) {
            return Some(Self { what: *what, records: rest, names });
        }
        let (_, what, key) = FORMATS.iter().find(|(mark, ..)| *mark == format)?;
        let Json::Array(records) = head.remove(*key)? else { return None };
        rest.is_empty().then_some(Self { what: *what, records, names })
    }
}
