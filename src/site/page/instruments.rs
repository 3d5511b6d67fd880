//! The page with the list of instruments.

use crate::law::{self, CountryId, Kind, status, status::Status as TreatyStatus};
use crate::site::context::Context;
use crate::site::date::when;
use crate::site::view::{InstrumentLine, Instruments, Link};

pub fn view(cx: &Context<'_>) -> Instruments {
    Instruments { instruments: cx.site.index.instruments().map(|i| instrument_line(cx, i)).collect() }
}

fn instrument_line(cx: &Context<'_>, instrument: &law::Instrument) -> InstrumentLine {
    let status = |c: &CountryId| status::without_as_of(cx.corpus(), c, &instrument.id, cx.day).status;
    let statuses: Vec<TreatyStatus> = cx.site.index.treaty_columns().into_iter().map(status).collect();
    let is_known = |c: &&&CountryId| status::is_known(cx.corpus(), c, &instrument.id);
    let count = |wanted: &[TreatyStatus]| statuses.iter().filter(|status| wanted.contains(status)).count();
    InstrumentLine {
        link: Link { text: instrument.short().to_owned(), ..cx.link(Kind::Instrument, instrument.id.as_str()) },
        title: instrument.title.clone(),
        adopted: instrument.adopted.as_ref().map(when),
        in_force: instrument.in_force.as_ref().map(when),
        bound: count(&[TreatyStatus::Party, TreatyStatus::Bound]),
        signatories: count(&[TreatyStatus::Signatory]),
        countries: match instrument.kind {
            law::InstrumentKind::Treaty => cx.site.index.treaty_columns().iter().filter(is_known).count(),
            law::InstrumentKind::Standard => 0,
        },
    }
}
