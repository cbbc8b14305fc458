/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/muster-person-facts.h"

/**
 * muster_requirement_row_new: a requirement in one role: how it stands, as an icon and a word, and until when. Opened, it says what would cure it, where it is written, and
 * what evidence there is.
 * @may_record: whether evidence can be recorded ("evidence.record" with the requirement’s code) and corrected from here
 *
 * Returns: (transfer floating)
 */
GtkWidget *muster_requirement_row_new (const MusterPersonFacts *facts, const MusterAnswerRequirement *line, gboolean may_record);
