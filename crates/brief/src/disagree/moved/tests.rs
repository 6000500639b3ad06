//! What is told as moved, and what must not be, pair by pair.

use super::differing;
use crate::{fixture, story::LineId};

/// What moved by the articles of 10, 12 and 14 March, a sentence each.
fn found(told: &[&str]) -> String {
    let outlets = ["Vess Herald", "Molsey Post", "Ardenne Mail"];
    let days = ["2026-03-10T08:30:00Z", "2026-03-12T09:00:00Z", "2026-03-14T09:00:00Z"];
    let told: Vec<[&str; 1]> = told.iter().map(|text| [*text]).collect();
    let given: Vec<fixture::Given> = told
        .iter()
        .zip(outlets)
        .zip(days)
        .map(|((text, outlet), day)| (outlet, day, "News of Tarn", &text[..]))
        .collect();
    let (story, trees) = fixture::story(&given);
    let ranked: Vec<(LineId, f32)> = (0..story.lines.len()).map(|line| (line, 1.0)).collect();
    let shown = differing(&story, &trees, &ranked).into_iter().map(|d| {
        let values: Vec<&str> = d.sides.iter().map(|s| s.lines[0].value.as_str()).collect();
        let end = if d.sides[1].last.is_some() { "" } else { ", and on" };
        format!("{}: {}{end}", d.about, values.join(" / ")).to_lowercase()
    });
    shown.collect::<Vec<_>>().join("; ")
}

const VOTE: &str = "The vote on the voting cap of Vantis will be held in Tarn on 25 March.";
const FOUR: &str = "Four dock workers were dead by daybreak in Tarn, the harbour master said.";
const HANGERS: &str = "Two of the bridge's 48 hangers were cracked, engineers said.";

#[test]
fn what_moved_by_its_own_source_is_a_development() {
    let cases: &[(&[&str], &str)] = &[
        (
            &[VOTE, "The vote on the cap of Vantis was moved from 25 March to 9 April."],
            "day of the vote: 25 march / 9 april",
        ),
        // The Friday that a closure "was to have ended on" is the one that it was told for.
        (
            &[
                "All schools in Tarn and Vesk will remain closed until Friday, March 20.",
                "All schools in Tarn and Vesk will stay closed until Monday, March 23, extending a closure that was to have ended on Friday.",
            ],
            "until when all schools will stay closed: 20 march / 23 march",
        ),
        (
            &[FOUR, "Six people died in the strike on Tarn, raising an earlier toll of four."],
            "people killed: four / six",
        ),
        (
            &[
                FOUR,
                "Six people died and nine were injured in Tarn, raising an earlier toll of four.",
            ],
            "people killed: four / six",
        ),
        (
            &[
                HANGERS,
                "The cabinet voted after it was told that four hangers, and not two, were cracked.",
            ],
            "hangers: two / four",
        ),
        // It moved on since, and may be of some only.
        (
            &[
                VOTE,
                "The vote on the cap of Vantis was moved from 25 March to 9 April.",
                "The vote on the voting cap of Vantis will be held in Tarn on 30 April.",
            ],
            "day of the vote: 25 march / 9 april, and on",
        ),
        (
            &[
                HANGERS,
                "The cabinet voted after it was told that four hangers, and not two, were cracked.",
                "Seven of the bridge's 48 hangers were cracked, the cabinet was told.",
            ],
            "hangers: two / four, and on",
        ),
    ];
    for (told, expected) in cases {
        assert_eq!(found(told), *expected, "{told:?}");
    }
}

#[test]
fn what_only_may_move_or_is_of_another_thing_is_none() {
    let cases: &[&[&str]] = &[
        &[
            VOTE,
            "The board denied that the vote on the cap of Vantis was moved from 25 March to 9 April.",
        ],
        &[VOTE, "The vote on the cap of Vantis was not moved from 25 March to 9 April."],
        &[
            VOTE,
            "The board refused to move the vote on the cap of Vantis from 25 March to 9 April.",
        ],
        &[
            VOTE,
            "A fund asked the court to move the vote on the cap of Vantis from 25 March to 9 April.",
        ],
        &[VOTE, "The vote on the cap of Vantis may be moved from 25 March to 9 April."],
        &[
            VOTE,
            "If the court agrees, the vote on the cap of Vantis is moved from 25 March to 9 April.",
        ],
        &[
            VOTE,
            "A rumour spread that the vote on the cap of Vantis was moved from 25 March to 9 April.",
        ],
        &[
            VOTE,
            "The board had moved the vote on the cap of Vantis from 25 March to 9 April, but a court stopped it.",
        ],
        // A range, other things' days, nothing told before.
        &[
            "Vantis of Tarn publishes its annual results on 25 March.",
            "The vote at Vantis of Tarn was moved from 25 March to 9 April.",
        ],
        &[
            VOTE,
            "The vote on the cap of Vantis runs from 25 March to 9 April, and a concert was postponed.",
        ],
        &[
            VOTE,
            "Vantis, whose vote on the cap was due on 25 March, will publish its results on 9 April.",
        ],
        &[
            "The bridge at Tarn reopens on March 25.",
            "The vote on the cap of Vantis was moved from 25 March to 9 April.",
        ],
        &[
            "Shareholders vote on the cap of Vantis soon.",
            "The vote on the cap of Vantis was moved from 25 March to 9 April.",
        ],
        // The day is given.
        &[
            "All schools in Tarn and Vesk will remain closed until Friday, March 27.",
            "All schools in Tarn and Vesk will stay closed until Monday, March 23, extending a closure that was to have ended on 20 March.",
        ],
        // Another harm, year, month, thing; no correction.
        &[
            "Four people were injured in the strike on Tarn.",
            "Six people died in the strike on Tarn, raising an earlier toll of four.",
        ],
        &[
            "Four people died in a strike in Vesk.",
            "Six people died in the strike in Tarn, raising an earlier toll of four.",
        ],
        &[
            "The navy took 12 sailors off Tarn.",
            "The mayor claimed that the navy took 14 sailors off Tarn, not 12, but the navy says that it took nobody.",
        ],
        &[
            "Four sailors died in a strike on Tarn in 2019.",
            "Six people died in the strike on Tarn, raising an earlier toll of four.",
        ],
        &[
            "Four people died in fires in Tarn in February.",
            "Six people died in fires in Tarn in March, up from four in February.",
        ],
        &[
            "Vantis plans to close 15 shops in Tarn.",
            "Vantis may close 12 if not 15 shops in Tarn.",
        ],
        &[
            "Vantis will cut 15 posts in Tarn.",
            "Vantis will close 20 offices rather than 15 posts in Tarn.",
        ],
        &[
            "Two ministers opened the bridge at Tarn.",
            "The cabinet voted after it was told that four hangers, and not two, were cracked.",
        ],
    ];
    for told in cases {
        assert_eq!(found(told), "", "{told:?}");
    }
}
