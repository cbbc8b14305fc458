/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-names.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-identifier.h"

static gboolean
is_good (const char *text)
{
  return !muster_identifier_may_hold_ssn (text != NULL ? text : "", TRUE);
}

static gboolean
refuse (const char *message, GError **error)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

static void
look_at_value_cb (MusterImportField field, const char *from, const char *to, gpointer data)
{
  gboolean *good = data;

  *good &= is_good (from) && is_good (to);
}

gboolean
muster_import_names_check_file (const char *file_name, GError **error)
{
  const char *ending = strrchr (file_name, '.');
  g_autofree char *stem = ending != NULL ? g_strndup (file_name, ending - file_name) : g_strdup (file_name);

  return (is_good (file_name) && is_good (stem)) || refuse (_("The name of the file has what looks like a social security number in it. Give the file another name."), error);
}

gboolean
muster_import_names_check_sheet (const char *sheet, GError **error)
{
  return is_good (sheet) || refuse (_("The name of the sheet has what looks like a social security number in it. Give the sheet another name."), error);
}

gboolean
muster_import_names_check_header (const char *header, guint column, GError **error)
{
  if (is_good (header))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE,
               _("The header of column %u looks like a social security number, which Muster never keeps. If the line is one of the rows, say that the file has no header; else take the number out of the file."),
               column + 1);
  return FALSE;
}

gboolean
muster_import_names_check_sender (const char *name, GError **error)
{
  return is_good (name) || refuse (_("The name for the sender has what looks like a social security number in it. Choose another name."), error);
}

gboolean
muster_import_names_check_profile (const MusterImportProfile *profile, GError **error)
{
  gboolean good = TRUE;

  if (!muster_import_names_check_sender (profile->name, error))
    return FALSE;
  for (guint i = 0; i < profile->columns->len; i++)
    if (!muster_import_names_check_header (((const MusterProfileColumn *) profile->columns->pdata[i])->header, i, error))
      return FALSE;
  muster_value_map_foreach (profile->values, look_at_value_cb, &good);
  return good || refuse (_("One of the sender’s own words looks like a social security number, which Muster never keeps. Take it out of what the values mean."), error);
}
