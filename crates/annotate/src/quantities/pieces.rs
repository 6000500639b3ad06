//! The pieces that quantities are read from: words cut at hyphens, and digits
//! cut from the letters glued to them ("48-hour", "£3.2bn", "14km").

use std::ops::Range;

use crate::words::Word;

/// A piece of a word.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// Lower case.
    pub lower: String,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// What stands between the piece before and this one.
    pub gap: Gap,
    /// Snowball stem where the piece is a whole word.
    pub stem: Option<String>,
}

/// What stands between two pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Nothing: digits and their letters.
    Glued,
    /// A hyphen within a word.
    Hyphen,
    /// A dash, with or without spaces.
    Dash,
    /// One space.
    Space,
    /// A comma and a space.
    Comma,
    /// An opening bracket.
    Open,
    /// A slash.
    Slash,
    /// A currency sign after a space or a dash.
    Sign,
    /// Anything else.
    Other,
}

/// Cuts words into pieces.
pub fn pieces(text: &str, words: &[Word]) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::with_capacity(words.len() + 8);
    for word in words {
        let body = &text[word.span.clone()];
        // "$US6,500"
        let country = body.bytes().take_while(u8::is_ascii_uppercase).count();
        if (1..=2).contains(&country)
            && body[country..].starts_with(|c: char| c.is_ascii_digit())
            && text[..word.span.start].ends_with('$')
        {
            push(text, word.span.start + country..word.span.end, &mut found);
            continue;
        }
        let plain = !body.contains('-') && !body.starts_with(|c: char| c.is_ascii_digit());
        if plain {
            let gap = gap(text, found.last(), word.span.start);
            found.push(Piece {
                span: word.span.clone(),
                lower: word.lower.clone(),
                capital: body.starts_with(char::is_uppercase),
                gap,
                stem: Some(word.stem.clone()),
            });
            continue;
        }
        let mut at = word.span.start;
        for part in body.split('-') {
            let mut from = at;
            let digits =
                part.bytes().take_while(|b| b.is_ascii_digit() || b",.".contains(b)).count();
            let letters = part.len() - digits;
            if digits > 0 && letters > 0 && part.as_bytes()[0].is_ascii_digit() {
                push(text, from..from + digits, &mut found);
                from += digits;
            }
            push(text, from..at + part.len(), &mut found);
            at += part.len() + 1;
        }
    }
    found
}

fn push(text: &str, span: Range<usize>, found: &mut Vec<Piece>) {
    if span.is_empty() {
        return;
    }
    let body = &text[span.clone()];
    let mut lower = body.to_lowercase().replace('’', "'");
    for ending in ["'s", "."] {
        if lower.len() > ending.len() && lower.ends_with(ending) {
            lower.truncate(lower.len() - ending.len());
        }
    }
    let stem = body.starts_with(char::is_alphabetic).then(|| crate::stem(&lower));
    let gap = gap(text, found.last(), span.start);
    found.push(Piece { capital: body.starts_with(char::is_uppercase), span, lower, gap, stem });
}

fn gap(text: &str, before: Option<&Piece>, start: usize) -> Gap {
    let Some(before) = before else { return Gap::Other };
    let between = text[before.span.end..start].trim_start_matches(['%', '°']);
    match between {
        "" => Gap::Glued,
        "-" => Gap::Hyphen,
        " " | "\u{a0}" => Gap::Space,
        ", " => Gap::Comma,
        " (" => Gap::Open,
        "/" => Gap::Slash,
        _ => {
            let bare = between.trim();
            if matches!(bare, "–" | "—" | "-" | "−") {
                Gap::Dash
            } else if bare.starts_with('(') && bare.chars().count() <= 3 {
                Gap::Open
            } else if bare.chars().all(|c| "$€£¥₹₽₩~<>+".contains(c)) && bare.chars().count() <= 2
            {
                Gap::Sign
            } else if bare
                .strip_prefix(['–', '-', '—'])
                .is_some_and(|r| !r.is_empty() && r.chars().all(|c| "$€£¥₹₽₩".contains(c)))
            {
                Gap::Dash
            } else {
                Gap::Other
            }
        }
    }
}
