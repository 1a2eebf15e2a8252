//! Words of any script in rough Latin letters, so that a name can be known again in a translation.

use unicode_normalization::UnicodeNormalization;

/// The letters of a word in Latin script, lower case, as far as they are known: exact enough to compare consonants, not
/// to be read.
pub(super) fn romanise(word: &str) -> String {
    let mut latin = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            'a'..='z' => latin.push(c),
            'A'..='Z' => latin.push(c.to_ascii_lowercase()),
            '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => latin_letter(c, &mut latin),
            '\u{400}'..='\u{4FF}' => latin.push_str(cyrillic(c)),
            '\u{900}'..='\u{97F}' => latin.push_str(devanagari(c)),
            '\u{D80}'..='\u{DFF}' => latin.push_str(sinhala(c)),
            '\u{AC00}'..='\u{D7A3}' => hangul(c, &mut latin),
            '\u{3041}'..='\u{30FF}' => latin.push_str(kana(c)),
            _ if c.is_alphanumeric() => latin.extend(c.to_lowercase()),
            _ => {}
        }
    }
    latin
}

/// A Latin letter without its diacritics.
fn latin_letter(c: char, latin: &mut String) {
    match c {
        'ß' => latin.push_str("ss"),
        'æ' | 'Æ' => latin.push_str("ae"),
        'ø' | 'Ø' => latin.push('o'),
        'đ' | 'Đ' | 'ð' | 'Ð' => latin.push('d'),
        'ł' | 'Ł' => latin.push('l'),
        'þ' | 'Þ' => latin.push_str("th"),
        'ı' => latin.push('i'),
        _ => latin.extend(c.nfd().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase())),
    }
}

fn cyrillic(c: char) -> &'static str {
    const LETTERS: [&str; 32] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
        "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
    ];
    let place = match c {
        'А'..='Я' => c as usize - 'А' as usize,
        'а'..='я' => c as usize - 'а' as usize,
        'ё' | 'Ё' | 'є' | 'Є' => return "e",
        'і' | 'І' | 'ї' | 'Ї' => return "i",
        'ґ' | 'Ґ' => return "g",
        'ў' | 'Ў' => return "u",
        'ј' | 'Ј' => return "j",
        'љ' | 'Љ' => return "lj",
        'њ' | 'Њ' => return "nj",
        'ћ' | 'Ћ' => return "c",
        'ђ' | 'Ђ' => return "dj",
        'џ' | 'Џ' => return "dz",
        _ => return "",
    };
    LETTERS[place]
}

/// Consonants without the vowel that goes without saying.
fn devanagari(c: char) -> &'static str {
    const CONSONANTS: [&str; 37] = [
        "k", "kh", "g", "gh", "n", "ch", "chh", "j", "jh", "n", "t", "th", "d", "dh", "n", "t", "th", "d", "dh", "n",
        "n", "p", "ph", "b", "bh", "m", "y", "r", "r", "l", "l", "l", "v", "sh", "sh", "s", "h",
    ];
    match c {
        'क'..='ह' => CONSONANTS[c as usize - 'क' as usize],
        'अ' | 'आ' | 'ा' => "a",
        'इ' | 'ई' | 'ि' | 'ी' => "i",
        'उ' | 'ऊ' | 'ु' | 'ू' => "u",
        'ऋ' | 'ृ' => "ri",
        'ए' | 'े' => "e",
        'ऐ' | 'ै' => "ai",
        'ओ' | 'ो' => "o",
        'औ' | 'ौ' => "au",
        'ं' | 'ँ' => "n",
        _ => "",
    }
}

fn sinhala(c: char) -> &'static str {
    match c {
        'ක' | 'ඛ' => "k",
        'ග' | 'ඝ' => "g",
        'ඟ' => "ng",
        'ඞ' | 'ඤ' | 'ඥ' | 'ණ' | 'න' | 'ං' => "n",
        'ච' | 'ඡ' => "ch",
        'ජ' | 'ඣ' => "j",
        'ඦ' => "nj",
        'ට' | 'ඨ' | 'ත' => "t",
        'ථ' => "th",
        'ඩ' | 'ඪ' | 'ද' | 'ධ' => "d",
        'ඬ' | 'ඳ' => "nd",
        'ප' | 'ඵ' => "p",
        'බ' | 'භ' => "b",
        'ඹ' => "mb",
        'ම' => "m",
        'ය' => "y",
        'ර' => "r",
        'ල' | 'ළ' => "l",
        'ව' => "v",
        'ශ' | 'ෂ' => "sh",
        'ස' => "s",
        'හ' => "h",
        'ෆ' => "f",
        'අ' | 'ආ' | 'ඇ' | 'ඈ' | 'ා' | 'ැ' | 'ෑ' => "a",
        'ඉ' | 'ඊ' | 'ි' | 'ී' => "i",
        'උ' | 'ඌ' | 'ු' | 'ූ' => "u",
        'එ' | 'ඒ' | 'ෙ' | 'ේ' => "e",
        'ඔ' | 'ඕ' | 'ො' | 'ෝ' => "o",
        'ෛ' => "ai",
        'ෞ' => "au",
        _ => "",
    }
}

/// A syllable as the Revised Romanisation writes it alone.
fn hangul(c: char, latin: &mut String) {
    const INITIALS: [&str; 19] =
        ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
    const VOWELS: [&str; 21] = [
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu",
        "eu", "ui", "i",
    ];
    const FINALS: [&str; 28] = [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t", "t", "k", "t", "p", "t",
    ];
    let place = c as usize - 0xAC00;
    latin.push_str(INITIALS[place / 588]);
    latin.push_str(VOWELS[place % 588 / 28]);
    latin.push_str(FINALS[place % 28]);
}

/// Each kana alone; small ones like large ones.
fn kana(c: char) -> &'static str {
    const SYLLABLES: [&str; 86] = [
        "a", "a", "i", "i", "u", "u", "e", "e", "o", "o", "ka", "ga", "ki", "gi", "ku", "gu", "ke", "ge", "ko", "go",
        "sa", "za", "shi", "ji", "su", "zu", "se", "ze", "so", "zo", "ta", "da", "chi", "ji", "", "tsu", "zu", "te",
        "de", "to", "do", "na", "ni", "nu", "ne", "no", "ha", "ba", "pa", "hi", "bi", "pi", "fu", "bu", "pu", "he",
        "be", "pe", "ho", "bo", "po", "ma", "mi", "mu", "me", "mo", "ya", "ya", "yu", "yu", "yo", "yo", "ra", "ri",
        "ru", "re", "ro", "wa", "wa", "i", "e", "o", "n", "v", "ka", "ke",
    ];
    let first = if c >= 'ァ' { 'ァ' } else { 'ぁ' };
    SYLLABLES.get(c as usize - first as usize).copied().unwrap_or_default()
}

/// The consonants of a romanised word, those that languages mix up as one, doubled ones once; a name keeps them on its
/// way through other scripts.
pub(super) fn consonants(latin: &str) -> String {
    let mut bones = String::with_capacity(latin.len());
    for c in latin.chars() {
        let bone = match c {
            'c' | 'g' | 'k' | 'q' => 'k',
            'd' | 't' => 't',
            'b' | 'f' | 'p' | 'v' => 'p',
            'l' | 'r' => 'l',
            'j' | 's' | 'x' | 'z' => 's',
            'm' | 'n' => c,
            _ => continue,
        };
        if !bones.ends_with(bone) {
            bones.push(bone);
        }
    }
    bones
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_again_across_scripts() {
        for (word, latin) in
            [("Łódź", "Lodz"), ("Путин", "Putin"), ("नेपाल", "Nepal"), ("부산", "Busan"), ("トヨタ", "Toyota")]
        {
            assert_eq!(consonants(&romanise(word)), consonants(&romanise(latin)), "{word}");
        }
        assert_eq!(romanise("Straße"), "strasse");
        assert_eq!(romanise("한국"), "hanguk");
    }

    #[test]
    fn every_letter_of_a_script_has_its_latin_ones() {
        for (letters, latin) in [
            ("ßæÆøØđĐðÐłŁþÞıéÑ", "ssaeaeooddddllththien"),
            ("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "abvgdeezhziyklmnoprstufkhtschshshchyeyuya"),
            ("єіїґўјљњћђџ", "eiigujljnjcdjdz"),
            ("ЭЁЄІЇҐЎЈЉЊЋЂЏ", "eeeiigujljnjcdjdz"),
            ("कखगघङचछजझञटठडढण", "kkhgghnchchhjjhntthddhn"),
            ("तथदधनऩपफबभमयरऱलळऴवशषसह", "tthddhnnpphbbhmyrrlllvshshsh"),
            ("अआाइईिीउऊुूऋृएेऐैओोऔौंँ्", "aaaiiiiuuuuririeeaiaiooauaunn"),
            ("කඛගඝඟඞඤඥණනංචඡජඣඦ", "kkggngnnnnnnchchjjnj"),
            ("ටඨතථඩඪදධඬඳපඵබභඹ", "tttthddddndndppbbmb"),
            ("මයරලළවශෂසහෆ", "myrllvshshshf"),
            ("අආඇඈාැෑඉඊිීඋඌුූඑඒෙේඔඕොෝෛෞ", "aaaaaaaiiiiuuuueeeeooooaiau"),
            ("アカサタナハマヤラワンヴ", "akasatanahamayarawanv"),
            ("ぁキッぷー", "akipu"),
            ("각낢닭", "gaknamdak"),
            ("Ab١-2", "ab١2"),
        ] {
            assert_eq!(romanise(letters), latin, "{letters}");
        }
        assert_eq!(consonants("acgkqdtbfpvlrjsxzmnn"), "ktplsmn");
    }
}
