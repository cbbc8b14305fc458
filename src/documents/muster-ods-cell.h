/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** MusterOdsCell: what an ODS says of a cell; makes one text of it. For the helper. */
typedef struct
{
  guint repeated;
  gboolean is_covered; /* by a merged one */
  gboolean is_error;
  char *type;    /* "string", "float", "date", …; NULL: it says none */
  char *value;   /* of that type */
  GString *text; /* as it is shown: its paragraphs */
  guint n_paragraphs;
  gboolean is_after_space;
} MusterOdsCell;

void muster_ods_cell_init (MusterOdsCell *cell);
void muster_ods_cell_clear (MusterOdsCell *cell);
void muster_ods_cell_start (MusterOdsCell *cell, gboolean is_covered, const char **attributes);
/* What is shown. White space counts once (ODF 1.3, 6.1.2). */
void muster_ods_cell_start_paragraph (MusterOdsCell *cell);
void muster_ods_cell_append (MusterOdsCell *cell, const char *text, gsize length);
void muster_ods_cell_append_letters (MusterOdsCell *cell, char letter, guint n);
/** Appends to @text what the cell says. */
void muster_ods_cell_finish (MusterOdsCell *cell, GString *text);
