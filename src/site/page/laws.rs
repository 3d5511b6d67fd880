//! The page with the list of laws, by country; or the part of it for one country.

use crate::law;
use crate::site::context::Context;
use crate::site::page::piece::{split, statute};
use crate::site::view::{CountryLaws, Laws};

pub fn view(cx: &Context<'_>) -> Laws {
    let of = |country: &law::Country| CountryLaws {
        country: cx.country(&country.id),
        laws: statute::lines_of(cx, &country.id),
    };
    let listed = split::countries(cx).into_iter();
    Laws { countries: listed.map(of).filter(|c| !c.laws.is_empty()).collect() }
}
