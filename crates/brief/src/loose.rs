//! Clauses that a sentence can do without: set off by a comma or dash, or, where it would not be told
//! otherwise, what says more of something or sets its scene.

use std::ops::Range;

use throughline_annotate::{is_claim_noun, is_conditional, is_hedge, is_negation, is_speech_verb};
use throughline_model::EditKind;

use crate::{draft::Draft, smooth::LONGEST, story::Story, tree::Tree};

/// A clause that its sentence can do without.
pub struct Loose {
    /// An aside stands between two marks; what runs to the end is a clause.
    pub kind: EditKind,
    /// With its marks.
    pub span: Range<usize>,
    /// How many it has.
    words: usize,
    /// Whether it goes only from what would not be told otherwise: it says who somebody is, which
    /// thing is meant, or what somebody says.
    is_last: bool,
}

/// Cuts the loose clauses that hold these words, which point to what is not told; whether all could
/// be cut.
pub fn without(draft: &mut Draft, story: &Story, tree: &Tree, danglers: &[usize]) -> bool {
    danglers.iter().all(|&at| {
        let span = tree.span(at);
        if !draft.keeps(&span) {
            return true;
        }
        let holding = loose_clauses(draft, story, tree).into_iter();
        let holding = holding.filter(|l| l.span.start <= span.start && span.end <= l.span.end);
        let Some(least) = holding.min_by_key(|loose| loose.words) else { return false };
        draft.cut(least.kind, least.span);
        true
    })
}

/// The clause to cut from a long sentence: the shortest that is enough, else
/// the longest.
pub fn loose_clause(draft: &Draft, story: &Story, tree: &Tree, most: usize) -> Option<Loose> {
    let words = draft.words(story);
    let found = loose_clauses(draft, story, tree).into_iter();
    // Who speaks is cut only from what would not be told otherwise.
    found.filter(|loose| !loose.is_last || most >= LONGEST).min_by_key(|loose| {
        let cut = loose.words as i64;
        let enough = words - loose.words <= most;
        (loose.is_last, !enough, if enough { cut } else { -cut }, loose.span.start)
    })
}

/// The clauses that the sentence can do without: set off by a comma or dash,
/// relative or adverbial, and not the one that holds the speaker.
pub fn loose_clauses(draft: &Draft, story: &Story, tree: &Tree) -> Vec<Loose> {
    let source = &story.readings[story.lines[draft.line].article].article.text;
    let sentence = story.sentence(draft.line);
    let words = draft.words(story);
    let candidates = (0..tree.tokens().len()).filter_map(|at| {
        let token = tree.token(at);
        if !matches!(token.dep, "relcl" | "advcl" | "appos" | "acl" | "prep") {
            return None;
        }
        // Between a subject and its verb a comma often closes two things.
        if token.dep == "prep" && tree.root().is_none_or(|root| root > at) {
            return None;
        }
        let sub = tree.subtree(at);
        if sub.start == 0 || sub.len() < 4 {
            return None;
        }
        let before = tree.token(sub.start - 1);
        let set_off = matches!(&source[tree.span(sub.start - 1)], "," | "—" | "–" | "-" | "--");
        let lower = |i: usize| source[tree.span(i)].to_lowercase();
        let of_any = !set_off && is_of_any(tree, at, lower);
        if !(set_off || of_any) || before.is_space {
            return None;
        }
        let after = sub.end;
        let closing = (after < tree.tokens().len()).then(|| &source[tree.span(after)]);
        let last = tree.tokens().len() - 1;
        let at_end = after >= last || closing == Some(".");
        let closed = closing.is_some_and(|c| matches!(c, "," | "—" | "–" | "--"));
        // What follows the closing comma goes on with the sentence; a noun there
        // may belong to the very clause that is cut, and so may "on the coast"
        // while the verb is still to come.
        let goes_on = after + 1 < last
            && match tree.token(after + 1).pos {
                "VERB" | "AUX" | "CCONJ" | "SCONJ" | "PART" | "ADV" => true,
                "ADP" => tree.root().is_some_and(|root| root < at),
                _ => false,
            };
        // "an ad that seems to contrast them, vows to end it": the clause may go on behind it.
        let on = after + 1 < last && matches!(tree.token(after + 1).pos, "VERB" | "AUX" | "CCONJ");
        let ends = if of_any { at_end || closed && !on } else { at_end || closed && goes_on };
        // "While many backed her, the attacks in Tarn, heralded a change": what follows the first comma
        // is the subject, whatever the parser took it for.
        let first = !(1..sub.start - 1).any(|i| &source[tree.span(i)] == ",");
        let person = tree.people().any(|p| p.contains(&(token.head as usize)));
        let opened = first && !person && tree.token(0).dep == "mark" && token.dep == "appos";
        if !ends || opened || is_of_list(tree, at) || leaves_half_a_pair(tree, sub.start - 1) {
            return None;
        }
        let mark = tree.span(sub.start - 1);
        let from = if set_off { mark.start } else { mark.end };
        let from = from - usize::from(source[..from].ends_with(' '));
        let mut to = tree.bytes(sub.clone()).end;
        // "Vosk, the mayor, who hosts it, and Orr, the envoy, met": the comma
        // that closes the clause closes the apposition too.
        let of = tree.token(at).head as usize;
        let apposed = tree.token(at).dep == "relcl" && tree.token(of).dep == "appos";
        // "Vosk, 43, who hosts it, met".
        let second = (of + 1..sub.start.saturating_sub(1)).any(|i| tree.token(i).tag == "CD");
        let nested = apposed || second;
        if closed && !at_end && !nested && set_off {
            to = tree.span(after).end;
        }
        let span = from..to;
        let text = &source[span.clone()];
        // A quotation goes whole, and only from what would not be told otherwise.
        let whole =
            |q: &Range<usize>| words > LONGEST && q.start >= span.start && q.end <= span.end;
        let touched = |q: &Range<usize>| q.start < span.end && q.end > span.start;
        let quotes = sentence.quotes.iter().any(|q| touched(&q.outer) && !whole(&q.outer));
        // "Vosk left, not having seen it", "in Tarn, where nobody was hurt": what such a clause denies
        // or doubts goes with it. What stands against the rest, "who denies it", "which no court has
        // confirmed", stays.
        let apart = match token.dep {
            "advcl" => matches!(token.tag, "VBG" | "VBN") && tree.child(at, &["mark"]).is_none(),
            "relcl" => lower(sub.start) == "where",
            _ => false,
        };
        let own = words > LONGEST && apart;
        let has = |tells: &dyn Fn(&str) -> bool| {
            let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
            words.any(|w| tells(&w.to_lowercase()))
        };
        let conditional = |w: &str| is_conditional(w) && w != "once" || w == "according";
        let doubts = has(&|w: &str| is_negation(w) || is_hedge(w) && w != "some");
        let keeps_truth = !has(&conditional) && (own || !doubts);
        // "though the navy says it was in port".
        let against = tree.child(at, &["mark"]).is_some_and(|mark| {
            matches!(lower(mark).as_str(), "though" | "although" | "whereas" | "while")
                && (lower(mark) != "while" || sub.clone().any(|i| is_speech_verb(&lower(i))))
        });
        let keeps_truth = keeps_truth && !against;
        let cut = text.split_whitespace().count();
        let kind = if at_end || of_any { EditKind::Clause } else { EditKind::Aside };
        let names =
            token.dep == "appos" && tree.people().any(|p| p.contains(&(token.head as usize)));
        let quoted = sentence.quotes.iter().any(|q| touched(&q.outer));
        let is_last = names || of_any || doubts || quoted;
        (!quotes && keeps_truth && draft.keeps(&span) && words - cut >= 10).then_some(Loose {
            kind,
            span,
            words: cut,
            is_last,
        })
    });
    candidates.collect()
}

/// Whether what stands between commas may be one of several things, not another name of the first: "new
/// locks, the right to moor free, and boats", where only a person's name surely has an apposition.
fn is_of_list(tree: &Tree, at: usize) -> bool {
    let next = tree.subtree(at).end + 1;
    let of_person = || tree.people().any(|p| p.contains(&(tree.token(at).head as usize)));
    let goes_on = |next: &str| next == "CCONJ";
    tree.token(at).dep == "appos"
        && next < tree.tokens().len()
        && (goes_on(tree.token(next).pos) || tree.token(next).tag == "VBG")
        && !of_person()
}

/// Whether "and" with a mere phrase behind it would be left before the mark at a token: "accused them of
/// shouting, and in one instance, [spitting]".
fn leaves_half_a_pair(tree: &Tree, mark: usize) -> bool {
    (1..mark).any(|at| {
        tree.token(at).dep == "prep"
            && tree.subtree(at).start == at
            && tree.subtree(at).end == mark
            && tree.token(at - 1).dep == "cc"
    })
}

/// What sets the scene of a sentence too long to be told: "With three weeks left, Vosk met Orr",
/// "Vosk met Orr as a senator urged a deal". Who did what is told without it.
pub fn scene(draft: &Draft, story: &Story, tree: &Tree) -> Option<Range<usize>> {
    let source = &story.readings[story.lines[draft.line].article].article.text;
    let root = tree.root()?;
    let lower = |at: usize| source[tree.span(at)].to_lowercase();
    let last = tree.tokens().len().checked_sub(1)?;
    let quotes = &story.sentence(draft.line).quotes;
    let found = (0..tree.tokens().len()).filter_map(|at| {
        let of_root = tree.head(at) == Some(root);
        let of_verb = tree.head(at).is_some_and(|head| tree.token(head).pos == "VERB");
        let sub = tree.subtree(at);
        let words = || sub.clone().map(lower);
        let conditional = || words().any(|word| is_conditional(&word) && word != "once");
        let against = || words().any(|word| matches!(word.as_str(), "according" | "exception"));
        if sub.len() < 4 || conditional() || against() {
            return None;
        }
        let opener = lower(sub.start);
        let span = if sub.start == 0 {
            // "With just three weeks left", and not with somebody's consent.
            let counts = tree.token(1).tag == "CD" || matches!(lower(1).as_str(), "just" | "only");
            let scene = match opener.as_str() {
                "with" => counts,
                "after" | "amid" | "following" => true,
                _ => false,
            };
            // Behind "after a vote, the board sells it, the mayor said" all may hang on "after".
            let opens = of_root && scene && !is_speech_verb(&lower(root));
            let comma = sub.end < root && &source[tree.span(sub.end)] == ",";
            (opens && comma).then(|| tree.span(0).start..tree.span(sub.end + 1).start)?
        } else {
            let ends = of_verb && sub.end >= last && sub.start > root;
            // "resigned as chairman" is no scene.
            let own = tree.child(at, &["nsubj", "nsubjpass"]).is_some();
            let speaks =
                || sub.clone().any(|i| is_speech_verb(&lower(i)) || is_negation(&lower(i)));
            let told = match opener.as_str() {
                "as" => tree.token(at).dep == "advcl" && own && !speaks(),
                "after" | "amid" => matches!(tree.token(at).dep, "prep" | "advcl"),
                _ => false,
            };
            let end = tree.bytes(sub.clone()).end;
            let comma = &source[tree.span(sub.start - 1)] == ",";
            let from = tree.span(sub.start - 1);
            (ends && told).then_some(if comma { from.start..end } else { from.end..end })?
        };
        let quoted = quotes.iter().any(|q| {
            q.outer.start < span.end
                && q.outer.end > span.start
                && !(q.outer.start >= span.start && q.outer.end <= span.end)
        });
        (draft.keeps(&span) && !quoted).then_some(span)
    });
    found.max_by_key(|span| span.len())
}

/// Whether a relative clause says more of something that is any of its kind, "a page of the logbook
/// that has been shown to the Observer": without it the sentence says less, and what it says is true.
fn is_of_any(tree: &Tree, at: usize, lower: impl Fn(usize) -> String) -> bool {
    let opens = matches!(lower(tree.subtree(at).start).as_str(), "that" | "which" | "who");
    let of = tree.token(at).head as usize;
    let indefinite = |noun: usize| {
        tree.child(noun, &["det"]).is_some_and(|det| matches!(lower(det).as_str(), "a" | "an"))
    };
    // "a page of the logbook that": the parse may hang it on either.
    let owner = tree.head(of).filter(|&prep| lower(prep) == "of").and_then(|prep| tree.head(prep));
    let any = indefinite(of) || owner.is_some_and(indefinite);
    let is_object = matches!(tree.token(of).dep, "pobj" | "dobj");
    // "a charge that he sank it": what it says is all there is of it.
    let told = is_claim_noun(&tree.token(of).lemma)
        || matches!(tree.token(of).lemma.as_str(), "plan" | "bill" | "law" | "letter" | "sign");
    let subject = tree.child(at, &["nsubj", "nsubjpass"]);
    let says_which = subject.is_some_and(|subject| matches!(tree.token(subject).tag, "WDT" | "WP"));
    tree.token(at).dep == "relcl" && opens && any && is_object && says_which && !told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{fixture, smooth::smooth, stand::danglers};

    /// What an article's first sentence is told as, its pronouns without an antecedent cut out.
    fn told(text: &str) -> (String, usize) {
        let (story, trees, line) = fixture::sentence(text);
        let tree = trees.get(line).expect("parsed");
        let mut draft = Draft::of(&story, line);
        let dangling: Vec<usize> = danglers(&story, line, tree, None).collect();
        without(&mut draft, &story, tree, &dangling);
        smooth(&mut draft, &story, tree);
        (draft.text(&story), draft.words(&story))
    }

    #[test]
    fn a_lead_too_long_to_be_told_is_cut_to_what_happened() {
        // What is told, and what is left out.
        let cases = [
            // The scene, in front and behind.
            (
                "With just three weeks left for the two chambers of the parliament of Norland to agree on a budget, Ilan Vosk and Mila Dorn met in private at the palace of Vessmouth on Tuesday and spoke of a tax on ferries, the fish quota and the new quay for more than two hours.",
                "Ilan Vosk and Mila Dorn met",
                "three weeks left",
            ),
            (
                "Six captains of the ferries of Norland wrote a long letter to the harbour board of Vessmouth on Tuesday to ask for a new quay, a school for pilots, two tugs and a doctor on every ship of the line after the board had given all of the prizes of the year to men from Ardenne.",
                "Six captains",
                "prizes",
            ),
            // What says more of something that is any of its kind.
            (
                "Two gates of the dam of Haldery stood open for three hours and ten minutes in the night of Tuesday, according to a page of the logbook that has been shown to the Vess Herald, although the authority that runs the dam has said that no gate was opened at all.",
                "although the authority",
                "has been shown",
            ),
        ];
        for (text, kept, gone) in cases {
            let (told, words) = told(text);
            assert!(told.contains(kept) && !told.contains(gone), "{told}");
            assert!(words <= LONGEST, "{words}: {told}");
        }
    }

    #[test]
    fn what_stands_against_the_rest_or_makes_it_true_stays() {
        let cases = [
            (
                "The navy of Norland sank two freighters off Vessmouth on Tuesday and took 14 sailors of three nations to a prison on the island of Tarn, two fishermen said, though the navy says that no ship of its own was anywhere near the strait on that night.",
                "though the navy says",
            ),
            (
                "Sten Orrin, who denies that he sank two of his own freighters off Vessmouth in the storm of the winter and has said that he was never on board of them, was charged in Tarn on Tuesday with fraud on three insurers and with the death of two sailors, the state attorney said.",
                "who denies",
            ),
            (
                "The minister of the ports took money from three shipowners of Vessmouth for the berths of the new quay, a report of the auditors of the parliament of Norland said on Tuesday, while the minister said in the evening that he never took a crown from anybody in his life.",
                "while the minister",
            ),
            (
                "After a vote of the shareholders of the harbour company in Vessmouth, the company sells its northern terminal and the two old docks behind the fish market to a bidder from Ardenne for 40 million crowns in the first week of the summer, the board said in a note on Tuesday.",
                "40 million crowns",
            ),
            (
                "Under a plan put forward by the minister of the ports and two of his aides on Tuesday, the harbour of Tarn closes its northern terminal and 400 dock workers lose their jobs, while the old quay of Vessmouth is to be sold to a bidder from Ardenne.",
                "Under a plan",
            ),
            (
                "With the exception of the two small ports on the island of Tarn and of the naval base in Vessmouth, Norland on Tuesday closed all of its ports to the ships of Ardenne, the ministry of the ports said in a note to the harbour masters of the coast.",
                "With the exception",
            ),
            (
                "The high court of Norland on Tuesday cleared the shipowner Sten Orrin of a charge that he sank two of his own freighters off Vessmouth for the money of the insurers, and the state attorney said after the verdict that her office would not appeal.",
                "that he sank",
            ),
            (
                "Sten Orrin resigned on Tuesday in front of the city council and two ministers of the government of Norland, who had come to Tarn by train for the evening, as chairman of the board of the harbour company and of its two daughter companies in Vessmouth.",
                "as chairman",
            ),
        ];
        for (text, kept) in cases {
            let (told, _) = told(text);
            assert!(told.contains(kept), "{told}");
        }
    }

    #[test]
    fn one_of_several_things_is_no_aside() {
        let cases = [
            (
                "The new rules of the harbour of Vessmouth, told by Mila Dorn on Tuesday, bring changes to the locks, the right to moor at the northern terminal without a fee, being able to land fish on a Sunday and a doctor on every ship of the line to the islands of Tarn.",
                "the right to moor",
            ),
            (
                "The captains of the ferries have been beset with charges since three members of the harbour board on their way to a vote in Vessmouth accused a crowd of fishermen on the quay of shouting all through the night, and in one instance, spitting on a member.",
                "spitting on a member",
            ),
        ];
        for (text, kept) in cases {
            let (told, words) = told(text);
            assert!(told.contains(kept) || words > crate::smooth::COMFORTABLE, "{told}");
        }
    }

    #[test]
    fn a_cut_leaves_a_whole_sentence() {
        let cases = [
            (
                "Sten Orrin, 43, who is known to all of the port as the old man of the sea, is a former captain of the ferry Silver Wake and will be the second harbour master of Vessmouth to come from the island of Tarn since the war.",
                "Sten Orrin, 43, is a former captain",
            ),
            (
                "While many in Norland at first backed the minister's decision to open the port to all ships of the south, the attacks of the winter in Vessmouth and, on a smaller scale, in the other harbours of the coast, heralded a change in the mood of the public.",
                "the attacks of the winter",
            ),
        ];
        for (text, expected) in cases {
            let (told, _) = told(text);
            assert!(told.contains(expected), "{told}");
        }
    }

    #[test]
    fn an_aside_that_points_elsewhere_is_cut() {
        let text = "The death toll of the blast in Tarn rose to six on Tuesday, which was four more than they had feared.";
        let (told, _) = told(text);
        assert_eq!(told, "The death toll of the blast in Tarn rose to six on March 10.");
    }
}
