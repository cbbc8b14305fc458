/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-decision.h"
#include "store/muster-open-work-query.h"
#include "store/muster-store.h"

/** Input of #muster_propose_revocation and #muster_propose_suspension. @types: 0: every role it can be taken from. @effective: unset: the day of approval. */
typedef struct
{
  gint64 assister_id;
  guint types;
  MusterAuthority authority; /* 0: agency */
  const char *const *clauses;
  const gint64 *action_ids;
  guint n_action_ids;
  const char *reason;
  GDate effective;
  const char *immediate;      /* why it takes effect before the time to cure is over; %NULL where nothing is said of it */
  const char *unacknowledged; /* why clauses are cited of a notice that the person had not acknowledged; %NULL where it is not so */
} MusterProposal;
/** Output (gint64 *): the decision's id. */
extern const MusterOperation muster_propose_revocation;
extern const MusterOperation muster_propose_suspension;

/** Input of approve, refuse and take back. @reason: required to refuse. @emergency: (nullable): the reason for deciding single-handed. */
typedef struct
{
  gint64 decision_id;
  const char *reason;
  const char *emergency;
} MusterDecisionAnswer;
/** By another person than the proposer: the certification changes on the effective day. */
extern const MusterOperation muster_approve_decision;
extern const MusterOperation muster_refuse_decision;
extern const MusterOperation muster_take_back_proposal; /* the proposer's own */

/** What revoking @assister_id in @types would leave behind: shown before it is proposed. */
typedef struct
{
  guint open_actions;
  guint other_types;        /* roles that stay */
  char **uncovered_languages; /* languages no other person who may assist speaks; %NULL-terminated */
  char **uncovered_counties;
  gboolean last_navigator;  /* of the agency, among those who may assist */
  MusterOpenWork *work;     /* what is left without an owner, and what is still open about the person */
} MusterRevocationImpact;
MusterRevocationImpact *muster_revocation_impact_new (MusterDatabase *database, gint64 assister_id, guint types, const GDate *on, GError **error);
void muster_revocation_impact_free (MusterRevocationImpact *impact);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRevocationImpact, muster_revocation_impact_free)
