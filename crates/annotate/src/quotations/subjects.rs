//! Who stands before or after a verb of saying, by the closed classes of words
//! and the commas around it. Every search looks at few tokens, so that a
//! sentence without an end costs no more than its length.

use std::ops::Range;

use super::{
    classes::{is_be, is_between, is_joint, is_preposition, is_short_title, is_tie, opens_aside},
    frames::{Kind, Token},
};
use crate::{persons::is_role, speech};

/// No search goes further than this many tokens.
pub(super) const REACH: usize = 40;

/// A noun phrase that may be a speaker, as tokens of its frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject {
    /// The phrase itself, without what is only said about it.
    pub phrase: Range<usize>,
    /// What stands beside it between commas: ", Henry Oss,".
    pub beside: Option<Range<usize>>,
}

/// What stands before a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Before {
    /// Its subject.
    Subject(Subject),
    /// "and", "but": the subject of the verb before.
    Joined,
    /// Nothing that says something: "was told", "the report".
    Nothing,
}

/// A past form that stands alone: "paused", but not "the accused".
fn is_deed(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ed")
        && !matches!(word, "accused" | "injured" | "wounded" | "unemployed" | "speed")
}

/// A frame with the text that it is of.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token<'a>],
}

impl View<'_> {
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).and_then(Token::word).unwrap_or("")
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| {
            matches!(t.kind, Kind::Word(_))
                && self.text[t.span.clone()].starts_with(char::is_uppercase)
        })
    }

    pub fn is_word(&self, at: usize) -> bool {
        !self.word(at).is_empty()
    }

    /// "repeatedly", but not "Lily".
    pub fn is_adverb(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > 4
            && word.ends_with("ly")
            && !self.is_capital(at)
            && !matches!(word, "family" | "assembly" | "anomaly" | "monopoly" | "butterfly")
    }

    /// A degree or a party behind a name: "MD", "R-TX".
    fn is_letters(&self, part: &Range<usize>) -> bool {
        let raw = self.tokens.get(part.start).map_or("", |t| &self.text[t.span.clone()]);
        let upper = raw.chars().filter(|c| c.is_uppercase()).count();
        part.len() == 1 && upper >= 2 && raw.len() <= 4
            || raw.as_bytes().get(1) == Some(&b'-')
                && matches!(raw.as_bytes()[0], b'R' | b'D' | b'I')
    }

    pub fn is_possessive(&self, at: usize) -> bool {
        let raw = self.tokens.get(at).map_or("", |t| &self.text[t.span.clone()]);
        raw.ends_with("'s") || raw.ends_with("’s") || raw.ends_with("s'") || raw.ends_with("s’")
    }

    /// A sign inside a name: "Mr. Vell", "J. Vell", "Holm & Sorrel".
    pub fn is_inner_sign(&self, at: usize) -> bool {
        let between = at > 0 && self.is_capital(at - 1) && self.is_capital(at + 1);
        between && self.tokens[at].is('&')
            || between
                && self.tokens[at].is('.')
                && (self.word(at - 1).chars().count() == 1 || is_short_title(self.word(at - 1)))
    }

    /// The subject of the verb at `verb`, where that stands after it.
    pub fn before(&self, verb: usize) -> Before {
        let low = verb.saturating_sub(REACH);
        // "was quoted in the Post as saying"
        let quoted = (low..verb)
            .rev()
            .take(8)
            .take_while(|&at| self.is_word(at))
            .find(|&at| self.word(at) == "quoted")
            .filter(|_| self.word(verb) == "saying" && verb > 0 && self.word(verb - 1) == "as");
        let mut end = quoted.unwrap_or(verb);
        let mut passive = false;
        while end > low {
            let word = self.word(end - 1);
            passive |= is_be(word);
            // "can be heard shouting", "keep saying"
            let seen =
                matches!(word, "heard" | "seen" | "shown" | "recorded" | "keep" | "kept" | "keeps")
                    && self.word(verb).ends_with("ing");
            if seen || is_be(word) || is_between(word) || self.is_adverb(end - 1) {
                end -= 1;
            } else if let Some(start) = self.time_before(end, low) {
                end = start;
            } else if self.tokens[end - 1].is(')') {
                match (low..end).rev().find(|&at| self.tokens[at].is('(')) {
                    Some(open) => end = open,
                    None => break,
                }
            } else {
                break;
            }
        }
        if end == low {
            return Before::Nothing;
        }
        let quoted = passive && self.word(verb) == "saying";
        if passive && !quoted && !self.word(verb).ends_with("ing") {
            return Before::Nothing;
        }
        let last = self.word(end - 1);
        match last {
            "and" | "but" | "then" | "or" => Before::Joined,
            "who" | "which" | "that" => {
                let end = end - 1 - usize::from(end > 1 && self.tokens[end - 2].is(','));
                self.found(self.phrase_before(end, low), None)
            }
            "as" | "when" if quoted => Before::Nothing,
            "" if self.tokens[end - 1].is(',') => self.beyond_commas(end - 1, low),
            // "One of the members – the third this year – said"
            "" if self.tokens[end - 1].is('—') => {
                let close = end - 1;
                let open = (low..close).rev().find(|&at| self.tokens[at].is('—'));
                let phrase = self.phrase_before(open.unwrap_or(close), low);
                let phrase = phrase.map(|p| if open.is_some() { self.whole(p) } else { p });
                self.found(phrase, None)
            }
            "" => Before::Nothing,
            _ => {
                let mut phrase = self.phrase_before(end, low);
                // "A resident who lives near the quay told": the resident did.
                while let Some(inner) = phrase.clone().filter(|p| {
                    p.start > low + 1 && matches!(self.word(p.start - 1), "who" | "whom")
                }) {
                    phrase = self.phrase_before(inner.start - 1, low);
                }
                self.found(phrase.map(|phrase| self.whole(phrase)), None)
            }
        }
    }

    /// "Rescuers drilling towards the miners": what hangs on a preposition is
    /// no subject; the one that opens the sentence is.
    fn whole(&self, phrase: Range<usize>) -> Range<usize> {
        let hangs = phrase.start > 1 && {
            let word = self.word(phrase.start - 1);
            is_tie(word) || is_preposition(word)
        };
        let plain = |range: Range<usize>| {
            range.into_iter().all(|at| self.is_word(at) || self.is_inner_sign(at))
        };
        match self.first() {
            Some(first) if hangs && first.phrase.end < phrase.start && plain(0..phrase.start) => {
                first.phrase
            }
            _ => phrase,
        }
    }

    /// "An aide to the Quays and Means Committee", "the suit of Norland and Tarn": what opens the sentence
    /// and goes on behind its "and".
    fn joint(&self, phrase: Range<usize>) -> Range<usize> {
        match self.first() {
            Some(first)
                if first.phrase.end + 1 == phrase.start
                    && self.word(first.phrase.end) == "and"
                    && self.is_capital(first.phrase.end - 1)
                    && self.is_capital(phrase.start)
                    && !self.is_all_name(&first.phrase) =>
            {
                first.phrase.start..phrase.end
            }
            _ => phrase,
        }
    }

    fn found(&self, phrase: Option<Range<usize>>, beside: Option<Range<usize>>) -> Before {
        // "suggested saying": a verb is nobody; who "paused, then added" did both.
        let verb =
            phrase.as_ref().map(|phrase| (phrase, phrase.end - 1)).filter(|(phrase, last)| {
                !self.is_capital(*last) && (phrase.len() == 1 || self.is_capital(last - 1))
            });
        let verb = verb.map_or("", |(_, last)| self.word(last));
        if is_deed(verb) {
            return if speech::takes(verb).is_some() { Before::Nothing } else { Before::Joined };
        }
        let phrase = phrase.map(|phrase| {
            let low = phrase.start.saturating_sub(REACH);
            self.joined(phrase, low)
        });
        phrase.map_or(Before::Nothing, |phrase| Before::Subject(Subject { phrase, beside }))
    }

    /// "X, the head of Y, said", "the clerk, Henry Oss, said", "X, 29, said".
    fn beyond_commas(&self, comma: usize, low: usize) -> Before {
        let mut parts = Vec::new();
        let mut end = comma;
        for at in (low..comma).rev() {
            let token = &self.tokens[at];
            let boundary = matches!(token.kind, Kind::Quote(_))
                || matches!(token.kind, Kind::Sign(':' | ';' | '—' | '!' | '?'))
                || token.is('.') && !self.is_inner_sign(at);
            if boundary || token.is(',') {
                if at + 1 < end {
                    parts.push(at + 1..end);
                }
                end = at;
            }
            if boundary || parts.len() == 5 {
                end = low;
                break;
            }
        }
        if low == 0
            && end > 0
            && parts.len() < 5
            && !self.tokens[..end].iter().any(|t| t.quote().is_some())
        {
            parts.push(0..end);
        }
        let aside = |part: &Range<usize>| {
            let first = self.word(part.start);
            matches!(
                first,
                "who" | "which" | "whose" | "where" | "whom" | "now" | "then" | "formerly"
            ) || first.starts_with(|c: char| c.is_ascii_digit())
                || first.ends_with("ing")
        };
        let article = |part: &Range<usize>| matches!(self.word(part.start), "a" | "an" | "the");
        let mut at = 1;
        while let (Some(part), Some(beyond)) = (parts.get(at), parts.get(at + 1)) {
            let named = self.is_capital(beyond.end - 1) && !opens_aside(self.word(beyond.start));
            // "Max Vell, vice president of the Union of Ports and Quays, a lobby, said".
            let office = self.is_all_name(beyond)
                && part
                    .clone()
                    .take_while(|&i| self.is_word(i) && !self.is_capital(i))
                    .any(|i| is_role(self.word(i)));
            if aside(part)
                || office
                || self.is_letters(part)
                || article(part) && named && !self.is_all_name(&parts[0])
            {
                at += 1;
            } else {
                break;
            }
        }
        // "Rep. Steve King (R-Iowa), tweeted": nothing stands between commas.
        let after_mark = |at: usize| at == 0 || self.tokens[at - 1].quote().is_some();
        let only = parts.len() == 1
            && after_mark(parts[0].start)
            && !opens_aside(self.word(parts[0].start));
        if let Some(part) = parts.first().filter(|_| only) {
            let end = part.clone().find(|&i| self.tokens[i].is('(')).unwrap_or(part.end);
            return self.found(self.phrase_before(end, low), None);
        }
        let Some(part) = parts.get(at) else { return Before::Nothing };
        let beside = (part.end + 1..comma).start < comma;
        let phrase = self.phrase_before(part.end, part.start).map(|phrase| self.joint(phrase));
        self.found(phrase, beside.then_some(part.end + 1..comma))
    }

    /// Whether a stretch is nothing but a name.
    pub fn is_all_name(&self, part: &Range<usize>) -> bool {
        part.clone().all(|at| {
            self.is_capital(at)
                || is_joint(self.word(at))
                || matches!(self.tokens[at].kind, Kind::Sign('.' | '&'))
        })
    }
}
