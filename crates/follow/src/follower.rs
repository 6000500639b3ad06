//! [`Follower`]: one step after the other, each committed as one.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::Arc,
};

use throughline_annotate::Reading;
use throughline_brief::{Options, brief_again};
use throughline_extract::{Outlets, SiteLines};
use throughline_gather::{StoryId, in_order};
use throughline_model::{Article, Briefing, Moment};
use throughline_prove::{Fault, Parsed, Proof};
use throughline_record::{
    Cause, Causes, Effect, Reason, Record, Revised, Sorted, StoryHead, Taken, keys, revise, sort,
};
use throughline_store::{Articles, Store, pieces};

use crate::{Error, parallel::each, readings::Readings, whole};

/// Follows stories in a store.
pub struct Follower<S> {
    store: S,
    /// None when a step failed after it was decided: the store knows better.
    live: Option<Live>,
    readings: Readings,
    write: Write,
}

/// How a story is told: [`brief_again`], but where a test asks what becomes of a briefing
/// that its writer got wrong.
type Write = fn(Vec<Reading>, &Options, &Parsed) -> Option<Briefing>;

/// The record, and the position of the store that it belongs to: a step decided
/// with it is refused where somebody else wrote since.
struct Live {
    record: Record,
    position: u64,
}

/// What steps are done with.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The present, and the time of what is put down.
    pub now: Moment,
    /// Who owns which outlet.
    pub outlets: Outlets,
}

/// What a step did.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Step {
    /// Ids of the articles that are new.
    pub new: Vec<String>,
    /// Ids of known articles with a newer text.
    pub changed: Vec<String>,
    /// How many articles gave nothing that was not there.
    pub known: usize,
    /// The stories that changed.
    pub stories: Vec<Touched>,
    /// What spoke for a reader's correction, and against it; empty where articles
    /// came.
    pub reasons: Vec<Reason>,
}

/// A story that a step changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Touched {
    /// Its line now.
    pub head: StoryHead,
    /// What changed it.
    pub cause: Cause,
    /// Whether its briefing tells anything new; none where nothing could be told.
    pub news: Option<bool>,
    /// What is at fault in its new briefing, which was not put down then: the story goes on
    /// as it was told last, and its next article brings another briefing.
    pub faults: Vec<Fault>,
}

/// A story that is to be told anew.
struct Stale {
    story: StoryId,
    cause: Cause,
    head: Option<StoryHead>,
    before: Option<Briefing>,
    readings: Vec<Arc<Reading>>,
}

impl<S: Store> Follower<S> {
    /// Goes on where the store stands.
    ///
    /// # Errors
    /// When the store does not read.
    pub fn open(store: S) -> Result<Self, Error> {
        let (live, readings) = (None, Readings::default());
        let mut follower = Self { store, live, readings, write: brief_again };
        follower.record()?;
        Ok(follower)
    }

    /// The store.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// How many stories are live.
    pub fn live(&self) -> usize {
        self.live.as_ref().map_or(0, |live| live.record.live())
    }

    /// Takes a batch of articles in, in order of arrival. All of it is stored when
    /// this returns, or nothing.
    ///
    /// # Errors
    /// When the store refuses.
    pub fn take(&mut self, articles: Vec<Article>, desk: &Desk) -> Result<Step, Error> {
        // First of all: after a step that failed it forgets what was read then.
        self.record()?;
        let all_keys: Vec<String> = articles.iter().flat_map(keys).collect();
        let known = self.store.known(&all_keys)?;
        let mut sorted = sort(articles, known, desk.now);
        let learned = self.learned(&mut sorted)?;
        sorted.effects.extend(learned);
        let mut changed: Vec<Article> = sorted.changed.iter().map(|(a, _)| a.clone()).collect();
        // A text that its outlet went back to is read as the store keeps it.
        let texts: Vec<(String, String)> =
            changed.iter().map(|a| (a.id.clone(), a.sha256.clone())).collect();
        for kept in self.store.articles(Articles::Versions(&texts))? {
            changed.iter_mut().filter(|a| a.id == kept.id).for_each(|a| *a = kept.clone());
        }
        let read = self.readings.read(&sorted.new);
        self.readings.read(&changed);
        let new: Vec<&Reading> = read.iter().map(Arc::as_ref).collect();
        let record = self.record()?;
        let mut taken = record.take(&new, desk.now);
        for (article, story) in &sorted.changed {
            if let Some(story) = record.story_of(&article.id).or(*story) {
                taken.causes.entry(story).or_default().changed.push(article.id.clone());
            }
        }
        let mut step = Step {
            new: sorted.new.iter().map(|a| a.id.clone()).collect(),
            changed: changed.into_iter().map(|a| a.id).collect(),
            known: sorted.known,
            ..Step::default()
        };
        step.stories = self.close(sorted.effects, taken, desk)?;
        Ok(step)
    }

    /// Marks the lines of new texts that recur on their sites, by what the store knows of
    /// the sites and by the texts beside them; what is known then. A text that is stored
    /// already stays as it is.
    fn learned(&self, sorted: &mut Sorted) -> Result<Vec<Effect>, Error> {
        let changed = sorted.changed.iter().map(|(article, _)| article);
        let came: Vec<&Article> = sorted.new.iter().chain(changed).collect();
        let names: BTreeSet<String> = came.iter().filter_map(|a| SiteLines::site(a)).collect();
        let mut sites = SiteLines::default();
        for site in &names {
            // A hint that is damaged is learned anew; `doctor` names it till then.
            if let Some(kept) = self.store.site(site)? {
                sites.restore(site, &kept).ok();
            }
        }
        // All are known before any is marked: their order decides nothing.
        came.into_iter().for_each(|article| sites.learn(article));
        sorted.texts_mut().for_each(|article| sites.mark(article));
        let kept = |site: String| sites.kept(&site).map(|lines| Effect::Site { site, lines });
        Ok(names.into_iter().filter_map(kept).collect())
    }

    /// A reader says that two stories are one.
    ///
    /// # Errors
    /// When they cannot be, or the store refuses.
    pub fn merge(&mut self, a: StoryId, b: StoryId, desk: &Desk) -> Result<Step, Error> {
        let (a, b) = (self.here(a)?, self.here(b)?);
        let taken = self.record()?.join(a, b, desk.now)?;
        self.corrected(taken, desk)
    }

    /// A reader says that some articles of a story are another story.
    ///
    /// # Errors
    /// When they cannot be, or the store refuses.
    pub fn split(&mut self, story: StoryId, apart: &[&str], desk: &Desk) -> Result<Step, Error> {
        let story = self.here(story)?;
        let ids: HashSet<String> = self.record()?.articles(story).into_iter().collect();
        let readings = self.readings.of(&ids, &self.store)?;
        let all: Vec<Reading> =
            ids.iter().filter_map(|id| readings.get(id)).map(|r| Reading::clone(r)).collect();
        let taken = self.record()?.split(story, &all, apart, desk.now)?;
        self.corrected(taken, desk)
    }

    fn corrected(&mut self, taken: Taken, desk: &Desk) -> Result<Step, Error> {
        let given = |effect: &Effect| match effect {
            Effect::Reason(reason) => Some(reason.clone()),
            _ => None,
        };
        let reasons = taken.effects.iter().filter_map(given).collect();
        let stories = self.close(Vec::new(), taken, desk)?;
        Ok(Step { stories, reasons, ..Step::default() })
    }

    fn here(&self, id: StoryId) -> Result<StoryId, Error> {
        self.store.story(id)?.map(|head| head.id).ok_or(Error::NoStory(id))
    }

    fn record(&mut self) -> Result<&mut Record, Error> {
        let live = match self.live.take() {
            Some(live) => live,
            None => self.restored()?,
        };
        Ok(&mut self.live.insert(live).record)
    }

    fn restored(&mut self) -> Result<Live, Error> {
        // Before the rest: what is written while that is read makes the step fail.
        let position = self.store.position()?;
        let mut failed = None;
        let record = Record::restore(pieces(&self.store, &mut failed));
        if let Some(error) = failed {
            return Err(error.into());
        }
        self.readings.clear();
        Ok(Live { record: record?, position })
    }

    /// Tells the stories anew that changed, and commits.
    fn close(
        &mut self,
        mut effects: Vec<Effect>,
        taken: Taken,
        desk: &Desk,
    ) -> Result<Vec<Touched>, Error> {
        effects.extend(taken.effects);
        let told = self.tell(taken.causes, desk);
        let committed = told.and_then(|(told, stories)| {
            effects.extend(told);
            effects.extend(self.record()?.unsaved());
            if let Some(live) = self.live.as_mut().filter(|_| !effects.is_empty()) {
                live.position = self.store.commit(live.position, &effects)?;
            }
            Ok(stories)
        });
        if committed.is_err() {
            self.live = None;
        }
        committed
    }

    fn tell(&mut self, causes: Causes, desk: &Desk) -> Result<(Vec<Effect>, Vec<Touched>), Error> {
        let stale = self.stale(causes)?;
        let (parsed, write) = (self.readings.parsed(), self.write);
        let told = each(&stale, |stale| {
            let readings = stale.readings.iter().map(|r| Reading::clone(r)).collect();
            let articles: Vec<&Article> = stale.readings.iter().map(|r| &r.article).collect();
            let owners = desk.outlets.owners(articles.iter().copied());
            let options = Options { now: desk.now, owners, words: None };
            let briefing = write(in_order(readings).0, &options, parsed);
            let faults = briefing.as_ref().map_or(Vec::new(), |told| faults(told, parsed));
            let revised = Revised {
                story: stale.story,
                head: stale.head.as_ref(),
                before: stale.before.as_ref(),
                cause: stale.cause.clone(),
                articles: &articles,
                briefing: briefing.filter(|_| faults.is_empty()),
                at: desk.now,
            };
            (revise(revised), faults)
        });
        let mut effects = Vec::new();
        let mut stories = Vec::new();
        for (stale, (told, faults)) in stale.into_iter().zip(told) {
            let news = told.iter().find_map(|effect| match effect {
                Effect::Revision(revision) => Some(revision.news),
                _ => None,
            });
            if let Some(Effect::Story(head)) = told.first() {
                stories.push(Touched { head: head.clone(), cause: stale.cause, news, faults });
            }
            effects.extend(told);
        }
        Ok((effects, stories))
    }

    fn stale(&mut self, causes: Causes) -> Result<Vec<Stale>, Error> {
        let record = self.record()?;
        let mut articles: BTreeMap<StoryId, Vec<String>> =
            causes.keys().map(|&story| (story, record.articles(story))).collect();
        for (story, ids) in articles.iter_mut().filter(|(_, ids)| ids.is_empty()) {
            // A story that gathering has let go; a text of it changed.
            let stored = self.store.articles(Articles::Of(*story))?;
            ids.extend(stored.into_iter().map(|article| article.id));
        }
        let ids: HashSet<String> = articles.values().flatten().cloned().collect();
        let readings = self.readings.of(&ids, &self.store)?;
        let mut stale = Vec::with_capacity(causes.len());
        for (story, cause) in causes {
            let head = self.store.story(story)?.filter(|head| head.id == story);
            let last = head.as_ref().map_or(0, |head| head.revision);
            let before = match last {
                0 => None,
                last => {
                    let revision = self.store.revision(story, last)?;
                    revision.map(|revision| whole(revision, &self.store)).transpose()?
                }
            };
            let of_story = articles[&story].iter().filter_map(|id| readings.get(id));
            let readings = of_story.map(Arc::clone).collect();
            stale.push(Stale { story, cause, head, before, readings });
        }
        Ok(stale)
    }
}

/// What the proof of the whole finds in a briefing. What is the fault of no part of it, as a
/// witness that is counted twice, its writer cannot leave out.
fn faults(briefing: &Briefing, parsed: &Parsed) -> Vec<Fault> {
    Proof::knowing(&briefing.articles, parsed).faults(briefing)
}

#[cfg(test)]
mod tests {
    use throughline_model::Role;
    use throughline_store::Memory;

    use super::*;

    fn article(outlet: &str, text: &str) -> Article {
        let lines = vec![(Role::Body, text.to_owned(), None)];
        let mut article = Article::new(None, "Crane falls on two barges in Port Vess", lines);
        article.outlet = outlet.into();
        article.language = "en".into();
        article.published = Some("2026-03-03".parse().expect("a day"));
        article
    }

    fn miscounted(readings: Vec<Reading>, options: &Options, parsed: &Parsed) -> Option<Briefing> {
        let mut briefing = brief_again(readings, options, parsed)?;
        briefing.counts.independent += 1;
        Some(briefing)
    }

    #[test]
    fn a_story_whose_briefing_fails_its_proof_says_so_and_goes_on_with_its_next_article() {
        let reports = [
            (
                "Vess Herald",
                "A crane fell on two barges in the harbour of Port Vess on Monday, the coastguard said, and nobody was hurt.",
            ),
            (
                "Harbour Bell",
                "Two barges sank after a crane fell on them in the harbour of Port Vess on Monday, the coastguard said.",
            ),
            (
                "Evening Mast",
                "The crane that fell on two barges in the harbour of Port Vess on Monday was 60 years old, its owner said.",
            ),
        ];
        let now = "2026-03-04".parse().expect("a day");
        let desk = Desk { now, outlets: Outlets::built_in().clone() };
        let mut follower = Follower::open(Memory::default()).expect("it is empty");
        let writers: [Write; 3] = [brief_again, miscounted, brief_again];
        let mut told = Vec::new();
        for ((outlet, text), write) in reports.into_iter().zip(writers) {
            follower.write = write;
            let step = follower.take(vec![article(outlet, text)], &desk).expect("it is stored");
            let [touched] = &step.stories[..] else { panic!("{:?}", step.stories) };
            let head = &touched.head;
            let kept = follower.store().revision(head.id, head.revision).expect("it reads");
            let sources = kept.expect("it was told").briefing.sources.len();
            let at_fault = !touched.faults.is_empty();
            assert_eq!(at_fault, touched.news.is_none(), "{:?}", touched.faults);
            told.push((head.revision, head.articles, sources, at_fault));
        }
        assert_eq!(told, [(1, 1, 1, false), (1, 2, 1, true), (2, 3, 3, false)]);
    }
}
