//! Tokens a second of the whole syntactic analysis, on the texts of a hundred articles. Processor
//! time of one thread.

mod cpu;
mod input;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use throughline_syntax::{Pipeline, Wants};

use cpu::Cpu;

fn speed(criterion: &mut Criterion<Cpu>) {
    let texts = input::texts(&input::documents("syntax", 100));
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let pipeline = Pipeline::english();
    let tokens: usize = texts.iter().map(|text| pipeline.tokenize(text).len()).sum();
    let mut group = criterion.benchmark_group("syntax");
    group.throughput(Throughput::Elements(tokens as u64));
    group.sample_size(10);
    for (name, wants) in [("everything", Wants::ALL), ("tags and trees", Wants::TREE)] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| pipeline.parse_many(black_box(&texts), wants));
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(Cpu::default());
    targets = speed
}
criterion_main!(benches);
