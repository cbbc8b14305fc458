/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-corrective-action.h"
#include "domain/muster-incident.h"
#include "domain/muster-decision.h"
#include "domain/muster-document.h"
#include "domain/muster-evidence.h"
#include "gui/muster-view-day.h"
#include "store/muster-coming-query.h"
#include "store/muster-journal-query.h"
#include "store/muster-roster-query.h"

/** MusterPersonFacts: all that the page of one person shows, as of one reading. */
typedef struct
{
  gboolean is_today; /* else another day is looked at, and nothing is offered to be done */
  GDate today;       /* the day that is looked at */
  MusterAssister *person;
  gboolean is_own; /* the person is who looks, by name: somebody else changes the record */
  char *agency; /* the current one; %NULL */
  MusterPersonAnswer *answer;
  MusterStandingFacts standing_facts;
  MusterStanding standing;
  char *despite_open_items; /* (nullable): that a suspension was lifted while something was open, and why */
  GPtrArray *coming;    /* (element-type MusterComingChange): what was decided for a later day */
  GPtrArray *events;    /* (element-type MusterCertificationEvent) */
  GPtrArray *incidents; /* (element-type MusterIncident) */
  GPtrArray *actions;   /* (element-type MusterCorrectiveAction) */
  GPtrArray *decisions; /* (element-type MusterDecision) */
  const MusterDecision *revocation; /* (nullable): one of them, the last that revoked the person */
  GDate again;          /* the day from which the person may apply again after it; unset while that is held off, or not said */
  GPtrArray *tasks;     /* (element-type MusterReconciliationTask): those that are open */
  GPtrArray *entries;   /* (element-type MusterJournalEntry) (nullable): %NULL where the account may not read the journal */
  GPtrArray *accounts;  /* (element-type MusterAccount) */
  GPtrArray *evidence;  /* (element-type MusterEvidence), newest first */
  GHashTable *documents; /* (element-type gint64 MusterDocument): those of the evidence, by their id */
} MusterPersonFacts;

/**
 * Reads what there is about the person @id; bounded: the newest journal entries only.
 *
 * @day: (nullable): another one than today. Agency, answer, and the evidence behind it are those of that day; who the person is, is as known now.
 */
MusterPersonFacts *muster_person_facts_new (MusterStore *store, gint64 id, const MusterViewDay *day, GError **error);
void muster_person_facts_free (MusterPersonFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPersonFacts, muster_person_facts_free)

/** Returns: (transfer none): the full name of the account @id; a dash for an unknown one. */
const char *muster_person_facts_get_account_name (const MusterPersonFacts *facts, gint64 id);
/** Whether the person may assist, but not for long unless something is recorded. */
gboolean muster_person_facts_is_expiring (const MusterPersonFacts *facts);
/** Returns: (transfer none) (nullable): the requirement of the rules in force that @evidence is about. */
const MusterRequirement *muster_person_facts_find_requirement (const MusterPersonFacts *facts, const MusterEvidence *evidence);
