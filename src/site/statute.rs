//! Laws, provisions, offences, and amendments.

use crate::law::{self, Kind};

use super::date::{list_order, span, when};
use super::redline;
use super::sheet::{Sheet, at_date, tongue};
use super::view::{
    Amendment, AmendmentLine, Amendments, Banner, Cell, Change, CountryLaws, Element, Law, LawLine, Laws, Link,
    Offence, Provision, ProvisionLine, Redline, Stage, When, Wording,
};

/// So many pairs of wordings that do not follow each other are set beside each other: all of five wordings.
const MOST_REDLINES: usize = 6;

impl<'s> Sheet<'s> {
    pub(super) fn laws_page(&self) -> Laws {
        let of = |country: &law::Country| CountryLaws {
            country: self.country(&country.id),
            laws: self.laws_of(&country.id),
        };
        let listed = self.site.countries().filter(|country| self.lists(country.id.as_str()));
        Laws { countries: listed.map(of).filter(|c| !c.laws.is_empty()).collect() }
    }

    /// The laws of a country, by their first date.
    pub(super) fn laws_of(&self, country: &law::CountryId) -> Vec<LawLine> {
        let mut laws: Vec<&law::Law> = self.corpus().laws.iter().filter(|l| l.country == *country).collect();
        laws.sort_by_key(|l| (list_order(first_date(l)), l.id.clone()));
        laws.into_iter().map(|l| self.law_line(l)).collect()
    }

    pub(super) fn law_line(&self, law: &law::Law) -> LawLine {
        let provisions = self.site.articles_of(&law.id);
        LawLine {
            link: self.link(Kind::Law, law.id.as_str()),
            kind: law.kind.word(),
            number: law.number.clone(),
            adopted: law.adopted.as_ref().map(|d| when(d)),
            signed: law.signed.as_ref().map(|d| when(d)),
            banners: self.law_banners(law),
            provisions: provisions.iter().map(|p| self.article_link(p)).collect(),
        }
    }

    fn article_link(&self, provision: &law::Provision) -> Link {
        Link {
            href: self.record(Kind::Provision, provision.id.as_str()),
            text: self.site.article_label(&provision.article),
        }
    }

    pub(super) fn law(&self, law: &'s law::Law) -> Law {
        let corpus = self.corpus();
        let id = law.id.as_str();
        let amends = |a: &&law::Amendment| {
            a.amends.iter().filter_map(|t| corpus.resolve(t).ok()).any(|t| {
                (t.kind == Kind::Law && *t.id == *id)
                    || (t.kind == Kind::Provision && t.id.rsplit_once('/').is_some_and(|(l, _)| l == id))
            })
        };
        let own = corpus.amendments.iter().filter(|a| a.country == law.country);
        let came_by = |a: &&law::Amendment| a.law.as_ref().is_some_and(|l| l.value == law.id);
        let offences = corpus.offences.iter().filter(|o| o.law.as_ref().is_some_and(|l| l.value == law.id));
        Law {
            id: id.to_owned(),
            country: self.country(&law.country),
            kind: law.kind.word(),
            title: law.title.clone(),
            title_translation: law.title_translation.map_or("", law::Translation::word),
            official_title: law.official_title.as_ref().map(tongue),
            number: law.number.clone(),
            adopted: at_date(&law.adopted),
            signed: at_date(&law.signed),
            published: at_date(&law.published),
            commences: at_date(&law.commences),
            repealed: law.repeal.as_ref().map(|r| when(&r.repealed)),
            repeal_verb: law.repeal.as_ref().map_or("", |r| r.verb.word()),
            repealed_by: law.repeal.as_ref().and_then(|r| r.by.as_ref()).map(|l| self.link(Kind::Law, l.as_str())),
            repeal_citation: law.repeal.as_ref().map(|r| self.citation(&r.citation)),
            banners: self.law_banners(law),
            body: self.prose(&law.body, "text-"),
            citations: law.citations.iter().map(|c| self.citation(c)).collect(),
            provisions: self.site.articles_of(&law.id).iter().map(|p| self.provision_line(p)).collect(),
            came_by: own.clone().filter(came_by).map(|a| self.amendment_line(a)).collect(),
            cells: self.cells_on(Kind::Law, id),
            amended_by: own.filter(amends).map(|a| self.amendment_line(a)).collect(),
            offences: offences.map(|o| self.offence(o)).collect(),
            topics: self.topics(&law.topics),
            conflicts: self.conflicts(Kind::Law, id),
            cited_by: self.backlinks(Kind::Law, id),
            trace: law.head.trace.clone(),
        }
    }

    fn provision_line(&self, provision: &law::Provision) -> ProvisionLine {
        ProvisionLine {
            link: self.article_link(provision),
            heading: self.wording_on(provision).and_then(|n| provision.wordings[n].heading.clone()),
            wordings: provision.wordings.len(),
        }
    }

    /// The number of the wording to show on the sheet's day: one that surely is law; else, of those that may be, the one
    /// that a source saw last up to that day; else the last that may be.
    pub(super) fn wording_on(&self, provision: &law::Provision) -> Option<usize> {
        let all = || provision.wordings.iter().enumerate();
        let surely = all().filter(|(_, w)| self.in_force(provision, w) == "yes").map(|(n, _)| n).next_back();
        let perhaps = || all().filter(|(_, w)| self.in_force(provision, w) == "uncertain");
        let seen = |w: &law::Wording| {
            w.observed.as_ref().filter(|o| o.reached(self.day) == Some(true)).and_then(|o| o.latest())
        };
        let seen_last = || perhaps().filter_map(|(n, w)| Some((seen(w)?, n))).max().map(|(_, n)| n);
        surely.or_else(seen_last).or_else(|| perhaps().map(|(n, _)| n).next_back())
    }

    /// Whether a wording is law on the sheet's day. Where no source says from when, it surely is on the days on which a
    /// source saw it in force, and perhaps on all others until the law ends.
    fn in_force(&self, provision: &law::Provision, wording: &law::Wording) -> &'static str {
        let law = self.corpus().laws.get(provision.law.as_str());
        let ended = law.and_then(|l| l.repeal.as_ref()).and_then(|r| r.repealed.reached(self.day));
        let on_the_day =
            |o: &law::Date| o.reached(self.day) != Some(false) && o.latest().is_some_and(|last| last >= self.day);
        match wording.period.contains(self.day) {
            _ if ended == Some(true) => "no",
            Some(false) => "no",
            Some(true) if wording.period.from.is_some() => "yes",
            Some(true) if wording.observed.as_ref().and_then(law::Date::exact).is_some_and(|day| day == self.day) => {
                "yes"
            }
            Some(true) if wording.observed.as_ref().is_some_and(|o| o.earliest().is_some() && on_the_day(o)) => "yes",
            _ => "uncertain",
        }
    }

    pub(super) fn provision(&self, provision: &'s law::Provision) -> Provision {
        let corpus = self.corpus();
        let id = provision.id.as_str();
        let law = corpus.laws.get(provision.law.as_str()).expect("after assembly each provision's law exists");
        let current = self.wording_on(provision);
        let count = provision.wordings.len();
        let siblings = self.site.articles_of(&provision.law);
        let place = siblings.iter().position(|p| std::ptr::eq(*p, provision));
        let neighbour = |at: Option<usize>| at.and_then(|at| siblings.get(at)).map(|p| self.article_link(p));
        Provision {
            id: id.to_owned(),
            country: self.country(&law.country),
            law: self.link(Kind::Law, law.id.as_str()),
            article: provision.article.clone(),
            heading: current.or_else(|| last_dated(provision)).and_then(|n| provision.wordings[n].heading.clone()),
            banners: self.provision_banners(law, provision, current),
            current: current.map(|n| count - 1 - n),
            wordings: (0..count).rev().map(|n| self.wording(provision, n)).collect(),
            redlines: redlines(provision),
            body: self.prose(&provision.body, "text-"),
            topics: self.topics(&provision.topics),
            offences: self.site.offences_of(&provision.id).map(|o| self.offence(o)).collect(),
            cells: self.cells_on(Kind::Provision, id),
            conflicts: self.conflicts(Kind::Provision, id),
            cited_by: self.backlinks(Kind::Provision, id),
            previous: neighbour(place.and_then(|at| at.checked_sub(1))),
            next: neighbour(place.map(|at| at + 1)),
            trace: provision.head.trace.clone(),
        }
    }

    /// The cells that rest on a record.
    fn cells_on(&self, kind: Kind, id: &str) -> Vec<Cell> {
        let corpus = self.corpus();
        let cell = |(question, country): &(std::sync::Arc<str>, std::sync::Arc<str>)| {
            Some(self.cell_of(corpus.questions.get(question)?, &corpus.countries.get(country)?.id))
        };
        self.site.references.cells_on(kind, id).iter().filter_map(cell).collect()
    }

    fn wording(&self, provision: &law::Provision, number: usize) -> Wording {
        let wording = &provision.wordings[number];
        let redline = number.checked_sub(1).map(|before| redline_of(provision, before, number)).unwrap_or_default();
        Wording {
            id: format!("wording-{}", number + 1),
            in_force: self.in_force(provision, wording),
            period: span(&wording.period),
            observed: wording.observed.as_ref().map(when),
            heading: wording.heading.clone(),
            quotation: wording.quotation.as_ref().map(|q| self.quotation(q)),
            summary: self.note(wording.summary.as_ref(), &format!("w{}-", number + 1)),
            penalty: wording.penalty.clone(),
            by: wording.by.as_ref().map(|a| self.link(Kind::Amendment, a.as_str())),
            citation: self.citation(&wording.citation),
            redline,
            trace: wording.trace.clone(),
        }
    }

    pub(super) fn offence(&self, offence: &law::Offence) -> Offence {
        let slug = offence.id.as_str().split_once('/').map_or(offence.id.as_str(), |(_, slug)| slug);
        let provision = offence.provision.as_ref().map(|p| self.link(Kind::Provision, p.as_str()));
        Offence {
            id: format!("offence-{slug}"),
            conduct: offence.conduct.clone(),
            provision: provision.or_else(|| offence.law.as_ref().map(|l| self.link(Kind::Law, l.as_str()))),
            code: offence.code.clone(),
            topics: self.topics(&offence.topics),
            observed: when(&offence.observed),
            modality: offence.modality.map_or("", law::Modality::word),
            citation: self.citation(&offence.citation),
            note: self.note(offence.note.as_ref(), &format!("offence-{slug}-")),
            trace: offence.head.trace.clone(),
        }
    }

    pub(super) fn offences_in(&self, country: &law::CountryId) -> Vec<Offence> {
        self.corpus().offences.iter().filter(|o| o.country == *country).map(|o| self.offence(o)).collect()
    }

    fn law_banners(&self, law: &law::Law) -> Vec<Banner> {
        let mut banners = Vec::new();
        if let Some(repeal) = &law.repeal {
            match repeal.repealed.reached(self.day) {
                Some(false) => {}
                _ => banners.push(Banner {
                    on: Some(when(&repeal.repealed)),
                    link: repeal.by.as_ref().map(|l| self.link(Kind::Law, l.as_str())),
                    word: repeal.verb.word(),
                    ..banner("repealed")
                }),
            }
        }
        if law.commences.as_ref().is_some_and(|c| c.reached(self.day) == Some(false)) {
            banners.push(Banner { on: at_date(&law.commences), ..banner("not-yet-in-force") });
        } else if law.commences_in_part {
            banners.push(banner("in-force-in-part"));
        }
        if !self.corpus().conflicts.is_empty()
            && !self.site.references.conflicts_of(Kind::Law, law.id.as_str()).is_empty()
        {
            banners.push(banner("disputed"));
        }
        banners
    }

    fn provision_banners(&self, law: &law::Law, provision: &law::Provision, current: Option<usize>) -> Vec<Banner> {
        let mut banners = self.law_banners(law);
        banners.retain(|b| b.key != "disputed");
        match current {
            Some(number) => {
                let wording = &provision.wordings[number];
                let translation = wording.quotation.as_ref().and_then(|q| q.translation);
                match translation {
                    Some(law::Translation::Unofficial) => banners.push(banner("unofficial-translation")),
                    Some(law::Translation::Machine) => banners.push(banner("machine-translation")),
                    _ => {}
                }
                if wording.quotation.is_none() {
                    let replaced = provision.wordings[..number].iter().any(|earlier| earlier.quotation.is_some());
                    banners.push(banner(if replaced { "wording-not-recorded" } else { "text-not-quoted" }));
                }
            }
            // Where the law itself has ended, that is what a reader must know.
            None if banners.iter().any(|b| b.key == "repealed") => {}
            None => {
                if let Some(last) = provision.wordings.last() {
                    let shown = span(&last.period);
                    banners.push(Banner { on: shown.first, until: shown.last, ..banner("historical-wording") });
                }
            }
        }
        if !self.site.references.conflicts_of(Kind::Provision, provision.id.as_str()).is_empty() {
            banners.push(banner("disputed"));
        }
        banners
    }

    pub(super) fn amendments_page(&self) -> Amendments {
        let mut list: Vec<&law::Amendment> =
            self.corpus().amendments.iter().filter(|a| self.lists(a.country.as_str())).collect();
        list.sort_by_key(|a| {
            (std::cmp::Reverse(list_order(self.last_stage(a).map(|s| &s.reached.value))), a.id.clone())
        });
        Amendments { amendments: list.into_iter().map(|a| self.amendment_line(a)).collect() }
    }

    pub(super) fn amendments_of(&self, country: &law::CountryId) -> Vec<AmendmentLine> {
        let mut list: Vec<&law::Amendment> =
            self.corpus().amendments.iter().filter(|a| a.country == *country).collect();
        list.sort_by_key(|a| (list_order(a.stages.first().map(|s| &s.reached.value)), a.id.clone()));
        list.into_iter().map(|a| self.amendment_line(a)).collect()
    }

    /// The last stage that an amendment had reached, or may have reached, on the sheet's day.
    fn last_stage<'a>(&self, amendment: &'a law::Amendment) -> Option<&'a law::Stage> {
        let reached = amendment.stages.iter().filter(|s| s.reached.reached(self.day) != Some(false));
        reached.max_by_key(|s| (list_order(Some(&s.reached)), s.kind))
    }

    pub(super) fn amendment_line(&self, amendment: &law::Amendment) -> AmendmentLine {
        let last = self.last_stage(amendment);
        AmendmentLine {
            link: self.link(Kind::Amendment, amendment.id.as_str()),
            country: self.country(&amendment.country),
            kind: amendment.kind.word(),
            stage: last.map_or("", |s| s.kind.word()),
            reached: last.map(|s| when(&s.reached)),
            elements: amendment.elements.len(),
        }
    }

    pub(super) fn amendment(&self, amendment: &'s law::Amendment) -> Amendment {
        let corpus = self.corpus();
        let id = amendment.id.as_str();
        let mut stages: Vec<&law::Stage> = amendment.stages.iter().collect();
        stages.sort_by_key(|s| (list_order(Some(&s.reached)), s.kind));
        let link = |a: &law::AmendmentId| self.link(Kind::Amendment, a.as_str());
        let followers = corpus.amendments.iter().filter(|a| a.follows.iter().any(|f| f.value == amendment.id));
        let changed = self.site.provisions_by_amendment.get(&amendment.id).map_or(&[][..], Vec::as_slice);
        Amendment {
            id: id.to_owned(),
            country: self.country(&amendment.country),
            title: amendment.title.clone(),
            kind: amendment.kind.word(),
            number: amendment.number.clone(),
            law: amendment.law.as_ref().map(|l| self.link(Kind::Law, l.as_str())),
            amends: amendment.amends.iter().filter_map(|t| self.named(t)).collect(),
            follows: amendment.follows.iter().map(|a| link(&a.value)).collect(),
            followed_by: followers.map(|a| link(&a.id)).collect(),
            banners: self.amendment_banners(amendment),
            stages: stages.into_iter().enumerate().map(|(n, s)| self.stage(s, n)).collect(),
            elements: amendment.elements.iter().map(|e| self.element(e)).collect(),
            wordings: changed
                .iter()
                .map(|at| self.link(Kind::Provision, corpus.provisions.rows()[*at].id.as_str()))
                .collect(),
            cells: self.cells_on(Kind::Amendment, id),
            topics: self.topics(&amendment.topics),
            body: self.prose(&amendment.body, "text-"),
            conflicts: self.conflicts(Kind::Amendment, id),
            cited_by: self.backlinks(Kind::Amendment, id),
            trace: amendment.head.trace.clone(),
        }
    }

    fn amendment_banners(&self, amendment: &law::Amendment) -> Vec<Banner> {
        let bill = amendment.kind == law::AmendmentKind::Bill;
        let mut banners = Vec::new();
        if bill {
            let last = self.last_stage(amendment);
            let word = last.map_or("", |s| s.kind.word());
            banners.push(Banner { on: last.map(|s| when(&s.reached)), word, ..banner("bill") });
        }
        if !self.site.references.conflicts_of(Kind::Amendment, amendment.id.as_str()).is_empty() {
            banners.push(banner("disputed"));
        }
        banners
    }

    fn stage(&self, stage: &law::Stage, number: usize) -> Stage {
        Stage {
            kind: stage.kind.word(),
            reached: when(&stage.reached),
            citation: self.citation(&stage.citation),
            note: self.note(stage.note.as_ref(), &format!("stage-{number}-")),
            trace: stage.trace.clone(),
        }
    }

    fn element(&self, element: &law::Element) -> Element {
        let id = format!("element-{}", element.id.value);
        Element {
            text: self.prose(&element.text, &format!("{id}-")),
            id,
            topics: self.topics(&element.topics),
            modality: element.modality.map_or("", law::Modality::word),
            observed: element.observed.as_ref().map(when),
            citation: self.citation(&element.citation),
            trace: element.trace.clone(),
        }
    }
}

impl super::Site {
    /// The provisions of a law in the order of their numbers.
    pub(super) fn articles_of(&self, law: &law::LawId) -> Vec<&law::Provision> {
        let places = self.articles.get(law).map_or(&[][..], Vec::as_slice);
        places.iter().map(|at| &self.corpus.provisions.rows()[*at]).collect()
    }

    /// The offences that name a provision.
    pub(super) fn offences_of(&self, provision: &law::ProvisionId) -> impl Iterator<Item = &law::Offence> {
        let places = self.offences_by_provision.get(provision).map_or(&[][..], Vec::as_slice);
        places.iter().map(|at| &self.corpus.offences.rows()[*at])
    }
}

/// Whether a wording is set beside the one before it: both are quoted in the same language, with other words.
pub(super) fn has_redline(provision: &law::Provision, number: usize) -> bool {
    let quoted = number.checked_sub(1).and_then(|before| both_quoted(provision, before, number));
    quoted.is_some_and(|[old, new]| redline::differ(old, new))
}

fn redline_of(provision: &law::Provision, before: usize, number: usize) -> Vec<Change> {
    both_quoted(provision, before, number).map(|[old, new]| redline::between(old, new)).unwrap_or_default()
}

/// The words of two wordings, where both are quoted in the same language.
fn both_quoted(provision: &law::Provision, before: usize, number: usize) -> Option<[&str; 2]> {
    let quoted = |n: usize| provision.wordings[n].quotation.as_ref();
    let (old, new) = (quoted(before)?, quoted(number)?);
    (old.language == new.language).then_some([&old.text, &new.text])
}

/// The wordings that do not follow each other, two and two, the latest first.
fn redlines(provision: &law::Provision) -> Vec<Redline> {
    let count = provision.wordings.len();
    let pairs = (2..count).rev().flat_map(|last| (0..last - 1).rev().map(move |first| (first, last)));
    let redline = |(first, last): (usize, usize)| {
        let pieces = redline_of(provision, first, last);
        let [first, last] = [first, last].map(|n| &provision.wordings[n]);
        (!pieces.is_empty()).then(|| Redline {
            first: span(&first.period),
            first_observed: first.observed.as_ref().map(when),
            last: span(&last.period),
            last_observed: last.observed.as_ref().map(when),
            pieces,
        })
    };
    pairs.filter_map(redline).take(MOST_REDLINES).collect()
}

/// The number of the wording with the latest date; of several without any, the last.
fn last_dated(provision: &law::Provision) -> Option<usize> {
    let date = |w: &law::Wording| w.period.from.as_ref().or(w.observed.as_ref()).and_then(law::Date::latest);
    (0..provision.wordings.len()).max_by_key(|n| (date(&provision.wordings[*n]), *n))
}

/// The provisions of each law, by their place in the corpus, in the order of their numbers.
pub(super) fn article_order(corpus: &law::Corpus) -> std::collections::BTreeMap<law::LawId, Vec<usize>> {
    let mut order: std::collections::BTreeMap<law::LawId, Vec<usize>> = Default::default();
    for (at, provision) in corpus.provisions.iter().enumerate() {
        order.entry(provision.law.clone()).or_default().push(at);
    }
    let rows = corpus.provisions.rows();
    order.values_mut().for_each(|list| list.sort_by_cached_key(|at| number_order(&rows[*at].article)));
    order
}

/// The order of article numbers: figures by value, all else by letter ("9" before "10", "128" before "128-1").
fn number_order(article: &str) -> Vec<(u64, String)> {
    let mut out: Vec<(u64, String)> = Vec::new();
    let mut rest = article;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let words = rest[digits..].find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len() - digits);
        out.push((rest[..digits].parse().unwrap_or(0), rest[digits..digits + words].to_owned()));
        rest = &rest[digits + words..];
    }
    out
}

fn first_date(law: &law::Law) -> Option<&law::Date> {
    [&law.adopted, &law.signed, &law.published, &law.commences].into_iter().flatten().map(|d| &d.value).next()
}

pub(super) fn banner(key: &'static str) -> Banner {
    Banner { key, on: None::<When>, until: None, link: None, word: "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_in_the_order_of_their_numbers() {
        let mut list = ["128-1", "10", "9", "128", "130.1", "130"];
        list.sort_by_key(|a| number_order(a));
        assert_eq!(list, ["9", "10", "128", "128-1", "130", "130.1"]);
    }
}
