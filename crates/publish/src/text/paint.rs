//! Colours and hyperlinks of a terminal, where the reader's terminal has them.

use super::TextStyle;

/// What a piece of text is, for the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Plain,
    Headline,
    Heading,
    Part,
    Faint,
    Citation,
    Value,
    Badge,
    Doubt,
}

impl Ink {
    /// Parameters of "select graphic rendition"; only the sixteen colours that
    /// every reader has set to be legible.
    fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Headline | Self::Heading | Self::Value => "1",
            Self::Part => "1;36",
            Self::Faint => "2",
            Self::Citation => "36",
            Self::Badge => "33",
            Self::Doubt => "35",
        }
    }
}

/// Writes the text in its ink, as a link where there is one.
pub(super) fn paint(text: &str, ink: Ink, link: Option<&str>, style: &TextStyle, out: &mut String) {
    let code = if style.color { ink.code() } else { "" };
    let link = link.filter(|_| style.hyperlinks);
    if let Some(link) = link {
        out.push_str("\x1b]8;;");
        out.push_str(link);
        out.push_str("\x1b\\");
    }
    if !code.is_empty() {
        out.push_str("\x1b[");
        out.push_str(code);
        out.push('m');
    }
    out.push_str(text);
    if !code.is_empty() {
        out.push_str("\x1b[0m");
    }
    if link.is_some() {
        out.push_str("\x1b]8;;\x1b\\");
    }
}
