# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""musterctl, called as a script calls it, for the tests: register = Register(folder); register('roster', account='kim')."""
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))

DONE, FINDINGS, USAGE, FORBIDDEN, SIGN_IN, NOT_FOUND, BUSY, DAMAGED, RULE, INPUT, KEYRING = range(11)
STORAGE = 11
PASSWORD = {name: f'{name} has a long password' for name in ('ana', 'rob', 'sam', 'kim', 'jo')}
ROLES = {'rob': 'administrator', 'sam': 'supervisor', 'kim': 'staff', 'jo': 'auditor'}


def environment(folder):
    """No desktop, no keyring, nothing of the person's own."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(('MUSTER_', 'DBUS_', 'XDG_', 'LANG', 'LC_'))}
    kept.pop('DISPLAY', None)
    return kept | {'HOME': str(folder), 'XDG_RUNTIME_DIR': str(folder), 'XDG_DATA_HOME': str(folder / 'data'), 'LC_ALL': 'C.UTF-8',
                   'G_DEBUG': 'fatal-warnings'}


def first_rule_pack():
    """By which a register goes that is made today."""
    return 'mnsure-2027' if datetime.date.today() >= datetime.date(2026, 8, 1) else 'mnsure-2026'


class Register:
    """A register of its own in a new folder, with an administrator called ana."""

    def __init__(self, create=True):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.scratch.name)
        self.path = self.folder / 'register.muster'
        self.environment = environment(self.folder)
        for name, password in PASSWORD.items():
            (self.folder / f'{name}.password').write_text(password + '\n')
        if create:
            self.expect(DONE, 'init', '--agency', 'Riverside Assisters', '--no-keyring', '--recovery-file', self.folder / 'recovery')

    def add_accounts(self):
        for name, role in ROLES.items():
            self.expect(DONE, 'account', 'add', name, '--role', role, '--new-password-file', self.folder / f'{name}.password')

    def command(self, *arguments, account='ana', password=None):
        password = password or self.folder / f'{account}.password'
        return [PROGRAM, '--register', str(self.path), '--account', account, '--password-file', str(password), *map(str, arguments)]

    def __call__(self, *arguments, account='ana', password=None, standard_input='', env=None):
        """Returns the exit code and the one JSON object."""
        run = subprocess.run([*self.command(*arguments, account=account, password=password), '--json'], input=standard_input,
                             capture_output=True, text=True, env=env or self.environment, cwd=self.folder, timeout=60)
        assert not run.stderr, run.stderr
        answer = json.loads(run.stdout)
        assert isinstance(answer, dict) and run.stdout.count('\n') == 1, run.stdout
        assert ('error' in answer) == (run.returncode not in (DONE, FINDINGS)), answer
        if 'error' in answer:
            assert set(answer['error']) == {'code', 'message'} and answer['error']['message'].endswith(('.', ')')), answer
        return run.returncode, answer

    def text(self, *arguments, **more):
        run = subprocess.run(self.command(*arguments, **more), capture_output=True, text=True, env=self.environment, cwd=self.folder, timeout=60)
        return run.returncode, run.stdout, run.stderr

    def expect(self, code, *arguments, **more):
        found, answer = self(*arguments, **more)
        assert found == code, f'{arguments} ends with {found}, not {code}: {answer}'
        return answer

    def add_person(self, name, kind='broker', npn=None, **values):
        arguments = ['--set', f'name={name}', '--type', kind, '--agency', 'Riverside Assisters']
        for key, value in ({'npn': npn} | values).items():
            if value:
                arguments += ['--set', f'{key.replace("_", "-")}={value}']
        return self.expect(DONE, 'person', 'add', *arguments)['id']

    def close(self):
        self.scratch.cleanup()


class RegisterCase(unittest.TestCase):
    """Tests that share one register with all accounts; each makes the people it needs."""

    @classmethod
    def setUpClass(cls):
        cls.register = Register()
        cls.addClassCleanup(cls.register.close)
        cls.register.add_accounts()

    def expect(self, code, *arguments, **more):
        return self.register.expect(code, *arguments, **more)
