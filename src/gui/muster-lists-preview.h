/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "operations/muster-reconcile-list.h"

#define MUSTER_TYPE_LISTS_PREVIEW (muster_lists_preview_get_type ())
/**
 * MusterListsPreview: what a comparison with a public list found, before anything is recorded.
 *
 * Signal "year" (uint): another plan year was chosen.
 */
G_DECLARE_FINAL_TYPE (MusterListsPreview, muster_lists_preview, MUSTER, LISTS_PREVIEW, AdwBin)

/** Shows @plan; the names of people come from @store. */
void muster_lists_preview_show (MusterListsPreview *self, MusterStore *store, MusterReconcilePlan *plan);
/** Shows @text (nullable) above it. */
void muster_lists_preview_show_notice (MusterListsPreview *self, const char *text);
