//! The top layer of a window: what it is given, what it wants, how it is closed. May use the rest of `ui`.

use super::app::{App, Open};
use super::effect::Effect;
use super::event::{Cx, Event};
use super::layers::{Layer, LayerResult};
use super::verbs;
use crate::say;

impl App {
    /// Gives an event to the top layer.
    pub(super) fn give_layer(&mut self, event: &Event, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(open) = self.layers.last_mut() else { return Vec::new() };
        let result = open.layer.handle(event, cx, &self.look);
        self.after_layer(result, cx)
    }

    /// What a layer wants after an event.
    pub(super) fn after_layer(&mut self, result: LayerResult, cx: &Cx<'_>) -> Vec<Effect> {
        match result {
            LayerResult::Ignored | LayerResult::Consumed => {
                verbs::preview(self);
                Vec::new()
            }
            LayerResult::Close => {
                self.close_layer();
                Vec::new()
            }
            LayerResult::Names(begun) => vec![Effect::Names(begun)],
            LayerResult::Edit(text) => vec![Effect::Edit(text)],
            LayerResult::Submit(answer) => verbs::answer(self, answer, cx),
        }
    }

    /// Takes what a text has become in the person's editor into the form that asked for it.
    pub(super) fn on_edited(&mut self, text: Option<String>, cx: &Cx<'_>) -> Vec<Effect> {
        match (text, self.layers.last_mut()) {
            (None, top) => {
                if let Some(Open { layer: Layer::Form(form), .. }) = top {
                    form.edited(None, cx, &self.look);
                }
                self.fail(say!(self.look.lang, "app-no-editor"));
            }
            (Some(text), Some(Open { layer: Layer::Form(form), .. })) => {
                form.edited(Some(&text), cx, &self.look);
            }
            (Some(_), _) => {}
        }
        self.ahead.drain(..).map(Effect::Type).collect()
    }

    /// Closes the top layer without doing what it was for.
    pub(super) fn close_layer(&mut self) {
        if let Some(open) = self.layers.pop() {
            verbs::cancelled(self, &open.purpose);
        }
    }
}
