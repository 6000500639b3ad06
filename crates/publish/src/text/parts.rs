//! The parts of a briefing on a terminal, from headline to timeline.

use throughline_model::{Briefing, Disagreement, Source, Statement, TimelineEntry};

use super::{
    layout::Sheet,
    paint::Ink,
    wrap::{GLUE, Run, TIE, columns},
};
use crate::{
    dates, labels, links, plain, sources,
    timeline::{self, Doubt, Side},
};

/// The widest date column; a longer date stands above its entry.
const DATE_COLUMN: usize = 24;

/// How a terminal wants its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextStyle {
    /// Columns; no line is longer unless one word is.
    pub width: usize,
    /// Whether to use colours and bold.
    pub color: bool,
    /// Whether `[1]` and titles may be links (OSC 8). Without, addresses are printed.
    pub hyperlinks: bool,
}

/// The briefing for a terminal, with a line end.
///
/// With hyperlinks, `[1]` opens the article at the passage that supports the
/// sentence. Nothing in the output comes from an article but words: control
/// characters are left out.
pub fn text(briefing: &Briefing, style: &TextStyle) -> String {
    let mut sheet = Sheet::new(style);
    head(briefing, &mut sheet);
    for section in &briefing.sections {
        sheet.gap();
        if !labels::repeats_headline(briefing, section) {
            sheet.paragraph(0, &told(briefing, &section.heading, Ink::Heading));
        }
        if let Some(days) = labels::reported(briefing, section) {
            sheet.paragraph(2, &[Run::new(days, Ink::Faint)]);
        }
        let mut runs = Vec::new();
        for statement in &section.statements {
            if !runs.is_empty() {
                runs.push(Run::new(" ", Ink::Plain));
            }
            runs.extend(told(briefing, statement, Ink::Plain));
        }
        sheet.paragraph(2, &runs);
    }
    differences(briefing, &mut sheet);
    sheet.gap();
    sheet.rule(labels::SOURCES, Ink::Part);
    source_list(briefing, style, Ids::Hidden, &mut sheet);
    if !briefing.timeline.is_empty() {
        sheet.gap();
        sheet.rule(labels::TIMELINE, Ink::Part);
        events(briefing, &mut sheet);
    }
    if let Some(note) = labels::model_note(briefing) {
        sheet.gap();
        sheet.paragraph(0, &[Run::new(note, Ink::Faint)]);
    }
    sheet.finish()
}

/// The timeline alone.
pub fn timeline_text(briefing: &Briefing, style: &TextStyle) -> String {
    let mut sheet = Sheet::new(style);
    events(briefing, &mut sheet);
    sheet.finish()
}

/// The sources alone, each with the id of its article.
pub fn sources_text(briefing: &Briefing, style: &TextStyle) -> String {
    let mut sheet = Sheet::new(style);
    source_list(briefing, style, Ids::Shown, &mut sheet);
    sheet.finish()
}

/// Whether the ids of articles are shown, by which commands name them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ids {
    Shown,
    Hidden,
}

fn head(briefing: &Briefing, sheet: &mut Sheet<'_>) {
    sheet.paragraph(0, &told(briefing, &briefing.headline, Ink::Headline));
    let line = format!("{} ({})", labels::updated(briefing), labels::counts(briefing.counts));
    sheet.paragraph(0, &[Run::new(line, Ink::Faint)]);
}

fn differences(briefing: &Briefing, sheet: &mut Sheet<'_>) {
    if briefing.disagreements.is_empty() {
        return;
    }
    sheet.gap();
    sheet.rule(labels::DIFFER, Ink::Part);
    for (i, disagreement) in briefing.disagreements.iter().enumerate() {
        if i > 0 {
            sheet.gap();
        }
        difference(briefing, disagreement, sheet);
    }
}

fn difference(briefing: &Briefing, disagreement: &Disagreement, sheet: &mut Sheet<'_>) {
    let about = Run::new(plain::line(&disagreement.about), Ink::Heading);
    let kind = format!(" ({})", labels::disagreement(disagreement.kind));
    sheet.paragraph(0, &[about, Run::new(kind, Ink::Faint)]);
    let values = disagreement.positions.iter().map(|p| columns(&plain::line(&p.value)));
    let hang = 4 + values.filter(|w| *w <= DATE_COLUMN).max().unwrap_or(0);
    for position in &disagreement.positions {
        let mut runs = Vec::new();
        if position.newest {
            runs.push(Run::new(format!("[{}] ", labels::NEWEST), Ink::Badge));
        }
        runs.extend(told(briefing, &position.statement, Ink::Plain));
        let label = Run::new(plain::line(&position.value), Ink::Value);
        sheet.hanging(2, &[label], hang, &runs);
    }
}

fn source_list(briefing: &Briefing, style: &TextStyle, ids: Ids, sheet: &mut Sheet<'_>) {
    let numbers = briefing.sources.iter().map(|source| source.number.to_string().len());
    let hang = numbers.max().unwrap_or(1) + 3;
    for source in &briefing.sources {
        let label = Run::new(format!("[{}]", source.number), Ink::Citation);
        sheet.hanging(0, &[label], hang, &title_line(source));
        let mut facts = Vec::new();
        facts.extend(source.published.map(dates::moment));
        facts.extend(sources::remark(briefing, source));
        if ids == Ids::Shown {
            facts.push(format!("Article {}", plain::line(&source.article)));
        }
        if !facts.is_empty() {
            sheet.paragraph(hang, &[Run::new(facts.join(". "), Ink::Faint)]);
        }
        sheet.paragraph(hang, &note(briefing, source));
        let address = source.url.as_deref().and_then(links::safe_link);
        if let Some(address) = address.filter(|_| !style.hyperlinks) {
            sheet.paragraph(hang, &[Run::new(address, Ink::Faint)]);
        }
    }
}

/// Outlet and title.
pub(super) fn title_line(source: &Source) -> Vec<Run> {
    let link = source.url.as_deref().and_then(links::safe_link);
    let title = Run::linked(plain::line(&source.title), Ink::Plain, link);
    match plain::line(&source.outlet) {
        // Nobody knows whose it is.
        outlet if outlet.is_empty() => vec![title],
        outlet => vec![Run::new(outlet, Ink::Heading), Run::new(": ", Ink::Plain), title],
    }
}

/// The note with its citations; a note that cites only its own source need not
/// say so.
fn note(briefing: &Briefing, source: &Source) -> Vec<Run> {
    if source.note.citations.iter().all(|citation| citation.source == source.number) {
        return vec![Run::new(plain::line(&source.note.text), Ink::Plain)];
    }
    told(briefing, &source.note, Ink::Plain)
}

fn events(briefing: &Briefing, sheet: &mut Sheet<'_>) {
    let widths = briefing.timeline.iter().map(|entry| columns(&date_label(entry)));
    let hang = 2 + widths.filter(|w| *w <= DATE_COLUMN).max().unwrap_or(0);
    let (before, after) = timeline::at_now(briefing);
    side(briefing, &before, hang, sheet);
    if !after.is_empty() {
        sheet.rule(&format!("now: {}", dates::day(briefing.now.date())), Ink::Faint);
        side(briefing, &after, hang, sheet);
    }
    for doubt in timeline::doubts(briefing) {
        let mark = Run::new(format!("{}{TIE}", doubt.mark()), Ink::Doubt);
        sheet.paragraph(0, &[mark, Run::new(doubt.legend(), Ink::Faint)]);
    }
}

fn side(briefing: &Briefing, entries: &Side<'_>, hang: usize, sheet: &mut Sheet<'_>) {
    for (_, entry) in entries {
        let mut label = vec![Run::new(timeline::label(entry), Ink::Value)];
        if let Some(doubt) = Doubt::of(entry) {
            label.push(Run::new(format!("{TIE}{}", doubt.mark()), Ink::Doubt));
        }
        let mut runs = Vec::new();
        if let Some(badge) = timeline::badge(briefing.now, entry) {
            runs.push(Run::new(format!("[{}] ", plain::line(&badge)), Ink::Badge));
        }
        runs.extend(told(briefing, &entry.statement, Ink::Plain));
        sheet.hanging(0, &label, hang, &runs);
    }
}

/// The date as it stands in its column, with its mark.
fn date_label(entry: &TimelineEntry) -> String {
    let mark = Doubt::of(entry).map(|doubt| format!(" {}", doubt.mark())).unwrap_or_default();
    timeline::label(entry) + &mark
}

fn told(briefing: &Briefing, statement: &Statement, ink: Ink) -> Vec<Run> {
    cited(&briefing.sources, statement, ink)
}

/// A statement and its citations.
pub(super) fn cited(sources: &[Source], statement: &Statement, ink: Ink) -> Vec<Run> {
    let mut runs = vec![Run::new(plain::line(&statement.text), ink)];
    for (i, citation) in statement.citations.iter().enumerate() {
        let tie = if i == 0 { TIE } else { GLUE };
        runs.push(Run::new(tie.to_string(), Ink::Plain));
        let url = sources::numbered(sources, citation.source).and_then(|s| s.url.as_deref());
        let link = match citation.evidence.first() {
            Some(evidence) => url.and_then(|url| links::passage_link(url, evidence)),
            None => url.and_then(links::safe_link),
        };
        runs.push(Run::linked(format!("[{}]", citation.source), Ink::Citation, link));
    }
    runs
}
