/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl.h"
#include "store/muster-roster-query.h"

/** Returns: (transfer full): the line of the roster about one person as of @as_of (%NULL: today). */
MusterRosterRow *muster_ctl_person_load_row (MusterDatabase *database, gint64 id, const GDate *as_of, GError **error);
/** Tells how the person stands after something was done: the roster object, or a line. Returns the exit code. */
int muster_ctl_person_print (MusterCtl *ctl, gint64 id, GError **error);
