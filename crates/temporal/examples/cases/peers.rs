//! Owns what each peer expects of a case, as far as tools can agree on it: one reader a peer.

use jiff::civil::Date;
use serde_json::Value;
use throughline_temporal::Granularity;

use crate::Expect;
use crate::scope::{MONTHS, WEEKDAYS, known, shorthand, words};

pub(crate) fn numbers(text: &str) -> Vec<i64> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|run| run.parse().ok()).collect()
}

pub(crate) fn day(numbers: &[i64]) -> Option<Date> {
    let [year, month, day] = numbers.get(..3)? else {
        return None;
    };
    Date::new(i16::try_from(*year).ok()?, i8::try_from(*month).ok()?, i8::try_from(*day).ok()?).ok()
}

/// duckling: `(2013, 2, 15, 0, 0, 0) Day`.
pub(crate) fn duckling(case: &Value) -> Option<Expect> {
    let expect = case["expect"].as_array()?;
    let [one] = expect.as_slice() else {
        return None;
    };
    let spec = one["spec"].as_str()?;
    if one["kind"] == "DurationData" {
        let (amount, unit) = spec.split_once(' ')?;
        let letter = unit.chars().next()?;
        let timed = matches!(unit, "Second" | "Minute" | "Hour");
        return Some(Expect::Length(format!("P{}{amount}{letter}", if timed { "T" } else { "" })));
    }
    if one["kind"] != "datetime" || spec.contains("((") {
        return None;
    }
    let grain = match spec.rsplit(' ').next()? {
        "Day" => Granularity::Day,
        "Week" => Granularity::Week,
        "Month" => Granularity::Month,
        "Quarter" => Granularity::Quarter,
        "Year" => Granularity::Year,
        _ => return None,
    };
    Some(Expect::Period(day(&numbers(spec))?, Some(grain)))
}

/// chrono: `start.year`, `start.month`, `start.day`, or `start.date` with months from 0.
pub(crate) fn chrono(case: &Value) -> Option<Expect> {
    let expect = case["expect"].as_array()?;
    if expect.is_empty() {
        // A bare year, and an impossible date whose month or year is still one, are matters of taste.
        let text = case["text"].as_str()?;
        let year = text.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4);
        let month = words(text).iter().any(|word| MONTHS.contains(&word.as_str()));
        return (!year && !month).then_some(Expect::Nothing);
    }
    let [one] = expect.as_slice() else {
        return None;
    };
    if one.as_object()?.keys().any(|key| key.starts_with("end")) {
        return None;
    }
    let part = |name: &str| one[name].as_i64();
    if let (Some(year), Some(month), Some(d)) =
        (part("start.year"), part("start.month"), part("start.day"))
    {
        return Some(Expect::Period(day(&[year, month, d])?, None));
    }
    let date = one["start.date"].as_str()?;
    let (year, rest) = date.split_once(',')?;
    let (month, rest) = rest.split_once(',')?;
    let shifted = month.contains('-');
    let month = numbers(month).first()? + i64::from(!shifted);
    Some(Expect::Period(day(&[numbers(year)[0], month, *numbers(rest).first()?])?, None))
}

/// chronic: `Time.local(2006, 8, 16, 12)`, noon standing for a day.
pub(crate) fn chronic(case: &Value) -> Option<Expect> {
    if case["opts"] != ""
        || words(case["text"].as_str()?).len() == 2 && case["text"] == "this month"
    {
        return None;
    }
    let expect = case["expect"].as_array()?;
    let [one] = expect.as_slice() else {
        return None;
    };
    let ruby = one["ruby"].as_str()?.strip_prefix("Time.local(")?;
    let found = numbers(ruby.split(')').next()?);
    (found.get(3).is_none_or(|hour| *hour == 12) && found.len() >= 3).then_some(())?;
    Some(Expect::Period(day(&found)?, Some(Granularity::Day)))
}

/// A TIMEX3 length of one unit, by the unit's name.
fn length(amount: &str, unit: &str) -> Option<Expect> {
    let unit = unit.to_ascii_lowercase();
    let name = ["second", "minute", "hour", "day", "week", "month", "year", "decade"]
        .into_iter()
        .find(|name| unit.trim_end_matches('s') == *name)?;
    let timed = if matches!(name, "second" | "minute" | "hour") { "T" } else { "" };
    let letters = if name == "decade" { "DE".to_owned() } else { name[..1].to_ascii_uppercase() };
    amount.parse::<u32>().is_ok().then(|| Expect::Length(format!("P{timed}{amount}{letters}")))
}

/// ctparse: `Time[]{2018-03-07 X:X (X/X)}`, `Duration[]{7 weeks}`.
pub(crate) fn ctparse(case: &Value) -> Option<Expect> {
    let gold = case["expect"][0]["gold"].as_str()?;
    if let Some(duration) = gold.strip_prefix("Duration[]{") {
        let english = words(case["text"].as_str()?).iter().all(|word| known(word));
        let (amount, unit) = duration.trim_end_matches('}').split_once(' ')?;
        return length(amount, unit).filter(|_| english);
    }
    let gold = gold.strip_prefix("Time[]{")?;
    if gold.contains(" X:X (X/X)}") && !gold.starts_with('X') {
        let date = gold.split(' ').next()?;
        if !date.contains('X') {
            return Some(Expect::Period(date.parse().ok()?, Some(Granularity::Day)));
        }
        let value = date.trim_end_matches("-X");
        return (!value.contains('X')).then(|| Expect::Value(value.to_owned()));
    }
    None
}

/// timenorm: `Success(Period(Map(WEEKS -> 2)))`, `timeMLValue) === Success("2012-10-26")`.
pub(crate) fn timenorm(case: &Value) -> Option<Expect> {
    let line = case["expect"][0]["line"].as_str()?;
    if let Some((_, map)) = line.split_once("Success(Period(Map(") {
        let (unit, amount) = map.trim_end_matches(')').split_once(" -> ")?;
        return length(amount, unit);
    }
    let (_, value) = line.split_once("timeMLValue) === Success(\"")?;
    Some(Expect::Value(value.split('"').next()?.to_owned()))
}

/// The day that dateparser's `{'ago': "{'weeks': 1}"}` or `in_future` leads to.
fn shifted(case: &Value, offset: &str, back: bool) -> Option<Date> {
    let mut day = crate::context(case).published?.date();
    for part in offset.trim_matches(['{', '}']).split(',') {
        let (unit, amount) = part.split_once(':')?;
        let amount: i64 = amount.trim().parse().ok()?;
        let amount = if back { -amount } else { amount };
        let span = jiff::Span::new();
        let span = match unit.trim().trim_matches('\'') {
            "days" => span.try_days(amount),
            "weeks" => span.try_weeks(amount),
            "months" => span.try_months(amount),
            "years" => span.try_years(amount),
            _ => return None,
        };
        day = day.checked_add(span.ok()?).ok()?;
    }
    Some(day)
}

/// dateparser: `'text', datetime(2014, 9, 3)`, and what lies so long ago or ahead. A length alone
/// is one in the past to dateparser and none to others.
pub(crate) fn dateparser(case: &Value) -> Option<Expect> {
    let one = &case["expect"][0];
    let said = words(case["text"].as_str()?);
    let says = |list: &[&str]| said.iter().any(|word| list.contains(&word.as_str()));
    if let Some(offset) = one["kw"]["ago"].as_str().filter(|_| says(&["ago", "yesterday", "today"]))
    {
        return Some(Expect::Period(shifted(case, offset, true)?, None));
    }
    if let Some(offset) = one["kw"]["in_future"].as_str().filter(|_| says(&["in", "tomorrow"])) {
        return Some(Expect::Period(shifted(case, offset, false)?, None));
    }
    let args = one["args"].as_array()?;
    let given =
        args.iter().position(|arg| arg.as_str().is_some_and(|arg| arg.starts_with("datetime(")))?;
    let plain = args.get(given + 1).is_none()
        && one["kw"].as_object().is_none_or(serde_json::Map::is_empty);
    let found = numbers(args[given].as_str()?);
    (plain && found.len() == 3).then_some(())?;
    Some(Expect::Period(day(&found)?, None))
}

/// Recognizers: a single determinate TIMEX value.
pub(crate) fn recognizers(case: &Value) -> Option<Expect> {
    let expect = case["expect"].as_array()?;
    let [one] = expect.as_slice() else {
        return None;
    };
    let values = one["res"]["values"].as_array()?;
    let [value] = values.as_slice() else {
        return None;
    };
    let timex = value["timex"].as_str()?;
    let kind = one["type"].as_str()?;
    if timex.contains(['X', '(', ',']) || timex.starts_with(['F', 'S']) || value["Mod"].is_string()
    {
        return None;
    }
    let text = case["text"].as_str()?;
    let words = words(text);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let turning = has(WEEKDAYS) && !text.contains(|c: char| c.is_ascii_digit());
    // A guessed "few", a length counted from now, chat, and "31st" of no month.
    let guessed = has(&["few", "some", "several", "for"])
        && (has(&["few", "some", "several"]) || text.contains("for the "));
    if turning || guessed || shorthand(text) || has(&["otd", "tmrw", "weekend", "easter"]) {
        return None;
    }
    if kind.ends_with("duration") {
        return Some(Expect::Length(timex.to_owned()));
    }
    (kind.ends_with(".date") || kind.ends_with(".daterange"))
        .then(|| Expect::Value(timex.to_owned()))
}
