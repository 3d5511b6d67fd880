//! What shells and `man` are told of the commands: completions and a page of manual, made from the command line itself.

use std::io::Write as _;

use clap_complete::Shell;
use collatio::disk::SystemError;

fn print(bytes: &[u8]) -> Result<(), SystemError> {
    let written = std::io::stdout().write_all(bytes);
    written.map_err(|error| SystemError::new("cannot print", error.to_string()))
}

/// Prints the completions for a shell.
pub fn completions(shell: Shell, mut command: clap::Command) -> Result<(), SystemError> {
    print(&completed(shell, &mut command))
}

fn completed(shell: Shell, command: &mut clap::Command) -> Vec<u8> {
    let mut out = Vec::new();
    clap_complete::generate(shell, command, "collatio", &mut out);
    out
}

/// Prints the page of manual, in roff.
pub fn man(command: clap::Command) -> Result<(), SystemError> {
    let mut out = Vec::new();
    let made = clap_mangen::Man::new(command).render(&mut out);
    made.map_err(|error| SystemError::new("cannot make the page", error.to_string()))?;
    print(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_shell_is_told_the_commands() {
        let command = || clap::Command::new("collatio").subcommand(clap::Command::new("coverage"));
        for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell] {
            let text = String::from_utf8(completed(shell, &mut command())).expect("it is text");
            assert!(text.contains("coverage"), "{shell}");
        }
    }

    #[test]
    fn what_is_released_has_the_names_that_workflows_ask_for() {
        let release = include_str!("../../.github/workflows/release.yml");
        assert!(release.contains("NAME=collatio-$version-${{ matrix.target }}") && release.contains("> SHA256SUMS"));
        for workflow in
            [include_str!("../../docs/hosting/github-pages.yml"), include_str!("../../docs/hosting/gitlab-ci.yml")]
        {
            let target = "x86_64-unknown-linux-gnu";
            assert!(workflow.contains(&format!("collatio-$COLLATIO_VERSION-{target}")) && release.contains(target));
        }
        // Indentation is by spaces, and each key of the file stands there once.
        let keys = |key: &str| release.lines().filter(|line| line.starts_with(key)).count();
        assert!(!release.contains('\t') && ["name:", "on:", "permissions:", "env:", "jobs:"].map(keys) == [1; 5]);
    }
}
