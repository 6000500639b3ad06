//! [`HttpFetch`]: the network itself, over blocking HTTP with rustls.
//!
//! Refuses private addresses where the name is resolved, so that a redirect or
//! a name that points inward is refused like the address itself. No cookies,
//! no proxy (it would resolve names behind our back), no retry.

use std::{io::Read, time::Duration};

use throughline_model::Moment;
use ureq::{
    Agent,
    config::Config,
    http::Uri,
    unversioned::{
        resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver},
        transport::{DefaultConnector, NextTimeout},
    },
};

use crate::{Fetch, Fetched, MAX_BYTES, Reason, address::is_private};

/// How pages are fetched.
#[derive(Debug, Clone)]
pub struct HttpConfig {
    /// Time for one address, redirects and all.
    pub timeout: Duration,
    /// Whether machines inside the network may be asked.
    pub private: PrivateAddresses,
    /// Who we say we are.
    pub user_agent: String,
}

/// Whether machines inside the network may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrivateAddresses {
    /// No.
    Refuse,
    /// Yes: the person at the keyboard said so.
    Allow,
}

impl Default for HttpConfig {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(30),
            private: PrivateAddresses::Refuse,
            user_agent: concat!("Throughline/", env!("CARGO_PKG_VERSION")).to_owned(),
        }
    }
}

/// Fetches over the network.
#[derive(Debug)]
pub struct HttpFetch {
    agent: Agent,
    timeout: Duration,
}

impl HttpFetch {
    /// A client with these settings.
    pub fn new(config: HttpConfig) -> Self {
        let settings = Config::builder()
            .timeout_global(Some(config.timeout))
            .max_redirects(5)
            .http_status_as_error(false)
            .proxy(None)
            .user_agent(config.user_agent)
            .accept("text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.5")
            .build();
        let resolver =
            GuardedResolver { inner: DefaultResolver::default(), private: config.private };
        let agent = Agent::with_parts(settings, DefaultConnector::default(), resolver);
        Self { agent, timeout: config.timeout }
    }

    fn reason(&self, error: ureq::Error) -> Reason {
        match error {
            ureq::Error::Timeout(_) => Reason::Timeout(self.timeout.as_secs()),
            ureq::Error::Io(e) if e.kind() == std::io::ErrorKind::PermissionDenied => {
                Reason::Private
            }
            ureq::Error::Io(e) if e.kind() == std::io::ErrorKind::TimedOut => {
                Reason::Timeout(self.timeout.as_secs())
            }
            ureq::Error::BodyExceedsLimit(_) => Reason::TooLarge,
            other => Reason::Network(other.to_string()),
        }
    }
}

impl Fetch for HttpFetch {
    fn fetch(&self, url: &str) -> Result<Fetched, Reason> {
        let response = self.agent.get(url).call().map_err(|e| self.reason(e))?;
        let status = response.status().as_u16();
        if !(200..300).contains(&status) {
            return Err(Reason::Status(status));
        }
        let header = |name: &str| {
            response.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned)
        };
        let mut fetched = Fetched {
            content_type: header("content-type"),
            date: header("date").and_then(|d| http_date(&d)),
            url: {
                use ureq::ResponseExt;
                response.get_uri().to_string()
            },
            bytes: Vec::new(),
        };
        let body = response.into_body().into_with_config().limit(u64::MAX).reader();
        let limit = MAX_BYTES as u64 + 1;
        body.take(limit).read_to_end(&mut fetched.bytes).map_err(|e| {
            if e.kind() == std::io::ErrorKind::TimedOut {
                Reason::Timeout(self.timeout.as_secs())
            } else {
                Reason::Network(e.to_string())
            }
        })?;
        if fetched.bytes.len() > MAX_BYTES {
            return Err(Reason::TooLarge);
        }
        Ok(fetched)
    }
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`, the only form servers may send.
fn http_date(header: &str) -> Option<Moment> {
    let mut parts = header.split_ascii_whitespace().skip(1);
    let (day, month, year, clock) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = months.iter().position(|name| *name == month)? + 1;
    format!("{year}-{month:02}-{day}T{clock}Z").parse().ok()
}

#[derive(Debug)]
struct GuardedResolver {
    inner: DefaultResolver,
    private: PrivateAddresses,
}

impl Resolver for GuardedResolver {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        if self.private == PrivateAddresses::Refuse && found.iter().any(|a| is_private(a.ip())) {
            return Err(std::io::Error::from(std::io::ErrorKind::PermissionDenied).into());
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_servers_clock() {
        let read = |s| http_date(s).map(|m| m.to_string());
        assert_eq!(read("Sun, 06 Nov 1994 08:49:37 GMT").unwrap(), "1994-11-06T08:49:37Z");
        for bad in ["", "now", "Sun, 06 anF 1994 08:49:37 GMT", "Sun, 06 Nov"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
