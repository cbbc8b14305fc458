#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Registers and accounts: made, signed in to, recovered; and what each role may do."""
import os
import pathlib
import select
import signal
import stat
import subprocess
import time
import unittest

from program import DONE, FORBIDDEN, KEYRING, NOT_FOUND, PASSWORD, RULE, SIGN_IN, USAGE, Register, RegisterCase

# Whatever can be tried by anybody is tried by everybody: the letters of the roles that may (a, s, k, j: administrator, supervisor, staff, auditor).
MATRIX = [
    (['account', 'add', 'new', '--role', 'staff', '--new-password-file', 'weak'], 'a'),
    (['account', 'list'], 'a'),
    (['account', 'role', 'nobody', 'staff'], 'a'),
    (['account', 'disable', 'nobody'], 'a'),
    (['import', 'missing.csv'], 'ask'),
    (['import', 'list'], 'askj'),
    (['export', '/missing/roster.csv', '--reason', 'x'], 'as'),
    (['season'], 'askj'),
    (['season', '--ics', '/missing/season.ics'], 'askj'),
    (['season', '--ics', '/missing/season.ics', '--names', '--reason', 'x'], 'as'),
    (['season', '--letters', '/missing/letters.csv', '--reason', 'x'], 'as'),
    (['reconcile', 'missing.csv'], 'ask'),
    (['reconcile', 'list'], 'askj'),
    (['reconcile', 'close', '999', '--note', 'x'], 'ask'),
    (['roster'], 'askj'),
    (['show', 'P-1'], 'askj'),
    (['why', 'P-1'], 'askj'),
    (['evidence', 'add', 'P-1', '--requirement', 'nothing', '--on', '2026-01-02'], 'ask'),
    (['evidence', 'correct', 'P-1', 'E-999', '--reason', 'x'], 'ask'),
    (['evidence', 'list', 'P-1'], 'askj'),
    (['evidence', 'open', 'E-999', '--output', 'nowhere'], 'askj'),
    (['rules', 'list'], 'askj'),
    (['rules', 'show', 'federal-2027'], 'askj'),
    (['rules', 'preview', 'federal-2027'], 'askj'),
    (['rules', 'simulate', '--on', '2036-01-01'], 'askj'),
    (['rules', 'adopt', 'no-such', '--reason', 'x'], 'a'),
    (['notice', 'list'], 'askj'),
    (['notice', 'load', 'missing.pdf', '--version', '1', '--title', 'x', '--from', '2036-01-01'], 'a'),
    (['person', 'edit', 'P-1', '--set', 'county=Cass', '--reason', 'moved'], 'ask'),
    (['inactivate', 'P-999', '--on', '2026-11-01', '--reason', 'x'], 'ask'),
    (['withdraw', 'P-999', '--on', '2026-11-01', '--reason', 'x'], 'ask'),
    (['certify', 'P-999', '--type', 'broker', '--on', '2026-11-01', '--reason', 'x'], 'a'),
    (['suspend', 'P-999', '--type', 'broker', '--on', '2026-11-01', '--reason', 'x'], 'a'),
    (['reinstate', 'P-999', '--type', 'broker', '--on', '2026-11-01', '--reason', 'x'], 'a'),
    (['deny', 'P-999', '--type', 'broker', '--on', '2026-11-01', '--reason', 'x'], 'a'),
    (['action', 'open', 'P-999', '--clause', 'COC-09', '--severity', 'S1', '--finding', 'x'], 'as'),
    (['action', 'step', 'CA-1999-0001', '--add', 'x'], 'as'),
    (['action', 'cause', 'CA-1999-0001', '--text', 'x'], 'as'),
    (['action', 'respond', 'CA-1999-0001', '--text', 'x'], 'as'),
    (['action', 'extend', 'CA-1999-0001', '--approve'], 'as'),
    (['action', 'check', 'CA-1999-0001', '--criterion', 'x'], 'as'),
    (['action', 'check', 'CA-1999-0001', '--waive', '--reason', 'x'], 'a'),
    (['action', 'close', 'CA-1999-0001', '--outcome', 'completed', '--note', 'x'], 'as'),
    (['action', 'void', 'CA-1999-0001', '--reason', 'x'], 'as'),
    (['revoke', 'propose', 'P-999', '--clause', 'COC-09', '--reason', 'x'], 'as'),
    (['revoke', 'approve', 'RV-1999-0001'], 'a'),
    (['revoke', 'refuse', 'RV-1999-0001', '--reason', 'x'], 'a'),
    (['revoke', 'list'], 'askj'),
    (['journal'], 'aj'),
    (['verify'], 'aj'),
    (['checkpoint'], 'aj'),
]


class Roles(RegisterCase):
    def test_matrix(self):
        self.register.add_person('Ana Lindqvist', npn='1000001')
        (self.register.folder / 'weak').write_text('short\n')
        for arguments, letters in MATRIX:
            for account, letter in (('ana', 'a'), ('sam', 's'), ('kim', 'k'), ('jo', 'j')):
                with self.subTest(' '.join(arguments), account=account):
                    code, answer = self.register(*arguments, account=account)
                    self.assertEqual(code == FORBIDDEN, letter not in letters, answer)
                    if code == FORBIDDEN:
                        self.assertEqual(answer['error']['code'], 'forbidden')


    def test_history_is_said_to_be_omitted(self):
        person = self.register.add_person('Pao Moua', npn='1000002')
        for account, omitted in (('ana', False), ('jo', False), ('sam', True), ('kim', True)):
            shown = self.expect(DONE, 'show', person, account=account)
            self.assertEqual((shown['history'] == [], shown['history_omitted']), (omitted, omitted), account)


class Accounts(RegisterCase):
    def test_list(self):
        accounts = self.expect(DONE, 'account', 'list')['accounts']
        self.assertGreaterEqual({(account['account'], account['role']) for account in accounts},
                                {('ana', 'administrator'), ('rob', 'administrator'), ('sam', 'supervisor'), ('kim', 'staff'), ('jo', 'auditor')})

    def test_wrong_password(self):
        (self.register.folder / 'wrong').write_text('not the password\n')
        (self.register.folder / 'empty').write_text('')
        for password in ('wrong', 'empty'):
            answer = self.expect(SIGN_IN, 'roster', password=password)
            self.assertEqual(answer['error']['code'], 'sign-in')
        self.expect(SIGN_IN, 'roster', account='nobody', password='wrong')
        answer = self.expect(DONE, 'journal', '--operation', 'failed-sign-ins', '--limit', 1)
        self.assertIn('nobody', answer['entries'][0]['detail'])

    def test_change_and_disable(self):
        folder = self.register.folder
        (folder / 'new').write_text('another long password\n')
        self.expect(DONE, 'account', 'add', 'max', '--role', 'staff', '--full-name', 'Max Moua', '--new-password-file', folder / 'new')
        self.expect(RULE, 'account', 'add', 'max', '--role', 'staff', '--new-password-file', folder / 'new')
        self.assertEqual(self.expect(DONE, 'account', 'role', 'max', 'supervisor')['role'], 'supervisor')
        (folder / 'newer').write_text('yet another password\n')
        self.expect(DONE, 'account', 'password', '--new-password-file', folder / 'newer', account='max', password=folder / 'new')
        self.expect(SIGN_IN, 'roster', account='max', password=folder / 'new')
        self.expect(DONE, 'roster', account='max', password=folder / 'newer')
        self.assertTrue(self.expect(DONE, 'account', 'disable', 'max')['disabled'])
        self.assertIn(self.register('roster', account='max', password=folder / 'newer')[0], (FORBIDDEN, SIGN_IN))
        self.assertFalse(self.expect(DONE, 'account', 'enable', 'max')['disabled'])
        self.expect(DONE, 'roster', account='max', password=folder / 'newer')
        self.expect(NOT_FOUND, 'account', 'disable', 'nobody')
        self.expect(RULE, 'account', 'disable', 'ana')
        self.expect(RULE, 'account', 'role', 'ana', 'staff')

    def test_passwords_on_standard_input(self):
        run = self.register('account', 'add', 'lee', '--role', 'auditor', '--new-password-file', '-', password='-',
                            standard_input=f'{PASSWORD["ana"]}\na password on the second line\n')
        self.assertEqual(run[0], DONE, run)
        self.assertEqual(self.register('roster', account='lee', password='-', standard_input='a password on the second line\n')[0], DONE)

    def test_weak_password(self):
        (self.register.folder / 'weak').write_text('short\n')
        self.expect(RULE, 'account', 'add', 'ivy', '--role', 'staff', '--new-password-file', self.register.folder / 'weak')

    def test_password_stands_nowhere(self):
        """While the program waits for a password, and while it works, nobody sees one in its arguments or environment."""
        process = subprocess.Popen(self.register.command('verify', password='-'), env=self.register.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process.stdin.write(PASSWORD['ana'].encode())
        process.stdin.flush()
        shown, deadline = b'', time.monotonic() + 10
        while not shown and time.monotonic() < deadline:
            shown = pathlib.Path(f'/proc/{process.pid}/cmdline').read_bytes()
        try:
            shown += pathlib.Path(f'/proc/{process.pid}/environ').read_bytes()
        except PermissionError:
            pass
        self.assertIn(b'--password-file', shown)
        self.assertNotIn(PASSWORD['ana'].encode(), shown)
        process.communicate(b'\n')
        self.assertEqual(process.returncode, DONE)


class Registers(unittest.TestCase):
    def setUp(self):
        self.register = Register(create=False)
        self.addCleanup(self.register.close)

    def init(self, code, *arguments, **more):
        return self.register.expect(code, 'init', '--agency', 'Riverside Assisters', *arguments, **more)

    def test_without_keyring(self):
        answer = self.init(KEYRING)
        self.assertEqual(answer['error']['code'], 'keyring')
        self.assertFalse(self.register.path.exists())

    def test_no_social_security_number_as_a_name(self):
        answer = self.init(RULE, '--no-keyring', '--full-name', 'Ana 123-45-6789')
        self.assertIn('social security number', answer['error']['message'])
        self.assertFalse(self.register.path.exists())

    def test_recovery_key_is_shown_once(self):
        answer = self.init(DONE, '--no-keyring')
        self.assertEqual(set(answer), {'register', 'agency', 'account', 'keyring', 'recovery_key'})
        self.assertRegex(answer['recovery_key'], r'^([0-9A-HJKMNP-TV-Z]{4}[- ]){13}[0-9A-HJKMNP-TV-Z]{4}$')
        self.assertEqual(stat.S_IMODE(self.register.path.stat().st_mode), 0o700)
        for file in self.register.path.iterdir():
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o700 if file.is_dir() else 0o600, file)
        self.init(RULE, '--no-keyring')

    def test_recovery_file(self):
        file = self.register.folder / 'recovery'
        answer = self.init(DONE, '--no-keyring', '--recovery-file', file)
        self.assertNotIn('recovery_key', answer)
        self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
        (self.register.folder / 'new').write_text('forgotten no more\n')
        answer = self.register.expect(USAGE, 'recover', '--recovery-file', file, '--new-password-file', 'new')
        self.assertIn('--reset-account', answer['error']['message'])
        self.register.expect(DONE, 'recover', '--recovery-file', file, '--reset-account', 'ana', '--new-password-file', 'new')
        self.register.expect(SIGN_IN, 'roster')
        self.register.expect(DONE, 'roster', password='new')
        entry = self.register.expect(DONE, 'journal', '--operation', 'reset-administrator', password='new')['entries'][0]
        self.assertEqual(entry['role'], 'recovery')
        file.write_text(file.read_text().swapcase()[:-6])
        self.register.expect(USAGE, 'recover', '--recovery-file', file)

    def test_recovery_file_that_is_there_already(self):
        file = self.register.folder / 'recovery'
        file.write_text('of another register\n')
        self.init(USAGE, '--no-keyring', '--recovery-file', file)
        self.assertEqual(file.read_text(), 'of another register\n')
        self.assertFalse(self.register.path.exists())
        file.unlink()
        self.init(RULE, '--no-keyring', '--recovery-file', file, account='Bad Name!', password=self.register.folder / 'ana.password')
        self.assertFalse(file.exists())

    def test_asked_on_the_terminal(self):
        """Not shown there, asked twice where it is new; Ctrl+C goes back to the shell."""
        arguments = [part for part in self.register.command('init', '--agency', 'Riverside', '--no-keyring')]
        index = arguments.index('--password-file')
        del arguments[index:index + 2]
        shown, code = self.on_terminal(arguments, [(b': ', b'typed by a person\n'), (b'Again: ', b'typed by a person\n')])
        self.assertEqual(code, DONE, shown)
        self.assertNotIn(b'typed by', shown)
        self.assertIn(b'Recovery key', shown)
        arguments[arguments.index('init'):] = ['roster']
        self.assertEqual(self.on_terminal(arguments, [(b': ', b'typed by a person\n')])[1], DONE)
        self.assertEqual(self.on_terminal(arguments, [(b': ', b'\x03')])[1], 130)

    def on_terminal(self, arguments, answers):
        pid, terminal = os.forkpty()
        if pid == 0:
            try:
                os.execve(arguments[0], arguments, self.register.environment)
            finally:
                os._exit(99)
        shown, answers, deadline = b'', list(answers), time.monotonic() + 60
        seen = 0
        while time.monotonic() < deadline and select.select([terminal], [], [], 10)[0]:
            try:
                part = os.read(terminal, 4096)
            except OSError:
                break
            if not part:
                break
            shown += part
            if answers and shown[seen:].endswith(answers[0][0]):
                seen = len(shown)
                os.write(terminal, answers.pop(0)[1])
        if time.monotonic() >= deadline:
            os.kill(pid, signal.SIGKILL)
        os.close(terminal)
        return shown, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


unittest.main()
