/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "store/muster-store.h"

/* One step of the lifecycle for many people: looked at first, then done as it was shown, in one stroke. */

/** MusterBatchPick: somebody who was picked. @types: the roles; 0: every role that the step fits. @on: this person's own day; unset: that of all. */
typedef struct
{
  gint64 assister_id;
  guint types;
  GDate on;
} MusterBatchPick;

/**
 * MusterBatchRequest: the step, and for whom.
 * @picks: (element-type MusterBatchPick): whoever is among them twice counts once
 * @authority: 0: the first that the lifecycle names
 * @on: unset: today
 * @despite_revocation, @despite_open_items: as of a MusterCertificationRequest: for one person, whose preview this is
 * @accept_possible: leave out whom it is not possible for; else one of them refuses all
 * @expect: (nullable): the digest of the preview that was agreed to
 */
typedef struct
{
  MusterCertificationVerb verb;
  GArray *picks;
  MusterAuthority authority;
  GDate on;
  const char *reason;
  gboolean accept_possible;
  const char *expect;
  gboolean despite_revocation;
  const char *despite_open_items;
} MusterBatchRequest;

/**
 * MusterBatchLine: what would become of somebody in a role.
 * @name: as in a list
 * @type: 0 where the person leaves or comes back without a role, or where it is refused
 * @on: from which day
 * @problem: (nullable): why it is not possible for this person
 * @under_investigation: with an open case, which the record will say
 * @leaves: the person would not be with the agency any more
 */
typedef struct
{
  gint64 assister_id;
  char *name;
  MusterAssisterType type;
  MusterCertificationState from;
  MusterCertificationState to;
  GDate on;
  char *problem;
  gboolean under_investigation;
  gboolean leaves;
} MusterBatchLine;

/**
 * MusterBatchPlan: what a batch would do, before anything is done.
 * @lines: (element-type MusterBatchLine): in order of the picks
 * @n_people: for how many people it is possible; @n_refused: for how many it is not
 * @digest: over all of this; the same as long as the same would be done
 */
typedef struct
{
  GPtrArray *lines;
  guint n_people;
  guint n_refused;
  char *digest;
} MusterBatchPlan;

/** Returns: (transfer full): what @request would do on @today; its verb has to have an operation of its own. */
MusterBatchPlan *muster_batch_plan_new (MusterDatabase *database, const MusterBatchRequest *request, const GDate *today, GError **error);
void muster_batch_plan_free (MusterBatchPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterBatchPlan, muster_batch_plan_free)

/** Whether @verb may be done to many at once: a step that two people decide, or a corrective action brings, is taken one by one. MUSTER_ERROR_RULE. */
gboolean muster_batch_check_verb (MusterCertificationVerb verb, GError **error);

/**
 * Returns: the operation that does @verb to many: by the name and the permission of the one that does it to one person. Input: MusterBatchRequest; output
 * (MusterBatchPlan **, nullable): what was done, owned by the caller. All or nothing, one entry, a copy of the register before.
 */
const MusterOperation *muster_batch_operation (MusterCertificationVerb verb);
