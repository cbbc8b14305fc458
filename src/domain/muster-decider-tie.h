/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-account.h"

/*
 * Two people decide about a revocation. Two accounts can be one person: whoever may propose and manage accounts can make a second one, or let somebody in again
 * for the occasion. That is not refused: a young register has no accounts but such. It is said wherever the decision is looked at, and by verification, for ever.
 */

/** How many days before a proposal what happened to an account still tells something about it. */
#define MUSTER_DECIDER_TIE_DAYS 30
/** The same where the decider added the account of the proposer: an administrator adds everybody, so only what was done for the occasion tells something. */
#define MUSTER_PROPOSER_ADDED_DAYS 7

typedef enum
{
  MUSTER_ACCOUNT_ADDED,
  MUSTER_ACCOUNT_RAISED, /* made an administrator, or enabled again */
  MUSTER_ACCOUNT_RESET,  /* its password was set anew with the recovery key */
} MusterAccountDeedKind;

/** MusterAccountDeed: something that was done to @account. @time: µs since 1970 UTC */
typedef struct
{
  MusterAccountDeedKind kind;
  gint64 by;
  gint64 time;
  gint64 account;
} MusterAccountDeed;

/** Sets @kind to what @operation, by which an account changed from @before (%NULL: it was not there) to @after, did that counts here; %FALSE where nothing. */
gboolean muster_account_deed_find (const char *operation, const MusterAccount *before, const MusterAccount *after, MusterAccountDeedKind *kind);

/** MusterDeciderTies: what makes one doubt that the decider is a second person; flags. */
typedef enum
{
  MUSTER_TIE_ADDED = 1 << 0,  /* by the proposer */
  MUSTER_TIE_RAISED = 1 << 1, /* by the proposer */
  MUSTER_TIE_RESET = 1 << 2,
  MUSTER_TIE_SAME_NAME = 1 << 3,
  MUSTER_TIE_THROUGH = 1 << 4, /* by way of other accounts only */
  MUSTER_TIE_PROPOSER_LET_IN = 1 << 5, /* the other way round: the proposer was made an administrator or enabled by the decider, or reset */
  MUSTER_TIE_PROPOSER_ADDED = 1 << 6, /* by the decider */
} MusterDeciderTies;

/**
 * muster_decider_find_ties:
 * @accounts: (element-type MusterAccount): all of the register’s
 * @deeds: (element-type MusterAccountDeed): what was done to any of them
 *
 * Returns: what ties @decider to @proposer in a decision proposed at @proposed_at: what was done to the decider since MUSTER_DECIDER_TIE_DAYS before, and a name
 * that both have; where it is neither, whether it is so by way of others: an account that the proposer made may have made the decider’s, or have its name. None
 * for the proposer, whose own decision is an emergency.
 */
MusterDeciderTies muster_decider_find_ties (GPtrArray *accounts, const GArray *deeds, gint64 decider, gint64 proposer, gint64 proposed_at);

/** Returns: (transfer full) (nullable): @ties of the account called @name as sentences; %NULL where there are none. */
char *muster_decider_dup_ties_text (MusterDeciderTies ties, const char *name);

/** MusterTieTo: what two people have to do beside a decision, and so whom the second is tied to. */
typedef enum
{
  MUSTER_TIE_TO_REVIEWED, /* who decided what is reviewed */
  MUSTER_TIE_TO_DOER,     /* who recorded the step as done that is verified */
  MUSTER_TIE_TO_CHECKED,  /* who recorded a step as done whose effect is checked */
  MUSTER_TIE_TO_ASKER,    /* who asked for the extension that is approved */
} MusterTieTo;

/** Returns: (transfer full) (nullable): that @ties make one doubt that the account called @name, which did it, is a second person; %NULL where there are none. */
char *muster_decider_dup_tie_to_text (MusterTieTo to, MusterDeciderTies ties, const char *name);
