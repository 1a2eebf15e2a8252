use std::fmt;

/// A language as BCP 47 tag, such as `en` or `ko`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Lang(String);

impl Lang {
    /// A language by its tag, in lower case.
    pub fn new(tag: &str) -> Self {
        Lang(tag.trim().to_lowercase())
    }

    /// The language read off the script of a text: that of the first thousand letters that most are written in.
    /// Latin script, and a text without letters, count as English.
    pub fn detect(text: &str) -> Self {
        const SCRIPTS: [&str; 10] = ["en", "ko", "ja", "zh", "ru", "el", "ar", "he", "hi", "hy"];
        let mut counts = [0_usize; SCRIPTS.len()];
        for c in text.chars().filter(|c| c.is_alphabetic()).take(1000) {
            let script = match c as u32 {
                // Nearly all letters of most articles.
                0x41..=0x7A => 0,
                0xAC00..=0xD7AF | 0x1100..=0x11FF | 0x3130..=0x318F => 1,
                0x3040..=0x30FF => 2,
                0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => 3,
                0x0400..=0x052F => 4,
                0x0370..=0x03FF => 5,
                0x0600..=0x06FF => 6,
                0x0590..=0x05FF => 7,
                0x0900..=0x097F => 8,
                0x0530..=0x058F => 9,
                _ => 0,
            };
            counts[script] += 1;
        }
        // Japanese is written in Han and kana: a fifth of kana tells it from Chinese.
        if counts[2] * 5 >= counts[3] {
            counts[2] += counts[3];
        }
        let most = (0..SCRIPTS.len()).rev().max_by_key(|&script| counts[script]).unwrap_or(0);
        Lang::new(SCRIPTS[most])
    }

    /// The tag as given.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The language without script and region: `en` of `en-US`.
    pub fn primary(&self) -> &str {
        self.0.split(['-', '_']).next().unwrap_or("")
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn the_script_tells_the_language() {
        for (text, lang) in [
            ("Exports rose.", "en"),
            ("", "en"),
            ("수출이 늘었다. AI 반도체가 이끌었다.", "ko"),
            ("輸出が増えた。", "ja"),
            ("出口增长。", "zh"),
            ("Экспорт вырос.", "ru"),
        ] {
            assert_eq!(Lang::detect(text).tag(), lang, "{text}");
        }
    }

    #[test]
    fn a_region_does_not_hide_the_language() {
        assert_eq!(Lang::new("en-US").primary(), "en");
    }
}
