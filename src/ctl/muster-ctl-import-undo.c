/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-import.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-error.h"
#include "operations/muster-undo-import.h"
#include "store/muster-people-table.h"

#define SHOWN 50 /* lines of each list, as text */
#define MASK "•••••••••"
#define NOTHING "–"

const MusterCtlOption muster_ctl_import_undo_options[] = {
  { "dry-run", MUSTER_CTL_FLAG, FALSE, NULL, N_("Say what would go back and what would stay, and the digest of it, and change nothing") },
  { "expect", MUSTER_CTL_TEXT, FALSE, N_("DIGEST"), N_("Refuse if the outcome would differ from the dry run that gave this digest") },
  { "reason", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why; it stands in the journal") },
  { NULL },
};

static void
add_person (JsonBuilder *json, const char *key, gint64 person)
{
  g_autofree char *code = person != 0 ? muster_assister_dup_code (person) : NULL;

  muster_ctl_json_text (json, key, code);
}

static void
add_number (JsonBuilder *json, const char *key, gint64 number)
{
  if (number != 0)
    muster_ctl_json_number (json, key, number);
  else
    muster_ctl_json_text (json, key, NULL);
}

static void
add_finding (JsonBuilder *json, const MusterUndoFinding *finding)
{
  json_builder_begin_object (json);
  add_person (json, "person", finding->person);
  muster_ctl_json_text (json, "name", finding->name);
  muster_ctl_json_text (json, "field", muster_undo_finding_get_code (finding));
  muster_ctl_json_text (json, "rule", muster_undo_rule_to_code (finding->rule));
  muster_ctl_json_text (json, "level", muster_undo_rule_is_conflict (finding->rule) ? "conflict" : "kept");
  muster_ctl_json_text (json, "imported", finding->imported);
  muster_ctl_json_text (json, "now", finding->now);
  add_number (json, "entry", finding->entry);
  add_person (json, "other", finding->other);
  muster_ctl_json_text (json, "message", finding->message);
  json_builder_end_object (json);
}

static const char *
get_shown (const MusterUndoValue *value, const char *text)
{
  return value->field == MUSTER_FIELD_ASSISTER_ID && text != NULL ? MASK : text;
}

static void
add_value (JsonBuilder *json, const MusterUndoValue *value)
{
  json_builder_begin_object (json);
  add_person (json, "person", value->person);
  muster_ctl_json_text (json, "field", muster_undo_value_get_code (value));
  muster_ctl_json_text (json, "now", get_shown (value, value->now));
  muster_ctl_json_text (json, "back", get_shown (value, value->back));
  json_builder_end_object (json);
}

static void
add_people (JsonBuilder *json, const MusterUndoPlan *plan)
{
  g_autoptr (GArray) people = muster_undo_plan_list_people (plan);

  muster_ctl_json_begin_list (json, plan->takes_back ? "removed_people" : "returned_people");
  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *code = muster_assister_dup_code (g_array_index (people, gint64, i));

      json_builder_add_string_value (json, code);
    }
  json_builder_end_array (json);
}

static void
print_json (const MusterUndoPlan *plan, gint64 import_id, gboolean dry_run)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  add_number (json, "import", import_id);
  muster_ctl_json_number (json, "undoes", plan->import_id);
  muster_ctl_json_flag (json, "dry_run", dry_run);
  muster_ctl_json_text (json, "digest", plan->digest);
  muster_ctl_json_number (json, "restored", plan->n_restored);
  muster_ctl_json_number (json, "kept", plan->n_kept);
  muster_ctl_json_number (json, "removed", plan->n_removed);
  muster_ctl_json_number (json, "returned", plan->n_returned);
  muster_ctl_json_number (json, "conflicts", plan->n_conflicts);
  muster_ctl_json_begin_list (json, "findings");
  for (guint i = 0; i < plan->findings->len; i++)
    add_finding (json, plan->findings->pdata[i]);
  json_builder_end_array (json);
  muster_ctl_json_begin_list (json, "values");
  for (guint i = 0; i < plan->values->len; i++)
    if (muster_undo_value_get_code (plan->values->pdata[i]) != NULL)
      add_value (json, plan->values->pdata[i]);
  json_builder_end_array (json);
  add_people (json, plan);
  muster_ctl_json_print (json);
}

static void
print_more (guint shown, guint n)
{
  if (shown < n)
    muster_ctl_print (_("… and %u more: --json lists all.\n"), n - shown);
}

static void
print_findings (const MusterUndoPlan *plan)
{
  guint shown = MIN (plan->findings->len, SHOWN);

  for (guint i = 0; i < shown; i++)
    muster_ctl_print ("%s\n", ((const MusterUndoFinding *) plan->findings->pdata[i])->message);
  print_more (shown, plan->findings->len);
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : NOTHING;
}

static void
print_values (const MusterUndoPlan *plan)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (4, (const char *[]) { _("Person"), _("Value"), _("Now"), _("Goes back to") });
  guint n = 0;

  for (guint i = 0; i < plan->values->len; i++)
    {
      const MusterUndoValue *value = plan->values->pdata[i];
      g_autofree char *code = muster_assister_dup_code (value->person);

      if (muster_undo_value_get_code (value) == NULL || n++ >= SHOWN)
        continue;
      muster_ctl_table_add (table, (const char *[]) { code, muster_undo_value_get_code (value), or_nothing (get_shown (value, value->now)), or_nothing (get_shown (value, value->back)) });
    }
  if (n > 0)
    muster_ctl_table_print (table);
  print_more (MIN (n, SHOWN), n);
}

/* Who goes away, or comes back. */
static gboolean
print_people (MusterCtl *ctl, const MusterUndoPlan *plan, GError **error)
{
  g_autoptr (GArray) people = muster_undo_plan_list_people (plan);

  for (guint i = 0; i < MIN (people->len, SHOWN); i++)
    {
      gint64 id = g_array_index (people, gint64, i), taken_back;
      g_autoptr (MusterAssister) person = muster_people_table_load_any (ctl->database, id, &taken_back, error);
      g_autofree char *code = muster_assister_dup_code (id);
      g_autofree char *name = person != NULL ? muster_assister_dup_list_name (person) : NULL;

      if (person == NULL)
        return FALSE;
      /* Translators: a name and P-17 */
      muster_ctl_print (plan->takes_back ? _("%s (%s) goes away.\n") : _("%s (%s) comes back.\n"), name, code);
    }
  print_more (MIN (people->len, SHOWN), people->len);
  return TRUE;
}

static void
add_count (MusterCtlTable *table, const char *label, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  muster_ctl_table_add_field (table, label, text);
}

static gboolean
print_text (MusterCtl *ctl, const MusterUndoPlan *plan, gint64 import_id, gboolean dry_run, GError **error)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (2, NULL);

  print_findings (plan);
  if (dry_run && !print_people (ctl, plan, error))
    return FALSE;
  if (dry_run)
    print_values (plan);
  add_count (table, _("Restored"), plan->n_restored);
  add_count (table, plan->takes_back ? _("Removed") : _("Back again"), plan->takes_back ? plan->n_removed : plan->n_returned);
  add_count (table, plan->takes_back ? _("Kept") : _("Stay away"), plan->n_kept);
  add_count (table, _("Conflicts"), plan->n_conflicts);
  muster_ctl_table_add_field (table, _("Digest"), plan->digest);
  muster_ctl_table_print (table);
  if (!ctl->quiet && dry_run && muster_undo_plan_is_empty (plan))
    muster_ctl_print ("%s\n", _("Nothing would change any more."));
  if (!ctl->quiet && dry_run)
    muster_ctl_print ("%s\n", _("This was a trial: nothing was changed."));
  else if (!ctl->quiet)
    muster_ctl_print (_("Undone as import %" PRId64 ", which can be undone itself.\n"), import_id);
  return TRUE;
}

static int
report (MusterCtl *ctl, const MusterUndoPlan *plan, gint64 import_id, gboolean dry_run, GError **error)
{
  muster_ctl_progress_end (ctl);
  if (ctl->json)
    print_json (plan, import_id, dry_run);
  else if (!print_text (ctl, plan, import_id, dry_run, error))
    return -1;
  return plan->findings->len > 0 ? MUSTER_EXIT_FINDINGS : MUSTER_EXIT_DONE;
}

static int
try_out (MusterCtl *ctl, gint64 id, GError **error)
{
  const char *expected = muster_ctl_get (ctl, "expect");
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (MusterUndoPlan) plan = database != NULL ? muster_undo_plan_new (database, id, muster_ctl_progress_cb, ctl, ctl->cancellable, error) : NULL;

  if (plan == NULL)
    return -1;
  if (expected != NULL && g_ascii_strcasecmp (expected, plan->digest) != 0)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The outcome would differ from what was expected: the file or the register changed meanwhile. Nothing was changed."));
      return -1;
    }
  return report (ctl, plan, 0, TRUE, error);
}

int
muster_ctl_import_undo (MusterCtl *ctl, GError **error)
{
  MusterUndoRequest request = { .expect = muster_ctl_get (ctl, "expect"), .reason = muster_ctl_get (ctl, "reason") };
  MusterUndoResult result = { 0 };
  g_autoptr (MusterUndoPlan) plan = NULL;
  gboolean done;

  if (!muster_ctl_check_may (ctl, muster_undo_import.name, error) || !muster_ctl_import_get_id (ctl, &request.import_id, error))
    return -1;
  if (muster_ctl_has (ctl, "dry-run"))
    return try_out (ctl, request.import_id, error);
  done = muster_ctl_perform (ctl, &muster_undo_import, &request, &result, error);
  plan = result.plan;
  return done ? report (ctl, plan, result.import_id, FALSE, error) : -1;
}
