//! The people of an article as far as speakers need them: full names for
//! surnames and roles, and whom "he" and "she" may mean.

use std::{collections::BTreeMap, ops::Range};

use super::{
    classes::{is_determiner, is_person_pronoun},
    joint::Conjunct,
    naming::{
        bytes, front, head, is_definite, is_human, is_office, name_in, roles_beside, run_end,
        without_roles,
    },
    subjects::{Subject, View},
};
use crate::persons::{Gender, gender};

/// Somebody with given name and surname.
#[derive(Debug)]
struct Person {
    given: String,
    span: Range<usize>,
    gender: Option<Gender>,
    /// A newspaper, a ministry: nobody whom "he" means.
    office: bool,
}

/// Who is meant by a mention.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Who {
    Person(usize),
    /// A name of one word, a role, an office.
    Other {
        span: Range<usize>,
        human: bool,
        gender: Option<Gender>,
    },
    /// Who spoke together, whom "they" may mean.
    Several(Vec<Who>),
}

/// A mention of who speaks and the fullest words for each where they are sure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub mention: Range<usize>,
    pub names: Vec<Range<usize>>,
}

/// The people of one article, and who was last in view.
#[derive(Debug, Default)]
pub(super) struct People {
    persons: Vec<Person>,
    by_surname: BTreeMap<String, Vec<usize>>,
    by_given: BTreeMap<String, Vec<usize>>,
    by_role: BTreeMap<String, Vec<usize>>,
    by_head: BTreeMap<String, Range<usize>>,
    /// Who was spoken of, the latest last, with the paragraph.
    in_view: Vec<(Who, usize)>,
}

/// What tells a son from his father: "William Tarr III".
fn is_generation(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv")
}

/// "He" reaches back over this many paragraphs.
const VIEW: usize = 3;

impl People {
    /// Notes the full names of a frame with the roles beside them.
    pub fn read(&mut self, view: View) {
        let mut at = 0;
        while at < view.tokens.len() {
            let Some(end) = run_end(view, at) else {
                at += 1;
                continue;
            };
            let name = without_roles(view, at..end);
            let words: Vec<usize> = name.clone().filter(|&i| !view.word(i).is_empty()).collect();
            if words.len() >= 2 && words.len() <= 5 {
                let person = self.person(view, &words, bytes(view, &name));
                for role in roles_beside(view, at, &name) {
                    let known = self.by_role.entry(role).or_default();
                    if !known.contains(&person) {
                        known.push(person);
                    }
                }
                let titled = (at..name.start).find_map(|i| gender(view.word(i)));
                let known = &mut self.persons[person].gender;
                *known = known.or(titled);
            } else if let [only] = words[..] {
                // "Ms Roe" before or after "Tilda Roe".
                let titled = (at..name.start).find_map(|i| gender(view.word(i)));
                if let (Some(gender), Some([one])) =
                    (titled, self.by_surname.get(view.word(only)).map(Vec::as_slice))
                {
                    self.persons[*one].gender.get_or_insert(gender);
                }
            }
            at = end;
        }
    }

    fn person(&mut self, view: View, words: &[usize], span: Range<usize>) -> usize {
        let last = words.len() - 1;
        let last = if is_generation(view.word(words[last])) && last > 1 { last - 1 } else { last };
        let (given, surname) = (view.word(words[0]).to_owned(), view.word(words[last]).to_owned());
        let namesakes = self.by_surname.entry(surname).or_default();
        if let Some(&same) = namesakes.iter().find(|&&p| self.persons[p].given == given) {
            return same;
        }
        let number = self.persons.len();
        namesakes.push(number);
        self.by_given.entry(given.clone()).or_default().push(number);
        let office = words.iter().any(|&w| is_office(view.word(w)));
        self.persons.push(Person { given, span, gender: None, office });
        number
    }

    /// Who a subject is, and from now on in view.
    pub fn resolve(&mut self, view: View, subject: &Subject, paragraph: usize) -> Found {
        let mention = bytes(view, &subject.phrase);
        let word = view.word(subject.phrase.start);
        if subject.phrase.len() == 1 && is_person_pronoun(word) {
            let gender = gender(word);
            let who = match gender {
                Some(gender) => self.meant_by(gender, paragraph),
                None if word == "they" => self.together(paragraph),
                None => None,
            };
            let names = who.as_ref().map_or(Vec::new(), |who| self.spans(who));
            if let Some(who) = who {
                if let Who::Person(number) = who {
                    self.persons[number].gender = self.persons[number].gender.or(gender);
                }
                self.in_view.push((who, paragraph));
            }
            return Found { mention, names };
        }
        let who = self.several(view, subject).unwrap_or_else(|| self.who(view, subject));
        let names = self.spans(&who);
        if let Who::Other { span, .. } = &who {
            let head = view.word(head(view, &subject.phrase)).to_owned();
            self.by_head.entry(head).or_insert_with(|| span.clone());
        }
        self.in_view.push((who, paragraph));
        Found { mention, names }
    }

    /// Those who speak together.
    fn several(&self, view: View, subject: &Subject) -> Option<Who> {
        let conjuncts = view.conjuncts(&subject.phrase);
        let Some(last) = conjuncts.len().checked_sub(1) else {
            // "the Health and Safety Board"
            let mut name = subject.phrase.clone();
            let named = is_determiner(view.word(name.start))
                && name.any(|at| view.word(at) == "and")
                && name.clone().all(|at| view.is_capital(at))
                && view.is_capital(subject.phrase.start + 1);
            let span = bytes(view, &subject.phrase);
            return named.then_some(Who::Other { span, human: false, gender: None });
        };
        let who = |(at, conjunct): (usize, Conjunct)| {
            let beside = conjunct.beside.or(subject.beside.clone().filter(|_| at == last));
            self.who(view, &Subject { phrase: conjunct.phrase, beside })
        };
        let several: Vec<Who> = conjuncts.into_iter().enumerate().map(who).collect();
        // "Holm and Sorrel": of whom nobody is known it may be one name.
        let bare = |who: &Who| {
            matches!(who, Who::Other { span, .. } if !view.text[span.clone()].contains(' ')
                && view.text[span.clone()].starts_with(char::is_uppercase))
        };
        if several.iter().all(bare) {
            let span = bytes(view, &subject.phrase);
            return Some(Who::Other { span, human: false, gender: None });
        }
        Some(Who::Several(several))
    }

    /// Who spoke together last, where nobody has spoken since.
    fn together(&self, paragraph: usize) -> Option<Who> {
        let (who, at) = self.in_view.last()?;
        (at + VIEW > paragraph && matches!(who, Who::Several(_))).then(|| who.clone())
    }

    fn spans(&self, who: &Who) -> Vec<Range<usize>> {
        match who {
            Who::Person(number) => vec![self.persons[*number].span.clone()],
            Who::Other { span, .. } => vec![span.clone()],
            Who::Several(all) => all.iter().flat_map(|who| self.spans(who)).collect(),
        }
    }

    fn who(&self, view: View, subject: &Subject) -> Who {
        let core = front(view, &subject.phrase);
        // ", Henry Oss," and ", Henry Oss of Wenlow,".
        let beside = subject.beside.clone().map(|part| self::front(view, &part));
        let beside = beside.filter(|part| view.is_all_name(part));
        let mut names = [Some(core.clone()), beside].into_iter().flatten();
        if let Some(name) = names.find_map(|part| name_in(view, part)) {
            let titled = (core.start..name.start).find_map(|i| gender(view.word(i)));
            let who = self.named(view, &name, titled);
            // "the Department of Justice": all of it is the name.
            let tied = core.end < subject.phrase.end && name.end == core.end;
            return match who {
                Who::Other { human: false, .. } if tied => {
                    let span = bytes(view, &(name.start..subject.phrase.end));
                    Who::Other { span, human: false, gender: None }
                }
                who => who,
            };
        }
        let head = head(view, &subject.phrase);
        let (noun, definite) = (view.word(head), is_definite(view, &subject.phrase));
        if let (true, Some([one])) = (definite, self.by_role.get(noun).map(Vec::as_slice)) {
            return Who::Person(*one);
        }
        let known = self.by_head.get(noun).filter(|_| view.word(core.start) == "the");
        let span = known.cloned().unwrap_or_else(|| bytes(view, &subject.phrase));
        Who::Other { span, human: is_human(noun), gender: gender(noun) }
    }

    fn named(&self, view: View, name: &Range<usize>, titled: Option<Gender>) -> Who {
        let words: Vec<usize> = name.clone().filter(|&i| !view.word(i).is_empty()).collect();
        let last = view.word(words[words.len() - 1]);
        let last = if words.len() > 2 && is_generation(last) {
            view.word(words[words.len() - 2])
        } else {
            last
        };
        let namesakes = self.by_surname.get(last).map_or(&[][..], Vec::as_slice);
        let one = if words.len() >= 2 {
            let given = view.word(words[0]);
            namesakes.iter().find(|&&p| self.persons[p].given == given)
        } else {
            // Of two surnames who is named first: the other comes in later.
            let start = view.tokens[name.start].span.start;
            let met = namesakes.iter().any(|&p| self.persons[p].span.start <= start);
            let fits = |p: &&usize| {
                (!met || self.persons[**p].span.start <= start)
                    && titled
                        .is_none_or(|g| self.persons[**p].gender.is_none_or(|known| known == g))
            };
            let mut fitting = namesakes.iter().filter(fits);
            let given = || match self.by_given.get(last).map(Vec::as_slice) {
                Some([one]) => Some(one),
                _ => None,
            };
            match (fitting.next(), fitting.next()) {
                (Some(one), None) => Some(one),
                (None, _) => given(),
                _ => None,
            }
        };
        match one {
            Some(&one) => Who::Person(one),
            None => {
                let span = bytes(view, name);
                let word = &view.text[span.clone()];
                let human = titled.is_some()
                    || name.len() == 1
                        && word.chars().any(char::is_lowercase)
                        && !(name.start == 0 && word.ends_with('s'))
                        && !word.ends_with("ians")
                        && !is_office(view.word(name.start))
                        && (name.start == 0 || view.word(name.start - 1) != "the");
                Who::Other { span, human, gender: titled }
            }
        }
    }

    /// The nearest person in view whom "he" or "she" may mean.
    fn meant_by(&self, gender: Gender, paragraph: usize) -> Option<Who> {
        self.in_view
            .iter()
            .rev()
            .take_while(|(_, at)| at + VIEW > paragraph)
            .find(|(who, _)| match who {
                Who::Person(number) => {
                    let person = &self.persons[*number];
                    !person.office && person.gender.is_none_or(|g| g == gender)
                }
                Who::Other { human, gender: known, .. } => {
                    *human && known.is_none_or(|g| g == gender)
                }
                Who::Several(_) => false,
            })
            .map(|(who, _)| who.clone())
    }

    /// Somebody who comes into view by a subject that does not speak; what is
    /// no person does not.
    pub fn see(&mut self, view: View, subject: &Subject, paragraph: usize) -> Option<Found> {
        if subject.phrase.len() == 1 && is_person_pronoun(view.word(subject.phrase.start)) {
            return Some(self.resolve(view, subject, paragraph))
                .filter(|found| !found.names.is_empty());
        }
        let mut who = self.who(view, subject);
        // "Bracken bakes": where a subject ends is not always told.
        if !matches!(who, Who::Person(_))
            && let Some(end) = run_end(view, subject.phrase.start)
            && let name = without_roles(view, subject.phrase.start..end)
            && !name.is_empty()
            && let named @ Who::Person(_) = self.named(view, &name, None)
        {
            who = named;
        }
        let human = matches!(who, Who::Person(_) | Who::Other { human: true, .. });
        let names = self.spans(&who);
        let mention = bytes(view, &subject.phrase);
        human.then(|| {
            self.in_view.push((who, paragraph));
            Found { mention, names }
        })
    }

    /// The last full name in a frame.
    pub fn last_in(&self, view: View) -> Option<Found> {
        let mut at = 0;
        let mut found = None;
        while at < view.tokens.len() {
            let Some(end) = run_end(view, at) else {
                at += 1;
                continue;
            };
            let name = without_roles(view, at..end);
            if !name.is_empty()
                && let Who::Person(number) = self.named(view, &name, None)
            {
                let mention = bytes(view, &name);
                found = Some(Found { mention, names: vec![self.persons[number].span.clone()] });
            }
            at = end;
        }
        found
    }
}
