//! An invented briefing with everything in it that a form must be able to set:
//! a family, every kind of date, every kind of difference, three scripts, and
//! one article that attacks the page.

use throughline_model::*;

use crate::articles::{articles, at, cut};

/// A briefing of one article and one sentence: the smallest there is.
pub fn smallest() -> Briefing {
    let articles = &articles()[1..2];
    let whole = |start: &str| told(articles, start, Kind::Verbatim, &[(1, start)]);
    Briefing {
        schema: SCHEMA.to_owned(),
        story: "small".to_owned(),
        revision: 1,
        updated: None,
        now: at("2026-01-08"),
        language: "en".to_owned(),
        counts: Counts { articles: 1, outlets: 1, independent: 1 },
        recurs: false,
        headline: whole("Eleven hurt on Lannow bridge, port authority says"),
        sections: vec![Section {
            heading: whole("The city council meets on 9 January"),
            statements: vec![whole(
                "The city council meets on 9 January to vote on emergency money.",
            )],
        }],
        sources: vec![source(articles, 1, "w", whole("Eleven people were hurt"))],
        timeline: Vec::new(),
        disagreements: Vec::new(),
        articles: Vec::new(),
    }
}

/// The briefing of these articles.
pub fn fixture() -> Briefing {
    let articles = &articles()[..];
    let told = |text: &str, kind, from: &[(usize, &str)]| told(articles, text, kind, from);
    let crack = (1, "Engineers found a second crack in the Lannow Harbour Bridge on Tuesday");
    let fourteen =
        (1, "Fourteen people were hurt when a bus braked on the damaged span on Monday.");
    let eleven = "Eleven people were hurt on the Lannow Harbour Bridge on Monday";
    let council = "The city council meets on 9 January to vote on emergency money.";
    let ferries = "If the council approves the money, ferries will carry lorries from February.";
    let known = (4, "港湾局は昨年11月から亀裂を把握していたと、技術者が語った。");
    let arabic = (5, "قالت سلطة الميناء إن الجسر سيبقى مغلقا حتى نهاية فبراير.");
    let quote = "“We will not open a bridge that we cannot vouch for,” harbour master Ilse Varga told reporters.";
    let attack = articles[5].text.lines().nth(1).expect("the attack has lines").to_owned();
    let second = articles[5].text.lines().nth(2).expect("the attack has lines").to_owned();
    let notes = [
        "Only report of the second crack; quotes harbour master Ilse Varga and gives the count of 14 hurt.",
        "Gives the port authority's count of 11 hurt and the day of the council vote.",
        "Carries the agency's report word for word.",
        "Only source for when the port authority learned of the crack.",
        "Only report that the bridge stays closed until the end of February.",
    ];
    let spans = [crack, (2, council), (3, council), known, arabic];
    let mut sources: Vec<Source> = notes
        .into_iter()
        .zip(spans)
        .enumerate()
        .map(|(i, (note, span))| {
            let family = if i == 2 { "f2".to_owned() } else { format!("f{}", i + 1) };
            source(articles, i + 1, &family, told(note, Kind::Composed, &[span]))
        })
        .collect();
    let note = told(&second, Kind::Verbatim, &[(6, &second), (1, crack.1)]);
    sources.push(source(articles, 6, "f6", note));
    let entry = |display: &str, from: &str, to: &str, precision, status, statement| TimelineEntry {
        when: When {
            from: from.parse().ok(),
            to: to.parse().ok(),
            precision,
            display: display.to_owned(),
            condition: None,
        },
        status,
        date_evidence: DateEvidence {
            evidence: Some(cut(&articles[0], "on Tuesday")),
            how: How::Relative,
            anchor: Some(at("2026-01-06T18:20:00+01:00")),
            confidence: 0.9,
        },
        statement,
    };
    use Precision::{Day, Month, Open, Range, Year};
    let mut timeline = vec![
        entry(
            "1974",
            "1974-01-01",
            "1974-12-31",
            Year,
            Status::Past,
            told(
                "The Lannow Harbour Bridge opens.",
                Kind::Edited,
                &[(1, "The bridge opened in 1974")],
            ),
        ),
        entry(
            "March 2024",
            "2024-03-01",
            "2024-03-31",
            Month,
            Status::Past,
            told(
                "The bridge is inspected for the last time before the accident.",
                Kind::Model,
                &[(1, "was last inspected in March 2024")],
            ),
        ),
        entry(
            "Nov 2025 – Jan 2026",
            "2025-11-01",
            "2026-01-05",
            Range,
            Status::Past,
            told(
                "The port authority knows of a crack and keeps the bridge open, an engineer says.",
                Kind::Model,
                &[known],
            ),
        ),
        entry(
            "Jan 5, 2026",
            "2026-01-05",
            "2026-01-05",
            Day,
            Status::Past,
            told(
                "A bus brakes on the damaged span; people on board are hurt.",
                Kind::Edited,
                &[fourteen, (2, eleven), (3, eleven)],
            ),
        ),
        entry(
            "Jan 6, 2026",
            "2026-01-06",
            "2026-01-06",
            Day,
            Status::Past,
            told(
                "Engineers find a second crack in the Lannow Harbour Bridge.",
                Kind::Edited,
                &[crack],
            ),
        ),
        entry(
            "Jan 6, 2026",
            "2026-01-06",
            "2026-01-06",
            Day,
            Status::Past,
            told(quote, Kind::Verbatim, &[(1, quote)]),
        ),
        entry(
            "Jan 7, 2026",
            "2026-01-07",
            "2026-01-07",
            Day,
            Status::State,
            told(
                "About forty thousand people use the bridge every day.",
                Kind::Model,
                &[(4, "橋は約四万人が毎日利用している。")],
            ),
        ),
        entry(
            "Jan 7, 2026",
            "2026-01-07",
            "2026-01-07",
            Day,
            Status::Scheduled,
            told(
                "A public hearing was to be held.",
                Kind::Composed,
                &[(1, "gave no date for reopening")],
            ),
        ),
        entry(
            "Jan 9, 2026",
            "2026-01-09",
            "2026-01-09",
            Day,
            Status::Scheduled,
            told(council, Kind::Verbatim, &[(2, council), (3, council)]),
        ),
        entry(
            "Jan 12, 2026",
            "2026-01-12",
            "2026-01-12",
            Day,
            Status::Scheduled,
            told(
                "A repair contract will be signed.",
                Kind::Edited,
                &[(1, "A repair contract will be signed on 12 January")],
            ),
        ),
        entry(
            "From Feb 2026",
            "2026-02-01",
            "",
            Open,
            Status::Conditional,
            told(
                "Ferries will carry lorries across the harbour.",
                Kind::Edited,
                &[(2, ferries), (3, ferries)],
            ),
        ),
        entry(
            "If the money runs out before the second pier is mended",
            "",
            "",
            Open,
            Status::Conditional,
            told(&attack, Kind::Verbatim, &[(6, &attack)]),
        ),
    ];
    timeline[0].date_evidence.how = How::Explicit;
    timeline[0].date_evidence.evidence = Some(cut(&articles[0], "in 1974"));
    timeline[2].date_evidence.confidence = 0.4;
    timeline[5].date_evidence = DateEvidence {
        evidence: None,
        how: How::Publication,
        anchor: articles[0].published,
        confidence: 0.3,
    };
    timeline[10].when.condition = Some("the council approves the money".to_owned());
    let newest = timeline[11].when.display.clone();
    timeline[11].when.condition = Some(newest);
    let position =
        |value: &str, newest, statement| Position { value: value.to_owned(), newest, statement };
    Briefing {
        schema: SCHEMA.to_owned(),
        story: "lannow-bridge".to_owned(),
        revision: 3,
        updated: Some(at("2026-01-07T14:05:00+01:00")),
        now: at("2026-01-08T08:00:00+01:00"),
        language: "en".to_owned(),
        counts: Counts { articles: 6, outlets: 6, independent: 5 },
        recurs: false,
        headline: told(
            "Second Crack Keeps the Lannow Harbour Bridge Closed Until the End of February",
            Kind::Composed,
            &[crack, arabic],
        ),
        sections: vec![
            Section {
                heading: told(
                    "Engineers Find a Second Crack in the Bridge",
                    Kind::Edited,
                    &[crack],
                ),
                statements: vec![
                    told(
                        "Engineers found a second crack in the Lannow Harbour Bridge on 6 January, the port authority said.",
                        Kind::Edited,
                        &[crack],
                    ),
                    told(quote, Kind::Verbatim, &[(1, quote)]),
                    told(
                        "The port authority had known of the first crack since November 2025, an engineer said.",
                        Kind::Model,
                        &[known],
                    ),
                ],
            },
            Section {
                heading: told(
                    "Bus Passengers Hurt as Driver Brakes on Damaged Span",
                    Kind::Edited,
                    &[fourteen],
                ),
                statements: vec![
                    told(
                        "Fourteen people were hurt when a bus braked on the damaged span on 5 January.",
                        Kind::Edited,
                        &[fourteen, (2, eleven), (3, eleven)],
                    ),
                    told(
                        "The Lannow Harbour Bridge stays closed until the end of February, the port authority said.",
                        Kind::Model,
                        &[arabic],
                    ),
                ],
            },
            Section {
                heading: told("Council to Vote on Emergency Money", Kind::Edited, &[(2, council)]),
                statements: vec![
                    told(
                        "The city council meets on 9 January to vote on emergency money.",
                        Kind::Verbatim,
                        &[(2, council), (3, council)],
                    ),
                    told(ferries, Kind::Verbatim, &[(2, ferries), (3, ferries)]),
                ],
            },
            Section {
                heading: told("<b>Nobody</b> *Pays* & `Why`", Kind::Edited, &[(6, &attack)]),
                statements: vec![
                    told(&attack, Kind::Verbatim, &[(6, &attack)]),
                    told(&second, Kind::Verbatim, &[(6, &second)]),
                ],
            },
        ],
        sources,
        timeline,
        disagreements: vec![
            Disagreement {
                about: "Number of people hurt on the bus".to_owned(),
                kind: DisagreementKind::Number,
                positions: vec![
                    position(
                        "14",
                        true,
                        told(
                            "Fourteen people were hurt when a bus braked on the damaged span.",
                            Kind::Edited,
                            &[fourteen],
                        ),
                    ),
                    position(
                        "11",
                        false,
                        told(
                            "Eleven people were hurt on the Lannow Harbour Bridge, the port authority said.",
                            Kind::Edited,
                            &[(2, eleven), (3, eleven)],
                        ),
                    ),
                ],
            },
            Disagreement {
                about: "When the crack became known".to_owned(),
                kind: DisagreementKind::Date,
                positions: vec![
                    position(
                        "November 2025",
                        true,
                        told(
                            "The port authority had known of the crack since November 2025.",
                            Kind::Model,
                            &[known],
                        ),
                    ),
                    position(
                        "6 January 2026",
                        false,
                        told(
                            "Engineers found a second crack on 6 January.",
                            Kind::Edited,
                            &[crack],
                        ),
                    ),
                ],
            },
            Disagreement {
                about: "Cost of the repair <i>in total</i>".to_owned(),
                kind: DisagreementKind::Development,
                positions: vec![
                    position("$4 million", false, told(&attack, Kind::Verbatim, &[(6, &attack)])),
                    position("$6_million_", true, told(&second, Kind::Verbatim, &[(6, &second)])),
                    position(
                        "unknown, since the port authority has asked for three offers",
                        false,
                        told(
                            "The statement gave no date for reopening.",
                            Kind::Composed,
                            &[(1, "gave no date for reopening")],
                        ),
                    ),
                ],
            },
        ],
        articles: articles.iter().map(CitedArticle::from).collect(),
    }
}

fn source(articles: &[Article], number: usize, family: &str, note: Statement) -> Source {
    let article = &articles[number - 1];
    Source {
        number,
        article: article.id.clone(),
        outlet: article.outlet.clone(),
        title: article.title.clone(),
        url: article.url.clone(),
        published: article.published,
        placed: false,
        doubted: None,
        family: family.to_owned(),
        note,
    }
}

fn told(articles: &[Article], text: &str, kind: Kind, from: &[(usize, &str)]) -> Statement {
    let citation = |&(source, passage): &(usize, &str)| Citation {
        source,
        evidence: vec![cut(&articles[source - 1], passage)],
    };
    Statement::new(text.to_owned(), kind, Vec::new(), from.iter().map(citation).collect())
}
