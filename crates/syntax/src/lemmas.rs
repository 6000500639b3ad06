//! Owns the dictionary forms: exceptions first, then endings that give a known word.

use crate::doc::Token;
use crate::hash::hash_string;
use crate::lexicon::Lexicon;
use crate::weights::Sections;
use rustc_hash::FxHashMap;

/// The parts of speech that have tables; all others keep the word.
const KINDS: [&str; 5] = ["adj", "adv", "noun", "punct", "verb"];

struct Tables {
    /// Endings and what takes their place.
    endings: Vec<(&'static str, &'static str)>,
    /// Irregular forms; the lemmas of one are separated by tabs.
    exceptions: FxHashMap<&'static str, &'static str>,
    /// Known lemmas by the low half of their hash, sorted. One word in a hundred thousand
    /// is taken for known by mistake.
    known: Vec<u32>,
}

pub(crate) struct Lemmatiser {
    tables: FxHashMap<&'static str, Tables>,
}

impl Lemmatiser {
    pub(crate) fn read(data: Sections) -> Self {
        let read = |kind: &'static str| {
            let of_kind =
                move |line: &'static str| line.split_once('\t').filter(|(k, _)| *k == kind);
            let pairs = |section| {
                data.lines(section)
                    .filter_map(of_kind)
                    .filter_map(|(_, rest)| rest.split_once('\t'))
            };
            let tables = Tables {
                endings: pairs("lemma.rules").collect(),
                exceptions: pairs("lemma.exc").collect(),
                known: data.integers(&format!("lemma.index.{kind}")),
            };
            (kind, tables)
        };
        let tables = KINDS.into_iter().map(read).collect();
        Self { tables }
    }

    /// The dictionary form of a word, by its part of speech and features.
    pub(crate) fn lemma(&self, lexicon: &Lexicon, word: &str, token: &Token) -> String {
        let pos = token.pos.to_ascii_lowercase();
        if matches!(pos.as_str(), "" | "space") || is_base_form(token) {
            return word.to_lowercase();
        }
        match self.tables.get(pos.as_str()) {
            Some(tables) => tables.lemma(lexicon, word),
            None if pos == "propn" => word.to_owned(),
            None => word.to_lowercase(),
        }
    }
}

fn is_base_form(token: &Token) -> bool {
    let has = |feature: &str| token.morph.split('|').any(|f| f == feature);
    has("VerbForm=Inf")
        || has("Degree=Pos")
        || token.pos == "NOUN" && has("Number=Sing")
        || token.pos == "VERB"
            && has("VerbForm=Fin")
            && has("Tense=Pres")
            && !token.morph.split('|').any(|f| f.starts_with("Number="))
}

impl Tables {
    fn lemma(&self, lexicon: &Lexicon, word: &str) -> String {
        let lower = word.to_lowercase();
        let (mut known, mut odd, mut unknown) = (None, None, None);
        let mut forms = Vec::new();
        for (ending, instead) in &self.endings {
            let Some(stem) = lower.strip_suffix(ending) else {
                continue;
            };
            let form = format!("{stem}{instead}");
            if form.is_empty() {
                continue;
            }
            if self.knows(&form) {
                forms.push(form.clone());
                known = Some(form);
            } else if !lexicon.is_alpha(&form) {
                forms.push(form.clone());
                odd.get_or_insert(form);
            } else {
                unknown.get_or_insert(form);
            }
        }
        // The last known form goes before the others, then the last exception before that.
        let mut exceptions =
            self.exceptions.get(lower.as_str()).into_iter().flat_map(|lemmas| lemmas.split('\t'));
        let exception = exceptions.rfind(|lemma| !forms.iter().any(|form| form == lemma));
        exception
            .map(str::to_owned)
            .or(known)
            .or(odd)
            .or(unknown)
            .unwrap_or_else(|| word.to_owned())
    }

    fn knows(&self, form: &str) -> bool {
        self.known.binary_search(&(hash_string(form) as u32)).is_ok()
    }
}
