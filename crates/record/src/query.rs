//! [`Query`]: what somebody looks for, as words with operators.

use std::{fmt, str::FromStr};

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

/// Words that stand side by side, in lower case; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase(Vec<String>);

/// Why this is no query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryError {
    /// Nothing to look for.
    Empty,
    /// A day that is none.
    Day(String),
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => {
                write!(f, "nothing to look for; give a word, or outlet:, after:, before:")
            }
            Self::Day(text) => write!(f, "not a day: {text:?}; write it as 2026-03-12"),
        }
    }
}

impl std::error::Error for QueryError {}

impl FromStr for Query {
    type Err = QueryError;

    fn from_str(text: &str) -> Result<Self, QueryError> {
        let mut query = Self::default();
        let mut or = false;
        for token in tokens(text) {
            if token == "OR" {
                or = true;
                continue;
            }
            let also = std::mem::take(&mut or);
            let day = |text: &str| {
                text.parse::<Moment>().map(Some).map_err(|_| QueryError::Day(text.to_owned()))
            };
            let bare = token.replace('"', "");
            if let Some(name) = bare.strip_prefix("outlet:") {
                query.outlets.extend((!name.is_empty()).then(|| name.to_owned()));
            } else if let Some(at) = bare.strip_prefix("after:") {
                query.after = day(at)?;
            } else if let Some(at) = bare.strip_prefix("before:") {
                query.before = day(at)?;
            } else if let Some(word) = bare.strip_prefix('-').filter(|_| !token.starts_with('"')) {
                query.none.extend(Phrase::of(word));
            } else if let Some(phrase) = Phrase::of(&bare) {
                match query.all.last_mut().filter(|_| also) {
                    Some(alternatives) => alternatives.push(phrase),
                    None => query.all.push(vec![phrase]),
                }
            }
        }
        let limited = !query.outlets.is_empty() || query.after.is_some() || query.before.is_some();
        if query.all.is_empty() && !limited { Err(QueryError::Empty) } else { Ok(query) }
    }
}

impl Phrase {
    /// The words of a text side by side; none where it has none.
    pub fn of(text: &str) -> Option<Self> {
        let words: Vec<String> = words(text).collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// The words.
    pub fn words(&self) -> &[String] {
        &self.0
    }

    fn stands_in(&self, text: &[String]) -> bool {
        text.windows(self.0.len()).any(|run| run == self.0)
    }
}

impl Query {
    /// Whether a text has the words, by plain comparison without case.
    pub fn finds(&self, text: &str) -> bool {
        let text: Vec<String> = words(text).collect();
        self.all.iter().all(|any| any.iter().any(|phrase| phrase.stands_in(&text)))
            && !self.none.iter().any(|phrase| phrase.stands_in(&text))
    }

    /// Whether a text has any of the words that are asked for.
    pub fn touches(&self, text: &str) -> bool {
        let text: Vec<String> = words(text).collect();
        self.all.iter().flatten().any(|phrase| phrase.stands_in(&text))
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
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase)
}

/// Pieces between spaces; what is in quotation marks stays together.
fn tokens(text: &str) -> Vec<String> {
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
    tokens.retain(|token| !token.is_empty());
    tokens
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
        ];
        for (query, expected) in cases {
            assert_eq!(query.parse::<Query>().expect("a query").finds(TEXT), expected, "{query}");
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
        assert_eq!("after:soon".parse::<Query>(), Err(QueryError::Day("soon".into())));
    }
}
