//! Patterns with which names are made in the site's language.

/// Patterns for names, which a theme provides in the site's language.
#[derive(Clone, Debug)]
pub struct Words {
    /// An article in a reference; `{}` is its number.
    pub article: String,
    /// An article where its law is not obvious; `{law}` and `{article}` are the names of both.
    pub article_of_law: String,
    /// A comparison of two countries; `{first}` and `{second}` are their names.
    pub pair: String,
    /// The language's name in itself.
    pub own_name: String,
    /// The title of the page with a country's changes; `{}` is its name.
    pub changes_of: String,
    /// The title of a country's handbook; `{}` is its name.
    pub handbook_of: String,
    /// The countries that belong to no region, or the rows that belong to no section.
    pub others: String,
    /// The title of the matrix.
    pub matrix: String,
    /// The title of the grid of treaties.
    pub treaties: String,
    /// Where a cited page was read; `{site}`, `{edition}` and `{day}` are replaced.
    pub cite_note: String,
    /// Up to which day the site was researched; `{day}` is replaced.
    pub cite_as_at: String,
}

impl Default for Words {
    fn default() -> Words {
        Words {
            article: "art. {}".to_owned(),
            article_of_law: "{law}, {article}".to_owned(),
            pair: "{first} and {second}".to_owned(),
            own_name: String::new(),
            changes_of: "What changed: {}".to_owned(),
            handbook_of: "{}: handbook".to_owned(),
            others: "Others".to_owned(),
            matrix: "Comparison matrix".to_owned(),
            treaties: "Treaty status".to_owned(),
            cite_note: "{site}, {edition}, {day}".to_owned(),
            cite_as_at: "law as at {day}".to_owned(),
        }
    }
}
