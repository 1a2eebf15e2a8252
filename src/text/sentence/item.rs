//! Items of a list that stand in one line: `1. First 2. Second`, `• 9. this • 10. that`, `a) so b) or so`.

use crate::text::is_blank;

/// What a list item begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    bullet: Option<char>,
    order: Option<Order>,
    /// A word follows, as it does in a list: `7. 26. Seoul` is a date.
    before_word: bool,
    /// In bytes, without the blanks behind it.
    pub len: usize,
}

/// A number or a letter that counts items, with what is behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Order {
    style: Style,
    /// Counted from 1.
    place: u32,
    close: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Number,
    Circled,
    Small,
    Capital,
    Hangul,
}

/// Korean lists count by these.
const HANGUL: [char; 14] = ['가', '나', '다', '라', '마', '바', '사', '아', '자', '차', '카', '타', '파', '하'];

impl Label {
    /// The label that `text` begins with.
    pub fn at(text: &str) -> Option<Self> {
        let bullet = text.chars().next().filter(|&c| is_bullet(c) || matches!(c, '-' | '–' | '—' | '*'));
        let rest = text[bullet.map_or(0, char::len_utf8)..].trim_start_matches(is_blank);
        let (order, len) = match Order::at(rest) {
            Some((order, len)) => (Some(order), len),
            None => (None, 0),
        };
        if bullet.is_none() && order.is_none() {
            return None;
        }
        let next = rest[len..].trim_start_matches(is_blank);
        let before_word = next.starts_with(|c: char| !c.is_numeric());
        let len = if len == 0 { bullet.map_or(0, char::len_utf8) } else { text.len() - rest.len() + len };
        Some(Label { bullet, order, before_word, len })
    }

    /// Whether an item with the label `next` comes after the one with this label. `ordinals`: the language writes ordinal
    /// numbers with a full stop, so that such numbers count nothing.
    pub fn is_followed_by(&self, next: &Label, ordinals: bool) -> bool {
        if self.bullet.is_some_and(is_bullet) {
            return self.bullet == next.bullet;
        }
        let (Some(this), Some(that)) = (self.order, next.order) else { return false };
        self.bullet == next.bullet
            && self.before_word
            && next.before_word
            && this.style == that.style
            && this.close == that.close
            && that.place == this.place + 1
            && !(ordinals && this.close == "." && this.style == Style::Number)
            // Initials: A. Kim and B. Lee.
            && !(this.close == "." && this.style == Style::Capital)
    }
}

impl Order {
    /// The number or letter that `text` begins with, and the length of it and its marks.
    fn at(text: &str) -> Option<(Self, usize)> {
        const MOST_DIGITS: usize = 3;
        let inside = text.strip_prefix('(').unwrap_or(text);
        let bracket = text.len() - inside.len();
        let first = inside.chars().next()?;
        if let Some(place) = circled(first) {
            return (bracket == 0).then_some((Order { style: Style::Circled, place, close: "" }, first.len_utf8()));
        }
        let digits = inside.bytes().take(MOST_DIGITS).take_while(u8::is_ascii_digit).count();
        let (style, place, len) = match first {
            '0'..='9' => (Style::Number, inside[..digits].parse().ok()?, digits),
            'a'..='z' => (Style::Small, first as u32 - 'a' as u32 + 1, 1),
            'A'..='Z' => (Style::Capital, first as u32 - 'A' as u32 + 1, 1),
            c => (Style::Hangul, HANGUL.iter().position(|&syllable| syllable == c)? as u32 + 1, c.len_utf8()),
        };
        let closes: &[&'static str] = if bracket == 0 { &[".)", ")", "."] } else { &[")"] };
        let close = closes.iter().copied().find(|close| inside[len..].starts_with(close))?;
        let len = len + close.len();
        inside[len..].starts_with(is_blank).then_some((Order { style, place, close }, bracket + len))
    }
}

/// A sign that does nothing but begin an item.
pub fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '⁃' | '‣' | '◦' | '▪' | '■' | '□' | '●' | '○' | '▶' | '▷' | '◆' | '◇' | '▲' | '△')
}

fn circled(c: char) -> Option<u32> {
    matches!(c, '①'..='⑳').then(|| c as u32 - '①' as u32 + 1)
}

/// Whether an item may begin with this character: a quick look before [`Label::at`].
pub fn may_begin(c: char) -> bool {
    c == '('
        || c.is_ascii_alphanumeric()
        || matches!(c, '-' | '–' | '—' | '*')
        || (!c.is_ascii() && (is_bullet(c) || circled(c).is_some() || HANGUL.contains(&c)))
}
