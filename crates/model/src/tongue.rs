/// Which language's rules a text is read by.
///
/// ```
/// use throughline_model::Tongue;
/// assert_eq!(Tongue::of("en-GB"), Tongue::English);
/// assert_eq!(Tongue::of("und"), Tongue::English);
/// assert_eq!(Tongue::of("fr"), Tongue::Other);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// English, and a text too short to tell its language.
    English,
    /// German, whose nouns all have capitals.
    German,
    /// Any other language: none of our rules of words apply.
    Other,
}

impl Tongue {
    /// From a BCP 47 tag; "und" and no tag at all are taken for English.
    pub fn of(tag: &str) -> Self {
        match tag.split(['-', '_']).next().unwrap_or_default() {
            "en" | "und" | "" => Self::English,
            "de" => Self::German,
            _ => Self::Other,
        }
    }

    /// Whether the tag is of a text that is read as English.
    pub fn is_english(tag: &str) -> bool {
        Self::of(tag) == Self::English
    }
}
