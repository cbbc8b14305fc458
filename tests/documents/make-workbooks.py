#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the workbooks that the tests of their readers open: make-workbooks.py FOLDER

Made by hand from their parts, so that each shows one thing that some program writes, or that somebody hostile would.
"""
import pathlib
import struct
import sys
import zipfile

sys.dont_write_bytecode = True
import xls_file as xls

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
ODF = 'urn:oasis:names:tc:opendocument:xmlns:'
ODF_SPACES = ' '.join(f'xmlns:{name}="{ODF}{name}:1.0"' for name in ('office', 'table', 'text', 'style', 'draw'))
CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)


def pack(name, members, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(folder / name, 'w', method) as archive:
        for member, content in members.items():
            archive.writestr(member, content)


def relations(*entries):
    return HEAD + f'<Relationships xmlns="{PACKAGE}relationships">' + ''.join(
        f'<Relationship Id="{number}" Type="{OFFICE}/{kind}" Target="{target}"/>' for number, kind, target in entries) + '</Relationships>'


def sheet(rows):
    return HEAD + f'<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData><mergeCells/></worksheet>'


def xlsx(name, sheets, strings=None, styles=None, properties='', extra=None, method=zipfile.ZIP_DEFLATED):
    """sheets: name, attributes, rows; the parts of the sheets are named otherwise than their order says, as after sheets were moved."""
    members = {'[Content_Types].xml': HEAD + f'<Types xmlns="{PACKAGE}content-types"/>', '_rels/.rels': relations(('r', 'officeDocument', 'xl/workbook.xml'))}
    entries = [(f'r{i}', 'worksheet', f'worksheets/sheet{len(sheets) - i}.xml') for i in range(len(sheets))]
    tabs = ''.join(f'<sheet name="{title}" sheetId="{i + 7}" {attributes} r:id="r{i}"/>' for i, (title, attributes, _) in enumerate(sheets))
    members['xl/workbook.xml'] = HEAD + f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}<sheets>{tabs}</sheets></workbook>'
    for i, (_, _, rows) in enumerate(sheets):
        members[f'xl/worksheets/sheet{len(sheets) - i}.xml'] = rows if rows.startswith('<?xml') else sheet(rows)
    if strings is not None:
        entries.append(('strings', 'sharedStrings', '/xl/sharedStrings.xml'))
        members['xl/sharedStrings.xml'] = HEAD + f'<sst xmlns="{MAIN}">{strings}</sst>'
    if styles is not None:
        entries.append(('styles', 'styles', 'styles.xml'))
        members['xl/styles.xml'] = HEAD + f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
    members['xl/_rels/workbook.xml.rels'] = relations(*entries)
    pack(name, {**members, **(extra or {})}, method)


def inline(*texts):
    return ''.join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' if text is not None else '<c/>' for text in texts)


def row(*texts, attributes=''):
    return f'<row {attributes}>{inline(*texts)}</row>'


def xlsx_cases():
    plain = row('Name', 'NPN') + row('Ana', '1')
    xlsx('plain.xlsx', [('Roster', '', plain)])
    xlsx('strings.xlsx', [('Roster', '', row('Name', 'NPN', 'Note') + '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c></row>'
                           '<row><c t="s"><v>2</v></c><c t="str"><f>A1&amp;B1</f><v>12_x0033_</v></c><c t="inlineStr"><is><r><t>rich </t></r><r><t>text</t></r></is></c></row>')],
         strings='<si><r><t>LIND</t></r><r><rPr><b/></rPr><t xml:space="preserve">, Ana </t></r><rPh sb="0" eb="1"><t>pronounced</t></rPh></si>'
                 '<si><t>one_x000D_\ntwo\r\nthree _x005F_x0041_ &lt;&amp;&#233;</t></si><si><t/></si>')
    xlsx('numbers.xlsx', [('Roster', '', row('Name', 'NPN', 'Other') + ''.join(
        f'<row><c t="inlineStr"><is><t>x</t></is></c><c {attributes}><v>{value}</v></c><c/></row>' for attributes, value in (
            ('', '12345678'), ('', '1.2345678E7'), ('', '123456789012345'), ('', '12345678901234567890'), ('', '1.2345678901234E17'), ('', '0.10000000000000001'),
            ('', '-5'), ('', '-0'), ('', '007'), ('s="1"', '1234'), ('t="n"', '2.5'), ('t="b"', '1'), ('t="b"', '0'), ('t="e"', '#REF!'), ('t="e"', '#N/A'), ('', 'odd'))))],
         styles='<numFmts count="1"><numFmt numFmtId="170" formatCode="00000"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>')
    codes = ('General', 'yyyy-mm-dd', 'M/D/YYYY h:mm AM/PM', '[$-409]d\\-mmm\\-yy;@', '"dated" mmm yyyy', '[Red]0.00', '#,##0 "yards"', 'h:mm:ss', '[h]:mm', 'mm:ss.0', '0.00E+00', '@')
    formats = ''.join(f'<numFmt numFmtId="{164 + i}" formatCode="{code.replace(chr(34), "&quot;")}"/>' for i, code in enumerate(codes))
    styles = f'<numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>' + ''.join(
        f'<xf numFmtId="{number}"/>' for number in (0, 14, 22, 20, 46, *range(164, 164 + len(codes)))) + '</cellXfs>'
    values = ''.join(f'<row><c t="inlineStr"><is><t>{style}</t></is></c><c s="{style}"><v>{value}</v></c></row>' for style, value in (
        (0, '45000'), (1, '45000'), (1, '45000.75'), (2, '45000'), (2, '45000.604166666664'), (3, '0.604166666664'), (4, '1.5'), (5, '45000'), (6, '45000'), (7, '45000.5'),
        (8, '45000'), (9, '45000'), (10, '45000'), (11, '45000'), (12, '0.5'), (13, '2'), (14, '0.5'), (15, '45000'), (16, '45000'), (1, '1'), (1, '59'), (1, '60'), (1, '61'),
        (1, '2958465'), (1, '2958466'), (1, '-1'), (1, '0'), (2, '44999.999999'), (99, '45000')))
    xlsx('dates.xlsx', [('Roster', '', row('Name', 'Hired') + values + '<row><c/><c t="d"><v>2024-03-01T00:00:00</v></c></row><row><c/><c t="d"><v>2024-03-01T14:30:00.000</v></c></row>')],
         styles=styles)
    xlsx('dates-1904.xlsx', [('Roster', '', row('Name', 'Hired') + '<row><c/><c s="1"><v>0</v></c></row><row><c/><c s="1"><v>43538</v></c></row>')], styles=styles,
         properties='<workbookPr date1904="1"/>')
    xlsx('places.xlsx', [('Roster', '', '<row r="2"><c r="B2" t="inlineStr"><is><t>Roster of Sunrise</t></is></c></row><row r="3"/><row r="5"><c r="C5" t="inlineStr"><is><t>NPN</t></is></c>'
                          '<c r="A5" t="inlineStr"><is><t>Name</t></is></c><c r="H5" s="0"/></row><row r="6"><c r="B6"/></row><row r="9"><c r="A9" t="inlineStr"><is><t>Ana</t></is></c><c r="E9"><v>1</v></c></row>')])
    xlsx('sheets.xlsx', [('Old', 'state="hidden"', row('Name', 'NPN', 'Phone') + row('Old', '1')), ('About', '', row('How to fill this in')), ('Empty', '', ''),
                         ('Roster &amp; more', 'state="visible"', row('Name', 'NPN') + row('Ana', '1')), ('Secret', 'state="veryHidden"', row('Name', 'NPN', 'E-mail'))])
    xlsx('hidden.xlsx', [('A', '', ''), ('B', 'state="hidden"', plain)])
    xlsx('hidden-rows.xlsx', [('A', '', row('Title', attributes='hidden="1"') + row('Name', 'NPN') + row('Ana', '1') + row('Bo', '2', attributes='hidden="1"') + row(None, attributes='hidden="1"')
                                + row('Cy', '3', None, 'note', attributes='hidden="true"') + row('Di', '4', attributes='hidden="0"')), ('B', '', row('x', attributes='hidden="1"'))])
    xlsx('empty.xlsx', [('A', '', ''), ('B', '', '<row r="1"><c r="A1"/></row>')])
    xlsx('one-empty.xlsx', [('A', '', '')])
    xlsx('wide.xlsx', [('A', '', row('Name', 'NPN') + row(*['x'] * 501))])
    xlsx('long.xlsx', [('A', '', row('Name', 'NPN') + row('Ana', 'x' * (64 * 1024)) + row(None, 'x' * (64 * 1024 + 1)))])
    xlsx('long-shared.xlsx', [('A', '', row('Name', 'NPN') + '<row><c/><c t="s"><v>0</v></c></row>')], strings='<si><t>' + 'x' * 1000000 + '</t></si>')
    xlsx('utf-16.xlsx', [('A', '', plain)], extra={'xl/worksheets/sheet1.xml': sheet(row('Name', 'NPN') + row('Zoë', '1')).replace('UTF-8', 'UTF-16').encode('utf-16')})
    prefixed = sheet(row('Name', 'NPN') + row('Ana', '1')).replace('xmlns=', 'xmlns:x=').replace('</', '\0').replace('<', '<x:').replace('\0', '</x:').replace('<x:?', '<?')
    xlsx('prefixed.xlsx', [('A', '', prefixed)], method=zipfile.ZIP_STORED)
    pack('elsewhere.xlsx', {'[Content_Types].xml': '<Types/>', '_rels/.rels': relations(('r', 'officeDocument', '/book/main.xml')),
                            'book/main.xml': f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="C" r:id="c"/><sheet name="A" r:id="a"/></sheets></workbook>',
                            'book/_rels/main.xml.rels': relations(('c', 'chartsheet', 'chart.xml'), ('a', 'worksheet', '../Sheets/ONE.xml')), 'sheets\\one.XML': sheet(plain)})


def ods(name, tables, styles='', extra=None, content=None):
    body = content if content is not None else (HEAD + f'<office:document-content {ODF_SPACES} {CALC}><office:automatic-styles>{styles}</office:automatic-styles><office:body>'
                                                f'<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>')
    pack(name, {'mimetype': 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': body, **(extra or {})})


def cell(text, attributes=''):
    return f'<table:table-cell office:value-type="string" {attributes}><text:p>{text}</text:p></table:table-cell>'


def line(*cells, attributes=''):
    return f'<table:table-row {attributes}>' + ''.join(c if c.startswith('<') else cell(c) for c in cells) + '</table:table-row>'


def table(name, *rows, attributes=''):
    return f'<table:table table:name="{name}" {attributes}><table:table-column table:number-columns-repeated="16384"/>' + ''.join(rows) + '</table:table>'


def valued(kind, attributes, text=''):
    return f'<table:table-cell office:value-type="{kind}" calcext:value-type="{kind}" {attributes}><text:p>{text}</text:p></table:table-cell>'


def ods_cases():
    header = line('Name', 'NPN')
    ods('plain.ods', table('Roster', header, line('Ana', '1')))
    ods('texts.ods', table('Roster', line('Name', 'NPN', 'Note'),
                           line('LIND,<text:s/><text:s text:c="2"/><text:span>Ana</text:span> Maria', '<table:table-cell/>',
                                '<table:table-cell office:value-type="string"><office:annotation><dc:creator>x</dc:creator><text:p>a comment</text:p></office:annotation><text:p>one</text:p>'
                                '<text:p>two<text:line-break/>three<text:tab/>four</text:p><draw:frame><draw:text-box><text:p>a box</text:p></draw:text-box></draw:frame></table:table-cell>'),
                           line('<table:table-cell office:value-type="string"><text:p><text:a>ana@example.org</text:a></text:p></table:table-cell>', '  a \n  b  ',
                                '<table:table-cell office:value-type="string" office:string-value="of a formula"/>')))
    ods('values.ods', table('Roster', line('Name', 'NPN'), *(line('x', value) for value in (
        valued('float', 'office:value="12345678"', '12,345,678'), valued('float', 'office:value="1234"', '01234'), valued('float', 'office:value="1.2345678E7"', '1.2E7'),
        valued('percentage', 'office:value="0.7"', '70%'), valued('currency', 'office:value="12.5"', '$12.50'), valued('boolean', 'office:boolean-value="true"', 'WAHR'),
        valued('boolean', 'office:boolean-value="false"', 'FALSCH'), valued('date', 'office:date-value="2024-03-01"', '3/1/24'),
        valued('date', 'office:date-value="2024-03-01T14:30:00"', '3/1/24 14:30'), valued('date', 'office:date-value="2024-03-01T14:30:00"', '3/1/24'),
        valued('date', 'office:date-value="2024-03-01T00:00:00"', '3/1/24 00:00'), valued('time', 'office:time-value="PT14H30M05S"', '2:30 PM'),
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
        '<table:table-cell><text:p>without a type</text:p></table:table-cell>'))))
    ods('repeated.ods', table('Roster', '<table:table-header-rows>', header, '</table:table-header-rows>',
                              line(cell('Ana', 'table:number-columns-repeated="2"'), '<table:table-cell table:number-columns-repeated="3"/>', 'x', attributes='table:number-rows-repeated="2"'),
                              line('<table:table-cell table:number-columns-repeated="1024"/>', attributes='table:number-rows-repeated="2000"'),
                              '<table:table-row-group>', line('Bo', '<table:covered-table-cell table:number-columns-repeated="1"><text:p>covered</text:p></table:covered-table-cell>', 'y'),
                              '</table:table-row-group>',
                              line('<table:table-cell table:number-columns-repeated="16384"/>', attributes='table:number-rows-repeated="1046571"')))
    ods('sheets.ods', table('Hidden', header, attributes='table:style-name="ta2"') + table('Cover', line('About')) + table('Roster', header, line('Ana', '1'), attributes='table:style-name="ta1"'),
        styles='<style:style style:name="ta1"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>')
    ods('hidden-rows.ods', table('Roster', header, line('Ana', '1', attributes='table:visibility="visible"'), line('Bo', '2', attributes='table:visibility="filter"'),
                                 line('Cy', '3', '<table:table-cell/>', 'note', attributes='table:visibility="collapse" table:number-rows-repeated="2"')))
    ods('inner.ods', '<table:tracked-changes><table:cell-content-change><table:table-cell><text:p>gone</text:p></table:table-cell></table:cell-content-change></table:tracked-changes>'
        + table('Roster', '<table:shapes><draw:frame><draw:object><table:table table:name="Chart">' + line('no') + '</table:table></draw:object></draw:frame></table:shapes>', header, line('Ana', '1')))


def old(name, sheets, common=b'', stream='Workbook', version=0x0600, sector=512):
    (folder / name).write_bytes(xls.container({stream: xls.book(sheets, common, version)}, sector))


def old_cases():
    header = xls.label(0, 0, 'Name') + xls.label(0, 1, 'NPN')
    plain = header + xls.label(1, 0, 'Ana') + xls.label(1, 1, '1')
    old('plain.xls', [('Roster', 0, 0, plain)])
    old('large.xls', [('Roster', 0, 0, plain + b''.join(xls.label(row, 0, 'x' * 50) for row in range(2, 200)))])
    old('large-sectors.xls', [('Roster', 0, 0, plain + b''.join(xls.label(row, 0, 'x' * 50) for row in range(2, 200)))], sector=4096)
    old('formulas.xls', [('Roster', 0, 0, header + b''.join((
        xls.formula(1, 0, xls.other(0)), xls.string('Żółw'), xls.formula(1, 1, 12345678.0), xls.formula(2, 0, xls.other(1, 1)), xls.formula(2, 1, xls.other(2, 0x2a)),
        xls.formula(3, 0, 45000.0, 1), xls.formula(3, 1, xls.other(3)), xls.formula(4, 0, xls.other(0)), xls.record(0x04bc, bytes(10)), xls.string('shared'),
        xls.cell(0x0205, 5, 0, b'\x17\x01'), xls.cell(0x0205, 5, 1, b'\x00\x00'))))], common=xls.styles(0, 14))
    old('numbers.xls', [('Roster', 0, 0, header + b''.join((
        xls.cell(0x027e, 1, 0, struct.pack('<i', 1234 << 2 | 2)), xls.cell(0x027e, 1, 1, struct.pack('<i', -1234 << 2 | 3)),
        xls.record(0x00bd, struct.pack('<HH', 2, 0) + struct.pack('<HI', 0, 0x40080000) + struct.pack('<Hi', 1, 45000 << 2 | 2) + struct.pack('<H', 1)),
        xls.number(3, 0, 123456789012345.0), xls.number(3, 1, 0.1), xls.number(4, 0, 1234.0, 2), xls.number(4, 1, 45000.604166666664, 3))))],
        common=xls.styles(0, 15, '00000', 'yyyy/mm/dd hh:mm'))
    old('dates-1904.xls', [('Roster', 0, 0, header + xls.number(1, 0, 43538.0, 1))], common=xls.record(0x0022, b'\1\0') + xls.styles(0, 14))
    # A text that goes on, in narrow letters, in the next record; and one whose description does.
    wide = b'\x10\0\1' + 'LIND, Zoë Żó'.encode('utf-16-le')
    rich = struct.pack('<HBHI', 2, 0x0c, 2, 6) + b'hi' + bytes(5)
    shared = xls.record(0x00fc, struct.pack('<II', 9, 4) + xls.text('Name') + xls.text('NPN') + wide) + xls.record(0x003c, b'\0aria') + xls.record(0x003c, rich) + xls.record(0x003c, bytes(9))
    old('shared.xls', [('Roster', 0, 0, b''.join(xls.cell(0x00fd, row, column, struct.pack('<I', i)) for i, (row, column) in enumerate(((0, 0), (0, 1), (1, 0), (1, 1)))))], common=shared)
    old('biff-5.xls', [('Roster é', 0, 0, b''.join(xls.cell(0x0204, row, column, struct.pack('<H', len(value)) + value) for row, column, value in (
        (0, 0, b'Name'), (0, 1, b'NPN'), (1, 0, b'Jos\xe9 \x93x\x94'), (1, 1, b'1'))))], common=xls.record(0x0042, struct.pack('<H', 1252)), stream='Book', version=0x0500)
    old('unsorted.xls', [('Roster', 0, 0, xls.label(2, 1, '2') + xls.label(1, 1, '1') + header + xls.label(2, 0, 'Bo') + xls.label(1, 0, 'Ana'))])
    old('sheets.xls', [('Old', 1, 0, header), ('Chart', 0, 2, b''), ('About', 0, 0, xls.label(0, 0, 'About') + xls.bof(0x20) + xls.label(0, 1, 'in a chart') + xls.record(0x000a)),
                       ('Roster', 0, 0, plain)])
    old('password.xls', [('A', 0, 0, plain)], common=xls.record(0x002f, bytes(54)))
    old('old-version.xls', [('A', 0, 0, plain)], version=0x0400)
    for name, stream in (('letter.doc', 'WordDocument'), ('talk.ppt', 'PowerPoint Document'), ('letter.msg', '__properties_version1.0'), ('password-2.xlsx', 'EncryptedPackage'),
                         ('thing.ole', 'Contents')):
        (folder / name).write_bytes(xls.container({stream: b'x' * 5000}))
    damage_old((folder / 'large.xls').read_bytes())


def damage_old(whole):
    """A chain of sectors without end, an end too soon, a sheet where there is none, a text that there is not, a stream larger than its file."""
    table = 512 + struct.unpack_from('<I', whole, 76)[0] * 512
    looped = bytearray(whole)
    struct.pack_into('<I', looped, table, 0)
    (folder / 'loop.bomb.xls').write_bytes(looped)
    (folder / 'short.bomb.xls').write_bytes(whole[:3000])
    directory = 512 + struct.unpack_from('<I', whole, 48)[0] * 512
    large = bytearray(whole)
    struct.pack_into('<I', large, directory + 128 + 120, 0x7fffffff)
    (folder / 'large.bomb.xls').write_bytes(large)
    tables = bytearray(whole)
    struct.pack_into('<I', tables, 44, 0x7fffffff)
    (folder / 'tables.bomb.xls').write_bytes(tables)
    old('nowhere.bomb.xls', [('A', 0, 0, b'')], common=xls.record(0x0085, struct.pack('<IBB', 0x7fffffff, 0, 0) + xls.text('Gone', '<B')))
    old('index.bomb.xls', [('A', 0, 0, xls.cell(0x00fd, 0, 0, struct.pack('<I', 7)))])
    old('strings.bomb.xls', [('A', 0, 0, b'')], common=xls.record(0x00fc, struct.pack('<II', 9, 0x7fffffff) + xls.text('x')))
    old('cut.bomb.xls', [('A', 0, 0, xls.cell(0x0204, 0, 0, struct.pack('<H', 60000) + b'\0x'))])


def bombs():
    many = 'table:number-rows-repeated="1048576"'
    ods('rows.bomb.ods', table('A', line('Name', 'NPN'), line('x' * 60000, attributes=many)))
    ods('columns.bomb.ods', table('A', line('Name', 'NPN'), line(cell('x', 'table:number-columns-repeated="1000000000"'), attributes=many)))
    ods('spaces.bomb.ods', table('A', line('Name', 'NPN'), line('<table:table-cell><text:p>' + '<text:s text:c="2000000000"/>' * 1000 + '</text:p></table:table-cell>')))
    ods('sparse.bomb.ods', table('A', line('Name', 'NPN'), line('<table:table-cell/>', attributes='table:number-rows-repeated="4000000000"') * 1000, line('x')))
    laughs = '<!DOCTYPE x [<!ENTITY a "ha">' + ''.join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 20}">' for i in range(12)) + ']>'
    ods('entities.bomb.ods', '', content='<?xml version="1.0"?>' + laughs + '<x>&m;</x>')
    xlsx('entities.bomb.xlsx', [('A', '', '<?xml version="1.0"?>' + laughs + f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>&m;</v></c></row></sheetData></worksheet>')])
    xlsx('deep.bomb.xlsx', [('A', '', '<?xml version="1.0"?>' + '<x>' * 1000000)])
    xlsx('far.bomb.xlsx', [('A', '', row('Name', 'NPN') + '<row r="4000000000"><c><v>1</v></c></row>')])
    xlsx('backwards.bomb.xlsx', [('A', '', '<row r="5">' + inline('Name') + '</row><row r="5">' + inline('Ana') + '</row>')])
    xlsx('index.bomb.xlsx', [('A', '', row('Name', 'NPN') + '<row><c t="s"><v>4000000000</v></c></row>')], strings='<si><t>x</t></si>')
    xlsx('missing.bomb.xlsx', [('A', '', row('Name'))], extra={'xl/_rels/workbook.xml.rels': relations(('r0', 'worksheet', 'worksheets/none.xml'))})
    xlsx('shared.bomb.xlsx', [('A', '', row('Name', 'NPN') + ('<row>' + '<c t="s"><v>0</v></c>' * 400 + '</row>') * 400)], strings='<si><t>' + 'x' * 65000 + '</t></si>')
    xlsx('attribute.bomb.xlsx', [('A', '', '<?xml version="1.0"?><worksheet a="' + 'x' * 20000000)])
    xlsx('comment.bomb.xlsx', [('A', '', '<?xml version="1.0"?><!--' + 'x' * 20000000)])
    xlsx('sheets.bomb.xlsx', [(f'S{i}', '', '') for i in range(1001)])
    with zipfile.ZipFile(folder / 'zip.bomb.xlsx', 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('[Content_Types].xml', '<Types/>')
        archive.writestr('xl/_rels/workbook.xml.rels', relations(('r', 'worksheet', 'sheet.xml')))
        archive.writestr('xl/workbook.xml', f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="A" r:id="r"/></sheets></workbook>')
        with archive.open('xl/sheet.xml', 'w', force_zip64=True) as member:
            member.write(f'<worksheet xmlns="{MAIN}"><sheetData>{row("Name", "NPN")}<row><c t="str"><v>'.encode())
            for _ in range(1024):  # a cell of a gigabyte
                member.write(b'x' * (1024 * 1024))
    with zipfile.ZipFile(folder / 'members.bomb.xlsx', 'w') as archive:
        for i in range(10001):
            archive.writestr(f'{i}', '')


def other_kinds():
    types = {'[Content_Types].xml': '<Types/>'}
    pack('macros.xlsm', {**types, 'xl/workbook.xml': '<workbook/>', 'xl/vbaProject.bin': 'x'})
    pack('binary.xlsb', {**types, 'xl/workbook.bin': 'x'})
    pack('letter.docx', {**types, 'word/document.xml': '<document/>'})
    pack('talk.pptx', {**types, 'ppt/presentation.xml': '<presentation/>'})
    pack('roster.numbers', {'Index/Document.iwa': 'x', 'Metadata/Properties.plist': 'x'})
    pack('letter.odt', {'mimetype': 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>'})
    pack('talk.odp', {'mimetype': 'application/vnd.oasis.opendocument.presentation', 'content.xml': '<x/>'})
    pack('drawing.odg', {'mimetype': 'application/vnd.oasis.opendocument.graphics', 'content.xml': '<x/>'})
    pack('roster.zip', {'roster.csv': 'Name,NPN\nAna,1\n'})
    ods('password.ods', '', content='garbage', extra={'META-INF/manifest.xml': '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'})
    ods('garbage.ods', '', content='garbage')
    whole = (folder / 'plain.xlsx').read_bytes()
    (folder / 'truncated.xlsx').write_bytes(whole[:len(whole) // 2])
    (folder / 'password.xlsx').write_bytes(encrypted(whole))


def encrypted(archive):
    """Marks every member of the archive as encrypted, as a ZIP with a password is."""
    changed = bytearray(archive)
    for magic, offset in ((b'PK\x03\x04', 6), (b'PK\x01\x02', 8)):
        at = -1
        while (at := archive.find(magic, at + 1)) >= 0:
            changed[at + offset] |= 1
    return bytes(changed)


xlsx_cases()
ods_cases()
old_cases()
bombs()
other_kinds()
