//! Names of Koreans.

use super::{NAME, check, findings};
use postedit::Pair;

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
            ("노하준 시장이 다리를 열었다.", "Mayor Noh Ha opened the bridge."),
            ("상은 방다솜에게 돌아갔다.", "The prize went to Bang Da-sol."),
            ("가수 채예린이 노래했다.", "Singer Chae Yeah-rim sang."),
            ("경찰은 선원 노모(52)씨를 붙잡았다.", "Police held a 52-year-old sailor surnamed Do."),
            ("노모(52)씨와 방모(31)씨가 다쳤다.", "A man surnamed Noh and a woman surnamed Pyo were hurt."),
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
            ("경찰은 선원 노모(52)씨를 붙잡았다.", "Police held a 52-year-old sailor surnamed Roh."),
            ("노모(52)씨가 다쳤다.", "Noh was hurt, and so was a man surnamed Pyo."),
            ("방다솜 씨와 노모(52)씨가 다쳤다.", "A woman surnamed Bang was hurt."),
            ("노하준 시장이 다리를 열었다.", "Mayor Noh Ha-jun opened it with Governor Baek Ok-ju."),
            ("노하준, 노하진 형제가 왔다.", "The brothers Noh Ha-jun and Noh Ha-jin came."),
            ("가수 채예린이 노래했다.", "Singer Chae Yea-rin sang with Chae Yeah-rin."),
            ("상은 방다솜에게 돌아갔다.", "The prize went to Bang Da-som."),
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
