/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-import-plan.h"

/* What an import will do, in words. */

/** Returns: how many people are added or changed; 0 while rejected rows hold it up. */
guint muster_import_summary_count_people (const MusterImportPlan *plan, gboolean accept_valid);
/** Whether it will do anything at all. */
gboolean muster_import_summary_does_anything (const MusterImportPlan *plan, gboolean accept_valid);
/** Returns: (transfer full): exactly what will happen, as sentences. */
char *muster_import_summary_dup (const MusterImportPlan *plan, gboolean accept_valid);
/** Returns: (transfer full): what the button that does it says, with a mnemonic: "_Import 412 People". */
char *muster_import_summary_dup_verb (const MusterImportPlan *plan, gboolean accept_valid);
