#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Muster authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if an icon has the wrong size, draws nothing, fetches something, or if the symbolic one has more than one colour."""
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

SVG = '{http://www.w3.org/2000/svg}'
icons = pathlib.Path(sys.argv[1]) / 'data/icons/hicolor'


def load(path, size):
    text = path.read_text()
    root = tree.fromstring(text)
    assert root.tag == f'{SVG}svg', f'{path} is not an SVG'
    assert root.get('viewBox') == f'0 0 {size} {size}', f'{path} is not drawn on {size} × {size}'
    for forbidden in ('<image', 'href=', '<script', '<style', '@import', '<text'):
        assert forbidden not in text, f'{path} has {forbidden}, which an icon must not need'
    return root


def coverage(path, size):
    """The share of the icon's pixels that are painted."""
    with tempfile.TemporaryDirectory() as folder:
        picture = pathlib.Path(folder) / 'icon.png'
        subprocess.run(['rsvg-convert', '-w', str(size), '-h', str(size), str(path), '-o', str(picture)], check=True)
        run = subprocess.run(['convert', str(picture), '-alpha', 'extract', '-format', '%[fx:mean]', 'info:'],
                             check=True, capture_output=True, text=True)
    return float(run.stdout)


application = icons / 'scalable/apps/org.muster.Muster.svg'
symbolic = icons / 'symbolic/apps/org.muster.Muster-symbolic.svg'
load(application, 128)
root = load(symbolic, 16)
colours = {element.get('fill') for element in root.iter() if element.get('fill')}
assert colours == {'#2e3436'}, f'the symbolic icon has the colours {sorted(colours)}; the theme can only replace one'
assert not any(element.get('stroke') for element in root.iter()), 'GTK recolours fills: the symbolic icon has a stroke'
for path, size, least, most in ((application, 128, 0.4, 0.9), (application, 32, 0.4, 0.9), (symbolic, 16, 0.2, 0.8)):
    share = coverage(path, size)
    assert least < share < most, f'{path} paints {share:.0%} of its area at {size} pixels'
