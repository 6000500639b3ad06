//! Where expressions lie and how that is known: intervals, anchors, directions, ranges.

use jiff::civil::{Date, date};
use throughline_temporal::{Anchor, Context, Direction, Granularity, Interval, Kind, ranges, tag};

fn context() -> Context {
    Context::news(date(2014, 5, 14))
}

fn span(from: Date, to: Date) -> Option<Interval> {
    Some(Interval { from, to })
}

/// The interval of the first expression.
fn interval(text: &str) -> Option<Interval> {
    tag(text, &context()).first().and_then(|timex| timex.interval)
}

#[test]
fn intervals() {
    let cases = [
        ("It rained on Tuesday.", span(date(2014, 5, 13), date(2014, 5, 13))),
        ("It rained last week.", span(date(2014, 5, 5), date(2014, 5, 11))),
        ("It rained over the weekend.", span(date(2014, 5, 10), date(2014, 5, 11))),
        ("It rained in March.", span(date(2014, 3, 1), date(2014, 3, 31))),
        ("It rained in the third quarter of 2012.", span(date(2012, 7, 1), date(2012, 9, 30))),
        ("It rained in the summer of 2012.", span(date(2012, 6, 1), date(2012, 8, 31))),
        ("It rained in the winter of 2012.", span(date(2012, 12, 1), date(2013, 2, 28))),
        ("It rained in 2012.", span(date(2012, 1, 1), date(2012, 12, 31))),
        ("It rained in the 1990s.", span(date(1990, 1, 1), date(1999, 12, 31))),
        ("It rained on Friday night.", span(date(2014, 5, 9), date(2014, 5, 9))),
        ("Over the past three years it rained.", span(date(2011, 5, 14), date(2014, 5, 14))),
        ("It will open in two weeks.", span(date(2014, 5, 28), date(2014, 5, 28))),
        ("It opened two weeks after May 2.", span(date(2014, 5, 16), date(2014, 5, 16))),
        ("It rained for two weeks.", None),
        ("It rains every day.", None),
        ("It rained recently.", None),
    ];
    for (text, expected) in cases {
        assert_eq!(interval(text), expected, "{text}");
    }
}

#[test]
fn anchors() {
    let text = "He came on May 2, 2011. The next day he left. On Tuesday he wrote.";
    let found: Vec<_> = tag(text, &context()).iter().map(|timex| timex.anchor).collect();
    assert_eq!(found, [Anchor::None, Anchor::Mention(0), Anchor::Publication]);
}

#[test]
fn later_keeps_timeml_and_the_day() {
    let found = tag("He came on May 2, 2011. Three days later he left.", &context());
    assert_eq!((found[1].kind, found[1].value.as_str()), (Kind::Duration, "P3D"));
    assert_eq!(found[1].interval, span(date(2011, 5, 5), date(2011, 5, 5)));
    assert_eq!(found[1].anchor, Anchor::Mention(0));
}

#[test]
fn directions() {
    let cases = [
        ("They met on Friday.", Direction::Past),
        ("They will meet on Friday.", Direction::Future),
        ("The talks are scheduled for Friday.", Direction::Future),
        ("She said Friday it will reopen.", Direction::Past),
        ("On Friday, ministers will meet.", Direction::Future),
        ("On Friday, ministers met.", Direction::Past),
        ("The bank is to resume trading on Friday.", Direction::Future),
        ("They have met since Friday.", Direction::Past),
        ("She is now a minister.", Direction::Present),
        ("Friday.", Direction::Unknown),
    ];
    for (text, expected) in cases {
        assert_eq!(tag(text, &context())[0].direction, expected, "{text}");
    }
}

#[test]
fn days_that_are_known() {
    let cases = [
        ("They met on May 2.", true),
        ("They met at 5 p.m. on Friday.", true),
        ("They met in May.", false),
        ("They met recently.", false),
        ("They stayed two days.", false),
    ];
    for (text, expected) in cases {
        assert_eq!(tag(text, &context())[0].is_resolved_day(), expected, "{text}");
    }
}

#[test]
fn ranges_join_two_ends() {
    let cases = [
        ("The fair runs 6-7 January.", span(date(2014, 1, 6), date(2014, 1, 7))),
        ("The fair ran between 3 and 5 May.", span(date(2014, 5, 3), date(2014, 5, 5))),
        ("He governed from 2001 to 2006.", span(date(2001, 1, 1), date(2006, 12, 31))),
        ("He governed in 1955\u{2013}57.", span(date(1955, 1, 1), date(1957, 12, 31))),
        ("It runs from Monday through Friday, May 16.", span(date(2014, 5, 12), date(2014, 5, 16))),
        ("The talks were moved from Monday to Tuesday.", None),
        (
            "Wrecks were removed from Monday, May 12 to Friday, May 16.",
            span(date(2014, 5, 12), date(2014, 5, 16)),
        ),
        ("It rained on May 3 and on May 5.", None),
    ];
    for (text, expected) in cases {
        let found = tag(text, &context());
        assert_eq!(ranges(text, &found).first().map(|range| range.interval), expected, "{text}");
    }
}

#[test]
fn granularity_says_how_fine() {
    let cases = [
        ("at 5 p.m.", Granularity::TimeOfDay),
        ("yesterday", Granularity::Day),
        ("last week", Granularity::Week),
        ("the 1990s", Granularity::Decade),
        ("the 19th century", Granularity::Century),
        ("recently", Granularity::Vague),
    ];
    for (text, expected) in cases {
        assert_eq!(tag(text, &context())[0].granularity, expected, "{text}");
    }
}
