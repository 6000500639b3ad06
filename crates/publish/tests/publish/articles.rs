//! Six invented articles in three scripts; the last one attacks the page.

use throughline_model::{Article, Evidence, Moment, Role};

/// Six articles about a bridge in a town that does not exist.
pub fn articles() -> Vec<Article> {
    vec![
        article(
            "Lannow Herald",
            Some("https://herald.example/2026/01/06/bridge?ref=front&x=1"),
            "2026-01-06T18:20:00+01:00",
            "en",
            "Second Crack Keeps the Lannow Harbour Bridge Closed, and Nobody at the Port Authority Will Say for How Long",
            &[
                "Engineers found a second crack in the Lannow Harbour Bridge on Tuesday, the port authority said in a statement that gave no date for reopening.",
                "Fourteen people were hurt when a bus braked on the damaged span on Monday.",
                "“We will not open a bridge that we cannot vouch for,” harbour master Ilse Varga told reporters.",
                "The bridge opened in 1974 and was last inspected in March 2024.",
                "A repair contract will be signed on 12 January, Varga said.",
            ],
        ),
        article(
            "Coastal Wire",
            Some("https://wire.example/a/2291"),
            "2026-01-06T09:05:00Z",
            "en",
            "Eleven hurt on Lannow bridge, port authority says",
            WIRE,
        ),
        article(
            "The Daily Ferry",
            Some("https://ferry.example/news/lannow-bridge"),
            "2026-01-06T11:00:00Z",
            "en",
            "Bridge accident: eleven hurt",
            WIRE,
        ),
        article(
            "港湾日報",
            Some("https://kowan.example/記事/17"),
            "2026-01-07",
            "ja",
            "ランノウ港湾橋、亀裂は昨年から把握か",
            &[
                "港湾局は昨年11月から亀裂を把握していたと、技術者が語った。",
                "橋は約四万人が毎日利用している。",
            ],
        ),
        article(
            "صحيفة المرفأ",
            Some("https://marfa.example/17"),
            "2026-01-07T12:05:00Z",
            "ar",
            "إغلاق جسر ميناء لانو حتى نهاية فبراير",
            &["قالت سلطة الميناء إن الجسر سيبقى مغلقا حتى نهاية فبراير."],
        ),
        article(
            "<script>alert(\"outlet\")</script> & Sons\u{1b}[31m",
            Some("javascript:alert(document.domain)//https://evil.example"),
            "",
            "\"><img src=x>",
            "*Bold* _claims_ [link](javascript:alert(1)) <img src=x onerror=alert(1)> \u{202e}dessever",
            &[
                "1. The repair will cost $4 million & \"nobody\" <b>pays</b> --> ]]> {{ 7*7 }} `code` </script><script>alert(1)</script>.",
                "# The repair will now cost $6_million_ ~~or more~~ | said 'he' </style></span>.",
            ],
        ),
    ]
}

const WIRE: &[&str] = &[
    "Eleven people were hurt on the Lannow Harbour Bridge on Monday, the port authority said.",
    "The city council meets on 9 January to vote on emergency money.",
    "If the council approves the money, ferries will carry lorries from February.",
];

fn article(
    outlet: &str,
    url: Option<&str>,
    published: &str,
    language: &str,
    title: &str,
    lines: &[&str],
) -> Article {
    let lines = lines.iter().map(|line| (Role::Body, (*line).to_owned(), None)).collect();
    Article {
        outlet: outlet.to_owned(),
        published: (!published.is_empty()).then(|| at(published)),
        language: language.to_owned(),
        ..Article::new(url.map(str::to_owned), title, lines)
    }
}

pub fn at(moment: &str) -> Moment {
    moment.parse().expect("a moment")
}

/// The passage, found in the article.
pub fn cut(article: &Article, passage: &str) -> Evidence {
    let start = article.text.find(passage).unwrap_or_else(|| panic!("{passage:?} is in the text"));
    Evidence::cut(article, start..start + passage.len())
}
