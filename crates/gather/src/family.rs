//! Families: articles that are one witness, however many pages carry them.
//!
//! Two articles are one witness when they come from one outlet or one owner,
//! when both are credited to one agency, or when a good part of one stands in
//! the other ([`crate::copies`]).

use std::collections::HashMap;

use throughline_annotate::Reading;

use crate::copies::copies;

/// Who owns an outlet or an agency: its name to its owner's, both as shown.
pub type Owners = HashMap<String, String>;

/// A family number for each reading, in order of first appearance from 0.
pub fn families(readings: &[Reading], owners: &Owners) -> Vec<usize> {
    let mut parent: Vec<usize> = (0..readings.len()).collect();
    let mut by_witness: HashMap<String, usize> = HashMap::new();
    for (i, reading) in readings.iter().enumerate() {
        let article = &reading.article;
        let owner = owners.get(&article.outlet).unwrap_or(&article.outlet);
        let credits = article.credits.iter().map(|name| owners.get(name).unwrap_or(name));
        let names = std::iter::once(owner).chain(credits).filter(|n| !n.is_empty());
        for name in names {
            let first = *by_witness.entry(name.to_lowercase()).or_insert(i);
            join(&mut parent, first, i);
        }
    }
    for (a, b) in copies(readings) {
        join(&mut parent, a, b);
    }
    let mut numbers = HashMap::new();
    (0..readings.len())
        .map(|i| {
            let next = numbers.len();
            *numbers.entry(root(&parent, i)).or_insert(next)
        })
        .collect()
}

fn root(parent: &[usize], mut at: usize) -> usize {
    while parent[at] != at {
        at = parent[at];
    }
    at
}

fn join(parent: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(parent, a), root(parent, b));
    parent[a.max(b)] = a.min(b);
}

#[cfg(test)]
mod tests {
    use super::*;
    use throughline_model::{Article, Role};

    const REPORT: &str = "The ferry Aurelin left Port Vess at dawn with ninety people aboard and \
        struck a sandbank two miles from the harbour, the coastguard said, adding that all of the \
        passengers had been taken off by noon and that nobody was badly hurt in the accident.";
    const OTHER: &str = "Passengers described hours of waiting in the cold after a ferry ran \
        aground on Tuesday. Rescue boats brought them to the town hall, where volunteers handed \
        out blankets and soup, and where the mayor promised an inquiry into the grounding.";

    fn reading(outlet: &str, credits: &[&str], text: &str) -> Reading {
        let mut article = Article::new(None, outlet, vec![(Role::Body, text.into(), None)]);
        article.outlet = outlet.into();
        article.credits = credits.iter().map(|c| (*c).to_owned()).collect();
        Reading::of(article)
    }

    #[test]
    fn copies_agencies_and_owners_are_one_witness() {
        let half = format!("{} Locals were shocked by the news of it all.", &REPORT[..160]);
        let readings = [
            reading("Vess Herald", &[], REPORT),
            reading("Morning Bell", &[], &half),
            reading("Courier", &["Nordpress"], OTHER),
            reading(
                "Nordpress Agency",
                &[],
                "A ferry ran aground off Port Vess on Tuesday morning.",
            ),
            reading("Bell on Sunday", &[], "Ferry travel is dangerous, and it always was."),
            reading("Gazette", &[], "An unrelated line of text about a ferry in the bay."),
        ];
        let owners = Owners::from([
            ("Morning Bell".into(), "Bell Media".into()),
            ("Bell on Sunday".into(), "Bell Media".into()),
            ("Nordpress".into(), "Nordpress AB".into()),
            ("Nordpress Agency".into(), "Nordpress AB".into()),
        ]);
        assert_eq!(families(&readings, &owners), [0, 0, 1, 1, 0, 2]);
    }

    /// A gallery is told by what stands under its pictures.
    #[test]
    fn a_gallery_and_its_copy_are_one_witness() {
        let gallery = |outlet: &str, left_out: usize| {
            let words = REPORT.split(',').chain(OTHER.split(". ")).enumerate();
            let kept = words.filter(|&(at, _)| at != left_out);
            let mut lines: Vec<(Role, String, _)> =
                kept.map(|(_, text)| (Role::Caption, format!("{text}."), None)).collect();
            lines.push((Role::Body, format!("{outlet} has more pictures of the day."), None));
            let mut article = Article::new(None, "Ferry runs aground", lines);
            article.outlet = outlet.into();
            Reading::of(article)
        };
        let galleries = [gallery("Vess Herald", 1), gallery("Morning Bell", 3)];
        assert_eq!(families(&galleries, &Owners::new()), [0, 0]);
    }

    #[test]
    fn a_text_that_everybody_carries_is_one_witness() {
        let outlets: Vec<String> = (0..80).map(|i| format!("Outlet {i}")).collect();
        let mut readings: Vec<Reading> =
            outlets.iter().map(|outlet| reading(outlet, &[], REPORT)).collect();
        readings.push(reading("Courier", &[], OTHER));
        let found = families(&readings, &Owners::new());
        assert_eq!(found.iter().filter(|&&family| family == 0).count(), 80);
    }

    #[test]
    fn one_long_sentence_taken_over_whole_is_a_copy() {
        let page = |own: &str| reading(own, &[], &format!("{REPORT} {own}"));
        let own = [
            "It rained on the quay all day. Nobody came to meet the boats.",
            "The owners of the ferry said nothing. A baker handed out bread.",
        ];
        assert_eq!(families(&own.map(page), &Owners::new()), [0, 0]);
    }

    const AGENCY: &str = "The harbour of Port Vess was closed on Monday after a crane fell on two \
        barges. Nobody was hurt, the harbour master said in a short statement. The crane had been \
        inspected in March and was found sound by the inspectors. Three ships were sent on to \
        Kessling, a day's sail to the north of the town. Work to clear the basin will take at least \
        a week, engineers told reporters at the scene.";

    /// The numbered sentences of [`AGENCY`], with text around.
    fn page(outlet: &str, taken: &[usize], own: &str) -> Reading {
        let sentences: Vec<&str> = AGENCY.split_inclusive(". ").collect();
        let text: String = taken.iter().map(|&i| sentences[i]).collect();
        reading(outlet, &[], &format!("{text} {own}"))
    }

    #[test]
    fn half_a_text_is_a_copy_and_a_quoted_sentence_is_none() {
        let own = "Shop owners on the quay counted their losses as the smell of oil spread. One of \
            them, a baker, remembered the flood of 1987. She had never seen such a silence there.";
        let other = "The minister flew to the coast in the evening and promised money for the port. \
            Opposition members asked why the crane was not replaced years ago, when it was old.";
        /// Sentences and own text of two pages, and whether they are one family.
        type Case<'a> = (&'a [usize], &'a str, &'a [usize], &'a str, bool);
        let cases: [Case; 6] = [
            (&[0, 1, 2, 3, 4], "", &[0, 1, 2, 3, 4], "", true),
            (&[0, 1, 2, 3, 4], "", &[4, 2, 0], "", true),
            (&[0, 1, 2, 3, 4], "", &[0, 2, 3], own, true),
            (&[0, 1, 3], other, &[3, 1, 0], own, true),
            (&[1], other, &[1], own, false),
            (&[0, 1, 2, 3, 4], "", &[1], own, false),
        ];
        for (first, beside, second, beside_second, one) in cases {
            let pair = [page("Herald", first, beside), page("Bell", second, beside_second)];
            let found = families(&pair, &Owners::new());
            assert_eq!(found[0] == found[1], one, "{first:?} {second:?}");
        }
    }

    const LETTER: &str = "\u{201c}We asked the port for a new crane three times and were told to \
        wait for the spring. Every docker on this quay knew that the old one would come down some \
        day. Somebody has to answer for that before the basin is opened again.\u{201d}";

    #[test]
    fn what_both_quote_is_no_copy() {
        let told = |outlet: &str, own: [&str; 2]| {
            reading(outlet, &[], &format!("{} {LETTER} {}", own[0], own[1]))
        };
        let herald = [
            "Dockers in Port Vess wrote to the council on Wednesday about the crane that fell.",
            "The council will read the letter in its next meeting, a clerk said, and has asked \
             the harbour master for papers on all inspections since the spring of last year.",
        ];
        let bell = [
            "A letter signed by eighty men speaks of warnings that nobody wanted to hear.",
            "Opposition members want the mayor to say what he knew; he was at sea when the barges \
             sank, and came home by train on the day after with his deputy and two engineers.",
        ];
        let cases = [
            (told("Herald", herald), told("Bell", bell), false),
            // Taken over with all around it, it is one.
            (told("Herald", herald), told("Bell", herald), true),
        ];
        for (one, other, expected) in cases {
            let found = families(&[one, other], &Owners::new());
            assert_eq!(found[0] == found[1], expected);
        }
    }

    #[test]
    fn half_a_text_is_found_however_it_was_worked_on() {
        let own = "Shop owners on the quay counted their losses as the smell of oil spread. One of \
            them, a baker, remembered the flood of 1987. She had never seen such a silence there.";
        let long = format!("{own} {REPORT} {OTHER} It rained all day, and the tide was low.");
        let half: [&str; 3] = [
            "The harbour of Port Vess was shut on Monday after a crane toppled on two barges.",
            "The crane had been checked in March and was found sound by the inspectors.",
            "Work to clear the basin will take at least a week, engineers said at the scene.",
        ];
        let reordered = [half[2], half[0], half[1]].join(" ");
        let cases = [
            ("words exchanged", format!("{} {own}", half.join(" ")), true),
            ("in another order", format!("{reordered} {own}"), true),
            ("in a long page", format!("{reordered} {long}"), true),
            ("two sentences of it", format!("{} {} {own}", half[0], half[1]), false),
        ];
        let whole = page("Herald", &[0, 1, 2, 3, 4], "");
        for (what, text, expected) in cases {
            let found = families(&[whole.clone(), reading("Bell", &[], &text)], &Owners::new());
            assert_eq!(found[0] == found[1], expected, "{what}");
        }
    }

    #[test]
    fn two_short_items_that_give_other_figures_are_no_copies() {
        let item = |outlet: &str, jobs: &str, who: &str, own: &str| {
            let text = format!(
                "The Vantis Group will cut {jobs} jobs at its plant in Tarn, the {who} said on \
                 Thursday. {own}"
            );
            reading(outlet, &[], &text)
        };
        let company =
            "Mila Dorn, who heads the group, said that no plant would be closed this year.";
        let union = "It called for a strike of all glass workers at the plant on Monday morning.";
        let pair =
            [item("Herald", "450", "company", company), item("Post", "1,200", "union", union)];
        assert_eq!(families(&pair, &Owners::new()), [0, 1]);
    }
}
