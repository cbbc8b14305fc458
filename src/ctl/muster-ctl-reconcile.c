/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-reconcile.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "ctl/muster-ctl-commands.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "documents/muster-data.h"
#include "operations/muster-reconcile-list.h"

static const MusterCtlOption compare_options[] = {
  { "dry-run", MUSTER_CTL_FLAG, FALSE, NULL, N_("Say what would be proposed, and change nothing") },
  { "year", MUSTER_CTL_TEXT, FALSE, N_("YEAR"), N_("The plan year that is meant; else the current one, or all of a list of terminations") },
  { NULL },
};

static const MusterCtlOption show_options[] = {
  { "open", MUSTER_CTL_FLAG, FALSE, NULL, N_("Only tasks that are open") },
  { NULL },
};

static const MusterCtlOption close_options[] = {
  { "note", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("What came of it") },
  { NULL },
};

static gboolean
fill_proposals (JsonBuilder *json, const char *key, MusterDatabase *database, MusterReconcilePlan *plan, gboolean others, GError **error)
{
  muster_ctl_json_begin_list (json, key);
  for (guint i = 0; i < plan->proposals->len; i++)
    {
      const MusterListProposal *proposal = g_ptr_array_index (plan->proposals, i);

      if (proposal->is_other != others)
        continue;
      json_builder_begin_object (json);
      if (!muster_ctl_json_task (json, database, proposal->task, error))
        return FALSE;
      if (!others)
        muster_ctl_json_text (json, "fate", muster_task_fate_to_code (proposal->fate));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return TRUE;
}

static gboolean
fill_cured (JsonBuilder *json, MusterDatabase *database, MusterReconcilePlan *plan, GError **error)
{
  muster_ctl_json_begin_list (json, "cured");
  for (guint i = 0; i < plan->cured->len; i++)
    {
      json_builder_begin_object (json);
      if (!muster_ctl_json_task (json, database, g_ptr_array_index (plan->cured, i), error))
        return FALSE;
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return TRUE;
}

static gboolean
print_json (MusterDatabase *database, MusterReconcilePlan *plan, gboolean dry_run, GError **error)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  if (plan->record->id != 0)
    muster_ctl_json_number (json, "reconciliation", plan->record->id);
  else
    muster_ctl_json_text (json, "reconciliation", NULL);
  muster_ctl_json_flag (json, "dry_run", dry_run);
  muster_ctl_json_comparison (json, plan->record);
  muster_ctl_json_number (json, "brokers", plan->n_brokers);
  muster_ctl_json_number (json, "compared", plan->n_compared);
  muster_ctl_json_number (json, "all_well", plan->counts[MUSTER_LIST_NOTHING]);
  muster_ctl_json_number (json, "others_with_npn", plan->n_others);
  muster_ctl_json_number (json, "not_compared", plan->n_left);
  muster_ctl_json_number (json, "unreadable_rows", plan->n_unreadable);
  muster_ctl_json_number (json, "first_unreadable_line", plan->first_unreadable);
  for (guint i = MUSTER_TASK_FATE_NEW; i < MUSTER_N_TASK_FATES; i++)
    {
      g_autofree char *key = g_strconcat ("tasks_", muster_task_fate_to_code (i), NULL);

      muster_ctl_json_number (json, key, plan->fates[i]);
    }
  if (!fill_proposals (json, "findings", database, plan, FALSE, error) || !fill_proposals (json, "others", database, plan, TRUE, error) || !fill_cured (json, database, plan, error))
    return FALSE;
  muster_ctl_json_print (json);
  return TRUE;
}

static gboolean
print_proposals (MusterDatabase *database, MusterReconcilePlan *plan, GError **error)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_task_table_new (_("Task"));

  for (guint i = 0; i < plan->proposals->len; i++)
    {
      const MusterListProposal *proposal = g_ptr_array_index (plan->proposals, i);
      const char *fate = proposal->is_other ? _("No broker: no task") : muster_task_fate_get_label (proposal->fate);

      if (!muster_ctl_task_table_add (table, database, proposal->task, fate, error))
        return FALSE;
    }
  for (guint i = 0; i < plan->cured->len; i++)
    if (!muster_ctl_task_table_add (table, database, g_ptr_array_index (plan->cured, i), _("May be closed: the list no longer says so"), error))
      return FALSE;
  muster_ctl_table_print (table);
  return TRUE;
}

static void
add_count (MusterCtlTable *table, const char *label, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  muster_ctl_table_add_field (table, label, text);
}

static void
print_counts (MusterReconcilePlan *plan)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (2, NULL);

  muster_ctl_table_add_field (table, _("List"), muster_public_lists_get_name (muster_data_get_public_lists (), plan->record->kind));
  if (plan->record->plan_year != 0)
    add_count (table, _("Plan year"), plan->record->plan_year);
  add_count (table, _("Rows of the list"), plan->record->rows);
  add_count (table, _("Brokers on the roster"), plan->n_brokers);
  for (guint i = 0; i < MUSTER_N_LIST_FINDINGS; i++)
    if (plan->counts[i] > 0)
      add_count (table, muster_list_finding_get_label (i), plan->counts[i]);
  if (plan->n_others > 0)
    add_count (table, _("Others with an NPN"), plan->n_others);
  if (plan->n_left > 0)
    add_count (table, _("Not compared: left, or brokers no more"), plan->n_left);
  muster_ctl_table_print (table);
  if (plan->n_unreadable > 0)
    muster_ctl_print (_("Rows whose NPN or day cannot be read: %u; the first is on line %u.\n"), plan->n_unreadable, plan->first_unreadable);
}

static int
report (MusterCtl *ctl, MusterReconcilePlan *plan, gboolean dry_run, GError **error)
{
  MusterDatabase *database = ctl->database != NULL ? ctl->database : muster_ctl_read (ctl, error);
  /* What cannot be read is no proof that all is well. */
  gboolean found = plan->fates[MUSTER_TASK_FATE_NEW] + plan->fates[MUSTER_TASK_FATE_KNOWN] > 0 || plan->n_unreadable > 0;

  if (database == NULL)
    return -1;
  muster_ctl_progress_end (ctl);
  if (ctl->json)
    return !print_json (database, plan, dry_run, error) ? -1 : found ? MUSTER_EXIT_FINDINGS
                                                                     : MUSTER_EXIT_DONE;
  if (!print_proposals (database, plan, error))
    return -1;
  print_counts (plan);
  if (!ctl->quiet && dry_run)
    muster_ctl_print ("%s\n", _("This was a trial: nothing was changed."));
  else if (!ctl->quiet)
    muster_ctl_print (_("Recorded as comparison number %" PRId64 "; new tasks: %u. Nothing else was changed.\n"), plan->record->id, plan->fates[MUSTER_TASK_FATE_NEW]);
  return found ? MUSTER_EXIT_FINDINGS : MUSTER_EXIT_DONE;
}

static MusterListReading *
read_list (MusterCtl *ctl, GError **error)
{
  MusterDatabase *database;
  guint year;
  GDate today;

  if (!muster_ctl_get_number (ctl, "year", 0, &year, error))
    return NULL;
  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  database = muster_ctl_read (ctl, error);
  if (database == NULL)
    return NULL;
  return muster_list_reading_new (database, muster_ctl_get_argument (ctl, 0), year, &today, muster_ctl_progress_cb, ctl, ctl->cancellable, error);
}

static int
run_reconcile (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterListReading) reading = NULL;
  g_autoptr (MusterReconcilePlan) plan = NULL;
  MusterReconcileRequest request;

  if (!muster_ctl_check_may (ctl, muster_reconcile_list.name, error))
    return -1;
  reading = read_list (ctl, error);
  if (reading == NULL)
    return -1;
  if (muster_ctl_has (ctl, "dry-run"))
    {
      plan = muster_reconcile_plan_new (ctl->database, reading, ctl->cancellable, error);
      return plan != NULL ? report (ctl, plan, TRUE, error) : -1;
    }
  request.reading = reading;
  return muster_ctl_perform (ctl, &muster_reconcile_list, &request, &plan, error) ? report (ctl, plan, FALSE, error) : -1;
}

const MusterCtlCommand muster_ctl_reconcile_commands[] = {
  { "reconcile", N_("FILE"), 1, 1, N_("Compare the brokers with a public list"), compare_options, TRUE, run_reconcile },
  { "reconcile list", NULL, 0, 0, N_("List earlier comparisons"), NULL, TRUE, muster_ctl_reconcile_list },
  { "reconcile show", N_("ID"), 1, 1, N_("Show one of them with its tasks"), show_options, TRUE, muster_ctl_reconcile_show },
  { "reconcile close", N_("TASK"), 1, 1, N_("Close a task of a comparison"), close_options, TRUE, muster_ctl_reconcile_close },
  { NULL },
};
