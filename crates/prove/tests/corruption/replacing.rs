//! Edits that put words: days, names, present tense, letter case.

use EditKind as E;
use throughline_model::{Article, EditKind, Statement};
use throughline_prove::{Found, Proof};

use crate::{
    fields::name,
    fixture::{article, cited, edited, evidence},
};

fn herald() -> Article {
    let lines = [
        "Peter Walsh signed the pact in the harbour on Tuesday.",
        "He left the town by train early on Monday.",
        "Peter Walsh met Dara Quill in Ardenne last year.",
        "She praised the ferry and denied the claims.",
        "Walsh told reporters that he liked it.",
        "Mr. Mirel was attacked by the crowd after Anna Mirel spoke.",
        "Tomas Mirel had signed the papers which the court rejected.",
        "It’s a $1,200 fine, and we’re told the US may resign.",
        "The boat taken from the harbour will not be found.",
        "Walsh would sign the pact.",
        "Walsh will sign the pact.",
        "The ferry was repaired last week.",
    ];
    article("Vess Herald", "2026-03-12", "Ferry pact is signed", &lines)
}

/// A sentence, an edit's kind, what it takes and puts, its proof, and whether
/// it is allowed.
type Case<'a> = (&'a str, EditKind, &'a str, &'a str, Option<&'a str>, bool);

fn check(cases: &[Case]) {
    for &(words, kind, from, to, because, allowed) in cases {
        let a = herald();
        let mut statement = edited(&a, 1, words, &[(kind, from, to)]);
        statement.edits[0].because = because.map(|b| evidence(&a, b));
        let found = Proof::from(&cited(&[a])).statement(&statement);
        let names: Vec<_> = found.iter().map(name).collect();
        assert_eq!(names.is_empty(), allowed, "{from:?} to {to:?} in {words:?}: {found:?}");
    }
}

#[test]
fn days() {
    let signed = "Peter Walsh signed the pact in the harbour on Tuesday.";
    let met = "Peter Walsh met Dara Quill in Ardenne last year.";
    let left = "He left the town by train early on Monday.";
    let week = "The ferry was repaired last week.";
    check(&[
        (signed, E::Day, "Tuesday", "March 10", None, true),
        (signed, E::Day, "Tuesday", "March 10, 2026", None, true),
        (signed, E::Day, "Tuesday", "March 17", None, false),
        (signed, E::Day, "Tuesday", "March 10, 2025", None, false),
        (signed, E::Day, "Tuesday", "10", None, false),
        (signed, E::Day, "Tuesday", "a whim", None, false),
        (signed, E::Day, "Tuesday", "March 10 for a bribe", None, false),
        (signed, E::Day, "in the harbour on Tuesday", "on March 10", None, false),
        (signed, E::Day, "harbour", "March 10", None, false),
        (signed, E::Day, "Tues", "March 10", None, false),
        (signed, E::Day, "Tuesday", "the night of March 10", None, false),
        (met, E::Day, "last year", "in 2025", None, true),
        (met, E::Day, "last year", "in 2024", None, false),
        (met, E::Day, "last year", "on March 12, 2025", None, false),
        (met, E::Day, "last year", "in January 2025", None, false),
        (left, E::Day, "early on Monday", "on March 9", None, false),
        (week, E::Day, "last week", "in the week of March 2", None, true),
        (week, E::Day, "last week", "the week of March 2, 2026", None, true),
        (week, E::Day, "last week", "in the week of March 9", None, false),
        (week, E::Day, "last week", "on March 3 in the week of March 2", None, false),
        (week, E::Day, "last week", "the March 2 week", None, false),
        (week, E::Day, "last week", "in the March 2 week", None, false),
        (week, E::Day, "last week", "in the week of the week of March 2", None, false),
        (signed, E::Day, "Tuesday", "the March 10 week", None, false),
        (signed, E::Day, "Tuesday", "in the week of March 10", None, false),
        (signed, E::Day, "Tuesday", "March 10 in the week of March 9", None, false),
    ]);
}

#[test]
fn the_days_of_an_entry_are_counted_from_its_own_time() {
    let opened = "The gate was opened yesterday.";
    let closed = "The bridge was closed yesterday.";
    let mut live = article("Vess Herald", "2026-09-14T08:00", "The flood: live", &[opened, closed]);
    live.paragraphs[2].at = "2026-09-18T10:00".parse().ok();
    for (words, day, allowed) in [
        (opened, "on September 13", true),
        (opened, "on September 17", false),
        (closed, "on September 17", true),
        (closed, "on September 13", false),
    ] {
        let statement = edited(&live, 1, words, &[(E::Day, "yesterday", day)]);
        let found = Proof::from(&cited(std::slice::from_ref(&live))).statement(&statement);
        assert_eq!(found.is_empty(), allowed, "{day} in {words:?}: {found:?}");
    }
}

#[test]
fn a_week_of_weeks_is_no_date() {
    let weeks = "the week of ".repeat(100_000);
    for date in [format!("in {weeks}March 2"), format!("{weeks}March 2"), weeks] {
        let week = "The ferry was repaired last week.";
        check(&[(week, E::Day, "last week", &date, None, false)]);
    }
}

#[test]
fn names() {
    let he = "He left the town by train early on Monday.";
    let she = "She praised the ferry and denied the claims.";
    let vosk = "Walsh told reporters that he liked it.";
    let mirel = "Mr. Mirel was attacked by the crowd after Anna Mirel spoke.";
    check(&[
        (he, E::Name, "He", "Peter Walsh", Some("Peter Walsh"), true),
        (he, E::Name, "He", "Dara Quill", Some("Dara Quill"), false),
        (he, E::Name, "He", "Peter Walsh", None, false),
        (he, E::Name, "He", "Ardenne", Some("Ardenne"), false),
        (he, E::Name, "He", "Wals", Some("Wals"), false),
        (he, E::Name, "He", "Peter Walsh’s", Some("Peter Walsh"), false),
        (he, E::Name, "He left", "Peter Walsh", Some("Peter Walsh"), false),
        // The sentence before names two people.
        (she, E::Name, "She", "Dara Quill", Some("Dara Quill"), false),
        (vosk, E::Name, "Walsh", "Peter Walsh", Some("Peter Walsh"), true),
        (vosk, E::Name, "Walsh", "Dara Quill", Some("Dara Quill"), false),
        (vosk, E::Name, "it", "Dara Quill", Some("Dara Quill"), false),
        (vosk, E::Name, "reporters", "Peter Walsh", Some("Peter Walsh"), false),
        // Two people share the surname.
        (mirel, E::Name, "Mr. Mirel", "Tomas Mirel", Some("Tomas Mirel"), false),
        (mirel, E::Name, "Anna Mirel", "Tomas Mirel", Some("Tomas Mirel"), false),
    ]);
}

/// What somebody is may be put behind the name, as the article says it of that person.
#[test]
fn a_name_with_a_role_behind_it() {
    let told = "Walsh told reporters that the port was safe.";
    let mayor = "Peter Walsh, head of the harbour board, opened the quay.";
    let other = "Peter Walsh met Dara Quill, head of the harbour board, in Tarn.";
    let more = "Peter Walsh, head of the harbour board that was closed in May, opened the quay.";
    let role = "Peter Walsh, head of the harbour board";
    let cases = [
        (told, mayor, role, "Peter Walsh, head of the harbour board,", true),
        (told, mayor, role, "Peter Walsh, head of the town board,", false),
        (told, mayor, "Peter Walsh, head", "Peter Walsh, head,", false),
        (
            told,
            other,
            "Dara Quill, head of the harbour board",
            "Peter Walsh, head of the harbour board,",
            false,
        ),
        (told, more, role, "Peter Walsh, head of the harbour board,", false),
        (
            "Quill told Walsh that the port was safe.",
            mayor,
            role,
            "Peter Walsh, head of the harbour board,",
            false,
        ),
    ];
    let family = "The wife of Peter Walsh, head of the harbour board, opened the quay.";
    let kin = "Peter Walsh, her husband, opened the quay.";
    let list = "Peter Walsh, chairman of Vess, Tarn and Ardenne Ferries, opened the quay.";
    let wrong = [
        (told, family, "The wife of Peter Walsh", "The wife of Peter Walsh"),
        (told, family, role, "Peter Walsh, head of the harbour board,"),
        (told, kin, "Peter Walsh, her husband", "Peter Walsh, her husband,"),
        (told, list, "Peter Walsh, chairman of Vess", "Peter Walsh, chairman of Vess,"),
    ];
    let wrong = wrong.map(|(told, full, because, to)| (told, full, because, to, false));
    for (told, full, because, to, allowed) in cases.into_iter().chain(wrong) {
        let a = article("Vess Herald", "2026-03-12", "Quay is opened", &[full, told]);
        let mut statement = edited(&a, 1, told, &[(E::Name, "Walsh", to)]);
        statement.edits[0].because = Some(evidence(&a, because));
        let found = Proof::from(&cited(&[a])).statement(&statement);
        assert_eq!(found.is_empty(), allowed, "{to} by {full}: {found:?}");
    }
}

/// The parse takes "Maynard" for a body: what it does, and what else the article says, tell.
#[test]
fn a_surname_that_the_parse_does_not_know() {
    let full = "Oona Maynard opened the quay in Vessmouth.";
    let cases = [
        ("Maynard said the port was safe.", "", true),
        ("Maynard said the port was safe.", "The ferry from Maynard is late.", false),
        ("Buses to Tarn left Maynard at noon.", "", false),
        ("The port of Maynard was safe.", "", false),
        ("Ida Venn leads the Maynard and Allied Workers' Union.", "", false),
        ("Maynard said its sales fell.", "Maynard Glass shut its plant.", false),
        ("Maynard said the port was safe.", "Maynard, a town of 900, is cut off.", false),
    ];
    for (told, other, allowed) in cases {
        let lines = [full, told, other];
        let a = article("Vess Herald", "2026-03-12", "Quay is opened", &lines);
        let mut statement = edited(&a, 1, told, &[(E::Name, "Maynard", "Oona Maynard")]);
        statement.edits[0].because = Some(evidence(&a, "Oona Maynard"));
        let found = Proof::from(&cited(&[a])).statement(&statement);
        assert_eq!(found.is_empty(), allowed, "{told} {other}: {found:?}");
    }
}

/// Whether "He" or "His" of the second sentence may become a name that stands
/// in the first; `[ ]` marks the pronoun, `{ }` the name.
fn pronoun_faults(marked: [&str; 2]) -> Vec<Found> {
    let plain = |s: &str| s.replace(['[', ']', '{', '}'], "");
    let inner = |s: &str, open: char, close: char| {
        let (from, to) = (s.find(open).expect("a mark"), s.find(close).expect("a mark"));
        s[from + 1..to].to_owned()
    };
    let [before, own] = marked;
    let a = article("Vess Herald", "2026-03-12", "A title", &[&plain(before), &plain(own)]);
    let (from, name) = (inner(own, '[', ']'), inner(before, '{', '}'));
    let possessive = own.contains("[His]") || own.contains("[his]") || own.contains("[her]");
    let to = if possessive { format!("{name}’s") } else { name.clone() };
    let start = own.find('[').expect("a mark");
    let mut statement = edited(&a, 1, &plain(own), &[(E::Name, &from, &to)]);
    let passage = plain(own);
    statement.edits[0].start = passage[..start].chars().count();
    statement.edits[0].end = statement.edits[0].start + from.chars().count();
    let text = throughline_prove::replay(&passage, &statement.edits).expect("the edits fit");
    let citations = statement.citations.clone();
    statement.edits[0].because = Some(evidence(&a, &name));
    let statement = Statement::new(text, statement.kind, statement.edits, citations);
    Proof::from(&cited(&[a])).statement(&statement)
}

#[test]
fn a_pronoun_becomes_the_subject_of_the_sentence_before() {
    let cases = [
        ["{Peter Walsh} signed the pact on Tuesday.", "[He] left the town by train."],
        ["Mayor {Dara Quill} opened the talks.", "[She] promised 40 new jobs."],
        ["{President Ilan Vosk} signed the pact.", "In March, [he] left for Ardenne."],
        ["{Peter Walsh}, a lawyer, runs the port.", "[His] office is in Ardenne."],
        ["{Peter Walsh} has been mayor since 2014.", "[He] was arrested on Monday, police said."],
        ["{Peter Walsh} told reporters that he would sign.", "[He] left the town by train."],
        ["The union’s leader, {Dara Quill}, welcomed the offer.", "[She] called off a strike."],
        [
            "“I had no choice,” said {Peter Walsh}, the council's head of highways.",
            "[He] said the cracks had been found during an inspection.",
        ],
    ];
    for case in cases {
        assert_eq!(pronoun_faults(case), Vec::<Found>::new(), "{case:?}");
    }
}

#[test]
fn a_pronoun_takes_the_full_name_that_its_article_gives() {
    let mayor = "Mayor Peter Walsh opened the port.";
    let rival = "Tomas Walsh stayed at home.";
    let cases = [
        ([mayor, "Walsh signed the pact."], "Mayor Peter Walsh", true),
        ([mayor, "Walsh signed the pact."], "Peter Walsh", true),
        ([mayor, "Mr. Walsh signed the pact."], "Peter Walsh", true),
        ([mayor, "Mirel signed the pact."], "Peter Walsh", false),
        ([mayor, "The harbour opened."], "Peter Walsh", false),
        ([mayor, "Tomas Walsh signed the pact."], "Peter Walsh", false),
        (["Peter Walsh and Tomas Walsh met.", "Walsh signed the pact."], "Peter Walsh", false),
    ];
    for ([named, before], name, allowed) in cases {
        let he = "He left the town.";
        let a = article("Vess Herald", "2026-03-12", "A title", &[named, before, he]);
        let mut statement = edited(&a, 1, he, &[(E::Name, "He", name)]);
        statement.edits[0].because = Some(evidence(&a, name));
        let found = Proof::from(&cited(&[a])).statement(&statement);
        assert_eq!(found.is_empty(), allowed, "{named} {before}: {found:?}");
    }
    let a =
        article("Vess Herald", "2026-03-12", "A title", &[mayor, rival, "The key is Mr. Walsh’s."]);
    let mut statement =
        edited(&a, 1, "The key is Mr. Walsh’s.", &[(E::Name, "Mr. Walsh", "Peter Walsh")]);
    statement.edits[0].because = Some(evidence(&a, "Peter Walsh"));
    assert!(!Proof::from(&cited(&[a])).statement(&statement).is_empty());
}

#[test]
fn a_title_before_a_surname_is_the_persons_own() {
    let mila = "Mila Orrin, a nurse, runs the ward.";
    let cases = [
        (&[mila] as &[&str], "Mr. Orrin was arrested.", false),
        (&[mila], "Mayor Orrin was arrested.", false),
        (&["Mila Orrin is the mayor of Ardenne."], "Mayor Orrin was arrested.", true),
        (&[mila, "Ms. Orrin was seen at the port."], "Mr. Orrin was arrested.", false),
        (&["Mayor Vosk met Mila Orrin, a nurse."], "Mayor Orrin was arrested.", false),
        (&["Mila Orrin, the foreign minister, spoke."], "Prime Minister Orrin left.", false),
        (&["Mila Orrin, the foreign minister, spoke."], "Minister Orrin left.", true),
        (&["Vice President Mila Orrin spoke."], "President Orrin left.", false),
    ];
    for (others, told, allowed) in cases {
        let a = article("Vess Herald", "2026-03-12", "A title", &[told]);
        let b = article("Molsey Post", "2026-03-12", "Another title", others);
        let end = told.find(" Orrin").expect("a name") + " Orrin".len();
        let from = &told[..end];
        let mut statement = edited(&a, 1, told, &[(E::Name, from, "Mila Orrin")]);
        statement.edits[0].because = Some(evidence(&b, "Mila Orrin"));
        let found = Proof::from(&cited(&[a, b])).statement(&statement);
        assert_eq!(found.is_empty(), allowed, "{others:?} {told}: {found:?}");
    }
    // A title within what is put proves nothing of itself.
    let a = article("Vess Herald", "2026-03-12", "A title", &["President Orrin was arrested."]);
    let b = article("Molsey Post", "2026-03-12", "A title", &["Vice President Mila Orrin spoke."]);
    let edit = (E::Name, "President Orrin", "Vice President Mila Orrin");
    let mut statement = edited(&a, 1, "President Orrin was arrested.", &[edit]);
    statement.edits[0].because = Some(evidence(&b, "Vice President Mila Orrin"));
    assert!(!Proof::from(&cited(&[a, b])).statement(&statement).is_empty());
    // "Mr." of an article that gives no name: where three others do, and none another of that name.
    for (others, allowed) in [(2, false), (3, true)] {
        let a = article("Vess Herald", "2026-03-12", "A title", &["Mr. Orrin was arrested."]);
        let mut all = vec![a.clone()];
        for at in 0..others {
            let text = format!("Rolf Orrin, a nurse, left the ward on March {}.", at + 1);
            let title = format!("Nurses of ward {at}");
            all.push(article("Molsey Post", "2026-03-12", &title, &[&text]));
        }
        let edit = (E::Name, "Mr. Orrin", "Rolf Orrin");
        let mut statement = edited(&a, 1, "Mr. Orrin was arrested.", &[edit]);
        statement.edits[0].because = Some(evidence(&all[1], "Rolf Orrin"));
        let found = Proof::from(&cited(&all)).statement(&statement);
        assert_eq!(found.is_empty(), allowed, "{others}: {found:?}");
    }
    let own = ["Mila Orrin, a nurse, runs the ward.", "Ms. Orrin was seen at the port."];
    let a = article("Vess Herald", "2026-03-12", "A title", &own);
    let mut statement = edited(&a, 1, own[1], &[(E::Name, "Ms. Orrin", "Mila Orrin")]);
    statement.edits[0].because = Some(evidence(&a, "Mila Orrin"));
    assert_eq!(Proof::from(&cited(&[a])).statement(&statement), Vec::<Found>::new());
}

#[test]
fn a_pronoun_becomes_nobody_else() {
    let cases = [
        // Not the subject, but a name that somebody gave him.
        [
            "Varo, a programmer who has been called the ‘{Edwin Marl} of Kareshia,’ fled in 2014.",
            "[He] has since run the firm from abroad.",
        ],
        ["The critics of {Peter Walsh} signed a letter.", "[He] left the town."],
        ["{Peter Walsh}’s lawyer signed a letter.", "[He] left the town."],
        ["The mayor thanked {Peter Walsh}.", "[He] left the town."],
        ["The book about {Peter Walsh} is out.", "[He] left the town."],
        ["“{Peter Walsh} is a thief,” the mayor said.", "[He] left the town."],
        ["According to {Peter Walsh}, the mayor fled.", "[He] left the town."],
        // The subject, but others are there.
        ["{Peter Walsh} met Tomas Mirel.", "[He] left the town."],
        ["{Peter Walsh} and Tomas Mirel met.", "[He] left the town."],
        ["The mayor, {Peter Walsh}, and the judge met.", "[He] left the town."],
        ["The friend of {Peter Walsh} left.", "[He] took a train."],
        ["The minister, {Peter Walsh} said, had lied.", "[He] left the town."],
        ["{Peter Walsh} praised the suspect.", "[He] left the town."],
        ["{Peter Walsh} said that a man had drowned.", "[He] was 40 years old."],
        ["{Peter Walsh} said his wife had drowned.", "[She] was 40 years old."],
        ["{Peter Walsh} succeeded the president.", "[He] left the town."],
        // The antecedent stands in the sentence itself.
        [
            "{Khalida Jarrar} has been held since July.",
            "Jarrar, who is in [her] mid-50s, was taken from home.",
        ],
        ["{Peter Walsh} signed the pact.", "The mayor said [he] was ill."],
        ["{Peter Walsh} signed the pact.", "Mirel said that [he] was ill."],
        ["{Peter Walsh} signed the pact.", "After meeting Mirel, [he] left the town."],
        ["{Peter Walsh} signed the pact.", "In [his] speech, Mirel praised the ferry."],
        ["{Peter Walsh} signed the pact.", "Although [he] denied it, Mirel was arrested."],
        ["{Peter Walsh} signed the pact.", "The driver lost [his] licence."],
        ["{Peter Walsh} signed the pact.", "[He] is a liar, Mirel said."],
        ["{Peter Walsh} signed the pact.", "[He], Mirel, left the town."],
        ["{Peter Walsh} signed the pact.", "[He] told Walsh to leave."],
        ["{Peter Walsh} signed the pact.", "“[He] is a liar,” said the mayor."],
        ["{Peter Walsh} signed the pact.", "A man and [his] dog were found."],
        ["{Peter Walsh} signed the pact.", "Mirel’s father said [he] was ill."],
    ];
    for case in cases {
        assert!(!pronoun_faults(case).is_empty(), "{case:?}");
    }
}

#[test]
fn present_tense() {
    let signed = "Peter Walsh signed the pact in the harbour on Tuesday.";
    let attacked = "Mr. Mirel was attacked by the crowd after Anna Mirel spoke.";
    let papers = "Tomas Mirel had signed the papers which the court rejected.";
    check(&[
        (signed, E::Present, "signed", "signs", None, true),
        (signed, E::Present, "signed", "resigns", None, false),
        (signed, E::Present, "signed", "denies", None, false),
        (signed, E::Present, "signed the", "signs", None, false),
        (attacked, E::Present, "attacked", "attacks", None, false),
        (papers, E::Present, "signed", "signs", None, false),
        (papers, E::Present, "rejected", "rejects", None, false),
        (
            "The boat taken from the harbour will not be found.",
            E::Present,
            "taken",
            "takes",
            None,
            false,
        ),
        (
            "The boat taken from the harbour will not be found.",
            E::Present,
            "will",
            "to",
            None,
            false,
        ),
        ("Walsh would sign the pact.", E::Present, "would", "to", None, false),
        ("Walsh will sign the pact.", E::Present, "will", "to", None, true),
    ]);
}

#[test]
fn typography() {
    let fine = "It’s a $1,200 fine, and we’re told the US may resign.";
    let signed = "Peter Walsh signed the pact in the harbour on Tuesday";
    check(&[
        (signed, E::Typography, "", "", None, false),
        (fine, E::Typography, "It’s", "It's", None, true),
        (fine, E::Typography, "It’s", "Its", None, false),
        (fine, E::Typography, "$1,200", "$12,00", None, false),
        (fine, E::Typography, "$1,200", "1,200", None, false),
        (fine, E::Typography, "$1,200", "$1.200", None, false),
        (fine, E::Typography, "we’re", "were", None, false),
        (fine, E::Typography, "US", "us", None, false),
        (fine, E::Typography, "may", "May", None, false),
        (fine, E::Typography, "resign", "re-sign", None, false),
        (fine, E::Typography, "told the", "toldthe", None, false),
        (fine, E::Typography, "fine", "“fine”", None, false),
        (fine, E::Typography, "fine", "fine?", None, false),
        (fine, E::Typography, "fine", "wonderful", None, false),
        (fine, E::Typography, ".", "?", None, false),
        (fine, E::Typography, ", and", ". And", None, false),
    ]);
}
