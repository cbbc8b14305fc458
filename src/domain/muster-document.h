/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** The largest file that is kept in a register, in bytes. */
#define MUSTER_DOCUMENT_MAX_SIZE (16 * 1024 * 1024)

/** MusterDocument: a file that is kept in the register. @hash: BLAKE2b of its content, hexadecimal. */
typedef struct
{
  gint64 id;
  char *file_name;
  char *media_type;
  gint64 size;
  char *hash;
  gint64 account_id;
  gint64 recorded;
} MusterDocument;

void muster_document_free (MusterDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterDocument, muster_document_free)

/** MusterDocumentUse: what a file is for; it says which types will do. */
typedef enum
{
  MUSTER_DOCUMENT_EVIDENCE, /* PDF, PNG, JPEG or text */
  MUSTER_DOCUMENT_POLICY,   /* PDF or text */
} MusterDocumentUse;

/**
 * muster_document_check:
 * @file_name: its last part; no folder
 *
 * Whether the file may be kept. Its type is told by its content, and its name must not say another one.
 *
 * Returns: (nullable): the media type; %NULL with MUSTER_ERROR_INVALID naming the file and what is wrong.
 */
const char *muster_document_check (MusterDocumentUse use, const char *file_name, GBytes *content, GError **error);
