/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** MusterFollowUpKind: what follows a corrective action beside its steps (domain.md “Incidents and corrective actions”). */
typedef enum
{
  MUSTER_FOLLOW_UP_CHECK,     /* whether what was done had its effect */
  MUSTER_FOLLOW_UP_EXTENSION, /* of the day it is due */
  MUSTER_FOLLOW_UP_RESPONSE,  /* of the person whom it is about */
} MusterFollowUpKind;

#define MUSTER_N_FOLLOW_UP_KINDS 3

typedef enum
{
  MUSTER_FOLLOW_UP_PENDING,      /* a check is planned, an extension asked for */
  MUSTER_FOLLOW_UP_PASSED,       /* checks */
  MUSTER_FOLLOW_UP_FAILED,
  MUSTER_FOLLOW_UP_WAIVED,
  MUSTER_FOLLOW_UP_APPROVED,     /* extensions */
  MUSTER_FOLLOW_UP_REFUSED,      /* and of responses: the person would not take or sign the notice */
  MUSTER_FOLLOW_UP_ACKNOWLEDGED, /* responses */
  MUSTER_FOLLOW_UP_ANSWERED,
  MUSTER_FOLLOW_UP_REPLANNED,    /* a check that another took the place of before it was recorded */
} MusterFollowUpState;

#define MUSTER_N_FOLLOW_UP_STATES 9

/** MusterFollowUp: an effectiveness check, an extension or a response. The first two are written down by one person and settled by another. */
typedef struct
{
  gint64 id;
  gint64 action_id;
  MusterFollowUpKind kind;
  MusterFollowUpState state;
  char *text;             /* the criterion, the reason, or what the person said; %NULL: nothing */
  GDate on;               /* when it was planned, asked for, or said */
  GDate due;              /* of the check, or until when the action is to be extended; unset for a response */
  guint n_steps;          /* of a check: how many steps it is about: the first so many */
  gint64 account_id;      /* who wrote it down */
  gint64 recorded;        /* µs since 1970 UTC */
  gint64 settled_account; /* who recorded the result, waived, approved or refused; 0: nobody yet */
  gint64 settled_at;      /* µs since 1970 UTC */
  GDate settled_on;
  char *note;             /* what was found, or why */
} MusterFollowUp;

MusterFollowUp *muster_follow_up_new (void);
void muster_follow_up_free (MusterFollowUp *follow_up);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterFollowUp, muster_follow_up_free)

const char *muster_follow_up_kind_to_code (MusterFollowUpKind kind);
gboolean muster_follow_up_kind_from_code (const char *code, MusterFollowUpKind *kind, GError **error);
const char *muster_follow_up_kind_get_label (MusterFollowUpKind kind);
const char *muster_follow_up_state_to_code (MusterFollowUpState state);
gboolean muster_follow_up_state_from_code (const char *code, MusterFollowUpState *state, GError **error);
/** Returns: the translated word for @state in what is of @kind: what is pending is “Planned” of a check, and “Asked for” of an extension. */
const char *muster_follow_up_get_label (MusterFollowUpKind kind, MusterFollowUpState state);
