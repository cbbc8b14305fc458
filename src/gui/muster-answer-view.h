/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-person-facts.h"

#include <gtk/gtk.h>

#define MUSTER_TYPE_ANSWER_VIEW (muster_answer_view_get_type ())
/** MusterAnswerView: whether a person may assist today, in which roles, and until when: the first thing that is said of them. */
G_DECLARE_FINAL_TYPE (MusterAnswerView, muster_answer_view, MUSTER, ANSWER_VIEW, GtkBox)

void muster_answer_view_show (MusterAnswerView *self, const MusterPersonFacts *facts);
