/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_CASES_PAGE (muster_cases_page_get_type ())
/** MusterCasesPage: the register of corrective actions, of decisions or of incidents, with tiles that count and choose. Its rows open win.open-action, win.open-decision or win.open-incident. */
G_DECLARE_FINAL_TYPE (MusterCasesPage, muster_cases_page, MUSTER, CASES_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_cases_page_new_actions (MusterStore *store);
AdwNavigationPage *muster_cases_page_new_decisions (MusterStore *store);
/** With a button that records one, for those who may. */
AdwNavigationPage *muster_cases_page_new_incidents (MusterStore *store);
/** Opens the search; for Ctrl+F. */
void muster_cases_page_search (MusterCasesPage *self);
/** Returns: whether the register has been read. */
gboolean muster_cases_page_is_ready (MusterCasesPage *self);
/** Returns: how many rows are shown. */
guint muster_cases_page_get_n_rows (MusterCasesPage *self);
