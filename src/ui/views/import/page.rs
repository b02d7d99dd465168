//! The pages of the preview. Uses nothing.

/// A page of the preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// What each column goes to.
    #[default]
    Mapping,
    /// What is wrong.
    Problems,
    /// What becomes of each row.
    Rows,
    /// What can be chosen, and the import itself.
    Settings,
}

impl Page {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Mapping, Self::Problems, Self::Rows, Self::Settings];

    /// The one after this, or before.
    #[must_use]
    pub const fn turned(self, back: bool) -> Self {
        let len = Self::ALL.len();
        Self::ALL[(self as usize + if back { len - 1 } else { 1 }) % len]
    }
}
