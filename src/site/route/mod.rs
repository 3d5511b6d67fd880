//! Which pages there are, where they lie, and how long ones are split: the enum [`Page`] with everything that follows
//! from a page alone, addresses and links, limits, and the pages that a corpus needs. This room never knows what a page
//! shows.

mod address;
mod changes;
mod compared;
mod href;
mod limit;
mod page;
mod pages;
mod pair;
mod part;
mod record;
mod split;

use crate::law::{CountryId, QuestionId};

pub use address::Address;
pub use changes::split;
pub use compared::{
    CellChange, Changes, became, compared_pairs, is_near, names_first_answers, page_of, page_of_country,
};
pub use href::{relative, root_of};
pub use limit::{MOST_LINES, is_too_much, preview_of_one};
pub use page::{DOORS, Page};
pub use pages::Pages;
pub use pair::{DayPair, members};
pub use part::{GroupName, PartGrid, PartGroup};
pub use record::{
    ABOUT, article_anchor, day_anchor, of_origin, of_record_ref, paragraph_anchor, part_anchor, path_of, record_anchor,
};
pub use split::{Amounts, Line};

/// The path of the glance grid as a picture, below the folder of its language.
pub const PICTURE: &str = "glance.svg";

/// The path of the strips of a question as a picture, below the folder of its language.
pub fn strips_of(question: &QuestionId) -> String {
    format!("questions/{question}.svg")
}

/// The path of the answers of one country as a picture, below the folder of its language.
pub fn picture_of(country: &CountryId) -> String {
    format!("countries/{country}/{PICTURE}")
}
