/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-account.h"
#include "domain/muster-corrective-action.h"
#include "domain/muster-decider-tie.h"
#include "domain/muster-decision.h"
#include "domain/muster-review.h"
#include "store/muster-store.h"

MusterAccount *muster_account_table_load (MusterDatabase *database, gint64 id, GError **error);
/** Returns: the account called @name; %NULL with MUSTER_ERROR_NOT_FOUND. */
MusterAccount *muster_account_table_find (MusterDatabase *database, const char *name, GError **error);
/** Returns: (transfer full) (element-type MusterAccount): by name, without the recovery account. */
GPtrArray *muster_account_table_list (MusterDatabase *database, GError **error);
/** How many administrators are not disabled, @except not counted. -1 on error. */
int muster_account_table_count_administrators (MusterDatabase *database, gint64 except, GError **error);
/** Sets @others to who can decide apart from @account_id, and when, by the journal, the last of those who cannot any more could. */
gboolean muster_account_table_find_others (MusterDatabase *database, gint64 account_id, MusterOtherAdministrators *others, GError **error);
/**
 * Sets @text (nullable) to what makes one doubt, by the journal, that @decider is a second person in @decision: see muster_decider_find_ties(). For one that is
 * decided, @decider is who decided it; @decider 0 is nobody. Of one that was not approved there is nothing to doubt.
 */
gboolean muster_account_table_dup_ties (MusterDatabase *database, const MusterDecision *decision, gint64 decider, char **text, GError **error);
/** The same of who decided @review, compared with who proposed what is reviewed and who decided it. */
gboolean muster_account_table_dup_review_ties (MusterDatabase *database, const MusterReview *review, const MusterDecision *decision, char **text, GError **error);
/** Returns: (transfer full): the same of who verified steps of @action, recorded checks of its effect or approved extensions, as sentences, each once. */
GStrv muster_account_table_list_action_ties (MusterDatabase *database, const MusterCorrectiveAction *action, GError **error);
/** Saves role, name and state. */
gboolean muster_account_table_save (MusterDatabase *database, MusterAccount *account, GError **error);

/** Makes a new account with a key pair of its own: its row, and its slot in keys.json under @password. If the operation fails later the slot is worth nothing and is cleared at the next write. */
gboolean muster_work_add_account (MusterWork *work, MusterAccount *account, MusterSecret *password, GError **error);
/** Has the slot of a disabled account open to nobody, or that of an enabled one to its password again; what is so already stays. */
gboolean muster_work_set_account_asleep (MusterWork *work, const char *name, gboolean asleep, GError **error);
/** Seals the signed-in account's slot under a new password. */
gboolean muster_work_change_password (MusterWork *work, MusterSecret *old_password, MusterSecret *new_password, GError **error);
