//! Invented articles, and the statements made from them by hand.

use throughline_model::{
    Article, Citation, CitedArticle, Edit, EditKind, Evidence, Kind, Role, Statement,
};

/// An article of an outlet, published then, from these paragraphs.
pub fn article(outlet: &str, published: &str, title: &str, paragraphs: &[&str]) -> Article {
    let url = format!("https://{}.example/{}", outlet.replace(' ', "-"), title.replace(' ', "-"));
    let lines = paragraphs.iter().map(|p| (Role::Body, (*p).to_owned(), None)).collect();
    let mut article = Article::new(Some(url), title, lines);
    article.outlet = outlet.to_owned();
    article.published = published.parse().ok();
    article.language = "en".to_owned();
    article
}

/// The story that most tests corrupt. March 12, 2026 was a Thursday.
pub fn story() -> Vec<Article> {
    vec![
        article(
            "Vess Herald",
            "2026-03-12T08:30:00Z",
            "Norland signs harbour pact with Ardenne",
            &[
                "VESSMOUTH, Norland (NP) — President Ilan Vosk signed the harbour pact in Vessmouth on Tuesday.",
                "However, the opposition did not accept the deal.",
                "Seven people were hurt in the crush at the port gate, police said.",
                "The pact, which took two years of talks, opens three ports to ferries.",
                "Vosk thanked the negotiators at a dinner, while crowds waited outside.",
                "The parliament approved the budget of 2.5 billion euros.",
                "Mayor Dara Quill opened the talks at the town hall. She promised 40 new jobs for the docks.",
                "“The harbour belongs to everyone,” Vosk told the crowd.",
            ],
        ),
        article(
            "Ardenne Post",
            "2026-03-12T15:00:00Z",
            "Crush at port gate hurts nine as pact is signed",
            &[
                "At least nine people were hurt in the crush at the port gate on Tuesday, the coastguard said.",
                "Talks on the harbour began in March 2014 in Ardenne.",
                "The old harbour closed in 2011 after a storm.",
                "Divers searched the bay from March 3 to March 7.",
                "If the court approves the plan, work will begin on the north quay.",
                "Workers will open the north quay on May 4, 2026.",
                "The dredger will leave on March 17 or March 18.",
                "President Ilan Vosk signed the harbour pact in Vessmouth on Tuesday and left at once.",
            ],
        ),
        article(
            "Daily Quay",
            "2026-03-13",
            "Fishermen fear for their berths",
            &[
                "Fishermen fear that they will lose 12 berths in the old basin.",
                "The fleet of Vessmouth has 60 boats and landed 900 tonnes of cod last year.",
            ],
        ),
    ]
}

/// What a proof needs of articles.
pub fn cited(articles: &[Article]) -> Vec<CitedArticle> {
    articles.iter().map(CitedArticle::from).collect()
}

/// The passage of an article that holds these words.
pub fn evidence(article: &Article, words: &str) -> Evidence {
    let at = article.text.find(words).unwrap_or_else(|| panic!("{words:?} is in the fixture"));
    Evidence::cut(article, at..at + words.len())
}

/// An edit of the first of these words in a passage.
pub fn edit(passage: &str, kind: EditKind, from: &str, to: &str) -> Edit {
    let at = passage.find(from).unwrap_or_else(|| panic!("{from:?} is in {passage:?}"));
    let start = passage[..at].chars().count();
    Edit {
        kind,
        start,
        end: start + from.chars().count(),
        from: from.to_owned(),
        to: to.to_owned(),
        because: None,
    }
}

/// A statement made from a passage by edits; its text is what they give.
pub fn made(evidence: Evidence, number: usize, mut edits: Vec<Edit>) -> Statement {
    edits.sort_by_key(|e| (e.start, e.end));
    let text = throughline_prove::replay(&evidence.exact, &edits).expect("the edits fit");
    let framed = edits.iter().any(|e| e.kind == EditKind::Frame);
    let kind = match (edits.is_empty(), framed) {
        (true, _) => Kind::Verbatim,
        (_, true) => Kind::Composed,
        _ => Kind::Edited,
    };
    let citations = vec![Citation { source: number, evidence: vec![evidence] }];
    Statement::new(text, kind, edits, citations)
}

/// A statement with edits given as kind, from, to.
pub fn edited(
    article: &Article,
    number: usize,
    words: &str,
    edits: &[(EditKind, &str, &str)],
) -> Statement {
    let edits = edits.iter().map(|(kind, from, to)| edit(words, *kind, from, to)).collect();
    made(evidence(article, words), number, edits)
}
