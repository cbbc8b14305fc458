#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if the Flatpak manifest would let Muster out: onto the network, into the home folder, or built from what is not pinned."""
import json
import pathlib
import re
import sys

ALLOWED = {
    '--socket=wayland',
    '--socket=fallback-x11',
    '--share=ipc',
    '--device=dri',
    '--talk-name=org.freedesktop.secrets',
    # What locks on suspend and with the screen listens to these.
    '--talk-name=org.freedesktop.ScreenSaver',
    '--talk-name=org.gnome.ScreenSaver',
    '--system-talk-name=org.freedesktop.login1',
    '--env=SECRET_BACKEND=service',
}
PINNED = {'blueprint-compiler', 'tcl', 'sqlcipher', 'libsodium', 'libcsv', 'libarchive', 'libxlsxwriter', 'libqrencode'}

manifest = json.loads((pathlib.Path(sys.argv[1]) / 'flatpak/org.muster.Muster.json').read_text())
assert manifest['id'] == 'org.muster.Muster'
assert manifest['runtime'] == 'org.gnome.Platform' and manifest['sdk'] == 'org.gnome.Sdk'
assert manifest['command'] == 'muster'

arguments = set(manifest['finish-args'])
assert arguments == ALLOWED, f'the sandbox is opened otherwise than agreed: {sorted(arguments ^ ALLOWED)}'
assert not any(re.match('--(share=network|filesystem|socket=(session|system)-bus|device=all)', argument) for argument in arguments)

modules = {module['name']: module for module in manifest['modules']}
assert set(modules) == PINNED | {'muster'}, f'modules: {sorted(modules)}'
assert list(modules)[-1] == 'muster', 'Muster is built last'
for name in PINNED:
    for source in modules[name]['sources']:
        assert source['url'].startswith('https://'), f'{name} comes over an open line'
        if source['type'] == 'git':
            assert re.fullmatch('[0-9a-f]{40}', source['commit']), f'{name} is not pinned to a commit'
        else:
            assert source['type'] == 'archive' and re.fullmatch('[0-9a-f]{64}', source['sha256']), f'{name} has no hash'
for module in manifest['modules']:
    assert 'build-args' not in module.get('build-options', {}), f'{module["name"]} asks for more while it is built'
