//! A long file in pieces, so that the largest tables are never in memory whole. What comes in are bytes; what goes out
//! are pieces of about the same length. It cannot fail: who takes the pieces remembers what went wrong with them.

use std::io;

/// How long a piece is at least, but for the last.
const LENGTH: usize = 1 << 20;

/// Bytes that are handed on when they have become many.
pub(super) struct Pieces<'g> {
    kept: Vec<u8>,
    give: Box<dyn FnMut(Vec<u8>) + 'g>,
}

impl<'g> Pieces<'g> {
    /// Hands each piece but the last to `give`.
    pub(super) fn new(give: impl FnMut(Vec<u8>) + 'g) -> Pieces<'g> {
        Pieces { kept: Vec::new(), give: Box::new(give) }
    }

    /// The bytes that were not yet handed on: the last piece, or the whole of a short file.
    pub(super) fn rest(self) -> Vec<u8> {
        self.kept
    }

    /// Adds one byte.
    pub(super) fn push(&mut self, byte: u8) {
        self.extend_from_slice(&[byte]);
    }

    /// Adds bytes.
    pub(super) fn extend_from_slice(&mut self, bytes: &[u8]) {
        if self.kept.len() >= LENGTH {
            (self.give)(std::mem::replace(&mut self.kept, Vec::with_capacity(LENGTH + LENGTH / 8)));
        }
        self.kept.extend_from_slice(bytes);
    }
}

impl io::Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_together_are_the_file_and_a_short_file_is_one() {
        let mut given = Vec::new();
        let mut out = Pieces::new(|piece| given.push(piece));
        (0..700_000_u32).for_each(|n| out.extend_from_slice(&n.to_le_bytes()));
        let last = out.rest();
        assert_eq!(given.len(), 2);
        let whole: Vec<u8> = given.into_iter().flatten().chain(last).collect();
        assert!(whole.chunks(4).zip(0..700_000_u32).all(|(four, n)| four == n.to_le_bytes()));
        assert_eq!(whole.len(), 2_800_000);
        let mut short = Pieces::new(|_| panic!("a short file is not handed on before its end"));
        short.push(1);
        assert_eq!(short.rest(), [1]);
    }
}
