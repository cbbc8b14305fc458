#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What musterctl import takes besides a file: how it is read, what is decided about its rows, and senders that are remembered."""
import hashlib
import pathlib
import re
import unittest
import zipfile

from program import DONE, FINDINGS, INPUT, NOT_FOUND, RULE, USAGE, Register

HEADER = 'Last Name,First Name,Email,NPN,Assister ID,Type,Agency\n'
ANA = 'Lindqvist,Ana,ana@example.org,1234567,,Broker,Sunrise\n'
BO = 'Olson,Bo,bo@example.org,7654321,,Broker,Sunrise\n'


class Import(unittest.TestCase):
    def setUp(self):
        self.register = Register()
        self.addCleanup(self.register.close)

    def write(self, text, name='roster.csv', encoding='utf-8'):
        path = self.register.folder / name
        path.write_bytes(text.encode(encoding))
        return path

    def expect(self, code, *arguments, **more):
        return self.register.expect(code, *arguments, **more)

    def load(self, text, *options, code=DONE):
        return self.expect(code, 'import', self.write(text), *options)

    def rules(self, answer):
        return [f'{finding["line"]}:{finding["rule"]}' for finding in answer['findings'] if finding['rule'] != 'agency-unknown']

    def test_standard_input(self):
        answer = self.expect(DONE, 'import', '-', standard_input='Name\tNPN\nAna Lindqvist\t1234567\n')
        self.assertEqual((answer['created'], answer['delimiter']), (1, '\t'))
        self.assertEqual(self.expect(DONE, 'show', '1234567')['name'], 'Lindqvist, Ana')
        self.assertEqual(self.expect(INPUT, 'import', '-', standard_input='')['error']['code'], 'input')
        answer = self.expect(USAGE, 'import', '-', password='-', standard_input='ana has a long password\nName,NPN\nx,1\n')
        self.assertIn('standard input', answer['error']['message'])

    def test_a_sheet_of_a_file_that_has_none(self):
        self.assertIn('leave out --sheet', self.load('First Name,Last Name\nMai,Lor\n', '--sheet', 'Roster', code=USAGE)['error']['message'])

    def test_how_it_is_read(self):
        self.write('Roster of March;;\nName;NPN;Note\nJos\u00e9 Pe\u00f1a;1234567;a,b\n', encoding='windows-1252')
        answer = self.expect(DONE, 'import', 'roster.csv', '--dry-run', '--encoding', 'Windows-1252', '--delimiter', ';', '--header-line', '2')
        self.assertEqual((answer['rows'], answer['created'], answer['encoding'], answer['delimiter']), (1, 1, 'Windows-1252', ';'))
        self.assertEqual([column['field'] for column in answer['columns']], ['name', 'npn', 'ignore'])
        self.expect(USAGE, 'import', 'roster.csv', '--encoding', 'EBCDIC')
        self.expect(USAGE, 'import', 'roster.csv', '--delimiter', 'x')
        self.expect(USAGE, 'import', 'roster.csv', '--header-line', 'two')
        answer = self.load('Ana Lindqvist,1234567\nBo Olson,7654321\n', '--dry-run', '--header-line', '0', '--map', 'name=Column A', '--map', 'npn=Column B')
        self.assertEqual((answer['rows'], answer['created']), (2, 2))

    def test_social_security_numbers_in_a_column_that_is_not_read(self):
        answer = self.load('Name,NPN,Comments\nAna Lindqvist,1234567,of 123-45-6789\nBo Olson,7654321,123 45 6780\n')
        finding, = [finding for finding in answer['findings'] if finding['rule'] == 'ssn-ignored']
        self.assertEqual((finding['line'], finding['column'], finding['value'], finding['level']), (1, 'Comments', None, 'warning'))
        self.assertIn('2 cells', finding['message'])
        self.assertNotIn('45', finding['message'])
        self.assertEqual(answer['created'], 2)

    def test_social_security_numbers_in_names(self):
        text = 'Name,NPN\nAna Lindqvist,1234567\n'
        number = '123-45-6789'
        full_width = '\uff11\uff12\uff13\uff0d\uff14\uff15\uff0d\uff16\uff17\uff18\uff19'
        for name in (f'Ana {number}.csv', f'{full_width}.csv', '123456789.csv'):
            self.write(text, name)
            said = self.expect(RULE, 'import', name)['error']['message']
            self.assertIn('Give the file another name', said)
            self.assertNotIn('45', said)
        for header in (number, full_width, '123456789'):
            said = self.load(f'Name,{header}\nAna Lindqvist,1234567\n', '--map', f'npn={header}', code=RULE)['error']['message']
            self.assertIn('header of column 2', said)
            self.assertNotIn('45', said)
        said = self.load(text, '--save-profile', f'From {number}', code=RULE)['error']['message']
        self.assertNotIn('45', said)
        self.assertEqual(self.expect(DONE, 'import', 'list')['imports'], [])
        self.assertEqual(self.load(text)['created'], 1)
        self.load(text, '--save-profile', f'From {number}', code=RULE)
        self.assertEqual(self.expect(DONE, 'import', 'profiles')['profiles'], [])
        self.expect(RULE, 'export', f'{number}.csv', '--reason', 'x')

    def test_an_agency_for_all_is_looked_at_as_any_other(self):
        self.write('Name,NPN\nAna Lindqvist,1234567\n')
        for agency in ('123-45-6789', 'Acme 123-45-6789'):
            for option in (['--agency', agency], ['--constant', f'agency={agency}']):
                self.assertNotIn('123-45-6789', self.expect(USAGE, 'import', 'roster.csv', *option)['error']['message'])
        self.assertEqual(self.expect(DONE, 'import', 'roster.csv', '--dry-run', '--agency', 'North Shore')['created'], 1)

    def test_columns_that_are_mapped_twice(self):
        self.write('Full,A,B\nAna Lindqvist,1234567,7654321\n')
        for maps in (['npn=A', 'npn=B'], ['npn=A', 'assister-id= a ']):
            said = self.expect(USAGE, 'import', 'roster.csv', '--map', 'name=Full', '--map', maps[0], '--map', maps[1])['error']['message']
            self.assertIn(f'“{maps[0]}” and “{maps[1]}”', said)
        said = self.expect(USAGE, 'import', 'roster.csv', '--map', 'foo=A')['error']['message']
        self.assertIn('npn, ', said)
        self.assertNotIn('ssn', said)
        answer = self.expect(DONE, 'import', 'roster.csv', '--map', 'name=Full', '--map', 'npn=A', '--map', 'npn=a', '--map', 'ignore=B')
        self.assertEqual((answer['created'], [column['field'] for column in answer['columns']]), (1, ['name', 'npn', 'ignore']))

    def test_fields_and_rules_are_listed(self):
        """The help and the man page name every field that --map takes and every rule that --fix takes, and no other."""
        self.write('Name,NPN\nAna Lindqvist,1234567\n')
        manual = (pathlib.Path(__file__).parents[2] / 'data/musterctl.1').read_text()
        helped = self.register.text('help', 'import')[1]
        for option, heading in (('--map=foo=Name', 'is one of '), ('--fix=foo', 'found something: ')):
            said = self.expect(USAGE, 'import', 'roster.csv', '--dry-run', *option.split('=', 1))['error']['message']
            self.assertIn('foo', said)
            allowed = re.findall(r'[a-z]+(?:-[a-z]+)*', said.split(':')[-1])
            listed = re.search(heading + r'([^.;]*)', manual)[1].replace('\n', ' ')
            self.assertEqual(re.findall(r'[a-z]+(?:-[a-z]+)*', listed.replace(' or ', ' ')), allowed, option)
            if option.startswith('--map'):
                for field in allowed:
                    self.assertRegex(helped, rf'(?m)^  {field} ')
        self.expect(DONE, 'import', 'roster.csv', '--dry-run', '--fix', 'all', '--fix', 'npn-damaged')

    def test_a_header_that_is_too_long(self):
        self.write(f'Name,NPN,{"x" * 900}\nAna Lindqvist,1234567,y\n')
        said = self.register.text('import', 'roster.csv', '--dry-run')[1]
        self.assertIn('x…', said)
        self.assertLess(max(map(len, said.splitlines())), 200)

    def test_without_a_header(self):
        """How to say that there is no header is said as the command line has it."""
        self.write('Moua,Pao,7654321,pao@example.org\nNg,Lan,7654322,lan@example.org\n')
        self.assertIn('--header-line 0', self.register.text('import', 'roster.csv', '--dry-run')[2])

    def test_names_that_nobody_knows(self):
        """Which column may hold names is said once, and how to say so, whether anybody of the file is known or not."""
        self.write('NPN,Who,Role\n7654321,Pao Moua,Broker\n7654322,Lan Ng,Broker\n')
        error = self.register.text('import', 'roster.csv', '--dry-run')[2]
        self.assertIn('“Who”', error)
        self.assertIn('--map name=HEADER', error)
        self.expect(DONE, 'import', 'roster.csv', '--map', 'name=Who')
        self.write('NPN,Who,Role\n7654321,Pao Moua,Broker\n7654323,Al Lund,Broker\n')
        self.assertEqual(self.rules(self.expect(FINDINGS, 'import', 'roster.csv', '--dry-run')), ['1:column-ignored', '1:no-name'])
        said = self.register.text('import', 'roster.csv', '--dry-run')[1]
        self.assertIn('“Who”', said)
        self.assertIn('--map name=HEADER', said)

    def test_odd_signs_within_words(self):
        for name, encoding in (('CP850', 'cp850'), ('Mac-Roman', 'mac_roman')):
            self.write('Last Name,First Name,NPN\nMu\u00f1oz,Jos\u00e9,1234567\nLindstr\u00f6m,\u00c5sa,7654321\n', encoding=encoding)
            answer = self.expect(DONE, 'import', 'roster.csv', '--dry-run')
            self.assertEqual((answer['encoding'], answer['likely_encoding'], self.rules(answer)), ('Windows-1252', name, ['1:encoding-doubtful', '1:no-type', '3:control-characters']))
            self.assertIn(f'--encoding {name}', self.register.text('import', 'roster.csv', '--dry-run')[1])
            answer = self.expect(DONE, 'import', 'roster.csv', '--dry-run', '--encoding', name)
            self.assertEqual((answer['encoding'], answer['likely_encoding'], self.rules(answer)), (name, None, ['1:no-type']))
        self.expect(DONE, 'import', 'roster.csv', '--encoding', name)
        self.assertEqual(self.expect(DONE, 'show', '1234567')['name'], 'Mu\u00f1oz, Jos\u00e9')

    def test_no_header(self):
        self.write('Lindqvist,Ana,ana@example.org,1234567\n')
        self.assertIn('--header-line 0', self.expect(INPUT, 'import', 'roster.csv')['error']['message'])

    def write_workbook(self, sheets):
        """The least that is an XLSX file: text cells only."""
        main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
        there = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
        numbers = range(1, len(sheets) + 1)
        path = self.register.folder / 'roster.xlsx'
        with zipfile.ZipFile(path, 'w') as archive:
            archive.writestr('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
            archive.writestr('_rels/.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                             f'<Relationship Id="r1" Type="{there}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
            archive.writestr('xl/_rels/workbook.xml.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + ''.join(
                f'<Relationship Id="r{n}" Type="{there}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers) + '</Relationships>')
            archive.writestr('xl/workbook.xml', f'<workbook xmlns="{main}" xmlns:r="{there}"><sheets>' + ''.join(
                f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in zip(numbers, sheets)) + '</sheets></workbook>')
            for n, rows in zip(numbers, sheets.values()):
                archive.writestr(f'xl/worksheets/sheet{n}.xml', f'<worksheet xmlns="{main}"><sheetData>' + ''.join(
                    f'<row r="{i}" hidden="{int(row[-1:] == ("hidden",))}">' + ''.join(f'<c r="{chr(65 + j)}{i}" t="inlineStr"><is><t>{cell}</t></is></c>' for j, cell in enumerate(row)) + '</row>'
                    for i, row in enumerate(rows, 1)) + '</sheetData></worksheet>')
        return path

    def test_hidden_rows_and_cells_beyond_the_header(self):
        """What nobody sees who looks at the workbook, or has no header, is said before it is imported."""
        self.write_workbook({'North': [('Name', 'NPN', 'Type', 'Note'), ('Ana Lindqvist', '1234567', 'Broker', 'hidden'), ('Pao Moua', '7654321', 'Broker', '', 'more')]})
        answer = self.expect(FINDINGS, 'import', 'roster.xlsx', '--dry-run')
        self.assertEqual(self.rules(answer), ['1:hidden-rows', '1:column-ignored', '3:ragged'])
        self.assertIn('1 row is hidden', answer['findings'][0]['message'])
        self.assertEqual(answer['findings'][2]['value'], 'more')

    def test_other_sheets_are_named(self):
        roster = [('Name', 'NPN'), ('Ana Lindqvist', '1234567')]
        self.write_workbook({'Notes': [('Sent in March',)], 'North': roster, 'South': roster})
        said = self.register.text('import', 'roster.xlsx', '--dry-run')[1]
        self.assertIn('“North” (2 of 3)', said)
        self.assertIn('“Notes”, “South”; choose with --sheet', said)
        answer = self.expect(DONE, 'import', 'roster.xlsx', '--dry-run', '--sheet', 'South')
        self.assertEqual((answer['sheet'], answer['sheets']), ('South', ['Notes', 'North', 'South']))
        self.write_workbook({'123-45-6789': roster})
        said = self.expect(RULE, 'import', 'roster.xlsx', '--dry-run')['error']['message']
        self.assertIn('name of the sheet', said)
        self.assertNotIn('45', said)
        self.write_workbook({'Only': roster})
        self.assertNotIn('--sheet', self.register.text('import', 'roster.xlsx', '--dry-run')[1])

    def test_show_says_what_was_imported(self):
        file = self.write(HEADER + ANA)
        self.expect(DONE, 'import', file)
        shown = self.register.text('import', 'show', '1')[1]
        for part in ('ana', f'{file.stat().st_size} bytes', hashlib.sha256(file.read_bytes()).hexdigest()):
            self.assertIn(part, shown)

    def test_results_of_an_earlier_import(self):
        self.load(HEADER + ANA, '--results', 'first')
        answer = self.load(HEADER + ANA.replace('Sunrise', 'Sunset') + BO + 'Olson,Cy,cy@example.org,1x,,Broker,Sunrise\n', '--accept-valid', code=FINDINGS)
        self.assertEqual((answer['import'], answer['updated'], answer['created'], answer['rejected']), (2, 1, 1, 1))
        answer = self.expect(DONE, 'import', 'results', 2, 'later')
        self.assertEqual((answer['import'], answer['file'], answer['rows'], answer['rows_kept']), (2, 'roster.csv', 3, False))
        read = {name: (self.register.folder / 'later' / f'{name}.csv').read_text() for name in ('created', 'updated', 'rejected')}
        self.assertEqual(read, {'created': 'line,person\n3,P-2\n', 'updated': 'line,person\n2,P-1\n', 'rejected': 'line,rule\n4,rejected\n'})
        said = self.register.text('import', 'results', 2, 'later', '--force')[1]
        self.assertIn('not kept', said)
        self.assertIn(answer['sha256'], said)
        self.assertNotIn('--dry-run', said)
        self.expect(NOT_FOUND, 'import', 'results', 9, 'nowhere')
        self.expect(USAGE, 'import', 'results', 2)
        self.expect(DONE, 'import', 'undo', 2)
        self.expect(RULE, 'import', 'results', 3, 'nowhere')

    def test_result_files_are_not_replaced_unasked(self):
        self.load(HEADER + ANA, '--results', 'there')
        first = (self.register.folder / 'there' / 'created.csv').read_text()
        self.assertIn('Lindqvist', first)
        for arguments in (('import', 'results', 1, 'there'), ('import', 'roster.csv', '--results', 'there'), ('import', 'roster.csv', '--dry-run', '--results', 'there')):
            answer = self.expect(RULE, *arguments)
            self.assertIn('created.csv', answer['error']['message'])
            self.assertIn('--force', answer['error']['message'])
            self.assertEqual((self.register.folder / 'there' / 'created.csv').read_text(), first)
        (self.register.folder / 'there' / 'created.csv').unlink()
        self.assertIn('updated.csv', self.expect(RULE, 'import', 'results', 1, 'there')['error']['message'])
        self.expect(DONE, 'import', 'results', 1, 'there', '--force')
        self.assertEqual((self.register.folder / 'there' / 'created.csv').read_text(), 'line,person\n2,P-1\n')

    def test_show_tells_where_it_comes_from(self):
        self.load(HEADER + ANA)
        shown = self.register.text('show', 'P-1')[1]
        for part in ('Where it comes from', 'roster.csv, line 2, NPN'):
            self.assertIn(part, shown)
        self.load('Name,NPN,License Number,License Expires,Status\nAna Lindqvist,1234567,40012345,2027-10-31,Active\n')
        shown = self.register.text('show', 'P-1')[1]
        for part in ('Status in a file', 'Active', '2027-10-31', 'E-1'):
            self.assertIn(part, shown)

    def test_files_that_are_none(self):
        for content, advice in ((b'\x7fELF' + bytes(100), 'a program'), (b'PK\x05\x06' + bytes(18), 'an empty ZIP'), (b'%PDF-1.7', 'a PDF')):
            (self.register.folder / 'roster.csv').write_bytes(content)
            said = self.expect(INPUT, 'import', 'roster.csv')['error']['message']
            for part in ('“roster.csv”', advice, 'Ask for the roster as a CSV file.'):
                self.assertIn(part, said)
        said = self.expect(INPUT, 'import', 'missing.csv')['error']['message']
        self.assertEqual((said.count('missing.csv'), said.count('No such file')), (1, 1))

    def test_dates_are_asked_for(self):
        text = 'Name,NPN,Certified Through\nAna Lindqvist,1234567,03/04/2099\nBo Olson,7654321,03/17/2099\n'
        answer = self.load(text, code=RULE)
        self.assertIn('--dates "Certified Through=month-day"', answer['error']['message'])
        self.load(text, '--dates', 'Certified Through=sometimes', code=USAGE)
        self.load(text, '--dates', 'Certified=month-day', code=USAGE)
        answer = self.load(text, '--dates', 'certified through=month-day')
        self.assertEqual(answer['created'], 2)
        self.assertEqual(answer['columns'][2]['dates'], 'month-day')

    def test_says_what_holds_a_row_up(self):
        """A phone that is left out is no rejection; a day of the other order is proposed, and taken when somebody says so."""
        text = 'Name,NPN,Phone,License Expires\nAna Lindqvist,1234567,12,31/12/2099\nBo Olson,7654321,612-555-0101,06/17/2099\n'
        (self.register.folder / 'kinds.csv').write_text(text)
        options = ['--dates', 'License Expires=day-month']
        said = self.register.text('import', 'kinds.csv', '--dry-run', *options)[1]
        self.assertRegex(said, r'(?m)^error +3 +License Expires +06/17/2099 ')
        self.assertRegex(said, r'(?m)^warning +2 +Phone +12 ')
        answer = self.load(text, *options, '--fix', 'date-order')
        self.assertEqual(answer['created'], 2)

    def test_values_and_constants(self):
        text = 'Name,NPN,Kind,Standing\nAna Lindqvist,1234567,Agt,1\nBo Olson,7654321,Nav,0\n'
        self.load(text, '--map', 'type=Kind', code=FINDINGS)
        options = ['--map', 'type=Kind', '--map', 'status=Standing', '--value', 'type:Agt=broker', '--value', 'type:Nav=navigator', '--value', 'status:1=Active',
                   '--value', 'status:0=', '--constant', 'agency=Sunrise', '--constant', 'county=Hennepin']
        self.load(text, *options, '--constant', 'npn=5', code=USAGE)
        self.load(text, *options, '--value', 'Agt=broker', code=USAGE)
        answer = self.load(text, *options)
        self.assertEqual((answer['created'], self.rules(answer)), (2, ['1:status-is-a-claim']))
        shown = self.expect(DONE, 'show', '1234567')
        self.assertEqual((shown['types'], shown['agency']), (['broker'], 'Sunrise'))

    def test_fixes(self):
        text = HEADER + 'Olson,Bo,,7.654321E6,,Broker,Sunrise\nVang,Kia,,5x,,Broker,Sunrise\n' + ANA
        answer = self.load(text, code=FINDINGS)
        self.assertEqual((answer['import'], answer['rejected']), (None, 2))
        self.assertEqual([finding['fix'] for finding in answer['findings'] if finding['rule'] != 'agency-unknown'], ['7654321', None])
        answer = self.load(text, '--fix', 'npn-damaged', '--dry-run', code=FINDINGS)
        self.assertEqual((answer['created'], answer['rejected']), (2, 1))
        self.load(text, '--set', '3:Shoe=5', code=USAGE)
        self.load(text, '--set', '99:NPN=5', code=USAGE)
        self.load(text, '--set', 'NPN=5', code=USAGE)
        tried = self.load(text, '--fix', 'all', '--set', '3:npn=5', '--dry-run')
        done = self.load(text, '--fix', 'all', '--set', '3:npn=5', '--expect', tried['digest'])
        self.assertEqual((done['created'], done['digest']), (3, tried['digest']))
        self.assertEqual(self.expect(DONE, 'show', '7654321')['name'], 'Olson, Bo')

    def test_leave_out(self):
        text = HEADER + ANA + ANA.replace('Ana', 'Anna')
        self.assertEqual(self.load(text, code=FINDINGS)['conflicts'], 2)
        answer = self.load(text, '--leave-out', '3')
        self.assertEqual((answer['created'], answer['skipped'], self.rules(answer)), (1, 1, ['3:left-out']))
        self.load(text, '--leave-out', 'three', code=USAGE)
        self.load(text, '--leave-out', '3=x', code=USAGE)

    def test_a_trial_refuses_what_the_import_refuses(self):
        self.write('Last Name,First Name,NPN,Type\nLindqvist,Ana,7654011,Broker\n')
        for options in (['--save-profile', '123-45-6789'], ['--reason', 'see 123-45-6789', '--inactivate-missing']):
            self.expect(RULE, 'import', 'roster.csv', '--dry-run', *options)

    def test_another_number_for_somebody_known(self):
        person = self.register.add_person('Lindqvist, Ana', npn='7654021')
        answer = self.load('Last Name,First Name,NPN,Type\nLindqvist,Ana,7654022,Broker\n', '--dry-run', '--same', f'2={person}')
        self.assertEqual(self.rules(answer), ['2:identifier-replaced'])

    def test_changes_are_shown_before(self):
        self.load('Last Name,First Name,NPN,Type,Phone\nLindqvist,Ana,7654001,Broker,651-555-0142\n')
        self.write('Last Name,First Name,NPN,Type,Phone\nLindqvist,Ana,7654001,Broker,651-555-0143\nOlson,Bo,7654002,Broker,\n')
        answer = self.expect(DONE, 'import', 'roster.csv', '--dry-run')
        self.assertEqual([(row['line'], row['values']) for row in answer['changes']], [(2, [{'field': 'phone', 'before': '(651) 555-0142', 'after': '(651) 555-0143'}])])
        self.assertTrue(answer['changes'][0]['person'].startswith('P-'))
        text = self.register.text('import', 'roster.csv', '--dry-run')[1]
        self.assertIn('(651) 555-0142', text)
        self.assertIn('(651) 555-0143', text)
        self.assertNotIn('changes', self.expect(DONE, 'import', 'roster.csv'))

    def test_same_name(self):
        ana = self.load(HEADER + ANA)
        other = HEADER + 'Lindqvist,Ana,,,B7K4M2P9Q,CAC,Sunset\n'
        answer = self.load(other, '--dry-run', code=FINDINGS)
        self.assertEqual((ana['created'], answer['conflicts'], answer['suggestions'], answer['questions']), (1, 1, [{'line': 2, 'person': 'P-1'}], 1))
        self.assertTrue(answer['findings'][0]['question'])
        self.assertIn('--same LINE=PERSON', self.register.text('import', 'roster.csv', '--dry-run')[1])
        # Without an answer nothing is imported; with --accept-valid the others are, and the row is among the rejected ones.
        both = other + BO
        self.assertIsNone(self.load(both, code=FINDINGS)['import'])
        self.assertEqual(self.load(both, '--not-same', 'all', '--dry-run')['created'], 2)
        answer = self.load(both, '--accept-valid', '--results', str(self.register.folder / 'results'), code=FINDINGS)
        self.assertEqual((answer['created'], answer['conflicts']), (1, 1))
        with open(self.register.folder / 'results' / 'rejected.csv', encoding='utf-8') as file:
            self.assertIn('2,same-name,', file.read())
        answer = self.load(other, '--dry-run', '--same', '2=1234567')
        self.assertEqual((answer['updated'], answer['suggestions']), (1, []))
        self.load(other, '--same', '2=P-9', code=NOT_FOUND)
        self.load(other, '--same', '2', code=USAGE)
        answer = self.load(other, '--same', '2=P-1', '--not-same', '2', code=USAGE)
        self.assertIn('P-1', answer['error']['message'])
        answer = self.load(other, '--mode', 'update', '--not-same', '2')
        self.assertEqual((answer['skipped'], answer['suggestions']), (1, []))
        self.assertEqual(self.load(other, '--dry-run')['suggestions'], [])

    def test_other_name(self):
        self.load(HEADER + ANA)
        text = HEADER + ANA.replace('Lindqvist,Ana', 'Olson,Bo') + 'Vang,Kia,,7654321,,Broker,Sunrise\n'
        answer = self.load(text, code=FINDINGS)
        self.assertEqual((answer['import'], answer['questions'], self.rules(answer)), (None, 1, ['2:name-differs']))
        self.assertEqual(self.load(text, '--same', '2=P-1', '--dry-run')['updated'], 1)
        answer = self.load(text, '--not-same', '2', '--dry-run', code=FINDINGS)
        self.assertEqual((answer['conflicts'], self.rules(answer)), (1, ['2:identifier-taken']))
        self.load(text, '--accept-valid', code=FINDINGS)
        self.assertEqual(self.expect(DONE, 'show', '1234567')['name'], 'Lindqvist, Ana')

    def test_new_agencies(self):
        answer = self.load(HEADER + ANA)
        self.assertEqual((answer['new_agencies'], answer['findings'][0]['rule']), (['Sunrise'], 'agency-unknown'))
        text = HEADER + BO.replace('Sunrise', 'Sunrize')
        answer = self.load(text, '--dry-run')
        self.assertEqual((answer['new_agencies'], answer['findings'][0]['fix']), (['Sunrize'], 'Sunrise'))
        self.assertIn('“Sunrize”', self.register.text('import', 'roster.csv', '--dry-run')[1])
        self.assertEqual(self.load(text, '--fix', 'agency-unknown')['new_agencies'], [])
        self.assertEqual(self.expect(DONE, 'show', '7654321')['agency'], 'Sunrise')

    def test_errors_first(self):
        agencies = ''.join(f'Berg,Ida{number},,{number + 1},,Broker,Agency {number}\n' for number in range(60))
        self.load(HEADER + agencies + 'Olson,Bo,,12x,,Broker,Sunrise\n', '--dry-run', code=FINDINGS)
        text = self.register.text('import', 'roster.csv', '--dry-run')[1]
        self.assertIn('12x', text)
        self.assertLess(text.index('12x'), text.index('“Agency 0”'))

    def test_only_names(self):
        self.load(HEADER + ANA)
        text = 'Name,County\nAna Lindqvist,Hennepin\n'
        self.assertEqual(self.load(text, code=FINDINGS)['suggestions'], [{'line': 2, 'person': 'P-1'}])
        self.assertEqual(self.load(text, '--same', '2=P-1')['updated'], 1)
        self.load('Name,County\nBo Olson,Hennepin\n', code=RULE)

    def test_not_the_same(self):
        """Whom somebody said to be another person than whom stands in the journal."""
        self.load(HEADER + ANA)
        self.load(HEADER + 'Lindqvist,Ana,,,B7K4M2P9Q,CAC,Sunset\n', '--not-same', '2')
        entry = self.expect(DONE, 'journal', '--operation', 'import-roster', '--limit', '1')['entries'][0]
        self.assertIn('not-the-same=2 P-1', entry['detail'])

    def test_missing(self):
        self.load(HEADER + ANA + BO)
        answer = self.load(HEADER + ANA)
        self.assertEqual((answer['import'], answer['missing'], answer['inactivated']), (None, ['P-2'], 0))
        self.assertIn('  P-2  Olson, Bo\n', self.register.text('import', 'roster.csv', '--dry-run')[1])
        answer = self.load(HEADER + ANA, '--inactivate-missing', '--reason', 'Left in spring')
        self.assertEqual((answer['missing'], answer['inactivated'], answer['unchanged']), (['P-2'], 1, 1))
        self.assertEqual(self.expect(DONE, 'show', 'P-2')['status'], 'inactive')
        self.assertEqual(self.expect(DONE, 'show', 'P-1')['status'], 'applicant')
        self.assertTrue(self.expect(DONE, 'verify')['ok'])

    def test_profiles(self):
        strange = 'Who,Producer\nAna Lindqvist,1234567\n'
        options = ['--map', 'name=Who', '--map', 'npn=Producer', '--constant', 'agency=Sunrise', '--mode', 'insert']
        answer = self.load(strange, *options, '--save-profile', 'Riverside monthly')
        self.assertEqual((answer['created'], answer['profile']), (1, 'Riverside monthly'))
        # Nothing new in the file, but the sender is remembered all the same.
        self.assertIsNone(self.load(strange, *options, '--save-profile', 'Lakeside')['import'])
        names = [profile['name'] for profile in self.expect(DONE, 'import', 'profiles')['profiles']]
        self.assertEqual(names, ['Lakeside', 'Riverside monthly'])
        self.expect(DONE, 'import', 'forget', 'lakeside')
        self.expect(NOT_FOUND, 'import', 'forget', 'lakeside')

        self.assertEqual(self.load('Producer,Who\n7654321,Bo Olson\n', '--dry-run')['profile'], 'Riverside monthly')
        self.assertIn('Riverside monthly', self.register.text('import', 'roster.csv', '--dry-run')[1])
        # What is remembered only now was not read so.
        self.assertNotIn('last time', self.register.text('import', 'roster.csv', '--dry-run', '--profile', '')[1])
        self.assertNotIn('last time', self.register.text('import', self.write('Name,NPN\nCy Roe,5550001\n'), '--save-profile', 'New')[1])
        self.assertEqual(self.load('Producer,Who\n7654321,Bo Olson\n', '--profile', 'riverside MONTHLY')['created'], 1)
        self.assertEqual(self.expect(DONE, 'show', '7654321')['agency'], 'Sunrise')
        self.load(HEADER + ANA, '--profile', 'Nobody', code=NOT_FOUND)
        self.load(HEADER + ANA, '--profile', 'Riverside monthly', code=RULE)
        self.assertIsNone(self.load('Who,Producer,NPN,Name\nx,y,1234567,Ana Lindqvist\n', '--profile', '', '--dry-run')['profile'])


if __name__ == '__main__':
    unittest.main()
