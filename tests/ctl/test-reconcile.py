#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The roster against the public lists: proposed as tasks, recorded once, closed by a person."""
import unittest

from program import DONE, FINDINGS, INPUT, NOT_FOUND, RULE, USAGE, RegisterCase

REGISTRATIONS = ('NPN,Applicable Plan Year,Individual Registration Completion Date,Individual Marketplace End Date,'
                 'Shop Registration Completion Date,Shop End Date,NPN Valid (Current Plan Year Only)')
TERMINATIONS = 'NPN,Effective Plan Year,Marketplaces,Termination or Suspension Date,Termination Reconsidered or Suspension Lifted,Status'


class Reconcile(RegisterCase):
    def write(self, name, header, *rows):
        path = self.register.folder / name
        path.write_text('\n'.join([header, *rows]) + '\n')
        return path

    def test_registrations(self):
        good = self.register.add_person('Good, Ana', npn='7100001')
        missing = self.register.add_person('Missing, Bo', npn='7100002')
        invalid = self.register.add_person('Invalid, Cy', npn='7100003')
        self.register.add_person('Other, Di', kind='navigator', npn='7100004', email='di@example.org')
        path = self.write('registrations.csv', f'Downloaded today\n\n{REGISTRATIONS}', '7100001,2026,08/20/2025,12/31/2099,,,Y', '7100003,2026,08/20/2025,12/31/2099,,,N')
        dry = self.expect(FINDINGS, 'reconcile', path, '--year', '2026', '--dry-run', account='kim')
        self.assertIsNone(dry['reconciliation'])
        self.assertEqual(self.expect(DONE, 'reconcile', 'list')['reconciliations'], [])
        answer = self.expect(FINDINGS, 'reconcile', path, '--year', '2026', account='kim')
        for key in set(dry) - {'reconciliation', 'dry_run', 'findings'}:
            self.assertEqual(dry[key], answer[key], key)
        self.assertEqual((answer['list'], answer['plan_year'], answer['rows'], answer['brokers'], answer['compared'], answer['all_well'], answer['others_with_npn']),
                         ('registration-completion', 2026, 2, 3, 3, 1, 1))
        found = {finding['person']: finding for finding in answer['findings']}
        self.assertEqual(set(found), {missing, invalid})
        self.assertEqual((found[missing]['finding'], found[missing]['fate'], found[missing]['line']), ('not-registered', 'new', None))
        self.assertEqual((found[invalid]['finding'], found[invalid]['line'], found[invalid]['npn']), ('npn-invalid', 5, '7100003'))
        self.assertIn('NPN Valid (Current Plan Year Only): N', found[invalid]['said'])
        self.assertNotIn(good, found)

        shown = self.expect(DONE, 'show', missing, account='jo')
        self.assertEqual([task['task'] for task in shown['tasks']], [found[missing]['task']])
        self.assertIn('Open task', self.register.text('show', missing)[1])
        again = self.expect(FINDINGS, 'reconcile', path, '--year', '2026', account='kim')
        self.assertEqual((again['tasks_new'], again['tasks_known']), (0, 2))

        self.expect(RULE, 'reconcile', 'close', found[missing]['task'], '--note', ' ', account='kim')
        closed = self.expect(DONE, 'reconcile', 'close', found[missing]['task'], '--note', 'On leave until May', account='kim')
        self.assertEqual((closed['state'], closed['note'], closed['closed_by']), ('closed', 'On leave until May', 'kim'))
        self.expect(RULE, 'reconcile', 'close', found[missing]['task'], '--note', 'Again', account='kim')
        self.assertEqual(self.expect(DONE, 'show', missing, account='jo')['tasks'], [])
        number = answer['reconciliation']
        self.assertEqual(len(self.expect(DONE, 'reconcile', 'show', number)['tasks']), 2)
        self.assertEqual(len(self.expect(DONE, 'reconcile', 'show', number, '--open')['tasks']), 1)
        listed = self.expect(DONE, 'reconcile', 'list', account='jo')
        self.assertEqual((listed['open_tasks'], len(listed['reconciliations'])), (1, 2))

        cured = self.write('newer.csv', REGISTRATIONS, *(f'{npn},2026,08/20/2025,12/31/2099,,,Y' for npn in (7100001, 7100002, 7100003)))
        answer = self.expect(DONE, 'reconcile', cured, '--year', '2026', account='kim')
        self.assertEqual([task['person'] for task in answer['cured']], [invalid])
        self.assertEqual(self.expect(DONE, 'show', invalid)['tasks'][0]['cured_by'], answer['reconciliation'])
        self.assertEqual(self.expect(DONE, 'verify')['ok'], True)

    def test_terminations(self):
        person = self.register.add_person('Ended, Ed', npn='7200001')
        path = self.write('terminations.csv', TERMINATIONS, '7200001,2025,Both,02/03/2025,,T3')
        answer = self.expect(FINDINGS, 'reconcile', path, account='kim')
        self.assertEqual((answer['list'], answer['plan_year']), ('suspension-termination', None))
        finding = next(finding for finding in answer['findings'] if finding['person'] == person)
        self.assertEqual((finding['finding'], finding['status'], finding['reason']), ('terminated', 'T3', 'fraud or abusive conduct'))
        self.assertIn('T3', self.register.text('reconcile', 'show', answer['reconciliation'])[1])

    def test_unreadable(self):
        self.register.add_person('Damaged, Di', npn='7200002')
        path = self.write('damaged.csv', TERMINATIONS, '12x,2025,Both,02/03/2025,,T3')
        answer = self.expect(FINDINGS, 'reconcile', path, '--dry-run', account='kim')
        self.assertEqual((answer['unreadable_rows'], answer['findings']), (1, []))

    def test_refused(self):
        roster = self.write('roster.csv', 'Last name,First name,NPN', 'Yang,Ana,7300001')
        self.expect(INPUT, 'reconcile', roster, account='kim')
        self.expect(INPUT, 'reconcile', self.register.folder / 'missing.csv', account='kim')
        self.expect(USAGE, 'reconcile', roster, '--year', '1999', account='kim')
        self.expect(NOT_FOUND, 'reconcile', 'show', '4711')
        self.expect(NOT_FOUND, 'reconcile', 'close', '4711', '--note', 'x', account='kim')


unittest.main()
