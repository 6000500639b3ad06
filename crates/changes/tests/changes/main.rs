//! What changed between two small briefings, a case a pair.

mod fixture;

use fixture::{briefing, lines};
use throughline_changes::{Changes, changes, changes_after};

fn check(name: &str, old: &str, new: &str, expected: &[&str]) -> Changes {
    let changes = changes(&briefing(old), &briefing(new));
    assert_eq!(lines(&changes), expected, "{name}");
    changes
}

const FLOOD: &str = "@Herald 2026-03-10
    Fourteen people died in the flood at Vess, the interior ministry said.
    The Orrin bridge is closed to lorries.";

const RAID: &str = "@Herald 2026-03-10
    The militants said the bombing was revenge for air strikes in Verrin that left 32 civilians dead.
    A jet bound for Sarre returned to Calder because the crew learned that a passenger was on the wrong plane.
    Rescuers freed the last of the miners, the ministry said.";

/// Name, what is added to [`RAID`], what is said of it.
const RETOLD: &[(&str, &str, &[&str])] = &[
    (
        "a part of a sentence, with another verb",
        "@Quay 2026-03-11
        The militants said they carried out the bombing in retaliation for air strikes in Verrin.",
        &[],
    ),
    (
        "what two sentences tell together",
        "@Quay 2026-03-11
        The jet turned around after the crew realised that a passenger was on the wrong plane, and rescuers freed the last miners.",
        &[],
    ),
    (
        "one detail more is a fact",
        "@Quay 2026-03-11
        The militants said they carried out the bombing in retaliation for air strikes in Verrin and arrests.",
        &["new The militants said"],
    ),
    (
        "another toll of another event",
        "@Quay 2026-03-11
        The bombing killed at least six civilians, the police said.",
        &["new The bombing killed"],
    ),
];

/// Name, what is added to [`FLOOD`], what is said of it.
const ADDED: &[(&str, &str, &[&str])] = &[
    ("nothing", "", &[]),
    (
        "an article that adds nothing",
        "@Quay 2026-03-11
        ~ It rained.",
        &[],
    ),
    (
        "the same in other words",
        "@Quay 2026-03-11
        The flood at Vess killed 14 people, the ministry said.",
        &[],
    ),
    (
        "a fact",
        "@Quay 2026-03-11
        The army sent six helicopters to Vess.",
        &["new The army sent"],
    ),
    (
        "another place",
        "@Quay 2026-03-11
        Fourteen people died in the flood at Lannow, the interior ministry said.",
        &["new Fourteen people died"],
    ),
    (
        "a denial",
        "@Quay 2026-03-10
        The Orrin bridge is not closed to lorries.",
        &["new The Orrin bridge"],
    ),
    (
        "the same, told twice as new",
        "@Quay 2026-03-11
        The army sent six helicopters to Vess.
        The army sent six helicopters to Vess on Tuesday.",
        &["new The army sent"],
    ),
    (
        "an event",
        "@Quay 2026-03-11
        T 2026-03-20 scheduled | Parliament will vote on the aid on 20 March.",
        &["entry Mar 20, 2026"],
    ),
    (
        "an event that the section tells too",
        "@Quay 2026-03-11
        Parliament will vote on the aid on 20 March.
        T 2026-03-20 scheduled | Parliament will vote on the aid on 20 March.",
        &["new Parliament will vote"],
    ),
    (
        "an event that is told already",
        "@Quay 2026-03-11
        T 2026-03-10 past | Fourteen people died in the flood at Vess.",
        &[],
    ),
    (
        "a dispute",
        "@Quay 2026-03-10
        D number killed 14 | Fourteen people died at Vess, the interior ministry said.
        @Mail 2026-03-10
        D number killed 17 | Seventeen people died at Vess, the governor said.",
        &["disputed killed 14/17, 0 new"],
    ),
    (
        "a figure that moved on, as a disagreement shows it",
        "@Quay 2026-03-12
        D development evacuated 9,000 | The ministry counted 9,000.
        @Mail 2026-03-13
        D development evacuated 12,000 | The ministry counted 12,000.",
        &["changed evacuated 9,000 → 12,000"],
    ),
];

#[test]
fn what_is_added_is_told_once() {
    for (base, cases) in [(FLOOD, ADDED), (RAID, RETOLD)] {
        for (name, added, expected) in cases {
            check(name, base, &format!("{base}\n{added}"), expected);
        }
    }
}

/// Name, old, new, what is said of it.
const PAIRS: &[(&str, &str, &str, &[&str])] = &[
    (
        "a toll",
        FLOOD,
        "@Herald 2026-03-10
        ~ Fourteen people died in the flood at Vess, the interior ministry said.
        The Orrin bridge is closed to lorries.
        @Quay 2026-03-12
        # Seventeen dead at Vess
        The death toll of the flood rose to 17 on Thursday after divers searched the mill.",
        &["headline Seventeen dead at", "changed people killed Fourteen → 17"],
    ),
    (
        "a toll that was given beside an older one",
        "@Herald 2026-03-10
        Eleven people died in the flood at Vess, the interior ministry said.
        @Mail 2026-03-11
        At least fourteen people died when the mill fell.",
        "@Herald 2026-03-10
        ~ Eleven people died in the flood at Vess, the interior ministry said.
        @Mail 2026-03-11
        At least fourteen people died when the mill fell.
        @Quay 2026-03-12
        Fourteen people died in the night in which the river took half of the lower town.",
        &["headline At least fourteen", "new Fourteen people died", "left out Eleven people died"],
    ),
    (
        "a toll of a part is another",
        FLOOD,
        "@Herald 2026-03-10
        Fourteen people died in the flood at Vess, the interior ministry said.
        The Orrin bridge is closed to lorries.
        @Quay 2026-03-12
        Six soldiers were killed when a lorry overturned.",
        &["new Six soldiers were"],
    ),
    (
        "a figure",
        "@Herald 2026-03-10
        Some 410,000 customers in Vess are without power.",
        "@Herald 2026-03-10
        ~ Some 410,000 customers in Vess are without power.
        @Quay 2026-03-12
        Some 262,000 customers in Vess are still without power.",
        &["headline Some 262,000 customers", "changed about 410,000 → about 262,000"],
    ),
    (
        "the older article has the lower figure",
        "@Herald 2026-03-12
        Some 262,000 customers in Vess are without power.",
        "@Herald 2026-03-12
        Some 262,000 customers in Vess are without power.
        @Quay 2026-03-10
        Some 410,000 customers in Vess are without power.",
        &[],
    ),
    (
        "both figures are shown as a dispute",
        "@Herald 2026-03-10
        Fourteen people died in the flood at Vess, the interior ministry said.",
        "@Herald 2026-03-10
        Fourteen people died in the flood at Vess, the interior ministry said.
        @Quay 2026-03-12
        Seventeen people died in the flood at Vess, the governor said.
        D number killed 17 | Seventeen people died in the flood at Vess, the governor said.
        @Mail 2026-03-12
        D number killed 14 | Fourteen people died in the flood at Vess, the ministry said.",
        &["disputed killed 17/14, 0 new"],
    ),
    (
        "a position more",
        "@Herald 2026-03-10
        D number killed 14 | Fourteen people died at Vess, the interior ministry said.
        D number killed 17 | Seventeen people died at Vess, the governor said.
        The Orrin bridge is closed to lorries.",
        "@Herald 2026-03-10
        D number killed 14 | Fourteen people died at Vess, the interior ministry said.
        D number killed 17 | Seventeen people died at Vess, the governor said.
        The Orrin bridge is closed to lorries.
        @Quay 2026-03-11
        D number killed 20 | Twenty people died at Vess, the union said.",
        &["disputed killed 14/17/20, 1 new"],
    ),
    (
        "a date",
        "@Herald 2026-03-10
        All schools in Vess stay closed until 13 March.",
        "@Herald 2026-03-10
        ~ All schools in Vess stay closed until 13 March.
        @Quay 2026-03-12
        All schools in Vess will stay closed until 20 March.",
        &["headline All schools in", "changed date 13 March → 20 March"],
    ),
    (
        "a plan that is moved",
        "@Herald 2026-03-10
        The council of Vess meets on 13 March.",
        "@Herald 2026-03-10
        ~ The council of Vess meets on 13 March.
        @Quay 2026-03-12
        The meeting of the council of Vess was moved from 13 March to 20 March for want of power.",
        &["headline The meeting of", "changed date 13 March → 20 March"],
    ),
    (
        "a plan that has happened",
        "@Herald 2026-03-10
        The president will visit the flooded mill in Vess.",
        "@Herald 2026-03-10
        ~ The president will visit the flooded mill in Vess.
        @Quay 2026-03-12
        The president visited the flooded mill in Vess.",
        &["headline The president visited", "happened The president visited"],
    ),
    (
        "a plan that was given up",
        "@Herald 2026-03-10
        The president visits the flooded mill in Vess.",
        "@Herald 2026-03-10
        ~ The president visits the flooded mill in Vess.
        @Quay 2026-03-12
        The president refused to visit the flooded mill in Vess.",
        &["headline The president refused", "reversed The president refused"],
    ),
    (
        "more witnesses",
        FLOOD,
        "@Herald 2026-03-10
        Fourteen people died in the flood at Vess, the interior ministry said.
        @Quay 2026-03-11
        + The flood at Vess killed 14.
        @Herald 2026-03-10
        The Orrin bridge is closed to lorries.",
        &["witnesses 1 → 2 Fourteen people died"],
    ),
    (
        "the same outlet again is no other witness",
        FLOOD,
        "@Herald 2026-03-10
        Fourteen people died in the flood at Vess, the interior ministry said.
        The Orrin bridge is closed to lorries.
        @Herald 2026-03-11
        ~ It rained.",
        &[],
    ),
    (
        "left out for space",
        FLOOD,
        "@Herald 2026-03-10
        Fourteen people died in the flood at Vess, the interior ministry said.
        ~ The Orrin bridge is closed to lorries.",
        &["left out The Orrin bridge"],
    ),
    (
        "told first now, by an article that was there",
        "@Herald 2026-03-10
        Fourteen people died in the flood at Vess.
        ~ The Orrin bridge is closed to lorries.",
        "@Herald 2026-03-10
        Fourteen people died in the flood at Vess.
        The Orrin bridge is closed to lorries.",
        &["also The Orrin bridge"],
    ),
    (
        "a correction of the article",
        FLOOD,
        "@Herald 2026-03-10
        Fourteen people died in the flood at Vess, the interior ministry said.
        ~ The mill is closed.",
        &["corrected The Orrin bridge"],
    ),
    (
        "an article that left the story",
        "@Herald 2026-03-10
        Fourteen people died in the flood at Vess, the interior ministry said.
        @Quay 2026-03-10
        The Orrin bridge is closed to lorries.",
        "@Herald 2026-03-10
        Fourteen people died in the flood at Vess, the interior ministry said.",
        &["withdrawn The Orrin bridge", "source gone Quay"],
    ),
    (
        "gone, but another says it",
        "@Herald 2026-03-10
        Fourteen people died in the flood at Vess, the interior ministry said.
        @Quay 2026-03-10
        The Orrin bridge is closed to lorries.",
        "@Herald 2026-03-10
        Fourteen people died in the flood at Vess, the interior ministry said.
        @Mail 2026-03-10
        The Orrin bridge is closed to lorries.",
        &["source gone Quay"],
    ),
    (
        "an entry with another date",
        "@Herald 2026-03-10
        T 2026-03-20 scheduled | Parliament will vote on the aid for Vess on 20 March.
        The Orrin bridge is closed to lorries.",
        "@Herald 2026-03-10
        ~ Parliament will vote on the aid for Vess on 20 March.
        The Orrin bridge is closed to lorries.
        @Quay 2026-03-12
        T 2026-03-25 scheduled | Parliament will vote on the aid for Vess on 25 March.",
        &["entry Mar 20, 2026 → Mar 25, 2026"],
    ),
    (
        "an entry that is past now",
        "@Herald 2026-03-10
        T 2026-03-20 scheduled | Parliament will vote on the aid for Vess on 20 March.
        The Orrin bridge is closed to lorries.",
        "@Herald 2026-03-10
        ~ Parliament will vote on the aid for Vess on 20 March.
        The Orrin bridge is closed to lorries.
        @Quay 2026-03-21
        T 2026-03-20 past | Parliament voted on the aid for Vess on 20 March.",
        &["entry Scheduled → Past"],
    ),
    (
        "an entry that nobody bears out",
        "@Herald 2026-03-10
        The Orrin bridge is closed to lorries.
        @Quay 2026-03-10
        T 2026-03-20 scheduled | Parliament will vote on the aid for Vess on 20 March.",
        "@Herald 2026-03-10
        The Orrin bridge is closed to lorries.",
        &["entry gone Mar 20, 2026", "source gone Quay"],
    ),
    (
        "moved from the timeline to a section",
        "@Herald 2026-03-10
        The Orrin bridge is closed to lorries.
        T 2026-03-20 scheduled | Parliament will vote on the aid for Vess on 20 March.",
        "@Herald 2026-03-10
        The Orrin bridge is closed to lorries.
        Parliament will vote on the aid for Vess on 20 March.",
        &[],
    ),
];

#[test]
fn each_kind_of_change_is_told_as_what_it_is() {
    for (name, old, new, expected) in PAIRS {
        check(name, old, new, expected);
    }
}

#[test]
fn no_briefing_differs_from_itself() {
    for text in PAIRS.iter().flat_map(|(_, old, new, _)| [old, new]) {
        let briefing = briefing(text);
        let changes = changes(&briefing, &briefing);
        assert!(changes.is_empty() && !changes.is_news(), "{:?}", lines(&changes));
    }
}

#[test]
fn an_article_that_adds_nothing_is_no_news() {
    let (_, added, _) = ADDED[1];
    let changes = check("adds nothing", FLOOD, &format!("{FLOOD}\n{added}"), &[]);
    assert!(!changes.is_news() && !changes.is_empty());
    assert_eq!(changes.added, [2]);
}

#[test]
fn what_was_told_once_is_not_new_after_it_was_left_out() {
    let first = briefing(FLOOD);
    let second = briefing(
        "@Herald 2026-03-10
        Fourteen people died in the flood at Vess, the interior ministry said.
        ~ The Orrin bridge is closed to lorries.",
    );
    let third =
        briefing(&format!("{FLOOD}\n@Quay 2026-03-12\nThe army sent six helicopters to Vess."));
    assert_eq!(lines(&changes_after(&[&first], &second, &third)), ["new The army sent"]);
    let unread = ["new The army sent", "also The Orrin bridge"];
    assert_eq!(lines(&changes(&second, &third)), unread);
}

#[test]
fn changes_read_back() {
    for (name, old, new, _) in PAIRS {
        let changes = changes(&briefing(old), &briefing(new));
        let json = serde_json::to_string(&changes).expect("changes have only string keys");
        assert_eq!(serde_json::from_str::<Changes>(&json).expect("our JSON"), changes, "{name}");
    }
}
