/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "domain/muster-day.h"

/** MusterRestriction: what a corrective action takes from a person until it is closed. */
typedef enum
{
  MUSTER_RESTRICTION_NONE,
  MUSTER_RESTRICTION_LIMITED,   /* may assist within the limits written down */
  MUSTER_RESTRICTION_STOP_WORK, /* may not assist */
} MusterRestriction;

const char *muster_restriction_to_code (MusterRestriction restriction);
gboolean muster_restriction_from_code (const char *code, MusterRestriction *restriction, GError **error);
const char *muster_restriction_get_label (MusterRestriction restriction);

/** MusterReason: why a person may not assist, or may only within limits; flags. */
typedef enum
{
  MUSTER_REASON_NOT_CERTIFIED = 1 << 0,       /* no role reached certified yet */
  MUSTER_REASON_NO_ROLE = 1 << 1,
  MUSTER_REASON_SUSPENDED = 1 << 2,           /* administrative */
  MUSTER_REASON_SUSPENDED_FOR_CAUSE = 1 << 3,
  MUSTER_REASON_EXPIRED = 1 << 4,
  MUSTER_REASON_DENIED = 1 << 5,
  MUSTER_REASON_WITHDRAWN = 1 << 6,
  MUSTER_REASON_INACTIVE = 1 << 7,            /* roster state, or the role's state */
  MUSTER_REASON_REVOKED = 1 << 8,
  MUSTER_REASON_STOP_WORK = 1 << 9,           /* an open corrective action stops the work */
  MUSTER_REASON_RESTRICTED = 1 << 10,         /* limits only: does not by itself make the answer No */
  MUSTER_REASON_NO_AGENCY = 1 << 11,          /* no current agency */
  MUSTER_REASON_REQUIREMENT_MISSING = 1 << 12, /* the last three: a requirement of the rule pack is lacking in every certified role */
  MUSTER_REASON_REQUIREMENT_EXPIRED = 1 << 13,
  MUSTER_REASON_REQUIREMENT_ADVERSE = 1 << 14,
} MusterReason;

#define MUSTER_N_REASONS 15

/**
 * MusterStandingFacts: all the answer depends on, on one day. Small, so that 100,000 fit in a glance.
 * @states: the state per role, indexed by the bit number of #MusterAssisterType
 * @restriction: the gravest of the open corrective actions
 * @blocked_types: the certified roles in which a requirement is lacking; @missing, @expired, @adverse: which, as masks over the rule pack’s requirements
 * @left_revoked: the roles that are inactive and were revoked before: whoever leaves is revoked still
 * @through: the last day on which the person may assist if nothing is recorded until then; 0: no end is known
 */
typedef struct
{
  guint8 states[MUSTER_N_ASSISTER_TYPES];
  guint8 restriction;
  guint8 active : 1;
  guint8 has_agency : 1;
  guint8 blocked_types : 4;
  guint8 left_revoked : 4;
  guint32 missing;
  guint32 expired;
  guint32 adverse;
  MusterDay through;
} MusterStandingFacts;

/**
 * MusterStanding: the answer to "may assist today".
 * @types: roles the person holds in any state but none
 * @assisting_types: roles in which the person may assist
 * @overall: the one state shown where there is room for one: the best held
 */
typedef struct
{
  gboolean may_assist;
  guint types;
  guint assisting_types;
  MusterCertificationState overall;
  guint reasons;
} MusterStanding;

/** Judges @facts: a pure function. The rule "may assist today" stands here and nowhere else. */
MusterStanding muster_standing_judge (const MusterStandingFacts *facts);

/** Whether somebody who may assist on @on ceases to within @days unless something is recorded until then. */
gboolean muster_standing_is_expiring (const MusterStanding *standing, const MusterStandingFacts *facts, MusterDay on, guint days);

/** Returns: "not-certified", "stop-work", …: promised in JSON. */
const char *muster_reason_to_code (MusterReason reason);
/** Returns: translated: why, in one sentence. */
const char *muster_reason_get_text (MusterReason reason);
/** Returns: translated: what would cure it. */
const char *muster_reason_get_cure (MusterReason reason);
/** Returns: the requirement it rests on, as a code: "certification", "corrective-action", "roster", "agency". */
const char *muster_reason_get_requirement (MusterReason reason);
