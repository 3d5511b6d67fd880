//! The page of a country: profile, cells by section, treaty acts, laws, statistics and gaps.
//!
//! What comes in is the record of the country; what goes out is all that the site says of it on the page's day. The
//! handbooks print the same view: timeline, picture and the links to sheet and handbook stand in it on the country's own page
//! alone. In which order they stand, the template says.

use std::collections::BTreeSet;

use crate::law::{self, CountryKind, Kind, RecordRef, Shows, cell::State};
use crate::site::context::{Context, localized_text};
use crate::site::date::when;
use crate::site::page::piece::statute::banner;
use crate::site::page::piece::{
    amendment, change, change_list, comparison, conflict, country_section, dispute, gap, glance, grid, main_article,
    observation, offence, origin, profile, source, statistic, statute, treaty,
};
use crate::site::page::timeline;
use crate::site::route::{self, Page};
use crate::site::view::{
    Backlink, Banner, Cell, CellList, CellsOfSection, Country, CountryParts, CountrySection, FormerName, Link,
    ObservationGroup, Prose, SourceLine, Timeline,
};
use crate::text;

/// The country as its own page shows it, or as a chapter of a handbook.
pub fn view<'s>(cx: &Context<'s>, country: &'s law::Country) -> Country {
    let id = &country.id;
    // Countries that are not compared have a profile but no cells.
    let compared = cx.corpus().columns.contains(id);
    let on_own_page = compared && matches!(cx.at.page, Page::Country(_));
    // A view of an earlier day would show what was still to come.
    let is_main = on_own_page && cx.at.on.is_none() && cx.day >= cx.site.index.calendar.today;
    let print_version = |page: fn(law::CountryId) -> Page| on_own_page.then(|| cx.to(&page(id.clone())));
    let in_section = |what: Shows| compared && cx.corpus().sections.iter().any(|s| s.shows.contains(&what));
    let mut profile = profile::of_country(cx, country, compared);
    let treaties_prose = profile.take_part("treaties");
    let mut sections = match compared {
        true => country_section::law_first(cx, country, |section| profile.take_section(&section.id)),
        false => Vec::new(),
    };
    if let Some(first) = sections.iter_mut().find(|section| section.shows_treaties) {
        first.treaties_prose.clone_from(&treaties_prose);
    }
    let timeline = is_main.then(|| timeline::of_country(cx, id)).flatten();
    let is_long = |timeline: &&Timeline| timeline.events.len() > timeline::MOST_OF_ONE;
    let mut view = Country {
        comparisons: comparison::of_country(cx, id),
        banners: banners(cx, country, compared),
        compared,
        treaty_summary: treaty::lines(cx, id),
        treaties: treaty::by_instrument(cx, id, |_| true),
        glance: glance::of_country(cx, country),
        articles: main_article::of_country(cx, country),
        timeline_elsewhere: timeline.as_ref().filter(is_long).map(|_| timeline::href_of_country(cx, id)),
        timeline: timeline.filter(|timeline| !is_long(&timeline)),
        treaties_prose,
        denied_or_limited: in_states(
            &sections,
            &[State::No, State::NoProvision, State::Partial, State::Indirect, State::Unclear],
        ),
        unanswered: in_states(&sections, &[State::NotResearched, State::SourceSilent, State::SourceUnavailable]),
        sections,
        laws: if in_section(Shows::Laws) { Vec::new() } else { statute::lines_of(cx, id) },
        laws_prose: profile.take_part("laws"),
        offences: if in_section(Shows::Offences) { Vec::new() } else { offence::in_country(cx, id) },
        statistics: if in_section(Shows::Statistics) { Vec::new() } else { statistic::in_country(cx, id) },
        statistics_prose: profile.take_part("statistics"),
        gaps: cx.site.index.gaps_in(id).map(|g| gap::view(cx, g)).collect(),
        gaps_prose: profile.take_part("gaps"),
        observations: observations_by_topic(cx, id),
        observations_prose: profile.take_part("observations"),
        modules: modules_naming(cx, id),
        amendments: amendment::lines_of(cx, id),
        amendments_prose: profile.take_part("amendments"),
        latest: change::latest_of_country(cx, id),
        readings: change::latest_readings(cx, id),
        changes: change_list::href_of_country(cx, id),
        handbook: print_version(Page::HandbookCountry),
        sheet: print_version(Page::CountrySheet),
        picture: is_main.then(|| grid::picture_of(cx, id)).flatten(),
        conflicts: conflict::touching(cx, Kind::Country, id.as_str()),
        sources: sources_of(cx, country),
        sources_prose: profile.take_part("sources"),
        body: profile.lead,
        other: profile.rest,
        ..facts(cx, country)
    };
    view.has = parts_of_page(&view, in_section(Shows::Actions));
    view
}

/// What its record states of the country itself: names, dates and other countries. The rest of the view is empty.
fn facts(cx: &Context<'_>, country: &law::Country) -> Country {
    Country {
        id: country.id.to_string(),
        anchor: route::record_anchor(Kind::Country, country.id.as_str()),
        name: country.name_on(cx.day).clone(),
        former_names: former_names(country),
        from: country.from.as_ref().map(when),
        until: country.until.as_ref().map(|until| when(&until.value)),
        predecessors: neighbours(cx, country, |c| &c.predecessors, |c| &c.successors),
        successors: neighbours(cx, country, |c| &c.successors, |c| &c.predecessors),
        part_of: country.part_of.as_ref().map(|state| cx.country(&state.value)),
        official_name: country.official_name.clone(),
        kind: country.kind.word(),
        iso: country.iso.clone(),
        capital: country.capital.clone(),
        names: country.names.iter().map(localized_text).collect(),
        related: related(cx, country),
        ..Country::default()
    }
}

/// Which parts the page has. `treaties_in_section`: whether a section shows the treaty actions and the words on them.
fn parts_of_page(view: &Country, treaties_in_section: bool) -> CountryParts {
    let has_words = |prose: &Prose| !prose.blocks.is_empty();
    CountryParts {
        treaties: !treaties_in_section && (!view.treaties.is_empty() || has_words(&view.treaties_prose)),
        profile: !view.glance.is_empty() && has_words(&view.body),
        laws: !view.laws.is_empty() || has_words(&view.laws_prose),
        statistics: !view.statistics.is_empty() || has_words(&view.statistics_prose),
        observations: !view.observations.is_empty() || has_words(&view.observations_prose),
        gaps: !(view.gaps.is_empty() && view.denied_or_limited.is_empty() && view.unanswered.is_empty())
            || has_words(&view.gaps_prose),
        amendments: !view.amendments.is_empty() || has_words(&view.amendments_prose),
        sources: !view.sources.is_empty() || has_words(&view.sources_prose),
    }
}

/// If there are more cells of a kind, they are counted.
const MOST_CELLS_IN_LIST: usize = 60;

/// The cells whose state is one of these.
fn in_states(sections: &[CountrySection], states: &[State]) -> CellList {
    let is_one = |cell: &&Cell| states.iter().any(|state| state.word() == cell.state);
    let of = |section: &CountrySection| -> Vec<Cell> {
        section.cells.iter().map(|row| &row.cell).filter(is_one).cloned().collect()
    };
    let cells: Vec<Cell> = sections.iter().flat_map(of).collect();
    if cells.len() <= MOST_CELLS_IN_LIST {
        return CellList { cells, sections: Vec::new() };
    }
    let counted = |section: &CountrySection| {
        let (id, title) = (section.id.clone(), section.title.clone());
        CellsOfSection { id, title, count: of(section).len() }
    };
    let sections = sections.iter().map(counted).filter(|counted| counted.count > 0).collect();
    CellList { cells: Vec::new(), sections }
}

fn former_names(country: &law::Country) -> Vec<FormerName> {
    let name = |former: &law::FormerName| FormerName { name: former.name.clone(), until: when(&former.until) };
    country.former_names.iter().map(name).collect()
}

/// The states before or after a country: those that its record names, and those whose records name it.
fn neighbours(
    cx: &Context<'_>,
    country: &law::Country,
    named: fn(&law::Country) -> &Vec<text::At<law::CountryId>>,
    naming: fn(&law::Country) -> &Vec<text::At<law::CountryId>>,
) -> Vec<Link> {
    let own: Vec<&law::CountryId> = named(country).iter().map(|at| &at.value).collect();
    let names_it = |c: &&law::Country| naming(c).iter().any(|at| at.value == country.id) && !own.contains(&&c.id);
    let others = cx.corpus().countries.iter().filter(names_it).map(|c| &c.id);
    own.iter().copied().chain(others).map(|id| cx.country(id)).collect()
}

/// The members of a region, and the regions of a member.
fn related(cx: &Context<'_>, country: &law::Country) -> Vec<Link> {
    let members = country.members.iter().map(|m| cx.country(&m.value));
    let regions = cx.corpus().countries.iter().filter(|r| r.members.iter().any(|m| m.value == country.id));
    members.chain(regions.map(|r| cx.country(&r.id))).collect()
}

/// What a reader must know before the rest: the kind of a country that is not compared, and what sources dispute.
fn banners(cx: &Context<'_>, country: &law::Country, compared: bool) -> Vec<Banner> {
    let mut banners = Vec::new();
    if country.kind == CountryKind::Region {
        banners.push(banner("region"));
    } else if !compared {
        banners.push(banner("not-compared"));
    }
    banners.extend(existence(cx, country));
    banners.extend(dispute::banner_of_country(cx, &country.id));
    banners
}

/// That the country did not exist yet on the day of the page, or no longer; with the countries before or after it.
fn existence(cx: &Context<'_>, country: &law::Country) -> Option<Banner> {
    if !country.has_begun(cx.day) {
        let links = neighbours(cx, country, |c| &c.predecessors, |c| &c.successors);
        return Some(Banner { on: country.from.as_ref().map(when), links, ..banner("not-yet") });
    }
    let until = country.until.as_ref().filter(|until| until.reached(cx.day) == Some(true))?;
    let links = neighbours(cx, country, |c| &c.successors, |c| &c.predecessors);
    Some(Banner { on: Some(when(&until.value)), links, ..banner("no-longer") })
}

/// A country's observations, each under its first topic, in the order of the topics.
fn observations_by_topic(cx: &Context<'_>, country: &law::CountryId) -> Vec<ObservationGroup> {
    let here = || cx.site.index.observations_in(country);
    let first = |o: &law::Observation| o.topics.first().map(|t| t.value.clone());
    let group = |id: Option<&law::TopicId>| ObservationGroup {
        topic: id.map(|id| cx.link(Kind::Topic, id.as_str())),
        list: here().filter(|o| first(o).as_ref() == id).map(|o| observation::view(cx, o)).collect(),
    };
    let topics = cx.site.index.topics().map(|t| group(Some(&t.id)));
    topics.chain([group(None)]).filter(|g| !g.list.is_empty()).collect()
}

/// The sources that a country's records cite, the most cited first.
fn sources_of(cx: &Context<'_>, country: &law::Country) -> Vec<SourceLine> {
    let sources = cx.site.index.sources_by_country.get(&country.id);
    let mut list: Vec<(&law::Source, usize)> = sources
        .into_iter()
        .flatten()
        .filter_map(|(id, count)| Some((cx.corpus().sources.get(id.as_str())?, *count)))
        .collect();
    list.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.id.cmp(&b.0.id)));
    list.into_iter().map(|(source, cited)| source::line(cx, source, cited)).collect()
}

/// The places in modules that reference a country, or offences in it.
fn modules_naming(cx: &Context<'_>, country: &law::CountryId) -> Vec<Backlink> {
    let corpus = cx.corpus();
    if corpus.modules.is_empty() {
        return Vec::new();
    }
    let offences = cx.site.index.offences_in(country);
    let offences = offences.map(|o| (Kind::Offence, o.id.as_str()));
    let named = offences.chain([(Kind::Country, country.as_str())]);
    let naming = named.flat_map(|(kind, id)| cx.site.index.references.naming(kind, id));
    let modules: BTreeSet<&RecordRef> = naming.filter(|origin| origin.kind == Kind::Module).collect();
    modules.into_iter().map(|o| Backlink { link: origin::link(cx, o), kind: o.kind.word() }).collect()
}
