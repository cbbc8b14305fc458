#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may assist, and by which rules, in the installed window: test-renewal.py BUILD_DIR

A broker's license ended; staff record its renewal, and the answer turns. An administrator opens rules that the agency changed, sees whose answer
they would change and why, adopts them, and the answer turns; the course that they ask for turns it back.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from desktop import Window, wait_for  # noqa: E402

BUILD = pathlib.Path(sys.argv[1])
PROGRAM, TERMINAL = BUILD / 'install/bin/muster', BUILD / 'install/bin/musterctl'
PASSWORD = 'a long quiet river'
COURSE = 'Broker certification course'
TITLE = 'Riverside, with the course on file'


class Story:
    def __init__(self):
        self.folder = pathlib.Path(os.environ['XDG_RUNTIME_DIR'])
        self.password = self.folder / 'password'
        self.password.write_text(PASSWORD + '\n')
        self.register = pathlib.Path(os.environ['XDG_DATA_HOME']) / 'muster/register.muster'
        self.year = int(subprocess.run(['date', '+%Y'], capture_output=True, text=True, check=True).stdout)
        self.person = None
        self.window = None

    def ctl(self, account, *arguments):
        """What the terminal does and says on the same register, beside the open window."""
        done = subprocess.run([str(TERMINAL), '--register', str(self.register), '--account', account, '--password-file', str(self.password), '--json', *arguments],
                              capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, f'{arguments}: {done.returncode} {done.stdout}{done.stderr}'
        return json.loads(done.stdout)

    def act(self, action, *parameter):
        subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.muster.Muster', '--object-path', '/org/muster/Muster/window/1', '--method',
                        'org.gtk.Actions.Activate', action, f'[{"".join(f"<{value}>" for value in parameter)}]', '{}'], check=True, stdout=subprocess.DEVNULL)

    def begin(self):
        """An agency with one broker, certified by what the marketplace wrote."""
        self.ctl('dana', 'init', '--agency', 'Riverside Health Access', '--recovery-file', str(self.folder / 'recovery'))
        self.ctl('dana', 'account', 'add', 'kim', '--role', 'staff', '--new-password-file', str(self.password))
        roster = self.folder / 'roster.csv'
        roster.write_text('Last Name,First Name,NPN,Assister Type,Agency\nOkafor,Ngozi,6045516,Broker,Riverside Health Access\n')
        self.ctl('dana', 'import', str(roster))
        self.person = self.ctl('dana', 'roster')['assisters'][0]['id']
        self.ctl('dana', 'certify', self.person, '--type', 'broker', '--on', '2026-01-05', '--reason', 'Confirmed by the marketplace')
        self.ctl('dana', 'evidence', 'add', self.person, '--requirement', 'licence', '--on', '2024-02-01', '--expires', '2026-01-31')
        self.window = Window([str(PROGRAM)])

    def sign_in(self, account):
        window = self.window
        window.type('Account', account)
        window.type('Password', PASSWORD)
        window.push('Sign In', ('button',))
        window.find(('list', 'list box'), 'Sections')

    def sign_out(self):
        self.act('sign-out')
        self.window.find('heading', 'Sign In')

    def open_person(self):
        self.act('open-assister', f'int64 {self.person.removeprefix("P-")}')

    def why(self):
        return self.ctl('dana', 'why', self.person)

    def record(self, requirement, texts):
        """Fills the form for evidence as a person does, and records."""
        window = self.window
        window.push('Record…', ('button',))
        dialog = window.find('dialog', 'Record Evidence')
        window.choose('Requirement', requirement)
        for name, text in texts.items():
            window.type(name, text, within=dialog)
        window.push('Record', ('button',), within=dialog)

    def renew_licence(self):
        window = self.window
        self.sign_in('kim')
        self.open_person()
        window.says('May assist today: No')
        window.says(re.compile('Minnesota producer license” held through Jan 31, 2026 only'))
        self.record('Minnesota producer license', {'Through which day it holds': f'{self.year + 2}-01-31'})
        window.says('May assist today: Yes')
        assert self.why()['may_assist']
        window.push('Rules', ('list item',))
        window.says('Other Rule Packs')
        self.sign_out()

    def write_rules(self):
        """A copy of the rules in force by which the certification of the marketplace does not stand for the course any more."""
        name = self.why()['rule_pack']
        text = self.ctl('dana', 'rules', 'show', name, '--source')['source']
        head, requirement = text.split('[requirement broker-course]')
        text = re.sub('(?m)^Name=.*$', 'Name=riverside', re.sub(r'(?m)^Title=.*$', f'Title={TITLE}', head, count=1), count=1)
        pack = self.folder / 'riverside.rules'
        pack.write_text(text + '[requirement broker-course]' + requirement.replace('Implied=true', 'Implied=false', 1))
        return pack

    def choose_file(self, title, path):
        """Enters a file into the dialog of the toolkit, once that has the keyboard."""
        window = self.window
        dialog = window.find('dialog', title)

        def find_entry():
            entry = next(window.all(('text', 'entry'), None, dialog), None)
            if entry is None:
                window.key('ctrl+l')
            return entry

        entry = wait_for('entry for a file', find_entry)
        assert entry.set_text_contents(str(path)), 'the entry for a file takes no text'
        window.push('Open', ('button',), within=dialog)
        window.gone(title)

    def see_difference(self):
        """Whose answer changes, and why, is seen before anything is adopted, and nothing is changed by looking."""
        window = self.window
        pack = self.write_rules()
        self.sign_in('dana')
        window.push('Rules', ('list item',))
        window.push('Open a File…', ('button',))
        self.choose_file('Choose a Rule Pack', pack)
        window.says(TITLE)
        window.push('See What Changes…', ('button',))
        window.says('May assist by the rules in force: 1. By these: 0.')
        row = window.find('list item', 'Okafor, Ngozi', window.find('list', 'People whose answer changes'))
        window.find('label', 'May no longer assist', row)
        window.find('label', re.compile(f'After: May not assist. Missing: {COURSE}'), row)
        window.check_names('What Changes')
        assert self.why()['may_assist'] and self.why()['rule_pack'] != 'riverside', self.why()

    def adopt(self):
        window = self.window
        window.push('Adopt…', ('button',))
        dialog = window.find('dialog', 'Adopt Rule Pack')
        window.says(re.compile('The answer of 1 person changes'))
        window.type('Reason', 'The board wants the course on file', within=dialog)
        window.push('Adopt', ('button',), within=dialog)
        window.says('In Force')
        wait_for('the new rules in force', lambda: self.why()['rule_pack'] == 'riverside')
        self.open_person()
        window.says('May assist today: No')
        window.says(re.compile(f'“{COURSE}”'))
        why = self.why()
        assert not why['may_assist'] and [reason['requirement'] for reason in why['reasons']] == ['broker-course'], why

    def cure(self):
        """What the new rules ask for is recorded, and the answer turns again."""
        window = self.window
        self.record(COURSE, {'Score in percent': '85'})
        window.says('May assist today: Yes')
        assert self.why()['may_assist'], self.why()
        assert self.ctl('dana', 'verify')['ok']


def main():
    story = Story()
    for step in ('begin', 'renew_licence', 'see_difference', 'adopt', 'cure'):
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
