//! The rule of every edit: what it may cut or put, and what proves it.
//!
//! A rule here sees one edit; what all cuts together leave of the sentence is
//! judged in [`crate::cuts`].

use std::ops::Range;

use throughline_annotate::{CONNECTIVES, dateline, is_joining, is_present_of, label};
use throughline_model::{Edit, EditKind, Evidence, Kind, Statement};
use throughline_syntax::Token;

use crate::{
    cuts::bytes,
    day,
    fault::Found,
    frames::is_frame,
    light::{self, is_loose_also},
    person,
    stored::{Held, Stored},
    surname, typography,
};

/// A rule's verdict: why an edit breaks it.
pub type Verdict = Result<(), String>;

/// An edit with what its rule looks at.
pub struct Case<'a> {
    /// The edit.
    pub edit: &'a Edit,
    /// The statement that it is part of.
    pub statement: &'a Statement,
    /// The passage.
    pub evidence: &'a Evidence,
    /// The passage's article.
    pub held: &'a Held<'a>,
    /// Bytes of the passage in the article's text.
    pub passage: Range<usize>,
    /// Bytes of what the edit replaces, in the article's text.
    pub at: Range<usize>,
    /// All articles.
    pub stored: &'a Stored<'a>,
}

/// The edits of a statement that break their rule.
pub fn faults(statement: &Statement, evidence: &Evidence, stored: &Stored) -> Vec<Found> {
    let mut found = Vec::new();
    let framed = statement.edits.iter().filter(|e| e.kind == EditKind::Frame).count();
    let kind = match (statement.edits.is_empty(), framed) {
        (true, _) => Kind::Verbatim,
        (_, 0) => Kind::Edited,
        _ => Kind::Composed,
    };
    if statement.kind != kind || framed > 1 {
        found.push(Found::WrongKind);
    }
    let Some((held, passage)) = stored.place(evidence) else { return found };
    for edit in &statement.edits {
        let at = passage.start + bytes(&evidence.exact, edit.start)
            ..passage.start + bytes(&evidence.exact, edit.end);
        let passage = passage.clone();
        let case = Case { edit, statement, evidence, held, passage, at, stored };
        found.extend(case.check().err().map(|reason| Found::Forbidden {
            from: edit.from.clone(),
            to: edit.to.clone(),
            reason,
        }));
    }
    found
}

/// The verdict that a thing must hold.
pub fn need(holds: bool, reason: &str) -> Verdict {
    if holds { Ok(()) } else { Err(reason.to_owned()) }
}

impl Case<'_> {
    fn check(&self) -> Verdict {
        let edit = self.edit;
        if edit.start > edit.end || self.at.start > self.at.end {
            return Err("it ends before it starts".into());
        }
        match edit.kind {
            EditKind::Dateline => self.cut().and_then(|()| self.is_dateline()),
            EditKind::Label => self.cut().and_then(|()| self.is_label()),
            EditKind::Connective => self.cut().and_then(|()| self.is_connective()),
            EditKind::Attribution => self.cut().and_then(|()| self.is_attribution()),
            EditKind::Aside => self.cut().and_then(|()| self.is_aside()),
            EditKind::Clause => self.cut(),
            EditKind::Article => self.cut().and_then(|()| self.is_light()),
            EditKind::Day => self.whole().and_then(|()| day::check(self)),
            EditKind::Name => self.whole().and_then(|()| person::check(self)),
            EditKind::Surname => self.whole().and_then(|()| surname::check(self)),
            EditKind::Present => self.whole().and_then(|()| self.is_present()),
            EditKind::Typography => typography::check(self),
            EditKind::Frame => need(
                edit.start == 0 && edit.end == 0 && is_frame(&edit.to),
                "not one of the frames",
            ),
        }
    }

    fn cut(&self) -> Verdict {
        need(
            self.edit.to.is_empty() && !self.edit.from.is_empty(),
            "a cut takes something and puts nothing",
        )
    }

    /// The text of the article.
    pub fn text(&self) -> &str {
        &self.held.article.text
    }

    /// What is replaced starts and ends with a word's ends.
    fn whole(&self) -> Verdict {
        let text = self.text();
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let joined = |at: usize| text[..at].ends_with(is_part) && text[at..].starts_with(is_part);
        need(
            self.at.start < self.at.end && !joined(self.at.start) && !joined(self.at.end),
            "it replaces part of a word",
        )
    }

    /// Whether all that stands before the edit in its sentence is cut as a dateline.
    fn opens(&self) -> bool {
        let edits = &self.statement.edits;
        let before = edits.iter().find(|e| e.kind == EditKind::Dateline).map_or(0, |e| e.end);
        self.edit.start == before
            && self.held.sentence(&self.at).is_some_and(|s| {
                s.start >= self.passage.start
                    || self.edit.start == 0 && s.start == self.passage.start
            })
    }

    fn is_dateline(&self) -> Verdict {
        let line = self.held.line(&self.passage).ok_or("the passage is no part of a line")?;
        let found = dateline(&self.text()[line.clone()]).map(|d| line.start + d.end);
        need(
            self.at.start == line.start && found == Some(self.at.end),
            "the passage opens with no such dateline",
        )
    }

    fn is_label(&self) -> Verdict {
        let line = self.held.line(&self.passage).filter(|line| line.start == 0);
        let line = line.ok_or("only a title has a label")?;
        need(
            self.at.start == 0 && label(&self.text()[line]) == Some(self.at.end),
            "the title opens with no such label",
        )
    }

    fn is_connective(&self) -> Verdict {
        let from = self.edit.from.trim_end();
        if let Some(inner) = from.strip_prefix(", ").and_then(|f| f.strip_suffix(',')) {
            return need(is_joining(&inner.to_lowercase()), "not a connective between commas");
        }
        if from == "also" {
            need(self.held.is_english(), "words can be left out of English only")?;
            let (tree, tokens, sentence) = self.tokens().ok_or("it runs over a line")?;
            let [at] = tokens.as_slice() else { return Err("it is more than a word".into()) };
            let text = &self.text()[sentence];
            let loose = is_loose_also(&tree, *at, |i| &text[tree.tokens[i].range()]);
            return need(loose, "what it adds to stands in the sentence");
        }
        let plain = from.trim_end_matches(',').to_lowercase();
        need(CONNECTIVES.contains(&plain.as_str()) && plain != "otherwise", "not a connective")?;
        let bare = matches!(plain.as_str(), "but" | "and" | "yet" | "so");
        need(bare || from.ends_with(','), "a comma sets a connective off")?;
        need(self.opens(), "a connective opens its sentence")
    }

    fn is_attribution(&self) -> Verdict {
        let marks = ['"', '“', '”', '«', '»'];
        need(
            !self.evidence.exact.contains(marks) && !self.statement.text.contains(marks),
            "a quotation would be left without its speaker",
        )?;
        self.set_off()
    }

    fn is_aside(&self) -> Verdict {
        self.set_off()
    }

    /// Stands between two marks, or between one and an end of the sentence.
    fn set_off(&self) -> Verdict {
        let text = self.text();
        let sentence = self.held.sentence(&self.at).ok_or("it runs over a line")?;
        let is_mark = |c: char| matches!(c, ',' | '—' | '–' | '(' | ')' | ';' | ':' | '-');
        let from = self.edit.from.trim();
        let opens =
            from.starts_with(is_mark) || text[..self.at.start].trim_end().ends_with(is_mark);
        let closes =
            from.ends_with(is_mark) || text[self.at.end..].trim_start().starts_with(is_mark);
        let rest = |s: &str| s.contains(char::is_alphanumeric);
        let first = !rest(&text[sentence.start.min(self.at.start)..self.at.start]);
        let last = !rest(&text[self.at.end..sentence.end.max(self.at.end)]);
        need((opens || first) && (closes || last), "it stands between commas, dashes or brackets")?;
        need(from.matches('(').count() == from.matches(')').count(), "it takes one bracket of two")
    }

    /// The tokens that the edit touches, in the tree of the sentence.
    pub fn tokens(
        &self,
    ) -> Option<(std::sync::Arc<throughline_syntax::Doc>, Vec<usize>, Range<usize>)> {
        let sentence = self.held.sentence(&self.passage)?;
        let tree = self.held.tree(&sentence);
        let touched = |t: &Token| {
            sentence.start + (t.start as usize) < self.at.end
                && sentence.start + t.end as usize > self.at.start
                && !t.is_space
        };
        let tokens = (0..tree.tokens.len()).filter(|&i| touched(&tree.tokens[i])).collect();
        Some((tree, tokens, sentence))
    }

    fn is_light(&self) -> Verdict {
        let mut words = self.edit.from.split_whitespace();
        need(
            words.all(|w| light::is_light(&w.to_lowercase())),
            "only articles and forms of be and have are left out of a heading",
        )?;
        need(self.held.is_english(), "words can be left out of English only")?;
        let (tree, tokens, sentence) = self.tokens().ok_or("it runs over a line")?;
        let text = &self.text()[sentence];
        tokens.into_iter().try_for_each(|at| Ok(light::may_go(&tree, text, at)?))
    }

    /// "signed" or "is signing" into "signs" where it is the verb of a clause; "will" into "to" before a verb.
    fn is_present(&self) -> Verdict {
        let (from, to) = (self.edit.from.to_lowercase(), self.edit.to.to_lowercase());
        let future = from == "will" && to == "to";
        need(future || is_present_of(&to, &from), "not the present of that verb")?;
        need(self.held.is_english(), "only English verbs have a rule")?;
        let (tree, tokens, sentence) = self.tokens().ok_or("it runs over a line")?;
        let [at] = tokens.as_slice() else { return Err("it is more than a verb".into()) };
        let token = &tree.tokens[*at];
        let verb = if future { token.head as usize } else { *at };
        let children = || tree.children(verb);
        need(children().all(|c| tree.tokens[c].dep != "neg"), "the verb is denied")?;
        if future {
            return need(token.dep == "aux", "no verb follows");
        }
        let lower = |i: usize| self.text()[sentence.clone()][tree.tokens[i].range()].to_lowercase();
        let perfect = children()
            .any(|c| tree.tokens[c].dep == "aux" && matches!(lower(c).as_str(), "has" | "have"));
        let passive = children().any(|c| tree.tokens[c].dep == "auxpass");
        // "is raising its offer": what goes on is told in the present too.
        let goes_on = token.tag == "VBG"
            && children().any(|c| {
                tree.tokens[c].dep == "aux"
                    && matches!(lower(c).as_str(), "is" | "are" | "was" | "were")
            });
        need(
            !passive && (token.tag == "VBD" || token.tag == "VBN" && perfect || goes_on),
            "it is not the verb of a clause in the past",
        )?;
        let helped = children().any(|c| {
            matches!(tree.tokens[c].dep, "aux") && matches!(lower(c).as_str(), "had" | "did")
        });
        need(!helped && !matches!(token.dep, "relcl" | "acl" | "amod"), "another verb says when")
    }
}
