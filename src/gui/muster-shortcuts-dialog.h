/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/* The keys of the program: one table, which sets them and lists them. */

/** Sets the keys of all actions of the program and its window. */
void muster_shortcuts_install (GtkApplication *application);

/** Returns: (transfer container) (element-type AdwPreferencesGroup): new groups (floating) of rows that list them, by what they are for. */
GPtrArray *muster_shortcuts_new_groups (void);

#define MUSTER_TYPE_SHORTCUTS_DIALOG (muster_shortcuts_dialog_get_type ())
/** MusterShortcutsDialog: lists the keys, by what they are for. */
G_DECLARE_FINAL_TYPE (MusterShortcutsDialog, muster_shortcuts_dialog, MUSTER, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *muster_shortcuts_dialog_new (void);
