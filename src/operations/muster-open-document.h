/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-document.h"
#include "store/muster-store.h"

/** MusterOpenedDocument: output of #muster_open_document; to be zero before. */
typedef struct
{
  MusterDocument *document;
  GBytes *content;
} MusterOpenedDocument;

void muster_opened_document_clear (MusterOpenedDocument *opened);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterOpenedDocument, muster_opened_document_clear)

/**
 * Gives out the document behind a piece of evidence. It may hold what is private, so nobody sees it without an entry that says who looked, and when. Input: gint64, the
 * evidence. Output: #MusterOpenedDocument (nullable). MUSTER_ERROR_NOT_FOUND where there is none.
 */
extern const MusterOperation muster_open_document;
