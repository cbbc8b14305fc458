/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-row-group.h"
#include "operations/muster-coverage-preview.h"

/** Finds out, in a thread of its own, what a change would leave uncovered. */
typedef MusterCoveragePreview *(*MusterCoverageFind) (MusterDatabase *database, gconstpointer data, const GDate *today, GCancellable *cancellable, GError **error);

/** Shows in @group what would be left uncovered; the group is hidden where there is nothing to warn of. */
void muster_coverage_rows_show (MusterRowGroup *group, char **warnings);

/** The same for what @find finds beside the main thread; a later call for the same group replaces an earlier one. What speaks against the change itself is not said here. */
void muster_coverage_rows_find (MusterRowGroup *group, MusterStore *store, MusterCoverageFind find, gpointer data, GDestroyNotify free_data);
