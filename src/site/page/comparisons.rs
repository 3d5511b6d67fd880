//! The list of comparisons: pairs of countries, and sections of the codebook.

use crate::law;
use crate::site::context::Context;
use crate::site::page::piece::{comparison, section};
use crate::site::route::{Page, members};
use crate::site::view::{Comparisons, PairedCountry, PairedGroup};

pub fn view(cx: &Context<'_>) -> Comparisons {
    let corpus = cx.corpus();
    let group = |group: &law::Group| {
        let list = members(corpus, group);
        let with = |a: usize| PairedCountry {
            country: cx.country(&corpus.columns[a]),
            with: list.iter().filter(|b| **b != a).map(|b| comparison::link(cx, a, *b)).collect(),
        };
        PairedGroup { title: group.title.clone(), countries: list.iter().map(|a| with(*a)).collect() }
    };
    let groups = corpus.settings.groups.iter().map(group).filter(|g| g.countries.len() > 1);
    Comparisons {
        groups: groups.collect(),
        sections: cx.site.index.sections().map(|s| section::link(cx, s)).collect(),
        matrix: cx.to(&Page::Matrix),
        sheet: cx.to(&Page::Collection),
    }
}
