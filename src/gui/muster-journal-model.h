/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gui/muster-journal-item.h"

#define MUSTER_JOURNAL_PAGE_SIZE 100

#define MUSTER_TYPE_JOURNAL_MODEL (muster_journal_model_get_type ())
/**
 * MusterJournalModel: the journal as a list of #MusterJournalItem, newest first, read in threads a page at a time. New entries come on top.
 *
 * Signals: "loaded"; "failed" (string message).
 */
G_DECLARE_FINAL_TYPE (MusterJournalModel, muster_journal_model, MUSTER, JOURNAL_MODEL, GObject)

MusterJournalModel *muster_journal_model_new (MusterStore *store);
/** Shows only what @operation (nullable) did about @subject (nullable). */
void muster_journal_model_set_filter (MusterJournalModel *self, const char *operation, const char *subject);
/** Reads the next page, if there is more and none is on its way. */
void muster_journal_model_load_more (MusterJournalModel *self);
