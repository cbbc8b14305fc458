#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a roster of invented people, the same for the same number: make-roster.py ROWS FILE"""
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


def main():
    count, path = int(sys.argv[1]), sys.argv[2]
    with open(path, 'w', newline='', encoding='utf-8') as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(rows(count))


main()
