//! Numbers, money, dates.

use super::{NUMBER, check, check_levels, findings};
use postedit::Pair;
use postedit::settings::Level;

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
            ("町の佐伯洋介町長（58）が話した。", "Yosuke Saeki, 88, mayor of the town, said so."),
            ("그는 징역 3년6개월을 선고받았다.", "He was sentenced to three years and eight months."),
            ("24세 가수는 2019년 데뷔했다.", "The singer, 42, made her debut in 2019."),
            ("桥于1957年建成。", "The bridge was built in 1975."),
            ("주민 5분의 1이 반대하고 12%가 찬성했다.", "A fifth of residents were against it and 21 percent for it."),
            ("경매는 오후 1시에 시작해 4시에 끝났다.", "The auction ran from 1 p.m. to 5 p.m."),
            ("장터는 오후 3~6시 열린다.", "The market is open from 3 to 7 p.m."),
            ("만 70세 이상은 무료다.", "Entry is free for those aged 17 and older."),
            ("원로 선장 도한별 씨가 별세했다. 향년 86세.", "Veteran captain Do Han-byeol has died. He was 68."),
            ("배우 하루(본명 방하루·28)가 왔다.", "Actor Haru, a 29-year-old, came."),
            ("그는 142경기에 나섰다.", "He played in 124 games."),
            ("확진자는 2만1345명이다.", "There were 21,354 cases."),
            ("항구는 3140만TEU를 처리했다.", "The port handled 3.14 million TEUs."),
            ("배터리는 540GWh 규모다.", "The batteries total 450 GWh."),
            ("협회 창립 35주년을 맞았다.", "The club marked its 53rd anniversary."),
            ("16번째 우승이다.", "It is their 17th title."),
            ("조선소는 세계 34위로 떨어졌다.", "The yard fell to 43rd in the world."),
            ("31대 총장에 취임했다.", "She became the 32nd president of the school."),
            ("성당은 17세기에 지어졌다.", "The church was built in the 16th century."),
            ("수출은 13개월 연속 늘었다.", "Exports rose for a 31st straight month."),
            ("수출은 13개월 연속 늘었다.", "Exports rose for 31 straight months."),
            ("주가는 사흘 연속 내렸다.", "Shares fell for a fourth straight day."),
            ("선원 수백 명이 남았다.", "Thousands of sailors stayed."),
            ("조합은 수십억원을 썼다.", "The union spent tens of billions of won."),
            ("부산 출신 3선 의원이다.", "He is a two-term lawmaker from Busan."),
            ("대표팀은 4강에 올랐다.", "The team reached the quarterfinals."),
            ("여자팀은 16강에 진출했다.", "The women's team reached the quarterfinals."),
            ("40대 회장에 뽑혔다.", "She was elected the 41st chair."),
            ("투수는 12승 8패를 기록했다.", "The pitcher went 12-6."),
            ("규모 6.1의 지진이 났다.", "A magnitude-1.6 earthquake struck."),
            ("예산은 3조6000억원이다.", "It has a 3.6 billion-won budget."),
            ("지난해 9월 문을 닫았다.", "It closed in May last year."),
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
            ("Roma recrutase 152.000 de oameni.", "Rome had recruited 152,000 people."),
            ("Выплатят 17 тысяч шекелей.", "They will pay 17,000 shekels."),
            ("그는 징역 3년6개월을 선고받았다.", "He was sentenced to three and a half years."),
            ("그는 징역 3년6개월을 선고받았다.", "He was sentenced to three years and six months."),
            ("섬까지 1시간30분 걸린다.", "It takes 90 minutes to the island."),
            ("매출이 2.1배로 늘었다.", "Sales more than doubled."),
            ("三分之一的居民反对。", "A third of residents were against it."),
            ("주민 3분의 1이 반대했다.", "Some 33 percent of residents were against it."),
            ("주민 21%가 반대했다.", "A fifth of residents were against it."),
            ("경매는 오후 1시 10분에 시작해 4시 20분에 끝났다.", "The auction ran from 13:10 to 16:20."),
            ("공연은 8시에 시작한다.", "The show starts at 8 p.m."),
            ("공연은 8시에 시작한다.", "The show starts at 8 in the morning."),
            ("공연은 저녁 8시 반에 시작한다.", "The show starts at 8:30 in the evening."),
            ("시장은 오전 10시부터 1시까지 열린다.", "The market is open from 10 a.m. to 1 p.m."),
            ("배는 밤 12시에 떠났다.", "The ship left at midnight."),
            ("오후 5시 회의에 앞서 2시에 만났다.", "They met at 2 p.m. before the 5 p.m. meeting."),
            ("가게는 밤 10시부터 6시까지 닫는다.", "The shop is closed from 10 p.m. to 6 a.m."),
            ("넉 달 반 만에 돌아왔다.", "It came back after four and a half months."),
            ("석 달 보름 걸렸다.", "It took three and a half months."),
            ("4カ月半ぶりに開いた。", "It opened after four and a half months."),
            ("三个半月后重开。", "It reopened after three and a half months."),
            ("만 70세 이상은 무료다.", "Entry is free for those aged 70 and older."),
            ("원로 선장 도한별 씨가 별세했다. 향년 86세.", "Veteran captain Do Han-byeol has died. He was 86."),
            ("수출은 13개월 연속 늘었다.", "Exports rose for a 13th straight month."),
            ("주가는 이틀 연속 내렸다.", "Shares fell for a second straight day."),
            ("성당은 17세기에 지어졌다.", "The 17th-century church stands."),
            ("선원 수백 명이 남았다.", "Hundreds of sailors stayed."),
            ("조합은 수천만원을 썼다.", "The union spent tens of millions of won (tens of thousands of dollars)."),
            ("수십만 가구가 정전됐다.", "Several hundred thousand homes lost power."),
            ("재선 의원이다.", "He is a second-term lawmaker."),
            ("2선 시장이 3선에 도전한다.", "The two-term mayor seeks another term."),
            ("8강전에서 이겼다.", "They won to reach the semifinals."),
            ("8강에 올랐다.", "They are among the last eight."),
            ("투수는 12승 8패를 기록했다.", "The pitcher had 12 wins and eight losses."),
            ("팀은 12승 2무 8패다.", "The team is 12-8-2."),
            ("지난해 9월 문을 닫았다.", "It closed in September last year."),
            ("3나노 공정이다.", "It is a 3-nanometer process."),
        ],
        false,
    );
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

#[test]
fn a_day_without_its_month_is_one_near_the_publication_or_of_a_month_that_is_named() {
    let draft = "Early voting takes place on the 29th.";
    for (source, day, levels) in [
        ("사전투표는 29일 실시된다.", "June 29", &[Level::Error][..]),
        ("사전투표는 29일 실시된다.", "May 29", &[]),
        ("사전투표는 29일 실시된다.", "April 29", &[]),
        ("다음 달 3일 선거가 열린다. 사전투표는 29일 실시된다.", "June 29", &[]),
    ] {
        let edited = format!("Vote nears\nPublished: 15 May 2026, 10:02\nEarly voting will take place on {day}.");
        check_levels(NUMBER, &[(source, draft, &edited, levels)]);
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
            (
                "요금이 1400원에서 1550원으로 오른다.",
                "The fare rises from 1,400 won to 1,550 won.",
                "The fare goes up by 150 won to 1,550 won.",
                &[],
            ),
            // Two sentences of the draft became one: it is held against both of the source.
            (
                "음반은 첫 주에 142만장이 팔렸다. 전작의 판매량 97만장보다 46% 많다.",
                "The album sold 1.42 million copies in its first week. It is 46% more than the 970,000 copies of before.",
                "The album sold 1.42 million copies in its first week, 46 percent more than the 790,000 of before.",
                &[Level::Error],
            ),
            (source, draft, "The county will spend more on the breakwater. It has 380 workers.", &[]),
            // A day is no number of ships, nor are two days 41 hours.
            (
                "조선소는 12일 유조선 21척을 수주했다고 밝혔다.",
                "The shipyard said on the 12th that it won orders for 21 tankers.",
                "The shipyard said that it won orders for 12 tankers.",
                &[Level::Error],
            ),
            (
                "아이는 14시간 동안 방치됐다. 이틀 뒤 숨졌다.",
                "The child was left alone for 14 hours. He died two days later.",
                "The child was left alone for 41 hours. He died two days later.",
                &[Level::Error],
            ),
            // What the source says elsewhere stands twice now, and once is wrong.
            (
                "환자는 9시간 넘게 기다렸다. 수술은 6시간 걸렸다.",
                "The patient waited for more than nine hours. The operation took six hours.",
                "The patient waited for more than six hours. The operation took six hours.",
                &[Level::Error],
            ),
            (
                "환자는 9시간 넘게 기다렸다. 수술은 6시간 걸렸다.",
                "The patient waited for more than nine hours. The operation took six hours.",
                "The operation took six hours. The patient had waited for more than nine.",
                &[],
            ),
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
            ("중심기압은 965hPa다.", "Its pressure is 695hPa.", "Its pressure is 965 hectopascals.", &[Info]),
            (
                "초속 31.2m의 바람이 불었다.",
                "A wind of 13.2m per second blew.",
                "Winds reached 31.2 meters per second.",
                &[Info],
            ),
            (
                "화재로 46명 대피\n\n공장에서 불이 나 46명이 대피했다.",
                "Fire Sends 46 People Out\n\nA fire broke out in a factory, and 64 people got out.",
                "Factory burns\n\nA fire broke out in a factory, and 46 people got out.",
                &[Info],
            ),
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

/// What the draft made up is a remark if its sentence reckons it from others, or if it says too little.
#[test]
fn numbers_that_can_be_reckoned_or_say_little_are_remarks() {
    use Level::{Info, Warning};
    for (edited, levels) in [
        ("It pays 640 million won, 230 million won and 410 million won.", &[Info, Info, Info][..]),
        ("It pays 640 million won, 240 million won and 520 million won.", &[Warning, Warning, Warning]),
        ("Sales rose 25 percent, from 440 million won to 550 million won.", &[Warning, Warning, Info]),
        ("Sales fell 20 percent, from 550 million won to 440 million won.", &[Warning, Warning, Info]),
        ("Sales rose 35 percent, from 440 million won to 550 million won.", &[Warning, Warning, Warning]),
        ("It has 80 percent, or 440 million won of 550 million won.", &[Warning, Info, Info]),
        ("It has 1.25 times as much: 550 million won, not 440 million won.", &[Warning, Info]),
        ("It builds 64 tons.", &[Warning]),
        ("It builds about 64 tons.", &[Info]),
        ("It builds 6 tons.", &[]),
        ("It builds for 64 hours.", &[Info]),
        ("It builds 100 percent.", &[Info]),
        ("It builds 110 percent.", &[Warning]),
        ("It builds with 643 workers.", &[Warning]),
        ("It builds with 64 workers.", &[Info]),
        ("It builds with 643 cranes.", &[Info]),
        ("It builds the 64th ship.", &[Info]),
    ] {
        check_levels("source-number-added", &[("조선소는 새 배를 짓는다.", edited, edited, levels)]);
    }
}

/// Held one against all others, the values of this article would not be done in a day.
#[test]
fn each_of_very_many_values_is_found_beside_its_place() {
    const SENTENCES: usize = 30;
    const VALUES: usize = 100;
    let text = |written: &dyn Fn(usize) -> String, end: &str| {
        let sentence =
            |at: usize| (0..VALUES).map(|value| written(10_001 + 7 * (at * VALUES + value))).collect::<Vec<_>>();
        (0..SENTENCES).map(|at| sentence(at).join(", ") + end).collect::<Vec<_>>().join("\n")
    };
    let source = text(&|number| format!("{number}명"), "이 왔다.");
    let draft = text(&|number| format!("{number} people"), " came.");
    let edited = text(&|number| format!("{number}0 people"), " came.");
    let pair = Pair::new(draft, edited).with_source(source);
    let found = findings(NUMBER, &pair, "");
    assert_eq!(found.len(), SENTENCES * VALUES);
    assert!(found.iter().all(|finding| finding.message.ends_with("(ten times as much); the draft had it right")));
}
