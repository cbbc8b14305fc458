#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lifecycle at the terminal: each step has a command, and a person goes from one agency to another."""
import datetime
import unittest

from program import DONE, FORBIDDEN, NOT_FOUND, RULE, USAGE, RegisterCase

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
