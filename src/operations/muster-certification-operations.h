/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "store/muster-store.h"

/**
 * MusterCertificationRequest: input of the certification verbs.
 * @on: the effective day; unset: today
 * @despite_revocation: somebody looked: what muster_revoked_elsewhere_check() finds does not stand in the way; needs @reason
 * @despite_open_items: (nullable): of a reinstatement: why an administrative suspension is lifted although something is open
 */
typedef struct
{
  gint64 assister_id;
  MusterAssisterType type; /* 0: every role it fits, where the verb allows it (withdraw, inactivate, return) */
  MusterAuthority authority; /* 0: the first that the lifecycle names for this step */
  GDate on;
  const char *reason;
  gboolean despite_revocation;
  const char *despite_open_items;
} MusterCertificationRequest;

/* One person, one role, one step of the lifecycle; domain/muster-certification.c says which is possible. Output: none. */
extern const MusterOperation muster_enrol;
extern const MusterOperation muster_start_training;
extern const MusterOperation muster_submit;
extern const MusterOperation muster_certify;
extern const MusterOperation muster_deny;
extern const MusterOperation muster_suspend;
extern const MusterOperation muster_reinstate;
extern const MusterOperation muster_expire;
extern const MusterOperation muster_withdraw;
extern const MusterOperation muster_inactivate; /* also ends the roster state and the agency affiliation */
extern const MusterOperation muster_return;
extern const MusterOperation muster_reapply;

/** Returns: the operation of @verb; %NULL for verbs that only a decision or a corrective action carries out. */
const MusterOperation *muster_certification_operation (MusterCertificationVerb verb);
