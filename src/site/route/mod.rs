//! Which pages there are, where they lie, and how long ones are split: the enum [`Page`] with all that follows from a page
//! alone, addresses and links, limits, and the pages that a corpus asks for. What a page shows, this room never knows.

mod address;
mod division;
mod href;
mod limit;
mod page;
mod pair;
mod record;

pub use address::{Address, main_pages, split_day};
pub use division::{Amounts, Divisions, Line};
pub use href::{relative, root_of, web};
pub use limit::{MOST_LINES, is_too_much, split_by_year, told_of_one};
pub use page::{FRAME, Page};
pub use pair::{DayPair, are_neighbours, day_pairs, members};
pub use record::{article_anchor, of_origin, of_thing, part_anchor, path_of};
