/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import.h"
#include "store/muster-store.h"

/* What a file claims about people's standing: kept as evidence, and never more. */

/**
 * MusterImportClaimSource: who claims something of whom.
 * @by_role: of a person of whom several rows tell, each in a role: the claims of each stand beside each other ("reported-status:broker")
 * @is_new_person: nothing can be known yet
 */
typedef struct
{
  gint64 person;
  gboolean by_role;
  const char *file;
  gint64 import_id;
  guint line;
  gint64 account_id;
  gint64 recorded;
  gboolean is_new_person;
} MusterImportClaimSource;

/** Sets @news to whether @row claims anything that is not the newest that the register knows of @person. */
gboolean muster_import_claims_are_new (MusterDatabase *database, const MusterImportRow *row, gint64 person, gboolean by_role, gboolean *news, GError **error);
/** Keeps what is new. */
gboolean muster_import_claims_save (MusterDatabase *database, const MusterImportRow *row, const MusterImportClaimSource *source, GError **error);
