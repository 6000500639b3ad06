//! Owns what is in scope: whether the wording of a case fixes its answer. It refuses to look at ours.

/// Words that may stand in prose about time; a text with others in it is some other language or
/// shorthand. Only short texts are held to it.
pub(crate) const ENGLISH: &str = "a about ad after afternoon ago am an and april at august back be bc before beginning \
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

pub(crate) const WEEKDAYS: &[&str] = &[
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
pub(crate) const MONTHS: &[&str] = &[
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
pub(crate) const TURNING: &[&str] = &[
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
pub(crate) const BRIEF: &[&str] = &[
    "second", "seconds", "sec", "secs", "minute", "minutes", "min", "mins", "hour", "hours", "hr",
    "hrs",
];

pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect()
}

/// Whether a word may stand in English prose about time.
pub(crate) fn known(word: &str) -> bool {
    ENGLISH.split_whitespace().any(|known| known == word)
}

/// Whether a text is English prose whose words alone fix the answer.
pub(crate) fn neutral(text: &str) -> bool {
    let words = words(text);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let runs: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let year = runs.iter().any(|run| run.len() == 4);
    let english = words.iter().all(|word| known(word));
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

pub(crate) const UNITS: &[&str] = &[
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
pub(crate) fn bare_plural(words: &[String], runs: &[&str]) -> bool {
    let many = runs.first().is_some_and(|run| run.len() < 3 && *run != "1");
    let first = words.first().map_or("", String::as_str);
    many && ["day", "week", "month", "year"].contains(&first)
        || words.windows(2).any(|pair| pair[0] == "few" && !pair[1].ends_with('s'))
}

/// Whether a length is said as prose says it: every number has its unit, none is a mark or letter.
pub(crate) fn prose_length(text: &str, value: &str) -> bool {
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
pub(crate) fn shorthand(text: &str) -> bool {
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
