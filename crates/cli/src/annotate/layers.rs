//! The layers of the dump: what is read in one sentence, as a person would read it.

use std::ops::Range;

use throughline_annotate::{
    Bound, Modality, Quantity, Quotation, Reading, Sentence, Tree, Unit, is_head, stance,
};
use throughline_brief::{Event, Passage, events};
use throughline_model::{Status, Tongue};

/// Where something is read, what it is, and how it is read.
type Layer = (Range<usize>, &'static str, String);

/// The trees of an article's sentences; none of what nobody parses, as headings and other languages.
pub fn trees(reading: &Reading) -> Vec<Option<Tree>> {
    let article = &reading.article;
    let parsed = |s: &Sentence| s.position.is_some() && Tongue::is_english(&article.language);
    let from = |s: &Sentence| s.dateline.as_ref().map_or(s.span.start, |dateline| dateline.end);
    let texts = reading.sentences.iter().filter(|s| parsed(s));
    let texts: Vec<(&str, usize)> =
        texts.map(|s| (&article.text[from(s)..s.span.end], from(s))).collect();
    let mut trees = Tree::parse(&texts).into_iter();
    reading.sentences.iter().map(|s| parsed(s).then(|| trees.next()).flatten()).collect()
}

/// The annotations of a sentence in the order of the text: where, what, and how it is read.
pub fn of(reading: &Reading, sentence: &Sentence, tree: Option<&Tree>) -> Vec<Layer> {
    let mut found: Vec<Layer> = Vec::new();
    found.extend(sentence.dateline.clone().map(|span| (span, "dateline", String::new())));
    found.extend(sentence.names.iter().map(|n| (n.span.clone(), "name", String::new())));
    let here = |q: &&Quotation| sentence.span.contains(&q.span.start);
    found.extend(
        reading
            .quotations()
            .iter()
            .filter(here)
            .map(|q| (q.span.clone(), "quotation", told(&reading.article.text, q))),
    );
    found.extend(sentence.quantities.iter().map(|q| (q.span.clone(), "quantity", quantity(q))));
    found.extend(sentence.dates.iter().map(|t| {
        let days = t.interval.map_or(String::new(), |i| format!(", {} to {}", i.from, i.to));
        let reads = format!("{} {}{days} ({})", t.kind.as_str().to_lowercase(), t.value, t.rule);
        (t.start..t.end, "date", reads)
    }));
    if let Some(tree) = tree {
        found.extend(stances(&reading.article.text, tree));
        found.extend(dated(reading, sentence, tree));
    }
    found.sort_by_key(|(span, ..)| (span.start, span.end));
    found
}

/// How something is quoted, and whom the article says it is from: "direct, he
/// said: Jon Sarro".
fn told(text: &str, quotation: &Quotation) -> String {
    let mut reads = format!("{:?}", quotation.kind).to_lowercase();
    let of = |span: &Range<usize>| &text[span.clone()];
    if let Some(speaker) = &quotation.speaker {
        reads.push_str(&format!(", {}", of(&speaker.mention)));
        if let Some(verb) = &quotation.verb {
            reads.push_str(&format!(" {}", of(verb)));
        }
        match &speaker.names[..] {
            [] => reads.push_str(": not known who"),
            [name] if of(name) == of(&speaker.mention) => {}
            names => {
                let names: Vec<&str> = names.iter().map(of).collect();
                reads.push_str(&format!(": {}", names.join("; ")));
            }
        }
    }
    reads
}

/// "at least 14, count, of peopl".
fn quantity(q: &Quantity) -> String {
    let bound = match q.bound {
        Bound::Exact => "",
        Bound::About => "about ",
        Bound::AtLeast => "at least ",
        Bound::AtMost => "at most ",
    };
    let high = if q.is_range() { format!(" to {}", q.high) } else { String::new() };
    let unit = match q.unit {
        Unit::Money(name) => name.to_owned(),
        unit => format!("{unit:?}").to_lowercase(),
    };
    let counted =
        if q.counted.is_empty() { String::new() } else { format!(", of {}", q.counted.join(" ")) };
    let per = q.per.as_ref().map_or(String::new(), |per| format!(", per {per}"));
    let converts = if q.converts.is_some() { ", the figure before in another unit" } else { "" };
    format!("{bound}{}{high}, {unit}{counted}{per}{converts}", q.value)
}

/// Clauses that do not plainly tell a thing as done: "denied", "planned, under \"if it rains\"".
fn stances<'a>(text: &'a str, tree: &'a Tree) -> impl Iterator<Item = Layer> + 'a {
    (0..tree.tokens().len()).filter(|&at| is_head(tree, at)).filter_map(move |head| {
        let read = stance(tree, head);
        let modality = match read.modality {
            Modality::Fact => None,
            Modality::Planned => Some("planned"),
            Modality::Wanted => Some("wanted"),
            Modality::Possible => Some("possible"),
            Modality::Conditional => Some("conditional"),
        };
        let told = [
            (read.negated && !read.finds_none).then_some("not"),
            read.finds_none.then_some("of none"),
            read.denied.then_some("denied"),
            modality,
            read.hedged.then_some("hedged"),
        ];
        let mut reads: Vec<String> = told.into_iter().flatten().map(str::to_owned).collect();
        if let Some(condition) = read.condition.filter(|tokens| !tokens.is_empty()) {
            reads.push(format!("under {:?}", &text[tree.bytes(condition)]));
        }
        (!reads.is_empty()).then(|| (tree.span(head), "stance", reads.join(", ")))
    })
}

/// The dated and conditional events of a sentence.
fn dated(reading: &Reading, sentence: &Sentence, tree: &Tree) -> Vec<Layer> {
    let article = &reading.article;
    let published = sentence.at.or(article.published);
    let found = events(&Passage { text: &article.text, sentence, tree, published });
    let layer = |e: &Event| (tree.span(e.head), "event", event(&article.text, tree, e));
    found.iter().map(layer).collect()
}

/// "past, 2026-09-15 by \"on Tuesday\", .90: crew, harbour".
fn event(text: &str, tree: &Tree, event: &Event) -> String {
    let status = match event.status {
        Status::Past => "past",
        Status::State => "state",
        Status::Scheduled => "scheduled",
        Status::Conditional => "conditional",
    };
    let mut reads = status.to_owned();
    if event.denied {
        reads.push_str(", denied");
    }
    if let Some(date) = &event.date {
        let (from, to) = (date.interval.from, date.interval.to);
        let to = if from == to { String::new() } else { format!(" to {to}") };
        let words = &text[date.span.clone()];
        reads.push_str(&format!(", {from}{to} by {words:?}, {:.2}", date.confidence));
    }
    if let Some(condition) = &event.condition {
        reads.push_str(&format!(", {condition:?}"));
    }
    let who: Vec<&str> = event.participants.iter().map(|&at| &text[tree.span(at)]).collect();
    if !who.is_empty() {
        reads.push_str(&format!(": {}", who.join(", ")));
    }
    reads
}
