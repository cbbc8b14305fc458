/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/harness.h"
#include "gui/muster-import-page.h"
#include "operations/operations-fixture.h"

/** Shows the page of imports for Kim, and opens a file with @content in it. */
GtkWindow *import_fixture_open (OperationsFixture *fixture, const char *content, int width);
/** Writes @content into a file and opens it on the page in @window. */
void import_fixture_open_next (OperationsFixture *fixture, GtkWindow *window, const char *content);
/** Waits until a button (or a row) that says @text is to be seen. */
GtkWidget *import_fixture_wait_button (GtkWindow *window, const char *text);
/** Clicks it; it must be sensitive. */
void import_fixture_click (GtkWindow *window, const char *label);
/** Chooses the text @choice in the row titled @title; fails where there is no such choice. */
void import_fixture_choose (GtkWidget *root, const char *title, const char *choice);
