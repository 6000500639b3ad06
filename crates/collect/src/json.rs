//! JSON files cut into documents: one object each, named by its line or place.

use serde_json::Value;
use throughline_model::{Content, Document};

use crate::{Problem, Reason};

/// One document for each non-empty line, called `name:line`.
pub fn lines(name: &str, bytes: &[u8]) -> Vec<Result<Document, Problem>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let numbered = bytes.split(|b| *b == b'\n').enumerate();
    numbered
        .filter(|(_, line)| !line.trim_ascii().is_empty())
        .map(|(at, line)| {
            let name = format!("{name}:{}", at + 1);
            match object(line) {
                Ok(()) => Ok(Document::new(name, Content::Json, line.trim_ascii().to_vec())),
                Err(reason) => Err(Problem { name, reason }),
            }
        })
        .collect()
}

/// One document for the object, or one for each object of the array, called
/// `name[place]`.
pub fn whole(name: &str, bytes: &[u8]) -> Vec<Result<Document, Problem>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let problem = |reason| vec![Err(Problem { name: name.to_owned(), reason })];
    // One object is passed on as it is; what its strings hold is for the reader.
    if object(bytes).is_ok() {
        return vec![Ok(Document::new(name, Content::Json, bytes.to_vec()))];
    }
    match serde_json::from_slice(bytes) {
        Ok(Value::Array(items)) if items.is_empty() => problem(Reason::Empty),
        Ok(Value::Array(items)) => {
            let each = items.into_iter().enumerate();
            each.map(|(at, item)| {
                let name = format!("{name}[{at}]");
                if item.is_object() {
                    let bytes = item.to_string().into_bytes();
                    Ok(Document::new(name, Content::Json, bytes))
                } else {
                    Err(Problem { name, reason: Reason::Json("not an object".into()) })
                }
            })
            .collect()
        }
        Ok(_) => problem(Reason::Json("not an object".into())),
        Err(error) => problem(Reason::Json(error.to_string())),
    }
}

fn object(line: &[u8]) -> Result<(), Reason> {
    if !line.trim_ascii().starts_with(b"{") {
        return Err(Reason::Json("not an object".into()));
    }
    serde_json::from_slice::<serde::de::IgnoredAny>(line)
        .map(|_| ())
        .map_err(|error| Reason::Json(error.to_string()))
}
