/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-answer-view.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-rule-text.h"
#include "gui/muster-gui-text.h"

struct _MusterAnswerView
{
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *text;
  GtkLabel *roles;
  GtkLabel *through;
  GtkLabel *rules;
  GtkLabel *coming;
};

G_DEFINE_FINAL_TYPE (MusterAnswerView, muster_answer_view, GTK_TYPE_BOX)

static void
show_look (MusterAnswerView *self, const MusterPersonFacts *facts)
{
  static const char *const looks[] = { "error", "warning", "success" };
  static const char *const icons[] = { "action-unavailable-symbolic", "dialog-warning-symbolic", "object-select-symbolic" };
  const char *const texts[] = { _("May assist today: No"), _("May assist today: Yes, within limits"), _("May assist today: Yes") };
  const char *const other_texts[] = { _("May assist on that day: No"), _("May assist on that day: Yes, within limits"), _("May assist on that day: Yes") };
  const MusterStanding *standing = &facts->standing;
  guint look = standing->may_assist ? 2 : 0;

  if (standing->may_assist && (standing->reasons & MUSTER_REASON_RESTRICTED) != 0)
    look = 1;
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), looks[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[look]);
  gtk_image_set_from_icon_name (self->icon, icons[look]);
  gtk_label_set_text (self->text, facts->is_today ? texts[look] : other_texts[look]);
}

/* The end is nobody's promise: what is recorded until then may change it either way. */
static void
show_through (MusterAnswerView *self, const MusterPersonFacts *facts)
{
  GDate through;
  g_autofree char *day = NULL, *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->through), facts->standing.may_assist && facts->standing_facts.through != 0);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->through)))
    return;
  muster_day_to_date (facts->standing_facts.through, &through);
  if (muster_person_facts_is_expiring (facts))
    {
      day = muster_gui_text_dup_date_and_due (&through, &facts->today);
      /* Translators: a day, and how many are left: “Oct 15, 2026 · 12 days left” */
      text = g_strdup_printf (_("Expiring. As things stand, through %s"), day);
    }
  else
    {
      day = muster_gui_text_dup_date (&through);
      text = g_strdup_printf (_("As things stand, through %s"), day);
    }
  gtk_label_set_text (self->through, text);
}

/* Beyond the rules that are known nobody can say what will be asked. */
static void
show_rules (MusterAnswerView *self, const MusterPersonFacts *facts)
{
  g_autofree char *warning = muster_rule_pack_dup_warning (facts->answer->pack, &facts->today);

  gtk_label_set_text (self->rules, warning);
  gtk_widget_set_visible (GTK_WIDGET (self->rules), warning != NULL);
}

/* Decided already: whoever reads the answer has to know that it will be another one. */
static void
show_coming (MusterAnswerView *self, const MusterPersonFacts *facts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < facts->coming->len; i++)
    {
      const MusterComingChange *change = facts->coming->pdata[i];
      g_autofree char *day = muster_gui_text_dup_date (&change->on);
      g_autofree char *types = muster_gui_text_dup_types (change->types);
      g_autofree char *line = muster_coming_change_dup_text (change, day, types);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  gtk_label_set_text (self->coming, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->coming), text->len > 0);
}

void
muster_answer_view_show (MusterAnswerView *self, const MusterPersonFacts *facts)
{
  const MusterStanding *standing = &facts->standing;
  g_autofree char *types = muster_gui_text_dup_types (standing->assisting_types);
  /* Translators: roles in which a person may assist: “as Broker, Navigator” */
  g_autofree char *roles = g_strdup_printf (_("as %s"), types);

  show_look (self, facts);
  gtk_label_set_text (self->roles, roles);
  gtk_widget_set_visible (GTK_WIDGET (self->roles), standing->may_assist && types[0] != '\0');
  show_through (self, facts);
  show_rules (self, facts);
  show_coming (self, facts);
}

static void
muster_answer_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ANSWER_VIEW);
  G_OBJECT_CLASS (muster_answer_view_parent_class)->dispose (object);
}

static void
muster_answer_view_class_init (MusterAnswerViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_answer_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-answer-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerView, icon);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerView, text);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerView, roles);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerView, through);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerView, rules);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerView, coming);
}

static void
muster_answer_view_init (MusterAnswerView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
