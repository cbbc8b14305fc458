/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-journal-query.h"

#define MUSTER_TYPE_JOURNAL_ITEM (muster_journal_item_get_type ())
/** MusterJournalItem: an entry of the journal as lists want it: immutable. */
G_DECLARE_FINAL_TYPE (MusterJournalItem, muster_journal_item, MUSTER, JOURNAL_ITEM, GObject)

/** @entry: (transfer full) */
MusterJournalItem *muster_journal_item_new (MusterJournalEntry *entry);
const MusterJournalEntry *muster_journal_item_get_entry (MusterJournalItem *self);
/** Returns: translated: what was done. */
const char *muster_journal_item_get_label (MusterJournalItem *self);
const char *muster_journal_item_get_icon_name (MusterJournalItem *self);
/** Returns: (transfer full): "Alex Moreau (Administrator)". */
char *muster_journal_item_dup_who (MusterJournalItem *self);
/** Returns: (transfer full): what a screen reader says of it: the label, what it is about if anything, and @more. */
char *muster_journal_item_dup_spoken (MusterJournalItem *self, const char *more);
