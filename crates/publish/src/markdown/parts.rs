//! The parts of a briefing in Markdown, from headline to timeline.

use std::fmt::Write;

use throughline_model::{Briefing, Source, Statement};

use super::escape::{at_line_start, escape};
use crate::{
    dates, labels, links, sources,
    timeline::{self, Doubt, Side},
};

/// The briefing as CommonMark, with a line end.
///
/// `[1]` leads to the source list, which quotes every passage cited and links
/// it in the article. Text from articles stands escaped; the only HTML is the
/// empty anchor of each source.
pub fn markdown(briefing: &Briefing) -> String {
    let mut out = String::new();
    write(&mut out, format_args!("# {}\n\n", told(&briefing.headline, At::InLine)));
    let updated = labels::updated(briefing);
    let counts = labels::counts(briefing.counts);
    write(&mut out, format_args!("*{updated} ({counts})*\n"));
    for section in &briefing.sections {
        if labels::repeats_headline(briefing, section) {
            out.push('\n');
        } else {
            let heading = told(&section.heading, At::InLine);
            write(&mut out, format_args!("\n## {heading}\n\n"));
        }
        if let Some(days) = labels::reported(briefing, section) {
            write(&mut out, format_args!("*{days}*\n\n"));
        }
        let mut place = At::LineStart;
        let told = section.statements.iter().map(|s| {
            let text = told(s, place);
            place = At::InLine;
            text
        });
        let sentences: Vec<String> = told.collect();
        write(&mut out, format_args!("{}\n", sentences.join(" ")));
    }
    differences(briefing, &mut out);
    source_list(briefing, &mut out);
    events(briefing, &mut out);
    if let Some(note) = labels::model_note(briefing) {
        write(&mut out, format_args!("\n*{note}*\n"));
    }
    out
}

fn differences(briefing: &Briefing, out: &mut String) {
    if briefing.disagreements.is_empty() {
        return;
    }
    write(out, format_args!("\n## {}\n", labels::DIFFER));
    for disagreement in &briefing.disagreements {
        let about = escape(&disagreement.about);
        let kind = labels::disagreement(disagreement.kind);
        write(out, format_args!("\n### {about} ({kind})\n\n"));
        for position in &disagreement.positions {
            let value = escape(&position.value);
            let newest = if position.newest { " *(newest)*" } else { "" };
            let told = told(&position.statement, At::InLine);
            write(out, format_args!("- **{value}**{newest}: {told}\n"));
        }
    }
}

fn source_list(briefing: &Briefing, out: &mut String) {
    write(out, format_args!("\n## {}\n\n", labels::SOURCES));
    for source in &briefing.sources {
        write(out, format_args!("- <a id=\"source-{0}\"></a>**[{0}]** ", source.number));
        out.push_str(&title_line(source));
        if let Some(published) = source.published {
            write(out, format_args!(", {}", dates::moment(published)));
        }
        out.push('.');
        let others = source.note.citations.iter().any(|c| c.source != source.number);
        let note = if others { told(&source.note, At::InLine) } else { escape(&source.note.text) };
        write(out, format_args!(" {note}"));
        if let Some(remark) = sources::remark(briefing, source) {
            write(out, format_args!(" *{remark}.*"));
        }
        out.push('\n');
        for passage in sources::cited_passages(briefing, source.number) {
            let exact = quoted(&passage.evidence.exact);
            let url = source.url.as_deref();
            match url.and_then(|url| links::passage_link(url, passage.evidence)) {
                Some(link) => write(out, format_args!("  - {exact} ([open]({link}))\n")),
                None => write(out, format_args!("  - {exact}\n")),
            }
        }
    }
}

/// The passage in quotation marks, unless it brings its own.
fn quoted(exact: &str) -> String {
    let escaped = escape(exact);
    if escaped.starts_with(['“', '"', '«', '„', '「']) {
        escaped
    } else {
        format!("“{escaped}”")
    }
}

/// Outlet and title.
pub(super) fn title_line(source: &Source) -> String {
    let title = escape(&source.title);
    let title = match source.url.as_deref().and_then(links::safe_link) {
        Some(link) => format!("[{title}]({link})"),
        None => title,
    };
    match escape(&source.outlet) {
        // Nobody knows whose it is.
        outlet if outlet.trim().is_empty() => title,
        outlet => format!("**{outlet}**: {title}"),
    }
}

fn events(briefing: &Briefing, out: &mut String) {
    if briefing.timeline.is_empty() {
        return;
    }
    write(out, format_args!("\n## {}\n\n", labels::TIMELINE));
    let (before, after) = timeline::at_now(briefing);
    side(briefing, &before, out);
    if !after.is_empty() {
        let now = dates::day(briefing.now.date());
        write(out, format_args!("\n---\n\n*Now: {now}. What is announced:*\n\n"));
        side(briefing, &after, out);
    }
    let doubts = timeline::doubts(briefing);
    if !doubts.is_empty() {
        out.push('\n');
        let lines: Vec<String> =
            doubts.iter().map(|d| format!("\\{} {}.", d.mark(), d.legend())).collect();
        write(out, format_args!("{}\n", lines.join("\\\n")));
    }
}

fn side(briefing: &Briefing, entries: &Side<'_>, out: &mut String) {
    for (_, entry) in entries {
        write(out, format_args!("- **{}**", escape(&timeline::label(entry))));
        if let Some(doubt) = Doubt::of(entry) {
            write(out, format_args!(" \\{}", doubt.mark()));
        }
        if let Some(badge) = timeline::badge(briefing.now, entry) {
            write(out, format_args!(" *({})*", escape(&badge)));
        }
        write(out, format_args!(": {}\n", told(&entry.statement, At::InLine)));
    }
}

/// Whether a text opens a block, where more characters have a meaning.
#[derive(Clone, Copy)]
pub(super) enum At {
    LineStart,
    InLine,
}

/// A statement and its citations.
pub(super) fn told(statement: &Statement, position: At) -> String {
    let mut told = match position {
        At::LineStart => at_line_start(&statement.text),
        At::InLine => escape(&statement.text),
    };
    for (i, citation) in statement.citations.iter().enumerate() {
        let gap = if i == 0 { " " } else { "" };
        told.push_str(&format!("{gap}[[{0}]](#source-{0})", citation.source));
    }
    told
}

pub(super) fn write(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("a string takes every text");
}
