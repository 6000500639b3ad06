//! Abbreviations of news, by language, and what a full stop after them means.

use throughline_model::Tongue;

/// What the full stop after an abbreviation means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Never an end: a name or a number follows.
    Never,
    /// An end where a word that opens sentences follows.
    BeforeOpener,
    /// An end where a sentence with its verb follows too: "Ltd. Terms were".
    BeforeClause,
    /// An end where a capital follows: a unit, "etc.".
    BeforeCapital,
    /// An end where a capital follows that is no day or zone: "p.m.".
    AfterTime,
}

/// What a full stop after this word in lower case means, if it is one of
/// the language's abbreviations.
pub(crate) fn stop(tongue: Tongue, lower: &str) -> Option<Stop> {
    let lists: &[(&[&str], Stop)] = match tongue {
        Tongue::English => &[
            (LEADING, Stop::Never),
            (FIRMS, Stop::BeforeClause),
            (PLACES, Stop::BeforeOpener),
            (UNITS, Stop::BeforeCapital),
            (TIMES, Stop::AfterTime),
        ],
        Tongue::German => &[(GERMAN, Stop::Never)],
        Tongue::Other => &[(OTHER, Stop::Never)],
    };
    lists.iter().find(|(list, _)| list.contains(&lower)).map(|(_, stop)| *stop)
}

/// Words that open sentences; after an abbreviation they mean that it
/// ended one.
pub(crate) fn opens(tongue: Tongue, lower: &str) -> bool {
    match tongue {
        Tongue::English => OPENERS.contains(&lower),
        Tongue::German => GERMAN_OPENERS.contains(&lower),
        Tongue::Other => false,
    }
}

/// What a name or a number follows. Titles are here for their point, and so are "mt" and "vs"; what is a
/// title is asked of `persons`.
#[rustfmt::skip]
const LEADING: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "govs", "gen",
    "lt", "col", "sgt", "capt", "cmdr", "maj", "adm", "rev", "hon", "rt", "pres", "st", "ste",
    "mt", "ft", "messrs", "mme", "mlle", "fr", "msgr", "supt", "det", "insp", "cpl", "pvt", "spc",
    "atty", "asst", "drs", "cong", "const", "cllr", "cols", "capts", "lts", "gens", "profs",
    "sgts", "revs", "ch", "vs", "v", "no", "nos", "art", "sec", "fig", "pp", "vol", "approx", "ca", "cf",
    "e.g", "i.e", "dept", "univ", "assn", "bros", "viz", "op", "a.k.a", "incl", "chap",
];

#[rustfmt::skip]
const PLACES: &[&str] = &[
    "al", "u.s", "u.k", "u.n",
    "e.u", "d.c", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov",
    "dec", "tue", "tues", "thu", "thur", "thurs", "fri", "ariz", "ark", "calif", "colo", "conn",
    "fla", "ga", "kan", "ky", "la", "md", "mich", "minn", "mo", "mont", "neb", "nev", "okla", "ore", "pa",
    "penn", "tenn", "tex", "va", "vt", "wis", "wyo", "n.y", "n.j", "n.c", "s.c", "n.h", "n.m",
    "n.d", "s.d", "w.va", "b.c", "ave", "blvd", "rd", "ph.d", "m.d", "b.a", "m.a", "j.d", "est",
];

#[rustfmt::skip]
const UNITS: &[&str] = &[
    "pct", "bn", "mn", "tn", "km", "kg", "lb", "lbs", "oz", "sq", "deg", "etc", "m.p.h",
];

const FIRMS: &[&str] = &["inc", "ltd", "co", "corp", "plc", "llc", "jr", "sr", "esq"];

const TIMES: &[&str] = &[
    "a.m", "p.m", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "gmt", "bst", "cet", "utc", "et",
];

#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "the", "a", "an", "it", "he", "she", "they", "we", "i", "you", "in", "on", "at", "but", "and",
    "this", "that", "these", "those", "there", "his", "her", "its", "their", "if", "when",
    "while", "after", "before", "since", "as", "for", "with", "by", "from", "to", "however",
    "meanwhile", "some", "many", "most", "several", "one", "two", "three", "no", "not", "what",
    "who", "how", "why", "where", "although", "though", "also", "police", "officials",
    "according", "our", "my", "both", "all", "such", "more", "another", "last", "earlier",
    "later", "now", "then", "so", "or", "yet", "still", "here", "during", "under", "until",
];

#[rustfmt::skip]
const GERMAN: &[&str] = &[
    "dr", "prof", "hr", "fr", "st", "nr", "abs", "art", "bzw", "ca", "d.h", "evtl", "ggf", "inkl",
    "max", "min", "mio", "mrd", "str", "tel", "u.a", "usw", "vgl", "z.b", "z", "u", "d",
    "jan", "feb", "aug", "sept", "okt", "nov", "dez", "geb", "gest",
];

const GERMAN_OPENERS: &[&str] = &[
    "der", "die", "das", "er", "sie", "es", "wir", "ich", "ein", "eine", "in", "im", "am", "auf",
    "aber", "und", "doch", "nach", "mit", "zu", "für", "auch", "danach", "dann", "dort", "hier",
];

/// French, Spanish, Italian, Portuguese, Russian and their neighbours.
#[rustfmt::skip]
const OTHER: &[&str] = &[
    "m", "mm", "mme", "mlle", "dr", "dra", "prof", "st", "ste", "sr", "sra", "srta", "sres",
    "d", "dª", "dña", "ud", "uds", "ee", "núm", "pág", "art", "av", "sig", "sigg", "dott", "avv",
    "exmo", "exma", "ul", "ул", "г", "гг", "им", "пр", "просп", "пл",
    "д", "стр", "тыс", "млн", "млрд", "руб", "т.е", "т.д", "см", "проф", "акад", "ген", "p", "pp",
    "nº", "vs", "cf", "env", "tel", "al",
];
