//! Quotations of annotated news copy: are they found, and is the speaker right?
//! The format stands at the top of `quotations/tuned.txt`.

use std::fmt::Write;

use throughline_annotate::{QuotationKind, Reading, Speaker};
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
            let speaker =
                found.and_then(|q| q.speaker.as_ref()).map_or(String::new(), |s| named(text, s));
            let verb = found.and_then(|q| q.verb.clone()).map_or("", |v| &text[v]);
            let right = bare(&speaker) == bare(&e.speaker);
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
        "The guild has rejected reports that the dam leaks.",
        "There were no clear reports about the dam.",
        "The leak, first reported by the Tribune, is small.",
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

/// Who speaks, where something stands between that is taken for him at the first look.
#[test]
fn speakers_among_other_words() {
    let cases = [
        ("Guards stopped the driver, said Rolf Amsel, a spokesman for the port.", "Rolf Amsel"),
        ("Dorn paused, then added: “It leaks.”", "Ana Dorn"),
        ("The clerk told them that Sorrel called, saying the dam was old.", "Sorrel"),
        ("The dam leaks, guards said today.", "guards"),
        ("In the Kharin Tribune, the warden said the dam was old.", "warden"),
        ("Three guards were also killed, said the ministry.", "ministry"),
        ("The clerk can be heard saying: “It leaks.”", "clerk"),
        ("His friend and spokesman Rolf Amsel said the dam was old.", "Rolf Amsel"),
        ("Port and trade expert Rolf Amsel said the dam was old.", "Rolf Amsel"),
        ("A former agent and security consultant, Rolf Amsel, said the dam was old.", "Rolf Amsel"),
    ];
    check_last(&cases);
}

/// Of two namesakes who was met first is meant until the other is.
#[test]
fn a_namesake_who_comes_later() {
    check_last(&[("Vosk said the dam was old, and left a hat of Bela Vosk.", "Ilan Vosk")]);
}

#[test]
fn what_is_told_begins_and_ends() {
    let cases = [
        ("Vosk, who said he knew of no leak, has been charged.", "he knew of no leak"),
        ("Vosk, who said he, too, was hurt, has been freed.", "he, too, was hurt"),
        ("The port announced today (4 May) that the dam holds.", "the dam holds"),
    ];
    for (text, expected) in cases {
        let reading = introduced(text);
        let told = &reading.quotations().last().expect("something is told").span;
        assert_eq!(&reading.article.text[told.clone()], expected, "{text}");
    }
}

/// Who speaks together; the article has introduced Ana Dorn and Ilan Vosk before.
#[test]
fn joint_speakers() {
    let cases = [
        ("Dorn and Vosk said the dam would hold.", "Ana Dorn and Ilan Vosk"),
        ("On Monday Dorn and Vosk said the dam would hold.", "Ana Dorn and Ilan Vosk"),
        ("In Kharin, Ms Dorn and Mr Vosk said the dam would hold.", "Ana Dorn and Ilan Vosk"),
        ("“It will hold,” said Dorn and Vosk in a joint statement.", "Ana Dorn and Ilan Vosk"),
        ("“It will hold,” Dorn and Vosk wrote.", "Ana Dorn and Ilan Vosk"),
        ("“It will hold,” said the clerk and the warden.", "the clerk and the warden"),
        ("According to Dorn and Vosk, the dam would hold.", "Ana Dorn and Ilan Vosk"),
        (
            "Dorn, Vosk and Rolf Amsel said the dam would hold.",
            "Ana Dorn and Ilan Vosk and Rolf Amsel",
        ),
        (
            "Dorn, Vosk, and Rolf Amsel said the dam would hold.",
            "Ana Dorn and Ilan Vosk and Rolf Amsel",
        ),
        (
            "Dorn, the mayor, and Vosk, her deputy, said the dam would hold.",
            "Ana Dorn and Ilan Vosk",
        ),
        ("Dorn and her deputy, Ilan Vosk, said the dam would hold.", "Ana Dorn and Ilan Vosk"),
        ("The warden and the police said the dam would hold.", "The warden and the police"),
        ("Residents and fire officials said the dam would hold.", "Residents and fire officials"),
        ("The two ministers said the dam would hold.", "The two ministers"),
        (
            "Dorn and Vosk met. Dorn and Vosk said they knew. They said the dam would hold.",
            "Ana Dorn and Ilan Vosk",
        ),
        // One name, or another clause.
        (
            "The Department of Ports and Quays said the dam would hold.",
            "Department of Ports and Quays",
        ),
        ("The Health and Safety Board said the dam would hold.", "Health and Safety Board"),
        ("Norland and Tarn officials said the dam would hold.", "Norland and Tarn officials"),
        (
            "Officials at the port and trade ministries said the dam would hold.",
            "Officials at the port and trade ministries",
        ),
        ("Those works need a plan for the dam and Vosk said it would hold.", "Ilan Vosk"),
        ("Holm and Sorrel said the dam would hold.", "Holm and Sorrel"),
        ("The ship sank and Vosk said the dam would hold.", "Ilan Vosk"),
        ("The fire spared Dorn and Vosk said the dam would hold.", "Ilan Vosk"),
        ("The fire reached the quay, and officials said the dam would hold.", "officials"),
        ("Norland beat Dorn and Vosk said the dam would hold.", "Ilan Vosk"),
        ("Dorn resigned and Vosk said the dam would hold.", "Ilan Vosk"),
    ];
    check_last(&cases);
}

/// An article that has introduced Ana Dorn and Ilan Vosk before this text.
fn introduced(text: &str) -> Reading {
    let before = "Mayor Ana Dorn and her deputy Ilan Vosk came to the dam.".to_owned();
    let paragraphs = [before, text.to_owned()].map(|line| (Role::Body, line, None));
    let mut article = Article::new(None, "The dam", paragraphs.into());
    "en".clone_into(&mut article.language);
    Reading::of(article)
}

/// Who says what is said last.
fn check_last(cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let reading = introduced(text);
        let speaker = reading.quotations().last().and_then(|q| q.speaker.as_ref());
        let found = speaker.map_or(String::new(), |s| named(&reading.article.text, s));
        if bare(&found) != bare(expected) {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn kinds_total(file: &str) -> usize {
    articles(file).iter().map(|(title, lines)| article(title, lines).1.len()).sum()
}

/// "Ana Dorn and Ilan Vosk"; the mention where nobody is known.
fn named(text: &str, speaker: &Speaker) -> String {
    let names: Vec<&str> = speaker.names.iter().map(|name| &text[name.clone()]).collect();
    if names.is_empty() { text[speaker.mention.clone()].to_owned() } else { names.join(" and ") }
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
