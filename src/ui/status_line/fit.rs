//! What yields where the line has no room for all.
//!
//! In this order: kinds that are not in view, the legend's longer words, names of office holders
//! from the last, the second calendar, and what the date is of. The date and the kinds in view stay.

/// Widths in points of what would like to stand on the line, from the fullest to the least.
pub(super) struct Widths<'a> {
    /// The date: with its calendar, without it, bare.
    pub dates: [f32; 3],
    /// Who was in office: all names, then fewer; empty where nobody is known.
    pub offices: &'a [f32],
    /// The legend: every kind, those in view, those in view in short words.
    pub legends: [f32; 3],
    /// Between the parts.
    pub gap: f32,
}

/// What stands on the line, as positions in [`Widths`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    pub date: usize,
    /// None: nobody is named.
    pub office: Option<usize>,
    pub legend: usize,
}

/// The fullest line that fits in `room` points.
pub(super) fn fit(room: f32, widths: &Widths) -> Fit {
    let Widths {
        dates,
        offices,
        legends,
        gap,
    } = widths;
    let spare = |date: usize, legend: usize| room - dates[date] - gap - legends[legend];
    let named = |spare: f32| {
        let mut names = offices.iter();
        names.position(|width| width + gap <= spare)
    };
    for legend in [0, 1, 2] {
        let spare = spare(0, legend);
        let all = offices.first().map_or(0.0, |width| width + gap);
        if all <= spare {
            let office = (!offices.is_empty()).then_some(0);
            return Fit {
                date: 0,
                office,
                legend,
            };
        }
    }
    let date = (0..dates.len()).find(|&date| spare(date, 2) >= 0.0);
    let date = date.unwrap_or(dates.len() - 1);
    Fit {
        date,
        office: named(spare(date, 2)),
        legend: 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(room: f32) -> Fit {
        let widths = Widths {
            dates: [200.0, 150.0, 80.0],
            offices: &[300.0, 200.0, 100.0],
            legends: [600.0, 400.0, 250.0],
            gap: 20.0,
        };
        fit(room, &widths)
    }

    #[test]
    fn the_legend_of_what_is_in_view_yields_last() {
        let told = |room: f32| {
            let Fit {
                date,
                office,
                legend,
            } = line(room);
            (date, office, legend)
        };
        assert_eq!(told(1200.0), (0, Some(0), 0), "all of it");
        assert_eq!(told(1000.0), (0, Some(0), 1), "kinds in view");
        assert_eq!(told(900.0), (0, Some(0), 2), "short words make room");
        assert_eq!(told(780.0), (0, Some(1), 2), "two names");
        assert_eq!(told(600.0), (0, Some(2), 2), "one name");
        assert_eq!(told(500.0), (0, None, 2), "no name");
        assert_eq!(told(430.0), (1, None, 2), "no calendar");
        assert_eq!(told(360.0), (2, None, 2), "the bare date");
        assert_eq!(told(10.0), (2, None, 2));
    }

    #[test]
    fn a_line_without_office_holders_has_room_for_every_kind() {
        let widths = Widths {
            dates: [200.0; 3],
            offices: &[],
            legends: [600.0, 400.0, 250.0],
            gap: 20.0,
        };
        let expected = Fit {
            date: 0,
            office: None,
            legend: 0,
        };
        assert_eq!(fit(820.0, &widths), expected);
    }
}
