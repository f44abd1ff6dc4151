//! The three settings of the webhook: all of them, or none.

use std::{fmt, net::SocketAddr};

use url::{Host, Url};

use super::config::parsed;

/// How updates come by webhook.
#[derive(Clone, PartialEq, Eq)]
pub struct WebhookConfig {
    /// Where Telegram posts to. Its path is the one that is served.
    pub url: Url,
    /// Where we listen: behind what ends TLS.
    pub listen: SocketAddr,
    /// What Telegram sends along, 1 to 256 of `[A-Za-z0-9_-]`: nobody else may post.
    pub secret: String,
}

impl fmt::Debug for WebhookConfig {
    /// Not the secret; the address may hold one, too.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookConfig")
            .field("listen", &self.listen)
            .finish_non_exhaustive()
    }
}

/// Reads them through `set`; what is wrong is added to `wrong`.
pub(super) fn read(
    set: impl Fn(&str) -> Option<String>,
    wrong: &mut Vec<String>,
) -> Option<WebhookConfig> {
    let (address, listen, secret) = (
        set("WEBHOOK_URL"),
        set("WEBHOOK_LISTEN"),
        set("WEBHOOK_SECRET"),
    );
    if address.is_none() && (listen.is_some() || secret.is_some()) {
        let others = "needed where another setting of the webhook is set";
        wrong.push(format!("WEBHOOK_URL: {others}"));
    }
    let asked = address.is_some();
    let url = address.and_then(|address| {
        let url = Url::parse(&address).ok().filter(is_reachable);
        if url.is_none() {
            wrong.push("WEBHOOK_URL: not an https address (http: on this machine only)".to_owned());
        }
        url
    });
    let listen = parsed(
        listen,
        "WEBHOOK_LISTEN",
        "an address such as 127.0.0.1:8080",
        wrong,
    )
    .unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
    match &secret {
        None if asked => wrong.push("WEBHOOK_SECRET: needed where WEBHOOK_URL is set".to_owned()),
        Some(secret) if !is_secret(secret) => {
            wrong.push("WEBHOOK_SECRET: not 1 to 256 of A-Z, a-z, 0-9, _ and -".to_owned());
        }
        Some(_) | None => {}
    }
    Some(WebhookConfig {
        url: url?,
        listen,
        secret: secret?,
    })
}

/// Telegram posts to https alone; a Bot API server of this machine may post to this machine.
fn is_reachable(url: &Url) -> bool {
    let here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return false,
    };
    let plain = url.username().is_empty() && url.password().is_none();
    plain
        && url.fragment().is_none()
        && (url.scheme() == "https" || (here && url.scheme() == "http"))
}

fn is_secret(secret: &str) -> bool {
    (1..=256).contains(&secret.len())
        && secret
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(settings: &[(&str, &str)]) -> (Option<WebhookConfig>, Vec<String>) {
        let set = |name: &str| {
            let found = settings.iter().find(|(n, _)| *n == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let mut wrong = Vec::new();
        let config = super::read(set, &mut wrong);
        (config, wrong)
    }

    #[test]
    fn all_three_or_none() {
        assert_eq!(read(&[]), (None, Vec::new()));
        let url = ("WEBHOOK_URL", "https://bot.example.org/hook");
        let secret = ("WEBHOOK_SECRET", "a_B-1");
        let (config, wrong) = read(&[url, secret]);
        assert_eq!(wrong, Vec::<String>::new());
        let config = config.unwrap();
        assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
        assert!(!format!("{config:?}").contains("a_B-1"));
        for (settings, name) in [
            (&[url][..], "WEBHOOK_SECRET"),
            (&[secret][..], "WEBHOOK_URL"),
            (&[("WEBHOOK_LISTEN", "127.0.0.1:1")][..], "WEBHOOK_URL"),
            (
                &[url, secret, ("WEBHOOK_LISTEN", "here")][..],
                "WEBHOOK_LISTEN",
            ),
        ] {
            let (_, wrong) = read(settings);
            assert!(
                matches!(&wrong[..], [one] if one.starts_with(name)),
                "{wrong:?}"
            );
        }
    }

    #[test]
    fn addresses_and_secrets() {
        let long = "a".repeat(257);
        for (url, secret, wrong) in [
            ("http://127.0.0.1:8080/", "x", 0),
            ("http://localhost/hook", "x", 0),
            ("http://[::1]/hook", &long[1..], 0),
            ("http://bot.example.org/", "x", 1),
            ("ftp://127.0.0.1/", "x", 1),
            ("https://user:word@bot.example.org/", "x", 1),
            ("nowhere", "x", 1),
            ("https://bot.example.org/", "a b", 1),
            ("https://bot.example.org/", &long, 1),
        ] {
            let (_, said) = read(&[("WEBHOOK_URL", url), ("WEBHOOK_SECRET", secret)]);
            assert_eq!(said.len(), wrong, "{url} {secret}: {said:?}");
        }
    }
}
