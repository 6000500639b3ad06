//! How clauses stand, one line a case: `stances.txt`.

use throughline_annotate::{Stance, Tree, stance};

fn shown(stance: &Stance) -> String {
    let mut text = format!("{:?}", stance.modality).to_lowercase();
    for (is, word) in [
        (stance.negated, " not"),
        (stance.denied, " denied"),
        (stance.hedged, " hedged"),
        (stance.condition.is_some(), " if"),
    ] {
        text += if is { word } else { "" };
    }
    text
}

#[test]
fn clauses_stand_as_their_sentences_say() {
    let cases: Vec<(&str, &str, &str)> = include_str!("stances.txt")
        .lines()
        .filter(|l| !l.starts_with('#'))
        .map(|l| {
            let (sentence, rest) = l.split_once(" | ").expect("a sentence");
            let (verb, expected) = rest.split_once(" => ").expect("a verb");
            (sentence, verb, expected)
        })
        .collect();
    let sentences: Vec<(&str, usize)> = cases.iter().map(|(s, ..)| (*s, 0)).collect();
    let mut wrong = Vec::new();
    for (tree, (sentence, verb, expected)) in Tree::parse(&sentences).iter().zip(&cases) {
        let word = |at: &usize| &sentence[tree.span(*at)] == *verb && tree.token(*at).dep != "aux";
        let head = (0..tree.tokens().len()).find(word).expect("the verb stands there");
        let found = shown(&stance(tree, head));
        if found != *expected {
            wrong.push(format!("{sentence} [{verb}]\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
