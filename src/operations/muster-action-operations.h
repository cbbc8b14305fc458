/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-corrective-action.h"
#include "store/muster-store.h"

/** Input of #muster_open_action. @clauses: %NULL-terminated ids. @due: unset: by the rule pack. @restriction: -1: by the rule pack. */
typedef struct
{
  gint64 assister_id;
  const char *const *clauses;
  MusterSeverity severity;
  const char *finding;
  const char *cause;            /* %NULL: later */
  GDate due;
  int restriction;
  const char *restriction_text; /* for LIMITED */
  const char *due_reason;       /* why @due is later than by the rule pack; %NULL where it is not */
  gint64 incident_id;           /* that it comes from; 0: none */
  const char *unacknowledged;   /* why clauses are cited of a notice that the person had not acknowledged; %NULL where it is not so */
} MusterOpenAction;
/** Output (gint64 *): the action's id. A restriction restricts the certified roles at once ("may assist today" changes). */
extern const MusterOperation muster_open_action;

/** Input of the step operations. @step: position, from 1; ignored by add. */
typedef struct
{
  gint64 action_id;
  int step;
  const char *what;
  const char *owner;
  GDate due;        /* unset: by the rule pack, never after the action's */
  GDate on;         /* complete, verify: unset: today */
  const char *note; /* complete: the evidence seen */
} MusterActionStepRequest;
/** Output (int *, nullable): the new step's position. */
extern const MusterOperation muster_add_step;
extern const MusterOperation muster_complete_step;
extern const MusterOperation muster_verify_step; /* never by who completed it */

typedef struct
{
  gint64 action_id;
  const char *text;
} MusterActionText;
extern const MusterOperation muster_set_cause;

/** Input of #muster_close_action. @late_reason: (nullable): why it is closed after the day that was to be kept. */
typedef struct
{
  gint64 action_id;
  MusterOutcome outcome;
  const char *note;
  const char *late_reason;
} MusterCloseAction;
/** Closes; lifts the restriction it brought where no other open action keeps it. Output: (MusterOutcome *, nullable): COMPLETED may become LATE. */
extern const MusterOperation muster_close_action;

/** Input (MusterActionText): voids an action that should never have been opened; @text says why. What it restricted is lifted as by closing. */
extern const MusterOperation muster_void_action;
