//! The terminal form: what it looks like, and that it never overflows.

use proptest::prelude::*;
use throughline_model::{Moment, Precision, TimelineEntry};
use throughline_publish::{TextStyle, text};
use unicode_linebreak::linebreaks;
use unicode_width::UnicodeWidthStr;

use crate::fixture::{fixture, smallest};

const PLAIN: TextStyle = TextStyle { width: 60, color: false, hyperlinks: false };

#[test]
fn plain_at_60() {
    insta::assert_snapshot!(text(&fixture(), &PLAIN));
}

#[test]
fn plain_at_100() {
    insta::assert_snapshot!(text(&fixture(), &TextStyle { width: 100, ..PLAIN }));
}

#[test]
fn plain_at_40() {
    insta::assert_snapshot!(text(&fixture(), &TextStyle { width: 40, ..PLAIN }));
}

#[test]
fn coloured_and_linked_at_60() {
    let style = TextStyle { width: 60, color: true, hyperlinks: true };
    let text = text(&fixture(), &style).replace('\u{1b}', "␛");
    insta::assert_snapshot!(text);
}

#[test]
fn coloured_at_100() {
    let style = TextStyle { width: 100, color: true, hyperlinks: false };
    let text = text(&fixture(), &style).replace('\u{1b}', "␛");
    insta::assert_snapshot!(text);
}

#[test]
fn one_article_is_said_plainly() {
    insta::assert_snapshot!(text(&smallest(), &PLAIN));
}

#[test]
fn a_source_says_why_its_date_is_not_counted_from() {
    let mut briefing = smallest();
    let (own, now) = (briefing.sources[0].published, briefing.now);
    let later = Some(Moment::day(now.date().tomorrow().expect("a day")));
    let cases = [
        (None, later, "which was still to come"),
        (None, own, "which other days of the story speak against"),
        (own, own, "others date the same otherwise"),
    ];
    for (published, doubted, reason) in cases {
        briefing.sources[0].published = published;
        briefing.sources[0].doubted = doubted;
        let shown = text(&briefing, &TextStyle { width: 100, ..PLAIN });
        assert!(shown.contains(reason), "{reason}: {shown}");
    }
}

#[test]
fn what_others_place_and_when_a_section_was_reported_is_said() {
    let mut briefing = fixture();
    assert!(!text(&briefing, &PLAIN).contains("Reported "));
    briefing.sources[0].placed = true;
    briefing.recurs = true;
    let shown = text(&briefing, &TextStyle { width: 100, ..PLAIN });
    assert!(shown.contains("Placed by what others tell of the days it names"), "{shown}");
    let sections = briefing.sections.iter().filter(|s| briefing.reported(s).is_some()).count();
    assert_eq!(shown.matches("  Reported ").count(), sections, "{shown}");
    assert!(sections > 0);
}

#[test]
fn a_condition_that_the_text_tells_is_shown_once() {
    for told in ["If the court agrees, work begins.", "Work begins then."] {
        let mut briefing = fixture();
        let open = |entry: &&mut TimelineEntry| entry.when.precision == Precision::Open;
        let entry = briefing.timeline.iter_mut().find(open).expect("an undated entry");
        entry.when.display = "if the court agrees".to_owned();
        entry.when.condition = Some(entry.when.display.clone());
        entry.statement.text = told.to_owned();
        let shown = text(&briefing, &TextStyle { width: 100, ..PLAIN }).to_lowercase();
        assert_eq!(shown.matches("if the court agrees").count(), 1, "{shown}");
    }
}

#[test]
fn without_styles_no_control_character_is_left() {
    let text = text(&fixture(), &PLAIN);
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'));
}

proptest! {
    #[test]
    fn no_line_is_longer_than_the_terminal(
        width in 20usize..120,
        words in "[\\PC ]{0,200}",
        color: bool,
        hyperlinks: bool,
    ) {
        let mut briefing = fixture();
        briefing.headline.text.clone_from(&words);
        briefing.sections[0].statements[0].text.clone_from(&words);
        briefing.sources[0].outlet.clone_from(&words);
        briefing.sources[0].note.text.clone_from(&words);
        briefing.timeline[3].when.display.clone_from(&words);
        briefing.timeline[4].statement.text.clone_from(&words);
        briefing.disagreements[0].about.clone_from(&words);
        briefing.disagreements[0].positions[0].value = words;
        for line in text(&briefing, &TextStyle { width, color, hyperlinks }).lines() {
            let line = without_codes(line);
            prop_assert!(line.width() <= width || is_one_word(&line), "{width}: {line:?}");
        }
    }
}

/// Whether a line cannot be broken, but for an indent and a label before it.
fn is_one_word(line: &str) -> bool {
    let label_end = line.find("] ").filter(|at| *at < 5).map_or(0, |at| at + 2);
    let column_end = line.trim_end().rfind("  ").map_or(0, |at| at + 2);
    let word = line[label_end.max(column_end)..].trim_start();
    let tied = word.replace(" [", "\u{a0}[").replace("][", "]\u{2060}[");
    let tied = tied.replace(" *", "\u{a0}*").replace(" ?", "\u{a0}?");
    linebreaks(&tied).all(|(at, _)| at == tied.len())
}

fn without_codes(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('\u{1b}') {
        plain.push_str(&rest[..at]);
        let code = &rest[at + 1..];
        let end = if code.starts_with(']') { "\u{1b}\\" } else { "m" };
        rest = code.split_once(end).expect("a code ends").1;
    }
    plain + rest
}
