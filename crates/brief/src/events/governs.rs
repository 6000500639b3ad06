//! Which word of a sentence a temporal expression governs: its path in the tree.

use std::ops::Range;

use crate::tree::Tree;

/// How an expression is tied to what it dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// "on Tuesday", "in May", "Tuesday".
    At,
    /// "since 2014".
    Since,
    /// "until Friday", "through Friday".
    Until,
    /// "by Friday".
    By,
    /// "before Friday".
    Before,
    /// "from Friday".
    From,
    /// "moved to Friday".
    To,
    /// "scheduled for Friday".
    For,
}

/// What an expression governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Governed {
    /// The word that is dated.
    pub head: usize,
    /// How.
    pub link: Link,
    /// Whether it is a noun ("the strikes of Tuesday") and not a verb.
    pub is_noun: bool,
    /// Whether a noun stands between ("a letter on Tuesday", which is often
    /// the parser's reading of "signed a letter on Tuesday").
    pub is_loose: bool,
}

/// Climbs from the expression to the nearest verb, or to the noun that stops
/// the way. `coarse` is a year: it dates a verb only where it hangs on it, for
/// "the president in 2012" and "the 2012 candidate" are names of things.
pub fn governed(tree: &Tree, text: &str, timex: &Range<usize>, coarse: bool) -> Option<Governed> {
    let inside = |at: usize| tree.span(at).start >= timex.start && tree.span(at).end <= timex.end;
    let head = |at: usize| tree.token(at).head as usize;
    let mut at = tree.at(timex.end.checked_sub(1)?)?;
    while inside(head(at)) && head(at) != at {
        at = head(at);
    }
    // "the Friday before the bid": counted from something else.
    let around = |from: usize| text[from..].trim_start().split(' ').next().unwrap_or("");
    let definite = text[..timex.start].trim_end().to_lowercase().ends_with(" the");
    if definite && matches!(around(timex.end), "before" | "after") {
        return None;
    }
    let mut link = Link::At;
    let mut tied = matches!(tree.token(at).dep, "npadvmod" | "advmod");
    let mut through: Option<usize> = None;
    for up in tree.ancestors(at).skip(1) {
        let token = tree.token(up);
        match token.pos {
            "VERB" | "AUX" => {
                return Some(Governed {
                    head: up,
                    link,
                    is_noun: false,
                    is_loose: through.is_some(),
                });
            }
            "ADP" | "SCONJ" => {
                let word = text[tree.span(up)].to_lowercase();
                if let Some(noun) = through {
                    // "a letter of intent on Tuesday": still the letter.
                    if word == "of" || word == "to" {
                        continue;
                    }
                    return Some(Governed { head: noun, link, is_noun: true, is_loose: false });
                }
                tied = true;
                link = match word.as_str() {
                    "on" | "in" | "at" | "during" | "around" => Link::At,
                    "since" => Link::Since,
                    "until" | "till" | "through" => Link::Until,
                    "by" => Link::By,
                    "before" => Link::Before,
                    "from" => Link::From,
                    "to" => Link::To,
                    "for" => Link::For,
                    "of" => {
                        let noun = head(up);
                        return Some(Governed { head: noun, link, is_noun: true, is_loose: false });
                    }
                    _ => return None,
                };
            }
            "ADV" | "ADJ" | "PART" => {}
            // "Tuesday's vote", "the July 14 attack", "a 2012 candidate".
            _ if !tied => {
                return Some(Governed { head: up, link, is_noun: true, is_loose: false });
            }
            _ if head(up) == up => return None,
            _ if coarse && through.is_none() => {
                return Some(Governed { head: up, link, is_noun: true, is_loose: false });
            }
            _ => through = through.or(Some(up)),
        }
    }
    None
}
