/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-follow-up.h"

/**
 * MusterFollowUpRowChange: a changed or new row of what follows a corrective action.
 * @action_open: its corrective action was open before the entry
 * @content_changed: something else than how it was settled differs; of a new row: how it was settled is said
 * @by_doer: @signer recorded one of the steps that a check is about as done
 * @follow_up: after
 */
typedef struct
{
  gboolean is_new;
  gboolean action_open;
  gboolean content_changed;
  gboolean by_doer;
  MusterFollowUpState state_before;
  gint64 signer;
  const MusterFollowUp *follow_up;
} MusterFollowUpRowChange;

/** Whether @operation can have changed it so: each kind by its own operations, only while the action is open, settled once, and by somebody else where that is the rule. MUSTER_ERROR_RULE. */
gboolean muster_change_rule_check_follow_up (const char *operation, const MusterFollowUpRowChange *change, GError **error);

/** Whether a corrective action can have come to be due on @after instead of on @before by @extension, that the entry answered (%NULL: none of this action). MUSTER_ERROR_RULE. */
gboolean muster_change_rule_check_extended (const MusterFollowUp *extension, const GDate *before, const GDate *after, GError **error);
