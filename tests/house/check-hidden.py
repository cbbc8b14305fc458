#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A banner or a revealer that shows nothing is not there for a screen reader either: in its template it is visible only while it reveals."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
PROPERTY = {'Adw.Banner': 'revealed', 'Revealer': 'reveal-child'}
found, bad = 0, []

for path in sorted((root / 'ui').glob('*.blp')):
    for kind, name, rest in re.findall(r'^ *(?:\w+: )?(Adw\.Banner|Revealer)(?: (\w+))? \{\s*(.*)', path.read_text(), re.M):
        found += 1
        if not name or rest.strip() != f'visible: bind {name}.{PROPERTY[kind]};':
            bad.append(f'ui/{path.name}: {kind} {name}: its first line is not “visible: bind NAME.{PROPERTY[kind]};”')
for path in sorted((root / 'src').rglob('*.c')):
    if re.search(r'\b(adw_banner|gtk_revealer)_new \(', path.read_text()):
        bad.append(f'{path.relative_to(root)}: makes a banner or a revealer by itself; let a template do it')

print('\n'.join(bad))
sys.exit(bool(bad) or found < 5)
