//! Citations of pages: a law is cited as a law, a treaty as a treaty, with this site as the place where it was read.
//! They are made from the address alone, since a list of all of them is exported as well. How a citation is written
//! down is not known here.

use crate::law::{self, AmendmentKind, Date, StageKind, provision_state};
use crate::site::date::{of_day, when};
use crate::site::route::{Address, Page};
use crate::site::view::{Reference, ReferenceKind, When};
use crate::site::web::web;
use crate::site::{Site, context::localized_text};
use crate::text::TaggedText;

/// The citation of the page at `address`; `None` for pages that nobody cites, such as lists.
pub fn reference(site: &Site, address: &Address) -> Option<Reference> {
    let corpus = &site.index.corpus;
    let mut found = bare_reference(site, address);
    match &address.page {
        Page::Law(id) => of_law(site, corpus.laws.get(id.as_str())?, &mut found),
        Page::Provision(id) => {
            let provision = corpus.provisions.get(id.as_str())?;
            of_law(site, corpus.laws.get(provision.law.as_str())?, &mut found);
            found.section = Some(provision.article.clone());
            found.section_words = Some(site.index.article_label(provision));
            let on = provision_state::on(corpus, provision, day_of(address, site));
            let leading = on.leading(provision);
            found.place = leading.map(|w| place(site, &w.citation)).or(found.place.take());
        }
        Page::Instrument(id) => of_instrument(site, corpus.instruments.get(id.as_str())?, &mut found),
        Page::Amendment(id) => of_amendment(site, corpus.amendments.get(id.as_str())?, &mut found),
        Page::Source(id) => of_source(corpus.sources.get(id.as_str())?, &mut found),
        Page::Country(id) => found.title = site.index.country_on(id, day_of(address, site)),
        Page::Topic(id) => found.title = corpus.topics.get(id.as_str())?.title.clone(),
        Page::Question(id) => found.title = corpus.questions.get(id.as_str())?.wording.clone(),
        Page::Module(id) => found.title = corpus.modules.get(id.as_str())?.title.clone(),
        Page::Prose(id) => found.title = corpus.pages.get(id.as_str())?.title.clone(),
        Page::Matrix => found.title = site.index.words.matrix.as_str().into(),
        Page::Treaties => found.title = site.index.words.treaties.as_str().into(),
        _ => return None,
    }
    Some(found)
}

/// The citations of all main views, in the order of the pages.
pub fn references(site: &Site) -> impl Iterator<Item = Reference> {
    site.pages.main_views.iter().filter_map(|address| reference(site, address))
}

fn bare_reference(site: &Site, address: &Address) -> Reference {
    let settings = &site.index.corpus.settings;
    let on = of_day(day_of(address, site));
    let title = site.index.site_title();
    let edition = of_day(site.index.calendar.today);
    let (edition_day, day): (TaggedText, TaggedText) = (edition.iso.as_str().into(), on.iso.as_str().into());
    let note = [("{site}", &title), ("{edition}", &edition_day), ("{day}", &day)];
    let note = TaggedText::filled(&site.index.words.cite_note, &note);
    let mut key = match address.page.record() {
        Some((law::Kind::Law | law::Kind::Provision | law::Kind::Amendment, id)) => id.replace('/', "-"),
        Some((kind, id)) => format!("{}-{}", kind.word(), id.replace('/', "-")),
        None => address.page.kind().to_owned(),
    };
    if let Some(day) = address.on {
        key.push_str(&format!("-{day}"));
    }
    Reference {
        kind: ReferenceKind::Page,
        key,
        title: TaggedText::default(),
        original: None,
        number: None,
        jurisdiction: None,
        section: None,
        section_words: None,
        made: None,
        made_as: "",
        published: None,
        in_force: None,
        author: None,
        publisher: settings.publisher.as_ref().map(ToString::to_string),
        year: None,
        whole: None,
        place: None,
        note: match &settings.law_as_at {
            Some(day) => {
                let as_at = TaggedText::filled(&site.index.words.cite_as_at, &[("{day}", &day.to_string().into())]);
                TaggedText::joined(&[note, as_at], "; ")
            }
            None => note,
        },
        site: title.clone(),
        edition: edition.clone(),
        on,
        url: canonical(site, address),
        path: format!("{}{}", site.folder(), address.path),
        language: settings.language.clone(),
        files: Vec::new(),
    }
}

fn of_law(site: &Site, law: &law::Law, found: &mut Reference) {
    let date = |field: &Option<crate::text::At<Date>>| field.as_ref().map(|d| when(&d.value));
    found.kind = ReferenceKind::Law;
    found.title = law.title.clone();
    found.original = law.official_title.as_ref().map(localized_text);
    found.number = law.number.clone();
    found.jurisdiction = Some(site.index.name(law::Kind::Country, law.country.as_str()));
    let adopted = date(&law.adopted).map(|day| (StageKind::Adopted, day));
    found.made_on(adopted.or_else(|| date(&law.signed).map(|day| (StageKind::Signed, day))));
    found.published = date(&law.published);
    found.in_force = date(&law.commences);
    found.place = law.citations.first().map(|c| place(site, c));
}

/// The short name of a source and the cited place, in words.
fn place(site: &Site, citation: &law::Citation) -> String {
    let id = citation.source.value.as_str();
    let short = site.index.corpus.sources.get(id).map_or(id, |source| source.short());
    if citation.place.is_empty() { short.to_owned() } else { format!("{short}, {}", citation.place) }
}

/// The absolute address of a page, if the configuration has a `base_url`.
pub fn canonical(site: &Site, address: &Address) -> Option<String> {
    let public = address.path.strip_suffix("index.html").unwrap_or(&address.path);
    site.index.base_url().filter(|_| address.page.is_findable()).map(|base| format!("{base}/{}{public}", site.folder()))
}

impl Reference {
    /// Sets the date on which it was made, and the event of that date.
    fn made_on(&mut self, made: Option<(StageKind, When)>) {
        self.made_as = made.as_ref().map(|(kind, _)| kind.word()).unwrap_or_default();
        self.made = made.map(|(_, day)| day);
    }
}

/// The day on which the page shows the law.
fn day_of(address: &Address, site: &Site) -> law::Day {
    address.on.unwrap_or(site.index.calendar.main)
}

fn of_instrument(site: &Site, instrument: &law::Instrument, found: &mut Reference) {
    let treaty = instrument.kind == law::InstrumentKind::Treaty;
    found.kind = if treaty { ReferenceKind::Treaty } else { ReferenceKind::Standard };
    found.title = instrument.title.clone();
    found.made_on(instrument.adopted.as_ref().map(|day| (StageKind::Adopted, when(day))));
    found.in_force = instrument.in_force.as_ref().map(when);
    found.author = instrument.depositary.clone();
    found.place = instrument.citations.first().map(|c| place(site, c));
}

fn of_amendment(site: &Site, amendment: &law::Amendment, found: &mut Reference) {
    let bill = amendment.kind == AmendmentKind::Bill;
    let stage = |kind: StageKind| amendment.stages.iter().find(|stage| stage.kind == kind);
    let reached = |kind: StageKind| stage(kind).map(|stage| when(&stage.reached));
    found.kind = if bill { ReferenceKind::Bill } else { ReferenceKind::Law };
    found.title = amendment.title.clone();
    found.number = amendment.number.clone();
    found.jurisdiction = Some(site.index.name(law::Kind::Country, amendment.country.as_str()));
    let first = amendment.stages.first().filter(|_| bill);
    let made = stage(StageKind::Adopted).or_else(|| stage(StageKind::Signed)).or(first);
    found.made_on(made.map(|stage| (stage.kind, when(&stage.reached))));
    found.published = reached(StageKind::Published);
    found.in_force = reached(StageKind::InForce);
    found.place = amendment.stages.first().map(|stage| place(site, &stage.citation));
}

fn of_source(source: &law::Source, found: &mut Reference) {
    found.kind = ReferenceKind::Source;
    found.title = source.title.as_deref().unwrap_or(source.short()).into();
    found.author = source.author.as_ref().map(TaggedText::from);
    found.publisher = source.publisher.clone();
    found.year = source.year.clone();
    found.whole = Some(source.citation.clone());
    found.language = source.language.clone().unwrap_or_else(|| found.language.clone());
    found.url = source.url.as_ref().and_then(|url| web(&url.value)).or(found.url.take());
}
