/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-fix-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-choice-factory.h"
#include "gui/muster-dialog-layout.h"
#include "gui/muster-row-group.h"

struct _MusterFixDialog
{
  AdwDialog parent_instance;

  MusterImportPlan *plan;
  const MusterImportOptions *options;
  guint row;
  guint column;
  GArray *columns; /* guint: those that can be chosen */
  AdwPreferencesGroup *group;
  AdwComboRow *cell;
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

static const MusterImportField names[] = { MUSTER_FIELD_NAME, MUSTER_FIELD_FAMILY_NAME, MUSTER_FIELD_GIVEN_NAME };
static const MusterImportField identifiers[] = { MUSTER_FIELD_NPN, MUSTER_FIELD_ASSISTER_ID, MUSTER_FIELD_TRAINING_ID, MUSTER_FIELD_ADMIN_ID, MUSTER_FIELD_EMAIL };

static char *
dup_title (const MusterImportPlan *plan, guint column)
{
  const char *header = muster_sheet_get_header (plan->sheet, column);

  return *header != '\0' ? g_strdup (header) : g_strdup_printf (_("Column %u"), column + 1);
}

/* The first column taken for one of @fields whose cell is filled, or empty; -1: there is none. */
static int
find_cell (const MusterImportOptions *options, const char *const *cells, const MusterImportField *fields, guint n, gboolean filled)
{
  for (guint i = 0; i < n; i++)
    for (guint column = 0; column < options->n_fields; column++)
      if (options->fields[column] == fields[i] && (*cells[column] != '\0') == filled)
        return column;
  return -1;
}

/* Where what is the matter with the whole row is most likely put right: where the name lacks, else by what the person is known. */
static guint
choose_column (MusterFixDialog *self)
{
  g_autofree const char **cells = g_new0 (const char *, self->options->n_fields);
  int column;

  muster_import_options_get_row (self->options, self->plan->sheet, self->row, cells);
  column = find_cell (self->options, cells, names, G_N_ELEMENTS (names), TRUE) < 0 ? find_cell (self->options, cells, names, G_N_ELEMENTS (names), FALSE) : -1;
  if (column < 0)
    column = find_cell (self->options, cells, identifiers, G_N_ELEMENTS (identifiers), TRUE);
  if (column < 0)
    column = find_cell (self->options, cells, identifiers, G_N_ELEMENTS (identifiers), FALSE);
  return MAX (column, 0);
}

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
show_cell (MusterFixDialog *self)
{
  g_autofree const char **cells = g_new0 (const char *, muster_sheet_get_n_columns (self->plan->sheet));
  const char *fix = muster_import_options_get_fix (self->options, self->row, self->column);
  g_autofree char *title = dup_title (self->plan, self->column);
  g_autofree char *was = NULL, *name = muster_import_plan_dup_name (self->plan, self->row);

  muster_sheet_get_row (self->plan->sheet, self->row, cells);
  was = g_strdup_printf (_("The file has “%s”. The file itself is not changed."), cells[self->column]);
  /* Whose row it is: nobody knows the lines of a file by heart. */
  muster_row_group_describe (self->group, name, was);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), title);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), fix != NULL ? fix : cells[self->column]);
  changed_cb (self);
}

static void
chosen_cb (MusterFixDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->cell);

  if (self->plan == NULL || chosen >= self->columns->len || g_array_index (self->columns, guint, chosen) == self->column)
    return;
  self->column = g_array_index (self->columns, guint, chosen);
  show_cell (self);
}

/* The cells that are read at all, and the one that something was said about. */
static void
offer_cells (MusterFixDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint column = 0; column < self->options->n_fields; column++)
    {
      if (self->options->fields[column] == MUSTER_FIELD_IGNORE && column != self->column)
        continue;
      if (column == self->column)
        chosen = self->columns->len;
      g_array_append_val (self->columns, column);
      gtk_string_list_take (titles, dup_title (self->plan, column));
    }
  adw_combo_row_set_model (self->cell, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->cell, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->cell), self->columns->len > 1);
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
  g_clear_pointer (&MUSTER_FIX_DIALOG (object)->columns, g_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, MusterFixDialog, cell);
  gtk_widget_class_bind_template_child (widget_class, MusterFixDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, MusterFixDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, MusterFixDialog, fix_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, fix_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
muster_fix_dialog_init (MusterFixDialog *self)
{
  g_type_ensure (MUSTER_TYPE_DIALOG_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_choice_factory_set_up (self->cell);
}

AdwDialog *
muster_fix_dialog_new (MusterImportPlan *plan, const MusterImportOptions *options, guint row, int column)
{
  MusterFixDialog *self = g_object_new (MUSTER_TYPE_FIX_DIALOG, NULL);
  g_autofree char *title = g_strdup_printf (_("Fix Line %u"), muster_sheet_get_line (plan->sheet, row));

  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->entry), FALSE);
  self->row = row;
  self->options = options;
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->plan = muster_import_plan_ref (plan);
  self->column = column >= 0 ? (guint) column : choose_column (self);
  offer_cells (self);
  show_cell (self);
  return ADW_DIALOG (self);
}
