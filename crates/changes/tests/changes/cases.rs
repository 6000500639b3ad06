//! Briefings, what is added to them, and what is said of it.

/// Of one event.
pub const FLOOD: &str = "@Herald 2026-03-10
    Fourteen people died in the flood at Vess, the interior ministry said.
    The Orrin bridge is closed to lorries.";

/// Of three events, one a sentence.
pub const DAY: &str = "@Herald 2026-03-10
    The hackers said the attack was revenge for price cuts in Verrin that left 32 farmers bankrupt.
    A train bound for Sarre returned to Calder because the crew learned that a wagon was from the wrong mine.
    Rescuers freed the last of the miners, the ministry said.";

/// Name, what is added to [`DAY`], what is said of it.
pub const RETOLD: &[(&str, &str, &[&str])] = &[
    (
        "a part of a sentence, with another verb",
        "@Quay 2026-03-11
        The hackers said they carried out the attack in retaliation for price cuts in Verrin.",
        &[],
    ),
    (
        "what two sentences tell together",
        "@Quay 2026-03-11
        The train turned around after the crew realised that a wagon was from the wrong mine, and rescuers freed the last miners.",
        &[],
    ),
    (
        "one detail more is a fact",
        "@Quay 2026-03-11
        The hackers said they carried out the attack in retaliation for price cuts in Verrin and arrests.",
        &["new The hackers said"],
    ),
    (
        "a toll that nobody gave",
        "@Quay 2026-03-11
        The attack injured at least six guards, the police said.",
        &["new The attack injured"],
    ),
];

/// Name, what is added to [`FLOOD`], what is said of it.
pub const ADDED: &[(&str, &str, &[&str])] = &[
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

/// Name, old, new, what is said of it.
pub const PAIRS: &[(&str, &str, &str, &[&str])] = &[
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
