/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-document-opener.h"

/**
 * Prints the document that @id stands for, exactly as it is kept: asks for a printer, takes it out through @opener, whose operation says in the journal that it was
 * printed, and sends it. What goes wrong is shown over the window of @parent. @title: names it.
 */
void muster_document_print (MusterDocumentOpener *opener, MusterStore *store, gint64 id, const char *title, GtkWidget *parent);
