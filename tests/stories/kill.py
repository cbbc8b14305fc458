#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 while a roster is imported and while a revocation is approved: kill.py MUSTERCTL ROUNDS

After every kill the register opens, verifies, and holds all or nothing of what was on its way; what was acknowledged is there.
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
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix='muster-kill-'))
REGISTER, PASSWORD = FOLDER / 'kill.muster', FOLDER / 'password'
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


def seconds_of(account, *arguments):
    start = time.monotonic()
    run(account, *arguments)
    return time.monotonic() - start


def check(expected_totals):
    total = run('robin', 'roster', '--limit', '1')['total']
    assert total in expected_totals, f'{total} people, not one of {expected_totals}'
    verified = run('robin', 'verify')
    assert verified['ok'], verified
    return total


def kill_imports():
    usual = seconds_of('alex', 'import', str(write_roster(0)))
    total = PEOPLE
    kept = 0
    for number in range(1, ROUNDS + 1):
        acknowledged = kill_during(CHANCE.uniform(0, usual * 1.1), 'alex', 'import', str(write_roster(number)))
        after = check([total + PEOPLE] if acknowledged else [total, total + PEOPLE])
        kept += after > total
        total = after
    return kept


def kill_approvals():
    usual = None
    for number in range(ROUNDS):
        person = f'p0.{number}@example.org'
        run('alex', 'certify', person, '--type', 'broker', '--on', '2026-01-05', '--reason', 'confirmed')
        decision = run('alex', 'revoke', 'propose', person, '--clause', 'COC-09', '--reason', 'A client list was sold.')['decision']
        if usual is None:
            usual = seconds_of('robin', 'revoke', 'approve', decision)
            continue
        acknowledged = kill_during(CHANCE.uniform(0, usual * 1.1), 'robin', 'revoke', 'approve', decision)
        state = run('robin', 'revoke', 'show', decision)['state']
        status = run('robin', 'show', person)['status']
        assert state in (['approved'] if acknowledged else ['approved', 'proposed']), state
        assert (status == 'revoked') == (state == 'approved'), f'{state}, but {status}'
        assert run('robin', 'verify')['ok']


def full_disk():
    """Writing stops in the middle of the import, as on a full disk."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        size = max(path.stat().st_size for path in REGISTER.iterdir()) + 40_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    total = run('robin', 'roster', '--limit', '1')['total']
    answer = run('alex', 'import', str(write_roster(10_000)), accept=(11,), preexec_fn=limit)
    assert answer['error']['code'] == 'storage', answer
    check([total])


def main():
    try:
        PASSWORD.write_text('kill test password\n')
        os.environ['LC_ALL'] = 'C.UTF-8'
        run('alex', 'init', '--agency', 'Riverside', '--no-keyring', '--recovery-file', str(FOLDER / 'recovery'))
        run('alex', 'account', 'add', 'robin', '--role', 'administrator', '--new-password-file', str(PASSWORD))
        kept = kill_imports()
        kill_approvals()
        full_disk()
        print(f'{ROUNDS} imports killed, {kept} of them had been committed; {ROUNDS - 1} approvals killed; a full disk')
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)


main()
