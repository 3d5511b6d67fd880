//! What an edit costs who publishes a site: a page that does not show what was edited keeps its bytes, so that a copy, a
//! cache or an archive takes the few files that changed and no others.

use std::collections::BTreeMap;

use crate::shipped::{files_of, input, repository};

const NOTE: &str = "Ограду поставили сами велосипедисты.";

/// All that is written of a small site with that note on one finding.
fn written(note: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = files_of(&repository().join("tests/sites/velo"));
    for file in &mut files {
        if file.text.contains(NOTE) {
            *file = collatio::text::File::new(&*file.path, file.text.replace(NOTE, note));
        }
    }
    let build = collatio::build(&input(files));
    let mut written: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let printed = build.renderer.expect("the theme can be read").print::<()>(&mut |output| {
        written.entry(output.path).or_default().extend(output.bytes);
        Ok(())
    });
    assert!(printed.expect("nothing stops it").is_empty());
    written
}

#[test]
fn an_edited_note_changes_the_pages_that_show_it_and_what_says_of_what_the_site_was_made() {
    let (before, after) = (written(NOTE), written("Ограду поставил город."));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let changed: Vec<&str> =
        before.iter().filter(|(path, bytes)| after[*path] != **bytes).map(|(path, _)| path.as_str()).collect();
    let shows = |path: &&str| text(&before[*path]).contains("сами велосипедисты");
    let (showing, others): (Vec<&str>, Vec<&str>) = changed.into_iter().partition(shows);
    assert!(showing.contains(&"questions/gde-stoyat.html"), "{showing:?}");
    let pages: Vec<&&str> = others.iter().filter(|path| path.ends_with(".html")).collect();
    assert_eq!(pages, [&"about/index.html", &"search/index.html"], "{others:?}");
    let about = |files: &BTreeMap<String, Vec<u8>>| text(&files["about/index.html"]);
    assert_ne!(about(&before), about(&after), "the page about the edition says of what it was made");
}
