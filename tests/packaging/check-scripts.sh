#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every shell script in the project is clean by shellcheck, and ./dev answers for itself.

cd "$1" || exit 1
failed=0

mapfile -t scripts < <(grep -rlE --exclude-dir=.git '^(#!/bin/(ba)?sh|# shellcheck shell=)' . | sort)
[[ ${#scripts[@]} -ge 5 ]] || { echo "only ${#scripts[@]} scripts found"; failed=1; }
shellcheck -x -P SCRIPTDIR "${scripts[@]}" || failed=1

for command in run ctl test check bench tour build format po exec shell clean; do
  ./dev help | grep -q "^  $command " || { echo "./dev help does not name $command"; failed=1; }
done
./dev nonsense >/dev/null 2>&1
[[ $? == 2 ]] || { echo "./dev takes a command that there is not"; failed=1; }

# What ./dev exec runs answers for itself, and what there is not is said to be missing.
said=$(./dev exec no-such-command 2>&1 >/dev/null)
[[ $? == 127 && $said == *no-such-command* ]] || { echo "./dev exec of what there is not: $said"; failed=1; }
./dev exec sh -c 'exit 7'
[[ $? == 7 ]] || { echo "./dev exec does not pass the exit code on"; failed=1; }

# Without root and without sudo the terminal says what root has to run.
nobody=()
(( EUID != 0 )) || nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
if "${nobody[@]}" true 2>/dev/null; then
  said=$("${nobody[@]}" env PATH=/nowhere /bin/bash -c 'cache=/nowhere assume_yes=yes; . /dev/stdin; install_debian no-such-package' <.dev/environment.sh 2>&1)
  [[ $? == 1 && $said == *"no sudo here. As root, run: apt-get install"*no-such-package* ]] || { echo "without sudo: $said"; failed=1; }
fi

# Each package line has Debian's and Fedora's name.
awk '!/^#/ && NF && NF != 2 { print FILENAME ": line " NR ": two names are wanted"; bad = 1 } END { exit bad }' .dev/packages || failed=1

exit "$failed"
