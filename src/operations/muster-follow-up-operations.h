/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-action-operations.h"

/**
 * Input of #muster_plan_check. @criterion: by what the effect is to be known. @due: unset: by the rule pack, counted from the verification of the last step.
 * @reason: (nullable): why a check that is planned, and not recorded yet, is planned anew: the former plan is kept, and superseded
 */
typedef struct
{
  gint64 action_id;
  const char *criterion;
  GDate due;
  const char *reason;
} MusterCheckPlan;
/** Plans the check of an action's effect; from then on the day of the check is the one that is to be kept. */
extern const MusterOperation muster_plan_check;

/** Input of #muster_record_check. @on: unset: today. */
typedef struct
{
  gint64 action_id;
  gboolean passed;
  const char *note;
  GDate on;
} MusterCheckResult;
/** Records what the check that is planned found; never by who recorded a step as done. After one that failed the action goes on. */
extern const MusterOperation muster_record_check;

/** Input of #muster_record_response. @state: acknowledged, refused or answered. @text: what the person said; %NULL: nothing. @on: unset: today. */
typedef struct
{
  gint64 action_id;
  MusterFollowUpState state;
  const char *text;
  GDate on;
} MusterActionResponse;
/** Records what the person made of an action, or of its notice. */
extern const MusterOperation muster_record_response;

/** Input of #muster_ask_extension. */
typedef struct
{
  gint64 action_id;
  GDate until;
  const char *reason;
} MusterExtensionRequest;
/** Asks for a later day on which an action is due; nothing changes until somebody else approves it. */
extern const MusterOperation muster_ask_extension;
/** Input (MusterActionText): approves the extension that was asked for; from then on the action is due on its day. @text: a note; %NULL: none. Never by who asked for it. */
extern const MusterOperation muster_approve_extension;
/** Input (MusterActionText): refuses it; @text says why. */
extern const MusterOperation muster_refuse_extension;

/** Input (MusterActionText): an administrator does without the check; @text says why. */
extern const MusterOperation muster_waive_check;
