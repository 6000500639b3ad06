//! How clauses stand, and where they look, one line a case: `stances.txt`, `outlooks.txt`.

use throughline_annotate::{Stance, Tree, outlook, stance};

fn shown(sentence: &str, tree: &Tree, stance: &Stance) -> String {
    let mut text = format!("{:?}", stance.modality).to_lowercase();
    for (is, word) in [
        (stance.negated, " not"),
        (stance.finds_none, " none"),
        (stance.denied, " denied"),
        (stance.hedged, " hedged"),
    ] {
        text += if is { word } else { "" };
    }
    if let Some(tokens) = &stance.condition {
        let condition = tree.span(tokens.start).start..tree.span(tokens.end - 1).end;
        text += &format!(" [{}]", &sentence[condition]);
    }
    text
}

/// Each case is `sentence | word => what is found of the clause whose head is that word`.
fn check(cases: &str, found: impl Fn(&str, &Tree, usize) -> String) {
    let cases: Vec<(&str, &str, &str)> = cases
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
        let found = found(sentence, tree, head);
        if found != *expected {
            wrong.push(format!("{sentence} [{verb}]\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn clauses_stand_as_their_sentences_say() {
    check(include_str!("stances.txt"), |sentence, tree, head| {
        shown(sentence, tree, &stance(tree, head))
    });
}

#[test]
fn clauses_look_where_their_tense_says() {
    check(include_str!("outlooks.txt"), |_, tree, head| {
        format!("{:?}", outlook(tree, head)).to_lowercase()
    });
}
