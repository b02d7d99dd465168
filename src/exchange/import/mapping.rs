//! Choices for the sheets of one shape: what was said by hand, kept under a name and given again to
//! a sheet with the same headers. May use `domain`, `options`, `words`.

use serde::{Deserialize, Serialize};

use super::kinds::What;
use super::options::{Match, Options, Order};
use super::words::normal;
use crate::domain::Choice;
use crate::domain::money::Currency;
use crate::domain::money_words::Scale;

/// The shape of a sheet: its headers as they are compared, in order of letters, each once.
#[must_use]
pub fn shape(headers: &[String]) -> Vec<String> {
    let mut shape: Vec<String> =
        headers.iter().map(|header| normal(header)).filter(|header| !header.is_empty()).collect();
    shape.sort_unstable();
    shape.dedup();
    shape
}

/// Choices for the sheets of one shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The shape.
    shape: Vec<String>,
    /// Header → name of a field.
    map: Vec<(String, String)>,
    /// The code of what the rows are.
    what: Option<String>,
    /// How many of which currency one stands for in a bare amount.
    unit: Option<(i64, String)>,
    /// The code of the order of days.
    dates: Option<String>,
    /// The code of what rows are found by.
    matching: String,
    /// Headers of columns that are filled down.
    fill_down: Vec<String>,
}

impl Mapping {
    /// The choices among options, for sheets of a shape.
    #[must_use]
    pub fn of(shape: Vec<String>, options: &Options) -> Self {
        Self {
            shape,
            map: options.map.clone(),
            what: options.what.map(|what| what.code().to_owned()),
            unit: options.unit.map(|unit| (unit.times, unit.currency.code().to_owned())),
            dates: options.dates.map(|order| order.code().to_owned()),
            matching: options.matching.code().to_owned(),
            fill_down: options.fill_down.clone(),
        }
    }

    /// Whether it is for sheets of a shape.
    #[must_use]
    pub fn fits(&self, shape: &[String]) -> bool {
        self.shape == shape
    }

    /// Gives its choices to options, where these do not say something themselves.
    pub fn give(&self, options: &mut Options) {
        for (header, field) in &self.map {
            if !options.map.iter().any(|(from, _)| normal(from) == normal(header)) {
                options.map.push((header.clone(), field.clone()));
            }
        }
        let unit = self.unit.as_ref().and_then(|(times, code)| {
            Currency::from_code(code).map(|currency| Scale { times: *times, currency })
        });
        options.unit = options.unit.or(unit);
        options.what = options.what.or_else(|| What::from_code(self.what.as_deref()?));
        options.dates = options.dates.or_else(|| Order::from_code(self.dates.as_deref()?));
        if options.matching == Match::default() {
            options.matching = Match::from_code(&self.matching).unwrap_or_default();
        }
        for header in &self.fill_down {
            if !options.fill_down.iter().any(|own| normal(own) == normal(header)) {
                options.fill_down.push(header.clone());
            }
        }
    }
}
