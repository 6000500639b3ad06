//! Briefings read back from the JSON that `brief` printed.

use std::{io::Read, path::Path};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use throughline_model::{Briefing, SCHEMA};

/// The briefings of a file, one or an array of them; `-` is stdin.
///
/// # Errors
/// When the file cannot be read or holds no briefing; it is named.
pub fn read(path: &Path) -> Result<Vec<Briefing>> {
    let name = path.display();
    let bytes = bytes(path).with_context(|| format!("{name}: cannot be read"))?;
    let briefings = parse(&bytes).with_context(|| {
        format!("{name}: not a briefing; give what `brief --format json` printed")
    })?;
    if briefings.is_empty() {
        bail!("{name}: holds no briefing");
    }
    Ok(briefings)
}

fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    if path.as_os_str() != "-" {
        return std::fs::read(path);
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The briefings in this JSON.
pub fn parse(bytes: &[u8]) -> Result<Vec<Briefing>> {
    let whole = serde_json::from_slice(bytes).map_err(|error| match error.is_eof() {
        true => anyhow::anyhow!("it ends in the middle; it was cut short, or is empty"),
        false => error.into(),
    });
    let all = match whole? {
        Value::Array(all) => all,
        one => vec![one],
    };
    all.into_iter()
        .map(|one| {
            let schema = one.get("schema").and_then(Value::as_str).unwrap_or("none");
            if schema != SCHEMA {
                bail!("its schema is {schema:?}, and this program reads {SCHEMA:?}");
            }
            Ok(serde_json::from_value(one)?)
        })
        .collect()
}
