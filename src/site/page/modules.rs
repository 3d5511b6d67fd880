//! The page with the list of training modules.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::route::Page;
use crate::site::view::{Link, ModuleLine, Modules};

use super::module;

fn handout(cx: &Context<'_>, module: &law::Module, handout: &law::Handout) -> Link {
    let page = Page::Handout(module.id.clone(), handout.id.value.as_str().into());
    Link { href: cx.to(&page), text: handout.title.clone() }
}

pub fn view(cx: &Context<'_>) -> Modules {
    let line = |m: &law::Module| ModuleLine {
        link: cx.link(Kind::Module, m.id.as_str()),
        audience: m.audience.clone(),
        minutes: m.minutes.value,
        objectives: m.objectives.clone(),
        versions: module::versions(cx, m),
        handouts: m.handouts.iter().map(|h| handout(cx, m, h)).collect(),
    };
    Modules { modules: cx.site.index.modules().map(line).collect() }
}
