//! How briefings are printed, and where to: format, width, colour, file or folder.

use std::{
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
};

use anstream::{AutoStream, ColorChoice};
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use throughline_model::Briefing;
use throughline_publish::{Articles, TextStyle, html, json, markdown, text};

use crate::{say::say, usage::Usage};

/// Characters of a name that tells of a story; in any script fewer bytes than a file's name may have.
const SLUG: usize = 50;

/// Arguments on the form of what is printed.
#[derive(clap::Args)]
pub struct Format {
    /// How to print it; by default what the name of --output says, else text
    #[arg(long, value_enum)]
    format: Option<Kind>,
    /// Leave the articles' texts out of the JSON
    #[arg(long)]
    no_articles: bool,
    #[command(flatten)]
    look: Look,
    /// Write to a file, or to one file for each briefing in a folder; - is stdout
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Arguments on the look of the text form.
#[derive(clap::Args)]
pub struct Look {
    /// Columns of the text form, 30 to 100; the terminal's by default, 80 without one
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(30..=100))]
    width: Option<u16>,
    /// Colour and links in the text form; auto follows the terminal, NO_COLOR and CLICOLOR
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
}

/// The four forms.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// For the terminal.
    Text,
    /// CommonMark.
    Markdown,
    /// One self-contained page.
    Html,
    /// Schema throughline/briefing/1, with all evidence.
    Json,
}

impl Kind {
    /// The end of such a file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
        }
    }

    fn of_extension(extension: &str) -> Option<Self> {
        Some(match extension.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" => Self::Html,
            "json" => Self::Json,
            "txt" => Self::Text,
            _ => return None,
        })
    }
}

impl Format {
    /// The form asked for, or the one that the name of the file asks for; text
    /// where there is no such name.
    pub fn kind(&self) -> Result<Kind, Usage> {
        let end = || self.file().filter(|path| !is_folder(path))?.extension()?.to_str();
        match (self.format, end()) {
            (Some(kind), _) => Ok(kind),
            (None, None) => Ok(Kind::Text),
            (None, Some(end)) => Kind::of_extension(end).ok_or_else(|| {
                let names = "name a file .txt .md .html .json, or give --format";
                Usage(format!("no form is called .{end}; {names}"))
            }),
        }
    }

    /// Prints briefings where they are asked for. Several as JSON are an array, and
    /// `many` makes an array of one too.
    pub fn write(&self, briefings: &[Briefing], kind: Kind, many: bool) -> Result<()> {
        if let Some(folder) = self.file().filter(|path| is_folder(path)) {
            return self.write_each(briefings, kind, folder);
        }
        if kind == Kind::Html && briefings.len() > 1 {
            bail!(
                "a page holds one briefing and here are {}; use --output FOLDER/",
                briefings.len()
            );
        }
        match self.file() {
            Some(path) => write_file(path, &self.printed(briefings, kind, Target::File, many)),
            None => out(&self.printed(briefings, kind, Target::Stdout, many)),
        }
    }

    fn write_each(&self, briefings: &[Briefing], kind: Kind, folder: &Path) -> Result<()> {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("{}: cannot be made", folder.display()))?;
        for briefing in briefings {
            let path = folder.join(file_name(briefing, kind, folder)?);
            let one = std::slice::from_ref(briefing);
            write_file(&path, &self.printed(one, kind, Target::File, false))?;
            say(&format!("{}: {}", path.display(), briefing.headline.text));
        }
        Ok(())
    }

    /// The file or folder that is asked for; none for stdout.
    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| path.as_os_str() != "-")
    }

    fn printed(&self, briefings: &[Briefing], kind: Kind, to: Target, many: bool) -> String {
        let articles = if self.no_articles { Articles::LeftOut } else { Articles::Embedded };
        let join = |print: &dyn Fn(&Briefing) -> String, between: &str| {
            briefings.iter().map(print).collect::<Vec<_>>().join(between)
        };
        match kind {
            Kind::Text => join(&|b| text(b, &self.look.style(to)), "\n\n"),
            Kind::Markdown => join(&markdown, "\n---\n\n"),
            Kind::Html => join(&html, "\n"),
            Kind::Json if many => {
                let each = join(&|b| json(b, articles).trim_end().to_owned(), ",\n");
                format!("[\n{each}\n]\n")
            }
            Kind::Json => join(&|b| json(b, articles), "\n"),
        }
    }
}

/// The words of the headline, and the id of the story. Where the folder has a file of this
/// story already, it is that one: links to it stay good when the headline changes.
fn file_name(briefing: &Briefing, kind: Kind, folder: &Path) -> Result<String> {
    let end = format!("{}.{}", briefing.story, kind.extension());
    let here = std::fs::read_dir(folder)
        .with_context(|| format!("{}: cannot be read", folder.display()))?;
    let names = here.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let is_its = |name: &String| {
        name.strip_suffix(&end).is_some_and(|words| words.is_empty() || words.ends_with('-'))
    };
    let known = names.filter(is_its).min();
    Ok(known.unwrap_or_else(|| match slug(&briefing.headline.text) {
        words if words.is_empty() => end,
        words => format!("{words}-{end}"),
    }))
}

/// The first words of a text as a part of an address, letters of all languages among them.
fn slug(text: &str) -> String {
    // Apostrophes stand within words.
    let text = text.to_lowercase().replace(['\'', '’'], "");
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if slug.chars().count() + word.chars().count() >= SLUG {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().to_string_lossy().ends_with(std::path::is_separator)
}

fn write_file(path: &Path, printed: &str) -> Result<()> {
    std::fs::write(path, printed).with_context(|| format!("{}: cannot be written", path.display()))
}

/// Where the printed form goes; a file has neither width nor colour.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Standard output, perhaps a terminal.
    Stdout,
    /// A file.
    File,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

impl Look {
    /// How the text form looks there.
    pub fn style(&self, to: Target) -> TextStyle {
        let terminal = to == Target::Stdout && std::io::stdout().is_terminal();
        let color = match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                let choice = AutoStream::choice(&std::io::stdout());
                to == Target::Stdout && choice != ColorChoice::Never
            }
        };
        let wide = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let asked = self.width.map(usize::from);
        let width = asked.or(wide.filter(|_| terminal)).unwrap_or(80).clamp(30, 100);
        TextStyle { width, color, hyperlinks: color }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_the_first_words() {
        let cases = [
            ("Ferry runs aground off Vessmark", "ferry-runs-aground-off-vessmark"),
            ("Orrenby's mayor: “We won’t pay”", "orrenbys-mayor-we-wont-pay"),
            ("../Fähre läuft auf Grund", "fähre-läuft-auf-grund"),
            (
                "Storm drives thousands from their homes along the coast of Sundhaven",
                "storm-drives-thousands-from-their-homes-along-the",
            ),
            ("—", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(slug(text), expected);
        }
    }
}
