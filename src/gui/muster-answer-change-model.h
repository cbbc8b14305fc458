/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-answer-change-item.h"
#include "store/muster-store.h"

#define MUSTER_TYPE_ANSWER_CHANGE_MODEL (muster_answer_change_model_get_type ())
/** MusterAnswerChangeModel: the people whose answer changes, as a list of #MusterAnswerChangeItem. Names are read for those that are looked at only. */
G_DECLARE_FINAL_TYPE (MusterAnswerChangeModel, muster_answer_change_model, MUSTER, ANSWER_CHANGE_MODEL, GObject)

/** @preview: (transfer full) */
MusterAnswerChangeModel *muster_answer_change_model_new (MusterStore *store, MusterAdoptionPreview *preview);
