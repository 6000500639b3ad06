//! The proof of the whole: what no statement alone shows (who was introduced before, what a note
//! says of another source, what a disagreement is about) costs the part at fault, never the
//! briefing.

use throughline_model::{Briefing, Place, Source, Statement};
use throughline_prove::Proof;

use crate::surname;

/// The briefing with each part at fault told plainer, or else left out. `title` is the plainest
/// note of a source. A fault of the whole, as a count that is wrong, stays for whoever proves it.
pub fn sound(
    mut briefing: Briefing,
    proof: &Proof,
    title: impl Fn(&Source) -> Statement,
) -> Briefing {
    // One part may lean on another: after each change the proof is asked anew.
    while proof.faults(&briefing).iter().any(|fault| mend(&mut briefing, fault.place, &title)) {}
    briefing
}

/// Whether something could be done about what is at fault there. Each time there is less to tell,
/// so it comes to an end.
fn mend(briefing: &mut Briefing, place: Place, title: impl Fn(&Source) -> Statement) -> bool {
    match place {
        Place::Heading(section) => {
            briefing.sections.remove(section);
        }
        Place::Sentence(section, at) => {
            let statements = &mut briefing.sections[section].statements;
            if let Some(full) = surname::in_full(&statements[at]) {
                statements[at] = full;
                return true;
            }
            statements.remove(at);
            if statements.is_empty() {
                briefing.sections.remove(section);
            }
        }
        Place::Note(at) => {
            let source = &mut briefing.sources[at];
            let plain = title(source);
            if source.note == plain {
                return false;
            }
            source.note = plain;
        }
        Place::Entry(at) => {
            briefing.timeline.remove(at);
        }
        Place::Position(disagreement, _) => {
            briefing.disagreements.remove(disagreement);
        }
        Place::Headline | Place::Source(_) | Place::Field(_) => return false,
    }
    true
}

#[cfg(test)]
mod tests {
    use throughline_annotate::Reading;
    use throughline_gather::{Owners, in_order};
    use throughline_model::{Edit, EditKind, Evidence, Kind};

    use super::*;
    use crate::{Options, brief, fixture};

    /// The briefing of a small story with a disagreement.
    fn briefing() -> Briefing {
        let readings: Vec<Reading> = fixture::readings(&[
            (
                "Vess Herald",
                "2026-03-12T08:00:00Z",
                "Vantis Group to cut 450 jobs in Tarn",
                &[
                    "The Vantis Group will cut 450 jobs at its plant in Tarn, the company said on Thursday.",
                    "Mila Dorn, who heads the group, said that no plant would be closed this year.",
                ],
            ),
            (
                "Molsey Post",
                "2026-03-12T10:00:00Z",
                "Union says Vantis will cut 1,200 jobs",
                &[
                    "The Vantis Group will cut 1,200 jobs at its plant in Tarn, the union said on Thursday.",
                    "The union of glass workers called for a strike at the plant in Tarn on Monday.",
                ],
            ),
        ]);
        let now = "2026-03-13".parse().expect("a day");
        brief(in_order(readings).0, &Options { now, owners: Owners::new(), words: None })
            .expect("a briefing")
    }

    fn title(source: &Source) -> Statement {
        source.note.clone()
    }

    /// The statement with an edit that the proof of one statement does not reject.
    fn framed(statement: &Statement, number: usize) -> Statement {
        let to = format!("Same report as [{number}]: ");
        let kind = EditKind::Frame;
        let frame = Edit { kind, start: 0, end: 0, from: String::new(), to, because: None };
        let plain = statement.edits.iter().filter(|e| e.kind != kind).cloned();
        let edits: Vec<Edit> = std::iter::once(frame).chain(plain).collect();
        let evidence: &Evidence = &statement.citations[0].evidence[0];
        let text = throughline_prove::replay(&evidence.exact, &edits).expect("the edits fit");
        Statement::new(text, Kind::Composed, edits, statement.citations.clone())
    }

    #[test]
    fn a_part_at_fault_costs_no_more_than_the_part() {
        let good = briefing();
        assert_eq!(good.disagreements.len(), 1, "{:?}", good.disagreements);
        let proof = Proof::from(&good.articles);
        type Spoil = fn(&mut Briefing);
        type Left = fn(&mut Briefing);
        let cases: [(&str, Spoil, Left); 5] = [
            (
                "a disagreement about what nobody speaks of",
                |b| b.disagreements[0].about = "ships sunk".to_owned(),
                |b| b.disagreements.clear(),
            ),
            (
                "a note that points to a source of another family",
                |b| b.sources[0].note = framed(&b.sources[0].note, 2),
                |_| {},
            ),
            (
                "a note's frame in a section",
                |b| {
                    let one = framed(&b.sections[0].statements[0], 1);
                    b.sections[0].statements.insert(0, one);
                },
                |_| {},
            ),
            (
                "an entry of another day",
                |b| {
                    let mut entry = b.timeline[0].clone();
                    entry.when.from = Some(jiff::civil::date(1999, 1, 1));
                    b.timeline.insert(0, entry);
                },
                |_| {},
            ),
            (
                "a section of nothing that is proven",
                |b| {
                    let mut section = b.sections[0].clone();
                    section.heading.text.push_str(" at last");
                    b.sections.push(section);
                },
                |_| {},
            ),
        ];
        for (what, spoil, left) in cases {
            let (mut spoilt, mut expected) = (good.clone(), good.clone());
            spoil(&mut spoilt);
            left(&mut expected);
            assert!(!proof.faults(&spoilt).is_empty(), "{what}");
            let notes = &good.sources;
            let plain = |source: &Source| notes[source.number - 1].note.clone();
            assert_eq!(sound(spoilt, &proof, plain), expected, "{what}");
        }
    }

    #[test]
    fn a_fault_of_the_whole_stays() {
        let mut briefing = briefing();
        briefing.counts.articles += 1;
        let articles = briefing.articles.clone();
        let proof = Proof::from(&articles);
        assert_eq!(sound(briefing.clone(), &proof, title), briefing);
    }
}
