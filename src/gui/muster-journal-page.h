/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_JOURNAL_PAGE (muster_journal_page_get_type ())
/**
 * MusterJournalPage: what was done, by whom and why; and whether the journal is sound.
 *
 * Actions: page.search, journal.verify, journal.show-checkpoint, journal.compare-checkpoint.
 */
G_DECLARE_FINAL_TYPE (MusterJournalPage, muster_journal_page, MUSTER, JOURNAL_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_journal_page_new (MusterStore *store);
