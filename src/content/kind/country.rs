//! Countries and regions: the profile.

use crate::law::{AnyRecord, Country, CountryId, CountryKind, FormerName};
use crate::text::{
    Code, Diagnostic, Fault, Level, Span, Standing, codes_of, country_called, country_meant, country_of,
    foreign_letter, former_holder,
};

use crate::content::fields::Fields;
use crate::content::form::FieldType::{Date, Entries, Flag, Id, Ids, Languages, LocalizedTexts, OneOf, Words};
use crate::content::form::{Decode, Field, FileKind, Place, optional, optional_words, required, required_words};
use crate::content::record::head;

const FORMER_NAME: &[Field] = &[
    required_words("name", Words, "The name.", "\"Old Ruritania\""),
    required("until", Date, "From when it had another.", "\"2013-10-24\""),
];

/// `index.md` in the folder of a country.
pub const COUNTRY: FileKind = FileKind {
    name: "country",
    path: "countries/{country}/index.md",
    meaning: "A jurisdiction. Copy a country's folder to add one; the folder's name is its id.",
    fields: &[
        required_words("name", Words, "Its usual name.", "\"Ruritania\""),
        optional_words("official_name", Words, "Its full name.", "\"Kingdom of Ruritania\""),
        optional("kind", OneOf(CountryKind::WORDS), "What it is; `state` where nothing is said.", "\"state\""),
        optional("members", Ids("country"), "For a region: the countries of which its statements may speak.", "[]"),
        optional("compared", Flag, "`false`: no column in the matrix; it appears with the instruments alone.", "true"),
        optional("iso", Words, "ISO 3166-1 alpha-2 or ISO 3166-2.", "\"XR\""),
        optional("iso3", Words, "ISO 3166-1 alpha-3.", "\"XRU\""),
        optional("m49", Words, "The United Nations' code, in quotes.", "\"999\""),
        optional_words("capital", Words, "Seat of government.", "\"Strelsau\""),
        optional("languages", Languages, "Languages of its laws, BCP 47.", "[\"de\"]"),
        optional(
            "names",
            LocalizedTexts,
            "Its name in other languages.",
            "[{ text = \"Ruritanien\", language = \"de\" }]",
        ),
        optional("former_name", Entries(FORMER_NAME), "What it was called before, written `[[former_name]]`.", ""),
        optional("from", Date, "From when the state exists.", "\"1991-12-26\""),
        optional("until", Date, "From when the state does not exist any more.", "\"1991-12-26\""),
        optional("predecessors", Ids("country"), "The states before it.", "[\"xo\"]"),
        optional("successors", Ids("country"), "The states after it.", "[\"xs\"]"),
        optional("part_of", Id("country"), "For a part: the state that it is a part of.", "\"xs\""),
    ],
    body: Some(
        "The profile. Prose before the first `##` stands on top of the page. A part `## Heading {#section}` stands where \
         the page treats that section of the codebook; `{#treaties}`, `{#gaps}`, `{#amendments}`, `{#laws}`, \
         `{#statistics}`, `{#observations}` and `{#sources}` name the other parts of the page; any other part stands before the sources.",
    ),
    decode: Decode::Record(country),
};

pub static BAD_CODE: Fault = Fault {
    code: "bad-code",
    level: Level::Error,
    summary: "a code of a country is not one of its standard",
    explanation: "`iso` is the code of two letters of ISO 3166-1 (`JP`), or of ISO 3166-2 for a part of a state (`GB-SCT`); \
`iso3` the one of three letters (`JPN`), `m49` the number of the United Nations (`392`), and all three are of one country. \
Readers join tables by them, so a code that is not one, or is another's, joins the wrong rows.\n\nThree kinds are accepted \
though no state has them today: codes that the standard leaves to its users (`AA`, `QM` to `QZ`, `XA` to `XZ`, `ZZ`), among \
them `XK`, which the European Union, the International Monetary Fund and others use for Kosovo; and codes of states that have \
ended or changed their name (ISO 3166-3: `SU`, `CS`, `YU`).",
};

pub static UNKNOWN_SUBDIVISION: Fault = Fault {
    code: "unknown-subdivision",
    level: Level::Warning,
    summary: "a code of a part of a state is not in the list that this program has",
    explanation: "The parts of states and their codes change more often than states do. Look the code up in ISO 3166-2; \
acknowledge the warning where it is right and newer than the program.",
};

pub static FORMER_CODE: Fault = Fault {
    code: "former-code",
    level: Level::Warning,
    summary: "a code belongs to a state that has ended, and the record does not say so",
    explanation: "ISO 3166-3 keeps the codes of states that have ended or changed their name: `SU`, `CS`, `YU`. A record of \
such a state says in `until` from when it is no more, and in `successors` who came after it; a state of today has a code of \
today.",
};

/// Reports faulty codes of a country.
fn codes(fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) {
    let iso = fields.words("iso");
    // Where the two other codes agree on another country, the first is the slip.
    let others = ["iso3", "m49"].map(|name| fields.words(name).and_then(|code| country_of(&code)));
    if let (Some(own), [Some(three), Some(number)]) = (&iso, &others)
        && three == number
        && three != own
        && Code::Country.standing(own) == Standing::Assigned
    {
        let message = format!("`{own}` is not the country of `iso3` and `m49`");
        faults.push(BAD_CODE.at(fields.place("iso"), message).suggest(Some(three)));
        return;
    }
    // A code that stands alone is compared with the name.
    let named = fields.words("name").filter(|name| name.len() > 3).and_then(|name| country_called(&name));
    if let (Some(own), Some(named), [None, None]) = (&iso, named, &others)
        && own != named
        && own.len() == 2
        && Code::Country.standing(own) == Standing::Assigned
    {
        let message = format!("`{own}` is not the code of the country that is called so");
        faults.push(BAD_CODE.at(fields.place("iso"), message).suggest(Some(named)));
        return;
    }
    for (name, kind, form) in [
        ("iso", Code::Country, "two capitals: \"JP\""),
        ("iso3", Code::Country3, "three capitals: \"JPN\""),
        ("m49", Code::Figures, "three figures: \"392\""),
    ] {
        let Some(code) = fields.words(name) else { continue };
        let kind = if name == "iso" && code.contains('-') { Code::Subdivision } else { kind };
        let at = fields.place(name);
        let meant = meant_code(kind, &code, iso.as_deref());
        let bad = |message: String| {
            let fault = BAD_CODE.at(at, message);
            match meant.as_deref().filter(|meant| *meant != code) {
                Some(meant) => fault.suggest(Some(meant)),
                None => fault.help(format!("write the code as {form}, or leave the field out")),
            }
        };
        let standing = kind.standing(&code);
        match standing {
            Standing::Malformed if let Some(letter) = foreign_letter(&code) => {
                faults.push(bad(format!("`{code}` has the letter `{letter}`, which is not ASCII")));
            }
            Standing::Malformed => faults.push(bad(format!("`{code}` is not of the form of `{name}`"))),
            Standing::Unknown if kind == Code::Subdivision && Code::Country.is_known(&code[..2]) => {
                let message = format!("no part of a state with the code `{code}` is known here");
                faults.push(UNKNOWN_SUBDIVISION.at(at, message).help("look it up in ISO 3166-2"));
            }
            Standing::Unknown => faults.push(bad(format!("no country has the code `{code}`"))),
            Standing::Former if !fields.has("until") && (name == "iso" || iso.is_none()) => {
                faults.extend(former(&code, at));
            }
            Standing::Former
                if let Some((own, iso)) = meant.as_ref().zip(iso.as_ref()).filter(|_| !fields.has("until")) =>
            {
                let message = format!("`{code}` is no longer the code of a country, and not that of `{iso}`");
                faults.push(BAD_CODE.at(at, message).suggest(Some(own)));
            }
            Standing::Assigned if kind == Code::Country3 || kind == Code::Figures => {
                let own = iso.as_deref().and_then(codes_of);
                let own = own.map(|(three, figures)| if kind == Code::Country3 { three.to_owned() } else { figures });
                if let (Some(own), Some(iso)) = (own.filter(|own| *own != code), &iso) {
                    let message = format!("`{code}` is not the code of the country `{iso}`");
                    faults.push(BAD_CODE.at(at, message).suggest(Some(own)));
                }
            }
            Standing::Assigned | Standing::Private | Standing::Former => {}
        }
    }
}

/// The code that was probably meant by `code`, for a country whose `iso` is known.
fn meant_code(kind: Code, code: &str, iso: Option<&str>) -> Option<String> {
    let whole = || country_meant(code).or_else(|| iso.map(str::to_owned)).and_then(|two| codes_of(&two));
    match kind {
        Code::Country => country_meant(code),
        Code::Country3 => whole().map(|(three, _)| three.to_owned()),
        Code::Figures => {
            let padded = format!("{code:0>3}");
            let is_short = Code::Figures.standing(&padded) == Standing::Assigned;
            if is_short { Some(padded) } else { whole().map(|(_, figures)| figures) }
        }
        Code::Subdivision => None,
    }
}

fn former(code: &str, at: Span) -> Option<Diagnostic> {
    let (holder, year) = former_holder(code)?;
    let message = format!("`{code}` was the code of {holder} until {year}");
    Some(FORMER_CODE.at(at, message).help("say in `until` from when the state is no more, or write the code of today"))
}

fn country(place: &Place<'_>, fields: &Fields<'_, '_>, faults: &mut Vec<Diagnostic>) -> Option<AnyRecord> {
    codes(fields, faults);
    Some(AnyRecord::Country(Country {
        head: head(fields),
        id: CountryId::new(place.id()),
        name: fields.text("name")?,
        official_name: fields.text("official_name"),
        kind: CountryKind::parse(fields.word("kind")).unwrap_or(CountryKind::State),
        members: fields.ids("members", CountryId::new),
        compared: fields.flag("compared").unwrap_or(true),
        iso: fields.words("iso"),
        iso3: fields.words("iso3"),
        m49: fields.words("m49"),
        capital: fields.text("capital"),
        languages: fields.list("languages"),
        names: fields.localized_texts("names"),
        former_names: fields.entries("former_name").iter().filter_map(former_name).collect(),
        from: fields.date("from"),
        until: fields.date_at("until"),
        predecessors: fields.ids("predecessors", CountryId::new),
        successors: fields.ids("successors", CountryId::new),
        part_of: fields.id("part_of", CountryId::new),
        body: fields.file.body(),
    }))
}

fn former_name(fields: &Fields<'_, '_>) -> Option<FormerName> {
    Some(FormerName { name: fields.text("name")?, until: fields.date("until")? })
}
