//! Korean particles, whose form follows the sound before them.

/// The first syllable of Hangul, and how many there are with the same beginning and vowel.
const FIRST_SYLLABLE: u32 = 0xAC00;
const FINALS: u32 = 28;
/// The place of ㄹ among the finals, of which none is the first.
const RIEUL: u32 = 8;

/// "To" after a Korean word: 으로 after a final consonant other than ㄹ, 로 after all else.
///
/// Figures are read in Sino-Korean: 3 is 삼. Signs after the word are not spoken.
///
/// ```
/// use nenpyo::date::korean_to;
/// assert_eq!(korean_to("1972년"), "으로");
/// assert_eq!(korean_to("9월 29일"), "로");
/// ```
pub fn korean_to(word: &str) -> &'static str {
    let mut letters = word.chars().rev();
    let last = letters.find(|letter| letter.is_alphanumeric());
    let has_other_final = match last {
        // 영, 십 and 백, 삼, 육.
        Some('0' | '3' | '6') => true,
        Some(letter @ '\u{AC00}'..='\u{D7A3}') => {
            !matches!((letter as u32 - FIRST_SYLLABLE) % FINALS, 0 | RIEUL)
        }
        _ => false,
    };
    if has_other_final { "으로" } else { "로" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_particle_of_going_follows_the_sound_before_it() {
        for (word, particle) in [
            ("1972년", "으로"),
            ("1972년경", "으로"),
            ("1972년 9월", "로"),
            ("1972년 9월 29일", "로"),
            ("1972년 봄", "으로"),
            ("1970년대", "로"),
            ("20세기", "로"),
            ("19:00", "으로"),
            ("12:01", "로"),
            ("1972년(추정)", "으로"),
            ("Lima", "로"),
            ("", "로"),
        ] {
            assert_eq!(korean_to(word), particle, "{word}");
        }
    }
}
