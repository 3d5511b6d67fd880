//! The program: the command line of Collatio, thin, and only on the library's public door.

mod cli;
mod explain;
mod new;
#[cfg(feature = "serve")]
mod serve;

fn main() -> std::process::ExitCode {
    cli::run()
}
