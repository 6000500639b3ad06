//! A briefing as the next revision of its story.

use std::collections::BTreeSet;

use throughline_changes::changes;
use throughline_gather::StoryId;
use throughline_model::{Article, Briefing, Moment};

use crate::{Cause, Effect, Revision, StoryHead, head::pace};

/// A story that changed, with all that is needed to put it down.
#[derive(Debug, Clone)]
pub struct Revised<'a> {
    /// Which.
    pub story: StoryId,
    /// Its line as the store has it; none where it is new.
    pub head: Option<&'a StoryHead>,
    /// Its newest revision's briefing, with the articles as they were: what they
    /// said already is no news.
    pub before: Option<&'a Briefing>,
    /// What changed it.
    pub cause: Cause,
    /// The newest texts of all its articles, at least one.
    pub articles: &'a [&'a Article],
    /// What they tell together; none where nothing can be told with proof.
    pub briefing: Option<Briefing>,
    /// Now.
    pub at: Moment,
}

/// The effects: a revision where there is a briefing, and the story's new line.
/// Whether the revision tells anything new stands in it; where not, the story's
/// `modified` stays what it was.
pub fn revise(revised: Revised) -> Vec<Effect> {
    let Revised { story, head, before, cause, articles, briefing, at } = revised;
    let mut effects = Vec::new();
    let came_out = |article: &&Article| believed(article, briefing.as_ref());
    let newest = articles.iter().max_by_key(|article| came_out(article));
    let outlets: BTreeSet<&str> = articles.iter().map(|article| article.outlet.as_str()).collect();
    let (published, pace) = pace(articles.iter().filter_map(came_out));
    // What brought the last news may be among what went to another story.
    let has_lost = !cause.left.is_empty() || !cause.split_into.is_empty();
    let told = head.and_then(|head| match has_lost {
        true => head.told.min(published),
        false => head.told,
    });
    let mut new = StoryHead {
        id: story,
        language: newest.map_or("und", |article| &article.language).to_owned(),
        headline: newest.map_or(String::new(), |article| article.title.clone()),
        revision: head.map_or(0, |head| head.revision),
        created: head.map_or(at, |head| head.created),
        modified: head.map_or(at, |head| head.modified),
        told: head.map_or(published, |_| told),
        changed: at,
        newest: published,
        pace,
        articles: u32::try_from(articles.len()).unwrap_or(u32::MAX),
        outlets: u32::try_from(outlets.len()).unwrap_or(u32::MAX),
        split_from: head.map_or(cause.split_from, |head| head.split_from),
    };
    if let Some(mut briefing) = briefing {
        let news = before.is_none_or(|before| changes(before, &briefing).is_news());
        new.revision += 1;
        new.language.clone_from(&briefing.language);
        new.headline.clone_from(&briefing.headline.text);
        if news {
            new.modified = at;
            let came = dated(&cause, articles, &briefing).or(published);
            new.told = came.max(told);
        }
        briefing.story = story.to_string();
        briefing.revision = new.revision;
        briefing.articles = Vec::new();
        let revision = Revision { story, number: new.revision, at, cause, news, briefing };
        effects.push(Effect::Story(new));
        effects.push(Effect::Revision(revision));
    } else {
        if let Some(head) = head.filter(|head| head.revision > 0) {
            new.headline.clone_from(&head.headline);
        }
        effects.push(Effect::Story(new));
    }
    effects
}

/// When an article came out, as its story's briefing believes: a date that it sets aside is
/// none, nor is one after the newest that it knows.
fn believed(article: &Article, briefing: Option<&Briefing>) -> Option<Moment> {
    let Some(briefing) = briefing else { return article.published };
    match briefing.sources.iter().find(|source| source.article == article.id) {
        Some(source) => source.came_out(),
        None => article.published.filter(|at| Some(*at) <= briefing.updated),
    }
}

/// When the newest of the texts came out that made a revision.
fn dated(cause: &Cause, articles: &[&Article], briefing: &Briefing) -> Option<Moment> {
    let came = |article: &&&Article| {
        cause.added.contains(&article.id) || cause.changed.contains(&article.id)
    };
    let date = |article: &&Article| {
        let published = believed(article, Some(briefing));
        match cause.changed.contains(&article.id) {
            true => article.modified.or(published),
            false => published,
        }
    };
    articles.iter().filter(came).filter_map(date).max()
}

/// A statement as search finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told<'a> {
    /// Its id.
    pub id: &'a str,
    /// What the reader sees.
    pub text: &'a str,
    /// The articles that it cites.
    pub articles: BTreeSet<&'a str>,
    /// The outlets that it cites.
    pub outlets: BTreeSet<&'a str>,
    /// When the newest article that it cites came out.
    pub published: Option<Moment>,
}

/// The sentences, timeline entries and positions of a briefing, each once.
pub fn told(briefing: &Briefing) -> Vec<Told<'_>> {
    let sentences = briefing.sections.iter().flat_map(|section| &section.statements);
    let positions = briefing.disagreements.iter().flat_map(|d| &d.positions);
    let statements = sentences
        .chain(briefing.timeline.iter().map(|entry| &entry.statement))
        .chain(positions.map(|position| &position.statement));
    let mut seen = BTreeSet::new();
    statements
        .filter(|statement| seen.insert(statement.id.as_str()))
        .map(|statement| {
            let cited = || {
                let numbers = statement.citations.iter().map(|citation| citation.source);
                numbers.filter_map(|number| briefing.sources.get(number.checked_sub(1)?))
            };
            Told {
                id: &statement.id,
                text: &statement.text,
                articles: cited().map(|source| source.article.as_str()).collect(),
                outlets: cited().map(|source| source.outlet.as_str()).collect(),
                published: cited().filter_map(|source| source.came_out()).max(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use throughline_model::Role;

    fn at(text: &str) -> Moment {
        text.parse().expect("a date")
    }

    /// When the last news came, after articles went away from a story that was told `before`.
    fn told(published: &[&str], before: &str) -> Option<Moment> {
        let of = |day: &&str| {
            let line = (Role::Body, "The harbour was closed.".to_owned(), None);
            let mut article = Article::new(None, "A title", vec![line]);
            article.published = Some(at(day));
            article
        };
        let articles: Vec<Article> = published.iter().map(of).collect();
        let articles: Vec<&Article> = articles.iter().collect();
        let put = |head: Option<&StoryHead>, left: &[&str]| {
            let left = left.iter().map(|id| (*id).to_owned()).collect();
            let revised = Revised {
                story: StoryId(1),
                head,
                before: None,
                cause: Cause { left, ..Cause::default() },
                articles: &articles,
                briefing: None,
                at: at("2026-09-20"),
            };
            match revise(revised).pop() {
                Some(Effect::Story(head)) => head,
                other => panic!("{other:?}"),
            }
        };
        let head = StoryHead { told: Some(at(before)), ..put(None, &[]) };
        assert_eq!(put(Some(&head), &[]).told, Some(at(before)));
        put(Some(&head), &["gone"]).told
    }

    #[test]
    fn no_news_is_younger_than_the_newest_article_that_is_left() {
        let cases = [
            (&["2026-09-16", "2026-09-18"][..], "2026-09-16", "2026-09-16"),
            (&["2026-09-16", "2026-09-18"], "2026-09-18", "2026-09-18"),
            (&["2026-09-14", "2026-09-16"], "2026-09-18", "2026-09-16"),
        ];
        for (published, before, expected) in cases {
            assert_eq!(told(published, before), Some(at(expected)), "{published:?} {before}");
        }
    }
}
