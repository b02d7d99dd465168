//! In which order a ledger lists: by any of its columns, either way, or in the kind's own order. How
//! records are put in it is in `ranking`. May use `columns`, `domain`.

use super::columns::What::Field as F;
use super::columns::{self, What};
use crate::domain::{FieldKey, Kind, Shape};

/// See the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Order {
    /// The column; none: the most urgent leads and requests first, others by division.
    pub(super) by: Option<What>,
    /// Whether it goes the other way than the column's first one.
    pub(super) reversed: bool,
}

impl Order {
    /// By a column, its own way first.
    pub(super) const fn by(what: What) -> Self {
        Self { by: Some(what), reversed: false }
    }

    /// The column that a kind's records are listed by.
    pub(super) fn column(self, kind: Kind) -> What {
        self.by.unwrap_or(match kind {
            Kind::Lead | Kind::Request => What::Light,
            Kind::Target | Kind::SixOne | Kind::Person => F("division"),
            _ => What::Id,
        })
    }

    /// The order after this one, or before it: the kind's own, then each column from left to right.
    pub(super) fn next(self, kind: Kind, forward: bool) -> Self {
        let usual = Self::default().column(kind);
        let columns = columns::of(kind).iter().map(|column| column.what).filter(|what| *what != usual);
        let orders: Vec<Self> = std::iter::once(Self::default()).chain(columns.map(Self::by)).collect();
        let own = Self::by(self.column(kind));
        let at = orders.iter().position(|order| *order == own).unwrap_or(0);
        let step = if forward { 1 } else { orders.len() - 1 };
        orders[(at + step) % orders.len()]
    }

    /// The same column the other way.
    pub(super) fn turned(self, kind: Kind) -> Self {
        let turned = Self { by: Some(self.column(kind)), reversed: !self.reversed };
        if turned == Self::by(Self::default().column(kind)) { Self::default() } else { turned }
    }

    /// Whether what is most comes first: money and figures begin there, and what is newest.
    pub(super) fn is_descending(self, kind: Kind) -> bool {
        let first = match self.column(kind) {
            What::Id => Self::default().column(kind) != What::Id,
            F(key) => {
                let shape = FieldKey::find(kind, key).map(|key| key.spec().shape);
                matches!(shape, Some(Shape::Money | Shape::Number))
            }
            What::Light | What::Stage | What::Silent | What::Figures => false,
        };
        first != self.reversed
    }

    /// How it is kept: the column's word, `-` before it where it is reversed; empty for the usual.
    pub(super) fn code(self) -> String {
        let sign = if self.reversed { "-" } else { "" };
        self.by.map_or_else(String::new, |what| format!("{sign}{}", what.code()))
    }

    /// The order that was kept so; the usual one where the kind has no such column any more.
    pub(super) fn from_code(kind: Kind, code: &str) -> Self {
        let (word, reversed) = code.strip_prefix('-').map_or((code, false), |word| (word, true));
        let column = columns::of(kind).iter().find(|column| column.what.code() == word);
        column.map_or_else(Self::default, |column| Self { by: Some(column.what), reversed })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_go_round_and_are_kept() {
        for kind in Kind::ALL {
            let mut order = Order::default();
            for _ in columns::of(kind) {
                order = order.next(kind, true);
                let turned = order.turned(kind);
                assert_eq!(order.next(kind, true).next(kind, false), order, "{kind:?}");
                assert_eq!(turned.turned(kind), order, "{kind:?}");
                assert_eq!(Order::from_code(kind, &order.code()), order, "{kind:?}");
                assert_eq!(Order::from_code(kind, &turned.code()), turned, "{kind:?}");
                assert_ne!(turned.is_descending(kind), order.is_descending(kind), "{kind:?} {order:?}");
            }
            assert_eq!(order.next(kind, true).next(kind, false), order, "{kind:?}");
        }
        assert_eq!(Order::from_code(Kind::Lead, "no_such"), Order::default());
    }
}
