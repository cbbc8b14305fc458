/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_LISTS_PAGE (muster_lists_page_get_type ())
/** MusterListsPage: the tasks that comparisons with public lists propose, and a new comparison: file, preview, done. */
G_DECLARE_FINAL_TYPE (MusterListsPage, muster_lists_page, MUSTER, LISTS_PAGE, AdwNavigationPage)

/** Returns: (transfer floating) */
AdwNavigationPage *muster_lists_page_new (MusterStore *store);
/** Reads the list at @file, and shows what it would propose. */
void muster_lists_page_open_file (MusterListsPage *self, GFile *file);

/** Whether the tasks have been read, and nothing is under way. */
gboolean muster_lists_page_is_ready (MusterListsPage *self);
/** Whether the preview of a comparison is shown. */
gboolean muster_lists_page_is_preview (MusterListsPage *self);
guint muster_lists_page_get_n_rows (MusterListsPage *self);
