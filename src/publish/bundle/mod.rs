//! The offline copy: the site in one archive, with a page that says what it is and a list by which it can be checked.
//!
//! What comes in is the [`crate::publish::Renderer`] of a site, and the part of it that is asked for; what goes out is a [`Package`], whose
//! bytes follow from these alone. The site lies in it unchanged, or, of a part, with the links that lead out of it turned
//! into plain words.

mod archive;
mod handbook;
mod named;
mod package;
mod part;
mod sums;
mod weight;

pub use named::Unfit;
pub use package::{Package, package, trial};
pub use sums::{Differences, ListError, Present, SUMS, Sum, compare, read};
pub use weight::{Load, Weights, words};
