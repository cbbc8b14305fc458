# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes old Office files by hand, for make-workbooks.py: the container (MS-CFB) and the records of an XLS workbook (MS-XLS)."""
import struct

FREE, END, TABLE = 0xffffffff, 0xfffffffe, 0xfffffffd
MINI_LIMIT = 4096


def container(streams, sector=512):
    """A file of those streams: name → bytes. Short ones share a stream of small sectors, as the format has it."""
    table, body = [], b''

    def add(content, size=sector):
        nonlocal body
        if not content:
            return END
        start, n = len(table), -(-len(content) // size)
        table.extend([*range(start + 1, start + n), END])
        body += content.ljust(n * size, b'\0')
        return start

    mini, mini_table, entries = b'', [], []
    for name, content in streams.items():
        if len(content) < MINI_LIMIT:
            start, n = len(mini_table), -(-len(content) // 64)
            mini_table.extend([*range(start + 1, start + n), END])
            mini += content.ljust(n * 64, b'\0')
        else:
            start = add(content)
        entries.append((name, 2, start, len(content)))
    entries.insert(0, ('Root Entry', 5, add(mini), len(mini)))
    mini_start = add(struct.pack(f'<{len(mini_table)}I', *mini_table).ljust(-(-len(mini_table) * 4 // sector) * sector, b'\xff'))
    directory = b''.join(entry(*values, child=1 if i == 0 else FREE) for i, values in enumerate(entries))
    directory_start = add(directory.ljust(-(-len(directory) // sector) * sector, b'\0'))
    n_tables = 1
    while n_tables * sector // 4 < len(table) + n_tables:
        n_tables += 1
    table_start = len(table)
    table += [TABLE] * n_tables
    table += [FREE] * (n_tables * sector // 4 - len(table))
    header = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(16) + struct.pack('<HHHHH', 0x3e, 4 if sector == 4096 else 3, 0xfffe, sector.bit_length() - 1, 6) + bytes(10)
    header += struct.pack('<IIIIIIIII', n_tables, directory_start, 0, MINI_LIMIT, mini_start, 1 if mini_table else 0, END, 0, table_start)
    header += b''.join(struct.pack('<I', table_start + i if i < n_tables else FREE) for i in range(1, 109))
    return header.ljust(sector, b'\0') + body + struct.pack(f'<{len(table)}I', *table)


def entry(name, kind, start, size, child):
    encoded = (name + '\0').encode('utf-16-le')
    return encoded.ljust(64, b'\0') + struct.pack('<HBBIII', len(encoded), kind, 1, FREE, FREE, child) + bytes(36) + struct.pack('<IQ', start & 0xffffffff, size)


def record(kind, content=b''):
    return struct.pack('<HH', kind, len(content)) + content


def text(value, length='<H'):
    """A text as BIFF8 has it: narrow if every letter is one byte."""
    if all(ord(letter) < 256 for letter in value):
        return struct.pack(length, len(value)) + b'\0' + value.encode('latin-1')
    encoded = value.encode('utf-16-le')
    return struct.pack(length, len(encoded) // 2) + b'\1' + encoded


def bof(kind, version=0x0600):
    return record(0x0809, struct.pack('<HHHHII', version, kind, 0x0dbb, 1996, 0, 6))


def cell(kind, row, column, content, style=0):
    return record(kind, struct.pack('<HHH', row, column, style) + content)


def label(row, column, value):
    return cell(0x0204, row, column, text(value))


def number(row, column, value, style=0):
    return cell(0x0203, row, column, struct.pack('<d', value), style)


def formula(row, column, result, style=0):
    """result: a number, or the eight bytes that stand for another value."""
    return cell(0x0006, row, column, (struct.pack('<d', result) if isinstance(result, float) else result) + bytes(8), style)


def other(kind, value=0):
    return bytes([kind, 0, value, 0, 0, 0, 0xff, 0xff])


def string(value):
    return record(0x0207, text(value))


def book(sheets, common=b'', version=0x0600):
    """sheets: name, whether and how it is hidden, its kind, its records."""
    old = version == 0x0500
    heads = [struct.pack('<BB', hidden, kind) + (bytes([len(name)]) + name.encode('cp1252') if old else text(name, '<B')) for name, hidden, kind, _ in sheets]
    start = len(bof(5)) + len(common) + sum(len(head) + 8 for head in heads) + 4
    result, bodies = bof(5, version) + common, b''
    for head, (_, _, _, records) in zip(heads, sheets):
        result += record(0x0085, struct.pack('<I', start + len(bodies)) + head)
        bodies += bof(0x10, version) + records + record(0x000a)
    return result + record(0x000a) + bodies


def styles(*formats):
    """A style for each: the number of a built-in format, or a code."""
    codes = [code for code in formats if isinstance(code, str)]
    result = b''.join(record(0x041e, struct.pack('<H', 164 + i) + text(code)) for i, code in enumerate(codes))
    return result + b''.join(record(0x00e0, struct.pack('<HH', 0, code if isinstance(code, int) else 164 + codes.index(code)) + bytes(16)) for code in formats)
