/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-workbook-protocol.h"

/** Sets the MUSTER_ERROR_INPUT that says the problem to a person, and what to do. @names: the sheets, %NULL-terminated; @wanted: the one asked for. Returns: %FALSE. */
gboolean muster_workbook_problem_set (guint problem, const char *place, const char *const *names, const char *wanted, GError **error);
