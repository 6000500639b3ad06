//! Any article in any language is annotated without a panic, and every offset
//! cuts the text between characters. The first byte chooses the language.
#![no_main]

use std::ops::Range;

use libfuzzer_sys::fuzz_target;
use throughline_annotate::{QuotationKind, Reading, Tree, outlook, stance};
use throughline_model::{Article, Role};

fuzz_target!(|data: &[u8]| {
    let Some((choice, bytes)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(bytes);
    let (title, body) = text.split_once('\n').unwrap_or(("", &text));
    let roles = [Role::Body, Role::Quotation, Role::List, Role::Heading];
    let lines = body
        .lines()
        .enumerate()
        .map(|(at, line)| (roles[(at + usize::from(choice / 8)) % 4], line.to_owned(), None))
        .collect();
    let mut article = Article::new(None, title, lines);
    ["en", "en", "en", "und", "de", "fr", "zh", "ar"][usize::from(choice % 8)]
        .clone_into(&mut article.language);
    article.published = "2026-11-24T10:00:00Z".parse().ok();
    let reading = Reading::of(article);
    let text = &reading.article.text;
    let whole = |span: &Range<usize>| assert!(text.get(span.clone()).is_some(), "{span:?}");
    let mut end = 0;
    for sentence in &reading.sentences {
        // Only a title that is not there is an empty sentence.
        assert!(sentence.span.start >= end && sentence.span.start <= sentence.span.end);
        end = sentence.span.end;
        whole(&sentence.span);
        sentence.dateline.iter().for_each(whole);
        sentence.words.iter().for_each(|w| whole(&w.span));
        sentence.names.iter().for_each(|n| whole(&n.span));
        sentence.quantities.iter().for_each(|q| whole(&q.span));
        sentence.quotes.iter().for_each(|q| whole(&q.outer));
        sentence.dates.iter().for_each(|t| whole(&(t.start..t.end)));
    }
    // A parse costs a hundred times the rest.
    let lines: Vec<_> =
        reading.sentences.iter().take(4).map(|s| (s.text(&reading.article), 0)).collect();
    for tree in Tree::parse(&lines) {
        for at in 0..tree.tokens().len() {
            let condition = stance(&tree, at).condition;
            assert!(condition.is_none_or(|tokens| tokens.end <= tree.tokens().len()));
            outlook(&tree, at);
        }
    }
    for quotation in reading.quotations() {
        whole(&quotation.span);
        quotation.verb.iter().for_each(whole);
        quotation.speaker.iter().for_each(|s| whole(&s.mention));
        quotation.speaker.iter().flat_map(|s| &s.names).for_each(whole);
        assert!(quotation.kind != QuotationKind::Term || quotation.speaker.is_none());
    }
});
