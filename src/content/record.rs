//! What records share: heads, citations, quotations.

use crate::law::{Acknowledgement, Citation, ConflictId, Head, Quotation, SourceId, Tier, TopicId, Translation};
use crate::text::{At, Diagnostic, Fault, Level};

use super::row::Row;

/// A field that speaks of another that is not there.
pub static STRAY_FIELD: Fault = Fault {
    code: "stray-field",
    level: Level::Error,
    summary: "a field speaks of something that the record does not have",
    explanation: "A language or a standing of a translation belongs to a quotation, a limit to the answer `partial`, a \
stage to `pending`. Standing alone they would be lost: write what they speak of, or delete them.",
};

/// Order of records that name none: after those that do.
pub(super) const UNORDERED: i64 = 1_000_000;

impl Row<'_, '_> {
    /// What every record carries.
    pub(super) fn head(&self) -> Head {
        let acknowledge = self.entries("acknowledge");
        Head {
            at: self.at,
            draft: self.flag("draft").unwrap_or(false),
            aliases: self.ids("aliases", |text| text),
            trace: self.list("trace"),
            acknowledge: acknowledge.iter().filter_map(Row::acknowledgement).collect(),
            confirmed_on: self.date("confirmed_on"),
        }
    }

    fn acknowledgement(&self) -> Option<Acknowledgement> {
        Some(Acknowledgement {
            fault: self.words_at("fault")?,
            conflict: self.id("conflict", ConflictId::new),
            reason: self.words("reason")?,
        })
    }

    /// A source and the place in it.
    pub(super) fn citation(&self) -> Option<Citation> {
        let tier = Tier::parse(self.word("tier"));
        Some(Citation { source: self.id("source", SourceId::new)?, place: self.words("place")?, tier })
    }

    /// The topics.
    pub(super) fn topics(&self) -> Vec<At<TopicId>> {
        self.ids("topics", TopicId::new)
    }

    /// The place in a list.
    pub(super) fn order(&self) -> i64 {
        self.number("order").unwrap_or(UNORDERED)
    }

    /// The standing of a translation.
    pub(super) fn translation(&self, name: &str) -> Option<Translation> {
        Translation::parse(self.word(name))
    }

    /// Words of a source.
    pub(super) fn quotation(&self, faults: &mut Vec<Diagnostic>) -> Option<Quotation> {
        let Some(text) = self.extract("quote") else {
            for name in ["quote_language", "translation", "original"] {
                if self.has(name) && !self.has("quote") {
                    let message = format!("`{name}` speaks of a `quote`, and there is none");
                    faults.push(
                        STRAY_FIELD.at(self.place(name), message).help("write `quote = \"…\"`, or delete this field"),
                    );
                }
            }
            return None;
        };
        Some(Quotation {
            text,
            language: self.words("quote_language").unwrap_or_else(|| self.content_file.language.to_owned()),
            translation: self.translation("translation"),
            original: self.localized_text("original"),
        })
    }
}
