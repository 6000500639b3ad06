//! What expressions come to, case by case: one sentence a line, then what the tagger makes of it.
//! All sentences are invented. News is published on Wednesday, 14 May 2014; chronicles were written
//! on 19 December 2009.

use throughline_temporal::{Context, Language, Lines, Sense, tag};

/// "TYPE value [words] MOD", expressions separated by "; ".
fn shown(text: &str, context: &Context) -> String {
    let one = |timex: &throughline_temporal::Timex| {
        let modifier =
            timex.modifier.map_or(String::new(), |modifier| format!(" {}", modifier.as_str()));
        format!(
            "{} {} [{}]{modifier}",
            timex.kind.as_str(),
            timex.value,
            &text[timex.start..timex.end]
        )
    };
    tag(text, context).iter().map(one).collect::<Vec<_>>().join("; ")
}

fn check(cases: &str, context: &Context) {
    let mut wrong = Vec::new();
    for line in cases.lines().filter(|line| !line.is_empty()) {
        let (text, expected) =
            line.split_once(" =>").expect("every line has a sentence and its expressions");
        let found = shown(text, context);
        if found != expected.trim() {
            wrong.push(format!("{text}\n  expected {}\n  found    {found}", expected.trim()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_weekday_is_one_with_more_of_the_date_too() {
    let cases = [
        ("The council met on Tuesday.", Sense::Weekday),
        ("The council met on Tuesday, May 13.", Sense::Weekday),
        ("The council met on Tuesday 5/13/2014.", Sense::Weekday),
        ("The council met last Tuesday, May 13.", Sense::Weekday),
        ("The council met on May 13.", Sense::Plain),
        ("The council met late on May 13.", Sense::Plain),
    ];
    let context = Context::news(jiff::civil::date(2014, 5, 14).at(9, 0, 0, 0));
    for (text, expected) in cases {
        let found: Vec<Sense> = tag(text, &context).iter().map(|timex| timex.sense).collect();
        assert_eq!(found, [expected], "{text}");
    }
}

#[test]
fn news() {
    check(
        include_str!("cases/news.txt"),
        &Context::news(jiff::civil::date(2014, 5, 14).at(9, 0, 0, 0)),
    );
}

#[test]
fn narratives() {
    check(
        include_str!("cases/narratives.txt"),
        &Context::narrative(jiff::civil::date(2009, 12, 19)),
    );
}

#[test]
fn unpublished() {
    check(include_str!("cases/unpublished.txt"), &Context::default());
}

#[test]
fn no_clause_runs_on_from_a_title() {
    let text = "Bridge Should Close\nA speech on Friday night spurred some hope.";
    let wrapped = Context::news(jiff::civil::date(2014, 5, 14));
    for (lines, value) in [(Lines::Wrapped, "2014-05-16TNI"), (Lines::Titled, "2014-05-09TNI")] {
        assert_eq!(tag(text, &Context { lines, ..wrapped })[0].value, value);
    }
}

#[test]
fn this_week_told_ahead_at_its_end_is_the_one_to_come() {
    let cases = [
        ("The leaders will meet this week.", 17, "2014-W21"),
        ("The leaders met this week.", 17, "2014-W20"),
        ("Vosk criticized the planned quay this week.", 17, "2014-W20"),
        ("This week Vosk can rest.", 17, "2014-W20"),
        ("Vosk and Orrin are expected to release a statement this week.", 17, "2014-W21"),
        ("The leaders will meet this week.", 14, "2014-W20"),
    ];
    for (text, day, value) in cases {
        let context = Context::news(jiff::civil::date(2014, 5, day));
        assert_eq!(tag(text, &context)[0].value, value, "{text} {day}");
    }
}

#[test]
fn other_languages() {
    let context =
        Context { language: Language::Other, ..Context::news(jiff::civil::date(2014, 5, 14)) };
    check(include_str!("cases/other_languages.txt"), &context);
}
