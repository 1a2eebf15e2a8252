//! The parser over invented phrases, by language, and over numbers written in every way.

mod relations;

use proptest::prelude::*;

use crate::lexicon::Lexicon;
use crate::text::{Lang, Span, Vocabulary, tokenize, value};

/// The values of a phrase with their text.
pub(super) fn read(text: &str) -> Vec<(String, value::Quantity)> {
    let lexicon = Lexicon::default();
    let lang = Lang::detect(text);
    let (mut tokens, mut vocabulary) = (Vec::new(), Vocabulary::default());
    tokenize(text, Span::new(0, text.len()), lang.tag(), &lexicon.boundaries, &mut vocabulary, &mut tokens);
    let values = value::values(text, &tokens, &vocabulary, &lexicon.values);
    values.into_iter().map(|value| (value.span.of(text).to_owned(), value.quantity)).collect()
}

/// A quantity in a line: number and unit, or the parts of a date.
fn plain(quantity: &value::Quantity) -> String {
    match quantity {
        value::Quantity::Amount(amount) => {
            let unit = amount.unit.or(amount.counted).map_or(String::new(), |unit| format!(" {unit}"));
            format!("{}{}{unit}", amount.number.normalize().round_dp(6), if amount.ordinal { "th" } else { "" })
        }
        value::Quantity::Score(one, two) => format!("{one}:{two}"),
        value::Quantity::Date(date) => parts(*date),
        value::Quantity::Relative(relative) => {
            let within = parts(relative.within);
            let space = if within.is_empty() { "" } else { " " };
            format!("{:?}{:+}{space}{within}", relative.unit, relative.ahead).to_lowercase()
        }
        value::Quantity::Clock(clock) => {
            format!("{}:{:02}{}", clock.hour, clock.minute, if clock.open { "?" } else { "" })
        }
        value::Quantity::Vague(vague) => {
            let unit = vague.unit.or(vague.counted).map_or(String::new(), |unit| format!(" {unit}"));
            format!("some 10^{}{unit}", vague.power)
        }
    }
}

fn parts(date: value::PartialDate) -> String {
    let number = |letter: char, part: Option<i16>| part.map(|part| format!("{letter}{part}"));
    let parts = [
        number('y', date.year),
        number('m', date.month.map(i16::from)),
        number('d', date.day.map(i16::from)),
        number('w', date.weekday.map(i16::from)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        let found: Vec<String> = read(text).iter().map(|(_, quantity)| plain(quantity)).collect();
        assert_eq!(&found, expected, "{text}");
    }
}

#[test]
fn values_take_what_belongs_to_them() {
    for (text, spans) in [
        ("It pays 350 billion dollars of $1.2 trillion.", vec!["350 billion dollars", "$1.2 trillion"]),
        ("KRW 30 billion, 30 billion won, 12.5%, 3.2%p", vec!["KRW 30 billion", "30 billion won", "12.5%", "3.2%p"]),
        ("by 0.4 percentage points", vec!["0.4 percentage points"]),
        ("At 7:00 PM on November 15, 2025 at 18:29", vec!["7:00 PM", "November 15, 2025", "18:29"]),
        ("on the 25th, the 25th anniversary", vec!["the 25th", "25th"]),
        ("A 52-year-old won in 2024 on Friday.", vec!["52-year-old", "2024", "Friday"]),
        ("50mm of rain, 12 km away", vec!["50mm", "12 km"]),
        ("between Nov. 6-10 or 5-7 percent", vec!["6", "10", "5", "7 percent"]),
        ("He may march; the sun sat.", vec![]),
        ("COVID-19, F-15, 1.2.3, 7,2", vec![]),
    ] {
        let found: Vec<String> = read(text).into_iter().map(|(span, _)| span).collect();
        assert_eq!(found, spans, "{text}");
    }
}

#[test]
fn values_read_as_plain_english() {
    let lines = include_str!("tests/values.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let wrong: Vec<_> = lines
        .filter_map(|line| {
            let (text, expected) = line.split_once(" =>").unwrap_or_else(|| panic!("no arrow in {line}"));
            let found = read(text).into_iter().map(|(span, quantity)| format!("{span}: {quantity}"));
            let found = found.collect::<Vec<_>>().join("; ");
            (found != expected.trim()).then(|| format!("{text}\n  expected {}\n  found    {found}\n", expected.trim()))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

#[test]
fn english_numbers() {
    check(&[
        ("two thousand three hundred sheep", &["2300"]),
        ("A dozen crates and half a million bees", &["12 something", "500000 something"]),
        ("twelve point five percent", &["12.5 percent"]),
        (
            "Noh Ha-jun, 36, and the singer, 24, retire at an age of 65.",
            &["36 years old", "24 years old", "65 years old"],
        ),
        ("The workers, 24, and the crane, 36, have an age of 300.", &["24", "36", "300"]),
        ("one hundred and five goats, twenty-three geese", &["105 something", "23"]),
        ("They ran for ninety minutes.", &["90 minutes"]),
        ("a three-day fair, a 100-seat hall", &["3 days", "100"]),
        ("the third quarter, the 3rd floor, the fifth consecutive month", &["3th", "3th", "5th months"]),
        ("ranked No. 1, number one", &["1th", "1th"]),
        ("one and a half years, two and a half million euros", &["1.5 years", "2500000 EUR"]),
        ("the 1990s, a man in his 40s", &["1990 decade", "40 decade"]),
        ("Aged 52, a 52-year-old, Lena Brook, 36, left", &["52 years old", "52 years old", "36 years old"]),
        ("Moon Dae-ho (36) left; Korea (13) led; (42)", &["36 years old", "13", "42"]),
        ("batting .218 and 2.18", &["0.218", "2.18"]),
        ("people aged 18 to 29, a retirement age of 65", &["18 years old", "29 years old", "65 years old"]),
        ("won 7-2, seven to two", &["7:2", "7:2"]),
        ("by a vote of seven to two", &["7:2"]),
        (
            "5 to 7 percent, between 1 trillion and 1.5 trillion won",
            &["5 percent", "7 percent", "1000000000000 KRW", "1500000000000 KRW"],
        ),
        ("two-thirds of the seats, a third of the rest", &["0.666667 share", "0.333333 share"]),
        ("Half of the boats; three in five, seven out of 10", &["0.5 share", "0.6 share", "0.7 share"]),
        ("half a percentage point, a quarter point", &["0.5 percentage points", "0.25 points"]),
        ("Sales doubled to three times as much.", &["2 times", "3 times"]),
        ("the 19th century, a seventeenth-century bell", &["19th centuries", "17th centuries"]),
        ("a second straight day, for an eighth consecutive month", &["2th days", "8th months"]),
        ("12 straight years, three consecutive days, three straight sets", &["12 years", "3 days", "3 something"]),
        ("a two-term mayor, a first-term lawmaker, a long-term plan", &["2 terms", "1 terms"]),
        (
            "She was 64. He turned 70, died at 81 and had a score of 64.",
            &["64 years old", "70 years old", "81 years old", "64"],
        ),
        ("It was 64. They turned 70 pages.", &["64", "70 something"]),
        ("a magnitude-6.2 quake, a 3.5 trillion-won plan", &["6.2", "3500000000000 KRW"]),
        ("12 wins and four losses, 12 wins and a draw", &["12:4", "12 something"]),
        ("hundreds of workers, tens of billions of won", &["some 10^2 people", "some 10^10 KRW"]),
        ("several thousand homes, several of them, dozens", &["some 10^3 homes", "some 10^1"]),
        ("the semifinals, the last eight, the last eight days", &["4 stage", "8 stage", "8 days"]),
        ("minus 9 degrees Celsius, 8 degrees below zero", &["-9 degrees Celsius", "-8 degrees"]),
        (
            "at 38 kilometers (24 miles) per hour, 12 kilometers (7 miles) away",
            &["38 kilometers per hour", "24 miles per hour", "12 kilometers", "7 miles"],
        ),
        ("a decade later", &[]),
        ("two decades later", &["20 years"]),
        ("US$3.5m, 40 million U.S. dollars", &["3500000 USD", "40000000 USD"]),
        ("About 2,500 visitors in 30 villages", &["2500 people", "30 something"]),
    ]);
}

#[test]
fn words_that_only_look_like_numbers() {
    check(&[
        ("No one saw one of them; they met one another.", &[]),
        ("the second half, a second chance, for the first time", &["2th"]),
        ("A half-hearted try in the first place", &[]),
        ("the G20, 5G phones, a K9 dog and an S25", &[]),
        ("They won the day. He may go.", &[]),
        ("One worker fell, one side lost.", &["1 people"]),
        ("a team of 3 won the cup", &["3"]),
    ]);
}

#[test]
fn english_dates() {
    check(&[
        ("15 November 2025, Nov. 15, 2025-11-15", &["y2025 m11 d15", "m11 d15", "y2025 m11 d15"]),
        ("from January to May, in June 2019", &["m1", "m5", "y2019 m6"]),
        ("last year, this month, next Friday, yesterday", &["year-1", "month+0", "week+1 w5", "day-1"]),
        ("the 20th of this month, the 4th of July", &["month+0 d20", "m7 d4"]),
        ("the 11th of the season, the 21st of his career, the 11th of last month", &["11th", "21th", "month-1 d11"]),
        ("opened in 1887, with 2000 workers", &["y1887", "2000 people"]),
        ("noon, midnight, 7pm, 12 a.m., 23:40", &["12:00", "0:00", "19:00", "0:00", "23:40"]),
        ("at 8:15, at 08:15, at 6 o'clock", &["8:15?", "8:15", "6:00?"]),
        ("8:15 in the morning, at 9 in the evening, 1:30 at night", &["8:15", "21:00", "1:30"]),
        ("2 in the morning session, 3 at night school", &["2", "3"]),
        ("in May last year, on Aug. 8 of this year", &["year-1 m5", "year+0 m8 d8"]),
        ("from 2020-2024", &["y2020", "y2024"]),
    ]);
}

#[test]
fn korean() {
    check(&[
        ("예산은 2조4500억원이다", &["2450000000000 KRW"]),
        ("빚이 12조 345억원으로 늘었다", &["12034500000000 KRW"]),
        ("관중 4만2500명, 주민 2만7천 명", &["42500 people", "27000 people"]),
        ("41억6000만 달러와 7천200만원", &["4160000000 USD", "72000000 KRW"]),
        ("6.3조원, 2.5만호", &["6300000000000 KRW", "25000 homes"]),
        ("31.6%, 3.2%포인트, 4.1bp", &["31.6 percent", "3.2 percentage points", "4.1 basis points"]),
        ("지난 15일과 오는 26일", &["d15", "d26"]),
        ("2025년 7월 26일, 8월 3일", &["y2025 m7 d26", "m8 d3"]),
        ("9월 12~13일, 2026년 3월 4∼6일", &["m9 d12", "m9 d13", "y2026 m3 d4", "y2026 m3 d6"]),
        ("올해 11월 중 5~7일, 제11호 태풍과 12호 태풍", &["year+0 m11", "d5", "d7", "11th", "12th"]),
        ("오후 7시 30분에 떠난다", &["19:30"]),
        ("오후 1시에 떠나 6시 20분에 닿는다", &["13:00", "18:20"]),
        ("저녁 8시부터 10시까지, 오후 3~5시", &["20:00", "22:00", "15:00", "17:00"]),
        ("오전 10시부터 1시까지, 밤 11시~6시", &["10:00", "13:00", "23:00", "6:00"]),
        ("오후 4시 회의는 2시에 열린다", &["16:00", "2:00?"]),
        ("오후 1~6시, 주말은 9시~5시", &["13:00", "18:00", "9:00?", "5:00?"]),
        ("8시 반에, 0시에, 14시에, 08:20", &["8:30?", "0:00", "14:00", "8:20"]),
        ("밤 12시와 밤 1시, 낮 12시와 낮 1시", &["0:00", "1:00", "12:00", "13:00"]),
        ("세 달 반은, 5개월 반, 2주 반", &["3.5 months", "5.5 months", "2.5 weeks"]),
        ("만 70세와 만 5천원, 97경기, 3경 원", &["70 years old", "15000 KRW", "97 things", "30000000000000000 KRW"]),
        ("배터리 75GWh, 1천만TEU, 8GB와 5G", &["75 gigawatt-hours", "10000000 TEU", "8 gigabytes"]),
        (
            "34위 팀, 3위안, 60주년, 15번째, 30대 총장, 버스 30대",
            &["34th", "3 CNY", "60th", "15th", "30th", "30 vehicles"],
        ),
        ("초선 의원과 재선 의원, 4선의 그는", &["1 terms", "2 terms", "4 terms"]),
        ("재선거와 3호선, 3선 도전, 2만선", &["3 homes", "3", "20000"]),
        ("8강에 올랐다, 4강전, 주변 4강", &["8 stage", "4", "4"]),
        ("11승 6패, 11승 2무 6패", &["11:6", "11", "2", "6"]),
        ("수십 명, 수백억원, 수십만 가구", &["some 10^1 people", "some 10^10 KRW", "some 10^5 homes"]),
        ("(본명 방솔·33) (41·상인)", &["33 years old", "41 years old"]),
        ("두 달 연속, 세 명, 스물두 살, 마흔셋에", &["2 months", "3 people", "22 years old", "43"]),
        ("52세 남성과 40대 여성, 트럭 40대가", &["52 years old", "40 decade", "40 vehicles"]),
        ("제3차 회의, 3분의 1, 절반", &["3th", "0.333333 share", "0.5 share"]),
        ("10명 중 3명은", &["0.3 share"]),
        ("영하 5도, 초속 20m", &["-5 degrees Celsius", "20 meters per second"]),
        ("작년 10월, 지난달 22일, 다음 달 3일, 어제", &["year-1 m10", "month-1 d22", "month+1 d3", "day-1"]),
        ("9일간, 1시간 반, 사흘 만에, 반년", &["9 days", "1.5 hours", "3 days", "6 months"]),
        ("백만 명과 천만 원", &["1000000 people", "10000000 KRW"]),
        ("11월 6일~10일, 2~7월", &["m11 d6", "d10", "m2", "m7"]),
        ("정모(43)씨는 21초34로 이겼다", &["43 years old", "21.34 seconds"]),
        ("52 대 48로, 42-38로", &["52:48", "42:38"]),
    ]);
}

#[test]
fn korean_words_that_hold_no_value() {
    check(&[
        ("코로나19와 세계의 한국인", &[]),
        ("십수 년 된 수조, 수업과 백만장자", &[]),
        ("구조대가 올바른 길로 세대를 이었다", &[]),
    ]);
}

#[test]
fn japanese_and_chinese() {
    check(&[
        ("予算は3兆円で、9兆6千億円になる", &["3000000000000 JPY", "9600000000000 JPY"]),
        ("観客は4万2千人だった", &["42000 people"]),
        ("7月26日の午後7時半に始まる", &["m7 d26", "19:30"]),
        ("住民の3割が、4分の3が", &["30 percent", "0.75 share"]),
        ("令和5年に閉じた", &["y2023"]),
        ("二万三千人が来た", &["23000 people"]),
        ("总额为3万亿元和2.5亿美元", &["3000000000000 CNY", "250000000 USD"]),
        ("百分之三十的人，三分之一的车", &["30 percent", "0.333333 share"]),
        ("上升0.4个百分点", &["0.4 percentage points"]),
        ("三个半月和2个半小时", &["3.5 months", "2.5 hours"]),
        ("4カ月半、数千人、午後2時から6時まで", &["4.5 months", "some 10^3 people", "14:00", "18:00"]),
        ("第二十三届三峡节", &["23th"]),
        ("于 2018 年 7 月 1 日开业", &["y2018 m7 d1"]),
        ("去年有上千名村民", &["year-1", "1000 people"]),
    ]);
}

#[test]
fn every_word_that_begins_a_value_is_let_through() {
    let tables: toml::Table = include_str!("../../lexicon/tables/values.toml").parse().expect("the tables");
    let words = |name: &str| tables[name].as_table().expect("a table").keys().filter(|word| word.is_ascii());
    for (starts, names) in [
        (&value::CALENDAR[..], &["months", "weekdays"][..]),
        (&value::NUMERALS[..], &["numerals", "ordinals", "multiples", "steps", "days_ahead"][..]),
    ] {
        for word in names.iter().flat_map(|name| words(name)) {
            assert!(starts.iter().any(|start| word.starts_with(start)), "{word}");
        }
    }
    let stages = value::OTHERS.iter().filter(|word| value::standing::stage(word).is_some()).count();
    assert_eq!(stages, 9, "the rounds of a cup");
}

/// A whole number below ten thousand in English words.
fn in_words(number: u32) -> String {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let join = |head: String, rest: u32| if rest == 0 { head } else { format!("{head} {}", in_words(rest)) };
    match number {
        0..20 => ONES[number as usize].to_owned(),
        20..100 if number.is_multiple_of(10) => TENS[number as usize / 10].to_owned(),
        20..100 => format!("{}-{}", TENS[number as usize / 10], ONES[number as usize % 10]),
        100..1000 => join(format!("{} hundred", in_words(number / 100)), number % 100),
        _ => join(format!("{} thousand", in_words(number / 1000)), number % 1000),
    }
}

/// A number with the scale words of Korean or Chinese between its digits.
fn in_myriads(number: u64, scales: [char; 3]) -> String {
    let parts = [(12, Some(scales[0])), (8, Some(scales[1])), (4, Some(scales[2])), (0, None)];
    let part = |(power, scale): (u32, Option<char>)| {
        let part = number / 10_u64.pow(power) % 10_000;
        (part > 0).then(|| scale.map_or(part.to_string(), |scale| format!("{part}{scale}")))
    };
    parts.into_iter().filter_map(part).collect()
}

fn in_groups(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).expect("digits")).collect();
    groups.join(",")
}

proptest! {
    #[test]
    fn a_number_written_in_any_way_is_itself(number in 1_u64..9_999_999_999_999_999, small in 2_u32..9_999) {
        for text in [
            format!("It paid {} won.", in_groups(number)),
            format!("It paid KRW {number}."),
            format!("값은 {}원이다", in_myriads(number, ['조', '억', '만'])),
            format!("値段は{}ウォンだった", in_myriads(number, ['兆', '億', '万'])),
        ] {
            let found: Vec<String> = read(&text).iter().map(|(_, quantity)| plain(quantity)).collect();
            prop_assert_eq!(found, vec![format!("{number} KRW")], "{}", text);
        }
        for text in [format!("It sold {} euros' worth at {} euros.", small, in_words(small)), format!("{small} euros and {} euros", in_words(small))] {
            for (_, quantity) in read(&text).iter().rev().take(1) {
                prop_assert_eq!(plain(quantity), format!("{small} EUR"), "{}", text);
            }
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}", number in "[0-9.,:%$~·/-]{0,12}") {
        let of = |text: &str| read(text);
        of(&text);
        of(&format!("{number} {text}"));
        of(&format!("{number}억{text}{number}명"));
        of(&format!("one hundred{} and five minus 9{}", " hundred".repeat(20), "9".repeat(27)));
        of(&format!("in {number} to {number} million {text}"));
    }
}
