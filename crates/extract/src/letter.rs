//! The text of a letter: a newsletter sent as plain text, perhaps forwarded.
//! Rules of dashes, addresses in brackets and the signature are no text.

use throughline_model::{DatePlace, Role};

use crate::{
    dates::{self, Locale},
    draft::{Draft, Line},
    mail::{plain_name, without_reply_marks},
    paragraphs::paragraphs,
    pattern::patterns,
    residue::Source,
};

patterns! {
    /// "[https://herald.example/a]", "<https://herald.example/a>", "(https://…)".
    LINK = r"\s*[\[<(]\s*(?:https?|mailto):[^\s\])>]*\s*[\])>]";
    /// A line that is nothing but an address.
    ADDRESS = r"^\W*https?://\S+\W*$";
    /// "-----", "* * *", "=====".
    RULE = r"^[-=_*~#+.•·\s]{3,}$";
    FORWARDED = r"(?i)^(?:>\s*)?(?:-+\s*(?:forwarded message|original message|weitergeleitete nachricht|message transféré|mensaje reenviado|mensagem encaminhada)\s*-+|begin forwarded message:|anfang der weitergeleiteten nachricht:)\s*$";
    FIELD = r"(?i)^(?:>\s*)?\*?(from|von|de|date|datum|sent|gesendet|fecha|data|subject|betreff|objet|asunto|assunto|to|an|à|para|cc|reply-to):\*?\s*(.*)$";
}

/// Reads a letter's text.
pub fn read(text: &str) -> Draft {
    let mut draft = Draft { source: Source::Plain, ..Draft::default() };
    let text = text.replace("\r\n", "\n");
    let text = forwarded(&text, &mut draft).unwrap_or(&text);
    let quoted = text.lines().filter(|l| !l.trim().is_empty()).all(|l| l.starts_with('>'));
    let mut kept = String::with_capacity(text.len());
    for line in text.lines() {
        if line == "-- " || line == "--" {
            break;
        }
        let line = if quoted { line.trim_start_matches(['>', ' ']) } else { line };
        let bare = LINK.replace_all(line, "");
        let nothing = !line.trim().is_empty() && bare.trim().is_empty();
        if nothing || ADDRESS.is_match(&bare) {
            continue;
        }
        // A rule parts what stands above it from what stands below.
        kept.push_str(if RULE.is_match(&bare) { "" } else { &bare });
        kept.push('\n');
    }
    draft.lines = paragraphs(&kept).into_iter().map(|line| Line::new(Role::Body, line)).collect();
    draft
}

/// The text below the header of a forwarded message, where it begins with one;
/// its fields go into the draft.
fn forwarded<'a>(text: &'a str, draft: &mut Draft) -> Option<&'a str> {
    let start = text.len() - text.trim_start().len();
    let first = text[start..].lines().next()?;
    if !FORWARDED.is_match(first.trim()) {
        return None;
    }
    let mut at = start + first.len() + 1;
    let mut fields = 0;
    for line in text.get(at..)?.lines() {
        let field = FIELD.captures(line);
        if field.is_none() && !(fields == 0 && line.trim().is_empty()) {
            break;
        }
        at += line.len() + 1;
        let Some(field) = field else { continue };
        fields += 1;
        let value = field[2].trim();
        match field[1].to_lowercase().as_str() {
            "from" | "von" | "de" => {
                let name = value.split('<').next().unwrap_or_default();
                draft.outlet = Some(plain_name(name)).filter(|name| !name.is_empty());
            }
            "date" | "datum" | "sent" | "gesendet" | "fecha" | "data" => {
                let moment = dates::find(value, Locale::of(None, "und"));
                draft.dates.published(moment, DatePlace::Header, value);
            }
            "subject" | "betreff" | "objet" | "asunto" | "assunto" => {
                draft.title = Some(without_reply_marks(value));
            }
            _ => {}
        }
    }
    (fields >= 2).then(|| text.get(at..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_letters() {
        let cases: [(&str, &[&str]); 4] = [
            (
                "The bridge was closed on Friday afternoon after the engineers had\nfound cracks in two of its hangers [https://herald.example/a].\n\n* * *\n\nhttps://herald.example/read-more\nIt opens again.\n-- \nThe Herald",
                &[
                    "The bridge was closed on Friday afternoon after the engineers had found cracks in two of its hangers.",
                    "It opens again.",
                ],
            ),
            ("> It closed.\n>\n> It opens again.\n", &["It closed.", "It opens again."]),
            ("He said:\n> It closed.\n", &["He said:", "> It closed."]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let lines: Vec<String> = read(text).lines.into_iter().map(|l| l.text).collect();
            assert_eq!(lines, expected, "{text}");
        }
    }

    #[test]
    fn reads_what_is_forwarded() {
        let letter = "---------- Forwarded message ---------\nFrom: The Herald <news@herald.example>\nDate: Tue, Nov 10, 2026 at 6:30 AM\nSubject: Re: Bridge closes\nTo: <me@a.example>\n\nIt closed on Friday, the council said.\n";
        let draft = read(letter);
        assert_eq!(draft.outlet.as_deref(), Some("The Herald"));
        assert_eq!(draft.title.as_deref(), Some("Bridge closes"));
        assert_eq!(draft.dates.published[0].moment.to_string(), "2026-11-10T06:30:00");
        assert_eq!(draft.lines.len(), 1);
    }
}
