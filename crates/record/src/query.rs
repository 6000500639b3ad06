//! [`Query`]: what somebody looks for, as words with operators.

use std::{fmt, ops::Range, str::FromStr};

use throughline_model::Moment;

/// What must, may and must not stand in an article or a statement.
///
/// ```
/// use throughline_record::Query;
/// let query: Query = r#"dam OR reservoir "rose to" -Kessling outlet:"Daily Anchor" after:2026-09-15"#
///     .parse()
///     .unwrap();
/// assert_eq!(query.all.len(), 2);
/// assert_eq!(query.all[0].len(), 2);
/// assert_eq!(query.outlets, ["Daily Anchor"]);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Of each, at least one alternative stands in the text.
    pub all: Vec<Vec<Phrase>>,
    /// None of these does.
    pub none: Vec<Phrase>,
    /// The outlet is one of these, any where there are none; without case, and a
    /// part of its name is enough.
    pub outlets: Vec<String>,
    /// Published on this day or later.
    pub after: Option<Moment>,
    /// Published before this day.
    pub before: Option<Moment>,
}

/// Words that stand side by side, in lower case; at least one. Of the last only the
/// beginning may be asked for: `harb*`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    words: Vec<String>,
    is_begun: bool,
}

/// Why this is no query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryError {
    /// Nothing to look for.
    Empty,
    /// A day that is none.
    Day(String),
    /// A quotation mark that none closes, with what stands behind it.
    Open(String),
    /// An operator of other programs.
    Not,
    /// A star that ends no word.
    Star(String),
    /// An operator without what it works on.
    Bare(&'static str),
    /// An operator of other programs, with its colon.
    Unknown(String),
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => {
                write!(f, "nothing to look for; give a word, or outlet:, after:, before:")
            }
            Self::Day(text) => write!(f, "not a day: {text:?}; write it as 2026-03-12"),
            Self::Open(text) => {
                write!(f, "a quotation mark is not closed: \"{text}; close it, or leave it out")
            }
            Self::Not => {
                write!(f, "what must not stand in the text is written -word; for the word, \"not\"")
            }
            Self::Star(text) => {
                write!(f, "a star stands for the end of a word, as in harb*; not in {text}")
            }
            Self::Bare(operator) => write!(f, "{operator} needs a value right behind it, no space"),
            Self::Unknown(operator) => {
                write!(f, "no operator {operator} is known, only outlet:, after:, before:; ")?;
                write!(f, "what shall stand in the text goes into quotation marks")
            }
        }
    }
}

impl std::error::Error for QueryError {}

impl FromStr for Query {
    type Err = QueryError;

    fn from_str(text: &str) -> Result<Self, QueryError> {
        let mut query = Self::default();
        let mut or = false;
        for token in tokens(text)? {
            match token.as_str() {
                "OR" => or = true,
                // All must stand in the text in any case.
                "AND" => {}
                "NOT" => return Err(QueryError::Not),
                _ => query.take(&token, std::mem::take(&mut or))?,
            }
        }
        let limited = !query.outlets.is_empty() || query.after.is_some() || query.before.is_some();
        if query.all.is_empty() && !limited { Err(QueryError::Empty) } else { Ok(query) }
    }
}

impl Query {
    /// Takes in a piece of the text; `also` where it is an alternative to the one before.
    fn take(&mut self, token: &str, also: bool) -> Result<(), QueryError> {
        let bare = token.replace('"', "");
        if let Some(name) = value(&bare, "outlet:")? {
            self.outlets.push(name.to_owned());
        } else if let Some(at) = value(&bare, "after:")? {
            self.after = Some(day(at)?);
        } else if let Some(at) = value(&bare, "before:")? {
            self.before = Some(day(at)?);
        } else if let Some(word) = bare.strip_prefix('-').filter(|_| !token.starts_with('"')) {
            self.none.extend(Phrase::of(word)?);
        } else if let Some(operator) = operator(token) {
            return Err(QueryError::Unknown(operator.to_owned()));
        } else if let Some(phrase) = Phrase::of(&bare)? {
            match self.all.last_mut().filter(|_| also) {
                Some(alternatives) => alternatives.push(phrase),
                None => self.all.push(vec![phrase]),
            }
        }
        Ok(())
    }
}

/// What stands behind an operator, where a piece begins with it.
fn value<'a>(piece: &'a str, operator: &'static str) -> Result<Option<&'a str>, QueryError> {
    match piece.strip_prefix(operator) {
        Some("") => Err(QueryError::Bare(operator)),
        behind => Ok(behind),
    }
}

/// Letters with a colon and more behind them, as `title:dam`; not `10:30`, nor `https://`.
fn operator(piece: &str) -> Option<&str> {
    let (name, behind) = piece.split_once(':')?;
    let is_one = !name.is_empty()
        && name.chars().all(char::is_alphabetic)
        && behind.starts_with(|c: char| c == '"' || c.is_alphanumeric());
    is_one.then(|| &piece[..=name.len()])
}

fn day(text: &str) -> Result<Moment, QueryError> {
    text.parse().map_err(|_| QueryError::Day(text.to_owned()))
}

impl Phrase {
    /// The words of a text side by side; none where it has none. A star at its end
    /// stands for the end of the last word.
    ///
    /// # Errors
    /// When a star stands anywhere else.
    pub fn of(text: &str) -> Result<Option<Self>, QueryError> {
        let star = || QueryError::Star(text.to_owned());
        let begun = text.strip_suffix('*');
        let body = begun.unwrap_or(text);
        if body.contains('*') || begun.is_some() && !body.ends_with(char::is_alphanumeric) {
            return Err(star());
        }
        let words: Vec<String> = words(body).collect();
        Ok((!words.is_empty()).then_some(Self { words, is_begun: begun.is_some() }))
    }

    /// The words.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether any word that begins with the last one will do.
    pub fn is_begun(&self) -> bool {
        self.is_begun
    }

    fn stands_in(&self, text: &[String]) -> bool {
        self.places(text).next().is_some()
    }

    /// Where it begins in a text, as numbers of words.
    fn places(&self, text: &[String]) -> impl Iterator<Item = usize> {
        let is_it = |run: &[String]| {
            let Some((last, rest)) = self.words.split_last() else { return false };
            let end = &run[rest.len()];
            run[..rest.len()] == *rest
                && (end == last || self.is_begun && end.starts_with(last.as_str()))
        };
        let runs = text.windows(self.words.len().max(1)).enumerate();
        runs.filter(move |(_, run)| is_it(run)).map(|(at, _)| at)
    }
}

impl Query {
    /// Whether a text has the words, by plain comparison without case.
    pub fn finds(&self, text: &str) -> bool {
        let text: Vec<String> = words(text).collect();
        self.all.iter().all(|any| any.iter().any(|phrase| phrase.stands_in(&text)))
            && !self.none.iter().any(|phrase| phrase.stands_in(&text))
    }

    /// Whether a text has any of the words that must not stand in it.
    pub fn excludes(&self, text: &str) -> bool {
        let text: Vec<String> = words(text).collect();
        self.none.iter().any(|phrase| phrase.stands_in(&text))
    }

    /// Whether a text has any of the words that are asked for.
    pub fn touches(&self, text: &str) -> bool {
        let text: Vec<String> = words(text).collect();
        self.all.iter().flatten().any(|phrase| phrase.stands_in(&text))
    }

    /// The bytes of a text that are asked for, in order and apart.
    ///
    /// ```
    /// use throughline_record::Query;
    /// let query: Query = r#"hal* "rose to""#.parse().unwrap();
    /// assert_eq!(query.hits("Haldery: the Vane rose to 9 m"), [0..7, 18..25]);
    /// ```
    pub fn hits(&self, text: &str) -> Vec<Range<usize>> {
        let spans: Vec<Range<usize>> = spans(text).collect();
        let words: Vec<String> = spans.iter().map(|s| text[s.clone()].to_lowercase()).collect();
        let phrases = self.all.iter().flatten();
        let mut hits: Vec<Range<usize>> = phrases
            .flat_map(|phrase| {
                let last = phrase.words.len() - 1;
                phrase.places(&words).map(move |at| (at, at + last))
            })
            .map(|(first, last)| spans[first].start..spans[last].end)
            .collect();
        hits.sort_by_key(|hit| (hit.start, hit.end));
        hits.dedup_by(|later, hit| {
            let joined = later.start < hit.end;
            if joined {
                hit.end = hit.end.max(later.end);
            }
            joined
        });
        hits
    }

    /// Whether a word by itself must stand in the text.
    pub fn asks_for(&self, word: &str) -> bool {
        self.all.iter().flatten().any(|phrase| phrase.words == [word])
    }

    /// Whether outlets and day of publication are those asked for.
    pub fn admits<'a>(
        &self,
        mut outlets: impl Iterator<Item = &'a str>,
        published: Option<Moment>,
    ) -> bool {
        let named = |outlet: &str| {
            let outlet = outlet.to_lowercase();
            self.outlets.iter().any(|name| outlet.contains(&name.to_lowercase()))
        };
        let day = published.map(|at| at.date());
        (self.outlets.is_empty() || outlets.any(named))
            && self.after.is_none_or(|after| day.is_some_and(|day| day >= after.date()))
            && self.before.is_none_or(|before| day.is_some_and(|day| day < before.date()))
    }
}

/// Runs of letters and figures, in lower case.
fn words(text: &str) -> impl Iterator<Item = String> {
    spans(text).map(|span| text[span].to_lowercase())
}

/// The bytes of runs of letters and figures.
fn spans(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text[end..].find(char::is_alphanumeric)?;
        end = text[start..].find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |n| start + n);
        Some(start..end)
    })
}

/// Pieces between spaces; what is in quotation marks stays together.
fn tokens(text: &str) -> Result<Vec<String>, QueryError> {
    let mut tokens = vec![String::new()];
    let mut quoted = false;
    for c in text.chars() {
        let c = if matches!(c, '“' | '”' | '„') { '"' } else { c };
        quoted ^= c == '"';
        match tokens.last_mut() {
            Some(last) if quoted || !c.is_whitespace() => last.push(c),
            _ => tokens.push(String::new()),
        }
    }
    if quoted {
        let behind = tokens.last().and_then(|token| token.rsplit('"').next());
        return Err(QueryError::Open(behind.unwrap_or_default().to_owned()));
    }
    tokens.retain(|token| !token.is_empty());
    Ok(tokens)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The dam at Haldery held, but the river Vane rose to 9.2 metres.";

    #[test]
    fn finds_what_is_asked_for() {
        let cases = [
            ("dam", true),
            ("DAM vane", true),
            ("dam bridge", false),
            ("bridge OR dam", true),
            ("bridge OR dam river", true),
            ("river bridge OR dam", true),
            ("\"rose to\"", true),
            ("“rose to”", true),
            ("\"to rose\"", false),
            ("dam -vane", false),
            ("dam -\"river rose\"", true),
            ("9.2", true),
            ("OR dam", true),
            ("dam \"\"", true),
            ("bridge OR \"\"", false),
            ("dam -\"\"", true),
            ("dam AND vane", true),
            ("dam AND bridge", false),
            ("\"NOT\" OR dam", true),
            ("hald*", true),
            ("held*", true),
            ("hal* riv*", true),
            ("aldery*", false),
            ("\"river va*\"", true),
            ("\"river da*\"", false),
            ("dam -hal*", false),
            ("\"title:dam\"", false),
            ("dam:", true),
        ];
        for (query, expected) in cases {
            assert_eq!(query.parse::<Query>().expect("a query").finds(TEXT), expected, "{query}");
        }
    }

    #[test]
    fn shows_what_it_found() {
        let cases = [
            ("dam", "The [dam] at Haldery held."),
            ("\"dam at\" \"at Haldery\"", "The [dam at Haldery] held."),
            ("h* OR bridge", "The dam at [Haldery] [held]."),
            ("bridge", "The dam at Haldery held."),
            ("outlet:anchor", "The dam at Haldery held."),
        ];
        for (query, expected) in cases {
            let query: Query = query.parse().expect("a query");
            let mut shown = "The dam at Haldery held.".to_owned();
            for hit in query.hits(&shown).into_iter().rev() {
                shown.insert(hit.end, ']');
                shown.insert(hit.start, '[');
            }
            assert_eq!(shown, expected, "{query:?}");
        }
    }

    #[test]
    fn admits_outlets_and_days() {
        let cases = [
            ("outlet:anchor", true),
            ("outlet:\"Daily Anchor\"", true),
            ("outlet:courier outlet:anchor", true),
            ("outlet:courier", false),
            ("after:2026-09-18", true),
            ("after:2026-09-19", false),
            ("before:2026-09-19", true),
            ("before:2026-09-18", false),
        ];
        let published = Some("2026-09-18T22:00:00Z".parse().expect("a date"));
        for (query, expected) in cases {
            let parsed: Query = query.parse().expect("a query");
            assert_eq!(
                parsed.admits(["The Daily Anchor"].into_iter(), published),
                expected,
                "{query}"
            );
        }
    }

    #[test]
    fn refuses_what_asks_for_nothing() {
        for text in ["", "  ", "-dam", "\"\"", "OR", "..."] {
            assert_eq!(text.parse::<Query>(), Err(QueryError::Empty), "{text}");
        }
    }

    #[test]
    fn says_what_it_does_not_understand() {
        let cases = [
            ("after:soon", "not a day: \"soon\""),
            ("dam NOT bridge", "is written -word"),
            ("NOT", "is written -word"),
            ("dam \"rose to", "not closed: \"rose to"),
            ("dam \"rose\" \"", "not closed: \""),
            ("dam “rose", "not closed: \"rose"),
            ("*", "as in harb*; not in *"),
            ("dam *", "not in *"),
            ("h*ry", "not in h*ry"),
            ("*dery", "not in *dery"),
            ("dam -*", "not in *"),
            ("outlet: herald", "outlet: needs a value"),
            ("dam after:\"\"", "after: needs a value"),
            ("title:dam", "no operator title: is known"),
            ("site:\"The Anchor\"", "no operator site: is known"),
        ];
        for (text, said) in cases {
            let error = text.parse::<Query>().expect_err(text).to_string();
            assert!(error.contains(said), "{text}: {error}");
        }
    }
}
