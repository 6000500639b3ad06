//! `throughline why`: why an article is in its story.

use std::process::ExitCode;

use anyhow::{Result, bail};
use serde_json::json;
use throughline_extract::canonical_address;
use throughline_gather::{Change, Decision};
use throughline_model::Article;
use throughline_record::Reason;
use throughline_store::{Articles, Store};

use super::{
    place::{Place, minute},
    wording::Wording,
};
use crate::{
    print::{self, Form},
    say::titled,
};

/// Arguments of `why`.
#[derive(clap::Args)]
pub struct Why {
    /// The id of the article as `sources` lists it, or its address
    #[arg(value_name = "ARTICLE")]
    article: String,
    #[command(flatten)]
    place: Place,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Runs the command.
pub fn run(arguments: &Why) -> Result<ExitCode> {
    let store = arguments.place.read()?;
    let article = article(&store, &arguments.article)?;
    let reasons = store.reasons(&article.id)?;
    match arguments.format {
        Form::Json => print::json(&json!({
            "article": article.id,
            "outlet": article.outlet,
            "title": article.title,
            "url": article.url,
            "reasons": reasons,
        })),
        Form::Text => {
            let mut text =
                format!("{} ({})\n", titled(&article.outlet, &article.title), article.id);
            let wording = Wording::of(&article);
            text.extend(reasons.iter().map(|given| reason(given, &wording)));
            print::text(&text)
        }
    }
}

/// The article that is meant by an id or an address.
pub fn article(store: &dyn Store, named: &str) -> Result<Article> {
    // An address leads to the article under any of its forms.
    let address = canonical_address(named).unwrap_or_else(|| named.to_owned());
    let mut asked = Article::new(Some(address), "", Vec::new());
    let by_address = throughline_record::keys(&asked);
    asked.id = named.to_owned();
    let keys = [throughline_record::keys(&asked), by_address].concat();
    let known = store.known(&keys)?;
    let found = keys.iter().find_map(|key| known.get(key)).map(|known| known.article.clone());
    let found = match found {
        Some(id) => store.articles(Articles::Ids(&[id]))?.into_iter().next(),
        None => None,
    };
    match found {
        Some(article) => Ok(article),
        None => {
            bail!(
                "no article {named} is here; an article is named by its id or its address, as `throughline sources ID` lists them"
            )
        }
    }
}

fn reason(reason: &Reason, wording: &Wording) -> String {
    let Decision { story, change, why, rivals } = &reason.decision;
    let did = match change {
        Change::Started { .. } => format!("started {story}: no story was near enough"),
        Change::Joined { .. } => format!("joined {story}"),
        Change::Merged { gone, .. } => {
            format!("came to {story} when {gone} was found to be one with it")
        }
        Change::Split { from, articles } => {
            let others = if articles.len() > 1 { " with others" } else { "" };
            format!("left {from}{others} to be {story}")
        }
        Change::Moved { from, .. } => format!("went from {from} to {story}"),
    };
    let mut text = format!("{}  {did}", minute(reason.at));
    if why.corrected {
        text.push_str(", as a reader wants it");
    }
    if why.bar > 0.0 {
        text.push_str(&format!(" ({} alike, {} needed)", share(why.similarity), share(why.bar)));
    }
    text.push('\n');
    let shared = wording.shared(why);
    for (what, terms) in shared.iter().filter(|(_, terms)| !terms.is_empty()) {
        text.push_str(&format!("    shared {what:<8} {}\n", terms.join(", ")));
    }
    for rival in rivals {
        let (reached, bar) = (share(rival.similarity), share(rival.bar));
        text.push_str(&format!("    nearer than {}, {reached} alike, {bar} needed\n", rival.story));
    }
    text
}

/// "31 %".
pub fn share(similarity: f32) -> String {
    format!("{:.0} %", similarity * 100.0)
}
