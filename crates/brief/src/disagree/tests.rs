//! What is shown as a disagreement, and what must not be, pair by pair.

use throughline_gather::{Owners, in_order};
use throughline_prove::Proof;

use super::{Side, date, denial, number, polarity};
use crate::{
    Options, brief, fixture,
    story::{LineId, Story},
    tree::Trees,
};

/// Two articles of independent outlets, the second of this day.
fn story(first: &str, second: &str, day: &str) -> (Story, Trees) {
    fixture::story(&[
        ("Vess Herald", "2026-03-12T08:30:00Z", "Storm in Tarn", &[first]),
        ("Molsey Post", &format!("2026-03-{day}T09:00:00Z"), "Tarn after the storm", &[second]),
    ])
}

fn shown(sides: &[Side]) -> String {
    let values: Vec<&str> = sides.iter().map(|s| s.lines[0].value.as_str()).collect();
    values.join(" / ")
}

/// What is told of every disagreement of the two, in the briefing that is published.
fn about(first: &str, second: &str, day: &str) -> String {
    let readings = fixture::readings(&[
        ("Vess Herald", "2026-03-12T08:30:00Z", "Storm in Tarn", &[first]),
        ("Molsey Post", &format!("2026-03-{day}T09:00:00Z"), "Tarn after the storm", &[second]),
    ]);
    let now = "2026-03-14".parse().expect("a day");
    let options = Options { now, owners: Owners::new(), words: None };
    let briefing = brief(in_order(readings).0, &options).expect("a briefing");
    let faults = Proof::from(&briefing.articles).faults(&briefing);
    assert!(faults.is_empty(), "{faults:?}");
    let about: Vec<&str> = briefing.disagreements.iter().map(|d| d.about.as_str()).collect();
    about.join("; ")
}

#[test]
fn the_proof_knows_every_label() {
    let cases = [
        (
            "Fourteen people were killed by the storm in Tarn, the police said.",
            "The storm in Tarn killed 17 people, according to the province.",
            "12",
            "people killed",
        ),
        (
            "Fourteen children were killed by the storm in Tarn, the police said.",
            "The storm in Tarn killed 17 children, according to the province.",
            "12",
            "people killed (child)",
        ),
        (
            "The storm in Tarn injured 40 people, the police said.",
            "Some 60 people were injured by the storm in Tarn, the province said.",
            "12",
            "people injured",
        ),
        (
            "Twelve people are missing after the storm in Tarn, the police said.",
            "Nine people are missing after the storm in Tarn, the province said.",
            "12",
            "people missing",
        ),
        (
            "The police arrested 12 people in Tarn after the storm, a judge said.",
            "The police arrested 19 people in Tarn after the storm, the province said.",
            "12",
            "people arrested",
        ),
        (
            "The Vantis Group will cut 450 jobs at its plant in Tarn, the company said.",
            "The Vantis Group will cut 1,200 jobs at its plant in Tarn, the union said.",
            "12",
            "jobs at stake",
        ),
        (
            "The storm left 80,000 homes in Tarn without power, the company said.",
            "The storm left 50,000 homes in Tarn without power, the province said.",
            "12",
            "without power",
        ),
        (
            "Norland controls about 15 percent of the island, the institute said.",
            "Norland controls nearly 18 percent of the island, the army said.",
            "12",
            "share",
        ),
        (
            "Orrin offered 41.50 euros a share for Vantis, the board said.",
            "Orrin offered 44 euros a share for Vantis, the union said.",
            "12",
            "sum of money",
        ),
        (
            "The bridge carries about 18,000 vehicles a day, the province said.",
            "The bridge carries 22,000 vehicles a day, hauliers said.",
            "12",
            "vehicle",
        ),
        (
            "Norland signed the treaty with Ostmark on Monday.",
            "The treaty with Ostmark was signed by Norland on Tuesday.",
            "12",
            "when the treaty was signed",
        ),
        (
            "The gates of the Tarn dam were opened during the night.",
            "The authority said that no gate of the Tarn dam was opened.",
            "12",
            "whether the gates of the Tarn dam were opened",
        ),
        // What is denied of the dam, the sentence before names; and of two claims, the one that
        // can be told is shown.
        (
            "We have had calls about the Tarn dam. People say that the gates were opened in the night.",
            "“No gate was opened at Tarn on Thursday,” said Ida Kroll, who runs the dam.",
            "12",
            "whether the gates were opened",
        ),
    ];
    for (first, second, day, expected) in cases {
        assert_eq!(about(first, second, day), expected, "{first} | {second}");
    }
}

/// Every disagreement of the two: kind and values.
fn found(first: &str, second: &str, day: &str) -> String {
    let (story, trees) = story(first, second, day);
    let ranked: Vec<(LineId, f32)> = (0..story.lines.len()).map(|line| (line, 1.0)).collect();
    let figures = number::differing(&story, &trees, &ranked, &[]);
    let figures = figures.iter().map(|d| format!("{:?} {}", d.kind, shown(&d.sides)));
    let days = date::differing(&story, &trees, &ranked);
    let days = days.iter().map(|d| format!("{}: {}", d.about, shown(&d.sides)));
    let mut denials = polarity::differing(&story, &trees, &ranked);
    if denials.is_empty() {
        denials = denial::differing(&story, &trees, &ranked, |_| true);
    }
    let denials = denials.iter().map(|d| format!("{}: {}", d.about, shown(&d.sides)));
    figures.chain(days).chain(denials).collect::<Vec<_>>().join("; ").to_lowercase()
}

#[test]
fn what_cannot_both_be_so_is_shown() {
    let cases = [
        (
            "Fourteen people were killed by the storm in Tarn, the police said.",
            "The storm in Tarn killed 17 people, according to the province.",
            "12",
            "number 17 / fourteen",
        ),
        (
            "At least six people died when the storm struck Tarn.",
            "The number of people killed by the storm in Tarn rose to 11.",
            "13",
            "development at least six / 11",
        ),
        (
            "A bomber rammed a van into the consulate in Tarn, killing at least two civilians.",
            "The death toll from the bombing of the consulate in Tarn rose to six Friday.",
            "13",
            "development at least two / six",
        ),
        (
            "Forty-two people were in critical condition in Tarn, the hospital said.",
            "The minister said 18 people were in a critical condition in Tarn.",
            "12",
            "number forty-two / 18",
        ),
        // A denial of what is told in other words, or only called a claim.
        (
            "The minister said that Drovania had fired seven missiles at the terminal in Tarn.",
            "Drovania has denied striking the terminal in Tarn.",
            "13",
            "what drovania denied: claimed / denied",
        ),
        (
            "Inspectors accused Ostmark of shipping oil to Tarn in breach of the sanctions.",
            "A spokeswoman for Ostmark dismissed the allegations.",
            "13",
            "what ostmark denied: claimed / denied",
        ),
        (
            "Inspectors accused China of shipping oil to Tarn in breach of the sanctions.",
            "Beijing has denied making illegal shipments to Tarn.",
            "13",
            "what beijing denied: claimed / denied",
        ),
        (
            "Dara Quill has accused Ilan Vosk of taking bribes for the harbour in Tarn.",
            "Vosk denied the claim that he took bribes for the harbour.",
            "13",
            "what vosk denied: claimed / denied",
        ),
        (
            "Ada Vall has been charged with fraud over the sale of the harbour in Tarn.",
            "The lawyer of Ada Vall said the charges over the harbour in Tarn were false.",
            "13",
            "what the lawyer of ada vall denied: claimed / denied",
        ),
        (
            "Twelve people are listed as missing.",
            "The power came back and the search for nine missing people was scaled back.",
            "13",
            "development twelve / nine",
        ),
        (
            "Norland controls about 15 percent of the island, the institute said.",
            "Norland holds nearly 18 percent of the island, the army said.",
            "12",
            "number nearly 18 percent / about 15 percent",
        ),
        (
            "The bridge carries about 18,000 vehicles a day.",
            "Hauliers said that 22,000 vehicles a day cross the bridge.",
            "12",
            "number 22,000 / about 18,000",
        ),
        // Power is cut, and comes back to some.
        (
            "The storm tore roofs from houses in Tarn, cutting power to 410,000 customers.",
            "In Tarn 262,000 customers were still without electricity, the grid said.",
            "13",
            "development 410,000 / 262,000",
        ),
        (
            "The Vantis Group will cut no more than 450 jobs, it said.",
            "The union said that 1,200 jobs were at stake.",
            "12",
            "number 1,200 / no more than 450",
        ),
        (
            "Norland signed the treaty with Ostmark on Monday.",
            "The treaty with Ostmark was signed by Norland on Tuesday.",
            "12",
            "when the treaty was signed: 9 march / 10 march",
        ),
        (
            "The storm made landfall on Monday near Tarn.",
            "The storm, which came ashore on Tuesday near Tarn, tore off roofs.",
            "12",
            "when the storm made landfall: 9 march / 10 march",
        ),
        (
            "The gates of the Tarn dam were opened during the night.",
            "The authority said that no gate of the Tarn dam was opened.",
            "12",
            "whether the gates of the tarn dam were opened: yes / no",
        ),
    ];
    for (first, second, day, expected) in cases {
        assert_eq!(found(first, second, day), expected, "{first} | {second}");
    }
}

#[test]
fn what_can_both_be_so_is_no_disagreement() {
    let cases = [
        // Power that comes back, or is sold; what else customers are cut off from.
        (
            "The storm tore roofs from houses in Tarn, cutting power to 410,000 customers.",
            "Crews in Tarn restored power to 262,000 customers after the storm.",
            "13",
        ),
        (
            "The storm left 410,000 customers in Tarn without power.",
            "In Tarn 262,000 customers were cut off from the water supply.",
            "13",
        ),
        // Others stop short of it; a denial that is torn is read as none.
        (
            "The plan of the council calls for a vote on the harbour of Tarn.",
            "Mila Dorn stopped short of calling for a vote on the harbour of Tarn.",
            "12",
        ),
        (
            "Witnesses said that Dorn did not have a gun in Tarn.",
            "Kroll said that Dorn didn \u{2019} t have a gun in Tarn.",
            "12",
        ),
        (
            "Some 262,000 customers were without power at noon.",
            "More than 500,000 customers were without power at its height.",
            "13",
        ),
        // A bound that holds both, on one day.
        (
            "At least 12 people were killed by the storm in Tarn.",
            "The storm in Tarn killed 14 people.",
            "12",
        ),
        // A part.
        (
            "The storm killed 14 people, including three children.",
            "The storm killed 14 people, two of them in Kessel.",
            "12",
        ),
        // Another place.
        ("Fourteen people were killed in Tarn.", "Seventeen people were killed in Kessel.", "12"),
        // A plan and what was done.
        ("Vantis will cut 400 jobs in Tarn.", "Vantis cut 250 jobs in Tarn.", "12"),
        // Other things counted.
        (
            "The storm cut power to 80,000 homes.",
            "Some 120,000 people were ordered to leave their homes.",
            "12",
        ),
        // Other parties.
        ("Orrin offered 41.50 euros a share.", "Vantis offered 44 euros a share.", "12"),
        // The state of two days.
        (
            "On Monday 80,000 customers were connected to the grid.",
            "On Tuesday 60,000 customers were connected to the grid.",
            "12",
        ),
        // An earlier disaster.
        (
            "Fourteen people were killed by the storm in Tarn.",
            "In 2009 a storm killed 31 people in Tarn.",
            "12",
        ),
        // Two launches.
        (
            "Norland launched three missiles on Monday.",
            "Norland launched a missile on Tuesday.",
            "12",
        ),
        // One weekday, told by articles of two weeks.
        (
            "The storm made landfall on Monday near Tarn.",
            "The storm, which made landfall on Monday near Tarn, tore off roofs.",
            "19",
        ),
        // A plan and a denial of the fact.
        (
            "The government will open the gates of the Tarn dam.",
            "The authority said that the gates of the Tarn dam were not open.",
            "12",
        ),
        // A request is denied, an offer rejected, a claim dismissed by a court: no denial.
        (
            "Inspectors accused Ostmark of shipping oil to Tarn in breach of the sanctions.",
            "Ostmark denied the inspectors access to the port of Tarn.",
            "13",
        ),
        ("Orrin has offered 41.50 euros a share.", "The board rejected the offer of Orrin.", "13"),
        (
            "Ada Vall has been charged with fraud over the sale of the harbour in Tarn.",
            "A court dismissed the claim of Ada Vall over the harbour in Tarn.",
            "13",
        ),
        // Another charge than what is denied, of another, or none at all.
        (
            "Mayor Orrin of Tarn has been charged with fraud.",
            "Vosk denied that the port of Tarn would close.",
            "13",
        ),
        (
            "Drovania rebuilt the terminal in Tarn.",
            "Drovania denied striking the terminal in Tarn.",
            "13",
        ),
        (
            "Prosecutors have accused the harbour master Dario Corvan of fraud in Tarn.",
            "The insurer Norda rejected a claim of 5 million marks over the bridge in Tarn.",
            "13",
        ),
        (
            "Belmar had accused Ardania of firing 40 rockets at Tarn.",
            "The envoy of the League, Tomas Hale, said that both sides had denied breaking the truce.",
            "13",
        ),
        (
            "Inspectors accused South Tarn of shipping oil to Vess in breach of the sanctions.",
            "North Tarn denied the allegations.",
            "13",
        ),
        (
            "Vosk has been accused of fraud over the sale of the harbour in Tarn.",
            "The ministry denied Vosk a licence for the harbour in Tarn.",
            "13",
        ),
        (
            "Vosk has been accused of fraud over the sale of the harbour in Tarn.",
            "Vosk neither confirmed nor denied the report on the harbour in Tarn.",
            "13",
        ),
        // Critical of a plan; and the day on which a number rose.
        (
            "Forty residents were critical of the plan.",
            "Eighteen residents were critical of it.",
            "12",
        ),
        (
            "Eleven people died in the dock fire in Tarn on Monday.",
            "The number of people who died in the dock fire in Tarn climbed to 11 on Thursday.",
            "13",
        ),
        (
            "Eleven people died in the dock fire in Tarn on Monday.",
            "The number of people killed in the dock fire in Tarn climbed to 11 on Thursday after two died in hospital, the brigade said.",
            "13",
        ),
        // Who gives both figures; and what somebody has not done himself.
        (
            "The first ferry of Orrin in Tarn has a 5-metre ramp for lorries on the quay.",
            "The ferries of Orrin in Tarn have a 5-metre ramp and an 18-metre ramp for lorries on the quay.",
            "12",
        ),
        (
            "A letter was sent to the council of Tarn from the office of Vosk.",
            "Ilan Vosk said he did not send a letter to the council of Tarn from the office.",
            "12",
        ),
        // Whoever denies answers in both.
        (
            "Ostmark has called the allegations of fraud in Tarn an outrage.",
            "Ostmark denied the allegations of fraud in Tarn.",
            "13",
        ),
        // No denial of what is denied.
        (
            "The minister signed the treaty with Ostmark.",
            "\"We cannot deny that the minister signed the treaty with Ostmark,\" Vosk said.",
            "12",
        ),
    ];
    for (first, second, day) in cases {
        assert_eq!(found(first, second, day), "", "{first} | {second}");
    }
}
