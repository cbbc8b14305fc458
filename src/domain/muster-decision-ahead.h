/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-decision.h"

/*
 * What was decided for a later day. Until then it can be called off, by another decision: proposed with a reason, and approved by a second person like what it
 * calls off. From its day on it stands, and only a review or a reinstatement changes it.
 */

/**
 * Whether @target can still be called off on @today: approved, for a day after that, not called off already, and not given way to another decision in every
 * role (@events: the person’s). MUSTER_ERROR_RULE says why not, and what to do instead.
 */
gboolean muster_decision_check_calling_off (const MusterDecision *target, GPtrArray *events, const GDate *today, GError **error);
/** Whether @reason will do for calling a decision off: there is one, without a social security number in it. */
gboolean muster_decision_check_calling_off_reason (const char *reason, GError **error);

/** MusterComingChange: what one decision will make of a person. @types: #MusterAssisterType flags, those that it still takes; @number, @decider: of the decision, and the name of who decided */
typedef struct
{
  gint64 decision_id;
  MusterCertificationState to;
  GDate on;
  guint types;
  char *number;
  gint64 decider_id;
  char *decider;
} MusterComingChange;

void muster_coming_change_free (MusterComingChange *change);

/**
 * Returns: (transfer full) (element-type MusterComingChange): what was decided for a day after @on, soonest first; @decider is left to who knows the accounts.
 * @events: (element-type MusterCertificationEvent), @decisions: (element-type MusterDecision): all of the person’s
 * @known_until: what was recorded before that moment counts, µs since 1970 UTC; G_MAXINT64: all
 */
GPtrArray *muster_coming_change_list (GPtrArray *events, GPtrArray *decisions, const GDate *on, gint64 known_until);

/** Returns: (transfer full): @change in words: “Revoked from 2026-12-15 as Broker (RV-2026-0001, decided by Ana Moua)”; @day, @types: as they are shown. */
char *muster_coming_change_dup_text (const MusterComingChange *change, const char *day, const char *types);
