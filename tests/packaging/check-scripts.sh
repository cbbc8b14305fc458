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

# Each package line has Debian's and Fedora's name.
awk '!/^#/ && NF && NF != 2 { print FILENAME ": line " NR ": two names are wanted"; bad = 1 } END { exit bad }' .dev/packages || failed=1

exit "$failed"
