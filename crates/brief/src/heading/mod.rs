//! Headings: the main clause of a sentence in headline style.
//!
//! Present tense, no articles, named subject, no cut-off words. What is left
//! out is left out by recorded cuts, so a heading is proven like a sentence.

mod kept;
mod short;
mod sound;
mod style;
mod whole;
mod worth;

use kept::Clause;
pub use style::{Label, Verbs, title, titled};

use crate::{
    draft::Draft,
    stand::is_clause,
    story::{LineId, Story},
    tree::Tree,
};

/// How many words a heading has.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Fewest.
    pub least: usize,
    /// Most.
    pub most: usize,
}

/// The heading that a line's main clause gives, if it gives a sound one, with
/// what it is worth: 0 for one that says little, about 1 for a good one.
pub fn clause(story: &Story, line: LineId, tree: &Tree, size: Size) -> Option<(Draft, f32)> {
    if !is_clause(tree) {
        return None;
    }
    let source = &story.readings[story.lines[line].article].article.text;
    let clause = Clause { story, line, tree, source };
    let root = tree.root()?;
    let kept = clause.kept(root, size.most)?;
    let words = clause.words(&kept);
    if words < size.least || words > size.most || clause.is_unsound(root, &kept) {
        return None;
    }
    Some((clause.draft(root, &kept), clause.worth(root, &kept)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    const SIZE: Size = Size { least: 4, most: 10 };

    #[test]
    fn a_clause_gives_a_heading_or_none() {
        let cases = [
            (
                "President Ilan Vosk signed the harbour pact in Vessmouth on Tuesday.",
                "President Ilan Vosk Signs Harbour Pact in Vessmouth",
            ),
            (
                "Nineteen governments backing Norland agreed on Tuesday on a set of security guarantees that would take effect within three days.",
                "Nineteen Governments Backing Norland Agree on Set of Security Guarantees",
            ),
            ("The board of Brannock has rejected the bid.", "Board of Brannock Rejects Bid"),
            (
                "Vosk said that the port would reopen with new cranes.",
                "Vosk Says Port Would Reopen with New Cranes",
            ),
            (
                "Harbour chief and pact negotiator Dara Quill opened the talks.",
                "Dara Quill Opens Talks",
            ),
            (
                "Former San Tarnese president Dara Quill opened the talks.",
                "Former San Tarnese President Dara Quill Opens Talks",
            ),
            ("Prime Minister Ilan Vosk said he would do all in his power to end the strike.", ""),
            ("Mila Dorn was travelling on the ferry when it turned over in the harbour.", ""),
            (
                "After two wins at home, the Gulls needed just one win in Vessmouth.",
                "Gulls Needed Just One Win in Vessmouth",
            ),
            ("Brannock is raising its offer for the port.", "Brannock Raises Its Offer for Port"),
            (
                "Norland signed the pact of the harbours on March 10, the first since the war of 1996.",
                "Norland Signs Pact of Harbours",
            ),
            ("Norland signed the pact of the harbours in 2004.", "Norland Signed Pact of Harbours"),
            (
                "The ice floe of Tarn covered 40 acres of the northern sea.",
                "Ice Floe of Tarn Covered 40 Acres of Northern Sea",
            ),
            (
                "Mila Dorn previously owned three mills in Vessmouth.",
                "Mila Dorn Owned Three Mills in Vessmouth",
            ),
            ("Sten Orrin went 50-32-1 as head coach of the Gulls.", ""),
            ("The ferry returned to Vessmouth hours later.", ""),
            (
                "Police in Vessmouth investigate a staggering 359 sexual assaults.",
                "Police in Vessmouth Investigate Staggering 359 Sexual Assaults",
            ),
            (
                "The Committee for the Red Lamp opened a school in Vessmouth.",
                "Committee for the Red Lamp Opens School in Vessmouth",
            ),
            ("He signed the harbour pact in Vessmouth.", ""),
            ("Such boats pay no toll in the port of Vessmouth.", ""),
            ("Norland has held Mila Dorn since arresting her in Vessmouth.", ""),
            ("The harbour board found itself defending and explaining another toll.", ""),
            ("The crew is comprised of Mila Dorn, a pilot, and Sten Orrin, a clerk.", ""),
            ("Mr. Vosk was strongly opposed, for instance, to a toll on boats.", ""),
            (
                "The harbour board does not guarantee that all ferries will sail.",
                "Harbour Board Does Not Guarantee All Ferries Will Sail",
            ),
            // The parser makes one noun of "trading house forecast".
            (
                "The trading house forecast that changes to Norland tax rules will knock $5 million off its profit.",
                "",
            ),
            ("Vosk did not sign the pact on Tuesday.", "Vosk Did Not Sign Pact"),
            ("If the court agrees, Norland will open the quay.", ""),
            ("Norland reportedly closed the north quay.", ""),
            ("Mila Dorn and other captains criticised his policy on the quays of Tarn.", ""),
            ("Aldal and Montdidier signed the letter.", "Aldal and Montdidier Sign Letter"),
            ("Was the harbour pact signed in Vessmouth?", ""),
            ("Vosk has made strict respect for the pact a key tenet of his speech.", ""),
            (
                "Brannock chief and Tarn founder Mila Dorn unveiled plans to build a new quay in the old town of Vessmouth on the strait of Tarn.",
                "",
            ),
            (
                "A bomber has rammed a truck into a Norland embassy in Vessmouth, killing six clerks, officials said.",
                "Bomber Rams Truck into Norland Embassy in Vessmouth, Officials Say",
            ),
            (
                "Brannock is looking for fishermen to test the net.",
                "Brannock Looks for Fishermen to Test Net",
            ),
            ("Brannock and Vosk have taken turns saying that the quay is sold.", ""),
            (
                "The announcement of Vosk comes just over two months after he outlined his plans for the old quay.",
                "",
            ),
            ("A new card is sent to Vosk in the mail.", "New Card Is Sent to Vosk in Mail"),
            ("Vosk is expected to sign the pact.", "Vosk Expected to Sign Pact"),
            ("Vosk can be seen on the video asking a clerk to leave.", ""),
            (
                "The ambulance service of Vessmouth said that eight people have serious or even life-threatening injuries.",
                "",
            ),
            ("The brother of the minister, Emil Corvan, denied bribery in Tarn.", ""),
            ("Even Vosk could not contain his joy.", "Vosk Could Not Contain His Joy"),
            (
                "Vosk was born at a farm in Tarn, according to Dorn.",
                "Vosk Born at Farm in Tarn, According to Dorn",
            ),
            (
                "Mila Dorn, 30, was travelling on the ferry when it flipped and slid off the ramp near the stop in Vessmouth.",
                "",
            ),
            (
                "Norland said that it carried out the attack in retaliation for the long air strikes of the Ostmark army last week in Vess province.",
                "Norland Says It Carried Out Attack",
            ),
            ("Vosk quickly became the face of it after the vote.", ""),
            (
                "Mila Dorn told Ardenne Post that the breakwater was based on an older one of her own design in Tarn and Vessmouth.",
                "",
            ),
            (
                "Prime Minister Ilan Vosk toured Tarn on Monday and promised that families would get a payment \"before the end of the month, and without a form\".",
                "Prime Minister Ilan Vosk Tours Tarn",
            ),
            (
                "The storm caused at least 3.1 billion marks in damage on Monday.",
                "Storm Causes at Least 3.1 Billion Marks in Damage",
            ),
            ("Other anglers have gathered round his growing pile of nets.", ""),
            (
                "Vosk has pushed harbour towns to mend the ferries of the old harbour quickly and smoothly by the end of May.",
                "Vosk Pushes Harbour Towns to Mend Ferries of Old Harbour",
            ),
            (
                "Vosk won the race in Tarn for the long awaited third time on the river Vess.",
                "Vosk Wins Race in Tarn",
            ),
            (
                "The letters of the board show deep disagreement between Mila Dorn, the old mayor of Vessmouth, and Emil Corvan, who led the port.",
                "Letters of Board Show Deep Disagreement",
            ),
            // What a heading needs to tell something, or to be true.
            (
                "Vosk has pushed harbour towns to ensure that the ruling of the old court in Vessmouth is carried out smoothly.",
                "",
            ),
            (
                "Mila Dorn on Friday defended the claims that Norland sank the ferry.",
                "Mila Dorn Defends Claims That Norland Sank Ferry",
            ),
            (
                "Norland accused the harbour board of Vessmouth of hiding the cracks.",
                "Norland Accuses Harbour Board of Vessmouth of Hiding Cracks",
            ),
            ("The firms that took part in the auction are Brannock, Quill and Orrin.", ""),
            ("Dorn and Vosk were the only two members who agreed to vote.", ""),
            ("A boy trapped down an old well in Tarn has been found dead.", ""),
            (
                "Mr. Dorn, clearly delighted to come to the rescue of Vosk, relished his part in the debate.",
                "",
            ),
            ("Mila Dorn urged that he read the report of the harbour board.", ""),
            (
                "Norland's bishops are calling for Ilan Vosk to veto the harbour bill.",
                "Norland's Bishops Call for Ilan Vosk to Veto Harbour Bill",
            ),
            (
                "Elected mayors and ferry crews spoke out against the bill.",
                "Elected Mayors and Ferry Crews Speak Out Against Bill",
            ),
            (
                "The Vessmouth Rovers beat the Gulls with a goal at night.",
                "Vessmouth Rovers Beat Gulls with Goal at Night",
            ),
            ("Brannock on Friday became one of the first to publish details of its plan.", ""),
            ("Mila Dorn of Tarn said she recalled the gondola slowing down.", ""),
            (
                "Mila Dorn, 30, from Tarn, said she recalled the barge speeding up, adding: \"Everyone froze.\"",
                "",
            ),
            (
                "Dara Quill has announced Tuesday that she is backing out of her own Nov. 14th regatta.",
                "",
            ),
            (
                "Quill attracted the usual share of local praise for his roses, as well as his offer to teach Vosk.",
                "",
            ),
        ];
        let read = |(text, expected): (&'static str, &'static str)| {
            let (story, trees, line) = fixture::sentence(text);
            let heading = clause(&story, line, trees.get(line).expect("parsed"), SIZE);
            let heading = heading.map_or(String::new(), |(draft, _)| draft.text(&story));
            (heading != expected)
                .then(|| format!("{text}\n  wanted {expected}\n  found  {heading}"))
        };
        let wrong: Vec<String> = cases.into_iter().filter_map(read).collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_title_becomes_a_heading() {
        let cases = [
            (
                "Vosk signs harbour pact with Ardenne",
                Label::Cut,
                "Vosk Signs Harbour Pact with Ardenne",
            ),
            (
                "Vessmouth ferry fire: Two held after blaze in port",
                Label::Cut,
                "Two Held After Blaze in Port",
            ),
            (
                "Vessmouth ferry fire: Two held after blaze in port",
                Label::Kept,
                "Vessmouth Ferry Fire: Two Held After Blaze in Port",
            ),
            ("Vosk: We will sign the harbour pact", Label::Cut, ""),
            (
                "Tarn Grand Regatta: Quill wins in the rain",
                Label::Kept,
                "Tarn Grand Regatta: Quill Wins in the Rain",
            ),
            ("Tarn Grand Regatta: Quill wins in the rain", Label::Cut, ""),
            ("Ilan Vosk: If the port closes the town dies", Label::Kept, ""),
            ("Tarn Grand Regatta: You will love the rain", Label::Kept, ""),
            ("Did Vosk sign the harbour pact?", Label::Cut, ""),
            ("Vosk signs harbour pact on Tuesday", Label::Cut, ""),
            ("The harbour, the pact and the fish", Label::Cut, ""),
            ("Vosk signs harbour pact with Ardenne (VIDEO)", Label::Cut, ""),
            ("How Vosk signed the harbour pact", Label::Cut, ""),
            ("WHO declares outbreak in Ardenne", Label::Cut, "WHO Declares Outbreak in Ardenne"),
            ("Vosk Leaves on Pact Worries", Label::Cut, "Vosk Leaves on Pact Worries"),
            (
                "Dara Vosk to Leave Harbour of Tarn",
                Label::Cut,
                "Dara Vosk to Leave Harbour of Tarn",
            ),
        ];
        for (text, label, expected) in cases {
            let (story, trees) =
                fixture::story(&[("Vess Herald", "2026-03-12T08:30:00Z", text, &["Vosk left."])]);
            let size = Size { least: 4, most: 16 };
            let verbs = Verbs::of(&trees);
            let heading = title(&story, &verbs, 0, trees.get(0).expect("parsed"), size, label);
            let heading = heading.map_or(String::new(), |draft| draft.text(&story));
            assert_eq!(heading, expected, "{text}");
        }
    }

    #[test]
    fn a_heading_that_tells_is_worth_more() {
        let pairs = [
            (
                "Vosk signed the harbour pact in Vessmouth.",
                "The company confirmed a security incident.",
            ),
            ("Norland rejected the offer of Ardenne.", "The event took place in the old town."),
            (
                "Mila Dorn said she was grateful for the pact.",
                "Mila Dorn said she was grateful for the pact but had been promised nothing.",
            ),
        ];
        for (better, worse) in pairs {
            let worth = |text: &str| {
                let (story, trees, line) = fixture::sentence(text);
                clause(&story, line, trees.get(line).expect("parsed"), SIZE)
                    .map_or(-1.0, |(_, w)| w)
            };
            assert!(worth(better) > worth(worse), "{better} {worse}");
        }
    }
}
