//! Files in a window: read, planned and written as the server does it, but at once, and from a drawer
//! instead of a disk.

use std::collections::BTreeMap;

use guatu::board::RequestId;
use guatu::engine::Act;
use guatu::server::importing::{self, Planned, Source, Unread};
use guatu::server::requests::{Ask, export};
use guatu::ui::views::import::model::{Came, Choices, Order};
use guatu::ui::{Event, Export, Exported};
use guatu::wire::Import;

use crate::desk::Office;

/// The person's files, and the one that an import looks at.
#[derive(Default)]
pub(crate) struct Drawer {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// Whether files take their time: nothing is heard of one before it is stopped.
    pub(crate) is_slow: bool,
    /// What the command line says of the next import.
    pub(crate) wish: Import,
    source: Option<Source>,
    choices: Choices,
    planned: Option<Planned>,
}

/// Who wants something.
pub(crate) struct Who<'a> {
    pub(crate) office: &'a Office,
    pub(crate) login: &'a str,
    pub(crate) lang: guatu::domain::Lang,
}

impl Who<'_> {
    fn ask(&self, request: RequestId) -> Ask<'_> {
        let (engine, now) = (&self.office.engine, guatu::engine::Clock::now(&*self.office.clock));
        Ask { engine, login: self.login, lang: self.lang, now, is_tty: true, request, demo: false }
    }
}

impl Drawer {
    /// Does what a window wants done for an import.
    pub(crate) fn import(&mut self, order: Order, who: &Who<'_>) -> Option<Event> {
        let came = match order {
            Order::Read(path) => {
                self.choices = Choices::default();
                let Some(bytes) = self.files.get(&path) else {
                    return Some(Event::Import(Came::Failed(format!("没有这个文件：{path}"))));
                };
                let ask = who.ask(RequestId(0));
                match Source::read(bytes.clone(), &path, &self.wish, &ask, &mut |_, _| true) {
                    Ok(source) => self.source = Some(source),
                    Err(Unread::Bad(bad)) => return Some(Event::Import(Came::Failed(bad.to_string()))),
                    Err(Unread::Wish(why)) => return Some(Event::Import(Came::Failed(why))),
                }
                self.plan(who)
            }
            Order::Plan(choices) => {
                self.choices = *choices;
                self.plan(who)
            }
            Order::Keep(sheet, name) => {
                let source = self.source.as_ref().expect("a file");
                let kept = importing::keep(source, &self.choices, sheet, &name, &who.ask(RequestId(0)));
                Came::Told(kept.map(|()| name))
            }
            Order::Do(request) => {
                let head = who.office.engine.board().head().seq;
                let before = self.planned.take().expect("it is planned");
                if before.head != head {
                    self.plan(who);
                    let now = self.planned.as_ref().expect("it is planned");
                    if !before.comes_to_the_same(now) {
                        return Some(Event::Import(Came::Again(now.preview.clone())));
                    }
                    return Some(self.write(request, who));
                }
                self.planned = Some(before);
                return Some(self.write(request, who));
            }
            Order::Close => {
                (self.source, self.planned) = (None, None);
                return None;
            }
        };
        Some(Event::Import(came))
    }

    fn plan(&mut self, who: &Who<'_>) -> Came {
        let source = self.source.as_ref().expect("a file");
        let ask = who.ask(RequestId(0));
        match importing::plan(source, &self.choices, &ask, &mut |_, _| true) {
            Err(bad) => Came::Failed(bad.to_string()),
            Ok(planned) => {
                let planned = planned.expect("nobody stops it");
                let preview = planned.preview.clone();
                self.planned = Some(planned);
                Came::Ready(preview)
            }
        }
    }

    fn write(&mut self, request: RequestId, who: &Who<'_>) -> Event {
        let proposal = self.planned.take().expect("it is planned").proposal(&who.ask(request));
        Event::Reply(request, who.office.engine.act(who.login, Act::Propose(proposal)))
    }

    /// Writes a file.
    pub(crate) fn export(&mut self, wanted: Export, who: &Who<'_>) -> Event {
        let Export { path, force, listed } = wanted;
        if self.files.contains_key(&path) && !force {
            return Event::Exported(Exported::Exists(path));
        }
        let board = who.office.engine.board().clone();
        Event::Exported(match export::file(&path, listed, &board, &who.ask(RequestId(0))) {
            Err(why) => Exported::Failed(why),
            Ok((bytes, told)) => {
                self.files.insert(path, bytes);
                Exported::Done(told)
            }
        })
    }
}
