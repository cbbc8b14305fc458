#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if the settings are not what they are meant to be: window state and preferences, locking on from the start."""
import os
import sys
import xml.etree.ElementTree as tree

os.environ['GSETTINGS_BACKEND'] = 'memory'

from gi.repository import Gio  # noqa: E402

EXPECTED = {
    'window-width': ('i', 1120),
    'window-height': ('i', 760),
    'window-maximized': ('b', False),
    'last-register': ('s', ''),
    'recent-registers': ('as', []),
    'lock-after-minutes': ('i', 10),
    'lock-on-suspend': ('b', True),
    'lock-on-screen-lock': ('b', True),
    'remind-daily': ('b', False),
}

source_file = tree.parse(sys.argv[2])
explained = {key.get('name'): {part.tag for part in key if part.text} for key in source_file.iter('key')}
source = Gio.SettingsSchemaSource.new_from_directory(sys.argv[1], None, False)
schema = source.lookup('org.muster.Muster', False)
assert schema is not None, 'the schema org.muster.Muster is missing'
# A preference that is added is written down here too, so that nobody keeps a legal fact in it unseen.
for name in schema.list_keys():
    assert name in EXPECTED, f'{name} is a setting nobody expects'
for name, (kind, default) in EXPECTED.items():
    assert schema.has_key(name), f'{name} is missing'
    key = schema.get_key(name)
    assert key.get_value_type().dup_string() == kind, f'{name} has another type than {kind}'
    assert key.get_default_value().unpack() == default, f'{name} does not start as {default!r}'
    assert {'summary', 'description'} <= explained[name], f'{name} is not explained'
settings = Gio.Settings.new_full(schema, None, None)
assert not settings.set_int('lock-after-minutes', 0), 'locking could be switched off by a 0'
