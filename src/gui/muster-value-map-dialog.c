/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-value-map-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-choice-factory.h"
#include "gui/muster-row-group.h"
#include "operations/muster-import-values.h"

struct _MusterValueMapDialog
{
  AdwDialog parent_instance;

  MusterRowGroup *group;
  MusterImportOptions *options; /* the page’s */
  MusterImportField field;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterValueMapDialog, muster_value_map_dialog, ADW_TYPE_DIALOG)

/* What a value can mean; the first is that it stands as it is, the last that it says nothing. */
static const char *const role_texts[] = { NULL, "broker", "navigator", "cac", "support-staff", "" };
static const char *const status_texts[] = { NULL, "Certified", "Not certified", "" };

static const char *const *
get_texts (MusterImportField field, guint *n)
{
  *n = field == MUSTER_FIELD_TYPE ? G_N_ELEMENTS (role_texts) : G_N_ELEMENTS (status_texts);
  return field == MUSTER_FIELD_TYPE ? role_texts : status_texts;
}

static GtkStringList *
choices_new (MusterImportField field)
{
  GtkStringList *list = gtk_string_list_new ((const char *[]) { _("As it stands"), NULL });

  if (field == MUSTER_FIELD_TYPE)
    for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
      gtk_string_list_append (list, muster_assister_type_get_label (1u << bit));
  else
    {
      gtk_string_list_append (list, _("Certified"));
      gtk_string_list_append (list, _("Not certified"));
    }
  gtk_string_list_append (list, _("Nothing"));
  return list;
}

static guint
find_choice (MusterValueMapDialog *self, const char *from)
{
  guint n;
  const char *const *texts = get_texts (self->field, &n);
  const char *to = NULL;

  if (!muster_value_map_lookup (self->options->values, self->field, from, &to))
    return 0;
  for (guint i = 1; i < n; i++)
    if (strcmp (texts[i], to != NULL ? to : "") == 0)
      return i;
  return 0;
}

/* What the value is as it stands, for as long as nobody has said what it means. */
static void
show_value (MusterValueMapDialog *self, GtkWidget *row)
{
  const char *text = g_object_get_data (G_OBJECT (row), "value");
  guint count = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "count"));
  g_autofree char *rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row", "%'u rows", count), count);
  /* Translators: how many rows, and what is the matter with them */
  g_autofree char *strange = g_strdup_printf (_("%s · not understood as it stands"), rows);
  gboolean understood = muster_import_value_is_understood (self->options, self->field, text);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), understood ? rows : strange);
  muster_row_mark (ADW_ACTION_ROW (row), understood ? NULL : "dialog-warning-symbolic", "warning");
}

static void
choice_cb (MusterValueMapDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
  const char *from = g_object_get_data (G_OBJECT (row), "value");
  guint n, chosen = adw_combo_row_get_selected (row);
  const char *const *texts = get_texts (self->field, &n);

  if (chosen == 0)
    muster_value_map_unset (self->options->values, self->field, from);
  else if (chosen < n)
    muster_value_map_set (self->options->values, self->field, from, texts[chosen]);
  show_value (self, GTK_WIDGET (row));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_value (MusterValueMapDialog *self, const MusterImportValue *value, GtkStringList *choices)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value->text[0] != '\0' ? value->text : _("(empty)"));
  muster_choice_factory_set_up (ADW_COMBO_ROW (row));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_choice (self, value->text));
  g_object_set_data (G_OBJECT (row), "count", GUINT_TO_POINTER (value->count));
  g_object_set_data_full (G_OBJECT (row), "value", g_strdup (value->text), g_free);
  show_value (self, row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
  muster_row_group_add (self->group, row);
}

/* Those that are not understood by themselves come first: they are why somebody is here. */
static void
add_values (MusterValueMapDialog *self, GArray *values, gboolean plain, GtkStringList *choices)
{
  for (guint i = 0; i < values->len; i++)
    if (muster_import_value_is_plain (self->field, g_array_index (values, MusterImportValue, i).text) == plain)
      add_value (self, &g_array_index (values, MusterImportValue, i), choices);
}

static void
muster_value_map_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_VALUE_MAP_DIALOG);
  G_OBJECT_CLASS (muster_value_map_dialog_parent_class)->dispose (object);
}

static void
muster_value_map_dialog_class_init (MusterValueMapDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_value_map_dialog_dispose;
  signals[CHANGED] = g_signal_new ("changed", MUSTER_TYPE_VALUE_MAP_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-value-map-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterValueMapDialog, group);
}

static void
muster_value_map_dialog_init (MusterValueMapDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
muster_value_map_dialog_new (MusterSheet *sheet, MusterImportOptions *options, guint column)
{
  MusterValueMapDialog *self = g_object_new (MUSTER_TYPE_VALUE_MAP_DIALOG, NULL);
  g_autoptr (GArray) values = muster_import_values_list (sheet, column);
  g_autoptr (GtkStringList) choices = NULL;

  self->options = options;
  self->field = options->fields[column];
  choices = choices_new (self->field);
  muster_row_group_describe (ADW_PREFERENCES_GROUP (self->group), muster_sheet_get_header (sheet, column),
                             self->field == MUSTER_FIELD_STATUS ? _("A file certifies nobody: what it says is kept as evidence.") : NULL);
  muster_row_group_begin (self->group);
  add_values (self, values, FALSE, choices);
  add_values (self, values, TRUE, choices);
  muster_row_group_end (self->group);
  return ADW_DIALOG (self);
}
