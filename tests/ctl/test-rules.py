#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rule packs: shown, changed, checked, previewed and adopted; versions of the notice; and what is bad about them is said."""
import datetime
import unittest

from program import DONE, FORBIDDEN, INPUT, NOT_FOUND, RULE, RegisterCase, USAGE, first_rule_pack

HUGE = 200 * 1024 * 1024


class Rules(RegisterCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.register.add_person('Moua, Mai', kind='navigator', assister_id='NAV004711')
        for command in ('start-training', 'submit', 'certify'):
            cls.register.expect(DONE, command, cls.person, '--type', 'navigator', '--on', datetime.date.today().isoformat(), '--reason', 'x')

    def file(self, name, text):
        path = self.register.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def source(self, name='mnsure-2027'):
        return self.expect(DONE, 'rules', 'show', name)['source']

    def changed(self, find, put, name='mine.rules'):
        text = self.source().replace('Name=mnsure-2027', 'Name=ours').replace('Title=MNsure, 2027', 'Title=Ours, 2027')
        self.assertIn(find, text)
        return self.file(name, text.replace(find, put, 1)), text[:text.index(find)].count('\n') + 1

    def entries(self):
        return [self.expect(DONE, 'journal', '--operation', operation)['entries'] for operation in ('adopt-rule-pack', 'load-policy')]

    def test_show(self):
        listed = self.expect(DONE, 'rules', 'list', account='jo')
        self.assertEqual([pack['name'] for pack in listed['packs'] if pack['ships']], ['mnsure-2026', 'mnsure-2027', 'federal-2027'])
        self.assertTrue(all(0 < pack['unverified'] <= pack['rules'] for pack in listed['packs']))
        shown = self.expect(DONE, 'rules', 'show', 'mnsure-2027', account='jo')
        self.assertEqual((shown['season']['opens'], shown['season']['due'], shown['season']['verified']), ('2026-08-01', '2026-10-15', False))
        security = next(line for line in shown['requirements'] if line['code'] == 'data-security')
        self.assertEqual((security['pass_mark'], security['renewal'], security['roles'][0], security['blocks']), (70, 'season', 'broker', True))
        study = next(line for line in shown['requirements'] if line['code'] == 'background-study')
        self.assertEqual(study['after'], ['assister-basics', 'program-rules'])
        self.assertEqual(shown['reminders'], {'days': [60, 30, 14, 7, 1], 'overdue_every': 7})
        code, text, _ = self.register.text('rules', 'show', 'mnsure-2027')
        self.assertEqual(code, DONE)
        for word in ('After “Assister Basics course”, “Programs and', 'The certification shows it', 'Says until when it holds', 'Called to mind: 60, 30, 14, 7, 1 days before, and every 7 days when it is late.', 'Not verified.', 'Verified by The Muster authors', 'Every season', '10 business days'):
            self.assertIn(word, text)
        self.assertEqual(self.register.text('rules', 'show', 'mnsure-2027', '--source')[1], shown['source'])
        self.expect(NOT_FOUND, 'rules', 'show', 'no-such-pack')

    def test_encodings(self):
        """What an editor makes of a pack: a mark at its beginning says nothing; else the message says what the file is, and what to do."""
        text = self.source().replace('Name=mnsure-2027', 'Name=marked').replace('Title=MNsure, 2027', 'Title=Marked')
        path = self.register.folder / 'marked.rules'
        path.write_bytes(b'\xef\xbb\xbf' + text.encode())
        self.assertEqual(self.expect(DONE, 'rules', 'check', path)['name'], 'marked')
        self.assertEqual(self.expect(DONE, 'rules', 'show', path)['source'], text)
        for content, words in ((b'', 'is empty'), (b'\xef\xbb\xbf', 'is empty'), (b' \n\n', 'is empty'), (text.encode('utf-16'), 'UTF-16'),
                               (text.replace('Title=', 'Title=Año ', 1).encode('windows-1252', 'replace'), f'line {text[:text.index("Title=")].count(chr(10)) + 1} ')):
            path.write_bytes(content)
            with self.subTest(words):
                self.assertIn(words, self.expect(INPUT, 'rules', 'check', path)['error']['message'])

    def test_bad_packs(self):
        cases = [('After=assister-basics;program-rules', 'After=background-study', 'circle'), ('After=assister-basics;program-rules', 'After=no-such', 'no-such'),
                 ('Due=2026-10-15', 'Due=2026-02-30', '2026-02-30'), ('PassMark=70', 'PassMark=700', '700'), ('Kind=study', 'Kind=study\nPassport=yes', 'Passport'),
                 ('Name=ours', 'Name=Ours and theirs', 'Name')]
        entries = self.entries()
        for find, put, named in cases:
            path, line = self.changed(find, put)
            line += 'Passport' in put
            for arguments in (['rules', 'check', path], ['rules', 'preview', path], ['rules', 'adopt', path, '--reason', 'x']):
                message = self.expect(RULE, *arguments)['error']['message']
                self.assertIn(named, message)
                self.assertIn(f'Line {line}:', message)
                self.assertIn('mine.rules', message)
        for name, content in (('huge', b'#' * HUGE), ('latin', 'Título'.encode('latin-1')), ('empty', b''), ('nul', b'[pack]\0')):
            path = self.file(name + '.rules', content)
            for arguments in (['rules', 'check', path], ['rules', 'adopt', path, '--reason', 'x']):
                self.assertIn(path.name, self.expect(INPUT, *arguments)['error']['message'])
        self.assertIn('Line 2:', self.expect(RULE, 'rules', 'check', self.file('prose.rules', '# Rules\nBe kind.\n'))['error']['message'])
        self.expect(INPUT, 'rules', 'check', self.register.folder)
        self.expect(INPUT, 'rules', 'check', self.register.folder / 'missing.rules')
        self.assertEqual(self.entries(), entries)

    def test_name_of_another(self):
        path = self.file('same-name.rules', self.source().replace('Due=2026-10-15', 'Due=2026-10-20', 1))
        self.assertIn('mnsure-2027', self.expect(RULE, 'rules', 'adopt', path, '--reason', 'x')['error']['message'])

    def test_adopt(self):
        path, _ = self.changed('Opens=2026-08-01\nDue=2026-10-15', 'Opens=2036-08-01\nDue=2036-10-20', 'ours.rules')
        self.assertEqual(self.expect(DONE, 'rules', 'check', path)['name'], 'ours')
        before = self.entries()
        preview = self.expect(DONE, 'rules', 'preview', path, '--from', '2036-10-21', account='jo')
        self.assertEqual((preview['rule_pack_after'], preview['people'], preview['may_assist_before'], preview['may_assist_after'], preview['loses']), ('ours', 1, 1, 0, 1))
        change = preview['changes'][0]
        self.assertEqual((change['id'], change['change'], change['before']['may_assist'], change['after']['may_assist']), (self.person, 'loses', True, False))
        self.assertEqual((change['after']['reasons'], change['after']['requirements']), (['requirement-missing'], ['assister-basics', 'program-rules', 'data-security', 'notice']))
        code, text, _ = self.register.text('rules', 'preview', path, '--from', '2036-10-20')
        self.assertEqual(code, DONE)
        self.assertIn('May assist until another day: 1', text)
        self.assertIn('Moua, Mai', text)
        self.assertNotIn('Moua', self.register.text('rules', 'preview', path, '--from', '2036-10-20', '--limit', '0')[1])
        self.assertEqual(self.entries(), before)
        self.expect(FORBIDDEN, 'rules', 'adopt', path, '--reason', 'x', account='sam')
        self.expect(RULE, 'rules', 'adopt', path, '--reason', ' ')
        self.expect(USAGE, 'rules', 'adopt', path)
        self.assertEqual(self.expect(DONE, 'rules', 'adopt', path, '--from', '2036-01-01', '--reason', 'The board decided')['adopted'], 'ours')
        self.expect(RULE, 'rules', 'adopt', path, '--from', '2036-01-01', '--reason', 'Once more')
        listed = self.expect(DONE, 'rules', 'list')
        self.assertEqual((listed['in_force'], listed['adoptions'][0]['name'], listed['adoptions'][0]['from']), (first_rule_pack(), 'ours', '2036-01-01'))
        self.assertEqual([(pack['name'], pack['ships']) for pack in listed['packs']][-1], ('ours', False))
        self.assertEqual(self.expect(DONE, 'rules', 'show', 'ours')['season']['due'], '2036-10-20')
        self.assertEqual(self.expect(DONE, 'why', self.person, '--as-of', '2036-01-01')['rule_pack'], 'ours')
        self.assertEqual(self.expect(DONE, 'why', self.person, '--as-of', '2035-12-31')['rule_pack'], first_rule_pack())
        self.assertEqual(self.expect(DONE, 'why', self.person, '--rules', path, '--as-of', '2035-12-31')['rule_pack'], 'ours')
        self.assertIsNone(self.expect(DONE, 'why', self.person)['warning'])
        answer = self.expect(DONE, 'why', self.person, '--as-of', '2035-12-31')
        self.assertLess(answer['rules_through'], '2035-12-31')
        self.assertIn('is not known', answer['warning'])
        for arguments in (['why', self.person, '--as-of', '2035-12-31'], ['roster', '--as-of', '2035-12-31'], ['rules', 'simulate', '--on', '2035-12-31']):
            self.assertIn('What is asked after that is not known', self.register.text(*arguments)[1], arguments)
        self.expect(USAGE, 'rules', 'simulate', '--on', '2020-12-05')
        simulated = self.expect(DONE, 'rules', 'simulate', '--on', '2036-01-02')
        self.assertEqual((simulated['rule_pack_before'], simulated['rule_pack_after'], simulated['through']), (first_rule_pack(), 'ours', 1))
        self.assertEqual(self.expect(DONE, 'rules', 'simulate', '--on', '2036-10-21')['loses'], 1)
        self.assertIn('that has passed', self.expect(USAGE, 'rules', 'simulate', '--on', '2020-01-02')['error']['message'])
        self.assertIn('from 2036-01-01', self.register.text('rules', 'list')[1])
        meanwhile = self.file('meanwhile.rules', self.source().replace('Name=mnsure-2027', 'Name=meanwhile').replace('Title=MNsure, 2027', 'Title=Meanwhile'))
        self.expect(DONE, 'rules', 'adopt', meanwhile, '--from', '2035-06-01', '--reason', 'Until then')
        self.assertEqual(self.expect(DONE, 'why', self.person, '--as-of', '2035-12-31')['rule_pack'], 'meanwhile')
        self.assertEqual(self.expect(DONE, 'why', self.person, '--as-of', '2036-01-01')['rule_pack'], 'ours')
        self.assertTrue(self.expect(DONE, 'verify')['ok'])

    def test_notice(self):
        text = self.file('notice.txt', 'Be kind to everybody.\n')
        entries = self.entries()
        more = ['--version', '2036.1', '--title', 'Code of Conduct', '--from', '2036-03-01']
        self.expect(INPUT, 'notice', 'load', self.file('huge.pdf', b'%PDF-1.7\n' + b' ' * HUGE), *more)
        self.expect(RULE, 'notice', 'load', self.file('picture.pdf', b'\x89PNG\r\n\x1a\n' + b'\0' * 64), *more)
        self.expect(RULE, 'notice', 'load', self.file('program.txt', b'\x7fELF\0\0'), *more)
        self.expect(FORBIDDEN, 'notice', 'load', text, *more, account='kim')
        self.expect(USAGE, 'notice', 'load', text, '--version', '2036.1', '--title', 'x', '--from', '2036-02-30')
        self.assertEqual(self.entries(), entries)
        self.expect(DONE, 'notice', 'load', text, *more)
        self.expect(RULE, 'notice', 'load', text, *more)
        version = self.expect(DONE, 'notice', 'list', account='jo')['versions'][0]
        self.assertEqual((version['version'], version['from'], version['in_force'], version['file'], version['media_type']), ('2036.1', '2036-03-01', False, 'notice.txt', 'text/plain'))
        self.assertEqual(len(version['hash']), 64)


if __name__ == '__main__':
    unittest.main()
