//! Which words of saying may be left out: only those of official sources that
//! assert a fact, with nothing denied, asked or supposed about the saying.

use throughline_syntax::Doc;

/// Verbs that put a fact forward, in their dictionary form.
const PLAIN: &[&str] = &["say", "announce", "confirm", "report", "state", "add"];

/// Sources whose word an article reports as fact. A person's word stays a
/// person's word, so no name is among them.
#[rustfmt::skip]
const OFFICIAL: &[&str] = &[
    "police", "official", "officials", "authority", "authorities", "ministry", "coastguard",
    "court", "government", "department", "agency", "council", "commission", "hospital", "army",
    "military", "navy", "fire", "rescuer", "rescuers", "prosecutor", "prosecutors",
];

/// Whether the word at `at` is a verb of saying that may go together with its
/// subject: ", police said".
pub fn may_go(tree: &Doc, sentence: &str, at: usize) -> bool {
    let verb = &tree.tokens[at];
    let children: Vec<usize> = tree.children(at).collect();
    let subject = children.iter().find(|&&c| tree.tokens[c].dep == "nsubj");
    let plain = children.iter().all(|&c| {
        matches!(tree.tokens[c].dep, "nsubj" | "ccomp" | "punct" | "mark" | "npadvmod" | "prep")
    });
    PLAIN.contains(&verb.lemma.as_str())
        && plain
        && subject.is_some_and(|&s| {
            let lower = sentence[tree.tokens[s].range()].to_lowercase();
            OFFICIAL.contains(&lower.as_str())
                && tree
                    .children(s)
                    .all(|c| matches!(tree.tokens[c].dep, "det" | "compound" | "amod"))
        })
}
