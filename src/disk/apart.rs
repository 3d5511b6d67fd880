//! Keeps the output folder apart from the inputs of the site.

use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::SystemError;

/// Refuses `out` if it lies in the content or the themes of the site at `root`, or contains them. Symbolic links and
/// `..` in the paths are resolved first.
pub fn keep_apart(root: &Path, out: &Path) -> Result<(), SystemError> {
    let real_out = real(out);
    let mut sources = vec![("content", root.join("content")), ("themes", root.join("themes"))];
    // A theme may be a symbolic link to a folder elsewhere.
    let themes = fs::read_dir(root.join("themes")).into_iter().flatten().flatten();
    sources.extend(themes.map(|entry| ("themes", entry.path())));
    for (name, folder) in sources {
        let folder = real(&folder);
        if real_out.starts_with(&folder) || folder.starts_with(&real_out) {
            let what = format!("will not write to `{}`", out.display());
            return Err(SystemError::new(what, format!("the site's `{name}` would be in its way"))
                .help("name another place with `--out`"));
        }
    }
    Ok(())
}

/// The absolute path that `path` names, whether it exists or not: its deepest existing folder with links resolved, and
/// the rest appended.
fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.into());
    let mut place = PathBuf::new();
    let mut wanting: Vec<OsString> = Vec::new();
    for part in whole.components() {
        match part {
            Component::ParentDir if !wanting.is_empty() => drop(wanting.pop()),
            Component::ParentDir => drop(place.pop()),
            Component::CurDir => {}
            Component::Normal(name) if wanting.is_empty() => match place.join(name).canonicalize() {
                Ok(real) => place = real,
                Err(_) => wanting.push(name.to_owned()),
            },
            Component::Normal(name) => wanting.push(name.to_owned()),
            start => place.push(start),
        }
    }
    wanting.into_iter().fold(place, |place, name| place.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_does_not_exist_yet_is_found_through_what_does() {
        let here = std::env::temp_dir().canonicalize().expect("there is one");
        for (path, expected) in
            [("no-such/../x", "x"), ("no-such/a/../../x/./y", "x/y"), ("x", "x"), ("no-such/a/..", "no-such")]
        {
            assert_eq!(real(&here.join(path)), here.join(expected), "{path}");
        }
    }
}
