//! The articles on which the headline answers of a country rest, with the first words of their wording of the day.

use crate::law::provision_state::{self, ProvisionState};
use crate::law::{self, Country, Domain, Kind, ProvisionId, Question, RestsOn, Standing, cell, standing};
use crate::site::context::Context;
use crate::site::date::{span, when};
use crate::site::page::piece::wording::{self, translated};
use crate::site::view::{MainArticle, WordingTranslation};
use crate::text::plain::shorten;

/// The most articles, so that they stay on the first screens.
const MOST: usize = 2;

/// The most letters of an article's words; the rest stands on its page.
const LETTERS: usize = 320;

/// The articles that are law on the page's day, those on which most answers rest first.
pub fn of_country(cx: &Context<'_>, country: &Country) -> Vec<MainArticle> {
    let mut found: Vec<(&ProvisionId, usize)> = Vec::new();
    for id in rested_on(cx, country) {
        match found.iter_mut().find(|(known, _)| *known == id) {
            Some((_, count)) => *count += 1,
            None => found.push((id, 1)),
        }
    }
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let provisions = found.iter().filter_map(|(id, _)| cx.corpus().provisions.get(id.as_str()));
    provisions.filter_map(|provision| view(cx, provision)).take(MOST).collect()
}

/// The articles on which current answers to headline questions about the law rest, in the order of the codebook.
fn rested_on<'s>(cx: &Context<'s>, country: &Country) -> Vec<&'s ProvisionId> {
    let codebook: Vec<&Question> = cx.site.index.codebook().collect();
    let has_headlines = codebook.iter().any(|question| question.headline);
    let is_asked = |q: &&&Question| q.domain == Domain::Law && q.headline == has_headlines;
    let mut list = Vec::new();
    for question in codebook.iter().filter(is_asked) {
        let on = cell::on(cx.corpus(), question, &country.id, cx.day);
        let standing = standing::of(cx.corpus(), question, &country.id, cx.day, &on).standing;
        let current = matches!(standing, Standing::Holds | Standing::LastKnown);
        let finding = on.shown.filter(|_| current);
        list.extend(finding.into_iter().flat_map(|f| &f.rests_on).filter_map(|on| match on {
            RestsOn::Provision(id, _) => Some(&id.value),
            _ => None,
        }));
    }
    list
}

fn view(cx: &Context<'_>, provision: &law::Provision) -> Option<MainArticle> {
    let on = provision_state::on(cx.corpus(), provision, cx.day);
    if !matches!(on.state, ProvisionState::InForce | ProvisionState::Uncertain) {
        return None;
    }
    let number = on.wording?;
    let of_day = provision.wordings.get(number)?;
    let law = cx.corpus().laws.get(provision.law.as_str());
    let language = &cx.corpus().settings.language;
    let words = of_day.quotation.as_ref().map(|q| {
        let quotation = cx.quotation(q);
        crate::site::view::Quotation { text: shorten(&quotation.text, LETTERS), original: None, ..quotation }
    });
    let own = translated(cx, of_day, words.as_ref());
    let said = of_day.summary.as_ref().filter(|_| words.is_none());
    Some(MainArticle {
        link: cx.link(Kind::Provision, provision.id.as_str()),
        heading: of_day.heading_in(language),
        state: provision_state::wording_on(law, provision, number, cx.day).word(),
        period: span(&of_day.period),
        observed: of_day.observed.as_ref().map(when),
        translated: own.map(|t| WordingTranslation {
            heading: None,
            text: shorten(&t.text, LETTERS),
            ..wording::translation(of_day, t)
        }),
        summary: said.map(|said| shorten(&cx.site.index.first_paragraph(said), LETTERS)).unwrap_or_default(),
        words,
        penalty: of_day.penalty.clone(),
        citation: cx.citation(&of_day.citation),
    })
}
