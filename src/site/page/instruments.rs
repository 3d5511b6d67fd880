//! The page with the list of instruments.

use crate::law::{self, CountryId, Kind, status, status::Status as Standing};
use crate::site::context::Context;
use crate::site::date::when;
use crate::site::view::{InstrumentLine, Instruments, Link};

pub fn view(cx: &Context<'_>) -> Instruments {
    Instruments { instruments: cx.site.index.instruments().map(|i| instrument_line(cx, i)).collect() }
}

pub fn instrument_line(cx: &Context<'_>, instrument: &law::Instrument) -> InstrumentLine {
    let standing = |c: &CountryId| status::on(cx.corpus(), c, &instrument.id, cx.day).status;
    let standings: Vec<Standing> = cx.site.index.treaty_columns().into_iter().map(standing).collect();
    let count = |wanted: &[Standing]| standings.iter().filter(|standing| wanted.contains(standing)).count();
    InstrumentLine {
        link: Link { text: instrument.short().to_owned(), ..cx.link(Kind::Instrument, instrument.id.as_str()) },
        title: instrument.title.clone(),
        adopted: instrument.adopted.as_ref().map(when),
        in_force: instrument.in_force.as_ref().map(when),
        bound: count(&[Standing::Party, Standing::Bound]),
        signatories: count(&[Standing::Signatory]),
        countries: match instrument.kind {
            law::InstrumentKind::Treaty => {
                standings.iter().filter(|standing| **standing != Standing::NotRecorded).count()
            }
            law::InstrumentKind::Standard => 0,
        },
    }
}
