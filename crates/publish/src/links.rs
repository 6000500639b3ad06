//! Links that are safe to follow, and links to the very passage.

use throughline_model::Evidence;

/// How many words stand at each end of a long passage's link.
const ENDS: usize = 5;

/// The address with everything odd percent-encoded, or nothing where it is no
/// web address: only `http` and `https` ever become links.
///
/// ```
/// use throughline_publish::safe_link;
/// assert_eq!(safe_link("https://herald.example/a b").as_deref(), Some("https://herald.example/a%20b"));
/// assert_eq!(safe_link("javascript:alert(1)"), None);
/// ```
pub fn safe_link(url: &str) -> Option<String> {
    let url = url.trim();
    let (scheme, rest) = url.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    let starts_a_host = |c: char| c.is_alphanumeric() || c == '[';
    if !matches!(scheme.as_str(), "http" | "https") || !rest.starts_with(starts_a_host) {
        return None;
    }
    if url.chars().any(char::is_control) {
        return None;
    }
    let mut safe = format!("{scheme}://");
    for byte in rest.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&*+,;=%".contains(&byte) {
            safe.push(char::from(byte));
        } else {
            encode(byte, &mut safe);
        }
    }
    Some(safe)
}

/// The address with a text fragment, so that a browser opens the page at the
/// passage and marks it.
///
/// A long passage is named by its first and last words: a page that changed a
/// word in the middle is still found, and the address stays short.
///
/// ```
/// use throughline_model::{Article, Evidence, Role};
/// use throughline_publish::passage_link;
/// let article = Article::new(None, "Bridge closes", vec![(Role::Body, "It closed on Monday, we hear.".into(), None)]);
/// let evidence = Evidence::cut(&article, 14..33);
/// assert_eq!(
///     passage_link("https://herald.example/a", &evidence).unwrap(),
///     "https://herald.example/a#:~:text=It%20closed%20on%20Monday",
/// );
/// ```
pub fn passage_link(url: &str, evidence: &Evidence) -> Option<String> {
    let mut link = safe_link(url)?;
    let words: Vec<&str> = evidence.exact.split_whitespace().collect();
    if words.is_empty() {
        return Some(link);
    }
    link.push_str(if link.contains('#') { ":~:text=" } else { "#:~:text=" });
    if words.len() > 2 * ENDS {
        encode_words(&words[..ENDS], &mut link);
        link.push(',');
        encode_words(&words[words.len() - ENDS..], &mut link);
    } else {
        encode_words(&words, &mut link);
    }
    Some(link)
}

fn encode_words(words: &[&str], link: &mut String) {
    for (i, word) in words.iter().enumerate() {
        if i > 0 {
            link.push_str("%20");
        }
        for byte in word.bytes() {
            // "-", "," and "&" have a meaning of their own in a text fragment.
            if byte.is_ascii_alphanumeric() || b"._~".contains(&byte) {
                link.push(char::from(byte));
            } else {
                encode(byte, link);
            }
        }
    }
}

fn encode(byte: u8, into: &mut String) {
    into.push_str(&format!("%{byte:02X}"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_become_links() {
        let cases = [
            ("https://a.example/x?y=1&z=2#f", Some("https://a.example/x?y=1&z=2#f")),
            (" HTTP://a.example ", Some("http://a.example")),
            ("https://a.example/\"><b>", Some("https://a.example/%22%3E%3Cb%3E")),
            ("https://a.example/(x)", Some("https://a.example/%28x%29")),
            ("https://a.example/Größe", Some("https://a.example/Gr%C3%B6%C3%9Fe")),
            ("https://a.example/\u{202e}x", Some("https://a.example/%E2%80%AEx")),
            ("https://a.example/\u{1b}]8;;", None),
            ("javascript:alert(1)", None),
            ("javascript://a.example/%0aalert(1)", None),
            ("java\nscript:alert(1)", None),
            ("data:text/html,x", None),
            ("//a.example", None),
            ("https://", None),
            ("", None),
        ];
        for (given, expected) in cases {
            assert_eq!(safe_link(given).as_deref(), expected, "{given}");
        }
    }

    #[test]
    fn a_long_passage_is_named_by_its_ends() {
        let exact = "One two three four five six-seven, eight nine ten eleven & twelve.";
        let evidence = Evidence {
            article: String::new(),
            exact: exact.to_owned(),
            prefix: String::new(),
            suffix: String::new(),
            start: 0,
            end: 0,
            sha256: String::new(),
        };
        assert_eq!(
            passage_link("https://a.example/#top", &evidence).as_deref(),
            Some(
                "https://a.example/#top:~:text=One%20two%20three%20four%20five,nine%20ten%20eleven%20%26%20twelve."
            )
        );
    }
}
