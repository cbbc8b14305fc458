/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "operations/muster-adoption-preview.h"

#define MUSTER_TYPE_ANSWER_CHANGE_ITEM (muster_answer_change_item_get_type ())
/** MusterAnswerChangeItem: a person whose answer changes, in words; never changes. */
G_DECLARE_FINAL_TYPE (MusterAnswerChangeItem, muster_answer_change_item, MUSTER, ANSWER_CHANGE_ITEM, GObject)

/** @name: the person’s */
MusterAnswerChangeItem *muster_answer_change_item_new (const MusterAdoptionPreview *preview, const MusterAdoptionChange *change, const char *name);
gint64 muster_answer_change_item_get_person (MusterAnswerChangeItem *self);
const char *muster_answer_change_item_get_name (MusterAnswerChangeItem *self);
MusterAnswerChange muster_answer_change_item_get_change (MusterAnswerChangeItem *self);
/** Returns: "Before: may assist, through Oct 15, 2026." and "After: …", a line each. */
const char *muster_answer_change_item_get_text (MusterAnswerChangeItem *self);
