//! The alphabetical order of a language.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale::Locale;

/// Compares words by the rules of one language (Unicode collation), and numbers within them by value.
#[derive(Debug)]
pub struct Collation {
    collator: Option<CollatorBorrowed<'static>>,
}

impl Collation {
    /// The order of a language, BCP 47; for an unknown one the default order of Unicode.
    pub fn of(language: &str) -> Collation {
        let mut preferences = CollatorPreferences::from(language.parse::<Locale>().unwrap_or(Locale::UNKNOWN));
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        Collation { collator: CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok() }
    }

    /// Compares two words or names.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        match &self.collator {
            Some(collator) => collator.compare(a, b),
            None => a.cmp(b),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(language: &str, words: &str) -> String {
        let collation = Collation::of(language);
        let mut list: Vec<&str> = words.split(' ').collect();
        list.sort_by(|a, b| collation.compare(a, b));
        list.join(" ")
    }

    #[test]
    fn words_are_ordered_as_their_language_does() {
        assert_eq!(sorted("en", "zone Art. art. Übung 10 9 ustav"), "9 10 art. Art. Übung ustav zone");
        assert_eq!(sorted("ru", "яма Ель Ёлка еда ёж"), "еда ёж Ёлка Ель яма");
        assert_eq!(sorted("kk", "Болат Әсем Бек Азат"), "Азат Әсем Бек Болат");
        assert_eq!(sorted("tk", "Daşoguz Çärjew Aşgabat Balkan Cöl"), "Aşgabat Balkan Cöl Çärjew Daşoguz");
        assert_eq!(sorted("no language", "b a"), "a b");
    }
}
