//! First mentions: who is named in a draft gets the full name and role that
//! the articles give, and who cannot be introduced is not named.

use std::collections::BTreeSet;

use throughline_annotate::{Word, is_office_of_state};
use throughline_model::EditKind;

use super::{Cast, EntityId, Full, Named, form};
use crate::{
    draft::{Draft, Place},
    smooth::COMFORTABLE,
    story::Story,
    tree::Tree,
};

/// Whether a body goes by the name of who leads it.
fn is_led(lemma: &str) -> bool {
    matches!(lemma, "administration" | "government" | "campaign" | "cabinet" | "presidency")
}

impl Cast {
    /// Gives those whom a draft names for the first time their full names and
    /// roles as far as `holds` lets them pass, and notes them as met; false
    /// where somebody stays a bare surname that the reader does not know.
    pub fn introduce(
        &self,
        draft: &mut Draft,
        story: &Story,
        tree: &Tree,
        met: &mut BTreeSet<EntityId>,
        holds: impl Fn(&Draft) -> bool,
    ) -> bool {
        let source = &story.readings[story.lines[draft.line].article].article.text;
        let quotes = &story.sentence(draft.line).quotes;
        let mut known = true;
        for person in tree.people() {
            let name = form::trimmed(source, tree, person, true);
            if name.is_empty() {
                continue;
            }
            let span = tree.bytes(name.clone());
            if !draft.keeps(&span) || quotes.iter().any(|q| q.inner.contains(&span.start)) {
                continue;
            }
            let words = form::words(&source[span.clone()]);
            let bare = words.len() == 1;
            // "the Glass and Allied Workers' Union" is nobody's.
            let the = |at: usize| matches!(&source[tree.span(at)], "the" | "The");
            if bare && name.start.checked_sub(1).is_some_and(the) {
                continue;
            }
            let titled = form::role_before(source, tree, &name) < name.start;
            let id = match self.find(&words) {
                Named::One(id) if met.contains(&id) => continue,
                Named::One(id) => id,
                Named::Several => {
                    known &= titled || self.is_told(&words) || self.has_protagonist(&words);
                    continue;
                }
                Named::Nobody => continue,
            };
            // The parse may leave the given name out: "Ilan Vosk, the mayor,".
            if bare && self.is_named_in_full(id, source, span.start) {
                met.insert(id);
                continue;
            }
            // "the Vosk plan" names the plan.
            let part = tree.token(name.end - 1).dep == "compound";
            let article = story.lines[draft.line].article;
            let last = words.last().map_or("", String::as_str);
            let full = self.full(id, last).or_else(|| self.of_given(id, last, article));
            let full = full.filter(|_| !part);
            // "President Vosk" is not the first lady Mila Vosk, who alone has her full name here.
            let office = titled.then(|| source[tree.span(name.start - 1)].to_lowercase());
            let full = full.filter(|full| full.may_be(office.as_deref()));
            let role = !titled && takes_role(tree, &name);
            let from =
                if bare { form::address_before(source, tree, name.start) } else { name.start };
            // The article's own form may pass the proof where the best of all does not.
            let own = self.entities[id]
                .forms
                .iter()
                .find(|f| f.surname == last && f.name.article == article);
            let own = own.filter(|own| bare && full.is_some_and(|full| full.name != own.name));
            let forms = || full.into_iter().chain(own);
            // With the role before the name, or behind it; else the name alone.
            let spoken = &story.sentence(draft.line).words;
            let titled_forms =
                forms().filter(|f| role && f.titled.is_some() && !f.role_is_told(source, spoken));
            let titled_forms = titled_forms.map(|full| full.shown(story, true));
            let described = self.entities[id].described.as_ref().filter(|_| role);
            let described = described.and_then(|place| {
                let text = &story.readings[place.article].article.text[place.span.clone()];
                let told = draft.words(story) + text.split_whitespace().count();
                // "Ada Venn, founder of the brewery, founded the brewery".
                let echoes = throughline_annotate::words(text, 0..text.len(), true)
                    .iter()
                    .any(|w| w.is_content() && !words.contains(&w.lower) && has(spoken, w));
                let fits = told <= COMFORTABLE && !echoes && goes_on(source, tree, &name);
                fits.then(|| (place.clone(), format!("{text},")))
            });
            let plain = forms().filter(|_| bare).map(|full| full.shown(story, false));
            let named = titled_forms.chain(described).chain(plain).find_map(|(place, to)| {
                let mut named = draft.clone();
                named.replace(EditKind::Name, tree.bytes(from..name.end), to, Some(place));
                holds(&named).then_some(named)
            });
            let done = named.is_some();
            if let Some(named) = named {
                *draft = named;
            }
            // "the Vosk administration" says what it is.
            let led =
                part && tree.head(name.end - 1).is_some_and(|head| is_led(&tree.token(head).lemma));
            // What the parse calls somebody's firm, "Burrell and Teague", may name them before.
            let surname = &source[tree.span(name.end - 1)];
            let before = (0..name.start)
                .any(|at| source[tree.span(at)] == *surname && draft.keeps(&tree.span(at)));
            known &= done && !before || !bare || titled || led || self.is_told(&words);
            if !part {
                met.insert(id);
            }
        }
        known
    }

    /// Whether the given name of somebody stands before this byte.
    fn is_named_in_full(&self, id: EntityId, source: &str, at: usize) -> bool {
        let before = source[..at]
            .strip_suffix(' ')
            .and_then(|before| before.rsplit(char::is_whitespace).next());
        let before = before.map(str::to_lowercase);
        before.is_some() && self.entities[id].forms.iter().any(|full| full.given == before)
    }

    /// Whether one bearer of a surname is named so much more often than the
    /// others that the bare surname means them: a family's protagonist.
    fn has_protagonist(&self, words: &[String]) -> bool {
        let bearers = words
            .last()
            .and_then(|last| self.by_surname.get(last.strip_suffix("'s").unwrap_or(last)));
        let mut named: Vec<usize> =
            bearers.into_iter().flatten().map(|&id| self.entities[id].mentions.len()).collect();
        named.sort_unstable();
        named.pop().is_some_and(|most| most >= 2 * named.iter().sum::<usize>().max(1))
    }

    /// The best full name of an entity that ends in this surname.
    pub(super) fn full(&self, id: EntityId, surname: &str) -> Option<&Full> {
        self.entities[id].forms.iter().find(|f| f.surname == surname)
    }

    /// The full name by which an article knows somebody whom it calls by the given name.
    fn of_given(&self, id: EntityId, given: &str, article: usize) -> Option<&Full> {
        self.entities[id]
            .forms
            .iter()
            .find(|full| full.name.article == article && full.given.as_deref() == Some(given))
    }

    /// Those whose surname the titles of the story have.
    pub fn told_by_titles(&self) -> BTreeSet<EntityId> {
        let told = self.by_surname.iter().filter(|(surname, _)| self.titles.contains(*surname));
        told.flat_map(|(_, bearers)| bearers).copied().collect()
    }

    /// Whether the titles of the story have a name.
    pub(super) fn is_told(&self, words: &[String]) -> bool {
        words.last().is_some_and(|last| {
            let bare = last.strip_suffix("'s").unwrap_or(last);
            self.titles.contains(bare)
        })
    }
}

impl Full {
    /// Whether its bearer may hold an office: it has no title of its own, or this one. A firm's
    /// have many names: "CEO", "chief executive".
    fn may_be(&self, office: Option<&str>) -> bool {
        let titled = self.titled.as_ref().map(|(_, reads)| reads.to_lowercase());
        let holds = |office: &str| {
            titled.as_ref().is_none_or(|titled| titled.split(' ').any(|word| word == office))
        };
        office.is_none_or(|office| !is_office_of_state(office) || holds(office))
    }

    /// Whether a sentence has the office itself, or a name of the role, already: "Tarn founder Mila Dorn
    /// founded Tarn".
    fn role_is_told(&self, source: &str, words: &[Word]) -> bool {
        let reads = self.titled.as_ref().map_or("", |(_, reads)| reads.as_str()).to_lowercase();
        let is_own = |word: &&str| {
            Some(*word) == self.given.as_deref()
                || *word == self.surname
                || word.chars().count() <= 3
        };
        let role: Vec<&str> = reads.split(' ').filter(|word| !is_own(word)).collect();
        let is_name = |told: &Word| source[told.span.clone()].starts_with(char::is_uppercase);
        words.iter().any(|told| {
            role.last() == Some(&told.lower.as_str())
                || is_name(told) && role.contains(&told.lower.as_str())
        })
    }

    /// The passage that gives the name, and how it reads.
    pub(super) fn shown(&self, story: &Story, role: bool) -> (Place, String) {
        match &self.titled {
            Some((place, reads)) if role => (place.clone(), reads.clone()),
            _ => {
                let text = &story.readings[self.name.article].article.text;
                (self.name.clone(), text[self.name.span.clone()].to_owned())
            }
        }
    }
}

/// Whether a sentence has a word in any form.
fn has(sentence: &[Word], word: &Word) -> bool {
    sentence.iter().any(|told| told.stem == word.stem)
}

/// Whether a name is the subject of the verb behind it, so that between them there is room for what
/// its bearer is.
fn goes_on(source: &str, tree: &Tree, name: &std::ops::Range<usize>) -> bool {
    let (head, next) = (name.end - 1, name.end);
    let verb = tree.token(head).head as usize;
    next < tree.tokens().len()
        && matches!(tree.token(head).dep, "nsubj" | "nsubjpass")
        && tree.token(head).space_after
        && (next == verb || tree.token(next).head as usize == verb && next < verb)
        && source[tree.span(next)].starts_with(char::is_lowercase)
}

/// Whether a role can stand before a name: the name is a phrase of its own,
/// without words before it and without a description after it.
fn takes_role(tree: &Tree, name: &std::ops::Range<usize>) -> bool {
    let head = name.end - 1;
    let plain = matches!(
        tree.token(head).dep,
        "nsubj" | "nsubjpass" | "dobj" | "pobj" | "dative" | "agent"
    );
    let bare = tree.children(head).all(|c| {
        (name.start..name.end).contains(&c)
            || c > head && !matches!(tree.token(c).dep, "appos" | "acl" | "case")
    });
    let aged = tree.children(head).any(|c| tree.token(c).dep == "nummod");
    plain && bare && !aged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    /// A line of an article of these lines, with everybody introduced.
    fn introduced(lines: &[&str], told: &str) -> String {
        let title = "A ferry line is closed";
        let (story, trees) = fixture::story(&[("Vess Herald", "2026-03-12T08:30", title, lines)]);
        let line = fixture::line(&story, told);
        let tree = trees.get(line).expect("parsed");
        let mut draft = Draft::of(&story, line);
        let cast = Cast::of(&story, &trees);
        cast.introduce(&mut draft, &story, tree, &mut BTreeSet::new(), |_| true);
        draft.text(&story)
    }

    #[test]
    fn a_given_name_gets_the_surname() {
        let cases = [
            (&["Dara Quill opened the harbour in Vessmouth."][..], "Dara Quill told"),
            (&["Dara Quill and Dara Venn opened the harbour."], "Dara told"),
            (&["Sten Orrin opened the harbour in Vessmouth."], "Dara told"),
        ];
        let told = "Dara told the fishermen of Tarn that the ferry line would be closed in May.";
        for (others, expected) in cases {
            let lines: Vec<&str> = others.iter().copied().chain([told]).collect();
            let text = introduced(&lines, told);
            assert!(text.starts_with(expected), "{text}");
        }
    }

    #[test]
    fn a_role_that_the_sentence_tells_is_not_put_before_the_name() {
        let full = "Mayor Peter Walsh opened the harbour.";
        let cases = [
            (
                "Walsh told the fishermen that the ferry line would be closed in May.",
                "Mayor Peter Walsh told",
            ),
            ("Walsh told the fishermen that no mayor had closed a ferry line.", "Peter Walsh told"),
        ];
        for (told, expected) in cases {
            let text = introduced(&[full, told], told);
            assert!(text.starts_with(expected), "{text}");
        }
    }

    #[test]
    fn an_office_that_somebody_has_left_is_not_put_before_the_name() {
        let told = "Walsh told the fishermen that the ferry line would be closed in May.";
        let cases = [
            ("The harbour board heard Peter Walsh, a sailor.", "Mayor Peter Walsh told"),
            ("The harbour board heard its former mayor, Peter Walsh.", "Peter Walsh told"),
            ("The harbour board heard ex-mayor Peter Walsh.", "Peter Walsh told"),
        ];
        for (later, expected) in cases {
            let text = introduced(&["Mayor Peter Walsh opened the harbour.", later, told], told);
            assert!(text.starts_with(expected), "{text}");
        }
    }

    #[test]
    fn what_somebody_is_stands_behind_the_name_where_no_role_stands_before_it() {
        let full = "Peter Walsh, head of the harbour board of Tarn, opened the quay.";
        let cases = [
            (
                "Walsh told the fishermen that the ferry line would be closed in May.",
                "Peter Walsh, head of the harbour board of Tarn, told",
            ),
            ("Mr. Walsh and the fishermen closed the ferry line.", "Peter Walsh and the"),
        ];
        for (told, expected) in cases {
            let text = introduced(&[full, told], told);
            assert!(text.starts_with(expected), "{text}");
        }
    }

    #[test]
    fn an_office_is_not_another_bearers() {
        let cases = [
            ("First lady Mila Vosk opened the harbour.", "President Vosk"),
            ("President Ilan Vosk opened the harbour.", "President Ilan Vosk"),
        ];
        for (full, expected) in cases {
            let told = "President Vosk said that the ferry line would be closed in May.";
            let text = introduced(&[told, full], told);
            let opens = format!("{expected} said");
            assert!(text.starts_with(&opens), "{text}");
        }
    }
}
