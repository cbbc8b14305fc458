/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import.h"
#include "store/muster-store.h"

/* What a file claims about people's standing: kept as evidence, and never more. */

/** Sets @news to whether @row claims anything that is not the newest that the register knows of @person. */
gboolean muster_import_claims_are_new (MusterDatabase *database, const MusterImportRow *row, gint64 person, gboolean *news, GError **error);
