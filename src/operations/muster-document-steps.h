/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-document.h"
#include "store/muster-store.h"

/** Checks a file, keeps it in the register, and sets @id to its document. */
gboolean muster_document_steps_keep (MusterWork *work, MusterDocumentUse use, const char *file_name, GBytes *content, gint64 *id, GError **error);
