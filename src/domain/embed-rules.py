# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the rule packs that ship as C strings: embed-rules.py OUTPUT PACK…"""

import sys


def quote(text):
    lines = text.splitlines(keepends=True)
    return '\n'.join('  "' + line.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"' for line in lines)


with open(sys.argv[1], 'w', encoding='utf-8') as output:
    output.write('#include "domain/muster-rule-packs.h"\n\nconst char *const muster_shipped_rules[] = {\n')
    for name in sys.argv[2:]:
        with open(name, encoding='utf-8') as file:
            output.write(quote(file.read()) + ',\n')
    output.write('  NULL,\n};\n')
