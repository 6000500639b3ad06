//! Two short statements of one subject become one sentence: "Vosk signed the
//! pact and left the town."
//!
//! It proposes; whether the subject is one and nothing reaches over the join the
//! proof decides.

use throughline_model::{Edit, EditKind, Statement};
use throughline_prove::{Proof, replay};

/// The most words of a joined sentence.
const LONGEST: usize = 36;

/// The most words of a subject.
const SUBJECT: usize = 5;

/// The most sources of a statement.
const MOST: usize = 4;

/// How far apart two statements of a section may stand.
const NEAR: usize = 2;

/// Joins the statements of a section where the proof lets them be joined;
/// `witness` says which independent witness a source is.
pub fn join(
    statements: Vec<Statement>,
    proof: &Proof,
    witness: impl Fn(usize) -> usize,
) -> Vec<Statement> {
    let mut told: Vec<Statement> = Vec::new();
    for next in statements {
        let from = told.len().saturating_sub(NEAR);
        let joined = (from..told.len()).rev().find_map(|at| {
            let joined = one(&told[at], &next, &witness)?;
            proof.statement(&joined).is_empty().then_some((at, joined))
        });
        match joined {
            Some((at, joined)) => told[at] = joined,
            None => told.push(next),
        }
    }
    told
}

/// The two as one, if they look as if they had one subject.
fn one(
    first: &Statement,
    second: &Statement,
    witness: &impl Fn(usize) -> usize,
) -> Option<Statement> {
    let words = |s: &Statement| s.text.split(' ').count();
    let alone = first.halves.is_empty() && second.halves.is_empty();
    if !alone || words(first) + words(second) > LONGEST || !first.text.ends_with('.') {
        return None;
    }
    let subject = subject(&first.text, &second.text)?;
    let from = format!(". {subject}");
    let start = first.text.chars().count() - 1;
    let end = start + from.chars().count();
    let join = Edit { kind: EditKind::Join, start, end, from, to: " and".into(), because: None };
    let both = format!("{} {}", first.text, second.text);
    let text = replay(&both, std::slice::from_ref(&join)).ok()?;
    let joined = Statement::joined(first.clone(), second.clone(), text, join);
    let mut witnesses: Vec<usize> = joined.citations.iter().map(|c| witness(c.source)).collect();
    witnesses.sort_unstable();
    witnesses.dedup();
    (witnesses.len() == joined.citations.len() && witnesses.len() <= MOST).then_some(joined)
}

/// The words with which the second opens, as many as the first opens with too.
fn subject<'a>(first: &str, second: &'a str) -> Option<&'a str> {
    let opening: Vec<&str> = first.split(' ').take(SUBJECT + 1).collect();
    let shared = |word: &&str| opening.iter().any(|o| o.eq_ignore_ascii_case(word));
    let count = second.split(' ').take(SUBJECT).take_while(shared).count();
    let last = second.split(' ').take(count).last()?;
    let end = last.as_ptr() as usize + last.len() - second.as_ptr() as usize;
    Some(&second[..end])
}

#[cfg(test)]
mod tests {
    use throughline_model::{Article, Citation, CitedArticle, Evidence, Kind, Role};

    use super::*;

    /// The statements that two outlets' sentences make, told verbatim and joined.
    fn joined(sentences: &[(usize, &str)]) -> Vec<String> {
        let of = |outlet: usize| {
            let own = sentences.iter().filter(|(from, _)| *from == outlet);
            let lines = own.map(|(_, text)| (Role::Body, (*text).to_owned(), None)).collect();
            let mut article = Article::new(None, "Harbour pact is signed", lines);
            article.outlet = format!("Outlet {outlet}");
            article.language = "en".into();
            article
        };
        let articles: Vec<Article> = (1..=2).map(of).collect();
        let told = sentences.iter().map(|&(outlet, text)| {
            let article = &articles[outlet - 1];
            let at = article.text.find(text).expect("its own sentence");
            let evidence = vec![Evidence::cut(article, at..at + text.len())];
            let citations = vec![Citation { source: outlet, evidence }];
            Statement::new(text.into(), Kind::Verbatim, Vec::new(), citations)
        });
        let cited: Vec<CitedArticle> = articles.iter().map(CitedArticle::from).collect();
        let told = join(told.collect(), &Proof::from(&cited), |number| number);
        told.into_iter().map(|s| s.text).collect()
    }

    #[test]
    fn short_statements_of_one_subject_are_joined() {
        let signed = (1, "President Ilan Vosk signed the harbour pact in Vessmouth.");
        let thanked = (2, "Vosk thanked the negotiators at a dinner.");
        let opened = (2, "Mayor Dara Quill opened the talks.");
        let denied = (1, "Vosk did not speak about the strait.");
        let both = "President Ilan Vosk signed the harbour pact in Vessmouth and thanked the negotiators at a dinner.";
        type Case<'a> = (&'a [(usize, &'a str)], &'a [&'a str]);
        let cases: [Case; 4] = [
            (&[signed, thanked], &[both]),
            (&[signed, opened, thanked], &[both, opened.1]),
            (&[signed, denied], &[signed.1, denied.1]),
            (&[signed, opened], &[signed.1, opened.1]),
        ];
        for (sentences, expected) in cases {
            assert_eq!(joined(sentences), expected);
        }
    }
}
