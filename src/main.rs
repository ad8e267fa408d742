//! Hands its arguments to [`nenpyo::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    nenpyo::cli::run(std::env::args_os())
}
