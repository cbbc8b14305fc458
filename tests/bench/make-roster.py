#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a roster of invented people, the same for the same number: make-roster.py ROWS FILE [--wide]

It has twelve columns; with --wide twenty, all of which Muster keeps.
"""
import csv
import random
import sys

GIVEN = ('Ana Maria Erik Ingrid Mai Pao Kia Tou Amina Fatuma Abdi Hodan José Luis Lucía Carmen Thu Minh Linh Karl '
         'Greta Sven Astrid Naw Eh Paw Winona Isaac Ruth Noah Olivia Emma Liam Zoë Søren Chloé Björn Nguyệt').split()
FAMILY = ('Lindqvist Olson Johnson Moua Vang Xiong Yang Warsame Hassan Farah Ali García Hernández Núñez Nguyen Trần '
          'Schmidt Bauer Larsen Nielsen Htoo Moo LaDuke Whitebear Okafor Adeyemi O’Brien Smith-Jones Peterson Dahl').split()
COUNTIES = 'Hennepin Ramsey Dakota Anoka Washington Olmsted Stearns Scott Carver Beltrami Cass Itasca Mower Nobles'.split()
LANGUAGES = ['English', 'English; Spanish', 'English; Hmong', 'English; Somali', 'English; Karen', 'English; Vietnamese']
TYPES = ['Broker', 'Broker', 'Broker', 'Navigator', 'CAC', 'Support staff']
HEADER = ['Last Name', 'First Name', 'Middle Name', 'E-mail Address', 'Phone Number', 'National Producer Number (NPN)', 'Assister ID',
          'Training ID', 'Assister Type', 'Agency Name', 'County', 'Languages']
WIDE = ['Suffix', 'Other Phone', 'Admin ID', 'License Number', 'License Expiration Date', 'Certification Status', 'Certified On', 'Certified Through']


def code(number, width):
    letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    text = ''
    for _ in range(width):
        number, digit = divmod(number, len(letters))
        text = letters[digit] + text
    return text


def rows(count):
    chance = random.Random(20261123)
    for n in range(count):
        given, family, kind = chance.choice(GIVEN), chance.choice(FAMILY), chance.choice(TYPES)
        mail = f'{given[0]}{family}.{n}@example.org'.lower().encode('ascii', 'ignore').decode()
        broker = kind in ('Broker', 'Support staff')
        yield [family, given, chance.choice('ABCDEFGHJKLM') if chance.random() < .5 else '', mail,
               f'(612) 555-{chance.randrange(10000):04d}', str(1000000 + n * 7) if broker else '', '' if broker else code(n + 7_000_000, 9),
               code(n + 900_000, 7), kind, f'Agency {chance.randrange(max(1, count // 200)):04d} of Minnesota', chance.choice(COUNTIES),
               chance.choice(LANGUAGES)]


def wide_rows(count):
    chance = random.Random(20261128)
    for n, row in enumerate(rows(count)):
        day = f'{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}'
        licence = [str(40000000 + n * 3), f'2033-{day}'] if row[5] else ['', '']
        yield row + [chance.choice(['', '', '', '', 'Jr.', 'III']), f'(651) 555-{chance.randrange(10000):04d}' if chance.random() < .3 else '',
                     code(n + 3_000_000, 8) if row[8] == 'Support staff' else '', *licence,
                     chance.choice(['Active', 'Active', 'Active', 'Inactive', 'Pending']), f'2025-{day}', f'2033-{day}']


def main():
    count, path, is_wide = int(sys.argv[1]), sys.argv[2], '--wide' in sys.argv[3:]
    with open(path, 'w', newline='', encoding='utf-8') as file:
        writer = csv.writer(file)
        writer.writerow(HEADER + WIDE if is_wide else HEADER)
        writer.writerows(wide_rows(count) if is_wide else rows(count))


main()
