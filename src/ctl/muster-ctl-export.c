/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-password.h"
#include "ctl/muster-ctl-roster-filter.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-error.h"
#include "operations/muster-export-roster.h"

static const MusterCtlOption export_options[] = {
  { "list", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("What your list of that name asks for; other options say something else instead") },
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("What it is for: the journal keeps it") },
  { "columns", MUSTER_CTL_TEXT, FALSE, N_("A,B…"), N_("Which columns, or “all”; else all but Assister, Training and Admin IDs and phones") },
  { "passphrase-file", MUSTER_CTL_TEXT, FALSE, N_("FILE"), N_("Read the passphrase of a ZIP file from the first line of this file (“-”: standard input)") },
  { "force", MUSTER_CTL_FLAG, FALSE, NULL, N_("Replace a file that is there already") },
  { "search", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Beginnings of names, ids, e-mail addresses and agencies") },
  { "status", MUSTER_CTL_LIST, FALSE, N_("STATUS"), N_("Those in one of these states: certified, in-training, suspended, revoked, …") },
  { "type", MUSTER_CTL_LIST, FALSE, N_("TYPE"), N_("broker, navigator, cac or support-staff") },
  { "agency", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("People of this agency") },
  { "county", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("People who work in this county") },
  { "language", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("People who speak this language") },
  { "may-assist", MUSTER_CTL_TEXT, FALSE, N_("yes|no"), N_("Those who may, or may not, assist") },
  { "expiring", MUSTER_CTL_TEXT, FALSE, N_("N"), N_("Those who may assist, and cease to within so many days unless something is recorded") },
  { NULL },
};

static void
print_json (const MusterExportRequest *request, const MusterExportResult *result)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_text (json, "file", request->path);
  muster_ctl_json_number (json, "people", result->n_people);
  muster_ctl_json_begin_list (json, "columns");
  for (guint i = 0; i < request->columns.n; i++)
    json_builder_add_string_value (json, muster_export_column_to_code (request->columns.columns[i]));
  json_builder_end_array (json);
  muster_ctl_json_flag (json, "encrypted", request->format == MUSTER_TABLE_ZIP);
  muster_ctl_json_number (json, "size", result->size);
  muster_ctl_json_text (json, "sha256", result->hash);
  muster_ctl_json_print (json);
}

static gboolean
read_columns (MusterCtl *ctl, MusterExportColumns *columns, GError **error)
{
  const char *text = muster_ctl_get (ctl, "columns");

  muster_export_columns_init (columns);
  return text == NULL || muster_export_columns_parse (columns, text, error);
}

/* Without a file of its own it is the line after the password, where that does not come from the terminal. */
static MusterSecret *
read_passphrase_line (MusterCtl *ctl, GError **error)
{
  const char *file = muster_ctl_get (ctl, "passphrase-file");
  const char *password_file = muster_ctl_get (ctl, "password-file");
  MusterSecret *passphrase = NULL;

  if (file == NULL && password_file != NULL)
    passphrase = muster_ctl_password_read_second (password_file, ctl->cancellable);
  return passphrase != NULL ? passphrase : muster_ctl_password_read (file, _("Passphrase of the file: "), TRUE, ctl->cancellable, error);
}

/* Only an archive has one. */
static gboolean
read_passphrase (MusterCtl *ctl, MusterExportRequest *request, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (request->format != MUSTER_TABLE_ZIP)
    return TRUE;
  request->passphrase = read_passphrase_line (ctl, &problem);
  if (request->passphrase != NULL)
    return TRUE;
  if (g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_INVALID) && muster_ctl_get (ctl, "passphrase-file") == NULL)
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("A ZIP file is locked with a passphrase. Give it with --passphrase-file."));
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static int
carry_out (MusterCtl *ctl, MusterExportRequest *request, GError **error)
{
  g_auto (MusterExportResult) result = { 0 };

  if (!muster_ctl_perform (ctl, &muster_export_roster, request, &result, error) || !muster_export_put_in_place (&result, request->path, error))
    return -1;
  if (ctl->json)
    print_json (request, &result);
  else if (!ctl->quiet)
    muster_ctl_print (g_dngettext (GETTEXT_PACKAGE, "%u person exported; the journal has an entry of it.\n", "%u people exported; the journal has an entry of it.\n", result.n_people), result.n_people);
  return MUSTER_EXIT_DONE;
}

static int
run_export (MusterCtl *ctl, GError **error)
{
  MusterRosterFilter filter = { 0 };
  g_autoptr (MusterSavedList) list = NULL;
  MusterExportRequest request = { .path = muster_ctl_get_argument (ctl, 0), .reason = muster_ctl_get (ctl, "reason"), .filter = &filter };
  int code;

  if (!muster_export_find_format (request.path, &request.format, error) || !read_columns (ctl, &request.columns, error) ||
      !muster_ctl_roster_read_filter (ctl, &filter, error) || !muster_ctl_check_may (ctl, muster_export_roster.name, error))
    return -1;
  if (!muster_ctl_check_place (ctl, request.path, error) || muster_ctl_read (ctl, error) == NULL || !muster_ctl_roster_find_agency (ctl, ctl->database, &filter.agency_id, error) ||
      !muster_ctl_roster_take_list (ctl, ctl->database, &filter, &list, error) || !read_passphrase (ctl, &request, error))
    return -1;
  code = carry_out (ctl, &request, error);
  g_clear_pointer (&request.passphrase, muster_secret_unref);
  return code;
}

const MusterCtlCommand muster_ctl_export_commands[] = {
  { "export", N_("FILE.csv|.xlsx|.zip"), 1, 1, N_("Export the roster"), export_options, TRUE, run_export },
  { NULL },
};
