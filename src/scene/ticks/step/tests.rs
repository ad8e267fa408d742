use super::*;

fn text(step: Step, start: &str, end: &str, zone: Zone) -> Vec<String> {
    let second = |text: &str| -> f64 {
        let mut parts = text.split(['T', ':']);
        let mut date = parts.next().unwrap().rsplitn(3, '-');
        let mut number = || date.next().unwrap().parse::<i64>().unwrap();
        let (day, month, year) = (number() as u8, number() as u8, number());
        let mut clock = || parts.next().map_or(0, |part| part.parse().unwrap());
        let (hour, minute, second) = (clock(), clock(), clock());
        let at = CivilDateTime {
            date: CivilDate { year, month, day },
            hour,
            minute,
            second,
        };
        zone.to_instant(at).0 as f64
    };
    step.ticks(second(start), second(end), zone, 1000)
        .into_iter()
        .map(|(_, clock)| clock.to_string())
        .collect()
}

#[test]
fn ticks_cover_the_window_and_one_more_at_each_side() {
    assert_eq!(
        text(Step::Months(3), "1972-02-10", "1972-08-01", Zone::TOKYO),
        [
            "1972-01-01T00:00:00",
            "1972-04-01T00:00:00",
            "1972-07-01T00:00:00",
            "1972-10-01T00:00:00"
        ]
    );
    assert_eq!(
        text(Step::TenDays, "1972-02-12", "1972-03-02", Zone::UTC),
        [
            "1972-02-11T00:00:00",
            "1972-02-21T00:00:00",
            "1972-03-01T00:00:00",
            "1972-03-11T00:00:00"
        ]
    );
}

#[test]
fn an_hour_that_summer_time_skips_has_no_tick_and_one_read_twice_has_one() {
    let spring = text(
        Step::Hours(1),
        "2024-03-10T00:00:00",
        "2024-03-10T04:00:00",
        Zone::WASHINGTON,
    );
    assert_eq!(
        spring,
        [
            "2024-03-10T00:00:00",
            "2024-03-10T01:00:00",
            "2024-03-10T03:00:00",
            "2024-03-10T04:00:00"
        ]
    );
    let autumn = text(
        Step::Hours(1),
        "2024-11-03T00:00:00",
        "2024-11-03T03:00:00",
        Zone::WASHINGTON,
    );
    assert_eq!(
        autumn,
        [
            "2024-11-03T00:00:00",
            "2024-11-03T01:00:00",
            "2024-11-03T02:00:00",
            "2024-11-03T03:00:00"
        ]
    );
}

#[test]
fn days_are_civil_days_of_the_zone_also_across_summer_time() {
    let zone = Zone::WASHINGTON;
    let ticks = Step::Day.ticks(
        zone.to_instant(new_year(2024)).0 as f64,
        zone.to_instant(new_year(2025)).0 as f64,
        zone,
        1000,
    );
    assert_eq!(ticks.len(), 367);
    assert!(ticks.iter().all(|(_, clock)| clock.hour == 0));
    let lengths: std::collections::BTreeSet<i64> = ticks
        .windows(2)
        .map(|pair| (pair[1].0.0 - pair[0].0.0) / 3_600)
        .collect();
    assert_eq!(lengths.into_iter().collect::<Vec<_>>(), [23, 24, 25]);
}

#[test]
fn a_day_that_the_zone_skipped_has_no_tick() {
    let apia = Zone::parse("Pacific/Apia").unwrap();
    let days = text(Step::Day, "2011-12-29", "2011-12-31", apia);
    assert_eq!(days, ["2011-12-29T00:00:00", "2011-12-31T00:00:00"]);
}

#[test]
fn years_before_the_common_era_count_as_people_count() {
    let years: Vec<i64> = Step::Years(500)
        .ticks(-6.3e10 - 3.2e10, -3.0e10, Zone::UTC, 100)
        .into_iter()
        .map(|(_, clock)| clock.date.year)
        .collect();
    // 1500, 1000 and 500 BCE, year 1, 500, 1000 and one more.
    assert_eq!(years, [-1499, -999, -499, 1, 500, 1000, 1500]);
}

#[test]
fn every_step_moves_forward_everywhere() {
    for step in Step::ladder() {
        for second in [-4.36e17, -1e12, -6.2e10, 0.0, 1.7e9, 4e17] {
            // That far out `f64` counts in minutes.
            if f64::abs(second) > 1e16 && step.seconds() < 600.0 {
                continue;
            }
            let end = second + step.seconds() * 5.0;
            if end > i64::MAX as f64 {
                // Time ends before: see the next test.
                continue;
            }
            let ticks = step.ticks(second, end, Zone::TOKYO, 20);
            assert!(
                (5..=8).contains(&ticks.len()),
                "{step:?} at {second}: {ticks:?}"
            );
            assert!(ticks.is_sorted());
            assert!(ticks[0].0.0 as f64 <= second + 64.0);
        }
    }
}

#[test]
fn all_time_that_can_be_counted_has_a_few_ticks() {
    let coarsest = Step::ladder().last().expect("a step");
    let ticks = coarsest.ticks(-9.2e18, 9.2e18, Zone::TOKYO, 1000);
    assert!((5..=9).contains(&ticks.len()), "{ticks:?}");
}

#[test]
fn the_ladder_ascends_and_contexts_are_coarser() {
    let steps: Vec<Step> = Step::ladder().collect();
    assert!(
        steps
            .windows(2)
            .all(|pair| pair[0].seconds() < pair[1].seconds())
    );
    assert!(
        steps
            .iter()
            .all(|step| step.context().seconds() > step.seconds())
    );
}
