//! Publication dates that cannot be: days would be counted from them.

use throughline_model::{Article, DatePlace, DateSource, Doubt, DoubtedDate, Moment};

/// Hours of a day.
const DAY: i64 = 24;
/// How far ahead of UTC a place can be.
const AHEAD: i64 = 14;
/// How wrong a server's clock may go.
const SKEW: i64 = 1;

/// Sets a publication date aside that is still to come, and says what is wrong
/// with the date of the article that was read from `name`.
pub fn set_right(article: &mut Article, name: &str, now: Moment) -> Option<String> {
    for line in &mut article.paragraphs {
        line.at = line.at.filter(|at| !is_to_come(*at, now));
    }
    let unread = article.dating.unread.as_ref().map(|field| field.what.clone());
    let before = article.dating.doubted.iter().find(|d| d.doubt == Doubt::BeforeItsAddress);
    match article.published {
        None => Some(match unread {
            Some(words) => format!(
                "publication date {words:?} of {name} is no date; write it as 2026-09-16 or 2026-09-16T08:00:00Z"
            ),
            None => format!(
                "no publication date in {name}; its relative days are told only where others tell the same"
            ),
        }),
        Some(moment) if is_to_come(moment, now) => {
            article.published = None;
            let source = article.dating.published.take();
            let source = source.unwrap_or_else(|| DateSource::new(DatePlace::Field, "published"));
            article.dating.doubted.push(DoubtedDate { moment, source, doubt: Doubt::ToCome });
            Some(format!("publication date {moment} of {name} is in the future; set aside"))
        }
        Some(moment) => unread
            .map(|words| {
                format!("publication date {words:?} of {name} is no date; {moment} is taken for it")
            })
            .or_else(|| {
                let given = before.map(|date| date.moment)?;
                Some(format!(
                    "publication date {given} of {name} lies before the day in its address; {moment} is taken for it"
                ))
            }),
    }
}

/// Whether a moment is after now, wherever its place may be.
pub fn is_to_come(at: Moment, now: Moment) -> bool {
    let rest_of_day = if now.time().is_none() { DAY } else { 0 };
    let zone = if at.offset().is_none() { AHEAD } else { 0 };
    let latest = now.instant().as_second() + (rest_of_day + zone + SKEW) * 3600;
    at.instant().as_second() > latest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_no_clock_shows_is_to_come() {
        let cases = [
            ("2026-09-16T00:30:00+09:00", "2026-09-15T15:00:00Z", false),
            ("2026-09-16T08:00:00Z", "2026-09-15T15:00:00Z", true),
            ("2026-09-16", "2026-09-15T15:00:00Z", false),
            ("2026-09-16", "2026-09-15T08:00:00Z", true),
            ("2026-09-15T23:00:00Z", "2026-09-15", false),
            ("2026-09-16T20:00:00Z", "2026-09-15", true),
        ];
        for (at, now, expected) in cases {
            assert_eq!(is_to_come(at.parse().unwrap(), now.parse().unwrap()), expected, "{at}");
        }
    }
}
