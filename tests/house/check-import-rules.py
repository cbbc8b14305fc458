#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every code by which the import says anything has a title in muster-import-rule.c, and every title there is of a code that is said."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1]) / 'src'
TABLE = root / 'domain/muster-import-rule.c'
CODE = re.compile(r'"([a-z]+(?:-[a-z]+)*)"')
sources = {path: path.read_text() for folder in ('domain', 'operations') for path in sorted((root / folder).glob('muster-import*.[ch]')) if path != TABLE}


def split_arguments(text, start):
    """The arguments of the call whose parenthesis opens before start."""
    depth, quoted, arguments, begin, i = 0, False, [], start, start
    while i < len(text):
        sign = text[i]
        if quoted:
            i += sign == '\\'
            quoted = sign != '"'
        elif sign == '"':
            quoted = True
        elif sign in '([{':
            depth += 1
        elif depth == 0 and sign in '),':
            arguments.append(text[begin:i].strip())
            begin = i + 1
            if sign == ')':
                return arguments
        elif sign in ')]}':
            depth -= 1
        i += 1
    return arguments


# The functions that take a code are those with a parameter “rule”; its place may differ from one to the next.
places = {}
for text in sources.values():
    for match in re.finditer(r'\b(\w+) \(', text):
        arguments = split_arguments(text, match.end())
        for place, argument in enumerate(arguments):
            if argument == 'const char *rule':
                places[match.group(1)] = place

codes, bad = {}, []
for path, text in sources.items():
    defined = dict(re.findall(r'#define (MUSTER_RULE_\w+) "([a-z-]+)"', text))
    found = list(defined.values())
    found += re.findall(r'\*?\brule = "([a-z-]+)"', text)
    found += re.findall(r'strcmp \(\w+->rule, "([a-z-]+)"\)', text)
    found += re.findall(r'\{ read_\w+, muster_identifier_check_\w+, "([a-z-]+)"', text)
    for match in re.finditer(r'\b(\w+) \(', text):
        place = places.get(match.group(1))
        arguments = split_arguments(text, match.end()) if place is not None else []
        if place is None or place >= len(arguments) or arguments[place].startswith('const '):
            continue
        literals = CODE.findall(arguments[place])
        found += literals
        if not literals and not re.fullmatch(r'(\*|\w+->)?rule|NULL|MUSTER_RULE_\w+', arguments[place]):
            bad.append(f'{path.name}: {match.group(1)} () is given “{arguments[place]}”; a code stands there as it is, or is called rule')
    for code in found:
        codes.setdefault(code, path.name)

titled = re.findall(r'^  \{ "([a-z-]+)", N_\("[^"]', TABLE.read_text(), re.M)
bad += [f'{codes[code]}: the code “{code}” has no title in {TABLE.name}' for code in sorted(set(codes) - set(titled))]
bad += [f'{TABLE.name}: nothing says “{code}”' for code in titled if code not in codes]
bad += [f'{TABLE.name}: “{code}” stands after “{before}”' for before, code in zip(titled, titled[1:]) if before >= code]
if len(codes) < 60 or len(places) < 8:
    bad.append(f'only {len(codes)} codes and {len(places)} functions were found: this test does not look right any more')

print('\n'.join(bad))
sys.exit(bool(bad))
