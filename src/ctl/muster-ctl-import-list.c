/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-import.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-error.h"
#include "store/muster-import-table.h"

void
muster_ctl_import_fill_counts (JsonBuilder *json, const guint *counts)
{
  static const char *const keys[MUSTER_N_FATES] = {
    [MUSTER_FATE_CREATED] = "created",
    [MUSTER_FATE_UPDATED] = "updated",
    [MUSTER_FATE_UNCHANGED] = "unchanged",
    [MUSTER_FATE_SKIPPED] = "skipped",
    [MUSTER_FATE_CONFLICT] = "conflicts",
    [MUSTER_FATE_REJECTED] = "rejected",
  };
  guint rows = 0;

  for (guint i = 0; i < MUSTER_N_FATES; i++)
    rows += counts[i];
  muster_ctl_json_number (json, "rows", rows);
  for (guint i = 0; i < MUSTER_N_FATES; i++)
    muster_ctl_json_number (json, keys[i], counts[i]);
}

static gboolean
fill_record (JsonBuilder *json, MusterDatabase *database, const MusterImport *record, GError **error)
{
  g_autofree char *account = NULL;

  if (!muster_ctl_dup_account_name (database, record->account_id, &account, error))
    return FALSE;
  muster_ctl_json_number (json, "import", record->id);
  muster_ctl_json_text (json, "file", record->file_name);
  muster_ctl_json_number (json, "size", record->file_size);
  muster_ctl_json_text (json, "sha256", record->file_hash);
  muster_ctl_json_text (json, "encoding", record->encoding);
  muster_ctl_json_text (json, "delimiter", record->delimiter);
  muster_ctl_json_text (json, "key", record->key);
  muster_ctl_json_text (json, "mode", record->mode);
  muster_ctl_json_text (json, "digest", record->digest);
  muster_ctl_import_fill_counts (json, record->counts);
  muster_ctl_json_time (json, "time", record->recorded);
  muster_ctl_json_text (json, "account", account);
  return TRUE;
}

static gboolean
print_list_json (MusterDatabase *database, GPtrArray *records, GError **error)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_begin_list (json, "imports");
  for (guint i = 0; i < records->len; i++)
    {
      json_builder_begin_object (json);
      if (!fill_record (json, database, g_ptr_array_index (records, i), error))
        return FALSE;
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  muster_ctl_json_print (json);
  return TRUE;
}

static void
print_list (GPtrArray *records)
{
  const char *headers[] = { _("Import"), _("When"), _("File"), _("New"), _("Updated"), _("Rejected") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < records->len; i++)
    {
      const MusterImport *record = g_ptr_array_index (records, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, record->id);
      g_autofree char *when = muster_ctl_dup_time (record->recorded);
      g_autofree char *created = g_strdup_printf ("%u", record->counts[MUSTER_FATE_CREATED]);
      g_autofree char *updated = g_strdup_printf ("%u", record->counts[MUSTER_FATE_UPDATED]);
      g_autofree char *rejected = g_strdup_printf ("%u", record->counts[MUSTER_FATE_REJECTED]);

      muster_ctl_table_add (table, (const char *[]) { id, when, record->file_name, created, updated, rejected });
    }
  muster_ctl_table_print (table);
}

static void
print_record (const MusterImport *record)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (2, NULL);
  g_autofree char *when = muster_ctl_dup_time (record->recorded);

  muster_ctl_table_add_field (table, _("File"), record->file_name);
  muster_ctl_table_add_field (table, _("When"), when);
  muster_ctl_table_add_field (table, _("Encoding"), record->encoding);
  muster_ctl_table_add_field (table, _("Digest"), record->digest);
  for (guint i = 0; i < MUSTER_N_FATES; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", record->counts[i]);

      muster_ctl_table_add_field (table, muster_row_fate_get_label (i), count);
    }
  muster_ctl_table_print (table);
}

int
muster_ctl_import_list (MusterCtl *ctl, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (GPtrArray) records = database != NULL ? muster_import_table_list (database, error) : NULL;

  if (records == NULL)
    return -1;
  if (ctl->json)
    return print_list_json (database, records, error) ? MUSTER_EXIT_DONE : -1;
  print_list (records);
  return MUSTER_EXIT_DONE;
}

static MusterImport *
load_record (MusterCtl *ctl, GError **error)
{
  const char *text = muster_ctl_get_argument (ctl, 0);
  guint64 id;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &id, NULL))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("An import is named by its number, and “%s” is none."), text);
      return NULL;
    }
  return muster_ctl_read (ctl, error) != NULL ? muster_import_table_load (ctl->database, id, error) : NULL;
}

int
muster_ctl_import_show (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterImport) record = load_record (ctl, error);

  if (record == NULL)
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      if (!fill_record (json, ctl->database, record, error))
        return -1;
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  print_record (record);
  return MUSTER_EXIT_DONE;
}
