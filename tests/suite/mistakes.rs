//! Mistakes as authors make them, one of each kind, with what `check` says of them: the program of the example `mistakes`
//! makes more of them.

use collatio_mistakes::desk::Desk;
use collatio_mistakes::{Score, header, kinds, meaning, tried};

use super::collatio_mistakes;

fn desk() -> Desk {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    Desk { files: collatio::disk::read(root).expect("the repository can be read").files }
}

/// A mistake counts as found if anything is reported: where something is reported of the content as it is, all would be.
#[test]
fn the_content_in_which_mistakes_are_made_has_none() {
    let input = collatio::Input { files: desk().files, ..collatio::Input::default() };
    let inspection = collatio::inspect_again(input, &mut collatio::BuildCache::default());
    let found: Vec<String> =
        inspection.diagnostics.iter().map(|d| format!("{}: {}", d.fault.code, d.message)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

/// At least `least` of a hundred.
fn reaches(part: usize, whole: usize, least: usize) -> bool {
    whole > 0 && part * 100 >= whole * least
}

#[test]
fn mistakes_of_each_kind_are_found_at_their_line_with_help_that_works_and_none_misleads() {
    let desk = desk();
    let kinds = kinds();
    let (mut form, mut slips, mut told) = (Score::default(), Score::default(), String::new());
    for (kind, (score, missed)) in kinds.iter().zip(tried(&desk, &kinds, 16, 1)) {
        assert_eq!(score.made, 1, "no mistake could be made: {}: {}", kind.group, kind.name);
        if !missed.is_empty() {
            told += &format!("{}: {}\n{missed}", kind.group, kind.name);
        }
        *(if kind.group == meaning::GROUP { &mut slips } else { &mut form }) += score;
    }
    let table = format!("{}\n{}\n{}\n\n{told}", header(), form.row("form"), slips.row("meaning"));
    assert!(reaches(form.found, form.made, 97), "too few are found\n{table}");
    assert!(reaches(form.at_line, form.made, 95), "too few are at their line\n{table}");
    assert!(reaches(form.helped, form.made, 92), "the help of too many does not work\n{table}");
    assert!(reaches(slips.found, slips.made, 60), "too few slips of meaning are found\n{table}");
    assert_eq!(form.misled + slips.misled, 0, "help misleads\n{table}");
}
