#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed window by keyboard alone, on the practice register: test-keyboard.py BUILD_DIR

Nothing here is pushed or clicked: keys are pressed, and what has the focus is asked of the accessibility bus. Every page that is seen on the way
must name all that can be reached on it.
"""
import os
import pathlib
import subprocess
import sys
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from desktop import Atspi, Window, wait_for  # noqa: E402

PROGRAM = pathlib.Path(sys.argv[1]) / 'install/bin/muster'


class Keyboard:
    def __init__(self):
        self.window = Window([str(PROGRAM), '--practice'])

    def focus(self):
        return self.window.focus()

    def wait_focus(self, role, name=None):
        wait_for(f'focus on {role} {name or ""}', lambda: self.focus()[0] in role and name in (None, self.focus()[1]))

    def resize(self, width, height):
        number = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.window.process.pid)], check=True, capture_output=True, text=True).stdout.split()[-1]
        subprocess.run(['xdotool', 'windowsize', '--sync', number, str(width), str(height)], check=True)

    def act(self, action, parameter=None):
        value = '[]' if parameter is None else f'[<{parameter}>]'
        subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.muster.Muster', '--object-path', '/org/muster/Muster/window/1', '--method',
                        'org.gtk.Actions.Activate', action, value, '{}'], check=True, stdout=subprocess.DEVNULL)

    def act_on_application(self, action):
        subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.muster.Muster', '--object-path', '/org/muster/Muster', '--method', 'org.gtk.Actions.Activate', action, '[]', '{}'],
                       check=True, stdout=subprocess.DEVNULL)

    def sign_in(self):
        """The accounts have the focus, and whoever types a name all the same writes it into its field."""
        wait_for('the accounts of the practice register', lambda: self.window.has('Who Do You Want to Be?'), 60)
        self.wait_focus(('list item',))
        self.window.type_here('alex')
        self.wait_focus(('text', 'entry'), 'Account')
        self.window.type_here('Tab', 'practice', 'Return')
        wait_for('window of Alex', lambda: self.window.has('Alex Amberg'), 30)
        self.act('show-section', "'roster'")
        wait_for('roster', lambda: self.first() is not None, 30)

    def lines(self):
        return self.window.all(('list item',), None, self.window.find('list', 'People'))

    def first(self):
        return next((node.get_name() for node in self.lines()), None)

    def search(self):
        """Down goes to the first hit and opens nothing; Return opens it, from the search as well."""
        window = self.window
        window.key('ctrl+f')
        self.wait_focus(('text', 'entry'), 'Search the roster')
        window.type_here('chandrekar dev')
        wait_for('one hit', lambda: (self.first() or '').startswith('Chandrekar') and len(list(self.lines())) == 1)
        window.key('Down')
        self.wait_focus(('list item',))
        assert self.focus()[1].startswith('Chandrekar'), self.focus()
        assert not window.has('Dev A. Chandrekar', ('heading',)), 'Down opened a person'
        window.key('Return')
        window.find('heading', 'Dev A. Chandrekar')
        self.wait_focus(('button', 'push button'), 'Back')  # the start of the page
        window.key('alt+Left')
        window.gone('Dev A. Chandrekar')
        self.act('show-section', "'import'")
        self.act('show-roster')
        self.wait_focus(('text', 'entry'), 'Search the roster')
        window.key('ctrl+a')
        window.type_here('ravi iyen', 'Return')
        window.find('heading', 'Ravi Iyengaran')
        window.key('alt+Left')
        window.key('ctrl+f', 'ctrl+a', 'BackSpace')
        wait_for('everybody', lambda: len(list(self.lines())) > 5)

    def sort(self):
        """The order is changed by its menu."""
        first = self.first()
        self.window.key('ctrl+shift+s')
        self.window.find('menu item', 'Descending')
        self.window.key('Up', 'Return')
        wait_for('order turned round', lambda: self.first() != first)
        assert self.first() > 'W', self.first()
        self.window.key('ctrl+shift+s')
        self.window.find('menu item', 'NPN')
        self.window.key('Down', 'Return')
        wait_for('order of agencies', lambda: 'Two Rivers' in self.first())

    def lock(self):
        """In a narrow window as well the password is what one types."""
        for width in (400, 1100):
            self.resize(width, 800)
            self.window.key('ctrl+l')
            self.window.find('dialog', 'Locked')
            self.wait_focus(('password text', 'text', 'entry'), 'Password')
            self.window.type_here('practice', 'Return')
            self.window.gone('Muster Is Locked')

    def lock_over_a_dialog(self):
        """Whoever leaves the desk in the middle of something locks, and goes on with it afterwards."""
        self.act_on_application('preferences')
        self.window.find('spin button', 'Minutes Without Use')
        self.window.key('ctrl+l')
        self.window.find('dialog', 'Locked')
        self.wait_focus(('password text', 'text', 'entry'), 'Password')
        self.window.type_here('practice', 'Return')
        self.window.find('spin button', 'Minutes Without Use')
        self.window.key('Escape')
        self.window.gone('Minutes Without Use')

    def sign_out(self):
        """Who comes next has the accounts under the keys."""
        self.act('sign-out')
        self.wait_focus(('list item',))
        self.window.key('Return')
        wait_for('window of Alex', lambda: self.window.has('Alex Amberg'), 30)

    def pages(self):
        """Every page names all that can be reached on it."""
        window = self.window
        for section in ('roster', 'season', 'actions', 'decisions', 'lists', 'import', 'rules', 'journal', 'accounts'):
            self.act('show-section', f"'{section}'")
            window.check_names(section)
        for action, ids in (('open-assister', (8, 26, 60, 120)), ('open-action', (1, 10)), ('open-decision', (1, 4))):
            for number in ids:
                self.act(action, f'int64 {number}')
                window.check_names(f'{action} {number}')
                self.act('back')
        for action in ('preferences', 'help', 'shortcuts', 'about', 'lock'):
            self.act_on_application(action)
            window.find('dialog', None)
            window.check_names(action)
            window.key('Escape')


def main():
    keyboard = Keyboard()
    for step in ('sign_in', 'search', 'sort', 'lock', 'lock_over_a_dialog', 'sign_out', 'pages'):
        try:
            getattr(keyboard, step)()
            print(f'ok {step}', flush=True)
        except Exception:
            traceback.print_exc()
            print(keyboard.focus(), keyboard.window.dump(), file=sys.stderr)
            if os.environ.get('MUSTER_TEST_PICTURE'):
                keyboard.window.picture(os.environ['MUSTER_TEST_PICTURE'])
            sys.exit(f'not ok {step}')
    keyboard.window.close()


main()
