/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * muster_file_kind_check_text:
 *
 * Whether a file that begins with @bytes may be text; otherwise MUSTER_ERROR_INPUT that says what it seems to be and what to do.
 * Inside of documents/ only.
 */
gboolean muster_file_kind_check_text (const guint8 *bytes, gsize length, GError **error);
/** Says that a file is larger than @limit bytes. Returns: %FALSE. */
gboolean muster_file_kind_refuse_size (guint64 limit, GError **error);
/** The same by the text it made in an encoding that was found out or, if given, chosen: a few letters in a hundred that are control characters are one too many. */
gboolean muster_file_kind_check_letters (const char *text, gsize length, const char *chosen_encoding, GError **error);
