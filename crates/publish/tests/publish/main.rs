//! The four forms of one invented briefing, as their readers get them.

mod articles;
mod changes;
mod fixture;
mod html;
mod json;
mod markdown;
mod text;
