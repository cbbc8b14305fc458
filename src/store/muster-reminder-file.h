/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include "domain/muster-reminder.h"

/*
 * What a reminder goes by while nobody is signed in: one file of this person on this computer, readable by nobody else, and not encrypted: it holds days and
 * numbers, and of a register no more than the random id that its folder says in clear as well. It is there only while reminders are switched on.
 */

/** Returns: (transfer full): its path, in the user's state folder. */
char *muster_reminder_file_dup_path (void);
/** Returns: (transfer full): what it says; nothing where there is none, or where it cannot be read: it is made anew when somebody signs in. */
MusterReminders *muster_reminder_file_load (void);
/** MUSTER_ERROR_STORAGE names the path. */
gboolean muster_reminder_file_save (const MusterReminders *reminders, GError **error);
/** Removes it, if it is there. */
gboolean muster_reminder_file_remove (GError **error);
