/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-export-roster.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "documents/muster-csv-writer.h"
#include "documents/muster-xlsx-writer.h"
#include "documents/muster-zip-writer.h"
#include "domain/muster-error.h"
#include "domain/muster-import-names.h"
#include "store/muster-evidence-table.h"
#include "store/muster-roster-people.h"

#define PEOPLE_AT_ONCE 500

/* An export on its way. */
typedef struct
{
  MusterWork *work;
  const MusterExportRequest *request;
  char *draft;
  MusterCsvWriter *csv;
  MusterXlsxWriter *xlsx;
  gboolean needs_evidence;
  guint n_people;
  guint n_all;
} Exporting;

static void
exporting_clear (Exporting *exporting)
{
  g_clear_pointer (&exporting->csv, muster_csv_writer_free);
  g_clear_pointer (&exporting->xlsx, muster_xlsx_writer_free);
  /* What was not handed over is not to stay. */
  if (exporting->draft != NULL)
    g_unlink (exporting->draft);
  g_free (exporting->draft);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Exporting, exporting_clear)

static const char *
get_passphrase (const MusterExportRequest *request)
{
  return request->passphrase != NULL ? (const char *) muster_secret_get_bytes (request->passphrase) : NULL;
}

static gboolean
check_request (MusterWork *work, const MusterExportRequest *request, GError **error)
{
  g_autofree char *name = g_path_get_basename (request->path);

  if (!muster_export_check_reason (request->reason, error) || !muster_import_names_check_file (name, error))
    return FALSE;
  if (request->columns.n == 0)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("No column was chosen, so there is nothing to export. Choose at least one."));
      return FALSE;
    }
  return request->format != MUSTER_TABLE_ZIP || muster_export_check_passphrase (get_passphrase (request), muster_work_is_practice (work), error);
}

static gboolean
begin (Exporting *exporting, GError **error)
{
  exporting->draft = muster_export_dup_draft (exporting->request->path);
  if (exporting->request->format == MUSTER_TABLE_XLSX)
    exporting->xlsx = muster_xlsx_writer_new (exporting->draft, _("Roster"), error);
  else if (exporting->request->format == MUSTER_TABLE_CSV)
    exporting->csv = muster_csv_writer_new (exporting->draft, error);
  else
    exporting->csv = muster_csv_writer_new_in_memory ();
  return exporting->csv != NULL || exporting->xlsx != NULL;
}

static void
add_row (Exporting *exporting, const char *const *cells, guint n_cells)
{
  if (exporting->xlsx != NULL)
    muster_xlsx_writer_add (exporting->xlsx, cells, n_cells);
  else
    muster_csv_writer_add (exporting->csv, cells, n_cells);
}

static void
add_header (Exporting *exporting)
{
  const MusterExportColumns *columns = &exporting->request->columns;
  const char *cells[MUSTER_N_EXPORT_COLUMNS + 1];
  guint n = 0;

  for (; n < columns->n; n++)
    cells[n] = muster_export_column_get_header (columns->columns[n]);
  if (muster_work_is_practice (exporting->work))
    cells[n++] = MUSTER_EXPORT_PRACTICE_HEADER;
  add_row (exporting, cells, n);
}

static gboolean
add_person_cb (const MusterRosterPerson *found, gpointer data, GError **error)
{
  Exporting *exporting = data;
  const MusterExportColumns *columns = &exporting->request->columns;
  MusterExportPerson person = { found->person, found->agency, found->standing };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) evidence = NULL;

  if (exporting->n_people % PEOPLE_AT_ONCE == 0 && !muster_work_progress (exporting->work, (double) exporting->n_people / exporting->n_all, _("Exporting"), error))
    return FALSE;
  if (exporting->needs_evidence)
    person.evidence = evidence = muster_evidence_table_list (muster_work_get_database (exporting->work), found->person->id, error);
  if (exporting->needs_evidence && evidence == NULL)
    return FALSE;
  for (guint i = 0; i < columns->n; i++)
    {
      char *cell = muster_export_dup_cell (&person, columns->columns[i], error);

      if (cell == NULL)
        return FALSE;
      g_ptr_array_add (cells, cell);
    }
  if (muster_work_is_practice (exporting->work))
    g_ptr_array_add (cells, g_strdup (MUSTER_EXPORT_PRACTICE_CELL));
  add_row (exporting, (const char *const *) cells->pdata, cells->len);
  exporting->n_people++;
  return TRUE;
}

static gboolean
add_people (Exporting *exporting, GError **error)
{
  static const MusterRosterFilter everybody = { .may_assist = -1 };
  MusterDatabase *database = muster_work_get_database (exporting->work);
  const MusterRosterFilter *filter = exporting->request->filter != NULL ? exporting->request->filter : &everybody;
  g_autoptr (MusterRosterIndex) index = muster_roster_index_new (database, muster_work_get_today (exporting->work), NULL, NULL, error);
  g_autoptr (GArray) ids = NULL;

  if (index == NULL)
    return FALSE;
  ids = muster_roster_index_select (index, database, filter, NULL, error);
  if (ids == NULL)
    return FALSE;
  exporting->n_all = MAX (ids->len, 1);
  return muster_roster_people_foreach (database, index, (const gint64 *) (gpointer) ids->data, ids->len, add_person_cb, exporting, error);
}

/* “roster.zip” holds “roster.csv”. */
static char *
dup_member_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  char *ending = strrchr (name, '.');

  if (ending != NULL && ending > name)
    *ending = '\0';
  return g_strconcat (name, ".csv", NULL);
}

static gboolean
finish (Exporting *exporting, GError **error)
{
  const MusterExportRequest *request = exporting->request;
  g_autoptr (GBytes) content = NULL;
  g_autofree char *member = NULL;

  if (request->format == MUSTER_TABLE_XLSX)
    return muster_xlsx_writer_finish (exporting->xlsx, error);
  if (request->format == MUSTER_TABLE_CSV)
    return muster_csv_writer_finish (exporting->csv, error);
  content = muster_csv_writer_finish_bytes (exporting->csv);
  member = dup_member_name (request->path);
  return muster_zip_writer_write (exporting->draft, member, content, get_passphrase (request), error);
}

/* The search words are left out: they may be somebody's name. */
static char *
dup_who (const MusterRosterFilter *filter)
{
  GString *text = g_string_new (NULL);

  if (filter == NULL)
    return g_string_free_and_steal (g_string_append (text, "everybody"));
  if (filter->search != NULL)
    g_string_append (text, "search ");
  if (filter->states != 0)
    g_string_append (text, "status ");
  if (filter->types != 0)
    g_string_append (text, "type ");
  if (filter->agency_id != 0)
    g_string_append (text, "agency ");
  if (filter->county != NULL)
    g_string_append (text, "county ");
  if (filter->language != NULL)
    g_string_append (text, "language ");
  if (filter->may_assist >= 0)
    g_string_append (text, "may-assist ");
  if (filter->expiring != 0)
    g_string_append (text, "expiring ");
  return g_string_free_and_steal (text->len > 0 ? g_string_prepend (text, "chosen by: ") : g_string_append (text, "everybody"));
}

static void
describe (MusterWork *work, const MusterExportRequest *request, const MusterExportResult *result)
{
  static const char *const formats[] = { [MUSTER_TABLE_CSV] = "csv", [MUSTER_TABLE_XLSX] = "xlsx", [MUSTER_TABLE_ZIP] = "zip, encrypted" };
  g_autofree char *name = g_path_get_basename (request->path);
  g_autofree char *columns = muster_export_columns_dup_text (&request->columns);
  g_autofree char *people = g_strdup_printf ("%u", result->n_people);
  g_autofree char *size = g_strdup_printf ("%" G_GUINT64_FORMAT, result->size);
  g_autofree char *who = dup_who (request->filter);

  muster_work_set_reason (work, request->reason);
  muster_work_add_detail (work, "file", name);
  muster_work_add_detail (work, "format", formats[request->format]);
  muster_work_add_detail (work, "columns", columns);
  muster_work_add_detail (work, "people", people);
  muster_work_add_detail (work, "who", g_strchomp (who));
  muster_work_add_detail (work, "size", size);
  muster_work_add_detail (work, "sha256", result->hash);
}

static gboolean
make_file (Exporting *exporting, GError **error)
{
  if (!begin (exporting, error))
    return FALSE;
  for (guint i = 0; i < exporting->request->columns.n; i++)
    exporting->needs_evidence |= muster_export_column_needs_evidence (exporting->request->columns.columns[i]);
  add_header (exporting);
  return add_people (exporting, error) && finish (exporting, error);
}

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterExportRequest *request = input;
  g_auto (MusterExportResult) unwanted = { 0 };
  MusterExportResult *result = output != NULL ? output : &unwanted;
  g_auto (Exporting) exporting = { work, request };

  if (!check_request (work, request, error))
    return FALSE;
  if (!make_file (&exporting, error))
    {
      muster_export_name_place (request->path, exporting.draft, error);
      return FALSE;
    }
  result->n_people = exporting.n_people;
  result->hash = muster_export_dup_hash (exporting.draft, &result->size, error);
  if (result->hash == NULL)
    return FALSE;
  describe (work, request, result);
  result->draft = g_steal_pointer (&exporting.draft);
  return TRUE;
}

gboolean
muster_export_find_format (const char *path, MusterTableFormat *format, GError **error)
{
  static const struct
  {
    const char *ending;
    MusterTableFormat format;
  } endings[] = { { ".csv", MUSTER_TABLE_CSV }, { ".xlsx", MUSTER_TABLE_XLSX }, { ".zip", MUSTER_TABLE_ZIP } };
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (small, endings[i].ending))
      {
        *format = endings[i].format;
        return TRUE;
      }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("By its name “%s” is none of the files that can be exported. Let it end in .csv, .xlsx or .zip."), path);
  return FALSE;
}

const MusterOperation muster_export_roster = { .name = "export-roster", .perform = perform };
