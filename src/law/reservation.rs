//! How long a reservation or declaration stands: until it is withdrawn, or until the bond ends that it modifies. How long the
//! bond of an act stands is read in the same way.

use super::act::{date_of, is_recorded, recorded};
use super::{Action, ActionKind, Corpus, Date, Statement, Status, status};

/// The end of a reservation or declaration.
#[derive(Clone, Copy, Debug)]
pub struct ReservationEnd<'c> {
    /// The first day on which it no longer stands.
    pub date: &'c Date,
    /// What records it: a statement on the reservation, or on the act that ended the bond. `None`: the state or the
    /// instrument ended.
    pub statement: Option<&'c Statement>,
}

/// The statements that count for an act: those of a depositary, the preferred one first; without any, all others.
pub fn counted<'c>(corpus: &'c Corpus, action: &'c Action) -> impl Iterator<Item = &'c Statement> {
    let others = action.statements.iter().filter(move |_| !is_recorded(corpus, action));
    recorded(corpus, action).chain(others)
}

/// When it was made, where that is recorded.
pub fn made<'c>(corpus: &'c Corpus, action: &'c Action) -> Option<&'c Date> {
    let mut dates = counted(corpus, action).filter_map(|statement| date_of(action.kind.value, statement));
    dates.next().map(|date| &date.value)
}

/// When it was withdrawn, where that is recorded.
pub fn withdrawn<'c>(corpus: &'c Corpus, action: &'c Action) -> Option<ReservationEnd<'c>> {
    let end = |statement: &'c Statement| {
        let date = statement.effective.as_ref()?;
        Some(ReservationEnd { date: &date.value, statement: Some(statement) })
    };
    counted(corpus, action).find_map(end)
}

/// The end of `action`: its withdrawal or the end of the bond, whichever surely comes first.
pub fn end<'c>(corpus: &'c Corpus, action: &'c Action) -> Option<ReservationEnd<'c>> {
    let of_bond = end_of_bond(corpus, action);
    let withdrawn = withdrawn(corpus, action);
    let is_first = |bond: &ReservationEnd<'_>| withdrawn.is_none_or(|own| bond.date.surely_before(own.date));
    of_bond.filter(is_first).or(withdrawn)
}

/// The first end of the state's bond, the state or the instrument that does not lie before the reservation.
fn end_of_bond<'c>(corpus: &'c Corpus, action: &'c Action) -> Option<ReservationEnd<'c>> {
    let made = made(corpus, action);
    let intervals = status::intervals(corpus, &action.country, &action.instrument.value);
    intervals.into_iter().find_map(|interval| {
        let is_over = matches!(interval.on.status, Status::FormerParty | Status::Ended) && !interval.on.uncertain;
        let date = interval.on.since.filter(|_| is_over)?;
        let statement = interval.on.by.and_then(|by| recorded(corpus, by).next());
        made.is_none_or(|made| !date.surely_before(made)).then_some(ReservationEnd { date, statement })
    })
}

/// The reservation or declaration to which `objection` is directed; `None` where it could be several, or is not recorded.
pub fn objected<'c>(corpus: &'c Corpus, objection: &Action) -> Option<&'c Action> {
    let to = objection.to.as_ref().filter(|_| objection.kind.value == ActionKind::Objection)?;
    let kind = objection.act.unwrap_or(ActionKind::Reservation);
    let is_object =
        |other: &&Action| other.kind.value == kind && objection.to_number.is_none_or(|number| other.number == number);
    let mut objects = corpus.actions_of(&to.value, &objection.instrument.value).iter().filter(is_object);
    objects.next().filter(|_| objects.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::super::sample::Sample;
    use super::*;

    fn end_of_first(sample: &Sample) -> Option<String> {
        let corpus = sample.corpus();
        let of_kind = |action: &&Action| action.kind.value.modifies();
        end(&corpus, corpus.actions.iter().find(of_kind).expect("there is one")).map(|end| end.date.to_string())
    }

    #[test]
    fn a_reservation_ends_with_its_withdrawal_or_with_the_bond() {
        let bound = Sample::new().treaty(Some("2003-09-29"), Some(30));
        let bound = bound.action("accession", &[("un", "deposited", "2004-01-10")]);
        let withdrawal = [("un", "deposited", "2004-01-10"), ("un", "effective", "2012")];
        let reserved = bound.clone().action("reservation", &withdrawal);
        assert_eq!(end_of_first(&reserved).as_deref(), Some("2012"));
        let left = [("un", "deposited", "2008-05-26"), ("un", "effective", "2009-05-26")];
        assert_eq!(end_of_first(&reserved.action("denunciation", &left)).as_deref(), Some("2009-05-26"));
        let stands = bound.action("reservation", &[("un", "deposited", "2004-01-10")]);
        assert_eq!(end_of_first(&stands), None);
    }

    #[test]
    fn an_objection_is_directed_at_the_reservation_of_its_number() {
        let day = [("un", "deposited", "2004-01-10")];
        let sample = Sample::new().treaty(Some("2003-09-29"), Some(30));
        let sample = sample.action("reservation", &day).again("reservation", &day).action("objection", &day);
        let directed = |number: Option<u32>| {
            let sample = sample.clone().with(|corpus| {
                corpus.actions[2].to = Some(crate::text::At::new(corpus.actions[2].country.clone(), Sample::place()));
                corpus.actions[2].to_number = number;
            });
            let corpus = sample.corpus();
            let objection = corpus.actions.iter().find(|action| action.kind.value == ActionKind::Objection);
            objected(&corpus, objection.expect("it is there")).map(|object| object.number)
        };
        assert_eq!([directed(Some(2)), directed(Some(3)), directed(None)], [Some(2), None, None]);
    }
}
