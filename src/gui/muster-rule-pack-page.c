/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-rule-pack-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/muster-document-file.h"
#include "domain/muster-rule-text.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-rules-preview-page.h"

struct _MusterRulePackPage
{
  AdwNavigationPage parent_instance;

  MusterRowGroup *head;
  MusterRowGroup *requirements;
  MusterRowGroup *severities;
  MusterRowGroup *days;
  GtkWidget *bottom_bar;

  MusterStore *store;
  MusterRulePack *pack;
};

G_DEFINE_FINAL_TYPE (MusterRulePackPage, muster_rule_pack_page, ADW_TYPE_NAVIGATION_PAGE)

/* The line below the title says it in words. */
static void
mark_unverified (AdwActionRow *row, const MusterRuleSource *source)
{
  GtkWidget *icon;

  if (source->verified)
    return;
  icon = gtk_image_new_from_icon_name ("dialog-question-symbolic");
  gtk_widget_add_css_class (icon, "warning");
  gtk_widget_set_tooltip_text (icon, _("Not verified"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Not verified"), -1);
  adw_action_row_add_suffix (row, icon);
}

static void
add_rule (MusterRowGroup *group, const char *title, const char *rule, const MusterRuleSource *source)
{
  g_autofree char *from = muster_rule_source_dup_text (source);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", rule, from);

  mark_unverified (muster_row_group_add_text (group, title, subtitle), source);
}

static void
fill_head (MusterRulePackPage *self)
{
  const MusterSeason *season = muster_rule_pack_get_season (self->pack);
  g_autofree char *from = muster_gui_text_dup_date (muster_rule_pack_get_from (self->pack)), *through = muster_gui_text_dup_date (muster_rule_pack_get_through (self->pack));
  g_autofree char *opens = muster_gui_text_dup_date (&season->opens), *due = muster_gui_text_dup_date (&season->due);
  /* Translators: two days */
  g_autofree char *made_for = g_strdup_printf (_("%s through %s"), from, through), *period = g_strdup_printf (_("%s through %s"), opens, due);
  guint n_all, unverified = muster_rule_pack_count_unverified (self->pack, &n_all);
  /* Translators: so many of so many rules */
  g_autofree char *count = g_strdup_printf (_("%u of %u"), unverified, n_all), *reminders = muster_rule_pack_dup_reminders (self->pack);

  muster_row_group_add_value (self->head, _("Made for"), made_for);
  muster_row_group_add_value (self->head, _("Not verified"), count);
  muster_row_group_add_text (self->head, _("Called to mind"), reminders);
  add_rule (self->head, _("Recertification"), period, &season->source);
}

static void
fill_requirements (MusterRulePackPage *self)
{
  guint n;
  MusterRequirement *const *all = muster_rule_pack_get_requirements (self->pack, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *roles = muster_requirement_dup_roles (all[i]), *rule = muster_requirement_dup_rule (all[i]), *conditions = muster_requirement_dup_conditions (self->pack, all[i]);
      g_autofree char *text = g_strjoin ("\n", roles, rule, conditions, NULL);

      add_rule (self->requirements, all[i]->title, text, &all[i]->source);
    }
}

static void
fill_days (MusterRulePackPage *self)
{
  g_autoptr (GPtrArray) keys = muster_rule_pack_list_days (self->pack);

  for (guint i = MUSTER_SEVERITY_1; i <= MUSTER_SEVERITY_4; i++)
    {
      const MusterRuleDays *days = &muster_rule_pack_get_severity (self->pack, i)->due;
      g_autofree char *title = g_strdup_printf ("%s  %s", muster_severity_to_code (i), muster_severity_get_label (i)), *count = muster_rule_days_dup_text (days);

      add_rule (self->severities, title, count, &days->source);
    }
  for (guint i = 0; i < keys->len; i++)
    {
      const MusterRuleDays *days = muster_rule_pack_get_days (self->pack, keys->pdata[i], NULL);
      g_autofree char *count = muster_rule_days_dup_rule (days);

      add_rule (self->days, days->title, count, &days->source);
    }
}

static void
preview_cb (MusterRulePackPage *self)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  GDate today;

  muster_gui_text_get_today (&today);
  if (navigation != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), muster_rules_preview_page_new (self->store, self->pack, &today));
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterRulePackPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->head == NULL)
    return;
  if (file != NULL)
    muster_rule_pack_page_save (self, file);
  else
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
save_cb (MusterRulePackPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strconcat (muster_rule_pack_get_name (self->pack), ".rules", NULL);

  gtk_file_dialog_set_title (dialog, _("Save a Copy of the Rule Pack"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, place_chosen_cb, g_object_ref (self));
}

static void
muster_rule_pack_page_dispose (GObject *object)
{
  MusterRulePackPage *self = MUSTER_RULE_PACK_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_RULE_PACK_PAGE);
  g_clear_pointer (&self->pack, muster_rule_pack_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (muster_rule_pack_page_parent_class)->dispose (object);
}

static void
muster_rule_pack_page_class_init (MusterRulePackPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_rule_pack_page_dispose;
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-rule-pack-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRulePackPage, head);
  gtk_widget_class_bind_template_child (widget_class, MusterRulePackPage, requirements);
  gtk_widget_class_bind_template_child (widget_class, MusterRulePackPage, severities);
  gtk_widget_class_bind_template_child (widget_class, MusterRulePackPage, days);
  gtk_widget_class_bind_template_child (widget_class, MusterRulePackPage, bottom_bar);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
}

static void
muster_rule_pack_page_init (MusterRulePackPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
muster_rule_pack_page_new (MusterStore *store, MusterRulePack *pack, gboolean is_in_force)
{
  MusterRulePackPage *self = g_object_new (MUSTER_TYPE_RULE_PACK_PAGE, NULL);

  self->store = g_object_ref (store);
  self->pack = muster_rule_pack_ref (pack);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), muster_rule_pack_get_title (pack));
  fill_head (self);
  fill_requirements (self);
  fill_days (self);
  gtk_widget_set_visible (self->bottom_bar, !is_in_force);
  return ADW_NAVIGATION_PAGE (self);
}

void
muster_rule_pack_page_save (MusterRulePackPage *self, GFile *file)
{
  const char *text = muster_rule_pack_get_text (self->pack);
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  if (path != NULL && muster_document_file_write (path, content, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "s", _("Copy saved"));
  else if (error != NULL)
    muster_gui_error_show (GTK_WIDGET (self), error);
}
