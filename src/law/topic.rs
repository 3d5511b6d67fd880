//! Topics.

use crate::text::{Prose, TaggedText};

use super::record::{Record, head, named};
use super::{Head, TopicId};

/// A subject, or a stage of the problem, under which records are listed.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// The name of its file.
    pub id: TopicId,
    /// In the site's language.
    pub title: TaggedText,
    /// Sort key in the list of topics, smallest first.
    pub order: i64,
    /// What it covers.
    pub body: Prose,
}

named!(Topic);

impl Record for Topic {
    head!(named);

    fn title(&self) -> &str {
        &self.title
    }

    fn body(&self) -> Option<&Prose> {
        Some(&self.body)
    }
}
