//! [`Draft`]: a statement in the making: a passage and the edits done to it.

use std::ops::Range;

use throughline_annotate::stem;
use throughline_model::{Citation, Edit, EditKind, Evidence, Kind, Statement};

use crate::story::{LineId, Story};

/// A passage with edits. Spans are bytes of the article's text.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The line it is made from.
    pub line: LineId,
    /// The first line of its passage: that line, or one before it.
    first: LineId,
    article: usize,
    span: Range<usize>,
    changes: Vec<Change>,
}

#[derive(Debug, Clone)]
struct Change {
    kind: EditKind,
    span: Range<usize>,
    to: String,
    because: Option<Place>,
}

/// Bytes of an article's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Index of the article in the story.
    pub article: usize,
    /// Bytes.
    pub span: Range<usize>,
}

impl Draft {
    /// The line as it stands, less its dateline.
    pub fn of(story: &Story, line: LineId) -> Self {
        let sentence = story.sentence(line);
        let mut draft = Self {
            line,
            first: line,
            article: story.lines[line].article,
            span: sentence.span.clone(),
            changes: Vec::new(),
        };
        if let Some(dateline) = &sentence.dateline {
            draft.cut(EditKind::Dateline, dateline.clone());
        }
        draft
    }

    /// The line with those before it, which say what "it" and "they" mean; none
    /// where they do not stand in one paragraph.
    pub fn with_before(story: &Story, line: LineId, count: usize) -> Option<Self> {
        let before = line.checked_sub(count)?;
        let (own, other) = (story.sentence(line), story.sentence(before));
        let joined = story.lines[before].article == story.lines[line].article
            && other.paragraph == own.paragraph
            && other.position.is_some();
        joined.then(|| {
            let mut draft = Self::of(story, before);
            draft.line = line;
            draft.span.end = own.span.end;
            draft
        })
    }

    /// The lines of its passage.
    pub fn lines(&self) -> std::ops::RangeInclusive<LineId> {
        self.first..=self.line
    }

    /// Cuts these bytes; edits inside them are forgotten.
    pub fn cut(&mut self, kind: EditKind, span: Range<usize>) {
        self.replace(kind, span, String::new(), None);
    }

    /// Puts `to` in place of these bytes; edits inside them are forgotten. An
    /// edit that would cross the border of an earlier one is not done.
    pub fn replace(
        &mut self,
        kind: EditKind,
        span: Range<usize>,
        to: String,
        because: Option<Place>,
    ) {
        if span.start > span.end || span.start < self.span.start || span.end > self.span.end {
            return;
        }
        let inside = |c: &Change| c.span.start >= span.start && c.span.end <= span.end;
        let apart = |c: &Change| c.span.end <= span.start || c.span.start >= span.end;
        if !self.changes.iter().all(|c| inside(c) || apart(c)) {
            return;
        }
        self.changes.retain(|c| !inside(c) || c.span.is_empty() && c.span.start == span.end);
        self.changes.push(Change { kind, span, to, because });
        self.changes.sort_by_key(|c| (c.span.start, c.span.end));
    }

    /// Keeps only these bytes of the passage: the evidence itself gets shorter.
    pub fn narrow(&mut self, span: Range<usize>) {
        self.changes.retain(|c| c.span.start >= span.start && c.span.end <= span.end);
        self.span = span;
    }

    /// Bytes of the passage.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Whether these bytes are kept as they are.
    pub fn keeps(&self, span: &Range<usize>) -> bool {
        span.start >= self.span.start
            && span.end <= self.span.end
            && self.changes.iter().all(|c| c.span.end <= span.start || c.span.start >= span.end)
    }

    /// What the reader would see.
    pub fn text(&self, story: &Story) -> String {
        let source = &story.readings[self.article].article.text;
        let mut text = String::with_capacity(self.span.len());
        let mut at = self.span.start;
        for change in &self.changes {
            text.push_str(&source[at..change.span.start]);
            text.push_str(&change.to);
            at = change.span.end;
        }
        text.push_str(&source[at..self.span.end]);
        text
    }

    /// How many words the reader would see.
    pub fn words(&self, story: &Story) -> usize {
        self.text(story).split_whitespace().count()
    }

    /// The first kept letter becomes a capital, the end a full stop.
    pub fn tidy(&mut self, story: &Story) {
        let source = &story.readings[self.article].article.text;
        let mut at = self.span.start;
        for change in &self.changes {
            if change.span.start > at || !change.to.is_empty() {
                break;
            }
            at = at.max(change.span.end);
        }
        let put_first = self.changes.iter_mut().find(|c| c.span.start == at && !c.to.is_empty());
        if let Some(change) = put_first {
            change.to = capitalised(&change.to);
        } else if let Some(first) = source[at..self.span.end].chars().next()
            && first.is_lowercase()
        {
            let upper = first.to_uppercase().collect();
            self.replace(EditKind::Typography, at..at + first.len_utf8(), upper, None);
        }
        self.close_up(source);
        let text = self.text(story);
        let end = self.span.end;
        let last = text.trim_end_matches(['”', '"', '’', '\'', ')', ']', '»']);
        if !last.ends_with(['.', '!', '?', '…', '。', '！', '？']) {
            let closers = text.len() - last.len();
            let kept = self.kept_end();
            match text.chars().next_back() {
                // “nearer 1,200,” before a cut: the comma was for what followed.
                Some('”' | '"')
                    if source[..kept]
                        .strip_suffix(&text[last.len()..])
                        .is_some_and(|before| before.ends_with(',')) =>
                {
                    let comma = kept - closers - 1;
                    self.replace(EditKind::Typography, comma..comma + 1, ".".into(), None);
                }
                Some(',' | ';' | ':') if source[..end].ends_with([',', ';', ':']) => {
                    self.replace(EditKind::Typography, end - 1..end, ".".into(), None);
                }
                _ => self.changes.push(Change {
                    kind: EditKind::Typography,
                    span: end..end,
                    to: ".".into(),
                    because: None,
                }),
            }
        }
    }

    /// Takes the space before a comma or full stop, and the comma that stands before a cut and
    /// the end: “nearer 1,200,”.
    fn close_up(&mut self, source: &str) {
        let stray: Vec<Range<usize>> = source[self.span.clone()]
            .match_indices([',', '.', ';'])
            .map(|(at, _)| self.span.start + at)
            .filter(|&at| source[..at].ends_with(' ') && at > self.span.start + 1)
            .filter(|&at| !source[at + 1..].starts_with(|c: char| c.is_alphanumeric() || c == '.'))
            .map(|at| at - 1..at + 1)
            .filter(|span| self.keeps(span))
            .collect();
        for span in stray {
            let mark = source[span.start + 1..span.end].to_owned();
            self.replace(EditKind::Typography, span, mark, None);
        }
        let stop = usize::from(source[self.span.clone()].ends_with('.'));
        let kept = self.kept_before(self.span.end - stop);
        // "at 3 p.m. on Friday." less the day has its full stop.
        if stop == 1 && kept + 1 < self.span.end && source[..kept].ends_with('.') {
            let end = self.span.end;
            self.replace(EditKind::Typography, end - 1..end, String::new(), None);
            return;
        }
        let closed = source[self.span.start..kept].trim_end_matches(['”', '"', '’']);
        let comma = self.span.start + closed.len();
        if stop == 1 && comma < kept && closed.ends_with(',') && kept + 1 < self.span.end {
            self.replace(EditKind::Typography, comma - 1..comma, String::new(), None);
        }
    }

    /// Where in the text the last kept word or mark ends.
    fn kept_end(&self) -> usize {
        self.kept_before(self.span.end)
    }

    fn kept_before(&self, end: usize) -> usize {
        let cuts = self.changes.iter().rev().filter(|change| change.to.is_empty());
        let cut =
            |end, change: &Change| if change.span.end == end { change.span.start } else { end };
        cuts.fold(end, cut)
    }

    /// Puts one of the frames before the passage.
    pub fn frame(&mut self, frame: &str) {
        let at = self.span.start..self.span.start;
        let to = frame.to_owned();
        self.changes.insert(0, Change { kind: EditKind::Frame, span: at, to, because: None });
    }

    /// The statement, with the passage as first evidence of its first citation.
    pub fn finish(&self, story: &Story, mut citations: Vec<Citation>) -> Statement {
        let article = &story.readings[self.article].article;
        let evidence = Evidence::cut(article, self.span.clone());
        let chars = |at: usize| article.text[self.span.start..at].chars().count();
        let edits: Vec<Edit> = self
            .changes
            .iter()
            .map(|c| Edit {
                kind: c.kind,
                start: chars(c.span.start),
                end: chars(c.span.end),
                from: article.text[c.span.clone()].to_owned(),
                to: c.to.clone(),
                because: c.because.as_ref().map(|place| {
                    let article = &story.readings[place.article].article;
                    Evidence::cut(article, place.span.clone())
                }),
            })
            .collect();
        if let Some(first) = citations.first_mut() {
            first.evidence.retain(|e| *e != evidence);
            first.evidence.insert(0, evidence);
        }
        let framed = edits.iter().any(|e| e.kind == EditKind::Frame);
        let kind = match (edits.is_empty(), framed) {
            (true, _) => Kind::Verbatim,
            (_, true) => Kind::Composed,
            _ => Kind::Edited,
        };
        Statement::new(self.text(story), kind, edits, citations)
    }

    /// The stems of the content words that the reader would see, sorted.
    pub fn stems(&self, story: &Story) -> Vec<String> {
        let mut stems: Vec<String> = self
            .text(story)
            .split(|c: char| !c.is_alphanumeric())
            .map(str::to_lowercase)
            .filter(|w| w.len() > 2 && !throughline_annotate::is_stopword(w))
            .map(|w| stem(&w))
            .collect();
        stems.sort();
        stems.dedup();
        stems
    }
}

/// The text with its first letter as a capital.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn a_cut_before_the_end_leaves_one_full_stop() {
        let cases = [
            (
                "Vosk closed the port at 3 p.m. on Friday.",
                " on Friday",
                "Vosk closed the port at 3 p.m.",
            ),
            ("Vosk closed the port on Friday.", " on Friday", "Vosk closed the port."),
        ];
        for (text, cut, expected) in cases {
            let (story, _, line) = fixture::sentence(text);
            let mut draft = Draft::of(&story, line);
            let start = story.span(line).start + text.find(cut).expect("it is there");
            draft.cut(EditKind::Clause, start..start + cut.len());
            draft.tidy(&story);
            assert_eq!(draft.text(&story), expected);
        }
    }
}
