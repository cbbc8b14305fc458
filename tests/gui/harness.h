/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/*
 * What every test of a widget needs. Warnings of GTK, libadwaita and ours end the program (g_test_init); a widget that is still there
 * when it should be gone is an error as well: end each test with g_assert_finalize_object().
 */

/** g_test_init(), the toolkit, our templates, and no animations. */
void harness_init (int *argc, char ***argv);

typedef gboolean (*HarnessCondition) (gpointer data);
/** Runs the main loop until @condition holds; a test that waits too long fails with @what. */
void harness_wait (HarnessCondition condition, gpointer data, const char *what);
#define harness_wait_for(condition, data) harness_wait ((HarnessCondition) (condition), data, #condition)
/** Runs the main loop until nothing is waiting. */
void harness_settle (void);
/** Whether a sanitizer looks for what is lost. */
gboolean harness_watches_leaks (void);

/** Gives up @object and waits until nobody else holds it: work in threads ends first. */
void harness_release (gpointer object);

/** Returns: (transfer none) (nullable): the first widget under @root of @type (that is visible in the tree), by depth. */
GtkWidget *harness_find (GtkWidget *root, GType type);
/** Returns: (transfer none) (nullable): the label, button or row under @root that shows exactly @text. */
GtkWidget *harness_find_text (GtkWidget *root, const char *text);
/** Whether @text is part of any label or line of the roster under @root that is not hidden. */
gboolean harness_shows (GtkWidget *root, const char *text);
/** Waits until harness_shows(): a dialog takes a moment until it is laid out. */
void harness_wait_shows (GtkWidget *root, const char *text);
/** Presses the button, or activates the row, that shows exactly @text; fails where there is none. */
void harness_press (GtkWidget *root, const char *text);
/** Types @text into the entry row whose title is @title. */
void harness_type (GtkWidget *root, const char *title, const char *text);

/** Shows @page in a window of that size. */
GtkWindow *harness_present (AdwNavigationPage *page, int width, int height);
/** Ends what harness_present() began; @page, which must have no other owner, is gone after it. */
void harness_close (GtkWindow *window);
/** Shows @dialog over an empty window of that size, and waits until it is laid out. */
GtkWindow *harness_present_dialog (AdwDialog *dialog, int width, int height);
/** Ends what harness_present_dialog() began, whether or not the dialog is closed already. */
void harness_close_dialog (GtkWindow *window);
/** Leaves a picture of @window, NAME.png, in the folder that $MUSTER_TEST_PICTURES names; nothing without it. */
void harness_shoot (GtkWindow *window, const char *name);
