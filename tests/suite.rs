//! What holds for the whole house: its walls, its faults, its command line, and what a killed build leaves.

#[path = "suite/cases.rs"]
mod cases;
#[path = "suite/changes.rs"]
mod changes;
#[path = "suite/cite.rs"]
mod cite;
#[path = "suite/cli.rs"]
mod cli;
#[path = "suite/copy.rs"]
mod copy;
#[path = "suite/days.rs"]
mod days;
#[path = "suite/drafts.rs"]
mod drafts;
#[path = "suite/feed.rs"]
mod feed;
#[path = "suite/hostile.rs"]
mod hostile;
#[path = "suite/killed.rs"]
mod killed;
#[path = "suite/languages.rs"]
mod languages;
#[path = "suite/layers.rs"]
mod layers;
#[path = "suite/licences.rs"]
mod licences;
#[path = "suite/long.rs"]
mod long;
#[path = "suite/modules.rs"]
mod modules;
#[path = "suite/mutated.rs"]
mod mutated;
#[path = "suite/neutral.rs"]
mod neutral;
#[path = "suite/pairs.rs"]
mod pairs;
#[path = "suite/sandbox.rs"]
mod sandbox;
#[path = "suite/search.rs"]
mod search;
#[cfg(feature = "serve")]
#[path = "suite/serve.rs"]
mod serve;
#[path = "suite/shipped.rs"]
mod shipped;
