//! [`check`]: whether all that a store holds hangs together.

use throughline_extract::SiteLines;
use throughline_model::{Moment, sha256_hex};
use throughline_prove::Proof;
use throughline_record::{Record, StoryHead};
use throughline_store::{Articles, Filter, Problem, Result, Store, pieces};

use crate::whole;

/// What was checked, and what is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// Articles that read.
    pub articles: usize,
    /// Stories.
    pub stories: usize,
    /// Revisions that read.
    pub revisions: usize,
    /// What is wrong; empty where all is sound.
    pub faults: Vec<String>,
}

/// Reads all of a store. What does not read is a fault, and the rest is read on.
/// `step` is called after each story with how many there are.
///
/// # Errors
/// When the store does not read at all.
pub fn check(store: &dyn Store, mut step: impl FnMut(usize)) -> Result<Checked> {
    let faults = store.faults()?;
    let named = faults.clone();
    let mut checked = Checked { faults, ..Checked::default() };
    let mut failed = None;
    let record = Record::restore(pieces(store, &mut failed));
    if let Some(error) = failed {
        return Err(error);
    }
    let record = record.map_err(|damaged| checked.faults.push(damaged.to_string())).ok();
    // No phase is asked for, so any time will do.
    let stories = store.stories(&Filter::all(Moment::day(Default::default())));
    let mut unread = Unread::default();
    checked.sites(store, &mut unread);
    let stories = unread.or_note("the list of stories", stories).unwrap_or_default();
    for head in &stories {
        checked.story(store, record.as_ref(), head, &mut unread);
        step(stories.len());
    }
    checked.faults.extend(unread.untold(&named));
    Ok(checked)
}

/// What the store could not give, with why.
#[derive(Default)]
struct Unread(Vec<(String, Problem)>);

impl Unread {
    fn or_note<T>(&mut self, what: &str, read: Result<T>) -> Option<T> {
        read.map_err(|error| self.0.push((what.to_owned(), error.problem))).ok()
    }

    /// Without those that the store has named with the body at fault: they are
    /// not told again by the story that holds it.
    fn untold(self, named: &[String]) -> impl Iterator<Item = String> {
        let is_named = |problem: &Problem| match problem {
            Problem::Damaged(what) => named.iter().any(|fault| fault.ends_with(what)),
            _ => false,
        };
        let untold = self.0.into_iter().filter(move |(_, problem)| !is_named(problem));
        untold.map(|(what, problem)| format!("{what}: {problem}"))
    }
}

impl Checked {
    fn sites(&mut self, store: &dyn Store, unread: &mut Unread) {
        let sites = unread.or_note("the list of sites", store.sites()).unwrap_or_default();
        for site in sites {
            let Some(kept) = unread.or_note(&format!("site {site}"), store.site(&site)) else {
                continue;
            };
            let read = SiteLines::default().restore(&site, &kept.unwrap_or_default());
            self.faults.extend(read.err().map(|damaged| damaged.to_string()));
        }
    }

    fn story(
        &mut self,
        store: &dyn Store,
        record: Option<&Record>,
        head: &StoryHead,
        unread: &mut Unread,
    ) {
        let story = head.id;
        self.stories += 1;
        let articles = store.articles(Articles::Of(story));
        let articles = unread.or_note(&format!("story {story}"), articles);
        for article in articles.iter().flatten() {
            if sha256_hex(&article.text) != article.sha256 {
                self.faults.push(format!("article {}: its text has changed", article.id));
            }
            let place = record.and_then(|record| record.story_of(&article.id));
            if place.is_some_and(|place| place != story) {
                self.faults.push(format!("article {}: in two stories", article.id));
            }
        }
        if let Some(many) = articles.map(|articles| articles.len()) {
            if many != head.articles as usize {
                let what = format!("{many} articles and not {}", head.articles);
                self.faults.push(format!("story {story}: {what}"));
            }
            self.articles += many;
        }
        let history = store.history(story);
        let history = unread.or_note(&format!("the revisions of story {story}"), history);
        for line in history.into_iter().flatten() {
            let revision = store.revision(story, line.number);
            let named = format!("story {story}, revision {}", line.number);
            let Some(revision) = unread.or_note(&named, revision).flatten() else { continue };
            self.revisions += 1;
            if line.number == head.revision
                && let Some(briefing) = unread.or_note(&named, whole(revision, store))
            {
                let faults = Proof::from(&briefing.articles).faults(&briefing);
                self.faults.extend(faults.iter().map(|fault| format!("story {story}: {fault}")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_with_its_body_is_not_told_again_and_all_else_is() {
        let named = ["article first, text 0a1b: a body does not unpack".to_owned()];
        let cases = [
            (Problem::Damaged("a body does not unpack".into()), false),
            (Problem::Damaged("it rests on a later one".into()), true),
            (Problem::Locked, true),
        ];
        for (problem, told) in cases {
            let unread = Unread(vec![("story".to_owned(), problem)]);
            assert_eq!(unread.untold(&named).count() == 1, told);
        }
    }
}
