/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-import.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "ctl/muster-ctl-commands.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-error.h"
#include "operations/muster-import-roster.h"

#define SHOWN_FINDINGS 50

static const MusterCtlOption import_options[] = {
  { "dry-run", MUSTER_CTL_FLAG, FALSE, NULL, N_("Say what would happen, and the digest of it, and change nothing") },
  { "map", MUSTER_CTL_LIST, FALSE, N_("FIELD=HEADER"), N_("Take the field from the column with this header") },
  { "key", MUSTER_CTL_TEXT, FALSE, N_("KEY"), N_("Recognize people by npn, assister-id, training-id or email; else by the first that a row has") },
  { "mode", MUSTER_CTL_TEXT, FALSE, N_("MODE"), N_("insert (only new people), update (only known ones) or upsert (both)") },
  { "accept-valid", MUSTER_CTL_FLAG, FALSE, NULL, N_("Import the valid rows even though others are rejected") },
  { "results", MUSTER_CTL_TEXT, FALSE, N_("DIR"), N_("Write created.csv, updated.csv and rejected.csv into this folder") },
  { "expect", MUSTER_CTL_TEXT, FALSE, N_("DIGEST"), N_("Refuse if the outcome would differ from the dry run that gave this digest") },
  { "type", MUSTER_CTL_LIST, FALSE, N_("TYPE"), N_("The role of everybody in a file that has no column of it") },
  { "agency", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("The agency of everybody in a file that has no column of it") },
  { "sheet", MUSTER_CTL_TEXT, FALSE, NULL, NULL },
  { "profile", MUSTER_CTL_TEXT, FALSE, NULL, NULL },
  { "save-profile", MUSTER_CTL_TEXT, FALSE, NULL, NULL },
  { NULL },
};

static gboolean
refuse_later_options (MusterCtl *ctl, GError **error)
{
  static const char *const later[] = { "sheet", "profile", "save-profile" };

  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    if (muster_ctl_has (ctl, later[i]))
      {
        g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("This version of musterctl has no --%s yet: it reads CSV files, and --map says which column is what."), later[i]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
map_column (MusterImportOptions *options, MusterSheet *sheet, const char *text, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *code = equals != NULL ? g_strndup (text, equals - text) : NULL;
  MusterImportField field;

  if (equals == NULL)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is not FIELD=HEADER."), text);
      return FALSE;
    }
  return muster_import_field_from_code (code, &field, error) && muster_import_options_map (options, sheet, field, equals + 1, error);
}

static gboolean
fill_options (MusterCtl *ctl, MusterImportOptions *options, MusterSheet *sheet, GError **error)
{
  const char *const *maps = muster_ctl_get_list (ctl, "map");
  const char *key = muster_ctl_get (ctl, "key");
  const char *mode = muster_ctl_get (ctl, "mode");

  for (guint i = 0; maps[i] != NULL; i++)
    if (!map_column (options, sheet, maps[i], error))
      return FALSE;
  if (key != NULL && !muster_import_key_from_code (key, &options->key, error))
    return FALSE;
  if (mode != NULL && !muster_import_mode_from_code (mode, &options->mode, error))
    return FALSE;
  options->accept_valid = muster_ctl_has (ctl, "accept-valid");
  g_set_str (&options->constants.agency, muster_ctl_get (ctl, "agency"));
  if (!muster_ctl_get_types (ctl, "type", &options->constants.types, error))
    return FALSE;
  return muster_import_options_check (options, sheet, error);
}

static void
print_json (MusterCtl *ctl, const MusterImportPlan *plan, gint64 import_id, gboolean dry_run)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();
  const char delimiter[] = { muster_sheet_get_delimiter (plan->sheet), '\0' };

  if (import_id != 0)
    muster_ctl_json_number (json, "import", import_id);
  else
    muster_ctl_json_text (json, "import", NULL);
  muster_ctl_json_flag (json, "dry_run", dry_run);
  muster_ctl_json_text (json, "digest", plan->digest);
  muster_ctl_import_fill_counts (json, plan->counts);
  muster_ctl_json_text (json, "file", muster_sheet_get_file_name (plan->sheet));
  muster_ctl_json_text (json, "encoding", muster_sheet_get_encoding (plan->sheet));
  muster_ctl_json_text (json, "delimiter", delimiter);
  muster_ctl_json_begin_list (json, "findings");
  for (guint i = 0; i < plan->findings->len; i++)
    {
      const MusterFinding *finding = g_ptr_array_index (plan->findings, i);

      json_builder_begin_object (json);
      muster_ctl_json_number (json, "line", finding->line);
      muster_ctl_json_text (json, "column", finding->column);
      muster_ctl_json_text (json, "value", finding->value);
      muster_ctl_json_text (json, "rule", finding->rule);
      muster_ctl_json_text (json, "level", finding->is_error ? "error" : "warning");
      muster_ctl_json_text (json, "message", finding->message);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  muster_ctl_json_print (json);
}

static void
print_findings (const MusterImportPlan *plan)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (4, (const char *[]) { _("Line"), _("Column"), _("Value"), _("What is wrong") });
  guint shown = MIN (plan->findings->len, SHOWN_FINDINGS);

  for (guint i = 0; i < shown; i++)
    {
      const MusterFinding *finding = g_ptr_array_index (plan->findings, i);
      g_autofree char *line = g_strdup_printf ("%u", finding->line);

      muster_ctl_table_add (table, (const char *[]) { line, finding->column, finding->value, finding->message });
    }
  muster_ctl_table_print (table);
  if (shown < plan->findings->len)
    muster_ctl_print (_("… and %u more: --json lists all.\n"), plan->findings->len - shown);
}

static void
print_text (MusterCtl *ctl, const MusterImportPlan *plan, gint64 import_id, gboolean dry_run)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (2, NULL);

  print_findings (plan);
  for (guint i = 0; i < MUSTER_N_FATES; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", plan->counts[i]);

      muster_ctl_table_add_field (table, muster_row_fate_get_label (i), count);
    }
  muster_ctl_table_add_field (table, _("Digest"), plan->digest);
  muster_ctl_table_print (table);
  if (ctl->quiet)
    return;
  if (dry_run)
    muster_ctl_print ("%s\n", _("This was a trial: nothing was changed."));
  else if (import_id != 0)
    muster_ctl_print (_("Imported as number %" PRId64 ".\n"), import_id);
  else if (plan->counts[MUSTER_FATE_REJECTED] > 0 && !plan->options->accept_valid)
    muster_ctl_print ("%s\n", _("Nothing was changed: rows were rejected. Correct them, or import the rest with --accept-valid."));
  else
    muster_ctl_print ("%s\n", _("Nothing was changed: there was nothing new to import."));
}

static int
report (MusterCtl *ctl, MusterImportPlan *plan, gint64 import_id, gboolean dry_run, GError **error)
{
  const char *folder = muster_ctl_get (ctl, "results");

  if (folder != NULL && !muster_import_plan_write_results (plan, folder, error))
    return -1;
  muster_ctl_progress_end (ctl);
  if (ctl->json)
    print_json (ctl, plan, import_id, dry_run);
  else
    print_text (ctl, plan, import_id, dry_run);
  return plan->counts[MUSTER_FATE_REJECTED] + plan->counts[MUSTER_FATE_CONFLICT] > 0 ? MUSTER_EXIT_FINDINGS : MUSTER_EXIT_DONE;
}

static int
try_out (MusterCtl *ctl, MusterSheet *sheet, const MusterImportOptions *options, GError **error)
{
  const char *expected = muster_ctl_get (ctl, "expect");
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (MusterImportPlan) plan = NULL;

  if (database == NULL)
    return -1;
  plan = muster_import_plan_new (database, sheet, options, muster_ctl_progress_cb, ctl, ctl->cancellable, error);
  if (plan == NULL)
    return -1;
  if (expected != NULL && g_ascii_strcasecmp (expected, plan->digest) != 0)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The outcome would differ from what was expected: the file or the register changed meanwhile. Nothing was changed."));
      return -1;
    }
  return report (ctl, plan, 0, TRUE, error);
}

static int
carry_out (MusterCtl *ctl, MusterSheet *sheet, const MusterImportOptions *options, GError **error)
{
  MusterImportRequest request = { .sheet = sheet, .options = options, .expect = muster_ctl_get (ctl, "expect") };
  MusterImportResult result = { 0 };
  g_autoptr (MusterImportPlan) plan = NULL;
  gboolean done = muster_ctl_perform (ctl, &muster_import_roster, &request, &result, error);

  plan = result.plan;
  return done ? report (ctl, plan, result.import_id, FALSE, error) : -1;
}

static int
run_import (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterSheet) sheet = NULL;
  g_autoptr (MusterImportOptions) options = NULL;

  if (!refuse_later_options (ctl, error) || !muster_ctl_check_may (ctl, muster_import_roster.name, error))
    return -1;
  sheet = muster_import_read_sheet (muster_ctl_get_argument (ctl, 0), NULL, muster_ctl_progress_cb, ctl, ctl->cancellable, error);
  if (sheet == NULL)
    return -1;
  options = muster_import_options_new (sheet, NULL);
  if (!fill_options (ctl, options, sheet, error))
    return -1;
  if (muster_ctl_has (ctl, "dry-run"))
    return try_out (ctl, sheet, options, error);
  return carry_out (ctl, sheet, options, error);
}

const MusterCtlCommand muster_ctl_import_commands[] = {
  { "import", N_("FILE"), 1, 1, N_("Import a roster"), import_options, TRUE, run_import },
  { "import list", NULL, 0, 0, N_("List earlier imports"), NULL, TRUE, muster_ctl_import_list },
  { "import show", N_("ID"), 1, 1, N_("Show one of them"), NULL, TRUE, muster_ctl_import_show },
  { NULL },
};
