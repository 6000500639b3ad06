//! Quantities, one line a case: `quantities.txt` and `compared.txt`.

use throughline_annotate::{Bound, Quantity, Unit, quantities, words};

fn read(text: &str) -> Vec<Quantity> {
    quantities(text, &words(text, 0..text.len(), true))
}

fn rounded(value: f64) -> String {
    format!("{}", (value * 1000.0).round() / 1000.0)
}

fn shown(quantity: &Quantity) -> String {
    let mut text = rounded(quantity.value);
    if quantity.is_range() {
        text += &format!("..{}", rounded(quantity.high));
    }
    match quantity.unit {
        Unit::Money(name) => text += &format!(" {name}"),
        Unit::Barrel => text += " barrels",
        unit => text += &format!(" {unit:?}").to_lowercase(),
    }
    if quantity.bound != Bound::Exact {
        text += &format!(" {:?}", quantity.bound).to_lowercase();
    }
    if !quantity.counted.is_empty() {
        text += &format!(" of {}", quantity.counted.join(" "));
    }
    if let Some(per) = &quantity.per {
        text += &format!(" per {per}");
    }
    if let Some(of) = quantity.converts {
        text += &format!(" ={of}");
    }
    text
}

fn cases(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = file.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
    lines.map(|l| l.split_once(" => ").expect("a case has an arrow"))
}

#[test]
fn quantities_are_normalised() {
    let mut wrong = Vec::new();
    for (text, expected) in cases(include_str!("quantities.txt")) {
        let found = read(text).iter().map(shown).collect::<Vec<_>>().join("; ");
        let expected = if expected == "-" { "" } else { expected };
        if found != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn quantities_are_compared() {
    for (pair, expected) in cases(include_str!("compared.txt")) {
        let (a, b) = pair.split_once(" | ").expect("a pair");
        let first = |text: &str| read(text).into_iter().find(Quantity::is_figure);
        let (Some(x), Some(y)) = (first(a), first(b)) else { panic!("no figure in {pair}") };
        assert_eq!(format!("{:?}", x.relation(&y)).to_lowercase(), expected, "{pair}");
        assert_eq!(x.relation(&y), y.relation(&x), "{pair}: not the same both ways");
    }
}
