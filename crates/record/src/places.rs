//! Decisions of gathering as effects, and what they mean for each story.

use std::collections::BTreeMap;

use throughline_gather::{Change, Decision, StoryId};
use throughline_model::Moment;

use crate::{Cause, Effect, Reason};

/// What happened to each story that changed.
pub type Causes = BTreeMap<StoryId, Cause>;

/// What a step did: effects, and the stories to be told anew.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Taken {
    /// Places, reasons and redirects, in order.
    pub effects: Vec<Effect>,
    /// The stories that changed and still are, with what changed them.
    pub causes: Causes,
}

impl Taken {
    /// Adds one decision of gathering.
    pub(crate) fn add(&mut self, decision: Decision, at: Moment) {
        let story = decision.story;
        let by_reader = decision.why.corrected;
        let placed: Vec<String> = match &decision.change {
            Change::Started { article } | Change::Joined { article } => {
                self.cause(story).added.push(article.clone());
                vec![article.clone()]
            }
            Change::Merged { gone, articles } => {
                let before = self.causes.remove(gone).unwrap_or_default();
                let cause = self.cause(story);
                cause.added.extend(articles.iter().cloned());
                cause.merged.extend(before.merged);
                cause.merged.push(*gone);
                self.effects.push(Effect::Redirect { gone: *gone, into: story });
                articles.clone()
            }
            Change::Split { from, articles } | Change::Moved { from, articles } => {
                let split = matches!(decision.change, Change::Split { .. });
                let left = self.cause(*from);
                left.added.retain(|article| !articles.contains(article));
                left.left.extend(articles.iter().cloned());
                if split {
                    left.split_into.push(story);
                }
                let cause = self.cause(story);
                cause.added.extend(articles.iter().cloned());
                if split {
                    cause.split_from = Some(*from);
                }
                articles.clone()
            }
        };
        let touched = [Some(story), source(&decision.change)];
        for story in touched.into_iter().flatten() {
            if let Some(cause) = self.causes.get_mut(&story) {
                cause.by_reader |= by_reader;
            }
        }
        let place = |article: &String| Effect::Place { article: article.clone(), story };
        self.effects.extend(placed.iter().map(place));
        self.effects.push(Effect::Reason(Reason { at, articles: placed, decision }));
    }

    fn cause(&mut self, story: StoryId) -> &mut Cause {
        self.causes.entry(story).or_default()
    }
}

fn source(change: &Change) -> Option<StoryId> {
    match change {
        Change::Split { from, .. } | Change::Moved { from, .. } => Some(*from),
        _ => None,
    }
}
