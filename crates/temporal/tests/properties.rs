//! What holds for any text whatever: nothing panics, expressions stand on character boundaries, in
//! order and apart, and the time taken grows with the text and no faster.

use std::time::Duration;

use proptest::prelude::*;
use rustix::time::{ClockId, clock_gettime};
use throughline_temporal::{Anchor, Context, Language, Lines, Mode, ranges, tag};

/// Pieces that expressions are made of, so that random text comes near them.
const PIECES: &[&str] = &[
    "the",
    "end",
    "of",
    "early",
    "late",
    "mid",
    "-",
    "May",
    "may",
    "March",
    "4",
    "31",
    "1990",
    "90",
    "400,000,000",
    "weeks from",
    "Friday",
    "'",
    "s",
    ",",
    ".",
    " ",
    " ",
    " ",
    "\n\n",
    "Tuesday",
    "night",
    "last",
    "next",
    "this",
    "that",
    "two",
    "and",
    "a",
    "half",
    "years",
    "ago",
    "later",
    "year",
    "quarter",
    "third",
    "first",
    "fiscal",
    "p",
    "m",
    ":",
    "/",
    "30",
    "12",
    "now",
    "every",
    "about",
    "more",
    "than",
    "to",
    "from",
    "week",
    "day",
    "before",
    "after",
    "Christmas",
    "New",
    "Year",
    "Eve",
    "\u{2013}",
    "\u{2019}",
    "½",
    "é",
    "世",
    "BC",
    "99999999999999999999",
    "0",
    "thousand",
    "hundred",
    "twenty",
    "T",
    "Z",
    "+",
    "century",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..60).prop_map(|pieces| {
        let mut text = String::new();
        for (piece, space) in pieces {
            text.push_str(piece);
            if space {
                text.push(' ');
            }
        }
        text
    })
}

fn contexts() -> impl Strategy<Value = Context> {
    let published = prop::option::of((-9999_i16..=9999, 1_i8..=12, 1_i8..=28, 0_i8..=23));
    let any = any::<bool>;
    (published, any(), any(), any()).prop_map(|(published, narrative, other, wrapped)| Context {
        published: published
            .map(|(year, month, day, hour)| jiff::civil::date(year, month, day).at(hour, 0, 0, 0)),
        mode: if narrative { Mode::Narrative } else { Mode::News },
        lines: if wrapped { Lines::Wrapped } else { Lines::Titled },
        language: if other { Language::Other } else { Language::English },
    })
}

fn sound(text: &str, context: &Context) {
    let found = tag(text, context);
    let mut end = 0;
    for (index, timex) in found.iter().enumerate() {
        assert!(timex.start >= end && timex.end > timex.start, "out of order in {text:?}");
        assert!(text.is_char_boundary(timex.start) && text.is_char_boundary(timex.end));
        assert!(!timex.value.is_empty() && !timex.rule.is_empty());
        assert!((0.0..=1.0).contains(&timex.confidence));
        if let Some(interval) = timex.interval {
            assert!(interval.from <= interval.to, "{timex:?}");
        }
        if let Anchor::Mention(at) = timex.anchor {
            assert!(at < index, "an anchor comes before: {timex:?}");
        }
        end = timex.end;
    }
    for range in ranges(text, &found) {
        assert!(
            range.first < range.last
                && range.start < range.end
                && range.interval.from <= range.interval.to
        );
    }
    assert_eq!(found, tag(text, context), "the same text tags the same");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_sound(text in "\\PC{0,200}", context in contexts()) {
        sound(&text, &context);
    }

    #[test]
    fn any_soup_of_dates_is_sound(text in soup(), context in contexts()) {
        sound(&text, &context);
    }
}

/// Processor time of this thread: a busy machine lengthens the clock's, not this.
fn spent() -> Duration {
    let spent = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(spent.tv_sec.unsigned_abs(), u32::try_from(spent.tv_nsec).unwrap_or_default())
}

/// Twice the text takes at most twice the time, a fifth more allowed, whatever it repeats. Caches
/// and memory make differences that come and go; a square would make it four, every time.
#[test]
fn twice_the_text_is_twice_the_time() {
    let context = Context::narrative(jiff::civil::date(2014, 5, 14));
    let mut slow = String::new();
    for piece in PIECES.iter().copied().chain([
        "the end of ",
        "about ",
        "early ",
        "May 4, ",
        "1-",
        "the first half of ",
        "a year later ",
        "\"",
        "said ",
        "in May ",
        "every other ",
        "at 5 p.m. ",
        "the first and ",
    ]) {
        let time = |bytes: usize| {
            let text = format!("{piece} ").repeat(bytes / (piece.len() + 1));
            let once = || {
                let start = spent();
                std::hint::black_box(tag(&text, &context));
                spent().saturating_sub(start)
            };
            (0..3).map(|_| once()).min().unwrap_or_default()
        };
        let ratio = || time(1 << 17).as_secs_f64() / time(1 << 16).as_secs_f64().max(1e-6);
        if (0..5).all(|_| ratio() > 2.4) {
            slow.push_str(&format!("{piece:?} {:.2}\n", ratio()));
        }
    }
    assert!(slow.is_empty(), "{slow}");
}
