//! Any bytes as a document of any kind give an article or a reason, never a
//! panic; the lines of an article are its text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use throughline_extract::extract;
use throughline_model::{Content, Document};

fuzz_target!(|input: (u8, &[u8])| {
    let (kind, bytes) = input;
    // Pages are what is hard: every other input is one.
    let content = match kind % 8 {
        0 => Content::Text,
        1 => Content::Markdown,
        2 => Content::Mail,
        3 => Content::Json,
        _ => Content::Html,
    };
    let mut document = Document::new("fuzz", content, bytes.to_vec());
    document.url = (kind >= 128).then(|| "https://herald.example/2026/05/06/bridge".to_owned());
    let Ok(article) = extract(&document) else { return };
    let lines: Vec<&str> =
        article.paragraphs.iter().map(|p| &article.text[p.span.clone()]).collect();
    assert_eq!(lines.join("\n"), article.text);
    assert!(article.paragraphs.len() > 1);
    assert!(!article.text.contains(|c: char| c.is_control() && c != '\n'));
});
