//! Mail messages: newsletters and articles that somebody sent.

use jiff::{
    civil::{Date, DateTime, Time},
    tz::Offset,
};
use mail_parser::{MessageParser, MimeHeaders};
use throughline_model::{DatePlace, Moment, Role};

use crate::{Reason, dating::Dates, draft::Draft, headline, letter, page, residue::Source};

/// Reads one message: its HTML part where that holds the article, else its
/// text. A forwarded message is read as the one that it forwards.
pub fn read(bytes: &[u8]) -> Result<Draft, Reason> {
    let message = MessageParser::default().parse(bytes).ok_or(Reason::Mail)?;
    let html = message.html_body.first().and_then(|_| message.body_html(0));
    let is_html = message.html_part(0).is_some_and(|part| {
        part.content_type()
            .is_none_or(|t| t.subtype().is_some_and(|s| s.eq_ignore_ascii_case("html")))
    });
    let written = message.text_part(0).is_some_and(|part| part.is_text() && !part.is_text_html());
    let flowed = message.text_part(0).and_then(|part| part.content_type()).is_some_and(|kind| {
        kind.attribute("format").is_some_and(|format| format.eq_ignore_ascii_case("flowed"))
    });
    let text = message.body_text(0).filter(|_| written);
    let text = text.map(|text| if flowed { unflowed(&text) } else { text.into_owned() });
    let from_page = html.filter(|_| is_html).and_then(|html| page::read(&html, None).ok());
    let from_text = text.map(|text| letter::read(&text));
    let mut draft = match (from_page, from_text) {
        // Letters are laid out in tables, of which a page reader may take one.
        (Some(page), Some(text)) if words(&page) * 2 >= words(&text) => page,
        (_, Some(text)) => text,
        (Some(page), None) => page,
        (None, None) => return Err(Reason::Mail),
    };
    let subject = message.subject().map(without_reply_marks).filter(|s| !s.is_empty());
    if subject.is_some() {
        draft.title = subject;
    }
    let sent = message.date().and_then(moment);
    // What a forwarded message says of itself is already there.
    if draft.outlet.is_none() || draft.source == Source::Markup {
        let sender = message.from().and_then(|from| from.first());
        if let Some(sender) = sender {
            let name = sender.name().map(plain_name).filter(|name| !name.is_empty());
            let domain =
                sender.address().and_then(|a| a.rsplit_once('@')).map(|(_, d)| d.to_owned());
            draft.outlet = name.or(domain);
        }
        draft.dates = Dates::default();
    }
    draft.dates.published(sent, DatePlace::Header, "Date");
    Ok(draft)
}

/// Words of running text.
fn words(draft: &Draft) -> usize {
    let body = draft
        .lines
        .iter()
        .filter(|line| matches!(line.role, Role::Body | Role::Quotation | Role::List));
    body.map(|line| line.text.split_whitespace().count()).sum()
}

/// Lines of `format=flowed` text that end in space go on in the next.
fn unflowed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        out.push_str(line);
        if !line.ends_with(' ') || line == "-- " {
            out.push('\n');
        }
    }
    out
}

fn moment(date: &mail_parser::DateTime) -> Option<Moment> {
    let day = Date::new(
        i16::try_from(date.year).ok()?,
        i8::try_from(date.month).ok()?,
        i8::try_from(date.day).ok()?,
    )
    .ok()?;
    let time = Time::new(
        i8::try_from(date.hour).ok()?,
        i8::try_from(date.minute).ok()?,
        i8::try_from(date.second).ok()?.min(59),
        0,
    )
    .ok()?;
    let minutes = i32::from(date.tz_hour) * 60 + i32::from(date.tz_minute);
    let offset = Offset::from_seconds(if date.tz_before_gmt { -60 } else { 60 } * minutes).ok();
    Some(Moment::local(DateTime::from_parts(day, time), offset))
}

pub fn without_reply_marks(subject: &str) -> String {
    let mut subject = subject.trim();
    loop {
        let lower = subject.to_lowercase();
        let mark = ["re:", "fwd:", "fw:", "aw:", "wg:"].into_iter().find(|m| lower.starts_with(m));
        let Some(mark) = mark else { break };
        subject = subject[mark.len()..].trim_start();
    }
    headline::tidy(subject)
}

/// Newsletters decorate their names: "Marchfold Morning ☕".
pub fn plain_name(name: &str) -> String {
    let keep = |c: &char| c.is_alphanumeric() || c.is_whitespace() || ".,'’&-:()".contains(*c);
    headline::tidy(&name.chars().filter(keep).collect::<String>())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_a_message() {
        let mail = b"From: =?utf-8?Q?The_Herald_=E2=98=95?= <news@herald.example>\r\nDate: Tue, 10 Nov 2026 06:30:00 +0100\r\nSubject: Fwd: Bridge closes\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nIt closed on Friday, the council said.\r\n\r\nIt will open again.\r\n";
        let draft = read(mail).unwrap();
        assert_eq!(draft.title.as_deref(), Some("Bridge closes"));
        assert_eq!(draft.outlet.as_deref(), Some("The Herald"));
        assert_eq!(draft.dates.published[0].moment.to_string(), "2026-11-10T06:30:00+01:00");
        assert_eq!(draft.lines.len(), 2);
    }

    proptest! {
        #[test]
        fn reads_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&bytes);
            let _ = read(&[b"Content-Type: text/html\r\nDate: Tue, 99 Nov 99999 06:30:99 +9999\r\n\r\n", &bytes[..]].concat());
        }
    }
}
