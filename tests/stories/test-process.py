#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From an incident to a reinstatement, twice: test-process.py BUILD_DIR

Incident, corrective action, a check that failed, the proposal, the second person, the notice, the request for review, the reversal, the reinstatement: once
by people in the installed window, driven through the accessibility bus, and once by a script at the terminal, in a register of its own. In the end both
journals tell of the same operations in the same order, by the same accounts.
"""
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import time
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from desktop import Window, wait_for  # noqa: E402

BUILD = pathlib.Path(sys.argv[1])
PROGRAM, TERMINAL = BUILD / 'install/bin/muster', BUILD / 'install/bin/musterctl'
PASSWORD = 'a long quiet river'
TODAY = datetime.date.today()
ACCOUNTS = {'robin': 'administrator', 'lee': 'administrator', 'sam': 'supervisor', 'kim': 'staff'}
AGENCY = 'Riverside Health Access'
STORY = 'A list of clients went to a private address.'
FINDING = 'The list went to an address outside of the agency.'
CAUSE = 'Nobody had told her which addresses are safe.'
STEP = 'Tell the clients, and delete the copies'
CRITERION = 'No list leaves for a private address in the month after.'
FAILED = 'Another list went out.'
REASON = 'Client lists went to a private address twice.'
AT_ONCE = 'Clients are at risk'
REQUEST = 'The second list was not hers.'
REVERSAL = 'A colleague sent the second list; the log shows it.'
SECOND_STEP = 'Send lists through the portal only'
INCIDENT_PAGE = ('incident', 1, f'IN-{TODAY.year}-0001')
ACTION_PAGE = ('action', 1, f'CA-{TODAY.year}-0001')
DECISION_PAGE = ('decision', 1, f'RV-{TODAY.year}-0001')
NO_DEEDS = ('sign-in', 'failed-sign-ins', 'look-at-case')


class Register:
    """A register, and what the terminal does and says in it."""

    def __init__(self, folder, path):
        self.folder, self.path = folder, path
        self.password = folder / 'password'
        self.password.write_text(PASSWORD + '\n')

    def __call__(self, account, *arguments):
        done = subprocess.run([str(TERMINAL), '--register', str(self.path), '--account', account, '--password-file', str(self.password), '--json', *map(str, arguments)],
                              capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, f'{arguments}: {done.returncode} {done.stdout}{done.stderr}'
        return json.loads(done.stdout)

    def begin(self, name):
        """An agency with its accounts, and a broker who may assist."""
        self('dana', 'init', '--agency', AGENCY, '--recovery-file', self.folder / f'recovery-{name}')
        for account, role in ACCOUNTS.items():
            self('dana', 'account', 'add', account, '--role', role, '--new-password-file', self.password)
        roster = self.folder / 'roster.csv'
        roster.write_text(f'Last Name,First Name,NPN,Assister Type,Agency\nLindgren,Solveig,6045512,Broker,{AGENCY}\n')
        self('dana', 'import', roster)
        person = self('dana', 'roster')['assisters'][0]['id']
        self('dana', 'certify', person, '--type', 'broker', '--on', '2026-01-05', '--reason', 'Confirmed by the marketplace')
        assert self('dana', 'why', person)['may_assist']
        return person

    def operations(self):
        """Who did what, in its order. A script signs in for each, and whoever works in the window sees the case that they work on."""
        entries = self('dana', 'journal', '--limit', '1000')['entries']
        return [(entry['account'], entry['operation']) for entry in sorted(entries, key=lambda entry: entry['entry']) if entry['operation'] not in NO_DEEDS]


class Terminal:
    """The story as a script tells it."""

    def __init__(self, register):
        self.register = register

    def letter(self, account, kind, about):
        number = self.register(account, 'letter', kind, about, '--output', self.register.folder / f'{kind}.pdf')['letter']
        self.register(account, 'letter', 'serve', number, '--method', 'by-hand', '--on', TODAY, '--result', 'received')

    def tell(self, person):
        do = self.register
        incident = do('kim', 'incident', 'record', '--on', TODAY, '--kind', 'security', '--text', STORY, '--person', person)['incident']
        do('kim', 'incident', 'edit', incident, '--clause', 'COC-09')
        for clock in do('sam', 'incident', 'show', incident)['clocks']:
            do('sam', 'incident', 'report', incident, '--duty', clock['duty'], '--told', 'The privacy party')
        do('sam', 'incident', 'finding', incident, '--clause', 'COC-09', '--finding', 'substantiated', '--note', FINDING)
        action = do('sam', 'action', 'open', person, '--clause', 'COC-09', '--severity', 'S3', '--finding', FINDING, '--incident', incident)['action']
        do('sam', 'action', 'cause', action, '--text', CAUSE)
        do('sam', 'action', 'step', action, '--add', STEP, '--owner', 'Solveig Lindgren')
        self.letter('sam', 'action-notice', action)
        do('sam', 'action', 'respond', action, '--acknowledged')
        do('sam', 'incident', 'close', incident, '--outcome', 'action', '--note', f'See {action}')
        do('sam', 'action', 'step', action, '--done', 1)
        do('robin', 'action', 'step', action, '--verify', 1)
        do('robin', 'action', 'check', action, '--criterion', CRITERION)
        do('robin', 'action', 'check', action, '--failed', '--note', FAILED)
        self.revoke(person, action)

    def revoke(self, person, action):
        do = self.register
        assert do('sam', 'action', 'show', action)['escalation'], 'a check that failed proposes nothing'
        decision = do('sam', 'revoke', 'propose', person, '--clause', 'COC-09', '--reason', REASON, '--action', action, '--immediate', AT_ONCE)['decision']
        do('robin', 'revoke', 'approve', decision)
        self.letter('robin', 'revocation', decision)
        do('robin', 'appeal', 'file', decision, '--route', 'mail', '--note', REQUEST)
        do('lee', 'appeal', 'decide', decision, '--outcome', 'reversed', '--reason', REVERSAL)
        self.letter('lee', 'review-reversed', decision)
        do('sam', 'action', 'step', action, '--add', SECOND_STEP, '--owner', 'Solveig Lindgren')
        do('sam', 'action', 'step', action, '--done', 2)
        do('robin', 'action', 'step', action, '--verify', 2)
        do('robin', 'action', 'check', action, '--waive', '--reason', REVERSAL)
        do('robin', 'action', 'close', action, '--outcome', 'completed', '--note', REVERSAL)


class Desktop:
    """The story as people tell it, in one window that they hand on."""

    def __init__(self, register, person):
        self.register, self.person = register, person
        self.window = None
        self.account = None
        self.n_letters = 0

    def act(self, action, *parameter):
        subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.muster.Muster', '--object-path', '/org/muster/Muster/window/1', '--method',
                        'org.gtk.Actions.Activate', action, f'[{"".join(f"<{value}>" for value in parameter)}]', '{}'], check=True, stdout=subprocess.DEVNULL)

    def sit_down(self, account):
        """Another person takes the place before the window."""
        window = self.window
        if self.account is not None:
            self.act('sign-out')
            window.find('heading', 'Sign In')
        window.type('Account', account)
        window.type('Password', PASSWORD)
        window.push('Sign In', ('button',))
        window.find(('list', 'list box'), 'Sections')
        self.account = account

    def go(self, kind, number, heading):
        self.act(f'open-{kind}', f'int64 {number}')
        self.see(heading)

    def see(self, heading):
        self.window.find('heading', re.compile(f'^{heading}'))

    def open_form(self, button, title):
        self.window.push(button, ('button',))
        return self.window.dialog(title)

    def send(self, dialog, verb, texts=()):
        """Fills the fields of a form and sends it off; what it refuses is told by the failure."""
        for name, text in dict(texts).items():
            self.window.type(name, text, within=dialog)
        title = dialog.get_name()
        self.window.push(verb, ('button',), within=dialog)
        wait_for(f'end of “{title}”', lambda: not self.window.dialogs(title))

    def choose(self, name, item):
        """A list that says so already is left alone: one of a single item does not open."""
        box = self.window.find('combo box', name)
        if next(self.window.all(('label',), item, box), None) is None:
            self.window.choose(name, item)

    def cite(self, dialog, clause):
        window = self.window
        window.type('Search clauses', clause, within=dialog)
        window.gone(re.compile('^COC-01'))
        window.push(re.compile(f'^{clause}'), ('check box',), within=dialog)

    def letter(self, kind, name):
        """It is created, saved, and handed over."""
        window = self.window
        dialog = self.open_form('Create…', 'Create a Letter')
        self.choose('Letter', kind)
        self.send(dialog, 'Create')
        save = window.dialog('Where the Document Goes')
        path = self.register.folder / f'{name}-here.pdf'
        window.type(re.compile('^Name'), str(path), within=save)
        self.send(save, 'Save')
        wait_for(f'file “{path}”', lambda: path.exists() and path.read_bytes().startswith(b'%PDF'))
        self.n_letters += 1
        dialog = self.open_form(f'Record How LT-{TODAY.year}-{self.n_letters:04} Was Served…', 'Record Service')
        self.choose('How it was served', 'By hand')
        self.choose('What is known of it', 'Received')
        self.send(dialog, 'Record')

    def record(self):
        self.sit_down('kim')
        self.act('record-incident')
        dialog = self.window.dialog('Record Incident')
        self.choose('Kind', 'Security incident')
        self.send(dialog, 'Record Incident', {'What happened': STORY, re.compile('^Whom it concerns'): '6045512'})
        self.see(INCIDENT_PAGE[-1])
        dialog = self.open_form('Complete…', 'Complete Incident')
        self.cite(dialog, 'COC-09')
        self.send(dialog, 'Save')

    def look_into(self):
        """What is to be reported is reported, and the clause gets its finding."""
        window = self.window
        self.sit_down('sam')
        self.go(*INCIDENT_PAGE)
        while window.has('Told…', ('button',)):
            n = len(list(window.all(('button',), 'Told…')))
            self.send(self.open_form('Told…', 'Record Report'), 'Record as Done', {'Who was told': 'The privacy party'})
            wait_for('that report', lambda: len(list(window.all(('button',), 'Told…'))) < n)
        dialog = self.open_form('Finding…', 'Record Finding')
        self.choose('Finding', 'Substantiated')
        self.send(dialog, 'Record Finding', {'What it rests on': FINDING})

    def correct(self):
        window = self.window
        dialog = self.open_form('Open Action…', 'Corrective Action')
        self.choose('Severity', 'S3  Serious: restriction and plan')
        self.send(dialog, 'Open Action', {'What was found': FINDING})
        self.see(ACTION_PAGE[-1])
        self.send(self.open_form('Record Cause…', 'Cause'), 'Save', {'Cause': CAUSE})
        self.add_step(STEP)
        self.letter('Notice of a corrective action', 'action')
        dialog = self.open_form('Response…', 'Record Response')
        self.choose('Response', 'Acknowledged the notice')
        self.send(dialog, 'Record')
        self.go(*INCIDENT_PAGE)
        dialog = self.open_form('Close…', 'Close Incident')
        self.choose('Outcome', 'Corrective action opened')
        self.send(dialog, 'Close Incident', {'What came of it': f'See CA-{TODAY.year}-0001'})
        self.go(*ACTION_PAGE)
        self.send(self.open_form('Done…', re.compile('Done')), re.compile('Done'))

    def add_step(self, what):
        self.send(self.open_form('Add Step…', 'Add Step'), 'Add Step', {'What is to be done': what, 'Who does it': 'Solveig Lindgren'})

    def check(self):
        """Another person verifies the step, plans the check, and finds that nothing got better."""
        window = self.window
        self.sit_down('robin')
        self.go(*ACTION_PAGE)
        self.send(self.open_form('Verify…', re.compile('Verif')), re.compile('Verif'))
        self.send(self.open_form('Plan Check…', 'Plan Check'), 'Plan', {'By what it is to be known': CRITERION})
        dialog = self.open_form('Record Result…', 'Record Check')
        self.choose('Result', 'It did not work')
        self.send(dialog, 'Record', {'What was found': FAILED})
        window.says('Escalation Proposed')

    def revoke(self):
        """The supervisor proposes; the administrator comes to the same window and approves with a password of their own."""
        window = self.window
        self.sit_down('sam')
        self.go(*ACTION_PAGE)
        dialog = self.open_form('Propose Decision…', 'Propose a Decision')
        self.cite(dialog, 'COC-09')
        window.push(re.compile(f'^CA-{TODAY.year}-0001'), ('check box',), within=dialog)
        self.send(dialog, 'Propose', {re.compile('^Facts and reason'): REASON, re.compile('^Why at once'): AT_ONCE})
        self.see(DECISION_PAGE[-1])
        dialog = self.open_form('Approve as a Second Person…', 'Approve')
        self.choose('Account', 'robin')
        self.send(dialog, 'Approve', {'Password': PASSWORD})
        window.says('Approved')

    def review(self):
        window = self.window
        self.sit_down('robin')
        self.go(*DECISION_PAGE)
        self.letter('Notice of revocation', 'revocation')
        dialog = self.open_form('Record Request for Review…', 'Request for Review')
        self.send(dialog, 'Record', {'What it says': REQUEST})
        self.sit_down('lee')
        self.go(*DECISION_PAGE)
        dialog = self.open_form('Decide Review…', 'Decide Review')
        self.choose('Outcome', 'Reversed')
        self.send(dialog, 'Decide', {'Reason, as the person will be told': REVERSAL})
        window.says('Reversed')
        self.letter('Outcome of a review: reversed', 'reversal')

    def reinstate(self):
        """What restricts the person ends with what was verified."""
        self.go('assister', self.person.removeprefix('P-'), 'Solveig Lindgren')
        self.sit_down('sam')
        self.go(*ACTION_PAGE)
        self.add_step(SECOND_STEP)
        self.send(self.open_form('Done…', re.compile('Done')), re.compile('Done'))
        self.sit_down('robin')
        self.go(*ACTION_PAGE)
        self.send(self.open_form('Verify…', re.compile('Verif')), re.compile('Verif'))
        self.send(self.open_form('Waive…', 'Waive Check'), 'Waive', {'Reason': REVERSAL})
        dialog = self.open_form('Close…', 'Close Corrective Action')
        self.send(dialog, 'Close Action', {'How it ended': REVERSAL})
        self.window.says('How It Ended')

    STEPS = ('record', 'look_into', 'correct', 'check', 'revoke', 'review', 'reinstate')


def end(register, person):
    """It ended well, and the journal is sound."""
    shown = register('dana', 'show', person)
    assert shown['may_assist'] and shown['status'] == 'certified', shown
    assert register('dana', 'verify')['ok']


def compare(window, terminal):
    for number, (one, other) in enumerate(zip(window, terminal)):
        assert one == other, f'operation {number + 1} is {one} in the window and {other} at the terminal; before it {window[:number]}'
    assert len(window) == len(terminal), f'{window[len(terminal):]} in the window only, {terminal[len(window):]} at the terminal only'


def fail(desktop):
    traceback.print_exc()
    print(desktop.window.dump() if desktop.window else '', file=sys.stderr)
    picture = os.environ.get('MUSTER_TEST_PICTURE')
    if picture and desktop.window:
        desktop.window.picture(picture)


def still_pages():
    """As for people whom movement disturbs; and nothing is looked for while it slides away."""
    folder = pathlib.Path(os.environ['XDG_CONFIG_HOME']) / 'gtk-4.0'
    folder.mkdir(parents=True)
    (folder / 'settings.ini').write_text('[Settings]\ngtk-enable-animations=false\n')


def main():
    began = time.monotonic()
    folder = pathlib.Path(os.environ['XDG_RUNTIME_DIR'])
    here = Register(folder, pathlib.Path(os.environ['XDG_DATA_HOME']) / 'muster/register.muster')
    there = Register(folder, folder / 'there.muster')
    person = there.begin('there')
    Terminal(there).tell(person)
    end(there, person)
    print(f'ok terminal, after {time.monotonic() - began:.0f} s', flush=True)

    desktop = Desktop(here, here.begin('here'))
    print(f'ok register, after {time.monotonic() - began:.0f} s', flush=True)
    still_pages()
    desktop.window = Window([str(PROGRAM)])
    for step in desktop.STEPS:
        try:
            getattr(desktop, step)()
            print(f'ok {step}, after {time.monotonic() - began:.0f} s', flush=True)
        except Exception:
            fail(desktop)
            sys.exit(f'not ok {step}')
    desktop.window.close()
    end(here, desktop.person)
    compare(here.operations(), there.operations())
    print('ok same operations', flush=True)


main()
