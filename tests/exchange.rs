//! Sheets, money and dates: what an office writes, read; and what is written, read back.

mod exchange {
    mod dates;
    mod money;
}
