#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The recertification season: how far it is, who is behind on what, what would be left uncovered; and outside of one, when the next opens."""
import csv
import datetime
import unittest

from program import DONE, FORBIDDEN, NOT_FOUND, RULE, RegisterCase, USAGE, first_rule_pack

STORAGE = 11
TODAY = datetime.date.today()
OPENS, DUE = TODAY - datetime.timedelta(days=30), TODAY + datetime.timedelta(days=30)


class Season(RegisterCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        register = cls.register
        text = register.expect(DONE, 'rules', 'show', 'mnsure-2027')['source']
        for find, put in (('Name=mnsure-2027', 'Name=ours'), ('Title=MNsure, 2027', 'Title=Ours'), ('From=2026-08-01', f'From={OPENS}'), ('Through=2027-07-31', f'Through={DUE}'),
                          ('Opens=2026-08-01', f'Opens={OPENS}'), ('Due=2026-10-15', f'Due={DUE}')):
            assert find in text
            text = text.replace(find, put, 1)
        path = register.folder / 'ours.rules'
        path.write_text(text)
        register.expect(DONE, 'rules', 'adopt', path, '--reason', 'A season of our own', '--from', TODAY)
        cls.people = [register.add_person(name, kind='navigator', assister_id=f'NAV00471{n}', languages=languages, county='Clay')
                      for n, (name, languages) in enumerate((('Moua, Mai', 'English; Hmong'), ('Nur, Ali', 'English'), ('Dahl, Per', 'English')))]
        for person, days in zip(cls.people, (100, 100, 5)):
            register.expect(DONE, 'certify', person, '--type', 'navigator', '--on', TODAY - datetime.timedelta(days=days), '--reason', 'x')
        for code in ('data-security', 'notice', 'assister-basics'):
            register.expect(DONE, 'evidence', 'add', cls.people[0], '--requirement', code, '--on', TODAY)

    def test_running(self):
        season = self.expect(DONE, 'season', account='jo')
        self.assertEqual((season['phase'], season['running'], season['rule_pack'], season['opens'], season['due']), ('open', True, 'ours', str(OPENS), str(DUE)))
        self.assertEqual((season['people'], season['done'], season['behind_total']), (3, 1, 2))
        self.assertEqual(season['agencies'], [{'agency': 'Riverside Assisters', 'people': 3, 'done': 1}])
        done = {line['requirement']: (line['done'], line['people']) for line in season['requirements']}
        self.assertEqual(done, {'assister-basics': (2, 3), 'program-rules': (1, 3), 'data-security': (2, 3), 'notice': (2, 3)})
        self.assertEqual([(line['id'], line['types'], line['lacking']) for line in season['behind']],
                         [(self.people[0], ['navigator'], ['program-rules']),
                          (self.people[1], ['navigator'], ['assister-basics', 'program-rules', 'data-security', 'notice'])])
        self.assertEqual(season['uncovered'], {'languages': ['Hmong'], 'counties': [], 'without_navigator': []})
        self.assertEqual(season['forecast']['outlook'], 'late')
        self.assertEqual(season['forecast']['complete'], str(TODAY + datetime.timedelta(days=62)))
        self.assertEqual(season['forecast']['done_by_due'], 1)
        self.assertEqual(len(self.expect(DONE, 'season', '--limit', '1')['behind']), 1)

    def test_days(self):
        before = self.expect(DONE, 'season', '--as-of', OPENS - datetime.timedelta(days=1))
        self.assertEqual((before['running'], before['behind']), (False, []))
        early = self.expect(DONE, 'season', '--as-of', TODAY - datetime.timedelta(days=5))
        self.assertEqual(early['rule_pack'], first_rule_pack())
        late = self.expect(DONE, 'season', '--as-of', DUE + datetime.timedelta(days=1))
        self.assertEqual((late['phase'], late['running'], late['behind_total'], late['forecast']['outlook']), ('over', True, 2, 'not-open'))
        self.expect(USAGE, 'season', '--as-of', 'soon')

    def test_agency(self):
        self.assertEqual(self.expect(DONE, 'season', '--agency', 'riverside assisters')['people'], 3)
        self.expect(NOT_FOUND, 'season', '--agency', 'Nobody')

    def test_written_calendar(self):  # last: it brings somebody more
        broker = self.register.add_person('Yang, Pa', kind='broker', npn='7100077')
        self.expect(DONE, 'certify', broker, '--type', 'broker', '--on', TODAY, '--reason', 'x')
        ends = TODAY + datetime.timedelta(days=90)
        self.expect(DONE, 'evidence', 'add', broker, '--requirement', 'licence', '--on', TODAY, '--expires', ends)
        path = self.register.folder / 'season.ics'
        self.assertEqual(self.expect(DONE, 'season', '--ics', path, account='jo'), {'file': str(path), 'people': 0, 'sha256': None})
        text = path.read_bytes().decode()
        for line in ('BEGIN:VCALENDAR', f'DTSTART;VALUE=DATE:{DUE:%Y%m%d}', f'DTSTART;VALUE=DATE:{ends:%Y%m%d}', 'SUMMARY:1 license ends', 'END:VCALENDAR'):
            self.assertIn(line + '\r\n', text)
        self.assertNotIn('Yang', text)
        self.expect(RULE, 'season', '--ics', path, account='jo')  # is there already
        path.unlink()
        self.expect(USAGE, 'season', '--ics', path, '--names')
        self.expect(FORBIDDEN, 'season', '--ics', path, '--names', '--reason', 'x', account='kim')
        self.assertEqual(self.expect(DONE, 'season', '--ics', path, '--names', '--reason', 'The wall calendar')['people'], 1)
        self.assertIn('SUMMARY:License of Pa Yang ends\r\n', path.read_bytes().decode())
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        self.expect(USAGE, 'season', '--ics', path, '--letters', path)
        self.expect(STORAGE, 'season', '--ics', self.register.folder / 'missing' / 'season.ics')

    def test_letters(self):
        path = self.register.folder / 'letters.csv'
        self.expect(USAGE, 'season', '--letters', path)
        self.expect(FORBIDDEN, 'season', '--letters', path, '--reason', 'x', account='jo')
        self.expect(USAGE, 'season', '--letters', path, '--reason', 'x', '--as-of', TODAY)
        self.assertEqual(self.expect(DONE, 'season', '--letters', path, '--reason', 'Reminders', account='sam')['people'], 2)
        rows = list(csv.DictReader(path.open(newline='')))
        self.assertEqual([(row['Last name'], row['Lacking'], row['Deadline']) for row in rows][0], ('Moua', 'Programs and Eligibility course', str(DUE)))
        self.assertEqual({row['Letter language'] for row in rows}, {'en'})
        entry = self.expect(DONE, 'journal', '--operation', 'export-season', '--limit', '1')['entries'][0]
        self.assertEqual((entry['account'], entry['reason']), ('sam', 'Reminders'))

    def test_text(self):
        code, text, _ = self.register.text('season')
        self.assertEqual(code, DONE)
        for words in ('1 of 3 people are recertified.', f'all of them on {TODAY + datetime.timedelta(days=62)}', 'Riverside Assisters', '33 %', 'Moua, Mai',
                      'Languages: Hmong'):
            self.assertIn(words, text)
        _, text, _ = self.register.text('season', '--as-of', '2024-01-01')
        year = int(first_rule_pack()[-4:]) - 1
        self.assertEqual(text, f'There is no recertification season now. The next season opens on {year}-08-01 and is due on {year}-10-15.\n')


if __name__ == '__main__':
    unittest.main()
