//! The offline copy: the site in one archive, with a start page that describes it and a list of checksums.
//!
//! What comes in is the [`crate::publish::Renderer`] of a site, and the part of it that is asked for; what goes out is
//! a [`Package`], whose bytes depend on these alone. The whole site is packed unchanged; in a part, links that lead out
//! of it become plain text.

mod archive;
mod handbook;
mod named;
mod package;
mod part;
mod sums;
mod weight;

pub use named::Unfit;
pub use package::{Package, package, trial};
pub use sums::{Differences, List, ListError, Present, SUMS, Sum, compare, read};
pub use weight::{Load, Weights, words};
