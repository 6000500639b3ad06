//! What a disagreement is about, named by the act that both sides tell: "when the storm came
//! ashore", "whether the gates were opened".

use std::collections::BTreeSet;

use throughline_annotate::Tree;

/// The most words of a label; a longer clause is no name.
const WORDS: usize = 12;

/// A clause cut to who does what: subject, verb, object.
///
/// None where the subject is a pronoun, or the clause is long.
pub fn act(tree: &Tree, text: &str, verb: usize) -> Option<String> {
    let lends = tree.token(verb).dep == "relcl";
    let subject = if lends {
        // "the storm, which came ashore": the antecedent without its clauses.
        tree.head(verb)?
    } else {
        tree.child(verb, &["nsubj", "nsubjpass"])?
    };
    if matches!(tree.token(subject).pos, "PRON" | "DET") {
        return None;
    }
    let mut kept: BTreeSet<usize> = noun(tree, subject).into_iter().collect();
    kept.insert(verb);
    for child in tree.children(verb) {
        match tree.token(child).dep {
            "aux" | "auxpass" | "prt" | "acomp" | "oprd" => {
                kept.insert(child);
            }
            // "first wrote", "came ashore".
            "advmod" if child + 1 == verb || child == verb + 1 => {
                kept.insert(child);
            }
            "dobj" | "attr" => kept.extend(noun(tree, child)),
            _ => {}
        }
    }
    let alone = tree.child(verb, &["dobj", "attr", "acomp", "oprd", "prt"]).is_none();
    let adjunct = tree.children(verb).find(|&c| c > verb && is_place_or_aim(tree, c));
    if let Some(adjunct) = adjunct.filter(|_| alone) {
        kept.insert(adjunct);
        kept.extend(tree.children(adjunct).flat_map(|c| noun(tree, c)));
    }
    let long = kept.len() > WORDS;
    (!long).then(|| joined(tree, text, &kept))
}

/// A noun as one calls it: "the campaign of Vosk".
pub fn name(tree: &Tree, text: &str, head: usize) -> String {
    joined(tree, text, &noun(tree, head).into_iter().collect())
}

/// These words in one line, as they stand within a sentence.
fn joined(tree: &Tree, text: &str, kept: &BTreeSet<usize>) -> String {
    let words: Vec<&str> = kept.iter().map(|&at| &text[tree.span(at)]).collect();
    let opens_sentence =
        kept.first() == Some(&0) && (!is_name(tree, 0) || tree.token(0).dep == "det");
    let mut label = String::new();
    for (word, &at) in words.iter().zip(kept) {
        // "board's" is two words of the tree.
        let glued =
            at > 0 && kept.contains(&(at - 1)) && tree.span(at).start == tree.span(at - 1).end;
        if !label.is_empty() && !glued {
            label.push(' ');
        }
        if at == 0 && opens_sentence {
            label.push_str(&word.to_lowercase());
        } else {
            label.push_str(word);
        }
    }
    label
}

/// A noun with what stands before it and its "of": "the board of Brannock".
fn noun(tree: &Tree, head: usize) -> Vec<usize> {
    const BEFORE: &[&str] = &["det", "compound", "amod", "nummod", "poss", "nmod"];
    let mut kept = vec![head];
    for child in tree.children(head) {
        let token = tree.token(child);
        if child < head && BEFORE.contains(&token.dep) {
            kept.extend(tree.subtree(child));
        } else if token.lemma == "of" {
            kept.push(child);
            kept.extend(tree.child(child, &["pobj"]).into_iter().flat_map(|c| noun(tree, c)));
        }
    }
    kept
}

/// "to the board", "near Dunmarsh": where, or to whom, and not when.
fn is_place_or_aim(tree: &Tree, at: usize) -> bool {
    let when = |c: usize| tree.names(&["DATE", "TIME"]).any(|name| name.contains(&c));
    matches!(tree.token(at).dep, "prep" | "dative")
        && ["to", "near", "into", "from", "off"].contains(&tree.token(at).lemma.as_str())
        && !tree.subtree(at).any(when)
}

fn is_name(tree: &Tree, at: usize) -> bool {
    tree.token(at).pos == "PROPN" || tree.named().any(|(_, name)| name.contains(&at))
}
