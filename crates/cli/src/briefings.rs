//! Briefings read back from the JSON that `brief` printed.

use std::{io::Read, path::Path};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use throughline_model::{Briefing, SCHEMA};

/// The briefings of a file; `-` is stdin.
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

/// The briefings in this JSON: one, an array of them, or one a line.
pub fn parse(bytes: &[u8]) -> Result<Vec<Briefing>> {
    let mut all = Vec::new();
    for whole in serde_json::Deserializer::from_slice(bytes).into_iter() {
        let cut = |error: serde_json::Error| match error.is_eof() {
            true => anyhow::anyhow!("it ends in the middle; it was cut short"),
            false => error.into(),
        };
        match whole.map_err(cut)? {
            Value::Array(some) => all.extend(some),
            one => all.push(one),
        }
    }
    if bytes.trim_ascii().is_empty() {
        bail!("it is empty");
    }
    all.into_iter().map(briefing).collect()
}

fn briefing(value: Value) -> Result<Briefing> {
    match value.get("schema").and_then(Value::as_str) {
        Some(SCHEMA) => Ok(serde_json::from_value(value)?),
        Some(other) => bail!("its schema is {other:?}, and this program reads {SCHEMA:?}"),
        None if ["text", "title", "url"].iter().any(|key| value.get(key).is_some()) => bail!(
            "it holds articles; brief them first, or give them with --articles beside a briefing"
        ),
        None => bail!("it has no schema, and this program reads {SCHEMA:?}"),
    }
}
