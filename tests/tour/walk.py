# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One walk, on the desktop it is started on: walk.py BUILD_DIR DIR LOOK"""
import datetime
import gettext
import json
import os
import pathlib
import re
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'stories'))
from desktop import Window, wait_for  # noqa: E402

BUILD, FOLDER, LOOK = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
PROGRAM, TERMINAL = BUILD / 'install/bin/muster', BUILD / 'install/bin/musterctl'
DATA = pathlib.Path(__file__).resolve().parents[2] / 'data'
ROSTER = pathlib.Path(__file__).resolve().parent / 'partner-roster.csv'
HEADERS = ROSTER.read_text().splitlines()[3].split(',')
SETTLE = 0.9  # seconds for an animation to end; nothing depends on it but beauty


class Language:
    """What a page says in the look's language: a picture that is in English after all is an error, and so is a word that was left in it."""
    LEAST = 3  # words of the program on each page

    def __init__(self, name):
        words = gettext.translation('muster', BUILD / 'install/share/locale', [name])._catalog
        words = {key[0] if isinstance(key, tuple) else key: text for key, text in words.items() if key}
        self.words = words
        words = {self.plain(english.split('\4')[-1]): self.plain(text) for english, text in words.items()}
        self.translations = set(words.values())
        self.english = {english for english, text in words.items() if english != text} - self.translations

    @staticmethod
    def plain(text):
        return text.replace('_', '')

    def check(self, window, page, quoted=()):
        said = {node.get_name() for node in window.all()}.difference(quoted)
        left = said & self.english
        assert not left, f'{page}: in English still: {sorted(left)}'
        assert len(said & self.translations - self.english) >= self.LEAST, f'{page}: not in the language: {sorted(said)}'


class Walk:
    def __init__(self):
        self.number = 0
        self.language = Language('es') if LOOK == 'spanish' else None
        self.window = None
        self.password = pathlib.Path(os.environ['XDG_RUNTIME_DIR']) / 'password'
        self.password.write_text('practice\n')

    def open(self, *arguments):
        self.window = Window([str(PROGRAM), *arguments])
        self.window.key('super+Up')
        window = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--pid', str(self.window.process.pid)], capture_output=True, text=True).stdout.split()[-1]
        width, height = subprocess.run(['xdotool', 'getdisplaygeometry'], capture_output=True, text=True).stdout.split()
        subprocess.run(['xdotool', 'windowmove', window, '0', '0', 'windowsize', window, width, height], check=True)

    def picture(self, name, quoted=()):
        """@quoted: what the page quotes of a file."""
        time.sleep(SETTLE)
        self.number += 1
        self.window.picture(FOLDER / f'{LOOK}-{self.number:02d}-{name}.png')
        if self.language:
            self.language.check(self.window, name, quoted)

    def click(self, name, roles=('button', 'push button')):
        """Clicks what is called so; a page may be made anew meanwhile."""
        wait_for(name, lambda: self.window.click(self.window.find(roles, re.compile(name))) or True)

    def act(self, action, parameter=None):
        """Activates an action of the window, as a key or a menu would."""
        value = '[]' if parameter is None else f'[<{parameter}>]'
        subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.muster.Muster', '--object-path', '/org/muster/Muster/window/1', '--method',
                        'org.gtk.Actions.Activate', action, value, '{}'], check=True, stdout=subprocess.DEVNULL)

    def act_on_application(self, action):
        subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.muster.Muster', '--object-path', '/org/muster/Muster', '--method', 'org.gtk.Actions.Activate', action, '[]', '{}'],
                       check=True, stdout=subprocess.DEVNULL)

    def ask(self, *arguments):
        register = next(pathlib.Path(os.environ['XDG_CACHE_HOME']).glob('muster/practice-*.muster'))
        done = subprocess.run([str(TERMINAL), '--register', str(register), '--account', 'alex', '--password-file', str(self.password), '--json', *arguments],
                              check=True, capture_output=True, text=True, env={**os.environ, 'LANGUAGE': 'C'})
        return json.loads(done.stdout)

    def sign_in(self):
        self.open('--practice')
        wait_for('practice register', lambda: list(pathlib.Path(os.environ['XDG_CACHE_HOME']).glob('muster/practice-*.muster')), 60)
        wait_for('field for the password', lambda: sum(1 for _ in self.window.all(('text', 'entry', 'password text'))) >= 2, 60)
        self.picture('sign-in')
        self.window.type_here('alex', 'Tab', 'practice', 'Return')
        wait_for('main window', lambda: next(self.window.all(('list', 'list box')), None) is not None and not self.fields_of_sign_in(), 30)

    def fields_of_sign_in(self):
        return any(node.get_role_name() == 'password text' for node in self.window.all())

    def sections(self):
        for section in ('today', 'roster', 'season', 'incidents', 'actions', 'decisions', 'lists', 'import', 'rules', 'reports', 'journal', 'accounts'):
            self.act('show-section', f"'{section}'")
            self.picture(section)

    def season(self):
        """The lower part of the season: who is behind, and what would be left uncovered; and what leaves from there."""
        self.act('show-section', "'season'")
        title = self.word('What Would Be Left Uncovered')
        wait_for('what would be left uncovered', lambda: self.window.has(re.compile(f'^{title}$')))
        self.window.scroll_to(self.window.find('label', re.compile(f'^{self.word("Agencies without a navigator")}$')))
        self.picture('season-behind')

    def people(self):
        for status in ('certified', 'certified-restricted', 'revoked', 'applicant'):
            found = self.ask('roster', '--status', status, '--limit', '1')['assisters']
            if found:
                self.act('show-section', "'roster'")
                self.act('open-assister', f"int64 {found[0]['id'].removeprefix('P-')}")
                self.picture(f'assister-{status}')

    def requirements(self):
        """A license that ended; what is required; the form for its renewal."""
        found = self.ask('roster', '--search', 'greta.vogelhuber')['assisters'][0]
        self.act('show-section', "'roster'")
        self.act('open-assister', f"int64 {found['id'].removeprefix('P-')}")
        self.picture('requirements-no')
        title = self.word('Requirements')
        wait_for('requirements', lambda: self.window.has(re.compile(f'^{title}$')))
        self.window.scroll_to(self.window.find('button', re.compile(f'^{self.word("_Record…")}$')))
        self.picture('requirements')
        self.click(f'^{self.word("_Record…")}$')
        self.picture('evidence')
        self.window.key('Escape')

    def another_day(self):
        """The same person before the license ended, and the form that asks for a day."""
        found = self.ask('roster', '--search', 'greta.vogelhuber')['assisters'][0]
        then = datetime.date.today() - datetime.timedelta(days=200)
        self.act('show-section', "'roster'")
        self.act('open-assister-on', f"(int64 {found['id'].removeprefix('P-')}, '{then}', '')")
        self.picture('another-day')
        self.window.push(re.compile(f'^{self.word("_Change…")}$'), ('button', 'push button'))
        self.window.find('dialog', None)
        self.picture('choose-day')
        self.window.key('Escape')

    def origins(self):
        """Where a value comes from: asked of the row of the e-mail address, as by its keyboard."""
        found = self.ask('roster', '--status', 'certified', '--limit', '1')['assisters']
        self.act('show-section', "'roster'")
        self.act('open-assister', f"int64 {found[0]['id'].removeprefix('P-')}")
        time.sleep(3 * SETTLE)  # the window takes notice of who signed in elsewhere, and makes the page anew
        self.click('^(Where This Comes From|De dónde viene): (E-mail|Correo electrónico)$')
        self.picture('origin')
        self.window.key('Escape')

    def export(self):
        """The form from its first field on, and what of it lies below."""
        self.act('show-section', "'roster'")
        self.act('export-roster')
        self.picture('export')
        self.click('^(Identifiers|Identificadores)$', ('list item',))
        self.window.scroll_to(self.window.find('check box', re.compile('^(Admin ID|ID de administrador)$')))
        self.picture('export-columns')
        self.window.key('Escape')

    def lifecycle(self):
        """What is said before somebody leaves or goes to another agency, what a correction would leave, and a step for many."""
        people = self.ask('roster', '--type', 'navigator', '--may-assist', 'yes')['assisters']
        day = datetime.date.today().isoformat()
        alone = next((person for person in people if 'warnings' in self.ask('inactivate', person['id'], '--on', day, '--reason', 'Leaves', '--dry-run')), people[0])
        self.act('show-section', "'roster'")
        self.act('open-assister', f"int64 {alone['id'].removeprefix('P-')}")
        time.sleep(3 * SETTLE)  # as above
        for name, item in (('leaving', self.word('step\4Make Inactive') + '…'), ('transfer', self.word('Transfer to Another Agency…')), ('correction', self.word('Correct the Last Step…'))):
            self.choose(self.word('_Certification'), item)
            time.sleep(3 * SETTLE)  # what it leaves uncovered is found out beside
            self.picture(name)
            self.window.key('Escape')
        self.act('change-status')
        time.sleep(SETTLE)
        self.picture('batch')
        self.window.key('Escape')

    def choose(self, menu, item):
        """A menu that is opened while the dialog before it goes away closes with it: it is opened until it shows the item."""
        found = re.compile(f'^{item}$')

        def opened():
            if not self.window.has(found, ('menu item',)):
                self.window.click(self.window.find(('toggle button', 'button', 'push button'), re.compile(f'^{menu}$')))
                time.sleep(SETTLE)
            return self.window.has(found, ('menu item',))

        wait_for('the dialog before it to go', lambda: not self.window.dialogs())
        wait_for(f'menu item {item}', opened)
        self.click(f'^{item}$', ('menu item',))

    def word(self, english):
        """What the look's language has for it, to be found by; what is counted may be any number. Before a \\4 stands the context of the message."""
        text = self.language.words.get(english, english) if self.language else english
        return re.escape(text.split('\4')[-1].replace('_', '')).replace(re.escape("%'u"), '[0-9]+')

    def imports(self):
        """The steps of an import, and what each of them asks in a dialog; nothing of it is done."""
        self.act('import-file', f"'{ROSTER}'")
        self.click(f'^{self.word("How the File Is Read…")}', ('list item',))
        self.picture('import-reading', HEADERS)
        self.window.key('Escape')
        time.sleep(SETTLE)
        self.picture('import-columns', HEADERS)
        self.click(f'^{self.word("_Check Rows")}$')
        wait_for('problems', lambda: self.window.has(re.compile(f'^{self.word("Errors")}')))
        self.picture('import-problems')
        self.click(f'^{self.word("_Preview")}$')
        self.picture('import-preview')
        self.click('Abdirahman', ('list item', 'table row'))
        self.picture('import-row')
        self.window.key('Escape')
        self.click(f'^{self.word("_Missing from This File (%'u)…")}$')
        self.picture('import-missing')
        self.window.key('Escape')

    def undoing(self):
        """What undoing the first import of the practice register would leave as it is."""
        self.act('show-section', "'import'")
        self.click('^roster.csv', ('list item',))
        self.picture('import-record')
        self.click(f'^{self.word("_Undo This Import…")}$', ('list item', 'button', 'push button'))
        wait_for('plan of the undoing', lambda: self.window.has(re.compile(f'^{self.word("What Stays as It Is")}|^{self.word("Will Stay")}')))
        self.picture('import-undo')
        self.window.key('Escape')
        self.window.key('Escape')

    def conflicts(self):
        """What undoing an import would leave as it is, since somebody changed it after that."""
        people = self.ask('roster', '--status', 'certified', '--limit', '3')['assisters']
        path = pathlib.Path(os.environ['XDG_RUNTIME_DIR']) / 'new-phones.csv'
        rows = ['E-mail;Last Name;First Name;Phone']
        for n, person in enumerate(people):
            shown = self.ask('show', person['id'])
            rows.append(';'.join((shown['email'], shown['family_name'], shown['given_name'], f'612-555-016{n}')))
        path.write_text('\n'.join(rows) + '\n')
        self.ask('import', str(path), '--key', 'email')
        self.ask('person', 'edit', people[0]['id'], '--set', 'phone=612-555-0175', '--reason', 'Told us on the telephone')
        wait_for('import that was done elsewhere', lambda: self.window.has(re.compile('^new-phones.csv')))
        self.click('^new-phones.csv', ('list item',))
        self.click(f'^{self.word("_Undo This Import…")}$', ('list item', 'button', 'push button'))
        wait_for('plan of the undoing', lambda: self.window.has(re.compile(f'^{self.word("What Stays as It Is")}')))
        self.picture('import-undo-conflicts')
        self.window.key('Escape')
        self.window.key('Escape')

    def lists(self):
        """A public list, as it might be downloaded today, before anything of it is recorded; and whom it is about."""
        today = datetime.date.today()
        year = today.year + (today.month >= 11)
        path = pathlib.Path(os.environ['XDG_RUNTIME_DIR']) / 'registrations.csv'
        text = (DATA / 'practice' / 'registrations.csv').read_text()
        for n, word in enumerate(('@YEAR@', '@LAST@', '@BEFORE@')):
            text = text.replace(word, str(year - n))
        path.write_text(text)
        self.act('compare-list', f"'{path}'")
        time.sleep(SETTLE)
        self.picture('lists-preview')
        task = next(task for task in self.ask('reconcile', 'show', '1')['tasks'] if task['finding'] == 'npn-invalid')
        self.act('open-assister', f"int64 {task['person'].removeprefix('P-')}")
        self.picture('assister-task')
        self.act('back')

    def cases(self):
        for section, action, ids in (('incidents', 'open-incident', (1, 3, 4)), ('actions', 'open-action', (1, 4, 8, 10)), ('decisions', 'open-decision', (1, 2, 6))):
            self.act('show-section', f"'{section}'")
            for number in ids:
                self.act(action, f'int64 {number}')
                self.picture(f'{section}-{number}')
                if (section, number) == ('incidents', 3):
                    self.window.key('End')
                    self.picture('incidents-documents-and-closed-to')
                if (section, number) == ('decisions', 1):
                    self.bundle()
                self.act('back')

    def bundle(self):
        """What asks before a case is put together for a hearing, as a whole and redacted."""
        self.click(f'^{self.word("Hearing _Bundle…")}$')
        self.picture('decision-bundle')
        self.window.key('Escape')

    def reports(self):
        """Each report with its chart and table, and what asks before one is saved."""
        for title, name in (('Corrective Actions by Age', 'actions'), ('Incidents by Clause', 'incidents'), ('Decisions and Their Intervals', 'decisions'),
                            ('Reviews and Outcomes', 'reviews'), ('Like Cases, Alike', 'consistency'), ('The Roster on a Day', 'roster')):
            self.act('show-section', "'reports'")
            self.click(f'^{self.word(title)}', ('list item',))
            self.picture(f'report-{name}')
            if name == 'actions':
                self.window.key('ctrl+s')
                self.picture('report-save')
                self.window.key('Escape')
            self.act('back')

    def dialogs(self):
        for action, name in (('preferences', 'preferences'), ('help', 'help'), ('shortcuts', 'shortcuts'), ('about', 'about')):
            self.act_on_application(action)
            self.picture(name)
            self.window.key('Escape')
        self.act_on_application('lock')
        self.picture('locked')


def main():
    walk = Walk()
    walk.open()
    walk.picture('welcome')
    walk.window.kill()
    walk.sign_in()
    walk.sections()
    walk.season()
    walk.people()
    walk.requirements()
    walk.another_day()
    walk.origins()
    walk.export()
    walk.lifecycle()
    walk.undoing()
    walk.conflicts()
    walk.imports()
    walk.lists()
    walk.cases()
    walk.reports()
    walk.dialogs()
    walk.window.kill()


main()
