#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if a layer reaches for what the picture in the README does not give it.

The static libraries hold most of it; but some system headers compile from anywhere, and every folder of src/ lies on the
include path, so the heads of the files are read as well.
"""
import pathlib
import re
import sys

LAYERS = {
    'domain': set(),
    'store': {'domain'},
    'documents': {'domain'},
    'operations': {'domain', 'store', 'documents'},
    'gui': {'domain', 'store', 'documents', 'operations'},
    'ctl': {'domain', 'store', 'documents', 'operations'},
}

# Who may use which system header, by its beginning. What is not named here is the C library's.
SYSTEM = {
    'glib': set(LAYERS),
    'gio/': {'store', 'documents', 'operations', 'gui', 'ctl'},
    'sqlcipher/': {'store'},
    'sodium': {'store'},
    'libsecret/': {'store'},
    'json-glib/': {'store', 'documents', 'ctl'},
    'csv.h': {'documents'},
    'archive': {'documents'},
    'expat.h': {'documents'},
    'xlsxwriter': {'documents'},
    'cairo': {'documents', 'gui'},
    'pango/': {'documents', 'gui'},
    'qrencode.h': {'documents'},
    'gtk/': {'gui'},
    'gdk/': {'gui'},
    'adwaita.h': {'gui'},
}

# Decides: no I/O, no clock, no chance.
DOMAIN_NEVER = r'\b(fopen|open|time|g_get_real_time|g_get_monotonic_time|g_date_time_new_now\w*|g_random_\w+|g_file_\w+|getenv|g_getenv)\s*\('


def findings(root):
    for path in sorted((root / 'src').rglob('*.[ch]')):
        layer = path.relative_to(root / 'src').parts[0]
        text = path.read_text()
        for number, line in enumerate(text.split('\n'), 1):
            where = f'{path.relative_to(root)}:{number}'
            match = re.match(r'#\s*include\s*([<"])([^>"]+)', line)
            if match:
                yield from check_include(layer, where, match.group(1), match.group(2), path)
            if layer == 'domain' and re.search(DOMAIN_NEVER, line):
                yield f'{where}: domain/ decides, it does not reach out: {line.strip()}'
            if layer == 'operations' and re.search(r'\b(g_thread_new|g_task_run_in_thread)\b', line):
                yield f'{where}: operations/ are synchronous'


def check_include(layer, where, quote, include, path):
    top = include.split('/')[0]
    if quote == '"':
        if top not in LAYERS and not include.startswith('config'):
            yield f'{where}: includes carry their folder: "{layer}/{include}"'
        elif top in LAYERS and top != layer and top not in LAYERS[layer]:
            yield f'{where}: {layer}/ may not use {top}/ ({include})'
        return
    for prefix, allowed in SYSTEM.items():
        if include.startswith(prefix) and layer not in allowed:
            yield f'{where}: <{include}> belongs to {", ".join(sorted(allowed))}'


def main():
    root = pathlib.Path(sys.argv[1])
    found = list(findings(root))
    print('\n'.join(found) if found else 'every layer keeps to itself')
    return 1 if found else 0


sys.exit(main())
