/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** Whether findings of the rule @code may propose something; MUSTER_ERROR_INVALID with those that do. */
gboolean muster_import_rule_check_proposes (const char *code, GError **error);
/** Returns: (transfer none): what the rule of a finding is about in a few translated words, for a heading: "Damaged by a spreadsheet"; @code itself for one that is not known. */
const char *muster_import_rule_get_label (const char *code);
