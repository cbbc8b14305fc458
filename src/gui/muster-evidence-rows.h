/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/muster-person-facts.h"

/* How evidence is shown: rows made of what was read. */

/** Returns: (transfer full): "Passed, 84 % · Mar 2, 2026", as far as it is known. */
char *muster_evidence_rows_dup_title (const MusterPersonFacts *facts, const MusterEvidence *evidence);

/**
 * muster_evidence_rows_new:
 * @title: as above, with more if need be
 *
 * Returns: (transfer floating): a row that says when, how it ended, by whom it is vouched for and who recorded it, with buttons "evidence.open", "evidence.save" where there is a
 * document and, if @may_change and it stands, "evidence.withdraw" and, where the rules ask for it, "evidence.correct"; each with its id.
 */
GtkWidget *muster_evidence_rows_new (const MusterPersonFacts *facts, const MusterEvidence *evidence, const char *title, gboolean may_change);
