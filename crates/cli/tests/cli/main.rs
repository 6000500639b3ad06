//! The command line from outside: arguments, inputs and files in; exit status,
//! stdout and stderr out. What a briefing says is tested in its own crates.

mod annotate;
mod audit;
mod bad_input;
mod hostile;
mod inputs;
mod order;
mod output;
mod run;
mod store;
mod verify;
