//! `throughline audit`: what a strict editor would ask about a briefing.

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Result, bail};
use throughline_audit::{Question, audit};
use throughline_publish::{audit_json, audit_text};

use crate::{
    briefings,
    present::{Look, Target, out},
    print::Form,
    say::{counted, say},
};

/// Arguments of `audit`.
#[derive(clap::Args)]
#[command(after_help = "Findings are questions, not faults: the exit status is 0 with any number \
    of them. It is 1 where a part is not proven.")]
pub struct Arguments {
    /// A briefing with its articles as JSON, or an array of them; - for stdin
    briefing: PathBuf,
    /// How to print it; JSON is of schema throughline/audit/1, an array where there are several
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    #[command(flatten)]
    look: Look,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let name = arguments.briefing.display();
    let briefings = briefings::read(&arguments.briefing)?;
    if briefings.iter().any(|b| b.articles.is_empty()) {
        bail!("{name}: holds no articles; print it with `brief --format json`");
    }
    let audits: Vec<_> = briefings.iter().map(audit).collect();
    out(&match arguments.format {
        Form::Text => {
            let style = arguments.look.style(Target::Stdout);
            audits.iter().map(|a| audit_text(a, &style)).collect::<Vec<_>>().join("\n")
        }
        Form::Json => audit_json(&audits),
    })?;
    let unproven: usize = audits.iter().map(|a| a.count(Question::Unsupported)).sum();
    if unproven > 0 {
        say(&format!("{name}: not proven; {}", counted(unproven, "fault")));
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}
