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

static gboolean
is_held_up (const MusterImportPlan *plan, gboolean accept_valid)
{
  return plan->counts[MUSTER_FATE_REJECTED] > 0 && !accept_valid;
}

guint
muster_import_summary_count_people (const MusterImportPlan *plan, gboolean accept_valid)
{
  return is_held_up (plan, accept_valid) ? 0 : plan->counts[MUSTER_FATE_CREATED] + plan->counts[MUSTER_FATE_UPDATED];
}

gboolean
muster_import_summary_does_anything (const MusterImportPlan *plan, gboolean accept_valid)
{
  return !is_held_up (plan, accept_valid) && (muster_import_summary_count_people (plan, accept_valid) > 0 || plan->n_inactivated > 0);
}

static void
append_people (GString *text, const MusterImportPlan *plan)
{
  guint n = plan->n_inactivated;
  g_autofree char *inactive = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person who is missing from the file becomes inactive.", "%'u people who are missing from the file become inactive.", n), n);
  g_autofree char *open = NULL;

  if (n > 0)
    append_sentence (text, inactive);
  n = plan->n_questions;
  open = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row has the name of somebody on the roster and is taken for another person, since nobody has said that they are the same.", "%'u rows have the names of people on the roster and are taken for others, since nobody has said that they are the same.", n), n);
  if (n > 0)
    append_sentence (text, open);
}

char *
muster_import_summary_dup (const MusterImportPlan *plan, gboolean accept_valid)
{
  guint n_rejected = plan->counts[MUSTER_FATE_REJECTED];
  GString *text = g_string_new (NULL);

  if (is_held_up (plan, accept_valid))
    {
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "Nothing will be imported, because %'u row is rejected. Put it right in the file, or import the good rows all the same.", "Nothing will be imported, because %'u rows are rejected. Put them right in the file, or import the good rows all the same.", n_rejected), n_rejected);
      return g_string_free_and_steal (text);
    }
  for (guint fate = 0; fate < MUSTER_N_FATES; fate++)
    if (plan->counts[fate] > 0)
      {
        g_autofree char *sentence = dup_sentence (fate, plan->counts[fate]);

        append_sentence (text, sentence);
      }
  append_people (text, plan);
  append_sentence (text, muster_import_summary_does_anything (plan, accept_valid) ? _("A copy of the register is kept first, and the import can be undone later.") : _("There is nothing to import."));
  return g_string_free_and_steal (text);
}

char *
muster_import_summary_dup_verb (const MusterImportPlan *plan, gboolean accept_valid)
{
  guint n = muster_import_summary_count_people (plan, accept_valid);

  if (n > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Import %'u Person", "_Import %'u People", n), n);
  if (!muster_import_summary_does_anything (plan, accept_valid))
    return g_strdup (_("Nothing to Import"));
  n = plan->n_inactivated;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Make %'u Person Inactive", "_Make %'u People Inactive", n), n);
}
