//! Figures as people write numbers in law: decimal figures of any script, and raised ones.

/// The value of a decimal figure of any script in which laws are numbered.
pub fn figure(c: char) -> Option<u32> {
    /// The zeros of the decimal figures of Unicode: Arabic, Persian, Devanagari, Bengali, Thai, Lao, Tibetan, Myanmar,
    /// Khmer, and full-width ones.
    const ZEROS: [u32; 10] = [0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xED0, 0xF20, 0x1040, 0x17E0, 0xFF10];
    c.to_digit(10).or_else(|| ZEROS.iter().find_map(|zero| (c as u32).checked_sub(*zero).filter(|value| *value < 10)))
}

/// The value of a raised figure.
pub fn raised_figure(c: char) -> Option<u32> {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().zip(0..).find(|(raised, _)| *raised == c).map(|(_, value)| value)
}

/// The value of a Chinese numeral: a figure, or 10, 100 or 1000.
pub fn han_figure(c: char) -> Option<u64> {
    const FIGURES: &str = "〇一二三四五六七八九";
    match c {
        '零' => Some(0),
        '两' | '兩' => Some(2),
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        c => FIGURES.chars().position(|figure| figure == c).and_then(|n| u64::try_from(n).ok()),
    }
}

/// The value of a number in Chinese numerals: `一百二十八` and `一二八` are 128.
pub fn han_value(numerals: impl Iterator<Item = char>) -> u64 {
    let (mut sum, mut figures) = (0_u64, None);
    for value in numerals.filter_map(han_figure) {
        match value {
            10.. => sum = sum.saturating_add(figures.take().unwrap_or(1_u64).saturating_mul(value)),
            value => figures = Some(figures.unwrap_or(0).saturating_mul(10).saturating_add(value)),
        }
    }
    sum.saturating_add(figures.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_any_script_and_raised_ones_have_their_value() {
        let values = |text: &str| text.chars().map(figure).collect::<Vec<_>>();
        assert_eq!(values("0٣۴७9５a¹"), [Some(0), Some(3), Some(4), Some(7), Some(9), Some(5), None, None]);
        let raised = |text: &str| text.chars().map(raised_figure).collect::<Vec<_>>();
        assert_eq!(raised("⁰¹⁹1ⁿ"), [Some(0), Some(1), Some(9), None, None]);
    }
}
