//! The forms of one invented briefing, its changes and its audit, as their readers get them.

mod articles;
mod audit;
mod changes;
mod fixture;
mod html;
mod json;
mod markdown;
mod nameless;
mod text;
