//! A name with the role behind it: "Mila Dorn, head of the harbour board," put for "Dorn", where an
//! article says of the person just that, in an apposition.

use throughline_annotate::{is_role, quotes};
use throughline_model::Evidence;

use crate::{
    person,
    rules::{Case, need},
};

/// The name and the role of "Mila Dorn, head of the harbour board,".
pub fn described(to: &str) -> Option<(&str, &str)> {
    to.strip_suffix(',')?.split_once(", ")
}

/// The passage of the name alone, where the whole passage gives the role as the name's apposition
/// and the statement has the name as the subject of the verb behind it.
pub fn name(case: &Case, because: &Evidence, name: &str, role: &str) -> Result<Evidence, String> {
    need(because.exact == format!("{name}, {role}"), "the passage does not give that name")?;
    need(name.contains(' ') && person::ends_in_name(name), "what is put is no full name")?;
    let (held, whole) = case.stored.place(because).ok_or("the passage is not in the article")?;
    let sentence = held.sentence(&whole).ok_or("it runs over a line")?;
    let quoted = quotes(&held.article.text, sentence.clone())
        .iter()
        .any(|q| q.outer.start < whole.end && whole.start < q.outer.end);
    need(!quoted, "a speaker says that of the person")?;
    let tree = held.tree(&sentence);
    let at = |token: usize| {
        let span = tree.tokens[token].range();
        sentence.start + span.start..sentence.start + span.end
    };
    let (named, from) = (whole.start + name.len(), whole.end - role.len());
    // What somebody was in 1999 is not what the statement tells of.
    let year = |words: &str| words.split(' ').any(|w| w.len() == 4 && w.parse::<u16>().is_ok());
    let told = &held.article.text[sentence.clone()];
    let dated =
        tree.names.iter().any(|name| name.kind == "DATE" && year(&told[tree.name_range(name)]));
    // All that the sentence says of the person, and of nobody else: not "her husband".
    let is_role = !dated
        && (0..tree.tokens.len()).any(|token| {
            let (part, head) = (tree.subtree(token), tree.tokens[token].head as usize);
            let more = tree.children(head).any(|c| c > token && tree.tokens[c].dep != "punct");
            let verb = tree.tokens[head].head as usize;
            let asserted = matches!(tree.tokens[head].dep, "nsubj" | "nsubjpass")
                && tree.tokens[verb].dep == "ROOT"
                && tree.children(verb).all(|c| tree.tokens[c].dep != "neg");
            tree.tokens[token].dep == "appos"
                && asserted
                && tree.tokens[token].pos == "NOUN"
                && is_role(&tree.tokens[token].lemma.to_lowercase())
                && at(head).end == named
                && at(part.start).start == from
                && at(part.end - 1).end == whole.end
                && !more
                && part.into_iter().all(|i| !matches!(tree.tokens[i].tag, "PRP" | "PRP$"))
        });
    need(is_role, "the passage does not say that of the person")?;
    let closed = held.article.text[whole.end..].starts_with([',', '.']);
    need(closed, "the passage says more of the person")?;
    let (own, tokens, _) = case.tokens().ok_or("it runs over a line")?;
    let subject = tokens.last().is_some_and(|&last| {
        let joined = own.children(last).any(|c| matches!(own.tokens[c].dep, "cc" | "conj"));
        own.tokens[last].dep.starts_with("nsubj") && !joined
    });
    let behind = case.text()[case.at.end..].strip_prefix(' ');
    let goes_on = behind.is_some_and(|rest| rest.starts_with(char::is_lowercase));
    need(subject && goes_on, "a role stands between a name and its verb only")?;
    let end = because.start + name.chars().count();
    Ok(Evidence { exact: name.to_owned(), end, ..because.clone() })
}
