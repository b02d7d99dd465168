//! Where headings and entries of the agenda stand: a heading above each group that has entries, a
//! line an entry. May use `board::agenda`.

use crate::board::agenda::{Counts, Group};
use crate::domain::Choice;

/// What a line of the list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// The heading of a group.
    Heading(Group),
    /// So many entries from the first.
    Entry(usize),
}

/// The groups that have entries, each with its first entry and how many there are.
fn groups(counts: &Counts) -> impl Iterator<Item = (Group, usize, usize)> {
    let mut first = 0;
    let all = Group::ALL.iter().zip(*counts).map(move |(group, count)| {
        first += count;
        (*group, first - count, count)
    });
    all.filter(|(.., count)| *count > 0)
}

/// How many lines there are.
pub(super) fn len(counts: &Counts) -> usize {
    groups(counts).map(|(.., count)| count + 1).sum()
}

/// The line of an entry.
pub(super) fn line_of(counts: &Counts, entry: usize) -> usize {
    entry + groups(counts).take_while(|(_, first, _)| *first <= entry).count()
}

/// What a line is; none behind the last.
pub(super) fn listed(counts: &Counts, line: usize) -> Option<Listed> {
    let headed = groups(counts).enumerate();
    let (above, (group, first, count)) = headed.take_while(|(i, (_, first, _))| i + first <= line).last()?;
    match line - above - first {
        0 => Some(Listed::Heading(group)),
        n if n <= count => Some(Listed::Entry(first + n - 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_heading_or_an_entry() {
        for counts in [[0; 4], [3, 0, 1, 2], [0, 0, 0, 1], [1, 1, 1, 1], [0, 2, 0, 0]] {
            let lines: Vec<Listed> = (0..).map_while(|line| listed(&counts, line)).collect();
            assert_eq!(lines.len(), len(&counts), "{counts:?}");
            let headings = lines.iter().filter(|line| matches!(line, Listed::Heading(_))).count();
            assert_eq!(headings, counts.iter().filter(|count| **count > 0).count());
            for entry in 0..counts.iter().sum() {
                assert_eq!(lines[line_of(&counts, entry)], Listed::Entry(entry), "{counts:?}");
            }
        }
    }
}
