/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/harness.h"
#include "gui/muster-form-dialog.h"
#include "operations/operations-fixture.h"

/* A register with an account of each role, and a window that takes note of what the pages ask of it. */
typedef struct
{
  OperationsFixture operations; /* first: its functions take the whole */
  GtkWidget *window;
  AdwNavigationView *view;
  GString *asked; /* "open-action 3\n", "announce Step added\n" */
} CaseFixture;

void case_fixture_set_up (CaseFixture *fixture, gconstpointer data);
void case_fixture_tear_down (CaseFixture *fixture, gconstpointer data);
#define case_fixture_add(path, function) g_test_add (path, CaseFixture, NULL, case_fixture_set_up, function, case_fixture_tear_down)

/** Shows @page in the window. */
void case_fixture_show (CaseFixture *fixture, AdwNavigationPage *page);
/** Fails where @page does not show its title once: in its content, and in the header bar when it has scrolled away there. */
void case_fixture_check_heading (CaseFixture *fixture, GtkWidget *page);
/** Presents @dialog in the window. */
void case_fixture_present (CaseFixture *fixture, AdwDialog *dialog);
/** Returns: the row of the form that is titled @title, of whatever kind. */
GtkWidget *case_fixture_find_row (GtkWidget *root, const char *title);
/** Writes into the row of several lines titled @title. */
void case_fixture_write (GtkWidget *root, const char *title, const char *text);
/** Ticks the row titled @title. */
void case_fixture_tick (GtkWidget *root, const char *title, gboolean ticked);
/** Presses the button that says @label, without its mnemonic; fails where there is none to press. */
void case_fixture_press (GtkWidget *root, const char *label);
/** Waits until @text can be read under @root. */
void case_fixture_wait_shows (GtkWidget *root, const char *text);
/** Presses the button @verb of @dialog and waits until the dialog is done and gone; a failure fails the test. */
void case_fixture_submit (CaseFixture *fixture, AdwDialog *dialog, const char *verb);
/** Presses it and waits until the dialog says why not; @part is part of the sentence. */
void case_fixture_submit_badly (CaseFixture *fixture, AdwDialog *dialog, const char *verb, const char *part);
/** Waits until the weak pointer @pointer is cleared: a dialog goes with its last frame. */
void case_fixture_wait_gone (gpointer pointer);
/** Waits until all of the row under @dialog whose title has @text in it lies inside the dialog, and inside the window: it can be read without scrolling. */
void case_fixture_wait_in_sight (CaseFixture *fixture, AdwDialog *dialog, const char *text);
/** Closes a dialog that nothing is to come of. */
void case_fixture_close (AdwDialog *dialog);

/** Opens a corrective action of @severity by sam. Returns: its id. */
gint64 case_fixture_open_action (CaseFixture *fixture, gint64 person, int severity);
/** Proposes a revocation as @account. Returns: its id. */
gint64 case_fixture_propose (CaseFixture *fixture, FixtureAccount account, gint64 person);
/** Whether a button that says @label, without its mnemonic, can be seen. */
gboolean case_fixture_offers (GtkWidget *root, const char *label);
/** Whether there is one, and it can be pressed. */
gboolean case_fixture_lets_press (GtkWidget *root, const char *label);
