//! How briefings are printed: format, width, colour.

use std::io::{IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use anyhow::Result;
use clap::ValueEnum;
use throughline_model::Briefing;
use throughline_publish::{Articles, TextStyle, html, json, markdown, text};

/// Arguments on the form of what is printed.
#[derive(clap::Args)]
pub struct Format {
    /// How to print it
    #[arg(long, value_enum, default_value_t = Kind::Text)]
    format: Kind,
    /// Leave the articles' texts out of the JSON
    #[arg(long)]
    no_articles: bool,
    /// Columns of the text form, 30 to 100; the terminal's by default, 80 without one
    #[arg(long, value_name = "N")]
    width: Option<usize>,
    /// Colour and links in the text form; auto follows the terminal, NO_COLOR and CLICOLOR
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Text,
    Markdown,
    Html,
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

impl Format {
    /// The extension of a file in this form.
    pub fn extension(&self) -> &'static str {
        match self.format {
            Kind::Text => "txt",
            Kind::Markdown => "md",
            Kind::Html => "html",
            Kind::Json => "json",
        }
    }

    /// Whether several briefings fit into one file. On a page they would share
    /// the anchors of their passages, and a reader would see the wrong ones.
    pub fn holds_many(&self) -> bool {
        self.format != Kind::Html
    }
}

/// The printed form. Several briefings stand one after the other; as JSON they
/// are an array, and `many` makes an array of one too.
pub fn print(briefings: &[Briefing], format: &Format, many: bool) -> String {
    let articles = if format.no_articles { Articles::LeftOut } else { Articles::Embedded };
    let join = |print: &dyn Fn(&Briefing) -> String, between: &str| {
        briefings.iter().map(print).collect::<Vec<_>>().join(between)
    };
    match format.format {
        Kind::Text => join(&|b| text(b, &style(format)), "\n\n"),
        Kind::Markdown => join(&markdown, "\n---\n\n"),
        Kind::Html => join(&html, "\n"),
        Kind::Json if many => {
            let each = join(&|b| json(b, articles).trim_end().to_owned(), ",\n");
            format!("[\n{each}\n]\n")
        }
        Kind::Json => join(&|b| json(b, articles), "\n"),
    }
}

fn style(format: &Format) -> TextStyle {
    let color = match format.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => AutoStream::choice(&std::io::stdout()) != ColorChoice::Never,
    };
    let terminal = std::io::stdout().is_terminal();
    let wide = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let width = format.width.or(wide.filter(|_| terminal)).unwrap_or(80).clamp(30, 100);
    TextStyle { width, color, hyperlinks: color }
}

/// Writes to stdout.
pub fn out(text: &str) -> Result<()> {
    let mut stdout = std::io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        stdout.write_all(b"\n")?;
    }
    Ok(stdout.flush()?)
}
