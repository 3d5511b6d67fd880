//! The description of a part, and the reasons why a copy cannot be made.

use serde::Serialize;

use crate::publish::renderer::Renderer;
use crate::site::Subset;
use crate::text::TaggedText;

/// The file name of the handbook, without `.html`; in a further language, the language tag comes before it.
pub const HANDBOOK: &str = "handbook";

/// The countries, topics and languages of a part, under their names in the content.
#[derive(Serialize)]
pub struct Named {
    pub countries: Vec<TaggedText>,
    pub topics: Vec<TaggedText>,
    /// The languages by their own names; empty where the part has all of them.
    pub languages: Vec<String>,
}

impl Named {
    /// Describes a part in the words of a site.
    pub fn of(renderer: &Renderer, part: &Subset) -> Named {
        let (countries, topics) = crate::site::names_in(&renderer.site, part);
        let locales = renderer.site.locales();
        let own = || locales.iter().filter(|edition| part.speaks(&edition.language));
        let some = own().count() < locales.len();
        let languages = own().filter(|_| some).map(|edition| edition.name.clone()).collect();
        Named { countries, topics, languages }
    }
}

/// Why an archive cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// A path that some system cannot store, and the reason.
    Path(String, String),
    /// The archive would exceed the limits of the ZIP format.
    TooLarge,
}
