//! Parts that views and layers are put together from. May use the rest of `ui` but views and layers.

pub mod bar;
pub mod big_text;
pub mod calendar;
pub mod field;
pub mod plot;
