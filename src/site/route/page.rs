//! The enum of all pages, and everything that follows from a page alone: its kind, path, country, record, and how it is
//! split. Kind and path are decided by a match over all kinds, so that a new kind of page does not compile without them;
//! how it is split, and that it is among `main_pages`, its author has to think of.

use std::borrow::Cow;
use std::sync::Arc;

use crate::law::{
    AmendmentId, CountryId, Day, InstrumentId, Kind, LawId, ModuleId, PageId, ProvisionId, QuestionId, SectionId,
    SourceId, TopicId,
};

use super::record::{ABOUT, path_of};

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// The first page.
    Home,
    /// All countries.
    Countries,
    /// The matrix: questions by countries.
    Matrix,
    /// Which countries and sections can be looked at side by side.
    Comparisons,
    /// Cells that a reader has collected; a script fills it.
    Collection,
    /// The grid of treaties and countries.
    Treaties,
    /// All instruments.
    Instruments,
    /// All laws.
    Laws,
    /// All bills and amending acts.
    Amendments,
    /// Treaty acts, laws and bills in chronological order.
    Timeline,
    /// The changes of the law, of all countries.
    Changes,
    /// All topics.
    Topics,
    /// All training modules.
    Modules,
    /// The codebook.
    Questions,
    /// Where sources or coders disagree.
    Disagreements,
    /// Cells that nobody has answered.
    Unresearched,
    /// What nobody has confirmed for long.
    Stale,
    /// All sources.
    Sources,
    /// All terms.
    Glossary,
    /// The exported data files.
    Data,
    /// About the site and its method.
    About,
    /// The search page, with a list of all pages.
    Search,
    /// A country.
    Country(CountryId),
    /// A treaty or standard.
    Instrument(InstrumentId),
    /// A law.
    Law(LawId),
    /// An article of a law.
    Provision(ProvisionId),
    /// A bill or amending act.
    Amendment(AmendmentId),
    /// A topic.
    Topic(TopicId),
    /// A question of the codebook, with the answers of all countries.
    Question(QuestionId),
    /// A source.
    Source(SourceId),
    /// A page of prose.
    Prose(PageId),
    /// A training module.
    Module(ModuleId),
    /// A shorter version of a module, by its duration in minutes.
    ModuleVersion(ModuleId, u32),
    /// A handout of a module as a page of its own.
    Handout(ModuleId, Arc<str>),
    /// The matrix with the countries as rows.
    MatrixTransposed,
    /// The matrix of one section of the codebook.
    Section(SectionId),
    /// The comparison of two countries, given in column order.
    Pair(CountryId, CountryId),
    /// A country's part of the timeline.
    TimelineCountry(CountryId),
    /// A country's part of the list of laws.
    LawsCountry(CountryId),
    /// A country's part of the list of amendments.
    AmendmentsCountry(CountryId),
    /// The part of a topic that concerns one country.
    TopicCountry(CountryId, TopicId),
    /// The uses of a source in records of one country.
    SourceCountry(CountryId, SourceId),
    /// The changes of one year.
    ChangesYear(i16),
    /// The changes of one country.
    ChangesCountry(CountryId),
    /// The changes of one country in one year.
    ChangesCountryYear(CountryId, i16),
    /// The changes towards one instrument.
    ChangesInstrument(InstrumentId),
    /// The changes towards one instrument in one year.
    ChangesInstrumentYear(InstrumentId, i16),
    /// The differences between two published days; `None` is the day of the main views.
    ChangesBetween(Day, Option<Day>),
    /// The differences between two published days in one country.
    ChangesBetweenCountry(CountryId, Day, Option<Day>),
    /// The handbook of one country, meant for paper.
    HandbookCountry(CountryId),
    /// One country on one sheet of paper.
    CountrySheet(CountryId),
    /// What the page of one country says on each day, as periods.
    CountryHistory(CountryId),
    /// The handbook of all that is compared, meant for paper.
    HandbookAll,
    /// The list of one country's pages, where the list of all pages would be too long.
    SearchCountry(CountryId),
    /// The page that a host shows for an address that does not exist.
    NotFound,
    /// The empty page to which the quick exit leads. It is not part of the site: no page links back from it, and it is
    /// not in any list or index.
    Blank,
    /// A part of a page that would be too heavy.
    Part {
        /// The page that is split.
        of: Box<Page>,
        /// Its group of rows; empty if it has all rows.
        rows: Arc<str>,
        /// Its group of countries.
        columns: Arc<str>,
    },
    /// The redirect from a former id of a record to its present page.
    Moved {
        /// The kind of record.
        kind: Kind,
        /// The former id.
        from: Arc<str>,
        /// The present id.
        to: Arc<str>,
    },
}

/// The pages that every site has, in the order of the navigation.
pub static FRAME: [Page; 21] = [
    Page::Home,
    Page::Countries,
    Page::Matrix,
    Page::Comparisons,
    Page::Collection,
    Page::Treaties,
    Page::Instruments,
    Page::Laws,
    Page::Amendments,
    Page::Timeline,
    Page::Changes,
    Page::Topics,
    Page::Modules,
    Page::Questions,
    Page::Disagreements,
    Page::Unresearched,
    Page::Sources,
    Page::Glossary,
    Page::Data,
    Page::About,
    Page::Search,
];

/// The doors of the site, by their names; message `door-<name>`. Everything lies behind one of them, but the home page,
/// the search and pages that are about the site's addresses.
pub static DOORS: [(&str, &[Page]); 6] = [
    (
        "compare",
        &[Page::Matrix, Page::Comparisons, Page::Questions, Page::Topics, Page::Disagreements, Page::Unresearched],
    ),
    ("countries", &[Page::Countries]),
    ("treaties", &[Page::Treaties, Page::Instruments]),
    ("laws", &[Page::Laws, Page::Amendments, Page::Changes, Page::Timeline]),
    ("training", &[Page::Modules]),
    ("about", &[Page::About, Page::Sources, Page::Glossary, Page::Data]),
];

impl Page {
    /// The fixed properties of each kind of page.
    fn facts(&self) -> Facts<'_> {
        match self {
            Page::Home => Facts::frame("home").record(Kind::Page, "index"),
            Page::Countries => Facts::frame("countries"),
            Page::Matrix => Facts::frame("matrix").dated(),
            Page::Comparisons => Facts::frame("comparisons"),
            Page::Collection => Facts::frame("sheet"),
            Page::Treaties => Facts::frame("treaties").dated(),
            Page::Instruments => Facts::frame("instruments"),
            Page::Laws => Facts::frame("laws"),
            Page::Amendments => Facts::frame("amendments"),
            Page::Timeline => Facts::frame("timeline"),
            Page::Changes => Facts::frame("changes"),
            Page::Topics => Facts::frame("topics"),
            Page::Modules => Facts::frame("modules"),
            Page::Questions => Facts::frame("questions"),
            Page::Disagreements => Facts::frame("disagreements"),
            Page::Unresearched => Facts::frame("unresearched"),
            Page::Sources => Facts::frame("sources"),
            Page::Glossary => Facts::frame("glossary"),
            Page::Data => Facts::frame("data"),
            Page::About => Facts::frame("about").record(Kind::Page, ABOUT),
            Page::Search => Facts { listed: None, ..Facts::frame("search") },
            Page::Country(id) => Facts::of_record("countries", Kind::Country, id.as_str()).country(id.as_str()).dated(),
            Page::Instrument(id) => Facts::of_record("instruments", Kind::Instrument, id.as_str()),
            Page::Law(id) => Facts::of_record("laws", Kind::Law, id.as_str()).country(first(id.as_str())),
            Page::Provision(id) => {
                Facts::of_record("laws", Kind::Provision, id.as_str()).country(first(id.as_str())).dated()
            }
            Page::Amendment(id) => {
                Facts::of_record("amendments", Kind::Amendment, id.as_str()).country(first(id.as_str()))
            }
            Page::Topic(id) => Facts::of_record("topics", Kind::Topic, id.as_str()),
            Page::Question(id) => Facts::of_record("questions", Kind::Question, id.as_str()),
            Page::Source(id) => Facts::of_record("sources", Kind::Source, id.as_str()),
            Page::Prose(id) => Facts::of_record("pages", Kind::Page, id.as_str()),
            Page::Module(id) => Facts::of_record("modules", Kind::Module, id.as_str()),
            Page::ModuleVersion(..) => Facts::new("module-version", "modules"),
            Page::Handout(..) => Facts::new("handout", "modules").listed("module"),
            Page::Stale => Facts::new("stale", "unresearched").listed("page"),
            Page::MatrixTransposed => Facts::new("matrix-transposed", "matrix").listed("page").dated(),
            Page::Section(id) => {
                Facts::new("section", "matrix").record(Kind::Section, id.as_str()).listed("page").dated()
            }
            Page::Pair(..) => Facts::new("pair", "comparisons").listed("page").dated(),
            Page::TimelineCountry(country) => Facts::part("timeline-country", "timeline", country),
            Page::LawsCountry(country) => Facts::part("laws-country", "laws", country),
            Page::AmendmentsCountry(country) => Facts::part("amendments-country", "amendments", country),
            Page::TopicCountry(country, _) => Facts::part("topic-country", "topics", country),
            Page::SourceCountry(country, _) => Facts::part("source-country", "sources", country),
            Page::ChangesYear(_) => Facts::new("changes-year", "changes"),
            Page::ChangesCountry(id) => Facts::new("changes-country", "changes").country(id.as_str()),
            Page::ChangesCountryYear(id, _) => Facts::new("changes-country-year", "changes").country(id.as_str()),
            Page::ChangesInstrument(_) => Facts::new("changes-instrument", "changes"),
            Page::ChangesInstrumentYear(..) => Facts::new("changes-instrument-year", "changes"),
            Page::ChangesBetween(..) => Facts::new("changes-between", "changes"),
            Page::ChangesBetweenCountry(id, ..) => {
                Facts::new("changes-between-country", "changes").country(id.as_str())
            }
            Page::HandbookCountry(id) => Facts::new("handbook-country", "countries").country(id.as_str()),
            Page::CountrySheet(id) => Facts::new("country-sheet", "countries").country(id.as_str()),
            Page::CountryHistory(id) => Facts::new("country-history", "countries").country(id.as_str()),
            Page::HandbookAll => Facts::new("handbook-all", "countries"),
            Page::SearchCountry(id) => Facts::new("search-list", "search").country(id.as_str()),
            Page::NotFound => Facts::new("not-found", "").unfindable(),
            Page::Blank => Facts::new("blank", "").unfindable(),
            Page::Part { of, .. } => Facts { record: None, listed: None, is_frame: false, ..of.facts() },
            Page::Moved { .. } => Facts::new("moved", "").unfindable(),
        }
    }

    /// The kind of page: the name of its template, its name in views and exports, and the end of its message key
    /// `page-…`.
    pub fn kind(&self) -> &'static str {
        self.facts().kind
    }

    /// The path of its main view, from the root of the site.
    pub fn path(&self) -> Cow<'static, str> {
        Cow::Owned(match self {
            Page::Home => return "index.html".into(),
            Page::Countries => return "countries/index.html".into(),
            Page::Matrix => return "matrix/index.html".into(),
            Page::Comparisons => return "compare/index.html".into(),
            Page::Collection => return "sheet/index.html".into(),
            Page::Treaties => return "treaties/index.html".into(),
            Page::Instruments => return "instruments/index.html".into(),
            Page::Laws => return "laws/index.html".into(),
            Page::Amendments => return "amendments/index.html".into(),
            Page::Timeline => return "timeline/index.html".into(),
            Page::Changes => return "changes/index.html".into(),
            Page::Topics => return "topics/index.html".into(),
            Page::Modules => return "modules/index.html".into(),
            Page::Questions => return "questions/index.html".into(),
            Page::Disagreements => return "disagreements/index.html".into(),
            Page::Unresearched => return "unresearched/index.html".into(),
            Page::Sources => return "sources/index.html".into(),
            Page::Glossary => return "glossary/index.html".into(),
            Page::Data => return "data/index.html".into(),
            Page::About => return "about/index.html".into(),
            Page::Search => return "search/index.html".into(),
            Page::Stale => return "unresearched/stale.html".into(),
            Page::MatrixTransposed => return "matrix/by-country.html".into(),
            Page::HandbookAll => return "countries/handbook.html".into(),
            Page::NotFound => return "404.html".into(),
            Page::Blank => return "blank.html".into(),
            Page::Country(id) => path_of(Kind::Country, id.as_str()).0,
            Page::Instrument(id) => path_of(Kind::Instrument, id.as_str()).0,
            Page::Law(id) => path_of(Kind::Law, id.as_str()).0,
            Page::Provision(id) => path_of(Kind::Provision, id.as_str()).0,
            Page::Amendment(id) => path_of(Kind::Amendment, id.as_str()).0,
            Page::Topic(id) => path_of(Kind::Topic, id.as_str()).0,
            Page::Question(id) => path_of(Kind::Question, id.as_str()).0,
            Page::Source(id) => path_of(Kind::Source, id.as_str()).0,
            Page::Prose(id) => path_of(Kind::Page, id.as_str()).0,
            Page::Module(id) => path_of(Kind::Module, id.as_str()).0,
            Page::Moved { kind, from, .. } => path_of(*kind, from).0,
            Page::ModuleVersion(module, minutes) => format!("modules/{module}/{minutes}/index.html"),
            Page::Handout(module, id) => format!("modules/{module}/{id}.html"),
            // The pages of a section lie apart from the matrix, in which the section is an anchor.
            Page::Section(id) => format!("sections/{id}.html"),
            Page::Pair(first, second) => format!("compare/{first}/{second}.html"),
            Page::TimelineCountry(country) => format!("countries/{country}/timeline.html"),
            Page::LawsCountry(country) => format!("countries/{country}/laws/index.html"),
            Page::AmendmentsCountry(country) => format!("countries/{country}/amendments/index.html"),
            Page::TopicCountry(country, topic) => format!("countries/{country}/topics/{topic}.html"),
            Page::SourceCountry(country, source) => format!("countries/{country}/sources/{source}.html"),
            Page::ChangesYear(year) => format!("changes/{year:04}.html"),
            Page::ChangesCountry(country) => format!("countries/{country}/changes.html"),
            Page::ChangesCountryYear(country, year) => format!("countries/{country}/changes/{year:04}.html"),
            Page::ChangesInstrument(id) => format!("instruments/{id}/changes.html"),
            Page::ChangesInstrumentYear(id, year) => format!("instruments/{id}/changes/{year:04}.html"),
            Page::ChangesBetween(first, last) => format!("changes/{}", between(*first, *last)),
            Page::ChangesBetweenCountry(country, first, last) => {
                format!("countries/{country}/changes/{}", between(*first, *last))
            }
            Page::HandbookCountry(country) => format!("countries/{country}/handbook.html"),
            Page::CountrySheet(country) => format!("countries/{country}/sheet.html"),
            Page::CountryHistory(country) => format!("countries/{country}/history.html"),
            Page::SearchCountry(country) => format!("search/of-{country}.html"),
            Page::Part { of, rows, columns } => {
                let whole = of.path();
                let folder = match whole.strip_suffix("index.html") {
                    Some(folder) => folder.to_owned(),
                    None => format!("{}/", whole.strip_suffix(".html").unwrap_or(&whole)),
                };
                match (&**rows, &**columns) {
                    ("", only) | (only, "") => format!("{folder}{only}.html"),
                    (rows, columns) => format!("{folder}{rows}/{columns}.html"),
                }
            }
        })
    }

    /// The id of the only country that it is about, if there is one.
    pub fn country(&self) -> Option<&str> {
        self.facts().country
    }

    /// Kind and id of the record that it shows. Lists of changes and handbooks are about a record, but not its page.
    pub fn record(&self) -> Option<(Kind, &str)> {
        self.facts().record
    }

    /// The part of the site to which it belongs, by its name in [`crate::law::PARTS`]; empty for pages that belong to
    /// none.
    pub fn area(&self) -> &'static str {
        self.facts().area
    }

    /// The door of `DOORS` behind which it lies; empty for pages that lie behind none.
    pub fn door(&self) -> &'static str {
        let area = match self.area() {
            "pages" => "about",
            "sheet" => "matrix",
            area => area,
        };
        let holds = |(_, pages): &&(&'static str, &[Page])| pages.iter().any(|page| page.area() == area);
        DOORS.iter().find(holds).map_or("", |(name, _)| name)
    }

    /// Whether every site has it; the navigation may link to it.
    pub fn is_frame(&self) -> bool {
        self.facts().is_frame
    }

    /// Whether it has views on other days.
    pub fn is_dated(&self) -> bool {
        self.facts().is_dated
    }

    /// Whether lists and search engines should find it: not if it is a redirect, the page for missing addresses or the
    /// empty page.
    pub fn is_findable(&self) -> bool {
        self.facts().is_findable
    }

    /// The kind of search entry under which the list of all pages shows it; `None`: it is not in the list.
    pub fn listed_as(&self) -> Option<&'static str> {
        self.facts().listed
    }

    /// The same for the search index, which leaves out pages that show the content of another page in another order or
    /// in part.
    pub fn found_as(&self) -> Option<&'static str> {
        self.listed_as().filter(|_| *self != Page::MatrixTransposed && self.part().is_none())
    }

    /// The page of which it is one country's part; such parts exist only where the whole page would be too long.
    pub fn whole(&self) -> Option<Page> {
        Some(match self {
            Page::TimelineCountry(_) => Page::Timeline,
            Page::LawsCountry(_) => Page::Laws,
            Page::AmendmentsCountry(_) => Page::Amendments,
            Page::TopicCountry(_, topic) => Page::Topic(topic.clone()),
            Page::SourceCountry(_, source) => Page::Source(source.clone()),
            _ => return None,
        })
    }

    /// The page of one country's part of this page; `None` for kinds of page that are not split by country.
    pub fn part_of(&self, country: &CountryId) -> Option<Page> {
        let country = country.clone();
        Some(match self {
            Page::Timeline => Page::TimelineCountry(country),
            Page::Laws => Page::LawsCountry(country),
            Page::Amendments => Page::AmendmentsCountry(country),
            Page::Topic(topic) => Page::TopicCountry(country, topic.clone()),
            Page::Source(source) => Page::SourceCountry(country, source.clone()),
            _ => return None,
        })
    }

    /// The country, if it is one country's part of a longer page.
    pub fn part(&self) -> Option<&CountryId> {
        match self {
            Page::TimelineCountry(country)
            | Page::LawsCountry(country)
            | Page::AmendmentsCountry(country)
            | Page::TopicCountry(country, _)
            | Page::SourceCountry(country, _) => Some(country),
            _ => None,
        }
    }

    /// The page of which it is a part with some rows and countries; itself if it is none.
    pub fn unsplit(&self) -> &Page {
        match self {
            Page::Part { of, .. } => of,
            page => page,
        }
    }

    /// The part with a group of rows and a group of countries; with all of them where a name is empty.
    pub fn part_with(&self, rows: &Arc<str>, columns: &Arc<str>) -> Page {
        Page::Part { of: Box::new(self.clone()), rows: rows.clone(), columns: columns.clone() }
    }

    /// The page of one year of this list of changes; `None` for other pages.
    pub fn of_year(&self, year: i16) -> Option<Page> {
        Some(match self {
            Page::Changes => Page::ChangesYear(year),
            Page::ChangesCountry(country) => Page::ChangesCountryYear(country.clone(), year),
            Page::ChangesInstrument(instrument) => Page::ChangesInstrumentYear(instrument.clone(), year),
            _ => return None,
        })
    }
}

/// The fixed properties of a kind of page. By default a page is found by search engines, has no country, no record and
/// no days, and is in no list.
#[derive(Clone, Copy)]
struct Facts<'p> {
    kind: &'static str,
    area: &'static str,
    country: Option<&'p str>,
    record: Option<(Kind, &'p str)>,
    listed: Option<&'static str>,
    is_frame: bool,
    is_dated: bool,
    is_findable: bool,
}

impl<'p> Facts<'p> {
    fn new(kind: &'static str, area: &'static str) -> Facts<'p> {
        Facts {
            kind,
            area,
            country: None,
            record: None,
            listed: None,
            is_frame: false,
            is_dated: false,
            is_findable: true,
        }
    }

    /// A page that every site has. Its kind is also the name of its part of the site.
    fn frame(kind: &'static str) -> Facts<'p> {
        Facts { is_frame: true, ..Facts::new(kind, kind).listed("page") }
    }

    /// The page of a record: its kind and its entry in lists are named after the kind of record.
    fn of_record(area: &'static str, kind: Kind, id: &'p str) -> Facts<'p> {
        Facts::new(kind.word(), area).record(kind, id).listed(kind.word())
    }

    /// One country's part of a page that would be too long.
    fn part(kind: &'static str, area: &'static str, country: &'p CountryId) -> Facts<'p> {
        Facts::new(kind, area).country(country.as_str()).listed("page")
    }

    fn country(self, id: &'p str) -> Facts<'p> {
        Facts { country: Some(id), ..self }
    }

    fn record(self, kind: Kind, id: &'p str) -> Facts<'p> {
        Facts { record: Some((kind, id)), ..self }
    }

    fn listed(self, kind: &'static str) -> Facts<'p> {
        Facts { listed: Some(kind), ..self }
    }

    fn dated(self) -> Facts<'p> {
        Facts { is_dated: true, ..self }
    }

    fn unfindable(self) -> Facts<'p> {
        Facts { is_findable: false, ..self }
    }
}

/// The country in the id of a record that begins with one.
fn first(id: &str) -> &str {
    id.split('/').next().unwrap_or_default()
}

/// The file name of a comparison of two days. If the second is the day of the main views, the name leaves it out, since
/// it differs from edition to edition and the address must stay.
fn between(first: Day, last: Option<Day>) -> String {
    match last {
        Some(last) => format!("from-{first}-to-{last}.html"),
        None => format!("since-{first}.html"),
    }
}

#[cfg(test)]
impl Page {
    /// One page of each kind.
    pub(crate) fn one_of_each() -> Vec<Page> {
        let day = |text: &str| Day::parse(text).expect(text);
        let country = || CountryId::new("xr");
        let instrument = || InstrumentId::new("treaty");
        let module = || ModuleId::new("inspectors");
        let mut pages = FRAME.to_vec();
        pages.extend([
            Page::Country(country()),
            Page::Instrument(instrument()),
            Page::Law(LawId::new("xr/code")),
            Page::Provision(ProvisionId::new("xr/code/128")),
            Page::Amendment(AmendmentId::new("xr/bill")),
            Page::Topic(TopicId::new("forms")),
            Page::Question(QuestionId::new("licence")),
            Page::Source(SourceId::new("report")),
            Page::Prose(PageId::new("method")),
            Page::Module(module()),
            Page::ModuleVersion(module(), 30),
            Page::Handout(module(), "sheet".into()),
            Page::Stale,
            Page::MatrixTransposed,
            Page::Section(SectionId::new("duties")),
            Page::Pair(country(), CountryId::new("xs")),
            Page::TimelineCountry(country()),
            Page::LawsCountry(country()),
            Page::AmendmentsCountry(country()),
            Page::TopicCountry(country(), TopicId::new("forms")),
            Page::SourceCountry(country(), SourceId::new("report")),
            Page::ChangesYear(2004),
            Page::ChangesCountry(country()),
            Page::ChangesCountryYear(country(), 2004),
            Page::ChangesInstrument(instrument()),
            Page::ChangesInstrumentYear(instrument(), 2004),
            Page::ChangesBetween(day("2003-01-01"), Some(day("2004-01-01"))),
            Page::ChangesBetweenCountry(country(), day("2003-01-01"), None),
            Page::HandbookCountry(country()),
            Page::CountrySheet(country()),
            Page::CountryHistory(country()),
            Page::HandbookAll,
            Page::SearchCountry(country()),
            Page::NotFound,
            Page::Blank,
            Page::Moved { kind: Kind::Law, from: "xr/old-code".into(), to: "xr/code".into() },
        ]);
        pages
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::law::PARTS;

    fn day(text: &str) -> Day {
        Day::parse(text).expect(text)
    }

    #[test]
    fn no_two_kinds_of_page_share_a_name_or_a_path() {
        let pages = Page::one_of_each();
        let kinds: BTreeSet<&str> = pages.iter().map(Page::kind).collect();
        let paths: BTreeSet<Cow<'_, str>> = pages.iter().map(Page::path).collect();
        assert_eq!((kinds.len(), paths.len()), (pages.len(), pages.len()));
    }

    #[test]
    fn a_part_lies_below_its_page_and_is_of_its_kind_but_is_found_in_no_list() {
        let (all, rows, columns): (Arc<str>, Arc<str>, Arc<str>) = ("".into(), "duties".into(), "north".into());
        let question = Page::Question(QuestionId::new("licence"));
        assert_eq!(question.part_with(&all, &columns).path(), "questions/licence/north.html");
        assert_eq!(Page::Matrix.part_with(&rows, &columns).path(), "matrix/duties/north.html");
        let history = Page::CountryHistory(CountryId::new("xr"));
        assert_eq!(history.part_with(&rows, &all).path(), "countries/xr/history/duties.html");
        assert_eq!(Page::MatrixTransposed.part_with(&rows, &columns).path(), "matrix/by-country/duties/north.html");
        for page in [question, Page::Matrix, Page::Treaties] {
            let part = page.part_with(&rows, &columns);
            assert_eq!((part.unsplit(), part.kind(), part.is_dated()), (&page, page.kind(), page.is_dated()));
            assert_eq!((part.record(), part.listed_as(), part.is_frame()), (None, None, false));
        }
    }

    #[test]
    fn the_page_of_a_record_lies_where_links_to_the_record_lead() {
        for page in Page::one_of_each() {
            let Some((kind, id)) = page.record() else { continue };
            match path_of(kind, id) {
                (path, None) => assert_eq!(page.path(), path),
                // The record is shown on another page and has a page of its own besides.
                (path, Some(_)) => assert_ne!(page.path(), path),
            }
        }
    }

    #[test]
    fn the_part_of_a_country_knows_the_whole_and_the_whole_the_part() {
        for page in Page::one_of_each() {
            assert_eq!(page.part().is_some(), page.whole().is_some(), "{page:?}");
            let (Some(country), Some(whole)) = (page.part(), page.whole()) else { continue };
            assert_eq!(whole.part_of(country), Some(page.clone()));
            assert_eq!((page.country(), whole.country()), (Some(country.as_str()), None));
            assert_eq!(page.area(), whole.area());
        }
        let topic = Page::TopicCountry(CountryId::new("xr"), TopicId::new("forms"));
        assert_eq!(topic.path(), "countries/xr/topics/forms.html");
    }

    #[test]
    fn a_page_is_of_the_country_with_which_its_id_begins() {
        let about_one: Vec<Page> = Page::one_of_each().into_iter().filter(|page| page.country().is_some()).collect();
        for page in &about_one {
            assert_eq!(page.country(), Some("xr"), "{page:?}");
            let below = page.path().starts_with("countries/xr/") || page.path() == "search/of-xr.html";
            assert!(below, "{page:?}");
        }
        let law = Page::Law(LawId::new("xr/code"));
        assert!(about_one.contains(&law));
    }

    #[test]
    fn the_configuration_names_the_areas_that_the_site_has() {
        let areas: BTreeSet<&str> =
            Page::one_of_each().iter().map(Page::area).filter(|area| !area.is_empty()).collect();
        assert_eq!(areas, PARTS.into_iter().collect());
    }

    #[test]
    fn the_frame_is_what_every_site_has() {
        let frame: Vec<Page> = Page::one_of_each().into_iter().filter(Page::is_frame).collect();
        assert_eq!(frame, FRAME);
    }

    #[test]
    fn every_page_lies_behind_one_door_but_those_that_are_reached_from_everywhere() {
        let behind: Vec<&Page> = DOORS.iter().flat_map(|(_, pages)| *pages).collect();
        let elsewhere = [Page::Home, Page::Collection, Page::Search];
        for page in &FRAME {
            assert_eq!(
                behind.iter().filter(|known| **known == page).count(),
                usize::from(!elsewhere.contains(page)),
                "{page:?}"
            );
        }
        let without: Vec<&str> =
            Page::one_of_each().iter().filter(|page| page.door().is_empty()).map(Page::kind).collect();
        assert_eq!(without, ["home", "search", "search-list", "not-found", "blank", "moved"]);
        let article = Page::Provision(ProvisionId::new("xr/code/128"));
        assert_eq!((article.door(), Page::Prose(PageId::new("method")).door()), ("laws", "about"));
    }

    #[test]
    fn what_is_not_findable_is_in_no_list_and_search_finds_what_is_listed_once() {
        for page in Page::one_of_each() {
            assert!(page.is_findable() || page.listed_as().is_none(), "{page:?}");
            assert!(page.found_as().is_none() || page.found_as() == page.listed_as(), "{page:?}");
        }
    }

    #[test]
    fn the_address_of_what_changed_up_to_the_main_views_is_the_same_in_each_edition() {
        let since = |last| Page::ChangesBetween(day("2003-01-01"), last).path();
        assert_eq!(since(None), "changes/since-2003-01-01.html");
        assert_eq!(since(Some(day("2004-01-01"))), "changes/from-2003-01-01-to-2004-01-01.html");
    }
}
