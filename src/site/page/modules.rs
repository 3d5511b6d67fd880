//! The page with the list of training modules.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::route::{self, Page};
use crate::site::view::{Link, ModuleLine, ModuleSheets, Modules};

use super::{module, piece::grid};

/// The anchor of the grid on the first page.
const GRID: &str = "glance";

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
    Modules { modules: cx.site.index.modules().map(line).collect(), sheets: sheets(cx) }
}

fn sheets(cx: &Context<'_>) -> ModuleSheets {
    let sheet = |id: &law::CountryId| Link { href: cx.to(&Page::CountrySheet(id.clone())), text: cx.country_name(id) };
    let countries: Vec<Link> = cx.corpus().columns.iter().map(sheet).collect();
    let has_grid = !countries.is_empty() && cx.site.index.codebook().next().is_some();
    ModuleSheets {
        grid: has_grid.then(|| cx.href(&Page::Home.path(), Some(GRID))),
        picture: grid::has_picture(cx).then(|| cx.href(route::PICTURE, None)),
        countries,
    }
}
