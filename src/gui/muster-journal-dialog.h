/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/muster-journal-item.h"

#define MUSTER_TYPE_JOURNAL_DIALOG (muster_journal_dialog_get_type ())
/** MusterJournalDialog: one entry of the journal, with what was before and after. */
G_DECLARE_FINAL_TYPE (MusterJournalDialog, muster_journal_dialog, MUSTER, JOURNAL_DIALOG, AdwDialog)

AdwDialog *muster_journal_dialog_new (MusterStore *store, MusterJournalItem *item);
