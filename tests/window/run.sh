#!/usr/bin/env bash
# Starts the program in a real window on a display of its own, drives it, looks that it rests, and
# kills it in the middle of an edit.
#
#   bash tests/window/run.sh PROGRAM DRIVE [PICTURES]
#
# PROGRAM is nenpyo built with the feature `inspection`, DRIVE the tool that plays the user, and
# PICTURES the folder for screenshots (a temporary one without). Needs Xvfb and a Vulkan or OpenGL
# driver in software. Leaves nothing behind and touches no settings of the user's.
set -euo pipefail

program=$(realpath "$1")
drive=$(realpath "$2")
here=$(realpath "$(dirname "$0")")
work=$(mktemp -d)
pictures=${3:-$work/pictures}
mkdir -p "$pictures"
pictures=$(realpath "$pictures")
children=()

finish() {
  local status=$?
  # The display last: a program that loses it panics, and hides what it said before.
  for ((at = ${#children[@]} - 1; at >= 0; at--)); do
    kill "${children[at]}" 2>/dev/null || true
    [ "$at" -eq 0 ] || wait "${children[at]}" 2>/dev/null || true
  done
  wait 2>/dev/null || true
  if [ "$status" -ne 0 ] && [ -s "$work/program.log" ]; then
    echo "window: what the program said:"
    tail -n 40 "$work/program.log"
  fi
  rm -rf "$work"
  exit "$status"
}
trap finish EXIT
trap 'exit 143' INT TERM

say() { echo "window: $*"; }

# A display with a number that is free.
Xvfb -displayfd 3 -screen 0 1600x900x24 -nolisten tcp 3>"$work/display" >"$work/xvfb.log" 2>&1 &
children+=($!)
for _ in $(seq 100); do
  [ -s "$work/display" ] && break
  sleep 0.1
done
[ -s "$work/display" ] || { say "Xvfb did not start:"; cat "$work/xvfb.log"; exit 1; }
DISPLAY=":$(cat "$work/display")"
export DISPLAY
unset WAYLAND_DISPLAY WAYLAND_SOCKET

# Settings of its own, so that the window opens as on the first day.
mkdir -p "$work/home" "$work/run"
chmod 700 "$work/run"
export HOME="$work/home" XDG_RUNTIME_DIR="$work/run"
export XDG_CONFIG_HOME="$work/home/config" XDG_DATA_HOME="$work/home/data"
export XDG_CACHE_HOME="$work/home/cache" XDG_STATE_HOME="$work/home/state"
export EGUI_INSPECTION="127.0.0.1:$((20000 + RANDOM % 20000))"

say "starting $program on display $DISPLAY, driven at $EGUI_INSPECTION"
"$program" >"$work/program.log" 2>&1 &
pid=$!
children+=("$pid")

say "the journey"
(cd "$pictures" && timeout 300 "$drive" "$here/journey.drive")
kill -0 "$pid" 2>/dev/null || { say "the program is gone"; exit 1; }
for picture in 1-chosen 2-near 3-small; do
  [ -s "$pictures/$picture.png" ] || { say "no picture $picture.png"; exit 1; }
done

# At rest no frame is drawn: a frame on a software driver costs 10 ms of CPU and more, so what the
# program used up in three seconds tells. The two numbers are ticks of its own and of the system's.
used() { sed 's/.*) //' "/proc/$pid/stat" | awk '{print $12 + $13}'; }
sleep 2
before=$(used)
sleep 3
milliseconds=$((($(used) - before) * 1000 / $(getconf CLK_TCK)))
say "at rest: $milliseconds ms of CPU in 3 s"
[ "$milliseconds" -le 100 ] || { say "that is not rest: frames are drawn"; exit 1; }

say "closing"
# The program may be gone before it answers.
timeout 30 "$drive" -c "key Q ctrl" >/dev/null 2>&1 || true
for _ in $(seq 100); do
  kill -0 "$pid" 2>/dev/null || break
  sleep 0.1
done
kill -0 "$pid" 2>/dev/null && { say "Ctrl+Q did not close the window"; exit 1; }
wait "$pid" || { say "the program ended with status $?"; exit 1; }

# An edit outlives the program, which is killed before the file is saved: on a slow machine that may
# be later than it saves by itself.
settings="$XDG_DATA_HOME/nenpyo/settings.json"
sed -i 's/"autosave":true/"autosave":false/' "$settings"
grep -q '"autosave":false' "$settings" || { say "no settings at $settings"; exit 1; }
start() {
  "$program" >>"$work/program.log" 2>&1 &
  pid=$!
  children+=("$pid")
}
say "edits, a form, and SIGKILL"
start
(cd "$pictures" && timeout 180 "$drive" "$here/edit.drive")
kill -KILL "$pid"
wait "$pid" 2>/dev/null || true
say "the next start brings it back"
start
(cd "$pictures" && timeout 180 "$drive" "$here/recover.drive")
for picture in 4-form 5-left 6-recovered; do
  [ -s "$pictures/$picture.png" ] || { say "no picture $picture.png"; exit 1; }
done
kill -TERM "$pid"
wait "$pid" || { say "SIGTERM ended the program with status $?"; exit 1; }
copy="$XDG_DATA_HOME/nenpyo/east-asia.json"
"$program" check "$copy" >/dev/null 2>&1 || { say "the saved copy has errors"; exit 1; }
if grep -q '"id": "mao-tanaka-meeting-1972"' "$copy"; then
  say "the saved copy still has the deleted event"
  exit 1
fi
for words in 試しの出来事 言葉のとおり https://www.example.org/1972/trial; do
  grep -q "$words" "$copy" || { say "the saved copy lacks $words"; exit 1; }
done
if grep -q "panicked" "$work/program.log"; then
  say "something panicked"
  exit 1
fi
say "all of it held; pictures in $pictures"
