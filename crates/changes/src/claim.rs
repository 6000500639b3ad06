//! [`Claim`]: what a statement says, in a form in which two can be compared.

use std::cell::OnceCell;

use jiff::civil::Date;
use throughline_annotate::{
    Timex, Word, is_honorific, is_modal, is_negation, is_role, is_speech_verb, names, quantities,
    tag_text, words,
};
use throughline_claims::{Telling, names_fit};
use throughline_model::{Briefing, EditKind, Evidence, Moment, Statement, TimelineEntry, Tongue};
use throughline_semantics::Meaning;

use crate::figures::Figure;

/// Where a statement stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Place<'a> {
    /// At the top.
    Headline,
    /// In a section.
    Sentence,
    /// In the timeline.
    Entry(&'a TimelineEntry),
    /// In a disagreement.
    Position,
    /// A heading or the note of a source: read, but not what is told.
    Aside,
}

/// A statement with what it says.
pub struct Claim<'a> {
    /// Where it stands.
    pub place: Place<'a>,
    /// The statement.
    pub statement: &'a Statement,
    /// The words that carry its meaning, without figures and dates.
    pub words: Vec<Term>,
    /// Its names, each as its lower-case words without titles.
    pub names: Vec<Vec<String>>,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// Its dates.
    pub dates: Vec<Dated>,
    /// The day on which its first source came out.
    pub published: Option<Date>,
    /// Whether it denies something.
    pub denies: bool,
    /// Whether it speaks of what is planned or possible.
    pub looks_ahead: bool,
    /// Its sentences, parsed where another claim is near enough to ask.
    sentences: OnceCell<Telling>,
    /// What its relative days are counted from, and its language.
    read_in: (Option<Moment>, &'a str),
}

/// A word of a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Its stem.
    pub stem: String,
    /// Its meaning; names have none.
    pub meaning: Option<Meaning>,
    /// Whether it only reports: "said", "announced".
    pub reports: bool,
}

/// A date of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// First and last day.
    pub days: (Date, Date),
    /// As it is written.
    pub shown: String,
}

impl Dated {
    /// Whether this date says no more than the other: it is the same or coarser.
    fn is_covered_by(&self, other: &Self) -> bool {
        self.days.0 <= other.days.0 && other.days.1 <= self.days.1
    }
}

impl<'a> Claim<'a> {
    /// Reads a statement of a briefing.
    pub fn of(briefing: &'a Briefing, place: Place<'a>, statement: &'a Statement) -> Self {
        let text = statement.text.as_str();
        let english = Tongue::is_english(&briefing.language);
        let all = words(text, 0..text.len(), english);
        let first = statement.citations.first().map(|c| c.source);
        let source = briefing.sources.iter().find(|s| Some(s.number) == first);
        let published = source.and_then(|s| s.published);
        let timexes = tag_text(text, published, &briefing.language);
        let found = if english { quantities(text, &all) } else { Vec::new() };
        let figures = Figure::all(text, &all, found);
        let taken = |word: &Word| {
            let at = word.span.start;
            timexes.iter().any(|t| is_day(t) && (t.start..t.end).contains(&at))
                || figures.iter().any(|f| f.quantity.span.contains(&at))
        };
        let names = named(text, &all, statement);
        let plain = all.iter().filter(|w| w.is_content() && !taken(w));
        let terms = plain.map(|word| Term {
            stem: word.stem.clone(),
            meaning: if names.iter().flatten().any(|part| *part == word.lower) {
                None
            } else {
                Meaning::of(&word.lower)
            },
            reports: is_speech_verb(&word.lower),
        });
        Self {
            place,
            statement,
            words: terms.collect(),
            figures,
            dates: timexes.iter().filter(|t| is_day(t)).filter_map(|t| dated(text, t)).collect(),
            published: published.map(|at| at.date()),
            denies: denies(&all),
            looks_ahead: all.iter().any(|w| is_modal(&w.lower)),
            names,
            sentences: OnceCell::new(),
            read_in: (published, &briefing.language),
        }
    }

    /// Whether others tell all that it says, in other words; English only.
    pub fn is_retold_by(&self, others: &[&Self]) -> bool {
        let others: Vec<&Telling> = others.iter().map(|other| other.sentences()).collect();
        Tongue::is_english(self.read_in.1) && self.sentences().is_told_by(&others)
    }

    fn sentences(&self) -> &Telling {
        let (published, language) = self.read_in;
        let read = || Telling::read(&self.statement.text, published, language);
        self.sentences.get_or_init(read)
    }

    /// Every passage behind it, the one that it was made from first.
    pub fn evidence(&self) -> impl Iterator<Item = &'a Evidence> + use<'a> {
        let statement: &'a Statement = self.statement;
        statement.citations.iter().flat_map(|c| &c.evidence)
    }

    /// Whether it was made from a passage that the other rests on too. Offsets
    /// move when the stored text of an article is another one; the words stay.
    pub fn shares_passage(&self, other: &Self) -> bool {
        let Some(first) = self.evidence().next() else { return false };
        other.evidence().filter(|theirs| theirs.article == first.article).any(|theirs| {
            if theirs.sha256 != first.sha256 {
                return theirs.exact.contains(&first.exact) || first.exact.contains(&theirs.exact);
            }
            let common = first.end.min(theirs.end).saturating_sub(first.start.max(theirs.start));
            2 * common >= (first.end - first.start).min(theirs.end - theirs.start)
        })
    }

    /// Figures of this one that the other does not give.
    pub fn other_figures<'b>(&'b self, other: &Claim<'_>) -> Vec<&'b Figure> {
        self.figures.iter().filter(|f| !other.figures.iter().any(|g| f.same(g))).collect()
    }

    /// Dates of this one that the other does not give as exactly. News without
    /// a date is of the day on which it came out, or of the day before.
    pub fn other_dates<'b>(&'b self, other: &Claim<'_>) -> Vec<&'b Dated> {
        self.dates.iter().filter(|date| !other.gives(date)).collect()
    }

    /// Whether it gives a date as exactly, or may leave it unsaid.
    pub fn gives(&self, date: &Dated) -> bool {
        let eve = self.published.and_then(|day| day.yesterday().ok());
        let implied = eve.zip(self.published).filter(|_| self.dates.is_empty());
        self.dates.iter().any(|own| date.is_covered_by(own))
            || implied.is_some_and(|days| days.0 <= date.days.0 && date.days.1 <= days.1)
    }

    /// Whether the other names whomever this one names, by a part of the name
    /// at least.
    pub fn names_within(&self, other: &Self) -> bool {
        self.names.iter().all(|name| {
            let part_of = |a: &[String], b: &[String]| {
                a.iter().all(|word| b.iter().any(|other| names_fit(word, other)))
            };
            other.names.iter().any(|theirs| part_of(name, theirs) || part_of(theirs, name))
        })
    }
}

/// "not", "refused", "has yet to".
fn denies(all: &[Word]) -> bool {
    let yet_to = |pair: &[Word]| pair[0].lower == "yet" && pair[1].lower == "to";
    all.iter().any(|w| is_negation(&w.lower)) || all.windows(2).any(yet_to)
}

/// Names without titles and roles. A lone capital at the start proves no name,
/// and a name that an edit put for a pronoun is in another sentence.
fn named(text: &str, all: &[Word], statement: &Statement) -> Vec<Vec<String>> {
    let put: Vec<String> = statement
        .edits
        .iter()
        .filter(|edit| edit.kind == EditKind::Name)
        .map(|edit| edit.to.to_lowercase())
        .collect();
    let found =
        names(text, all, Tongue::English).into_iter().filter(|n| !n.opens || n.key.contains(' '));
    let parts = found.map(|name| {
        let all: Vec<String> = name.key.split(' ').map(str::to_owned).collect();
        let own = |w: &&String| {
            !is_role(w)
                && !is_honorific(w)
                && !matches!(w.as_str(), "prime" | "foreign" | "of" | "the")
        };
        let kept: Vec<String> = all.iter().filter(own).cloned().collect();
        if kept.is_empty() { all } else { kept }
    });
    parts
        .filter(|name| !put.iter().any(|put| name.iter().all(|word| put.contains(word.as_str()))))
        .collect()
}

/// Whether a temporal expression is a date that a reader would write down.
fn is_day(timex: &Timex) -> bool {
    use throughline_annotate::{Granularity::*, TimexKind};
    let kind = matches!(timex.kind, TimexKind::Date | TimexKind::Time);
    kind && matches!(timex.granularity, TimeOfDay | Day | Month | Year)
}

fn dated(text: &str, timex: &Timex) -> Option<Dated> {
    let interval = timex.interval?;
    let shown = text.get(timex.start..timex.end)?.to_owned();
    Some(Dated { days: (interval.from, interval.to), shown })
}
