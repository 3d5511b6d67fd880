//! The page with the list of topics.

use crate::law::{self, Kind};
use crate::site::context::Context;
use crate::site::view::{TopicLine, Topics};

pub fn view(cx: &Context<'_>) -> Topics {
    let corpus = cx.corpus();
    let line = |topic: &law::Topic| {
        let under = |topics: &[crate::text::At<law::TopicId>]| topics.iter().any(|t| t.value == topic.id);
        TopicLine {
            link: cx.link(Kind::Topic, topic.id.as_str()),
            summary: cx.site.index.summary(&topic.body),
            questions: corpus.questions.iter().filter(|q| under(&q.topics)).count(),
            provisions: cx.site.index.provisions_under(&topic.id).count()
                + corpus.offences.iter().filter(|o| under(&o.topics)).count(),
        }
    };
    Topics { topics: cx.site.index.topics().map(line).collect() }
}
