//! The rule of every edit: what it may cut or put, and what proves it.

use std::collections::HashMap;

use throughline_annotate::{
    CONNECTIVES, dateline, is_conditional, is_hedge, is_negation, is_present_of, is_pronoun,
    is_speech_verb, tag_text,
};
use throughline_model::{CitedArticle, Edit, EditKind, Evidence, Statement};

use crate::{fault::Found, frames::is_frame, passage};

type Articles<'a> = HashMap<&'a str, &'a CitedArticle>;

/// The edits of a statement that break their rule.
pub fn faults(statement: &Statement, evidence: &Evidence, articles: &Articles) -> Vec<Found> {
    let broken = |edit: &Edit| {
        check(edit, statement, evidence, articles).err().map(|reason| Found::Forbidden {
            from: edit.from.clone(),
            to: edit.to.clone(),
            reason,
        })
    };
    statement.edits.iter().filter_map(broken).collect()
}

fn check(
    edit: &Edit,
    statement: &Statement,
    evidence: &Evidence,
    articles: &Articles,
) -> Result<(), String> {
    let cut = || if edit.to.is_empty() { Ok(()) } else { Err("a cut puts nothing".to_owned()) };
    match edit.kind {
        EditKind::Dateline => cut().and_then(|()| is_dateline(edit, evidence)),
        EditKind::Connective => cut().and_then(|()| is_connective(edit)),
        EditKind::Attribution => cut().and_then(|()| is_attribution(edit, statement)),
        EditKind::Aside => cut().and_then(|()| is_aside(edit)),
        EditKind::Clause => cut().and_then(|()| is_clause(edit)),
        EditKind::Article => cut().and_then(|()| is_light(edit)),
        EditKind::Day => is_day(edit, evidence, articles),
        EditKind::Name => is_name(edit, articles),
        EditKind::Present => is_present(edit),
        EditKind::Typography => is_typography(edit),
        EditKind::Frame => {
            need(edit.start == 0 && edit.end == 0 && is_frame(&edit.to), "not one of the frames")
        }
    }
}

fn need(holds: bool, reason: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(reason.to_owned()) }
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')))
        .filter(|w| !w.is_empty())
        .map(|w| w.to_lowercase().replace('’', "'"))
}

fn is_dateline(edit: &Edit, evidence: &Evidence) -> Result<(), String> {
    let found = dateline(&evidence.exact).map_or(0, |d| evidence.exact[..d.end].chars().count());
    need(edit.start == 0 && edit.end > 0 && edit.end <= found, "the passage opens with no dateline")
}

fn is_connective(edit: &Edit) -> Result<(), String> {
    let plain = edit.from.trim().trim_end_matches(',').to_lowercase();
    need(CONNECTIVES.contains(&plain.as_str()), "not a connective")
}

fn is_attribution(edit: &Edit, statement: &Statement) -> Result<(), String> {
    need(words(&edit.from).any(|w| is_speech_verb(&w)), "no verb of saying in it")?;
    need(!edit.from.contains(['"', '“', '”', '«', '»']), "it holds a quotation")?;
    need(
        !statement.text.contains(['"', '“', '”', '«', '»']),
        "a quotation would be left without its speaker",
    )?;
    no_denial(&edit.from)
}

fn is_aside(edit: &Edit) -> Result<(), String> {
    let text = edit.from.trim();
    let opens = text.starts_with([',', '—', '–', '-', '(', ';', ':']);
    let closes = text.ends_with([',', '—', '–', '-', ')', ';', ':']);
    need(opens || closes, "an aside stands between commas, dashes or brackets")?;
    no_condition(&edit.from)?;
    if has_verbless_denial(text) { Err("a denial would be lost".into()) } else { Ok(()) }
}

/// Words that may open a clause or phrase that is cut.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "who", "which", "that", "where", "when", "while", "as", "after", "before", "although",
    "though", "because", "since", "whereas", "but", "and", "with", "including", "following",
    "amid", "despite", "in", "on", "at", "by", "for", "from", "during", "over", "under", "to",
    "of", "about", "against", "into", "through", "between", "among", "around", "near", "across",
    "adding", "saying", "citing", "calling", "according", "whose", "so", "just", "a", "an", "the",
    "even", "also", "until", "like", "such", "because", "along", "outside", "inside", "within",
    "without", "upon", "toward", "towards", "via", "per", "than", "earlier", "late", "early",
    "last", "this", "next", "now", "later", "yesterday", "today", "tonight", "tomorrow",
];

fn is_clause(edit: &Edit) -> Result<(), String> {
    no_condition(&edit.from)?;
    let text = edit.from.trim();
    if has_verbless_denial(text) {
        return Err("a denial would be lost".into());
    }
    let first = words(text).next().unwrap_or_default();
    let set_off = text.starts_with([',', ';', '—', '–', ':', '(']) || text.ends_with(',');
    let participle = first.ends_with("ing") || first.ends_with("ed") || first.ends_with("ly");
    need(
        set_off
            || participle
            || OPENERS.contains(&first.as_str())
            || !first.is_empty() && edit.start > 0,
        "not a clause or phrase",
    )
}

/// A denial or hedge may go only with the clause whose verb it belongs to, and
/// such a clause is set off by a comma or dash.
fn has_verbless_denial(text: &str) -> bool {
    let set_off =
        text.starts_with([',', ';', '—', '–', '(']) || text.ends_with([',', '—', '–', ')']);
    !set_off && words(text).any(|w| is_negation(&w) || w != "some" && is_hedge(&w))
}

fn no_condition(text: &str) -> Result<(), String> {
    let found = words(text).find(|w| is_conditional(w) && !matches!(w.as_str(), "should" | "once"));
    match found {
        Some(word) => Err(format!("the condition {word:?} would be lost")),
        None => Ok(()),
    }
}

fn no_denial(text: &str) -> Result<(), String> {
    match words(text).find(|w| is_negation(w)) {
        Some(word) => Err(format!("the denial {word:?} would be lost")),
        None => Ok(()),
    }
}

fn is_light(edit: &Edit) -> Result<(), String> {
    let plain = edit.from.trim().to_lowercase();
    need(
        matches!(
            plain.as_str(),
            "a" | "an"
                | "the"
                | "is"
                | "are"
                | "was"
                | "were"
                | "has"
                | "have"
                | "been"
                | "being"
                | "has been"
                | "have been"
        ),
        "only articles and forms of be and have are left out of a heading",
    )
}

fn is_day(edit: &Edit, evidence: &Evidence, articles: &Articles) -> Result<(), String> {
    let article = articles.get(evidence.article.as_str()).ok_or("its article is not at hand")?;
    let passage = evidence.bytes(&article.text).ok_or("its passage is not in the article")?;
    let chars = |n: usize| evidence.exact.chars().take(n).map(char::len_utf8).sum::<usize>();
    let at = passage.start + chars(edit.start)..passage.start + chars(edit.end);
    let found = tag_text(&article.text, article.published, &article.language);
    let here = found.iter().find(|t| t.start < at.end && t.end > at.start && t.interval.is_some());
    let here = here.ok_or("no dated expression stands there")?;
    let put = tag_text(&edit.to, article.published, "en");
    let put = put.iter().find(|t| t.interval.is_some()).ok_or("what is put is no date")?;
    need(
        here.interval == put.interval
            && words(&edit.from).count() <= words(&article.text[here.start..here.end]).count() + 2,
        "it resolves to another day",
    )
}

fn is_name(edit: &Edit, articles: &Articles) -> Result<(), String> {
    let because = edit.because.as_ref().ok_or("no passage says who is meant")?;
    if passage::fault(because, articles).is_some() {
        return Err("the passage that says who is meant is not in the article".into());
    }
    let bare = |s: &str| s.trim_end_matches("'s").trim_end_matches("’s").to_lowercase();
    let (from, to) = (bare(&edit.from), bare(&edit.to));
    need(because.exact.to_lowercase().contains(&to), "the passage does not have the name")?;
    let last = |s: &str| s.split_whitespace().next_back().unwrap_or("").to_owned();
    need(
        is_pronoun(&from) || last(&from) == last(&to),
        "only a pronoun, or a name that ends alike, is replaced",
    )
}

fn is_present(edit: &Edit) -> Result<(), String> {
    let (from, to) = (edit.from.to_lowercase(), edit.to.to_lowercase());
    let future = matches!(from.as_str(), "will" | "would" | "is to" | "are to") && to == "to";
    need(future || is_present_of(&to, &from), "not the present of that verb")
}

fn is_typography(edit: &Edit) -> Result<(), String> {
    let letters = |s: &str| {
        s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    need(letters(&edit.from) == letters(&edit.to), "it changes letters or digits")
}
