#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a registration completion list in which most brokers of make-roster.py are, and many others: make-list.py PEOPLE ROWS FILE"""
import random
import sys

HEADER = ('NPN,Applicable Plan Year,Individual Registration Completion Date,Individual Marketplace End Date,'
          'Shop Registration Completion Date,Shop End Date,NPN Valid (Current Plan Year Only)')


def row(chance, npn, year):
    last = year - 1
    day = f'{chance.randrange(8, 11):02d}/{chance.randrange(1, 29):02d}/{last}'
    shop = f'{day},10/31/{year}' if chance.random() < .3 else ','
    valid = '-' if year < 2026 else 'N' if chance.random() < .005 else 'Y'
    return f'{npn},{year},{day},10/31/{2099 if year == 2026 else year},{shop},{valid}\n'


def main():
    people, count, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    chance = random.Random(20261123)
    written = 0
    with open(path, 'w', newline='', encoding='utf-8') as file:
        file.write('Agent and broker registration\n\n' + HEADER + '\n')
        for n in range(people):
            if chance.random() < .98:
                file.write(row(chance, 1000000 + n * 7, 2026))
                file.write(row(chance, 1000000 + n * 7, 2025))
                written += 2
        for n in range(count - written):
            file.write(row(chance, 20000000 + n // 3 * 11, 2024 + n % 3))


main()
