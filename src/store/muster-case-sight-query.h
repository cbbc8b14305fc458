/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-case-access.h"
#include "store/muster-database.h"

/**
 * MusterCaseSights: which cases are closed to one account, by all of the register, whatever the connection shows.
 * @people: (element-type gint64): whom the account is, by name: see muster_own_person_query_list()
 * @closed: sets of ids by #MusterCaseKind
 * @own: the same: what concerns @people, open to the account or not
 */
typedef struct
{
  GArray *people;
  GHashTable *closed[MUSTER_N_CASE_KINDS];
  GHashTable *own[MUSTER_N_CASE_KINDS];
} MusterCaseSights;

void muster_case_sights_clear (MusterCaseSights *sights);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterCaseSights, muster_case_sights_clear)

/** Sets @sights to those of @account: see muster_case_may_see(). */
gboolean muster_case_sight_query_load (MusterDatabase *database, const MusterAccount *account, MusterCaseSights *sights, GError **error);
gboolean muster_case_sights_may_see (const MusterCaseSights *sights, MusterCaseKind kind, gint64 id);
/** Returns: whether nothing is closed to the account. */
gboolean muster_case_sights_is_empty (const MusterCaseSights *sights);

/** Returns: whether something is closed by @own and by @before, and not by @after: it would be opened by who does not see it. */
gboolean muster_case_sights_opens (const MusterCaseSights *own, const MusterCaseSights *before, const MusterCaseSights *after);

/** Returns: (transfer full) (element-type MusterCaseKeeper): all accounts that are enabled, and whether each sees the case. */
GArray *muster_case_sight_query_list_keepers (MusterDatabase *database, MusterCaseKind kind, gint64 id, GError **error);

/** Returns: the id of the case called @number, and its kind; 0 with MUSTER_ERROR_INVALID or MUSTER_ERROR_NOT_FOUND. */
gint64 muster_case_sight_query_find (MusterDatabase *database, const char *number, MusterCaseKind *kind, GError **error);
/** Returns: (transfer full): the number of a case; %NULL with MUSTER_ERROR_NOT_FOUND. */
char *muster_case_sight_query_dup_number (MusterDatabase *database, MusterCaseKind kind, gint64 id, GError **error);
