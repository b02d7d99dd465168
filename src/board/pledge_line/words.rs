//! The words of a typed line, taken out of it one after the other. May use `domain::typed`.

use std::ops::Range;

use crate::domain::typed::half_width;

/// A word with its place in the line.
#[derive(Debug)]
struct Word {
    range: Range<usize>,
    /// In half-width characters.
    plain: String,
    /// Which part of the line it stands in; a sign stands between parts.
    part: usize,
    taken: bool,
}

/// See the module.
pub(super) struct Words<'a> {
    line: &'a str,
    words: Vec<Word>,
}

impl<'a> Words<'a> {
    pub(super) fn of(line: &'a str) -> Self {
        let mut words: Vec<Word> = Vec::new();
        let (mut part, mut open) = (0, false);
        for (at, ch) in line.char_indices() {
            let sign = is_sign(line, at, ch);
            if sign || ch.is_whitespace() || ch.is_control() {
                part += usize::from(sign);
                open = false;
                continue;
            }
            if !open {
                words.push(Word { range: at..at, plain: String::new(), part, taken: false });
                open = true;
            }
            if let Some(word) = words.last_mut() {
                word.range.end = at + ch.len_utf8();
                word.plain.push(half_width(ch));
            }
        }
        Self { line, words }
    }

    /// Takes the words out that `read` can read: at most so many side by side, the longest run
    /// first, of equal ones the last. It is told whether they are a whole part of the line.
    pub(super) fn take<T>(&mut self, most: usize, read: impl Fn(&str, bool) -> Option<T>) -> Option<T> {
        for many in (1..=most.min(self.words.len())).rev() {
            for first in (0..=self.words.len() - many).rev() {
                let run = first..first + many;
                let Some(text) = self.text(run.clone()) else { continue };
                if let Some(found) = read(&text, self.is_part(&run)) {
                    self.words[run].iter_mut().for_each(|word| word.taken = true);
                    return Some(found);
                }
            }
        }
        None
    }

    /// Takes the end of a word out that `read` can read, from a number in it on.
    pub(super) fn take_end<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let line = self.line;
        for word in self.words.iter_mut().filter(|word| !word.taken) {
            let ends = numbers_inside(&word.plain);
            let found = ends.into_iter().find_map(|(at, count)| Some((count, read(&word.plain[at..])?)));
            let Some((count, found)) = found else { continue };
            let kept = line[word.range.clone()].chars().take(count).map(char::len_utf8).sum::<usize>();
            word.range.end = word.range.start + kept;
            word.plain = word.plain.chars().take(count).collect();
            return Some(found);
        }
        None
    }

    /// Words side by side in one part of the line, none of them taken.
    fn text(&self, run: Range<usize>) -> Option<String> {
        let words = &self.words[run];
        let one = words.iter().all(|word| !word.taken && word.part == words[0].part);
        one.then(|| words.iter().map(|word| &*word.plain).collect::<Vec<_>>().join(" "))
    }

    fn is_part(&self, run: &Range<usize>) -> bool {
        let part = |at: usize| self.words.get(at).map(|word| word.part);
        let own = part(run.start);
        run.start.checked_sub(1).and_then(part) != own && part(run.end) != own
    }

    /// What nobody took, as it was typed.
    pub(super) fn rest(&self) -> String {
        let mut runs: Vec<Range<usize>> = Vec::new();
        let mut follows = false;
        for word in &self.words {
            match runs.last_mut() {
                Some(last) if follows && !word.taken => last.end = word.range.end,
                _ if !word.taken => runs.push(word.range.clone()),
                _ => {}
            }
            follows = !word.taken;
        }
        let texts: Vec<&str> = runs.into_iter().map(|run| &self.line[run]).collect();
        texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Where numbers begin inside a word, in bytes and in characters: not behind a letter or a sign that
/// belongs to them, as in 第3批 or A3.
fn numbers_inside(word: &str) -> Vec<(usize, usize)> {
    let pairs = word.char_indices().zip(word.char_indices().skip(1)).enumerate();
    let begins = |before: char, ch: char| ch.is_ascii_digit() && !before.is_ascii() && before != '第';
    pairs
        .filter(|(_, ((_, before), (_, ch)))| begins(*before, *ch))
        .map(|(count, (_, (at, _)))| (at, count + 1))
        .collect()
}

/// Whether a character divides the line; a comma between thousands does not.
fn is_sign(line: &str, at: usize, ch: char) -> bool {
    match half_width(ch) {
        ',' => {
            let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
            let before = line[..at].bytes().next_back().is_some_and(|byte| byte.is_ascii_digit());
            !(before && digits(&line[at + ch.len_utf8()..]) == 3)
        }
        ';' | '、' => true,
        _ => ch == '。',
    }
}
