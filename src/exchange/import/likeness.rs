//! New leads that may be something that is there already: on the board, or in an earlier row.
//! May use `domain`, `board`.

use std::collections::HashMap;

use super::options::{Decision, Options};
use super::report::{Double, Like, Report};
use crate::board::Board;
use crate::board::doubles::{self, Likeness};
use crate::domain::{Id, Lead, sameness};

/// So many rows that are like anything on the board are held against it: each takes a while.
const LOOKED: u32 = 5_000;
/// So many are told: who has to look at more looks at none.
const TOLD: usize = 1_000;

/// What is known of the rows so far.
#[derive(Default)]
pub(super) struct Likenesses {
    /// Each by what two leads share that are the same, with its row and whether it has a code.
    rows: HashMap<(Shared, String), (u32, bool)>,
    looked: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Shared {
    Credit,
    Phone,
    Name,
}

impl Likenesses {
    /// Looks what a new lead is like, and tells it.
    pub(super) fn look(
        &mut self,
        board: &Board,
        (row, lead): (u32, &Lead),
        options: &Options,
        report: &mut Report,
    ) {
        let on_board = self.on_board(board, lead, report);
        let in_file = self.in_file(row, lead);
        let on_board = on_board.map(|(id, why)| (Like::Record(id), why));
        let Some((like, why)) = on_board.or(in_file.map(|(row, why)| (Like::Row(row), why))) else { return };
        if report.doubles.len() < TOLD {
            let decision = options.decisions.get(&row).copied().unwrap_or(Decision::Create);
            report.doubles.push(Double { row, name: lead.name.clone(), like, why, decision });
        } else {
            report.unlooked += 1;
        }
    }

    /// The surest of the board's. That the same firm invests is no sign: firms have many projects.
    fn on_board(&mut self, board: &Board, lead: &Lead, report: &mut Report) -> Option<(Id, Likeness)> {
        if board.leads().is_empty() {
            return None;
        }
        if self.looked >= LOOKED {
            report.unlooked += 1;
            return None;
        }
        self.looked += 1;
        let likely = doubles::likely(board, lead, None);
        // A number of its own says that it is another.
        let own_code = |id: Id| {
            let other = board.lead(id).map_or("", |other| &other.code);
            !lead.code.is_empty() && !other.is_empty() && other != lead.code
        };
        let sure = |double: &doubles::Double| match double.why {
            Likeness::CreditCode => true,
            Likeness::Phone | Likeness::Name(_) => !own_code(double.id),
            Likeness::Investor => false,
        };
        likely.into_iter().find(sure).map(|double| (double.id, double.why))
    }

    /// The first earlier row that shares something with it.
    fn in_file(&mut self, row: u32, lead: &Lead) -> Option<(u32, Likeness)> {
        let name: String = sameness::pairs(&lead.name).iter().flat_map(|(a, b)| [*a, *b]).collect();
        let coded = !lead.code.is_empty();
        let marks = [
            (Shared::Credit, sameness::credit_code(&lead.credit_code), Likeness::CreditCode),
            (Shared::Phone, sameness::phone(&lead.phone), Likeness::Phone),
            (Shared::Name, Some(name).filter(|name| !name.is_empty()), Likeness::Name(0)),
        ];
        let mut found = None;
        for (shared, text, why) in marks {
            let Some(text) = text else { continue };
            let (first, first_coded) = *self.rows.entry((shared, text)).or_insert((row, coded));
            // Two codes say that they are two.
            let are_two = coded && first_coded && shared != Shared::Credit;
            if first != row && !are_two && found.is_none() {
                found = Some((first, why));
            }
        }
        found
    }
}
