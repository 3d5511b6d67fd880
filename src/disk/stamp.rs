//! What the system says of a file, by which a change is noticed without reading the file.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// For how long after a change the system may give a further one the same time; on some file systems, two seconds.
const COARSEST_CLOCK: Duration = Duration::from_secs(3);

/// Length and times of a file, and where it lies on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    changed: SystemTime,
    /// Number of the file, and time of the last change of anything about it, which no program can set back.
    system: (u64, i64, i64),
}

impl Stamp {
    /// The stamp of a file that is read from now on. `None` where it changed so recently, or in the future, that another
    /// change could have the same stamp.
    pub(super) fn of(about: &Metadata, now: SystemTime) -> Option<Stamp> {
        let changed = about.modified().ok()?;
        let system = system(about);
        let touched = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(u64::try_from(system.1).ok()?))?;
        let age = |time| now.duration_since(time).ok();
        let is_settled = age(changed)? > COARSEST_CLOCK && age(touched)? > COARSEST_CLOCK + Duration::from_secs(1);
        is_settled.then_some(Stamp { length: about.len(), changed, system })
    }
}

#[cfg(unix)]
fn system(about: &Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt as _;
    (about.ino(), about.ctime(), about.ctime_nsec())
}

#[cfg(not(unix))]
fn system(_: &Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_just_now_has_no_stamp_yet() {
        let about = |path: &str| std::fs::metadata(path).expect("it is there");
        let here = about(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
        let changed = here.modified().expect("this system tells it");
        let later = SystemTime::now() + COARSEST_CLOCK * 2;
        assert_eq!(Stamp::of(&here, changed + Duration::from_secs(1)), None);
        assert_eq!(Stamp::of(&here, changed - Duration::from_secs(60)), None);
        assert!(Stamp::of(&here, later).is_some_and(|stamp| Some(stamp) == Stamp::of(&here, later)));
        let other = about(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"));
        assert_ne!(Stamp::of(&here, later), Stamp::of(&other, later));
    }
}
