#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The three stories, end to end, in the installed window, with a real session bus and keyring: test-window.py BUILD_DIR

An agency begins: its administrator creates the register and the accounts. Staff import a roster. A supervisor records a corrective action. An
administrator revokes a certification that another person proposed. Staff record the renewal of a license, and the answer turns. In the end the journal verifies.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from desktop import Atspi, Missing, Window, wait_for  # noqa: E402

BUILD = pathlib.Path(sys.argv[1])
PROGRAM, TERMINAL = BUILD / 'install/bin/muster', BUILD / 'install/bin/musterctl'
PASSWORD = 'a long quiet river'
ROSTER = '''Roster of the coming season,,,,,
LAST NAME,First Name,E-mail Address,NPN,Assister Type,Works At
LINDGREN,Solveig,solveig.lindgren@example.org,6045512,Broker,Riverside Health Access
"Vang-Thao","Mai Nhia",mai.vangthao@example.org,6045513,Broker,Riverside Health Access
Núñez,Álvaro,alvaro.nunez@example.org,6O45514,Broker,Riverside Health Access
Okafor,Ngozi,ngozi.okafor at example.org,6045516,Broker,Riverside Health Access
Broken,Row,not an address,6045515,Broker,Riverside Health Access
'''
PASTED = 'Name;E-mail\nSolveig Lindgren;solveig.lindgren@example.org\nNgozi Okafor;ngozi.okafor@example.org\n'
N_GOOD = 4  # of which two only once they are fixed


class Story:
    def __init__(self):
        self.folder = pathlib.Path(os.environ['XDG_RUNTIME_DIR'])
        self.password = self.folder / 'password'
        self.password.write_text(PASSWORD + '\n')
        self.register = None
        self.people = []  # as the file has them, by their NPN
        self.window = None

    def open(self):
        self.window = Window([str(PROGRAM)])

    def ctl(self, account, *arguments):
        """What the terminal says of the same register, beside the open window."""
        done = subprocess.run([str(TERMINAL), '--register', str(self.register), '--account', account, '--password-file', str(self.password), '--json', *arguments],
                              capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, f'{arguments}: {done.returncode} {done.stdout}{done.stderr}'
        return json.loads(done.stdout)

    def act(self, action, parameter):
        subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.muster.Muster', '--object-path', '/org/muster/Muster/window/1', '--method',
                        'org.gtk.Actions.Activate', action, f'[<{parameter}>]', '{}'], check=True, stdout=subprocess.DEVNULL)

    def sign_in(self, account):
        window = self.window
        window.type('Account', account)
        window.type('Password', PASSWORD)
        window.push('Sign In', ('button',))
        window.find(('list', 'list box'), 'Sections')

    def sign_out(self):
        subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.muster.Muster', '--object-path', '/org/muster/Muster/window/1', '--method',
                        'org.gtk.Actions.Activate', 'sign-out', '[]', '{}'], check=True, stdout=subprocess.DEVNULL)
        self.window.find('heading', 'Sign In')

    def create_register(self):
        window = self.window
        window.push('Create a Register…')
        window.type('Name of the Agency', 'Riverside Health Access')
        window.type('Full Name', 'Dana Whitcombe')
        window.type('Account Name', 'dana')
        window.type('Password', PASSWORD)
        window.type('Password Again', PASSWORD)
        window.push('Create Register')
        window.says('Do You Have It?')
        groups = dict(re.fullmatch(r'(\d+) (\w{4})', node.get_name()).groups() for node in window.all(('table cell',), re.compile(r'^\d+ \w{4}$')))
        for name in [node.get_name() for node in window.all(('text',), re.compile(r'^Group \d+$'))]:
            window.type(name, groups[name.split()[1]])
        window.push('Done')
        self.register = next(pathlib.Path(os.environ['XDG_DATA_HOME']).glob('muster/*.muster'))
        self.sign_in('dana')

    def add_accounts(self):
        window = self.window
        for name, role in (('kim', 'Staff'), ('sam', 'Supervisor'), ('robin', 'Administrator')):
            window.push('Accounts', ('list item',))
            window.push('Add an Account', ('button',))
            dialog = window.find('dialog', 'Add an Account')
            window.type('Full Name', f'{name.title()} of Riverside', within=dialog)
            window.type('Account Name', name, within=dialog)
            window.choose('Role', role)
            window.type('Password', PASSWORD, within=dialog)
            window.type('Password Again', PASSWORD, within=dialog)
            window.push('Add Account', ('button',), within=dialog)
            window.says(f'{name.title()} of Riverside')
            wait_for('end of the dialog', lambda: not window.has('Add an Account', ('dialog',)))
        assert {account['account']: account['role'] for account in self.ctl('dana', 'account', 'list')['accounts']} == {
            'dana': 'administrator', 'kim': 'staff', 'sam': 'supervisor', 'robin': 'administrator'}

    def import_roster(self):
        """Staff import a roster: a title above the header, a column of its own making, a name in capitals, two rows to be fixed, and one that cannot be."""
        window = self.window
        roster = self.folder / 'season.csv'
        roster.write_text(ROSTER)
        self.sign_in('kim')
        assert not window.has('Accounts') and not window.has('Journal'), 'staff are offered what they may not do'
        self.import_file(roster)
        self.undo_import()
        self.paste_rows()
        self.import_file(roster)
        window.push('Show Roster', ('button',))
        self.read_roster()
        people = self.ctl('dana', 'roster')
        assert people['total'] == N_GOOD and not any(person['may_assist'] for person in people['assisters']), people
        self.people = [int(person['id'].removeprefix('P-')) for person in sorted(people['assisters'], key=lambda person: person['npn'])]
        self.sign_out()

    def import_file(self, roster):
        window = self.window
        self.act('import-file', f"'{roster}'")
        self.map_column()
        window.push('Check Rows', ('button',))
        self.fix_rows()
        window.push('Preview', ('button',))
        window.says(re.compile('Rejected.*not an address'))
        window.push('Import the good rows all the same')
        window.push(re.compile(rf'^Import {N_GOOD} '), ('button',))
        window.says(f'{N_GOOD} People Imported')

    def map_column(self):
        """What the sender calls a column is found nowhere else: a person says what it holds."""
        window = self.window
        window.says('Remember for Next Time')
        window.check_names('the columns of a file')
        window.choose('Works At', 'Agency')
        wait_for('that the column is the agency', lambda: any(node.get_name() == 'Agency' for node in window.all(('label',), None, window.find('combo box', 'Works At'))))

    def fix_rows(self):
        """The letter O for a zero is a proposal to take; an address is typed as it should be."""
        window = self.window
        window.says(re.compile('not an address'))
        window.push('Take “6045514”', ('button',))
        window.gone('Take “6045514”')
        self.has_focus('the next problem', ('list item',), re.compile('Line'))
        row = window.find('list item', re.compile('ngozi.okafor at example.org'))
        window.push('Edit…', ('button',), within=row)
        dialog = window.find('dialog', re.compile('^Fix Line'))
        window.type('E-mail Address', 'ngozi.okafor@example.org', within=dialog)
        window.push('Fix', ('button',), within=dialog)
        window.gone(re.compile('ngozi.okafor at example.org'))
        self.has_focus('the next problem', ('list item',), re.compile('not an address'))

    def has_focus(self, what, roles, name):
        """Whoever works by keyboard is led on, and not back to the beginning of the page."""
        def find():
            return [node for node in self.window.all() if node.get_state_set().contains(Atspi.StateType.FOCUSED)]

        try:
            wait_for(f'focus on {what}', lambda: any(node in find() for node in self.window.all(roles, name)), 10)
        except Missing as missing:
            raise Missing(f'{missing}, but on ' + ', '.join(map(self.window.path, find()))) from None

    def undo_import(self):
        """Whoever the import made goes away again; the list of imports says so."""
        window = self.window
        window.push('Undo This Import…', ('button',))
        window.says('Will Be Removed')
        self.copy_rows('Reason (for the journal)')
        window.push('Undo', ('button',))
        window.says(re.compile('Undoing of .*season.csv'))
        self.has_focus('what one begins with', ('button', 'push button'), re.compile('Choose a File'))
        people = self.ctl('dana', 'roster')
        assert people['total'] == 0, people

    def copy_rows(self, field):
        """Copies rows, as from a letter, with what copies in a desktop without other programs: a field of several lines, empty again afterwards."""
        window = self.window
        node = window.type(field, PASTED)
        window.click(node)
        window.key('ctrl+a', 'ctrl+c', 'Delete')

    def paste_rows(self):
        """Rows from the clipboard are read as a file is; then somebody takes another file, and nothing of them was done."""
        window = self.window
        window.push('Paste Rows…', ('button',))
        window.says('Pasted text')
        window.says('UTF-8, separated by: semicolon')
        window.push('Check Rows', ('button',))
        window.find(('button',), 'Import 2 People')
        assert self.ctl('dana', 'roster')['total'] == 0

    def read_roster(self):
        """A line of the roster is heard whole, and is found at its place in the order that a header gives."""
        window = self.window
        person = window.find('list item', re.compile('^Lindgren, Solveig, Broker, Riverside Health Access, .+, may assist: No$', re.IGNORECASE))
        assert person.get_description() == 'NPN 6045512, E-mail solveig.lindgren@example.org', person.get_description()
        assert self.first_of_roster().startswith('lindgren'), self.first_of_roster()
        window.click(window.find('label', 'Name', window.find('tree table', 'Columns')))
        wait_for('order turned round', lambda: self.first_of_roster().startswith('vang-thao'))
        window.push(re.compile('^Núñez, Álvaro'), ('list item',))
        window.says('alvaro.nunez@example.org')
        window.push('Back', ('button',))

    def first_of_roster(self):
        people = self.window.find('list', 'People')
        return next(self.window.all(('list item',), None, people)).get_name().lower()

    def record_action(self):
        """A supervisor records a corrective action that stops the work at once."""
        window = self.window
        for number in self.people[:3]:
            self.ctl('dana', 'certify', f'P-{number}', '--type', 'broker', '--on', '2026-01-05', '--reason', 'Confirmed by the marketplace')
        person = self.people[0]
        assert self.ctl('dana', 'why', f'P-{person}')['may_assist']
        self.sign_in('sam')
        self.act('open-assister', f'int64 {person}')
        window.push('Open Corrective Action…', ('button',))
        dialog = window.find('dialog', 'Corrective Action')
        window.type('What was found', 'A list of clients went to a private address.', within=dialog)
        window.type('Search clauses', 'COC-09', within=dialog)
        window.gone(re.compile('^COC-01'))
        window.push(re.compile('^COC-09'), ('check box',), within=dialog)
        window.choose('Severity', 'S3  Serious: restriction and plan')
        window.push('Open Action', ('button',), within=dialog)
        window.says('CA-2026-0001' if self.year() == '2026' else f'CA-{self.year()}-0001')
        wait_for('the focus on the new page', lambda: window.focus()[1] == 'Back')
        window.push('Record Cause…', ('button',))
        dialog = window.find('dialog', re.compile('Cause'))
        window.type('Cause', 'Nobody had told her which addresses are safe.', within=dialog)
        window.push('Save', ('button',), within=dialog)
        window.says(re.compile('Nobody had told her'))
        window.push('Add Step…', ('button',))
        dialog = window.find('dialog', 'Add Step')
        window.type('What is to be done', 'Tell the clients, and delete the copies', within=dialog)
        window.type('Who does it', 'Solveig Lindgren', within=dialog)
        window.push('Add Step', ('button',), within=dialog)
        window.says(re.compile('Tell the clients'))
        why = self.ctl('dana', 'why', f'P-{person}')
        assert not why['may_assist'] and why['reasons'][0]['code'] == 'stop-work', why
        action = self.ctl('sam', 'action', 'list', '--open')['actions']
        assert len(action) == 1, action
        self.propose()
        self.sign_out()

    def year(self):
        return subprocess.run(['date', '+%Y'], capture_output=True, text=True, check=True).stdout.strip()

    def propose(self):
        """The supervisor proposes to revoke another person's certification."""
        window = self.window
        self.act('open-assister', f'int64 {self.people[1]}')
        window.push(re.compile('^Propose'), ('button',))
        dialog = window.find('dialog', re.compile('^Propose'))
        window.type('Search clauses', 'BRK-01', within=dialog)
        window.gone(re.compile('^COC-01'))
        window.push(re.compile('^BRK-01'), ('check box',), within=dialog)
        window.type(re.compile('^Facts and reason'), 'Two families were enrolled in plans they had not chosen.', within=dialog)
        window.type(re.compile('^Why at once'), 'Clients are at risk.', within=dialog)
        window.push('Propose', ('button',), within=dialog)
        window.says(re.compile(r'^RV-\d{4}-0001'))
        assert self.ctl('dana', 'revoke', 'list')['decisions'][0]['state'] == 'proposed'

    def record_evidence(self):
        """A license that ended says No; staff record its renewal, and the answer turns."""
        window = self.window
        person = self.people[2]
        year = int(self.year())
        self.ctl('dana', 'evidence', 'add', f'P-{person}', '--requirement', 'licence', '--on', '2024-02-01', '--expires', '2026-01-31')
        self.sign_in('kim')
        self.act('open-assister', f'int64 {person}')
        window.says('May assist today: No')
        window.says(re.compile('Minnesota producer license” held through Jan 31, 2026 only'))
        assert not window.has('Suspend…', ('button',)), 'staff are offered a suspension'
        window.push('Record…', ('button',))
        dialog = window.find('dialog', 'Record Evidence')
        window.choose('Requirement', 'Minnesota producer license')
        window.type('Through which day it holds', f'{year - 1}-01-31', within=dialog)
        window.push('Record', ('button',), within=dialog)
        window.says(re.compile('before it began'))
        window.type('Through which day it holds', f'{year + 2}-01-31', within=dialog)
        window.push('Record', ('button',), within=dialog)
        window.says('May assist today: Yes')
        window.says(f'As things stand, through Jan 31, {year + 2}')
        why = self.ctl('dana', 'why', f'P-{person}')
        assert why['may_assist'] and why['through'] == f'{year + 2}-01-31', why
        self.sign_out()

    def approve(self):
        """Another person approves; what was waiting for it takes effect."""
        window = self.window
        self.sign_in('robin')
        window.push('Decisions', ('list item',))
        self.act('open-decision', 'int64 1')
        window.push(re.compile('^Approve'), ('button',))
        dialog = window.find('dialog', None)
        window.push(re.compile('^Approve'), ('button',), within=dialog)
        window.says('Approved')
        decision = self.ctl('robin', 'revoke', 'show', self.ctl('robin', 'revoke', 'list')['decisions'][0]['decision'])
        assert decision['state'] == 'approved', decision
        person = self.ctl('robin', 'show', f'P-{self.people[1]}')
        assert person['status'] == 'revoked' and not person['may_assist'], person

    def verify(self):
        window = self.window
        window.push('Journal', ('list item',))
        window.push(re.compile('^Verify'), ('button',))
        window.says(re.compile('sound'))
        assert self.ctl('robin', 'verify')['ok']


def main():
    story = Story()
    for step in ('open', 'create_register', 'add_accounts', 'sign_out', 'import_roster', 'record_action', 'record_evidence', 'approve', 'verify'):
        try:
            getattr(story, step)()
            print(f'ok {step}', flush=True)
        except Exception:
            traceback.print_exc()
            print(story.window.dump() if story.window else '', file=sys.stderr)
            picture = os.environ.get('MUSTER_TEST_PICTURE')
            if picture and story.window:
                story.window.picture(picture)
            sys.exit(f'not ok {step}')
    story.window.close()


main()
