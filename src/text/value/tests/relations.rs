//! How two values stand to each other, with and without the day of publication.

use super::read;
use crate::text::value::{self, Relation, relate};

#[test]
fn two_values_compare() {
    for (first, second, relation) in [
        ("350 billion dollars", "$350 billion", Relation::Equal),
        ("KRW 30 billion", "300억원", Relation::Equal),
        ("1,200", "1200", Relation::Equal),
        ("50mm", "50 millimeters", Relation::Equal),
        ("7:00 PM", "7 p.m.", Relation::Equal),
        ("seven workers", "7 workers", Relation::Equal),
        ("60.82 percent", "60.8 percent", Relation::Rounded),
        ("17.8 billion won", "nearly 18 billion won", Relation::Rounded),
        ("12.1 billion won", "12.1 trillion won", Relation::Scale(3)),
        ("30 won", "3 won", Relation::Scale(-1)),
        ("0.25 percentage points", "2.5 basis points", Relation::Scale(-1)),
        ("12.6%", "16.2 percent", Relation::DigitsSwapped),
        ("6,842 people", "about 8,600 people", Relation::DigitsSwapped),
        ("1,300", "1,310", Relation::OneDigit),
        ("fifteen boats", "50 boats", Relation::SoundAlike),
        ("minus 5 degrees", "5 degrees", Relation::Sign),
        ("1,300", "2,419", Relation::Number),
        ("10,000 pyeong", "33,000 square meters", Relation::Conversion),
        ("12 inches", "30 centimeters", Relation::Conversion),
        ("77 degrees Fahrenheit", "25 degrees Celsius", Relation::Conversion),
        ("1.5 hours", "90 minutes", Relation::Conversion),
        ("3 yards", "9 feet", Relation::Conversion),
        ("6 feet", "1.83 meters", Relation::Conversion),
        ("5 miles", "8.05 kilometers", Relation::Conversion),
        ("10 nautical miles", "18.52 kilometers", Relation::Conversion),
        ("全长10里", "5 kilometers", Relation::Conversion),
        ("20 millimeters", "2 centimeters", Relation::Conversion),
        ("2 square kilometers", "200 hectares", Relation::Conversion),
        ("1,000 square feet", "93 square meters", Relation::Conversion),
        ("2 square miles", "5.18 square kilometers", Relation::Conversion),
        ("3 acres", "1.21 hectares", Relation::Conversion),
        ("农田30亩", "2 hectares", Relation::Conversion),
        ("500 milligrams", "0.5 grams", Relation::Conversion),
        ("2,000 kilograms", "2 tons", Relation::Conversion),
        ("大米10斤", "5 kilograms", Relation::Conversion),
        ("10 pounds", "4.54 kilograms", Relation::Conversion),
        ("10 ounces", "283 grams", Relation::Conversion),
        ("500 milliliters", "0.5 liters", Relation::Conversion),
        ("2 cubic meters", "2,000 liters", Relation::Conversion),
        ("10 gallons", "37.9 liters", Relation::Conversion),
        ("초속 20m", "72 kilometers per hour", Relation::Conversion),
        ("65 miles per hour", "105 kilometers per hour", Relation::Conversion),
        ("120 seconds", "2 minutes", Relation::Conversion),
        ("48 hours", "2 days", Relation::Conversion),
        ("2 weeks", "14 days", Relation::Conversion),
        ("24 months", "2 years", Relation::Conversion),
        ("보름 만에", "half a month", Relation::Conversion),
        ("1,000,000 nanometers", "1 millimeter", Relation::Conversion),
        ("2,000 kilowatt-hours", "2 megawatt-hours", Relation::Conversion),
        ("2 terawatt-hours", "2,000 gigawatt-hours", Relation::Conversion),
        ("500 kilowatts", "0.5 megawatts", Relation::Conversion),
        ("2 gigawatts", "2,000 megawatts", Relation::Conversion),
        ("50 basis points", "0.5 percentage points", Relation::Conversion),
        ("a fifth of it", "20 percent", Relation::Conversion),
        ("50 cents", "0.5 dollars", Relation::Conversion),
        ("25 degrees Celsius", "77 degrees Fahrenheit", Relation::Conversion),
        ("26 degrees Celsius", "77 degrees Fahrenheit", Relation::NumberAndUnit),
        ("5 miles", "5 kilometers", Relation::Unit { from: Some("miles"), to: Some("kilometers") }),
        ("5 pounds", "£5", Relation::Equal),
        ("40 degrees", "40 degrees Fahrenheit", Relation::Equal),
        ("5 miles", "80.5 kilometers", Relation::NumberAndUnit),
        ("5 kilograms", "50,000 grams", Relation::Scale(1)),
        ("5 won", "5", Relation::Unit { from: Some("KRW"), to: None }),
        ("5 won", "6", Relation::NumberAndUnit),
        ("13", "30", Relation::SoundAlike),
        ("90", "19", Relation::SoundAlike),
        ("12", "20", Relation::Number),
        ("14", "15", Relation::OneDigit),
        ("1,234", "1,200", Relation::Number),
        ("1,234", "about 1,200", Relation::Rounded),
        ("1,234", "1,230", Relation::Rounded),
        ("1,235", "1,230", Relation::OneDigit),
        ("0", "10", Relation::Number),
        ("hundreds of people", "hundreds of workers", Relation::Equal),
        ("hundreds of people", "tens of thousands of people", Relation::Scale(2)),
        ("thousands of won", "hundreds of won", Relation::Scale(-1)),
        ("hundreds of won", "hundreds of dollars", Relation::NumberAndUnit),
        ("hundreds of won", "hundreds", Relation::Equal),
        ("won 7-2", "lost 7-2", Relation::Equal),
        ("won 7-2", "lost 2-7.", Relation::DigitsSwapped),
        ("won 7-2", "won 7-3", Relation::Number),
        ("7:30", "7:30 p.m.", Relation::Fills),
        ("at 12 o'clock", "midnight", Relation::Fills),
        ("7:30", "8:30 p.m.", Relation::Time),
        ("7:30 a.m.", "7:30 p.m.", Relation::Time),
        ("yesterday", "today", Relation::Time),
        ("last year", "last year", Relation::Equal),
        ("Aug. 25", "Aug. 25, 2025", Relation::Fills),
        ("Friday, Aug. 8", "3 percent", Relation::Incomparable),
        ("7:30", "3 percent", Relation::Incomparable),
        ("5 dollars", "6 won", Relation::NumberAndUnit),
        ("the 25th", "Aug. 25", Relation::Fills),
        ("Aug. 24", "Aug. 25", Relation::Time),
        ("the 12th", "Wednesday", Relation::Time),
        ("last year", "in 2024", Relation::Time),
        ("Friday", "3 percent", Relation::Incomparable),
    ] {
        let quantities = (read(first).remove(0).1, read(second).remove(0).1);
        assert_eq!(relate(&quantities.0, &quantities.1), relation, "{first} and {second}");
    }
}

#[test]
fn a_relation_reads_like_a_sentence() {
    for (first, second, words) in [
        ("0.4 percent", "0.4 percentage points", "percent became percentage points"),
        ("5.2 billion dollars", "5.2 billion won", "dollars became won"),
        ("3 billion won", "30 billion won", "ten times as much"),
        ("3 million won", "3 billion won", "1,000 times as much"),
        ("3 won", "300 won", "100 times as much"),
        ("30 million won", "3 won", "one 10,000,000th as much"),
        ("30 won", "3 won", "a tenth as much"),
        ("3 won", "30 billion won", "another order of magnitude"),
        ("12.6%", "16.2 percent", "digits swapped"),
        ("1,300", "1,310", "one digit differs"),
        ("fifteen boats", "50 boats", "-teen against -ty"),
        ("minus 5 degrees", "5 degrees", "the sign differs"),
        ("1,300", "2,419", "another number"),
        ("5", "5 won", "the same number, now of won"),
        ("5 pounds", "5", "the same number, no longer of pounds"),
        ("3 times", "3 percent", "a multiple became percent"),
        ("5 dollars", "6 won", "another number of another unit"),
        ("Aug. 24", "Aug. 25", "another time"),
        ("Friday", "3 percent", "a value of another sort"),
        ("the 25th", "Aug. 25", "one fills in what the other leaves open"),
        ("10,000 pyeong", "33,000 square meters", "the same amount in another unit"),
        ("60.82 percent", "60.8 percent", "the same value, rounded"),
        ("1,200", "1200", "the same value in other writing"),
    ] {
        let quantities = (read(first).remove(0).1, read(second).remove(0).1);
        assert_eq!(relate(&quantities.0, &quantities.1).to_string(), words);
    }
}

#[test]
fn the_day_of_publication_makes_dates_whole() {
    let published = jiff::civil::date(2025, 7, 9);
    for (first, second, same) in [
        ("the 6th", "July 6", true),
        ("지난 28일", "June 28", true),
        ("오는 3일", "Aug. 3", true),
        ("지난달 22일", "June 22", true),
        ("다음 달 3일", "Aug. 3", true),
        ("작년 10월", "October 2024", true),
        ("last year", "in 2024", true),
        ("yesterday", "Tuesday", true),
        ("the 6th", "Sunday", true),
        ("오늘", "July 9", true),
        ("내일", "July 10", true),
        ("this Friday", "July 11", true),
        ("next Friday", "July 18", true),
        ("last Monday", "June 30", true),
        ("next month", "in August", true),
        ("내년 3월", "March 2026", true),
        ("재작년", "in 2023", true),
        ("올해 8월 8일", "Aug. 8, 2025", true),
        ("the 31st", "July 31", true),
        ("지난 9일", "July 9", true),
        ("오는 9일", "July 9", true),
        ("Friday", "July 18", true),
        ("Friday", "July 25", false),
        ("this Friday", "July 12", false),
        ("어제", "July 7", false),
        ("지난달 22일", "May 22", false),
        ("last year", "in 2023", false),
        ("the 6th", "Monday", false),
    ] {
        let quantities = (read(first).remove(0).1, read(second).remove(0).1);
        let relation = value::relate_on(&quantities.0, &quantities.1, published);
        assert_eq!(relation != Relation::Time, same, "{first} and {second}: {relation:?}");
    }
}

#[test]
fn what_lies_beyond_the_calendar_is_no_day() {
    let days = [jiff::civil::date(-9999, 1, 1), jiff::civil::date(9999, 12, 31)];
    for text in
        ["last year", "next year", "내년 3월", "last month", "다음 달 3일", "next week", "yesterday", "tomorrow"]
    {
        let quantity = read(text).remove(0).1;
        let beyond = days.iter().filter(|&&day| value::resolve(&quantity, day).is_none()).count();
        assert_eq!(beyond, 1, "{text}");
    }
}

#[test]
fn money_implies_a_rate() {
    for (first, second, rate, within) in [
        ("1.2 trillion won", "$864 million", 1389.0, true),
        // What rounds to 2 billion may have been 1.6 billion.
        ("2.8 trillion won", "$2 billion", 1400.0, true),
        ("2 billion won", "$1 million", 2000.0, true),
        ("2.2 billion won", "$1.1 million", 2000.0, false),
        ("1.2 trillion won", "$86.4 million", 13_889.0, false),
        ("950 billion yen", "$6.4 billion", 148.0, false),
    ] {
        let quantities = (read(first).remove(0).1, read(second).remove(0).1);
        let implied = value::implied_rate(&quantities.0, &quantities.1).expect("a rate");
        let seen = (implied.rate.round(), implied.is_within(1000.0, 1700.0), implied.turned().turned().rate.round());
        assert_eq!(seen, (rate, within, rate), "{first} {second}");
    }
}

#[test]
fn days_are_counted_across_months() {
    for (first, second, days) in [
        ("4월 17일", "April 18", Some(1)),
        ("6월 30일", "July 1", Some(1)),
        ("2025년 1월 1일", "Dec. 31, 2024", Some(1)),
        ("4월 17일", "May 17", Some(30)),
        ("4월 17일", "in July", None),
        ("the 12th", "the 13th", Some(1)),
    ] {
        let quantities = (read(first).remove(0).1, read(second).remove(0).1);
        assert_eq!(value::days_apart(&quantities.0, &quantities.1, None), days, "{first} {second}");
    }
}
