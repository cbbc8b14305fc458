/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_ATTACHMENT_SECTION (muster_attachment_section_get_type ())
/** MusterAttachmentSection: the documents of an incident: opened and saved with an entry in the journal, attached and withdrawn by those who may. */
G_DECLARE_FINAL_TYPE (MusterAttachmentSection, muster_attachment_section, MUSTER, ATTACHMENT_SECTION, GtkBox)

/** Shows those of the incident as @database has them. */
gboolean muster_attachment_section_show (MusterAttachmentSection *self, MusterStore *store, MusterDatabase *database, gint64 incident_id, GError **error);
