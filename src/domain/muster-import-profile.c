/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-profile.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-key-file.h"

#define PROFILE "Profile"
#define CONSTANTS "Constants"
#define COLUMN "Column"
#define VALUE "Value"

static void
free_column_cb (gpointer data)
{
  MusterProfileColumn *column = data;

  g_free (column->header);
  g_free (column);
}

static void
write_columns (const MusterImportProfile *profile, GKeyFile *file)
{
  for (guint i = 0; i < profile->columns->len; i++)
    {
      const MusterProfileColumn *column = profile->columns->pdata[i];
      g_autofree char *group = g_strdup_printf (COLUMN " %u", i + 1);

      g_key_file_set_string (file, group, "Header", column->header);
      g_key_file_set_string (file, group, "Field", muster_import_field_to_code (column->field));
      g_key_file_set_string (file, group, "DateOrder", muster_date_order_to_code (column->date_order));
    }
}

typedef struct
{
  GKeyFile *file;
  guint n;
} Writing;

static void
write_value_cb (MusterImportField field, const char *from, const char *to, gpointer user_data)
{
  Writing *writing = user_data;
  g_autofree char *group = g_strdup_printf (VALUE " %u", ++writing->n);

  g_key_file_set_string (writing->file, group, "Field", muster_import_field_to_code (field));
  g_key_file_set_string (writing->file, group, "From", from);
  g_key_file_set_string (writing->file, group, "To", to != NULL ? to : "");
}

static void
write_constants (const MusterImportProfile *profile, GKeyFile *file)
{
  for (guint field = 0; field < MUSTER_N_FIELDS; field++)
    {
      g_autofree char *text = muster_import_field_may_be_constant (field) ? muster_import_row_dup (&profile->constants, field) : NULL;

      if (text != NULL)
        g_key_file_set_string (file, CONSTANTS, muster_import_field_to_code (field), text);
    }
}

static gboolean
refuse (GError **error, const char *group, const char *key, GError *problem)
{
  return muster_key_file_refuse (error, group, key, problem->message);
}

/* A text that may be empty */
static char *
get_text (GKeyFile *file, const char *group, const char *key, GError **error)
{
  g_autoptr (GError) problem = NULL;
  char *text = g_key_file_get_string (file, group, key, &problem);

  if (text == NULL)
    refuse (error, group, key, problem);
  return text;
}

static gboolean
get_field (GKeyFile *file, const char *group, MusterImportField *field, GError **error)
{
  g_autofree char *code = muster_key_file_get_text (file, group, "Field", error);
  g_autoptr (GError) problem = NULL;

  if (code == NULL)
    return FALSE;
  return muster_import_field_from_code (code, field, &problem) || refuse (error, group, "Field", problem);
}

static gboolean
read_column (MusterImportProfile *profile, GKeyFile *file, const char *group, GError **error)
{
  static const char *const keys[] = { "Header", "Field", "DateOrder", NULL };
  g_autofree char *header = NULL, *code = NULL;
  g_autoptr (GError) problem = NULL;
  MusterImportField field;
  MusterDateOrder order;

  if (!muster_key_file_check_keys (file, group, keys, error) || !get_field (file, group, &field, error))
    return FALSE;
  header = get_text (file, group, "Header", error);
  code = header != NULL ? muster_key_file_get_text (file, group, "DateOrder", error) : NULL;
  if (code == NULL)
    return FALSE;
  if (!muster_date_order_from_code (code, &order, &problem))
    return refuse (error, group, "DateOrder", problem);
  muster_import_profile_add_column (profile, header, field, order);
  return TRUE;
}

static gboolean
read_value (MusterImportProfile *profile, GKeyFile *file, const char *group, GError **error)
{
  static const char *const keys[] = { "Field", "From", "To", NULL };
  g_autofree char *from = NULL, *to = NULL;
  MusterImportField field;

  if (!muster_key_file_check_keys (file, group, keys, error) || !get_field (file, group, &field, error))
    return FALSE;
  from = get_text (file, group, "From", error);
  to = from != NULL ? get_text (file, group, "To", error) : NULL;
  if (to == NULL)
    return FALSE;
  muster_value_map_set (profile->values, field, from, to);
  return TRUE;
}

static gboolean
read_constants (MusterImportProfile *profile, GKeyFile *file, GError **error)
{
  g_auto (GStrv) codes = g_key_file_get_keys (file, CONSTANTS, NULL, NULL);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      g_autofree char *text = muster_key_file_get_text (file, CONSTANTS, codes[i], error);
      g_autoptr (GError) problem = NULL;
      MusterImportField field;

      if (text == NULL)
        return FALSE;
      if (!muster_import_field_from_code (codes[i], &field, &problem) || !muster_import_row_set (&profile->constants, field, text, &problem))
        return refuse (error, CONSTANTS, codes[i], problem);
    }
  return TRUE;
}

static gboolean
read_head (MusterImportProfile *profile, GKeyFile *file, GError **error)
{
  static const char *const keys[] = { "Name", "Key", "Mode", NULL };
  g_autofree char *key = NULL, *mode = NULL;
  g_autoptr (GError) problem = NULL;

  if (!muster_key_file_check_keys (file, PROFILE, keys, error))
    return FALSE;
  profile->name = muster_key_file_get_text (file, PROFILE, "Name", error);
  key = profile->name != NULL ? muster_key_file_get_text (file, PROFILE, "Key", error) : NULL;
  mode = key != NULL ? muster_key_file_get_text (file, PROFILE, "Mode", error) : NULL;
  if (mode == NULL)
    return FALSE;
  if (!muster_import_key_from_code (key, &profile->key, &problem))
    return refuse (error, PROFILE, "Key", problem);
  return muster_import_mode_from_code (mode, &profile->mode, &problem) || refuse (error, PROFILE, "Mode", problem);
}

static gboolean
read_group (MusterImportProfile *profile, GKeyFile *file, const char *group, GError **error)
{
  if (g_str_has_prefix (group, COLUMN " "))
    return read_column (profile, file, group, error);
  if (g_str_has_prefix (group, VALUE " "))
    return read_value (profile, file, group, error);
  if (strcmp (group, CONSTANTS) == 0)
    return read_constants (profile, file, error);
  if (strcmp (group, PROFILE) == 0)
    return read_head (profile, file, error);
  return muster_key_file_refuse (error, group, "*", _("there is no such group in a profile"));
}

static int
compare_texts_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Squeezed and sorted; headers that say nothing are none. */
static GPtrArray *
list_headers (const char *const *headers, guint n)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      char *squeezed = muster_header_squeeze (headers[i]);

      if (*squeezed != '\0')
        g_ptr_array_add (list, squeezed);
      else
        g_free (squeezed);
    }
  g_ptr_array_sort (list, compare_texts_cb);
  return list;
}

static GPtrArray *
list_own_headers (const MusterImportProfile *profile)
{
  g_autofree const char **headers = g_new0 (const char *, profile->columns->len + 1);

  for (guint i = 0; i < profile->columns->len; i++)
    headers[i] = ((MusterProfileColumn *) profile->columns->pdata[i])->header;
  return list_headers (headers, profile->columns->len);
}

/* How many two sorted lists have in common */
static guint
count_common (GPtrArray *a, GPtrArray *b)
{
  guint n = 0;

  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      int order = strcmp (a->pdata[i], b->pdata[j]);

      n += order == 0;
      i += order <= 0;
      j += order >= 0;
    }
  return n;
}

/* The profile's column for the @nth column of the file that has this squeezed header, from 0 */
static const MusterProfileColumn *
find_column (const MusterImportProfile *profile, const char *squeezed, guint nth)
{
  for (guint i = 0; i < profile->columns->len; i++)
    {
      const MusterProfileColumn *column = profile->columns->pdata[i];
      g_autofree char *own = muster_header_squeeze (column->header);

      if (strcmp (own, squeezed) == 0 && nth-- == 0)
        return column;
    }
  return NULL;
}

static gboolean
is_any_read (const MusterImportProfile *profile, GPtrArray *headers)
{
  for (guint i = 0; i < headers->len; i++)
    {
      const MusterProfileColumn *column = find_column (profile, headers->pdata[i], 0);

      if (column != NULL && column->field != MUSTER_FIELD_IGNORE)
        return TRUE;
    }
  return FALSE;
}

MusterImportProfile *
muster_import_profile_new (const char *name)
{
  MusterImportProfile *profile = g_new0 (MusterImportProfile, 1);

  profile->name = g_strdup (name);
  profile->columns = g_ptr_array_new_with_free_func (free_column_cb);
  profile->values = muster_value_map_new ();
  profile->constants.person.active = TRUE;
  return profile;
}

MusterImportProfile *
muster_import_profile_copy (const MusterImportProfile *profile)
{
  MusterImportProfile *copy = muster_import_profile_new (profile->name);

  for (guint i = 0; i < profile->columns->len; i++)
    {
      const MusterProfileColumn *column = profile->columns->pdata[i];

      muster_import_profile_add_column (copy, column->header, column->field, column->date_order);
    }
  muster_value_map_free (copy->values);
  copy->values = muster_value_map_copy (profile->values);
  muster_import_row_copy (&profile->constants, &copy->constants);
  copy->key = profile->key;
  copy->mode = profile->mode;
  return copy;
}

void
muster_import_profile_free (MusterImportProfile *profile)
{
  if (profile == NULL)
    return;
  g_free (profile->name);
  g_ptr_array_unref (profile->columns);
  muster_value_map_free (profile->values);
  muster_import_row_clear (&profile->constants);
  g_free (profile);
}

void
muster_import_profile_add_column (MusterImportProfile *profile, const char *header, MusterImportField field, MusterDateOrder date_order)
{
  MusterProfileColumn *column = g_new0 (MusterProfileColumn, 1);

  column->header = g_strdup (header);
  column->field = field;
  column->date_order = date_order;
  g_ptr_array_add (profile->columns, column);
}

char *
muster_import_profile_to_text (const MusterImportProfile *profile)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  Writing writing = { file, 0 };

  g_key_file_set_string (file, PROFILE, "Name", profile->name);
  g_key_file_set_string (file, PROFILE, "Key", muster_import_key_to_code (profile->key));
  g_key_file_set_string (file, PROFILE, "Mode", muster_import_mode_to_code (profile->mode));
  write_columns (profile, file);
  write_constants (profile, file);
  muster_value_map_foreach (profile->values, write_value_cb, &writing);
  return g_key_file_to_data (file, NULL, NULL);
}

MusterImportProfile *
muster_import_profile_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (MusterImportProfile) profile = muster_import_profile_new (NULL);
  g_autoptr (GKeyFile) file = muster_key_file_parse (text, length, error);
  g_auto (GStrv) groups = NULL;

  if (file == NULL)
    return NULL;
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!read_group (profile, file, groups[i], error))
      return NULL;
  if (profile->name != NULL)
    return g_steal_pointer (&profile);
  muster_key_file_refuse (error, PROFILE, "Name", _("is missing"));
  return NULL;
}

char *
muster_import_profile_sign (const char *const *headers, guint n)
{
  g_autoptr (GPtrArray) list = list_headers (headers, n);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < list->len; i++)
    g_checksum_update (checksum, list->pdata[i], strlen (list->pdata[i]) + 1);
  return g_strdup (g_checksum_get_string (checksum));
}

guint
muster_import_profile_fits (const MusterImportProfile *profile, const char *const *headers, guint n)
{
  g_autoptr (GPtrArray) theirs = list_headers (headers, n);
  g_autoptr (GPtrArray) own = list_own_headers (profile);
  guint common = count_common (theirs, own), all = theirs->len + own->len - common;

  return all > 0 && is_any_read (profile, theirs) ? common * 100 / all : 0;
}

guint
muster_import_profile_map (const MusterImportProfile *profile, const char *const *headers, guint n, MusterImportField *fields, MusterDateOrder *date_orders)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree gboolean *known = g_new0 (gboolean, n + 1);
  gboolean read[MUSTER_N_FIELDS] = { FALSE };
  guint n_known = 0;

  for (guint i = 0; i < n; i++)
    {
      char *squeezed = muster_header_squeeze (headers[i]);
      guint nth = GPOINTER_TO_UINT (g_hash_table_lookup (seen, squeezed));
      const MusterProfileColumn *column = find_column (profile, squeezed, nth);

      g_hash_table_replace (seen, squeezed, GUINT_TO_POINTER (nth + 1));
      if (column == NULL || column->field == MUSTER_FIELD_SSN || fields[i] == MUSTER_FIELD_SSN)
        continue;
      known[i] = TRUE;
      n_known++;
      fields[i] = column->field;
      date_orders[i] = column->date_order;
      read[column->field] = TRUE;
    }
  for (guint i = 0; i < n; i++)
    if (!known[i] && read[fields[i]] && !muster_import_field_may_repeat (fields[i]))
      fields[i] = MUSTER_FIELD_IGNORE;
  return n_known;
}
