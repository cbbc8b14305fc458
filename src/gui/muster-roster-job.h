/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-view-day.h"
#include "store/muster-roster-query.h"

/**
 * MusterRosterJob: what the roster's list reads off the main thread.
 * @view_day: of which the index is made
 * @index: (nullable): to select from; after muster_roster_job_index(), the one that was made
 */
typedef struct
{
  MusterStore *store;
  MusterRosterIndex *index;
  MusterViewDay view_day;
  GDate day; /* the one the index is of */
  GPtrArray *agencies;
  GStrv counties;
  GStrv languages;

  MusterRosterFilter filter;
  char *search;
  GArray *ids;
  guint n_may_not;
} MusterRosterJob;

MusterRosterJob *muster_roster_job_new (MusterStore *store);
void muster_roster_job_free (gpointer job);

/* Of type MusterBackgroundWork. */

/** Makes index and agencies. */
gboolean muster_roster_job_index (gpointer job, GCancellable *cancellable, GError **error);
/** Lists the counties and languages of the index. */
gboolean muster_roster_job_places (gpointer job, GCancellable *cancellable, GError **error);
/** Selects the ids, and counts those who may not assist. */
gboolean muster_roster_job_select (gpointer job, GCancellable *cancellable, GError **error);
