//! What holds for the whole house: its walls, its faults, its command line, and what a killed build leaves.

#[path = "suite/cli.rs"]
mod cli;
#[path = "suite/killed.rs"]
mod killed;
#[path = "suite/layers.rs"]
mod layers;
#[path = "suite/sandbox.rs"]
mod sandbox;
#[cfg(feature = "serve")]
#[path = "suite/serve.rs"]
mod serve;
