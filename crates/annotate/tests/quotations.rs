//! Quotations of annotated news copy: are they found, and is the speaker right?
//! The format stands at the top of `quotations/tuned.txt`.

use std::fmt::Write;

use throughline_annotate::{QuotationKind, Reading};
use throughline_model::{Article, Role};

/// A quotation as it should be read.
struct Expected {
    /// Byte of the article's text where what is said begins.
    start: usize,
    /// For one in marks, the byte where it ends.
    end: usize,
    kind: QuotationKind,
    speaker: String,
    verb: String,
}

#[test]
fn speakers_on_tuned_copy() {
    check("tuned", include_str!("quotations/tuned.txt"), 150);
}

#[test]
fn speakers_on_held_out_copy() {
    check("held out", include_str!("quotations/held_out.txt"), 60);
}

/// At least nine in ten quotations have the right speaker, and as many the
/// right verb and kind; prints the figures and what is wrong.
fn check(part: &str, file: &str, least: usize) {
    let (mut all, mut speakers, mut verbs, mut verbs_all, mut kinds) = (0, 0, 0, 0, 0);
    let (mut marks, mut spurious) = (0, 0);
    let mut report = String::new();
    for (title, lines) in articles(file) {
        let (article, expected) = article(title, &lines);
        let reading = Reading::of(article);
        let text = &reading.article.text;
        for e in &expected {
            let found = reading.quotations().iter().find(|q| {
                let indirect = q.kind == QuotationKind::Indirect;
                q.span.start == e.start && indirect == (e.kind == QuotationKind::Indirect)
            });
            let speaker = found
                .and_then(|q| q.speaker.as_ref())
                .map_or("", |s| &text[s.name.clone().unwrap_or_else(|| s.mention.clone())]);
            let verb = found.and_then(|q| q.verb.clone()).map_or("", |v| &text[v]);
            let right = bare(speaker) == bare(&e.speaker);
            let kind = found.map(|q| q.kind) == Some(e.kind);
            if e.kind == QuotationKind::Term {
                kinds += usize::from(kind);
            } else {
                all += 1;
                speakers += usize::from(right);
                kinds += usize::from(kind);
            }
            verbs_all += usize::from(!e.verb.is_empty());
            verbs += usize::from(!e.verb.is_empty() && verb == e.verb);
            if !right || !kind || !e.verb.is_empty() && verb != e.verb {
                let said: String = text[e.start..].chars().take(50).collect();
                let kind = found.map(|q| q.kind);
                writeln!(
                    report,
                    "  {said}…\n    {:?} {:?} by {:?} expected, {kind:?} {verb:?} by {speaker:?} found",
                    e.kind, e.verb, e.speaker
                )
                .expect("a string takes all");
            }
        }
        let in_marks = reading.quotations().iter().filter(|q| q.kind != QuotationKind::Indirect);
        marks += in_marks.clone().count();
        spurious += in_marks.filter(|q| expected.iter().all(|e| e.start != q.span.start)).count();
    }
    let terms = kinds_total(file) - all;
    println!(
        "{part}: {speakers} of {all} speakers, {verbs} of {verbs_all} verbs, {kinds} of {} kinds ({terms} terms), {marks} in marks found, {spurious} of them unannotated\n{report}",
        all + terms
    );
    assert!(all >= least, "{all} quotations are too few to judge by");
    assert_eq!(spurious, 0, "every pair of marks is annotated");
    assert!(speakers * 10 >= all * 9, "{speakers} of {all} speakers\n{report}");
    assert!(verbs * 10 >= verbs_all * 9, "{verbs} of {verbs_all} verbs\n{report}");
}

/// Verbs and nouns of saying that here say nothing.
#[test]
fn what_tells_no_speech() {
    let cases = [
        "The two states filed a suit seeking an order against the dam.",
        "It was unclear if other neighboring states would take part.",
        "Some 23 states have such laws.",
        "A radical group claimed responsibility for the fire.",
        "The fire claimed 21 lives.",
        "Nobody was arguing for the dam at the hearing.",
        "The guild did not say how the fire began.",
        "Ode added 11 points in the second half.",
        "Ode tweeted photos, videos and jokes as he waited for the ferry.",
        "The clerk noted his fine record with the company.",
        "Brant Ode, a campaigner who wrote Measure 64, drowned on Monday.",
        "The guild regretted it in statements that apologised to its members.",
        "The owner is reissuing calls for people to leave.",
        "Mr. Vell, officials said, left the hall alone.",
        "The guild’s stance could provide added weight to the dam.",
        "Marr has been quiet since declaring her candidacy in July.",
    ];
    for text in cases {
        let paragraphs = vec![(Role::Body, text.to_owned(), None)];
        let mut article = Article::new(None, "The dam", paragraphs);
        "en".clone_into(&mut article.language);
        let reading = Reading::of(article);
        let found: Vec<&str> =
            reading.quotations().iter().map(|q| &reading.article.text[q.span.clone()]).collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

fn kinds_total(file: &str) -> usize {
    articles(file).iter().map(|(title, lines)| article(title, lines).1.len()).sum()
}

/// "The ministry" and "the ministry" are one speaker.
fn bare(speaker: &str) -> String {
    let lower = speaker.to_lowercase();
    ["the ", "a ", "an "].iter().find_map(|a| lower.strip_prefix(a)).unwrap_or(&lower).to_owned()
}

fn articles(file: &str) -> Vec<(&str, Vec<&str>)> {
    let mut articles: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in file.lines().filter(|l| !l.is_empty() && !l.starts_with("//")) {
        match (line.strip_prefix("# "), articles.last_mut()) {
            (Some(title), _) => articles.push((title, Vec::new())),
            (None, Some((_, lines))) => lines.push(line),
            (None, None) => panic!("a paragraph before the first title: {line}"),
        }
    }
    articles
}

/// The article without its annotations, and the annotations.
fn article(title: &str, lines: &[&str]) -> (Article, Vec<Expected>) {
    let mut expected = Vec::new();
    let mut paragraphs = Vec::new();
    let mut base = title.len() + 1;
    for line in lines {
        let mut text = String::new();
        let mut open = Vec::new();
        let mut chars = line.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '<' => open.push(base + text.len()),
                '>' => {}
                '{' => {
                    let note = &line[at + 1..at + line[at..].find('}').expect("a note ends")];
                    let mut parts = note.split(';').map(str::trim);
                    let kind = match parts.next() {
                        Some("d") => QuotationKind::Direct,
                        Some("p") => QuotationKind::Partial,
                        Some("i") => QuotationKind::Indirect,
                        Some("t") => QuotationKind::Term,
                        other => panic!("no kind: {other:?}"),
                    };
                    let end = base + text.len();
                    let start = match kind {
                        QuotationKind::Indirect => open.pop().expect("indirect speech has a <"),
                        _ => base + mark_before(&text),
                    };
                    let mut part = || parts.next().unwrap_or("").to_owned();
                    expected.push(Expected { start, end, kind, speaker: part(), verb: part() });
                    chars.by_ref().find(|(_, c)| *c == '}');
                }
                _ => text.push(c),
            }
        }
        base += text.len() + 1;
        paragraphs.push((Role::Body, text, None));
    }
    let mut article = Article::new(None, title, paragraphs);
    "en".clone_into(&mut article.language);
    for e in &expected {
        assert!(article.text.is_char_boundary(e.start) && e.end <= article.text.len());
    }
    (article, expected)
}

/// The byte after the mark that opens what ends here; without a mark at the
/// end, speech goes on in the next paragraph.
fn mark_before(text: &str) -> usize {
    let pairs = [('”', '“'), ('"', '"'), ('’', '‘'), ('\'', '\''), ('»', '«')];
    let last = text.chars().next_back().expect("something is said");
    let (open, inner) = match pairs.iter().find(|(close, _)| *close == last) {
        Some((_, open)) => (*open, &text[..text.len() - last.len_utf8()]),
        None => (text.chars().find(|c| matches!(c, '“' | '"')).expect("a mark"), text),
    };
    // "workers’ rights": an apostrophe opens nothing.
    let opens = |at: &usize| {
        !inner[..*at].ends_with(char::is_alphanumeric)
            && !inner[at + open.len_utf8()..].starts_with(char::is_whitespace)
    };
    let at = inner.rmatch_indices(open).map(|(at, _)| at).find(opens).expect("a mark opens");
    // A nested pair of the same sign does not occur in the copy.
    at + open.len_utf8()
}
