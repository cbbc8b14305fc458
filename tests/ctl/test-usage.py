#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is not understood is wrong usage, said in the form that was asked for; the help, the man page and the completion agree."""
import pathlib
import re
import subprocess
import unittest

from program import DONE, FORBIDDEN, NOT_FOUND, PROGRAM, RULE, SIGN_IN, STORAGE, USAGE, Register

ROOT = pathlib.Path(__file__).parents[2]

WRONG = [
    [],
    ['nonsense'],
    ['account'],
    ['account', 'nonsense'],
    ['roster', 'surplus'],
    ['show'],
    ['show', 'P-1', 'P-2'],
    ['roster', '--nonsense'],
    ['roster', '--limit', 'many'],
    ['roster', '--limit', '-1'],
    ['roster', '--status', 'happy'],
    ['roster', '--type', 'wizard'],
    ['roster', '--may-assist', 'perhaps'],
    ['roster', '--sort', 'height'],
    ['roster', '--as-of', '24.11.2026'],
    ['roster', '--as-of', '2026-02-30'],
    ['roster', '--search', 'a', '--search', 'b'],
    ['certify', 'P-1', '--on', '2026-11-01', '--reason', 'x'],
    ['certify', 'P-1', '--type', 'broker', '--reason', 'x'],
    ['certify', 'P-1', '--type', 'broker', '--on', '2026-11-01'],
    ['certify', 'P-1', '--type', 'broker', '--on', 'soon', '--reason', 'x'],
    ['certify', 'P-1', '--type', 'broker', '--on', '2026-11-01', '--reason', 'x', '--authority', 'me'],
    ['person', 'edit', 'P-1', '--reason', 'x'],
    ['account', 'add', 'new', '--role', 'king'],
    ['action', 'open', 'P-1', '--clause', 'COC-09', '--severity', 'S9', '--finding', 'x'],
    ['action', 'step', 'CA-2026-0001'],
    ['action', 'step', 'CA-2026-0001', '--done', '1', '--verify', '1'],
    ['revoke', 'propose', 'P-1', '--reason', 'x'],
    ['journal', '--operation', 'nonsense'],
    ['import', 'show', 'x'],
    ['import', 'roster.csv', '--delimiter', 'x'],
    ['import', 'roster.csv', '--encoding', 'EBCDIC'],
    ['import', 'undo'],
    ['import', 'undo', 'x'],
    ['import', 'undo', '1', '--nonsense'],
    ['reconcile'],
    ['reconcile', 'list.csv', '--year', 'soon'],
    ['reconcile', 'show', 'x'],
    ['reconcile', 'close', '1'],
    ['reconcile', 'close', 'x', '--note', 'x'],
    ['evidence'],
    ['evidence', 'add', 'P-1'],
    ['evidence', 'add', 'P-1', '--requirement', 'data-security'],
    ['evidence', 'add', 'P-1', '--requirement', 'data-security', '--on', '2026-02-30'],
    ['evidence', 'add', 'P-1', '--requirement', 'data-security', '--on', '2026-02-20', '--score', 'high'],
    ['evidence', 'add', 'P-1', '--requirement', 'data-security', '--on', '2026-02-20', '--outcome', 'cleared'],
    ['evidence', 'correct', 'P-1', 'E-1', '--on', '2026-02-20'],
    ['evidence', 'correct', 'P-1', 'first', '--reason', 'x'],
    ['evidence', 'open', 'E-1'],
    ['evidence', 'open', 'first', '--output', 'file'],
    ['backup', 'file'],
    ['help', 'nonsense'],
]


def words(*given):
    """The words that the completion offers after @given."""
    script = f'. "{ROOT}/data/completions/musterctl"; _musterctl_words "$@"'
    return subprocess.run(['bash', '-c', script, 'bash', *given], capture_output=True, text=True, check=True).stdout.split()


class Usage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.register = Register()
        cls.addClassCleanup(cls.register.close)

    def test_wrong_usage(self):
        for arguments in WRONG:
            with self.subTest(arguments):
                code, answer = self.register(*arguments)
                self.assertEqual((code, answer['error']['code']), (USAGE, 'usage'), answer)
                code, out, error = self.register.text(*arguments)
                self.assertEqual((code, out), (USAGE, ''))
                self.assertEqual(error, f'musterctl: {answer["error"]["message"]}\n')

    def message(self, code, *arguments, **more):
        return self.register.expect(code, *arguments, **more)['error']['message']

    def test_what_messages_say(self):
        self.assertEqual(self.message(USAGE, 'verify', 'surplus'), 'Usage: musterctl verify [OPTION…]. See “musterctl help verify”.')
        self.assertIn('Usage: musterctl account disable NAME.', self.message(USAGE, 'account', 'disable'))
        self.assertIn('Usage: musterctl report NAME --output FILE [OPTION…].', self.message(USAGE, 'report', '--output', 'x'))
        self.assertIn('Use one of: applicant, ', self.message(USAGE, 'roster', '--status', 'none'))
        self.assertIn(', suspended, restricted.', self.message(USAGE, 'roster', '--status', 'happy'))
        self.assertIn('Use one of: completed, failed, waived, superseded.', self.message(USAGE, 'action', 'close', 'CA-2026-0001', '--outcome', 'none', '--note', 'x'))
        self.assertIn('“Foo-1”', self.message(NOT_FOUND, 'action', 'show', 'Foo-1'))
        self.assertIn('staff, supervisor, administrator, auditor.', self.message(USAGE, 'account', 'add', 'new', '--role', 'boss'))
        self.assertIn('staff, supervisor, administrator, auditor.', self.message(USAGE, 'account', 'add', 'new', '--role', 'recovery'))
        self.register.expect(DONE, 'account', 'add', 'kim', '--role', 'staff', '--new-password-file', self.register.folder / 'kim.password')
        for arguments in (['account', 'list'], ['journal'], ['verify']):
            self.assertNotIn('changed', self.message(FORBIDDEN, *arguments, account='kim'))

    def test_a_password_file_that_is_not_there(self):
        missing = self.register.folder / 'missing'
        for said in (self.message(USAGE, 'roster', password=missing),
                     self.message(USAGE, 'account', 'add', 'new', '--role', 'staff', '--new-password-file', missing)):
            self.assertEqual(said.count(str(missing)), 1)
        missing.write_text('')
        self.register.expect(SIGN_IN, 'roster', password=missing)
        missing.unlink()

    def test_options_stand_before_or_after_the_command(self):
        run = subprocess.run([PROGRAM, 'roster', '--register', self.register.path, '--account', 'ana', '--password-file', self.register.folder / 'ana.password'],
                             env=self.register.environment, capture_output=True, text=True)
        self.assertEqual((run.returncode, run.stderr), (DONE, ''))

    def test_environment(self):
        environment = self.register.environment | {'MUSTER_REGISTER': str(self.register.path), 'MUSTER_ACCOUNT': 'ana', 'LC_ALL': 'C'}
        run = subprocess.run([PROGRAM, '--password-file', '-', 'roster', '--search', 'Núñez', '--json'], env=environment, capture_output=True, text=True,
                             input='ana has a long password\n')
        self.assertEqual((run.returncode, run.stdout), (DONE, '{"total":0,"assisters":[]}\n'))

    def test_help_is_complete(self):
        overview = self.register.text('help')[1]
        commands = re.findall(r'^  ([a-z][a-z -]*?)  +[A-Z]', overview, re.M)
        offered = [word for word in words() if word != 'help']
        self.assertEqual({command.split()[0] for command in commands}, set(offered))
        for command in commands:
            code, text, _ = self.register.text('help', *command.split())
            self.assertEqual(code, DONE)
            usage = next(block for block in text.split('musterctl ') if block.startswith(command))
            options = {option for option in re.findall(r'^  (--[a-z-]+)', usage, re.M)}
            self.assertEqual({word for word in words(*command.split()) if word.startswith('-')}, options, f'completion of {command}')
            self.assertIn(usage, self.register.text(*command.split(), '--help')[1])

    def test_output_that_does_not_fit(self):
        """Whatever the length: half an answer is none."""
        environment = self.register.environment | {'MUSTER_REGISTER': str(self.register.path)}
        for words in (['--json', 'help'], ['help'], ['--json', '--account', 'ana', '--password-file', self.register.folder / 'ana.password', 'roster']):
            with open('/dev/full', 'w') as full:
                run = subprocess.run([PROGRAM, *words], env=environment, stdout=full, stderr=subprocess.PIPE, text=True)
            self.assertEqual(run.returncode, STORAGE, words)
            self.assertIn('could not be written', run.stderr)

    def test_directions_are_not_turned(self):
        person = self.register.add_person('Lor, Mai', kind='broker', npn='7400009')
        self.register.expect(DONE, 'person', 'edit', person, '--set', 'county=Anoka', '--reason', 'as \u202etold\u2066 by her')
        printed = self.register.text('journal', '--operation', 'edit-assister')[1]
        self.assertIn('told', printed)
        self.assertFalse(set(printed) & set('\u202e\u2066'))

    def test_help_lists_names(self):
        for command, name, code in (('import', 'FIELD', 'npn'), ('letter', 'KIND', 'revocation'), ('report', 'NAME', 'consistency')):
            names = self.register.text('help', command)[1].split(f'\n{name} is one of:\n')[1]
            self.assertIn(f'  {code} ', names.split('\nmusterctl ')[0])

    def test_every_option_is_in_the_man_page(self):
        page = (ROOT / 'data/musterctl.1').read_text()
        described = set(re.findall(r'\bFl Fl ([a-z-]+)', page))
        overview = self.register.text('help')[1]
        commands = re.findall(r'^  ([a-z][a-z -]*?)  +[A-Z]', overview, re.M)
        for command in commands:
            options = set(re.findall(r'^  --([a-z-]+)', self.register.text('help', *command.split())[1], re.M))
            self.assertLessEqual(options, described, command)

    def test_every_option_of_the_window_is_in_its_man_page(self):
        options = re.findall(r'^  \{ "([a-z-]+)", 0', (ROOT / 'src/gui/muster-application.c').read_text(), re.M)
        self.assertIn('register', options)
        described = re.findall(r'\bFl Fl ([a-z-]+)', (ROOT / 'data/muster.1').read_text())
        self.assertLessEqual(set(options), set(described))

    def test_a_blank_says_nothing(self):
        person = self.register.add_person('Pao Moua', kind='navigator', assister_id='AB12CD34E')
        for blank in ('', ' ', '\u00a0', '\u2003\u3000', '\u200b'):
            for arguments in (['person', 'edit', person, '--set', 'county=Cass', '--reason', blank],
                              ['certify', person, '--type', 'navigator', '--on', '2026-01-02', '--reason', blank],
                              ['inactivate', person, '--on', '2026-01-02', '--reason', blank],
                              ['action', 'open', person, '--clause', 'COC-09', '--severity', 'S1', '--finding', blank],
                              ['revoke', 'propose', person, '--clause', 'COC-09', '--reason', blank]):
                with self.subTest(arguments):
                    self.register.expect(RULE, *arguments)
        self.assertEqual(self.register.expect(DONE, 'journal', '--subject', person)['entries'][0]['operation'], 'add-assister')

    def test_lists_name_people_and_leave_empty_columns_out(self):
        person = self.register.add_person('Mai Thao', npn='1000002')
        self.register.expect(DONE, 'action', 'open', person, '--clause', 'COC-04', '--severity', 'S1', '--finding', 'Calls not returned')
        head, *rows = self.register.text('action', 'list')[1].splitlines()
        self.assertEqual(head.split('  ')[0], 'Action')
        self.assertNotIn('Check due', head)
        self.assertEqual([f'Mai Thao ({person})' in row for row in rows], [True])
        self.assertIn(f'Mai Thao ({person})', self.register.text('action', 'show', rows[0].split()[0])[1])
        head = self.register.text('journal', '--operation', 'sign-in')[1].splitlines()[0]
        self.assertEqual(head.split(), ['No.', 'When', 'Who', 'What', 'was', 'done'])

    def test_verify_says_what_confirms_the_journal(self):
        self.assertRegex(self.register.text('verify')[1], r'^The journal is sound: \d+ entr(y|ies)\. (No|A) checkpoint kept outside of the register confirms ')

    def looks(self):
        entries = self.register.expect(DONE, 'journal', '--operation', 'reveal-identifier', '--limit', 0)['entries']
        return [(entry['account'], entry['subject'], entry['detail']) for entry in reversed(entries)]

    def test_who_looked_at_an_assister_id(self):
        """It is whole in JSON and masked in a text, unless asked for; whoever saw it stands in the journal, once for each command."""
        person = self.register.add_person('Kia Vang', kind='navigator', assister_id='ZX98YW76V')
        other = self.register.add_person('Ana Lindqvist', npn='1000001')
        masked = [['show', person], ['roster'], ['roster', '--search', 'Lindqvist', '--reveal'], ['show', other, '--reveal'], ['why', person]]
        before = self.looks()
        for arguments in masked:
            code, text, _ = self.register.text(*arguments)
            self.assertEqual(code, DONE)
            self.assertNotIn('ZX98YW76V', text)
        self.assertIn('•••••••••', self.register.text('show', person)[1])
        self.assertNotIn('assister_id', self.register.expect(DONE, 'person', 'edit', person, '--set', 'county=Cass', '--reason', 'moved'))
        self.assertIsNone(self.register.expect(DONE, 'show', other)['assister_id'])
        self.assertEqual(self.looks(), before)

        for arguments in (['show', person, '--reveal'], ['roster', '--search', 'Vang', '--reveal']):
            self.assertIn('ZX98YW76V', self.register.text(*arguments)[1])
        self.assertEqual(self.register.expect(DONE, 'show', person)['assister_id'], 'ZX98YW76V')
        rows = self.register.expect(DONE, 'roster', '--search', 'Vang')['assisters']
        self.assertEqual([row['assister_id'] for row in rows], ['ZX98YW76V'])
        one, list_of_one = ('ana', person, 'field=assister-id'), ('ana', None, 'field=assister-id\npeople=1')
        self.assertEqual(self.looks()[len(before):], [one, list_of_one, one, list_of_one])
        self.assertTrue(self.register.expect(DONE, 'verify')['ok'])


unittest.main()
