#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lifecycle at the terminal: each step has a command, and a person goes from one agency to another."""
import datetime
import unittest

from program import DONE, FINDINGS, FORBIDDEN, NOT_FOUND, RULE, USAGE, RegisterCase

TODAY = datetime.date.today()


def day(offset):
    return (TODAY + datetime.timedelta(days=offset)).isoformat()


class Lifecycle(RegisterCase):
    n = 0

    def navigator(self, **values):
        Lifecycle.n += 1
        return self.register.add_person(f'Lifecycle, Person {Lifecycle.n}', kind='navigator', assister_id=f'LC{Lifecycle.n:05}AB', **values)

    def certified(self, **values):
        person = self.navigator(**values)
        self.step('certify', person, -300, '--authority', 'marketplace')
        return person

    def step(self, verb, person, on=0, *more, code=DONE, account='ana'):
        return self.expect(code, verb, person, '--type', 'navigator', '--on', day(on), '--reason', 'As the test has it', *more, account=account)

    def agency(self, name):
        Lifecycle.n += 1
        self.expect(DONE, 'person', 'add', '--set', f'name=Elsewhere, Person {Lifecycle.n}', '--set', f'npn=81{Lifecycle.n:05}', '--agency', name)

    def test_each_step(self):
        person = self.navigator()
        for verb, status in (('start-training', 'in-training'), ('submit', 'pending-review'), ('certify', 'certified'), ('suspend', 'suspended-administrative'),
                             ('reinstate', 'certified'), ('inactivate', 'inactive'), ('return', 'certified'), ('suspend', 'suspended-administrative'),
                             ('expire', 'expired'), ('reapply', 'applicant'), ('deny', 'denied'), ('reapply', 'applicant'), ('withdraw', 'withdrawn')):
            self.assertEqual(self.step(verb, person)['status'], status, verb)

    def test_open_items(self):
        """A suspension is lifted when all is done; all the same with a reason of its own, which is told for good."""
        person = self.certified()
        study = ('evidence', 'add', person, '--requirement', 'background-study', '--source', 'A letter')
        self.expect(DONE, *study, '--on', day(-20), '--outcome', 'disqualified')
        self.step('suspend', person, -10)
        refused = self.step('reinstate', person, -5, code=RULE)['error']['message']
        self.assertIn('Background study', refused)
        self.step('reinstate', person, -5, '--dry-run', code=RULE)
        self.step('reinstate', person, -5, '--despite-open-items', ' ', code=RULE)
        despite = ('--despite-open-items', 'The marketplace insists')
        self.step('reinstate', person, -5, '--dry-run', *despite)
        self.step('reinstate', person, -5, *despite)
        self.assertIn('The marketplace insists', self.expect(DONE, 'why', person)['despite_open_items'])
        shown = self.expect(DONE, 'show', person)
        self.assertTrue(any('The marketplace insists' in line['reason'] for line in shown['certifications']))
        self.assertTrue(any('open-items=background-study' in (line['detail'] or '') for line in shown['history']))
        self.assertTrue(self.expect(DONE, 'verify')['ok'])

    def test_correct(self):
        """What was recorded of the wrong person, or of the wrong day: the history keeps it, and does not go by it."""
        person = self.certified()
        self.step('suspend', person, -5)
        correct = ('correct', person, '--type', 'navigator', '--reason', 'Somebody else was meant')
        self.expect(FORBIDDEN, *correct, '--never', account='sam')
        self.expect(USAGE, *correct)
        self.expect(USAGE, *correct, '--never', '--on', day(-7))
        self.expect(RULE, *correct, '--on', day(-400))
        self.assertEqual(self.expect(DONE, *correct, '--on', day(-7))['status'], 'suspended-administrative')
        self.assertEqual(self.expect(DONE, *correct, '--never')['status'], 'certified')
        shown = self.expect(DONE, 'show', person)['certifications']
        self.assertEqual(sorted(line['to'] for line in shown if line['superseded']).count('suspended-administrative'), 2)

    def test_batch(self):
        """What the dry run says is what is done, or nothing is."""
        ready, other = self.certified(), self.certified()
        applicant = self.navigator()
        batch = ('batch', 'suspend', ready, other, applicant, '--reason', 'Missed the deadline')
        self.expect(FORBIDDEN, *batch, account='sam')
        plan = self.expect(FINDINGS, *batch, '--dry-run')
        self.assertEqual((plan['dry_run'], plan['people'], plan['refused']), (True, 2, 1))
        self.assertEqual([(line['person'], line['from'], line['to']) for line in plan['lines'] if not line['problem']],
                         [(person, 'certified', 'suspended-administrative') for person in (ready, other)])
        self.assertTrue(next(line for line in plan['lines'] if line['person'] == applicant)['problem'])
        self.assertTrue(self.expect(FINDINGS, *batch)['dry_run'])
        self.assertEqual(self.expect(DONE, 'show', ready)['status'], 'certified')
        self.expect(RULE, *batch, '--accept-valid', '--expect', '00')
        done = self.expect(FINDINGS, *batch, '--accept-valid', '--expect', plan['digest'])
        self.assertEqual((done['dry_run'], done['digest']), (False, plan['digest']))
        self.assertEqual([self.expect(DONE, 'show', person)['status'] for person in (ready, other, applicant)], ['suspended-administrative'] * 2 + ['applicant'])
        entries = self.expect(DONE, 'journal', '--operation', 'suspend', '--limit', '1', '--subject', ready)['entries']
        self.assertEqual(entries[0]['entry'], self.expect(DONE, 'journal', '--operation', 'suspend', '--limit', '1', '--subject', other)['entries'][0]['entry'])
        self.expect(RULE, 'batch', 'revoke', ready, '--reason', 'x')
        self.expect(RULE, 'batch', 'suspend-for-cause', ready, '--reason', 'x')
        self.expect(USAGE, 'batch', 'nonsense', ready, '--reason', 'x')
        self.expect(RULE, 'batch', 'suspend', '--search', 'nobody is called that', '--reason', 'x')

    def test_batch_by_filter(self):
        name = f'Flock{Lifecycle.n}'
        people = []
        for i in range(3):
            Lifecycle.n += 1
            people.append(self.register.add_person(f'{name}, Person {i}', kind='navigator', assister_id=f'LF{Lifecycle.n:05}AB'))
        done = self.expect(DONE, 'batch', 'start-training', '--search', name, '--reason', 'Training IDs came', account='kim')
        self.assertEqual(sorted(line['person'] for line in done['lines']), sorted(people))

    def test_batch_confirmed_by_a_list(self):
        """A list that the marketplace sent is evidence of its decisions; somebody confirms them."""
        people = [self.navigator() for _ in range(3)]
        ids = [self.expect(DONE, 'show', person)['assister_id'] for person in people]
        rows = ['Assister ID,Last Name,First Name,Role,Status,Certified On'] + [
            f'{identifier},Lifecycle,Person,Navigator,{status},{on}' for identifier, status, on in zip(ids, ('Certified', 'Certified', 'Pending'), (day(-20), '', ''))]
        path = self.register.folder / 'list.csv'
        path.write_text('\n'.join(rows) + '\n')
        imported = self.register('import', path, '--key', 'assister-id', account='kim')[1]
        self.assertIsNotNone(imported.get('import'), imported)
        self.assertEqual(self.expect(DONE, 'show', people[0])['status'], 'applicant')
        confirm = ('batch', 'certify', '--confirmed-by', imported['import'], '--reason', 'Confirmed by the list of the marketplace')
        plan = self.expect(DONE, *confirm, '--dry-run')
        self.assertEqual([(line['person'], line['on']) for line in plan['lines']], [(people[0], day(-20)), (people[1], day(0))])
        self.expect(USAGE, 'batch', 'suspend', '--confirmed-by', imported['import'], '--reason', 'x')
        self.expect(NOT_FOUND, 'batch', 'certify', '--confirmed-by', '4711', '--reason', 'x')
        self.expect(DONE, *confirm, '--expect', plan['digest'])
        self.assertEqual([self.expect(DONE, 'show', person)['status'] for person in people], ['certified', 'certified', 'applicant'])

    def test_coverage(self):
        """What nobody else covers is said before, and with what is done."""
        person = self.certified(languages='Quechua', county='Cook')
        dry = self.expect(DONE, 'inactivate', person, '--on', day(0), '--reason', 'Leaves', '--dry-run', account='kim')
        self.assertEqual((dry['uncovered']['languages'], dry['uncovered']['counties']), (['Quechua'], ['Cook']))
        self.assertTrue(any('Quechua' in warning for warning in dry['warnings']))
        self.assertEqual(self.expect(DONE, 'show', person)['status'], 'certified')
        code, _, told = self.register.text('inactivate', person, '--on', day(0), '--reason', 'Leaves', account='kim')
        self.assertEqual(code, DONE)
        self.assertIn('Warning: ', told)
        self.assertIn('Quechua', told)
        moved = self.certified(languages='Guarani')
        move = ['person', 'edit', moved, '--reason', 'Entered wrongly', '--set']
        self.expect(DONE, *move, 'agency=Of One Person')
        self.assertIn('as a navigator any more', ''.join(self.expect(DONE, *move, 'agency=Elsewhere')['warnings']))
        other = self.certified(languages='Nahuatl')
        self.assertIn('Nahuatl', ''.join(self.expect(DONE, 'suspend', other, '--type', 'navigator', '--on', day(0), '--reason', 'Paperwork')['warnings']))
        self.assertNotIn('warnings', self.expect(DONE, 'reinstate', other, '--type', 'navigator', '--on', day(0), '--reason', 'Done'))
        self.expect(RULE, 'reinstate', other, '--type', 'navigator', '--on', day(0), '--reason', 'Done', '--dry-run')

    def test_overridden(self):
        """A certification stands for what is recorded as lacking; that is said before, and with what is done."""
        person = self.certified()
        again = ('certify', person, '--type', 'navigator', '--on', day(0), '--reason', 'Renewed')
        self.assertNotIn('warnings', self.expect(DONE, *again, '--dry-run'))
        self.expect(DONE, 'evidence', 'add', person, '--requirement', 'background-study', '--on', day(-1), '--outcome', 'disqualified')
        self.assertFalse(self.expect(DONE, 'why', person)['may_assist'])
        for answer in (self.expect(DONE, *again, '--dry-run'), self.expect(DONE, *again)):
            self.assertIn('stands for it', ''.join(answer['warnings']))

    def test_revoked_elsewhere(self):
        """Another role is no way around a revocation, unless somebody looked and says why."""
        person = self.certified()
        number = self.expect(DONE, 'revoke', 'propose', person, '--clause', 'COC-09', '--reason', 'Sold a list of clients', account='sam')['decision']
        self.expect(DONE, 'revoke', 'approve', number)
        again = ('enrol', person, '--type', 'support-staff', '--on', day(0))
        refused = self.expect(RULE, *again, '--reason', 'Again', account='kim')['error']['message']
        self.assertIn('no way around a decision', refused)
        self.expect(RULE, *again, '--reason', ' ', '--despite-revocation', account='kim')
        self.expect(DONE, *again, '--reason', 'The marketplace asked for it', '--despite-revocation', account='kim')
        self.assertIn(person, [line['id'] for line in self.expect(DONE, 'roster', '--status', 'revoked')['assisters']])
        certify = ('certify', person, '--type', 'support-staff', '--on', day(0), '--reason', 'Asked for')
        self.expect(RULE, *certify)
        self.expect(DONE, *certify, '--despite-revocation')
        reasons = self.expect(DONE, 'why', person)['reasons']
        self.assertIn('revoked', [reason['code'] for reason in reasons])
        self.assertTrue(any('Navigator' in reason['text'] for reason in reasons))
        self.assertIn('Navigator: the certification was revoked.', self.register.text('show', person)[1])
        self.expect(DONE, 'inactivate', person, '--type', 'navigator', '--on', day(0), '--reason', 'Left')
        self.assertIn(person, [line['id'] for line in self.expect(DONE, 'roster', '--status', 'revoked')['assisters']])
        self.assertIn('revoked', [reason['code'] for reason in self.expect(DONE, 'why', person)['reasons']])

    def test_transfer(self):
        person = self.certified()
        self.agency('Northside Assisters')
        move = ('transfer', person, '--to', 'northside assisters', '--reason', 'Moved north')
        self.expect(RULE, *move, '--on', day(0), account='kim')  # the day on which the register learned of the person
        self.expect(USAGE, *move)
        self.expect(NOT_FOUND, 'transfer', person, '--to', 'Southside', '--on', day(0), '--reason', 'x', account='kim')
        self.expect(FORBIDDEN, *move, '--on', day(0), account='jo')
        self.assertEqual(self.expect(DONE, 'show', person)['agency'], 'Riverside Assisters')


if __name__ == '__main__':
    unittest.main()
