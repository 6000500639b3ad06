//! What a reader of an earlier revision of a story has missed.

use anyhow::{Context, Result, bail};
use throughline_changes::{Changes, changes_after, changes_from_nothing};
use throughline_follow::whole;
use throughline_gather::StoryId;
use throughline_model::Briefing;
use throughline_record::Since;
use throughline_store::{RevisionLine, Sqlite, Store};

use super::place::story;
use crate::say::say;

/// What changed in a story from the revision that a reader knows, by default the
/// last but one, to the newest. What any revision before that told is not new.
pub fn since(store: &Sqlite, asked: StoryId, since: Option<Since>) -> Result<Changes> {
    let head = story(store, asked)?;
    let lines = store.history(head.id)?;
    let Some(newest) = lines.last() else {
        bail!("nothing of {} can be told with proof yet", head.id);
    };
    let read = if head.id == asked {
        known(asked, &lines, since)?
    } else {
        led(store, asked, head.id, &lines, since)?
    };
    let briefing = |&(story, number): &(StoryId, u32)| -> Result<Option<Briefing>> {
        Ok(store.revision(story, number)?.map(|r| whole(r, store)).transpose()?)
    };
    let missing = || format!("a revision of {} is missing; run `throughline doctor`", head.id);
    let new = briefing(&(head.id, newest.number))?.with_context(missing)?;
    if let (true, Some(Since::Moment(at))) = (read.is_empty(), since) {
        return Ok(changes_from_nothing(at, &new));
    }
    let mut read: Vec<Briefing> =
        read.iter().filter_map(|r| briefing(r).transpose()).collect::<Result<_>>()?;
    let old = read.pop().with_context(missing)?;
    let earlier: Vec<&Briefing> = read.iter().collect();
    Ok(changes_after(&earlier, &old, &new))
}

/// The revisions of this very story that a reader has read, the one that is
/// known last; none where nothing was told by then.
fn known(
    story: StoryId,
    lines: &[RevisionLine],
    since: Option<Since>,
) -> Result<Vec<(StoryId, u32)>> {
    let times = || lines.iter().map(|line| (line.number, line.at));
    let (Some((first, _)), Some((last, _))) = (times().next(), times().next_back()) else {
        bail!("{story} has no revision");
    };
    let known = match since {
        Some(since) => since.known(times()),
        None if last == first => {
            say(&format!("{story} has one revision; nothing came since"));
            Some(last)
        }
        None => Some(last - 1),
    };
    match (known, since) {
        (Some(known), _) => Ok((first..=known).map(|number| (story, number)).collect()),
        (None, Some(Since::Moment(_))) => {
            say(&format!("nothing of {story} was told by then; all of it is new"));
            Ok(Vec::new())
        }
        (None, _) => bail!("{story} has no such revision; its last is {last}"),
    }
}

/// The same where the story that was asked for is part of another by now: a
/// number is one of its own; by the clock its reader went on with the other.
fn led(
    store: &Sqlite,
    asked: StoryId,
    kept: StoryId,
    lines: &[RevisionLine],
    since: Option<Since>,
) -> Result<Vec<(StoryId, u32)>> {
    let own = store.history(asked)?;
    let joined = lines.iter().position(|line| line.cause.merged.contains(&asked));
    let later = joined.map_or(&[][..], |at| &lines[at..]);
    let went_on = match since {
        Some(Since::Revision(_)) => None,
        Some(since) => since.known(later.iter().map(|line| (line.number, line.at))),
        None => later.iter().rev().nth(1).map(|line| line.number),
    };
    let Some(known_there) = went_on else {
        let last = own.last().map(|line| Since::Revision(line.number));
        return known(asked, &own, since.or(last));
    };
    let before = own.iter().map(|line| (asked, line.number));
    let after = later.iter().map(|line| (kept, line.number));
    Ok(before.chain(after.take_while(|&(_, number)| number <= known_there)).collect())
}
