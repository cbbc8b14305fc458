#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters: drawn of what was decided, kept as drawn, served, and never over a file that is there."""
import datetime
import subprocess
import unittest

from program import DONE, FORBIDDEN, NOT_FOUND, RULE, USAGE, RegisterCase

TODAY = datetime.date.today()


def day(offset):
    return (TODAY + datetime.timedelta(days=offset)).isoformat()


def read(path):
    return subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout


class Letters(RegisterCase):
    def test_revocation(self):
        person = self.register.add_person('Moua, Pao', kind='broker', npn='7400001')
        self.expect(DONE, 'certify', person, '--type', 'broker', '--on', day(-300), '--authority', 'marketplace', '--reason', 'Letter received')
        number = self.expect(DONE, 'revoke', 'propose', person, '--clause', 'COC-09', '--reason', 'Sold a list of clients', account='sam')['decision']
        self.expect(RULE, 'letter', 'revocation', number, '--output', 'early.pdf')
        approved = self.expect(DONE, 'revoke', 'approve', number)
        shown = self.expect(DONE, 'revoke', 'show', number)
        self.assertEqual((shown['cure_ends'], shown['immediate']), (day(30), 'No reason was recorded'))
        self.assertIn('155.220(g)', shown['cure_counted'])
        path = self.register.folder / 'notice.pdf'
        self.expect(FORBIDDEN, 'letter', 'revocation', number, '--output', path, account='sam')
        self.assertFalse(path.exists())
        drawn = self.expect(DONE, 'letter', 'revocation', number, '--output', path)
        text = read(path)
        for word in ('Notice of revocation', 'Pao Moua', number, 'COC-09', 'Sold a list of clients', str(TODAY.year)):
            self.assertIn(word, text)
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        self.assertIn(self.expect(DONE, 'letter', 'list', person)['letters'][0]['checkpoint'], text)
        self.assertTrue(approved['review_until'])
        clock = self.expect(DONE, 'revoke', 'show', number)
        self.assertEqual((clock['review_clock'], clock['review_ends'], clock['notice_received']), ('not-served', None, None))
        self.assertEqual(clock['review_until'], approved['review_until'])

        self.expect(RULE, 'letter', 'revocation', number, '--output', path)
        self.assertEqual(len(self.expect(DONE, 'letter', 'list', person)['letters']), 1)
        again = self.register.folder / 'again.pdf'
        self.assertEqual(self.expect(DONE, 'letter', 'open', drawn['letter'], '--output', again, account='jo')['hash'], drawn['hash'])
        self.assertEqual(path.read_bytes(), again.read_bytes())
        self.expect(DONE, 'letter', 'revocation', number, '--output', path, '--force', '--language', 'es')
        self.assertIn('Aviso de revocación', read(path))
        self.assertIn('Página 1 de 1', read(path))

        serve = ['letter', 'serve', drawn['letter'], '--on', day(0)]
        self.expect(USAGE, *serve, '--method', 'pigeon')
        self.expect(RULE, *serve, '--method', 'certified-mail')
        served = self.expect(DONE, *serve, '--method', 'certified-mail', '--tracking', '9407 1', account='kim')
        self.assertEqual((served['received'], served['presumed']), (day(3), True))
        clock = self.expect(DONE, 'revoke', 'show', number)
        self.assertEqual((clock['review_clock'], clock['review_ends'], clock['review_until']), ('runs', day(33), day(33)))
        self.assertEqual((clock['notice_received'], clock['notice_presumed']), (day(3), True))
        letters = self.expect(DONE, 'letter', 'list', person)['letters']
        self.assertEqual([len(letter['service']) for letter in letters], [0, 1])
        self.assertTrue(letters[1]['service'][0]['presumed'])
        arrived = self.expect(DONE, *serve, '--method', 'certified-mail', '--tracking', '9407 1', '--result', 'received')
        self.assertEqual((arrived['received'], arrived['presumed']), (day(0), False))
        self.assertEqual(self.expect(DONE, 'revoke', 'show', number)['review_ends'], day(30))
        self.expect(DONE, *serve, '--method', 'certified-mail', '--tracking', '9407 1', '--result', 'returned')
        clock = self.expect(DONE, 'revoke', 'show', number)
        self.assertEqual((clock['review_clock'], clock['review_ends']), ('returned', None))
        self.assertTrue(self.expect(DONE, 'verify')['ok'])

    def test_language_of_the_person(self):
        """A letter is in the language that stands on the record, unless another is asked for; nothing but English and Spanish stands there."""
        person = self.register.add_person('Peña, Luz', kind='broker', npn='7400003')
        path = self.register.folder / 'letter.pdf'

        def draw(*more):
            self.expect(DONE, 'letter', 'intake', person, '--output', path, '--force', *more)
            return self.expect(DONE, 'letter', 'list', person)['letters'][0]['language']

        self.assertEqual(draw(), 'en')
        self.assertIn('Hmong', self.expect(RULE, 'person', 'edit', person, '--reason', 'Asked by telephone', '--set', 'letter-language=Hmong')['error']['message'])
        self.expect(DONE, 'person', 'edit', person, '--reason', 'Asked by telephone', '--set', 'letter-language=Español', '--set', 'languages=Somali')
        shown = self.expect(DONE, 'show', person)
        self.assertEqual((shown['letter_language'], shown['languages']), ('es', 'Somali'))
        self.assertIn('Language of letters', self.register.text('show', person)[1])
        self.assertEqual(draw(), 'es')
        self.assertIn('Página 1', read(path))
        self.assertEqual(draw('--language', 'en'), 'en')
        self.expect(DONE, 'person', 'edit', person, '--reason', 'Asked by telephone', '--set', 'letter-language=')
        self.assertIsNone(self.expect(DONE, 'show', person)['letter_language'])
        file = self.register.folder / 'roster.csv'
        file.write_text('NPN,Name,Idioma de correspondencia\n7400003,"Peña, Luz",español\n', encoding='utf-8')
        self.expect(DONE, 'import', file, '--accept-valid')
        self.assertEqual(draw(), 'es')
        self.assertTrue(self.expect(DONE, 'verify')['ok'])

    def test_time_to_cure(self):
        """A revocation before the time to cure is over says why; one after it has nothing to say."""
        person = self.register.add_person('Vue, Kia', kind='broker', npn='7400004')
        self.expect(DONE, 'certify', person, '--type', 'broker', '--on', day(-300), '--authority', 'marketplace', '--reason', 'Letter received')
        propose = ['revoke', 'propose', person, '--clause', 'COC-09', '--reason', 'Sold a list of clients']
        late = [*propose, '--effective', day(31)]
        self.expect(RULE, *late, '--immediate', 'Clients are at risk', account='sam')
        number = self.expect(DONE, *late, account='sam')['decision']
        self.assertIsNone(self.expect(DONE, 'revoke', 'show', number)['immediate'])
        self.expect(DONE, 'revoke', 'take-back', number, account='sam')
        number = self.expect(DONE, *propose, '--effective', day(30), '--immediate', 'Clients are at risk', account='sam')['decision']
        self.assertEqual(self.expect(DONE, 'revoke', 'show', number)['immediate'], 'Clients are at risk')
        self.assertIn('Clients are at risk', self.register.text('revoke', 'show', number)[1])
        self.assertTrue(self.expect(DONE, 'verify')['ok'])

    def test_wrong(self):
        person = self.register.add_person('Lor, Mai', kind='broker', npn='7400002')
        for code, arguments in (
                (USAGE, ('invitation', person)),
                (NOT_FOUND, ('revocation', 'RV-2020-0001')),
                (NOT_FOUND, ('confirmation', 'nobody@example.org')),
                (RULE, ('confirmation', person)),
                (NOT_FOUND, ('intake', person, '--language', 'fr'))):
            answer = self.expect(code, 'letter', *arguments, '--output', 'x.pdf')
            self.assertTrue(answer['error']['message'])
            self.assertFalse((self.register.folder / 'x.pdf').exists())
        self.assertEqual(self.expect(DONE, 'letter', 'list', person)['letters'], [])

    def test_template(self):
        text = self.expect(DONE, 'letter', 'template', 'denial')['template']
        own = self.register.folder / 'own.letter'
        own.write_text(text.replace('{review-until}', 'a day'), encoding='utf-8')
        self.assertIn('review-until', self.expect(RULE, 'letter', 'template', 'denial', '--set', own)['error']['message'])
        own.write_text(text.replace('Denial of certification', 'We are sorry'), encoding='utf-8')
        self.expect(FORBIDDEN, 'letter', 'template', 'denial', '--set', own, account='sam')
        empty = own.with_name('empty.letter')
        empty.write_text('')
        self.assertIn('Kind', self.expect(RULE, 'letter', 'template', 'denial', '--set', empty)['error']['message'])
        self.expect(DONE, 'letter', 'template', 'denial', '--set', own)
        self.assertIn('We are sorry', self.expect(DONE, 'letter', 'template', 'denial')['template'])
        self.expect(DONE, 'letter', 'template', 'denial', '--reset')
        self.assertEqual(self.expect(DONE, 'letter', 'template', 'denial')['template'], text)


if __name__ == '__main__':
    unittest.main()
