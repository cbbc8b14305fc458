/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * muster_code_find:
 * @codes: the codes of an enumeration, by its values; %NULL where a value has none
 * @problem: translated: what @text is not, "This is not a role"
 *
 * Finds @text among @codes, case ignored. For the `…_from_code` functions of this layer.
 *
 * Returns: %TRUE and sets @index; else %FALSE with MUSTER_ERROR_INVALID that names @text and lists the codes.
 */
gboolean muster_code_find (const char *const *codes, guint n_codes, const char *text, const char *problem, guint *index, GError **error);
