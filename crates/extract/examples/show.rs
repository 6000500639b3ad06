//! `show FILE...`: what is found in pages, texts, mails and lines of JSON, for
//! reading it with one's own eyes.

use std::{env, fs};

use throughline_extract::extract;
use throughline_model::{Content, Document};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for name in env::args().skip(1) {
        let bytes = fs::read(&name)?;
        let content = match name.rsplit('.').next() {
            Some("txt") => Content::Text,
            Some("md") => Content::Markdown,
            Some("eml") => Content::Mail,
            Some("jsonl" | "json") => Content::Json,
            _ => Content::Html,
        };
        let parts: Vec<Vec<u8>> = match content {
            Content::Json => {
                bytes.split(|b| *b == b'\n').filter(|l| !l.is_empty()).map(<[u8]>::to_vec).collect()
            }
            _ => vec![bytes],
        };
        for (at, part) in parts.into_iter().enumerate() {
            println!("=== {name}:{}", at + 1);
            match extract(&Document::new(&name, content, part)) {
                Err(reason) => println!("!!! {reason}"),
                Ok(a) => {
                    let shown = |m: Option<throughline_model::Moment>| {
                        m.map_or("-".to_owned(), |m| m.to_string())
                    };
                    println!(
                        "title     {}\noutlet    {}\nauthors   {:?}",
                        a.title, a.outlet, a.authors
                    );
                    println!("published {}  modified {}", shown(a.published), shown(a.modified));
                    println!(
                        "url       {}\nlanguage  {}  credits {:?}",
                        a.url.as_deref().unwrap_or("-"),
                        a.language,
                        a.credits
                    );
                    for p in a.paragraphs.iter().skip(1) {
                        let at = p.at.map_or(String::new(), |at| format!(" [{at}]"));
                        println!("{:9} {}{at}", format!("{:?}", p.role), &a.text[p.span.clone()]);
                    }
                }
            }
        }
    }
    Ok(())
}
