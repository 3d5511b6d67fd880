//! Everything that is computed from the corpus once, before any page is made.

mod by_country;
mod calendar;
mod collation;
mod glossary;
mod lookup;
mod order;
mod references;
mod words;

pub use by_country::Places;
pub use calendar::{Days, joins_treaties, nearest, treaty_columns};
pub use lookup::Index;
pub use references::{References, Use, basis, country_of, rests_on};
pub use words::Words;
