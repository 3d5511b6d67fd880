//! Whole numbers as printable characters, which a script may hold in a string as they are: the smaller the number, the
//! fewer characters. `assets/search.js` reads them.
//!
//! A number is any number of characters that go on, most significant first, and one that ends it.

/// Where the files of an index lie, from the root of the site in one language.
pub const FOLDER: &str = "search";

/// Why writing into memory cannot fail.
pub const IN_MEMORY: &str = "a string takes all bytes";

/// The characters: printable ASCII without the space, `!` (which separates), `"` and `\` (which a string cannot hold).
const FIRST: u8 = b'#';

/// How many characters end a number.
const ENDS: u32 = 62;

/// How many say that it goes on.
const GOES_ON: u32 = 29;

fn digit(n: u32) -> u8 {
    let c = FIRST + u8::try_from(n).expect("a digit");
    if c < b'\\' { c } else { c + 1 }
}

/// Adds a number.
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

/// Adds a number that may be negative.
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
