#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A case leaves as a bundle: by role, for a reason, never over another file unasked; redacted or whole."""
import datetime
import hashlib
import subprocess
import unittest
import zipfile

from program import DONE, FORBIDDEN, NOT_FOUND, RULE, USAGE, RegisterCase

TODAY = datetime.date.today().isoformat()


class Bundle(RegisterCase):
    def open_case(self, name, npn):
        """Returns the person and the number of a corrective action that came from a complaint, with a notice."""
        person = self.register.add_person(name, npn=npn, phone='612-555-0145', email=f'a{npn}@example.org')
        incident = self.expect(DONE, 'incident', 'record', '--on', TODAY, '--kind', 'conduct', '--text', 'The Marlowes were shouted at', '--complainant', 'Runa Oakenfold', '--source', 'complaint',
                               '--person', person, '--clause', 'COC-08', account='kim')['incident']
        action = self.expect(DONE, 'action', 'open', person, '--clause', 'COC-08', '--severity', 'S1', '--finding', 'Shouted at Marlowe', '--incident', incident, account='sam')['action']
        letter = self.expect(DONE, 'letter', 'action-notice', action, '--output', self.register.folder / f'{action}-notice.pdf', account='sam')['letter']
        self.expect(DONE, 'letter', 'serve', letter, '--method', 'by-hand', '--on', TODAY, '--result', 'received', account='kim')
        return person, action

    def bundle(self, case, name, *arguments, **more):
        path = self.register.folder / name
        answer = self.expect(DONE, 'bundle', case, '--output', path, '--reason', 'The hearing', *arguments, **more)
        self.assertEqual((answer['bundle'], answer['file'], answer['size']), (case, str(path), path.stat().st_size))
        self.assertEqual(answer['sha256'], hashlib.sha256(path.read_bytes()).hexdigest())
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        entry = self.expect(DONE, 'journal', '--operation', 'export-bundle', '--limit', '1')['entries'][0]
        self.assertEqual((entry['subject'], entry['reason']), (case, 'The hearing'))
        self.assertIn(answer['sha256'], entry['detail'])
        return path, answer

    def text(self, path):
        return ' '.join(subprocess.run(['pdftotext', '-raw', str(path), '-'], capture_output=True, text=True, check=True).stdout.split())

    def test_whole(self):
        _, case = self.open_case('Whole, Wes', '7600001')
        path, answer = self.bundle(case, 'whole.pdf', account='jo')
        self.assertEqual((answer['format'], answer['redacted'], answer['files'], answer['redactions']), ('pdf', False, 0, []))
        text = self.text(path)
        for word in ('Wes Whole', 'The Marlowes were shouted at', 'Shouted at Marlowe', 'By hand', 'The hearing', f'Page {answer["pages"]} of {answer["pages"]}'):
            self.assertIn(word, text)
        self.assertNotIn('555-0145', text)
        self.assertNotIn('Runa Oakenfold', text)
        path, _ = self.bundle(case, 'named.pdf', '--with-complainant', account='jo')
        self.assertIn('Runa Oakenfold', self.text(path))
        path, answer = self.bundle(case, 'whole.zip', account='sam')
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            self.assertEqual((len(names), answer['files'], archive.testzip()), (3, 1, None))
            for line in archive.read('SHA256SUMS.txt').decode().splitlines():
                digest, name = line.split('  ', 1)
                self.assertEqual(hashlib.sha256(archive.read(name)).hexdigest(), digest)
            letter = next(name for name in names if name.startswith('letters/'))
            self.assertEqual(archive.read(letter), (self.register.folder / f'{case}-notice.pdf').read_bytes())
        self.assertTrue(self.expect(DONE, 'verify')['ok'])

    def test_redacted(self):
        _, case = self.open_case('Redacted, Rae', '7600002')
        path, answer = self.bundle(case, 'redacted.pdf', '--redacted', '--withhold', 'Marlowe,Nobody Else')
        text = self.text(path).lower()
        for word in ('oakenfold', 'runa', 'marlowe', '555-0145', 'example.org'):
            self.assertNotIn(word, text)
        self.assertIn('shouted at [withheld]', text)
        self.assertEqual(answer['not_found'], ['Nobody Else'])
        kinds = {redaction['kind'] for redaction in answer['redactions']}
        self.assertLessEqual({'complainant', 'narrative', 'contact', 'file', 'name'}, kinds)
        for redaction in answer['redactions']:
            self.assertEqual(set(redaction), {'kind', 'where', 'rule', 'count'})
            self.assertNotIn('Marlowe', redaction['where'])

    def test_decision(self):
        person, action = self.open_case('Decided, Dee', '7600003')
        self.expect(DONE, 'certify', person, '--type', 'broker', '--on', TODAY, '--reason', 'Confirmed')
        decision = self.expect(DONE, 'revoke', 'propose', person, '--clause', 'COC-08', '--reason', 'It was proved', '--action', action, account='sam')['decision']
        self.expect(DONE, 'revoke', 'approve', decision, account='rob')
        path, answer = self.bundle(decision, 'decision.pdf')
        text = self.text(path)
        for word in (decision, action, 'It was proved', 'Approved a decision', 'The signature is this key’s'):
            self.assertIn(word, text)

    def test_refused(self):
        _, case = self.open_case('Refused, Ron', '7600004')
        path = self.register.folder / 'refused.pdf'
        self.expect(FORBIDDEN, 'bundle', case, '--output', path, '--reason', 'The hearing', account='kim')
        self.expect(USAGE, 'bundle', case, '--reason', 'The hearing')
        self.expect(USAGE, 'bundle', case, '--output', path)
        self.expect(USAGE, 'bundle', case, '--output', self.register.folder / 'refused.odt', '--reason', 'The hearing')
        self.expect(USAGE, 'bundle', case, '--output', path, '--reason', 'The hearing', '--redacted', '--withhold', 'X')
        self.expect(RULE, 'bundle', case, '--output', path, '--reason', ' ')
        self.expect(RULE, 'bundle', case, '--output', path, '--reason', 'The hearing', '--withhold', 'Marlowe')
        self.expect(RULE, 'bundle', case, '--output', self.register.folder / 'refused.zip', '--reason', 'The hearing', '--redacted')
        for unknown in ('RV-2026-9999', 'CA-2026-9999', 'IN-2026-0001', 'nonsense'):
            self.expect(NOT_FOUND, 'bundle', unknown, '--output', path, '--reason', 'The hearing')
        self.assertEqual(list(self.register.folder.glob('*refused*')) + list(self.register.folder.glob('.*refused*')), [])
        path.write_text('kept')
        said = self.expect(RULE, 'bundle', case, '--output', path, '--reason', 'The hearing')['error']['message']
        self.assertIn('--force', said)
        self.assertEqual(path.read_text(), 'kept')
        self.bundle(case, 'refused.pdf', '--force')


unittest.main()
