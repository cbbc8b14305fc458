/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "domain/muster-case-access.h"
#include "store/muster-store.h"

#define MUSTER_TYPE_CASE_ACCESS_SECTION (muster_case_access_section_get_type ())
/** MusterCaseAccessSection: of a case, to whom it is closed and, for those who may read the journal, who looked at it. */
G_DECLARE_FINAL_TYPE (MusterCaseAccessSection, muster_case_access_section, MUSTER, CASE_ACCESS_SECTION, GtkBox)

/** Reads anew. The first time, it records that the account looks at the case: the page that holds it shows it. */
void muster_case_access_section_show (MusterCaseAccessSection *self, MusterStore *store, MusterDatabase *database, MusterCaseKind kind, gint64 id, const char *number);
