//! Text that would run, hide or paint: it must come out as words, in all forms.

use crate::run::{Folder, brief, run};

const TEXT: &str = "The bridge \\u001b[2J was closed <script>alert(2)</script> on Friday, the county \
\\u202ecouncil\\u202c said.\\n\\nEngineers found <img src=x onerror=alert(3)> cracks in 12 of the 48 \
hangers, the council said on Friday.\\n\\nIt will reopen on 23 January 2027, council leader Frances \
Tolley said [here](javascript:alert(4)) \\u009b31m.";

fn article() -> String {
    format!(
        "{{\"url\":\"https://evil.example/a?x=\\\"><script>alert(5)</script>\",\
         \"outlet\":\"Evil\\u001b[31m <b>Herald</b>\\u202e\",\
         \"title\":\"Bridge <script>alert(1)</script> closes \\u202etxet\\u202c \\u0007after cracks\",\
         \"authors\":[\"A\\u001b]0;x\\u0007 B\"],\"published\":\"2026-11-06\",\"text\":\"{TEXT}\"}}"
    )
}

fn drives(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn comes_out_as_words_in_every_form() {
    let folder = Folder::with(&[("a.jsonl", article())]);
    for form in ["text", "markdown", "html", "json"] {
        let outcome = brief(&[&folder.path(), "--format", form]);
        assert_eq!(outcome.code, 0, "{form}: {}", outcome.err);
        let found = outcome.out.chars().chain(outcome.err.chars()).find(|c| drives(*c));
        assert_eq!(found, None, "{form}: a character that drives the terminal came through");
        assert!(outcome.out.contains("alert(1)"), "{form}: the words stay");
    }
    let html = brief(&[&folder.path(), "--format", "html"]).out;
    for markup in ["<script>alert", "<img", "<b>Herald", "href=\"javascript", "\"><script"] {
        assert!(!html.contains(markup), "{markup} in {html}");
    }
    let markdown = brief(&[&folder.path(), "--format", "markdown"]).out;
    for markup in [" <script>", " <img", "](javascript"] {
        assert!(!markdown.contains(markup), "{markup} in {markdown}");
    }
}

#[test]
fn what_is_read_in_it_comes_out_as_words() {
    let folder = Folder::with(&[("a.jsonl", article()), ("\u{1b}[31mred.jsonl", article())]);
    for form in ["text", "json"] {
        let outcome = run(&["annotate", &folder.path(), "--format", form]);
        assert_eq!(outcome.code, 0, "{form}: {}", outcome.err);
        let found = outcome.out.chars().chain(outcome.err.chars()).find(|c| drives(*c));
        assert_eq!(found, None, "{form}: a character that drives the terminal came through");
        assert!(outcome.out.contains("alert(1)"), "{form}: the words stay");
    }
}

#[test]
fn names_of_files_drive_no_terminal() {
    let folder = Folder::new();
    let name = folder.join("\u{1b}[31mred\u{202e}.txt").display().to_string();
    let outcome = brief(&[&name]);
    assert_eq!(outcome.code, 1);
    assert!(!outcome.err.chars().any(drives), "{}", outcome.err);
}

#[test]
fn a_hostile_briefing_drives_no_terminal() {
    let folder = Folder::with(&[("a.jsonl", article())]);
    let json = brief(&[&folder.path(), "--format", "json"]).out;
    let bad =
        folder.write("b.json", json.replace("\"article\": \"", "\"article\": \"\\u001b[2J\\n"));
    let outcome = run(&["verify", &bad]);
    assert_eq!(outcome.code, 1);
    assert!(!outcome.out.is_empty());
    assert!(!outcome.out.chars().any(drives), "{}", outcome.out);
}
