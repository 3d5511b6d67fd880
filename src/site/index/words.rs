//! The words with which a theme makes names in the site's language.

/// Words that names are made with; a theme gives them in the site's language.
#[derive(Clone, Debug)]
pub struct Words {
    /// How an article is called in a reference; `{}` stands for its number.
    pub article: String,
    /// How an article of a law is called where the law is not in sight; `{law}` and `{article}` stand for the two.
    pub article_of_law: String,
    /// How two countries are called that stand side by side; `{first}` and `{second}` stand for the two.
    pub pair: String,
    /// What the language calls itself.
    pub own_name: String,
    /// What the page is called that says what changed in a country; `{}` stands for its name.
    pub changes_of: String,
    /// What a country's handbook is called; `{}` stands for its name.
    pub handbook_of: String,
    /// What the matrix is called.
    pub matrix: String,
    /// What the grid of treaties is called.
    pub treaties: String,
    /// Where something was read that is cited; `{site}`, `{edition}` and `{day}` stand for the three.
    pub cite_note: String,
    /// Up to which day the site was researched; `{day}` stands for it.
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
            matrix: "Comparison matrix".to_owned(),
            treaties: "Treaty status".to_owned(),
            cite_note: "{site}, {edition}, {day}".to_owned(),
            cite_as_at: "law as at {day}".to_owned(),
        }
    }
}
