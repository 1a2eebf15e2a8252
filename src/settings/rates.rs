use std::collections::BTreeMap;

use serde::Deserialize;

/// `[exchange_rates]`: from which to which rate two amounts can be worth the same, by ISO 4217 codes.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "Table")]
pub struct ExchangeRates(Table);

/// What each currency costs in others.
type Table = BTreeMap<String, BTreeMap<String, Rates>>;

impl TryFrom<Table> for ExchangeRates {
    type Error = &'static str;

    fn try_from(mut table: Table) -> Result<Self, Self::Error> {
        let is_code = |code: &String| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        if !table.iter().all(|(one, prices)| is_code(one) && prices.keys().all(is_code)) {
            return Err("currencies are written as USD and KRW: USD = { KRW = [1000, 1700] }");
        }
        let turned = table.get("KRW").is_some_and(|prices| prices.contains_key("USD"));
        if !turned {
            table.entry("USD".to_owned()).or_default().entry("KRW".to_owned()).or_insert(WON_A_DOLLAR);
        }
        Ok(ExchangeRates(table))
    }
}

/// Won for a dollar, where the desk sets nothing else: more than the lows and highs of ten years.
const WON_A_DOLLAR: Rates = Rates { least: 1000.0, most: 1700.0 };

impl Default for ExchangeRates {
    fn default() -> Self {
        ExchangeRates(Table::from([("USD".to_owned(), BTreeMap::from([("KRW".to_owned(), WON_A_DOLLAR)]))]))
    }
}

/// The lowest and the highest rate that can be right.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(try_from = "[f64; 2]")]
pub struct Rates {
    /// The lowest.
    pub least: f64,
    /// The highest.
    pub most: f64,
}

impl TryFrom<[f64; 2]> for Rates {
    type Error = &'static str;

    fn try_from([least, most]: [f64; 2]) -> Result<Self, Self::Error> {
        let valid = least > 0.0 && least <= most && most.is_finite();
        valid.then_some(Rates { least, most }).ok_or("rates are two positive numbers, the lowest first: [1000, 1700]")
    }
}

impl ExchangeRates {
    /// What one unit of the first currency may cost in the second.
    pub fn of(&self, currency: &str, price: &str) -> Option<Rates> {
        let set = |one: &str, other: &str| self.0.get(one).and_then(|prices| prices.get(other)).copied();
        let turned = |rates: Rates| Rates { least: 1.0 / rates.most, most: 1.0 / rates.least };
        set(currency, price).or_else(|| set(price, currency).map(turned))
    }
}
