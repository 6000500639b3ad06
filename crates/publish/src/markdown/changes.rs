//! A list of changes in Markdown.

use throughline_changes::{Before, Changes, Fact};
use throughline_model::TimelineEntry;

use super::{
    escape::escape,
    parts::{At, title_line, told, write},
};
use crate::{changes as words, dates, labels, timeline};

/// The changes as CommonMark, with a line end, in the order of the text form.
pub fn changes_markdown(changes: &Changes) -> String {
    let mut out = String::new();
    match &changes.headline {
        Some(headline) => {
            write(&mut out, format_args!("# {}\n\n", told(&headline.new, At::InLine)));
            let old = escape(&headline.old.text);
            write(&mut out, format_args!("{}{old}\n\n", words::BEFORE));
        }
        None => write(&mut out, format_args!("# {}\n\n", escape(&changes.to.headline))),
    }
    write(&mut out, format_args!("*{}. {}*\n", words::title(changes), words::summary(changes)));
    part(&mut out, words::CHANGED, !changes.changed.is_empty());
    for change in &changes.changed {
        let values = escape(&words::differences(&change.differences));
        write(
            &mut out,
            format_args!("- **{values}**: {}\n", told(&change.new.statement, At::InLine)),
        );
        before(&mut out, &change.old);
    }
    facts(&mut out, words::NEW, &changes.new);
    part(&mut out, words::SUPERSEDED, !changes.superseded.is_empty());
    for change in &changes.superseded {
        let told = told(&change.new.statement, At::InLine);
        write(&mut out, format_args!("- *({})* {told}\n", words::why(change)));
        before(&mut out, &change.old);
    }
    disputes(&mut out, changes);
    part(&mut out, words::WITHDRAWN, !changes.withdrawn.is_empty());
    for withdrawn in &changes.withdrawn {
        let why = escape(&words::withdrawn(withdrawn));
        write(&mut out, format_args!("- {} *({why})*\n", escape(&withdrawn.old.text)));
    }
    part(&mut out, words::CORROBORATED, !changes.corroborated.is_empty());
    for corroborated in &changes.corroborated {
        let told = told(&corroborated.fact.statement, At::InLine);
        write(&mut out, format_args!("- {told} *({})*\n", words::witnesses(corroborated)));
    }
    timeline(&mut out, changes);
    facts(&mut out, words::ALSO, &changes.also_told);
    part(&mut out, words::LEFT_OUT, !changes.left_out.is_empty());
    for before in &changes.left_out {
        write(&mut out, format_args!("- {}\n", escape(&before.text)));
    }
    sources(&mut out, changes);
    out
}

fn part(out: &mut String, title: &str, any: bool) {
    if any {
        write(out, format_args!("\n## {title}\n\n"));
    }
}

fn facts(out: &mut String, title: &str, facts: &[Fact]) {
    part(out, title, !facts.is_empty());
    for one in facts {
        write(out, format_args!("- {}\n", told(&one.statement, At::InLine)));
    }
}

fn before(out: &mut String, before: &Before) {
    write(out, format_args!("  - {}{}\n", words::BEFORE, escape(&before.text)));
}

fn disputes(out: &mut String, changes: &Changes) {
    part(out, words::DISPUTED, !changes.disputed.is_empty());
    for dispute in &changes.disputed {
        let (about, kind) = words::dispute(dispute);
        write(out, format_args!("- **{}** ({kind})\n", escape(&about)));
        for position in &dispute.disagreement.positions {
            let badge = match (dispute.added.contains(position), position.newest) {
                (true, _) => " *(new)*",
                (false, true) => " *(newest)*",
                _ => "",
            };
            let told = told(&position.statement, At::InLine);
            write(out, format_args!("  - **{}**{badge}: {told}\n", escape(&position.value)));
        }
        if let Some(told) = &dispute.told {
            before(out, told);
        }
    }
}

fn timeline(out: &mut String, changes: &Changes) {
    let timeline = &changes.timeline;
    part(out, labels::TIMELINE, !timeline.is_empty());
    let badge = |entry: &TimelineEntry| match timeline::badge(changes.to.now, entry) {
        Some(badge) => format!(" *({})*", escape(&badge)),
        None => String::new(),
    };
    for entry in &timeline.new {
        let (when, badge) = (escape(&entry.when.display), badge(entry));
        let told = told(&entry.statement, At::InLine);
        write(out, format_args!("- **{when}**{badge}: {told}\n"));
    }
    for redated in &timeline.redated {
        let (was, is) = (escape(&redated.old.display), escape(&redated.entry.when.display));
        let badge = badge(&redated.entry);
        let told = told(&redated.entry.statement, At::InLine);
        write(out, format_args!("- **{was} → {is}**{badge}: {told}\n"));
    }
    for restated in &timeline.restated {
        let (was, is) = (words::status(restated.old), words::status(restated.entry.status));
        let when = escape(&restated.entry.when.display);
        let told = told(&restated.entry.statement, At::InLine);
        write(out, format_args!("- **{when}** *({was} → {is})*: {told}\n"));
    }
    for gone in &timeline.gone {
        let (when, text) = (escape(&gone.when.display), escape(&gone.statement.text));
        write(out, format_args!("- **{when}**: {text} *(its source says it no longer)*\n"));
    }
}

fn sources(out: &mut String, changes: &Changes) {
    let cited = words::sources(changes);
    part(out, labels::SOURCES, !cited.is_empty());
    for source in cited {
        write(out, format_args!("- <a id=\"source-{0}\"></a>**[{0}]** ", source.number));
        out.push_str(&title_line(source));
        if let Some(published) = source.published {
            write(out, format_args!(", {}", dates::moment(published)));
        }
        out.push_str(if changes.added.contains(&source.number) { " *(new)*\n" } else { "\n" });
    }
}
