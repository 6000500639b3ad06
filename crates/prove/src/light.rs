//! The words that headline style leaves out: articles, and forms of "be" and
//! "have" that help a verb, where nothing turns on them.

use throughline_syntax::Doc;

/// Whether a word is one of them by its look.
pub fn is_light(lower: &str) -> bool {
    matches!(
        lower,
        "a" | "an"
            | "the"
            | "that"
            | "is"
            | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "been"
            | "being"
    )
}

/// Whether the "also" at `at` may be left out: it joins the sentence to one
/// before it, and is no half of "not only ... but also".
pub fn is_loose_also<'a>(tree: &Doc, at: usize, word: impl Fn(usize) -> &'a str) -> bool {
    let token = &tree.tokens[at];
    let is = |i: usize, other: &str| word(i).eq_ignore_ascii_case(other);
    token.dep == "advmod"
        && is(at, "also")
        && matches!(tree.tokens[token.head as usize].pos, "VERB" | "AUX")
        && at > 0
        && !is(at - 1, "but")
        && (0..tree.tokens.len()).all(|i| !is(i, "only") && !is(i, "just"))
        && at + 1 < tree.tokens.len()
        && word(at + 1).starts_with(char::is_alphanumeric)
}

/// Why the word at `at` may not be left out of its sentence.
///
/// # Errors
/// The reason, where the word does more than help.
pub fn may_go(tree: &Doc, sentence: &str, at: usize) -> Result<(), &'static str> {
    let token = &tree.tokens[at];
    let lower = |i: usize| sentence[tree.tokens[i].range()].to_lowercase();
    if !is_light(&lower(at)) {
        return Err("only articles and forms of be and have are left out of a heading");
    }
    let verb = token.head as usize;
    match token.dep {
        "det" if lower(at) != "that" => Ok(()),
        // "Vosk says that the port is safe".
        "mark" if lower(at) == "that" && tree.tokens[verb].dep == "ccomp" => Ok(()),
        "aux" | "auxpass" => {
            let held = |c: usize| tree.tokens[c].dep == "neg" || tree.tokens[c].tag == "MD";
            if tree.children(verb).any(held) {
                return Err("the verb is denied or supposed");
            }
            let object = |c: usize| c > verb && matches!(tree.tokens[c].dep, "dobj" | "dative");
            // "Vosk was offered a bribe" would become "Vosk offered a bribe".
            if token.dep == "auxpass" && lower(at) != "being" && tree.children(verb).any(object) {
                return Err("who does it and to whom it is done would change places");
            }
            Ok(())
        }
        _ => Err("it helps no other verb"),
    }
}
