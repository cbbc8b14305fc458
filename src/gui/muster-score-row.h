/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define MUSTER_TYPE_SCORE_ROW (muster_score_row_get_type ())
/** MusterScoreRow: a score in percent, typed as a whole number. */
G_DECLARE_FINAL_TYPE (MusterScoreRow, muster_score_row, MUSTER, SCORE_ROW, AdwEntryRow)

/** @score: -1 for none */
void muster_score_row_set_score (MusterScoreRow *self, int score);
/** Sets @score to it; -1 if nothing is typed, or the row is hidden. %FALSE with MUSTER_ERROR_INVALID if what is typed is no number. */
gboolean muster_score_row_get_score (MusterScoreRow *self, int *score, GError **error);
