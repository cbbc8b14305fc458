/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-constants.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-choice-factory.h"

struct _MusterImportConstants
{
  AdwPreferencesGroup parent_instance;

  MusterImportOptions *options; /* the page’s */
  AdwComboRow *type_row;
  AdwExpanderRow *more_row;
  AdwEntryRow *rows[MUSTER_N_FIELDS]; /* %NULL for what is no text, or cannot be the same for all */
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportConstants, muster_import_constants, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
has_column (MusterImportConstants *self, MusterImportField field)
{
  for (guint i = 0; i < self->options->n_fields; i++)
    if (self->options->fields[i] == field)
      return TRUE;
  return FALSE;
}

static void
read_text (MusterImportConstants *self, MusterImportField field)
{
  AdwEntryRow *row = self->rows[field];
  const char *text = has_column (self, field) ? "" : gtk_editable_get_text (GTK_EDITABLE (row));
  g_autoptr (GError) error = NULL;

  if (muster_import_row_set (&self->options->constants, field, text, &error))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      gtk_widget_set_tooltip_text (GTK_WIDGET (row), NULL);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  muster_import_row_set (&self->options->constants, field, "", NULL);
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), error->message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, error->message, -1);
}

static void
read_choices (MusterImportConstants *self)
{
  guint type = adw_combo_row_get_selected (self->type_row);

  self->options->constants.types = type > 0 && !has_column (self, MUSTER_FIELD_TYPE) ? 1u << (type - 1) : 0;
  for (guint field = 0; field < MUSTER_N_FIELDS; field++)
    if (self->rows[field] != NULL)
      read_text (self, field);
}

static void
changed_cb (MusterImportConstants *self)
{
  if (self->filling || self->options == NULL)
    return;
  read_choices (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_text (MusterImportConstants *self, MusterImportField field)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), muster_import_field_get_label (field));
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->rows[field] = ADW_ENTRY_ROW (row);
  if (field == MUSTER_FIELD_AGENCY)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  else
    adw_expander_row_add_row (self->more_row, row);
}

static void
muster_import_constants_class_init (MusterImportConstantsClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", MUSTER_TYPE_IMPORT_CONSTANTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_import_constants_init (MusterImportConstants *self)
{
  g_autoptr (GtkStringList) types = gtk_string_list_new ((const char *[]) { _("Not known"), NULL });

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("For Everybody in This File"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _("What the file has no column of."));
  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    gtk_string_list_append (types, muster_assister_type_get_label (1u << bit));
  self->type_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->type_row), _("Role"));
  muster_choice_factory_set_up (self->type_row);
  adw_combo_row_set_model (self->type_row, G_LIST_MODEL (types));
  g_signal_connect_object (self->type_row, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->type_row));
  self->more_row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more_row), _("More That Is the Same for All"));
  /* The list item around it has no name by itself. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more_row), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More That Is the Same for All"), -1);
  add_text (self, MUSTER_FIELD_AGENCY);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->more_row));
  for (guint field = 0; field < MUSTER_N_FIELDS; field++)
    if (muster_import_field_may_be_constant (field) && field != MUSTER_FIELD_TYPE && field != MUSTER_FIELD_AGENCY)
      add_text (self, field);
}

void
muster_import_constants_set_options (MusterImportConstants *self, MusterImportOptions *options)
{
  gboolean has_more = FALSE;

  g_return_if_fail (MUSTER_IS_IMPORT_CONSTANTS (self));
  self->options = options;
  self->filling = TRUE;
  /* g_bit_nth_lsf() gives -1 for no role, which is the first choice. */
  adw_combo_row_set_selected (self->type_row, g_bit_nth_lsf (options->constants.types, -1) + 1);
  for (guint field = 0; field < MUSTER_N_FIELDS; field++)
    {
      g_autofree char *text = self->rows[field] != NULL ? muster_import_row_dup (&options->constants, field) : NULL;

      if (self->rows[field] == NULL)
        continue;
      gtk_editable_set_text (GTK_EDITABLE (self->rows[field]), text != NULL ? text : "");
      has_more = has_more || (text != NULL && field != MUSTER_FIELD_AGENCY);
    }
  adw_expander_row_set_expanded (self->more_row, has_more);
  self->filling = FALSE;
  muster_import_constants_update (self);
}

void
muster_import_constants_update (MusterImportConstants *self)
{
  gboolean any = FALSE, any_more = FALSE;

  g_return_if_fail (MUSTER_IS_IMPORT_CONSTANTS (self));
  gtk_widget_set_visible (GTK_WIDGET (self->type_row), !has_column (self, MUSTER_FIELD_TYPE));
  any = !has_column (self, MUSTER_FIELD_TYPE);
  for (guint field = 0; field < MUSTER_N_FIELDS; field++)
    {
      gboolean missing = !has_column (self, field);

      if (self->rows[field] == NULL)
        continue;
      gtk_widget_set_visible (GTK_WIDGET (self->rows[field]), missing);
      any = any || missing;
      any_more = any_more || (missing && field != MUSTER_FIELD_AGENCY);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more_row), any_more);
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  read_choices (self);
}
