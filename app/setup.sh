# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by app/run and tests/run: what Taskglass needs from Debian, and how a build tree is made.

# To build and run. Each has its reason in the README.
app_packages=(
    g++ cmake ninja-build pkg-config
    qt6-base-dev qt6-httpserver-dev qt6-websockets-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    qt6-translations-l10n
    libqt6sql6-sqlite libsimdjson-dev libzstd-dev zlib1g-dev
    fonts-dejavu-core ca-certificates
)
# To test as well: a screen without a monitor, and the validators of the desktop files.
test_packages=(xvfb xauth desktop-file-utils appstream)

say() { printf '%s\n' "$*"; }

# Debian 12 (bookworm) or newer; its derivatives name their packages alike, but are not tried here.
is_supported_debian() {
    [ -r /etc/os-release ] || return 1
    (
        . /etc/os-release
        [ "${ID:-}" = debian ] && { [ -z "${VERSION_ID:-}" ] || [ "${VERSION_ID%%.*}" -ge 12 ]; }
    )
}

# Prints those of its arguments that are not installed.
missing_packages() {
    local package
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null)" = installed ] || printf '%s ' "$package"
    done
}

# install_missing PACKAGE…: installs what is missing, by name, printed first; stops when it cannot.
install_missing() {
    if ! is_supported_debian; then
        if [ -n "${TASKGLASS_SKIP_INSTALL:-}" ]; then return; fi
        say "This script installs packages on Debian 12 and newer only. Please install the equivalents of:"
        say "  $*"
        say "then start it again with TASKGLASS_SKIP_INSTALL=1."
        exit 1
    fi
    local missing as_root=()
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo > /dev/null; then
            say "These packages are missing, and installing them needs root: $missing"
            exit 1
        fi
        as_root=(sudo)
    fi
    say "Installing: $missing"
    local log
    log=$(mktemp)
    # shellcheck disable=SC2086 # the names are meant to be split
    if ! { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q \
        && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends -o Dpkg::Options::=--force-confold $missing; } > "$log" 2>&1; then
        tail -n 20 "$log" >&2
        say "Installing failed; the end of what apt-get said is above." >&2
        rm -f "$log"
        exit 1
    fi
    rm -f "$log"
}

# configure PRESET [CMAKE OPTION…]: makes build/PRESET unless it is there with the same options.
configure() {
    local preset=$1 stamp
    stamp=build/$preset/.configured-with
    [ -f "build/$preset/build.ninja" ] && [ "$(cat "$stamp" 2> /dev/null)" = "$*" ] && return 0
    say "Configuring build/$preset"
    local options=("${@:2}")
    if command -v ccache > /dev/null; then options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
    local log
    log=$(mktemp)
    if ! cmake --preset "$preset" "${options[@]}" > "$log" 2>&1; then
        tail -n 30 "$log" >&2
        rm -f "$log"
        exit 1
    fi
    rm -f "$log"
    printf '%s' "$*" > "$stamp"
}

# build PRESET [TARGET…]: everything by default. Prints a line when there is work, and the compiler's words on failure.
build() {
    local preset=$1 targets=() log
    [ $# -gt 1 ] && targets=(--target "${@:2}")
    log=$(mktemp)
    # A dry run cannot tell whether there is work, since CMake's look at the globbed folders always counts as some.
    if ! cmake --build "build/$preset" "${targets[@]}" 2>&1 | tee "$log" | {
        if grep -q -E '\] (Building|Linking|Generating)'; then
            say "Building build/$preset with $(nproc) jobs (the first time takes some minutes)"
        fi
        cat > /dev/null
    }; then
        grep -E -A 12 'error:|FAILED:|warning:' "$log" | tail -n 60 >&2
        say "The build failed." >&2
        rm -f "$log"
        exit 1
    fi
    rm -f "$log"
}
