/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-letter-sample.h"

#include "documents/muster-letter-file.h"

static char *
dup_sample (MusterLetterField field)
{
  const char *name = muster_letter_field_get_name (field);

  if (field == MUSTER_LETTER_GROUNDS || field == MUSTER_LETTER_STEPS)
    return g_strdup_printf ("‹%s›\n‹%s›", name, name);
  return g_strdup_printf ("‹%s›", name);
}

GBytes *
muster_letter_draw_sample (const char *text, GError **error)
{
  g_autoptr (MusterLetterTemplate) letter_template = muster_letter_template_parse (text, -1, error);
  char *values[MUSTER_N_LETTER_FIELDS];
  g_autoptr (MusterLetter) letter = NULL;

  if (letter_template == NULL)
    return NULL;
  for (guint i = 0; i < MUSTER_N_LETTER_FIELDS; i++)
    values[i] = dup_sample (i);
  letter = muster_letter_template_fill (letter_template, (const char *const *) values, error);
  for (guint i = 0; i < MUSTER_N_LETTER_FIELDS; i++)
    g_free (values[i]);
  return letter != NULL ? muster_letter_file_draw (letter, NULL, 0, error) : NULL;
}
