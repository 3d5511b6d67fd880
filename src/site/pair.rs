//! Two countries side by side, sections of the codebook by themselves, and the list of both.

use std::collections::BTreeSet;

use crate::law::{self, CountryId, Kind, cell::State, status::Status as Standing};

use super::days::joins_treaties;
use super::likeness::{answers, likeness};
use super::route::Page;
use super::route::members;
use super::sheet::Sheet;
use super::view::{
    Cell, Comparisons, Link, OwnSheet, Pair, PairRow, PairSection, PairTreaties, PairTreaty, PairedCountry,
    PairedGroup, SectionPage, Status,
};

impl<'s> Sheet<'s> {
    pub(super) fn comparisons(&self) -> Comparisons {
        let corpus = self.corpus();
        let group = |group: &law::Group| {
            let list = members(corpus, group);
            let with = |a: usize| PairedCountry {
                country: self.country(&corpus.columns[a]),
                with: list.iter().filter(|b| **b != a).map(|b| self.beside_link(a, *b)).collect(),
            };
            PairedGroup { title: group.title.clone(), countries: list.iter().map(|a| with(*a)).collect() }
        };
        let groups = corpus.settings.groups.iter().map(group).filter(|g| g.countries.len() > 1);
        Comparisons {
            groups: groups.collect(),
            sections: self.site.sections().map(|s| self.section_link(s)).collect(),
            matrix: self.to(&Page::Matrix),
            sheet: self.to(&Page::Collection),
        }
    }

    pub(super) fn own_sheet(&self) -> OwnSheet {
        OwnSheet { matrix: self.to(&Page::Matrix), comparisons: self.to(&Page::Comparisons) }
    }

    /// The page of two columns, under the name of the second.
    fn beside_link(&self, of: usize, with: usize) -> Link {
        let columns = &self.corpus().columns;
        let page = Page::Pair(columns[of.min(with)].clone(), columns[of.max(with)].clone());
        Link { href: self.to(&page), text: self.site.name(Kind::Country, columns[with].as_str()) }
    }

    /// The countries beside which a country stands on a page.
    pub(super) fn paired_with(&self, country: &CountryId) -> Vec<Link> {
        let corpus = self.corpus();
        let Some(own) = corpus.columns.iter().position(|c| c == country) else { return Vec::new() };
        let groups = corpus.settings.groups.iter().map(|group| members(corpus, group));
        let others: BTreeSet<usize> = groups.filter(|list| list.contains(&own)).flatten().collect();
        others.into_iter().filter(|other| *other != own).map(|other| self.beside_link(own, other)).collect()
    }

    fn section_link(&self, section: &law::Section) -> Link {
        Link {
            href: self.to(&Page::Section(section.id.clone())),
            text: self.site.name(Kind::Section, section.id.as_str()),
        }
    }

    pub(super) fn section(&self, section: &law::Section) -> SectionPage {
        let sections: Vec<&law::Section> = self.site.sections().collect();
        let place = sections.iter().position(|s| s.id == section.id);
        let neighbour = |at: Option<usize>| at.and_then(|at| sections.get(at)).map(|s| self.section_link(s));
        SectionPage {
            id: section.id.to_string(),
            body: self.prose(&section.body, "text-"),
            matrix: self.matrix(|q| q.section == section.id, String::new()),
            previous: neighbour(place.and_then(|at| at.checked_sub(1))),
            next: neighbour(place.map(|at| at + 1)),
        }
    }

    pub(super) fn pair_page(&self, pair: [&'s CountryId; 2]) -> Pair {
        let rows: Vec<(&law::SectionId, PairRow)> =
            self.site.codebook().map(|q| (&q.section, self.pair_row(q, pair))).collect();
        let count = |key: &str| rows.iter().filter(|(_, row)| row.likeness == key).count();
        let occurs = |key: &str| rows.iter().flat_map(|(_, row)| &row.cells).any(|c| c.state == key);
        Pair {
            countries: pair.map(|c| self.country(c)).into(),
            ids: pair.map(CountryId::to_string).into(),
            matrix: self.to(&Page::Matrix),
            questions: rows.len(),
            differ: count("differs"),
            similar: count("similar"),
            same: count("same"),
            unsettled: count("unsettled"),
            one: count("one"),
            none: count("none"),
            states: State::WORDS.iter().copied().filter(|key| occurs(key)).collect(),
            sections: self.pair_sections(rows),
            treaties: self.pair_treaties(pair),
        }
    }

    fn pair_row(&self, question: &'s law::Question, pair: [&CountryId; 2]) -> PairRow {
        let cells: Vec<Cell> = pair.iter().map(|country| self.cell_of(question, country)).collect();
        PairRow {
            question: self.link(Kind::Question, question.id.as_str()),
            id: question.id.to_string(),
            wording: question.wording.clone(),
            domain: question.domain.word(),
            likeness: likeness(question, &cells),
            answers: cells.iter().find(|c| answers(c)).map(|c| c.country_name.clone()).unwrap_or_default(),
            cells,
        }
    }

    fn pair_sections(&self, rows: Vec<(&law::SectionId, PairRow)>) -> Vec<PairSection> {
        let mut out: Vec<PairSection> = Vec::new();
        for (id, row) in rows {
            if out.last().is_none_or(|section| section.id != id.as_str()) {
                out.push(PairSection {
                    id: id.to_string(),
                    title: Link {
                        href: self.to(&Page::Section(id.clone())),
                        text: self.site.name(Kind::Section, id.as_str()),
                    },
                    open: Vec::new(),
                    same: Vec::new(),
                    none: Vec::new(),
                });
            }
            let section = out.last_mut().expect("one was pushed");
            match row.likeness {
                "same" => section.same.push(row),
                "none" => section.none.push(row),
                _ => section.open.push(row),
            }
        }
        out
    }

    /// The treaty status of both; `None` where one of them joins no treaties or no instrument is recorded.
    fn pair_treaties(&self, pair: [&CountryId; 2]) -> Option<PairTreaties> {
        if !pair.iter().all(|country| joins_treaties(self.corpus(), country)) {
            return None;
        }
        let unknown = |status: &Status| status.key == Standing::NotRecorded.word();
        let (mut open, mut same, mut none) = (Vec::new(), Vec::new(), Vec::new());
        for instrument in self.site.instruments().filter(|i| i.kind == law::InstrumentKind::Treaty) {
            let statuses: Vec<Status> = pair.iter().map(|country| self.status(country, &instrument.id)).collect();
            let likeness = match (unknown(&statuses[0]), unknown(&statuses[1])) {
                (true, true) => "none",
                (false, false) if statuses[0].key == statuses[1].key => "same",
                (false, false) => "differs",
                _ => "one",
            };
            let known = statuses.iter().position(|s| !unknown(s));
            let row = PairTreaty {
                instrument: Link {
                    text: instrument.short().to_owned(),
                    ..self.link(Kind::Instrument, instrument.id.as_str())
                },
                hrefs: pair.map(|country| self.instrument_at(instrument, country).href).into(),
                statuses,
                likeness,
                answers: known.map(|at| self.site.name(Kind::Country, pair[at].as_str())).unwrap_or_default(),
            };
            match likeness {
                "same" => same.push(row),
                "none" => none.push(row),
                _ => open.push(row),
            }
        }
        let all = || open.iter().chain(&same).chain(&none).flat_map(|row: &PairTreaty| &row.statuses);
        let occurs = |key: &str| all().any(|status| status.key == key);
        let statuses = Standing::WORDS.iter().copied().filter(|key| occurs(key)).collect();
        let any = !(open.is_empty() && same.is_empty() && none.is_empty());
        any.then_some(PairTreaties { open, same, none, statuses })
    }
}
