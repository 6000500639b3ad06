//! Articles made in numbers, about invented events.

use serde_json::json;

const PLACES: [&str; 16] = [
    "Vessmark",
    "Hallin",
    "Orrenby",
    "Tolmere",
    "Dunmarsh",
    "Kessling",
    "Haldery",
    "Wenlow",
    "Marchfold",
    "Aldermoor",
    "Sundhaven",
    "Fairmount",
    "Wexcombe",
    "Carrowdale",
    "Ostrel",
    "Brunby",
];
const PEOPLE: [&str; 16] = [
    "Mara Tolle",
    "Ivo Renn",
    "Pia Morn",
    "Jon Sarro",
    "Dora Feltham",
    "Anton Zelk",
    "Ruth Calder",
    "Emil Brandt",
    "Nora Quist",
    "Hugo Pell",
    "Ines Varga",
    "Tom Arden",
    "Lena Holt",
    "Karl Oster",
    "Vera Lind",
    "Max Doran",
];
const OUTLETS: [&str; 5] =
    ["Vess Herald", "Morning Bell", "Coast Courier", "Daily Anchor", "Northern Ledger"];

/// What happened, who speaks of it, and what is to come. `{p}` is the place, `{w}`
/// who speaks, `{n}` a figure that is the event's own.
const EVENTS: [[&str; 5]; 4] = [
    [
        "Ferry runs aground off {p} with {n} aboard",
        "A ferry with {n} people aboard ran aground on a sandbank off {p} on Monday morning, the coastguard said.",
        "Harbour master {w} said that a rudder had failed minutes before the ship struck the bank.",
        "Boats from {p} brought all passengers ashore before noon, and nobody was badly hurt.",
        "An inquiry into the grounding will open in {p} next week, {w} told reporters.",
    ],
    [
        "Glass works of {p} sold for {n} million crowns",
        "The glass works of {p} were sold to a rival for {n} million crowns, the owners said on Tuesday.",
        "Chief executive {w} said that no furnace would be closed and no worker dismissed.",
        "The works of {p} have made bottles and window panes since the last century.",
        "Shareholders will vote on the sale in spring, {w} told analysts in a call.",
    ],
    [
        "Flood in {p} drives {n} families from their homes",
        "A flood drove {n} families from their homes in {p} after two days of heavy rain, the council said.",
        "Mayor {w} said that the dyke had held, but that water came up through the drains.",
        "Schools in {p} took in people who had nowhere to go, with beds lent by the army.",
        "The council of {p} will decide on a higher dyke in October, {w} said.",
    ],
    [
        "Court in {p} frees {n} dockers held since the strike",
        "A court in {p} freed {n} dockers who had been held since the strike in the summer, lawyers said.",
        "Judge {w} found that the police had kept no record of why the men were taken.",
        "The union of {p} called the ruling a victory and asked for the men to be paid.",
        "Prosecutors may appeal until the end of the month, {w} told the court.",
    ],
];

/// So many articles as lines of JSON, five of a story, in order of publication;
/// one in twenty comes again with a changed text.
pub fn lines(articles: usize) -> String {
    let mut lines = String::new();
    for number in 0..articles {
        let again = number % 20 == 19;
        let of = if again { number - 7 } else { number };
        let stories = articles.div_ceil(5);
        let (story, part) = (of % stories, of / stories);
        let sentences = EVENTS[story % 4];
        let figure = (20 + story * 3).to_string();
        let place = format!(
            "{} {}",
            ["Port", "Old", "Upper", "New"][story / 16 % 4],
            PLACES[story * 7 % 16]
        );
        let fill = |text: &str| {
            let text = text.replace("{p}", &place).replace("{n}", &figure);
            text.replace("{w}", PEOPLE[(story * 5 + story / 16) % 16])
        };
        let told = (1..5).filter(|&s| s == 1 || s != 2 + part % 3).map(|s| fill(sentences[s]));
        let mut text: String = told.collect::<Vec<_>>().join("\n\n");
        text.push_str(&format!("\n\nIt was the {} report of the day from {place}.", part + 1));
        if again {
            text.push_str("\n\nThis article was changed after it came out to add a detail.");
        }
        let line = json!({
            "url": format!("https://news{}.example/{story}/{part}", part % 5),
            "outlet": OUTLETS[part % 5],
            "title": fill(sentences[0]),
            "published": format!("2026-09-{:02}T{:02}:{:02}:00Z", 1 + of * 14 / articles, of % 24, of % 60),
            "text": text,
        });
        lines.push_str(&format!("{line}\n"));
    }
    lines
}
