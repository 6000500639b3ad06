//! `throughline verify`: proves a briefing again, offline.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Result, bail};
use serde::Serialize;
use throughline_extract::Outlets;
use throughline_model::{Article, Briefing, CitedArticle, Moment};
use throughline_prove::Proof;

use crate::{
    briefings, dates, inputs,
    present::out,
    print::Form,
    say::{counted, plain, say},
};

/// Arguments of `verify`.
#[derive(clap::Args)]
pub struct Arguments {
    /// A briefing as JSON, or an array of them; - for stdin
    briefing: PathBuf,
    /// The articles, where the briefing was printed without them: inputs as for `brief`, or a
    /// briefing that holds them
    #[arg(long, value_name = "INPUT", num_args = 1..)]
    articles: Vec<String>,
    #[command(flatten)]
    fetching: inputs::Fetching,
    /// How to print it; JSON is an array with an object a briefing: story, statements, passages, faults
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// What the proof of one briefing gave.
#[derive(Serialize)]
struct Proven {
    story: String,
    statements: usize,
    passages: usize,
    faults: Vec<String>,
}

impl Proven {
    fn of(briefing: &Briefing) -> Self {
        let statements: Vec<_> = briefing.statements().collect();
        let citations = statements.iter().flat_map(|(_, s)| &s.citations);
        Self {
            story: briefing.story.clone(),
            statements: statements.len(),
            passages: citations.map(|c| c.evidence.len()).sum(),
            faults: Proof::from(&briefing.articles)
                .faults(briefing)
                .iter()
                // What a hostile file says must not drive the terminal.
                .map(|fault| plain(&fault.to_string()).replace('\n', " "))
                .collect(),
        }
    }

    fn text(&self) -> String {
        match self.faults.as_slice() {
            [] => {
                format!("proven: {} statements, {} passages\n", self.statements, self.passages)
            }
            faults => faults.iter().map(|fault| format!("{fault}\n")).collect(),
        }
    }
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let name = arguments.briefing.display();
    let mut briefings = briefings::read(&arguments.briefing)?;
    if !arguments.articles.is_empty() {
        let given = Given::read(&arguments.articles, &arguments.fetching)?;
        for briefing in &mut briefings {
            briefing.articles = given.of(briefing);
        }
    }
    if briefings.iter().any(|briefing| briefing.articles.is_empty()) {
        bail!("{name}: holds no articles; give them with --articles");
    }
    let proven: Vec<Proven> = briefings.iter().map(Proven::of).collect();
    let failed: usize = proven.iter().map(|p| p.faults.len()).sum();
    out(&match arguments.format {
        Form::Text => proven.iter().map(Proven::text).collect(),
        Form::Json => serde_json::to_string_pretty(&proven)? + "\n",
    })?;
    if failed > 0 {
        say(&format!("{name}: not proven; {}", counted(failed, "fault")));
    }
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Articles from beside a briefing.
struct Given {
    cited: Vec<CitedArticle>,
    read: Vec<Article>,
}

impl Given {
    /// Takes the articles out of briefings, and reads all other inputs.
    fn read(inputs: &[String], fetching: &inputs::Fetching) -> Result<Self> {
        let (mut cited, mut others) = (Vec::new(), Vec::new());
        for input in inputs {
            match stored(Path::new(input)) {
                Some(articles) => cited.extend(articles),
                None => others.push(input.clone()),
            }
        }
        let read = match others.is_empty() {
            true => Vec::new(),
            false => inputs::articles(&others, fetching, Outlets::built_in())?,
        };
        Ok(Self { cited, read: read.into_iter().map(|read| read.article).collect() })
    }

    /// The articles for one briefing. Of two versions of one article the one
    /// that the briefing cites is taken, and dates are set right as of its now.
    fn of(&self, briefing: &Briefing) -> Vec<CitedArticle> {
        let citations = briefing.statements().flat_map(|(_, s)| &s.citations);
        let texts: HashSet<&str> =
            citations.flat_map(|c| &c.evidence).map(|e| e.sha256.as_str()).collect();
        let mut articles = self.cited.clone();
        articles.extend(self.read.iter().map(|article| as_of(article, briefing.now)));
        articles.sort_by_key(|a| (a.id.clone(), !texts.contains(a.sha256.as_str())));
        articles.dedup_by(|later, first| later.id == first.id);
        articles.into_iter().map(|article| briefing.believed(article)).collect()
    }
}

fn as_of(article: &Article, now: Moment) -> CitedArticle {
    let mut article = article.clone();
    // It was said when the briefing was made; who proves it need not know.
    let _ = dates::set_right(&mut article, "", now);
    CitedArticle::from(&article)
}

/// The articles of the briefings in this file, if it holds any.
fn stored(path: &Path) -> Option<Vec<CitedArticle>> {
    if !path.extension()?.eq_ignore_ascii_case("json") {
        return None;
    }
    let briefings = briefings::parse(&std::fs::read(path).ok()?).ok()?;
    (!briefings.is_empty()).then(|| briefings.into_iter().flat_map(|b| b.articles).collect())
}
