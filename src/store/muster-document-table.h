/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-document.h"
#include "store/muster-database.h"

/* Files that are kept in the register, encrypted as all of it. Rows are only ever added; saving outside of an operation fails. */

/** Adds @document with its @content; sets its id, size and hash. */
gboolean muster_document_table_save (MusterDatabase *database, MusterDocument *document, GBytes *content, GError **error);
/** Returns: (transfer full): MUSTER_ERROR_NOT_FOUND for an unknown one. */
MusterDocument *muster_document_table_load (MusterDatabase *database, gint64 id, GError **error);
/** Returns: (transfer full): the content; MUSTER_ERROR_DAMAGED where it is gone or is not what was saved. */
GBytes *muster_document_table_load_content (MusterDatabase *database, gint64 id, GError **error);
/** Whether the contents of all documents are what was saved; @first_bad is set to the first that is not, 0 for none. */
gboolean muster_document_table_check_all (MusterDatabase *database, gint64 *first_bad, GError **error);
