//! What a reader says of stories: that two are one, or that one is two. It is
//! done at once and not undone by what arrives later.

use throughline_annotate::Reading;

use crate::{
    arrival::Gatherer,
    bond::bar,
    cluster::decay,
    decision::{Change, Decision, Why},
    index::strongest,
    profile::Profile,
    story_id::StoryId,
};

impl Gatherer {
    /// The stories of two articles are one: all articles that they have now stay
    /// together. What was parted before is together again. Nothing is decided
    /// where a story is not live.
    pub fn join(&mut self, a: &str, b: &str) -> Vec<Decision> {
        let (Some(one), Some(other)) = (self.story_of(a), self.story_of(b)) else {
            return Vec::new();
        };
        let articles = |story| self.articles(story).map(str::to_owned).collect::<Vec<_>>();
        let (ours, theirs) = (articles(one), articles(other));
        for (x, y) in ours.iter().flat_map(|x| theirs.iter().map(move |y| (x, y))) {
            self.corrections.free(x, y);
        }
        for article in ours.iter().chain(&theirs).filter(|&article| article != a) {
            self.corrections.join(a, article);
        }
        self.unsaved.corrections = true;
        if one == other { Vec::new() } else { self.settle(&[one, other]) }
    }

    /// Some articles of a story, `apart`, are a story of their own. `readings` are
    /// those of all its articles, oldest first: of the older ones gathering knows
    /// only a sum. Nothing is decided where the story is not live, or where not
    /// both parts have articles.
    pub fn split(&mut self, story: StoryId, readings: &[Reading], apart: &[&str]) -> Vec<Decision> {
        let here = |reading: &&Reading| self.story_of(&reading.article.id) == Some(story);
        let (gone, rest): (Vec<&Reading>, Vec<&Reading>) = readings
            .iter()
            .filter(here)
            .partition(|reading| apart.contains(&reading.article.id.as_str()));
        if gone.is_empty() || rest.is_empty() {
            return Vec::new();
        }
        for (x, y) in gone.iter().flat_map(|x| rest.iter().map(move |y| (x, y))) {
            self.corrections.part(&x.article.id, &y.article.id);
        }
        for other in &gone[1..] {
            self.corrections.join(&gone[0].article.id, &other.article.id);
        }
        self.unsaved.corrections = true;
        self.take_out(story);
        let name = self.new_story();
        self.build(story, &rest);
        self.build(name, &gone);
        let (kept, new) = (&self.stories[&story], &self.stories[&name]);
        let similarity =
            kept.sum.dot(&new.sum) * decay(kept.days, new.days) / (kept.size * new.size);
        let bar = bar(kept.group(), new.group());
        let mut why = Why::of(similarity, bar, &kept.sum, &new.sum, &self.vocabulary);
        why.corrected = true;
        let articles = gone.iter().map(|reading| reading.article.id.clone()).collect();
        let change = Change::Split { from: story, articles };
        vec![Decision { story: name, change, why, rivals: Vec::new() }]
    }

    /// A story anew from its articles, with the weights that words have by now.
    fn build(&mut self, story: StoryId, readings: &[&Reading]) {
        for reading in readings {
            let profile = Profile::of(reading, &mut self.vocabulary);
            self.unsaved.again(&profile);
            let vector = self.vocabulary.vector(&profile.counts);
            let day = profile.day.map(|day| (day, day));
            let across =
                self.stories.get(&story).map_or(0.0, |c| c.sum.dot(&vector) * decay(c.days, day));
            self.index.add(story, &strongest(&vector));
            self.put(story, profile, &vector, across);
        }
    }
}
