/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-assister-sections.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-letter-language.h"
#include "gui/muster-badge.h"
#include "gui/muster-case-rows.h"
#include "gui/muster-copy-button.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-origin-button.h"
#include "gui/muster-task-item.h"

void
muster_assister_sections_show_roles (MusterRowGroup *group, MusterStore *store, const MusterPersonFacts *facts)
{
  muster_row_group_begin (group);
  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    {
      GDate since;
      MusterCertificationState state = muster_certification_state_on (facts->events, 1u << bit, &facts->today, &since);
      g_autofree char *day = NULL;
      g_autofree char *subtitle = NULL;
      AdwActionRow *row;
      GtkWidget *badge;

      if (state == MUSTER_STATE_NONE)
        continue;
      day = muster_gui_text_dup_date (&since);
      /* Translators: a day: “since Oct 15, 2026” */
      subtitle = g_strdup_printf (_("since %s"), day);
      badge = muster_badge_new ();
      muster_badge_set_state (MUSTER_BADGE (badge), state);
      row = muster_row_group_add_text (group, muster_assister_type_get_label (1u << bit), subtitle);
      muster_badge_end_row (ADW_PREFERENCES_ROW (row), badge);
      muster_origin_button_add (row, store, facts->person->id, muster_assister_type_get_label (1u << bit), "type", muster_assister_type_to_code (1u << bit));
    }
  muster_row_group_end (group);
}

static void
add_value (MusterRowGroup *group, MusterStore *store, const MusterPersonFacts *facts, const char *name, const char *field, const char *value)
{
  AdwActionRow *row = muster_row_group_add_value (group, name, value);

  if (row != NULL)
    muster_origin_button_add (row, store, facts->person->id, name, field, NULL);
}

static void
add_identifier (MusterRowGroup *group, MusterStore *store, const MusterPersonFacts *facts, const char *name, const char *field, const char *value)
{
  AdwActionRow *row = muster_row_group_add_value (group, name, value);

  if (row == NULL)
    return;
  adw_action_row_add_suffix (row, muster_copy_button_new (name, value));
  muster_origin_button_add (row, store, facts->person->id, name, field, NULL);
}

void
muster_assister_sections_show_contact (MusterRowGroup *group, MusterMaskedRow *assister_id, MusterStore *store, const MusterPersonFacts *facts)
{
  const MusterAssister *person = facts->person;

  muster_row_group_begin (group);
  add_value (group, store, facts, _("Agency"), "agency", facts->agency);
  add_identifier (group, store, facts, _("E-mail"), "email", person->email);
  add_identifier (group, store, facts, _("Phone"), "phone", person->phone);
  add_value (group, store, facts, _("Other phones"), "other-phone", person->other_phones);
  add_identifier (group, store, facts, _("NPN"), "npn", person->npn);
  muster_masked_row_update (assister_id, person->assister_id);
  if (person->assister_id != NULL)
    muster_row_group_add (group, GTK_WIDGET (assister_id));
  add_identifier (group, store, facts, _("Training ID"), "training-id", person->training_id);
  add_identifier (group, store, facts, _("Admin ID"), "admin-id", person->admin_id);
  add_identifier (group, store, facts, _("License number"), "licence-number", person->licence_number);
  add_value (group, store, facts, _("County"), "county", person->county);
  add_value (group, store, facts, _("Languages"), "languages", person->languages);
  if (person->letter_language != NULL)
    add_value (group, store, facts, _("Language of letters"), "letter-language", muster_letter_language_get_label (person->letter_language));
  add_value (group, store, facts, _("Active on the roster"), "active", person->active ? _("Yes") : _("No"));
  muster_row_group_end (group);
}

static char *
dup_event_text (const MusterCertificationEvent *event, const MusterPersonFacts *facts)
{
  g_autofree char *day = muster_gui_text_dup_date (&event->effective);
  g_autofree char *recorded = muster_gui_text_dup_time (event->recorded);
  GString *text = g_string_new (NULL);

  /* Translators: day, whose decision, who wrote it down, when */
  g_string_append_printf (text, _("From %s · %s · recorded by %s, %s"), day, muster_authority_get_label (event->authority),
                          muster_person_facts_get_account_name (facts, event->account_id), recorded);
  if (event->reason != NULL)
    g_string_append_printf (text, "\n%s", event->reason);
  if (event->under_investigation)
    g_string_append_printf (text, "\n%s", _("While a case was open"));
  if (event->called_off != 0)
    g_string_append_printf (text, "\n%s", _("Called off before its day; never took effect"));
  else if (event->superseded_by != 0)
    g_string_append_printf (text, "\n%s", _("Corrected later; does not count any more"));
  return g_string_free_and_steal (text);
}

void
muster_assister_sections_show_timeline (MusterRowGroup *group, const MusterPersonFacts *facts)
{
  muster_row_group_begin (group);
  for (guint i = facts->events->len; i-- > 0;)
    {
      const MusterCertificationEvent *event = facts->events->pdata[i];
      g_autofree char *text = dup_event_text (event, facts);
      AdwActionRow *row = muster_row_group_add_text (group, muster_assister_type_get_label (event->type), text);
      GtkWidget *badge = muster_badge_new ();

      muster_badge_set_state (MUSTER_BADGE (badge), event->to);
      muster_badge_end_row (ADW_PREFERENCES_ROW (row), badge);
      if (!muster_certification_event_stands (event))
        gtk_widget_add_css_class (GTK_WIDGET (row), "dim-label");
    }
  muster_row_group_end (group);
}

void
muster_assister_sections_show_actions (MusterRowGroup *group, const MusterPersonFacts *facts)
{
  muster_row_group_begin (group);
  for (guint i = 0; i < facts->actions->len; i++)
    muster_case_rows_add_action (group, facts->actions->pdata[i], &facts->today);
  muster_row_group_end (group);
}

void
muster_assister_sections_show_incidents (MusterRowGroup *group, const MusterPersonFacts *facts)
{
  muster_row_group_begin (group);
  for (guint i = 0; i < facts->incidents->len; i++)
    muster_case_rows_add_incident (group, facts->incidents->pdata[i]);
  muster_row_group_end (group);
}

void
muster_assister_sections_show_decisions (MusterRowGroup *group, const MusterPersonFacts *facts)
{
  muster_row_group_begin (group);
  for (guint i = 0; i < facts->decisions->len; i++)
    muster_case_rows_add_decision (group, facts->decisions->pdata[i]);
  muster_row_group_end (group);
}

void
muster_assister_sections_show_tasks (MusterRowGroup *group, const MusterPersonFacts *facts, gboolean may_close)
{
  muster_row_group_begin (group);
  for (guint i = 0; i < facts->tasks->len; i++)
    {
      const MusterReconciliationTask *task = facts->tasks->pdata[i];
      g_autofree char *title = muster_reconciliation_task_dup_title (task, muster_data_get_public_lists ());
      g_autofree char *text = muster_task_item_dup_text (task);
      AdwActionRow *row = muster_row_group_add_text (group, title, text);
      GtkWidget *button;

      if (!may_close)
        continue;
      button = gtk_button_new_with_mnemonic (_("C_lose…"));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", task->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "assister.close-task");
      adw_action_row_add_suffix (row, button);
    }
  muster_row_group_end (group);
  gtk_widget_set_visible (GTK_WIDGET (group), facts->tasks->len > 0);
}
