/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-review.h"
#include "gui/muster-row-group.h"
#include "store/muster-store.h"

/** MusterReviewOffers: what the account may do about the review of a decision. @pending: the review that waits; 0: none. */
typedef struct
{
  gboolean may_file;
  gboolean may_decide;
  gint64 pending;
} MusterReviewOffers;

/** Shows the requests for review of @decision in @group, which hides where there are none. */
void muster_review_rows_show (MusterRowGroup *group, MusterDatabase *database, const MusterDecision *decision);
void muster_review_rows_find_offers (MusterStore *store, MusterDatabase *database, const MusterDecision *decision, MusterReviewOffers *offers);
