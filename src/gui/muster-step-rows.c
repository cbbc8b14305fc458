/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-step-rows.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-text.h"
#include "gui/muster-badge.h"
#include "gui/muster-gui-names.h"
#include "gui/muster-gui-text.h"

static char *
dup_step_text (MusterDatabase *database, const MusterActionStep *step)
{
  g_autofree char *due = NULL;
  g_autofree char *done = muster_gui_text_dup_date (&step->done_on);
  g_autofree char *doer = muster_gui_names_dup_account (database, step->done_account);
  g_autofree char *verified = muster_gui_text_dup_date (&step->verified_on);
  g_autofree char *verifier = muster_gui_names_dup_account (database, step->verified_account);
  GString *text = g_string_new (NULL);
  GDate today;

  muster_gui_text_get_today (&today);
  due = g_date_valid (&step->done_on) ? muster_gui_text_dup_date (&step->due) : muster_gui_text_dup_date_and_due (&step->due, &today);
  /* Translators: who does it, when it is due */
  g_string_append_printf (text, _("%s · due %s"), step->owner, due);
  if (g_date_valid (&step->done_on))
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Done %s, recorded by %s"), done, doer);
    }
  if (step->done_note != NULL)
    g_string_append_printf (text, "\n%s", step->done_note);
  if (step->verified_account != 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Verified %s by %s"), verified, verifier);
    }
  return g_string_free_and_steal (text);
}

static GtkWidget *
make_step_button (const char *label, const char *action, int position)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_autofree char *name = g_strdup_printf (_("Step %d"), position);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", position);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_step_badge (const MusterActionStep *step)
{
  GtkWidget *badge = muster_badge_new ();
  GDate today;

  muster_gui_text_get_today (&today);
  if (step->verified_account != 0)
    muster_badge_set (MUSTER_BADGE (badge), MUSTER_BADGE_SUCCESS, "object-select-symbolic", _("Verified"));
  else if (g_date_valid (&step->done_on))
    muster_badge_set (MUSTER_BADGE (badge), MUSTER_BADGE_ACCENT, "object-select-symbolic", _("Done"));
  else if (g_date_compare (&step->due, &today) < 0)
    muster_badge_set (MUSTER_BADGE (badge), MUSTER_BADGE_ERROR, "appointment-missed-symbolic", _("Overdue"));
  else
    muster_badge_set (MUSTER_BADGE (badge), MUSTER_BADGE_PLAIN, "document-open-recent-symbolic", C_("step", "Open"));
  return badge;
}

/* Nobody verifies what they recorded themselves, so that is not offered. */
static void
add_step (MusterRowGroup *group, MusterStore *store, MusterDatabase *database, const MusterCorrectiveAction *action, const MusterActionStep *step)
{
  g_autofree char *title = g_strdup_printf ("%d. %s", step->position, step->what);
  g_autofree char *text = dup_step_text (database, step);
  AdwActionRow *row = muster_row_group_add_text (group, title, text);
  gboolean open = action->state == MUSTER_ACTION_OPEN;
  gint64 me = muster_store_get_account (store)->id;

  muster_badge_end_row (ADW_PREFERENCES_ROW (row), make_step_badge (step));
  if (open && !g_date_valid (&step->done_on) && muster_store_may (store, "complete-step"))
    adw_action_row_add_suffix (row, make_step_button (_("_Done…"), "action.complete-step", step->position));
  else if (open && g_date_valid (&step->done_on) && step->verified_account == 0 && step->done_account != me && muster_store_may (store, "verify-step"))
    adw_action_row_add_suffix (row, make_step_button (_("_Verify…"), "action.verify-step", step->position));
}

void
muster_step_rows_show (MusterRowGroup *group, MusterStore *store, MusterDatabase *database, const MusterCorrectiveAction *action)
{
  /* Of one that is closed nothing more is asked. */
  const char *open_text = muster_text_is_blank (action->cause) ? _("No step yet. Record the cause first: the steps are to cure it.") : _("No step yet. Without steps nothing shows that it was cured.");

  g_object_set (group, "empty-text", action->state == MUSTER_ACTION_OPEN ? open_text : _("No step."), NULL);
  muster_row_group_begin (group);
  for (guint i = 0; i < action->steps->len; i++)
    add_step (group, store, database, action, action->steps->pdata[i]);
  muster_row_group_end (group);
}
