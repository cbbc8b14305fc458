/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-rules-page.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-rule-text.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-notice-dialog.h"
#include "gui/muster-row-group.h"
#include "gui/muster-rule-pack-page.h"
#include "gui/muster-rules-files.h"
#include "gui/muster-rules-preview-page.h"
#include "gui/muster-templates-page.h"
#include "store/muster-document-table.h"
#include "store/muster-rules-table.h"

struct _MusterRulesPage
{
  AdwNavigationPage parent_instance;

  AdwBanner *ended_banner;
  MusterRowGroup *in_force;
  MusterRowGroup *others;
  MusterRowGroup *notices;
  GtkWidget *load_notice_button;

  MusterStore *store;
};

G_DEFINE_FINAL_TYPE (MusterRulesPage, muster_rules_page, ADW_TYPE_NAVIGATION_PAGE)

static void
push (MusterRulesPage *self, AdwNavigationPage *page)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  g_object_ref_sink (page);
  if (navigation != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), page);
  g_object_unref (page);
}

static void
pack_activated_cb (AdwActionRow *row, MusterRulesPage *self)
{
  MusterRulePack *pack = g_object_get_data (G_OBJECT (row), "pack");
  gboolean is_in_force = g_object_get_data (G_OBJECT (row), "in-force") != NULL;

  push (self, muster_rule_pack_page_new (self->store, pack, is_in_force));
}

static void
add_pack (MusterRulesPage *self, MusterRowGroup *group, MusterRulePack *pack, gboolean is_in_force, const MusterRuleAdoption *coming)
{
  g_autofree char *from = muster_gui_text_dup_date (muster_rule_pack_get_from (pack)), *through = muster_gui_text_dup_date (muster_rule_pack_get_through (pack));
  guint n_all, unverified = muster_rule_pack_count_unverified (pack, &n_all);
  /* Translators: two days; so many of so many rules */
  g_autofree char *subtitle = g_strdup_printf (_("%s through %s\nNot verified: %u of %u rules"), from, through, unverified, n_all);
  g_autofree char *day = coming != NULL ? muster_gui_text_dup_date (&coming->from) : NULL;
  /* Translators: a day */
  g_autofree char *adopted = day != NULL ? g_strdup_printf (_("Adopted, in force from %s on"), day) : NULL;
  g_autofree char *all = adopted != NULL ? g_strconcat (adopted, "\n", subtitle, NULL) : NULL;
  AdwActionRow *row = muster_row_group_add_text (group, muster_rule_pack_get_title (pack), all != NULL ? all : subtitle);

  g_object_set_data_full (G_OBJECT (row), "pack", muster_rule_pack_ref (pack), (GDestroyNotify) muster_rule_pack_unref);
  g_object_set_data (G_OBJECT (row), "in-force", is_in_force ? row : NULL);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (pack_activated_cb), self, 0);
}

static void
notice_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterRulesPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!muster_rules_files_save_notice_finish (result, &error) && self->in_force != NULL)
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
notice_place_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterRulesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->in_force == NULL)
    return;
  if (file != NULL)
    muster_rules_files_save_notice_async (self->store, *(gint64 *) g_object_get_data (source, "document"), file, notice_saved_cb, g_object_ref (self));
  else
    muster_gui_error_show (GTK_WIDGET (self), error);
}

/* The official text is no secret; it is read from the register only when somebody wants it. */
static void
notice_activated_cb (AdwActionRow *row, MusterRulesPage *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "document");
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (self->store, &error);
  g_autoptr (MusterDocument) document = database != NULL ? muster_document_table_load (database, *id, &error) : NULL;

  if (database != NULL)
    muster_store_read_done (self->store, database);
  if (document == NULL)
    {
      muster_gui_error_show (GTK_WIDGET (self), error);
      return;
    }
  gtk_file_dialog_set_title (dialog, _("Save the Notice"));
  gtk_file_dialog_set_initial_name (dialog, document->file_name);
  g_object_set_data_full (G_OBJECT (dialog), "document", g_memdup2 (id, sizeof *id), g_free);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, notice_place_cb, g_object_ref (self));
}

static void
add_notice (MusterRulesPage *self, const MusterPolicyVersion *policy, gboolean is_in_force)
{
  g_autofree char *day = muster_gui_text_dup_date (&policy->from);
  /* Translators: the version of the notice, and the day from which it is in force */
  g_autofree char *subtitle = g_strdup_printf (is_in_force ? _("Version %s · In force since %s") : _("Version %s · From %s"), policy->version, day);
  AdwActionRow *row = muster_row_group_add_text (self->notices, policy->title, subtitle);

  g_object_set_data_full (G_OBJECT (row), "document", g_memdup2 (&policy->document_id, sizeof policy->document_id), g_free);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("document-save-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), _("Save the Notice"));
  g_signal_connect_object (row, "activated", G_CALLBACK (notice_activated_cb), self, 0);
}

/* What the page shows, read in one go. */
typedef struct
{
  MusterRulePack *in_force;
  GPtrArray *packs;
  GPtrArray *adoptions;
  GPtrArray *notices;
  MusterPolicyVersion *notice;
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->in_force, muster_rule_pack_unref);
  g_clear_pointer (&reading->packs, g_ptr_array_unref);
  g_clear_pointer (&reading->adoptions, g_ptr_array_unref);
  g_clear_pointer (&reading->notices, g_ptr_array_unref);
  g_clear_pointer (&reading->notice, muster_policy_version_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
read_all (MusterRulesPage *self, Reading *reading, const GDate *today, GError **error)
{
  MusterDatabase *database = muster_store_read (self->store, error);
  gboolean done;

  if (database == NULL)
    return FALSE;
  reading->in_force = muster_rules_table_load (database, today, G_MAXINT64, error);
  reading->packs = reading->in_force != NULL ? muster_rules_table_list_packs (database, error) : NULL;
  reading->adoptions = reading->packs != NULL ? muster_rules_table_list_adoptions (database, error) : NULL;
  reading->notices = reading->adoptions != NULL ? muster_rules_table_list_policies (database, error) : NULL;
  done = reading->notices != NULL && muster_rules_table_find_policy (database, MUSTER_POLICY_NOTICE, today, G_MAXINT64, &reading->notice, error);
  muster_store_read_done (self->store, database);
  return done;
}

static void
show_warning (MusterRulesPage *self, MusterRulePack *pack, const GDate *today)
{
  g_autofree char *through = muster_gui_text_dup_date (muster_rule_pack_get_through (pack));
  gboolean has_ended = g_date_compare (today, muster_rule_pack_get_through (pack)) > 0;
  /* Translators: title of a rule pack, and its last day */
  g_autofree char *text = g_strdup_printf (_("%s ended on %s. Look at the rules for this year, and adopt them."), muster_rule_pack_get_title (pack), through);

  adw_banner_set_title (self->ended_banner, text);
  adw_banner_set_revealed (self->ended_banner, has_ended);
}

static void
refresh_cb (MusterRulesPage *self)
{
  g_auto (Reading) reading = { 0 };
  g_autoptr (GError) error = NULL;
  GDate today;

  muster_gui_text_get_today (&today);
  if (!read_all (self, &reading, &today, &error))
    {
      muster_gui_error_show (GTK_WIDGET (self), error);
      return;
    }
  show_warning (self, reading.in_force, &today);
  muster_row_group_begin (self->in_force);
  add_pack (self, self->in_force, reading.in_force, TRUE, NULL);
  muster_row_group_end (self->in_force);
  muster_row_group_begin (self->others);
  for (guint i = 0; i < reading.packs->len; i++)
    if (!muster_rule_pack_equal (reading.packs->pdata[i], reading.in_force))
      add_pack (self, self->others, reading.packs->pdata[i], FALSE, muster_rule_adoption_find_coming (reading.adoptions, reading.packs->pdata[i], &today));
  muster_row_group_end (self->others);
  muster_row_group_begin (self->notices);
  for (guint i = 0; i < reading.notices->len; i++)
    add_notice (self, reading.notices->pdata[i], reading.notice != NULL && ((MusterPolicyVersion *) reading.notices->pdata[i])->id == reading.notice->id);
  muster_row_group_end (self->notices);
}

static void
templates_cb (MusterRulesPage *self)
{
  push (self, muster_templates_page_new (self->store));
}

static void
another_day_cb (MusterRulesPage *self)
{
  GDate today;

  muster_gui_text_get_today (&today);
  push (self, muster_rules_preview_page_new (self->store, NULL, &today));
}

static void
pack_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterRulesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->in_force != NULL && file != NULL)
    muster_rules_page_open_pack (self, file);
  else if (self->in_force != NULL)
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
notice_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterRulesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->in_force != NULL && file != NULL)
    muster_rules_page_open_notice (self, file);
  else if (self->in_force != NULL)
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
choose (MusterRulesPage *self, const char *title, GAsyncReadyCallback callback)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, callback, g_object_ref (self));
}

static void
choose_pack_cb (MusterRulesPage *self)
{
  choose (self, _("Choose a Rule Pack"), pack_chosen_cb);
}

static void
choose_notice_cb (MusterRulesPage *self)
{
  choose (self, _("Choose the Text of the Notice"), notice_chosen_cb);
}

static void
muster_rules_page_dispose (GObject *object)
{
  MusterRulesPage *self = MUSTER_RULES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_RULES_PAGE);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (muster_rules_page_parent_class)->dispose (object);
}

static void
muster_rules_page_class_init (MusterRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_rules_page_dispose;
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-rules-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPage, ended_banner);
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPage, in_force);
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPage, others);
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPage, notices);
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPage, load_notice_button);
  gtk_widget_class_bind_template_callback (widget_class, another_day_cb);
  gtk_widget_class_bind_template_callback (widget_class, templates_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_pack_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_notice_cb);
}

static void
muster_rules_page_init (MusterRulesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
muster_rules_page_new (MusterStore *store)
{
  MusterRulesPage *self = g_object_new (MUSTER_TYPE_RULES_PAGE, NULL);

  self->store = g_object_ref (store);
  gtk_widget_set_visible (self->load_notice_button, muster_store_may (store, "load-policy"));
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  refresh_cb (self);
  return ADW_NAVIGATION_PAGE (self);
}

static void
pack_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterRulesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterRulePack) pack = muster_rules_files_read_pack_finish (result, &error);

  if (self->in_force == NULL)
    return;
  if (pack != NULL)
    push (self, muster_rule_pack_page_new (self->store, pack, FALSE));
  else
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
notice_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterRulesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *file_name = NULL;
  g_autoptr (GBytes) content = muster_rules_files_read_notice_finish (result, &file_name, &error);

  if (self->in_force == NULL)
    return;
  if (content != NULL)
    adw_dialog_present (muster_notice_dialog_new (self->store, file_name, content), GTK_WIDGET (self));
  else
    muster_gui_error_show (GTK_WIDGET (self), error);
}

void
muster_rules_page_open_pack (MusterRulesPage *self, GFile *file)
{
  muster_rules_files_read_pack_async (file, pack_read_cb, g_object_ref (self));
}

void
muster_rules_page_open_notice (MusterRulesPage *self, GFile *file)
{
  muster_rules_files_read_notice_async (file, notice_read_cb, g_object_ref (self));
}
