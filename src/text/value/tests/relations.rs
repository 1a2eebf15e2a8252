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
