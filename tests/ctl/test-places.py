#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A register that was moved, may not be written or is used by two at once; and files that are larger than any memory."""
import os
import pathlib
import shutil
import subprocess
import unittest

from program import BUSY, DONE, INPUT, NOT_FOUND, PROGRAM, Register

HEADER = 'Last Name,First Name,Email,NPN,Type\n'
NOBODY = 65534
STORAGE = 11
# Then it needs several times the memory.
SANITIZED = b'__asan_init' in pathlib.Path(PROGRAM).read_bytes()


def roster(first, count):
    return HEADER + ''.join(f'Person{n},Ana,p{n}@example.org,{n},Broker\n' for n in range(first, first + count))


class Places(unittest.TestCase):
    def setUp(self):
        self.register = Register()
        self.addCleanup(self.register.close)

    def test_moved(self):
        old = self.register.path
        self.register.add_person('Ana Lindqvist', npn='1000001')
        elsewhere = self.register.folder / 'moved to'
        elsewhere.mkdir()
        self.register.path = elsewhere / 'another name.muster'
        old.rename(self.register.path)
        self.assertEqual(self.register.expect(DONE, 'roster')['total'], 1)
        self.register.add_person('Bo Olson', npn='1000002')
        self.assertTrue(self.register.expect(DONE, 'verify')['ok'])
        self.register.path = old
        self.assertEqual(self.register.expect(NOT_FOUND, 'roster')['error']['code'], 'not-found')
        self.assertFalse(old.exists())

    def as_nobody(self, *arguments):
        """Root may write everywhere, so it is somebody else for this."""
        program = self.register.folder / 'musterctl'
        if not program.exists():
            shutil.copy(PROGRAM, program)
        command = [str(program), *self.register.command(*arguments)[1:], '--json']
        someone = {'user': NOBODY, 'group': NOBODY, 'extra_groups': []} if os.geteuid() == 0 else {}
        run = subprocess.run(command, capture_output=True, text=True, env=self.register.environment, cwd=self.register.folder, **someone)
        return run.returncode, run.stdout

    def test_read_only(self):
        files = [self.register.path, *self.register.path.iterdir()]
        before = {file: file.read_bytes() for file in files[1:]}
        if os.geteuid() == 0:
            for file in [self.register.folder, *self.register.folder.iterdir(), *files]:
                os.chown(file, NOBODY, NOBODY)
        for file in reversed(files):
            file.chmod(0o500 if file.is_dir() else 0o400)
        for arguments in (['roster'], ['person', 'add', '--set', 'name=Ana Lindqvist', '--set', 'npn=1000001']):
            code, answer = self.as_nobody(*arguments)
            self.assertEqual(code, STORAGE, answer)
            self.assertIn('cannot be written', answer)
        self.register.path.chmod(0)
        code, answer = self.as_nobody('roster')
        self.assertEqual(code, STORAGE, answer)
        self.assertIn('may not be read', answer)
        self.register.path.chmod(0o700)
        self.assertEqual({file: file.read_bytes() for file in before}, before)

    def test_two_at_once(self):
        """One waits for the other, or says that it is busy; either way all or nothing of each is there."""
        for number in range(3):
            (self.register.folder / f'{number}.csv').write_text(roster(1000000 + number * 300, 300))
        started = [subprocess.Popen([*self.register.command('import', f'{number}.csv'), '--json'], env=self.register.environment, cwd=self.register.folder,
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE) for number in (0, 1, 2, 0)]
        answers = [process.communicate() for process in started]
        codes = [process.returncode for process in started]
        self.assertLessEqual(set(codes), {DONE, BUSY}, answers)
        self.assertIn(DONE, codes)
        done = {number for number, code in zip((0, 1, 2, 0), codes) if code == DONE}
        self.assertEqual(self.register.expect(DONE, 'roster', '--limit', 1)['total'], 300 * len(done))
        self.assertEqual(len(self.register.expect(DONE, 'import', 'list')['imports']), len(done))
        self.assertTrue(self.register.expect(DONE, 'verify')['ok'])
        self.assertEqual(self.register.expect(DONE, 'import', '0.csv')['created'], 0 if 0 in done else 300)


class Sizes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.register = Register()
        cls.addClassCleanup(cls.register.close)

    def refused(self, name, words):
        """The file is refused with these words, and little memory was taken for it: Argon2id alone takes 64 MiB."""
        process = subprocess.Popen([*self.register.command('import', name), '--json'], env=self.register.environment, cwd=self.register.folder,
                                   stdout=subprocess.PIPE)
        answer = process.stdout.read().decode()
        process.stdout.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, INPUT, answer)
        self.assertIn(words, answer)
        if not SANITIZED:
            self.assertLess(usage.ru_maxrss, 150 * 1024, name)

    def write(self, name, beginning, size):
        """Sparse: what is not written takes no place on the disk."""
        with open(self.register.folder / name, 'wb') as file:
            file.write(beginning)
            file.truncate(size)

    def test_huge(self):
        line = HEADER.encode() + b'Lindqvist,' + b'a' * 4_000_000
        self.write('gigabyte.csv', line, 1 << 30)
        self.refused('gigabyte.csv', 'larger than 512 MiB')
        self.write('line.csv', line, 500 << 20)
        self.refused('line.csv', 'longer than 64 KiB')
        self.write('quote.csv', HEADER.encode() + b'"Lindqvist,' + b'a,\n' * 1_000_000, 500 << 20)
        self.refused('quote.csv', 'is not closed')
        self.write('columns.csv', HEADER.encode() + b'a,' * 2_000_000, 500 << 20)
        self.refused('columns.csv', 'more than 500 columns')


unittest.main()
