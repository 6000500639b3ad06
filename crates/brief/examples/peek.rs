//! temp
use throughline_annotate::Reading;
use throughline_model::*;
fn main() {
    let mut args = std::env::args().skip(1);
    let f = args.next().unwrap();
    let want = args.next();
    let mut rs = vec![];
    let mut docs = vec![];
    if f.ends_with(".jsonl") {
        for (i, l) in std::fs::read_to_string(&f).unwrap().lines().enumerate() {
            let v: serde_json::Value = serde_json::from_str(l).unwrap();
            if want.as_deref().is_some_and(|w| v["story"] != w) {
                continue;
            }
            docs.push(Document::new(format!("{f}:{i}"), Content::Json, l.as_bytes().to_vec()));
        }
    } else {
        for e in std::fs::read_dir(&f).unwrap() {
            let p = e.unwrap().path();
            docs.push(Document::new(
                p.display().to_string(),
                Content::Html,
                std::fs::read(p).unwrap(),
            ));
        }
    }
    for d in &docs {
        match throughline_extract::extract(d) {
            Ok(a) => rs.push(a),
            Err(e) => eprintln!("{}: {e}", d.name),
        }
    }
    if std::env::var("TL_TEXT").is_ok() {
        for a in &rs {
            println!(
                "=== {} | {} | {:?} | {:?} | {:?} {}",
                a.outlet,
                a.title,
                a.published.map(|p| p.to_string()),
                a.authors,
                a.credits,
                a.language
            );
            for p in &a.paragraphs {
                println!("  [{:?}] {}", p.role, &a.text[p.span.clone()]);
            }
        }
        return;
    }
    throughline_syntax::Pipeline::english().parse("Warm it up.", throughline_syntax::Wants::ALL);
    let t = std::time::Instant::now();
    let rs = rs.into_iter().map(Reading::of).collect();
    let t1 = t.elapsed();
    let (rs, _) = throughline_gather::in_order(rs);
    let owners = rs
        .iter()
        .filter_map(|r: &Reading| {
            let o =
                throughline_extract::known_outlet(r.article.url.as_deref()?.split('/').nth(2)?)?;
            Some((r.article.outlet.clone(), o.owner.to_string()))
        })
        .collect();
    let b = throughline_brief::brief(
        rs,
        &throughline_brief::Options { now: "2026-11-23".parse().unwrap(), owners },
    )
    .unwrap();
    eprintln!("annotate {t1:?} all {:?}", t.elapsed());
    let c =
        |s: &Statement| s.citations.iter().map(|c| format!("[{}]", c.source)).collect::<String>();
    println!(
        "# {} {}\n{} articles {} outlets {} independent",
        b.headline.text,
        c(&b.headline),
        b.counts.articles,
        b.counts.outlets,
        b.counts.independent
    );
    for s in &b.sections {
        println!("\n## {} {}", s.heading.text, c(&s.heading));
        for t in &s.statements {
            println!(
                "  {} {}  <{:?}>",
                t.text,
                c(t),
                t.edits.iter().map(|e| e.kind).collect::<Vec<_>>()
            );
        }
    }
    println!("\nDIFFER");
    for d in &b.disagreements {
        println!(" {} {:?}", d.about, d.kind);
        for p in &d.positions {
            println!(
                "   {}{} {} {}",
                p.value,
                if p.newest { "*" } else { "" },
                p.statement.text,
                c(&p.statement)
            );
        }
    }
    println!("\nSOURCES");
    for s in &b.sources {
        println!(
            " {}. {} ({}) {}: {} ({:?})",
            s.number,
            s.outlet,
            s.family,
            s.title,
            s.note.text,
            s.published.map(|p| p.to_string())
        );
    }
    println!("\nTIMELINE");
    for e in &b.timeline {
        println!(
            " {} {:?} {} {}   <{}>",
            e.when.display,
            e.status,
            e.statement.text,
            c(&e.statement),
            e.date_evidence.evidence.as_ref().map_or("", |e| &e.exact)
        );
    }
    let f = throughline_prove::Proof::from(&b.articles).faults(&b);
    for f in f {
        println!("FAULT {f}");
    }
}
