//! What the board is about: records, their fields, stages, lights, money and dates.
//! Pure: no I/O, no clock, no terminal. May use nothing of this crate but itself.

pub mod charter;
pub mod choice;
pub mod date;
pub mod date_words;
pub mod division;
pub mod field;
pub mod id;
pub mod json;
pub mod lang;
pub mod lead;
pub mod light;
pub mod mark;
pub mod money;
pub mod money_words;
pub mod note;
pub mod person;
pub mod record;
pub mod request;
pub mod six_one;
pub mod stage;
pub mod target;
pub mod typed;
pub mod unit;
pub mod value;
pub mod value_words;

pub use charter::Charter;
pub use choice::{Choice, ChoiceOption};
pub use division::Division;
pub use field::{Edit, Field, FieldKey, Shape, Spec};
pub use id::{Id, Kind};
pub use lang::Lang;
pub use lead::Lead;
pub use light::{Light, Reason, Signal};
pub use mark::Mark;
pub use money::Money;
pub use note::Note;
pub use person::{Person, Role};
pub use record::{Fields, Record};
pub use request::Request;
pub use six_one::SixOne;
pub use stage::Stage;
pub use target::Target;
pub use unit::Unit;
pub use value::{Misfit, Value};
