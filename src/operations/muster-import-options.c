/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "documents/muster-sheet-reader.h"
#include "domain/muster-error.h"

static MusterImportField
match (const char *header)
{
  return muster_header_aliases_match (muster_data_get_header_aliases (), header);
}

static guint
count_known_cb (const char *const *cells, guint n_cells, gpointer user_data)
{
  guint n = 0;

  for (guint i = 0; i < n_cells; i++)
    n += *cells[i] != '\0' && match (cells[i]) != MUSTER_FIELD_IGNORE;
  return n;
}

static gboolean
has_field (const MusterImportOptions *options, MusterImportField field)
{
  for (guint i = 0; i < options->n_fields; i++)
    if (options->fields[i] == field)
      return TRUE;
  return FALSE;
}

static gboolean
refuse (const char *message, GError **error)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

/* By its header too: such a column is not read as something else, nor let in by leaving it out. */
static gboolean
check_no_ssn (const MusterImportOptions *options, MusterSheet *sheet, GError **error)
{
  for (guint i = 0; i < options->n_fields; i++)
    {
      const char *header = muster_sheet_get_header (sheet, i);

      if (options->fields[i] != MUSTER_FIELD_SSN && match (header) != MUSTER_FIELD_SSN)
        continue;
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The column “%s” holds social security numbers, which Muster never keeps. Take the column out of the file, and tell whoever sent it."), header);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_nothing_twice (const MusterImportOptions *options, MusterSheet *sheet, GError **error)
{
  for (guint i = 0; i < options->n_fields; i++)
    for (guint j = 0; j < i; j++)
      if (options->fields[i] == options->fields[j] && !muster_import_field_may_repeat (options->fields[i]))
        {
          g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The columns “%s” and “%s” are both taken for “%s”. Leave one of them out."), muster_sheet_get_header (sheet, j),
                       muster_sheet_get_header (sheet, i), muster_import_field_get_label (options->fields[i]));
          return FALSE;
        }
  return TRUE;
}

static gboolean
check_key (const MusterImportOptions *options, GError **error)
{
  static const MusterImportField key_fields[] = {
    [MUSTER_KEY_NPN] = MUSTER_FIELD_NPN,
    [MUSTER_KEY_ASSISTER_ID] = MUSTER_FIELD_ASSISTER_ID,
    [MUSTER_KEY_TRAINING_ID] = MUSTER_FIELD_TRAINING_ID,
    [MUSTER_KEY_EMAIL] = MUSTER_FIELD_EMAIL,
  };

  if (options->key != MUSTER_KEY_AUTO)
    {
      if (has_field (options, key_fields[options->key]))
        return TRUE;
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("People are to be known by “%s”, but no column is taken for it."), muster_import_field_get_label (key_fields[options->key]));
      return FALSE;
    }
  for (guint i = MUSTER_KEY_NPN; i < G_N_ELEMENTS (key_fields); i++)
    if (has_field (options, key_fields[i]))
      return TRUE;
  return refuse (_("No column says whom a row is about: NPN, Assister ID, Training ID or e-mail. Choose a column for at least one of them."), error);
}

MusterSheet *
muster_import_read_sheet (const char *path, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return muster_sheet_read (path, NULL, count_known_cb, NULL, progress, user_data, cancellable, error);
}

MusterImportOptions *
muster_import_options_new (MusterSheet *sheet)
{
  MusterImportOptions *options = g_new0 (MusterImportOptions, 1);

  options->n_fields = muster_sheet_get_n_columns (sheet);
  options->fields = g_new0 (MusterImportField, options->n_fields);
  for (guint i = 0; i < options->n_fields; i++)
    {
      MusterImportField field = match (muster_sheet_get_header (sheet, i));

      if (field == MUSTER_FIELD_SSN || muster_import_field_may_repeat (field) || !has_field (options, field))
        options->fields[i] = field;
    }
  options->constants.person.active = TRUE;
  return options;
}

MusterImportOptions *
muster_import_options_copy (const MusterImportOptions *options)
{
  MusterImportOptions *copy = g_new (MusterImportOptions, 1);

  *copy = *options;
  copy->fields = g_memdup2 (options->fields, options->n_fields * sizeof *options->fields);
  muster_import_row_copy (&options->constants, &copy->constants);
  return copy;
}

void
muster_import_options_free (MusterImportOptions *options)
{
  if (options == NULL)
    return;
  muster_import_row_clear (&options->constants);
  g_free (options->fields);
  g_free (options);
}

gboolean
muster_import_options_map (MusterImportOptions *options, MusterSheet *sheet, MusterImportField field, const char *header, GError **error)
{
  g_autofree char *wanted = muster_header_squeeze (header);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < options->n_fields; i++)
    {
      g_autofree char *squeezed = muster_header_squeeze (muster_sheet_get_header (sheet, i));

      if (strcmp (squeezed, wanted) != 0 || *wanted == '\0')
        {
          g_string_append_printf (list, "%s“%s”", list->len > 0 ? ", " : "", muster_sheet_get_header (sheet, i));
          continue;
        }
      for (guint j = 0; j < options->n_fields && !muster_import_field_may_repeat (field); j++)
        if (options->fields[j] == field)
          options->fields[j] = MUSTER_FIELD_IGNORE;
      options->fields[i] = field;
      return TRUE;
    }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The file has no column “%s”. It has %s."), header, list->str);
  return FALSE;
}

gboolean
muster_import_options_check (const MusterImportOptions *options, MusterSheet *sheet, GError **error)
{
  g_return_val_if_fail (options->n_fields == muster_sheet_get_n_columns (sheet), FALSE);
  if (!check_no_ssn (options, sheet, error) || !check_nothing_twice (options, sheet, error))
    return FALSE;
  if (!has_field (options, MUSTER_FIELD_NAME) && !has_field (options, MUSTER_FIELD_GIVEN_NAME) && !has_field (options, MUSTER_FIELD_FAMILY_NAME))
    return refuse (_("No column holds a name. Choose the columns of first and last name, or the one of whole names."), error);
  return check_key (options, error);
}
