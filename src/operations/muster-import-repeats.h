/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * MusterImportRepeats: which row of a file had an identifier first. Keeps 16 bytes for each, whatever its length; so what it answers is
 * to be compared, since two may share a place.
 */
typedef struct _MusterImportRepeats MusterImportRepeats;

MusterImportRepeats *muster_import_repeats_new (void);
void muster_import_repeats_free (MusterImportRepeats *repeats);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterImportRepeats, muster_import_repeats_free)

/** Remembers @row for @text of @kind. Returns: %FALSE and sets @earlier if a row was remembered before; that one stays. */
gboolean muster_import_repeats_add (MusterImportRepeats *repeats, guint kind, const char *text, guint row, guint *earlier);
