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
