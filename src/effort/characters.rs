//! How many characters were put in, taken out or replaced: Levenshtein's distance, 64 cells at a time (Myers 1999, in
//! the blocks of Hyyrö 2003).

use std::iter::zip;

use rustc_hash::FxHashMap;

/// Two texts of more than this many pairs of characters, their equal ends left aside, are not compared.
const MOST_PAIRS: usize = 1 << 34;

/// The fewest characters (code points) to be inserted, deleted or replaced to turn one text into the other. `Err` holds
/// an upper bound where the texts are too long for that.
pub fn character_distance(one: &str, other: &str) -> Result<usize, usize> {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (shorter, longer) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let start = zip(shorter, longer).take_while(|(a, b)| a == b).count();
    let (shorter, longer) = (&shorter[start..], &longer[start..]);
    let end = zip(shorter.iter().rev(), longer.iter().rev()).take_while(|(a, b)| a == b).count();
    let (shorter, longer) = (&shorter[..shorter.len() - end], &longer[..longer.len() - end]);
    if shorter.is_empty() {
        Ok(longer.len())
    } else if shorter.len().saturating_mul(longer.len()) > MOST_PAIRS {
        Err(longer.len())
    } else {
        Ok(distance_in_blocks(shorter, longer))
    }
}

/// 64 rows of a column of the matrix, as what they differ by from the row above.
#[derive(Clone, Copy)]
struct Block {
    /// Rows that are one more.
    more: u64,
    /// Rows that are one less.
    less: u64,
}

/// Where something stands that belongs to a character; 0 where nothing does.
struct Places {
    ascii: [usize; 128],
    others: FxHashMap<char, usize>,
}

impl Default for Places {
    fn default() -> Self {
        Places { ascii: [0; 128], others: FxHashMap::default() }
    }
}

impl Places {
    fn of(&mut self, character: char) -> &mut usize {
        match self.ascii.get_mut(character as usize) {
            Some(place) => place,
            None => self.others.entry(character).or_default(),
        }
    }
}

fn distance_in_blocks(rows: &[char], columns: &[char]) -> usize {
    let count = rows.len().div_ceil(64);
    let mut places = Places::default();
    // For each character of the rows where it stands, block by block; nowhere for all others.
    let mut stands: Vec<u64> = vec![0; count];
    for (row, &character) in rows.iter().enumerate() {
        let place = places.of(character);
        if *place == 0 {
            *place = stands.len();
            stands.resize(stands.len() + count, 0);
        }
        stands[*place + row / 64] |= 1 << (row % 64);
    }
    let mut column = vec![Block { more: u64::MAX, less: 0 }; count];
    let last = 1 << ((rows.len() - 1) % 64);
    let mut distance = rows.len();
    for character in columns {
        let place = *places.of(*character);
        let stands = &stands[place..place + count];
        // The row before all rows is one more at each column.
        let (mut more_above, mut less_above) = (1, 0);
        for (at, (block, &equal)) in zip(&mut column, stands).enumerate() {
            let equal = equal | less_above;
            let diagonal = ((equal & block.more).wrapping_add(block.more) ^ block.more) | equal | block.less;
            let (more, less) = (block.less | !(diagonal | block.more), diagonal & block.more);
            if at + 1 == count {
                distance = distance + usize::from(more & last != 0) - usize::from(less & last != 0);
            }
            let (more_here, less_here) = (more << 1 | more_above, less << 1 | less_above);
            (more_above, less_above) = (more >> 63, less >> 63);
            *block = Block { more: less_here | !(diagonal | more_here), less: more_here & diagonal };
        }
    }
    distance
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::character_distance;

    #[test]
    fn characters_are_counted_as_a_person_would() {
        for (one, other, distance) in [
            ("", "", 0),
            ("", "new", 3),
            ("kitten", "sitting", 3),
            ("30%", "30 percent", 8),
            ("독도", "독섬", 1),
            ("café", "cafe", 1),
            ("😀", "", 1),
        ] {
            assert_eq!(character_distance(one, other), Ok(distance), "{one} / {other}");
            assert_eq!(character_distance(other, one), Ok(distance), "{other} / {one}");
        }
    }

    proptest! {
        /// The crate `strsim` fills in the matrix cell by cell.
        #[test]
        fn blocks_give_what_cells_give(one in "[abc한]{0,200}", other in "[abc한]{0,200}") {
            prop_assert_eq!(character_distance(&one, &other), Ok(strsim::levenshtein(&one, &other)));
        }
    }

    #[test]
    fn too_long_texts_get_an_upper_bound() {
        let (one, other) = ("a".repeat(200_000), "b".repeat(200_001));
        assert_eq!(character_distance(&one, &other), Err(200_001));
        assert_eq!(character_distance(&one, &format!("{one}b")), Ok(1));
    }
}
