/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-review.h"
#include "store/muster-database.h"

/** Saves @review; a new one gets id and a number of @year. */
gboolean muster_review_table_save (MusterDatabase *database, MusterReview *review, int year, GError **error);
MusterReview *muster_review_table_load (MusterDatabase *database, gint64 id, GError **error);
/** Returns: the id of "AP-2026-0001" (any case); 0 with MUSTER_ERROR_NOT_FOUND. */
gint64 muster_review_table_find (MusterDatabase *database, const char *number, GError **error);

typedef struct
{
  gint64 decision_id; /* 0: all */
  gboolean only_pending;
} MusterReviewFilter;
/** Returns: (transfer full) (element-type MusterReview): newest first. */
GPtrArray *muster_review_table_list (MusterDatabase *database, const MusterReviewFilter *filter, GError **error);
/** Sets @review to the newest of @decision_id that was admitted; %NULL for none. */
gboolean muster_review_table_load_newest (MusterDatabase *database, gint64 decision_id, MusterReview **review, GError **error);
