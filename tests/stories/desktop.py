# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the window as assistive technology does: what it finds, it finds by role and spoken name. Never sleeps for luck: it waits for a condition,
with a deadline."""
import os
import re
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

DEADLINE = float(os.environ.get('MUSTER_TEST_DEADLINE', '25'))
TEXT_ROLES = ('text', 'entry', 'password text')
PUSHABLE = ('button', 'push button', 'toggle button', 'menu item', 'radio button', 'check box', 'switch', 'list item', 'combo box', 'radio menu item', 'check menu item', 'link', 'table row', 'table cell', 'page tab')

NAMELESS = ('scroll pane', 'panel', 'list')  # frames of the toolkit around what is named


class Missing(AssertionError):
    pass


def wait_for(what, condition, deadline=None):
    """The first true value of condition(); fails saying `what` after the deadline."""
    end = time.monotonic() + (deadline or DEADLINE)
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None  # it went away while we looked
        if value:
            return value
        if time.monotonic() > end:
            raise Missing(f'there is no {what}')
        time.sleep(0.05)


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node, depth=-1):
    """Everything that shows, from the top; so deep, if that is said."""
    try:
        yield node
        for child in children(node) if depth != 0 else ():
            if child.get_state_set().contains(Atspi.StateType.SHOWING):
                yield from walk(child, depth - 1)
    except GLib.Error:
        return


def fits(text, wanted):
    return wanted is None or (wanted.search(text or '') is not None if isinstance(wanted, re.Pattern) else (text or '') == wanted)


def extents(node):
    return node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)


def middle(node):
    box = extents(node)
    return box.x + box.width // 2, box.y + box.height // 2


class Window:
    """A running program and its window."""

    def __init__(self, command, environment=None):
        self.process = subprocess.Popen(command, env={**os.environ, **(environment or {})})
        self.application = wait_for('window of Muster', self._find_application, 40)

    def _find_application(self):
        if self.process.poll() is not None:
            raise Missing(f'the program ended with {self.process.returncode}')
        for application in children(Atspi.get_desktop(0)):
            if application.get_process_id() == self.process.pid and application.get_child_count() > 0:
                return application
        return None

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise

    def kill(self):
        self.process.kill()
        self.process.wait()

    def top(self):
        """The topmost window: a dialog of its own before the window behind it."""
        return list(children(self.application))[-1]

    def all(self, roles=None, name=None, within=None):
        for node in walk(within or self.application):
            try:
                if (roles is None or node.get_role_name() in roles) and fits(node.get_name(), name):
                    yield node
            except GLib.Error:
                continue

    def find(self, roles, name, within=None, deadline=None):
        roles = (roles,) if isinstance(roles, str) else roles
        return wait_for(f'{roles} called {name!r}', lambda: next(self.all(roles, name, within), None), deadline)

    def has(self, name, roles=None):
        """Whether it shows now."""
        return next(self.all(roles, name), None) is not None

    def dialogs(self, title=None):
        """Those that are open: they lie near the top, so that no page needs to be read for them."""
        return [node for node in walk(self.application, 4) if node.get_role_name() == 'dialog' and fits(node.get_name(), title)]

    def dialog(self, title):
        return wait_for(f'dialog {title!r}', lambda: self.dialogs(title))[-1]

    def says(self, text, deadline=None):
        """Waits until something that shows is called so, or says so."""
        wanted = text if isinstance(text, re.Pattern) else re.compile(re.escape(text))
        return wait_for(f'text {wanted.pattern!r}', lambda: next(self.all(None, wanted), None), deadline)

    def unnamed(self):
        """What can be reached, or is an item of a list, and says nothing to whoever does not see it."""
        for node in self.all():
            states = node.get_state_set()
            if (states.contains(Atspi.StateType.FOCUSABLE) or node.get_role_name() == 'list item') and not (node.get_name() or '').strip() and node.get_role_name() not in NAMELESS:
                yield node

    def check_names(self, page):
        """Fails where something on the page has no name; a page that is still coming gets its time."""
        try:
            wait_for(f'page on which all is named: {page}', lambda: next(self.unnamed(), None) is None, 5)
        except Missing as missing:
            raise Missing(f'{missing}: ' + ', '.join(self.path(node) for node in self.unnamed())) from None

    @staticmethod
    def path(node):
        """A node by its role and the names around it."""
        around, parent = [], node.get_parent()
        while parent is not None:
            around += [parent.get_name()] if parent.get_name() else []
            parent = parent.get_parent()
        inside = [child.get_name() for child in walk(node) if child.get_name()]
        return f'a {node.get_role_name()} of “{" < ".join(around[:3])}” with {inside}'

    def gone(self, name, deadline=None):
        wait_for(f'end of {name!r}', lambda: not self.has(name), deadline)

    def push(self, name, roles=PUSHABLE, within=None, deadline=None):
        """Activates what is called so, once it can be."""
        def find_sensitive():
            for node in self.all(roles, name, within):
                if node.get_state_set().contains(Atspi.StateType.SENSITIVE):
                    return node
            return None

        node = wait_for(f'{name!r} to push', find_sensitive, deadline)
        self.activate(node)
        return node

    def activate(self, node):
        for index in range(node.get_n_actions() if node.is_action() else 0):
            if Atspi.Action.get_action_name(node, index) in ('click', 'activate', 'toggle'):
                node.do_action(index)
                return
        self.click(node)

    def click(self, node):
        """Presses the pointer on the middle of something: rows of a list have no action that assistive technology could name."""
        self.scroll_to(node)
        x, y = middle(node)
        self.pointer(x, y, 'click', '1')

    def pointer(self, x, y, *more):
        window = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)], check=True, capture_output=True, text=True).stdout.split()[-1]
        subprocess.run(['xdotool', 'mousemove', '--window', window, str(x), str(y), 'sleep', '0.1', *more], check=True)

    def scroll_to(self, node):
        """Turns the wheel until it lies in what shows of the lists around it, from the outermost on."""
        panes, parent = [], node.get_parent()
        while parent is not None:
            if parent.get_role_name() == 'scroll pane':
                panes.insert(0, parent)
            parent = parent.get_parent()
        for number, pane in enumerate(panes):
            self.scroll_pane(pane, panes[number + 1] if number + 1 < len(panes) else node)

    def scroll_pane(self, pane, node):
        for _ in range(60):
            around = extents(pane)
            _, y = middle(node)
            if around.y + 20 < y < around.y + around.height - 20:
                return
            self.pointer(around.x + 12, around.y + around.height // 2, 'click', '5' if y > around.y + 20 else '4')

    def type(self, name, text, roles=TEXT_ROLES, within=None):
        """Fills the field called so, in place of what was there."""
        node = self.find(roles, name, within)
        if not node.is_editable_text() or not node.set_text_contents(text):
            self.click(node)
            self.key('ctrl+a')
            subprocess.run(['xdotool', 'type', '--delay', '2', '--', text], check=True)
        return node

    def choose(self, name, item):
        """Opens the list called so and takes an item of it, by keyboard."""
        box = self.find('combo box', name)
        items = self.open_list(name, box)
        if item in items:
            self.key('Home', *['Down'] * items.index(item), 'Return')
        else:
            self.key('Home')  # a long list shows a part of itself
            for _ in range(60):
                if self.words_in_focus(box) == item:
                    break
                self.key('Down')
            self.key('Return')
        wait_for(f'end of the list of {name!r}', lambda: self.items_of(box) is None)

    def open_list(self, name, box):
        """The first press may only have closed the list that was open before."""
        for seconds in (DEADLINE / 4, DEADLINE):
            self.click(box)
            try:
                return wait_for(f'list of {name!r}', lambda: self.items_of(box), seconds)
            except Missing as missing:
                last = missing
        raise last

    def focus(self):
        """What has the focus: its role, and its name or that of the field around it."""
        for node in self.all():
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return node.get_role_name(), node.get_name()
        return None, None

    def words_in_focus(self, box):
        """What the item that the keyboard is on says."""
        row = next((node for node in walk(box) if node.get_role_name() == 'list item' and node.get_state_set().contains(Atspi.StateType.FOCUSED)), None)
        return next((node.get_name() for node in walk(row) if node.get_role_name() == 'label'), None) if row is not None else None

    def items_of(self, box):
        """The words in the list that opened below a box; the first list is what the box shows when it is closed."""
        lists = [node for node in walk(box) if node.get_role_name() in ('list', 'list box')]
        return [label.get_name() for label in walk(lists[-1]) if label.get_role_name() == 'label'] if len(lists) > 1 else None

    def key(self, *keys):
        """Presses keys as a person does, on whatever has the focus."""
        subprocess.run(['xdotool', 'key', '--delay', '15', '--', *keys], check=True)

    def type_here(self, *parts):
        """Types texts and presses keys, one after the other, wherever the focus is."""
        for part in parts:
            if part in ('Tab', 'Return', 'Escape', 'Down', 'Up', 'space'):
                self.key(part)
            else:
                subprocess.run(['xdotool', 'type', '--delay', '4', '--', part], check=True)

    def picture(self, path):
        """Takes a picture of the screen."""
        subprocess.run(['import', '-window', 'root', str(path)], check=True)

    def dump(self, node=None, depth=0, lines=None):
        """What shows, as text, for a message of failure."""
        lines = [] if lines is None else lines
        node = node or self.application
        try:
            if node.get_name() or depth < 2:
                lines.append(f'{"  " * depth}{node.get_role_name()}: {node.get_name()!r}')
            for child in children(node):
                if child.get_state_set().contains(Atspi.StateType.SHOWING):
                    self.dump(child, depth + 1, lines)
        except GLib.Error:
            pass
        return '\n'.join(lines)
