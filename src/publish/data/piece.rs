//! Splits a long file into pieces, so that the largest tables are never entirely in memory. What comes in are bytes;
//! what goes out are pieces of about the same length. It has no errors of its own: the receiver of the pieces keeps
//! track of failures.

use std::io;

/// The least size of a piece in bytes, except for the last.
const LENGTH: usize = 1 << 20;

/// A buffer that passes its bytes on when it is full.
pub(super) struct Pieces<'g> {
    kept: Vec<u8>,
    give: Box<dyn FnMut(Vec<u8>) + 'g>,
}

impl<'g> Pieces<'g> {
    /// A buffer that passes each piece except the last to `give`.
    pub(super) fn new(give: impl FnMut(Vec<u8>) + 'g) -> Pieces<'g> {
        Pieces { kept: Vec::new(), give: Box::new(give) }
    }

    /// The bytes not yet passed on: the last piece, or the whole of a short file.
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
