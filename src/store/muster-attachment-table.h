/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-attachment.h"
#include "store/muster-database.h"

/* Documents of incidents. Rows are only ever added, and withdrawn; saving outside of an operation fails. */

/** Adds an attachment of a document that is kept already; sets its id. */
gboolean muster_attachment_table_save (MusterDatabase *database, MusterAttachment *attachment, gint64 document_id, GError **error);
/** Keeps that @attachment was withdrawn, as it says. */
gboolean muster_attachment_table_withdraw (MusterDatabase *database, const MusterAttachment *attachment, GError **error);
/** Returns: (transfer full): MUSTER_ERROR_NOT_FOUND for an unknown one, and for one of an incident that is closed to the account. */
MusterAttachment *muster_attachment_table_load (MusterDatabase *database, gint64 id, GError **error);
/** Returns: (transfer full) (element-type MusterAttachment): those of an incident, the first to come first; withdrawn ones, too. */
GPtrArray *muster_attachment_table_list (MusterDatabase *database, gint64 incident_id, GError **error);
