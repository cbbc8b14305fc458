/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-rules-preview-page.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-rule-text.h"
#include "gui/muster-adopt-dialog.h"
#include "gui/muster-answer-change-model.h"
#include "gui/muster-answer-change-row.h"
#include "gui/muster-background.h"
#include "gui/muster-date-row.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-gui-text.h"

struct _MusterRulesPreviewPage
{
  AdwNavigationPage parent_instance;

  MusterDateRow *day;
  GtkLabel *summary;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *empty;
  GtkWidget *bottom_bar;

  MusterStore *store;
  MusterRulePack *pack; /* %NULL: another day only */
  GCancellable *cancellable; /* of what is under way */
  GDate on;
  guint n_changes;
};

G_DEFINE_FINAL_TYPE (MusterRulesPreviewPage, muster_rules_preview_page, ADW_TYPE_NAVIGATION_PAGE)

/* What a thread reads. */
typedef struct
{
  MusterStore *store;
  MusterRulePack *pack;
  GDate today;
  GDate on;
  MusterAdoptionPreview *preview;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  g_clear_pointer (&job->pack, muster_rule_pack_unref);
  muster_adoption_preview_free (job->preview);
  g_free (job);
}

static gboolean
work (gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  MusterDatabase *database = muster_store_read (job->store, error);

  if (database == NULL)
    return FALSE;
  job->preview = job->pack != NULL ? muster_adoption_preview_new (database, job->pack, &job->on, cancellable, error)
                                   : muster_adoption_preview_new_for_day (database, &job->today, &job->on, cancellable, error);
  muster_store_read_done (job->store, database);
  return job->preview != NULL;
}

static void
show_summary (MusterRulesPreviewPage *self, const MusterAdoptionPreview *preview)
{
  g_autofree char *warning = muster_rule_pack_dup_warning (preview->pack_after, &preview->day_after);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: two numbers of people */
  g_string_append_printf (text, self->pack != NULL ? _("May assist by the rules in force: %'u. By these: %'u.") : _("May assist today: %'u. On that day: %'u."), preview->n_may_before, preview->n_may_after);
  for (guint i = 0; i < MUSTER_N_ANSWER_CHANGES; i++)
    if (preview->n_of[i] != 0)
      g_string_append_printf (text, "\n%s: %'u", muster_answer_change_get_label (i), preview->n_of[i]);
  if (warning != NULL)
    g_string_append_printf (text, "\n%s", warning);
  gtk_label_set_text (self->summary, text->str);
}

static void
show (MusterRulesPreviewPage *self, MusterAdoptionPreview *preview)
{
  g_autoptr (MusterAnswerChangeModel) model = NULL;
  g_autoptr (GtkNoSelection) selection = NULL;

  self->n_changes = preview->changes->len;
  show_summary (self, preview);
  model = muster_answer_change_model_new (self->store, preview);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (model)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  gtk_stack_set_visible_child_name (self->stack, self->n_changes > 0 ? "list" : "empty");
  gtk_widget_set_visible (self->bottom_bar, self->pack != NULL && muster_store_may (self->store, "adopt-rule-pack"));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer cancellable)
{
  MusterRulesPreviewPage *self = MUSTER_RULES_PREVIEW_PAGE (source);
  Job *job = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_background_finish (result, &error);

  if (self->stack == NULL || cancellable != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (done)
    show (self, g_steal_pointer (&job->preview));
  else
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
look (MusterRulesPreviewPage *self)
{
  Job *job = g_new0 (Job, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (self->bottom_bar, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  job->store = g_object_ref (self->store);
  job->pack = self->pack != NULL ? muster_rule_pack_ref (self->pack) : NULL;
  job->on = self->on;
  muster_gui_text_get_today (&job->today);
  muster_background_run (self, work, job, job_free, self->cancellable, done_cb, self->cancellable);
}

static void
day_changed_cb (MusterRulesPreviewPage *self)
{
  GDate on;

  if (self->store == NULL || !muster_date_row_get_date (self->day, &on, NULL) || !g_date_valid (&on) || g_date_compare (&on, &self->on) == 0)
    return;
  self->on = on;
  look (self);
}

static void
activated_cb (MusterRulesPreviewPage *self, guint position)
{
  g_autoptr (MusterAnswerChangeItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-assister", "x", muster_answer_change_item_get_person (item));
}

static void
adopted_cb (MusterRulesPreviewPage *self)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (navigation != NULL)
    adw_navigation_view_pop_to_tag (ADW_NAVIGATION_VIEW (navigation), "rules");
}

static void
adopt_cb (MusterRulesPreviewPage *self)
{
  AdwDialog *dialog;

  if (self->cancellable != NULL || self->pack == NULL)
    return;
  dialog = muster_adopt_dialog_new (self->store, self->pack, &self->on, self->n_changes);
  g_signal_connect_object (dialog, "done", G_CALLBACK (adopted_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
setup_row_cb (MusterRulesPreviewPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (MUSTER_TYPE_ANSWER_CHANGE_ROW, NULL));
}

static void
bind_row_cb (MusterRulesPreviewPage *self, GtkListItem *item)
{
  MusterAnswerChangeItem *change = gtk_list_item_get_item (item);

  muster_answer_change_row_show (MUSTER_ANSWER_CHANGE_ROW (gtk_list_item_get_child (item)), change);
  gtk_list_item_set_accessible_label (item, muster_answer_change_item_get_name (change));
  gtk_list_item_set_accessible_description (item, muster_answer_change_item_get_text (change));
}

static void
muster_rules_preview_page_dispose (GObject *object)
{
  MusterRulesPreviewPage *self = MUSTER_RULES_PREVIEW_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_RULES_PREVIEW_PAGE);
  g_clear_pointer (&self->pack, muster_rule_pack_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (muster_rules_preview_page_parent_class)->dispose (object);
}

static void
muster_rules_preview_page_class_init (MusterRulesPreviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_rules_preview_page_dispose;
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-rules-preview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPreviewPage, day);
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPreviewPage, summary);
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPreviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPreviewPage, list);
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPreviewPage, empty);
  gtk_widget_class_bind_template_child (widget_class, MusterRulesPreviewPage, bottom_bar);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, adopt_cb);
}

static void
muster_rules_preview_page_init (MusterRulesPreviewPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
}

AdwNavigationPage *
muster_rules_preview_page_new (MusterStore *store, MusterRulePack *pack, const GDate *on)
{
  MusterRulesPreviewPage *self = g_object_new (MUSTER_TYPE_RULES_PREVIEW_PAGE, NULL);

  self->on = *on;
  self->pack = pack != NULL ? muster_rule_pack_ref (pack) : NULL;
  muster_date_row_set_date (self->day, on);
  if (pack != NULL)
    adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), muster_rule_pack_get_title (pack));
  self->store = g_object_ref (store);
  look (self);
  return ADW_NAVIGATION_PAGE (self);
}

gboolean
muster_rules_preview_page_is_ready (MusterRulesPreviewPage *self)
{
  return self->cancellable == NULL;
}
