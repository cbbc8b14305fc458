#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The roster leaves in a file: for a reason, with the columns that were asked for, and with an entry; back it is the same."""
import csv
import hashlib
import shutil
import subprocess
import unittest

from program import DONE, FORBIDDEN, RULE, USAGE, Register, RegisterCase

STORAGE = 11


class Export(RegisterCase):
    def read(self, path):
        with open(path, encoding='utf-8', newline='') as file:
            return list(csv.DictReader(file))

    def test_columns(self):
        person = self.register.add_person('Null, Ana', npn='7400001', phone='6125550142', county='=1+1')
        path = self.register.folder / 'roster.csv'
        self.expect(USAGE, 'export', path, account='sam')
        self.expect(RULE, 'export', path, '--reason', ' ', account='sam')
        self.assertFalse(path.exists())
        answer = self.expect(DONE, 'export', path, '--reason', 'For the marketplace', account='sam')
        self.assertNotIn('assister-id', answer['columns'])
        self.assertNotIn('phone', answer['columns'])
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        self.assertEqual(answer['sha256'], hashlib.sha256(path.read_bytes()).hexdigest())
        row = next(row for row in self.read(path) if row['Muster number'] == person)
        self.assertEqual((row['Last name'], row['NPN'], row['Role'], row['County']), ('Null', '7400001', 'broker', "'=1+1"))
        self.assertNotIn('Muster practice register', row)
        entry = self.expect(DONE, 'journal', '--operation', 'export-roster', '--limit', '1')['entries'][0]
        self.assertEqual(entry['reason'], 'For the marketplace')
        for part in ('file=roster.csv', f'people={answer["people"]}', 'columns=person,', f'sha256={answer["sha256"]}'):
            self.assertIn(part, entry['detail'])

        said = self.expect(RULE, 'export', path, '--reason', 'x', '--columns', 'npn', account='sam')['error']['message']
        self.assertIn('--force', said)
        self.assertEqual(answer['sha256'], hashlib.sha256(path.read_bytes()).hexdigest())
        chosen = self.expect(DONE, 'export', path, '--reason', 'x', '--force', '--columns', 'npn,phone', '--search', 'null ana', account='sam')
        self.assertEqual((chosen['people'], chosen['columns']), (1, ['npn', 'phone']))
        self.assertEqual(self.read(path), [{'NPN': '7400001', 'Phone': '(612) 555-0142'}])

    def test_refused(self):
        path = self.register.folder / 'refused.csv'
        self.expect(FORBIDDEN, 'export', path, '--reason', 'x', account='kim')
        self.expect(FORBIDDEN, 'export', path, '--reason', 'x', account='jo')
        self.expect(USAGE, 'export', path, '--reason', 'x', '--columns', 'npn,ssn', account='sam')
        self.expect(USAGE, 'export', self.register.folder / 'roster.pdf', '--reason', 'x', account='sam')
        self.expect(STORAGE, 'export', self.register.folder / 'missing' / 'roster.csv', '--reason', 'x', account='sam')
        self.assertEqual(list(self.register.folder.glob('*refused*')) + list(self.register.folder.glob('.*refused*')), [])

    def test_archive(self):
        self.register.add_person('Hidden, Hal', npn='7400002', email='hal.hidden@example.org')
        path = self.register.folder / 'roster.zip'
        secret = self.register.folder / 'passphrase'
        secret.write_text('short\n')
        self.expect(RULE, 'export', path, '--reason', 'x', '--passphrase-file', secret, account='sam')
        self.assertFalse(path.exists())
        secret.write_text('otter quilt ladder\n')
        answer = self.expect(DONE, 'export', path, '--reason', 'x', '--passphrase-file', secret, account='sam')
        self.assertTrue(answer['encrypted'])
        self.assertNotIn(b'hal.hidden', path.read_bytes())
        # The line after the password will do, as the contract has it.
        both = self.register.folder / 'both'
        both.write_text((self.register.folder / 'sam.password').read_text() + 'ladder quilt otter\n')
        self.expect(DONE, 'export', self.register.folder / 'second.zip', '--reason', 'x', account='sam', password=both)
        self.expect(DONE, 'export', self.register.folder / 'third.zip', '--reason', 'x', account='sam', password='-', standard_input=both.read_text())
        self.expect(USAGE, 'export', self.register.folder / 'fourth.zip', '--reason', 'x', account='sam')
        for name, phrase in (('roster', 'otter quilt ladder'), ('second', 'ladder quilt otter'), ('third', 'ladder quilt otter')):
            self.check_opens(self.register.folder / f'{name}.zip', phrase)

    def check_opens(self, path, phrase):
        tool = shutil.which('bsdtar')
        if tool:
            run = subprocess.run([tool, '--passphrase', phrase, '-xOf', path], capture_output=True)
            self.assertIn(b'hal.hidden@example.org', run.stdout, run.stderr)

    def test_round_trip(self):
        """Everything, into an empty register: the same people."""
        self.register.add_person('Trip, Tess', npn='7400003', email='tess@example.org', licence_number='0004711', phone='6125550199')
        path = self.register.folder / 'all.csv'
        self.expect(DONE, 'export', path, '--reason', 'x', '--columns', 'all', account='sam')
        other = Register()
        self.addCleanup(other.close)
        answer = other.expect(DONE, 'import', path)
        self.assertEqual(answer['created'], answer['rows'])
        keys = ('name', 'types', 'agency', 'npn', 'assister_id', 'email')

        def people(register):
            return sorted(str([person[key] for key in keys]) for person in register.expect(DONE, 'roster')['assisters'])
        self.assertEqual(people(other), people(self.register))

    def test_practice(self):
        """Invented people stay where they are invented."""
        practice = self.register.folder / 'practice.muster'
        path = self.register.folder / 'practice.csv'
        password = self.register.folder / 'practice.password'
        password.write_text('practice\n')
        self.expect(DONE, 'practice', practice)
        run = subprocess.run([*self.register.command(), 'x'][:1] + ['--register', practice, '--account', 'sam', '--password-file', password, 'export', path, '--reason', 'x'],
                             capture_output=True, text=True, env=self.register.environment)
        self.assertEqual(run.returncode, DONE, run.stderr)
        self.assertEqual({row['Muster practice register'] for row in self.read(path)}, {'invented'})
        answer = self.expect(RULE, 'import', path, account='kim')
        self.assertIn('practice', answer['error']['message'])
        self.expect(RULE, 'import', path, '--dry-run', account='kim')


unittest.main()
