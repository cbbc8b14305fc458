/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-import.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "ctl/muster-ctl-commands.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-import-names.h"
#include "operations/muster-import-roster.h"
#include "operations/muster-profile-operations.h"

static const MusterCtlOption import_options[] = {
  { "dry-run", MUSTER_CTL_FLAG, FALSE, NULL, N_("Say what would happen, and the digest of it, and change nothing") },
  { "sheet", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("The sheet of a workbook; else the first that has a roster") },
  { "header-line", MUSTER_CTL_TEXT, FALSE, N_("LINE"), N_("The line of the file where the header is; 0: there is none, and columns are called “Column A”, …") },
  { "encoding", MUSTER_CTL_TEXT, FALSE, N_("ENCODING"), N_("UTF-8, UTF-16LE, UTF-16BE, Windows-1252, Windows-1250, ISO-8859-2, CP850 or Mac-Roman; else found out") },
  { "delimiter", MUSTER_CTL_TEXT, FALSE, N_("SIGN"), N_("What stands between cells: , ; | or tab; else found out") },
  { "profile", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("Read the file as this sender’s; else as the one’s whose files look like it, if one is remembered. “”: as nobody’s") },
  { "save-profile", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("Remember by this name how the file was read") },
  { "map", MUSTER_CTL_LIST, FALSE, N_("FIELD=HEADER"), N_("Take the field from the column with this header; “ignore” leaves the column out") },
  { "value", MUSTER_CTL_LIST, FALSE, N_("FIELD:FROM=TO"), N_("Read FROM in columns of this field as TO; as nothing if TO is empty") },
  { "dates", MUSTER_CTL_LIST, FALSE, N_("HEADER=ORDER"), N_("Whether month-day or day-month stands in this column") },
  { "constant", MUSTER_CTL_LIST, FALSE, N_("FIELD=VALUE"), N_("The same for everybody in a file that has no column of it") },
  { "type", MUSTER_CTL_LIST, FALSE, N_("TYPE"), N_("The role of everybody in a file that has no column of it") },
  { "agency", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("The agency of everybody in a file that has no column of it") },
  { "key", MUSTER_CTL_TEXT, FALSE, N_("KEY"), N_("Recognize people by npn, assister-id, training-id, admin-id or email first; else in that order") },
  { "mode", MUSTER_CTL_TEXT, FALSE, N_("MODE"), N_("insert (only new people), update (only known ones) or upsert (both)") },
  { "fix", MUSTER_CTL_LIST, FALSE, N_("RULE"), N_("Take what is proposed where this rule found something; “all”: every proposal") },
  { "set", MUSTER_CTL_LIST, FALSE, N_("LINE:HEADER=VALUE"), N_("Read the cell as if the file had this") },
  { "leave-out", MUSTER_CTL_LIST, FALSE, N_("LINE"), N_("Leave out the row that begins on this line") },
  { "same", MUSTER_CTL_LIST, FALSE, N_("LINE=PERSON"), N_("The row is about this person, whatever else it is known by") },
  { "not-same", MUSTER_CTL_LIST, FALSE, N_("LINE"), N_("The row is not about the person who is suggested; it is remembered. “all”: none that waits is") },
  { "inactivate-missing", MUSTER_CTL_FLAG, FALSE, NULL, N_("Make inactive who is with the agencies of the file, but not in it") },
  { "reason", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why those become inactive; else that they are not in the file") },
  { "accept-valid", MUSTER_CTL_FLAG, FALSE, NULL, N_("Import the valid rows even though others are rejected, or wait for an answer") },
  { "expect", MUSTER_CTL_TEXT, FALSE, N_("DIGEST"), N_("Refuse if the outcome would differ from the dry run that gave this digest") },
  { "results", MUSTER_CTL_TEXT, FALSE, N_("DIR"), N_("Write created.csv, updated.csv, rejected.csv and skipped.csv into this folder") },
  { "force", MUSTER_CTL_FLAG, FALSE, NULL, N_("Replace result files that are there already") },
  { NULL },
};

/* More than this nobody pastes, and nobody pipes. */
#define MOST_TEXT ((gsize) 512 * 1024 * 1024)

static GString *
read_standard_input (GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[16384];
  gssize n;

  while ((n = read (STDIN_FILENO, buffer, sizeof buffer)) > 0)
    {
      g_string_append_len (text, buffer, n);
      if (text->len <= MOST_TEXT)
        continue;
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("There is too much on standard input. Give the file by its name."));
      return NULL;
    }
  if (n == 0 && g_utf8_validate (text->str, text->len, NULL))
    return g_steal_pointer (&text);
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("What comes on standard input is no text in UTF-8. Give the file by its name: then its encoding is found out."));
  return NULL;
}

/* One of them would get what is left of the other. */
static gboolean
check_standard_input (MusterCtl *ctl, GError **error)
{
  if (g_strcmp0 (muster_ctl_get (ctl, "password-file"), "-") != 0)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Password and roster cannot both come on standard input. Give one of them in a file."));
  return FALSE;
}

/* Passes @sheet on, unless it is of a file that has none and one was asked for. */
static MusterSheet *
check_sheet (MusterSheet *sheet, MusterSheetChoices *choices, const char *path, GError **error)
{
  g_autoptr (MusterSheet) read = sheet;

  if (read == NULL || choices->sheet_name == NULL || muster_sheet_get_sheet_name (read) != NULL)
    return g_steal_pointer (&read);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is no workbook and has no sheets: leave out --sheet."), path);
  return NULL;
}

static MusterSheet *
read_sheet (MusterCtl *ctl, GError **error)
{
  const char *path = muster_ctl_get_argument (ctl, 0);
  g_autoptr (MusterSheetChoices) choices = muster_sheet_choices_new ();
  g_autoptr (GString) text = NULL;

  if (!muster_ctl_import_read_choices (ctl, choices, error))
    return NULL;
  if (!g_str_equal (path, "-"))
    return check_sheet (muster_import_read_sheet (path, choices, muster_ctl_progress_cb, ctl, ctl->cancellable, error), choices, path, error);
  text = check_standard_input (ctl, error) ? read_standard_input (error) : NULL;
  return text != NULL ? check_sheet (muster_import_read_text (text->str, text->len, choices, ctl->cancellable, error), choices, path, error) : NULL;
}

/* Before anything is imported: a folder that cannot be would be too late afterwards. */
static gboolean
make_results_folder (MusterCtl *ctl, GError **error)
{
  const char *folder = muster_ctl_get (ctl, "results");

  if (folder != NULL && !muster_ctl_import_check_results (ctl, folder, error))
    return FALSE;
  if (folder == NULL || (g_mkdir_with_parents (folder, 0700) == 0 && access (folder, W_OK) == 0))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("The result files cannot be written into “%s”: %s. Nothing was imported."), folder, g_strerror (errno));
  return FALSE;
}

/* @read_as: (nullable): the profile by which the file was read, whatever it is remembered by now. */
static int
report (MusterCtl *ctl, MusterImportPlan *plan, gint64 import_id, gboolean dry_run, const char *read_as, GError **error)
{
  const char *folder = muster_ctl_get (ctl, "results");
  g_autoptr (GError) problem = NULL;
  gboolean written = folder == NULL || muster_import_plan_write_results (plan, folder, &problem);

  /* What was imported is said, whatever became of the files about it. */
  if (!written && import_id == 0)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return -1;
    }
  muster_ctl_progress_end (ctl);
  if (!muster_ctl_import_print (ctl, plan, import_id, dry_run, read_as, written ? NULL : problem->message, error))
    return -1;
  return !written || plan->counts[MUSTER_FATE_REJECTED] + plan->counts[MUSTER_FATE_CONFLICT] > 0 ? MUSTER_EXIT_FINDINGS : MUSTER_EXIT_DONE;
}

/* What would be kept besides is refused by a trial as by the import. */
static gboolean
check_kept (MusterCtl *ctl, MusterSheet *sheet, const MusterImportOptions *options, GError **error)
{
  const char *name = muster_ctl_get (ctl, "save-profile");
  g_autoptr (MusterImportProfile) profile = name != NULL ? muster_import_options_dup_profile (options, sheet, name) : NULL;

  if (profile != NULL && !muster_import_names_check_profile (profile, error))
    return FALSE;
  if (options->inactive_reason == NULL || !muster_identifier_contains_ssn (options->inactive_reason))
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  return FALSE;
}

static int
try_out (MusterCtl *ctl, MusterSheet *sheet, const MusterImportOptions *options, GError **error)
{
  const char *expected = muster_ctl_get (ctl, "expect");
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (MusterImportPlan) plan = NULL;

  if (database == NULL || !check_kept (ctl, sheet, options, error))
    return -1;
  plan = muster_import_plan_new (database, sheet, options, muster_ctl_progress_cb, ctl, ctl->cancellable, error);
  if (plan == NULL)
    return -1;
  if (expected != NULL && g_ascii_strcasecmp (expected, plan->digest) != 0)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The outcome would differ from what was expected: the file or the register changed meanwhile. Nothing was changed."));
      return -1;
    }
  return report (ctl, plan, 0, TRUE, options->profile, error);
}

/* What was to be remembered, though there was nothing new in the file itself. */
static gboolean
save_profile (MusterCtl *ctl, MusterImportPlan *plan, GError **error)
{
  const char *name = muster_ctl_get (ctl, "save-profile");
  g_autoptr (MusterImportProfile) profile = NULL;
  MusterProfileSaving saving;

  if (name == NULL)
    return TRUE;
  profile = muster_import_options_dup_profile (plan->options, plan->sheet, name);
  saving.profile = profile;
  return muster_ctl_perform (ctl, &muster_save_profile, &saving, NULL, error);
}

static int
carry_out (MusterCtl *ctl, MusterSheet *sheet, const MusterImportOptions *options, GError **error)
{
  MusterImportRequest request = {
    .sheet = sheet,
    .options = options,
    .expect = muster_ctl_get (ctl, "expect"),
    .save_profile = muster_ctl_get (ctl, "save-profile"),
  };
  MusterImportResult result = { 0 };
  g_autoptr (MusterImportPlan) plan = NULL;
  gboolean done = muster_ctl_perform (ctl, &muster_import_roster, &request, &result, error);

  plan = result.plan;
  if (!done || (result.import_id == 0 && !save_profile (ctl, plan, error)))
    return -1;
  return report (ctl, plan, result.import_id, FALSE, options->profile, error);
}

/* A file without names is refused for that, and how to say which they are is the command line's own. */
static int
add_names_hint (const MusterImportOptions *options, int status, GError **error)
{
  g_autofree char *message = NULL;

  if (status >= 0 || error == NULL || *error == NULL || !g_error_matches (*error, MUSTER_ERROR, MUSTER_ERROR_RULE) || muster_import_options_have_names (options))
    return status;
  message = g_steal_pointer (&(*error)->message);
  (*error)->message = g_strconcat (message, " ", muster_ctl_import_get_names_hint (), NULL);
  return status;
}

static int
run_import (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterSheet) sheet = NULL;
  g_autoptr (MusterImportOptions) options = NULL;

  if (!muster_ctl_check_may (ctl, muster_import_roster.name, error))
    return -1;
  sheet = read_sheet (ctl, error);
  options = sheet != NULL ? muster_ctl_import_read_options (ctl, sheet, error) : NULL;
  if (options == NULL || !make_results_folder (ctl, error))
    return -1;
  if (muster_ctl_has (ctl, "dry-run"))
    return add_names_hint (options, try_out (ctl, sheet, options, error), error);
  return add_names_hint (options, carry_out (ctl, sheet, options, error), error);
}

const MusterCtlCommand muster_ctl_import_commands[] = {
  { "import", N_("FILE"), 1, 1, N_("Import a roster; “-” is standard input"), import_options, TRUE, run_import },
  { "import list", NULL, 0, 0, N_("List earlier imports"), NULL, TRUE, muster_ctl_import_list },
  { "import show", N_("ID"), 1, 1, N_("Show one of them"), NULL, TRUE, muster_ctl_import_show },
  { "import results", N_("ID DIR"), 2, 2, N_("Write which lines of one became whom, and which were rejected, into this folder"), muster_ctl_import_results_options, TRUE, muster_ctl_import_results },
  { "import undo", N_("ID"), 1, 1, N_("Undo one of them, or an undoing; what was done since stays"), muster_ctl_import_undo_options, TRUE, muster_ctl_import_undo },
  { "import profiles", NULL, 0, 0, N_("List the senders whose files are remembered"), NULL, TRUE, muster_ctl_import_profiles },
  { "import forget", N_("NAME"), 1, 1, N_("Forget one of them"), NULL, TRUE, muster_ctl_import_forget },
  { NULL },
};
