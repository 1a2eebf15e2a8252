//! The rules that hold a final against its source: cases in which each must fire, and cases that only look like it.

use postedit::audit::{self, Finding, Side};
use postedit::report::Rendering;
use postedit::settings::Level;
use postedit::{Pair, Report, Settings, Text, analyse};

const NUMBER: &str = "source-number-mismatch";
const NAME: &str = "source-name-mismatch";

/// The findings of one rule in an article of one version of each kind.
fn findings(rule: &str, pair: &Pair, settings: &str) -> Vec<Finding> {
    let settings: Settings = toml::from_str(settings).expect("settings");
    let analysis = analyse(pair, &settings);
    let all = audit::run(&analysis, &settings);
    all.into_iter().filter(|finding| finding.rule == rule).collect()
}

/// Whether a rule gives an error or a warning where source and final are these, and the draft is the final or is lost.
fn fires(rule: &str, source: &str, edited: &str) -> bool {
    let lost = Pair { source: Some(source.into()), r#final: edited.into(), ..Pair::default() };
    let [kept, lost] = [Pair::new(edited, edited).with_source(source), lost].map(|pair| {
        let found = findings(rule, &pair, "");
        found.iter().any(|finding| finding.level >= Level::Warning)
    });
    assert_eq!(kept, lost, "{source} / {edited}: with and without a draft");
    kept
}

/// Cases that went wrong, all at once.
fn check(rule: &str, cases: &[(&str, &str)], expected: bool) {
    let wrong: Vec<_> = cases.iter().filter(|(source, edited)| fires(rule, source, edited) != expected).collect();
    assert!(wrong.is_empty(), "{rule} should {}fire: {wrong:#?}", if expected { "" } else { "not " });
}

#[test]
fn values_that_contradict_the_source_are_found() {
    check(
        NUMBER,
        &[
            ("군은 방파제 보수에 47억5000만원을 쓴다.", "The county will spend 475 billion won on the breakwater."),
            ("조합은 지난해 적자가 3조2000억원이라고 밝혔다.", "The union put last year's deficit at 3.2 billion won."),
            ("섬을 찾은 관광객은 68만4000명이다.", "The island drew 6.84 million tourists."),
            ("섬을 찾은 관광객은 68만4000명이다.", "The island drew 648,000 tourists."),
            ("댐에는 물 1억2300만t이 있다.", "The dam holds 12.3 million tons of water."),
            ("기준금리를 0.75%포인트 올렸다.", "It raised the base rate by 0.75 percent."),
            ("김 양식장 피해액은 830만 달러다.", "Damage to the laver farms came to 8.3 million won."),
            ("등대는 1913년 세워졌다.", "The lighthouse was built in 1931."),
            ("축제는 10월 21일 막을 올린다.", "The festival opens on Oct. 12."),
            ("축제는 10월 21일 막을 올린다.", "The festival opens on Nov. 21."),
            ("숨진 선장은 58세였다.", "The captain, who died, was 85 years old."),
            ("다리 길이는 2.4㎞다.", "The bridge is 2.4 miles long."),
            ("다리 길이는 2.4㎞다.", "The bridge is 24 kilometers long."),
            ("이날 새벽 기온은 영하 14도까지 내려갔다.", "The temperature fell to 14 degrees Celsius before dawn."),
            ("선원 여덟 명이 구조됐다.", "Nine crew members were rescued."),
            ("배는 오전 5시40분 떠났다.", "The ship left at 5:40 p.m."),
            ("응답자의 3분의 1이 반대했다.", "Two-thirds of those asked were against it."),
            ("두 팀은 5대 3으로 끝냈다.", "The game ended 5-2."),
            ("원고는 위자료 1800만원을 요구했다.", "The plaintiff demanded 18 million dollars in damages."),
            ("파업에는 노동자 1만3200명이 참가했다.", "Some 12,300 workers joined the strike."),
            ("어획량은 3년 새 62.4% 줄었다.", "Catches fell 64.2 percent in three years."),
            ("그는 징역 13년을 선고받았다.", "He was sentenced to 30 years in prison."),
            ("市は新図書館に38億円を投じる。", "The city will spend 380 million yen on the new library."),
            ("祭りには24万人が訪れた。", "The festival drew 2.4 million people."),
            ("橋は1962年に完成した。", "The bridge was finished in 1926."),
            ("住民の3割が反対した。", "Three percent of residents were against it."),
            ("港口去年吞吐量达3.8亿吨。", "The port handled 38 million tons last year."),
            ("公司亏损47亿元。", "The firm lost 47 billion yuan."),
            ("桥于1957年建成。", "The bridge was built in 1975."),
        ],
        true,
    );
}

#[test]
fn values_written_in_another_way_are_left_alone() {
    check(
        NUMBER,
        &[
            ("군은 방파제 보수에 47억5000만원을 쓴다.", "The county will spend 4.75 billion won on the breakwater."),
            (
                "군은 방파제 보수에 47억5000만원을 쓴다.",
                "It will spend 4.75 billion won ($3.4 million) on the breakwater.",
            ),
            ("군은 방파제 보수에 47억5000만원을 쓴다.", "It will spend nearly 5 billion won on the breakwater."),
            ("섬을 찾은 관광객은 68만4000명이다.", "The island drew more than 680,000 tourists."),
            ("기준금리를 0.75%포인트 올렸다.", "It raised the base rate by 75 basis points."),
            ("등대는 1913년 세워졌다.", "The lighthouse, which has 74 steps, was built in 1913."),
            ("축제는 10월 21일 막을 올린다.", "The festival opens on Oct. 21 and runs for 10 days."),
            ("숨진 선장은 58세였다.", "The 58-year-old captain died."),
            ("다리 길이는 2.4㎞다.", "The bridge is 2.4 kilometers (1.5 miles) long."),
            ("이날 새벽 기온은 영하 14도까지 내려갔다.", "It was 14 degrees below zero before dawn."),
            ("선원 여덟 명이 구조됐다.", "Eight crew members were rescued by two ships."),
            ("배는 오후 5시40분 떠났다.", "The ship left at 17:40."),
            ("응답자의 3분의 1이 반대했다.", "A third of those asked were against it."),
            ("응답자의 40%가 반대했다.", "Two in five were against it."),
            ("두 팀은 5대 3으로 끝냈다.", "The game ended 5-3."),
            ("파업에는 노동자 1만3200명이 참가했다.", "About 13,000 workers joined the strike at 21 yards."),
            ("5·18 기념식이 열렸다.", "A ceremony for the May 18 uprising was held."),
            ("20대 청년이 늘었다.", "More people in their 20s came."),
            ("2분기 매출은 1조1000억원이었다.", "Sales in the April-June quarter were 1.1 trillion won."),
            ("17세기 지도가 나왔다.", "A map of the 1600s turned up."),
            ("매출이 800억원에서 1200억원으로 늘었다.", "Sales rose by half, from 80 billion won to 120 billion won."),
            ("수십 명이 다쳤다.", "Dozens of people were hurt."),
            ("직원 310명이 일한다.", "The yard has 310 workers, 27 cranes and 16 ships."),
            ("市は新図書館に38億円を投じる。", "The city will spend 3.8 billion yen on the new library."),
            ("祭りには24万人が訪れた。", "The festival drew about 240,000 people."),
            ("令和6年に開業した。", "It opened in 2024."),
            ("港口去年吞吐量达3.8亿吨。", "The port handled 380 million tons last year."),
            ("公司亏损47亿元。", "The firm lost 4.7 billion yuan ($650 million)."),
            ("Acum 30.000 de ani au dispărut.", "They disappeared 30,000 years ago."),
            ("Выплатят 17 тысяч шекелей.", "They will pay 17,000 shekels."),
            ("三分之一的居民反对。", "A third of residents were against it."),
        ],
        false,
    );
}

#[test]
fn names_one_step_from_the_source_are_found() {
    check(
        NAME,
        &[
            ("노하준 시장이 다리를 열었다.", "Mayor Noh Ha-jin opened the bridge."),
            ("노하준 시장이 다리를 열었다.", "Mayor Moon Ha-jun opened the bridge."),
            ("노하준 시장이 다리를 열었다.", "Mayor Noh Jun-ha opened the bridge."),
            ("노하준 시장이 다리를 열었다.", "Mayor Ha-jin Noh opened the bridge."),
            ("노하준 시장이 다리를 열었다.", "Mayor Noh Jun opened the bridge."),
            ("방태열 감독은 새 영화를 찍는다.", "Director Bang Dae-yeol is shooting a new film."),
            ("가수 남궁솔비가 노래했다.", "Singer Namgung Sol-bin sang."),
            ("선수 채은결과 채은별이 이겼다.", "Chae Eun-gyeol and Chae Eun-bit won."),
            ("“물이 찼다”고 하다온 이장은 말했다.", "“The water rose,” said village head Ha Da-un."),
            ("탁유진 연구원은 논문을 냈다.", "Researcher Tak Yu-jin-jin published a paper."),
            ("주민 표강우 씨가 신고했다.", "Resident Pyo Gang-woon called the police."),
            ("엄세찬 기관사가 멈췄다.", "Engineer Eom Se-chang stopped."),
        ],
        true,
    );
}

#[test]
fn names_in_any_usual_spelling_are_left_alone() {
    check(
        NAME,
        &[
            ("노하준 시장이 다리를 열었다.", "Mayor Roh Hajoon opened the bridge. Roh smiled."),
            ("노하준 시장이 다리를 열었다.", "Mayor Ha-jun Noh opened the bridge."),
            ("노하준 시장이 다리를 열었다.", "Mayor H.J. Noh opened the bridge."),
            ("노하준 시장이 다리를 열었다.", "Mayor Noh Ha-jun opened it with Elsa Lindqvist."),
            ("노하준 시장이 다리를 열었다.", "Mayor Noh Ha-jun opened it with Governor Baek Ok-ju."),
            ("노하준, 노하진 형제가 왔다.", "The brothers Noh Ha-jun and Noh Ha-jin came."),
            ("정덕희 교수가 말했다.", "Professor Chung Tok-hui said so."),
            ("리상혁 대표가 말했다.", "CEO Rhee Sang-hyuk said so."),
            ("노 시장이 다리를 열었다.", "Mayor Noh Ha-jun opened the bridge."),
            ("하네스 브란트 교수가 강연했다.", "Professor Hannes Brandt gave a lecture."),
            ("시인 방솔은 섬에 산다.", "The poet Bang Sol lives on an island."),
            ("김앤박 사무소가 맡았다.", "The firm Kim & Park took the case."),
            ("橋本健太市長が開いた。", "Mayor Kenta Hashimoto opened it."),
            ("王建国市长宣布启用。", "Mayor Wang Jianguo opened it."),
        ],
        false,
    );
}

#[test]
fn the_desk_says_how_it_spells_somebody() {
    let desk = "[names]\n\"김정관\" = \"Kim Jung-kwan\"\n\"변승오\" = [\"Syngo Byun\", \"Byun Syng-oh\"]";
    let source = "김정관 장관과 변승오 시인이 만났다.";
    for (edited, message) in [
        ("Minister Kim Jung-kwan met the poet Syngo Byun.", None),
        ("Minister KIM JUNG KWAN met the poet Byun Syng-oh.", None),
        ("Minister Kim met the poet.", None),
        (
            "Minister Kim Jeong-gwan met the poet Syngo Byun.",
            Some(
                "final: Kim Jeong-gwan; source: 김정관 (the desk spells it Kim Jung-kwan); the draft had it wrong, too",
            ),
        ),
        (
            "Minister Kim Jung-kwan met the poet Byeon Seung-o.",
            Some("final: Byeon Seung-o; source: 변승오 (the desk spells it Syngo Byun); the draft had it wrong, too"),
        ),
    ] {
        let found = findings(NAME, &Pair::new(edited, edited).with_source(source), desk);
        let messages: Vec<&str> = found.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(messages, message.as_slice(), "{edited}");
    }
}

#[test]
fn a_message_says_what_where_and_who_had_it_right() {
    let source = "매출은 58억3000만 달러다.\n노태준 대표가 18일 밝혔다.";
    let right = "Sales were $5.83 billion.\nCEO Noh Tae-jun said so on the 18th.";
    let wrong = "Sales were $5.38 billion.\nCEO Noh Dae-jun said so on the 19th.";
    let other = "Sales were $58.3 billion.\nCEO Noh Tae-jun said so on the 18th.";
    let number = "final: $5.38 billion; source: 58억3000만 달러 = 5.83 billion dollars (digits swapped)";
    let name = "final: Noh Dae-jun; source: 노태준 (an aspirated sound is written lax)";
    for (rule, draft, edited, level, expected) in [
        (NUMBER, right, wrong, Level::Error, format!("{number}; the draft had it right")),
        (NUMBER, wrong, wrong, Level::Error, format!("{number}; the draft had it wrong, too")),
        (NUMBER, other, wrong, Level::Error, format!("{number}; the draft had it wrong in another way")),
        (NUMBER, "Sales rose.", wrong, Level::Error, format!("{number}; the draft had left it out")),
        (NAME, right, wrong, Level::Warning, format!("{name}; the draft had it right")),
        (NAME, wrong, wrong, Level::Warning, format!("{name}; the draft had it wrong, too")),
    ] {
        let found = findings(rule, &Pair::new(draft, edited).with_source(source), "");
        let first = found.first().unwrap_or_else(|| panic!("{rule} in {edited}"));
        assert_eq!((first.level, &first.message), (level, &expected));
        let at = |side| first.related.iter().any(|place| place.side == side);
        assert_eq!((first.place.side, at(Side::Source)), (Side::Final, true));
    }
}

#[test]
fn a_date_one_day_off_is_a_warning() {
    for (edited, level) in
        [("The trial opened on April 18.", Level::Warning), ("The trial opened on April 27.", Level::Error)]
    {
        let found = findings(NUMBER, &Pair::new(edited, edited).with_source("재판은 4월 17일 시작됐다."), "");
        assert_eq!(found.iter().map(|finding| finding.level).collect::<Vec<_>>(), [level], "{edited}");
    }
}

/// Source, draft, final, and the level of each finding.
type Case<'a> = (&'a str, &'a str, &'a str, &'a [Level]);

fn check_levels(rule: &str, cases: &[Case]) {
    for (source, draft, edited, levels) in cases {
        let pair = Pair::new(*draft, *edited);
        let pair = if source.is_empty() { pair } else { pair.with_source(*source) };
        let found = findings(rule, &pair, "");
        let given: Vec<Level> = found.iter().map(|finding| finding.level).collect();
        assert_eq!(given, *levels, "{rule}: {source} / {draft} / {edited}: {found:#?}");
    }
}

#[test]
fn what_an_edit_put_in_place_of_a_right_value_is_a_contradiction() {
    let source = "군은 방파제 보수에 47억원을 쓴다. 인부 380명이 일한다.";
    let draft = "The county will spend 4.7 billion won on the breakwater. It has 380 workers.";
    check_levels(
        NUMBER,
        &[
            (
                source,
                draft,
                "The county will spend 9.1 billion won on the breakwater. It has 380 workers.",
                &[Level::Error],
            ),
            (source, draft, "The county will spend $3.4 million on the breakwater. It has 380 workers.", &[]),
            (source, draft, "The county will spend more on the breakwater. It has 380 workers.", &[]),
        ],
    );
}

#[test]
fn what_the_editor_put_right_is_a_remark() {
    use Level::Info;
    check_levels(
        "source-number-fixed",
        &[
            ("축제는 5월 24일이다.", "The festival is on May 14.", "The festival is on May 24.", &[Info]),
            ("매출은 27억원이다.", "Sales were 27 billion won.", "Sales were 2.7 billion won.", &[Info]),
            ("주민 4210명이 산다.", "It has 986 residents.", "It has 4,210 residents.", &[Info]),
            ("축제는 5월 24일이다.", "The festival is on the 24th.", "The festival is on May 24.", &[]),
            ("축제는 5월 24일이다.", "The festival is on May 14.", "The festival is on May 14.", &[]),
            ("", "The festival is on May 14.", "The festival is on May 24.", &[]),
            ("祭りは5月24日だ。", "The festival is on May 14.", "The festival is on May 24.", &[Info]),
        ],
    );
}

#[test]
fn values_that_are_missing_are_remarks() {
    use Level::Info;
    check_levels(
        "source-number-missing",
        &[
            ("횡령은 312차례였다. 금액은 27억원이다.", "It was 2.7 billion won.", "It was 2.7 billion won.", &[Info]),
            ("다리는 1962년 완공됐다.", "The bridge opened.", "The bridge opened.", &[Info]),
            ("横領額は27億円だった。", "Money was taken.", "Money was taken.", &[Info]),
            ("횡령은 312차례였다.", "It was done some 310 times.", "It was done some 310 times.", &[]),
            ("두 명이 어제 왔다.", "They came.", "They came.", &[]),
            ("27억원이다. 모두 27억원이다.", "It is 2.7 billion won.", "It is 2.7 billion won.", &[]),
            ("", "It was 2.7 billion won.", "Money was taken.", &[]),
        ],
    );
}

#[test]
fn values_that_came_from_nowhere_are_remarks_or_warnings() {
    use Level::{Info, Warning};
    let yard = "조선소는 새 배를 짓는다.";
    check_levels(
        "source-number-added",
        &[
            (yard, "The yard builds a new ship.", "The yard, with 640 workers, builds a new ship.", &[Info]),
            (
                yard,
                "The yard builds a new ship for 640 million won.",
                "The yard builds a new ship for 640 million won.",
                &[Warning],
            ),
            ("그는 여러 번 왔다.", "He came.", "He came two times.", &[]),
            ("예산은 27억원이다.", "It is 2.7 billion won.", "It is 2.7 billion won ($1.9 million).", &[]),
            ("넓이는 20㏊다.", "It has 20 hectares.", "It has 20 hectares (49 acres).", &[]),
            (yard, "Under Article 108 it builds.", "Under Article 108 it builds.", &[Info]),
            // Reckoned by the machine or the editor.
            (
                "80에서 120으로 늘었다.",
                "It rose 50 percent, from 80 to 120.",
                "It rose 50 percent, from 80 to 120.",
                &[Info],
            ),
            ("", "The yard builds a new ship.", "The yard, with 640 workers, builds a new ship.", &[]),
        ],
    );
}

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
            "It cost $864 million, or 12 trillion won.",
            "$864 million, or 12 trillion won makes 1 USD worth 13889 KRW, which the desk expects at 1000 to 1700",
        ),
        (
            "It cost 13.5 billion won ($9.97 million), then 12.1 billion won ($10.9 million).",
            "12.1 billion won ($10.9 million) makes 1 USD worth 1110 KRW, and elsewhere in the article 13.5 billion won ($9.97 million) makes 1 USD worth 1354 KRW",
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

#[test]
fn wrong_settings_are_refused_in_words() {
    for (settings, message) in [
        ("[exchange_rates]\nUSD = { KRW = [1700, 1000] }", "the lowest first"),
        ("[exchange_rates]\ndollar = { won = [1000, 1700] }", "currencies are written as USD and KRW"),
        ("[names]\n\"노하준\" = 3", "a spelling, or an array of spellings"),
    ] {
        let error = toml::from_str::<Settings>(settings).expect_err(settings).to_string();
        assert!(error.contains(message), "{error}");
    }
}

#[test]
fn the_report_lists_the_values_of_the_source_and_what_became_of_them() {
    let pair = Pair::new("Sales were 5.83 billion dollars, up 8%.", "“Wow”: sales were $5.38 billion, up 8 percent.")
        .with_source("매출은 58억3000만 달러로 8% 늘었고, 직원은 312명이다.\n노하준 기자 noh@example.com 010-555-0199");
    let settings = Settings::default();
    let analysis = analyse(&pair, &settings);
    let values = Report::new(&analysis, &[]).source.expect("a source").values;
    let became = |one: &Option<Rendering>| {
        let shown =
            |it: &Rendering| format!("{}..{} {} {}: {}", it.start, it.end, it.text, it.contradicts, it.relation);
        one.as_ref().map(shown).unwrap_or_default()
    };
    let shown: Vec<_> = values
        .iter()
        .map(|value| (value.start, value.end, value.text.as_str(), became(&value.draft), became(&value.r#final)))
        .collect();
    let row = |start, end, text, draft: &str, edited: &str| (start, end, text, draft.to_owned(), edited.to_owned());
    let same = "false: the same value in other writing";
    let expected = [
        row(
            4,
            15,
            "58억3000만 달러",
            &format!("11..31 5.83 billion dollars {same}"),
            "18..31 $5.38 billion true: digits swapped",
        ),
        row(17, 19, "8%", &format!("36..38 8% {same}"), &format!("36..45 8 percent {same}")),
        row(29, 33, "312명", "", ""),
    ];
    assert_eq!(shown, expected);
}
