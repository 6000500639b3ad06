//! Bytes of news a second that the temporal tagger reads, on the texts of a hundred articles.
//! Processor time of one thread.

mod cpu;
mod input;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use throughline_temporal::{Context, tag};

use cpu::Cpu;

fn speed(criterion: &mut Criterion<Cpu>) {
    let text = input::texts(&input::documents("temporal", 100)).join("\n\n");
    let context = Context::news(jiff::civil::date(2026, 5, 9));
    let mut group = criterion.benchmark_group("temporal");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("tag", |bencher| bencher.iter(|| tag(black_box(&text), &context)));
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(Cpu::default());
    targets = speed
}
criterion_main!(benches);
