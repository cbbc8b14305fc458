/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-verify.h"

#define MUSTER_TYPE_JOURNAL_CHECK (muster_journal_check_get_type ())
/** MusterJournalCheck: checks the journal, shows how far it is, and what was found. Hidden parts take no room. */
G_DECLARE_FINAL_TYPE (MusterJournalCheck, muster_journal_check, MUSTER, JOURNAL_CHECK, AdwBin)

void muster_journal_check_set_store (MusterJournalCheck *self, MusterStore *store);
/** @checkpoint: (nullable): a code as printed, to compare with. */
void muster_journal_check_run (MusterJournalCheck *self, const char *checkpoint);
/** Returns: (transfer full): what @verification found, as a sentence. */
char *muster_journal_check_dup_text (const MusterVerification *verification);
