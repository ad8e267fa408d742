//! "Did you mean": the known name that is nearest to one that leads nowhere.

/// At most this many names are compared; a suggestion is not worth a wait.
const COMPARED: usize = 20_000;

/// The name among `names` that differs least from `word`, when it differs by little.
pub(crate) fn nearest<N: AsRef<str>>(word: &str, names: impl Iterator<Item = N>) -> Option<N> {
    let wanted: Vec<char> = word.to_lowercase().chars().take(100).collect();
    let allowed = (wanted.len() / 3).clamp(1, 8);
    let mut best: Option<(usize, N)> = None;
    for name in names.take(COMPARED) {
        let limit = best.as_ref().map_or(allowed, |(distance, _)| distance - 1);
        if let Some(distance) = distance(&wanted, name.as_ref(), limit) {
            if distance == 0 {
                return Some(name);
            }
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// How many letters must be added, removed, replaced to make one from the other (Levenshtein),
/// case aside; `None` when it is more than `limit`.
fn distance(wanted: &[char], name: &str, limit: usize) -> Option<usize> {
    if name.len() > wanted.len().saturating_add(limit).saturating_mul(4) {
        return None;
    }
    let name: Vec<char> = name.to_lowercase().chars().collect();
    if name.len().abs_diff(wanted.len()) > limit {
        return None;
    }
    let mut row: Vec<usize> = (0..=name.len()).collect();
    for (i, &a) in wanted.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        let mut least = left;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, &b) in row.iter_mut().skip(1).zip(&name) {
            let value = (diagonal + usize::from(a != b))
                .min(left + 1)
                .min(*cell + 1);
            diagonal = std::mem::replace(cell, value);
            left = value;
            least = least.min(value);
        }
        if least > limit {
            return None;
        }
    }
    row.last().copied().filter(|&distance| distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_its_name() {
        let names = [
            "japan-china-joint-communique-1972",
            "shanghai-communique-1972",
            "JPN",
        ];
        let find = |word| nearest(word, names.iter());
        assert_eq!(find("japan-china-joint-comunique-1972"), Some(&names[0]));
        assert_eq!(find("jpn"), Some(&"JPN"));
        assert_eq!(find("lima-2024"), None);
        assert_eq!(find(""), None);
    }

    #[test]
    fn distance_is_that_of_levenshtein() {
        let of = |a: &str, b| distance(&a.chars().collect::<Vec<_>>(), b, 9);
        assert_eq!(of("kitten", "sitting"), Some(3));
        assert_eq!(of("", "abc"), Some(3));
        assert_eq!(of("年表", "年代表"), Some(1));
    }
}
