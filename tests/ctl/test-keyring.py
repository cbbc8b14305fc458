#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A register bound to this computer's keyring; a computer that has no keyring, or another one; and setting that one up."""
import os
import subprocess
import sys
import unittest

import gi

IN_SESSION = sys.argv.pop(2)

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402
from program import DONE, FINDINGS, KEYRING, RULE, Register  # noqa: E402


def forget(kind):
    """Takes what the keyring keeps of that kind out of it, as the person at the computer can."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)

    def call(path, interface, method, parameters):
        return bus.call_sync('org.freedesktop.secrets', path, interface, method, parameters, None, Gio.DBusCallFlags.NONE, -1, None).unpack()
    attributes = GLib.Variant('(a{ss})', ({'xdg:schema': 'org.muster.Register', 'kind': kind},))
    items, _locked = call('/org/freedesktop/secrets', 'org.freedesktop.Secret.Service', 'SearchItems', attributes)
    for item in items:
        call(item, 'org.freedesktop.Secret.Item', 'Delete', None)
    return len(items)


class Keyring(unittest.TestCase):
    def test_keyring(self):
        register = Register(create=False)
        self.addCleanup(register.close)
        session = os.environ | {'G_DEBUG': 'fatal-warnings'}
        register.expect(DONE, 'init', '--agency', 'Riverside Assisters', '--recovery-file', 'recovery', env=session)
        register.expect(DONE, 'roster', env=session)
        code = register.expect(DONE, 'checkpoint', env=session)['code']
        answer = register.expect(DONE, 'verify', '--checkpoint', code, env=session)
        self.assertEqual((answer['ok'], answer['first_bad']), (True, None))
        self.assertGreater(answer['anchored'], 0)

        self.assertEqual(register.expect(KEYRING, 'roster')['error']['code'], 'keyring')
        register.expect(KEYRING, 'recover', '--recovery-file', 'recovery')

        other_computer = '''
          "$@" roster; echo "before $?"
          "$@" recover --recovery-file recovery; echo "recover $?"
          "$@" roster; echo "after $?"'''
        run = subprocess.run([IN_SESSION, '--keyring', '--', 'bash', '-c', other_computer, 'bash', *register.command()], cwd=register.folder,
                             stdout=subprocess.PIPE, text=True)
        for part in (f'before {KEYRING}\n', 'recover 0\n', 'after 0\n'):
            self.assertIn(part, run.stdout)

        wrong = code[:-1] + ('0' if code[-1] != '0' else '1')
        self.assertNotEqual(register('verify', '--checkpoint', wrong, env=session)[0], DONE)

    def test_new_password_without_a_keyring(self):
        """The recovery key sets a password wherever the register is; the computer without a keyring stays without."""
        register = Register(create=False)
        self.addCleanup(register.close)
        session = os.environ | {'G_DEBUG': 'fatal-warnings'}
        register.expect(DONE, 'init', '--agency', 'Riverside Assisters', '--recovery-file', 'recovery', env=session)
        (register.folder / 'new').write_text('quiet copper meadow\n')
        reset = ['recover', '--recovery-file', 'recovery', '--reset-account', 'ana', '--new-password-file', 'new']
        answer = register.expect(DONE, *reset)
        self.assertEqual((answer['computer'], answer['account']), (False, 'ana'))
        self.assertIn('keyring', answer['computer_problem'])
        self.assertNotEqual(register('roster', env=session)[0], DONE)
        register.expect(DONE, 'roster', password=register.folder / 'new', env=session)

    def test_without_a_keyring(self):
        register = Register(create=False)
        self.addCleanup(register.close)
        message = register.expect(KEYRING, 'init', '--agency', 'Riverside Assisters', '--recovery-file', 'recovery')['error']['message']
        self.assertIn('With --no-keyring the register is protected by passwords alone', message)
        for word in ('dbus', 'd-bus', 'autolaunch', 'org.freedesktop', '$display', '('):
            self.assertNotIn(word, message.lower())
        self.assertFalse((register.folder / 'recovery').exists())
        register.expect(DONE, 'init', '--agency', 'Riverside Assisters', '--recovery-file', 'recovery', '--no-keyring')

    def test_keyring_that_forgot(self):
        """A keyring with the secret and without what it saw of the register lets in, but not without a word."""
        register = Register(create=False)
        self.addCleanup(register.close)
        session = dict(os.environ)
        register.expect(DONE, 'init', '--agency', 'Riverside Assisters', '--recovery-file', 'recovery', env=session)
        register.expect(DONE, 'roster', env=session)
        self.assertEqual(register.expect(DONE, 'verify', env=session).get('remarks', []), [])
        self.assertGreater(forget('anchor'), 0)
        register.expect(DONE, 'roster', env=session)
        entry = register.expect(DONE, 'journal', '--limit', '2', env=session)['entries'][1]
        self.assertEqual(entry['operation'], 'sign-in')
        self.assertIn('checkpoint=none kept', entry['detail'])
        run = subprocess.run(register.command('journal'), env=session, capture_output=True, text=True, cwd=register.folder)
        self.assertIn('checkpoint: none kept', run.stdout)
        self.assertNotIn('program=', run.stdout)
        answer = register.expect(DONE, 'verify', env=session)
        self.assertTrue(answer['ok'])
        self.assertIn('knew no checkpoint', ' '.join(answer['remarks']))
        self.assertEqual(len(answer['remarks']), 1)

    def test_older_copy_put_back(self):
        register = Register(create=False)
        self.addCleanup(register.close)
        session = dict(os.environ)
        register.expect(DONE, 'init', '--agency', 'Riverside Assisters', '--recovery-file', 'recovery', env=session)
        older = (register.path / 'register.db').read_bytes()
        register.expect(DONE, 'person', 'add', '--set', 'name=Ana Lindqvist', '--set', 'npn=1000001', env=session)
        (register.path / 'register.db').write_bytes(older)
        run = subprocess.run([*register.command('verify'), '--json'], env=session, capture_output=True, text=True, cwd=register.folder)
        self.assertEqual(run.returncode, FINDINGS, run.stdout + run.stderr)
        # Whatever is asked of it says so: in the exit code, in JSON, and however quiet it is to be.
        self.assertIn('older', register.expect(FINDINGS, 'roster', env=session)['damage'])
        run = subprocess.run(register.command('roster', '--quiet'), env=session, capture_output=True, text=True, cwd=register.folder)
        self.assertEqual(run.returncode, FINDINGS)
        self.assertIn('older', run.stderr)
        # It is only read until an administrator says that it is meant.
        person = ['person', 'add', '--set', 'name=Pao Moua', '--set', 'npn=1000002']
        self.assertIn('older', register.expect(RULE, *person, env=session)['damage'])
        register.expect(RULE, 'accept-copy', '--reason', ' ', env=session)
        run = subprocess.run(register.command('accept-copy', '--reason', 'The disk broke'), env=session, capture_output=True, text=True, cwd=register.folder)
        self.assertEqual((run.returncode, run.stderr), (DONE, ''))
        self.assertIn('This copy of the register goes on.', run.stdout)
        self.assertNotIn('damage', register.expect(DONE, 'roster', env=session))
        register.expect(DONE, *person, env=session)
        entries = register.expect(DONE, 'journal', '--limit', '0', env=session)['entries']
        self.assertEqual([entry['reason'] for entry in entries if entry['operation'] == 'accept-copy'], ['The disk broke'])
        self.assertTrue(register.expect(DONE, 'verify', env=session)['ok'])
        register.expect(RULE, 'accept-copy', '--reason', 'Once more', env=session)


unittest.main()
