//! [`Dates`]: the dates that a document gives, and the choice between them:
//! what cannot be is set aside, what says most is taken.

use jiff::civil::{Date, date};
use throughline_model::{DatePlace, DateSource, Dating, Doubt, DoubtedDate, Moment};

/// A date and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    pub moment: Moment,
    pub source: DateSource,
}

impl Dated {
    pub fn new(moment: Moment, place: DatePlace, what: &str) -> Self {
        Self { moment: moment.without_midnight(), source: DateSource::new(place, what) }
    }
}

/// The dates that a document gives, those of each kind in order of trust.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dates {
    pub published: Vec<Dated>,
    pub modified: Vec<Dated>,
    /// What a field for the publication date holds that is no date.
    pub unread: Option<DateSource>,
}

/// The choice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decided {
    pub published: Option<Moment>,
    pub modified: Option<Moment>,
    pub dating: Dating,
}

/// The first day on which a news page can have been published.
const FIRST_DAY: Date = date(1990, 1, 1);

/// From this year on, a date is a mistake whatever was fetched when.
const FAR_YEAR: i16 = 2100;

impl Dates {
    /// A publication date that one field gives.
    pub fn published(&mut self, moment: Option<Moment>, place: DatePlace, what: &str) {
        self.published.extend(moment.map(|moment| Dated::new(moment, place, what)));
    }

    /// A field for the publication date with what was read of it.
    pub fn field(&mut self, words: &str, moment: Option<Moment>, name: &str) {
        match moment {
            None => self.unread = Some(DateSource::new(DatePlace::Field, words)),
            given => self.published(given, DatePlace::Field, name),
        }
    }

    /// A date of change that one field gives.
    pub fn modified(&mut self, moment: Option<Moment>, place: DatePlace, what: &str) {
        self.modified.extend(moment.map(|moment| Dated::new(moment, place, what)));
    }

    /// Whether all that fields give, if anything, is days before this day, that of the page's address.
    pub fn are_given_before(&self, day: Option<Moment>) -> bool {
        day.is_some_and(|day| self.published.iter().all(|given| is_before_address(given, &day)))
    }

    /// Chooses. `feed` is what the feed says, `fetched` when the page came in.
    pub fn decide(self, feed: Option<Moment>, fetched: Option<Moment>) -> Decided {
        let mut doubted: Vec<DoubtedDate> = Vec::new();
        let address = self.published.iter().find(|d| d.source.place == DatePlace::Address);
        let address = address.map(|d| d.moment).filter(|day| doubt(day, fetched).is_none());
        let early = |given: &Dated| address.is_some_and(|day| is_before_address(given, &day));
        let mut believed = |dates: Vec<Dated>| -> Vec<Dated> {
            let mut kept = Vec::new();
            for given in dates {
                let before = early(&given).then_some(Doubt::BeforeItsAddress);
                let Dated { moment, source } = given;
                match doubt(&moment, fetched).or(before) {
                    None => kept.push(Dated { moment, source }),
                    Some(doubt) if doubted.iter().all(|known| known.moment != moment) => {
                        doubted.push(DoubtedDate { moment, source, doubt });
                    }
                    Some(_) => {}
                }
            }
            kept
        };
        let published = believed(self.published);
        let mut modified = believed(self.modified);
        let feed =
            believed(feed.map(|m| Dated::new(m, DatePlace::Feed, "")).into_iter().collect()).pop();
        let mut chosen = choose(&published, &modified, feed);
        if chosen.is_none() && !modified.is_empty() {
            chosen = Some(modified.remove(0));
        }
        let instant = chosen.as_ref().map(|c| c.moment);
        let mut changed = None;
        for Dated { moment, source } in modified {
            match instant {
                Some(published)
                    if moment.date() < published.date() && !is_near(&moment, &published) =>
                {
                    let known = doubted.iter().any(|known| known.moment == moment);
                    if !known {
                        doubted.push(DoubtedDate {
                            moment,
                            source,
                            doubt: Doubt::BeforePublication,
                        });
                    }
                }
                Some(published) if moment <= published => {}
                _ if changed.is_none() => changed = Some(Dated { moment, source }),
                _ => {}
            }
        }
        Decided {
            published: instant,
            modified: changed.as_ref().map(|c| c.moment),
            dating: Dating {
                published: chosen.map(|c| c.source),
                modified: changed.map(|c| c.source),
                doubted,
                unread: self.unread,
            },
        }
    }
}

/// Why a date cannot be one of the page; none where it can.
pub fn doubt(moment: &Moment, fetched: Option<Moment>) -> Option<Doubt> {
    let a_day_later = |m: Moment| m.date().tomorrow().unwrap_or(m.date());
    match () {
        () if moment.date() < FIRST_DAY => Some(Doubt::BeforeTheWeb),
        () if moment.date().year() >= FAR_YEAR => Some(Doubt::Future),
        () if fetched.is_some_and(|at| moment.date() > a_day_later(at)) => {
            Some(Doubt::AfterTheFetch)
        }
        () => None,
    }
}

/// Sources that are often about something else than the page.
fn is_weak(place: DatePlace) -> bool {
    matches!(place, DatePlace::Element | DatePlace::Text | DatePlace::Script)
}

/// Whether a field gives a day more than one before that in the page's address: somebody counted
/// or copied it wrongly, for the address was made with the page.
fn is_before_address(given: &Dated, address: &Moment) -> bool {
    given.source.place == DatePlace::Field
        && given.moment < *address
        && !is_near(&given.moment, address)
}

/// At most a day apart: one moment in two zones.
fn is_near(a: &Moment, b: &Moment) -> bool {
    (a.date() - b.date()).get_days().abs() <= 1
}

fn choose(published: &[Dated], modified: &[Dated], feed: Option<Dated>) -> Option<Dated> {
    let Some(first) = published.first() else { return feed };
    let mut best = first;
    // The feed decides where the page itself only shows dates.
    if let Some(feed) = &feed
        && is_weak(first.source.place)
        && !is_near(&first.moment, &feed.moment)
    {
        match published.iter().find(|c| is_near(&c.moment, &feed.moment)) {
            Some(candidate) => best = candidate,
            None => return Some(feed.clone()),
        }
    }
    let all: Vec<&Dated> = published.iter().chain(&feed).chain(modified).collect();
    Some(exact(best, published, &all))
}

/// Of moments that are one, the one that says the most: a time over a day, a
/// local offset over UTC.
fn exact(best: &Dated, published: &[Dated], all: &[&Dated]) -> Dated {
    let moment = best.moment;
    if moment.time().is_none() {
        let timed =
            all.iter().find(|c| c.moment.time().is_some() && c.moment.date() == moment.date());
        return timed.map_or(best, |c| *c).clone();
    }
    let local = |c: &&Dated| c.moment.offset().is_some_and(|o| o.seconds() != 0);
    // The address has the day of the newsroom, which UTC has left or not reached.
    let address = published.iter().find(|c| c.source.place == DatePlace::Address);
    let newsroom = address.filter(|day| {
        !local(&best) && day.moment.date() != moment.date() && is_near(&day.moment, &moment)
    });
    if let Some(day) = newsroom {
        let timed = published.iter().find(|c| local(c) && c.moment.date() == day.moment.date());
        return timed.unwrap_or(day).clone();
    }
    if !local(&best) && moment.offset().is_some() {
        // Readers are shown no seconds.
        let minute = |m: Moment| m.instant().as_second().div_euclid(60);
        let same = published.iter().find(|c| local(c) && minute(c.moment) == minute(moment));
        return same.unwrap_or(best).clone();
    }
    best.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dated(text: &str, place: DatePlace) -> Dated {
        Dated::new(text.parse().unwrap(), place, "")
    }

    fn shown(dates: Dates, feed: Option<&str>, fetched: Option<&str>) -> String {
        let moment = |m: Option<&str>| m.map(|m| m.parse().unwrap());
        let decided = dates.decide(moment(feed), moment(fetched));
        let part = |m: Option<Moment>, s: &Option<DateSource>| match (m, s) {
            (Some(m), Some(s)) => format!("{m} {:?}", s.place),
            _ => "-".to_owned(),
        };
        let doubted: Vec<String> =
            decided.dating.doubted.iter().map(|d| format!("{} {}", d.moment, d.doubt)).collect();
        format!(
            "{}; {}; {}",
            part(decided.published, &decided.dating.published),
            part(decided.modified, &decided.dating.modified),
            doubted.join(", ")
        )
    }

    #[test]
    fn chooses() {
        use DatePlace::*;
        type Given = &'static [(&'static str, DatePlace)];
        let cases: [(Given, Given, Option<&str>, &str); 17] = [
            (&[("2026-05-06", Meta)], &[], None, "2026-05-06 Meta; -; "),
            (
                &[("2026-05-06", Address), ("2026-05-06T10:00", Text)],
                &[],
                None,
                "2026-05-06T10:00:00 Text; -; ",
            ),
            (
                &[("2026-05-06T02:00Z", LinkedData), ("2026-05-05", Address)],
                &[],
                None,
                "2026-05-05 Address; -; ",
            ),
            (
                &[("2026-05-06T02:00Z", LinkedData), ("2026-05-05T22:00-04:00", Meta)],
                &[("2026-05-07T02:00Z", LinkedData)],
                None,
                "2026-05-05T22:00:00-04:00 Meta; 2026-05-07T02:00:00Z LinkedData; ",
            ),
            (&[("2026-05-06T00:00:00", Field)], &[], None, "2026-05-06 Field; -; "),
            (
                &[("2026-05-03", Field), ("2026-05-06", Address)],
                &[],
                None,
                "2026-05-06 Address; -; 2026-05-03 before the day in its address",
            ),
            (
                &[("2026-05-03", Field), ("2027-01-15", Address)],
                &[],
                None,
                "2026-05-03 Field; -; 2027-01-15 later than the fetch",
            ),
            (
                &[("2026-05-05T22:00", Field), ("2026-05-06", Address)],
                &[],
                None,
                "2026-05-06 Address; -; ",
            ),
            (
                &[("2026-05-06T00:00:00+02:00", Meta), ("2026-05-06T10:00", Text)],
                &[],
                Some("2026-05-06T00:00:00Z"),
                "2026-05-06T10:00:00 Text; -; ",
            ),
            (&[("2026-05-06T00:01", Meta)], &[], None, "2026-05-06T00:01:00 Meta; -; "),
            (
                &[("1970-01-01", Meta), ("2026-05-06", Text)],
                &[],
                None,
                "2026-05-06 Text; -; 1970-01-01 before the web",
            ),
            (&[("2027-05-06", Meta)], &[], None, "-; -; 2027-05-06 later than the fetch"),
            (&[("2926-05-06", Meta)], &[], None, "-; -; 2926-05-06 in the future"),
            (&[], &[("2026-05-06", Meta)], None, "2026-05-06 Meta; -; "),
            (
                &[("2026-05-06", Meta)],
                &[("2026-04-06", Meta)],
                None,
                "2026-05-06 Meta; -; 2026-04-06 before the publication",
            ),
            (&[], &[], Some("2026-05-06T10:00Z"), "2026-05-06T10:00:00Z Feed; -; "),
            (
                &[("2024-05-06", Text), ("2026-05-07", Text)],
                &[],
                Some("2026-05-06T23:00Z"),
                "2026-05-07 Text; -; ",
            ),
        ];
        for (published, modified, feed, expected) in cases {
            let list = |given: Given| given.iter().map(|(m, p)| dated(m, *p)).collect();
            let dates =
                Dates { published: list(published), modified: list(modified), unread: None };
            assert_eq!(shown(dates, feed, Some("2026-06-01")), expected, "{published:?}");
        }
    }
}
