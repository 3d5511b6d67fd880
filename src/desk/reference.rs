//! A reference as lists of literature have it, whatever their form.

/// A work that is cited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reference {
    /// Its number in the file, from 1.
    pub(super) number: u32,
    /// The key by which the file calls it.
    pub(super) key: String,
    /// Its kind, as the words of a site's own language say it in English: `journal article`.
    pub(super) kind: String,
    pub(super) title: String,
    pub(super) authors: Vec<Person>,
    pub(super) editors: Vec<Person>,
    /// The journal, book or site of which it is a part.
    pub(super) container: String,
    pub(super) publisher: String,
    /// Where it was published.
    pub(super) town: String,
    /// Year, month and day, as far as they are given: `2005`, `2005-03`, `2005-03-01`.
    pub(super) date: String,
    pub(super) volume: String,
    pub(super) issue: String,
    pub(super) pages: String,
    pub(super) url: String,
    pub(super) doi: String,
    pub(super) language: String,
    /// The day on which its address was looked up.
    pub(super) accessed: String,
}

/// A person, or an organisation that has a family name alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) family: String,
    pub(super) given: String,
}

impl Person {
    /// An organisation.
    pub(super) fn whole(name: &str) -> Person {
        Person { family: name.trim().to_owned(), given: String::new() }
    }

    /// A name as lists write it: `Family, Given`, or `Given Family`.
    pub(super) fn read(name: &str) -> Person {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some((family, given)) = name.split_once(',') {
            // `Family, Jr, Given` is rare, and its order is kept.
            return Person { family: family.trim().to_owned(), given: given.trim().replace(", ", " ") };
        }
        let words: Vec<&str> = name.split(' ').collect();
        // Particles in small letters belong to the family: `Ludwig van Beethoven`.
        let particle = words.iter().position(|word| word.starts_with(char::is_lowercase)).filter(|at| *at > 0);
        let at = particle.unwrap_or(words.len().saturating_sub(1));
        Person { family: words[at..].join(" "), given: words[..at].join(" ") }
    }

    /// The name as it is spoken.
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.given, self.family).trim().to_owned()
    }
}

/// The year, month and day with which words begin, as far as they are numbers: `2005/03/01/`, `2005-03`, `2005`.
pub(super) fn date(words: &str) -> String {
    let mut out = String::new();
    for (part, digits) in words.split(['-', '/', '.', 'T', ' ']).zip([4, 2, 2]) {
        let number = part.trim();
        let is_number = !number.is_empty() && number.len() <= digits && number.bytes().all(|b| b.is_ascii_digit());
        if !is_number || number.bytes().all(|b| b == b'0') {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(&format!("{number:0>digits$}"));
    }
    // A year has four digits.
    if out.split('-').next().is_some_and(|year| year.starts_with('0')) { String::new() } else { out }
}

/// The English words for kinds of works, by the names that CSL, RIS and BibTeX have for them.
pub(super) fn kind(name: &str) -> &'static str {
    match name.to_ascii_lowercase().as_str() {
        "article-journal" | "journalarticle" | "jour" | "article" => "journal article",
        "article-newspaper" | "newspaperarticle" | "news" => "newspaper article",
        "article-magazine" | "magazinearticle" | "mgzn" => "magazine article",
        "book" | "mvbook" => "book",
        "chapter" | "booksection" | "chap" | "incollection" | "inbook" => "chapter of a book",
        "report" | "rprt" | "techreport" => "report",
        "thesis" | "thes" | "phdthesis" | "mastersthesis" => "thesis",
        "paper-conference" | "conferencepaper" | "cpaper" | "conf" | "inproceedings" => "conference paper",
        "webpage" | "post-weblog" | "blogpost" | "elec" | "blog" | "online" | "electronic" => "web page",
        "entry-encyclopedia" | "ency" | "inreference" => "entry of an encyclopaedia",
        "legislation" | "statute" | "stat" | "legislation-en" => "statute",
        "bill" => "bill",
        "legal_case" | "case" | "jurisdiction" => "judgment",
        "treaty" => "treaty",
        "dataset" | "data" => "data set",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_however_it_is_turned() {
        for (written, family, given) in [
            ("Author, Ann B.", "Author", "Ann B."),
            ("Ann B. Author", "Author", "Ann B."),
            ("Ludwig van Beethoven", "van Beethoven", "Ludwig"),
            ("Plato", "Plato", ""),
        ] {
            let person = Person::read(written);
            assert_eq!((&*person.family, &*person.given), (family, given), "{written}");
        }
    }

    #[test]
    fn a_date_is_known_as_far_as_it_is_written() {
        for (written, known) in [
            ("2005", "2005"),
            ("2005/3/1/", "2005-03-01"),
            ("2005///", "2005"),
            ("2005-03-01T12:00", "2005-03-01"),
            ("2005-00-00", "2005"),
            ("in press", ""),
            ("05", ""),
        ] {
            assert_eq!(date(written), known, "{written}");
        }
    }
}
