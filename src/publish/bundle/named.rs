//! What a part is called, and why a copy cannot be made.

use serde::Serialize;

use crate::publish::renderer::Renderer;
use crate::site::Subset;
use crate::text::TaggedText;

/// The name of the single file for telephones, without its end; in a further language the language stands before that.
pub const HANDBOOK: &str = "handbook";

/// What a part consists of, in the words of the content.
#[derive(Serialize)]
pub struct Named {
    pub countries: Vec<TaggedText>,
    pub topics: Vec<TaggedText>,
    /// What its languages call themselves, where it does not have all.
    pub languages: Vec<String>,
}

impl Named {
    /// The part in the words of a site.
    pub fn of(renderer: &Renderer, part: &Subset) -> Named {
        let (countries, topics) = crate::site::names_in(&renderer.site, part);
        let locales = renderer.site.locales();
        let own = || locales.iter().filter(|edition| part.speaks(&edition.language));
        let some = own().count() < locales.len();
        let languages = own().filter(|_| some).map(|edition| edition.name.clone()).collect();
        Named { countries, topics, languages }
    }
}

/// Why there can be no archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// A path that some system cannot hold, and why.
    Path(String, String),
    /// The archive would be longer than its format can say.
    TooLarge,
}
