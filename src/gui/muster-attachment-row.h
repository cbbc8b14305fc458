/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define MUSTER_TYPE_ATTACHMENT_ROW (muster_attachment_row_get_type ())
/** MusterAttachmentRow: a document, chosen or dropped. What cannot be kept is refused here, with the reason. */
G_DECLARE_FINAL_TYPE (MusterAttachmentRow, muster_attachment_row, MUSTER, ATTACHMENT_ROW, AdwActionRow)

/** A document that is there already, called @file_name (nullable): it stays unless another is chosen or it is taken away. */
void muster_attachment_row_set_kept (MusterAttachmentRow *self, const char *file_name);
/** Whether that one stays. */
gboolean muster_attachment_row_keeps (MusterAttachmentRow *self);
/** Whether a file is still being read. */
gboolean muster_attachment_row_is_busy (MusterAttachmentRow *self);
/** Returns: (transfer full) (nullable): the content of the file that was chosen; sets @file_name (transfer full). */
GBytes *muster_attachment_row_dup_content (MusterAttachmentRow *self, char **file_name);
/** Returns: (nullable): the name of the document that there would be. */
const char *muster_attachment_row_get_file_name (MusterAttachmentRow *self);
/** Takes @file: reads and checks it. */
void muster_attachment_row_take (MusterAttachmentRow *self, GFile *file);
/** Takes files that are dropped anywhere on @widget. */
void muster_attachment_row_take_drops (MusterAttachmentRow *self, GtkWidget *widget);
