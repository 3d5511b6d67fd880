//! What is said of prose where only plain words can stand: in descriptions, on cards, in lists of headings and beside the
//! terms of the glossary.

use collatio::Build;
use collatio::text::File;

use crate::shipped::{input, page};

/// A site whose proses hold all that plain words must not lose or show as it was typed.
fn marked() -> Build {
    let file = |path: &str, text: &str| File::new(path, text);
    collatio::build(&input(vec![
        file("collatio.toml", "title = \"Islands\"\nlanguage = \"en\"\nedition = \"2020-06-01\"\n"),
        file("content/index.md", "+++\ntitle = \"Islands\"\n+++\n"),
        file(
            "content/countries/xr/index.md",
            "+++\nname = \"Xr\"\nkind = \"state\"\n+++\nAn island. See *[[xr/act/12]]* [@gazette, no. 1] and art. 130^1^ or 131^12^[^n].\n\n[^n]: A note.\n\n## Art. 7^1^\n\nA ferry.\n",
        ),
        file(
            "content/countries/xs/index.md",
            "+++\nname = \"Xs\"\nkind = \"state\"\n+++\n[@gazette, no. 1]\n\nArt. 5^bis^, [[xr/act/12]]\n",
        ),
        file(
            "content/countries/xr/laws/act/index.md",
            "+++\ntitle = \"Ferry Act\"\nkind = \"act\"\nadopted = \"1989-12-01\"\ncommences = \"1990-01-01\"\n\n[[citation]]\nsource = \"gazette\"\nplace = \"no. 1\"\n+++\n",
        ),
        file(
            "content/countries/xr/laws/act/12.md",
            "+++\narticle = \"12\"\n\n[[wording]]\nfrom = \"1990-01-01\"\nquote = \"A ferry leaves daily.\"\nsource = \"gazette\"\nplace = \"no. 1\"\n+++\n",
        ),
        file("content/topics/boats.md", "+++\ntitle = \"Boats\"\n+++\n**Boats**, by [[xr/act/12]].\n"),
        file("content/terms/ferry.md", "+++\nterm = \"ferry\"\n+++\nA boat of [[xr/act/12]], item 3^2^.\n"),
        file(
            "content/pages/guide.md",
            "+++\ntitle = \"Guide\"\n+++\n## Art. 1^1^\n\n## To [a site](https://xr.example)\n\n## By [[xr/act/12]] [@gazette, no. 1]\n",
        ),
        file("content/sources/gazette.md", "+++\ncitation = \"Gazette\"\ntier = \"official-translation\"\n+++\n"),
    ]))
}

#[test]
fn a_description_and_a_card_have_the_names_of_records_and_raised_numbers() {
    let build = marked();
    let words = "An island. See Ferry Act, art. 12 and art. 130¹ or 131¹².";
    for path in ["countries/xr/index.html", "countries/index.html"] {
        let page = page(&build, path);
        assert!(page.contains(words), "{path}: {page}");
    }
    let topics = page(&build, "topics/index.html");
    assert!(topics.contains("Boats, by Ferry Act, art. 12."), "{topics}");
}

#[test]
fn a_page_is_described_by_the_first_paragraph_that_says_anything() {
    let page = page(&marked(), "countries/xs/index.html");
    assert!(page.contains("content=\"Art. 5ᵇⁱˢ, Ferry Act, art. 12\""), "{page}");
}

#[test]
fn a_list_of_headings_shows_their_words_and_no_citation() {
    let build = marked();
    let guide = page(&build, "pages/guide.html");
    for words in ["Art. 1¹", "To a site", "By Ferry Act, art. 12"] {
        assert!(guide.contains(&format!(">{words}</a>")), "{words}: {guide}");
    }
    let country = page(&build, "countries/xr/index.html");
    assert!(country.contains(">Art. 7¹<"), "{country}");
}

#[test]
fn what_a_term_means_is_said_in_plain_words_beside_it() {
    let page = page(&marked(), "countries/xr/index.html");
    assert!(page.contains("A boat of Ferry Act, art. 12, item 3²."), "{page}");
}
