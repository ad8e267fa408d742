//! Searching sorted columns from a place that is nearly right.
//!
//! A frame asks for the bounds of neighbouring pixel columns one after the other, so the next
//! bound is close to the last: doubling steps find it in a few reads of memory that is already
//! in the cache.

/// The first position at or after `from` whose value is at least `value`.
///
/// Everything before `from` must be less than `value`.
pub fn lower_bound_from(sorted: &[i64], from: usize, value: i64) -> usize {
    let mut low = from.min(sorted.len());
    let mut step = 1;
    let mut high = low;
    while high < sorted.len() && sorted[high] < value {
        low = high + 1;
        high = low.saturating_add(step);
        step *= 2;
    }
    let high = high.min(sorted.len());
    low + sorted[low..high].partition_point(|&at| at < value)
}

/// The same for a bound that is expected near `guess`: steps away from the guess in both
/// directions, so that a good guess reads only what lies beside it.
pub fn lower_bound_near(sorted: &[i64], from: usize, guess: usize, value: i64) -> usize {
    let guess = guess.clamp(from.min(sorted.len()), sorted.len());
    if guess == sorted.len() || sorted[guess] >= value {
        // The bound is at or before the guess.
        let mut high = guess;
        let mut step = 1;
        loop {
            let low = high.saturating_sub(step).max(from);
            if low >= high {
                return high;
            }
            if sorted[low] < value {
                return low + 1 + sorted[low + 1..high].partition_point(|&at| at < value);
            }
            high = low;
            step *= 2;
        }
    }
    lower_bound_from(sorted, guess, value)
}

/// The first position whose value is at least `value`.
pub fn lower_bound(sorted: &[i64], value: i64) -> usize {
    sorted.partition_point(|&at| at < value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn galloping_finds_what_bisection_finds(
            mut values in prop::collection::vec(-50i64..50, 0..200),
            wanted in -60i64..60,
            back in 0usize..40,
        ) {
            values.sort_unstable();
            let expected = lower_bound(&values, wanted);
            let from = expected.saturating_sub(back);
            prop_assert_eq!(lower_bound_from(&values, from, wanted), expected);
        }

        #[test]
        fn any_guess_leads_to_the_bound(
            mut values in prop::collection::vec(-50i64..50, 0..200),
            wanted in -60i64..60,
            back in 0usize..40,
            guess in 0usize..250,
        ) {
            values.sort_unstable();
            let expected = lower_bound(&values, wanted);
            let from = expected.saturating_sub(back);
            prop_assert_eq!(lower_bound_near(&values, from, guess, wanted), expected);
        }
    }
}
