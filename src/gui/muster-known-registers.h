/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* Where the registers lie that this person has opened: paths only, in the settings. */

/** Returns: (transfer full): the folders that are still there, the last one opened first; the default folder is among them if it is there. */
char **muster_known_registers_list (GSettings *settings);
/** Puts @folder in front. */
void muster_known_registers_remember (GSettings *settings, const char *folder);
/** Returns: (transfer full): what @folder is called: its name without ".muster". */
char *muster_known_registers_dup_name (const char *folder);
