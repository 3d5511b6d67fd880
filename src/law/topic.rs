//! Topics.

use crate::text::{Prose, TaggedText};

use super::record::{Record, head, named};
use super::{Head, TopicId};

/// A subject, or a stage of the problem.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Its span, former ids and acknowledged faults.
    pub head: Head,
    /// Its id.
    pub id: TopicId,
    /// Its name.
    pub title: TaggedText,
    /// Its place in the list of topics, smallest first.
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
