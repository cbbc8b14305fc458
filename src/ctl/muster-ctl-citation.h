/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "ctl/muster-ctl.h"

/* From which text a case cites its clauses (element-type utf8), and what the notice says in that @version, or where it was not loaded in the one in force on @on, where the agency loaded it as text. */

/** “cited_from”: a sentence or null; “wordings”: an object of clauses and their wording. */
gboolean muster_ctl_json_citation (JsonBuilder *json, MusterDatabase *database, const char *number, GPtrArray *clause_ids, const char *version, const GDate *on, GError **error);
gboolean muster_ctl_print_citation (MusterDatabase *database, const char *number, GPtrArray *clause_ids, const char *version, const GDate *on, GError **error);
