#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever is on the roster as well: nothing of the own record or the own cases is theirs to change, and what is closed is not there."""
import datetime
import unittest

from program import DONE, FORBIDDEN, NOT_FOUND, RULE, Register, RegisterCase

TODAY = datetime.date.today()


def day(offset):
    return (TODAY + datetime.timedelta(days=offset)).isoformat()


class OwnRecord(RegisterCase):
    """Lee, who keeps the roster, is a navigator as well."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.lee = {'account': 'lee', 'password': cls.register.folder / 'kim.password'}
        cls.register.expect(DONE, 'account', 'add', 'lee', '--role', 'staff', '--full-name', 'Lee Nguyen', '--new-password-file', cls.lee['password'])
        cls.person = cls.register.add_person('Nguyen, Lee', kind='navigator', assister_id='OW00001AB')
        cls.register.expect(DONE, 'certify', cls.person, '--type', 'navigator', '--on', day(-300), '--reason', 'As the test has it')
        cls.incident = cls.register.expect(DONE, 'incident', 'record', '--on', day(-2), '--kind', 'lost-equipment', '--text', 'A laptop was left', '--person', cls.person, account='sam')['incident']

    def test_own_record(self):
        for arguments in [('person', 'edit', self.person, '--set', 'family-name=Other', '--reason', 'Married'),
                          ('withdraw', self.person, '--type', 'navigator', '--on', day(0), '--reason', 'Leaving'),
                          ('withdraw', self.person, '--type', 'navigator', '--on', day(0), '--reason', 'Leaving', '--dry-run')]:
            self.assertIn('your own record', self.expect(RULE, *arguments, **self.lee)['error']['message'])

    def test_closed_is_not_there(self):
        self.expect(NOT_FOUND, 'incident', 'show', self.incident, **self.lee)
        self.expect(DONE, 'person', 'edit', self.person, '--set', 'family-name=Other', '--reason', 'Married')
        self.expect(NOT_FOUND, 'incident', 'show', self.incident, **self.lee)
        self.assertEqual(self.expect(DONE, 'incident', 'list', **self.lee)['incidents'], [])

    def test_snooze(self):
        snooze = ('--until', day(5), '--reason', 'On leave')
        self.expect(FORBIDDEN, 'today', 'snooze', 'decision-waiting:1', *snooze, account='kim')
        closed = self.expect(NOT_FOUND, 'today', 'snooze', 'incident-report:1', *snooze, **self.lee)
        absent = self.expect(NOT_FOUND, 'today', 'snooze', 'incident-report:2', *snooze, **self.lee)
        self.assertEqual(closed['error']['message'].replace(':1', ':2'), absent['error']['message'])
        self.expect(DONE, 'today', 'snooze', 'incident-report:1', *snooze, account='kim')

    def test_preview_tells_what_is_recorded(self):
        """A case that is closed is an open one no less, and which one it is, nothing says."""
        other = self.register.add_person('Closed, Cy', kind='navigator', assister_id='OW00002AB')
        self.register.expect(DONE, 'certify', other, '--type', 'navigator', '--on', day(-300), '--reason', 'As the test has it')
        incident = self.register.expect(DONE, 'incident', 'record', '--on', day(-2), '--kind', 'conduct', '--text', 'A client was shouted at', '--person', other, account='sam')['incident']
        self.expect(DONE, 'case', 'close-to', incident, 'kim', '--reason', 'A relative')
        withdraw = ('withdraw', other, '--type', 'navigator', '--on', day(0), '--reason', 'Leaving')
        before = self.expect(DONE, *withdraw, '--dry-run', account='kim')
        self.expect(DONE, *withdraw, account='kim')
        self.assertNotIn(incident, str(before))
        self.assertTrue(before['lines'][0]['under_investigation'])
        self.assertIn("'under_investigation': True", str(self.expect(DONE, 'show', other, account='kim')))

    def test_too_long(self):
        for n, code in ((20000, DONE), (20001, RULE)):
            answer = self.expect(code, 'incident', 'record', '--on', day(-1), '--kind', 'conduct', '--text', 'a ' * (n // 2) + 'b' * (n % 2), account='sam')
        self.assertIn('at most 20000 are kept', answer['error']['message'])
        answer = self.expect(RULE, 'case', 'close-to', self.incident, 'kim', '--reason', 'x' * 2001)
        self.assertIn('it has 2001 characters', answer['error']['message'])

    def test_account_is_person(self):
        self.expect(FORBIDDEN, 'account', 'person', 'kim', self.person, account='sam')
        self.expect(NOT_FOUND, 'account', 'person', 'kim', 'P-999')
        answer = self.expect(DONE, 'account', 'person', 'kim', self.person, '--reason', 'As the contract says')
        self.assertEqual((answer['tie'], answer['people']), ('person', [self.person]))
        self.expect(NOT_FOUND, 'incident', 'show', self.incident, account='kim')
        accounts = {account['account']: account for account in self.expect(DONE, 'account', 'list')['accounts']}
        self.assertEqual((accounts['lee']['tie'], accounts['lee']['people']), ('by-name', [self.person]))
        self.expect(DONE, 'account', 'person', 'kim', 'none')
        self.expect(DONE, 'incident', 'show', self.incident, account='kim')
        self.assertEqual(self.expect(DONE, 'account', 'person', 'kim', 'by-name')['tie'], 'by-name')
        self.assertTrue(self.expect(DONE, 'verify')['ok'])

    def test_family_name(self):
        tan = {'account': 'tnguyen', 'password': self.register.folder / 'kim.password'}
        self.expect(DONE, 'account', 'add', 'tnguyen', '--role', 'staff', '--full-name', 'Tan Nguyen', '--new-password-file', tan['password'])
        person = self.register.add_person('Nguyen, Bao', kind='navigator', assister_id='OW00003AB')
        answer = self.expect(DONE, 'incident', 'record', '--on', day(-2), '--kind', 'conduct', '--text', 'A client was shouted at', '--person', person, account='sam')
        incident = answer['incident']
        self.assertIn('tnguyen', str(answer['warnings']))
        answer = self.expect(DONE, 'case', 'show', incident)
        self.assertEqual([warning[:40] for warning in answer['warnings'] if 'tnguyen' in warning], ['Tan Nguyen (tnguyen) has the family name'])
        self.expect(DONE, 'incident', 'show', incident, **tan)

    def test_lists_are_looks(self):
        before = self.expect(DONE, 'case', 'show', self.incident)['looks']
        self.expect(DONE, 'incident', 'list', account='jo')
        self.expect(DONE, 'show', self.person, account='jo')
        looks = self.expect(DONE, 'case', 'show', self.incident)['looks']
        self.assertEqual((len(looks), looks[0]['account']), (len(before) + 1, 'jo'))


class Alone(unittest.TestCase):
    """A broker who is an agency of one: whoever is alone does it, as there is nobody else; not any more once there is, or was, somebody."""

    def setUp(self):
        self.register = Register(create=False)
        self.addCleanup(self.register.close)
        self.register.expect(DONE, 'init', '--agency', 'Riverside Assisters', '--full-name', 'Ana Lindqvist', '--no-keyring', '--recovery-file', self.register.folder / 'recovery')
        self.person = self.register.add_person('Lindqvist, Ana', npn='1234567')

    def test_alone(self):
        self.register.expect(DONE, 'person', 'edit', self.person, '--set', 'county=Ramsey', '--reason', 'Moved')
        self.register.expect(DONE, 'certify', self.person, '--type', 'broker', '--on', day(0), '--reason', 'As the marketplace wrote')
        self.register.add_accounts()
        self.register.expect(DONE, 'account', 'disable', 'kim')
        self.assertIn('your own record', self.register.expect(RULE, 'person', 'edit', self.person, '--set', 'county=Anoka', '--reason', 'Moved')['error']['message'])


if __name__ == '__main__':
    unittest.main()
