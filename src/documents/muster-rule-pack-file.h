/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "domain/muster-rule-pack.h"

/** The largest file that is read as a rule pack, in bytes. */
#define MUSTER_RULE_PACK_MAX_SIZE (256 * 1024)

/**
 * Reads a rule pack that an agency changed. Also off the main thread.
 *
 * Returns: (transfer full): MUSTER_ERROR_INPUT for what is no text of a sensible size, MUSTER_ERROR_RULE for what is no good pack; both name the file, the second
 * the line.
 */
MusterRulePack *muster_rule_pack_file_read (GFile *file, GCancellable *cancellable, GError **error);
