/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-account.h"
#include "store/muster-database.h"

/*
 * Who of the roster an account is, as was said of it, or else by name: that of today and, as the journal has them, those before. What the account’s person is called from now on changes
 * nothing: else a new name would open what is closed. An account that never had another one beside it is nobody of the roster: nobody else could act in its stead.
 */

/** MusterOwnNames: of whom the names before today’s count as well; looking at all takes a while. */
typedef enum
{
  MUSTER_OWN_NAMES_OF_CASES, /* whom a case concerns */
  MUSTER_OWN_NAMES_OF_ALL,
} MusterOwnNames;

/** Returns: (transfer full) (element-type gint64): whom of the roster @account is. */
GArray *muster_own_person_query_list (MusterDatabase *database, const MusterAccount *account, MusterOwnNames names, GError **error);

/** Adds to @people, (element-type gint64), who has the account’s name, or had; what was said of the account is not looked at, nor the index of words. */
gboolean muster_own_person_query_add_by_name (MusterDatabase *database, const MusterAccount *account, MusterOwnNames names, GArray *people, GError **error);

/** Sets @is to whether @account is that person, by any name they ever had. */
gboolean muster_own_person_query_is (MusterDatabase *database, const MusterAccount *account, gint64 assister_id, gboolean *is, GError **error);
