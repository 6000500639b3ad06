//! Any text at any time is tagged without a panic: expressions in order, apart,
//! on character boundaries, with intervals that do not run backwards. The first
//! three bytes choose the publication, the mode, the language and what lines are.
#![no_main]

use libfuzzer_sys::fuzz_target;
use throughline_temporal::{Context, Language, Lines, Mode, ranges, tag};

fuzz_target!(|data: &[u8]| {
    let [year, day, choice, bytes @ ..] = data else { return };
    let text = String::from_utf8_lossy(bytes);
    let year = match year {
        0 => -9999,
        255 => 9999,
        year => 1900 + i16::from(*year),
    };
    let month = (day / 28 % 12) as i8 + 1;
    let published = jiff::civil::date(year, month, (day % 28) as i8 + 1).at(12, 0, 0, 0);
    let context = Context {
        published: (choice % 4 > 0).then_some(published),
        mode: if choice & 4 == 0 { Mode::News } else { Mode::Narrative },
        language: if choice & 24 == 24 { Language::Other } else { Language::English },
        lines: if choice & 32 == 0 { Lines::Wrapped } else { Lines::Titled },
    };
    let found = tag(&text, &context);
    let mut end = 0;
    for timex in &found {
        assert!(timex.start >= end && timex.end > timex.start);
        assert!(text.get(timex.start..timex.end).is_some());
        assert!(!timex.value.is_empty() && (0.0..=1.0).contains(&timex.confidence));
        assert!(timex.interval.is_none_or(|i| i.from <= i.to));
        end = timex.end;
    }
    for range in ranges(&text, &found) {
        assert!(range.first < range.last && range.interval.from <= range.interval.to);
    }
});
