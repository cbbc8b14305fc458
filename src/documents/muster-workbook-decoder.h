/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-sheet-builder.h"
#include "documents/muster-workbook-protocol.h"

/**
 * MusterWorkbookDecoder: makes a sheet of what the helper tells, which it does not trust: whatever the bytes are, they end in a sheet or in an
 * error. Inside of documents/ only.
 */
typedef struct
{
  const MusterSheetChoices *choices;
  MusterHeaderScore score;
  gpointer score_data;
  GByteArray *pending; /* the beginning of a frame */
  const char *kind;    /* static */
  GPtrArray *names;
  GArray *hidden; /* gboolean */
  GArray *hidden_rows; /* guint32: of the sheet that is read */
  guint thousandths;
  gboolean is_ended;
  gboolean has_builder;
  MusterSheetBuilder builder;
  guint sheet;     /* that is read */
  guint last_line; /* of it */
  guint64 n_told;  /* bytes of rows */
  int best;        /* the sheet that most looks like a table; -1: none has rows */
  guint best_judged[4];
} MusterWorkbookDecoder;

/** @choices: stay with the caller. With several sheets and no choice among them, nothing but muster_workbook_decoder_get_best() comes of it. */
void muster_workbook_decoder_init (MusterWorkbookDecoder *decoder, const MusterSheetChoices *choices, MusterHeaderScore score, gpointer score_data);
void muster_workbook_decoder_clear (MusterWorkbookDecoder *decoder);

/** Takes what the helper tells, in any pieces. Fails with MUSTER_ERROR_INPUT: what the helper says is wrong, or that it talks nonsense. */
gboolean muster_workbook_decoder_add (MusterWorkbookDecoder *decoder, const guint8 *bytes, gsize length, GError **error);
/** Whether the helper came to its end. */
gboolean muster_workbook_decoder_is_ended (MusterWorkbookDecoder *decoder);
/** Returns: (nullable): the name of the sheet to be read, if several were looked at; %NULL: the one that there is was read. Fails if no sheet has rows. */
gboolean muster_workbook_decoder_get_best (MusterWorkbookDecoder *decoder, const char **name, GError **error);
/** Returns: (transfer full): the sheet, without what is known of the file. */
MusterSheet *muster_workbook_decoder_finish (MusterWorkbookDecoder *decoder, GError **error);

/** Says that the helper ended before its end. Returns: %FALSE. */
gboolean muster_workbook_decoder_refuse_end (gboolean took_too_long, GError **error);
