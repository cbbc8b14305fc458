/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-database.h"

/* What was put off on the list of today. Rows are only ever added; saving outside of an operation fails. */

/** MusterSnooze: @item: as of muster_today_dup_key(); it is off the list before @until. */
typedef struct
{
  gint64 id;
  char *item;
  GDate until;
  char *reason;
  gint64 account_id;
  gint64 recorded;
} MusterSnooze;

void muster_snooze_free (MusterSnooze *snooze);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSnooze, muster_snooze_free)

/** Adds @snooze and sets its id. */
gboolean muster_snooze_table_save (MusterDatabase *database, MusterSnooze *snooze, GError **error);
/** Returns: (transfer full): item → MusterSnooze: what is off the list on @today; of several of one item the newest counts. */
GHashTable *muster_snooze_table_list (MusterDatabase *database, const GDate *today, GError **error);
