//! What several pages share: each a function from the context and a record to a part of a view.

pub mod amendment;
pub mod answer;
pub mod article;
pub mod beside;
pub mod between;
pub mod card;
pub mod change;
pub mod conflict;
pub mod counts;
pub mod division;
pub mod gap;
pub mod handout;
pub mod matrix;
pub mod observation;
pub mod offence;
pub mod origin;
pub mod plain;
pub mod quick_exit;
pub mod section;
pub mod source;
pub mod statute;
pub mod treaty;
pub mod wording;
