//! The page with the list of instruments.

use crate::law::{self, CountryId, Kind, status, status::Status as Standing};
use crate::site::context::Context;
use crate::site::date::when;
use crate::site::view::{InstrumentLine, Instruments, Link};

pub fn view(cx: &Context<'_>) -> Instruments {
    Instruments { instruments: cx.site.index.instruments().map(|i| instrument_line(cx, i)).collect() }
}

pub fn instrument_line(cx: &Context<'_>, instrument: &law::Instrument) -> InstrumentLine {
    let countries = cx.site.index.treaty_columns();
    let standing = |c: &&CountryId| status::on(cx.corpus(), c, &instrument.id, cx.day).status;
    let count = |wanted: &[Standing]| countries.iter().filter(|c| wanted.contains(&standing(c))).count();
    InstrumentLine {
        link: Link { text: instrument.short().to_owned(), ..cx.link(Kind::Instrument, instrument.id.as_str()) },
        title: instrument.title.clone(),
        adopted: instrument.adopted.as_ref().map(when),
        in_force: instrument.in_force.as_ref().map(when),
        bound: count(&[Standing::Party, Standing::Bound]),
        signatories: count(&[Standing::Signatory]),
        countries: match instrument.kind {
            law::InstrumentKind::Treaty => countries.iter().filter(|c| standing(c) != Standing::NotRecorded).count(),
            law::InstrumentKind::Standard => 0,
        },
    }
}
