//! What an editor asks about a site that is being written: what may be typed here, what is this, where is it, who
//! mentions it.
//!
//! What comes in are the files as they stand in the editor and the law read from them; what goes out are bytes of files
//! and words. How an editor speaks (JSON, positions in UTF-16) belongs to the program.

mod complete;
mod cursor;
mod format;
mod hover;
mod mend;
mod navigate;
mod outline;
mod quoted;
mod schema;
mod workspace;

pub use complete::{Completion, CompletionKind, complete};
pub use cursor::{Cursor, cursor};
pub use format::formatted;
pub use hover::hover;
pub use mend::{Mended, mended};
pub use navigate::{Located, definition, mentioned_at, references};
pub use outline::{Heading, outline};
pub use schema::schema;
pub use workspace::{Entry, Workspace};
