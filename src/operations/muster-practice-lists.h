/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-store.h"

/** Compares, on @today, with the public list called @name among the practice files, which speaks of @plan_year. Of terminations all years count. */
gboolean muster_practice_reconcile (MusterStore *store, const char *name, guint plan_year, const GDate *today, GError **error);
/** Closes the newest open task about @person. */
gboolean muster_practice_close_task (MusterStore *store, gint64 person, const char *note, GError **error);
