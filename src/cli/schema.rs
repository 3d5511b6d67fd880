//! `collatio schema`: the forms as JSON Schema.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use collatio::content::Form;
use collatio::content::kind::KINDS;
use collatio::disk::{self, SystemError};
use collatio::editor;

use crate::console::{counted, say};

#[derive(Debug, Args)]
pub struct Schema {
    /// Kind of file: country, law, provision … or collatio.toml
    #[arg(default_value = "collatio.toml")]
    kind: String,
    /// Write the schemas of all kinds into this folder instead
    #[arg(long, value_name = "DIR", conflicts_with = "kind")]
    out: Option<PathBuf>,
}

/// Prints a schema, or writes all.
pub fn run(command: &Schema) -> Result<ExitCode, SystemError> {
    let all =
        || [("collatio.toml", Form::Settings)].into_iter().chain(KINDS.iter().map(|k| (k.name, Form::Content(k))));
    let text = |form| format!("{:#}\n", editor::schema(form));
    let Some(folder) = &command.out else {
        let Some((_, form)) = all().find(|(name, _)| *name == command.kind) else {
            let names: Vec<&str> = all().map(|(name, _)| name).collect();
            let what = format!("there is no kind of file `{}`", command.kind);
            return Err(SystemError::new(what, format!("the kinds are {}", names.join(", "))));
        };
        say(text(form).trim_end());
        return Ok(ExitCode::SUCCESS);
    };
    for (name, form) in all() {
        disk::save(&folder.join(format!("{name}.schema.json")), text(form).as_bytes())?;
    }
    say(&format!("wrote {} to {}", counted(all().count() as u64, "schema"), folder.display()));
    Ok(ExitCode::SUCCESS)
}
