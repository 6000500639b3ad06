//! Headline style: capitals, present tense, cuts that are recorded.

use std::collections::{BTreeSet, HashSet};

use throughline_annotate::{WEEKDAYS, is_person_noun, is_role, present};
use throughline_model::{EditKind, Tongue};

use super::{Size, kept::Clause};
use crate::{
    draft::{Draft, capitalised},
    stand::is_clause,
    story::{LineId, Story},
    tree::{Tree, Trees},
};

/// What becomes of the label of a title, "Croydon tram crash:".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// A headline keeps it: it names the story.
    Kept,
    /// A heading stands under the headline and needs it not.
    Cut,
}

/// The verbs of a story, as lemmas: in "Reid Breaks With Obama" capitals hide from the parser
/// which word is the verb, but the articles tell how he broke.
pub struct Verbs(HashSet<String>);

impl Verbs {
    /// Reads the parsed lines.
    pub fn of(trees: &Trees) -> Self {
        let verbs = |tree: &Tree| -> Vec<String> {
            let all = tree.tokens().iter();
            all.filter(|t| t.pos == "VERB").map(|t| t.lemma.to_lowercase()).collect()
        };
        Self(trees.all().flat_map(verbs).collect())
    }

    /// Whether a title has a subject and a verb: "Vosk Signs Pact", "Vosk to Sign Pact".
    fn has_clause(&self, tree: &Tree, text: impl Fn(usize) -> String) -> bool {
        let last = tree.tokens().len().saturating_sub(1);
        (1..last).any(|at| {
            let word = text(at);
            let named = matches!(tree.token(at - 1).pos, "NOUN" | "PROPN");
            let stem = word.strip_suffix("es").filter(|s| self.0.contains(*s));
            let verb = stem.is_some() || word.strip_suffix('s').is_some_and(|s| self.0.contains(s));
            named && (verb || word == "to" && self.0.contains(&text(at + 1)))
        })
    }
}

/// A title as a heading, in headline case, if it tells something.
pub fn title(
    story: &Story,
    verbs: &Verbs,
    line: LineId,
    tree: &Tree,
    size: Size,
    label: Label,
) -> Option<Draft> {
    let span = story.span(line);
    let source = &story.readings[story.lines[line].article].article.text;
    let labelled = labelled(&source[span.clone()], label);
    let told = span.start + labelled;
    let tells = (0..tree.tokens().len())
        .any(|at| tree.span(at).start >= told && tree.token(at).pos == "VERB");
    let whole = labelled > 0 || is_clause(tree);
    let word = |at: usize| source[tree.span(at)].to_lowercase();
    let opener = source[told..span.end].split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    // "WHO" is no question.
    let asks = opener.chars().skip(1).any(char::is_lowercase)
        && ASKING.contains(&opener.to_lowercase().as_str());
    // "Vosk: If the port closes": somebody says it.
    let said = throughline_annotate::label(&source[span.clone()]).is_none()
        && tree.people().any(|person| tree.span(person.start).start < told);
    if !asks && !said && (tells && whole || verbs.has_clause(tree, word)) {
        titled(story, line, size, label)
    } else {
        None
    }
}

/// Bytes of the label before what a title tells. Where it is kept, whoever speaks may stand there:
/// "Grand Prix of Tarn: Vosk wins in the rain".
fn labelled(title: &str, label: Label) -> usize {
    let named = || {
        let (name, rest) = title.split_once(": ")?;
        let words: Vec<&str> = name.split(' ').collect();
        let first = words.first().is_some_and(|word| word.starts_with(char::is_uppercase));
        let plain =
            name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '’' | '\''));
        let speaks = |word: &str| SPEAKING.contains(&word.to_lowercase().as_str());
        // "WALL OF MUD: " cries.
        let plain = plain && name.contains(char::is_lowercase);
        let told = !rest.split(|c: char| !c.is_alphanumeric()).any(speaks);
        (label == Label::Kept && first && plain && told && (2..=5).contains(&words.len()))
            .then_some(name.len() + 2)
    };
    throughline_annotate::label(title).or_else(named).unwrap_or(0)
}

/// Words of somebody who speaks, or speaks to the reader.
const SPEAKING: &[&str] = &["i", "we", "my", "our", "me", "us", "you", "your"];

/// First words of titles that promise an answer in place of giving it: "How the bank fell".
const ASKING: &[&str] = &["how", "why", "what", "who", "where", "here", "if"];

/// A title in headline case, whatever it tells, if it is one sentence and speaks to nobody.
pub fn titled(story: &Story, line: LineId, size: Size, label: Label) -> Option<Draft> {
    let span = story.span(line);
    let source = &story.readings[story.lines[line].article].article.text;
    let labelled = labelled(&source[span.clone()], label);
    let cut = if label == Label::Cut { labelled } else { 0 };
    let told = source[span.start + labelled..span.end].trim_end_matches('.');
    let text = &source[span.start + cut..span.start + labelled + told.len()];
    let words = text.split_whitespace().count();
    let plain = !told.contains(['?', '!', '|', ':', '…', '@', '#', ';'])
        && !told.starts_with(['"', '“', '‘', '\'']);
    // "Gorilla killed at zoo (VIDEO)": what the page has is no part of what it tells.
    let shown = told.ends_with(')')
        && told.rsplit_once('(').is_some_and(|(_, mark)| !mark.contains(char::is_lowercase));
    let plain = plain && !shown;
    let dated = WEEKDAYS.iter().any(|day| told.split(' ').any(|word| word == *day));
    if dated || !plain || !(size.least..=size.most).contains(&words) {
        return None;
    }
    let mut draft = Draft::of(story, line);
    if cut > 0 {
        draft.cut(EditKind::Label, span.start..span.start + cut);
    }
    let end = span.start + labelled + told.len();
    if end < span.end {
        draft.cut(EditKind::Typography, end..span.end);
    }
    let sentence = story.sentence(line);
    // Headline case is an English custom.
    if !Tongue::is_english(&story.readings[story.lines[line].article].article.language) {
        return Some(draft);
    }
    let mut first = true;
    for word in sentence.words.iter().filter(|w| w.span.start >= span.start + cut) {
        let text = &source[word.span.clone()];
        let quoted = sentence.quotes.iter().any(|q| q.inner.contains(&word.span.start));
        if text.starts_with(char::is_lowercase) && !quoted && (first || !is_small(&word.lower)) {
            draft.replace(EditKind::Typography, word.span.clone(), capitalised(text), None);
        }
        first = false;
    }
    Some(draft)
}

/// Last words of company names that look like plurals.
const COMPANIES: [&str; 12] = [
    "Airlines",
    "Airways",
    "Motors",
    "Industries",
    "Systems",
    "Technologies",
    "Holdings",
    "Partners",
    "Lines",
    "Services",
    "Foods",
    "Electronics",
];

/// Words that headline case leaves small.
fn is_small(lower: &str) -> bool {
    matches!(
        lower,
        "a" | "an"
            | "the"
            | "and"
            | "or"
            | "but"
            | "nor"
            | "of"
            | "to"
            | "in"
            | "on"
            | "at"
            | "by"
            | "for"
            | "as"
            | "from"
            | "with"
            | "over"
            | "into"
            | "vs"
            | "via"
            | "per"
    )
}

/// What was so until something happened; in the present it would be so still.
const NEEDS: &[&str] = &["need", "want", "lack"];

/// What was so for a time: "the floe covered 40 acres" before it broke.
#[rustfmt::skip]
const STATES: &[&str] = &[
    "belong", "contain", "cover", "date", "exist", "know", "live", "measure", "own", "reside", "weigh",
];

/// Words that put what a verb tells behind something else.
const BEFORE: &[&str] = &["previously", "formerly", "once", "originally", "initially"];

impl Clause<'_> {
    pub fn draft(&self, root: usize, kept: &BTreeSet<usize>) -> Draft {
        let (story, tree) = (self.story, self.tree);
        let first = *kept.first().expect("a clause has its verb");
        let is_word = |&&i: &&usize| {
            self.text(i).chars().any(char::is_alphanumeric)
                || self.text(i).contains(['”', '"', '’', ')', '%', '»'])
        };
        let last = *kept.iter().rev().find(is_word).expect("a clause has its verb");
        let mut draft = Draft::of(story, self.line);
        // The evidence stays the whole sentence, so that a lost condition shows.
        let whole = draft.span();
        let opening = tree.span(0).start;
        if first > 0 {
            draft.cut(EditKind::Clause, opening..tree.span(first).start);
        }
        // Clause by clause, so that each cut shows what it is.
        let mut at = tree.span(last).end;
        while at < whole.end {
            let tail = &self.source[at..whole.end];
            let skip = tail.chars().next().map_or(0, char::len_utf8);
            let next = tail[skip..].find(", ").map_or(whole.end, |n| at + skip + n);
            let words = self.source[at..next].chars().any(char::is_alphanumeric);
            let kind = if words { EditKind::Clause } else { EditKind::Typography };
            draft.cut(kind, at..next);
            at = next;
        }
        // Runs of tokens left out, with the space after them.
        let mut at = first;
        while at <= last {
            if kept.contains(&at) && !self.is_light(at) {
                at += 1;
                continue;
            }
            let from = at;
            while at <= last && (!kept.contains(&at) || self.is_light(at)) {
                at += 1;
            }
            let light = (from..at).all(|i| self.is_light(i));
            let mut span = tree.span(from).start..tree.span(at.min(last + 1) - 1).end;
            if at <= last {
                let spaced = from == first || tree.token(from - 1).space_after;
                if self.text(at).starts_with([',', '.', ')', '%']) && from > first {
                    span.start = tree.span(from - 1).end;
                } else if spaced {
                    span.end = tree.span(at).start;
                }
            }
            let kind = if light { EditKind::Article } else { EditKind::Clause };
            draft.cut(kind, span);
        }
        for &at in kept.iter().filter(|&&i| !self.is_light(i)) {
            self.put_in_style(
                root,
                at,
                at == first || kept.range(..at).all(|&i| self.is_light(i)),
                &mut draft,
            );
        }
        draft
    }

    /// Present tense for the finite verbs, capitals for all but small words.
    fn put_in_style(&self, root: usize, at: usize, opens: bool, draft: &mut Draft) {
        let tree = self.tree;
        let token = tree.token(at);
        let text = self.text(at);
        let lower = text.to_lowercase();
        let quoted = self
            .story
            .sentence(self.line)
            .quotes
            .iter()
            .any(|q| q.inner.contains(&tree.span(at).start));
        if quoted {
            return;
        }
        let told = self.is_told(at);
        let has = tree.children(at).any(|c| {
            tree.token(c).dep == "aux"
                && matches!(self.text(c).to_lowercase().as_str(), "has" | "have")
                && self.is_light(c)
        });
        let passive = tree.child(at, &["auxpass"]).is_some();
        let goes_on = token.tag == "VBG"
            && !self.looks_ahead()
            && tree.children(at).any(|c| {
                tree.token(c).dep == "aux" && tree.token(c).lemma == "be" && self.is_light(c)
            });
        let earlier = |c: usize| BEFORE.contains(&self.text(c).to_lowercase().as_str());
        let over = token.tag == "VBD"
            && (STATES.contains(&token.lemma.as_str())
                || self.story.is_only_of_another_time(self.line)
                || tree.children(at).any(earlier));
        let lasted = NEEDS.contains(&token.lemma.as_str()) || over;
        if told
            && !lasted
            && (token.tag == "VBD" || token.tag == "VBN" && has && !passive || goes_on)
        {
            let subject = tree
                .child(at, &["nsubj", "nsubjpass"])
                .or_else(|| tree.child(root, &["nsubj", "nsubjpass"]));
            // "Partners has announced": the auxiliary knows the number.
            let helps = |&c: &usize| matches!(tree.token(c).dep, "aux" | "auxpass");
            let said = tree.children(at).filter(helps).find_map(|c| {
                match self.text(c).to_lowercase().as_str() {
                    "has" | "was" | "is" => Some(false),
                    "have" | "were" | "are" => Some(true),
                    _ => None,
                }
            });
            let plural = said.unwrap_or_else(|| subject.is_some_and(|s| self.is_plural(s)));
            let now = capitalised(&present(&token.lemma.to_lowercase(), plural));
            let kind =
                if now.to_lowercase() == lower { EditKind::Typography } else { EditKind::Present };
            draft.replace(kind, tree.span(at), now, None);
            return;
        }
        if token.dep == "aux"
            && lower == "will"
            && self.is_told(token.head as usize)
            && tree.child(token.head as usize, &["neg"]).is_none()
        {
            draft.replace(EditKind::Present, tree.span(at), "to".into(), None);
            return;
        }
        let small = is_small(&lower);
        let inside_word = at > 0 && !tree.token(at - 1).space_after;
        if (!small || opens) && !inside_word && text.starts_with(char::is_lowercase) {
            draft.replace(EditKind::Typography, tree.span(at), capitalised(text), None);
        }
    }

    /// "China is launching a probe in June" is not "China launches a probe".
    fn looks_ahead(&self) -> bool {
        let published = self.story.anchor(self.line).map(|at| at.date());
        let mut dates = self.story.sentence(self.line).dates.iter().filter_map(|t| t.interval);
        published.is_none_or(|day| dates.any(|interval| interval.from > day))
    }

    /// "astronaut and biochemist Mila Dorn": whatever she is, the name ends both.
    fn leads_to_a_name(&self, subject: usize) -> bool {
        let partner = self.tree.child(subject, &["conj"]);
        let end = self.tree.subtree(subject).end;
        partner.is_some_and(|partner| {
            let bare = self.tree.child(partner, &["det"]).is_none();
            bare && self.tree.people().any(|person| person.end == end && person.start > subject)
                && self.text(subject + 1) == "and"
        })
    }

    fn is_plural(&self, subject: usize) -> bool {
        // "SpaceX chief and Tesla founder Elon Musk" is one man.
        let whole = self.tree.subtree(subject);
        let people =
            self.tree.people().filter(|p| whole.start <= p.start && p.end <= whole.end).count();
        let named = self.tree.people().any(|p| p.contains(&subject));
        let partner = self.tree.child(subject, &["conj"]).is_some();
        let tag = self.tree.token(subject).tag;
        // "The Tarn Rovers".
        let team = !partner
            && tag == "NNP"
            && ["ers", "ans"].iter().any(|end| self.text(subject).ends_with(end))
            && self.tree.child(subject, &["det"]).is_some();
        if team {
            return true;
        }
        if !partner && (named || COMPANIES.contains(&self.text(subject)))
            || partner
                && self.text(subject).starts_with(char::is_lowercase)
                && tag == "NN"
                && people <= 1
                && (self.leads_to_a_name(subject)
                    || is_one(&self.tree.token(subject).lemma.to_lowercase()))
        {
            return false;
        }
        matches!(tag, "NNS" | "NNPS")
            || self.tree.child(subject, &["conj"]).is_some()
            || matches!(
                self.text(subject).to_lowercase().as_str(),
                "they" | "police" | "people" | "these" | "those"
            )
    }
}

/// Whether a lemma names one who may have two offices: "SpaceX CEO and Tesla founder".
fn is_one(lemma: &str) -> bool {
    is_person_noun(lemma) || is_role(lemma)
}
