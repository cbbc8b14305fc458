/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-import.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-error.h"
#include "operations/muster-import-later.h"
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

static void
fill_reference (JsonBuilder *json, const char *key, gint64 id)
{
  if (id != 0)
    muster_ctl_json_number (json, key, id);
  else
    muster_ctl_json_text (json, key, NULL);
}

/* What the undoing of an import did, by people. */
static void
fill_undoing (JsonBuilder *json, const MusterImport *record)
{
  muster_ctl_json_number (json, "restored", record->counts[MUSTER_FATE_UPDATED]);
  muster_ctl_json_number (json, "kept", record->counts[MUSTER_FATE_SKIPPED]);
  muster_ctl_json_number (json, "removed", record->counts[MUSTER_FATE_UNCHANGED]);
  muster_ctl_json_number (json, "returned", record->counts[MUSTER_FATE_CREATED]);
  muster_ctl_json_number (json, "conflicts", record->counts[MUSTER_FATE_CONFLICT]);
}

/* @records: all there are, by which it is known what was undone. */
static gboolean
fill_record (JsonBuilder *json, MusterDatabase *database, GPtrArray *records, const MusterImport *record, GError **error)
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
  if (record->undoes != 0)
    fill_undoing (json, record);
  else
    muster_ctl_import_fill_counts (json, record->counts);
  fill_reference (json, "undoes", record->undoes);
  fill_reference (json, "undone_by", muster_import_find_undoing (records, record->id));
  muster_ctl_json_text (json, "sheet", record->sheet);
  muster_ctl_json_text (json, "profile", record->profile);
  muster_ctl_json_text (json, "snapshot", record->snapshot);
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
      if (!fill_record (json, database, records, g_ptr_array_index (records, i), error))
        return FALSE;
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  muster_ctl_json_print (json);
  return TRUE;
}

/* Returns: (transfer full): "roster.csv", "Undoing of 3 (roster.csv)", "roster.csv (undone by 4)" */
static char *
dup_title (GPtrArray *records, const MusterImport *record)
{
  gint64 undone_by = muster_import_find_undoing (records, record->id);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, record->undoes);
  g_autofree char *undoing = g_strdup_printf ("%" G_GINT64_FORMAT, undone_by);
  g_autofree char *title = NULL;

  /* Translators: the number of an import, and the name of its file */
  title = record->undoes != 0 ? g_strdup_printf (_("Undoing of %s (%s)"), number, record->file_name) : g_strdup (record->file_name);
  /* Translators: the name of a file, and the number of an import */
  return undone_by != 0 ? g_strdup_printf (_("%s, undone by %s"), title, undoing) : g_steal_pointer (&title);
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
      g_autofree char *title = dup_title (records, record);
      g_autofree char *created = g_strdup_printf ("%u", record->counts[MUSTER_FATE_CREATED]);
      g_autofree char *updated = g_strdup_printf ("%u", record->counts[MUSTER_FATE_UPDATED]);
      g_autofree char *rejected = g_strdup_printf ("%u", record->counts[MUSTER_FATE_REJECTED]);

      muster_ctl_table_add (table, (const char *[]) { id, when, title, created, updated, rejected });
    }
  muster_ctl_table_print (table);
}

static void
add_count (MusterCtlTable *table, const char *label, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  muster_ctl_table_add_field (table, label, text);
}

static void
add_undoing (MusterCtlTable *table, const MusterImport *record)
{
  add_count (table, _("Restored"), record->counts[MUSTER_FATE_UPDATED]);
  add_count (table, _("Removed"), record->counts[MUSTER_FATE_UNCHANGED]);
  add_count (table, _("Back again"), record->counts[MUSTER_FATE_CREATED]);
  add_count (table, _("Kept"), record->counts[MUSTER_FATE_SKIPPED]);
  add_count (table, _("Conflicts"), record->counts[MUSTER_FATE_CONFLICT]);
}

static gboolean
print_record (MusterDatabase *database, GPtrArray *records, const MusterImport *record, GError **error)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (2, NULL);
  g_autofree char *when = muster_ctl_dup_time (record->recorded);
  g_autofree char *title = dup_title (records, record);
  g_autofree char *size = g_format_size_full (record->file_size, G_FORMAT_SIZE_LONG_FORMAT);
  g_autofree char *account = NULL;

  if (!muster_ctl_dup_account_name (database, record->account_id, &account, error))
    return FALSE;
  muster_ctl_table_add_field (table, _("File"), title);
  muster_ctl_table_add_field (table, _("When"), when);
  muster_ctl_table_add_field (table, _("Who"), account);
  muster_ctl_table_add_field (table, _("Size"), size);
  muster_ctl_table_add_field (table, "SHA-256", record->file_hash);
  muster_ctl_table_add_field (table, _("Encoding"), record->encoding);
  muster_ctl_table_add_field (table, _("Sheet"), record->sheet);
  muster_ctl_table_add_field (table, _("Digest"), record->digest);
  muster_ctl_table_add_field (table, _("Copy from before"), record->snapshot);
  if (record->undoes != 0)
    add_undoing (table, record);
  for (guint i = 0; record->undoes == 0 && i < MUSTER_N_FATES; i++)
    add_count (table, muster_row_fate_get_label (i), record->counts[i]);
  muster_ctl_table_print (table);
  return TRUE;
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

gboolean
muster_ctl_import_get_id (MusterCtl *ctl, gint64 *id, GError **error)
{
  const char *text = muster_ctl_get_argument (ctl, 0);
  guint64 number;

  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    {
      *id = (gint64) number;
      return TRUE;
    }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("An import is named by its number, and “%s” is none."), text);
  return FALSE;
}

int
muster_ctl_import_show (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterImport) record = NULL;
  g_autoptr (GPtrArray) records = NULL;
  gint64 id;

  if (!muster_ctl_import_get_id (ctl, &id, error) || muster_ctl_read (ctl, error) == NULL)
    return -1;
  record = muster_import_table_load (ctl->database, id, error);
  records = record != NULL ? muster_import_table_list (ctl->database, error) : NULL;
  if (records == NULL)
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      if (!fill_record (json, ctl->database, records, record, error))
        return -1;
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  return print_record (ctl->database, records, record, error) ? MUSTER_EXIT_DONE : -1;
}

const MusterCtlOption muster_ctl_import_results_options[] = {
  { "force", MUSTER_CTL_FLAG, FALSE, NULL, N_("Replace result files that are there already") },
  { NULL },
};

gboolean
muster_ctl_import_check_results (MusterCtl *ctl, const char *folder, GError **error)
{
  const char *found = muster_ctl_has (ctl, "force") ? NULL : muster_import_results_find (folder);
  g_autofree char *path = found != NULL ? g_build_filename (folder, found, NULL) : NULL;

  if (found == NULL)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” is there already, and was left as it is. Choose another folder, or replace it with --force."), path);
  return FALSE;
}

int
muster_ctl_import_results (MusterCtl *ctl, GError **error)
{
  const char *folder = muster_ctl_get_argument (ctl, 1);
  g_autoptr (MusterImport) record = NULL;
  gint64 id;

  if (!muster_ctl_import_get_id (ctl, &id, error) || muster_ctl_read (ctl, error) == NULL || !muster_ctl_import_check_results (ctl, folder, error) || !muster_import_later_write_results (ctl->database, id, folder, &record, error))
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_number (json, "import", id);
      muster_ctl_json_text (json, "folder", folder);
      muster_ctl_json_text (json, "file", record->file_name);
      muster_ctl_json_text (json, "sha256", record->file_hash);
      muster_ctl_import_fill_counts (json, record->counts);
      muster_ctl_json_flag (json, "rows_kept", FALSE);
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet)
    muster_ctl_print (_("Written into “%s”: created.csv, updated.csv, rejected.csv and skipped.csv, with the lines of “%s”. What stood in them is not kept: look the lines up in the file (SHA-256 %s). Whole rows are written at the time of the import, by “musterctl import FILE --results DIR”.\n"),
                      folder, record->file_name, record->file_hash);
  return MUSTER_EXIT_DONE;
}
