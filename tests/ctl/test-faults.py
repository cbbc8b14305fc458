#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each thing that can be wrong with a register or a file has its own exit code and sentence, and harms nothing."""
import fcntl
import json
import pathlib
import shutil
import unittest

from program import BUSY, DAMAGED, DONE, FINDINGS, INPUT, NOT_FOUND, RULE, Register

HEADER = 'Last Name,First Name,Email,NPN,Type\n'

BAD_FILES = {
    'empty': (b'', INPUT),
    'binary': (bytes(range(256)) * 20, INPUT),
    'zip': (b'PK\x03\x04' + bytes(500), INPUT),
    'twice': (b'NPN,NPN,Name\n1234567,1234567,Ana Lindqvist\n', RULE),
    'wide': (','.join(f'column {n}' for n in range(10000)).encode() + b'\n', INPUT),
    'quote': (b'Name,Email,NPN\n"Ana Lindqvist,ana@example.org,1234567\nx,y\n', INPUT),
    'cell': (b'Name,Email\n' + b'a' * 200000 + b',ana@example.org\n', INPUT),
    'headless': (b'1,2\n3,4\n', (INPUT, RULE)),
    'ssn': (b'Name,Email,SSN\nAna Lindqvist,ana@example.org,123-45-6789\n', RULE),
    'nameless': (b'Email,NPN\nana@example.org,1234567\n', RULE),
    'nobody': (b'Name,Colour\nAna Lindqvist,blue\n', RULE),
}


class Damage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.register = Register()
        cls.addClassCleanup(cls.register.close)
        cls.register.add_person('Ana Lindqvist', npn='1000001')
        cls.original = cls.register.path

    def setUp(self):
        self.register.path = self.register.folder / 'copy.muster'
        shutil.copytree(self.original, self.register.path)
        self.addCleanup(shutil.rmtree, self.register.path)
        self.database = self.register.path / 'register.db'

    def refused(self, code=DAMAGED):
        before = {file: file.read_bytes() for file in self.register.path.iterdir() if file.is_file() and file.suffix in ('.db', '.json')}
        answer = self.register.expect(code, 'roster')
        for file, content in before.items():
            self.assertEqual(file.read_bytes(), content, f'{file.name} was changed')
        return answer['error']

    def test_whole_copy_opens(self):
        self.register.expect(DONE, 'roster')

    def test_missing(self):
        self.register.path = self.register.folder / 'nowhere'
        self.assertEqual(self.register.expect(NOT_FOUND, 'roster')['error']['code'], 'not-found')
        self.register.path = self.register.folder / 'copy.muster'

    def test_not_a_register(self):
        self.database.unlink()
        self.assertEqual(self.refused()['code'], 'damaged')
        (self.register.path / 'keys.json').unlink()
        self.register.expect(DAMAGED, 'roster')

    def test_truncated(self):
        content = self.database.read_bytes()
        for size in (0, 1, 100, 4096, len(content) // 2):
            with self.subTest(size):
                self.database.write_bytes(content[:size])
                self.refused()

    def test_flipped_byte(self):
        content = self.database.read_bytes()
        for place in (0, 20, 2000, 4090):
            with self.subTest(place):
                self.database.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1:])
                self.refused()

    def test_flipped_byte_deep_inside(self):
        """Some pages are not read by a sign-in; the whole check finds them, and nothing is ever quietly taken for good."""
        content = self.database.read_bytes()
        for page in range(1, len(content) // 4096):
            place = page * 4096 + 123
            self.database.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1:])
            code, answer = self.register('verify', '--quiet')
            if code == DONE:
                # A page that nothing is kept in any more has nothing to lose.
                self.assertTrue(answer['ok'])
            else:
                self.assertIn(code, (FINDINGS, DAMAGED), answer)

    def test_keys(self):
        keys = self.register.path / 'keys.json'
        content = json.loads(keys.read_text())
        keys.write_text(json.dumps(content | {'version': 999}))
        self.assertEqual(self.refused()['code'], 'newer')
        for text in ('', '{}', '[1]', '{"format"', json.dumps(content)[:-40]):
            with self.subTest(text[:12]):
                keys.write_text(text)
                self.assertEqual(self.refused()['code'], 'damaged')

    def test_busy(self):
        """The lock by which SQLite keeps a second writer out (byte 120 of the shared index) is held by somebody else."""
        with open(self.register.path / 'register.db-shm', 'w+b') as file:
            fcntl.lockf(file, fcntl.LOCK_EX, 1, 120)
            self.assertEqual(self.register.expect(BUSY, 'roster')['error']['code'], 'busy')
        self.register.expect(DONE, 'roster')


class Files(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.register = Register()
        cls.addClassCleanup(cls.register.close)

    def test_bad_files(self):
        messages = set()
        for name, (content, codes) in BAD_FILES.items():
            (self.register.folder / f'{name}.csv').write_bytes(content)
            for more in ([], ['--dry-run']):
                with self.subTest(name, more=more):
                    code, answer = self.register('import', f'{name}.csv', *more)
                    self.assertIn(code, codes if isinstance(codes, tuple) else (codes,), answer)
                    self.assertNotIn('123-45-6789', json.dumps(answer))
                    messages.add(answer['error']['message'].replace(name, ''))
        self.assertEqual(len(messages), len(BAD_FILES), f'two faults share a message: {messages}')
        self.register.expect(INPUT, 'import', 'missing.csv')
        self.register.expect(INPUT, 'import', self.register.folder)
        self.assertEqual(self.register.expect(DONE, 'roster')['total'], 0)
        self.assertEqual(self.register.expect(DONE, 'import', 'list')['imports'], [])

    def test_results_that_cannot_be_written(self):
        file = self.register.folder / 'one.csv'
        file.write_text(HEADER + 'Moua,Pao,pao@example.org,1000002,Broker\n')
        (self.register.folder / 'taken').write_text('')
        code, answer = self.register('import', file, '--dry-run', '--results', 'taken')
        self.assertEqual((code, answer['error']['code']), (11, 'storage'), answer)
        code, answer = self.register('import', file, '--results', 'taken')
        self.assertEqual((code, answer['error']['code']), (11, 'storage'), answer)
        self.assertEqual(self.register.expect(DONE, 'roster')['total'], 0)

    def test_results_that_fail_after_the_import(self):
        file = self.register.folder / 'one.csv'
        file.write_text(HEADER + 'Moua,Pao,pao@example.org,1000002,Broker\n')
        (self.register.folder / 'results' / 'rejected.csv' / 'in the way').mkdir(parents=True)
        answer = self.register.expect(FINDINGS, 'import', file, '--results', 'results', '--force')
        self.assertEqual((answer['import'], answer['created']), (1, 1))
        self.assertIn('rejected.csv', answer['results_error'])
        self.assertEqual(self.register.expect(DONE, 'roster')['total'], 1)


unittest.main()
