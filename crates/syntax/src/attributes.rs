//! Owns the rules that turn tags into universal parts of speech, features and some lemmas.
//! They see the tag, the lower-case word, the relation to the head, and at most the token
//! after; all match before any is applied, and of those that clash the last one wins.

use crate::doc::Token;
use crate::weights::Sections;
use rustc_hash::FxHashMap;

const FIELD: char = '\u{1f}';
const ITEM: char = '\u{1e}';

/// What a rule sets.
#[derive(Default, Clone)]
struct Sets {
    tag: Option<&'static str>,
    pos: Option<&'static str>,
    morph: Option<&'static str>,
    dep: Option<&'static str>,
    lemma: Option<&'static str>,
}

/// The values an attribute may have, or may not.
struct Among {
    values: Vec<&'static str>,
    wanted: bool,
}

impl Among {
    fn fits(&self, value: &str) -> bool {
        // An attribute that was not asked for fits nothing.
        !value.is_empty() && self.values.contains(&value) == self.wanted
    }
}

#[derive(Default)]
struct Conditions {
    tag: Option<Among>,
    lower: Option<Among>,
    dep: Option<Among>,
    is_space: Option<bool>,
}

impl Conditions {
    fn fit(&self, token: &Token, lower: &str) -> bool {
        self.tag.as_ref().is_none_or(|among| among.fits(token.tag))
            && self.lower.as_ref().is_none_or(|among| among.fits(lower))
            && self.dep.as_ref().is_none_or(|among| among.fits(token.dep))
            && self.is_space.is_none_or(|is_space| is_space == token.is_space)
    }
}

struct Rule {
    order: usize,
    /// Which token of those matched is changed.
    index: usize,
    sets: Sets,
    tokens: Vec<Conditions>,
}

pub(crate) struct Ruler {
    /// What follows from the tag alone; these rules come before all others.
    by_tag: FxHashMap<&'static str, Sets>,
    by_word: FxHashMap<&'static str, Vec<usize>>,
    longest: usize,
    for_any: Vec<usize>,
    rules: Vec<Rule>,
}

impl Ruler {
    pub(crate) fn read(data: Sections) -> Self {
        let mut ruler = Self {
            by_tag: FxHashMap::default(),
            by_word: FxHashMap::default(),
            longest: 0,
            for_any: vec![],
            rules: vec![],
        };
        for line in data.lines("ruler") {
            let rule = read_rule(line);
            let first = &rule.tokens[0];
            let is_plain = rule.tokens.len() == 1 && first.lower.is_none() && first.dep.is_none();
            match (&first.tag, &first.lower) {
                (Some(tag), None) if is_plain && first.is_space.is_none() => {
                    assert!(ruler.rules.is_empty(), "rules for a tag alone come first");
                    ruler.by_tag.insert(tag.values[0], rule.sets);
                    continue;
                }
                (_, Some(lower)) => {
                    for word in &lower.values {
                        ruler.longest = ruler.longest.max(word.len());
                        ruler.by_word.entry(word).or_default().push(ruler.rules.len());
                    }
                }
                _ => ruler.for_any.push(ruler.rules.len()),
            }
            ruler.rules.push(rule);
        }
        ruler
    }

    /// Sets the attributes of a text's tokens.
    pub(crate) fn apply(&self, text: &str, tokens: &mut [Token]) {
        let mut matches = Vec::new();
        for at in 0..tokens.len() {
            let lower = self.lower(text, tokens, at);
            let by_word = self.by_word.get(lower.as_str()).into_iter().flatten();
            for number in by_word.chain(&self.for_any) {
                let rule = &self.rules[*number];
                let fits = rule.tokens[0].fit(&tokens[at], &lower)
                    && rule.tokens.get(1).is_none_or(|next| {
                        at + 1 < tokens.len()
                            && next.fit(&tokens[at + 1], &self.lower(text, tokens, at + 1))
                    });
                if fits {
                    matches.push((rule.order, at, *number));
                }
            }
        }
        for token in &mut *tokens {
            if let Some(sets) = self.by_tag.get(token.tag) {
                sets.apply(token);
            }
        }
        matches.sort_unstable();
        for (_, at, number) in matches {
            let rule = &self.rules[number];
            rule.sets.apply(&mut tokens[at + rule.index]);
        }
    }

    /// The word in lower case, or nothing if it is too long for any rule.
    fn lower(&self, text: &str, tokens: &[Token], at: usize) -> String {
        let word = &text[tokens[at].range()];
        // Lower case can be a little longer than what it was made from.
        if word.len() > self.longest + 4 { String::new() } else { word.to_lowercase() }
    }
}

impl Sets {
    fn apply(&self, token: &mut Token) {
        token.tag = self.tag.unwrap_or(token.tag);
        token.pos = self.pos.unwrap_or(token.pos);
        token.morph = self.morph.unwrap_or(token.morph);
        if let Some(dep) = self.dep {
            token.dep = dep;
        }
        if let Some(lemma) = self.lemma {
            lemma.clone_into(&mut token.lemma);
        }
    }
}

fn read_rule(line: &'static str) -> Rule {
    let mut cells = line.split('\t');
    let mut number =
        || cells.next().and_then(|cell| cell.parse().ok()).expect("a rule begins with two numbers");
    let (order, index) = (number(), number());
    let mut sets = Sets::default();
    for item in cells.next().expect("a rule sets something").split(ITEM) {
        let (name, value) = item.split_once(FIELD).expect("an attribute has a value");
        let slot = match name {
            "TAG" => &mut sets.tag,
            "POS" => &mut sets.pos,
            "MORPH" => &mut sets.morph,
            "DEP" => &mut sets.dep,
            "LEMMA" => &mut sets.lemma,
            other => panic!("a rule sets the unknown attribute {other}"),
        };
        *slot = Some(value);
    }
    let tokens: Vec<_> = cells.map(read_conditions).collect();
    assert!((1..=2).contains(&tokens.len()), "a rule looks at one token or two");
    Rule { order, index, sets, tokens }
}

fn read_conditions(cell: &'static str) -> Conditions {
    let mut conditions = Conditions::default();
    for item in cell.split(ITEM) {
        let mut fields = item.split(FIELD);
        let (name, how) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        let values: Vec<_> = fields.collect();
        match name {
            "IS_SPACE" => conditions.is_space = Some(values == ["1"]),
            "TAG" => conditions.tag = Some(Among { values, wanted: how == "IN" }),
            "LOWER" => conditions.lower = Some(Among { values, wanted: how == "IN" }),
            "DEP" => conditions.dep = Some(Among { values, wanted: how == "IN" }),
            other => panic!("a rule looks at the unknown attribute {other}"),
        }
    }
    conditions
}
