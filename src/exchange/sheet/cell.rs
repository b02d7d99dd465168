//! The values of a workbook's cells as texts: days as ISO days, numbers in full, as exactly as a
//! spreadsheet holds them. May use `shown`.

use std::fmt::Write;

use calamine::{DataType, ExcelDateTime};

use super::shown::Shown;

/// Writes what a cell holds; nothing where it is empty.
pub(super) fn write<D: DataType>(value: &D, shown: &Shown, out: &mut String) {
    if let Some(text) = value.get_string() {
        push_lines(text, out);
    } else if let Some(number) = value.get_float().or_else(|| value.get_int().map(of_int)) {
        shown.write(number, out);
    } else if let Some(is) = value.get_bool() {
        out.push(if is { '是' } else { '否' });
    } else if let Some(day) = value.get_datetime() {
        push_day(&day, out);
    } else if let Some(iso) = value.get_datetime_iso() {
        push_iso(iso, out);
    } else if let Some(iso) = value.get_duration_iso() {
        push_time(iso, out);
    } else if value.get_error().is_some() {
        // Whatever went wrong with a formula, the cell says nothing.
        out.push_str("#N/A");
    }
}

#[expect(clippy::cast_precision_loss, reason = "a spreadsheet's own numbers are f64")]
fn of_int(number: i64) -> f64 {
    number as f64
}

/// A text with its lines ended alike.
fn push_lines(text: &str, out: &mut String) {
    if text.contains('\r') {
        out.push_str(&text.replace("\r\n", "\n").replace('\r', "\n"));
    } else {
        out.push_str(text);
    }
}

/// Days from here on are none, as a spreadsheet shows `####`.
const NO_DAY: f64 = 2_958_466.0;
/// The hours of a day.
const HOURS: u64 = 24;

fn push_day(day: &ExcelDateTime, out: &mut String) {
    let value = day.as_f64();
    if !(0.0..NO_DAY).contains(&value) {
        return super::shown::push_number(value, out);
    }
    let (year, month, date, hour, minute, second, _) = day.to_ymd_hms_milli();
    // Writing to a String cannot fail.
    if day.is_duration() || value < 1.0 {
        let hours = if day.is_duration() { whole(value) * HOURS } else { 0 } + u64::from(hour);
        let _ = write!(out, "{hours:02}:{minute:02}:{second:02}");
        return;
    }
    let _ = write!(out, "{year:04}-{month:02}-{date:02}");
    if (hour, minute, second) != (0, 0, 0) {
        let _ = write!(out, " {hour:02}:{minute:02}:{second:02}");
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to NO_DAY")]
fn whole(value: f64) -> u64 {
    value as u64
}

/// `2024-03-05T14:30:00.000` as a day, with the time if it is not midnight.
fn push_iso(iso: &str, out: &mut String) {
    let (day, time) = iso.split_once('T').unwrap_or((iso, ""));
    let time = time.split(['.', 'Z', '+']).next().unwrap_or("");
    out.push_str(day);
    if !time.is_empty() && time.contains(|c: char| ('1'..='9').contains(&c)) {
        out.push(' ');
        out.push_str(time);
    }
}

/// `PT14H30M00S` as a time of day.
fn push_time(iso: &str, out: &mut String) {
    let part = |unit: char| {
        let before = iso.split(unit).next().filter(|_| iso.contains(unit))?;
        let digits = before.rsplit(|c: char| !c.is_ascii_digit() && c != '.').next()?;
        digits.split('.').next()?.parse::<u64>().ok()
    };
    let (hours, minutes, seconds) = (part('H'), part('M'), part('S'));
    let _ = write!(out, "{:02}:{:02}:{:02}", hours.unwrap_or(0), minutes.unwrap_or(0), seconds.unwrap_or(0));
}
