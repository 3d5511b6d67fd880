//! The page with the list of training modules.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::view::{ModuleLine, Modules};

pub fn view(cx: &Context<'_>) -> Modules {
    let line = |m: &law::Module| ModuleLine {
        link: cx.link(Kind::Module, m.id.as_str()),
        audience: m.audience.clone(),
        minutes: m.minutes.value,
        objectives: m.objectives.clone(),
    };
    Modules { modules: cx.site.index.modules().map(line).collect() }
}
