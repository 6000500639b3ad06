//! Where on a page the article is.

use rustc_hash::FxHashSet;
use throughline_model::Role;

use super::{
    Page,
    body::{self, Block, Classifier},
    lines, refusal,
};
use crate::{Reason, draft::Line, headline, residue::may_be_note};

/// Notes stand before the text or after it, no further away than this.
const NOTES_WITHIN: usize = 6;

/// The lines of the main text, or why the page has none.
pub fn lines(
    page: &Page<'_>,
    title: Option<&str>,
    classifier: &Classifier,
) -> Result<Vec<Line>, Reason> {
    let blocks = body::blocks_of(page.doc.body());
    let hints = page.hints(title);
    let rows = body::features_of(page.doc, &blocks, hints.as_ref());
    let mut keep = classifier.judge(page.doc, &blocks, &rows);
    body::let_go(page.doc, &blocks, &mut keep);
    let first = keep.iter().position(|keep| *keep).unwrap_or(blocks.len());
    let last = keep.iter().rposition(|keep| *keep).unwrap_or_default();
    let is_kept = |at: usize, block: &Block<'_>| match block.role {
        _ if keep[at] => true,
        // What stands under the pictures of an article is its own too.
        Role::Caption => (first..=last + 1).contains(&at),
        _ => at + NOTES_WITHIN >= first && at <= last + NOTES_WITHIN && is_note(block),
    };
    let kept = blocks.iter().enumerate().filter(|(at, block)| is_kept(*at, block));
    let kept = kept.map(|(_, block)| block).filter(|block| !is_data(block)).collect();
    let lines = lines::joined(&without_copies(kept));
    match refusal::of(page, &blocks, &lines) {
        Some(reason) => Err(reason),
        None => Ok(lines),
    }
}

/// A correction or a word of the editors: no running text, but the reader of a
/// briefing must not lose it.
fn is_note(block: &Block<'_>) -> bool {
    block.role == Role::Note
        || block.text.len() <= 1000 && block.linked * 2 < block.letters && may_be_note(&block.text)
}

/// Whether a block is data for scripts that stands in the text.
fn is_data(block: &Block<'_>) -> bool {
    block.text.starts_with("{\"") && block.text.ends_with('}')
}

/// Bytes from which a block may be a copy of the whole text.
const LONG: usize = 2000;

/// Of all that is kept such a block is at least one part in so many.
const PART: usize = 3;

/// Percent of its runs of words that the other blocks have from which a block is a copy of them.
const COPIED: usize = 60;

/// Longer texts are let be: no article is as long, and each word costs.
const MOST: usize = 1 << 20;

/// Blocks without those that say again what others say: publishers put the source
/// of a text, or all of it for searchers, beside the text and hide it.
fn without_copies<'a>(mut kept: Vec<&'a Block<'a>>) -> Vec<&'a Block<'a>> {
    let whole: usize = kept.iter().map(|block| block.text.len()).sum();
    let is_long = |block: &Block<'_>| block.text.len() >= LONG.max(whole / PART) && whole <= MOST;
    let mut at = 0;
    while at < kept.len() {
        if is_long(kept[at]) && is_told(at, &kept) {
            kept.remove(at);
        } else {
            at += 1;
        }
    }
    kept
}

/// Whether the blocks but this have so many of its runs of four words that it is a copy.
fn is_told(at: usize, kept: &[&Block<'_>]) -> bool {
    let others = kept[..at].iter().chain(&kept[at + 1..]);
    let told: FxHashSet<u64> = others.flat_map(|other| runs(&other.text)).collect();
    let own = runs(&kept[at].text);
    let again = own.iter().filter(|run| told.contains(*run)).count();
    !own.is_empty() && again * 100 >= own.len() * COPIED
}

fn runs(text: &str) -> Vec<u64> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    words.windows(4).map(|run| headline::hash(&run.join(" "))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::Document;

    #[test]
    fn a_copy_of_the_text_goes() {
        let lines: Vec<String> = (0..40)
            .map(|i| format!("Bridge {i} over the Wen was closed for {i} weeks by the county."))
            .collect();
        let text: String = lines.iter().map(|line| format!("<p>{line}</p>")).collect();
        let source = format!("<pre># Bridges {}</pre>", lines.join(" **more** "));
        let other: String = (0..400).map(|i| format!("word{i} ")).collect();
        for (html, expected) in [
            (text.clone(), 40),
            (format!("{text}{source}"), 40),
            (format!("{source}{source}"), 1),
            (format!("{text}<p>{other}</p>"), 41),
            (format!("{text}{}", "<p>Bridge 1 over the Wen was closed.</p>"), 41),
        ] {
            let doc = Document::parse(&format!("<body>{html}</body>"));
            let blocks = body::blocks_of(doc.body());
            assert_eq!(without_copies(blocks.iter().collect()).len(), expected, "{html}");
        }
    }

    #[test]
    fn data_is_no_text() {
        for (html, expected) in [
            ("<p>{\"layout\":2,\"text\":\"Buy now\"}</p>", true),
            ("<p>{Two} bridges</p>", false),
            ("<p>\"A bridge\"</p>", false),
        ] {
            let doc = Document::parse(html);
            assert_eq!(is_data(&body::blocks_of(doc.body())[0]), expected, "{html}");
        }
    }
}
