//! temp
use throughline_annotate::Reading;
use throughline_model::*;
fn main() {
    let mut args = std::env::args().skip(1);
    let f = args.next().unwrap();
    let want = args.next().unwrap();
    let mut rs = vec![];
    for l in std::fs::read_to_string(f).unwrap().lines() {
        let v: serde_json::Value = serde_json::from_str(l).unwrap();
        let s = |k: &str| v[k].as_str().unwrap_or("").to_owned();
        if s("story") != want {
            continue;
        }
        let text = s("text");
        let title = s("title");
        let lines: Vec<_> = text
            .lines()
            .filter(|l| *l != title)
            .map(|l| (Role::Body, l.to_owned(), None))
            .collect();
        let mut a = Article::new(Some(s("url")), &title, lines);
        a.outlet = s("outlet");
        a.published = s("published").parse().ok();
        a.language = "en".into();
        rs.push(a);
    }
    let t = std::time::Instant::now();
    throughline_syntax::Pipeline::english().parse("Warm it up.", throughline_syntax::Wants::ALL);
    let t0 = t.elapsed();
    let t = std::time::Instant::now();
    let rs = rs.into_iter().map(Reading::of).collect();
    let t1 = t.elapsed();
    let (rs, _) = throughline_gather::in_order(rs);
    let b = throughline_brief::brief(
        rs,
        &throughline_brief::Options {
            now: "2026-11-23".parse().unwrap(),
            owners: Default::default(),
        },
    )
    .unwrap();
    eprintln!("load {t0:?} annotate {t1:?} all {:?}", t.elapsed());
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
