//! A person is introduced once: the statements after it say "Vosk", not
//! "President Ilan Vosk" again.

use throughline_annotate::{is_honorific, is_role};
use throughline_model::{Edit, EditKind, Kind, Section, Statement};
use throughline_prove::{Proof, replay};

use crate::cast::{Cast, Type};

/// The most words of a role before a name.
const ROLE: usize = 4;

/// Shortens names in the sections that an earlier sentence of them gives in full, where the
/// proof lets it.
pub fn once(sections: &mut [Section], cast: &Cast, proof: &Proof) {
    let people = cast.entities.iter().filter(|entity| entity.kind == Type::Person);
    let names: Vec<&str> = people.map(|p| p.name.as_str()).filter(|n| n.contains(' ')).collect();
    let mut met: Vec<&str> = Vec::new();
    for statement in sections.iter_mut().flat_map(|section| &mut section.statements) {
        for name in &met {
            let short = forms(&statement.text, name)
                .into_iter()
                .filter_map(|form| shortened(statement, form))
                .find(|short| proof.statement(short).is_empty());
            if let Some(short) = short {
                *statement = short;
            }
        }
        let text = &statement.text;
        met.extend(names.iter().filter(|n| holds(text, n)));
    }
}

/// The statement with the surname alone for these words of its first passage; nothing where they
/// do not stand there unchanged. Whether that is allowed the proof says.
fn shortened(statement: &Statement, name: &str) -> Option<Statement> {
    let evidence = statement.citations.first()?.evidence.first()?;
    let at = evidence.exact.find(name)?;
    let start = evidence.exact[..at].chars().count();
    let end = start + name.chars().count();
    if statement.edits.iter().any(|e| e.start < end && e.end > start) {
        return None;
    }
    let to = name.rsplit(' ').next()?.to_owned();
    let kind = EditKind::Surname;
    let edit = Edit { kind, start, end, from: name.to_owned(), to, because: None };
    let mut edits = statement.edits.clone();
    edits.push(edit);
    edits.sort_by_key(|e| (e.start, e.end));
    let text = replay(&evidence.exact, &edits).ok()?;
    let kind = match statement.kind {
        Kind::Verbatim => Kind::Edited,
        kind => kind,
    };
    Some(Statement::new(text, kind, edits, statement.citations.clone()))
}

/// The statement with every name as its passage gives it; nothing where none was shortened.
pub fn in_full(statement: &Statement) -> Option<Statement> {
    let is_short = |e: &Edit| e.kind == EditKind::Surname;
    if !statement.edits.iter().any(is_short) {
        return None;
    }
    let evidence = statement.citations.first()?.evidence.first()?;
    let edits: Vec<Edit> = statement.edits.iter().filter(|e| !is_short(e)).cloned().collect();
    let text = replay(&evidence.exact, &edits).ok()?;
    let kind = if edits.is_empty() { Kind::Verbatim } else { statement.kind };
    Some(Statement::new(text, kind, edits, statement.citations.clone()))
}

/// Whether a text gives a name in full.
fn holds(text: &str, name: &str) -> bool {
    !forms(text, name).is_empty()
}

/// A name as it stands in a text, with the role before it and without, the longest first.
fn forms<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let edge = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == '-');
    let Some(at) = text.find(name) else { return Vec::new() };
    let end = at + name.len();
    if !edge(text[..at].chars().next_back()) || !edge(text[end..].chars().next()) {
        return Vec::new();
    }
    let mut starts = vec![at];
    let mut start = at;
    while let Some(before) = text[..start].strip_suffix(' ').filter(|_| starts.len() <= ROLE) {
        start = before.rfind(' ').map_or(0, |space| space + 1);
        let word = &before[start..];
        let lower = word.trim_end_matches('.').to_lowercase();
        let title = is_role(&lower) || is_honorific(&lower) || starts.len() > 1;
        if !word.starts_with(char::is_uppercase) || word.ends_with(',') || !title {
            break;
        }
        starts.push(start);
    }
    starts.into_iter().rev().map(|start| &text[start..end]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shortened_name_is_given_in_full_again() {
        let text = "On Monday, President Ilan Vosk left.";
        let article = throughline_model::Article::new(None, text, Vec::new());
        let evidence = vec![throughline_model::Evidence::cut(&article, 0..text.len())];
        let citations = vec![throughline_model::Citation { source: 1, evidence }];
        let full = Statement::new(text.to_owned(), Kind::Verbatim, Vec::new(), citations);
        let short = shortened(&full, "President Ilan Vosk").expect("it stands there");
        assert_eq!(short.text, "On Monday, Vosk left.");
        assert_eq!(in_full(&short), Some(full.clone()));
        assert_eq!(in_full(&full), None);
    }

    #[test]
    fn a_name_is_found_with_its_role() {
        let cases: [(&str, &[&str]); 5] = [
            ("On Monday, President Ilan Vosk left.", &["President Ilan Vosk", "Ilan Vosk"]),
            ("The harbour of Ilan Vosk.", &["Ilan Vosk"]),
            ("A letter by Ilan Voskin.", &[]),
            (
                "Vess County Sheriff Ilan Vosk left.",
                &[
                    "Vess County Sheriff Ilan Vosk",
                    "County Sheriff Ilan Vosk",
                    "Sheriff Ilan Vosk",
                    "Ilan Vosk",
                ],
            ),
            ("In Ardenne Ilan Vosk left.", &["Ilan Vosk"]),
        ];
        for (text, expected) in cases {
            assert_eq!(forms(text, "Ilan Vosk"), expected, "{text}");
        }
    }
}
