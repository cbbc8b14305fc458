/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-options.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "documents/muster-sheet-reader.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "operations/muster-import-facts.h"

static MusterImportField
match (const char *header)
{
  return muster_header_aliases_match (muster_data_get_header_aliases (), header);
}

static gboolean
is_known (const char *header)
{
  return muster_header_aliases_knows (muster_data_get_header_aliases (), header);
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

static const char **
list_headers (MusterSheet *sheet)
{
  guint n = muster_sheet_get_n_columns (sheet);
  const char **headers = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    headers[i] = muster_sheet_get_header (sheet, i);
  return headers;
}

static void
map_by_headers (MusterImportOptions *options, MusterSheet *sheet)
{
  g_autofree const char **headers = list_headers (sheet);

  muster_header_aliases_match_all (muster_data_get_header_aliases (), headers, options->n_fields, options->fields);
}

/* A whole name adds nothing where its parts stand. */
static gboolean
is_wanted (const MusterImportOptions *options, MusterImportField field)
{
  if (field == MUSTER_FIELD_NAME && (has_field (options, MUSTER_FIELD_GIVEN_NAME) || has_field (options, MUSTER_FIELD_FAMILY_NAME)))
    return FALSE;
  return field == MUSTER_FIELD_SSN || !has_field (options, field);
}

static void
map_by_content (MusterImportOptions *options, MusterSheet *sheet)
{
  for (guint i = 0; i < options->n_fields; i++)
    {
      MusterImportField field;

      if (is_known (muster_sheet_get_header (sheet, i)))
        continue;
      field = muster_column_facts_guess (muster_import_options_get_facts (options, i));
      if (is_wanted (options, field))
        options->fields[i] = field;
    }
}

/* What the cells make of the field that the header names */
static MusterImportField
overrule (const MusterImportOptions *options, MusterSheet *sheet, guint column, MusterImportField field)
{
  const MusterColumnFacts *facts = muster_import_options_get_facts (options, column);

  if (muster_header_aliases_is_weak (muster_data_get_header_aliases (), muster_sheet_get_header (sheet, column)) && !muster_column_facts_bear_out (facts, field))
    return MUSTER_FIELD_IGNORE;
  return muster_column_facts_overrule (facts, field);
}

/* “Contact” can be a name, an e-mail address or a phone: the cells know. What another column was left out for is free then. */
static void
correct_by_content (MusterImportOptions *options, MusterSheet *sheet)
{
  gboolean any = FALSE;

  for (guint i = 0; i < options->n_fields; i++)
    {
      MusterImportField field = overrule (options, sheet, i, options->fields[i]);

      if (field == options->fields[i])
        continue;
      options->fields[i] = MUSTER_FIELD_IGNORE;
      if (muster_import_field_may_repeat (field) || is_wanted (options, field))
        options->fields[i] = field;
      any = TRUE;
    }
  for (guint i = 0; any && i < options->n_fields; i++)
    {
      MusterImportField field = match (muster_sheet_get_header (sheet, i));

      if (options->fields[i] == MUSTER_FIELD_IGNORE && is_wanted (options, field) && overrule (options, sheet, i, field) == field)
        options->fields[i] = field;
    }
}

static const MusterImportProfile *
find_profile (MusterSheet *sheet, GPtrArray *profiles)
{
  g_autofree const char **headers = list_headers (sheet);
  const MusterImportProfile *best = NULL;
  guint best_fit = MUSTER_IMPORT_PROFILE_BOUND - 1;

  for (guint i = 0; profiles != NULL && i < profiles->len; i++)
    {
      guint fit = muster_import_profile_fits (profiles->pdata[i], headers, muster_sheet_get_n_columns (sheet));

      if (fit > best_fit)
        {
          best = profiles->pdata[i];
          best_fit = fit;
        }
    }
  return best;
}

static void
set_today (GDate *today)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_date_set_dmy (today, g_date_time_get_day_of_month (now), g_date_time_get_month (now), g_date_time_get_year (now));
}

static guint
hash_id_cb (gconstpointer id)
{
  return g_int64_hash (id);
}

static void
make_tables (MusterImportOptions *options)
{
  options->fixes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  options->left_out = g_hash_table_new (NULL, NULL);
  options->persons = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  options->inactivate = g_hash_table_new_full (hash_id_cb, g_int64_equal, g_free, NULL);
}

static void
copy_tables (MusterImportOptions *copy, const MusterImportOptions *options)
{
  GHashTableIter iter;
  gpointer key, value;

  make_tables (copy);
  g_hash_table_iter_init (&iter, options->fixes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->fixes, key, g_strdup (value));
  g_hash_table_iter_init (&iter, options->left_out);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy->left_out, key);
  g_hash_table_iter_init (&iter, options->persons);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->persons, key, g_memdup2 (value, sizeof (gint64)));
  g_hash_table_iter_init (&iter, options->inactivate);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy->inactivate, g_memdup2 (key, sizeof (gint64)));
}

/* A header and nothing under it is a mistake of whoever sent it, and not an import of nobody. */
static MusterSheet *
refuse_empty (MusterSheet *sheet, GError **error)
{
  if (sheet == NULL || muster_sheet_get_n_rows (sheet) > 0)
    return sheet;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s” has a header in line %u, but no row under it. Ask the sender for the rows."), muster_sheet_get_file_name (sheet), muster_sheet_get_header_line (sheet));
  muster_sheet_unref (sheet);
  return NULL;
}

MusterSheet *
muster_import_read_sheet (const char *path, const MusterSheetChoices *choices, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable,
                          GError **error)
{
  return refuse_empty (muster_sheet_read (path, choices, count_known_cb, NULL, progress, user_data, cancellable, error), error);
}

MusterSheet *
muster_import_read_text (const char *text, gssize length, const MusterSheetChoices *choices, GCancellable *cancellable, GError **error)
{
  return refuse_empty (muster_sheet_read_text (text, length, _("Pasted text"), choices, count_known_cb, NULL, cancellable, error), error);
}

MusterImportOptions *
muster_import_options_new (MusterSheet *sheet, GPtrArray *profiles)
{
  MusterImportOptions *options = g_new0 (MusterImportOptions, 1);
  const MusterImportProfile *profile = find_profile (sheet, profiles);

  options->n_fields = muster_sheet_get_n_columns (sheet);
  options->fields = g_new0 (MusterImportField, options->n_fields);
  options->date_orders = g_new0 (MusterDateOrder, options->n_fields);
  options->refuted = g_new0 (MusterDateOrder, options->n_fields);
  options->values = muster_value_map_new ();
  options->facts = muster_import_facts_new (sheet);
  options->constants.person.active = TRUE;
  set_today (&options->today);
  make_tables (options);
  map_by_headers (options, sheet);
  correct_by_content (options, sheet);
  map_by_content (options, sheet);
  if (profile != NULL)
    muster_import_options_use_profile (options, sheet, profile);
  return options;
}

MusterImportOptions *
muster_import_options_copy (const MusterImportOptions *options)
{
  MusterImportOptions *copy = g_new (MusterImportOptions, 1);

  *copy = *options;
  copy->fields = g_memdup2 (options->fields, options->n_fields * sizeof *options->fields);
  copy->date_orders = g_memdup2 (options->date_orders, options->n_fields * sizeof *options->date_orders);
  copy->refuted = g_memdup2 (options->refuted, options->n_fields * sizeof *options->refuted);
  muster_import_row_copy (&options->constants, &copy->constants);
  copy->values = muster_value_map_copy (options->values);
  copy->profile = g_strdup (options->profile);
  copy->inactive_reason = g_strdup (options->inactive_reason);
  copy->facts = muster_import_facts_ref (options->facts);
  copy_tables (copy, options);
  return copy;
}

void
muster_import_options_free (MusterImportOptions *options)
{
  if (options == NULL)
    return;
  muster_import_row_clear (&options->constants);
  muster_value_map_free (options->values);
  muster_import_facts_unref (options->facts);
  g_hash_table_unref (options->fixes);
  g_hash_table_unref (options->left_out);
  g_hash_table_unref (options->persons);
  g_hash_table_unref (options->inactivate);
  g_free (options->fields);
  g_free (options->date_orders);
  g_free (options->refuted);
  g_free (options->profile);
  g_free (options->inactive_reason);
  g_free (options);
}

const MusterColumnFacts *
muster_import_options_get_facts (const MusterImportOptions *options, guint column)
{
  return muster_import_facts_get (options->facts, column);
}

int
muster_import_options_find_column (MusterSheet *sheet, const char *header, GError **error)
{
  g_autofree char *wanted = muster_header_squeeze (header);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < muster_sheet_get_n_columns (sheet); i++)
    {
      g_autofree char *squeezed = muster_header_squeeze (muster_sheet_get_header (sheet, i));

      if (strcmp (squeezed, wanted) == 0 && *wanted != '\0')
        return i;
      muster_text_append_quoted (list, muster_sheet_get_header (sheet, i));
    }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The file has no column “%s”. It has %s."), header, list->str);
  return -1;
}

gboolean
muster_import_options_map (MusterImportOptions *options, MusterSheet *sheet, MusterImportField field, const char *header, GError **error)
{
  int column = muster_import_options_find_column (sheet, header, error);

  if (column < 0)
    return FALSE;
  for (guint i = 0; i < options->n_fields; i++)
    if (options->fields[i] == field && !muster_import_field_may_repeat (field))
      options->fields[i] = MUSTER_FIELD_IGNORE;
  options->fields[column] = field;
  return TRUE;
}

gboolean
muster_import_options_set_date_order (MusterImportOptions *options, MusterSheet *sheet, const char *header, MusterDateOrder order, GError **error)
{
  int column = muster_import_options_find_column (sheet, header, error);

  if (column < 0)
    return FALSE;
  options->date_orders[column] = order;
  return TRUE;
}

gboolean
muster_import_options_use_profile (MusterImportOptions *options, MusterSheet *sheet, const MusterImportProfile *profile)
{
  g_autofree const char **headers = list_headers (sheet);

  if (muster_import_profile_map (profile, headers, options->n_fields, options->fields, options->date_orders) == 0)
    return FALSE;
  muster_import_options_refute_orders (options, sheet);
  options->key = profile->key;
  options->mode = profile->mode;
  muster_import_row_clear (&options->constants);
  muster_import_row_copy (&profile->constants, &options->constants);
  options->constants.person.active = TRUE;
  muster_value_map_free (options->values);
  options->values = profile->values != NULL ? muster_value_map_copy (profile->values) : muster_value_map_new ();
  g_set_str (&options->profile, profile->name);
  return TRUE;
}

void
muster_import_options_forget_profile (MusterImportOptions *options, MusterSheet *sheet)
{
  g_autoptr (MusterImportOptions) fresh = muster_import_options_new (sheet, NULL);
  MusterImportOptions old = *options;

  *options = *fresh;
  *fresh = old;
  options->accept_valid = old.accept_valid;
  options->inactivate_missing = old.inactivate_missing;
  /* What was decided about single rows stays. */
  g_set_str (&options->inactive_reason, old.inactive_reason);
  fresh->fixes = options->fixes;
  fresh->left_out = options->left_out;
  fresh->persons = options->persons;
  fresh->inactivate = options->inactivate;
  options->fixes = old.fixes;
  options->left_out = old.left_out;
  options->persons = old.persons;
  options->inactivate = old.inactivate;
}

MusterImportProfile *
muster_import_options_dup_profile (const MusterImportOptions *options, MusterSheet *sheet, const char *name)
{
  MusterImportProfile *profile = muster_import_profile_new (name);

  for (guint i = 0; i < options->n_fields; i++)
    muster_import_profile_add_column (profile, muster_sheet_get_header (sheet, i), options->fields[i], options->date_orders[i]);
  muster_value_map_free (profile->values);
  profile->values = muster_value_map_copy (options->values);
  muster_import_row_clear (&profile->constants);
  muster_import_row_copy (&options->constants, &profile->constants);
  profile->key = options->key;
  profile->mode = options->mode;
  return profile;
}
