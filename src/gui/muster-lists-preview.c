/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-lists-preview.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "gui/muster-gui-names.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-task-item.h"

/* The rest is in the list of tasks afterwards. */
#define MOST_SHOWN 100
#define EARLIER_YEARS 2

struct _MusterListsPreview
{
  AdwBin parent_instance;

  AdwBanner *notice;
  AdwPreferencesGroup *counts;
  AdwComboRow *year;
  MusterRowGroup *found;
  MusterRowGroup *cured;
  MusterRowGroup *others;

  guint last_year; /* the newest that can be chosen; the others go back from it */
  gboolean filling;
};

static guint year_signal;

G_DEFINE_FINAL_TYPE (MusterListsPreview, muster_lists_preview, ADW_TYPE_BIN)

static void
year_chosen_cb (MusterListsPreview *self)
{
  guint selected = adw_combo_row_get_selected (self->year);

  if (!self->filling && selected != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, year_signal, 0, self->last_year - selected);
}

/* “Not registered: 5”, after what stands before it on the line. */
static void
append_count (GString *line, const char *name, guint count)
{
  if (count == 0)
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  /* Translators: what is counted, and how many there are */
  g_string_append_printf (line, _("%s: %'u"), name, count);
}

static void
append_line (GString *text, const GString *line)
{
  if (line->len > 0)
    g_string_append_printf (text, "\n%s", line->str);
}

static void
show_counts (MusterListsPreview *self, const MusterReconcilePlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) brokers = g_string_new (NULL);
  g_autoptr (GString) others = g_string_new (NULL);

  g_string_append_printf (text, _("%s · %'u rows"), plan->record->file_name, plan->record->rows);
  append_count (brokers, _("Brokers on the roster"), plan->n_brokers);
  for (guint finding = 0; finding < MUSTER_N_LIST_FINDINGS; finding++)
    append_count (brokers, muster_list_finding_get_label (finding), plan->counts[finding]);
  append_count (others, _("Others with an NPN, who need no registration"), plan->n_others);
  append_count (others, _("Not compared: left, or brokers no more"), plan->n_left);
  append_line (text, brokers);
  append_line (text, others);
  if (plan->n_unreadable > 0)
    g_string_append_printf (text, _("\nRows whose NPN or day cannot be read: %'u; the first is on line %'u"), plan->n_unreadable, plan->first_unreadable);
  muster_row_group_describe (self->counts, muster_public_lists_get_name (muster_data_get_public_lists (), plan->record->kind), text->str);
}

static void
show_years (MusterListsPreview *self, const MusterReconcilePlan *plan)
{
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);
  GDate today;

  muster_gui_text_get_today (&today);
  self->filling = TRUE;
  self->last_year = MAX (muster_public_lists_get_plan_year (muster_data_get_public_lists (), &today) + 1, plan->record->plan_year);
  for (guint year = self->last_year; year + EARLIER_YEARS + 1 >= self->last_year; year--)
    {
      g_autofree char *text = g_strdup_printf ("%u", year);

      gtk_string_list_append (years, text);
    }
  adw_combo_row_set_model (self->year, G_LIST_MODEL (years));
  gtk_widget_set_visible (GTK_WIDGET (self->year), plan->record->kind == MUSTER_LIST_REGISTRATION);
  if (plan->record->kind == MUSTER_LIST_REGISTRATION)
    adw_combo_row_set_selected (self->year, self->last_year - plan->record->plan_year);
  self->filling = FALSE;
}

static void
add_task (MusterRowGroup *group, MusterDatabase *database, const MusterReconciliationTask *task, const char *word)
{
  g_autofree char *person = muster_gui_names_dup_listed (database, task->assister_id);
  g_autofree char *title = muster_reconciliation_task_dup_title (task, muster_data_get_public_lists ());
  g_autofree char *text = muster_task_item_dup_text (task);
  g_autofree char *subtitle = word != NULL ? g_strdup_printf ("%s · %s\n%s", title, word, text) : g_strdup_printf ("%s\n%s", title, text);

  muster_row_group_add_link (group, person, subtitle, NULL, "win.open-assister", task->assister_id);
}

static void
add_more (MusterRowGroup *group, guint n)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u more person", "%'u more people", n), n);

  if (n > 0)
    muster_row_group_add_text (group, text, _("They are in the list of tasks once the comparison is recorded."));
}

static void
show_found (MusterRowGroup *group, MusterDatabase *database, const MusterReconcilePlan *plan, gboolean others)
{
  guint shown = 0, left = 0;

  muster_row_group_begin (group);
  for (guint i = 0; i < plan->proposals->len; i++)
    {
      const MusterListProposal *proposal = plan->proposals->pdata[i];

      if (proposal->is_other != others)
        continue;
      left += shown == MOST_SHOWN;
      if (shown < MOST_SHOWN)
        add_task (group, database, proposal->task, others ? NULL : muster_task_fate_get_label (proposal->fate));
      shown = MIN (shown + 1, MOST_SHOWN);
    }
  add_more (group, left);
  muster_row_group_end (group);
}

static void
show_cured (MusterRowGroup *group, MusterDatabase *database, const MusterReconcilePlan *plan)
{
  muster_row_group_begin (group);
  for (guint i = 0; i < MIN (plan->cured->len, MOST_SHOWN); i++)
    add_task (group, database, plan->cured->pdata[i], _("May be closed"));
  if (plan->cured->len > MOST_SHOWN)
    add_more (group, plan->cured->len - MOST_SHOWN);
  muster_row_group_end (group);
  gtk_widget_set_visible (GTK_WIDGET (group), plan->cured->len > 0);
}

static void
muster_lists_preview_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_LISTS_PREVIEW);
  G_OBJECT_CLASS (muster_lists_preview_parent_class)->dispose (object);
}

static void
muster_lists_preview_class_init (MusterListsPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_lists_preview_dispose;
  year_signal = g_signal_new ("year", MUSTER_TYPE_LISTS_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-lists-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterListsPreview, notice);
  gtk_widget_class_bind_template_child (widget_class, MusterListsPreview, counts);
  gtk_widget_class_bind_template_child (widget_class, MusterListsPreview, year);
  gtk_widget_class_bind_template_child (widget_class, MusterListsPreview, found);
  gtk_widget_class_bind_template_child (widget_class, MusterListsPreview, cured);
  gtk_widget_class_bind_template_child (widget_class, MusterListsPreview, others);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
}

static void
muster_lists_preview_init (MusterListsPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
muster_lists_preview_show (MusterListsPreview *self, MusterStore *store, MusterReconcilePlan *plan)
{
  MusterDatabase *database = muster_store_read (store, NULL);

  show_counts (self, plan);
  show_years (self, plan);
  if (database == NULL)
    return;
  show_found (self->found, database, plan, FALSE);
  show_cured (self->cured, database, plan);
  show_found (self->others, database, plan, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->others), muster_row_group_get_n_rows (self->others) > 0);
  muster_store_read_done (store, database);
}

void
muster_lists_preview_show_notice (MusterListsPreview *self, const char *text)
{
  if (text != NULL)
    adw_banner_set_title (self->notice, text);
  adw_banner_set_revealed (self->notice, text != NULL);
}
