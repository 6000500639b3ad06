//! `throughline verify`: proves a briefing again, offline.

use std::{
    io::Read,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use throughline_collect::HttpConfig;
use throughline_model::{Briefing, CitedArticle};
use throughline_prove::Proof;

use crate::{
    inputs,
    present::out,
    say::{counted, plain, say},
};

/// Arguments of `verify`.
#[derive(clap::Args)]
pub struct Arguments {
    /// A briefing as JSON, or an array of them; - for stdin
    briefing: PathBuf,
    /// The articles, where the briefing was printed without them
    #[arg(long, value_name = "INPUT", num_args = 1..)]
    articles: Vec<String>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let name = arguments.briefing.display();
    let bytes = read(&arguments.briefing).with_context(|| format!("{name}: cannot be read"))?;
    let mut briefings = parse(&bytes).with_context(|| {
        format!("{name}: not a briefing; give what `brief --format json` printed")
    })?;
    if briefings.is_empty() {
        bail!("{name}: holds no briefing");
    }
    if !arguments.articles.is_empty() {
        let given: Vec<CitedArticle> =
            inputs::articles(&arguments.articles, HttpConfig::default())?
                .iter()
                .map(CitedArticle::from)
                .collect();
        for briefing in &mut briefings {
            briefing.articles.clone_from(&given);
        }
    }
    let (mut report, mut failed) = (String::new(), 0);
    for briefing in &briefings {
        if briefing.articles.is_empty() {
            bail!("{name}: holds no articles; give them with --articles");
        }
        let faults = Proof::from(&briefing.articles).faults(briefing);
        failed += faults.len();
        for fault in &faults {
            // What a hostile file says must not drive the terminal.
            report.push_str(&plain(&fault.to_string()).replace('\n', " "));
            report.push('\n');
        }
        if faults.is_empty() {
            let statements: Vec<_> = briefing.statements().collect();
            let passages: usize =
                statements.iter().flat_map(|(_, s)| &s.citations).map(|c| c.evidence.len()).sum();
            report.push_str(&format!(
                "proven: {} statements, {passages} passages\n",
                statements.len()
            ));
        }
    }
    out(&report)?;
    if failed > 0 {
        say(&format!("{name}: not proven; {}", counted(failed, "fault")));
    }
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    if path.as_os_str() != "-" {
        return std::fs::read(path);
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn parse(bytes: &[u8]) -> Result<Vec<Briefing>> {
    Ok(match serde_json::from_slice(bytes)? {
        Value::Array(all) => {
            all.into_iter().map(serde_json::from_value).collect::<Result<_, _>>()?
        }
        one => vec![serde_json::from_value(one)?],
    })
}
