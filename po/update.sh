#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Lists the files with words to translate and brings every language's file up to them.
# `./dev po` calls this in the development environment.

set -euo pipefail
cd "$(dirname "$0")/.."

# Every file that can hold a translatable string: the packaging test asks the same question.
translatable_files() {
  printf '%s\n' data/*.desktop.in data/*.metainfo.xml.in data/*.gschema.xml
  find ui -name '*.blp'
  grep -rlE --include='*.c' '\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?) ?\(' src || true
}

if [[ ${1:-} == --list ]]; then
  translatable_files | LC_ALL=C sort
  exit
fi

{
  echo '# Written by ./dev po.'
  translatable_files | LC_ALL=C sort
} >po/POTFILES.in

template=$(mktemp)
trap 'rm -f "$template"' EXIT
xgettext --files-from=<(grep -v '^#' po/POTFILES.in) --output="$template" --from-code=UTF-8 \
  --package-name=muster --copyright-holder='The Muster authors' --add-comments=Translators --sort-by-file \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dngettext:2,3 --keyword=ngettext:1,2 \
  --flag=g_strdup_printf:1:c-format --flag=g_set_error:4:c-format --flag=g_error_new:3:c-format 2> >(grep -v "extension 'blp' is unknown" >&2)
sed -i "s/charset=CHARSET/charset=UTF-8/" "$template"
grep -v '^#' po/LINGUAS | while read -r language; do
  msgmerge --quiet --update --backup=none --no-fuzzy-matching --previous "po/$language.po" "$template"
  echo "$language: $(LC_ALL=C msgfmt --statistics --output-file=/dev/null "po/$language.po" 2>&1)"
done
