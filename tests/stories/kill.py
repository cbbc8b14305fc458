#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 while a roster is imported, while an import is undone and while a revocation is approved: kill.py MUSTERCTL ROUNDS

After every kill the register opens, verifies, and holds all or nothing of what was on its way; what was acknowledged is there. The same on a disk
that is full, however much still fits.
"""
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

MUSTERCTL, ROUNDS = sys.argv[1], int(sys.argv[2])
PEOPLE = 400
# So many imports go into one register before it begins anew: checking it takes longer with everybody who is in it.
IMPORTS = 20
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix='muster-kill-'))
REGISTER, BEGINNING, PASSWORD = FOLDER / 'kill.muster', FOLDER / 'beginning.muster', FOLDER / 'password'
CHANCE = random.Random(20261124)


def command(account, *arguments):
    return [MUSTERCTL, '--register', str(REGISTER), '--account', account, '--password-file', str(PASSWORD), '--json', *arguments]


def run(account, *arguments, accept=(0,), **options):
    done = subprocess.run(command(account, *arguments), capture_output=True, text=True, timeout=120, **options)
    assert done.returncode in accept, f'{arguments}: {done.returncode}\n{done.stdout}{done.stderr}'
    return json.loads(done.stdout) if done.stdout else {}


def kill_during(seconds, account, *arguments):
    """Starts a command and kills it after some time. Returns whether it had said that it was done."""
    process = subprocess.Popen(command(account, *arguments), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        output, _ = process.communicate(timeout=seconds)
        return process.returncode == 0 and bool(output)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return False


def write_roster(number):
    path = FOLDER / f'roster-{number}.csv'
    lines = ['Last Name,First Name,E-mail,NPN,Type,Agency']
    lines += [f'Person{number}x{i},Ana,p{number}.{i}@example.org,{1000000 + number * PEOPLE + i},Broker,Riverside' for i in range(PEOPLE)]
    path.write_text('\n'.join(lines) + '\n')
    return path


def begin_anew():
    shutil.rmtree(REGISTER, ignore_errors=True)
    shutil.copytree(BEGINNING, REGISTER)


def seconds_of(account, *arguments):
    start = time.monotonic()
    run(account, *arguments)
    return time.monotonic() - start


def moment(usual):
    """When to kill: the first part of the time goes by with the password."""
    return CHANCE.uniform(usual * 0.3, usual * 1.1)


def check(expected_totals):
    total = run('robin', 'roster', '--limit', '1')['total']
    assert total in expected_totals, f'{total} people, not one of {expected_totals}'
    verified = run('robin', 'verify')
    assert verified['ok'], verified
    return total


def kill_imports(usual):
    kept = 0
    for number in range(ROUNDS):
        if number % IMPORTS == 0:
            begin_anew()
            total = PEOPLE
        acknowledged = kill_during(moment(usual), 'alex', 'import', str(write_roster(1 + number)))
        after = check([total + PEOPLE] if acknowledged else [total, total + PEOPLE])
        kept += after > total
        total = after
    return kept


def kill_undoings():
    """One import after the other: undone, or back again, or as it was."""
    begin_anew()
    usual = seconds_of('alex', 'import', 'undo', '1')
    total, newest = 0, 2
    for _ in range(ROUNDS):
        acknowledged = kill_during(moment(usual), 'alex', 'import', 'undo', str(newest))
        other = PEOPLE - total
        after = check([other] if acknowledged else [total, other])
        records = run('robin', 'import', 'list')['imports']
        assert (records[0]['import'] > newest) == (after == other), f'{records[0]}, but {after} people'
        total, newest = after, records[0]['import']


def kill_approvals():
    begin_anew()
    usual = None
    for number in range(ROUNDS + 1):
        person = f'p0.{number}@example.org'
        run('alex', 'certify', person, '--type', 'broker', '--on', '2026-01-05', '--reason', 'confirmed')
        decision = run('alex', 'revoke', 'propose', person, '--clause', 'COC-09', '--reason', 'A client list was sold.')['decision']
        if usual is None:
            usual = seconds_of('robin', 'revoke', 'approve', decision)
            continue
        acknowledged = kill_during(moment(usual), 'robin', 'revoke', 'approve', decision)
        state = run('robin', 'revoke', 'show', decision)['state']
        status = run('robin', 'show', person)['status']
        assert state in (['approved'] if acknowledged else ['approved', 'proposed']), state
        assert (status == 'revoked') == (state == 'approved'), f'{state}, but {status}'
        assert run('robin', 'verify')['ok']


def fill_disk():
    """No file can grow beyond a size, as on a full disk: first hardly anything fits, in the end all of it."""
    begin_anew()
    roster = write_roster(10_000)
    size, refused, done = 8192, 0, False
    while not done:
        def limit(size=size):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        answer = run('alex', 'import', str(roster), accept=(0, 11), preexec_fn=limit)
        done = 'error' not in answer
        assert done or answer['error']['code'] == 'storage', answer
        check([PEOPLE * 2 if done else PEOPLE])
        refused += not done
        size *= 3
    return refused


def main():
    try:
        PASSWORD.write_text('kill test password\n')
        os.environ['LC_ALL'] = 'C.UTF-8'
        run('alex', 'init', '--agency', 'Riverside', '--no-keyring', '--recovery-file', str(FOLDER / 'recovery'))
        run('alex', 'account', 'add', 'robin', '--role', 'administrator', '--new-password-file', str(PASSWORD))
        usual = seconds_of('alex', 'import', str(write_roster(0)))
        REGISTER.rename(BEGINNING)
        kept = kill_imports(usual)
        kill_undoings()
        kill_approvals()
        refused = fill_disk()
        assert refused > 0, 'the disk was never full'
        print(f'{ROUNDS} imports killed, {kept} of them had been committed; {ROUNDS} undoings and {ROUNDS} approvals killed; the disk was full {refused} times')
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)


main()
