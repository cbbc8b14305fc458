/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_DOCUMENT_OPENER (muster_document_opener_get_type ())
/**
 * MusterDocumentOpener: takes documents out of the register for somebody to look at. A program that shows one needs it as a file: that is in a folder for its owner only,
 * which goes with the opener.
 */
G_DECLARE_FINAL_TYPE (MusterDocumentOpener, muster_document_opener, MUSTER, DOCUMENT_OPENER, GObject)

/** @operation: gives documents out: its input is an id (gint64), its output #MusterOpenedDocument */
MusterDocumentOpener *muster_document_opener_new (const MusterOperation *operation);
/** Opens the document that @id stands for in the program for it; what goes wrong is shown over the window of @parent. */
void muster_document_opener_open (MusterDocumentOpener *self, MusterStore *store, gint64 id, GtkWidget *parent);
/** Asks where to, and saves it there. @file_name: offered as the name. */
void muster_document_opener_save (MusterDocumentOpener *self, MusterStore *store, gint64 id, const char *file_name, GtkWidget *parent);
/** Asks where to, and saves there what an operation gave out just now, which is in the journal already. */
void muster_document_opener_save_content (GBytes *content, const char *file_name, GtkWidget *parent);
/** Opens what is not from the register, such as a preview, in the program for it. */
void muster_document_opener_open_content (MusterDocumentOpener *self, GBytes *content, const char *file_name, GtkWidget *parent);
/** Takes it out and puts it into the folder. Ends in muster_document_opener_take_out_finish(). */
void muster_document_opener_take_out_async (MusterDocumentOpener *self, MusterStore *store, gint64 id, GAsyncReadyCallback callback, gpointer user_data);
/** Returns: (transfer full): where it is. */
GFile *muster_document_opener_take_out_finish (MusterDocumentOpener *self, GAsyncResult *result, GError **error);
