# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154,SC2016
# (its variables are set in ./dev; the $ in single quotes are for apt, mmdebstrap and awk)
#
# Where Muster is built and run: straight on a system that has the floor (what Debian 13
# ships), else in a private Debian 13. Read by ./dev; everything it says goes to stderr, so
# that the standard output of a command stays the command's own.

readonly floor_suite=trixie
readonly sandbox_recipe=1           # raise when make_sandbox changes what it makes
readonly sandbox_size_mib=3000      # the finished sandbox and the archives on the way

say() { printf 'dev: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

package_column() { sed 's/#.*//' "$checkout/.dev/packages" | awk -v c="$1" 'NF >= c && $c != "-" { print $c }'; }

# ---- which system is this ----------------------------------------------------------------

# Prints native-apt, native-dnf, native-unknown or sandbox.
system_kind() {
  local ID='' ID_LIKE='' VERSION_ID=''
  # shellcheck disable=SC1091
  [[ -r /etc/os-release ]] && . /etc/os-release
  case $ID in
    debian) at_least "${VERSION_ID:-99}" 13    && echo native-apt || echo sandbox ;;
    ubuntu) at_least "${VERSION_ID:-0}" 25.04  && echo native-apt || echo sandbox ;;
    fedora) at_least "${VERSION_ID:-0}" 42     && echo native-dnf || echo native-unknown ;;
    *)
      # A relative of Debian has version numbers of its own, so its GTK tells.
      if [[ " $ID_LIKE " =~ \ (debian|ubuntu)\  ]] && command -v apt-cache >/dev/null; then
        if at_least "$(apt-cache show --no-all-versions libgtk-4-dev 2>/dev/null | awk '/^Version:/ { print $2; exit }')" 4.18
        then echo native-apt; else echo sandbox; fi
      else
        echo native-unknown
      fi ;;
  esac
}

at_least() { [[ -n $1 && $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n1) == "$2" ]]; }

# ---- the system's own packages -------------------------------------------------------------

missing_debian() {
  local name
  for name; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || echo "$name"
  done
}

missing_fedora() {
  local name
  for name; do rpm -q --quiet --whatprovides "$name" 2>/dev/null || echo "$name"; done
}

# Asked before anything of it goes to a log. What to run instead follows.
require_root() {
  if (( EUID != 0 )) && ! command -v sudo >/dev/null; then
    die "installing packages needs root and there is no sudo here. As root, run: $*"
  fi
}

# as_root COMMAND…, through sudo where needed.
as_root() { if (( EUID == 0 )); then "$@"; else sudo "$@"; fi; }

# Root has said yes by being root; anybody else is asked.
agreed() {
  if (( EUID == 0 )) || [[ $assume_yes == yes ]]; then return; fi
  [[ -t 0 ]] || die "there is nobody to ask here: add --yes to agree, or install them yourself."
  local answer
  read -r -p 'dev: Go on? [y/N] ' answer
  [[ $answer == [yYjJsS]* ]]
}

install_debian() {
  say "installing with apt: $*"
  require_root apt-get install -y --no-install-recommends "$@"
  agreed || die "nothing was installed."
  local log="$cache/apt.log"
  # The lists may be absent or too old to install from; only then is asking the network worth it.
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >"$log" 2>&1; then
    as_root apt-get update >>"$log" 2>&1 || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1 </dev/null \
      || explain_failure "$log" "apt could not install the packages"
  fi
}

install_fedora() {
  say "installing with dnf: $*"
  require_root dnf install -y --setopt=install_weak_deps=False "$@"
  agreed || die "nothing was installed."
  as_root dnf install -y --setopt=install_weak_deps=False "$@" >"$cache/dnf.log" 2>&1 \
    || explain_failure "$cache/dnf.log" "dnf could not install the packages"
}

# Turns a package tool's log into the sentence a person needs.
explain_failure() {
  local log=$1 what=$2
  tail -n 12 "$log" >&2
  if grep -qi 'no space left\|not enough free space\|disk quota' "$log"; then
    die "$what: the disk is full. Free some space and run the same command again."
  elif grep -qiE "could not resolve|temporary failure|could not connect|unable to connect|network is unreachable|failed to fetch|connection (timed out|refused)|cannot initiate the connection|unable to locate package|could not handshake" "$log"; then
    die "$what: the package archive could not be reached. The first set-up needs a network; later ones do not. Run the same command again once there is one."
  fi
  die "$what; the whole log is in $log"
}

check_tools_of_unknown_system() {
  local missing=() item
  for item in gcc meson ninja blueprint-compiler msgfmt pkg-config; do
    command -v "$item" >/dev/null || missing+=("$item")
  done
  for item in 'gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'glib-2.0 >= 2.84' 'sqlcipher >= 3.46' libsodium libsecret-1 json-glib-1.0 'libarchive >= 3.7' 'expat >= 2.6' 'xlsxwriter >= 1.1' libqrencode; do
    pkg-config "$item" 2>/dev/null || missing+=("$item")
  done
  (( ${#missing[@]} == 0 )) && return
  say "this system is not one whose package names are known here. Still missing: $(printf '%s, ' "${missing[@]}" | sed 's/, $//')."
  die "what a Debian 13 would install is in .dev/packages; install the same here and try again."
}

# ---- the sandbox: a Debian 13 of our own -----------------------------------------------------

sandbox_key() { { echo "$floor_suite $sandbox_recipe"; package_column 1; } | sha256sum | cut -c1-12; }

# Prints "ADDRESS KEYRING" of this machine's own Debian archive, and nothing where it has
# none. apt itself reads its sources, so both of their formats are understood; what tells
# Debian's archive from any other is the origin in its signed release file.
own_debian_archive() {
  local VERSION_CODENAME=''
  # shellcheck disable=SC1091
  [[ -r /etc/os-release ]] && . /etc/os-release
  apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(COMPONENT)|$(RELEASE)|$(REPO_URI)|$(SIGNED_BY)' 'Created-By: Packages' 2>/dev/null |
    awk -F'|' -v codename="$VERSION_CODENAME" '
      $3 == "main" && $1 == "Debian" && $2 == "Debian"                                      { print $5, $6; found = 1; exit }
      $3 == "main" && $1 == "" && $4 == codename && $5 ~ /\/debian\/?$/ && $6 !~ /[^a-z]nodesource/ { guess = guess ? guess : $5 " " $6 }
      END { if (!found && guess) print guess }'
}

free_mib() { df -Pm "$1" | awk 'NR == 2 { print $4 }'; }

require_space() {
  local free
  free=$(free_mib "$1")
  (( free >= $2 )) || die "making the Debian 13 sandbox needs about $2 MiB in $1 and only $free MiB are free there. Free some space, or set XDG_CACHE_HOME to a folder on a larger disk."
}

# Options of apt that only say how this machine reaches its archive.
apt_transport_options() {
  apt-config dump 2>/dev/null | grep -E '^Acquire::(https?::Proxy|http::Proxy-Auto-Detect|Check-Valid-Until|Check-Date|Retries) ' |
    sed 's/;$//' || true
}

remove_tree() {
  # What an interrupted set-up left mounted must not be removed along with it.
  if (( EUID == 0 )); then
    awk -v below="$1/" 'index($2, below) == 1 { print $2 }' /proc/self/mounts | sort -r | xargs -r umount --lazy
  else
    find "$1" -xdev -type d ! -perm -u=rwx -exec chmod u+rwx {} + 2>/dev/null || true
  fi
  rm -rf --one-file-system "$1"
}

make_sandbox() {
  local log="$cache/sandbox.log" archive='' keyring='' option
  local needed=(mmdebstrap bubblewrap debian-archive-keyring) missing
  (( EUID == 0 )) || needed+=(uidmap)
  mapfile -t missing < <(missing_debian "${needed[@]}")
  (( ${#missing[@]} == 0 )) || install_debian "${missing[@]}"

  require_space "$cache" $sandbox_size_mib
  read -r archive keyring < <(own_debian_archive) || true
  # A sources entry may name a key by its fingerprint; only a file helps mmdebstrap.
  [[ -f $keyring ]] || keyring=/usr/share/keyrings/debian-archive-keyring.gpg

  local arguments=(--variant=apt --keyring="$keyring"
    --include="$(package_column 1 | paste -sd,)"
    --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"'
    --dpkgopt=force-unsafe-io
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright'
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*'
    --customize-hook='for l in en_US es_US es_MX es_ES; do echo "$l.UTF-8 UTF-8"; done >"$1/etc/locale.gen"; chroot "$1" locale-gen >/dev/null'
    --customize-hook='chroot "$1" fc-cache --system-only'
    --customize-hook='chroot "$1" dbus-uuidgen --ensure=/etc/machine-id; ln -sf ../usr/share/zoneinfo/UTC "$1/etc/localtime"')
  while read -r option; do [[ -z $option ]] || arguments+=(--aptopt="$option"); done < <(apt_transport_options)

  say "making a Debian 13 sandbox in $sandbox (once; some minutes, about 1.8 GiB)"
  local partial="$sandbox.partial"
  if (( EUID == 0 )); then
    # In namespaces of its own it ends with this script and leaves nothing mounted, however it ends.
    local apart=(unshare --mount --propagation private --pid --fork --kill-child --mount-proc --)
    "${apart[@]}" true 2>/dev/null || apart=()
    "${apart[@]}" mmdebstrap "${arguments[@]}" --mode=root "$floor_suite" "$partial" ${archive:+"deb $archive $floor_suite main"} >"$log" 2>&1 </dev/null \
      || fail_sandbox "$log" "$partial"
  else
    make_sandbox_as_user "$log" "$partial" "$archive" "${arguments[@]}"
  fi
  # Marked last and renamed whole: a sandbox under its final name is a complete one.
  echo "$floor_suite $sandbox_recipe" >"$partial/etc/muster-sandbox"
  mv "$partial" "$sandbox"
}

# An ordinary user unpacks in a user namespace with ids of its own. Going through a tar gives
# every file to the user, so that the sandbox can be used and removed without that namespace.
make_sandbox_as_user() {
  local log=$1 partial=$2 archive=$3
  shift 3
  local scratch=/var/tmp
  require_space "$scratch" $sandbox_size_mib
  grep -q "^$(id -un):" /etc/subuid /etc/subgid 2>/dev/null ||
    die "$(id -un) has no subordinate ids, which an ordinary user needs to make the sandbox. As root: usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
  mkdir -p "$partial"
  scratch=$(mktemp -d "$scratch/muster-sandbox.XXXXXX")
  chmod 755 "$scratch"
  echo "$scratch" >"$sandbox.scratch"
  if ! TMPDIR=$scratch mmdebstrap "$@" --mode=unshare --format=tar "$floor_suite" - ${archive:+"deb $archive $floor_suite main"} 2>"$log" </dev/null |
    tar -x -C "$partial" --no-same-owner --exclude='./dev/*' 2>>"$log"
  then
    fail_sandbox "$log" "$partial"
  fi
  remove_scratch
}

# What was unpacked in the user namespace belongs to ids that only that namespace may touch.
remove_scratch() {
  local scratch
  [[ -e $sandbox.scratch ]] || return 0
  scratch=$(<"$sandbox.scratch")
  if [[ $scratch == /var/tmp/muster-sandbox.* && -O $scratch ]]; then
    mmdebstrap --unshare-helper rm -rf "$scratch"/* 2>/dev/null || true
    rm -rf "$scratch"
  fi
  rm -f "$sandbox.scratch"
}

fail_sandbox() {
  remove_tree "$2"
  remove_scratch
  explain_failure "$1" "the Debian 13 sandbox could not be made"
}

# Several ./dev may start at once: one makes the sandbox, the others wait for it.
ensure_sandbox() {
  [[ -e $sandbox/etc/muster-sandbox ]] && return
  mkdir -p "${sandbox%/*}" 2>/dev/null || die "the folder $cache cannot be written."
  exec 8>"$sandbox.lock"
  if ! flock -n 8; then
    say "another ./dev is making the sandbox; waiting for it."
    flock 8
  fi
  if [[ ! -e $sandbox/etc/muster-sandbox ]]; then
    # Whatever lies here is from a set-up that was interrupted: nobody else holds the lock.
    [[ ! -e $sandbox.partial ]] || { say "clearing away an interrupted set-up."; remove_tree "$sandbox.partial"; }
    remove_scratch
    make_sandbox
  fi
  exec 8>&-
}

# ---- going in ------------------------------------------------------------------------------

ensure_environment() {
  [[ -z ${environment_kind:-} ]] || return 0
  mkdir -p "$cache" 2>/dev/null || die "the folder $cache cannot be written."
  environment_kind=$(system_kind)
  local names missing
  case $environment_kind in
    native-apt)
      mapfile -t names < <(package_column 1)
      mapfile -t missing < <(missing_debian "${names[@]}")
      (( ${#missing[@]} == 0 )) || install_debian "${missing[@]}" ;;
    native-dnf)
      mapfile -t names < <(package_column 2 | sort -u)
      mapfile -t missing < <(missing_fedora "${names[@]}")
      (( ${#missing[@]} == 0 )) || install_fedora "${missing[@]}" ;;
    native-unknown) check_tools_of_unknown_system ;;
    sandbox)
      command -v apt-get >/dev/null || die "this system is older than Debian 13 and has no apt to make a sandbox with."
      sandbox="$cache/sandbox/$floor_suite-$(sandbox_key)"
      ensure_sandbox ;;
  esac
}

# Replaces this process by COMMAND in the environment.
enter() {
  export MUSTER_BUILD_DIR="$build_dir" MUSTER_PREFIX="$build_dir/install" MUSTER_CHECKOUT="$checkout"
  if [[ $environment_kind != sandbox ]]; then exec "$@"; fi
  clean_variables
  if [[ ${MUSTER_ENTER:-} != chroot ]] && command -v bwrap >/dev/null; then
    enter_with_bwrap "$@"
  fi
  (( EUID == 0 )) || die "the sandbox cannot be entered: bwrap may not make namespaces here. Allow user namespaces for it, or run ./dev as root."
  enter_with_chroot "$@"
}

# Variables that point into the system outside would lead programs inside astray.
clean_variables() {
  unset LD_LIBRARY_PATH LD_PRELOAD LIBRARY_PATH CPATH C_INCLUDE_PATH PKG_CONFIG_PATH PYTHONPATH PYTHONHOME \
    PERL5LIB LOCPATH GIO_EXTRA_MODULES GTK_PATH GI_TYPELIB_PATH
  export PATH=/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin
  [[ ${LANG:-} =~ ^(C|en_US|es_US|es_MX|es_ES)\.(UTF-8|utf8)$ ]] || export LANG=C.UTF-8
  [[ -z ${LC_ALL:-} || $LC_ALL =~ ^(C|en_US|es_US|es_MX|es_ES)(\.UTF-8|\.utf8)?$ ]] || export LC_ALL=C.UTF-8
}

# Folders of the machine outside that keep their path: all but those that make up a system.
outside_folders() {
  local folder
  for folder in /*; do
    case $folder in
      /usr | /bin | /sbin | /lib* | /etc | /var | /proc | /sys | /dev | /run | /boot | /lost+found) ;;
      *) [[ -d $folder && ! -L $folder && -r $folder ]] && echo "$folder" ;;
    esac
  done
  # Below /var only what is needed, since the rest of it belongs to the system.
  for folder in /var/tmp "$checkout" "$PWD" "$cache" "$HOME" "${TMPDIR:-/tmp}"; do
    [[ $folder != /var/* || ! -d $folder ]] || echo "$folder"
  done
}

enter_with_bwrap() {
  local arguments=() entry
  for entry in "$sandbox"/*; do
    case ${entry##*/} in
      usr | etc) arguments+=(--ro-bind "$entry" "/${entry##*/}") ;;
      bin | sbin | lib*) arguments+=(--symlink "usr/${entry##*/}" "/${entry##*/}") ;;
    esac
  done
  for entry in "$sandbox"/var/lib/* "$sandbox"/var/cache/*; do
    arguments+=(--ro-bind "$entry" "${entry#"$sandbox"}")
  done
  # Xvfb leaves compiled keymaps here.
  arguments+=(--tmpfs /var/lib/xkb --symlink /run /var/run)
  arguments+=(--dev-bind /dev /dev --dev-bind /proc /proc --ro-bind /sys /sys --bind /run /run)
  while read -r entry; do arguments+=(--bind "$entry" "$entry"); done < <(outside_folders)
  for entry in /etc/hosts /etc/resolv.conf /etc/localtime; do
    if [[ -e $entry && -e $sandbox$entry && ! -L $sandbox$entry ]]; then
      arguments+=(--ro-bind "$(readlink -f "$entry")" "$entry")
    fi
  done
  # The user who calls is known inside by the same name.
  arguments+=(--ro-bind-data 7 /etc/passwd)
  # Root inside is root as outside: without this it could not write what another user owns.
  (( EUID != 0 )) || arguments+=(--cap-add ALL)
  if ! bwrap "${arguments[@]}" true 7< <(passwd_file) 2>"$cache/bwrap.log"; then
    (( EUID == 0 )) || die "the sandbox cannot be entered: $(head -n1 "$cache/bwrap.log"). Allow user namespaces for bwrap, or run ./dev as root."
    return 0
  fi
  exec bwrap "${arguments[@]}" --chdir "$PWD" -- "$@" 7< <(passwd_file)
}

passwd_file() {
  cat "$sandbox/etc/passwd"
  (( EUID == 0 )) || getent passwd "$EUID" | sed 's,:[^:]*$,:/bin/bash,'
}

# The mounts live in a namespace of their own and vanish with the command.
enter_with_chroot() {
  export MUSTER_ROOT="$sandbox" MUSTER_FOLDERS MUSTER_PWD="$PWD"
  MUSTER_FOLDERS=$(outside_folders)
  # shellcheck disable=SC2016
  exec unshare --mount --propagation private -- bash -c '
    set -e
    view() { [ -d "$MUSTER_ROOT$1" ] || mkdir -p "$MUSTER_ROOT$1"; mount --rbind "$1" "$MUSTER_ROOT$1"; }
    { for folder in /dev /proc /sys /run; do view "$folder"; done
      while read -r folder; do view "$folder"; done <<<"$MUSTER_FOLDERS"
    } || { echo "dev: the sandbox cannot be entered: neither bwrap nor root may mount here." >&2; exit 1; }
    where=$MUSTER_PWD root=$MUSTER_ROOT
    unset MUSTER_ROOT MUSTER_FOLDERS MUSTER_PWD
    exec chroot "$root" /bin/sh -c '\''cd "$0" && exec "$@"'\'' "$where" "$@"' dev "$@"
}
