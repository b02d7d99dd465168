//! The report's pictures as SVG: every bar says its number, and a light its word, so that they are read
//! without colours too. Lengths are those of a sheet 720 wide. May use `html`.

use std::fmt::Write as _;

use super::html::escaped;
use super::{Chart, Paced};

const WIDE: u64 = 720;
/// Where bars begin, and how long the longest is.
const LEFT: u64 = 190;
const BAR: u64 = 330;
const ROW: u64 = 26;
const BLUE: &str = "#2f81b7";
const LIGHTS: [&str; 3] = ["#c0392b", "#b7860b", "#2e8b57"];

/// A picture with its caption.
pub(super) fn figure(chart: &Chart) -> String {
    let (caption, height, body) = match chart {
        Chart::Funnel(caption, rows) => (caption, height(rows.len()), funnel(rows)),
        Chart::Pace(caption, rows) => (caption, height(rows.len()), pace(rows)),
        Chart::Lights(caption, rows, words) => (caption, height(rows.len()), lights(rows, words)),
        Chart::Weeks(caption, weeks, mondays) => (caption, 128, intake(weeks, mondays)),
    };
    let caption = escaped(caption);
    format!(
        "<figure>\n<figcaption>{caption}</figcaption>\n<svg viewBox=\"0 0 {WIDE} {height}\" role=\"img\" \
         aria-label=\"{caption}\" xmlns=\"http://www.w3.org/2000/svg\">\n{body}</svg>\n</figure>\n"
    )
}

fn height(rows: usize) -> u64 {
    ROW * u64::try_from(rows).unwrap_or(0) + 4
}

fn rect(x: u64, y: u64, (width, height): (u64, u64), colour: &str) -> String {
    format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/>\n")
}

/// A text with its foot at `y`; `more` are further attributes.
fn text(x: u64, y: u64, more: &str, words: &str) -> String {
    format!("<text x=\"{x}\" y=\"{y}\"{more}>{}</text>\n", escaped(words))
}

/// The name of a row, at the left of where bars begin.
fn name(y: u64, words: &str) -> String {
    text(LEFT - 10, y + 17, " text-anchor=\"end\"", words)
}

/// A part of the longest bar; anything above nothing is seen.
fn length(part: u64, most: u64) -> u64 {
    (part * BAR / most.max(1)).max(u64::from(part > 0) * 2)
}

fn rows<T>(rows: &[T], draw: impl Fn(u64, &T) -> String) -> String {
    (0..).zip(rows).map(|(row, told)| draw(row * ROW, told)).collect()
}

fn funnel(stages: &[(String, u32, String)]) -> String {
    let most = stages.iter().map(|(_, count, _)| u64::from(*count)).max().unwrap_or(0);
    rows(stages, |y, (stage, count, said)| {
        let wide = length(u64::from(*count), most);
        let number = format!("{count}  {said}");
        name(y, stage)
            + &rect(LEFT, y + 3, (wide, ROW - 6), BLUE)
            + &text(LEFT + wide + 8, y + 17, "", &number)
    })
}

fn pace(divisions: &[Paced]) -> String {
    rows(divisions, |y, row| {
        let mut drawn = name(y, &row.division) + &rect(LEFT, y + 5, (BAR, ROW - 10), "#e3e8ed");
        let points = |points: i64| u64::try_from(points.clamp(0, 100)).unwrap_or(0);
        if let Some(reached) = row.reached {
            drawn += &rect(LEFT, y + 5, (length(points(reached), 100), ROW - 10), BLUE);
        }
        if let Some(pace) = row.pace {
            drawn += &rect(LEFT + points(pace) * BAR / 100, y + 1, (2, ROW - 2), "#1b1f24");
        }
        let said = row.reached.map_or_else(String::new, |reached| format!("{reached}%  "));
        drawn + &text(LEFT + BAR + 10, y + 17, "", &format!("{said}{}", row.light))
    })
}

fn lights(divisions: &[(String, [u32; 3])], words: &[String; 3]) -> String {
    let sum = |lights: &[u32; 3]| lights.iter().copied().map(u64::from).sum::<u64>();
    let most = divisions.iter().map(|(_, lights)| sum(lights)).max().unwrap_or(0);
    rows(divisions, |y, (division, counts)| {
        let mut drawn = name(y, division);
        let mut x = LEFT;
        for (count, colour) in counts.iter().zip(LIGHTS) {
            let wide = length(u64::from(*count), most);
            drawn += &rect(x, y + 3, (wide, ROW - 6), colour);
            if wide >= 16 {
                let middle = " class=\"in\" text-anchor=\"middle\"";
                drawn += &text(x + wide / 2, y + 17, middle, &count.to_string());
            }
            x += wide;
        }
        let said = counts.iter().zip(words).map(|(count, word)| format!("{word} {count}"));
        drawn + &text(LEFT + BAR + 10, y + 17, "", &said.collect::<Vec<_>>().join("  "))
    })
}

fn intake(weeks: &[u32], mondays: &[String; 2]) -> String {
    let most = weeks.iter().copied().max().unwrap_or(0).max(1);
    let step = (WIDE - 20) / u64::try_from(weeks.len().max(1)).unwrap_or(1);
    let mut drawn = String::new();
    for (at, count) in (0_u64..).zip(weeks) {
        let high = u64::from(*count) * 80 / u64::from(most);
        let x = 10 + at * step;
        drawn += &rect(x, 100 - high, (step.saturating_sub(4), high), BLUE);
        if *count > 0 {
            let centred = " text-anchor=\"middle\"";
            drawn += &text(x + step.saturating_sub(4) / 2, 96 - high, centred, &count.to_string());
        }
    }
    let [first, last] = mondays;
    let _ =
        write!(drawn, "{}", rect(10, 100, (step * u64::try_from(weeks.len()).unwrap_or(0), 1), "#57606a"));
    let end = " class=\"soft\" text-anchor=\"end\"";
    drawn + &text(10, 118, " class=\"soft\"", first) + &text(WIDE - 10, 118, end, last)
}
