//! A list of changes on a terminal.

use throughline_changes::{Before, Changes, Fact};
use throughline_model::{Statement, TimelineEntry};

use super::{
    TextStyle,
    layout::Sheet,
    paint::Ink,
    parts::{cited, title_line},
    wrap::Run,
};
use crate::{changes as words, dates, labels, links, plain, timeline};

/// How far the text of a change stands in.
const INDENT: usize = 2;

/// The changes for a terminal, with a line end: first what is known otherwise
/// now, then what is new, then the rest.
pub fn changes_text(changes: &Changes, style: &TextStyle) -> String {
    let mut list = List { changes, sheet: Sheet::new(style), begun: false };
    list.head();
    list.values();
    list.facts(words::NEW, &changes.new);
    list.overtaken();
    list.disputes();
    list.withdrawn();
    list.corroborated();
    list.timeline();
    list.facts(words::ALSO, &changes.also_told);
    list.left_out();
    list.sources(style);
    list.sheet.finish()
}

struct List<'a> {
    changes: &'a Changes,
    sheet: Sheet<'a>,
    /// Whether the part has an item already.
    begun: bool,
}

impl List<'_> {
    fn head(&mut self) {
        match &self.changes.headline {
            Some(headline) => {
                let runs = cited(&self.changes.sources, &headline.new, Ink::Headline);
                self.sheet.paragraph(0, &runs);
                self.before(&headline.old);
            }
            None => {
                let title = plain::line(&self.changes.to.headline);
                self.sheet.paragraph(0, &[Run::new(title, Ink::Headline)]);
            }
        }
        let line = format!("{}. {}", words::title(self.changes), words::summary(self.changes));
        self.sheet.paragraph(0, &[Run::new(line, Ink::Faint)]);
    }

    fn values(&mut self) {
        self.open(words::CHANGED, !self.changes.changed.is_empty());
        for change in &self.changes.changed {
            self.item();
            let values = plain::line(&words::differences(&change.differences));
            self.sheet.paragraph(INDENT, &[Run::new(values, Ink::Value)]);
            self.told(&change.new.statement);
            self.before(&change.old);
        }
    }

    fn facts(&mut self, part: &str, facts: &[Fact]) {
        self.open(part, !facts.is_empty());
        for fact in facts {
            self.item();
            self.told(&fact.statement);
        }
    }

    fn left_out(&mut self) {
        self.open(words::LEFT_OUT, !self.changes.left_out.is_empty());
        for before in &self.changes.left_out {
            self.item();
            let text = Run::new(plain::line(&before.text), Ink::Faint);
            self.sheet.paragraph(INDENT, &[text]);
        }
    }

    fn overtaken(&mut self) {
        self.open(words::SUPERSEDED, !self.changes.superseded.is_empty());
        for change in &self.changes.superseded {
            self.item();
            self.badge(words::why(change), &change.new.statement);
            self.before(&change.old);
        }
    }

    fn disputes(&mut self) {
        self.open(words::DISPUTED, !self.changes.disputed.is_empty());
        for dispute in &self.changes.disputed {
            self.item();
            let (about, kind) = words::dispute(dispute);
            let about = Run::new(plain::line(&about), Ink::Heading);
            self.sheet.paragraph(INDENT, &[about, Run::new(format!(" ({kind})"), Ink::Faint)]);
            for position in &dispute.disagreement.positions {
                let mut runs =
                    vec![Run::new(format!("{}: ", plain::line(&position.value)), Ink::Value)];
                if dispute.added.contains(position) {
                    runs.push(Run::new("[new] ", Ink::Badge));
                } else if position.newest {
                    runs.push(Run::new(format!("[{}] ", labels::NEWEST), Ink::Badge));
                }
                runs.extend(cited(&self.changes.sources, &position.statement, Ink::Plain));
                self.sheet.paragraph(2 * INDENT, &runs);
            }
            if let Some(told) = &dispute.told {
                self.before(told);
            }
        }
    }

    fn withdrawn(&mut self) {
        self.open(words::WITHDRAWN, !self.changes.withdrawn.is_empty());
        for withdrawn in &self.changes.withdrawn {
            self.item();
            let why = format!(" ({})", plain::line(&words::withdrawn(withdrawn)));
            let text = Run::new(plain::line(&withdrawn.old.text), Ink::Plain);
            self.sheet.paragraph(INDENT, &[text, Run::new(why, Ink::Faint)]);
        }
    }

    fn corroborated(&mut self) {
        self.open(words::CORROBORATED, !self.changes.corroborated.is_empty());
        for corroborated in &self.changes.corroborated {
            self.item();
            let mut runs = cited(&self.changes.sources, &corroborated.fact.statement, Ink::Plain);
            runs.push(Run::new(format!(" ({})", words::witnesses(corroborated)), Ink::Faint));
            self.sheet.paragraph(INDENT, &runs);
        }
    }

    fn timeline(&mut self) {
        let timeline = &self.changes.timeline;
        self.open(labels::TIMELINE, !timeline.is_empty());
        for entry in &timeline.new {
            let badge = timeline::badge(self.changes.to.now, entry);
            self.entry(&plain::line(&entry.when.display), badge, entry);
        }
        for redated in &timeline.redated {
            let label = format!("{} → {}", redated.old.display, redated.entry.when.display);
            let badge = timeline::badge(self.changes.to.now, &redated.entry);
            self.entry(&plain::line(&label), badge, &redated.entry);
        }
        for restated in &timeline.restated {
            let (was, is) = (words::status(restated.old), words::status(restated.entry.status));
            let label = format!("{} ({was} → {is})", restated.entry.when.display);
            // What it is now the label says.
            self.entry(&plain::line(&label), None, &restated.entry);
        }
        for gone in &timeline.gone {
            self.item();
            let label = Run::new(format!("{}: ", plain::line(&gone.when.display)), Ink::Value);
            let text = Run::new(plain::line(&gone.statement.text), Ink::Plain);
            let why = Run::new(" (its source says it no longer)", Ink::Faint);
            self.sheet.paragraph(INDENT, &[label, text, why]);
        }
    }

    fn entry(&mut self, label: &str, badge: Option<String>, entry: &TimelineEntry) {
        self.item();
        let mut runs = vec![Run::new(format!("{label}: "), Ink::Value)];
        if let Some(badge) = badge {
            runs.push(Run::new(format!("[{}] ", plain::line(&badge)), Ink::Badge));
        }
        runs.extend(cited(&self.changes.sources, &entry.statement, Ink::Plain));
        self.sheet.paragraph(INDENT, &runs);
    }

    fn sources(&mut self, style: &TextStyle) {
        let cited = words::sources(self.changes);
        self.open(labels::SOURCES, !cited.is_empty());
        let hang = cited.iter().map(|s| s.number.to_string().len()).max().unwrap_or(1) + 3;
        for source in cited {
            let label = Run::new(format!("[{}]", source.number), Ink::Citation);
            let mut runs = Vec::new();
            if self.changes.added.contains(&source.number) {
                runs.push(Run::new("[new] ", Ink::Badge));
            }
            runs.extend(title_line(source));
            self.sheet.hanging(0, &[label], hang, &runs);
            if let Some(at) = source.published {
                self.sheet.paragraph(hang, &[Run::new(dates::moment(at), Ink::Faint)]);
            }
            let address = source.url.as_deref().and_then(links::safe_link);
            if let Some(address) = address.filter(|_| !style.hyperlinks) {
                self.sheet.paragraph(hang, &[Run::new(address, Ink::Faint)]);
            }
        }
    }

    fn open(&mut self, title: &str, any: bool) {
        if any {
            self.part(title);
        }
    }

    fn part(&mut self, title: &str) {
        self.sheet.gap();
        self.sheet.rule(title, Ink::Part);
        self.begun = false;
    }

    /// A gap before every item of a part but its first.
    fn item(&mut self) {
        if self.begun {
            self.sheet.gap();
        }
        self.begun = true;
    }

    fn badge(&mut self, badge: &str, statement: &Statement) {
        let mut runs = vec![Run::new(format!("[{}] ", plain::line(badge)), Ink::Badge)];
        runs.extend(cited(&self.changes.sources, statement, Ink::Plain));
        self.sheet.paragraph(INDENT, &runs);
    }

    fn told(&mut self, statement: &Statement) {
        let runs = cited(&self.changes.sources, statement, Ink::Plain);
        self.sheet.paragraph(INDENT, &runs);
    }

    fn before(&mut self, before: &Before) {
        let text = format!("{}{}", words::BEFORE, plain::line(&before.text));
        self.sheet.paragraph(2 * INDENT, &[Run::new(text, Ink::Faint)]);
    }
}
