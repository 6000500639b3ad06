//! Words: runs of letters and digits with their lower-case form and stem.

use std::{cell::RefCell, collections::HashMap, ops::Range};

use rust_stemmers::{Algorithm, Stemmer};

/// A word and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// Lower case, straight apostrophes, without a possessive ending.
    pub lower: String,
    /// Snowball stem of `lower`; `lower` itself where the text is not English.
    pub stem: String,
    /// Kept: whoever counts words asks it of every one, and the text lies elsewhere.
    is_content: bool,
}

impl Word {
    /// Whether the word carries meaning of its own.
    pub fn is_content(&self) -> bool {
        self.is_content
    }
}

/// The words of `text[span]`. Hyphens, apostrophes, and points and commas
/// between digits stay inside a word ("cease-fire", "O'Neill", "1,200.5",
/// "U.S.").
pub fn words(text: &str, span: Range<usize>, english: bool) -> Vec<Word> {
    let slice = &text[span.clone()];
    let mut found = Vec::with_capacity(slice.len() / 6);
    let mut chars = slice.char_indices().peekable();
    let mut start = None;
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, c)| c);
        let inside = c.is_alphanumeric()
            || matches!(c, '-' | '\'' | '’' | '&')
                && before.is_alphanumeric()
                && next.is_alphanumeric()
            || matches!(c, '.' | ',') && before.is_ascii_digit() && next.is_ascii_digit()
            || c == '.'
                && before.is_uppercase()
                && (next.is_uppercase() || start_is_initials(slice, start, at))
            || is_mark(c) && start.is_some();
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(word(text, span.start + from..span.start + at, english));
                start = None;
            }
            _ => {}
        }
        before = c;
    }
    if let Some(from) = start {
        found.push(word(text, span.start + from..span.end, english));
    }
    found
}

/// Combining marks continue a word.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05c7}' | '\u{064b}'..='\u{065f}' | '\u{093a}'..='\u{094f}')
}

fn start_is_initials(slice: &str, start: Option<usize>, at: usize) -> bool {
    start.is_some_and(|from| {
        let head = &slice[from..at];
        head.contains('.') && head.split('.').all(|part| part.chars().count() == 1)
    })
}

fn word(text: &str, span: Range<usize>, english: bool) -> Word {
    let mut lower = text[span.clone()].to_lowercase();
    if lower.contains('’') {
        lower = lower.replace('’', "'");
    }
    if lower.ends_with('.') {
        lower.pop();
    }
    for ending in ["'s", "s'"] {
        if lower.len() > ending.len() && lower.ends_with(ending) {
            lower.truncate(lower.len() - ending.len() + usize::from(ending == "s'"));
        }
    }
    let stem = if english && lower.is_ascii() { stem(&lower) } else { lower.clone() };
    let is_content = stem.len() > 1 && !is_stopword(&lower);
    Word { span, lower, stem, is_content }
}

thread_local! {
    static STEMS: RefCell<(Stemmer, HashMap<String, String>)> =
        RefCell::new((Stemmer::create(Algorithm::English), HashMap::new()));
}

/// How many distinct words the stem cache may hold before it starts anew.
const STEMS_KEPT: usize = 50_000;

/// Snowball English stem of a lower-case word.
pub fn stem(lower: &str) -> String {
    STEMS.with_borrow_mut(|(stemmer, known)| {
        if let Some(stem) = known.get(lower) {
            return stem.clone();
        }
        let stem = stemmer.stem(lower).into_owned();
        if known.len() >= STEMS_KEPT {
            known.clear();
        }
        known.insert(lower.to_owned(), stem.clone());
        stem
    })
}

/// English function words, sorted.
#[rustfmt::skip]
const STOPWORDS: &[&str] = &[
    "a", "about", "above", "after", "again", "against", "ago", "all", "also", "although", "am",
    "among", "an", "and", "another", "any", "are", "aren't", "around", "as", "at", "be",
    "because", "been", "before", "being", "below", "between", "both", "but", "by", "can", "can't",
    "cannot", "could", "couldn't", "did", "didn't", "do", "does", "doesn't", "doing", "don't",
    "down", "during", "each", "even", "ever", "every", "few", "for", "from", "further", "had",
    "hadn't", "has", "hasn't", "have", "haven't", "having", "he", "her", "here", "hers",
    "herself", "him", "himself", "his", "how", "however", "i", "i'm", "if", "in", "into", "is",
    "isn't", "it", "it's", "its", "itself", "just", "least", "let's", "like", "many", "may", "me",
    "might", "more", "most", "mr", "mrs", "ms", "much", "must", "mustn't", "my", "myself",
    "neither", "no", "nor", "not", "now", "of", "off", "on", "once", "one", "only", "onto", "or",
    "other", "others", "our", "ours", "ourselves", "out", "over", "own", "per", "quite", "said",
    "same", "say", "saying", "says", "shall", "shan't", "she", "should", "shouldn't", "since",
    "so", "some", "still", "such", "than", "that", "that's", "the", "their", "theirs", "them",
    "themselves", "then", "there", "these", "they", "they're", "this", "those", "though",
    "through", "to", "told", "too", "toward", "towards", "under", "until", "up", "upon", "us",
    "very", "was", "wasn't", "we", "we're", "well", "were", "weren't", "what", "when", "where",
    "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "within",
    "without", "won't", "would", "wouldn't", "yet", "you", "you're", "your", "yours", "yourself",
    "yourselves",
];

/// Bytes of the longest of them.
const LONGEST: usize = 10;

/// The same words as numbers in the same order: it is asked of every word of every
/// article, and comparing texts was a seventh of gathering's time.
static PACKED: [u128; STOPWORDS.len()] = {
    let mut all = [0; STOPWORDS.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = packed(STOPWORDS[at]);
        at += 1;
    }
    all
};

/// The bytes of a short word as a number, the first byte the highest.
const fn packed(word: &str) -> u128 {
    let mut bytes = [0; 16];
    bytes.split_at_mut(word.len()).0.copy_from_slice(word.as_bytes());
    u128::from_be_bytes(bytes)
}

/// For each first byte the lengths of the words that begin with it, as bits: most
/// words of a text end here.
static LENGTHS: [u16; 256] = {
    let mut lengths = [0; 256];
    let mut at = 0;
    while at < STOPWORDS.len() {
        lengths[STOPWORDS[at].as_bytes()[0] as usize] |= 1 << STOPWORDS[at].len();
        at += 1;
    }
    lengths
};

/// Whether a lower-case word is an English function word.
pub fn is_stopword(lower: &str) -> bool {
    let Some(&first) = lower.as_bytes().first() else { return false };
    lower.len() <= LONGEST
        && LENGTHS[first as usize] >> lower.len() & 1 == 1
        && PACKED.binary_search(&packed(lower)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stopword_is_found_and_no_part_of_one() {
        for word in STOPWORDS {
            assert!(is_stopword(word), "{word}");
            let longer = format!("{word}q");
            assert!(!is_stopword(&longer), "{longer}");
        }
        assert!(["", "yo", "dam", "workers"].iter().all(|word| !is_stopword(word)));
    }

    #[test]
    fn words_keep_what_belongs_together() {
        let cases = [
            ("The U.S. said 1,200.5 tons", "the u.s said 1,200.5 tons"),
            ("a cease-fire, O’Neill’s plan", "a cease-fire o'neill plan"),
            ("(AP) — 3rd try", "ap 3rd try"),
            ("AT&T’s bid", "at&t bid"),
            ("the workers' party", "the workers party"),
        ];
        for (text, expected) in cases {
            let found: Vec<_> =
                words(text, 0..text.len(), true).into_iter().map(|w| w.lower).collect();
            assert_eq!(found.join(" "), expected);
        }
    }

    #[test]
    fn the_stopwords_are_sorted() {
        assert!(STOPWORDS.is_sorted());
        assert_eq!(STOPWORDS.iter().map(|word| word.len()).max(), Some(LONGEST));
    }
}
