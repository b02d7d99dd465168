//! stub
use super::LayerResult;
use crate::board::Rejected;
use crate::domain::{FieldKey, Fields, Id, Kind, Lang, Value};
use crate::ui::{Cx, Event, Look};
use ratatui::Frame;
use ratatui::layout::Rect;
#[derive(Debug, Clone, PartialEq)]
pub struct Filled {
    pub values: Vec<(FieldKey, Value, Value)>,
    pub why: String,
}
pub struct Ask {
    pub field: FieldKey,
    pub must: bool,
    pub preset: Value,
}
pub struct Form;
impl Form {
    pub fn create(_k: Kind, _p: Fields, _cx: &Cx<'_>, _l: &Look) -> Self {
        Self
    }
    pub fn edit(_id: Id, _cx: &Cx<'_>, _l: &Look) -> Self {
        Self
    }
    pub fn ask(_t: String, _id: Option<Id>, _a: Vec<Ask>, _r: Option<bool>, _cx: &Cx<'_>, _l: &Look) -> Self {
        Self
    }
    pub fn handle(&mut self, _e: &Event, _cx: &Cx<'_>, _l: &Look) -> LayerResult {
        LayerResult::Close
    }
    pub fn draw(&self, _cx: &Cx<'_>, _l: &Look, _a: Rect, _f: &mut Frame<'_>) {}
    pub fn hints(&self, _l: Lang) -> Vec<(String, String)> {
        vec![]
    }
    pub fn refused(&mut self, _w: &Rejected, _cx: &Cx<'_>, _l: &Look) {}
    pub fn is_touched(&self) -> bool {
        false
    }
    pub fn texts(&self) -> Vec<(String, String)> {
        vec![]
    }
    pub fn restore(&mut self, _t: &[(String, String)]) {}
    pub fn wait(&mut self, _w: bool) {}
}
