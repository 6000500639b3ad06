//! A timeline date against the words that are said to give it.

use std::collections::HashMap;

use throughline_annotate::{Anchor, tag_text};
use throughline_model::{CitedArticle, How, Precision, TimelineEntry};

use crate::{fault::Found, passage};

/// What is wrong with the date of an entry.
pub fn faults(entry: &TimelineEntry, articles: &HashMap<&str, &CitedArticle>) -> Vec<Found> {
    match check(entry, articles) {
        Ok(()) => Vec::new(),
        Err(reason) => vec![Found::Date { shown: entry.when.display.clone(), reason }],
    }
}

fn check(entry: &TimelineEntry, articles: &HashMap<&str, &CitedArticle>) -> Result<(), String> {
    let when = &entry.when;
    let dated = &entry.date_evidence;
    if when.display != when.shown() {
        return Err(format!("it would be shown as {:?}", when.shown()));
    }
    if when.precision == Precision::Open {
        let Some(condition) = &when.condition else {
            return Err("open and without a condition".into());
        };
        let cited = entry.statement.citations.iter().flat_map(|c| &c.evidence);
        return if cited.into_iter().any(|e| e.exact.contains(condition.as_str())) {
            Ok(())
        } else {
            Err("its condition is in no cited passage".into())
        };
    }
    let span = (when.from, when.to);
    let Some(evidence) = &dated.evidence else {
        if dated.how != How::Publication {
            return Err("no words are given for it".into());
        }
        let published = |id: &str| articles.get(id).and_then(|a| a.published).map(|p| p.date());
        let mut cited = entry.statement.citations.iter().flat_map(|c| &c.evidence);
        let given =
            cited.any(|e| published(&e.article).is_some_and(|d| span == (Some(d), Some(d))));
        return if given { Ok(()) } else { Err("no cited article came out that day".into()) };
    };
    if let Some(fault) = passage::fault(evidence, articles) {
        return Err(fault.to_string());
    }
    let article = articles[evidence.article.as_str()];
    let at = evidence.bytes(&article.text).ok_or("its words are not in the article")?;
    let timexes = tag_text(&article.text, article.published, &article.language);
    let mut inside = timexes.iter().filter(|t| t.start >= at.start && t.end <= at.end);
    let fits = |t: &&throughline_annotate::Timex| {
        t.interval.is_some_and(|i| span == (Some(i.from), Some(i.to)))
    };
    let first_last = {
        let dated: Vec<_> = timexes
            .iter()
            .filter(|t| t.start >= at.start && t.end <= at.end)
            .filter_map(|t| t.interval)
            .collect();
        dated.first().zip(dated.last()).map(|(a, b)| (Some(a.from), Some(b.to)))
    };
    match inside.find(fits) {
        Some(timex) => {
            let relative = timex.anchor != Anchor::None;
            if relative == (dated.how == How::Explicit) {
                return Err("it does not say rightly how the words give it".into());
            }
            if relative && dated.anchor != article.published {
                return Err("it is counted from another day than the article's".into());
            }
            Ok(())
        }
        None if when.precision == Precision::Range && first_last == Some(span) => Ok(()),
        None => Err(format!("{:?} gives another date", evidence.exact)),
    }
}
