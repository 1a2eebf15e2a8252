use rust_decimal::Decimal;

use super::super::{Amount, Quantity};
use super::Scanner;

/// What a number with 대 before it counts in succession, where it is no vehicles: `22대 국회`.
const OFFICES: [&str; 18] = [
    "국회",
    "총선",
    "대선",
    "대통령",
    "총리",
    "장관",
    "총장",
    "의장",
    "위원장",
    "원장",
    "회장",
    "사장",
    "교장",
    "총재",
    "감독",
    "교황",
    "국왕",
    "임금",
];

impl Scanner<'_> {
    /// Whether the words behind a number make it a place in an order, and where they end: `27위`, `45주년`, `스물일곱 번째`,
    /// `24호 태풍`.
    pub(super) fn place(&self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        // 위원 is a member, 위안 a currency, 위반 an offence.
        if let Some(behind) = rest.strip_prefix('위') {
            return (!behind.starts_with(['원', '안', '반', '치', '험', '성'])).then_some(at + '위'.len_utf8());
        }
        let spaced = self.behind_space(at);
        if let Some(behind) = rest.strip_prefix('호')
            && behind.trim_start_matches(' ').starts_with("태풍")
        {
            return Some(at + '호'.len_utf8());
        }
        ["번째", "주년", "周年", "週年"]
            .into_iter()
            .find(|&word| self.rest(spaced).starts_with(word))
            .map(|word| spaced + word.len())
    }

    /// Whether 대 counts holders of an office, and no vehicles.
    pub(super) fn is_of_office(&self, end: usize) -> bool {
        let rest = self.rest(self.behind_space(end));
        OFFICES.iter().any(|&office| rest.starts_with(office))
    }

    /// How often somebody was elected, behind the number: `3선 의원`, `재선인`. What is only sought (`3선 도전`) is no
    /// term yet; `3호선` is a line, 재선거 an election.
    pub(super) fn terms(&self, number: Decimal, end: usize) -> Option<(Amount, usize)> {
        let behind = self.rest(end).strip_prefix('선')?;
        let follows = behind.is_empty() || behind.starts_with([' ', '의', '인', '이', '을', '과', '·', ',', ')', '출']);
        let sought = ["도전", "성공", "고지", "출마", "후퇴"].iter().any(|&word| behind.trim_start().starts_with(word));
        let few = number.is_integer() && number >= Decimal::ONE && number <= Decimal::from(12);
        (few && follows && !sought).then_some((Amount::of(number, Some("terms")), end + '선'.len_utf8()))
    }

    /// `초선`, `재선`: elected once, elected twice.
    pub(super) fn terms_word(&self, start: usize) -> Option<(Amount, usize)> {
        let number = match self.at(start)? {
            '초' => 1,
            '재' => 2,
            _ => return None,
        };
        self.terms(Decimal::from(number), start + '초'.len_utf8())
    }

    /// The round that a team has reached, by the number of those left in it: `8강에 올랐다`. A match of the round
    /// (`8강전`) may be the way into the next, and four 강 may be powers.
    pub(super) fn stage(&self, number: Decimal, end: usize) -> Option<(Amount, usize)> {
        const REACHED: [&str; 8] = ["에 진출", "에 올", "에 오", "에 안착", "에 합류", "행", "진출", " 진출"];
        let behind = self.rest(end).strip_prefix('강')?;
        let round = [4, 8, 16, 32, 64].iter().any(|&left| number == Decimal::from(left));
        let reached = REACHED.iter().any(|&word| behind.starts_with(word));
        (round && reached).then_some((Amount::of(number, Some("stage")), end + '강'.len_utf8()))
    }

    /// `15승 7패`. With draws between, the order differs by sport and country.
    pub(super) fn record(&self, start: usize) -> Option<(Quantity, usize)> {
        let (won, end) = self.figures(start)?;
        let at = end + self.rest(end).strip_prefix('승').map(|_| '승'.len_utf8())?;
        let (lost, end) = self.figures(self.behind_space(at))?;
        self.rest(end).strip_prefix('패')?;
        Some((Quantity::Score(won, lost), end + '패'.len_utf8()))
    }
}
