/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "store/muster-store.h"

/* What the operations share that change certifications: the domain plans a step, this carries it out. */

/** MusterStepContext: what a step is recorded with. @authority: 0: the first that the lifecycle names. */
typedef struct
{
  gint64 assister_id;
  MusterAuthority authority;
  GDate on;
  const char *reason;
  gint64 decision_id;
  gint64 action_id;
  gboolean under_investigation;
  gboolean despite_revocation; /* somebody looked: a revocation in another role does not stand in the way */
} MusterStepContext;

/** As muster_certification_plan(), with what is known of the person's corrective actions. */
gboolean muster_certification_steps_plan (MusterDatabase *database, GPtrArray *events, MusterAssisterType type, MusterCertificationVerb verb, const MusterStepContext *context,
                                          GPtrArray **planned, GArray **superseded, GError **error);
/** Takes @verb in the role @type: adds the planned events to the register and to @events, and supersedes what they correct. */
gboolean muster_certification_steps_take (MusterWork *work, GPtrArray *events, MusterAssisterType type, MusterCertificationVerb verb,
                                          const MusterStepContext *context, GError **error);
/** The same in every one of @types. */
gboolean muster_certification_steps_take_all (MusterWork *work, GPtrArray *events, guint types, MusterCertificationVerb verb,
                                              const MusterStepContext *context, GError **error);

/** What was decided for a later day gives way to the decision of @context that @events end with, as muster_certification_gives_way() has it. */
gboolean muster_certification_steps_give_way (MusterWork *work, GPtrArray *events, const MusterStepContext *context, GError **error);
/** Corrects the last step in the role @type: context's day is the true one; unset: it never happened. */
gboolean muster_certification_steps_correct (MusterWork *work, GPtrArray *events, MusterAssisterType type, const MusterStepContext *context, GError **error);

/** Appends to @events what @verb in every one of @types brings to a person who has no step behind them; the register is left to the caller. */
gboolean muster_certification_steps_plan_first (MusterWork *work, guint types, MusterCertificationVerb verb, const MusterStepContext *context, GPtrArray *events, GError **error);

/** The person leaves: not active on the roster any more, the agency affiliation ended. */
gboolean muster_certification_steps_leave (MusterWork *work, gint64 assister_id, const GDate *on, GError **error);
/** The person is back: active on the roster, and with the last agency again unless with one. */
gboolean muster_certification_steps_come_back (MusterWork *work, gint64 assister_id, const GDate *on, GError **error);

/** Returns: (transfer full): the codes of @types, "broker, cac": for particulars of an entry. */
char *muster_certification_steps_dup_types (guint types);
