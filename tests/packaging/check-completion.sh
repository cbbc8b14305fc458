#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completes as a person would with the Tab key, and holds the completion against the man page.

root=$1
failed=0

# shellcheck source=data/completions/musterctl
. "$root/data/completions/musterctl"

# expect WORD… : the last word is what is typed so far; standard input is what may follow.
expect() {
  local wanted
  wanted=$(cat)
  COMP_WORDS=(musterctl "$@")
  COMP_CWORD=$#
  _musterctl
  [[ " ${COMPREPLY[*]} " == *" $wanted "* ]] && return
  echo "musterctl $*: offers '${COMPREPLY[*]}', without '$wanted'"
  failed=1
}

expect imp <<<import
expect --register /tmp rev <<<revoke
expect --json revoke app <<<approve
expect appeal file RV-2026-0001 --acc <<<--accept-late
expect action close 5 --quie <<<--quiet
expect account add somebody --role sup <<<supervisor
expect import roster.csv --acc <<<--accept-valid
expect roster --may-assist '' <<<'yes no'
expect bundle RV-2026-0001 --red <<<--redacted
expect report act <<<actions
expect report actions --format '' <<<'pdf csv xlsx json'
expect action open 17 --sev <<<--severity

# Every command it offers is in the man page, and every command of the man page is offered.
offered() {
  local command second
  for command in $(_musterctl_words); do
    [[ $command == help ]] && continue
    echo "$command"
    for second in $(_musterctl_words "$command"); do
      [[ $second == -* ]] || echo "$command $second"
    done
  done
}
# "account", "action", "appeal", "case", "evidence", "incident", "list", "notice", "person", "report", "revoke" and "rules" are nothing without a second word.
difference=$(diff <(offered | grep -vxE 'account|action|appeal|case|evidence|exit|incident|list|notice|person|report|revoke|rules' | sort) \
  <(grep '^\.It Cm' "$root/data/musterctl.1" | sed -E 's/^\.It Cm (([a-z-]+ ?)+).*/\1/; s/ $//' | sort -u)) ||
  { echo "completion (<) and man page (>) differ:"; echo "$difference"; failed=1; }

exit "$failed"
