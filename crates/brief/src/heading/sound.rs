//! What would make a heading false, dangling or clumsy.

use std::collections::BTreeSet;

use throughline_annotate::{WEEKDAYS, is_hedge, is_negation, is_speech_verb};

use super::kept::Clause;

/// Nouns whose matter the clause behind them is.
#[rustfmt::skip]
const CONTENTS: &[&str] = &[
    "forecast", "report", "claim", "estimate", "fact", "idea", "news", "warning", "fear", "belief",
    "suggestion", "promise", "hope", "announcement", "allegation", "accusation",
];

/// Verbs of what somebody else is to do.
const URGING: &[&str] = &["urge", "ask", "demand", "order", "request", "recommend", "suggest"];

impl Clause<'_> {
    /// "Qualcomm says it is considering the bid": a pronoun that is the subject
    /// of what is said, where the speaker is the one it can mean.
    fn is_speaker(&self, root: usize, pronoun: usize) -> bool {
        let tree = self.tree;
        let said = tree.token(pronoun).head as usize;
        let Some(speaker) = tree.child(root, &["nsubj"]).filter(|&s| s < pronoun) else {
            return false;
        };
        let person = tree.people().any(|p| p.contains(&speaker));
        // "Dorn urged that he read the letter": somebody else.
        let urges = URGING.contains(&tree.token(root).lemma.as_str());
        !urges
            && tree.token(said).dep == "ccomp"
            && tree.token(said).head as usize == root
            && tree.token(speaker).tag == "NNP"
            && match self.text(pronoun).to_lowercase().as_str() {
                "he" | "she" => person,
                "it" => !person,
                _ => false,
            }
    }

    /// "presented this week": a heading is read in any week.
    fn is_relative_date(&self, at: usize) -> bool {
        let lower = self.text(at).to_lowercase();
        let start = self.tree.span(at).start;
        matches!(lower.as_str(), "this" | "last" | "next" | "earlier" | "later")
            && self
                .story
                .sentence(self.line)
                .dates
                .iter()
                .any(|t| (t.start..t.end).contains(&start))
    }

    /// Whether a finite verb has no subject and no partner: then the parser took
    /// another word for the verb ("Islamists linked to the attackers killed 32", "a boy trapped in a
    /// well has been found").
    fn is_misread(&self, root: usize) -> bool {
        let tree = self.tree;
        let subject = |at: usize| tree.child(at, &["nsubj", "nsubjpass", "csubj", "expl"]);
        let strays = (0..tree.tokens().len()).filter(|&at| at != root).any(|at| {
            let token = tree.token(at);
            let helped = || {
                let helps = |c: usize| {
                    matches!(tree.token(c).dep, "aux" | "auxpass")
                        && matches!(tree.token(c).tag, "VBZ" | "VBD" | "VBP")
                };
                matches!(token.tag, "VBN" | "VBG") && tree.children(at).any(helps)
            };
            (matches!(token.tag, "VBD" | "VBZ") || helped())
                && token.pos == "VERB"
                && !matches!(token.dep, "conj" | "parataxis" | "relcl" | "amod" | "pcomp")
                && subject(at).is_none()
        });
        strays || subject(root).is_some_and(|subject| self.is_in_aside(subject, root))
    }

    /// "Dorn, clearly delighted to come, opened the port": the verb between the commas is none.
    fn is_in_aside(&self, subject: usize, root: usize) -> bool {
        let tree = self.tree;
        let end = tree.subtree(subject).end;
        let helped = tree.child(root, &["aux", "auxpass"]).is_some();
        let listed = tree.child(subject, &["conj"]).is_some();
        let is_comma = |at: &usize| self.text(*at) == ",";
        let commas = (subject + 1..root).filter(is_comma).count();
        let opened =
            commas % 2 == 1 && end <= root && (root..tree.tokens().len()).any(|at| is_comma(&at));
        let plain = tree.child(subject, &["relcl", "appos", "acl"]).is_none();
        matches!(tree.token(root).tag, "VBD" | "VBN") && !helped && !listed && plain && opened
    }

    /// "The report that the quay sank is false", "the bank forecast that changes will cost it a
    /// million", of which the parser may make one noun: without what "that" opens it is no report.
    fn is_said(&self, root: usize) -> bool {
        let tree = self.tree;
        tree.child(root, &["nsubj", "nsubjpass"]).is_some_and(|subject| {
            CONTENTS.contains(&self.text(subject).to_lowercase().as_str())
                && self.text(subject + 1).eq_ignore_ascii_case("that")
        })
    }

    /// "was travelling when the tram overturned": the clause with "when" has the news.
    fn is_backdrop(&self, root: usize) -> bool {
        let tree = self.tree;
        let has = |at: usize, dep: &str, words: &[&str]| {
            tree.children(at).any(|c| {
                tree.token(c).dep == dep && words.contains(&self.text(c).to_lowercase().as_str())
            })
        };
        tree.token(root).tag == "VBG"
            && has(root, "aux", &["was", "were"])
            && tree.child(root, &["advcl"]).is_some_and(|clause| {
                has(clause, "mark", &["when", "as"])
                    || (root..clause).any(|at| self.text(at).eq_ignore_ascii_case("when"))
            })
    }

    /// "can be seen on video": a picture is described.
    fn is_picture(&self, root: usize) -> bool {
        let tree = self.tree;
        matches!(tree.token(root).lemma.as_str(), "see" | "picture" | "photograph")
            && tree.child(root, &["auxpass"]).is_some()
    }

    /// What would make a heading false, dangling or clumsy.
    pub fn is_unsound(&self, root: usize, kept: &BTreeSet<usize>) -> bool {
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
        // "The brother of the minister, Emil Corvan, left" is not "brother of minister Emil Corvan".
        let mut apart = kept.iter().zip(kept.iter().skip(1));
        let fused = apart.any(|(&a, &b)| {
            tree.token(b).pos == "PROPN"
                && tree.token(a).pos == "NOUN"
                && tree.token(a).dep == "pobj"
                && (a + 1..b).any(|i| self.text(i) == ",")
        });
        // "Eight people have serious injuries" is not "eight people have injuries".
        let had = kept.iter().any(|&i| {
            tree.token(i).dep == "dobj"
                && tree.head(i).is_some_and(|verb| tree.token(verb).lemma == "have")
                && tree.children(i).any(|c| tree.token(c).dep == "amod" && !kept.contains(&c))
        });
        // "Vosk and others criticise his policy": whose?
        let many = tree.child(root, &["nsubj", "nsubjpass"]).is_some_and(|subject| {
            matches!(tree.token(subject).tag, "NNS" | "NNPS")
                || tree.child(subject, &["conj"]).is_some()
        });
        let others = many
            && kept.iter().any(|&i| {
                tree.token(i).tag == "PRP$"
                    && matches!(self.text(i).to_lowercase().as_str(), "his" | "her")
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
                && !self.is_speaker(root, i)
                || tree.token(i).pos == "PRON"
                    && !matches!(tree.token(i).tag, "EX" | "WP" | "WDT")
                    && !kept.iter().any(|&j| j < i && matches!(tree.token(j).pos, "PROPN" | "NOUN"))
        });
        let broken_quote = sentence.quotes.iter().any(|q| {
            let inside =
                || (0..tree.tokens().len()).filter(|&i| q.outer.contains(&tree.span(i).start));
            inside().any(|i| kept.contains(&i))
                && !inside().all(|i| kept.contains(&i) || self.is_light(i))
        });
        let bare_speech = is_speech_verb(&self.text(root).to_lowercase())
            && tree.child(root, &["ccomp", "dobj", "xcomp"]).is_none();
        let bare_verb = tree.token(root).lemma == "be"
            && tree.child(root, &["attr", "acomp", "prep"]).is_none();
        let past_perfect = tree
            .children(root)
            .any(|c| tree.token(c).dep == "aux" && self.text(c).eq_ignore_ascii_case("had"));
        let dangling_end = self.last_word(kept).is_some_and(|i| {
            let particle = matches!(tree.token(i).dep, "prt" | "advmod");
            matches!(tree.token(i).pos, "ADP" | "DET" | "CCONJ" | "SCONJ" | "AUX") && !particle
                || tree.token(i).dep == "poss"
                || tree.token(i).tag == "CD" && matches!(tree.token(i).dep, "attr" | "dobj")
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
                matches!(
                    self.text(i).to_lowercase().as_str(),
                    "yesterday" | "today" | "tomorrow" | "here"
                )
            })
            || kept.iter().any(|&i| self.is_relative_date(i));
        // "Police shot and killed the driver": the object belongs to both.
        let shared = kept.iter().filter(|&&v| self.is_told(v)).any(|&v| {
            tree.child(v, &["conj"])
                .is_some_and(|c| !kept.contains(&c) && tree.token(c).pos == "VERB")
                && tree
                    .child(v, &["dobj", "attr", "acomp", "ccomp", "xcomp", "prep", "auxpass"])
                    .is_none()
        });
        let cut_off = kept.iter().any(|&i| {
            tree.token(i).dep == "prep"
                && tree.children(i).next().is_some()
                && !tree.children(i).any(|c| kept.contains(&c))
        });
        // "Vosk went 50-32-1 as coach" is not "Vosk went as coach".
        let counted = root + 1 < tree.tokens().len()
            && !kept.contains(&(root + 1))
            && self.text(root + 1).contains(|c: char| c.is_ascii_digit())
            && tree.token(root + 1).head as usize == root;
        // "as Ardenne (12-3) beat Tarn".
        let scored =
            text.split('(').skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        // "delivers what aides called a call".
        let free = kept.iter().any(|&i| self.text(i) == "what" && tree.token(i).dep != "det");
        shared
            || counted
            || scored
            || free
            || cut_off
            || self.is_torn(kept)
            || self.is_too_short(root, kept)
            || self.has_strange_pronoun(kept)
            || self.is_backdrop(root)
            || self.is_picture(root)
            || self.is_misread(root)
            || self.is_said(root)
            || clauses
            || dated
            || lost
            || had
            || fused
            || empty_verb
            || unbalanced
            || pronoun
            || others
            || broken_quote
            || bare_speech
            || bare_verb
            || past_perfect
            || dangling_end
    }
}
