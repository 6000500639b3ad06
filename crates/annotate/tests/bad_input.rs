//! Text that nobody should write and somebody will: nothing panics, offsets
//! stand on character boundaries, and the work grows with the text and no
//! faster.

use proptest::prelude::*;
use throughline_annotate::{QuotationKind, Reading};
use throughline_model::{Article, Role};

fn read(text: &str, language: &str) -> Reading {
    let lines = text.lines().map(|line| (Role::Body, line.to_owned(), None)).collect();
    let mut article = Article::new(None, "Bridge closes", lines);
    language.clone_into(&mut article.language);
    Reading::of(article)
}

/// Every offset stands on a boundary, in order and inside its sentence.
fn check(reading: &Reading) {
    let text = &reading.article.text;
    let whole = |span: &std::ops::Range<usize>| {
        assert!(text.get(span.clone()).is_some(), "{span:?} cuts a character or leaves the text");
    };
    let mut end = 0;
    for sentence in &reading.sentences {
        assert!(sentence.span.start >= end, "sentences overlap");
        end = sentence.span.end;
        whole(&sentence.span);
        sentence.dateline.iter().for_each(whole);
        sentence.words.iter().for_each(|w| whole(&w.span));
        sentence.names.iter().for_each(|n| whole(&n.span));
        sentence.quantities.iter().for_each(|q| whole(&q.span));
        sentence.dates.iter().for_each(|t| whole(&(t.start..t.end)));
        for quote in &sentence.quotes {
            whole(&quote.inner);
            whole(&quote.outer);
            assert!(quote.outer.start >= sentence.span.start);
            assert!(quote.outer.end <= sentence.span.end);
        }
    }
    let mut start = 0;
    for quotation in reading.quotations() {
        assert!(quotation.span.start >= start, "quotations are out of order");
        start = quotation.span.start;
        whole(&quotation.span);
        whole(&quotation.outer);
        quotation.verb.iter().for_each(whole);
        if let Some(speaker) = &quotation.speaker {
            whole(&speaker.mention);
            speaker.names.iter().for_each(whole);
        }
        let told = quotation.speaker.is_some();
        assert!(quotation.kind != QuotationKind::Term || !told, "nobody says a term");
    }
}

/// Text of about this many bytes, over and over the same.
fn much(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len() + 1)
}

/// What a bad page may hold; each is repeated without a line end.
const PIECES: &[&str] = &[
    "the mayor of Kharin said that the bridge on the river closed and ",
    "“",
    "\"",
    "'",
    " ’",
    "‘a ",
    "“a” ",
    "“!” ",
    "“—” he said, ",
    "said ",
    "he said, ",
    "\"No,\" he said, \"yes\" ",
    "Vell, ",
    "Ana Vell ",
    "of the ",
    "(",
    "... ",
    "A. ",
    "No. 5 ",
    "1,",
    "1.",
    "two ",
    "May ",
    "\u{0}\u{1}\u{7}\u{1b}[0m",
    "שלום עולם ",
    "مرحبا said العالم “لا” ",
    "\u{202e}gnitirw\u{202c} ",
    "e\u{301}\u{302}\u{303}",
    "👩‍👩‍👧‍👦",
    "桥关闭了。",
    "<div class=\"a\"><p>He said &ldquo;no&rdquo;</p><!-- ",
    "a",
    "—",
    "\u{feff}",
];

/// What the fuzzer found.
#[test]
fn found_by_fuzzing() {
    let cases = [
        // An indirect quotation began inside a character.
        "Vell said that 💥💥💥x the bridge would close.",
        "Vell said that — €💥\u{fffd}\u{fffd}the bridge would close.",
        // A text without a title.
        "",
    ];
    for case in cases {
        check(&read(case, "en"));
    }
}

#[test]
fn a_paragraph_of_a_million_bytes() {
    for piece in [PIECES[0], PIECES[1], PIECES[3]] {
        check(&read(&much(piece, 1 << 20), "en"));
    }
    for piece in PIECES {
        for language in ["en", "de", "zh"] {
            check(&read(&much(piece, 1 << 14), language));
        }
    }
}

#[test]
fn ten_thousand_marks_that_do_not_match() {
    for mark in ["“", "\"", "'", "‘", "’", "«", "„", "” ", " '", "‘a", "a’ ", "“ ‘"]
    {
        check(&read(&mark.repeat(10_000), "en"));
        check(&read(&format!("{}he said.", mark.repeat(10_000)), "en"));
        check(&read(&format!("{mark} he said. ").repeat(10_000), "en"));
        check(&read(&format!("{mark}\n").repeat(10_000), "en"));
    }
}

/// Work is counted as the processor's time for this thread alone, the best of
/// several, so that a busy machine does not count; wall time is not used.
#[cfg(target_os = "linux")]
#[test]
fn twice_the_text_is_twice_the_work() {
    use rustix::time::{ClockId, clock_gettime};
    let spent = |text: &str| {
        let once = || {
            let nanos = || {
                let time = clock_gettime(ClockId::ThreadCPUTime);
                time.tv_sec * 1_000_000_000 + time.tv_nsec
            };
            let before = nanos();
            // Quotations are made when somebody asks.
            std::hint::black_box(read(text, "en").quotations().len());
            nanos() - before
        };
        (0..3).map(|_| once()).min().expect("three runs")
    };
    let mut slow = String::new();
    for piece in PIECES {
        let (one, two) = (much(piece, 1 << 15), much(piece, 1 << 16));
        // Caches and memory make small differences that come and go; a square
        // makes it four, every time.
        let ratio = || spent(&two) as f64 / spent(&one).max(1) as f64;
        if (0..5).all(|_| ratio() > 2.4) {
            slow.push_str(&format!("{piece:?} {:.2}\n", ratio()));
        }
    }
    assert!(slow.is_empty(), "{slow}");
}

proptest! {
    #[test]
    fn any_text(text in "\\PC{0,300}", language in "en|de|zh|ar") {
        check(&read(&text, &language));
    }

    /// What quotations, names and sentences are made of.
    #[test]
    fn text_that_is_nearly_news(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "“", "”", "\"", "‘", "’", "'", "«", "»", ",", ".", "?", ":", ";", "(", ")", "—", "\n", " ", " ", " ",
                "said", "told", "according to", "he", "she", "Ana", "Vell", "Mr.", "the mayor", "of", "who", "that",
                "and", "called", "adding", "was", "on Monday", "“No,”", "U.S.", "é", "桥", "& ", "5", "’s",
            ]),
            0..60,
        ),
    ) {
        check(&read(&pieces.concat(), "en"));
        check(&read(&pieces.join(" "), "en"));
    }
}
