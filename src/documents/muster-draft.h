/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * MusterDraft: a file that is written beside its place (0600), and put there when it is finished: until then what is there stays, and without being
 * finished nothing is left. Inside of documents/ only.
 */
typedef struct _MusterDraft MusterDraft;

/** Fails with MUSTER_ERROR_STORAGE, as all of these. */
MusterDraft *muster_draft_new (const char *path, GError **error);
void muster_draft_free (MusterDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterDraft, muster_draft_free)

/** Returns: (transfer none): where it is written. */
const char *muster_draft_get_path (MusterDraft *draft);
/** Writes on. What goes wrong is said by muster_draft_finish(). */
void muster_draft_write (MusterDraft *draft, gconstpointer bytes, gsize length);
/** Remembers what went wrong, an errno, for muster_draft_finish(). */
void muster_draft_fail (MusterDraft *draft, int failure);
/** Returns: the errno of what went wrong, or 0. */
int muster_draft_get_failure (MusterDraft *draft);
gboolean muster_draft_finish (MusterDraft *draft, GError **error);
