#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""muster --background on a session bus, with a desktop that shows notifications: test-background.py BUILD_DIR

One notification a day, after days off too; what it says may stand on a locked screen; a click on it opens the window, and the window closes without it.
"""
import datetime
import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from desktop import Atspi, children, wait_for  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402

PROGRAM = pathlib.Path(sys.argv[1]) / 'install/bin/muster'
STATE = pathlib.Path(os.environ['XDG_STATE_HOME']) / 'muster/reminders'
INTERFACE = '''<node><interface name="org.freedesktop.Notifications">
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/></method>
</interface></node>'''


class Desktop:
    """Shows notifications, and remembers them."""

    def __init__(self):
        self.shown = []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        node = Gio.DBusNodeInfo.new_for_xml(INTERFACE)
        self.bus.register_object('/org/freedesktop/Notifications', node.interfaces[0], self.called)
        Gio.bus_own_name_on_connection(self.bus, 'org.freedesktop.Notifications', Gio.BusNameOwnerFlags.NONE, None, None)
        self.wait('name on the bus', lambda: self.has_owner('org.freedesktop.Notifications'))

    def called(self, bus, sender, path, interface, method, parameters, invocation):
        if method == 'Notify':
            self.shown.append((parameters.unpack()[3], parameters.unpack()[4], str(parameters.unpack())))
            invocation.return_value(GLib.Variant('(u)', (len(self.shown),)))
        elif method == 'GetCapabilities':
            invocation.return_value(GLib.Variant('(as)', (['body', 'actions'],)))
        elif method == 'GetServerInformation':
            invocation.return_value(GLib.Variant('(ssss)', ('Test', 'Muster', '1', '1.2')))
        else:
            invocation.return_value(None)

    def has_owner(self, name):
        answer = self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner', GLib.Variant('(s)', (name,)), None,
                                    Gio.DBusCallFlags.NONE, -1, None)
        return answer.unpack()[0]

    def wait(self, what, condition):
        def pump():
            while GLib.MainContext.default().iteration(False):
                pass
            return condition()

        return wait_for(what, pump)

    def click(self):
        self.bus.emit_signal(None, '/org/freedesktop/Notifications', 'org.freedesktop.Notifications', 'ActionInvoked', GLib.Variant('(us)', (len(self.shown), 'default')))
        self.bus.flush_sync(None)


def day(ago):
    return (datetime.date.today() - datetime.timedelta(days=ago)).isoformat()


def switch_on():
    """As the settings of the test's own home folder keep it."""
    path = pathlib.Path(os.environ['XDG_CONFIG_HOME']) / 'glib-2.0/settings/keyfile'
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[org/muster/Muster]\nremind-daily=true\n')


def was_away(ago, counts):
    STATE.parent.mkdir(parents=True, exist_ok=True)
    STATE.write_text(f'[Reminders]\nreminded={day(ago)}\n\n[Register 6fd8a1]\nmade={day(ago)}\ncounts={counts}\n')


def n_windows(process):
    return sum(application.get_child_count() for application in children(Atspi.get_desktop(0)) if application.get_process_id() == process.pid)


def test_off():
    """What may still start it finds nothing to stay for."""
    ended = subprocess.run([PROGRAM, '--background'], capture_output=True, text=True, timeout=30)
    assert ended.returncode == 1 and 'Reminders are switched off' in ended.stderr, ended


def test_reminds(desktop):
    switch_on()
    was_away(3, '1;2;3;4;')
    process = subprocess.Popen([PROGRAM, '--background'])
    try:
        desktop.wait('notification', lambda: desktop.shown)
        title, body, whole = desktop.shown[0]
        assert title == '4 things need you in Muster', title
        assert body == 'As far as was known when the register was last open. Sign in to see more.', body
        assert '6fd8a1' not in whole, whole
        desktop.wait('note of the day', lambda: f'reminded={day(0)}' in STATE.read_text())
        assert n_windows(process) == 0, 'a window opened by itself'
        # Once more, as if the session had begun anew.
        assert subprocess.run([PROGRAM, '--background'], timeout=30).returncode == 0
        desktop.click()
        desktop.wait('window after the click', lambda: n_windows(process) == 1)
        subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.muster.Muster', '--object-path', '/org/muster/Muster', '--method', 'org.gtk.Actions.Activate', 'quit', '[]', '{}'],
                       check=True, stdout=subprocess.DEVNULL)
        desktop.wait('end of the window', lambda: n_windows(process) == 0)
        assert process.poll() is None, 'it ended with its window'
        assert len(desktop.shown) == 1, desktop.shown
    finally:
        process.terminate()
        process.wait(10)
    desktop.wait('end of the program', lambda: not desktop.has_owner('org.muster.Muster'))


def test_same_day(desktop):
    """It begins anew on the same day: nothing is said twice. On the next day it is."""
    process = subprocess.Popen([PROGRAM, '--background'])
    try:
        desktop.wait('program', lambda: desktop.has_owner('org.muster.Muster'))
        # It answers a second start after it has looked for the first.
        assert subprocess.run([PROGRAM, '--background'], timeout=30).returncode == 0
        desktop.wait('nothing', lambda: True)
        assert len(desktop.shown) == 1, desktop.shown
        was_away(1, '2;1;')
        assert subprocess.run([PROGRAM, '--background'], timeout=30).returncode == 0
        desktop.wait('next notification', lambda: len(desktop.shown) == 2)
        assert desktop.shown[1][0] == '1 thing needs you in Muster', desktop.shown[1]
    finally:
        process.terminate()
        process.wait(10)


def main():
    begun = time.monotonic()
    desktop = Desktop()
    test_off()
    test_reminds(desktop)
    test_same_day(desktop)
    print(f'background: all well, {time.monotonic() - begun:.1f} s')


main()
