//! Text as its authors wrote it: files, spans and places, diagnostics, names (of files, records, and
//! what languages call countries), and the one Markdown dialect.
//!
//! What comes in is a path and its characters; what goes out are values that remember where they stand.
//! This room never knows the law, HTML, or the shape of any TOML: everybody imports it, so it imports nobody.

mod accident;
mod address;
mod alphabet;
mod author;
mod bare_address;
mod base64;
mod character;
mod cited;
mod construct;
mod damage;
mod diagnostic;
mod dialect;
mod encoding;
mod example;
mod extract;
mod fence;
mod figure;
mod file;
mod file_cache;
mod fix;
mod junk;
mod language;
mod layout;
mod literal;
mod located;
mod marked;
mod misread;
mod misread_letters;
mod month;
mod name;
mod near_id;
mod node;
mod number;
mod paragraph;
pub mod plain;
mod prose;
mod reference;
mod region;
mod report;
mod script;
mod tagged;
mod tree;
mod undecoded;
mod unfilled;
mod unfinished;

pub use accident::{ACCIDENT, isolated, note_panic};
pub use address::{BAD_ADDRESS, accessed_behind, is_web_address, scheme_meant, unfollowed};
pub use author::{ByAuthor, CITATION_BY_AUTHOR};
pub use character::{first_unseen, is_blank, is_unseen, is_unspaced, named};
pub use cited::CITATION_FORM;
pub use damage::{FAULTS as DAMAGE_FAULTS, damage, damage_again, without_echoes};
pub use diagnostic::{Diagnostic, Diagnostics, Fault, Level, Note};
pub use dialect::FAULTS;
pub use encoding::{decoded, foreign_encoding};
pub use example::{Example, Forms, Part, examples};
pub use extract::Extract;
pub use fence::{Fences, fences};
pub use figure::{figure, han_figure, han_value, raised_figure};
pub use file::{At, File, FileId, FileNumbering, Files, Place, Span, Unreadable, Why};
pub use file_cache::FileCache;
pub use fix::{Change, Fix};
pub use junk::{is_left_by_desktop, is_of_desktop, is_of_editor};
pub use language::{BadTag, check_language};
pub use located::{ProseRef, RecordLink, Target};
pub use month::{MONTHS, month, month_alike, month_length};
pub use name::{foreign_letter, is_slug, nearest, not_portable, slug, slug_meant};
pub use near_id::nearest_id;
pub use node::{Align, Block, Inline, ListMark, Numbering};
pub use number::{Amount, amounts};
pub use number::{FIGURE_IN_WORD, LETTER_IN_NUMBER, NO_SUCH_DAY, RANGE_REVERSED, Text as NumberText, slips};
pub use paragraph::{Paragraph, paragraph_address, paragraphs};
pub use prose::Prose;
pub use region::{
    Code, Standing, codes_of, country_called, country_language, country_meant, country_name, country_of, former_holder,
    language_script,
};
pub use report::{Ink, Reporter, SCHEMA, clean};
pub use tagged::{Origin, TaggedText, direction};
pub use unfilled::{TOKEN, UNFILLED, is_token, token, tokens};
pub use unfinished::{BROKEN_OFF, NO_PLACE_HELP, PLACEHOLDER, is_nothing, no_place, placeholder};

/// An example of each fault of this room; see [`examples`].
pub static EXAMPLES: &str = include_str!("examples.txt");
