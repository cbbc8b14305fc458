/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-database.h"

/**
 * Sets @open to whether an incident, a corrective action or a decision about the person goes on: also one that is closed to who asks. What is recorded of who
 * leaves says so to everybody, and so does what is told of it before; which one it is, nothing says.
 */
gboolean muster_open_case_query_has (MusterDatabase *database, gint64 assister_id, gboolean *open, GError **error);
