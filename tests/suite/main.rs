//! What holds for the whole house: its walls, its faults, its command line, and what a killed build leaves.

mod cases;
mod changes;
mod cite;
mod cli;
mod copy;
mod days;
mod drafts;
mod feed;
mod hostile;
mod killed;
mod languages;
mod layers;
mod licences;
mod long;
mod modules;
mod mutated;
mod neutral;
mod pairs;
mod sandbox;
mod search;
#[cfg(feature = "serve")]
mod serve;
mod shipped;
