/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** MusterBiffReader: walks along the records of an XLS workbook (MS-XLS), never beyond their ends. For the helper. */
typedef struct
{
  const guint8 *bytes;
  gsize length;
  gsize next;    /* where the next record begins */
  guint type;    /* of this record */
  gsize at, end; /* in this record: what was not read yet */
  gboolean is_old; /* BIFF5: texts in a code page */
  guint code_page;
} MusterBiffReader;

/* The records that matter. */
typedef enum
{
  MUSTER_BIFF_FORMULA = 0x0006,
  MUSTER_BIFF_EOF = 0x000a,
  MUSTER_BIFF_DATE_1904 = 0x0022,
  MUSTER_BIFF_FILE_PASS = 0x002f,
  MUSTER_BIFF_CONTINUE = 0x003c,
  MUSTER_BIFF_CODE_PAGE = 0x0042,
  MUSTER_BIFF_BOUND_SHEET = 0x0085,
  MUSTER_BIFF_MUL_RK = 0x00bd,
  MUSTER_BIFF_RICH_STRING = 0x00d6,
  MUSTER_BIFF_XF = 0x00e0,
  MUSTER_BIFF_SST = 0x00fc,
  MUSTER_BIFF_LABEL_SST = 0x00fd,
  MUSTER_BIFF_NUMBER = 0x0203,
  MUSTER_BIFF_LABEL = 0x0204,
  MUSTER_BIFF_BOOL_ERR = 0x0205,
  MUSTER_BIFF_STRING = 0x0207,
  MUSTER_BIFF_RK = 0x027e,
  MUSTER_BIFF_FORMAT = 0x041e,
  MUSTER_BIFF_BOF = 0x0809,
} MusterBiffRecord;

/** Goes to the next record. Returns: whether there is one. */
gboolean muster_biff_next (MusterBiffReader *reader);
/** Goes to the record that begins at @offset. */
gboolean muster_biff_go (MusterBiffReader *reader, gsize offset);

/* What is next in the record; 0 beyond its end. */
guint muster_biff_read_8 (MusterBiffReader *reader);
guint muster_biff_read_16 (MusterBiffReader *reader);
guint32 muster_biff_read_32 (MusterBiffReader *reader);
double muster_biff_read_double (MusterBiffReader *reader);
/** A number in four bytes. */
double muster_biff_read_rk (MusterBiffReader *reader);
/** Leaves out @n bytes, also of the records that continue this one. */
void muster_biff_skip (MusterBiffReader *reader, gsize n);
gsize muster_biff_get_left (MusterBiffReader *reader);

/**
 * Appends a text of @n letters with what describes it, also of the records that continue this one. Returns: %FALSE if it is cut off.
 */
gboolean muster_biff_append_text (MusterBiffReader *reader, guint n, GString *text);
