#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The three stories end to end: staff imports a roster, a supervisor records a corrective action, an administrator revokes a certification."""
import csv
import datetime
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'ctl'))

from program import DONE, FINDINGS, FORBIDDEN, NOT_FOUND, RULE, USAGE, RegisterCase  # noqa: E402

COUNTS = ('created', 'updated', 'unchanged', 'skipped', 'conflicts', 'rejected')
TODAY = datetime.date.today()

# As a partner sends it: a title, semicolons, Windows-1252, names in one column, a blank row, an exact repetition, a bad NPN.
PARTNER_FILE = '''Broker list;;;;;
Producer Name;NPN;E-mail;Phone No.;Role;Agency
"LINDQVIST, ANA M. JR";1000001;Ana.Lindqvist@example.org;1 (612) 555-0142;Broker;Riverside Assisters
"Núñez, José";1000002;jose.nunez@example.org;612.555.0143;Broker;Riverside Assisters
;;;;;
"Núñez, José";1000002;jose.nunez@example.org;612.555.0143;Broker;Riverside Assisters
"Xiong, Mai";0123;mai.xiong@example.org;;Broker;Riverside Assisters
'''


class ImportStory(RegisterCase):
    def counts(self, answer):
        self.assertEqual(answer['rows'], sum(answer[key] for key in COUNTS), answer)
        return tuple(answer[key] for key in COUNTS)

    def test_staff_imports_a_roster(self):
        file = self.register.folder / 'partner.csv'
        file.write_bytes(PARTNER_FILE.replace('\n', '\r\n').encode('cp1252'))

        trial = self.expect(FINDINGS, 'import', file, '--dry-run', account='kim')
        self.assertEqual((trial['import'], trial['dry_run'], trial['encoding'], trial['delimiter']), (None, True, 'Windows-1252', ';'))
        self.assertEqual(self.counts(trial), (2, 0, 0, 1, 0, 1))
        finding, = [finding for finding in trial['findings'] if finding['level'] == 'error']
        self.assertEqual((finding['line'], finding['column'], finding['value'], finding['rule']), (7, 'NPN', '0123', 'npn-form'))
        self.assertLessEqual({'line', 'column', 'value', 'rule', 'level', 'message'}, set(finding))

        refused = self.expect(FINDINGS, 'import', file, account='kim')
        self.assertEqual((refused['import'], refused['dry_run'], self.counts(refused)), (None, False, self.counts(trial)))
        self.assertEqual(self.expect(DONE, 'roster')['total'], 0)
        self.expect(RULE, 'import', file, '--accept-valid', '--expect', '0' * 64, account='kim')
        self.expect(FORBIDDEN, 'import', file, account='jo')
        self.assertEqual(self.expect(DONE, 'roster')['total'], 0)

        results = self.register.folder / 'results'
        done = self.expect(FINDINGS, 'import', file, '--accept-valid', '--expect', trial['digest'], '--results', results, account='kim')
        self.assertEqual((done['digest'], self.counts(done)), (trial['digest'], self.counts(trial)))
        with open(results / 'rejected.csv', encoding='utf-8-sig', newline='') as rejected:
            row, = csv.DictReader(rejected)
        with open(results / 'skipped.csv', encoding='utf-8-sig', newline='') as rows:
            skipped, = csv.DictReader(rows)
        self.assertEqual((skipped['line'], skipped['rule']), ('6', 'duplicate'))
        self.assertEqual((row['line'], row['Producer Name']), ('7', 'Xiong, Mai'))
        self.assertEqual({path.name for path in results.iterdir()}, {'created.csv', 'updated.csv', 'rejected.csv', 'skipped.csv'})

        people = self.expect(DONE, 'roster', '--search', 'nunez')['assisters']
        self.assertEqual([person['name'] for person in people], ['Núñez, José'])
        self.assertEqual((people[0]['status'], people[0]['may_assist'], people[0]['reasons'], people[0]['types']),
                         ('applicant', False, ['not-certified'], ['broker']))

        file.write_bytes(file.read_bytes().replace(b'0123', b'1000003'))
        again = self.expect(DONE, 'import', file, account='kim')
        self.assertEqual(self.counts(again), (1, 0, 2, 1, 0, 0))
        entries = len(self.expect(DONE, 'journal', '--operation', 'import-roster', '--limit', 0)['entries'])
        same = self.expect(DONE, 'import', file, account='kim')
        self.assertEqual((same['import'], self.counts(same)), (None, (0, 0, 3, 1, 0, 0)))
        self.assertEqual(len(self.expect(DONE, 'journal', '--operation', 'import-roster', '--limit', 0)['entries']), entries)

        imports = self.expect(DONE, 'import', 'list')['imports']
        self.assertEqual([entry['created'] for entry in imports], [1, 2])
        self.assertEqual(self.expect(DONE, 'import', 'show', done['import'])['digest'], trial['digest'])
        self.expect(NOT_FOUND, 'import', 'show', 999)
        self.assertTrue(self.expect(DONE, 'verify')['ok'])


class RosterStory(RegisterCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        add = cls.register.add_person
        cls.ana = add('Ana Lindqvist', npn='1000001', email='ana@example.org')
        cls.pao = add('Pao Moua', 'navigator', assister_id='ABCDE1234', email='pao@example.org', languages='Hmong, English')
        cls.zoe = add('Zoë Ångström', 'cac', assister_id='ABCDE1235', email='zoe@example.org', county='Ramsey')
        cls.register.expect(DONE, 'certify', cls.ana, '--type', 'broker', '--on', '2026-01-10', '--reason', 'Confirmed')

    def names(self, *arguments):
        return [person['name'].split(',')[0] for person in self.expect(DONE, 'roster', *arguments)['assisters']]

    def test_roster(self):
        for arguments, names in (
            ([], ['Ångström', 'Lindqvist', 'Moua']),
            (['--search', 'ang'], ['Ångström']),
            (['--search', 'ABCDE12'], ['Ångström', 'Moua']),
            (['--status', 'certified'], ['Lindqvist']),
            (['--status', 'certified', '--status', 'applicant'], ['Ångström', 'Lindqvist', 'Moua']),
            (['--type', 'cac', '--type', 'navigator'], ['Ångström', 'Moua']),
            (['--may-assist', 'yes'], ['Lindqvist']),
            (['--may-assist', 'no'], ['Ångström', 'Moua']),
            (['--county', 'ramsey'], ['Ångström']),
            (['--county', 'Ramsey', '--language', 'Hmong'], []),
            (['--language', 'hmong'], ['Moua']),
            (['--may-assist', 'yes', '--as-of', '2026-01-09'], []),
            (['--status', 'certified', '--as-of', '2026-01-09'], []),
            (['--status', 'certified', '--as-of', '2026-01-10'], ['Lindqvist']),
            (['--may-assist', 'yes', '--known-on', '2026-01-10'], []),
            (['--agency', 'riverside assisters', '--limit', '1', '--offset', '1'], ['Lindqvist']),
            (['--offset', '9'], []),
            (['--sort', '-name'], ['Moua', 'Lindqvist', 'Ångström']),
        ):
            with self.subTest(arguments):
                self.assertEqual(self.names(*arguments), names)
        self.assertEqual(self.expect(DONE, 'roster', '--limit', 1)['total'], 3)
        self.expect(NOT_FOUND, 'roster', '--agency', 'Nowhere')

    def test_lists(self):
        save = lambda code, *arguments, **more: self.expect(code, 'list', 'save', *arguments, **more)
        self.assertEqual(self.expect(DONE, 'list', 'show')['lists'], [])
        save(RULE, 'Everybody')
        save(RULE, 'Odd', '--search', '123-45-6789')
        save(RULE, ' ', '--county', 'Ramsey')
        save(RULE, 'x' * 61, '--county', 'Ramsey')
        save(NOT_FOUND, 'Odd', '--agency', 'Nowhere')
        save(FORBIDDEN, 'Mine', '--county', 'Ramsey', account='jo')
        self.assertEqual(save(DONE, 'Out East', '--county', 'ramsey', '--type', 'cac', '--may-assist', 'no')['list'], 'Out East')
        code = save(RULE, 'OUT  EAST', '--type', 'broker')['error']['code']
        self.assertEqual(code, 'conflict')
        self.assertEqual(self.names('--list', 'out east'), ['Ångström'])
        self.assertEqual(self.names('--list', 'Out East', '--may-assist', 'yes'), [])
        shown = self.expect(DONE, 'list', 'show', 'Out East')['lists']
        self.assertEqual(shown, [{'name': 'Out East', 'search': None, 'status': [], 'type': ['cac'], 'agency': None, 'county': 'ramsey', 'language': None,
                                  'may_assist': 'no', 'expiring': 0}])
        self.assertIn('CAC · May not assist today · ramsey', self.register.text('list', 'show')[1])
        # They are an account's own.
        self.assertEqual(self.expect(DONE, 'list', 'show', account='kim')['lists'], [])
        self.assertIn('no other', self.expect(NOT_FOUND, 'roster', '--list', 'Out East', account='kim')['error']['message'])
        save(DONE, 'Out East', '--type', 'broker', account='kim')
        save(DONE, 'Out East', '--replace', '--type', 'navigator')
        self.assertEqual(self.names('--list', 'Out East'), ['Moua'])
        save(DONE, 'Brokers', '--type', 'broker', '--agency', 'Riverside Assisters')
        self.expect(RULE, 'list', 'rename', 'Brokers', 'Out east')
        self.expect(NOT_FOUND, 'list', 'rename', 'Nobody', 'Somebody')
        self.expect(DONE, 'list', 'rename', 'Brokers', 'All brokers')
        self.expect(DONE, 'list', 'rename', 'All brokers', 'ALL BROKERS')
        self.assertEqual([one['name'] for one in self.expect(DONE, 'list', 'show')['lists']], ['ALL BROKERS', 'Out East'])
        self.expect(DONE, 'list', 'delete', 'out east')
        self.expect(NOT_FOUND, 'list', 'delete', 'Out East')
        self.expect(DONE, 'list', 'delete', 'All brokers')
        self.assertIn('ALL BROKERS', self.expect(DONE, 'journal', '--operation', 'remove-list', '--limit', 1)['entries'][0]['detail'])
        self.assertTrue(self.expect(DONE, 'verify')['ok'])

    def test_person(self):
        for word in (self.ana, self.ana.lower(), '1000001', 'ANA@example.org'):
            self.assertEqual(self.expect(DONE, 'show', word)['id'], self.ana)
        shown = self.expect(DONE, 'show', self.ana)
        self.assertLessEqual({'id', 'name', 'types', 'agency', 'npn', 'assister_id', 'email', 'status', 'may_assist', 'reasons', 'certifications', 'evidence',
                              'actions', 'incidents', 'decisions', 'history'}, set(shown))
        self.assertEqual([event['effective'] for event in shown['certifications'] if not event['superseded']][-1], '2026-01-10')
        self.assertTrue(shown['history'])
        self.assertFalse(shown['history_omitted'])
        shown = self.expect(DONE, 'show', self.ana, account='kim')
        self.assertEqual((shown['history'], shown['history_omitted']), ([], True))
        why = self.expect(DONE, 'why', self.ana, '--as-of', '2026-01-09')
        self.assertEqual(set(why), {'may_assist', 'as_of', 'through', 'agency', 'rule_pack', 'rules_through', 'warning', 'reasons', 'requirements', 'proposed', 'coming', 'despite_open_items'})
        self.assertEqual((why['may_assist'], why['as_of']), (False, '2026-01-09'))
        self.assertTrue(all(set(reason) == {'code', 'text', 'cure', 'requirement'} for reason in why['reasons']) and why['reasons'])
        self.assertEqual(self.expect(DONE, 'why', self.ana)['reasons'], [])
        self.assertIn('Jan 10, 2026', self.expect(NOT_FOUND, 'why', self.ana, '--known-on', '2026-01-10')['error']['message'])
        for word in ('P-99', '7654321', 'nobody@example.org'):
            self.expect(NOT_FOUND, 'show', word)

    def test_edit(self):
        self.expect(DONE, 'person', 'edit', self.pao, '--set', 'county=Cass', '--set', 'phone=612 555 0177', '--reason', 'They moved', account='kim')
        shown = self.expect(DONE, 'show', self.pao)
        self.assertEqual((shown['county'], shown['phone']), ('Cass', '(612) 555-0177'))
        self.expect(DONE, 'person', 'edit', self.pao, '--set', 'county=', '--reason', 'Not known after all')
        self.assertIsNone(self.expect(DONE, 'show', self.pao)['county'])
        self.expect(RULE, 'person', 'edit', self.pao, '--set', 'npn=0123', '--reason', 'x')
        self.expect(RULE, 'person', 'edit', self.pao, '--set', 'email=zoe@example.org', '--reason', 'x')
        self.expect(RULE, 'person', 'edit', self.pao, '--set', 'county=Cass', '--reason', 'SSN 123-45-6789')
        self.assertEqual(self.expect(DONE, 'journal', '--subject', self.pao, '--operation', 'edit-assister', '--limit', 1)['entries'][0]['reason'], 'Not known after all')


class CertificationStory(RegisterCase):
    def test_certification(self):
        person = self.register.add_person('Kia Vang', npn='1000009')
        for verb, status in (('start-training', 'in-training'), ('submit', 'pending-review'), ('certify', 'certified')):
            answer = self.expect(DONE, verb, person, '--type', 'broker', '--on', TODAY, '--reason', 'As it happened')
            self.assertEqual((answer['id'], answer['status'], answer['may_assist']), (person, status, verb == 'certify'), verb)
        person = self.register.add_person('Mai Vang', npn='1000010')
        for verb, day, status in (('certify', '2026-03-01', 'certified'), ('suspend', '2026-04-01', 'suspended-administrative'),
                                  ('reinstate', '2026-05-01', 'certified'), ('withdraw', '2026-08-01', 'withdrawn'), ('reapply', '2026-09-01', 'applicant'),
                                  ('deny', '2026-10-01', 'denied')):
            answer = self.expect(DONE, verb, person, '--type', 'broker', '--on', day, '--reason', 'As it happened')
            self.assertEqual(answer['status'], status, verb)
        self.expect(RULE, 'suspend', person, '--type', 'broker', '--on', TODAY, '--reason', 'x')
        self.expect(RULE, 'certify', person, '--type', 'broker', '--on', '2020-01-01', '--reason', 'x')
        person = self.register.add_person('Tou Vang', npn='1000011')
        self.expect(DONE, 'certify', person, '--type', 'broker', '--on', TODAY, '--reason', 'Confirmed')
        self.assertEqual(self.expect(DONE, 'inactivate', person, '--on', TODAY, '--reason', 'Left')['status'], 'inactive')
        self.assertEqual(self.expect(DONE, 'return', person, '--on', TODAY, '--reason', 'Is back')['status'], 'certified')
        self.expect(DONE, 'enrol', person, '--type', 'support-staff', '--on', TODAY, '--reason', 'Also helps the office', account='kim')
        self.assertEqual(self.expect(DONE, 'show', person)['types'], ['broker', 'support-staff'])


class CorrectiveActionStory(RegisterCase):
    def test_supervisor_records_a_corrective_action(self):
        person = self.register.add_person('Ana Lindqvist', npn='1000001')
        self.expect(DONE, 'certify', person, '--type', 'broker', '--on', '2026-01-10', '--reason', 'Confirmed')
        self.expect(FORBIDDEN, 'action', 'open', person, '--clause', 'COC-09', '--severity', 'S3', '--finding', 'x', account='kim')
        self.expect(NOT_FOUND, 'action', 'open', person, '--clause', 'COC-99', '--severity', 'S3', '--finding', 'x', account='sam')
        action = self.expect(DONE, 'action', 'open', person, '--clause', 'COC-09', '--severity', 'S4', '--finding', 'A list of clients was sent unencrypted', account='sam')
        self.assertRegex(action['action'], rf'^CA-{TODAY.year}-0001$')
        self.assertRegex(action['due'], r'^\d{4}-\d\d-\d\d$')
        number = action['action']

        why = self.expect(DONE, 'why', person)
        self.assertEqual((why['may_assist'], [reason['code'] for reason in why['reasons'] if reason['code'] == 'stop-work']), (False, ['stop-work']))
        refused = self.expect(RULE, 'action', 'close', number, '--outcome', 'completed', '--note', 'Done', account='sam')['error']['message']
        for part in (number + ' cannot be closed as completed', f'musterctl action cause {number} --text', f'musterctl action step {number} --add'):
            self.assertIn(part, refused)
        self.expect(USAGE, 'action', 'close', number, '--outcome', 'voided', '--note', 'Done')
        self.expect(RULE, 'action', 'respond', number, '--acknowledged', account='sam')
        self.assertIn(f'musterctl letter action-notice {number} --output FILE', self.expect(RULE, 'action', 'serve', number, '--method', 'by-hand', account='sam')['error']['message'])
        self.expect(DONE, 'letter', 'action-notice', number, '--output', self.register.folder / 'notice.pdf', account='sam')
        served = self.expect(DONE, 'action', 'serve', number, '--method', 'certified-mail', '--on', TODAY, '--tracking', '7001', account='sam')
        self.assertEqual([(one['method'], one['result'], one['tracking']) for one in served['service']], [('certified-mail', 'sent', '7001')])
        self.expect(USAGE, 'action', 'respond', number, '--acknowledged', '--refused', account='sam')
        self.expect(USAGE, 'action', 'respond', number, account='sam')
        self.expect(DONE, 'action', 'respond', number, '--refused', account='sam')
        answered = self.expect(DONE, 'action', 'respond', number, '--text', 'The mail was slow that day', account='sam')
        self.assertEqual([(one['state'], one['text']) for one in answered['responses']], [('refused', None), ('answered', 'The mail was slow that day')])
        later = str(TODAY + datetime.timedelta(days=20))
        self.expect(USAGE, 'action', 'extend', number, '--until', later, '--approve', account='sam')
        self.expect(RULE, 'action', 'extend', number, '--until', later, account='sam')
        asked = self.expect(DONE, 'action', 'extend', number, '--until', later, '--reason', 'In the hospital', account='sam')
        self.assertEqual((asked['due'], [one['state'] for one in asked['extensions']]), (action['due'], ['asked']))
        self.assertEqual([item['number'] for group in self.expect(DONE, 'today')['groups'] if group['kind'] == 'extension-waiting' for item in group['items']], [number])
        self.expect(RULE, 'action', 'extend', number, '--approve', account='sam')
        extended = self.expect(DONE, 'action', 'extend', number, '--approve', account='rob')
        self.assertEqual((extended['due'], extended['extensions'][0]['by']), (later, 'rob'))
        self.expect(DONE, 'action', 'extend', number, '--until', str(TODAY + datetime.timedelta(days=90)), '--reason', 'Nobody has time', account='sam')
        self.expect(RULE, 'action', 'extend', number, '--refuse', account='rob')
        self.assertEqual(self.expect(DONE, 'action', 'extend', number, '--refuse', '--reason', 'Somebody must', account='rob')['due'], later)
        early = self.expect(RULE, 'action', 'step', number, '--add', 'Set up encrypted mail', '--owner', 'Sam', account='sam')
        self.assertIn('Record the cause first', early['error']['message'])
        self.expect(DONE, 'action', 'cause', number, '--text', 'No encryption was set up', account='sam')
        self.expect(DONE, 'action', 'step', number, '--add', 'Set up encrypted mail', '--owner', 'Sam', account='sam')
        refused = self.expect(RULE, 'action', 'close', number, '--outcome', 'completed', '--note', 'Done', account='sam')['error']['message']
        self.assertIn(f'musterctl action step {number} --done 1', refused)
        self.expect(DONE, 'action', 'step', number, '--done', '1', '--note', 'A test message was seen', account='sam')
        self.expect(RULE, 'action', 'step', number, '--verify', '1', account='sam')
        self.expect(NOT_FOUND, 'action', 'step', number, '--verify', '7', account='rob')
        step, = self.expect(DONE, 'action', 'step', number, '--verify', '1', account='rob')['steps']
        self.assertEqual((step['done_by'], step['verified_by']), ('sam', 'rob'))
        self.assertEqual([entry['action'] for entry in self.expect(DONE, 'action', 'list', '--open')['actions']], [number])
        refused = self.expect(RULE, 'action', 'close', number, '--outcome', 'completed', '--note', 'It works', account='sam')['error']['message']
        for part in ('Its effect was not checked', f'musterctl action check {number} --criterion TEXT'):
            self.assertIn(part, refused)
        self.expect(USAGE, 'action', 'check', number, '--passed', '--failed', account='rob')
        self.expect(RULE, 'action', 'check', number, '--passed', '--note', 'Ten messages were encrypted', account='rob')
        planned = self.expect(DONE, 'action', 'check', number, '--criterion', 'Every list is sent encrypted', account='sam')
        self.assertEqual((planned['check'], planned['checks'][0]['due'], planned['overdue']), ('planned', str(TODAY + datetime.timedelta(days=60)), False))
        self.assertIn(f'musterctl action check {number} --passed --note TEXT', self.expect(RULE, 'action', 'close', number, '--outcome', 'completed', '--note', 'x')['error']['message'])
        self.expect(RULE, 'action', 'check', number, '--passed', '--note', 'Ten messages were encrypted', account='sam')
        self.assertIn('planned for', self.expect(RULE, 'action', 'check', number, '--passed', '--note', 'Ten messages were encrypted', account='rob')['error']['message'])
        failed = self.expect(DONE, 'action', 'check', number, '--failed', '--note', 'One of ten was not', account='rob')
        self.assertEqual((failed['state'], failed['check'], failed['checks'][0]['by']), ('open', 'failed', 'rob'))
        self.assertEqual([one['ground'] for one in failed['escalation']], ['removal', 'failed-check'])
        self.assertEqual((failed['proposed_severity'], failed['earlier'], failed['similar'], failed['n_similar']), (None, [], [], 0))
        self.assertIn(f'musterctl action step {number} --add', self.expect(RULE, 'action', 'close', number, '--outcome', 'completed', '--note', 'x')['error']['message'])
        self.expect(DONE, 'action', 'step', number, '--add', 'Encrypt by default', '--owner', 'Sam', account='sam')
        self.expect(DONE, 'action', 'step', number, '--done', '2', '--note', 'The setting was seen', account='sam')
        self.expect(DONE, 'action', 'step', number, '--verify', '2', account='rob')
        self.expect(DONE, 'action', 'check', number, '--criterion', 'Every list is sent encrypted', '--due', TODAY, account='sam')
        passed = self.expect(DONE, 'action', 'check', number, '--passed', '--note', 'All were', account='rob')
        self.assertEqual([check['state'] for check in passed['checks']], ['failed', 'passed'])
        closed = self.expect(DONE, 'action', 'close', number, '--outcome', 'completed', '--note', 'It works', account='sam')
        self.assertEqual((closed['state'], closed['outcome']), ('closed', 'completed'))
        self.assertEqual(self.expect(DONE, 'action', 'list', '--open')['actions'], [])
        self.assertEqual(self.expect(DONE, 'action', 'list', '--overdue')['actions'], [])
        self.assertTrue(self.expect(DONE, 'why', person)['may_assist'])
        self.assertEqual(self.expect(DONE, 'action', 'show', number.lower())['action'], number)
        self.expect(NOT_FOUND, 'action', 'show', 'CA-1999-0001')

        light = self.expect(DONE, 'action', 'open', person, '--clause', 'COC-04', '--severity', 'S1', '--finding', 'Calls not returned', account='sam')['action']
        self.expect(FORBIDDEN, 'action', 'check', light, '--waive', '--reason', 'The office closed', account='sam')
        self.expect(RULE, 'action', 'check', light, '--waive')
        again = self.expect(DONE, 'action', 'open', person, '--clause', 'COC-04', '--severity', 'S1', '--finding', 'Calls not returned', account='sam')
        self.assertEqual(([one['ground'] for one in again['escalation']], again['proposed_severity'], [one['action'] for one in again['earlier']]),
                         (['recurrence', 'two-open'], 'S2', [light]))
        self.expect(DONE, 'action', 'void', again['action'], '--reason', 'It was the same call')
        self.expect(DONE, 'action', 'check', light, '--waive', '--reason', 'The office closed')
        waived = self.expect(DONE, 'action', 'close', light, '--outcome', 'completed', '--note', 'Talked it over', account='sam')
        self.assertEqual((waived['outcome'], waived['check'], waived['checks'][0]['note']), ('completed', 'waived', 'The office closed'))
        wrong = self.expect(DONE, 'action', 'open', person, '--clause', 'COC-04', '--severity', 'S1', '--finding', 'Calls not returned', account='sam')['action']
        self.expect(RULE, 'action', 'void', wrong, '--reason', 'It was somebody else', account='sam')
        self.assertEqual(self.expect(DONE, 'action', 'void', wrong, '--reason', 'It was somebody else')['state'], 'voided')
        self.assertTrue(self.expect(DONE, 'verify')['ok'])


class ReviewStory(RegisterCase):
    def test_a_decision_is_reviewed(self):
        person = self.register.add_person('Tou Lor', npn='1000004')
        self.expect(DONE, 'certify', person, '--type', 'broker', '--on', '2026-01-10', '--reason', 'Confirmed')
        decision = self.expect(DONE, 'revoke', 'propose', person, '--clause', 'COC-04', '--reason', 'Calls were not returned', account='sam')['decision']
        self.expect(RULE, 'appeal', 'file', decision)
        self.expect(DONE, 'revoke', 'approve', decision)
        self.expect(NOT_FOUND, 'appeal', 'show', decision)
        self.expect(FORBIDDEN, 'appeal', 'file', decision, account='sam')
        self.expect(USAGE, 'appeal', 'file', decision, '--route', 'fax')
        for offset in (-1, 1):
            self.expect(RULE, 'appeal', 'file', decision, '--on', str(TODAY + datetime.timedelta(days=offset)))
        filed = self.expect(DONE, 'appeal', 'file', decision, '--on', str(TODAY), '--route', 'email', '--note', 'I was ill')
        self.assertEqual((filed['review'], filed['state'], filed['late'], filed['overdue']), (f'AP-{TODAY.year}-0001', 'pending', False, False))
        self.assertEqual(filed['due'], str(TODAY + datetime.timedelta(days=60)))
        self.expect(RULE, 'appeal', 'file', decision)
        self.assertEqual([entry['review'] for entry in self.expect(DONE, 'appeal', 'list', '--pending')['reviews']], [filed['review']])
        self.assertEqual(self.expect(DONE, 'show', person)['may_assist'], False)

        outcome = ('appeal', 'decide', decision, '--reason', 'The illness was shown', '--outcome')
        self.expect(USAGE, *outcome, 'pending', account='rob')
        self.expect(FORBIDDEN, *outcome, 'reversed', account='sam')
        self.expect(RULE, *outcome, 'reversed')
        self.expect(RULE, *outcome, 'reversed', '--conditions', 'A course', account='rob')
        self.expect(RULE, 'reinstate', person, '--type', 'broker', '--on', str(TODAY), '--reason', 'The illness was shown')
        decided = self.expect(DONE, *outcome, 'modified', '--conditions', 'A course by summer', account='rob')
        self.assertEqual((decided['state'], decided['conditions'], decided['decided_by'], decided['effective']), ('modified', 'A course by summer', 'rob', str(TODAY)))
        shown = self.expect(DONE, 'show', person)
        self.assertEqual((shown['status'], shown['decisions'][0]['review'], shown['decisions'][0]['review_state']), ('certified', filed['review'], 'modified'))
        self.assertIn(f'{filed["review"]}: Modified', self.register.text('revoke', 'show', decision)[1])
        self.assertIn('A course by summer', self.register.text('appeal', 'show', filed['review'])[1])
        self.assertIn('Modified', self.register.text('appeal', 'list')[1])
        entry, = self.expect(DONE, 'journal', '--operation', 'decide-review')['entries']
        self.assertEqual((entry['subject'], entry['account']), (filed['review'], 'rob'))
        self.assertTrue(self.expect(DONE, 'verify')['ok'])


class RevocationStory(RegisterCase):
    def test_administrator_revokes_a_certification(self):
        person = self.register.add_person('Pao Moua', npn='1000001')
        self.expect(DONE, 'certify', person, '--type', 'broker', '--on', '2026-01-10', '--reason', 'Confirmed')
        action = self.expect(DONE, 'action', 'open', person, '--clause', 'ROB-06b', '--severity', 'S3', '--finding', 'A shared password', account='sam')['action']
        proposal = ['revoke', 'propose', person, '--clause', 'ROB-06b', '--reason', 'The password was shared again', '--action', action]
        self.expect(FORBIDDEN, *proposal, account='kim')
        self.expect(NOT_FOUND, *proposal, '--action', 'CA-1999-0001')
        first = self.expect(DONE, *proposal, account='sam')
        self.assertEqual((first['decision'], first['state'], first['actions']), (f'RV-{TODAY.year}-0001', 'proposed', [action]))
        self.assertEqual(self.expect(DONE, 'revoke', 'take-back', first['decision'], account='sam')['state'], 'taken-back')

        second = self.expect(DONE, *proposal)['decision']
        self.expect(FORBIDDEN, 'revoke', 'approve', second, account='sam')
        self.expect(FORBIDDEN, 'revoke', 'approve', second, account='kim')
        self.expect(RULE, 'revoke', 'approve', second)
        self.expect(RULE, 'revoke', 'approve', second, '--emergency', 'It cannot wait')
        self.expect(RULE, 'revoke', 'refuse', second, '--reason', 'Changed my mind')
        self.assertEqual(self.expect(DONE, 'revoke', 'refuse', second, '--reason', 'The facts are not clear', account='rob')['state'], 'refused')

        third = self.expect(DONE, *proposal)['decision']
        self.assertEqual([entry['decision'] for entry in self.expect(DONE, 'revoke', 'list', '--pending')['decisions']], [third])
        approved = self.expect(DONE, 'revoke', 'approve', third, account='rob')
        # Ana proposed it, and made Rob's account just before.
        remark, = approved['remarks']
        self.assertIn('“rob” was added by who proposed this', remark)
        self.assertEqual(self.expect(DONE, 'revoke', 'show', third)['remarks'], [remark])
        self.assertIn(remark, self.register.text('revoke', 'show', third)[1])
        self.assertIn(f'90 days after {TODAY:%b} {TODAY.day}, {TODAY.year}. Agency', self.register.text('revoke', 'show', third)[1])
        self.assertIn(f'{third}: {remark}', self.expect(DONE, 'verify')['remarks'])
        self.assertEqual((approved['decision'], approved['state'], approved['effective'], approved['decided_by']), (third, 'approved', str(TODAY), 'rob'))
        self.assertGreater(approved['review_until'], str(TODAY))
        shown = self.expect(DONE, 'show', person)
        self.assertEqual((shown['status'], shown['may_assist'], len(shown['decisions'])), ('revoked', False, 3))
        self.assertIn('revoked', shown['reasons'])
        self.expect(RULE, 'revoke', 'approve', third, account='rob')
        self.expect(NOT_FOUND, 'revoke', 'show', 'RV-1999-0001')

        other = self.register.add_person('Mai Xiong', npn='1000002')
        self.expect(DONE, 'certify', other, '--type', 'broker', '--on', '2026-01-10', '--reason', 'Confirmed')
        suspension = self.expect(DONE, 'revoke', 'propose', other, '--for-cause-suspension', '--clause', 'COC-05', '--reason', 'Signs of fraud')['decision']
        self.assertTrue(suspension.startswith('SU-'))
        self.expect(DONE, 'revoke', 'approve', suspension, account='rob')
        self.assertEqual(self.expect(DONE, 'show', other)['status'], 'suspended-for-cause')
        self.assertEqual(self.expect(DONE, 'revoke', 'show', suspension)['kind'], 'suspension')
        self.assertTrue(self.expect(DONE, 'verify')['ok'])

    def test_what_was_decided_for_a_later_day_is_told_and_called_off(self):
        person = self.register.add_person('Lia Vang', npn='1000003')
        self.expect(DONE, 'certify', person, '--type', 'broker', '--on', '2026-01-10', '--reason', 'Confirmed')
        proposal = ['revoke', 'propose', person, '--clause', 'COC-04', '--reason', 'Calls were not returned']
        self.expect(RULE, *proposal, '--effective', str(TODAY + datetime.timedelta(days=366)))
        day = str(TODAY + datetime.timedelta(days=20))
        decision = self.expect(DONE, *proposal, '--effective', day)['decision']
        self.assertEqual(self.expect(DONE, 'why', person)['coming'], [])
        self.expect(RULE, 'revoke', 'call-off', decision, '--reason', 'Not decided yet')
        self.expect(DONE, 'revoke', 'approve', decision, account='rob')
        coming = [{'to': 'revoked', 'on': day, 'types': ['broker'], 'decision': decision, 'decided_by': 'rob'}]
        for command in ('why', 'show'):
            shown = self.expect(DONE, command, person)
            self.assertEqual((shown['may_assist'], shown['coming']), (True, coming))
            self.assertIn(f'Revoked from {day} as Broker ({decision}, decided by ', self.register.text(command, person)[1])
        self.assertEqual(self.expect(DONE, 'why', person, '--as-of', day)['coming'], [])

        self.expect(USAGE, 'revoke', 'call-off', decision)
        self.expect(FORBIDDEN, 'revoke', 'call-off', decision, '--reason', 'x', account='kim')
        off = self.expect(DONE, 'revoke', 'call-off', decision, '--reason', 'The calls were returned', account='sam')
        self.assertEqual((off['decision'], off['kind'], off['state'], off['calls_off']), (f'CO-{TODAY.year}-0001', 'calling-off', 'proposed', decision))
        self.expect(FORBIDDEN, 'revoke', 'approve', off['decision'], account='sam')
        self.assertEqual(self.expect(DONE, 'why', person)['coming'], coming)
        self.expect(DONE, 'revoke', 'approve', off['decision'])
        self.assertEqual(self.expect(DONE, 'revoke', 'show', decision)['called_off_by'], off['decision'])
        self.assertIn('Called off', self.register.text('revoke', 'list')[1])
        shown = self.expect(DONE, 'show', person)
        self.assertEqual((shown['status'], shown['coming'], shown['certifications'][-1]['called_off']), ('certified', [], True))
        self.assertTrue(self.expect(DONE, 'why', person, '--as-of', day)['may_assist'])
        self.expect(RULE, 'revoke', 'call-off', decision, '--reason', 'Once more')
        self.assertTrue(self.expect(DONE, 'verify')['ok'])


unittest.main()
