#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if a file with translatable words is not in POTFILES.in, or a language lacks a word that stands in the source."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

# False friends: a word that a language has, with another meaning, and the one to use. And signs of another language.
WRONG = {'es': {r'\basist(?:ir|iendo)\b': '“asistir” is to be present; to assist somebody is “atender”', '[“”]': 'quotation marks are « »'}}

root = pathlib.Path(sys.argv[1])
failed = False

listed = [line for line in (root / 'po/POTFILES.in').read_text().splitlines() if line and not line.startswith('#')]
needed = subprocess.run([root / 'po/update.sh', '--list'], capture_output=True, text=True, check=True).stdout.splitlines()
for path in sorted(set(needed) ^ set(listed)):
    print(f'{path}: {"missing from" if path in needed else "not needed in"} po/POTFILES.in (./dev po)')
    failed = True

with tempfile.TemporaryDirectory() as folder:
    # The words are taken from the source as it is now, not as it was when somebody last brought the file up to it.
    copy = pathlib.Path(folder)
    for part in ('po', 'src', 'ui', 'data'):
        shutil.copytree(root / part, copy / part)
    run = subprocess.run([copy / 'po/update.sh'], capture_output=True, text=True, check=True)
    for language in (line for line in (root / 'po/LINGUAS').read_text().split('\n') if line and not line.startswith('#')):
        path = copy / 'po' / f'{language}.po'
        subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', path], check=True)
        for option, what in (('--untranslated', 'untranslated'), ('--only-fuzzy', 'uncertain')):
            found = subprocess.run(['msgattrib', option, '--no-obsolete', '--no-wrap', path], capture_output=True, text=True, check=True)
            words = re.findall(r'^msgid "(.+)"$', found.stdout, re.M)
            for word in words[:20]:
                print(f'{language}: {what}: {word}')
            if words:
                print(f'{language}: {len(words)} {what}')
                failed = True
        translations = subprocess.run(['msgattrib', '--no-obsolete', '--no-wrap', path], capture_output=True, text=True, check=True).stdout
        for text in re.findall(r'^msgstr(?:\[\d\])? "(.+)"$', translations, re.M):
            for word, advice in WRONG.get(language, {}).items():
                if re.search(word, text, re.I):
                    print(f'{language}: {advice}: {text}')
                    failed = True

# A state is said otherwise than what an entry of the journal says was done: no message is for both.
labels = {name: set(re.findall(r'(?:N_|NC_ ?)\((?:"state", )?"([^"]+)"\)', (root / f'src/domain/muster-{name}.c').read_text())) for name in ('certification', 'operation-rule')}
for word in labels['certification'] & labels['operation-rule']:
    print(f'“{word}” is one message for a state and for an entry of the journal')
    failed = True

sys.exit(failed)
