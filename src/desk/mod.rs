//! The author's desk: what a lawyer has on it (a spreadsheet, a depositary's table, a list of references) becomes edits
//! of files, and the site becomes a sheet to fill in.
//!
//! What comes in is a site and the bytes of a file; what goes out are bytes, or a [`Plan`]: the new texts of files with
//! all that they change, and all that is refused, with its place in the file that came. An edit replaces the bytes of
//! one value and leaves every other one, so that comments and order stay. This room writes nothing; `disk` does.

mod bibtex;
mod change;
mod column;
mod comma;
mod csl;
mod former;
mod front;
mod grid;
mod heads;
mod home;
mod import;
mod known;
mod markup;
mod matrix;
mod open;
mod plan;
mod reference;
mod rename;
mod ris;
mod rows;
mod sheet;
mod source_id;
mod sources;
mod splice;
mod state;
mod sum;
mod table;
mod treaties;
mod trial;
mod workbook;
mod zotero;

pub use column::Column;
pub use comma::comma;
pub use import::import;
pub use matrix::fill;
pub use plan::{Change, Edit, Plan, Refusal, Spot, Step};
pub use rename::{NotRenamed, OldId, Renaming, rename};
pub use sheet::{Answers, Row, Selection, Sheet, sheet};
pub use sources::sources;
pub use treaties::{Table, treaties};
pub use workbook::workbook;
