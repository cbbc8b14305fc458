/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-case-tile.h"
#include "gui/muster-case-item.h"
#include "store/muster-store.h"

#define MUSTER_TYPE_CASE_MODEL (muster_case_model_get_type ())
/**
 * MusterCaseModel: a register of cases (incidents, corrective actions, decisions), as far as a tile and a search choose. What is counted and searched is
 * read off the main thread, and again whenever the store changes; what the lines say by the screenful, when they are asked for.
 *
 * As a #GListModel it is a list of places, each an empty object: which case is in a place is asked by its position.
 *
 * Signals: "loaded": there are new counts, and the list is that of the newest choice as far as it can be told yet; "lines-changed": others may be in the
 * same places now, or say something else; "failed" (string message): the register could not be read.
 */
G_DECLARE_FINAL_TYPE (MusterCaseModel, muster_case_model, MUSTER, CASE_MODEL, GObject)

MusterCaseModel *muster_case_model_new (MusterStore *store, MusterCaseKind kind);
/** @sought: folded words (muster_text_fold()); "" for all. Words are found once all of them have been read; until then the list stays. */
void muster_case_model_choose (MusterCaseModel *self, MusterCaseTile tile, const char *sought);
/** Returns: (transfer none) (nullable): the case in the place at @position, there until another one is asked for; %NULL where nothing can be read. */
MusterCaseItem *muster_case_model_get_case (MusterCaseModel *self, guint position);
/** Whether the list has a screenful of those chosen, and the rest is still to come into it. */
gboolean muster_case_model_has_rest (MusterCaseModel *self);
/** Brings the rest, if there is any: what is to be called as soon as the screenful is seen. */
void muster_case_model_show_rest (MusterCaseModel *self);
/** Whether all has been read and is in the list, and nothing changed since. */
gboolean muster_case_model_is_ready (MusterCaseModel *self);
/** Sets @count to how many cases @tile counts. Returns: %FALSE while nobody knows yet. */
gboolean muster_case_model_count (MusterCaseModel *self, MusterCaseTile tile, guint *count);
