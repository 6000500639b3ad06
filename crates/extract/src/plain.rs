//! Plain text and Markdown: a title on the first line, paragraphs parted by
//! empty lines or one to a line.

use throughline_model::{DatePlace, Moment, Role};

use crate::{
    Reason, byline, dateline,
    draft::{Draft, Line},
    paragraphs::paragraphs,
    pattern::patterns,
    residue::Source,
};

patterns! {
    LINK = r"!?\[([^\]\n]{0,300})\]\([^()\s]{0,1000}(?:\s+\x22[^\x22]*\x22)?\)";
    STRONG = r"(\*\*|__)(\S(?:[^\n]*?\S)?)(?:\*\*|__)";
    EMPHASIS = r"(^|[^\w*])([*_])(\S(?:[^*_\n]*?\S)?)[*_]($|[^\w*])";
    TAGS = r"</?[a-zA-Z][^<>\n]{0,200}>";
}

/// A plain text.
pub fn text(text: &str) -> Result<Draft, Reason> {
    let mut paragraphs = paragraphs(text);
    if paragraphs.is_empty() {
        return Err(Reason::Empty);
    }
    let mut draft = Draft { source: Source::Plain, ..Draft::default() };
    if let Some(title) = take_title(&mut paragraphs) {
        draft.title = Some(title);
    }
    draft.lines = paragraphs.into_iter().map(|line| Line::new(Role::Body, line)).collect();
    Ok(draft)
}

/// The first line is the title unless it is a paragraph.
fn take_title(paragraphs: &mut Vec<String>) -> Option<String> {
    let first = paragraphs.first().filter(|line| dateline::split(line).is_none())?;
    let words = first.split_whitespace().count();
    let sentence = first.ends_with(['.', '"', '”']);
    if words <= 30 && !(sentence && words > 15) && paragraphs.len() > 1 {
        return Some(paragraphs.remove(0));
    }
    None
}

/// Markdown, with YAML front matter where there is some.
pub fn markdown(text: &str) -> Result<Draft, Reason> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut draft = Draft { source: Source::Plain, ..Draft::default() };
    let body = match front_matter(&text) {
        Some((front, body)) => {
            read_front(front, &mut draft);
            body
        }
        None => &text,
    };
    for block in blocks(body) {
        let (role, line) = block;
        let line = plain_words(&line);
        if draft.title.is_none() && draft.lines.is_empty() {
            draft.title = Some(line);
        } else if !line.is_empty() {
            draft.lines.push(Line::new(role, line));
        }
    }
    if draft.lines.is_empty() && draft.title.is_none() {
        return Err(Reason::Empty);
    }
    Ok(draft)
}

fn front_matter(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start().strip_prefix("---\n")?;
    let end = rest.find("\n---").filter(|end| *end < 20_000)?;
    let body = rest[end + 4..].trim_start_matches('-');
    Some((&rest[..end], body))
}

/// The simple part of YAML that front matter uses: `key: value` and lists.
fn read_front(front: &str, draft: &mut Draft) {
    let mut key = String::new();
    for line in front.lines() {
        let value = match line.trim_start().strip_prefix("- ") {
            Some(item) => item,
            None => match line.split_once(':') {
                Some((name, value)) if !line.starts_with(' ') => {
                    key = name.trim().to_lowercase();
                    value
                }
                _ => continue,
            },
        };
        let value = value.trim().trim_matches(['"', '\'']).trim();
        if value.is_empty() {
            continue;
        }
        let moment = || value.parse::<Moment>().ok();
        match key.as_str() {
            "title" | "headline" => draft.title = Some(value.to_owned()),
            "date" | "published" | "pubdate" | "datepublished" => {
                draft.dates.field(value, moment(), &key);
            }
            "updated" | "modified" | "lastmod" | "datemodified" => {
                draft.dates.modified(moment(), DatePlace::Field, &key);
            }
            "outlet" | "site" | "source" | "publisher" => draft.outlet = Some(value.to_owned()),
            "url" | "link" | "canonical" | "canonical_url" | "source_url" => {
                draft.url = Some(value.to_owned());
            }
            "language" | "lang" => draft.language = Some(value.to_owned()),
            "author" | "authors" | "by" | "byline" => {
                for name in value.trim_matches(['[', ']']).split(',') {
                    let name = name.trim().trim_matches(['"', '\'']);
                    let names = byline::names(name);
                    draft.authors.extend(if names.is_empty() {
                        vec![name.to_owned()]
                    } else {
                        names
                    });
                }
            }
            _ => {}
        }
    }
}

/// Blocks of Markdown with their roles, markup of blocks taken off.
fn blocks(body: &str) -> Vec<(Role, String)> {
    let mut blocks: Vec<(Role, String)> = Vec::new();
    let mut open = false;
    let mut code = false;
    for line in body.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            code = !code;
            open = false;
            continue;
        }
        let rule = trimmed.len() >= 3 && trimmed.chars().all(|c| "-*_= ".contains(c));
        if code || trimmed.is_empty() || trimmed.starts_with("<!--") {
            open = false;
        } else if rule {
            // Underlined headings: the line above was one.
            if open
                && trimmed.starts_with(['=', '-'])
                && let Some(last) = blocks.last_mut()
            {
                last.0 = Role::Heading;
            }
            open = false;
        } else if let Some(heading) = trimmed.strip_prefix('#') {
            let heading = heading.trim_start_matches('#').trim_end_matches('#').trim();
            blocks.push((Role::Heading, heading.to_owned()));
            open = false;
        } else {
            let (role, text, starts) = block_line(trimmed);
            match blocks.last_mut() {
                Some((last, so_far))
                    if open && !starts && (*last == role || role == Role::Body) =>
                {
                    so_far.push(' ');
                    so_far.push_str(text);
                }
                _ => blocks.push((role, text.to_owned())),
            }
            open = true;
        }
    }
    blocks
}

/// Role and text of a line, and whether it begins a block by itself.
fn block_line(line: &str) -> (Role, &str, bool) {
    if let Some(quote) = line.strip_prefix('>') {
        return (Role::Quotation, quote.trim(), false);
    }
    for mark in ["- ", "* ", "+ ", "• "] {
        if let Some(item) = line.strip_prefix(mark) {
            return (Role::List, item.trim(), true);
        }
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits)
        && (line[digits..].starts_with(". ") || line[digits..].starts_with(") "))
    {
        return (Role::List, line[digits + 2..].trim(), true);
    }
    (Role::Body, line, false)
}

/// Text without the markup of words.
fn plain_words(line: &str) -> String {
    let line =
        LINK.replace_all(
            line,
            |m: &regex::Captures<'_>| {
                if m[0].starts_with('!') { String::new() } else { m[1].to_owned() }
            },
        );
    let line = STRONG.replace_all(&line, "$2");
    let line = EMPHASIS.replace_all(&line, "$1$3$4");
    let line = TAGS.replace_all(&line, " ");
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.peek().is_some_and(char::is_ascii_punctuation) => {
                out.extend(chars.next());
            }
            '`' => {}
            _ => out.push(c),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_markdown() {
        let text = "---\ntitle: \"Bridge closes\"\ndate: 2026-11-09T17:40:00+00:00\nauthors:\n  - Jem Aldous\n  - \"Jane Doe\"\noutlet: Sill Valley Monitor\nurl: https://monitor.example/a\nlanguage: en\ntags: [a, b]\n---\n\nThe bridge was **closed** on [Friday](https://a.example/b), it\nsaid.\n\n> “No use,” said *Oona* Merriday.\n\n- One\n- Two\n\n## Costs\n\n![Bridge](b.jpg)\n\nIt costs 5 * 3 and snake_case_name \\* 2.";
        let draft = markdown(text).unwrap();
        assert_eq!(draft.title.as_deref(), Some("Bridge closes"));
        assert_eq!(draft.authors, ["Jem Aldous", "Jane Doe"]);
        assert_eq!(draft.dates.published[0].moment.to_string(), "2026-11-09T17:40:00Z");
        assert_eq!(draft.outlet.as_deref(), Some("Sill Valley Monitor"));
        let lines: Vec<_> = draft.lines.iter().map(|l| (l.role, l.text.as_str())).collect();
        assert_eq!(
            lines,
            [
                (Role::Body, "The bridge was closed on Friday, it said."),
                (Role::Quotation, "“No use,” said Oona Merriday."),
                (Role::List, "One"),
                (Role::List, "Two"),
                (Role::Heading, "Costs"),
                (Role::Body, "It costs 5 * 3 and snake_case_name * 2."),
            ]
        );
    }

    proptest! {
        #[test]
        fn reads_any_text(given in "(---\n)?[\\PC\n]{0,200}") {
            let _ = text(&given);
            let _ = markdown(&given);
        }
    }
}
