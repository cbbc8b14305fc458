/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-number-text.h"

/** MusterNumberStyles: the number formats of a workbook, and the styles of cells that name them by a number. For the helper. */
typedef struct
{
  GHashTable *codes; /* number of the format → MusterNumberFormat */
  GArray *cells;     /* MusterNumberFormat of each style */
} MusterNumberStyles;

void muster_number_styles_init (MusterNumberStyles *styles);
void muster_number_styles_clear (MusterNumberStyles *styles);
/** The format @number has this code. */
void muster_number_styles_add_code (MusterNumberStyles *styles, guint number, const char *code);
/** The next style has the format @number, one that has a code or a built-in one. */
void muster_number_styles_add (MusterNumberStyles *styles, guint number);
/** Returns: the format of a style; plain if there is none of that number. */
MusterNumberFormat muster_number_styles_get (MusterNumberStyles *styles, guint style);
