#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports leave in a file: by role, as of a day, never over another file unasked, and with an entry."""
import csv
import datetime
import hashlib
import json
import unittest

from program import DONE, FORBIDDEN, NOT_FOUND, RULE, USAGE, RegisterCase

TODAY = datetime.date.today()


def day(offset):
    return (TODAY + datetime.timedelta(days=offset)).isoformat()


class Report(RegisterCase):
    def open_action(self, name, npn):
        person = self.register.add_person(name, npn=npn)
        return self.expect(DONE, 'action', 'open', person, '--clause', 'COC-09', '--severity', 'S1', '--finding', 'A mis-sent letter', account='sam')['action']

    def report(self, name, *arguments, **more):
        path = self.register.folder / 'report.json'
        answer = self.expect(DONE, 'report', name, '--output', path, '--force', *arguments, **more)
        self.assertEqual(answer['sha256'], hashlib.sha256(path.read_bytes()).hexdigest())
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        return json.loads(path.read_text())

    def test_actions(self):
        number = self.open_action('Reported, Rae', '7500001')
        report = self.report('actions')
        self.assertEqual((report['report'], report['as_of'], report['agency'], report['practice']), ('actions', day(0), 'Riverside Assisters', False))
        row = next(row for row in report['rows'] if row['action'] == number)
        self.assertEqual((row['person'], row['days_open'], row['age'], row['days_overdue'], row['clauses']), ('Reported, Rae', 0, '0-10', 0, 'COC-09'))
        self.assertEqual(sum(bar['value'] for bar in report['chart']['bars']), report['figures']['open'])
        self.assertEqual(self.report('actions', '--as-of', day(-1))['rows'], [])

    def test_roles(self):
        number = self.open_action('Roles, Rex', '7500002')
        for account, has_names in (('ana', True), ('sam', True), ('jo', True), ('kim', False)):
            report = self.report('actions', account=account)
            row = next(row for row in report['rows'] if row['action'] == number)
            self.assertEqual(row.get('person'), 'Roles, Rex' if has_names else None, account)
            self.assertEqual('person' in [column['key'] for column in report['columns']], has_names)
            entry = self.expect(DONE, 'journal', '--operation', 'export-report', '--limit', '1')['entries'][0]
            self.assertIn(f'names={"yes" if has_names else "no"}', entry['detail'])

    def test_files(self):
        number = self.open_action('Files, Flo', '7500003')
        path = self.register.folder / 'actions.csv'
        answer = self.expect(DONE, 'report', 'actions', '--output', path, '--reason', 'For the audit', account='jo')
        self.assertEqual((answer['report'], answer['format'], answer['as_of']), ('actions', 'csv', day(0)))
        with open(path, encoding='utf-8', newline='') as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), answer['rows'])
        self.assertEqual(next(row for row in rows if row['Action'] == number)['As of'], day(0))
        before = path.read_bytes()
        said = self.expect(RULE, 'report', 'actions', '--output', path)['error']['message']
        self.assertIn('--force', said)
        self.assertEqual(path.read_bytes(), before)
        odd = self.register.folder / 'actions.txt'
        self.expect(DONE, 'report', 'actions', '--output', odd, '--format', 'json')
        self.assertEqual(json.loads(odd.read_text())['report'], 'actions')

    def test_every_report(self):
        person = self.register.add_person('Every, Eve', npn='7500004')
        self.expect(DONE, 'incident', 'record', '--on', day(0), '--kind', 'conduct', '--text', 'A loud word', '--person', person, '--clause', 'COC-08', account='kim')
        self.expect(DONE, 'action', 'open', person, '--clause', 'COC-08', '--severity', 'S1', '--finding', 'A loud word', account='sam')
        for name, rows in (('actions', 1), ('incidents', 1), ('decisions', 0), ('reviews', 0), ('consistency', 1)):
            for account in ('ana', 'kim', 'jo'):
                report = self.report(name, account=account)
                self.assertEqual(report['report'], name)
                self.assertTrue(report['title'] and report['notes'] and report['figures'], name)
                self.assertGreaterEqual(len(report['rows']), rows, name)
                for row in report['rows']:
                    self.assertEqual(list(row), [column['key'] for column in report['columns']])
                # Who it was is in none of those that look at like cases, whoever asks.
                if name in ('incidents', 'consistency'):
                    self.assertNotIn('Every', json.dumps(report))

    def test_roster(self):
        person = self.register.add_person('Roster, Ros', npn='7500005')
        self.assertEqual(self.report('roster', '--as-of', day(-1), account='jo')['rows'], [])
        row = next(row for row in self.report('roster', account='jo')['rows'] if row['id'] == person)
        self.assertEqual((row['person'], row['agency'], row['may_assist']), ('Roster, Ros', 'Riverside Assisters', 'no'))
        path = self.register.folder / 'roster.csv'
        self.expect(FORBIDDEN, 'report', 'roster', '--output', path, account='kim')
        self.assertFalse(path.exists())

    def test_two_days(self):
        """As of a day, as known on another: report, roster, person and answer say the same."""
        person = self.register.add_person('Days, Dee', 'broker', npn='7500006')
        self.expect(DONE, 'certify', person, '--type', 'broker', '--on', day(-30), '--reason', 'Confirmed')
        number = self.open_action('Days, Dan', '7500007')
        for as_of in (day(-31), day(-30), day(-1), day(0)):
            for known_on in (None, day(-1), day(0)):
                days = ['--as-of', as_of] + (['--known-on', known_on] if known_on else [])
                with self.subTest(days):
                    report = self.report('roster', *days, account='jo')
                    self.assertEqual((report['as_of'], report['known_on']), (as_of, known_on))
                    people = {one['id']: (one['agency'], one['status'], 'yes' if one['may_assist'] else 'no') for one in self.expect(DONE, 'roster', *days)['assisters'] if one['types']}
                    self.assertEqual({row['id']: (row['agency'], row['status'], row['may_assist']) for row in report['rows']}, people)
                    if known_on == day(-1):
                        self.assertEqual(people, {})
                        self.expect(NOT_FOUND, 'show', person, *days)
                        continue
                    shown, why = self.expect(DONE, 'show', person, *days), self.expect(DONE, 'why', person, *days)
                    self.assertEqual((shown['as_of'], shown['known_on'], shown['may_assist']), (as_of, known_on, why['may_assist']))
                    self.assertEqual(shown['may_assist'], as_of != day(-31))
                    self.assertEqual('certified' in [event['to'] for event in shown['certifications']], as_of != day(-31))
        self.assertEqual(self.report('actions', '--known-on', day(-1))['rows'], [])
        self.assertIn(number, [row['action'] for row in self.report('actions', '--known-on', day(0))['rows']])
        self.assertIn(f'known_on={day(0)}', self.expect(DONE, 'journal', '--operation', 'export-report', '--limit', '1')['entries'][0]['detail'])
        path = self.register.folder / 'known.csv'
        self.expect(DONE, 'report', 'actions', '--output', path, '--known-on', day(0))
        with open(path, encoding='utf-8', newline='') as file:
            self.assertEqual({(row['As of'], row['As known on']) for row in csv.DictReader(file)}, {(day(0), day(0))})
        self.assertIn(f'May assist on {day(-1)}: Yes.', self.register.text('show', person, '--as-of', day(-1))[1])
        self.assertIn(f'May assist on {day(0)}, by what was recorded through {day(0)}: Yes.', self.register.text('show', person, '--known-on', day(0))[1])

    def test_refused(self):
        path = self.register.folder / 'refused.csv'
        self.expect(USAGE, 'report', 'actions')
        self.expect(USAGE, 'report', 'nonsense', '--output', path)
        self.expect(USAGE, 'report', 'actions', '--output', self.register.folder / 'refused.odt')
        self.expect(USAGE, 'report', 'actions', '--output', path, '--format', 'odt')
        self.expect(USAGE, 'report', 'actions', '--output', path, '--as-of', 'yesterday')
        self.expect(RULE, 'report', 'actions', '--output', path, '--as-of', day(1))
        self.expect(RULE, 'report', 'actions', '--output', path, '--known-on', day(1))
        self.expect(USAGE, 'show', 'P-1', '--known-on', 'yesterday')
        self.expect(RULE, 'report', 'actions', '--output', path, '--reason', ' ')
        self.assertEqual(list(self.register.folder.glob('*refused*')) + list(self.register.folder.glob('.*refused*')), [])


unittest.main()
