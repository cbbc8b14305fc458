/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-answer-page.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-answer-rows.h"
#include "gui/muster-answer-view.h"
#include "gui/muster-badge.h"
#include "gui/muster-day-dialog.h"
#include "gui/muster-requirement-section.h"

struct _MusterAnswerPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  AdwBanner *day_banner;
  GtkLabel *name;
  GtkLabel *place;
  MusterAnswerView *answer;
  MusterRowGroup *standing;
  MusterRowGroup *roles;
  MusterRequirementSection *requirements;
  AdwStatusPage *problem;

  MusterStore *store;
  gint64 id;
  MusterViewDay day;
};

G_DEFINE_FINAL_TYPE (MusterAnswerPage, muster_answer_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_head (MusterAnswerPage *self, const MusterPersonFacts *facts)
{
  g_autofree char *name = muster_assister_dup_name (facts->person);
  g_autofree char *code = muster_assister_dup_code (facts->person->id);
  g_autofree char *place = g_strdup_printf ("%s · %s", code, facts->agency != NULL ? facts->agency : _("no agency on that day"));

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->place, place);
}

static void
show_roles (MusterAnswerPage *self, const MusterPersonFacts *facts)
{
  muster_row_group_begin (self->roles);
  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    {
      MusterCertificationState state = facts->standing_facts.states[bit];
      GtkWidget *badge;

      if (state == MUSTER_STATE_NONE)
        continue;
      badge = muster_badge_new ();
      muster_badge_set_state (MUSTER_BADGE (badge), state);
      muster_badge_end_row (ADW_PREFERENCES_ROW (muster_row_group_add_text (self->roles, muster_assister_type_get_label (1u << bit), NULL)), badge);
    }
  muster_row_group_end (self->roles);
}

static void
show_problem (MusterAnswerPage *self, const GError *error)
{
  g_autofree char *message = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem, message);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
refresh (MusterAnswerPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = muster_view_day_dup_text (&self->day);
  g_autoptr (MusterPersonFacts) facts = muster_person_facts_new (self->store, self->id, &self->day, &error);

  adw_banner_set_title (self->day_banner, text);
  if (facts == NULL)
    {
      show_problem (self, error);
      return;
    }
  show_head (self, facts);
  muster_answer_view_show (self->answer, facts);
  muster_answer_rows_show (self->standing, self->store, facts);
  show_roles (self, facts);
  muster_requirement_section_show (self->requirements, self->store, facts);
  gtk_stack_set_visible_child_name (self->stack, "person");
}

static void
day_cb (MusterDayDialog *dialog, MusterAnswerPage *self)
{
  self->day = *muster_day_dialog_get_day (dialog);
  refresh (self);
}

static void
change_day_cb (MusterAnswerPage *self)
{
  AdwDialog *dialog = muster_day_dialog_new (self->store, &self->day);

  g_signal_connect_object (dialog, "done", G_CALLBACK (day_cb), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
open_cb (MusterAnswerPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-assister", "x", self->id);
}

static void
muster_answer_page_dispose (GObject *object)
{
  MusterAnswerPage *self = MUSTER_ANSWER_PAGE (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ANSWER_PAGE);
  G_OBJECT_CLASS (muster_answer_page_parent_class)->dispose (object);
}

static void
muster_answer_page_class_init (MusterAnswerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_answer_page_dispose;
  g_type_ensure (MUSTER_TYPE_ANSWER_VIEW);
  g_type_ensure (MUSTER_TYPE_REQUIREMENT_SECTION);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-answer-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerPage, day_banner);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerPage, name);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerPage, place);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerPage, answer);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerPage, standing);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerPage, roles);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerPage, requirements);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, change_day_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
muster_answer_page_init (MusterAnswerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
muster_answer_page_new (MusterStore *store, gint64 id, const MusterViewDay *day)
{
  MusterAnswerPage *self = g_object_new (MUSTER_TYPE_ANSWER_PAGE, NULL);

  self->store = g_object_ref (store);
  self->id = id;
  self->day = *day;
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_NAVIGATION_PAGE (self);
}
