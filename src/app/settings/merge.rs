//! One settings file and two programs that run: what either changed is kept.

use std::path::PathBuf;

use serde_json::{Map, Value};

use super::Settings;

impl Settings {
    /// These settings with what another program has saved since both were as in `base`. Where both
    /// changed one thing, these win.
    #[must_use]
    pub fn merged(&self, base: &Self, theirs: &Self) -> Self {
        let [ours, base_values, their_values] = [self, base, theirs].map(fields);
        let mut merged: Self =
            serde_json::from_value(Value::Object(newer(&ours, &base_values, &their_values, 1)))
                .unwrap_or_else(|_| self.clone());
        merged.recent = recent(&self.recent, &base.recent, &theirs.recent);
        merged
    }
}

fn fields(settings: &Settings) -> Map<String, Value> {
    match serde_json::to_value(settings) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// Each entry from the side that changed it. Down to `depth` more levels entries are looked into:
/// places and lanes stand each for itself, and the parts of one place belong together.
fn newer(
    ours: &Map<String, Value>,
    base: &Map<String, Value>,
    theirs: &Map<String, Value>,
    depth: usize,
) -> Map<String, Value> {
    let nothing = Map::new();
    let names = ours
        .keys()
        .chain(theirs.keys().filter(|name| !ours.contains_key(*name)));
    let entry = |name: &String| {
        let (our, their) = (ours.get(name), theirs.get(name));
        let value = match (our, base.get(name), their) {
            (our, was, their) if our == was => their?.clone(),
            (Some(Value::Object(our)), was, Some(Value::Object(their))) if depth > 0 => {
                let was = was.and_then(Value::as_object).unwrap_or(&nothing);
                Value::Object(newer(our, was, their, depth - 1))
            }
            (our, ..) => our?.clone(),
        };
        Some((name.clone(), value))
    };
    names.filter_map(entry).collect()
}

/// The files that were opened here, then those that were opened there.
fn recent(ours: &[PathBuf], base: &[PathBuf], theirs: &[PathBuf]) -> Vec<PathBuf> {
    if ours == base {
        return theirs.to_vec();
    }
    let others = theirs.iter().filter(|path| !ours.contains(path));
    let mut all: Vec<PathBuf> = ours.iter().chain(others).cloned().collect();
    all.truncate(super::RECENT_FILES);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::settings::Place;

    fn place(start_s: f64) -> Place {
        Place {
            start_s,
            end_s: start_s + 1.0,
            selected: None,
        }
    }

    #[test]
    fn what_each_program_changed_is_kept() {
        let mut base = Settings::default();
        base.places.insert("both.json".into(), place(0.0));
        base.recent = vec!["old.json".into()];
        let mut ours = base.clone();
        ours.theme = "dark".into();
        ours.scale = 1.25;
        ours.remember_file("ours.json".into());
        ours.places.insert("ours.json".into(), place(1.0));
        ours.places.insert("both.json".into(), place(2.0));
        let mut theirs = base.clone();
        theirs.tone = true;
        theirs.scale = 1.5;
        theirs.remember_file("theirs.json".into());
        theirs.places.insert("theirs.json".into(), place(3.0));
        theirs.places.insert("both.json".into(), place(4.0));

        let merged = ours.merged(&base, &theirs);
        assert_eq!(merged.theme, "dark");
        assert!(merged.tone);
        assert!((merged.scale - 1.25).abs() < 1e-6);
        let recent = ["ours.json", "old.json", "theirs.json"].map(PathBuf::from);
        assert_eq!(merged.recent, recent);
        assert_eq!(merged.places["ours.json"], place(1.0));
        assert_eq!(merged.places["theirs.json"], place(3.0));
        assert_eq!(merged.places["both.json"], place(2.0));
    }

    #[test]
    fn without_another_program_settings_are_saved_as_they_are() {
        let base = Settings::default();
        let ours = Settings {
            zone: Some("Asia/Seoul".into()),
            second_calendar: None,
            bands: false,
            ..Settings::default()
        };
        assert_eq!(ours.merged(&base, &base), ours);
        assert_eq!(base.merged(&ours, &ours), base);
    }
}
