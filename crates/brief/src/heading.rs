//! Headings: the main clause of a sentence in headline style.
//!
//! Present tense, no articles, named subject, no cut-off words. What is left
//! out is left out by recorded cuts, so a heading is proven like a sentence.

use std::collections::BTreeSet;

use throughline_annotate::{WEEKDAYS, is_hedge, is_negation, is_speech_verb, present};
use throughline_model::EditKind;

use crate::{
    draft::{Draft, capitalised},
    stand::is_clause,
    story::{LineId, Story},
    tree::Tree,
};

/// How many words a heading has.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Fewest.
    pub least: usize,
    /// Most.
    pub most: usize,
}

/// The heading that a line's main clause gives, if it gives a sound one.
pub fn clause(story: &Story, line: LineId, tree: &Tree, size: Size) -> Option<Draft> {
    if !is_clause(tree) {
        return None;
    }
    let source = &story.readings[story.lines[line].article].article.text;
    let clause = Clause { story, line, tree, source };
    let root = tree.root()?;
    let kept = clause.kept(root, size.most)?;
    let words = clause.words(&kept);
    if words < size.least || words > size.most || clause.is_unsound(root, &kept) {
        return None;
    }
    Some(clause.draft(root, &kept))
}

/// A title as a heading: as it stands, in headline case.
pub fn title(story: &Story, line: LineId, size: Size) -> Option<Draft> {
    let text = story.text(line);
    let words = text.split_whitespace().count();
    let plain = !text.contains(['?', '!', '|', ':', '…', '@', '#', ';']) && !text.ends_with("...");
    if !plain || !(size.least..=size.most).contains(&words) {
        return None;
    }
    let mut draft = Draft::of(story, line);
    let source = &story.readings[story.lines[line].article].article.text;
    let sentence = story.sentence(line);
    for (i, word) in sentence.words.iter().enumerate() {
        let text = &source[word.span.clone()];
        let quoted = sentence.quotes.iter().any(|q| q.inner.contains(&word.span.start));
        if text.starts_with(char::is_lowercase) && !quoted && (i == 0 || !is_small(&word.lower)) {
            draft.replace(EditKind::Typography, word.span.clone(), capitalised(text), None);
        }
    }
    Some(draft)
}

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

struct Clause<'a> {
    story: &'a Story,
    line: LineId,
    tree: &'a Tree,
    source: &'a str,
}

impl Clause<'_> {
    fn text(&self, at: usize) -> &str {
        &self.source[self.tree.span(at)]
    }

    /// Words as a reader counts them: tokens that a space or the end follows.
    fn words(&self, kept: &BTreeSet<usize>) -> usize {
        kept.iter()
            .filter(|&&i| self.text(i).chars().any(char::is_alphanumeric))
            .filter(|&&i| {
                let apart =
                    i == 0 || self.tree.token(i - 1).space_after || !kept.contains(&(i - 1));
                apart && !self.is_light(i)
            })
            .count()
    }

    /// Tokens that headline style leaves out: articles, and forms of "be" and
    /// "have" before another verb, where nothing is denied.
    fn is_light(&self, at: usize) -> bool {
        let lower = self.text(at).to_lowercase();
        let token = self.tree.token(at);
        match token.dep {
            "det" => matches!(lower.as_str(), "a" | "an" | "the"),
            "aux" | "auxpass" => {
                let verb = token.head as usize;
                let plain = !self
                    .tree
                    .children(verb)
                    .any(|c| self.tree.token(c).dep == "neg" || self.tree.token(c).tag == "MD");
                plain
                    && self.is_told(verb)
                    && matches!(
                        lower.as_str(),
                        "is" | "are" | "was" | "were" | "has" | "have" | "been" | "being"
                    )
            }
            _ => false,
        }
    }

    /// Whether a verb is the one that the heading tells: the root, a partner of
    /// it, or the clause before "police said".
    fn is_told(&self, verb: usize) -> bool {
        let token = self.tree.token(verb);
        let head = token.head as usize;
        match token.dep {
            "ROOT" => true,
            "conj" => self.tree.token(head).dep == "ROOT",
            "ccomp" => self.tree.token(head).dep == "ROOT" && verb < head,
            _ => false,
        }
    }

    /// The core of the clause, then what fits of the rest in order of need.
    fn kept(&self, root: usize, most: usize) -> Option<BTreeSet<usize>> {
        let mut kept = BTreeSet::new();
        self.core(root, &mut kept)?;
        if self.words(&kept) > most {
            return None;
        }
        // What may be added whole, nearest need first.
        let mut extra: Vec<(usize, Vec<usize>)> = Vec::new();
        for &at in kept.clone().iter() {
            for child in self.tree.children(at) {
                if kept.contains(&child) {
                    continue;
                }
                if let Some(rank) = self.need(at, child) {
                    extra.push((rank, self.phrase(child)));
                }
            }
        }
        extra.sort_by_key(|(rank, phrase)| (*rank, phrase.first().copied()));
        for (_, phrase) in extra {
            let mut more = kept.clone();
            more.extend(phrase);
            self.close(&mut more);
            if self.words(&more) <= most {
                kept = more;
            }
        }
        self.close(&mut kept);
        (self.words(&kept) <= most).then_some(kept)
    }

    /// Parts of one written word stay together: "long-range".
    fn close(&self, kept: &mut BTreeSet<usize>) {
        let tree = self.tree;
        let glued = |at: usize| {
            at > 0
                && !tree.token(at - 1).space_after
                && (self.text(at - 1) == "-"
                    || self.text(at) == "-"
                    || tree.token(at).tag == "POS"
                    || self.text(at) == "%"
                    || self.text(at - 1) == "$")
        };
        for at in 1..tree.tokens().len() {
            if glued(at) && kept.contains(&(at - 1)) {
                kept.insert(at);
            }
        }
        for at in (1..tree.tokens().len()).rev() {
            if glued(at) && kept.contains(&at) {
                kept.insert(at - 1);
            }
        }
    }

    /// Verb group, subject and complements of a clause.
    fn core(&self, verb: usize, kept: &mut BTreeSet<usize>) -> Option<()> {
        kept.insert(verb);
        let tree = self.tree;
        for child in tree.children(verb) {
            let token = tree.token(child);
            match token.dep {
                "nsubj" | "nsubjpass" | "dobj" | "attr" | "dative" | "oprd" | "expl" => {
                    self.noun(child, kept);
                }
                // "came ashore", "turned back": without it the verb says another thing.
                "advmod"
                    if child == verb + 1
                        && !self.text(child).ends_with("ly")
                        && !self.dates(child) =>
                {
                    kept.insert(child);
                }
                "aux" | "auxpass" | "neg" | "prt" => {
                    kept.insert(child);
                }
                // "three years old", "unlikely to last": the whole of it.
                "acomp" => {
                    kept.extend(self.phrase(child));
                }
                "agent" => {
                    kept.extend(self.phrase(child));
                }
                "prep" if child > verb && self.is_complement(verb, child) => {
                    kept.extend(self.phrase(child));
                }
                "xcomp" => self.core(child, kept)?,
                "ccomp" => {
                    let mut inner = BTreeSet::new();
                    self.core(child, &mut inner)?;
                    kept.extend(inner);
                    kept.extend(tree.children(child).filter(|&c| tree.token(c).dep == "mark"));
                    // "Seven die, police say": the comma stays.
                    kept.extend(
                        (child + 1..verb)
                            .rev()
                            .find(|&i| self.text(i) == ",")
                            .filter(|_| child < verb),
                    );
                }
                "mark" if tree.token(verb).dep != "ROOT" => {
                    kept.insert(child);
                }
                "csubj" | "csubjpass" => return None,
                _ => {}
            }
        }
        Some(())
    }

    /// Whether a verb is cut short without this phrase: "is in Paris",
    /// "succeeded in thrusting", "fell into a moat".
    fn is_complement(&self, verb: usize, prep: usize) -> bool {
        let tree = self.tree;
        let only =
            tree.child(verb, &["dobj", "attr", "acomp", "xcomp", "ccomp", "agent"]).is_none();
        let first =
            !tree.children(verb).any(|c| c > verb && c < prep && tree.token(c).dep == "prep");
        let passive = tree.child(verb, &["auxpass"]).is_some();
        tree.token(verb).lemma == "be" && first
            || tree.child(prep, &["pcomp"]).is_some() && first && only
            || only && first && !passive && !self.dates(prep)
    }

    /// A noun with what makes it a name: compounds, numbers, owners, partners.
    fn noun(&self, head: usize, kept: &mut BTreeSet<usize>) {
        kept.insert(head);
        for child in self.tree.children(head) {
            match self.tree.token(child).dep {
                "compound" | "nummod" | "poss" | "nmod" | "case" | "neg" | "quantmod" => {
                    self.noun(child, kept);
                    if matches!(self.tree.token(child).dep, "compound" | "nmod") {
                        kept.extend(self.hyphen_between(child, head));
                    }
                }
                "conj" => {
                    self.noun(child, kept);
                    kept.extend(self.tree.children(head).filter(|&c| {
                        self.tree.token(c).dep == "cc"
                            || self.tree.token(c).dep == "punct" && c > head && c < child
                    }));
                }
                "amod" if self.is_needed_adjective(child) => {
                    kept.insert(child);
                }
                "prep" if self.text(child) == "of" => kept.extend(self.phrase(child)),
                _ => {}
            }
        }
    }

    fn hyphen_between(&self, from: usize, to: usize) -> impl Iterator<Item = usize> + '_ {
        (from + 1..to).filter(|&i| self.text(i) == "-")
    }

    /// Adjectives without which the noun is another: "prime minister".
    fn is_needed_adjective(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_uppercase)
            || matches!(
                self.text(at),
                "prime"
                    | "former"
                    | "foreign"
                    | "deputy"
                    | "vice"
                    | "more"
                    | "fewer"
                    | "less"
                    | "least"
            )
    }

    /// How soon a dependent is added; nothing where it never is.
    fn need(&self, head: usize, child: usize) -> Option<usize> {
        let verb = matches!(self.tree.token(head).pos, "VERB" | "AUX");
        match self.tree.token(child).dep {
            "prep" | "npadvmod" | "advmod" if self.dates(child) => None,
            "prep" if verb && child > head => Some(1),
            "prep" if !verb => Some(2),
            "amod" | "nummod" | "advmod" if !verb => Some(3),
            "acl" => Some(4),
            "advcl"
                if child > head
                    && self
                        .tree
                        .child(child, &["mark"])
                        .is_some_and(|m| matches!(self.text(m), "after" | "before")) =>
            {
                Some(6)
            }
            _ => None,
        }
    }

    /// Whether a phrase says when: a heading leaves that to the statement.
    fn dates(&self, of: usize) -> bool {
        let span = self.tree.bytes(self.tree.subtree(of));
        self.story
            .sentence(self.line)
            .dates
            .iter()
            .any(|t| t.start >= span.start && t.end <= span.end)
    }

    /// A dependent with its whole subtree, articles left out.
    fn phrase(&self, of: usize) -> Vec<usize> {
        self.tree.subtree(of).filter(|&i| !self.is_light(i)).collect()
    }

    /// What would make a heading false, dangling or clumsy.
    fn is_unsound(&self, root: usize, kept: &BTreeSet<usize>) -> bool {
        let tree = self.tree;
        let sentence = self.story.sentence(self.line);
        let lost = (0..tree.tokens().len()).filter(|i| !kept.contains(i)).any(|i| {
            let lower = self.text(i).to_lowercase();
            let holder = tree.ancestors(i).nth(1).is_some_and(|head| kept.contains(&head));
            let condition = tree.token(i).dep == "mark"
                && matches!(lower.as_str(), "if" | "unless" | "once" | "until")
                && tree.ancestors(i).nth(2).is_some_and(|head| kept.contains(&head));
            // "Aldal and Montdidier signed" is not "Aldal signed".
            let partner = tree.token(i).dep == "conj"
                && matches!(tree.token(i).pos, "NOUN" | "PROPN")
                && tree
                    .ancestors(i)
                    .any(|up| kept.contains(&up) && tree.token(up).dep.starts_with("nsubj"))
                && i < root;
            condition
                || partner
                || holder
                    && (is_negation(&lower)
                        || is_hedge(&lower)
                        || lower == "if"
                        || lower == "unless")
        });
        let pronoun = kept.iter().any(|&i| {
            tree.token(i).pos == "PRON"
                && tree.token(i).dep.starts_with("nsubj")
                && matches!(
                    self.text(i).to_lowercase().as_str(),
                    "he" | "she"
                        | "it"
                        | "they"
                        | "this"
                        | "that"
                        | "these"
                        | "those"
                        | "who"
                        | "which"
                        | "i"
                        | "we"
                        | "you"
                        | "one"
                        | "some"
                        | "all"
                        | "there"
                )
                && !self
                    .story
                    .sentence(self.line)
                    .quotes
                    .iter()
                    .any(|q| q.inner.contains(&tree.span(i).start))
                || tree.token(i).pos == "PRON"
                    && !matches!(tree.token(i).tag, "EX" | "WP" | "WDT")
                    && !kept.iter().any(|&j| j < i && matches!(tree.token(j).pos, "PROPN" | "NOUN"))
        });
        let broken_quote = sentence.quotes.iter().any(|q| {
            let inside: Vec<bool> = (0..tree.tokens().len())
                .filter(|&i| q.outer.contains(&tree.span(i).start))
                .map(|i| kept.contains(&i) || self.is_light(i))
                .collect();
            inside.iter().any(|k| *k) && !inside.iter().all(|k| *k)
        });
        let bare_speech = is_speech_verb(&self.text(root).to_lowercase())
            && tree.child(root, &["ccomp", "dobj", "xcomp"]).is_none();
        let bare_verb = tree.token(root).lemma == "be"
            && tree.child(root, &["attr", "acomp", "prep"]).is_none();
        let past_perfect = tree
            .children(root)
            .any(|c| tree.token(c).dep == "aux" && self.text(c).eq_ignore_ascii_case("had"));
        let last = kept.iter().rev().find(|&&i| self.text(i).chars().any(char::is_alphanumeric));
        let dangling_end = last.is_some_and(|&i| {
            matches!(tree.token(i).pos, "ADP" | "DET" | "CCONJ" | "SCONJ" | "AUX")
                || tree.token(i).dep == "poss"
        });
        let empty_verb =
            matches!(
                tree.token(root).lemma.as_str(),
                "do" | "have" | "make" | "take" | "get" | "give" | "add" | "tell"
            ) && tree.child(root, &["dobj", "attr", "acomp", "ccomp", "xcomp"]).is_none();
        let text: String = kept.iter().map(|&i| self.text(i)).collect();
        let unbalanced = text.matches(['(', '[']).count() != text.matches([')', ']']).count()
            || text.contains([';', ':', '—', '–'])
            || kept.iter().any(|&i| self.text(i) == "-" && tree.token(i).space_after);
        let clauses = kept.iter().any(|&i| {
            tree.token(i).dep == "ccomp"
                && !tree.children(i).any(|c| {
                    matches!(tree.token(c).dep, "nsubj" | "nsubjpass" | "expl") && kept.contains(&c)
                })
        });
        let dated = kept.iter().any(|&i| WEEKDAYS.iter().any(|d| *d == self.text(i)))
            || kept.iter().any(|&i| {
                matches!(self.text(i).to_lowercase().as_str(), "yesterday" | "today" | "tomorrow")
            });
        // "Police shot and killed the driver": the object belongs to both.
        let shared = kept.iter().filter(|&&v| self.is_told(v)).any(|&v| {
            tree.child(v, &["conj"])
                .is_some_and(|c| !kept.contains(&c) && tree.token(c).pos == "VERB")
                && tree
                    .child(v, &["dobj", "attr", "acomp", "ccomp", "xcomp", "prep", "auxpass"])
                    .is_none()
        });
        shared
            || clauses
            || dated
            || lost
            || empty_verb
            || unbalanced
            || pronoun
            || broken_quote
            || bare_speech
            || bare_verb
            || past_perfect
            || dangling_end
    }

    fn draft(&self, root: usize, kept: &BTreeSet<usize>) -> Draft {
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
        if told && (token.tag == "VBD" || token.tag == "VBN" && has && !passive) {
            let subject = tree
                .child(at, &["nsubj", "nsubjpass"])
                .or_else(|| tree.child(root, &["nsubj", "nsubjpass"]));
            // "Partners has announced": the auxiliary knows the number.
            let said = tree.children(at).find_map(|c| match self.text(c).to_lowercase().as_str() {
                "has" | "was" | "is" => Some(false),
                "have" | "were" | "are" => Some(true),
                _ => None,
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

    fn is_plural(&self, subject: usize) -> bool {
        matches!(self.tree.token(subject).tag, "NNS" | "NNPS")
            || self.tree.child(subject, &["conj"]).is_some()
            || matches!(
                self.text(subject).to_lowercase().as_str(),
                "they" | "police" | "people" | "these" | "those"
            )
    }
}
