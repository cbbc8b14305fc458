/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"
#include "gui/muster-text-row.h"
#include "operations/muster-citation-steps.h"

/**
 * muster_citation_ask:
 * @row: where it is said why; shown once it is needed
 * @citing: what is to be cited, with @despite as it stands in @row
 *
 * Asks first, in place, where a person had not acknowledged what is cited. Returns: whether nothing stands in the way.
 */
gboolean muster_citation_ask (MusterFormDialog *dialog, MusterTextRow *row, const MusterCiting *citing);
/** The same for the breach of @clause that is found in an incident. */
gboolean muster_citation_ask_incident (MusterFormDialog *dialog, MusterTextRow *row, gint64 incident_id, const char *clause, const char *despite);
