//! A process that is killed at any moment of an import loses nothing that was
//! stored, and the next one goes on as if nothing had been.
//!
//! `THROUGHLINE_KILLS` and `THROUGHLINE_KILL_ARTICLES` make it as long as one
//! likes; docs/quality.md has the long run.

use std::{
    collections::BTreeMap,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use throughline_store::{Access, Problem, Sqlite, Store, digest};

use super::{Kept, made};

fn setting(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn import(store: &Kept, input: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_throughline"));
    command.args(["import", input, "--now", "2026-09-19T08:00:00Z", "--store", &store.path()]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Where the store stands and what it holds; nothing where it was not made yet.
fn state(store: &Kept) -> Option<(u64, String)> {
    match Sqlite::open(store.path().as_ref(), Access::Read) {
        Ok(store) => {
            assert_eq!(store.faults().expect("it reads"), [""; 0]);
            let position = store.position().expect("it reads");
            Some((position, digest(&store).expect("it reads")))
        }
        Err(error) if error.problem == Problem::Missing => None,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn an_import_killed_at_any_moment_ends_as_an_undisturbed_one() {
    let kills = setting("THROUGHLINE_KILLS", 5);
    let whole = Kept::new();
    let input = whole.write("made.jsonl", &made::lines(setting("THROUGHLINE_KILL_ARTICLES", 200)));
    let started = Instant::now();
    assert!(import(&whole, &input).status().expect("it runs").success());
    let took = started.elapsed();
    let undisturbed = state(&whole).expect("it is there");
    let mut seed = 20_260_919_u64;
    // Up to three quarters of the time that all of it takes.
    let mut moment = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        Duration::from_secs_f64(took.as_secs_f64() * 0.75 * (seed >> 40) as f64 / (1 << 24) as f64)
    };
    let mut seen: BTreeMap<u64, String> = BTreeMap::new();
    let mut store = Kept::new();
    let mut killed = 0;
    loop {
        let mut process = import(&store, &input).spawn().expect("it starts");
        if killed < kills {
            thread::sleep(moment());
            // SIGKILL; a process that is done already is not harmed.
            let _ = process.kill();
        }
        let done = process.wait().expect("it ends").success();
        killed += usize::from(!done);
        let Some((position, digest)) = state(&store) else { continue };
        // One position is one state, whatever happened on the way to it.
        assert_eq!(*seen.entry(position).or_insert_with(|| digest.clone()), digest);
        if done {
            assert_eq!((position, digest), undisturbed);
            if killed >= kills {
                break;
            }
            store = Kept::new();
        }
    }
    assert_eq!(store.digest(), undisturbed.1);
    println!("{killed} kills; states seen at {:?}", seen.keys().collect::<Vec<_>>());
}
