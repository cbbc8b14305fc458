/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-person-facts.h"
#include "gui/muster-row-group.h"

/**
 * muster_answer_rows_show: what stands behind the answer, as rows of @group: each reason with its cure; what still lacks in roles that are on the way or suspended; and what
 * the calendar proposes, with a button "assister.take-up" (verb, role, reason) where @store's account may do it. Hidden without any.
 */
void muster_answer_rows_show (MusterRowGroup *group, MusterStore *store, const MusterPersonFacts *facts);
