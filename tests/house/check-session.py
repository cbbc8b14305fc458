#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs in tests/in-session: fails if the desktop that the tests of the window get is not what they take it for."""
import os
import pathlib
import subprocess
import sys

keyring = sys.argv[1] == 'keyring'


def succeeds(*command, text=None):
    return subprocess.run(command, input=text, text=True, capture_output=True, timeout=20).returncode == 0


assert pathlib.Path.home().parent.name.startswith('muster-session.'), f'{pathlib.Path.home()} is a real home folder'
assert os.environ['DBUS_SESSION_BUS_ADDRESS'].find('muster-session.') > 0, 'the bus is not the test’s own'
assert succeeds('xdotool', 'getdisplaygeometry'), 'there is no screen'
assert succeeds('gdbus', 'call', '--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus',
                '--method', 'org.a11y.Bus.GetAddress'), 'there is no accessibility bus'
stored = succeeds('secret-tool', 'store', '--label', 'Test', 'muster-test', 'yes', text='a secret')
assert stored == keyring, 'the keyring takes a secret' if stored else 'the keyring takes no secret'
if keyring:
    found = subprocess.run(['secret-tool', 'lookup', 'muster-test', 'yes'], capture_output=True, text=True, timeout=20)
    assert found.stdout == 'a secret', f'the keyring gives back {found.stdout!r}'
