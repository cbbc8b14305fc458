#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Incidents at the terminal: recorded in one line, completed, reported, judged, and closed."""
import datetime
import unittest

from program import DONE, FORBIDDEN, INPUT, NOT_FOUND, RULE, USAGE, RegisterCase

TODAY = datetime.date.today()
KEYS = {'incident', 'kind', 'source', 'state', 'severity', 'occurred_from', 'occurred_through', 'discovered', 'narrative', 'complainant_named', 'anonymous', 'data',
        'data_people', 'data_kinds', 'encrypted', 'containment', 'investigator', 'people', 'clauses', 'reports', 'clocks', 'actions', 'clause_version', 'rule_pack',
        'recorded_by', 'closed', 'outcome', 'note', 'closed_by'}


def day(offset):
    return (TODAY + datetime.timedelta(days=offset)).isoformat()


class Incidents(RegisterCase):
    n = 0

    def person(self):
        Incidents.n += 1
        person = self.register.add_person(f'Incident, Person {Incidents.n}', kind='navigator', assister_id=f'IN{Incidents.n:05}AB')
        self.expect(DONE, 'certify', person, '--type', 'navigator', '--on', day(-300), '--reason', 'As the test has it')
        return person

    def record(self, *more, kind='lost-equipment', text='A laptop was left on the bus', code=DONE, account='kim'):
        return self.expect(code, 'incident', 'record', '--on', day(-2), '--kind', kind, '--text', text, *more, account=account)

    def test_whole_life(self):
        person = self.person()
        incident = self.record('--discovered', f'{day(-1)} 09:30', '--person', person)
        number = incident['incident']
        self.assertRegex(number, r'^IN-\d{4}-\d{4}$')
        self.assertEqual(set(incident), KEYS | {'warnings', 'documents'})
        self.assertEqual((incident['people'], incident['recorded_by'], incident['state']), ([person], 'kim', 'open'))
        self.assertEqual([(clock['duty'], clock['due'], clock['state']) for clock in incident['clocks']],
                         [('internal-report', f'{day(-1)} 10:30', 'late'), ('incident-report', f'{day(2)} 09:30', 'open')])
        changed = self.expect(DONE, 'incident', 'edit', number, '--clause', 'rob-07a', '--severity', 'S3', '--data', 'yes', '--data-people', '1001', '--encrypted', 'no', account='kim')
        self.assertEqual([clock['duty'] for clock in changed['clocks']], ['internal-report', 'breach-report', 'breach-notice', 'consumer-agencies'])
        self.assertEqual(changed['narrative'], incident['narrative'])
        self.expect(RULE, 'incident', 'close', number, '--outcome', 'no-action', '--note', 'x', account='sam')
        for clock in changed['clocks']:
            told = ['incident', 'report', number, '--duty', clock['duty'], '--told', 'ARC']
            if clock['state'] == 'late':
                self.assertIn('Say in a note why it is late', self.expect(RULE, *told, account='kim')['error']['message'])
            self.expect(DONE, *told, '--note', 'The office was closed', account='kim')
        self.expect(FORBIDDEN, 'incident', 'finding', number, '--clause', 'ROB-07a', '--finding', 'substantiated', '--note', 'x', account='kim')
        self.expect(DONE, 'incident', 'finding', number, '--clause', 'ROB-07a', '--finding', 'substantiated', '--note', 'It was told late', account='sam')
        action = self.expect(DONE, 'action', 'open', person, '--clause', 'ROB-07a', '--severity', 'S2', '--finding', 'Told late', '--incident', number, account='sam')
        self.assertEqual(action['incident'], number)
        closed = self.expect(DONE, 'incident', 'close', number, '--outcome', 'action', '--note', 'See there', account='sam')
        self.assertEqual((closed['state'], closed['outcome'], closed['actions'], closed['closed_by']), ('closed', 'action', [action['action']], 'sam'))
        self.expect(RULE, 'incident', 'edit', number, '--text', 'Nothing', account='kim')
        shown = self.expect(DONE, 'show', person)
        self.assertEqual([line['incident'] for line in shown['incidents']], [number])
        self.assertIn(number, self.register.text('show', person)[1])
        self.assertNotIn(number, str(self.expect(DONE, 'incident', 'list', '--open')))

    def test_named_by_mistake(self):
        person, other = self.person(), self.person()
        number = self.record('--person', person, '--person', other)['incident']
        self.assertEqual(self.expect(DONE, 'incident', 'edit', number, '--without', person, account='kim')['people'], [other])
        self.assertEqual(self.expect(DONE, 'show', person)['incidents'], [])
        self.assertEqual(len(self.expect(DONE, 'incident', 'list', '--person', other)['incidents']), 1)

    def test_who_complained_is_private(self):
        incident = self.record('--complainant', 'Aurelia Client', '--source', 'complaint')
        self.assertTrue(incident['complainant_named'])
        for answer in (str(incident), self.register.text('incident', 'show', incident['incident'])[1], str(self.expect(DONE, 'incident', 'list'))):
            self.assertNotIn('Aurelia', answer)

    def test_documents(self):
        """Attached, given out with an entry, withdrawn; bad files are refused, and nothing is lost."""
        number = self.record()['incident']
        path, output = self.register.folder / 'report.pdf', self.register.folder / 'saved.pdf'
        path.write_bytes(b'%PDF-1.7\nreport\n')
        attach = ('incident', 'attach', number, '--file', path)
        self.expect(FORBIDDEN, *attach, '--reason', 'x', account='jo')
        self.expect(RULE, *attach, '--reason', ' ', account='kim')
        self.expect(USAGE, *attach, account='kim')
        self.expect(NOT_FOUND, 'incident', 'attach', 'IN-2026-9999', '--file', path, '--reason', 'x', account='kim')
        self.expect(INPUT, 'incident', 'attach', number, '--file', self.register.folder / 'missing.pdf', '--reason', 'x', account='kim')
        for name, content in (('lying.pdf', b'MZ'), ('empty.pdf', b''), ('plain.txt', b'SSN 219-09-9999\n')):
            (self.register.folder / name).write_bytes(content)
            self.expect(RULE, 'incident', 'attach', number, '--file', self.register.folder / name, '--reason', 'x', account='kim')
        added = self.expect(DONE, *attach, '--title', 'The report', '--reason', 'It came by mail', account='kim')
        self.assertEqual((added['incident'], added['document'], added['title'], added['file'], added['attached_by'], added['withdrawn_at']), (number, 1, 'The report', 'report.pdf', 'kim', None))
        opened = self.expect(DONE, 'incident', 'document', number, '1', '--output', output, account='jo')
        self.assertEqual((opened['hash'], output.read_bytes()), (added['hash'], path.read_bytes()))
        self.expect(RULE, 'incident', 'document', number, '1', '--output', output)  # is there already
        self.expect(NOT_FOUND, 'incident', 'document', number, '2', '--output', output, '--force')
        self.expect(USAGE, 'incident', 'document', number, 'x', '--output', output, '--force')
        self.assertIn(('jo', 'open-attachment'), [(look['account'], look['operation']) for look in self.expect(DONE, 'case', 'show', number)['looks']])
        self.expect(FORBIDDEN, 'incident', 'withdraw-document', number, '1', '--reason', 'x', account='kim')
        self.expect(DONE, 'incident', 'withdraw-document', number, '1', '--reason', 'Of another incident', account='sam')
        self.expect(RULE, 'incident', 'withdraw-document', number, '1', '--reason', 'Again', account='sam')
        shown = self.expect(DONE, 'incident', 'show', number)['documents']
        self.assertEqual([(one['document'], one['withdrawn_reason'], one['withdrawn_by']) for one in shown], [(1, 'Of another incident', 'sam')])
        self.assertIn('report.pdf', self.register.text('incident', 'show', number)[1])
        self.assertTrue(self.expect(DONE, 'verify')['ok'])

    def test_texts(self):
        self.record(text='of 219-09-9999', code=RULE)
        self.assertEqual(len(self.record(text='The client, born 3/4/1981, policy no. 4455667788')['warnings']), 2)
        self.assertEqual(self.record(text='The client complained')['warnings'], [])

    def test_bad(self):
        person = self.person()
        self.record('--clause', 'BRK-02', '--person', person, code=RULE)
        self.record('--discovered', day(1), code=RULE)
        self.record('--discovered', day(-3), code=RULE)
        self.record('--complainant', 'A', '--anonymous', code=RULE)
        self.record('--data-people', '3', code=RULE)
        self.record('--discovered', 'yesterday', code=USAGE)
        self.record(kind='theft', code=USAGE)
        self.record(code=FORBIDDEN, account='jo')
        self.expect(NOT_FOUND, 'incident', 'show', 'IN-1999-0001')
        number = self.record()['incident']
        self.expect(RULE, 'incident', 'report', number, '--duty', 'incident-report', '--told', 'ARC', '--at', day(-3), account='kim')
        self.expect(RULE, 'action', 'open', person, '--clause', 'COC-08', '--severity', 'S1', '--finding', 'x', '--incident', number, account='sam')


class Citation(RegisterCase):
    def test_unacknowledged(self):
        """A notice that was loaded and never signed: its clauses are cited only with a reason, which is told."""
        person = self.register.add_person('Unsigned, Una', npn='7655501')
        self.expect(DONE, 'certify', person, '--type', 'broker', '--on', day(-300), '--reason', 'A letter')
        file = self.register.folder / 'notice.txt'
        file.write_text('Conduct\n\n' + ''.join(f'  • Conduct {number}\n' for number in range(1, 11)) + '\nThe end\n')
        action = ('action', 'open', person, '--clause', 'COC-04', '--severity', 'S1', '--finding', 'Calls not returned')
        shown = self.expect(DONE, *action, account='sam')
        self.assertIn('loaded no version', self.expect(DONE, 'action', 'show', shown['action'])['cited_from'])
        self.expect(DONE, 'notice', 'load', str(file), '--version', 'V1', '--title', 'Code of conduct', '--from', day(-200))
        self.expect(RULE, *action, account='sam')
        shown = self.expect(DONE, *action, '--unacknowledged', 'Told of it on the first day', account='sam')
        self.assertIn('Told of it on the first day', shown['cited_from'])
        revoke = ('revoke', 'propose', person, '--clause', 'COC-04', '--reason', 'It went on')
        self.expect(RULE, *revoke, account='sam')
        self.expect(DONE, 'evidence', 'add', person, '--requirement', 'notice', '--on', day(-20), '--version', 'V1', '--source', 'On paper')
        shown = self.expect(DONE, *revoke, account='sam')
        self.assertEqual((shown['clause_version'], shown['wordings']), ('V1', {'COC-04': 'Conduct 4'}))
        self.assertIn('COC-04: “Conduct 4”', self.register.text('revoke', 'show', shown['decision'])[1])
        self.assertIn('V1', shown['cited_from'])
        self.assertTrue(self.expect(DONE, 'verify')['ok'])


if __name__ == '__main__':
    unittest.main()
