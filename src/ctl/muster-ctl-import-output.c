/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "ctl/muster-ctl-import.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "store/muster-people-table.h"

#define SHOWN_FINDINGS 50

static void
fill_person (JsonBuilder *json, gint64 person)
{
  g_autofree char *code = muster_assister_dup_code (person);

  json_builder_add_string_value (json, code);
}

static void
fill_findings (JsonBuilder *json, const MusterImportPlan *plan)
{
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
      muster_ctl_json_flag (json, "question", finding->is_question);
      muster_ctl_json_text (json, "message", finding->message);
      muster_ctl_json_text (json, "fix", finding->fix);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
fill_columns (JsonBuilder *json, const MusterImportPlan *plan)
{
  muster_ctl_json_begin_list (json, "columns");
  for (guint i = 0; i < plan->options->n_fields; i++)
    {
      const MusterColumnFacts *facts = muster_import_options_get_facts (plan->options, i);

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "header", muster_sheet_get_header (plan->sheet, i));
      muster_ctl_json_text (json, "field", muster_import_field_to_code (plan->options->fields[i]));
      if (muster_import_field_is_date (plan->options->fields[i]))
        muster_ctl_json_text (json, "dates", muster_date_order_to_code (plan->options->date_orders[i]));
      muster_ctl_json_number (json, "looked_at", facts->n_rows);
      muster_ctl_json_number (json, "filled", facts->n_filled);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
fill_sheets (JsonBuilder *json, MusterSheet *sheet)
{
  const char *const *names = muster_sheet_get_sheet_names (sheet);

  if (names == NULL)
    return;
  muster_ctl_json_begin_list (json, "sheets");
  for (guint i = 0; names[i] != NULL; i++)
    json_builder_add_string_value (json, names[i]);
  json_builder_end_array (json);
}

static void
fill_people (JsonBuilder *json, const MusterImportPlan *plan)
{
  muster_ctl_json_begin_list (json, "suggestions");
  for (guint row = 0; plan->n_questions > 0 && row < muster_sheet_get_n_rows (plan->sheet); row++)
    {
      gint64 person = muster_import_plan_get_suggestion (plan, row);

      if (person == 0)
        continue;
      json_builder_begin_object (json);
      muster_ctl_json_number (json, "line", muster_sheet_get_line (plan->sheet, row));
      json_builder_set_member_name (json, "person");
      fill_person (json, person);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  muster_ctl_json_number (json, "questions", plan->n_questions);
  muster_ctl_json_begin_list (json, "missing");
  for (guint i = 0; i < plan->missing->len; i++)
    fill_person (json, g_array_index (plan->missing, gint64, i));
  json_builder_end_array (json);
  muster_ctl_json_begin_list (json, "new_agencies");
  for (guint i = 0; i < plan->new_agencies->len; i++)
    json_builder_add_string_value (json, g_ptr_array_index (plan->new_agencies, i));
  json_builder_end_array (json);
  muster_ctl_json_number (json, "new_tasks", plan->tasks->len);
  muster_ctl_json_number (json, "inactivated", plan->n_inactivated);
}

static gboolean
print_json (MusterCtl *ctl, MusterImportPlan *plan, gint64 import_id, gboolean dry_run, const char *results_error, GError **error)
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
  muster_ctl_json_text (json, "sheet", muster_sheet_get_sheet_name (plan->sheet));
  fill_sheets (json, plan->sheet);
  muster_ctl_json_text (json, "encoding", muster_sheet_get_encoding (plan->sheet));
  muster_ctl_json_text (json, "likely_encoding", muster_sheet_get_likely_encoding (plan->sheet));
  muster_ctl_json_text (json, "delimiter", *delimiter != '\0' ? delimiter : NULL);
  muster_ctl_json_text (json, "profile", plan->options->profile);
  fill_columns (json, plan);
  fill_findings (json, plan);
  fill_people (json, plan);
  if (dry_run && !muster_ctl_import_fill_changes (json, plan, ctl->database, error))
    return FALSE;
  if (results_error != NULL)
    muster_ctl_json_text (json, "results_error", results_error);
  muster_ctl_json_print (json);
  return TRUE;
}

/* What holds a row up comes first, and what asks nobody to do anything last: else a file of many agencies would hide its errors. */
static GPtrArray *
list_by_weight (const MusterImportPlan *plan)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint weight = 0; weight < 3; weight++)
    for (guint i = 0; i < plan->findings->len; i++)
      {
        const MusterFinding *finding = g_ptr_array_index (plan->findings, i);

        if (weight == (finding->is_error ? 0u : finding->is_note ? 2u
                                                                 : 1u))
          g_ptr_array_add (list, (gpointer) finding);
      }
  return list;
}

static const char *
get_weight (const MusterFinding *finding)
{
  if (finding->is_question)
    return _("question");
  if (finding->is_error)
    return _("error");
  return finding->is_note ? _("note") : _("warning");
}

static void
print_findings (const MusterImportPlan *plan)
{
  g_autoptr (GPtrArray) findings = list_by_weight (plan);
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (5, (const char *[]) { _("Kind"), _("Line"), _("Column"), _("Value"), _("What is wrong") });
  guint shown = MIN (plan->findings->len, SHOWN_FINDINGS);

  for (guint i = 0; i < shown; i++)
    {
      const MusterFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *line = g_strdup_printf ("%u", finding->line);

      muster_ctl_table_add (table, (const char *[]) { get_weight (finding), line, finding->column, finding->value, finding->message });
    }
  muster_ctl_table_print (table);
  if (shown < plan->findings->len)
    muster_ctl_print (_("… and %u more: --json lists all.\n"), plan->findings->len - shown);
}

static void
print_counts (const MusterImportPlan *plan)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (2, NULL);
  g_autofree char *missing = g_strdup_printf ("%u", plan->missing->len);
  g_autofree char *inactivated = g_strdup_printf ("%u", plan->n_inactivated);
  g_autofree char *tasks = g_strdup_printf ("%u", plan->tasks->len);
  g_autofree char *agencies = muster_import_plan_dup_new_agencies (plan);

  for (guint i = 0; i < MUSTER_N_FATES; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", plan->counts[i]);

      muster_ctl_table_add_field (table, muster_row_fate_get_label (i), count);
    }
  muster_ctl_table_add_field (table, _("Not in the file"), plan->missing->len > 0 ? missing : NULL);
  muster_ctl_table_add_field (table, _("Made inactive"), plan->n_inactivated > 0 ? inactivated : NULL);
  muster_ctl_table_add_field (table, _("New agencies"), agencies);
  muster_ctl_table_add_field (table, _("New tasks"), plan->tasks->len > 0 ? tasks : NULL);
  muster_ctl_table_add_field (table, _("Digest"), plan->digest);
  muster_ctl_table_print (table);
}

#define MOST_MISSING 20

/* Who is on the roster and not in the file; many are named by --json. */
static gboolean
print_missing (MusterCtl *ctl, const MusterImportPlan *plan, GError **error)
{
  guint n = MIN (plan->missing->len, MOST_MISSING);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MusterAssister) person = muster_people_table_load (ctl->database, g_array_index (plan->missing, gint64, i), error);
      g_autofree char *code = person != NULL ? muster_assister_dup_code (person->id) : NULL, *name = person != NULL ? muster_assister_dup_list_name (person) : NULL;

      if (person == NULL)
        return FALSE;
      if (i == 0)
        muster_ctl_print ("%s\n", _("Not in the file:"));
      muster_ctl_print ("  %s  %s\n", code, name);
    }
  if (plan->missing->len > n)
    muster_ctl_print (_("… and %u more: --json lists all.\n"), plan->missing->len - n);
  return TRUE;
}

/* As they are said on the command line. */
const char *
muster_ctl_import_get_names_hint (void)
{
  return _("Say it with --map name=HEADER, or with --map given-name=HEADER and --map family-name=HEADER.");
}

static void
print_remarks (const MusterImportPlan *plan, gint64 import_id, gboolean dry_run)
{
  if (!muster_import_options_have_names (plan->options) && plan->counts[MUSTER_FATE_REJECTED] > 0)
    muster_ctl_print ("%s\n", muster_ctl_import_get_names_hint ());
  if (plan->n_questions > 0)
    muster_ctl_print (ngettext ("%u row waits for an answer: say with --same LINE=PERSON or --not-same LINE whether it is about the person in the register.\n",
                                "%u rows wait for an answer: say with --same LINE=PERSON or --not-same LINE (or “all”) whether they are about the people in the register.\n", plan->n_questions),
                      plan->n_questions);
  if (dry_run)
    muster_ctl_print ("%s\n", _("This was a trial: nothing was changed."));
  else if (import_id != 0)
    muster_ctl_print (_("Imported as number %" PRId64 ".\n"), import_id);
  else if (muster_import_plan_is_held_up (plan, plan->options->accept_valid))
    muster_ctl_print ("%s\n", _("Nothing was changed: rows were rejected, or wait for an answer. Correct and answer them, or import the rest with --accept-valid."));
  else
    muster_ctl_print ("%s\n", _("Nothing was changed: there was nothing new to import."));
}

/* Other sheets may have been meant, too. */
static void
print_sheet (MusterSheet *sheet)
{
  const char *const *names = muster_sheet_get_sheet_names (sheet);
  const char *name = muster_sheet_get_sheet_name (sheet);
  g_autoptr (GString) others = g_string_new (NULL);
  guint n = 0, is = 0;

  for (; names != NULL && names[n] != NULL; n++)
    {
      if (is == 0 && g_strcmp0 (names[n], name) == 0)
        is = n + 1;
      else
        muster_text_append_quoted (others, names[n]);
    }
  /* Translators: the name of a sheet, its number, how many there are, and the names of the others */
  if (n > 1)
    muster_ctl_print (_("Sheet read: “%s” (%u of %u). Not read: %s; choose with --sheet.\n"), name, is, n, others->str);
}

gboolean
muster_ctl_import_print (MusterCtl *ctl, MusterImportPlan *plan, gint64 import_id, gboolean dry_run, const char *read_as, const char *results_error, GError **error)
{
  if (ctl->json)
    return print_json (ctl, plan, import_id, dry_run, results_error, error);
  if (!ctl->quiet)
    print_sheet (plan->sheet);
  if (!ctl->quiet && muster_sheet_get_likely_encoding (plan->sheet) != NULL)
    muster_ctl_print (_("Odd signs stand within words. If names are wrong, read the file with --encoding %s.\n"), muster_sheet_get_likely_encoding (plan->sheet));
  if (!ctl->quiet && read_as != NULL)
    muster_ctl_print (_("Read as last time: %s\n"), read_as);
  print_findings (plan);
  if (dry_run && !muster_ctl_import_print_changes (plan, ctl->database, error))
    return FALSE;
  print_counts (plan);
  if (dry_run && !ctl->quiet && !print_missing (ctl, plan, error))
    return FALSE;
  if (!ctl->quiet)
    print_remarks (plan, import_id, dry_run);
  if (results_error != NULL)
    g_printerr (_("musterctl: imported as number %" PRId64 ", but without its result files: %s\n"), import_id, results_error);
  return TRUE;
}
