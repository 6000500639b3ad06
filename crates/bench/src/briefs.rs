//! `briefs`: a full briefing for every story of a set, its proof and audit, and means.

use std::{
    collections::BTreeMap,
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use throughline_annotate::Reading;
use throughline_audit::{Audit, Question, audit};
use throughline_brief::{Options, brief};
use throughline_extract::Outlets;
use throughline_gather::{Owners, in_order};
use throughline_model::{Article, Briefing, Moment};
use throughline_publish::{Articles, TextStyle};

use crate::lines::{article, field, read};

/// Arguments of `briefs`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Article lines with the gold `story`
    input: PathBuf,
    /// Where ID.json, ID.txt and ID.audit.txt go
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The present; by default the newest publication of each story
    #[arg(long, value_name = "WHEN")]
    now: Option<Moment>,
    /// Only the first N stories by name
    #[arg(long, value_name = "N")]
    first: Option<usize>,
}

/// Writes the briefings and prints one line of means.
pub fn run(arguments: &Arguments) -> Result<()> {
    let out = &arguments.out;
    fs::create_dir_all(out).with_context(|| format!("{}: cannot be made", out.display()))?;
    let mut groups: BTreeMap<String, Vec<Article>> = BTreeMap::new();
    for line in read(&arguments.input)? {
        if let Some(article) = article(&line) {
            groups.entry(field(&line, "story").to_owned()).or_default().push(article);
        }
    }
    groups.retain(|_, articles| articles.len() > 1);
    let mut means = Means::default();
    for (name, articles) in groups.into_iter().take(arguments.first.unwrap_or(usize::MAX)) {
        let newest = articles.iter().filter_map(|a| a.published).max();
        // Without any date the present decides nothing: no day is resolved.
        let now = arguments.now.or(newest).unwrap_or_else(|| jiff::Timestamp::UNIX_EPOCH.into());
        let options = Options { now, owners: owners(&articles), words: None };
        let start = Instant::now();
        // One story that brings the program down must not hide what the others
        // come to; it is counted, and any count but 0 is a bug.
        let made = catch_unwind(AssertUnwindSafe(|| {
            let (readings, _) = in_order(articles.into_iter().map(Reading::of).collect());
            brief(readings, &options)
        }));
        let Ok(made) = made else {
            eprintln!("{name}: panicked");
            means.panics += 1;
            continue;
        };
        let Some(briefing) = made else { continue };
        means.take(&briefing, start.elapsed());
        let audit = audit(&briefing);
        for fault in audit.findings.iter().filter(|f| f.question == Question::Unsupported) {
            eprintln!("{name}: {}: {}", fault.place, fault.reason);
        }
        means.audited(&audit);
        let style = TextStyle { width: 80, color: false, hyperlinks: false };
        let file = safe(&name);
        let json = throughline_publish::json(&briefing, Articles::Embedded);
        fs::write(out.join(format!("{file}.json")), json)?;
        fs::write(out.join(format!("{file}.txt")), throughline_publish::text(&briefing, &style))?;
        let asked = throughline_publish::audit_text(&audit, &style);
        fs::write(out.join(format!("{file}.audit.txt")), asked)?;
    }
    println!("{}", means.shown());
    Ok(())
}

/// A story's name as a file name.
fn safe(name: &str) -> String {
    name.chars().map(|c| if c.is_alphanumeric() || "-_".contains(c) { c } else { '_' }).collect()
}

/// Who owns the outlets, by outlet name.
fn owners(articles: &[Article]) -> Owners {
    Outlets::built_in().owners(articles)
}

/// Sums over briefings.
#[derive(Default)]
struct Means {
    stories: usize,
    statements: usize,
    words: usize,
    sections: usize,
    panics: usize,
    largest_share: f64,
    asked: BTreeMap<Question, usize>,
    attested: usize,
    timeline: usize,
    sources: usize,
    without_own_note: usize,
    disagreements: usize,
    time: Duration,
}

impl Means {
    fn take(&mut self, briefing: &Briefing, time: Duration) {
        let body: Vec<_> = briefing.sections.iter().flat_map(|s| &s.statements).collect();
        self.stories += 1;
        self.sections += briefing.sections.len();
        self.statements += body.len();
        self.words += body.iter().map(|s| s.text.split_whitespace().count()).sum::<usize>();
        self.timeline += briefing.timeline.len();
        self.sources += briefing.sources.len();
        let own = |note: &str| {
            ["Only here: ", "Also here: ", "Largely ", "Opinion "]
                .iter()
                .any(|f| note.starts_with(f))
        };
        self.without_own_note += briefing.sources.iter().filter(|s| !own(&s.note.text)).count();
        self.disagreements += briefing.disagreements.len();
        self.time += time;
    }

    fn audited(&mut self, audit: &Audit) {
        self.largest_share += audit.figures.largest_source_share;
        self.attested += audit.figures.attested;
        for (&question, n) in &audit.figures.findings {
            *self.asked.entry(question).or_default() += n;
        }
    }

    /// The means; `stories`, `sources`, `without_own_note`, `faults` and
    /// `panics` are totals; `asked` has the findings of the audit by question.
    fn shown(&self) -> Value {
        let mean = |sum: f64| (1000.0 * sum / self.stories.max(1) as f64).round() / 1000.0;
        let per_statement = self.words as f64 / self.statements.max(1) as f64;
        let of = |question| self.asked.get(&question).copied().unwrap_or_default();
        let asked: BTreeMap<Question, f64> =
            Question::ALL.iter().map(|&q| (q, mean(of(q) as f64))).collect();
        json!({
            "stories": self.stories,
            "faults": of(Question::Unsupported),
            "panics": self.panics,
            "statements": mean(self.statements as f64),
            "sections": mean(self.sections as f64),
            "words_per_statement": (100.0 * per_statement).round() / 100.0,
            "largest_source_share": mean(self.largest_share),
            "timeline_entries": mean(self.timeline as f64),
            "sources": self.sources,
            "without_own_note": self.without_own_note,
            "disagreements": mean(self.disagreements as f64),
            "attested_facts": mean(self.attested as f64),
            "asked": asked,
            "ms": mean(self.time.as_secs_f64() * 1000.0),
        })
    }
}
