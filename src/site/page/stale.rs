//! The page of what nobody has confirmed for long, by cause. It counts up to the day of the edition, whatever the day
//! of the page.

use crate::law::Kind;
use crate::law::staleness::{self, Cause, Subject};
use crate::site::context::Context;
use crate::site::date;
use crate::site::view::{Link, Stale, StaleCause, StaleRecord};
use crate::text::TaggedText;

pub fn view(cx: &Context<'_>) -> Stale {
    let list = cx.site.index.stale();
    let of = |cause: &Cause| StaleCause {
        id: format!("stale-{}", cause.word()),
        records: list.iter().filter(|stale| stale.cause == *cause).map(|stale| record(cx, stale)).collect(),
    };
    Stale {
        months: cx.corpus().settings.age.unconfirmed.unwrap_or_default(),
        day: date::of_day(cx.site.index.calendar.today),
        causes: Cause::ALL.iter().map(of).filter(|cause| !cause.records.is_empty()).collect(),
    }
}

fn record(cx: &Context<'_>, stale: &staleness::Stale) -> StaleRecord {
    let link = match &stale.subject {
        Subject::Cell(country, question) => {
            let name = cx.site.index.name(Kind::Question, question.as_str());
            Link { href: cx.cell(question, country), text: in_country(cx, country, &name) }
        }
        Subject::Acts(country, instrument) => {
            let Link { href, text } = cx.link(Kind::Instrument, instrument.as_str());
            Link { href, text: in_country(cx, country, &text) }
        }
        Subject::Record(kind, id) => cx.link(*kind, id),
    };
    StaleRecord { link, last: stale.last.map(date::of_day) }
}

fn in_country(cx: &Context<'_>, country: &crate::law::CountryId, what: &TaggedText) -> TaggedText {
    TaggedText::filled("{country}: {what}", &[("{country}", &cx.country_name(country)), ("{what}", what)])
}

#[cfg(test)]
mod tests {
    use crate::law::sample;
    use crate::site::route::Page;
    use crate::site::view::{self, View};
    use crate::site::{Days, Site, Words, compile};

    fn site(unconfirmed: Option<u32>) -> Site {
        let mut corpus = sample::corpus(sample::findings());
        corpus.settings.age.unconfirmed = unconfirmed;
        compile(corpus, Days::default(), Words::default(), view::Inputs { files: 0, checksum: String::new() })
    }

    #[test]
    fn there_is_a_page_only_where_it_is_asked_for_and_lists_something() {
        let found = |unconfirmed| {
            let site = site(unconfirmed);
            let address = site.find(&Page::Stale.path())?;
            match crate::site::page(&site, &address).view {
                View::Stale(stale) => Some(stale),
                other => panic!("{other:?}"),
            }
        };
        assert!(found(None).is_none());
        let stale = found(Some(0)).expect("something is older than the last day of the records");
        assert!(stale.causes.iter().all(|cause| !cause.records.is_empty()));
        let days = stale.causes.iter().map(|cause| cause.records.iter().map(|record| &record.last));
        assert!(days.map(|days| days.map(|last| last.as_ref().map(|last| &last.iso))).all(Iterator::is_sorted));
    }
}
