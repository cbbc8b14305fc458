/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-roster-query.h"

/**
 * MusterRosterJob: what the roster's list reads off the main thread.
 * @index: (nullable): to select from; after muster_roster_job_index(), the one that was made
 * @may_not: (element-type gint64): those in the index who may not assist, in order of their ids
 * @kept: (nullable) (element-type gint64): people whose lines are to be read again into @rows
 */
typedef struct
{
  MusterStore *store;
  MusterRosterIndex *index;
  GDate day;
  GPtrArray *agencies;
  GArray *may_not;

  MusterRosterFilter filter;
  char *search;
  GArray *ids;
  guint n_may_not;
  GArray *kept;
  GPtrArray *rows;
} MusterRosterJob;

MusterRosterJob *muster_roster_job_new (MusterStore *store);
void muster_roster_job_free (gpointer job);

/* Of type MusterBackgroundWork. */

/** Makes index and agencies. */
gboolean muster_roster_job_index (gpointer job, GCancellable *cancellable, GError **error);
/** Selects the ids, counts those who may not assist, and reads the lines of those kept. */
gboolean muster_roster_job_select (gpointer job, GCancellable *cancellable, GError **error);
