/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-sheet-choices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-error.h"

static const char *const encodings[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252", "CP850", "Mac-Roman", "Windows-1250", "ISO-8859-2", NULL };

MusterSheetChoices *
muster_sheet_choices_new (void)
{
  return g_new0 (MusterSheetChoices, 1);
}

MusterSheetChoices *
muster_sheet_choices_copy (const MusterSheetChoices *choices)
{
  MusterSheetChoices *copy = muster_sheet_choices_new ();

  if (choices == NULL)
    return copy;
  *copy = *choices;
  copy->encoding = g_strdup (choices->encoding);
  copy->sheet_name = g_strdup (choices->sheet_name);
  return copy;
}

void
muster_sheet_choices_free (MusterSheetChoices *choices)
{
  if (choices == NULL)
    return;
  g_free (choices->encoding);
  g_free (choices->sheet_name);
  g_free (choices);
}

const char *const *
muster_sheet_choices_get_encodings (void)
{
  return encodings;
}

const char *
muster_sheet_choices_get_delimiters (void)
{
  return ",;\t|";
}

gboolean
muster_sheet_choices_check (const MusterSheetChoices *choices, GError **error)
{
  if (choices->encoding != NULL && !g_strv_contains (encodings, choices->encoding))
    {
      g_autofree char *list = g_strjoinv (", ", (char **) encodings);

      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is not an encoding that Muster reads. Choose one of: %s."), choices->encoding, list);
      return FALSE;
    }
  if (choices->delimiter != '\0' && strchr (muster_sheet_choices_get_delimiters (), choices->delimiter) == NULL)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%c” does not separate cells. Choose comma, semicolon, tab or vertical bar."), choices->delimiter);
      return FALSE;
    }
  return TRUE;
}
