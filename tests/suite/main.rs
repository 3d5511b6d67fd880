//! What holds for the whole house, in one program, which is linked once: its walls, its faults, its command line, what a
//! killed build leaves, the built sites as files, the manual, and the register that the shipped content is held to.

mod agreement;
mod article;
mod bounds;
mod cases;
mod changes;
mod cite;
mod cli;
mod coders;
mod completeness;
mod contents;
mod copy;
mod days;
mod depositary;
mod doors;
mod drafts;
mod edit;
mod examples;
mod feed;
mod history;
mod hostile;
mod html;
mod init;
mod killed;
mod languages;
mod layers;
mod letters;
mod licences;
mod links;
mod literature;
mod long;
#[cfg(feature = "lsp")]
mod lsp;
mod manual;
mod markdown;
mod mistakes;
mod modules;
mod mutated;
mod neutral;
mod pairs;
mod pictures;
mod plain;
mod rebuild;
mod refused;
mod rename;
mod sandbox;
mod search;
mod sentence;
#[cfg(feature = "serve")]
mod serve;
mod sheet;
mod shipped;
mod size;
mod split;
mod standings;
mod theme;
mod tidy;
mod together;
mod trace;
mod treaties;

/// The kinds of mistakes of the example `mistakes`.
#[path = "../../examples/mistakes/trial/mod.rs"]
mod collatio_mistakes;

/// The allocator of the program, so that the tests run what people run.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
