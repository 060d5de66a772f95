//! Frames of other sites: a page can't mask what is inside them, only block them.

use super::document::{Document, Element, Kind};
use super::finding::{Report, Severity};
use crate::config::Config;

/// Hosts that take payments or check identities, by the end of their name.
const PAYMENT: &[&str] = &[
    "stripe.com",
    "adyen.com",
    "braintreegateway.com",
    "braintree-api.com",
    "paypal.com",
    "paypalobjects.com",
    "klarna.com",
    "klarna.net",
    "mollie.com",
    "worldpay.com",
    "checkout.com",
    "squareup.com",
    "squarecdn.com",
    "authorize.net",
    "cybersource.com",
    "payone.com",
    "datatrans.com",
    "saferpay.com",
    "computop-paygate.com",
    "unzer.com",
    "heidelpay.com",
    "przelewy24.pl",
    "payu.com",
    "gopay.com",
    "comgate.cz",
    "redsys.es",
    "nexi.it",
    "sumup.com",
    "viva.com",
    "vivapayments.com",
    "payplug.com",
    "lyra.com",
    "payline.com",
    "paytrail.com",
    "nets.eu",
    "netaxept.com",
    "quickpay.net",
    "mangopay.com",
    "gocardless.com",
    "plaid.com",
    "tink.com",
    "trustly.com",
    "amazonpay.com",
    "onfido.com",
    "idnow.de",
    "idnow.io",
    "veriff.com",
    "jumio.com",
];

/// Words of an address, a title or a name that say what a frame is for.
const WORDS: &[&str] = &[
    "payment",
    "checkout",
    "creditcard",
    "credit-card",
    "card-number",
    "cardnumber",
    "cvc",
    "cvv",
    "3ds",
    "3-d-secure",
    "zahlung",
    "paiement",
    "pago",
    "pagamento",
    "betaling",
    "platba",
    "platnosc",
];

pub(super) fn check(document: &Document, config: &Config, report: &mut Report<'_>) {
    let own = host(&config.site.url).unwrap_or_default();
    for frame in document.elements.iter().filter(|e| e.kind == Kind::Frame && !e.marks.blocked) {
        let Some(host) = ["src", "data"].iter().find_map(|name| host(frame.get(name)?)) else { continue };
        if is_same_site(&host, &own) {
            continue;
        }
        let fix = "add data-milkglass=\"block\" to the frame".to_owned();
        if takes_payment(frame, &host) {
            let why = "the frame of another site takes payment or identity data, which this page can't mask; a recorder that reads frames would keep it".to_owned();
            report.add(frame, "third-party-frame", Severity::Error, why, fix);
        } else {
            let why = "the frame belongs to another site, so that this page can't mask what is in it".to_owned();
            report.add(frame, "third-party-frame", Severity::Note, why, fix);
        }
    }
}

fn takes_payment(frame: &Element, host: &str) -> bool {
    let says = |name: &str| {
        let text = frame.lower(name);
        WORDS.iter().any(|word| text.contains(word))
            || text.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "pay" | "card"))
    };
    PAYMENT.iter().any(|end| is_same_site(host, end))
        || frame.lower("allow").contains("payment")
        || ["src", "title", "name", "id", "class"].into_iter().any(says)
}

/// The host of an absolute address, in lower case and without port; `None` for one that stays on the site.
fn host(address: &str) -> Option<String> {
    let address = address.trim();
    let rest = match address.split_once("//") {
        Some((scheme, rest)) if scheme.is_empty() || scheme.eq_ignore_ascii_case("https:") || scheme.eq_ignore_ascii_case("http:") => rest,
        _ => return None,
    };
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    (!host.is_empty()).then(|| host.to_ascii_lowercase())
}

/// The same host, or one below it.
fn is_same_site(host: &str, own: &str) -> bool {
    let own = own.strip_prefix("www.").unwrap_or(own);
    !own.is_empty() && (host == own || host.strip_suffix(own).is_some_and(|before| before.ends_with('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_and_sites() {
        assert_eq!(host("https://Pay.Example.net:8443/x?y").as_deref(), Some("pay.example.net"));
        assert_eq!(host("//cdn.example/x").as_deref(), Some("cdn.example"));
        assert_eq!([host("/a//b"), host("about:blank"), host("ftp://x")], [None, None, None]);
        assert!(
            is_same_site("pay.shop.example", "www.shop.example")
                && !is_same_site("notshop.example", "shop.example")
                && !is_same_site("a", "")
        );
    }
}
