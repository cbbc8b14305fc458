/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-follow-up.h"

/**
 * MusterFollowUpRowChange: a changed or new row of what follows a corrective action.
 * @action_open: its corrective action was open before the entry
 * @content_changed: something else than how it was settled differs; of a new row: how it was settled is said
 * @by_doer: @signer recorded one of the steps that a check is about as done
 * @n_steps: of the corrective action, before the entry
 * @served: its notice had been served before
 * @latest: the day of the entry, wherever it was made
 * @follow_up: after; @planned_time_binds: a check passes on its planned day or later, which was not so in the earliest versions that had checks
 */
typedef struct
{
  gboolean is_new;
  gboolean action_open;
  gboolean content_changed;
  gboolean by_doer;
  MusterFollowUpState state_before;
  gint64 signer;
  guint n_steps;
  gboolean served;
  GDate latest;
  gboolean planned_time_binds;
  const MusterFollowUp *follow_up;
} MusterFollowUpRowChange;

/** Whether @operation can have changed it so: each kind by its own operations, only while the action is open, settled once, and by somebody else where that is the rule. MUSTER_ERROR_RULE. */
gboolean muster_change_rule_check_follow_up (const char *operation, const MusterFollowUpRowChange *change, GError **error);

/** Whether a corrective action can have come to be due on @after instead of on @before by @extension, that the entry answered (%NULL: none of this action). MUSTER_ERROR_RULE. */
gboolean muster_change_rule_check_extended (const MusterFollowUp *extension, const GDate *before, const GDate *after, GError **error);
