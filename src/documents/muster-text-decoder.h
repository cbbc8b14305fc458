/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-letter-table.h"

typedef enum
{
  MUSTER_ENCODING_UTF_8, /* found out, not chosen: bytes that are not are read as Windows-1252 */
  MUSTER_ENCODING_UTF_16_LE,
  MUSTER_ENCODING_UTF_16_BE,
  MUSTER_ENCODING_WINDOWS_1252, /* from here on in the order of MusterLetterTable */
  MUSTER_ENCODING_CP_850,
  MUSTER_ENCODING_MAC_ROMAN,
  MUSTER_ENCODING_WINDOWS_1250,
  MUSTER_ENCODING_ISO_8859_2,
} MusterTextEncoding;

/** MusterTextDecoder: makes UTF-8 with LF of a text that comes in blocks. Inside of documents/ only. */
typedef struct
{
  MusterTextEncoding encoding;
  gboolean is_chosen;
  gboolean has_bom;
  gboolean is_begun;
  gboolean was_cr;
  guint8 kept[4]; /* the beginning of a letter at the end of a block */
  guint n_kept;
  gsize n_letters;  /* letters of several bytes that were UTF-8 */
  gsize n_fallback; /* bytes that were not */
  MusterLetterEvidence evidence; /* of those */
} MusterTextDecoder;

/** @chosen: (nullable): as MusterSheetChoices.encoding; otherwise the first block of the text tells (a byte order mark, or where its zero bytes stand). */
void muster_text_decoder_init (MusterTextDecoder *decoder, const char *chosen, const guint8 *bytes, gsize length);
/** Appends to @text what the next block says. */
void muster_text_decoder_add (MusterTextDecoder *decoder, const guint8 *bytes, gsize length, GString *text);
/** Appends what a text cut off in the middle of a letter leaves. */
void muster_text_decoder_finish (MusterTextDecoder *decoder, GString *text);
/** Returns: (transfer none): as muster_sheet_get_encoding(), after all blocks. */
const char *muster_text_decoder_get_name (MusterTextDecoder *decoder);
/** Returns: (transfer none) (nullable): the encoding that the text rather seems to be in, if it was taken for Windows-1252 by itself and makes odd words there. */
const char *muster_text_decoder_get_likely_name (MusterTextDecoder *decoder);
