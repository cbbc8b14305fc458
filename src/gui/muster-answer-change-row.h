/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/muster-answer-change-item.h"

#define MUSTER_TYPE_ANSWER_CHANGE_ROW (muster_answer_change_row_get_type ())
/** MusterAnswerChangeRow: a person whose answer changes, with the answer before and after. */
G_DECLARE_FINAL_TYPE (MusterAnswerChangeRow, muster_answer_change_row, MUSTER, ANSWER_CHANGE_ROW, GtkBox)

void muster_answer_change_row_show (MusterAnswerChangeRow *self, MusterAnswerChangeItem *item);
