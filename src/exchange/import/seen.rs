//! The leads that a row may repeat. May use `domain`, `board`.

use std::collections::HashSet;

use crate::board::Board;
use crate::domain::Lead;

/// The leads on the board by code, credit code, and name with investor.
pub(super) struct Seen {
    codes: HashSet<String>,
    credit_codes: HashSet<String>,
    names: HashSet<(String, String)>,
}

impl Seen {
    pub(super) fn of(board: &Board) -> Self {
        let leads = || board.leads().iter().map(|(_, lead)| lead);
        Self {
            codes: leads().map(|lead| lead.code.clone()).collect(),
            credit_codes: leads().map(|lead| lead.credit_code.clone()).collect(),
            names: leads().map(|lead| (lead.name.clone(), lead.investor.clone())).collect(),
        }
    }

    /// Whether the lead is on the board already.
    pub(super) fn has(&self, lead: &Lead) -> bool {
        if !lead.code.is_empty() {
            return self.codes.contains(&lead.code);
        }
        let credit = !lead.credit_code.is_empty() && self.credit_codes.contains(&lead.credit_code);
        credit || self.names.contains(&(lead.name.clone(), lead.investor.clone()))
    }
}
