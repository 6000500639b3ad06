//! Which pronouns of a sentence mean something that the sentence does not name.

use throughline_annotate::{MONTHS, gender, is_person_noun, is_speech_verb};

use crate::{
    draft::Draft,
    story::{LineId, Story},
    tree::Tree,
};

/// The first pronoun without an antecedent before it in the sentence.
pub fn dangling(story: &Story, line: LineId, tree: &Tree) -> Option<usize> {
    danglers(story, line, tree, None).next()
}

/// All of them, where the pronoun at a byte is replaced by a name, to which the
/// others of its kind then point.
pub fn danglers<'a>(
    story: &'a Story,
    line: LineId,
    tree: &'a Tree,
    replaced: Option<usize>,
) -> impl Iterator<Item = usize> + 'a {
    let sentence = story.sentence(line);
    // Before an article's first sentence nothing was said: what it points to stands in it.
    let opens = sentence.position == Some(0);
    let lower = move |at: usize| token_text(story, line, tree, at).to_lowercase();
    let named = replaced.and_then(|byte| gender(&lower(tree.at(byte)?)));
    (0..tree.tokens().len()).filter(move |&at| {
        let token = tree.token(at);
        let lower = lower(at);
        if named.is_some() && gender(&lower) == named {
            return false;
        }
        // What a speaker names is not what the outlet means by "it".
        let said = |i: usize| sentence.quotes.iter().any(|q| q.inner.contains(&tree.span(i).start));
        let quoted = said(at);
        if opens && !quoted && points_back(tree, at, &lower, &said) {
            return false;
        }
        match lower.as_str() {
            "he" | "she" | "his" | "him" | "her" | "himself" | "herself" | "hers" => {
                // Who says so in so many words speaks of somebody else.
                let direct = quoted && is_direct(story, line, tree, at);
                direct && !(0..at).any(|i| is_someone(tree, i) && (said(i) || !speaks(tree, i)))
                    || is_acted_on(tree, at)
                    || !has_before(tree, at, is_someone)
                        && !has_after(tree, at, is_someone)
                        && persons_before(tree, at) != 1
            }
            "itself" => !(0..at).any(|i| is_thing(tree, i)),
            "it" | "its" => {
                let speaks = lower == "it" && is_speaker(tree, at);
                let is_thing =
                    |tree: &Tree, i: usize| is_thing(tree, i) && (!speaks || can_speak(tree, i));
                token.dep != "expl"
                    && !is_empty_it(tree, at)
                    && (quoted || !has_antecedent(tree, at, &|i| is_thing(tree, i) && !said(i)))
            }
            "themselves" => !(0..at).any(|i| is_many(tree, i)),
            "they" | "their" | "them" | "theirs" => {
                !has_antecedent(tree, at, &|i| is_many(tree, i))
            }
            "that" if is_said_to(tree, at) => !quoted,
            "this" | "these" | "those" | "that" => {
                let alone = matches!(token.dep, "nsubj" | "nsubjpass" | "dobj" | "pobj")
                    && token.pos == "PRON"
                    && token.tag == "DT";
                let pointing = token.dep == "det"
                    && matches!(lower.as_str(), "this" | "these" | "that" | "those")
                    && !is_time(tree, token.head as usize)
                    && !is_repeated(tree, token.head as usize);
                // "those seeking a berth", "those with a boat": which, is said.
                let told = lower == "those" && tree.child(at, &["acl", "relcl", "prep"]).is_some();
                let of_clause = matches!(lower.as_str(), "this" | "that") && means_clause(tree, at);
                (alone && !told && !of_clause || pointing) && !quoted
            }
            "here" | "there" if quoted => false,
            // "won the cup here on Monday": where its reporter was; where one said so is no matter.
            "here" => {
                let next = (at + 1..tree.tokens().len()).next().map(|next| &tree.token(next).lemma);
                let told = next.is_some_and(|next| matches!(next.as_str(), "in" | "at"));
                let head = token.head as usize;
                let said = speaks(tree, at) || is_speech_verb(&tree.token(head).lemma);
                let placed = || tree.names(&["GPE", "LOC", "FAC"]).next().is_some();
                token.dep == "advmod" && !told && !said && !placed()
            }
            "pair" | "duo" | "trio" | "couple" | "twosome" => is_known_group(tree, at),
            "others" => !(0..at).any(|i| is_many(tree, i)) && !has_counted(tree, at),
            // "seem to think so", "both times".
            "so" => {
                token.dep == "advmod"
                    && at + 1 == tree.subtree(token.head as usize).end
                    && matches!(
                        tree.token(token.head as usize).lemma.as_str(),
                        "think" | "say" | "do" | "believe" | "hope" | "suggest"
                    )
            }
            "both" => {
                token.dep == "det"
                    && tree.token(token.head as usize).lemma == "time"
                    && !(0..at).any(|i| is_many(tree, i))
            }
            _ => false,
        }
    })
}

/// Whether "the" stands before a noun.
pub fn has_the(story: &Story, line: LineId, tree: &Tree, noun: usize) -> bool {
    let the = |c: usize| {
        tree.token(c).dep == "det" && token_text(story, line, tree, c).eq_ignore_ascii_case("the")
    };
    tree.children(noun).any(the)
}

/// "that" of "she says that will help": no conjunction stands before a bare "will".
fn is_said_to(tree: &Tree, at: usize) -> bool {
    let after = |i: usize| i < tree.tokens().len() && matches!(tree.token(i).pos, "AUX" | "VERB");
    let says =
        |lemma: &str| is_speech_verb(lemma) || matches!(lemma, "claim" | "warn" | "announce");
    at > 0
        && says(&tree.token(at - 1).lemma)
        && after(at + 1)
        && matches!(tree.token(at + 1).tag, "MD" | "VBZ" | "VBD")
}

/// Whether a word stands in words that somebody says as they are, not in a part of them: they open
/// the sentence, or the speaker says "I" in them.
fn is_direct(story: &Story, line: LineId, tree: &Tree, at: usize) -> bool {
    let sentence = story.sentence(line);
    let quote = sentence.quotes.iter().find(|q| q.inner.contains(&tree.span(at).start));
    let own = |i: usize| {
        let lower = token_text(story, line, tree, i).to_lowercase();
        matches!(lower.as_str(), "i" | "my" | "me" | "we" | "our" | "us")
    };
    quote.is_some_and(|quote| {
        let mut inside =
            (0..tree.tokens().len()).filter(|&i| quote.inner.contains(&tree.span(i).start));
        quote.outer.start == sentence.span.start || inside.any(own)
    })
}

/// Whether a noun is who says something, or a part of it: "said Ilan Vosk".
fn speaks(tree: &Tree, at: usize) -> bool {
    std::iter::once(at).chain(tree.ancestors(at)).any(|up| {
        let verb = tree.head(up).filter(|_| tree.token(up).dep == "nsubj");
        verb.is_some_and(|verb| is_speech_verb(&tree.token(verb).lemma))
    })
}

/// Words of a sentence after which "those captains" are mostly captains that it has told of.
const LATE: usize = 10;

/// Whether what a pronoun may mean stands before it, however it stands there.
fn points_back(tree: &Tree, at: usize, pronoun: &str, said: &dyn Fn(usize) -> bool) -> bool {
    let token = |i: usize| tree.token(i);
    let beside = owner(tree, at).map(|subject| tree.subtree(subject));
    let mut before = (0..at).filter(|i| {
        matches!(token(*i).pos, "NOUN" | "PROPN")
            && !is_time(tree, *i)
            && token(*i).dep != "compound"
            && !said(*i)
            && !beside.as_ref().is_some_and(|own| own.contains(i))
    });
    match pronoun {
        "he" | "she" | "his" | "him" | "her" => before.any(|i| {
            tree.people().any(|p| p.contains(&i))
                || token(i).tag == "NN" && is_person_noun(&token(i).lemma)
                || is_described(tree, i)
        }),
        "it" | "its" => before.any(|i| matches!(token(i).tag, "NN" | "NNP")),
        "they" | "their" | "them" => before.any(|i| is_many(tree, i)),
        // "... on captains, a day after Norland barred those captains": late, and of what was told.
        "that" | "those" => {
            token(at).dep == "det"
                && at >= LATE
                && before.filter(|i| token(*i).pos == "NOUN").count() >= 2
        }
        _ => false,
    }
}

/// Whether "that" or "this" means what the sentence has told: "The port is shut, and that could cost
/// millions".
fn means_clause(tree: &Tree, at: usize) -> bool {
    let is_subject = matches!(tree.token(at).dep, "nsubj" | "nsubjpass");
    let verb = tree.head(at).filter(|&verb| is_subject && tree.token(verb).dep == "conj");
    let first = verb.and_then(|verb| tree.head(verb)).filter(|&first| first < at);
    first.is_some_and(|first| {
        tree.is_finite(first) && tree.child(first, &["nsubj", "nsubjpass"]).is_some()
    })
}

/// Whether a noun means two or three people whom the sentence does not name: "the pair", of whom
/// no "of" or "who" says anything before a comma.
fn is_known_group(tree: &Tree, at: usize) -> bool {
    let token = tree.token(at);
    let definite = tree
        .children(at)
        .any(|c| tree.token(c).dep == "det" && tree.token(c).lemma.eq_ignore_ascii_case("the"));
    let told = tree.children(at).any(|c| {
        let next = c == at + 1 || tree.subtree(c).start == at + 1;
        next && matches!(tree.token(c).dep, "prep" | "relcl" | "acl" | "appos")
    });
    let named = tree.people().filter(|p| p.end <= at).count() >= 2;
    token.tag == "NN"
        && definite
        && !told
        && !named
        && !matches!(token.dep, "compound" | "amod")
        && !(0..at).any(|i| is_many(tree, i))
}

/// Whether people were counted before: "killing six and wounding 20 others".
fn has_counted(tree: &Tree, at: usize) -> bool {
    (0..at).any(|i| {
        tree.token(i).tag == "CD"
            && matches!(tree.token(i).dep, "dobj" | "nsubj" | "nsubjpass" | "pobj")
            || tree.token(i).pos == "PROPN" && tree.token(i).dep.starts_with("nsubj")
            || is_person_noun(&tree.token(i).lemma)
    })
}

/// A token as it is written.
pub fn token_text<'a>(story: &'a Story, line: LineId, tree: &Tree, at: usize) -> &'a str {
    let article = &story.readings[story.lines[line].article].article;
    &article.text[tree.span(at)]
}

fn has_before(tree: &Tree, at: usize, fits: fn(&Tree, usize) -> bool) -> bool {
    (0..at).any(|i| fits(tree, i))
}

/// The same, the subject beside the pronoun left out: in "Ministers want them
/// extended" they are others (Chomsky's principle B).
fn has_antecedent(tree: &Tree, at: usize, fits: &dyn Fn(usize) -> bool) -> bool {
    let beside = owner(tree, at).map(|subject| tree.subtree(subject));
    (0..at).any(|i| fits(i) && !beside.as_ref().is_some_and(|own| own.contains(&i)))
}

/// The subject of the clause in which a pronoun is acted on.
fn owner(tree: &Tree, at: usize) -> Option<usize> {
    let token = tree.token(at);
    let head = token.head as usize;
    // "saw it sink", "thought it a test", not "said it would sink", whose subject may be its
    // antecedent.
    let helped = tree.children(head).any(|c| matches!(tree.token(c).dep, "aux" | "auxpass"));
    let bare = token.dep == "nsubj"
        && !helped
        && matches!(tree.token(head).tag, "VB" | "VBN" | "VBG" | "JJ" | "NN" | "NNS");
    // "said his service was behind it": not itself.
    let behind =
        token.dep == "pobj" && tree.head(head).is_some_and(|verb| tree.token(verb).lemma == "be");
    if token.tag != "PRP" || !(matches!(token.dep, "dobj" | "dative") || bare || behind) {
        return None;
    }
    let subject = |up: usize| tree.child(up, &["nsubj", "nsubjpass"]).filter(|&s| s != at);
    tree.ancestors(at).skip(1).find_map(subject)
}

/// "In his speech, Vosk said": the antecedent is the subject of the main clause.
fn has_after(tree: &Tree, at: usize, fits: fn(&Tree, usize) -> bool) -> bool {
    let Some(root) = tree.root() else { return false };
    let subject = tree.child(root, &["nsubj", "nsubjpass"]);
    // "Although she voted for it, Justice Vosk said".
    let conceded = || {
        let clause = tree.head(at).filter(|_| tree.token(at).dep == "nsubj");
        clause.is_some_and(|clause| {
            tree.token(clause).dep == "advcl"
                && tree.head(clause) == Some(root)
                && tree.child(clause, &["mark"]).is_some()
        })
    };
    subject.is_some_and(|s| s > at && fits(tree, s))
        && !tree.ancestors(at).any(|a| Some(a) == subject)
        && (tree.token(at).dep == "poss" || conceded())
}

fn is_someone(tree: &Tree, at: usize) -> bool {
    let token = tree.token(at);
    // A place is often taken for a person: "In Ostrel, lessons resume, she said".
    let placed = tree.ancestors(at).nth(1).is_some_and(|head| {
        tree.token(at).dep == "pobj"
            && matches!(tree.token(head).lemma.as_str(), "in" | "at" | "near")
    });
    let named = !placed && tree.people().any(|p| p.contains(&at));
    // "Vosk, who is in her fifties".
    let relative = |c: usize| {
        let subject = tree.child(c, &["nsubj", "nsubjpass"]);
        tree.token(c).dep == "relcl" && subject.is_some_and(|s| tree.token(s).tag == "WP")
    };
    // A name that the parse calls nothing is mostly a person's.
    let unknown = || {
        token.tag == "NNP"
            && matches!(token.dep, "nsubj" | "nsubjpass" | "dobj")
            && !tree.named().any(|(_, name)| name.contains(&at))
            && !is_time(tree, at)
    };
    named
        || token.pos == "PROPN" && tree.children(at).any(relative)
        || unknown()
        || token.pos == "NOUN"
            && matches!(token.dep, "nsubj" | "nsubjpass" | "appos" | "attr")
            && is_person_noun(&token.lemma)
        || token.tag == "NN" && token.dep == "dobj" && is_person_noun(&token.lemma)
        || is_described(tree, at)
}

/// "Model Chrissy Vall", which the parse may take for a firm: what somebody is stands before the name.
fn is_described(tree: &Tree, at: usize) -> bool {
    let first = tree.named().find(|(_, name)| name.contains(&at)).map(|(_, name)| name.start);
    first.is_some_and(|first| {
        let lemma = tree.token(first).lemma.to_lowercase();
        first < at
            && (is_person_noun(&lemma) || matches!(lemma.as_str(), "model" | "star" | "host"))
    })
}

/// "Vosk met him": the object of a verb is not its subject, and nobody else
/// has been spoken of.
fn is_acted_on(tree: &Tree, at: usize) -> bool {
    let token = tree.token(at);
    let subject = tree.child(token.head as usize, &["nsubj", "nsubjpass"]);
    matches!(token.dep, "dobj" | "dative")
        && token.tag == "PRP"
        && !token.lemma.ends_with("self")
        && subject.is_some_and(|s| is_someone(tree, s))
        && persons_before(tree, at) < 2
}

/// How many people a sentence has spoken of before a word: where it is one,
/// nobody else can be meant.
fn persons_before(tree: &Tree, at: usize) -> usize {
    let named = tree.people().filter(|p| p.end <= at).count();
    let noun = |i: &usize| {
        tree.token(*i).tag == "NN"
            && is_person_noun(&tree.token(*i).lemma)
            && !tree.people().any(|p| p.contains(i) || p.start == i + 1)
    };
    named + (0..at).filter(noun).count()
}

fn is_thing(tree: &Tree, at: usize) -> bool {
    let token = tree.token(at);
    matches!(token.tag, "NN" | "NNP")
        && !tree.people().any(|p| p.contains(&at))
        && matches!(
            token.dep,
            "nsubj" | "nsubjpass" | "dobj" | "pobj" | "appos" | "conj" | "attr" | "poss"
        )
        && !is_time(tree, at)
}

/// Whether a pronoun is the subject of a verb of saying that stands behind what is said.
fn is_speaker(tree: &Tree, at: usize) -> bool {
    let token = tree.token(at);
    let verb = token.head as usize;
    token.dep == "nsubj"
        && is_speech_verb(&tree.token(verb).lemma)
        && tree.child(verb, &["ccomp"]).is_some_and(|said| said < at)
}

/// Whether a noun may be who says something: a name, or who does something.
fn can_speak(tree: &Tree, at: usize) -> bool {
    let token = tree.token(at);
    token.tag == "NNP" || token.dep.starts_with("nsubj") && !is_person_noun(&token.lemma)
}

fn is_many(tree: &Tree, at: usize) -> bool {
    let token = tree.token(at);
    matches!(token.tag, "NNS" | "NNPS")
        || token.dep == "conj" && matches!(token.pos, "NOUN" | "PROPN")
        || matches!(
            token.lemma.as_str(),
            "police"
                | "people"
                | "family"
                | "group"
                | "team"
                | "couple"
                | "crew"
                | "everyone"
                | "someone"
                | "anyone"
        )
}

/// Whether a sentence has spoken of a noun before: "a new policy, and could change that policy".
fn is_repeated(tree: &Tree, noun: usize) -> bool {
    (0..noun).any(|i| tree.token(i).pos == "NOUN" && tree.token(i).lemma == tree.token(noun).lemma)
}

fn is_time(tree: &Tree, at: usize) -> bool {
    MONTHS.iter().any(|month| *month == tree.token(at).lemma)
        || matches!(
            tree.token(at).lemma.to_lowercase().as_str(),
            "day"
                | "week"
                | "month"
                | "year"
                | "morning"
                | "afternoon"
                | "evening"
                | "night"
                | "time"
                | "weekend"
                | "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
                | "summer"
                | "winter"
                | "spring"
                | "autumn"
                | "fall"
                | "season"
                | "hour"
                | "quarter"
                | "decade"
                | "century"
        )
}

/// Whether a pronoun that is kept has no noun left before it.
pub fn leans(draft: &Draft, tree: &Tree) -> bool {
    let kept = |at: usize| draft.keeps(&tree.span(at));
    let pronoun =
        |at: usize| matches!(tree.token(at).tag, "PRP" | "PRP$") && tree.token(at).dep != "expl";
    let noun = |at: usize| matches!(tree.token(at).pos, "NOUN" | "PROPN") && !is_time(tree, at);
    (0..tree.tokens().len())
        .any(|at| kept(at) && pronoun(at) && !(0..at).any(|i| kept(i) && noun(i)))
}

/// "it is unclear whether", "it was raining", "it was announced that", "making it clear that":
/// nothing is meant by "it".
fn is_empty_it(tree: &Tree, at: usize) -> bool {
    let head = tree.token(at).head as usize;
    let has = |of: usize, deps: &[&str]| tree.child(of, deps).is_some();
    let what = tree
        .children(head)
        .any(|c| c > at && matches!(tree.token(c).dep, "ccomp" | "advcl" | "xcomp" | "csubj"));
    let is = tree.token(head).lemma == "be" && has(head, &["acomp", "attr"]);
    let told = tree.token(at).dep == "nsubjpass" && has(head, &["ccomp"]);
    let made = tree.token(at).dep == "nsubj"
        && tree.token(head).pos == "ADJ"
        && tree
            .head(head)
            .is_some_and(|up| matches!(tree.token(up).lemma.as_str(), "make" | "find"));
    what && (is || told || made)
}
