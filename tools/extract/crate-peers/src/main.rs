//! `extract-peers CRATE SET > OUT.json`: what the crate `trafilatura` or
//! `dom_smoothie` reads in the pages of a folder (html/ID.html, addresses in
//! gt.json), as `throughline-bench extract` prints it; pages a second of one
//! core and the most memory on stderr. Both take text, so pages are taken for
//! UTF-8.

use std::{collections::BTreeMap, env, error::Error, fs, panic, path::Path};

use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let [_, peer, folder] = &env::args().collect::<Vec<_>>()[..] else {
        return Err("usage: extract-peers trafilatura|dom_smoothie SET".into());
    };
    let read = match peer.as_str() {
        "trafilatura" => trafilatura,
        "dom_smoothie" => dom_smoothie,
        _ => return Err(format!("{peer}: no such peer").into()),
    };
    let gold: BTreeMap<String, Value> =
        serde_json::from_slice(&fs::read(Path::new(folder).join("gt.json"))?)?;
    let (mut found, mut pages) = (BTreeMap::new(), 0);
    for (id, truth) in gold {
        let Ok(bytes) = fs::read(Path::new(folder).join(format!("html/{id}.html"))) else { continue };
        let html = String::from_utf8_lossy(&bytes);
        pages += 1;
        // A page on which a peer panics gives nothing.
        if let Ok(Some(fields)) = panic::catch_unwind(|| read(&html, truth["url"].as_str())) {
            found.insert(id, fields);
        }
    }
    let (seconds, memory) = spent()?;
    eprintln!("{:.1} pages a second, {memory} MB", f64::from(pages) / seconds);
    println!("{}", serde_json::to_string(&found)?);
    Ok(())
}

fn trafilatura(html: &str, url: Option<&str>) -> Option<Value> {
    let mut options = trafilatura::Options::default()
        .with_fallback(true)
        .with_exclude_comments(true)
        .with_focus(trafilatura::ExtractionFocus::FavorPrecision);
    if let Some(url) = url.and_then(|url| url.parse().ok()) {
        options = options.with_url(url);
    }
    let page = trafilatura::extract(html, &options).ok()?;
    let meta = page.metadata;
    Some(json!({"articleBody": page.content_text, "title": meta.title,
        "author": meta.author.split("; ").collect::<Vec<_>>(),
        "date": meta.date.map(|date| date.to_string().chars().take(10).collect::<String>())}))
}

fn dom_smoothie(html: &str, url: Option<&str>) -> Option<Value> {
    let page = dom_smoothie::Readability::new(html, url, None).ok()?.parse().ok()?;
    let date = page.published_time.map(|date| date.chars().take(10).collect::<String>());
    Some(json!({"articleBody": page.text_content.to_string(), "title": page.title,
        "author": page.byline, "date": date}))
}

/// Processor seconds and the most megabytes, as Linux counts them.
fn spent() -> Result<(f64, u64), Box<dyn Error>> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = fields[11].parse::<f64>()? + fields[12].parse::<f64>()?;
    let status = fs::read_to_string("/proc/self/status")?;
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    let kilobytes: u64 = most.trim().trim_end_matches(" kB").parse()?;
    Ok((ticks / 100., kilobytes / 1024))
}
