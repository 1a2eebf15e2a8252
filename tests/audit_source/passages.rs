//! Sentences, quotations, conversions, and what was left in the other language.

use super::{check_levels, findings};
use postedit::settings::Level;
use postedit::{Pair, Text};

#[test]
fn passages_that_nobody_decided_to_leave_out_are_warnings() {
    use Level::{Info, Warning};
    let source = "다리가 새로 열렸다.\n방보라 군수는 예산 47억원을 썼다고 밝혔다.\n배가 다시 다닌다.";
    let opened = "The bridge opened again.";
    let sail = "The ships sail again.";
    let full = format!("{opened}\nCounty head Bang Bo-ra said she had spent 4.7 billion won.\n{sail}");
    let cut = format!("{opened}\n{sail}");
    let part = format!("{opened}\nThe county spent 4.7 billion won.\n{sail}");
    let [full, cut, part] = [&full, &cut, &part].map(String::as_str);
    check_levels(
        "source-passage-missing",
        &[
            (source, cut, cut, &[Warning]),
            (source, full, cut, &[Info]),
            (source, full, full, &[]),
            (source, part, part, &[]),
            (
                "다리가 열렸다.\n“우리는 이 다리를 열두 해나 기다려 왔다”고 주민들은 입을 모았다.\n배가 다닌다.",
                cut,
                cut,
                &[Warning],
            ),
            ("다리가 열렸다.\n배가 다닌다.\n방보라 기자 bora@example.com", cut, cut, &[]),
            ("다리가 열렸다.\n배가 다닌다.\n지난 10일 다리를 건너는 방보라 군수. 사진 나루군", cut, cut, &[]),
            ("다리가 열렸다.\n하늘은 맑았다.\n배가 다닌다.", cut, cut, &[]),
            ("橋が開いた。\n費用は47億円だった。\n船が出る。", cut, cut, &[Warning]),
        ],
    );
}

#[test]
fn words_that_nobody_said_are_found() {
    use Level::Warning;
    let reported = "The mayor said that the bridge was safe for all.";
    let direct = "“The bridge is safe for all,” the mayor said.";
    check_levels(
        "quote-invented",
        &[
            ("시장은 다리가 모두에게 안전하다고 말했다.", reported, direct, &[Warning]),
            ("市長は橋は安全だと述べた。", reported, direct, &[Warning]),
            ("", reported, direct, &[]),
            ("", "The bridge opened.", "The bridge opened. “We are happy to cross it,” a resident said.", &[Warning]),
            ("", "The bridge opened.", "The bridge, “an old friend,” opened.", &[]),
            ("시장은 말했다.", reported, "The mayor said ” and that the bridge was safe for all.", &[]),
            ("시장은 “다리는 모두에게 안전하다”고 말했다.", reported, direct, &[]),
            ("市長は「橋は安全だ」と述べた。", reported, direct, &[]),
            ("市长说：“桥对所有人都是安全的。”", reported, direct, &[]),
            ("시장은 다리가 안전하다고 말했다.", direct, direct, &[]),
            ("시장은 다리가 안전하다고 말했다.", "‘The bridge is safe for all,’ the mayor said.", direct, &[]),
            ("다리는 낡았다.", "The bridge is old.", "The bridge is “an old friend.”", &[]),
            ("다리는 낡았다.", "The bridge is a dead duck.", "The bridge is a “dead duck.”", &[]),
            ("그는 바다의 밤을 썼다.", "He wrote A Night of the Sea.", "He wrote “A Night of the Sea.”", &[]),
            (
                "다리가 열렸다.",
                "The bridge opened.",
                "The bridge opened. “We are happy to cross it,” a resident said.",
                &[Warning],
            ),
            (
                "다리가 열렸다. 한 주민은 “기쁘다”고 했다.",
                "The bridge opened.",
                "The bridge opened. “We are happy to cross it,” a resident said.",
                &[],
            ),
        ],
    );
}

#[test]
fn conversions_that_cannot_be_right_are_found() {
    let check = |edited: &str, settings: &str| -> Vec<String> {
        let found = findings("conversion-inconsistent", &Pair { r#final: edited.into(), ..Pair::default() }, settings);
        assert!(found.iter().all(|finding| finding.level == Level::Warning), "{edited}");
        found.into_iter().map(|finding| finding.message).collect()
    };
    for edited in [
        "It cost 1.2 trillion won ($864 million).",
        "It cost 2.8 trillion won ($2 billion), or 28,000 won ($20) a head.",
        "It cost $864 million, or 1.2 trillion won.",
        "It cost 1 billion yen ($6.7 million) and 20 hectares (49 acres).",
        "It cost 1.2 trillion won. The $86 million came from Oslo.",
        "It cost 1.2 trillion won and $86 million.",
        "It cost 1.2 trillion won (and not the $86 million of before).",
        "It cost 1.2 trillion won or more, and $86 million.",
        "It cost 13.5 billion won ($9.97 million), then 12.1 billion won ($9.8 million).",
        "It cost 12 billion won ($8.6 million), then 24 billion won (10 million euros).",
        "Sales rose from 1.2 trillion won to $86 million.",
        "It cost 120 billion won (83.3 million euros), and later 240 billion won (150 million euros).",
    ] {
        assert_eq!(check(edited, ""), [""; 0], "{edited}");
    }
    for (edited, message) in [
        (
            "It cost 1.2 trillion won ($86.4 million).",
            "1.2 trillion won ($86.4 million) makes 1 USD worth 13889 KRW, which the desk expects at 1000 to 1700",
        ),
        (
            "It cost 1.2 trillion won (about $86.4 million).",
            "1.2 trillion won (about $86.4 million) makes 1 USD worth 13889 KRW, which the desk expects at 1000 to 1700",
        ),
        (
            "It cost 1.2 trillion won, or roughly $86.4 million.",
            "1.2 trillion won, or roughly $86.4 million makes 1 USD worth 13889 KRW, which the desk expects at 1000 to 1700",
        ),
        (
            "It cost $864 million, or 12 trillion won.",
            "$864 million, or 12 trillion won makes 1 USD worth 13889 KRW, which the desk expects at 1000 to 1700",
        ),
        (
            "It cost 13.5 billion won ($9.97 million), then 12.1 billion won ($10.9 million).",
            "12.1 billion won ($10.9 million) makes 1 USD worth 1110 KRW, and elsewhere in the article 13.5 billion won ($9.97 million) makes 1 USD worth 1354 KRW",
        ),
        (
            "It cost 12.1 billion won ($10.9 million), then 13.5 billion won ($9.97 million).",
            "13.5 billion won ($9.97 million) makes 1 USD worth 1354 KRW, and elsewhere in the article 12.1 billion won ($10.9 million) makes 1 USD worth 1110 KRW",
        ),
    ] {
        assert_eq!(check(edited, ""), [message], "{edited}");
    }
    let desk = "[exchange_rates]\nUSD = { JPY = [120, 170] }\nEUR = { KRW = [1300, 1800] }";
    assert_eq!(check("It cost 1.13 billion yen ($11.4 million).", desk).len(), 1);
    assert_eq!(check("It cost 1.13 billion yen ($7.61 million).", desk).len(), 0);
    assert_eq!(check("It cost 11.6 million euros (1.13 billion won).", desk).len(), 1);
    assert_eq!(check("It cost 1.20 trillion won ($86.4 million).", desk).len(), 1);
}

#[test]
fn what_was_left_untranslated_is_found() {
    use Level::{Error, Warning};
    let source = "위원회는 깊은 유감을 표명했다. 노하준 위원장이 말했다.";
    check_levels(
        "untranslated",
        &[
            (source, "", "The committee 깊은 유감을 표명했다 on Monday.", &[Error]),
            (source, "", "The committee expressed 유감 on Monday.", &[Warning]),
            (
                source,
                "The committee regretted it. Noh said so.",
                "위원회는 깊은 유감을 표명했다. Noh said so.",
                &[Error],
            ),
            ("", "", "The committee expressed 깊은 유감을 on Monday.", &[Error]),
            ("委員会は遺憾の意を表明した。", "", "The committee 遺憾の意を表明した on Monday.", &[Error]),
            ("委员会表示遗憾。", "", "The committee expressed 遗憾 on Monday.", &[Warning]),
            ("Комитет выразил сожаление.", "", "After a long meeting the committee выразил сожаление.", &[Error]),
            (source, "", "Chairman Noh Ha-jun (노하준) of the committee (위원회, 委員會) spoke.", &[]),
            (source, "", "The letter “ㅎ” and the word “정” are loved. So is ‘한’.", &[]),
            (source, "", "The café in Malmö is naïve about α and β.", &[]),
            ("", "", "위원회는 깊은 유감을 표명했다.", &[]),
        ],
    );
    let german = Text::from("Der Rat hat das alte Boot verkauft. Es ist weg.").with_lang(Some("de".to_owned()));
    let pair = Pair::new("", "Der Rat hat das alte Boot verkauft. It is gone.").with_source(german);
    assert_eq!(findings("untranslated", &pair, "").len(), 1);
}
