//! [`Form`]: a name as it stands in a parsed line, with the role beside it.

use std::ops::Range;

use throughline_annotate::{is_honorific, is_person_noun, is_role, is_speech_verb};

use crate::{
    draft::Place,
    story::{LineId, Story},
    tree::Tree,
};

/// The most words of a role before a name.
const ROLE: usize = 4;

/// Verbs that lead to a place.
const MOTION: &[&str] = &[
    "go", "come", "travel", "return", "leave", "send", "flee", "fly", "move", "drive", "sail",
    "arrive", "head", "walk", "ship",
];

/// A name in a parsed line.
#[derive(Debug, Clone)]
pub struct Form {
    pub line: LineId,
    /// Its words in lower case.
    pub words: Vec<String>,
    /// What the namer takes it for: `PERSON`, `ORG`, `GPE`.
    pub kind: &'static str,
    /// Where it stands.
    pub place: Place,
    /// The role before it: "Foreign Ministry spokeswoman".
    pub role: Option<Place>,
    /// Whether that role opens with a name: "Vessel Glass chairman".
    pub role_named: bool,
    /// The role after it: "the directorate's head".
    pub apposition: Option<String>,
    /// The name with that role, where it stands between commas: "Orr Vall, the directorate's head".
    pub described: Option<Place>,
    /// Whether it is told of as only a person or only a place is.
    pub cue: Option<Cue>,
    /// Whether a speaker uses it.
    pub quoted: bool,
}

/// What the words around a name say that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    /// "Mr Vall", "Vall, who", "Vall said".
    Person,
    /// "in Vall".
    Place,
}

impl Form {
    /// The names of a parsed line.
    pub fn read(story: &Story, line: LineId, tree: &Tree) -> Vec<Self> {
        let article = story.lines[line].article;
        let source = &story.readings[article].article.text;
        let quotes = &story.sentence(line).quotes;
        let kinds = &["PERSON", "ORG", "GPE", "LOC", "FAC"];
        let names = tree.name_spans().iter().filter(|n| kinds.contains(&n.kind));
        names
            .filter_map(|name| {
                let mut all = name.first as usize..name.last as usize + 1;
                // "Model Chrissy Vane", "Harbour Inspector Dario Mann" are often taken for firms.
                let titled = |&at: &usize| {
                    let word = source[tree.span(at)].to_lowercase();
                    word != "general" && is_role(&word)
                };
                let title = (all.start..all.end.saturating_sub(2)).rev().find(titled);
                let person = name.kind == "PERSON" || title.is_some();
                if let Some(at) = title.filter(|_| name.kind == "ORG") {
                    all.start = at;
                }
                let tokens = trimmed(source, tree, all, person);
                (!tokens.is_empty()).then_some(())?;
                let span = tree.bytes(tokens.clone());
                let from = if person { role_before(source, tree, &tokens) } else { tokens.start };
                let role = (from < tokens.start)
                    .then(|| Place { article, span: tree.bytes(from..tokens.start) });
                let named = |n: &throughline_syntax::NameSpan| {
                    (n.first as usize..=n.last as usize).contains(&from)
                };
                let after = person.then(|| role_after(source, tree, &tokens)).flatten();
                let whole = after.clone().map(|after| span.start..after.end);
                // "chairman of Vess", of "Vess, Tarn and Ardenne Ferries", is another office.
                let role_end = tree
                    .child(tokens.end - 1, &["appos"])
                    .map(|role| tree.bytes(tree.subtree(role)).end);
                let described = whole.filter(|whole| {
                    let between = after.as_ref().map(|after| &source[span.end..after.start]);
                    role_end == Some(whole.end)
                        && between == Some(", ")
                        && source[whole.end..].starts_with([',', '.'])
                });
                Some(Self {
                    line,
                    role_named: from < tokens.start && tree.doc().names.iter().any(named),
                    words: words(&source[span.clone()]),
                    kind: name.kind,
                    apposition: after.map(|after| source[after].to_owned()),
                    described: described.map(|span| Place { article, span }),
                    cue: cue(source, tree, &tokens),
                    quoted: quotes.iter().any(|q| q.inner.contains(&span.start)),
                    place: Place { article, span },
                    role,
                })
            })
            .collect()
    }

    /// Whether it gives a person's given name and surname.
    pub fn is_full(&self, story: &Story) -> bool {
        let text = &story.readings[self.place.article].article.text[self.place.span.clone()];
        let is_name = |w: &str| w.chars().all(|c| c.is_alphabetic() || "-'’.".contains(c));
        // "SpaceX" is nobody.
        let humped = |w: &str| {
            w.chars().next_back().is_some_and(char::is_uppercase)
                && w.chars().any(char::is_lowercase)
        };
        let capital = |w: Option<&str>| w.is_some_and(|w| w.starts_with(char::is_uppercase));
        (2..=4).contains(&self.words.len())
            && !self.quoted
            && !is_particle(&self.words[0])
            && text.split_whitespace().all(|w| is_name(w) && !humped(w))
            && text.split_whitespace().all(|w| w.chars().any(char::is_lowercase) || w.len() <= 3)
            && capital(text.split_whitespace().next())
            && capital(text.split_whitespace().next_back())
    }

    /// The last word: the surname of a person.
    pub fn surname(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }
}

/// Whether a lower-case word opens a surname: "de Vall".
pub fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "la"
            | "le"
            | "del"
            | "di"
            | "da"
            | "dos"
            | "van"
            | "von"
            | "der"
            | "bin"
            | "ibn"
            | "al"
            | "el"
    )
}

/// What the words around a name say that it is.
fn cue(source: &str, tree: &Tree, name: &Range<usize>) -> Option<Cue> {
    let head = name.end - 1;
    let token = tree.token(head);
    let governor = token.head as usize;
    let word = |i: usize| source[tree.span(i)].to_lowercase();
    let addressed = address_before(source, tree, name.start) < name.start
        || role_before(source, tree, name) < name.start;
    let told = tree.children(head).any(|c| {
        let subject = tree.child(c, &["nsubj", "nsubjpass"]);
        tree.token(c).dep == "relcl" && subject.is_some_and(|s| tree.token(s).tag == "WP")
            || tree.token(c).dep == "appos" && is_person_noun(&word(c))
    });
    let speaks = token.dep == "nsubj" && is_speech_verb(&word(governor));
    if addressed || told || speaks {
        return Some(Cue::Person);
    }
    let verb = tree.token(tree.token(governor).head as usize).lemma.as_str();
    let placed = match (token.dep, word(governor).as_str()) {
        ("pobj", "in" | "at" | "near") => true,
        ("pobj", "to" | "for" | "from") => MOTION.contains(&verb),
        ("dobj", _) => matches!(tree.token(governor).lemma.as_str(), "visit" | "reach" | "enter"),
        _ => false,
    };
    placed.then_some(Cue::Place)
}

/// The words of a name in lower case, with straight apostrophes.
pub fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(|w| w.to_lowercase().replace('’', "'")).collect()
}

/// Whether a word may be "sedating"; "Ming" is a name.
fn is_gerund(word: &str) -> bool {
    word.len() > 6 && word.ends_with("ing")
}

/// A name without "Mr", "Mayor", a possessive ending or a stray sign.
pub fn trimmed(source: &str, tree: &Tree, mut name: Range<usize>, person: bool) -> Range<usize> {
    let word = |i: usize| &source[tree.span(i)];
    // "SpaceX’s Elon Musk".
    if let Some(owner) = name.clone().rev().skip(1).find(|&i| tree.token(i).tag == "POS") {
        name.start = owner + 1;
    }
    // "Felipe Nasr of Sauber" is a Nasr.
    if let Some(of) = name.clone().skip(1).find(|&i| word(i) == "of").filter(|_| person) {
        name.end = of;
    }
    // "Sedating Vane would have taken minutes": what opens a sentence may be no name.
    if person && name.start == 0 && name.len() > 1 && is_gerund(word(0)) {
        name.start = 1;
    }
    while !name.is_empty() && !word(name.end - 1).starts_with(char::is_alphabetic) {
        name.end -= 1;
    }
    while name.len() > 1 && matches!(word(name.end - 1), "Jr" | "Jr." | "Sr" | "Sr.") {
        name.end -= 1;
        while name.len() > 1 && word(name.end - 1) == "," {
            name.end -= 1;
        }
    }
    while !name.is_empty() && {
        let first = word(name.start);
        let titled = person && name.len() > 1 && is_role(&bare(first));
        is_honorific(first)
            || titled
            || !first.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
    } {
        name.start += 1;
    }
    // "William Taylor III" is a Taylor; "Karl III" is a king's whole name.
    if name.len() > 2 && matches!(word(name.end - 1), "II" | "III" | "IV") {
        name.end -= 1;
    }
    name
}

fn bare(word: &str) -> String {
    word.trim_end_matches('.').to_lowercase()
}

/// Where the form of address before a name begins.
pub fn address_before(source: &str, tree: &Tree, start: usize) -> usize {
    match start.checked_sub(1) {
        Some(before) if is_honorific(&source[tree.span(before)]) => before,
        _ => start,
    }
}

/// Where the role before a name begins; the name itself where there is none.
pub fn role_before(source: &str, tree: &Tree, name: &Range<usize>) -> usize {
    let head = name.end - 1;
    let fits = |at: usize, from: usize| {
        let token = tree.token(at);
        let hangs = token.head as usize == head || (from..head).contains(&(token.head as usize));
        hangs
            && matches!(token.dep, "compound" | "amod" | "nmod")
            && matches!(token.pos, "PROPN" | "NOUN" | "ADJ")
            && token.space_after
            && source[tree.span(at)].chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.'))
    };
    let mut from = name.start;
    while from > 0 && name.start - from < ROLE && fits(from - 1, from) {
        from -= 1;
    }
    let whole = from == 0
        || !matches!(tree.token(from - 1).dep, "compound" | "amod" | "nmod")
            && !matches!(tree.token(from - 1).tag, "POS" | "HYPH" | "PRP$");
    let is_title = from < name.start && is_role(&bare(&source[tree.span(name.start - 1)]));
    let first = source[tree.span(from)].to_lowercase();
    // "her husband, actor", "then-president": not what the person is.
    let kin = (from..name.start - usize::from(from < name.start)).any(|i| {
        let word = bare(&source[tree.span(i)]);
        is_person_noun(&word) && !is_role(&word)
    });
    let dated = matches!(first.as_str(), "then" | "former" | "late" | "ex" | "acting");
    if whole && is_title && !dated && !kin { from } else { name.start }
}

/// The bytes of the role that follows a name between commas: "the directorate's head".
fn role_after(source: &str, tree: &Tree, name: &Range<usize>) -> Option<Range<usize>> {
    let head = name.end - 1;
    let apposition = tree.children(head).find(|&c| c > head && tree.token(c).dep == "appos")?;
    is_role(&bare(&source[tree.span(apposition)])).then_some(())?;
    let sub = tree.subtree(apposition);
    let relative = sub
        .clone()
        .find(|&i| matches!(tree.token(i).dep, "relcl" | "acl") || tree.token(i).dep == "punct");
    let end = relative.filter(|&at| at > apposition).map_or(sub.end, |at| tree.subtree(at).start);
    (sub.start < end && end - sub.start <= 10).then(|| tree.bytes(sub.start..end))
}
