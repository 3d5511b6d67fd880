//! The site as bytes.
