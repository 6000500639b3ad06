//! From the text of articles to a proven briefing, models loaded: five articles of 600 words, and
//! a hundred of one story. Processor time of one thread.

mod cpu;
mod input;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use throughline_annotate::Reading;
use throughline_brief::{Options, brief};
use throughline_extract::extract;
use throughline_gather::{Owners, in_order};
use throughline_model::{Briefing, Document};

use cpu::Cpu;

/// What `throughline brief` does between reading and printing.
fn briefed(documents: &[Document]) -> Option<Briefing> {
    let articles = documents.iter().filter_map(|document| extract(document).ok());
    let (readings, _) = in_order(articles.map(Reading::of).collect());
    let now = readings.iter().filter_map(|reading| reading.article.published).max()?;
    brief(readings, &Options { now, owners: Owners::default(), words: None })
}

fn speed(criterion: &mut Criterion<Cpu>) {
    let mut group = criterion.benchmark_group("brief");
    group.sample_size(20);
    for count in [5, 100] {
        let name = format!("{count} articles");
        let documents = input::documents(&name, count);
        assert!(briefed(&documents).is_some(), "{name} give a briefing");
        group.bench_function(&name, |bencher| bencher.iter(|| briefed(black_box(&documents))));
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(Cpu::default());
    targets = speed
}
criterion_main!(benches);
