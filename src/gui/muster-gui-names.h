/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-store.h"

/* Names of those a page speaks of by their ids. */

/** Returns: (transfer full): the full name of the account @id, "Alex Petrov"; a dash for 0 and for one that cannot be read. */
char *muster_gui_names_dup_account (MusterDatabase *database, gint64 id);
/** Returns: (transfer full): the name of the person @id, "Ana M. Lindqvist"; the code "P-17" for one that cannot be read. */
char *muster_gui_names_dup_person (MusterDatabase *database, gint64 id);
/** Returns: (transfer full): what heads the page of a case: its number, and whom it is about: "CA-2026-0007  Ana M. Lindqvist". @person: (nullable): %NULL for nobody */
char *muster_gui_names_dup_case (const char *number, const char *person);
/** Returns: (transfer full): the same as lists say it in which people are looked for: "Lindqvist, Ana M.". */
char *muster_gui_names_dup_listed (MusterDatabase *database, gint64 id);
