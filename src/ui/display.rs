//! Which display a window opens on, where variables name it.

use std::env;
use std::ffi::OsString;

const VARIABLES: [&str; 3] = ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"];

/// Whether a display is named at all.
pub(super) fn is_named() -> bool {
    VARIABLES.iter().any(|name| named(name).is_some())
}

/// "WAYLAND_DISPLAY=wayland-0, DISPLAY=:99".
pub(super) fn names() -> String {
    let named = VARIABLES
        .iter()
        .filter_map(|name| Some(format!("{name}={}", named(name)?.to_string_lossy())));
    named.collect::<Vec<_>>().join(", ")
}

fn named(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

/// Where a Wayland display listens.
#[cfg(all(unix, not(target_os = "macos")))]
fn wayland_socket(
    display: &std::ffi::OsStr,
    runtime_folder: Option<&std::ffi::OsStr>,
) -> Option<std::path::PathBuf> {
    let display = std::path::PathBuf::from(display);
    if display.is_absolute() {
        return Some(display);
    }
    Some(std::path::Path::new(runtime_folder?).join(display))
}

/// Chooses X11 where the Wayland display that is named does not answer, as in a session that outlived
/// its compositor or came over ssh; winit itself would not try the other.
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) fn event_loop_hook() -> Option<eframe::EventLoopBuilderHook> {
    use winit::platform::x11::EventLoopBuilderExtX11 as _;

    let wayland = named("WAYLAND_DISPLAY")?;
    // A socket that was handed over is used up by trying it.
    if named("DISPLAY").is_none() || named("WAYLAND_SOCKET").is_some() {
        return None;
    }
    let socket = wayland_socket(&wayland, named("XDG_RUNTIME_DIR").as_deref());
    let answers =
        socket.is_some_and(|socket| std::os::unix::net::UnixStream::connect(socket).is_ok());
    if answers {
        return None;
    }
    tracing::warn!(
        name = ?wayland,
        "WAYLAND_DISPLAY does not answer; the window opens by DISPLAY"
    );
    Some(Box::new(|builder| {
        builder.with_x11();
    }))
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
pub(super) fn event_loop_hook() -> Option<eframe::EventLoopBuilderHook> {
    None
}

#[cfg(all(test, unix, not(target_os = "macos")))]
mod tests {
    use std::ffi::OsStr;

    use super::*;

    #[test]
    fn a_wayland_display_is_a_path_or_a_name_in_the_runtime_folder() {
        let socket = |display: &str, folder: Option<&str>| {
            wayland_socket(display.as_ref(), folder.map(OsStr::new))
        };
        let folder = Some("/run/user/1000");
        assert_eq!(socket("/tmp/w", folder), Some("/tmp/w".into()));
        let named = socket("wayland-0", folder);
        assert_eq!(named, Some("/run/user/1000/wayland-0".into()));
        assert_eq!(socket("wayland-0", None), None);
    }
}
