#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Evidence: what is recorded turns the answer, what contradicts itself is refused, and who opened a document stands in the journal."""
import datetime
import hashlib
import os
import unittest

from program import DONE, FORBIDDEN, INPUT, NOT_FOUND, RULE, USAGE, RegisterCase

STORAGE = 11
TODAY = datetime.date.today()
PDF = b'%PDF-1.7\nA certificate\n%%EOF\n'


def day(offset):
    return (TODAY + datetime.timedelta(days=offset)).isoformat()


class Evidence(RegisterCase):
    n = 0

    def certified(self, kind='broker'):
        Evidence.n += 1
        values = {'npn': f'73{Evidence.n:05}'} if kind == 'broker' else {'assister_id': f'EV{Evidence.n:05}AB'}
        person = self.register.add_person(f'Evidence, Person {Evidence.n}', kind=kind, **values)
        self.expect(DONE, 'certify', person, '--type', kind, '--on', day(-300), '--authority', 'marketplace', '--reason', 'Letter received')
        return person

    def add(self, code, person, requirement, on=-10, *more):
        return self.expect(code, 'evidence', 'add', person, '--requirement', requirement, '--on', on if isinstance(on, str) else day(on), *more, account='kim')

    def entries(self):
        """What was recorded; who signed in apart."""
        return [entry['entry'] for entry in self.expect(DONE, 'journal', '--limit', '0')['entries'] if entry['operation'] != 'sign-in']

    def test_answer_turns(self):
        """A license that ended, its correction, its renewal."""
        person = self.certified()
        answer = self.add(DONE, person, 'licence', -400, '--expires', day(-3), '--source', 'Commerce look-up', '--note', 'Seen on the screen')
        self.assertEqual((answer['person'], answer['may_assist'], answer['reasons']), (person, False, ['requirement-expired']))
        why = self.expect(DONE, 'why', person)
        self.assertEqual([reason['requirement'] for reason in why['reasons']], ['licence'])
        licence = next(line for line in why['requirements'] if line['requirement'] == 'licence')
        self.assertEqual((licence['status'], licence['through'], licence['evidence']), ('expired', day(-3), answer['evidence']))
        self.assertFalse(self.expect(DONE, 'show', person)['may_assist'])

        corrected = self.expect(DONE, 'evidence', 'correct', person, answer['evidence'], '--expires', day(40), '--reason', 'The year was misread', account='kim')
        self.assertTrue(corrected['may_assist'])
        self.assertEqual(self.expect(DONE, 'why', person)['through'], day(40))
        new, old = self.expect(DONE, 'evidence', 'list', person, account='jo')['evidence'][:2]
        self.assertEqual((old['evidence'], old['superseded'], old['superseded_by']), (answer['evidence'], True, new['evidence']))
        self.assertEqual((new['expires'], new['on'], new['source'], new['note'], new['account']), (day(40), day(-400), 'Commerce look-up', 'Seen on the screen', 'kim'))
        self.expect(NOT_FOUND, 'evidence', 'correct', person, answer['evidence'], '--expires', day(41), '--reason', 'x', account='kim')

        for within, expected in (('39', []), ('40', [(person, day(40))]), ('9999', [(person, day(40))])):
            found = self.expect(DONE, 'roster', '--expiring', within)['assisters']
            self.assertEqual([(one['id'], one['through']) for one in found if one['id'] == person], expected, within)
        self.expect(USAGE, 'roster', '--expiring', 'soon')

        renewed = self.add(DONE, person, 'licence', -1, '--expires', day(700))
        self.assertTrue(renewed['may_assist'])
        self.assertEqual([one for one in self.expect(DONE, 'roster', '--expiring', '40')['assisters'] if one['id'] == person], [])
        self.assertEqual(self.expect(DONE, 'why', person)['through'], day(700))
        lapsed = self.add(DONE, person, 'licence', 0, '--outcome', 'lapsed')
        self.assertEqual((lapsed['may_assist'], lapsed['reasons']), (False, ['requirement-not-met']))

    def test_withdrawn(self):
        person, other = self.certified(), self.certified()
        said = self.add(DONE, person, 'licence', -400, '--expires', day(-3))
        self.expect(USAGE, 'evidence', 'withdraw', person, said['evidence'], account='kim')
        self.expect(USAGE, 'evidence', 'withdraw', person, '7', '--reason', 'x', account='kim')
        self.expect(NOT_FOUND, 'evidence', 'withdraw', other, said['evidence'], '--reason', 'Of another', account='kim')
        self.expect(FORBIDDEN, 'evidence', 'withdraw', person, said['evidence'], '--reason', 'Of another', account='jo')
        answer = self.expect(DONE, 'evidence', 'withdraw', person, said['evidence'], '--reason', 'Of another', account='kim')
        self.assertEqual((answer['evidence'], answer['withdrawn'], answer['may_assist']), (said['evidence'], True, True))
        self.expect(RULE, 'evidence', 'withdraw', person, said['evidence'], '--reason', 'Of another', account='kim')
        kept = self.expect(DONE, 'evidence', 'list', person)['evidence']
        self.assertEqual([(one['evidence'], one['withdrawn'], one['withdrawn_reason']) for one in kept if one['requirement'] == 'licence'], [(said['evidence'], True, 'Of another')])
        self.assertIn('Of another', self.register.text('evidence', 'list', person)[1])
        entry = self.expect(DONE, 'journal', '--subject', person, '--operation', 'withdraw-evidence')['entries'][0]
        self.assertEqual((entry['reason'], entry['account']), ('Of another', 'kim'))
        self.assertTrue(self.expect(DONE, 'verify')['ok'])

    def test_put_off(self):
        """Only what is on the list of today."""
        person = self.certified()
        item = f'suspension-proposed:{person[2:]}'
        until = ['--until', day(5), '--reason', 'On leave']
        self.expect(NOT_FOUND, 'today', 'snooze', item, *until, account='kim')
        self.expect(FORBIDDEN, 'today', 'snooze', 'action-overdue:77', *until, account='kim')
        self.expect(NOT_FOUND, 'today', 'snooze', 'action-overdue:77', *until, account='sam')
        self.expect(USAGE, 'today', 'snooze', 'lunch:7', *until, account='kim')
        self.add(DONE, person, 'licence', -400, '--expires', day(-3))
        self.expect(FORBIDDEN, 'today', 'snooze', item, *until, account='jo')
        self.expect(RULE, 'today', 'snooze', item, '--until', day(-1), '--reason', 'x', account='kim')
        self.assertEqual(self.expect(DONE, 'today', 'snooze', item, *until, account='kim')['until'], day(5))
        self.expect(DONE, 'today', 'snooze', item, *until, account='kim')

    def test_what_is_kept(self):
        person = self.certified()
        self.add(DONE, person, 'data-security', -5, '--score', '84', '--source', 'Assister learning site')
        failed = self.add(DONE, person, 'broker-course', -5, '--score', '69')
        course, security = self.expect(DONE, 'show', person)['evidence'][:2]
        self.assertEqual((security['outcome'], security['score'], security['version'], security['document'], security['note']), ('passed', 84, None, None, None))
        self.assertEqual((course['outcome'], course['score'], course['evidence'], course['source']), ('failed', 69, failed['evidence'], 'kim'))
        # A new score says anew how it ended.
        self.expect(DONE, 'evidence', 'correct', person, failed['evidence'], '--score', '96', '--source', '', '--reason', 'Digits turned round')
        self.assertEqual([self.expect(DONE, 'show', person)['evidence'][0][key] for key in ('outcome', 'score')], ['passed', 96])
        code, text, _ = self.register.text('evidence', 'list', person)
        self.assertEqual(code, DONE)
        self.assertIn('passed, 84 %', text)
        entry = self.expect(DONE, 'journal', '--subject', person, '--limit', '1')['entries'][0]
        self.assertEqual((entry['operation'], entry['reason'], entry['account']), ('correct-evidence', 'Digits turned round', 'ana'))

    def test_month(self):
        """A producer license ends with a month; another day is taken, and said to be odd."""
        person = self.certified()
        year = datetime.date.today().year + 1
        self.assertNotIn('warnings', self.add(DONE, person, 'licence', -3, '--expires', f'{year}-02-28' if year % 4 else f'{year}-02-29'))
        self.assertIn(f'{year}', ''.join(self.add(DONE, person, 'licence', -2, '--expires', f'{year}-03-15')['warnings']))
        self.assertNotIn('warnings', self.add(DONE, person, 'data-security', -2, '--score', '84'))

    def test_another_try(self):
        """A course that was failed may be passed on the same day; not the other way round."""
        person = self.certified()
        self.add(DONE, person, 'data-security', -20, '--score', '60')
        self.add(DONE, person, 'data-security', -20, '--score', '84')
        self.add(RULE, person, 'data-security', -20, '--score', '60')
        self.add(RULE, person, 'data-security', -20, '--score', '84')

    def test_refused(self):
        """Overlapping or contradictory evidence, days that cannot be, another role's requirement: each is refused, and nothing is lost."""
        person, navigator = self.certified(), self.certified('navigator')
        kept = self.add(DONE, person, 'data-security', -20, '--score', '84')['evidence']
        before = self.entries()
        for more in (['data-security', -20, '--score', '84'],                       # the same twice
                     ['data-security', -20, '--outcome', 'failed'],                 # the opposite on the same day
                     ['data-security', -19, '--score', '69', '--outcome', 'passed'],  # a pass below the mark
                     ['data-security', -19, '--score', '101'],
                     ['data-security', 1],                                          # not yet
                     ['data-security', '1989-12-31'],
                     ['data-security', -19, '--version', '2026.1'],
                     ['data-security', -19, '--note', 'Her number is 123-45-6789'],
                     ['licence', -19],                                              # through when?
                     ['licence', -19, '--expires', day(-20)],                       # ends before it begins
                     ['licence', -19, '--expires', '2126-01-31'],
                     ['licence', -19, '--expires', day(90), '--score', '80'],
                     ['background-study', -19]):                                    # not asked of a broker
            with self.subTest(more):
                self.add(RULE, person, *more)
        self.add(RULE, navigator, 'licence', -19, '--expires', day(90))
        self.add(NOT_FOUND, person, 'juggling')
        self.add(NOT_FOUND, person, 'notice', -19, '--version', '1999.1')
        self.add(NOT_FOUND, 'P-999', 'data-security')
        self.expect(RULE, 'evidence', 'correct', person, kept, '--score', '85', '--reason', '\u00a0')
        self.expect(NOT_FOUND, 'evidence', 'correct', navigator, kept, '--score', '85', '--reason', 'x')
        self.expect(NOT_FOUND, 'evidence', 'correct', person, 'E-999', '--score', '85', '--reason', 'x')
        self.expect(FORBIDDEN, 'evidence', 'add', person, '--requirement', 'notice', '--on', day(-1), account='jo')
        self.assertEqual(self.entries(), before)
        self.assertEqual([evidence['evidence'] for evidence in self.expect(DONE, 'evidence', 'list', person)['evidence']], [kept])

    def attach(self, code, person, path, on, requirement='data-security'):
        return self.add(code, person, requirement, on, '--file', path)

    def test_document(self):
        person = self.certified()
        path = self.register.folder / 'certificate.pdf'
        path.write_bytes(PDF)
        added = self.attach(DONE, person, path, -9)['evidence']
        kept = self.expect(DONE, 'show', person)['evidence'][0]['document']
        self.assertEqual((kept['file'], kept['media_type'], kept['size']), ('certificate.pdf', 'application/pdf', len(PDF)))
        # A correction keeps it.
        corrected = self.expect(DONE, 'evidence', 'correct', person, added, '--on', day(-8), '--reason', 'Misread')['evidence']
        output = self.register.folder / 'saved.pdf'
        for account, evidence in (('jo', corrected), ('kim', added)):
            opened = self.expect(DONE, 'evidence', 'open', evidence, '--output', output, '--force', account=account)
            self.assertEqual((opened['file'], opened['hash'], output.read_bytes(), output.stat().st_mode & 0o777), ('certificate.pdf', kept['hash'], PDF, 0o600))
            entry = self.expect(DONE, 'journal', '--operation', 'open-document', '--limit', '1')['entries'][0]
            self.assertEqual((entry['operation'], entry['subject'], entry['account'], entry['changes']), ('open-document', person, account, 0))
            self.assertIn(f'evidence={evidence}', entry['detail'])
        self.expect(RULE, 'evidence', 'open', added, '--output', output)  # is there already
        self.expect(STORAGE, 'evidence', 'open', added, '--output', self.register.folder / 'missing' / 'file.pdf')
        bare = self.add(DONE, person, 'data-security', -7)['evidence']
        self.expect(NOT_FOUND, 'evidence', 'open', bare, '--output', output, '--force')
        self.expect(NOT_FOUND, 'evidence', 'open', 'E-9999', '--output', output, '--force')
        self.assertTrue(self.expect(DONE, 'verify')['ok'])
        # Nothing of it in clear.
        digest = hashlib.sha256(PDF).hexdigest()
        for file in self.register.path.rglob('*'):
            self.assertFalse(file.is_file() and (b'A certificate' in file.read_bytes() or digest.encode() in file.read_bytes()), file)

    def test_bad_files(self):
        person = self.certified()
        before = self.entries()
        folder = self.register.folder
        for name, content in (('lying.pdf', b'\x89PNG\r\n\x1a\n'), ('program.pdf', b'MZ\x90\0'), ('empty.pdf', b''), ('macro.docx', b'PK\3\4'), ('plain.txt', b'SSN 123-45-6789\n')):
            (folder / name).write_bytes(content)
            with self.subTest(name):
                self.attach(RULE, person, folder / name, -9)
        with open(folder / 'huge.pdf', 'wb') as file:
            file.write(PDF)
            file.truncate(200_000_000)
        os.mkfifo(folder / 'pipe.pdf')
        (folder / 'folder.pdf').mkdir()
        for name in ('huge.pdf', 'pipe.pdf', 'folder.pdf', 'missing.pdf'):
            with self.subTest(name):
                answer = self.attach(INPUT, person, folder / name, -9)
                self.assertIn(name, answer['error']['message'])
        self.assertIn('16.0\xa0MiB', self.attach(INPUT, person, folder / 'huge.pdf', -9)['error']['message'])
        if os.geteuid() != 0:
            (folder / 'closed.pdf').write_bytes(PDF)
            (folder / 'closed.pdf').chmod(0)
            self.attach(INPUT, person, folder / 'closed.pdf', -9)
        self.assertEqual(self.entries(), before)
        self.assertEqual(self.expect(DONE, 'evidence', 'list', person)['evidence'], [])


if __name__ == '__main__':
    unittest.main()
