//! How many bytes of news a second the tagger reads, on text written for this purpose, and on the
//! text file that `THROUGHLINE_TEXT` names where it does.

use std::fs;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use throughline_temporal::{Context, tag};

/// Invented news, about as rich in dates as news is.
const NEWS: &str = "\
The harbour authority said on Tuesday that it would reopen the northern pier in early May, nearly \
two years after a storm tore away its foundations. Engineers had hoped to finish by the end of last \
year, but deliveries of steel were held up for more than four months.\n\n\
\"We are not where we wanted to be,\" the director, Anna Lindqvist, told reporters. The pier, built \
in 1962 and widened in the 1980s, used to handle a third of the city's grain. Farmers in the valley \
have since sent their trucks to a smaller port, a detour that the union says costs each of them \
about nine hours.\n\n\
The council approved another loan on March 14 and will vote on the final part at its next meeting, \
which is scheduled for 7 p.m. on Thursday. A first inspection found no damage to the crane. Three \
weeks later a second one found cracks, and work stopped. Both reports were published on Friday.\n\n\
Critics say the money would be better spent on the railway. \"Every spring we hear the same promise,\" \
said one of them, a retired captain who has lived by the water for fifty years. The authority \
expects its third-quarter income to fall, as it did a year earlier, and to recover in 2027.\n\n";

fn speed(criterion: &mut Criterion) {
    let text = NEWS.repeat(256);
    let context = Context::news(jiff::civil::date(2026, 4, 15));
    let mut group = criterion.benchmark_group("tag");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.sample_size(20);
    group.bench_function("news", |bencher| bencher.iter(|| tag(black_box(&text), &context)));
    if let Some(given) =
        std::env::var_os("THROUGHLINE_TEXT").and_then(|path| fs::read_to_string(path).ok())
    {
        group.throughput(Throughput::Bytes(given.len() as u64));
        group.bench_function("given", |bencher| bencher.iter(|| tag(black_box(&given), &context)));
    }
    group.finish();
}

criterion_group!(benches, speed);
criterion_main!(benches);
