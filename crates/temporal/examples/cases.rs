//! Runs other tools' own test cases (`cases_*.jsonl`) and prints the share passed, a peer a line.
//!
//! What is in scope, decided by the wording alone and never by our answer:
//!
//! * English, as prose prints it. Out: other languages, chat and command shorthand ("tmrw", "eom",
//!   "3w"), spoken digits run together, epoch numbers.
//! * Neutral in convention: the words fix the answer whatever a tool prefers. Out: a bare weekday,
//!   a month or feast or season without a year, a clock time without a date, "weekend" (many tools
//!   resolve these to the future, news to the past); lengths counted from now to the second; what
//!   a tool answers with its own midpoint, its own open interval or more than one reading.
//! * Compared is the day, month, quarter, year or week that comes out, or the length; texts in
//!   which nothing is to be found must yield no date.
//!
//! The examples of HeidelTime's rules are left out: its licence forbids us a look at them.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use jiff::civil::{Date, DateTime};
use serde_json::Value;
use throughline_temporal::{Context, Granularity, Interval, Kind, Timex, canonical, tag};

/// What a peer expects, as far as tools can agree on it.
#[derive(Debug)]
enum Expect {
    /// A period by its first day and grain, where the peer gives one.
    Period(Date, Option<Granularity>),
    /// A TIMEX3 length.
    Length(String),
    /// A TIMEX3 value.
    Value(String),
    /// No date.
    Nothing,
}

/// Words that may stand in prose about time; a text with others in it is some other language or
/// shorthand. Only short texts are held to it.
const ENGLISH: &str = "a about ad after afternoon ago am an and april at august back be bc before beginning \
    between by century couple day days december decade decades early earlier eight eighteen eighteenth eighth \
    eleven eleventh end est evening february few fifteen fifteenth fifth fifty first five for fortnight forty four \
    fourteen fourteenth fourth friday from go gmt half hence hour hours hundred i in january july june just last \
    late later ll march may mid midnight minute minutes monday month months morning nd nearly next night nine \
    nineteen nineteenth ninety ninth noon november now o clock october of on one past pm quarter quarters rd \
    saturday second seconds september seven seventeen seventeenth seventh several seventy since six sixteen \
    sixteenth sixth sixty st start summer sunday ten tenth th than the third thirteen thirteenth thirty this \
    thousand three thursday time to today tomorrow tonight tuesday twelfth twelve twentieth twenty two until utc \
    was we wednesday week weeks were will winter autumn fall spring year years yesterday zero jan feb mar apr jun jul \
    aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun t z p m s the";

const WEEKDAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "weekend",
    "weekday",
];
const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
];
const TURNING: &[&str] = &[
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "morning",
    "afternoon",
    "evening",
    "night",
    "tonight",
    "noon",
    "midnight",
    "lunch",
];
const BRIEF: &[&str] = &[
    "second", "seconds", "sec", "secs", "minute", "minutes", "min", "mins", "hour", "hours", "hr",
    "hrs",
];

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect()
}

/// Whether a text is English prose whose words alone fix the answer.
fn neutral(text: &str) -> bool {
    let words = words(text);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let runs: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let year = runs.iter().any(|run| run.len() == 4);
    let english = words.iter().all(|word| ENGLISH.split_whitespace().any(|known| known == word));
    let dated = year && (has(MONTHS) || runs.len() >= 3);
    let sparse = words.is_empty() && runs.len() < 3 && !(runs.len() == 1 && year);
    let long = runs.iter().any(|run| run.len() > 4);
    let clock = has(&["am", "pm", "clock"]) || text.contains(':') || has(TURNING) || has(BRIEF);
    let counted = has(UNITS) || has(MONTHS) || year || runs.len() >= 3;
    // Day or month first, and the century of two digits, are conventions.
    let order = text.contains('/') && runs.len() == 3 && runs[0].len() < 4 && {
        let number = |at: usize| runs[at].parse::<u32>().unwrap_or(0);
        number(0) <= 12 && number(1) <= 12 && number(0) != number(1) || runs[2].len() < 4
    };
    let fiscal = has(&["quarter"]) && !year && !has(&["last", "this", "next"]);
    text.is_ascii()
        && counted
        && !order
        && !fiscal
        && !shorthand(text)
        && !bare_plural(&words, &runs)
        && english
        && !sparse
        && !long
        && (!has(WEEKDAYS) || dated)
        && (!has(MONTHS) || year)
        && !clock
        && !text.contains(['\'', '"', '~', '+', '#'])
}

const UNITS: &[&str] = &[
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "quarter",
    "quarters",
    "year",
    "years",
    "decade",
    "decades",
    "century",
    "today",
    "tomorrow",
    "yesterday",
    "now",
];

/// "2 day", "in a few year": no prose.
fn bare_plural(words: &[String], runs: &[&str]) -> bool {
    let many = runs.first().is_some_and(|run| run.len() < 3 && *run != "1");
    let first = words.first().map_or("", String::as_str);
    many && ["day", "week", "month", "year"].contains(&first)
        || words.windows(2).any(|pair| pair[0] == "few" && !pair[1].ends_with('s'))
}

/// Whether a length is said as prose says it: every number has its unit, none is a mark or letter.
fn prose_length(text: &str, value: &str) -> bool {
    let words = words(text);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let mixed = value.starts_with("PT")
        && has(&["day", "days", "month", "months", "year", "years"])
        || value.ends_with('D') && has(&["month", "months"]);
    let units = ["hour", "hours", "minute", "minutes", "month", "year", "years", "half"];
    let open = text.split_whitespace().last().is_some_and(|last| {
        last.parse::<u32>().is_ok() || ["ten", "fifteen", "thirty"].contains(&last)
    });
    let short = words.iter().any(|word| word.len() == 1 && word != "a");
    !mixed
        && !open
        && !short
        && !shorthand(text)
        && !text.contains(['\'', '"'])
        && !has(&["less", "fewer"])
        && (has(&units) || words.len() > 1 || !words.is_empty())
}

/// Whether a number and a letter run together, as in "10D", or separators stand loose.
fn shorthand(text: &str) -> bool {
    let bytes = text.as_bytes();
    let glued = bytes.windows(3).any(|w| {
        w[0].is_ascii_digit()
            && w[1].is_ascii_alphabetic()
            && !w[2].is_ascii_alphabetic()
            && w[1] != b's'
    });
    let last = matches!(bytes, [.., digit, letter] if digit.is_ascii_digit() && letter.is_ascii_alphabetic());
    last || glued
        || text.contains(" / ")
        || text.contains("- 2")
        || text.contains(" -2")
        || text.contains(" /")
}

fn numbers(text: &str) -> Vec<i64> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|run| run.parse().ok()).collect()
}

fn day(numbers: &[i64]) -> Option<Date> {
    let [year, month, day] = numbers.get(..3)? else {
        return None;
    };
    Date::new(i16::try_from(*year).ok()?, i8::try_from(*month).ok()?, i8::try_from(*day).ok()?).ok()
}

/// duckling: `(2013, 2, 15, 0, 0, 0) Day`.
fn duckling(case: &Value) -> Option<Expect> {
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
fn chrono(case: &Value) -> Option<Expect> {
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
fn chronic(case: &Value) -> Option<Expect> {
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

/// ctparse: `Time[]{2018-03-07 X:X (X/X)}`.
fn ctparse(case: &Value) -> Option<Expect> {
    let gold = case["expect"][0]["gold"].as_str()?.strip_prefix("Time[]{")?;
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

/// dateparser: `'text', datetime(2014, 9, 3)`.
fn dateparser(case: &Value) -> Option<Expect> {
    let one = &case["expect"][0];
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
fn recognizers(case: &Value) -> Option<Expect> {
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

fn first(found: &[Timex], kind: Kind) -> Option<&Timex> {
    found.iter().find(|timex| timex.kind == kind)
}

fn passes(text: &str, context: &Context, expect: &Expect) -> bool {
    let found = tag(text, context);
    match expect {
        Expect::Nothing => {
            !found.iter().any(|timex| timex.interval.is_some() && timex.kind != Kind::Duration)
        }
        Expect::Length(value) => first(&found, Kind::Duration)
            .is_some_and(|timex| canonical(&timex.value) == canonical(value)),
        Expect::Value(value) => {
            // TimeML's "two days" + "before" is one expression elsewhere; ours is then placed.
            let day = value.parse::<Date>().ok();
            let placed = |timex: &Timex| {
                day.is_some_and(|day| timex.interval == Some(Interval { from: day, to: day }))
            };
            found.iter().any(|timex| placed(timex) || canonical(&timex.value) == canonical(value))
        }
        Expect::Period(from, grain) => {
            let placed = |timex: &Timex| timex.kind != Kind::Set && timex.interval.is_some();
            let Some(timex) = found.iter().find(|timex| placed(timex)) else {
                return false;
            };
            let Some(Interval { from: start, to }) = timex.interval else {
                return false;
            };
            match grain {
                // "two years ago" is a year to TIMEX3 and a day or month to others.
                Some(_) if timex.rule == "offset" => start <= *from && *from <= to,
                Some(grain) => {
                    (*grain == timex.granularity || timex.kind == Kind::Duration) && start == *from
                }
                // A tool without grains names some day of what it found.
                None => start <= *from && *from <= to,
            }
        }
    }
}

fn context(case: &Value) -> Context {
    let reference = case["ref"].as_str().unwrap_or("2014-05-14T12:00:00");
    let day = reference.get(..10).and_then(|day| day.parse::<Date>().ok());
    Context { published: day.map(DateTime::from), ..Context::default() }
}

/// SUTime: texts with a list of TIMEX3; each determinate one is a case.
fn sutime(case: &Value, tally: &mut (usize, usize), verbose: bool) {
    let text = case["text"].as_str().unwrap_or_default();
    let mut context = context(case);
    if let Some(reference) = case["ref"].as_str().filter(|reference| reference.len() == 8) {
        let day = format!("{}-{}-{}", &reference[..4], &reference[4..6], &reference[6..]);
        context.published = day.parse::<Date>().ok().map(DateTime::from);
    } else {
        context.published = None;
    }
    let found = tag(text, &context);
    for expect in case["expect"].as_array().into_iter().flatten() {
        let (Some(words), Some(value)) = (expect["text"].as_str(), expect["value"].as_str()) else {
            continue;
        };
        let kind = expect["type"].as_str().unwrap_or_default();
        let explicit = !value.contains('X')
            && !value.contains('/')
            && !value.contains("REF")
            && !value.contains("INTERSECT")
            && !value.contains("THIS")
            && !value.contains("OFFSET");
        // The article, the bound and the preposition are spans of taste; so is a range as one.
        let prose = words.is_ascii() && !words.contains(" - ") && !words.contains(" to ");
        // Without a reference date only what the words themselves say is expected of anybody.
        let known = context.published.is_some()
            || kind == "DURATION"
            || value.get(..4).is_some_and(|year| words.contains(year));
        let era = value.starts_with('-') || words.ends_with("old");
        let month = kind == "DATE" && {
            let months = self::words(words).iter().any(|word| MONTHS.contains(&word.as_str()));
            months && value.get(..4).is_some_and(|year| !words.contains(year))
        };
        let era = era || month || words == "day" || words.ends_with("weekend");
        // "three hours, twenty minutes and 5 seconds" is one length to us, three more to SUTime.
        let part = kind == "DURATION"
            && found.iter().any(|timex| {
                timex.kind == Kind::Duration
                    && text[timex.start..timex.end].len() > words.len()
                    && text[timex.start..timex.end].contains(words)
            });
        if !known
            || era
            || part && !found.iter().any(|timex| canonical(&timex.value) == canonical(value))
        {
            continue;
        }
        if !(explicit && prose && matches!(kind, "DATE" | "DURATION"))
            || value.contains('T') && kind == "DATE"
        {
            continue;
        }
        tally.1 += 1;
        let passed = found.iter().any(|timex| {
            let span = &text[timex.start..timex.end];
            canonical(&timex.value) == canonical(value)
                && (words.contains(span) || span.contains(words))
        });
        tally.0 += usize::from(passed);
        if verbose && !passed {
            println!("  sutime: {words:?} {value}");
        }
    }
}

fn main() {
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().expect("usage: cases FOLDER [-v]");
    let verbose = arguments.next().is_some();
    let read = |name: &str| {
        fs::read_to_string(Path::new(&folder).join(format!("cases_{name}.jsonl")))
            .unwrap_or_default()
    };
    type Reader = fn(&Value) -> Option<Expect>;
    let peers: [(&str, Reader); 7] = [
        ("duckling_en_time", duckling),
        ("duckling_en_duration", duckling),
        ("chrono_en", chrono),
        ("chronic_rb", chronic),
        ("ctparse_en_de", ctparse),
        ("dateparser_tests_ascii", dateparser),
        ("recognizers_en", recognizers),
    ];
    let mut shares = BTreeMap::new();
    for (name, reader) in peers {
        let tally: &mut (usize, usize) = shares.entry(name).or_default();
        for line in read(name).lines() {
            let Ok(case) = serde_json::from_str::<Value>(line) else {
                continue;
            };
            let text = case["text"].as_str().unwrap_or_default();
            let Some(expect) = reader(&case) else {
                continue;
            };
            let scoped = match &expect {
                Expect::Length(value) => name == "recognizers_en" || prose_length(text, value),
                Expect::Nothing => true,
                _ => name == "recognizers_en" || neutral(text),
            };
            if !scoped || !text.is_ascii() {
                continue;
            }
            tally.1 += 1;
            let passed = passes(text, &context(&case), &expect);
            tally.0 += usize::from(passed);
            if verbose && !passed {
                println!("  {name}: {text:?} {expect:?}");
            }
        }
    }
    for line in read("sutime_itest").lines() {
        if let Ok(case) = serde_json::from_str(line) {
            sutime(&case, shares.entry("sutime_itest").or_default(), verbose);
        }
    }
    let (mut passed, mut all) = (0, 0);
    for (name, (good, total)) in shares {
        println!(
            "{name:24} {good:4} of {total:4} ({:.1}%)",
            100.0 * good as f64 / total.max(1) as f64
        );
        (passed, all) = (passed + good, all + total);
    }
    println!(
        "{:24} {passed:4} of {all:4} ({:.1}%)",
        "all",
        100.0 * passed as f64 / all.max(1) as f64
    );
}
