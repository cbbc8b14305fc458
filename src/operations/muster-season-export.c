/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-season-export.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-csv-writer.h"
#include "domain/muster-error.h"
#include "domain/muster-export.h"
#include "domain/muster-letter-language.h"
#include "operations/muster-season-calendar.h"
#include "operations/muster-season-report.h"
#include "store/muster-people-table.h"

#define PEOPLE_AT_ONCE 500
#define N_COLUMNS 7

/* As an export of the roster calls them; the last two have no like there. */
static const MusterExportColumn columns[] = { MUSTER_EXPORT_GIVEN_NAME, MUSTER_EXPORT_FAMILY_NAME, MUSTER_EXPORT_EMAIL, MUSTER_EXPORT_AGENCY, MUSTER_EXPORT_LETTER_LANGUAGE };
#define LACKING_HEADER "Lacking"
#define DEADLINE_HEADER "Deadline"

typedef struct
{
  MusterWork *work;
  const MusterSeasonReport *report;
  MusterCsvWriter *csv;
  char *due;
} Writing;

static void
add_header (const Writing *writing)
{
  const char *cells[N_COLUMNS + 1];
  guint n = 0;

  for (; n < G_N_ELEMENTS (columns); n++)
    cells[n] = muster_export_column_get_header (columns[n]);
  cells[n++] = LACKING_HEADER;
  cells[n++] = DEADLINE_HEADER;
  if (muster_work_is_practice (writing->work))
    cells[n++] = MUSTER_EXPORT_PRACTICE_HEADER;
  muster_csv_writer_add (writing->csv, cells, n);
}

static gboolean
add_letter (const Writing *writing, const MusterSeasonPerson *line, GError **error)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (muster_work_get_database (writing->work), line->assister_id, error);
  const MusterExportPerson exported = { .person = person, .agency = muster_season_report_get_agency (writing->report, line) };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (person == NULL)
    return FALSE;
  if (person->letter_language == NULL)
    person->letter_language = g_strdup (muster_letter_language_get (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      char *cell = muster_export_dup_cell (&exported, columns[i], error);

      if (cell == NULL)
        return FALSE;
      g_ptr_array_add (cells, cell);
    }
  g_ptr_array_add (cells, muster_season_report_dup_lacking (writing->report, line));
  g_ptr_array_add (cells, g_strdup (writing->due));
  if (muster_work_is_practice (writing->work))
    g_ptr_array_add (cells, g_strdup (MUSTER_EXPORT_PRACTICE_CELL));
  muster_csv_writer_add (writing->csv, (const char *const *) cells->pdata, cells->len);
  return TRUE;
}

static gboolean
add_letters (const Writing *writing, GError **error)
{
  const GArray *behind = writing->report->behind;

  add_header (writing);
  for (guint i = 0; i < behind->len; i++)
    {
      if (i % PEOPLE_AT_ONCE == 0 && !muster_work_progress (writing->work, (double) i / behind->len, _("Exporting"), error))
        return FALSE;
      if (!add_letter (writing, &g_array_index (behind, MusterSeasonPerson, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_letters (MusterWork *work, const MusterSeasonExport *request, const char *draft, guint *n_people, GError **error)
{
  g_autoptr (MusterSeasonReport) report = muster_season_report_new (muster_work_get_database (work), muster_work_get_today (work), request->agency_id, NULL, error);
  g_autoptr (MusterCsvWriter) csv = NULL;
  g_autofree char *due = NULL;
  Writing writing;

  if (report == NULL)
    return FALSE;
  if (report->behind->len == 0)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Nobody is behind in a recertification season today, so that there is nobody to write to."));
      return FALSE;
    }
  csv = muster_csv_writer_new (draft, error);
  if (csv == NULL)
    return FALSE;
  due = muster_date_to_iso (&muster_rule_pack_get_season (report->pack)->due);
  writing = (Writing) { work, report, csv, due };
  *n_people = report->behind->len;
  return add_letters (&writing, error) && muster_csv_writer_finish (csv, error);
}

static gboolean
write_calendar (MusterWork *work, const MusterSeasonExport *request, const char *draft, guint *n_people, GError **error)
{
  const MusterSeasonCalendar wanted = {
    .on = muster_work_get_today (work),
    .agency_id = request->agency_id,
    .agency = request->agency != NULL ? request->agency : "",
    .time = muster_work_get_time (work),
    .with_names = TRUE,
    .is_practice = muster_work_is_practice (work),
  };
  g_autoptr (GBytes) content = muster_season_calendar_make (muster_work_get_database (work), &wanted, n_people, NULL, error);

  return content != NULL && muster_export_write (draft, content, error);
}

static void
describe (MusterWork *work, const MusterSeasonExport *request, const MusterExportResult *result)
{
  g_autofree char *name = g_path_get_basename (request->path);
  g_autofree char *people = g_strdup_printf ("%u", result->n_people);
  g_autofree char *size = g_strdup_printf ("%" G_GUINT64_FORMAT, result->size);

  muster_work_set_reason (work, request->reason);
  muster_work_add_detail (work, "file", name);
  muster_work_add_detail (work, "kind", request->kind == MUSTER_SEASON_EXPORT_LETTERS ? "letters" : "calendar");
  muster_work_add_detail (work, "people", people);
  muster_work_add_detail (work, "who", request->agency_id != 0 ? "chosen by: agency" : "everybody");
  muster_work_add_detail (work, "size", size);
  muster_work_add_detail (work, "sha256", result->hash);
}

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterSeasonExport *request = input;
  g_auto (MusterExportResult) unwanted = { 0 };
  MusterExportResult *result = output != NULL ? output : &unwanted;
  gboolean done;

  if (!muster_export_check_reason (request->reason, error))
    return FALSE;
  result->draft = muster_export_dup_draft (request->path);
  done = request->kind == MUSTER_SEASON_EXPORT_LETTERS ? write_letters (work, request, result->draft, &result->n_people, error)
                                                       : write_calendar (work, request, result->draft, &result->n_people, error);
  if (done)
    result->hash = muster_export_dup_hash (result->draft, &result->size, error);
  if (result->hash == NULL)
    {
      muster_export_name_place (request->path, result->draft, error);
      muster_export_result_clear (result);
      return FALSE;
    }
  describe (work, request, result);
  return TRUE;
}

const MusterOperation muster_export_season = { .name = "export-season", .perform = perform };
