/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-export-report.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-report-file.h"
#include "documents/muster-report-json.h"
#include "documents/muster-report-table.h"
#include "domain/muster-code.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-export.h"
#include "domain/muster-import-names.h"
#include "operations/muster-report-making.h"
#include "store/muster-verify.h"

static const char *const formats[MUSTER_N_REPORT_FORMATS] = { [MUSTER_REPORT_PDF] = "pdf", [MUSTER_REPORT_CSV] = "csv", [MUSTER_REPORT_XLSX] = "xlsx", [MUSTER_REPORT_JSON] = "json" };

const char *
muster_report_format_to_code (MusterReportFormat format)
{
  g_return_val_if_fail ((guint) format < MUSTER_N_REPORT_FORMATS, "");
  return formats[format];
}

gboolean
muster_report_format_from_code (const char *code, MusterReportFormat *format, GError **error)
{
  guint index;

  if (!muster_code_find (formats, MUSTER_N_REPORT_FORMATS, code, _("This is not a format of a report"), &index, error))
    return FALSE;
  *format = index;
  return TRUE;
}

gboolean
muster_report_find_format (const char *path, MusterReportFormat *format, GError **error)
{
  const char *ending = strrchr (path, '.');

  for (guint i = 0; ending != NULL && i < MUSTER_N_REPORT_FORMATS; i++)
    if (g_ascii_strcasecmp (ending + 1, formats[i]) == 0)
      {
        *format = i;
        return TRUE;
      }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("By its name “%s” is none of the files that a report can be. Let it end in .pdf, .csv, .xlsx or .json."), path);
  return FALSE;
}

static gboolean
check_request (MusterWork *work, const MusterReportExport *request, GError **error)
{
  g_autofree char *name = g_path_get_basename (request->path);

  return muster_report_kind_check_export (request->kind, muster_work_get_account (work)->role, error) &&
         (request->reason == NULL || muster_export_check_reason (request->reason, error)) && muster_import_names_check_file (name, error);
}

static MusterReport *
make_report (MusterWork *work, const MusterReportExport *request, GError **error)
{
  const MusterReportWish wish = { request->kind, request->as_of, request->known_on, *muster_work_get_today (work), muster_work_get_time (work) };
  MusterReport *report;

  if (!muster_work_progress (work, 0, _("Making the report"), error))
    return NULL;
  report = muster_report_make (muster_work_get_database (work), &wish, NULL, error);
  if (report != NULL && !muster_role_may_report_names (muster_work_get_account (work)->role))
    muster_report_withhold_names (report);
  return report;
}

/* The code of the journal stands on paper, by which it is vouched for outside of the register. */
static GBytes *
draw_report (MusterWork *work, const MusterReport *report, GError **error)
{
  g_autofree char *checkpoint = muster_checkpoint_dup_code_of (muster_work_get_database (work), error);

  if (checkpoint == NULL)
    return NULL;
  muster_work_add_detail (work, "checkpoint", checkpoint);
  return muster_report_file_draw (report, muster_work_get_agency (work), checkpoint, muster_work_is_practice (work), error);
}

static gboolean
write_report (MusterWork *work, const MusterReportExport *request, const MusterReport *report, const char *draft, GError **error)
{
  gboolean is_practice = muster_work_is_practice (work);
  g_autoptr (GBytes) content = NULL;

  if (request->format == MUSTER_REPORT_CSV || request->format == MUSTER_REPORT_XLSX)
    return muster_report_table_write (report, request->format == MUSTER_REPORT_CSV ? MUSTER_TABLE_CSV : MUSTER_TABLE_XLSX, draft, is_practice, error);
  content = request->format == MUSTER_REPORT_PDF ? draw_report (work, report, error) : muster_report_json_make (report, muster_work_get_agency (work), is_practice);
  return content != NULL && muster_export_write (draft, content, error);
}

static void
describe (MusterWork *work, const MusterReportExport *request, const MusterReport *report, const MusterExportResult *result)
{
  g_autofree char *name = g_path_get_basename (request->path);
  g_autofree char *as_of = muster_date_to_iso (&report->as_of), *known_on = muster_date_to_iso (&report->known_on);
  g_autofree char *rows = g_strdup_printf ("%u", result->n_people);
  g_autofree char *size = g_strdup_printf ("%" G_GUINT64_FORMAT, result->size);
  gboolean has_names = muster_report_kind_has_names (request->kind) && muster_role_may_report_names (muster_work_get_account (work)->role);

  muster_work_set_reason (work, request->reason);
  muster_work_add_detail (work, "report", muster_report_kind_to_code (request->kind));
  muster_work_add_detail (work, "as_of", as_of);
  if (known_on != NULL)
    muster_work_add_detail (work, "known_on", known_on);
  muster_work_add_detail (work, "file", name);
  muster_work_add_detail (work, "format", formats[request->format]);
  muster_work_add_detail (work, "rows", rows);
  muster_work_add_detail (work, "names", has_names ? "yes" : "no");
  if (request->prints)
    muster_work_add_detail (work, "printed", "yes");
  muster_work_add_detail (work, "size", size);
  muster_work_add_detail (work, "sha256", result->hash);
}

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterReportExport *request = input;
  g_auto (MusterExportResult) unwanted = { 0 };
  MusterExportResult *result = output != NULL ? output : &unwanted;
  g_autoptr (MusterReport) report = NULL;

  if (!check_request (work, request, error))
    return FALSE;
  report = make_report (work, request, error);
  if (report == NULL)
    return FALSE;
  result->draft = muster_export_dup_draft (request->path);
  if (write_report (work, request, report, result->draft, error))
    result->hash = muster_export_dup_hash (result->draft, &result->size, error);
  if (result->hash == NULL)
    {
      muster_export_name_place (request->path, result->draft, error);
      muster_export_result_clear (result);
      return FALSE;
    }
  result->n_people = report->rows->len;
  describe (work, request, report, result);
  return TRUE;
}

const MusterOperation muster_export_report = { .name = "export-report", .perform = perform };
