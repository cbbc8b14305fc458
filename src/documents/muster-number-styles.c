/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-number-styles.h"

#define MAX_STYLES 70000u /* a workbook may have 65,490 */

void
muster_number_styles_init (MusterNumberStyles *styles)
{
  styles->codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  styles->cells = g_array_new (FALSE, FALSE, sizeof (MusterNumberFormat));
}

void
muster_number_styles_clear (MusterNumberStyles *styles)
{
  g_clear_pointer (&styles->codes, g_hash_table_unref);
  g_clear_pointer (&styles->cells, g_array_unref);
}

void
muster_number_styles_add_code (MusterNumberStyles *styles, guint number, const char *code)
{
  MusterNumberFormat format = muster_number_format_parse (code);

  if (g_hash_table_size (styles->codes) < MAX_STYLES)
    g_hash_table_insert (styles->codes, GUINT_TO_POINTER (number), g_memdup2 (&format, sizeof format));
}

void
muster_number_styles_add (MusterNumberStyles *styles, guint number)
{
  MusterNumberFormat *code = g_hash_table_lookup (styles->codes, GUINT_TO_POINTER (number));
  MusterNumberFormat format = code != NULL ? *code : muster_number_format_get_built_in (number);

  if (styles->cells->len < MAX_STYLES)
    g_array_append_val (styles->cells, format);
}

MusterNumberFormat
muster_number_styles_get (MusterNumberStyles *styles, guint style)
{
  const MusterNumberFormat plain = { MUSTER_NUMBER_PLAIN, 0 };

  return style < styles->cells->len ? g_array_index (styles->cells, MusterNumberFormat, style) : plain;
}
