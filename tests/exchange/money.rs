//! Money as an office writes it.

use guatu::domain::money::{Currency, Money};
use guatu::domain::money_words::{MoneyProblem, Scale, parse};
use proptest::prelude::*;

#[test]
fn amounts_that_say_their_unit() {
    let table = [
        ("5000万", 50_000_000),
        ("5000万元", 50_000_000),
        ("1.2亿元", 120_000_000),
        ("约3亿元", 300_000_000),
        ("3,500万", 35_000_000),
        ("3，500万元", 35_000_000),
        ("３５００万元", 35_000_000),
        ("￥12,000,000.00", 12_000_000),
        ("¥12,000,000.00", 12_000_000),
        ("人民币 5000 万元", 50_000_000),
        ("RMB 1.5m", 1_500_000),
        ("100m", 100_000_000),
        ("1bn", 1_000_000_000),
        ("1亿2000万", 120_000_000),
        ("3亿余元", 300_000_000),
        ("5千万元左右", 50_000_000),
        ("5000w", 50_000_000),
        ("800元", 800),
        ("0.00004万", 0),
        ("0.00005万", 1),
        ("(500万)", -5_000_000),
        ("-500万", -5_000_000),
        ("50 thousand", 50_000),
    ];
    for (text, yuan) in table {
        assert_eq!(parse(text, None), Ok(Money::cny(yuan)), "{text}");
    }
}

#[test]
fn other_currencies_keep_their_unit() {
    let usd = |amount| Ok(Money { amount, currency: Currency::USD });
    assert_eq!(parse("$22,700.00", None), usd(22_700));
    assert_eq!(parse("USD 1.5m", None), usd(1_500_000));
    assert_eq!(parse("100万美元", None), usd(1_000_000));
    assert_eq!(parse("$22,700.00", Some(Scale::WAN)), usd(22_700));
    assert_eq!(parse("100", Scale::from_word("万美元")), usd(1_000_000));
    assert_eq!(parse("5EUR", None).map(|m| m.to_string()), Ok("EUR 5".to_owned()));
}

#[test]
fn bare_numbers_take_the_unit_of_the_header() {
    assert_eq!(parse("3500", None), Err(MoneyProblem::NoUnit));
    assert_eq!(parse("3500", Some(Scale::WAN)), Ok(Money::cny(35_000_000)));
    assert_eq!(parse("1.2", Some(Scale::YI)), Ok(Money::cny(120_000_000)));
    assert_eq!(parse("￥3,500.00", Some(Scale::WAN)), Ok(Money::cny(35_000_000)));
    assert_eq!(parse("5亿", Some(Scale::WAN)), Ok(Money::cny(500_000_000)));
    assert_eq!(parse("5000元", Some(Scale::WAN)), Ok(Money::cny(5_000)));
    assert_eq!(parse("1.2E+08", Some(Scale::YUAN)), Ok(Money::cny(120_000_000)));
}

#[test]
fn what_is_no_amount() {
    for text in ["", "万", "abc", "3-5亿", "1,5", "1.2.3万", "1亿5", "5000万元（一期）", "12,00万", "5e"]
    {
        assert_eq!(parse(text, Some(Scale::WAN)), Err(MoneyProblem::Unreadable), "{text}");
    }
    for text in ["99999999999999999999", "1000000000000亿", "9e18亿"] {
        assert_eq!(parse(text, Some(Scale::WAN)), Err(MoneyProblem::TooLarge), "{text}");
    }
}

#[test]
fn words_for_units() {
    let table = [
        ("元", Some(1)),
        ("万元", Some(10_000)),
        ("人民币万元", Some(10_000)),
        ("亿元", Some(100_000_000)),
        ("m", Some(1_000_000)),
        ("万吨", None),
        ("", None),
        ("人", None),
    ];
    for (word, times) in table {
        assert_eq!(Scale::from_word(word).map(|s| s.times), times, "{word}");
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in ".{0,40}") {
        let _ = parse(&text, None);
        let _ = parse(&text, Some(Scale::WAN));
        let _ = Scale::from_word(&text);
    }

    #[test]
    fn no_likely_text_panics(text in "[-+0-9.,eE万亿千百元$￥mbwUSD约余左右 （）]{0,24}") {
        let _ = parse(&text, Some(Scale::YI));
    }

    #[test]
    fn what_a_form_shows_reads_back(amount: i64) {
        let money = Money::cny(amount.max(i64::MIN + 1));
        prop_assert_eq!(parse(&money.exact(), None), Ok(money));
        let dollars = Money { amount: money.amount, currency: Currency::USD };
        prop_assert_eq!(parse(&dollars.exact(), Some(Scale::WAN)), Ok(dollars));
    }
}
