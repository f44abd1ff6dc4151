//! Addresses: what Telegram takes as one, and the entity a link becomes.

use super::entity::Extra;

/// The entity of a link, or nothing when the address isn't one: Telegram drops those silently.
pub fn link(address: String, shown: &str) -> Option<(&'static str, Extra)> {
    let address = if address.is_empty() {
        shown.to_owned()
    } else {
        address
    };
    let mention = address
        .strip_prefix("tg://user?id=")
        .and_then(|id| id.parse().ok());
    match mention {
        Some(user) => Some(("text_mention", Extra::User(user))),
        None if is_address(&address) => Some(("text_link", Extra::Url(address))),
        None => None,
    }
}

/// Whether Telegram takes this as an address.
pub fn is_address(address: &str) -> bool {
    let with_scheme = if address.contains("://") {
        address.to_owned()
    } else {
        format!("http://{address}")
    };
    let Ok(url) = url::Url::parse(&with_scheme) else {
        return false;
    };
    match url.scheme() {
        "http" | "https" => url
            .host_str()
            .is_some_and(|host| host.contains('.') || host == "localhost" || host.starts_with('[')),
        "tg" | "ton" | "tonsite" => true,
        _ => false,
    }
}
