//! Speech through the paragraphs of an article: which clause of saying a
//! quotation belongs to, and who goes on speaking where none stands.

use super::{
    Quotation, QuotationKind, Speaker,
    classes::is_person_pronoun,
    clauses::{Clause, clauses},
    frames::Token,
    indirect, is_title,
    people::{Found, People},
    subjects::{Subject, View},
};
use crate::{quotes::Quote, speech::Takes};

/// The state of the reading.
pub(super) struct Flow<'a> {
    text: &'a str,
    people: People,
    found: Vec<Quotation>,
    paragraph: usize,
    /// Who spoke last, where the last frame held speech.
    speaking: Option<Found>,
    /// The last paragraph ended inside speech.
    open: bool,
}

/// How firmly a quotation hangs on a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hold {
    /// Set off by a comma or colon.
    SetOff,
    /// Grown into the clause.
    Grown,
}

impl<'a> Flow<'a> {
    pub fn new(text: &'a str, people: People) -> Self {
        Self { text, people, found: Vec::new(), paragraph: 0, speaking: None, open: false }
    }

    pub fn finish(mut self) -> Vec<Quotation> {
        self.found.sort_by_key(|q| (q.span.start, q.span.end));
        self.found
    }

    /// Reads the next paragraph.
    pub fn read(&mut self, frames: &[Vec<Token>], quotes: &[Quote]) {
        // Who leads into speech: the subject of the sentence just before.
        let mut lead: Option<Found> = None;
        let mut waiting: Vec<Quotation> = Vec::new();
        let mut carried = self.speaking.take();
        let mut spoke = false;
        for (number, tokens) in frames.iter().enumerate() {
            let view = View { text: self.text, tokens };
            let clauses = clauses(view);
            let speakers = self.speakers(view, &clauses);
            let alone = is_alone(view);
            let mut held = false;
            let mut answered = None;
            let mut used = vec![false; clauses.len()];
            for (at, token) in tokens.iter().enumerate() {
                let Some(quote) = token.quote().map(|number| &quotes[number]) else { continue };
                held = true;
                let hold = hold(view, &clauses, at);
                let mut quotation = Quotation {
                    kind: QuotationKind::Direct,
                    span: quote.inner.clone(),
                    outer: quote.outer.clone(),
                    speaker: None,
                    verb: None,
                };
                match hold {
                    _ if alone => {
                        let goes_on =
                            number == 0 && self.open || spoke || number == 0 && carried.is_some();
                        let speaker =
                            if spoke || number == 0 { carried.clone() } else { lead.clone() };
                        quotation.speaker = speaker.or(lead.clone()).map(speaker_of);
                        if quotation.speaker.is_none() || !goes_on && lead.is_none() {
                            waiting.push(quotation);
                            continue;
                        }
                    }
                    Some((clause, hold)) => {
                        used[clause] |= hold == Hold::SetOff;
                        let direct =
                            hold == Hold::SetOff || is_whole(&self.text[quote.inner.clone()]);
                        quotation.kind =
                            if direct { QuotationKind::Direct } else { QuotationKind::Partial };
                        answered = speakers[clause].clone();
                        quotation.speaker = answered.clone().map(speaker_of);
                        quotation.verb = Some(tokens[clauses[clause].verb].span.clone());
                    }
                    None => match self.unsaid(view, at) {
                        Some(speaker) => {
                            answered = Some(speaker.clone());
                            quotation.speaker = Some(speaker_of(speaker));
                        }
                        None => quotation.kind = QuotationKind::Term,
                    },
                }
                self.found.push(quotation);
            }
            self.found.extend(indirect::find(view, &clauses, &used).into_iter().filter_map(
                |(clause, span)| {
                    Some(Quotation {
                        kind: QuotationKind::Indirect,
                        span: span.clone(),
                        outer: span,
                        speaker: Some(speaker_of(speakers[clause].clone()?)),
                        verb: Some(tokens[clauses[clause].verb].span.clone()),
                    })
                },
            ));
            if answered.is_some() {
                for mut quotation in waiting.drain(..) {
                    quotation.speaker = answered.clone().map(speaker_of);
                    self.found.push(quotation);
                }
                carried = answered;
                spoke = true;
                lead = None;
            } else if !held {
                lead = match speakers.iter().flatten().next_back() {
                    Some(speaker) => Some(speaker.clone()),
                    None => self.subject(view),
                };
                carried = lead.clone();
                spoke = false;
            } else if carried.is_some() && alone {
                spoke = true;
            }
        }
        self.found.append(&mut waiting);
        self.open = quotes.last().is_some_and(|q| !q.closed);
        let colon = frames.last().is_some_and(|f| f.last().is_some_and(|t| t.is(':')));
        self.speaking = carried.filter(|_| spoke || colon || lead.is_some());
        self.paragraph += 1;
    }

    fn speakers(&mut self, view: View, clauses: &[Clause]) -> Vec<Option<Found>> {
        let mut speakers: Vec<Option<Found>> = Vec::new();
        for clause in clauses {
            let speaker = match clause.joined {
                Some(earlier) => speakers[earlier].clone(),
                None => Some(self.people.resolve(view, &clause.subject, self.paragraph)),
            };
            speakers.push(speaker);
        }
        speakers
    }

    /// The person who is the subject of a frame that tells no speech.
    fn subject(&mut self, view: View) -> Option<Found> {
        let subject = view.first()?;
        self.people.see(view, &subject, self.paragraph)
    }

    /// Speech without a verb of saying: after a colon, before "was her answer".
    fn unsaid(&mut self, view: View, at: usize) -> Option<Found> {
        let after = at + 1 + usize::from(view.tokens.get(at + 1).is_some_and(|t| t.is(',')));
        if matches!(view.word(after), "was" | "is" | "came" | "were") {
            let answer = (after + 1..view.tokens.len().min(after + 8)).find(|&i| {
                matches!(
                    view.word(i),
                    "answer" | "reply" | "response" | "verdict" | "retort" | "comment"
                )
            })?;
            let phrase = after + 1..answer;
            if phrase.is_empty() {
                return None;
            }
            let whose = View { text: view.text, tokens: &view.tokens[phrase.clone()] };
            let subject = Subject { phrase, beside: None };
            return self
                .people
                .last_in(whose)
                .or_else(|| Some(self.people.resolve(view, &subject, self.paragraph)));
        }
        if at > 0 && view.tokens[at - 1].is(':') {
            let head = View { text: view.text, tokens: &view.tokens[..at] };
            return self.people.last_in(head).or_else(|| self.subject(head));
        }
        None
    }
}

fn speaker_of(found: Found) -> Speaker {
    Speaker { mention: found.mention, names: found.names }
}

/// Nothing but speech.
fn is_alone(view: View) -> bool {
    view.tokens.iter().all(|t| t.word().is_none())
}

/// Whether words in marks are a sentence of their own.
fn is_whole(inner: &str) -> bool {
    let inner = inner.trim();
    inner.starts_with(char::is_uppercase)
        && inner.ends_with(['.', '!', '?', ',', '…'])
        && inner.contains(' ')
}

/// The clause that a quotation belongs to.
fn hold(view: View, clauses: &[Clause], at: usize) -> Option<(usize, Hold)> {
    let sign =
        |i: usize| view.tokens.get(i).is_some_and(|t| t.word().is_none() && t.quote().is_none());
    let comma = at > 0 && (view.tokens[at - 1].is(',') || view.tokens[at - 1].is('—'));
    let colon = at > 0 && view.tokens[at - 1].is(':');
    let before = clauses.iter().rposition(|c| {
        c.verb < at && (!c.is_passive() || view.word(at - 1) == "as" || near_article(view, at))
    });
    if let Some(clause) = before.filter(|_| colon) {
        return Some((clause, Hold::SetOff));
    }
    let starts = at == 0 || comma || (0..at).all(|i| view.word(i).is_empty());
    let next = at + 1 + usize::from(sign(at + 1));
    let after =
        clauses.iter().position(|c| c.joined.is_none() && c.span().start == next && !c.according);
    if let Some(clause) = after {
        let set_off = starts || is_whole(&view.text[view.tokens[at].span.clone()]);
        let hold = if set_off && clauses[clause].takes != Takes::Words {
            Hold::SetOff
        } else {
            Hold::Grown
        };
        // "The dog, she said, ‘has no mandate’": the clause may stand before.
        if set_off || before.is_none() {
            return Some((clause, hold));
        }
    }
    if is_term(view, clauses, at) {
        return None;
    }
    if let Some(clause) = before {
        let near = &clauses[clause];
        let split = comma && (0..near.verb).any(|i| view.tokens[i].quote().is_some());
        if split || near.inverted && !near.according && comma {
            return Some((clause, Hold::SetOff));
        }
        let tight = near.verb + 1 + usize::from(comma) == at
            || near.according && comma && near.span().end + 1 >= at;
        if tight && comma {
            let whole = near.according || starts_upper(view, at);
            return Some((clause, if whole { Hold::SetOff } else { Hold::Grown }));
        }
        if !near.inverted || near.according || near.is_passive() {
            return Some((clause, Hold::Grown));
        }
    }
    // "‘It is over,’ Ana Vell, the mayor, and Jon Roe, her deputy, wrote."
    if starts
        && view.text[view.tokens[at].span.clone()].contains([',', '!', '?'])
        && is_whole(
            view.text[view.tokens[at].span.clone()]
                .trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ',' | '!' | '?')),
        )
        && let Some(later) = clauses.iter().position(|c| c.verb > at)
    {
        return Some((later, Hold::SetOff));
    }
    // "The fire was ‘under control’, the coastguard said."
    let later = clauses.iter().position(|c| {
        c.verb > at && c.joined.is_none() && c.takes == Takes::Clause && {
            let start = c.span().start;
            start > 0 && (sign(start - 1) || c.according)
        }
    })?;
    Some((later, Hold::Grown))
}

/// "as an ‘elegant’ boon".
fn near_article(view: View, at: usize) -> bool {
    at > 1 && view.word(at - 2) == "as" && matches!(view.word(at - 1), "a" | "an" | "the")
}

fn starts_upper(view: View, at: usize) -> bool {
    let inner = &view.text[view.tokens[at].span.clone()];
    inner.chars().nth(1).is_some_and(char::is_uppercase)
}

/// Whether the marks only name something.
fn is_term(view: View, clauses: &[Clause], at: usize) -> bool {
    let before = if at > 0 { view.word(at - 1) } else { "" };
    let named = matches!(
        before,
        "named"
            | "titled"
            | "entitled"
            | "dubbed"
            | "nicknamed"
            | "so-called"
            | "word"
            | "term"
            | "phrase"
            | "song"
            | "film"
            | "book"
            | "album"
            | "single"
            | "series"
            | "novel"
            | "play"
            | "show"
            | "headlined"
    );
    if named {
        return true;
    }
    // "what they call ‘ghost nets’": everybody says it.
    if before == "call" {
        return true;
    }
    if before == "called" {
        let subject = clauses.iter().find(|c| c.verb == at - 1).map(|c| c.subject.phrase.start);
        return subject.is_none_or(|start| {
            !is_person_pronoun(view.word(start)) && (start == 0 || view.word(start - 1) != "what")
        });
    }
    let words_before =
        clauses.iter().any(|c| c.takes == Takes::Words && c.verb < at && at - c.verb < 14);
    if before == "as" && !words_before {
        return true;
    }
    is_title(&view.text[view.tokens[at].span.clone()])
}
