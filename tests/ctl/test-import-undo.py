#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An import that was undone, weeks later too: what goes back, what stays and why, and all of it again."""
import resource
import signal
import subprocess
import unittest

from program import DONE, FINDINGS, FORBIDDEN, NOT_FOUND, RULE, Register

STORAGE = 11
HEADER = 'Last Name,First Name,E-mail,NPN,Phone,Type,Agency\n'
FIRST = HEADER + 'Lindqvist,Ana,ana@example.org,1111111,612-555-0101,Broker,Sunrise\nOlson,Bo,bo@example.org,2222222,612-555-0102,Broker,Sunrise\n'
SECOND = HEADER + ('Lindqvist,Ana,ana@example.org,1111111,612-555-0177,Broker,Sunset\nOlson,Bo,bo@example.org,2222222,612-555-0178,Broker,Sunrise\n'
                   'Young,Cy,cy@example.org,3333333,612-555-0103,Broker,Sunset\nNgo,Di,di@example.org,4444444,612-555-0104,Broker,Sunset\n')


class ImportUndo(unittest.TestCase):
    """P-1 and P-2 are of the import 1. The import 2 changed them, and made P-3 and P-4; P-2 and P-4 were edited since."""

    def setUp(self):
        self.register = Register()
        self.addCleanup(self.register.close)
        self.register.add_accounts()
        for number, text in enumerate((FIRST, SECOND), 1):
            path = self.register.folder / f'roster-{number}.csv'
            path.write_text(text)
            self.assertEqual(self.register.expect(DONE, 'import', path, account='kim')['import'], number)
        self.register.expect(DONE, 'person', 'edit', 'P-2', '--set', 'phone=612-555-0199', '--reason', 'Told us', account='kim')
        self.register.expect(DONE, 'person', 'edit', 'P-4', '--set', 'county=Cook', '--reason', 'Told us', account='kim')

    def agency(self, person):
        return self.register.expect(DONE, 'show', person)['agency']

    def test_a_trial_says_what_the_undoing_does(self):
        trial = self.register.expect(FINDINGS, 'import', 'undo', 2, '--dry-run', account='kim')
        self.assertEqual((trial['import'], trial['undoes'], trial['dry_run']), (None, 2, True))
        self.assertEqual({key: trial[key] for key in ('restored', 'kept', 'removed', 'returned', 'conflicts')},
                         {'restored': 1, 'kept': 1, 'removed': 1, 'returned': 0, 'conflicts': 1})
        conflict, kept = trial['findings']
        self.assertEqual((conflict['person'], conflict['field'], conflict['rule'], conflict['level']), ('P-2', 'phone', 'changed-since', 'conflict'))
        self.assertEqual((conflict['imported'], conflict['now']), ('(612) 555-0178', '(612) 555-0199'))
        self.assertEqual((kept['person'], kept['field'], kept['rule'], kept['level']), ('P-4', None, 'touched-since', 'kept'))
        self.assertIn('Edited a person', kept['message'])
        self.assertEqual(trial['removed_people'], ['P-3'])
        self.assertEqual([(value['person'], value['field'], value['now'], value['back']) for value in trial['values']],
                         [('P-1', 'phone', '(612) 555-0177', '(612) 555-0101'), ('P-1', 'agency', 'Sunset', 'Sunrise')])
        self.assertEqual(self.agency('P-1'), 'Sunset')

        done = self.register.expect(FINDINGS, 'import', 'undo', 2, '--expect', trial['digest'], account='kim')
        self.assertEqual((done['import'], done['dry_run'], done['digest']), (3, False, trial['digest']))
        for key in ('restored', 'kept', 'removed', 'conflicts', 'findings', 'values'):
            self.assertEqual(done[key], trial[key], key)
        self.assertEqual(self.agency('P-1'), 'Sunrise')
        self.assertTrue(self.register.expect(DONE, 'verify')['ok'])

    def test_who_was_taken_back(self):
        self.register.expect(FINDINGS, 'import', 'undo', 2, '--reason', 'The wrong file', account='kim')
        code, answer = self.register('show', 'P-3')
        self.assertEqual(code, NOT_FOUND)
        self.assertIn('import 3', answer['error']['message'])
        self.assertEqual(self.register('show', '3333333')[0], NOT_FOUND)
        self.assertEqual(self.register.expect(DONE, 'roster', '--search', 'young')['total'], 0)
        self.assertEqual(self.register.expect(DONE, 'roster')['total'], 3)
        # The journal still tells of the person, and why there is nobody any more.
        entries = self.register.expect(DONE, 'journal', '--subject', 'P-3')['entries']
        self.assertEqual([entry['operation'] for entry in entries], ['undo-import', 'import-roster'])
        self.assertEqual(entries[0]['reason'], 'The wrong file')
        # What identified the person is free.
        path = self.register.folder / 'again.csv'
        path.write_text(HEADER + 'Young,Cyrus,cy@example.org,3333333,,Broker,Sunset\n')
        self.assertEqual(self.register.expect(DONE, 'import', path, account='kim')['created'], 1)
        answer = self.register.expect(FINDINGS, 'import', 'undo', 3, account='kim')
        self.assertIn(('P-3', 'stays-away', 'P-5'), [(finding['person'], finding['rule'], finding['other']) for finding in answer['findings']])

    def test_an_undoing_is_undone(self):
        before = self.register.expect(DONE, 'roster')
        self.register.expect(FINDINGS, 'import', 'undo', 2, account='kim')
        answer = self.register.expect(FINDINGS, 'import', 'undo', 3, account='kim')
        self.assertEqual((answer['import'], answer['undoes'], answer['returned'], answer['returned_people']), (4, 3, 1, ['P-3']))
        self.assertEqual(self.register.expect(DONE, 'roster'), before)
        self.assertTrue(self.register.expect(DONE, 'verify')['ok'])

        imports = {record['import']: record for record in self.register.expect(DONE, 'import', 'list')['imports']}
        self.assertEqual([(id, imports[id]['undoes'], imports[id]['undone_by']) for id in sorted(imports)], [(1, None, None), (2, None, None), (3, 2, 4), (4, 3, None)])
        self.assertEqual(imports[3]['removed'], 1)
        self.assertTrue(imports[3]['snapshot'].endswith('-undo.db'))
        self.assertTrue((self.register.path / 'backups' / imports[3]['snapshot']).is_file())
        listed = self.register.text('import', 'list')[1]
        self.assertIn('Undoing of 2 (roster-2.csv), undone by 4', listed)

    def test_what_is_refused(self):
        for expected, arguments, account in ((NOT_FOUND, ('99',), 'kim'), (FORBIDDEN, ('2',), 'jo'), (RULE, ('2', '--expect', '00'), 'kim'),
                                             (RULE, ('2', '--reason', 'SSN 123-45-6789'), 'kim'), (RULE, ('2', '--dry-run', '--expect', '00'), 'kim')):
            with self.subTest(arguments):
                self.assertEqual(self.register('import', 'undo', *arguments, account=account)[0], expected)
        self.register.expect(FINDINGS, 'import', 'undo', 2, account='kim')
        code, answer = self.register('import', 'undo', 2, account='kim')
        self.assertEqual(code, RULE)
        self.assertIn('import 3', answer['error']['message'])
        # Somebody edits between the trial and the undoing.
        digest = self.register.expect(FINDINGS, 'import', 'undo', 3, '--dry-run', account='kim')['digest']
        self.register.expect(DONE, 'person', 'edit', 'P-1', '--set', 'phone=612-555-0155', '--reason', 'Told us', account='kim')
        self.assertEqual(self.register('import', 'undo', 3, '--expect', digest, account='kim')[0], RULE)

    def test_nothing_to_take_back(self):
        self.register.expect(DONE, 'person', 'edit', 'P-1', '--set', 'phone=612-555-0150', '--reason', 'Told us', account='kim')
        path = self.register.folder / 'third.csv'
        path.write_text('Last Name,First Name,NPN,Phone\nLindqvist,Ana,1111111,612-555-0160\n')
        self.assertEqual(self.register.expect(DONE, 'import', path, account='kim')['updated'], 1)
        self.register.expect(DONE, 'person', 'edit', 'P-1', '--set', 'phone=612-555-0161', '--reason', 'Told us', account='kim')
        before = [entry['entry'] for entry in self.register.expect(DONE, 'journal')['entries']]
        self.assertEqual(self.register.expect(FINDINGS, 'import', 'undo', 3, '--dry-run', account='kim')['conflicts'], 1)
        self.assertIn('Nothing would change', self.register.text('import', 'undo', 3, '--dry-run', account='kim')[1])
        said = self.register.expect(RULE, 'import', 'undo', 3, account='kim')['error']['message']
        self.assertIn('nothing to take back', said)
        self.assertEqual(len(self.register.expect(DONE, 'import', 'list')['imports']), 3)
        operations = [entry['operation'] for entry in self.register.expect(DONE, 'journal')['entries'] if entry['entry'] not in before]
        self.assertNotIn('undo-import', operations)

    def test_a_full_disk(self):
        before = self.register.expect(DONE, 'roster')

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))

        run = subprocess.run(self.register.command('import', 'undo', 2, account='kim'), capture_output=True, text=True, env=self.register.environment, preexec_fn=limit)
        self.assertEqual(run.returncode, STORAGE, run.stderr)
        self.assertTrue(run.stderr.startswith('musterctl: '), run.stderr)
        self.assertEqual(self.register.expect(DONE, 'roster'), before)
        self.assertTrue(self.register.expect(DONE, 'verify')['ok'])

    def test_where_values_come_from(self):
        origins = {origin['field']: origin for origin in self.register.expect(DONE, 'show', 'P-2')['provenance']}
        self.assertEqual((origins['phone']['import'], origins['phone']['operation'], origins['phone']['account']), (None, 'edit-assister', 'kim'))
        self.assertEqual((origins['email']['import'], origins['email']['file'], origins['email']['line'], origins['email']['column']), (1, 'roster-1.csv', 3, 'E-mail'))
        self.assertEqual((origins['family-name']['column'], origins['agency']['column']), ('Last Name', 'Agency'))
        self.register.expect(FINDINGS, 'import', 'undo', 2, account='kim')
        origins = {origin['field']: origin for origin in self.register.expect(DONE, 'show', 'P-1')['provenance']}
        self.assertEqual((origins['phone']['import'], origins['phone']['line'], origins['phone']['restored_by']), (1, 2, 3))


if __name__ == '__main__':
    unittest.main()
