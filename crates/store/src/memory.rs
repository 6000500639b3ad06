//! [`Memory`]: the contract as plainly as it can be said. Tests use it, and
//! every other store is held against it.

use std::collections::{BTreeMap, HashMap, HashSet};

use throughline_gather::StoryId;
use throughline_model::{Article, Moment};
use throughline_record::{Effect, Known, Query, Reason, Revision, StoryHead, told};

use crate::{Articles, Error, Filter, Found, Hit, Problem, Result, RevisionLine, Store};

/// A store that is gone with the process.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    position: u64,
    pieces: BTreeMap<String, Vec<u8>>,
    sites: BTreeMap<String, Vec<u8>>,
    /// In order of arrival.
    articles: Vec<Kept>,
    keys: HashMap<String, String>,
    stories: BTreeMap<StoryId, StoryHead>,
    redirects: BTreeMap<StoryId, StoryId>,
    revisions: BTreeMap<StoryId, Vec<Revision>>,
    reasons: Vec<Reason>,
}

/// An article with all its texts.
#[derive(Debug, Clone)]
struct Kept {
    versions: Vec<Article>,
    newest: usize,
    dated: Option<Moment>,
    story: Option<StoryId>,
}

impl Kept {
    fn newest(&self) -> &Article {
        &self.versions[self.newest]
    }
}

fn unfit(what: impl Into<String>) -> Error {
    Error { store: "memory".into(), problem: Problem::Unfit(what.into()) }
}

impl Memory {
    fn kept(&mut self, id: &str) -> Result<&mut Kept> {
        let found = self.articles.iter_mut().find(|kept| kept.newest().id == id);
        found.ok_or_else(|| unfit(format!("no article {id}")))
    }

    fn apply(&mut self, effect: &Effect) -> Result<()> {
        match effect {
            Effect::Version { article, newest, .. } => match self.kept(&article.id) {
                Ok(kept) => {
                    let same = |version: &Article| version.sha256 == article.sha256;
                    let at = kept.versions.iter().position(same).unwrap_or(kept.versions.len());
                    if at == kept.versions.len() {
                        kept.versions.push(article.clone());
                    }
                    if *newest {
                        kept.newest = at;
                        kept.dated = article.modified.or(article.published);
                    }
                }
                Err(_) => self.articles.push(Kept {
                    versions: vec![article.clone()],
                    newest: 0,
                    dated: article.modified.or(article.published),
                    story: None,
                }),
            },
            Effect::Key { key, article } => {
                self.kept(article)?;
                self.keys.insert(key.clone(), article.clone());
            }
            Effect::Place { article, story } => self.kept(article)?.story = Some(*story),
            Effect::Reason(reason) => {
                for article in &reason.articles {
                    self.kept(article)?;
                }
                self.reasons.push(reason.clone());
            }
            Effect::Story(head) => drop(self.stories.insert(head.id, head.clone())),
            Effect::Redirect { gone, into } => {
                self.stories.remove(gone);
                self.redirects.insert(*gone, *into);
            }
            Effect::Revision(revision) => {
                let revisions = self.revisions.entry(revision.story).or_default();
                if revision.number as usize != revisions.len() + 1 {
                    return Err(unfit(format!(
                        "revision {} of {}",
                        revision.number, revision.story
                    )));
                }
                revisions.push(revision.clone());
            }
            Effect::Memory(piece) => match &piece.value {
                Some(value) => drop(self.pieces.insert(piece.key.clone(), value.clone())),
                None => drop(self.pieces.remove(&piece.key)),
            },
            Effect::Site { site, lines } => drop(self.sites.insert(site.clone(), lines.clone())),
        }
        Ok(())
    }

    fn is_sound(&self) -> Result<()> {
        let lost =
            self.articles.iter().find(|k| k.story.is_some_and(|s| !self.stories.contains_key(&s)));
        lost.map_or(Ok(()), |kept| Err(unfit(format!("no story of {}", kept.newest().id))))
    }
}

impl Store for Memory {
    fn position(&self) -> Result<u64> {
        Ok(self.position)
    }

    fn commit(&mut self, from: u64, effects: &[Effect]) -> Result<u64> {
        if from != self.position {
            let problem = Problem::Moved { expected: from, found: self.position };
            return Err(Error { store: "memory".into(), problem });
        }
        let mut after = self.clone();
        effects.iter().try_for_each(|effect| after.apply(effect))?;
        after.is_sound()?;
        after.position += 1;
        *self = after;
        Ok(self.position)
    }

    fn memory(&self, after: &str, limit: usize) -> Result<Vec<(String, Vec<u8>)>> {
        let later = self.pieces.iter().filter(|(key, _)| key.as_str() > after);
        Ok(later.take(limit).map(|(key, value)| (key.clone(), value.clone())).collect())
    }

    fn sites(&self) -> Result<Vec<String>> {
        Ok(self.sites.keys().cloned().collect())
    }

    fn site(&self, site: &str) -> Result<Option<Vec<u8>>> {
        Ok(self.sites.get(site).cloned())
    }

    fn known(&self, keys: &[String]) -> Result<HashMap<String, Known>> {
        let known = |key: &String| {
            let id = self.keys.get(key)?;
            let kept = self.articles.iter().find(|kept| kept.newest().id == *id)?;
            let newest = kept.newest();
            let known = Known {
                article: id.clone(),
                texts: kept.versions.iter().map(|v| v.sha256.clone()).collect(),
                newest: newest.sha256.clone(),
                dated: kept.dated,
                story: kept.story,
            };
            Some((key.clone(), known))
        };
        Ok(keys.iter().filter_map(known).collect())
    }

    fn articles(&self, which: Articles<'_>) -> Result<Vec<Article>> {
        let newest = |wanted: &dyn Fn(&Kept) -> bool| {
            self.articles.iter().filter(|k| wanted(k)).map(|k| k.newest().clone()).collect()
        };
        Ok(match which {
            Articles::Of(story) => newest(&|kept| kept.story == Some(story)),
            Articles::Ids(ids) => newest(&|kept| ids.contains(&kept.newest().id)),
            Articles::Versions(pairs) => {
                let wanted =
                    |a: &&Article| pairs.iter().any(|(id, sha)| *id == a.id && *sha == a.sha256);
                self.articles.iter().flat_map(|k| &k.versions).filter(wanted).cloned().collect()
            }
        })
    }

    fn stories(&self, filter: &Filter) -> Result<Vec<StoryHead>> {
        let mut found: Vec<StoryHead> =
            self.stories.values().filter(|head| filter.admits(head)).cloned().collect();
        found.sort_by_key(|head| (std::cmp::Reverse(filter.order.key(head)), head.id));
        found.truncate(filter.limit);
        Ok(found)
    }

    fn story(&self, mut id: StoryId) -> Result<Option<StoryHead>> {
        while let Some(&into) = self.redirects.get(&id) {
            id = into;
        }
        Ok(self.stories.get(&id).cloned())
    }

    fn history(&self, story: StoryId) -> Result<Vec<RevisionLine>> {
        let line = |r: &Revision| RevisionLine {
            number: r.number,
            at: r.at,
            cause: r.cause.clone(),
            news: r.news,
        };
        Ok(self.revisions.get(&story).into_iter().flatten().map(line).collect())
    }

    fn revision(&self, story: StoryId, number: u32) -> Result<Option<Revision>> {
        let mut revisions = self.revisions.get(&story).into_iter().flatten();
        Ok(revisions.find(|revision| revision.number == number).cloned())
    }

    fn reasons(&self, article: &str) -> Result<Vec<Reason>> {
        let names = |reason: &&Reason| reason.articles.iter().any(|a| a == article);
        Ok(self.reasons.iter().filter(names).cloned().collect())
    }

    fn search(&self, query: &Query, limit: usize) -> Result<Vec<Hit>> {
        let articles = self.articles.iter().filter_map(|kept| {
            let article = kept.newest();
            let outlets = std::iter::once(article.outlet.as_str());
            let found = query.finds(&article.text) && query.admits(outlets, article.published);
            found.then_some(Hit {
                story: kept.story?,
                found: Found::Article(article.clone().into()),
            })
        });
        let mut hits: Vec<Hit> = articles.take(limit).collect();
        let excluded: HashSet<&str> = self
            .articles
            .iter()
            .map(Kept::newest)
            .filter(|article| query.excludes(&article.text))
            .map(|article| article.id.as_str())
            .collect();
        let newest = self.stories.keys().filter_map(|id| self.revisions.get(id)?.last());
        let statements = newest.flat_map(|revision| {
            let told = told(&revision.briefing).into_iter();
            let wanted = told.filter(|told| {
                query.finds(told.text)
                    && query.admits(told.outlets.iter().copied(), told.published)
                    && (excluded.is_empty()
                        || told.articles.iter().any(|article| !excluded.contains(article)))
            });
            wanted.map(|told| Hit {
                story: revision.story,
                found: Found::Statement { id: told.id.into(), text: told.text.into() },
            })
        });
        hits.extend(statements.take(limit));
        Ok(hits)
    }

    fn faults(&self) -> Result<Vec<String>> {
        Ok(Vec::new())
    }
}
