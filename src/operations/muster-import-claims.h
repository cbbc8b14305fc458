/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import.h"
#include "store/muster-store.h"

/* What a file claims about people's standing: kept as evidence, and never more. */

/**
 * MusterImportClaimSource: who claims something of whom.
 * @by_role: of a person of whom several rows tell, each in a role: the claims of each stand beside each other ("reported-status:broker")
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
} MusterImportClaimSource;

/** Sets @news to whether @row claims anything that is not the newest that the register knows of @person. */
gboolean muster_import_claims_are_new (MusterDatabase *database, const MusterImportRow *row, gint64 person, gboolean by_role, gboolean *news, GError **error);
/** Returns: (transfer full) (element-type MusterEvidence): what @row claims; empty for nearly all files. */
GPtrArray *muster_import_claims_list (const MusterImportRow *row, const MusterImportClaimSource *source);
/** Keeps what is new. */
gboolean muster_import_claims_save (MusterDatabase *database, const MusterImportRow *row, const MusterImportClaimSource *source, GError **error);
