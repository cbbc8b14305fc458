/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-summary.h"

#include <glib/gi18n-lib.h>

static void
append_sentence (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

static char *
dup_sentence (MusterRowFate fate, guint n)
{
  switch (fate)
    {
    case MUSTER_FATE_CREATED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row adds a person.", "%'u rows add people.", n), n);
    case MUSTER_FATE_UPDATED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row changes a person.", "%'u rows change people.", n), n);
    case MUSTER_FATE_UNCHANGED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row says what is known already.", "%'u rows say what is known already.", n), n);
    case MUSTER_FATE_SKIPPED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row is skipped.", "%'u rows are skipped.", n), n);
    case MUSTER_FATE_CONFLICT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row contradicts others and is left out.", "%'u rows contradict others and are left out.", n), n);
    case MUSTER_FATE_REJECTED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row is rejected and left out.", "%'u rows are rejected and left out.", n), n);
    default:
      g_assert_not_reached ();
    }
}

guint
muster_import_summary_count_people (const MusterImportPlan *plan, gboolean accept_valid)
{
  return muster_import_plan_is_held_up (plan, accept_valid) ? 0 : plan->counts[MUSTER_FATE_CREATED] + plan->counts[MUSTER_FATE_UPDATED];
}

gboolean
muster_import_summary_does_anything (const MusterImportPlan *plan, gboolean accept_valid)
{
  return !muster_import_plan_is_held_up (plan, accept_valid) && (muster_import_summary_count_people (plan, accept_valid) > 0 || plan->n_inactivated + plan->tasks->len > 0);
}

static void
append_people (GString *text, const MusterImportPlan *plan)
{
  guint n = plan->n_inactivated;
  g_autofree char *inactive = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person who is missing from the file becomes inactive.", "%'u people who are missing from the file become inactive.", n), n);

  if (n > 0)
    append_sentence (text, inactive);
}

static void
append_agencies (GString *text, const MusterImportPlan *plan)
{
  guint n = plan->new_agencies->len;
  g_autofree char *names = muster_import_plan_dup_new_agencies (plan);
  /* Translators: a number of agencies, and their names */
  g_autofree char *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "This makes %'u new agency: %s.", "This makes %'u new agencies: %s.", n), n, names);

  if (n > 0)
    append_sentence (text, sentence);
}

static void
append_tasks (GString *text, const MusterImportPlan *plan)
{
  guint n = plan->tasks->len;
  g_autofree char *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The file says of %'u person who is certified or new that it is over, which becomes a task to look into.", "The file says of %'u people who are certified or new that it is over, which becomes a task to look into for each.", n), n);

  if (n > 0)
    append_sentence (text, sentence);
}

static char *
dup_rejected (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row is rejected.", "%'u rows are rejected.", n), n);
}

/* Among the conflicts, but it is another thing to say. */
static char *
dup_waiting (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row waits until somebody says whether it is about a person on the roster.", "%'u rows wait until somebody says whether they are about people on the roster.", n), n);
}

static char *
dup_hindrance (const MusterImportPlan *plan)
{
  GString *text = g_string_new (_("Nothing will be imported yet."));
  g_autofree char *rejected = dup_rejected (plan->counts[MUSTER_FATE_REJECTED]);
  g_autofree char *waiting = dup_waiting (plan->n_questions);

  if (plan->counts[MUSTER_FATE_REJECTED] > 0)
    append_sentence (text, rejected);
  if (plan->n_questions > 0)
    append_sentence (text, waiting);
  append_sentence (text, _("Go back and put that right, or import the good rows all the same."));
  return g_string_free_and_steal (text);
}

char *
muster_import_summary_dup (const MusterImportPlan *plan, gboolean accept_valid)
{
  GString *text;

  if (muster_import_plan_is_held_up (plan, accept_valid))
    return dup_hindrance (plan);
  text = g_string_new (NULL);
  for (guint fate = 0; fate < MUSTER_N_FATES; fate++)
    {
      guint n = fate == MUSTER_FATE_CONFLICT ? plan->counts[fate] - plan->n_questions : plan->counts[fate];
      g_autofree char *sentence = dup_sentence (fate, n);

      if (n > 0)
        append_sentence (text, sentence);
    }
  if (plan->n_questions > 0)
    {
      g_autofree char *waiting = dup_waiting (plan->n_questions);

      append_sentence (text, waiting);
    }
  append_people (text, plan);
  append_agencies (text, plan);
  append_tasks (text, plan);
  append_sentence (text, muster_import_summary_does_anything (plan, accept_valid) ? _("A copy of the register is kept first, and the import can be undone later.") : _("There is nothing to import."));
  return g_string_free_and_steal (text);
}

char *
muster_import_summary_dup_verb (const MusterImportPlan *plan, gboolean accept_valid)
{
  guint n = muster_import_summary_count_people (plan, accept_valid), n_waiting = plan->n_questions;
  g_autofree char *verb = NULL;

  if (n == 0 && n_waiting > 0 && !muster_import_summary_does_anything (plan, accept_valid))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u Row Waits for an Answer", "%'u Rows Wait for an Answer", n_waiting), n_waiting);
  if (!muster_import_summary_does_anything (plan, accept_valid))
    return g_strdup (_("Nothing to Import"));
  if (n > 0)
    verb = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Import %'u Person", "_Import %'u People", n), n);
  n = plan->n_inactivated;
  if (verb == NULL && n == 0)
    verb = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Propose %'u Task", "_Propose %'u Tasks", plan->tasks->len), plan->tasks->len);
  if (verb == NULL)
    verb = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Make %'u Person Inactive", "_Make %'u People Inactive", n), n);
  if (n_waiting == 0)
    return g_steal_pointer (&verb);
  /* Translators: a button: “Import 9 People, Without 2 That Wait”; the two parts, the second a number of rows */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, Without %'u Row That Waits", "%s, Without %'u Rows That Wait", n_waiting), verb, n_waiting);
}
