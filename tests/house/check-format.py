#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if a C file is not laid out by .clang-format; --fix lays it out.

clang-format cannot be told that the marks of translatable strings are written without a space, as everybody writes them:
_("Sign in"). So that one thing is set right after it.
"""
import concurrent.futures
import difflib
import pathlib
import re
import subprocess
import sys

MARK = re.compile(r'\b(_|N_|C_|NC_) \(')


def laid_out(path):
    run = subprocess.run(['clang-format', '--style=file', str(path)], capture_output=True, text=True, check=True)
    return MARK.sub(r'\1(', run.stdout)


def treat(path, fix):
    text = path.read_text()
    wanted = laid_out(path)
    if wanted == text:
        return ''
    if fix:
        path.write_text(wanted)
        return f'laid out {path}\n'
    difference = difflib.unified_diff(text.splitlines(True), wanted.splitlines(True), str(path), 'as it should be', n=0)
    return ''.join(difference)


def main(root, fix):
    version = subprocess.run(['clang-format', '--version'], capture_output=True, text=True, check=True).stdout
    if not re.search(r'version 19\.', version):
        # Each release lays out some things anew; the one of Debian 13 decides.
        print(f'skipped: the style is that of clang-format 19, this is {version.strip()}')
        return 77
    paths = sorted(path for folder in ('src', 'tests') for path in (root / folder).rglob('*.[ch]'))
    with concurrent.futures.ThreadPoolExecutor() as pool:
        found = [finding for finding in pool.map(lambda path: treat(path, fix), paths) if finding]
    print(''.join(found), end='')
    if found and not fix:
        print(f'{len(found)} of {len(paths)} files are not laid out by .clang-format: ./dev format does it.')
    return 1 if found and not fix else 0


sys.exit(main(pathlib.Path(sys.argv[1]), '--fix' in sys.argv[2:]))
