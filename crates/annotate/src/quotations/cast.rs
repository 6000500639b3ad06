//! The people of an article as far as speakers need them: full names for
//! surnames and roles, and whom "he" and "she" may mean.

use std::{collections::BTreeMap, ops::Range};

use super::{
    frames::Token,
    subjects::{Subject, View, is_joint, is_person_pronoun, is_tie},
};
use crate::words::is_stopword;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    She,
    He,
}

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
}

/// A mention of a speaker and the fullest words for him where they are sure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub mention: Range<usize>,
    pub name: Option<Range<usize>>,
}

/// The people of one article, and who was last in view.
#[derive(Debug, Default)]
pub(super) struct Cast {
    people: Vec<Person>,
    by_surname: BTreeMap<String, Vec<usize>>,
    by_given: BTreeMap<String, Vec<usize>>,
    by_role: BTreeMap<String, Vec<usize>>,
    by_head: BTreeMap<String, Range<usize>>,
    /// Who was spoken of, the latest last, with the paragraph.
    in_view: Vec<(Who, usize)>,
}

/// "He" reaches back over this many paragraphs.
const VIEW: usize = 3;

impl Cast {
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
                let titled = (at..name.start).find_map(|i| gender_of(view.word(i)));
                let known = &mut self.people[person].gender;
                *known = known.or(titled);
            } else if let [only] = words[..] {
                // "Ms Roe" before or after "Tilda Roe".
                let titled = (at..name.start).find_map(|i| gender_of(view.word(i)));
                if let (Some(gender), Some([one])) =
                    (titled, self.by_surname.get(view.word(only)).map(Vec::as_slice))
                {
                    self.people[*one].gender.get_or_insert(gender);
                }
            }
            at = end;
        }
    }

    fn person(&mut self, view: View, words: &[usize], span: Range<usize>) -> usize {
        let last = words.len() - 1;
        let last =
            if matches!(view.word(words[last]), "jr" | "sr") && last > 1 { last - 1 } else { last };
        let (given, surname) = (view.word(words[0]).to_owned(), view.word(words[last]).to_owned());
        let namesakes = self.by_surname.entry(surname).or_default();
        if let Some(&same) = namesakes.iter().find(|&&p| self.people[p].given == given) {
            return same;
        }
        let number = self.people.len();
        namesakes.push(number);
        self.by_given.entry(given.clone()).or_default().push(number);
        let office = words.iter().any(|&w| is_office(view.word(w)));
        self.people.push(Person { given, span, gender: None, office });
        number
    }

    /// Who a subject is, and from now on in view.
    pub fn resolve(&mut self, view: View, subject: &Subject, paragraph: usize) -> Found {
        let mention = bytes(view, &subject.phrase);
        let word = view.word(subject.phrase.start);
        if subject.phrase.len() == 1 && is_person_pronoun(word) {
            let gender = gender_of(word);
            let who = gender.and_then(|gender| self.meant_by(gender, paragraph));
            let name = who.as_ref().map(|who| self.span(who));
            if let Some(who) = who {
                if let Who::Person(number) = who {
                    self.people[number].gender = self.people[number].gender.or(gender);
                }
                self.in_view.push((who, paragraph));
            }
            return Found { mention, name };
        }
        let who = self.who(view, subject);
        let name = self.span(&who);
        if let Who::Other { span, .. } = &who {
            let head = view.word(head(view, &subject.phrase)).to_owned();
            self.by_head.entry(head).or_insert_with(|| span.clone());
        }
        self.in_view.push((who, paragraph));
        Found { mention, name: Some(name) }
    }

    fn span(&self, who: &Who) -> Range<usize> {
        match who {
            Who::Person(number) => self.people[*number].span.clone(),
            Who::Other { span, .. } => span.clone(),
        }
    }

    fn who(&self, view: View, subject: &Subject) -> Who {
        let core = core(view, &subject.phrase);
        // ", Henry Oss," and ", Henry Oss of Wenlow,".
        let beside = subject.beside.clone().map(|part| self::core(view, &part));
        let beside = beside.filter(|part| view.is_all_name(part));
        let mut names = [Some(core.clone()), beside].into_iter().flatten();
        if let Some(name) = names.find_map(|part| name_in(view, part)) {
            let titled = (core.start..name.start).find_map(|i| gender_of(view.word(i)));
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
        Who::Other { span, human: is_human(noun), gender: gender_of(noun) }
    }

    fn named(&self, view: View, name: &Range<usize>, titled: Option<Gender>) -> Who {
        let words: Vec<usize> = name.clone().filter(|&i| !view.word(i).is_empty()).collect();
        let last = view.word(words[words.len() - 1]);
        let last = if words.len() > 2 && matches!(last, "jr" | "sr") {
            view.word(words[words.len() - 2])
        } else {
            last
        };
        let namesakes = self.by_surname.get(last).map_or(&[][..], Vec::as_slice);
        let one = if words.len() >= 2 {
            let given = view.word(words[0]);
            namesakes.iter().find(|&&p| self.people[p].given == given)
        } else {
            let fits = |p: &&usize| {
                titled.is_none_or(|g| self.people[**p].gender.is_none_or(|known| known == g))
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
                    let person = &self.people[*number];
                    !person.office && person.gender.is_none_or(|g| g == gender)
                }
                Who::Other { human, gender: known, .. } => {
                    *human && known.is_none_or(|g| g == gender)
                }
            })
            .map(|(who, _)| who.clone())
    }

    /// Somebody who comes into view by a subject that does not speak; what is
    /// no person does not.
    pub fn see(&mut self, view: View, subject: &Subject, paragraph: usize) -> Option<Found> {
        if subject.phrase.len() == 1 && is_person_pronoun(view.word(subject.phrase.start)) {
            return Some(self.resolve(view, subject, paragraph))
                .filter(|found| found.name.is_some());
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
        let name = Some(self.span(&who));
        let mention = bytes(view, &subject.phrase);
        human.then(|| {
            self.in_view.push((who, paragraph));
            Found { mention, name }
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
                found = Some(Found { mention, name: Some(self.people[number].span.clone()) });
            }
            at = end;
        }
        found
    }
}

/// The bytes of tokens, without a possessive ending.
pub(super) fn bytes(view: View, tokens: &Range<usize>) -> Range<usize> {
    let span = view.tokens[tokens.start].span.start..view.tokens[tokens.end - 1].span.end;
    let slice = &view.text[span.clone()];
    let bare = ["'s", "’s"].iter().find_map(|ending| slice.strip_suffix(ending));
    span.start..span.start + bare.unwrap_or(slice).len()
}

/// Where the run of capitalised words that begins at `at` ends.
fn run_end(view: View, at: usize) -> Option<usize> {
    // "Mr" is a stop word; "Per Ask" begins with one.
    let titled = |i: usize| matches!(view.word(i), "mr" | "mrs" | "ms");
    let within = |i: usize| {
        i > 0
            && !view.word(i - 1).is_empty()
            && view.is_capital(i + 1)
            && !titled(i + 1)
            && !is_stopword(view.word(i + 1))
            && view.word(i) != "i"
    };
    let named =
        |i: usize| view.is_capital(i) && (!is_stopword(view.word(i)) || titled(i) || within(i));
    if !named(at) {
        return None;
    }
    let mut end = at + 1;
    while end < view.tokens.len() && end < at + 10 {
        let raw = &view.text[view.tokens[end - 1].span.clone()];
        if raw.ends_with("'s") || raw.ends_with("’s") {
            break;
        }
        let point = view.tokens[end].is('.')
            && named(end + 1)
            && (view.word(end - 1).chars().count() <= 2 || is_role(view.word(end - 1)));
        let both = view.tokens[end].is('&') && named(end + 1);
        let joint = is_joint(view.word(end)) && named(end + 1);
        let close = view.tokens[end].span.start - view.tokens[end - 1].span.end <= 1;
        if close && (named(end) || point || both || joint) {
            end += 1;
        } else {
            break;
        }
    }
    Some(end)
}

/// "Health Minister Lena Harkness" without the role.
fn without_roles(view: View, run: Range<usize>) -> Range<usize> {
    let role = run.clone().rev().skip(1).find(|&i| is_role(view.word(i)));
    let mut start = role.map_or(run.start, |at| at + 1);
    while start < run.end && view.word(start).is_empty() {
        start += 1;
    }
    start..run.end
}

/// Role nouns before the name and after it: "union leader Gus Arrow", "Ana
/// Vell, the mayor of Kharin".
fn roles_beside(view: View, run: usize, name: &Range<usize>) -> Vec<String> {
    let mut roles = Vec::new();
    let mut add = |at: usize| {
        let word = view.word(at);
        if is_role(word) || is_human(word) {
            roles.push(word.to_owned());
        }
    };
    (run..name.start).for_each(&mut add);
    (run.saturating_sub(2)..run).for_each(&mut add);
    if view.tokens.get(name.end).is_some_and(|t| t.is(',')) {
        let from = name.end + 1;
        let to = (from..view.tokens.len().min(from + 7)).find(|&at| {
            view.word(at).is_empty()
                || is_tie(view.word(at))
                || matches!(view.word(at), "who" | "and")
        });
        (from..to.unwrap_or(from)).for_each(add);
    }
    roles
}

/// The phrase up to its first "of", "for" and the like.
fn core(view: View, phrase: &Range<usize>) -> Range<usize> {
    let ends = |word| is_tie(word) || matches!(word, "close" | "familiar" | "briefed" | "involved");
    let tie = phrase.clone().find(|&at| ends(view.word(at)) && at > phrase.start);
    // "mother of two Fay Dunn": the name comes after.
    match tie {
        Some(at)
            if view.is_capital(phrase.end - 1)
                && view.word(at + 1).len() < 6
                && !matches!(view.word(at + 1), "the" | "a" | "an" | "his" | "her")
                && !view.is_capital(at + 1)
                && phrase.end > at + 3 =>
        {
            phrase.clone()
        }
        Some(at) => phrase.start..at,
        None => phrase.clone(),
    }
}

fn head(view: View, phrase: &Range<usize>) -> usize {
    let core = core(view, phrase);
    core.end - 1
}

fn is_definite(view: View, phrase: &Range<usize>) -> bool {
    let first = view.word(phrase.start);
    let raw = &view.text[view.tokens[phrase.start].span.clone()];
    !matches!(first, "a" | "an" | "another" | "one" | "some")
        && (first == "the" || raw.contains(['’', '\'']) || matches!(first, "his" | "her" | "their"))
}

/// The name in a stretch of tokens: its last run of capitals without roles.
fn name_in(view: View, part: Range<usize>) -> Option<Range<usize>> {
    let mut at = part.start;
    let mut found = None;
    while at < part.end {
        let Some(end) = run_end(view, at).map(|end| end.min(part.end)) else {
            at += 1;
            continue;
        };
        let run = without_roles(view, at..end);
        let raw = &view.text[bytes_of(view.tokens, end - 1)];
        let possessive = raw.ends_with("'s")
            || raw.ends_with("’s")
            || raw.ends_with("s’")
            || raw.ends_with("s'");
        // "Norland officials", "the Labour leader": the run only describes.
        if !run.is_empty()
            && !possessive
            && (end == part.end
                || !view.word(end).is_empty() && run.len() > 1 && is_stopword(view.word(end)))
        {
            found = Some(run);
        }
        at = end;
    }
    found.filter(|run| !(run.len() == 1 && is_role(view.word(run.start))))
}

fn bytes_of(tokens: &[Token], at: usize) -> Range<usize> {
    tokens[at].span.clone()
}

fn gender_of(word: &str) -> Option<Gender> {
    match word {
        "mr" | "sir" | "lord" | "he" | "king" | "prince" | "man" | "boy" | "father" | "son"
        | "brother" | "husband" | "uncle" | "grandfather" => Some(Gender::He),
        "mrs" | "ms" | "miss" | "dame" | "lady" | "baroness" | "she" | "queen" | "princess"
        | "woman" | "girl" | "mother" | "daughter" | "sister" | "wife" | "aunt" | "grandmother"
        | "actress" | "widow" => Some(Gender::She),
        _ if word.len() > 6 && word.ends_with("woman") => Some(Gender::She),
        _ if word.len() > 5 && word.ends_with("man") && !word.ends_with("german") => {
            Some(Gender::He)
        }
        _ => None,
    }
}

/// Titles and offices that stand before a name.
fn is_role(word: &str) -> bool {
    #[rustfmt::skip]
    const ROLES: &[&str] = &[
        "adm", "admiral", "agent", "ambassador", "archbishop", "attorney", "baroness", "bishop",
        "brigadier", "capt", "captain", "cardinal", "chair", "chairman", "chairwoman",
        "chancellor", "chief", "clerk", "coach", "col", "colonel", "commander", "commissioner",
        "comptroller", "congressman", "congresswoman", "constable", "councillor", "councilman",
        "councilwoman", "counsel", "dame", "deputy", "detective", "director", "dr", "engineer",
        "envoy", "executive", "father", "gen", "general", "gov", "governor", "inspector", "judge",
        "justice", "king", "lady", "leader", "lieutenant", "lord", "lt", "maj", "major",
        "manager", "mayor", "minister", "miss", "mother", "mr", "mrs", "ms", "officer", "pastor",
        "pope", "premier", "president", "prince", "princess", "prof", "professor", "prosecutor",
        "queen", "rabbi", "rep", "representative", "rev", "reverend", "secretary", "sen",
        "senator", "sergeant", "sgt", "sheriff", "sir", "sister", "speaker", "spokesman",
        "spokesperson", "spokeswoman", "superintendent", "supt", "treasurer", "whip",
    ];
    ROLES.binary_search(&word).is_ok()
}

/// Words that make a name one of an organisation or a paper.
fn is_office(word: &str) -> bool {
    #[rustfmt::skip]
    const OFFICES: &[&str] = &[
        "agency", "airlines", "army", "assembly", "association", "authority", "bank", "board",
        "brigade", "bureau", "cabinet", "center", "centre", "chronicle", "church", "city", "club",
        "college", "commission", "committee", "company", "congress", "corp", "council", "county",
        "court", "daily", "department", "express", "federation", "forum", "foundation", "gazette",
        "glass", "group", "guardian", "herald", "hospital", "house", "inc", "institute",
        "international", "journal", "labour", "league", "ledger", "line", "ltd", "mail", "ministry",
        "mirror", "monitor", "museum", "nations", "network", "news", "office", "organisation",
        "organization", "parliament", "party", "people", "police", "post", "press", "quays", "radio",
        "republic", "research", "school", "securities", "senate", "service", "society", "sons",
        "standard", "states", "street", "sun", "telegraph", "times", "today", "tribune", "trust",
        "tv", "union", "united", "university",
    ];
    OFFICES.binary_search(&word).is_ok()
}

/// Nouns for a person, whom "he" or "she" may mean.
fn is_human(word: &str) -> bool {
    is_role(word)
        || gender_of(word).is_some()
        || matches!(
            word,
            "one"
                | "person"
                | "witness"
                | "resident"
                | "passenger"
                | "driver"
                | "official"
                | "aide"
                | "lawyer"
                | "doctor"
                | "nurse"
                | "teacher"
                | "farmer"
                | "diver"
                | "analyst"
                | "author"
                | "singer"
                | "actor"
                | "student"
                | "neighbour"
                | "neighbor"
                | "volunteer"
                | "traveller"
                | "traveler"
                | "expert"
                | "master"
                | "owner"
                | "founder"
                | "head"
                | "pilot"
                | "soldier"
                | "survivor"
                | "candidate"
                | "editor"
                | "scientist"
                | "researcher"
                | "economist"
                | "organiser"
                | "organizer"
                | "friend"
                | "source"
                | "diplomat"
                | "backbencher"
                | "baker"
                | "maker"
                | "chef"
                | "rival"
                | "critic"
                | "commentator"
        )
        || word.len() > 6 && (word.ends_with("ologist") || word.ends_with("person"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn roles() {
        assert!(
            super::is_office("agency")
                && super::is_office("university")
                && super::is_office("mail")
        );
        assert!(super::is_role("mayor") && super::is_role("adm") && !super::is_role("vell"));
    }
}
