//! Temporal expressions of a text: TIMEX3 type and value, interval, granularity, modifier, anchor,
//! and the rule that read them.
//!
//! Text goes through four steps, each in its own module: `token` cuts it and looks words up in
//! `lexicon`; `grammar` reads expressions, longest match first, into what the words say (`form`);
//! `resolve` places them in the calendar (`period`) against publication and earlier mentions, with
//! the clause's direction (`clause`). Every step is linear in the text. There is no clock: without
//! [`Context::published`] relative expressions stay unplaced.
//!
//! The scheme is TIMEX3 (ISO-TimeML, TempEval-3 task A); where its annotated corpora differ, the
//! module that decides says so.
//!
//! ```
//! use throughline_temporal::{tag, Context, Kind};
//! let context = Context::news(jiff::civil::date(1998, 2, 27));
//! let found = tag("They met on Friday, nearly two months after the Jan. 1 truce.", &context);
//! let values: Vec<_> = found.iter().map(|timex| (timex.kind, timex.value.as_str())).collect();
//! assert_eq!(values, [(Kind::Date, "1998-02-27"), (Kind::Duration, "P2M"), (Kind::Date, "1998-01-01")]);
//! ```

mod canonical;
mod clause;
mod context;
mod form;
mod grammar;
mod lexicon;
mod number;
mod period;
mod range;
mod resolve;
mod scan;
mod timex;
mod token;
mod word;

use std::cell::Cell;

pub use canonical::canonical;
pub use context::{Context, Language, Lines, Mode};
pub use range::{Range, ranges};
pub use timex::{Anchor, DOUBTFUL, Direction, Granularity, Interval, Kind, Modifier, Sense, Timex};

/// Finds the temporal expressions of `text`, in order and without overlap.
#[must_use]
pub fn tag(text: &str, context: &Context) -> Vec<Timex> {
    let english = context.language == Language::English;
    let tokens = token::cut(text, english, context.lines);
    let narrative = context.mode == Mode::Narrative;
    let scan = scan::Scan { text, tokens: &tokens, english, depth: Cell::new(0), narrative };
    let reads = grammar::read(&scan);
    resolve::resolve(&scan, context, &reads)
}
