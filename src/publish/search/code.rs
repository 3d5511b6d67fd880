//! Encodes whole numbers as printable characters that a script can hold in a string without escapes; small numbers take
//! fewer characters. `assets/search.js` decodes them.
//!
//! A number is any number of continuing digits, most significant first, followed by one final digit.

/// The folder of the index files, from the root of the site in one language.
pub const FOLDER: &str = "search";

/// Why writing into memory cannot fail.
pub const IN_MEMORY: &str = "a string takes all bytes";

/// The first digit. Digits are printable ASCII without the space, `!` (the separator), `"` and `\` (special in
/// strings).
const FIRST: u8 = b'#';

/// Number of final digits.
const ENDS: u32 = 62;

/// Number of continuing digits.
const GOES_ON: u32 = 29;

fn digit(n: u32) -> u8 {
    let c = FIRST + u8::try_from(n).expect("a digit");
    if c < b'\\' { c } else { c + 1 }
}

/// Appends the code of a number.
pub(super) fn number(value: u32, out: &mut Vec<u8>) {
    let mut digits = [0_u8; 8];
    let mut count = 0;
    let mut rest = value / ENDS;
    while rest > 0 {
        digits[count] = digit(ENDS + (rest - 1) % GOES_ON);
        rest = (rest - 1) / GOES_ON;
        count += 1;
    }
    out.extend(digits[..count].iter().rev());
    out.push(digit(value % ENDS));
}

/// Appends the code of a number that may be negative, as `2n` or `-2n - 1`.
pub(super) fn signed(value: i64, out: &mut Vec<u8>) {
    let folded = if value < 0 { -value * 2 - 1 } else { value * 2 };
    number(u32::try_from(folded).expect("a step in a list"), out);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Vec<u32> {
        let (mut out, mut high) = (Vec::new(), 0);
        for byte in bytes {
            let n = u32::from(byte - FIRST) - u32::from(*byte > b'\\');
            if n < ENDS {
                out.push(high * ENDS + n);
                high = 0;
            } else {
                high = high * GOES_ON + n - ENDS + 1;
            }
        }
        out
    }

    #[test]
    fn numbers_are_read_as_they_were_written_and_need_no_escape() {
        let list: Vec<u32> = (0..4000).chain([61_999, 62_000, 1_000_000, u32::MAX / 4]).collect();
        let mut out = Vec::new();
        list.iter().for_each(|n| number(*n, &mut out));
        assert_eq!(read(&out), list);
        assert!(out.iter().all(|c| c.is_ascii_graphic() && !b"!\"\\".contains(c)));
    }
}
