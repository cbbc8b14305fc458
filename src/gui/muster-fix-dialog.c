/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-fix-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-row-group.h"

struct _MusterFixDialog
{
  AdwDialog parent_instance;

  MusterImportPlan *plan;
  const MusterImportOptions *options;
  guint row;
  guint column;
  AdwPreferencesGroup *group;
  AdwEntryRow *entry;
  GtkLabel *verdict;
  GtkWidget *fix_button;
};

enum
{
  FIXED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterFixDialog, muster_fix_dialog, ADW_TYPE_DIALOG)

static const char *
get_text (MusterFixDialog *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
changed_cb (MusterFixDialog *self)
{
  g_autofree char *problem = NULL;
  const char *verdict;

  if (self->plan == NULL)
    return;
  problem = muster_import_plan_try_cell (self->plan, self->options, self->row, self->column, get_text (self));
  if (problem != NULL)
    verdict = problem;
  else
    verdict = *get_text (self) != '\0' ? _("This can be read.") : _("The cell is read as empty.");
  gtk_label_set_text (self->verdict, verdict);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_widget_set_sensitive (self->fix_button, problem == NULL);
}

static void
cancel_cb (MusterFixDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
fix_cb (MusterFixDialog *self)
{
  g_autofree char *text = g_strdup (get_text (self));

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[FIXED], 0, self->row, self->column, text);
}

static void
muster_fix_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_FIX_DIALOG);
  g_clear_pointer (&MUSTER_FIX_DIALOG (object)->plan, muster_import_plan_free);
  G_OBJECT_CLASS (muster_fix_dialog_parent_class)->dispose (object);
}

static void
muster_fix_dialog_class_init (MusterFixDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_fix_dialog_dispose;
  signals[FIXED] = g_signal_new ("fixed", MUSTER_TYPE_FIX_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-fix-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterFixDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterFixDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, MusterFixDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, MusterFixDialog, fix_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, fix_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
muster_fix_dialog_init (MusterFixDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
muster_fix_dialog_new (MusterImportPlan *plan, const MusterImportOptions *options, guint row, guint column)
{
  MusterFixDialog *self = g_object_new (MUSTER_TYPE_FIX_DIALOG, NULL);
  g_autofree const char **cells = g_new0 (const char *, muster_sheet_get_n_columns (plan->sheet));
  g_autofree char *title = g_strdup_printf (_("Fix Line %u"), muster_sheet_get_line (plan->sheet, row));
  g_autofree char *was = NULL;
  const char *fix = muster_import_options_get_fix (options, row, column);

  muster_sheet_get_row (plan->sheet, row, cells);
  was = g_strdup_printf (_("The file has “%s”. The file itself is not changed."), cells[column]);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  muster_row_group_describe (self->group, NULL, was);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->entry), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), muster_sheet_get_header (plan->sheet, column));
  self->row = row;
  self->column = column;
  self->options = options;
  self->plan = muster_import_plan_ref (plan);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), fix != NULL ? fix : cells[column]);
  changed_cb (self);
  return ADW_DIALOG (self);
}
