/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-error.h"
#include "operations/muster-export-report.h"

static const MusterCtlOption report_options[] = {
  { "output", MUSTER_CTL_TEXT, TRUE, N_("FILE"), N_("The file to write") },
  { "as-of", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("The day that it tells of; else today") },
  { "known-on", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("By what had been recorded through this day") },
  { "format", MUSTER_CTL_TEXT, FALSE, N_("FORMAT"), N_("How it is written: pdf, csv, xlsx or json; else by the ending of the file’s name") },
  { "reason", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("What it is for: the journal keeps it") },
  { "force", MUSTER_CTL_FLAG, FALSE, NULL, N_("Replace a file that is there already") },
  { NULL },
};

static void
print_json (const MusterReportExport *request, const MusterExportResult *result)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_text (json, "report", muster_report_kind_to_code (request->kind));
  muster_ctl_json_day (json, "as_of", &request->as_of);
  muster_ctl_json_day (json, "known_on", &request->known_on);
  muster_ctl_json_text (json, "file", request->path);
  muster_ctl_json_text (json, "format", muster_report_format_to_code (request->format));
  muster_ctl_json_number (json, "rows", result->n_people);
  muster_ctl_json_number (json, "size", result->size);
  muster_ctl_json_text (json, "sha256", result->hash);
  muster_ctl_json_print (json);
}

static gboolean
read_request (MusterCtl *ctl, MusterReportExport *request, GError **error)
{
  const char *format = muster_ctl_get (ctl, "format");

  if (!muster_report_kind_from_code (muster_ctl_get_argument (ctl, 0), &request->kind, error) || !muster_ctl_get_day (ctl, "as-of", &request->as_of, error) ||
      !muster_ctl_get_day (ctl, "known-on", &request->known_on, error))
    return FALSE;
  if (!g_date_valid (&request->as_of))
    g_date_set_time_t (&request->as_of, time (NULL));
  return format != NULL ? muster_report_format_from_code (format, &request->format, error) : muster_report_find_format (request->path, &request->format, error);
}

static int
run_report (MusterCtl *ctl, GError **error)
{
  MusterReportExport request = { .path = muster_ctl_get (ctl, "output"), .reason = muster_ctl_get (ctl, "reason") };
  g_auto (MusterExportResult) result = { 0 };

  if (!read_request (ctl, &request, error) || !muster_ctl_check_may (ctl, muster_export_report.name, error) ||
      !muster_report_kind_check_export (request.kind, muster_store_get_account (ctl->store)->role, error) || !muster_ctl_check_place (ctl, request.path, error))
    return -1;
  if (!muster_ctl_perform (ctl, &muster_export_report, &request, &result, error) || !muster_export_put_in_place (&result, request.path, error))
    return -1;
  if (ctl->json)
    print_json (&request, &result);
  else if (!ctl->quiet)
    muster_ctl_print (g_dngettext (GETTEXT_PACKAGE, "“%s” is written, with %u row; the journal has an entry of it.\n", "“%s” is written, with %u rows; the journal has an entry of it.\n", result.n_people), request.path, result.n_people);
  return MUSTER_EXIT_DONE;
}

const MusterCtlCommand muster_ctl_report_commands[] = {
  { "report", N_("NAME"), 1, 1, N_("Write a report into a file"), report_options, TRUE, run_report },
  { NULL },
};
