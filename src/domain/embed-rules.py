# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes files that ship as C strings: embed-rules.py OUTPUT HEADER ARRAY FILE…"""

import sys


def quote(text):
    lines = text.splitlines(keepends=True)
    return '\n'.join('  "' + line.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"' for line in lines)


with open(sys.argv[1], 'w', encoding='utf-8') as output:
    output.write('#include "%s"\n\nconst char *const %s[] = {\n' % (sys.argv[2], sys.argv[3]))
    for name in sys.argv[4:]:
        with open(name, encoding='utf-8') as file:
            output.write(quote(file.read()) + ',\n')
    output.write('  NULL,\n};\n')
