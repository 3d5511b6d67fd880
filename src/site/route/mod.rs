//! Which pages there are, where they lie, and how long ones are split: the enum [`Page`] with all that follows from a page
//! alone, addresses and links, limits, and the pages that a corpus asks for. What a page shows, this room never knows.

mod address;
mod changes;
mod compared;
mod division;
mod href;
mod limit;
mod page;
mod pages;
mod pair;
mod record;

pub use address::Address;
pub use changes::split;
pub use compared::{Became, became, compared_pairs, is_near, names_first_answers, page_of, page_of_country};
pub use division::{Amounts, Line};
pub use href::{relative, root_of};
pub use limit::{MOST_LINES, is_too_much, told_of_one};
pub use page::{FRAME, Page};
pub use pages::Pages;
pub use pair::{DayPair, members};
pub use record::{article_anchor, of_origin, of_thing, part_anchor, path_of};
