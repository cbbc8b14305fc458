/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-follow-up-rows.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-follow-up-rule.h"
#include "gui/muster-badge.h"
#include "gui/muster-gui-names.h"
#include "gui/muster-gui-text.h"

static const struct
{
  MusterBadgeLook look;
  const char *icon_name;
} looks[MUSTER_N_FOLLOW_UP_STATES] = {
  [MUSTER_FOLLOW_UP_PENDING] = { MUSTER_BADGE_ACCENT, "document-open-recent-symbolic" },
  [MUSTER_FOLLOW_UP_PASSED] = { MUSTER_BADGE_SUCCESS, "object-select-symbolic" },
  [MUSTER_FOLLOW_UP_FAILED] = { MUSTER_BADGE_ERROR, "action-unavailable-symbolic" },
  [MUSTER_FOLLOW_UP_WAIVED] = { MUSTER_BADGE_PLAIN, "list-remove-symbolic" },
  [MUSTER_FOLLOW_UP_APPROVED] = { MUSTER_BADGE_SUCCESS, "object-select-symbolic" },
  [MUSTER_FOLLOW_UP_REFUSED] = { MUSTER_BADGE_ERROR, "action-unavailable-symbolic" },
  [MUSTER_FOLLOW_UP_ACKNOWLEDGED] = { MUSTER_BADGE_SUCCESS, "object-select-symbolic" },
  [MUSTER_FOLLOW_UP_ANSWERED] = { MUSTER_BADGE_PLAIN, "document-edit-symbolic" },
  [MUSTER_FOLLOW_UP_REPLANNED] = { MUSTER_BADGE_PLAIN, "edit-undo-symbolic" },
};

static gboolean
is_late (const MusterFollowUp *follow_up)
{
  GDate today;

  muster_gui_text_get_today (&today);
  return follow_up->kind == MUSTER_FOLLOW_UP_CHECK && follow_up->state == MUSTER_FOLLOW_UP_PENDING && g_date_compare (&follow_up->due, &today) < 0;
}

static GtkWidget *
make_badge (const MusterFollowUp *follow_up)
{
  GtkWidget *badge = muster_badge_new ();

  if (is_late (follow_up))
    muster_badge_set (MUSTER_BADGE (badge), MUSTER_BADGE_ERROR, "appointment-missed-symbolic", _("Overdue"));
  else
    muster_badge_set (MUSTER_BADGE (badge), looks[follow_up->state].look, looks[follow_up->state].icon_name, muster_follow_up_get_label (follow_up->kind, follow_up->state));
  return badge;
}

/* When it is due, and what came of it. */
static char *
dup_check (MusterDatabase *database, const MusterFollowUp *check)
{
  g_autofree char *planner = muster_gui_names_dup_account (database, check->account_id), *due = NULL;
  g_autofree char *settler = muster_gui_names_dup_account (database, check->settled_account), *settled = muster_gui_text_dup_date (&check->settled_on);
  g_autoptr (GString) text = g_string_new (NULL);
  GDate today;

  muster_gui_text_get_today (&today);
  due = check->state == MUSTER_FOLLOW_UP_PENDING ? muster_gui_text_dup_date_and_due (&check->due, &today) : muster_gui_text_dup_date (&check->due);
  if (check->text != NULL)
    /* Translators: when a check is due, and who planned it */
    g_string_append_printf (text, _("Due %s · planned by %s"), due, planner);
  if (check->settled_account != 0)
    {
      g_string_append (text, text->len > 0 ? "\n" : "");
      /* Translators: “Passed May 11, 2026, recorded by Alex Amberg” */
      g_string_append_printf (text, _("%s %s, recorded by %s"), muster_follow_up_get_label (check->kind, check->state), settled, settler);
      g_string_append_printf (text, "\n%s", check->note);
    }
  return g_strdup (text->str);
}

static void
add_button (AdwActionRow *row, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_action_row_add_suffix (row, button);
}

/* Nobody checks what they did themselves, so that is not offered. */
static gboolean
may_record (MusterStore *store, const MusterCorrectiveAction *action, const MusterFollowUp *check)
{
  return muster_store_may (store, "record-check") &&
         muster_follow_up_check_result (action, muster_store_get_account (store)->id, FALSE, "…", &check->on, &check->on, NULL);
}

static void
add_check (MusterRowGroup *group, MusterStore *store, MusterDatabase *database, const MusterCorrectiveAction *action, const MusterFollowUp *check)
{
  g_autofree char *text = dup_check (database, check);
  AdwActionRow *row = muster_row_group_add_text (group, check->text != NULL ? check->text : _("Without a check"), text);

  /* A button says that it waits, and a narrow window has no room for both. */
  if (check->state == MUSTER_FOLLOW_UP_PENDING && may_record (store, action, check))
    add_button (row, _("_Record Result…"), "follow-up.record-check");
  else
    muster_badge_end_row (ADW_PREFERENCES_ROW (row), make_badge (check));
}

static void
show_checks (MusterRowGroup *group, MusterStore *store, MusterDatabase *database, const MusterCorrectiveAction *action)
{
  const char *open_text = muster_corrective_action_list_needs (action, NULL) == MUSTER_CLOSING_NEEDS_CHECK ? _("Not planned yet. Without a check nothing shows that it was cured.") : _("Planned once its steps are verified.");

  g_object_set (group, "empty-text", action->state == MUSTER_ACTION_OPEN ? open_text : _("It was closed without a check."), NULL);
  for (guint i = 0; i < action->follow_ups->len; i++)
    if (((const MusterFollowUp *) action->follow_ups->pdata[i])->kind == MUSTER_FOLLOW_UP_CHECK)
      add_check (group, store, database, action, action->follow_ups->pdata[i]);
}

static char *
dup_extension (MusterDatabase *database, const MusterFollowUp *extension)
{
  g_autofree char *asker = muster_gui_names_dup_account (database, extension->account_id), *asked = muster_gui_text_dup_date (&extension->on);
  g_autofree char *settler = muster_gui_names_dup_account (database, extension->settled_account), *settled = muster_gui_text_dup_date (&extension->settled_on);
  g_autoptr (GString) text = g_string_new (extension->text);

  g_string_append_c (text, '\n');
  g_string_append_printf (text, _("Asked for %s by %s"), asked, asker);
  if (extension->settled_account != 0)
    {
      g_string_append_c (text, '\n');
      /* Translators: “Approved May 11, 2026 by Alex Amberg” */
      g_string_append_printf (text, _("%s %s by %s"), muster_follow_up_get_label (extension->kind, extension->state), settled, settler);
    }
  if (extension->note != NULL)
    g_string_append_printf (text, "\n%s", extension->note);
  return g_strdup (text->str);
}

/* Nobody answers to what they asked for themselves. */
static void
add_extension (MusterRowGroup *group, MusterStore *store, MusterDatabase *database, const MusterCorrectiveAction *action, const MusterFollowUp *extension)
{
  g_autofree char *text = dup_extension (database, extension), *until = muster_gui_text_dup_date (&extension->due);
  /* Translators: a day */
  g_autofree char *title = g_strdup_printf (_("Until %s"), until);
  AdwActionRow *row = muster_row_group_add_text (group, title, text);
  gboolean may = action->state == MUSTER_ACTION_OPEN && extension->state == MUSTER_FOLLOW_UP_PENDING && extension->account_id != muster_store_get_account (store)->id;

  if (!may || !muster_store_may (store, "approve-extension"))
    {
      muster_badge_end_row (ADW_PREFERENCES_ROW (row), make_badge (extension));
      return;
    }
  add_button (row, _("_Refuse…"), "follow-up.refuse-extension");
  add_button (row, _("A_pprove…"), "follow-up.approve-extension");
}

static void
show_extensions (MusterRowGroup *group, MusterStore *store, MusterDatabase *database, const MusterCorrectiveAction *action)
{
  for (guint i = 0; i < action->follow_ups->len; i++)
    if (((const MusterFollowUp *) action->follow_ups->pdata[i])->kind == MUSTER_FOLLOW_UP_EXTENSION)
      add_extension (group, store, database, action, action->follow_ups->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (group), muster_row_group_get_n_rows (group) > 0);
}

static void
add_response (MusterRowGroup *group, MusterDatabase *database, const MusterFollowUp *response)
{
  g_autofree char *on = muster_gui_text_dup_date (&response->on), *by = muster_gui_names_dup_account (database, response->account_id);
  /* Translators: a day, and who recorded it */
  g_autofree char *text = g_strdup_printf (_("%s, recorded by %s"), on, by);
  AdwActionRow *row = muster_row_group_add_text (group, response->text != NULL ? response->text : muster_follow_up_get_label (response->kind, response->state), text);

  if (response->text != NULL)
    muster_badge_end_row (ADW_PREFERENCES_ROW (row), make_badge (response));
}

static void
show_responses (MusterRowGroup *group, MusterDatabase *database, const MusterCorrectiveAction *action)
{
  for (guint i = 0; i < action->follow_ups->len; i++)
    if (((const MusterFollowUp *) action->follow_ups->pdata[i])->kind == MUSTER_FOLLOW_UP_RESPONSE)
      add_response (group, database, action->follow_ups->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (group), muster_row_group_get_n_rows (group) > 0);
}

void
muster_follow_up_rows_show (MusterRowGroup *group, MusterStore *store, MusterDatabase *database, const MusterCorrectiveAction *action, MusterFollowUpKind kind)
{
  muster_row_group_begin (group);
  if (kind == MUSTER_FOLLOW_UP_CHECK)
    show_checks (group, store, database, action);
  else if (kind == MUSTER_FOLLOW_UP_EXTENSION)
    show_extensions (group, store, database, action);
  else
    show_responses (group, database, action);
  muster_row_group_end (group);
}
