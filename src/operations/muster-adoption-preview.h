/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "domain/muster-answer-change.h"
#include "store/muster-database.h"

/** MusterAdoptionChange: a person whose answer changes. */
typedef struct
{
  gint64 assister_id;
  MusterAnswerChange change;
  MusterStandingFacts before;
  MusterStandingFacts after;
} MusterAdoptionChange;

/**
 * MusterAdoptionPreview: whose answer changes, by another rule pack or on another day. Nothing is recorded.
 * @n_may_before, @n_may_after: how many may assist
 * @n_of: how many changes there are of each sort
 * @changes: (element-type MusterAdoptionChange): the gravest first, each sort in order of name
 */
typedef struct
{
  MusterRulePack *pack_before;
  MusterRulePack *pack_after;
  GDate day_before;
  GDate day_after;
  guint n_people;
  guint n_may_before;
  guint n_may_after;
  guint n_of[MUSTER_N_ANSWER_CHANGES];
  GArray *changes;
} MusterAdoptionPreview;

void muster_adoption_preview_free (MusterAdoptionPreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterAdoptionPreview, muster_adoption_preview_free)

/** Returns: (transfer full): what adopting @pack from @on on would change on that day. For a worker thread. */
MusterAdoptionPreview *muster_adoption_preview_new (MusterDatabase *database, MusterRulePack *pack, const GDate *on, GCancellable *cancellable, GError **error);
/** Returns: (transfer full): what will be different on @on from @today if nothing is recorded until then, by the rules in force on either day. MUSTER_ERROR_RULE for a day that is past. */
MusterAdoptionPreview *muster_adoption_preview_new_for_day (MusterDatabase *database, const GDate *today, const GDate *on, GCancellable *cancellable, GError **error);
