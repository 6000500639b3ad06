//! Sentences with words left out: what is left must still be said.
//!
//! `[ ]` is cut by an edit, `| |` are the ends of a passage that is narrower
//! than its sentence.

use throughline_model::{EditKind, Evidence};
use throughline_prove::Proof;

use crate::{
    fields::name,
    fixture::{article, cited, edit, made},
};

/// What is found wrong with a sentence cut like this, by an edit of this kind.
fn found(kind: EditKind, marked: &str) -> Vec<String> {
    let plain: String = marked.chars().filter(|c| !"[]|".contains(*c)).collect();
    let a =
        article("Vess Herald", "2026-03-12", "A title", &["An opening line.", &plain, "The end."]);
    let from = a.text.find(&plain).expect("the sentence is there");
    let inner = match marked.split('|').collect::<Vec<_>>().as_slice() {
        [before, inner, _] => {
            (before.chars().filter(|c| !"[]".contains(*c)).map(char::len_utf8).sum(), *inner)
        }
        _ => (0, marked),
    };
    let exact: String = inner.1.chars().filter(|c| !"[]".contains(*c)).collect();
    let evidence = Evidence::cut(&a, from + inner.0..from + inner.0 + exact.len());
    let mut edits = Vec::new();
    for (at, piece) in inner.1.split('[').skip(1).enumerate() {
        let cut = piece.split(']').next().unwrap_or_default();
        // The same words may stand there twice: the edit goes where the mark is.
        let before = inner.1.match_indices('[').nth(at).map_or(0, |(i, _)| i);
        let start = inner.1[..before].chars().filter(|c| !"[]".contains(*c)).count();
        let mut one = edit(&exact, kind, cut, "");
        one.end = start + cut.chars().count();
        one.start = start;
        edits.push(one);
    }
    let statement = made(evidence, 1, edits);
    Proof::from(&cited(&[a])).statement(&statement).iter().map(name).collect()
}

#[test]
fn what_says_less_may_be_told() {
    let cases = [
        "Vosk resigned[, while his aides packed].",
        "Vosk resigned on Monday[ after a long night of talks].",
        "The minister[, who was born in Ardenne,] resigned on Monday.",
        "[On Monday, ]Vosk resigned.",
        "The court rejected the plan of the port[ on Monday].",
        "The court [previously ]rejected the plan of the port.",
        "[In a statement on Monday, ]the ministry banned the ferry.",
        "Vosk signed the pact[ and thanked the crowd].",
        "The [long ]pact opens three ports.",
        "|Vosk resigned on Monday| after a long night of talks.",
        "|Vosk resigned on Monday|.",
        "[All ]workers left the port.",
        "Vosk, 61, signed the pact[ at a ceremony in the old town hall].",
        "|Vosk did not resign on Monday|.",
    ];
    for case in cases {
        assert_eq!(found(EditKind::Clause, case), Vec::<String>::new(), "{case}");
    }
}

#[test]
fn what_says_something_else_is_caught() {
    let cases = [
        // Denials, hedges, conditions, bounds.
        "Vosk did [not ]resign on Monday.",
        "Vosk did[n’t] resign on Monday.",
        "Vosk [never ]signed the pact.",
        "Vosk [reportedly ]signed the pact on Monday.",
        "Vosk [allegedly ]took bribes.",
        "[No ]workers left the port.",
        "Vosk [almost ]signed the pact.",
        "Vosk will resign[ if the pact fails].",
        "Vosk will resign[, if the pact fails].",
        "[Unless the court agrees, ]the ferry will sail.",
        "[If the court agrees, ]the ferry will sail.",
        "The ferry will sail[ as long as the court agrees].",
        "The ferry will sail[, as long as the court agrees].",
        "The ferry will sail[ provided that the court agrees by May].",
        "The ferry will sail[ on condition that the court agrees].",
        "The ferry will sail[, on condition that the court agrees].",
        "[In the event that the court agrees, ]the ferry will sail.",
        "The ferry will sail[ only when the court agrees].",
        "The ferry sailed[ without a licence].",
        "[At least ]nine people were hurt.",
        "[More than ]nine people were hurt.",
        "[Nearly ]900 people were hurt.",
        "Vosk [may ]sign the pact.",
        "Vosk [could have ]signed the pact.",
        "The ferry is [not ]safe.",
        "The [former ]minister signed the pact.",
        "The [alleged ]killer fled.",
        "Police found a [fake ]bomb.",
        "[Only ]three workers left.",
        "[Few ]workers left the port.",
        // Governors.
        "[The ministry denied that ]Vosk resigned.",
        "The ministry denied that |Vosk resigned|.",
        "[Vosk denied ]taking bribes from the port.",
        "It is false that |Vosk resigned|.",
        "Mirel claimed that |the dead had voted|.",
        "Vosk refused to |sign the pact|.",
        "[It is unlikely that ]Vosk will resign.",
        "Vosk was [un]likely to resign.",
        "If |Vosk resigns|, the pact fails.",
        "Nobody believes |Vosk resigned|.",
        // Arguments.
        "Vosk killed [the rumour that he had killed ]the deal.",
        "Vosk killed[ the story].",
        "[Vosk’s ]brother shot a guard.",
        "Vosk[’s brother] shot a guard.",
        "The [opposition ]leader fled.",
        "The minister [who ]shot the thief resigned.",
        "The minister [who shot the ]thief resigned.",
        "The minister who |shot the thief| resigned.",
        "Vosk met Mirel and [Quill ]shot the guard.",
        "Vosk [met Mirel and Quill ]shot the guard.",
        "[Vosk met Mirel and ]Quill shot the guard.",
        "Vosk began to [hate ]work.",
        "Vosk failed[ to sign the pact].",
        "Vosk is considering[ resigning].",
        "Vosk stepped [down ]on Monday.",
        "The end[ of the war] surprised them.",
        "The army shot the man[ or the boy].",
        "Vosk [or Quill ]took the money.",
        "[Vosk or ]Quill took the money.",
        // Saying less claims more.
        "Vosk did not resign[ over the scandal].",
        "[No ]soldier who fled was shot.",
        "Every soldier[ who fled] was shot.",
        "No soldier[ who fled] was shot.",
        "It is the tallest tower[ in the village].",
        "Vosk denied the claims[ about his taxes].",
        "Vosk did not reject the plan[ on Monday].",
        "Vosk didn't reject the plan[ on Monday].",
        "No minister rejected the plan[ on Monday].",
        "Vosk only rejected the plan[ on Monday].",
        "The bank refused loans[ to fishermen].",
        "Vosk denied wrongdoing[ in the sale of the port].",
        // Stitching: everything but chosen words.
        "Vosk [thanked the guards who ]shot [at ]the crowd.",
        "[Vosk thanked the ]guards [who ]shot [at ]the crowd.",
        "The court [cleared Vosk and ]jailed [his driver, ]Quill.",
        "The talks failed[, and Vosk blamed] Quill.",
        // Exceptions.
        "The ministers resigned[, but the one who led them].",
        "The passengers drowned[, but the cook who had slept ashore].",
        "The board praised the clerks[, but the one who wrote the pact].",
        "All ministers resigned[, but the one who led them].",
        "Vosk thanked nobody[, but the clerk who wrote the pact].",
        "The board never praised a clerk[, but the one who wrote the pact].",
        // Attribution.
        "The ferry was unsafe[, according to Quill].",
        "[According to Quill, ]the ferry was unsafe.",
        "The ferry was unsafe[, Quill said].",
        "|The ferry was unsafe|, Quill said.",
        "|The ferry was unsafe, Quill| said.",
        // Questions and quotations.
        "|Did Vosk resign|?",
        "“|The ferry is a coffin|,” Quill said.",
        "“The ferry is |a coffin|,” Quill said.",
        "[“]The ferry is a coffin[”] was what Quill said.",
        "Quill called it “a [floating ]coffin” on Monday.",
        "“It is over. |The king is dead.| Go home,” Quill told them.",
    ];
    for case in cases {
        assert!(!found(EditKind::Clause, case).is_empty(), "{case}");
    }
}

#[test]
fn an_aside_and_an_attribution_stand_between_marks() {
    let cases = [
        (EditKind::Aside, "The pact[, signed on Monday,] opens three ports.", true),
        (EditKind::Aside, "The pact [(the third so far) ]opens three ports.", true),
        (EditKind::Aside, "The pact[ signed on Monday] opens three ports.", false),
        (EditKind::Aside, "The pact opens three ports[ (the first of many].", false),
        (EditKind::Attribution, "Two men were hurt in the fire[, police said].", true),
        (EditKind::Attribution, "[Police said ]two men were hurt in the fire.", false),
        (EditKind::Attribution, "The pact is a crime[, Quill said].", false),
        (EditKind::Attribution, "The pact is a crime[, police did not say].", false),
        (EditKind::Attribution, "“The pact is a crime[,” police said].", false),
    ];
    for (kind, case, allowed) in cases {
        let found = found(kind, case);
        assert_eq!(found.is_empty(), allowed, "{case}: {found:?}");
    }
}

#[test]
fn light_words() {
    let cases = [
        ("[The ]minister signed [the ]pact.", true),
        ("Two men [were ]killed in [the ]fire.", true),
        ("Vosk said [that ]the port is safe.", true),
        ("Vosk signed [that ]pact.", false),
        ("The pact [that ]Vosk signed is void.", false),
        ("Vosk [is ]leaving the port.", true),
        ("Vosk [was ]offered a bribe.", false),
        ("Vosk [is ]not leaving the port.", false),
        ("Vosk [is ]a liar.", false),
        ("Vosk [has ]cancer.", false),
        ("Vosk did [not ]leave.", false),
        ("[No ]minister signed the pact.", false),
    ];
    for (case, allowed) in cases {
        let found = found(EditKind::Article, case);
        assert_eq!(found.is_empty(), allowed, "{case}: {found:?}");
    }
}

#[test]
fn connectives_open_a_sentence() {
    let cases = [
        ("[However, ]Vosk signed the pact.", true),
        ("[But ]Vosk signed the pact.", true),
        ("Vosk [and ]Quill signed the pact.", false),
        ("[Otherwise, ]Vosk will resign.", false),
        ("[However ]hard it was, Vosk signed.", false),
        ("Vosk [still ]signed the pact.", false),
        ("Vosk [also ]signed the pact.", true),
        ("Vosk not only read but [also ]signed the pact.", false),
        ("Vosk only read, and Quill [also ]signed the pact.", false),
        ("Vosk[, however,] signed the pact.", true),
        ("Vosk[, reportedly,] signed the pact.", false),
    ];
    for (case, allowed) in cases {
        let found = found(EditKind::Connective, case);
        assert_eq!(found.is_empty(), allowed, "{case}: {found:?}");
    }
}
