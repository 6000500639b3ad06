//! [`Gatherer`]: stories as articles arrive, by single-pass clustering over
//! TF-IDF centroids with time decay.
//!
//! Articles are taken in the order given, each once. One joins the story whose
//! centroid it is nearest to when that is near enough, else it starts one.

use throughline_annotate::{Reading, Terms, Vector};
use throughline_model::Role;

/// Cosine from which an article belongs to a story. Chosen on the odd-numbered
/// events of the news set; see docs/quality.md.
const NEAR: f32 = 0.24;

/// After this many days without an article a story's pull is halved.
const HALF_LIFE_DAYS: f32 = 30.0;

/// How much a term weighs by where it stands.
const TITLE: usize = 3;
const LEAD: usize = 2;

/// The state of gathering: what has come so far.
#[derive(Debug, Default)]
pub struct Gatherer {
    terms: Terms,
    stories: Vec<Cluster>,
}

#[derive(Debug)]
struct Cluster {
    sum: Vector,
    newest: Option<i64>,
}

impl Gatherer {
    /// Places one article and returns the number of its story, from 0.
    pub fn assign(&mut self, reading: &Reading) -> usize {
        let counts = self.terms.add(weighted_terms(reading));
        let vector = self.terms.vector(&counts);
        let day = reading.article.published.map(|p| p.instant().as_second() / 86_400);
        let best = self
            .stories
            .iter()
            .enumerate()
            .map(|(i, story)| (i, story.pull(&vector, day)))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        match best {
            Some((i, pull)) if pull >= NEAR => {
                let story = &mut self.stories[i];
                story.sum.add(&vector, 1.0);
                story.newest = story.newest.max(day);
                i
            }
            _ => {
                self.stories.push(Cluster { sum: vector, newest: day });
                self.stories.len() - 1
            }
        }
    }
}

impl Cluster {
    fn pull(&self, vector: &Vector, day: Option<i64>) -> f32 {
        let length = self.sum.0.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
        let cosine = self.sum.dot(vector) / length.max(f32::MIN_POSITIVE);
        match (self.newest, day) {
            (Some(newest), Some(day)) => {
                cosine * 0.5_f32.powf((day - newest).abs() as f32 / HALF_LIFE_DAYS)
            }
            _ => cosine,
        }
    }
}

fn weighted_terms(reading: &Reading) -> impl Iterator<Item = &str> {
    reading.sentences.iter().flat_map(|sentence| {
        let times = match (sentence.role, sentence.position) {
            (Role::Title, _) => TITLE,
            (_, Some(0..=1)) => LEAD,
            (_, Some(_)) => 1,
            _ => 0,
        };
        sentence
            .words
            .iter()
            .filter(|w| w.is_content())
            .flat_map(move |w| std::iter::repeat_n(w.stem.as_str(), times))
    })
}
