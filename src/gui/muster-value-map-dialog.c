/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-value-map-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-identifier.h"
#include "gui/muster-choice-factory.h"
#include "gui/muster-row-group.h"

#define MAX_VALUES 100 /* a column with more is none of roles or standing */

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

typedef struct
{
  const char *text;
  guint count;
} Value;

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

static int
compare_values_cb (gconstpointer a, gconstpointer b)
{
  const Value *first = a, *second = b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return strcmp (first->text, second->text);
}

/* Texts are those of the sheet. */
static GArray *
list_values (MusterSheet *sheet, guint column)
{
  g_autofree const char **cells = g_new0 (const char *, muster_sheet_get_n_columns (sheet));
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (Value));
  GHashTableIter iter;
  gpointer text, count;

  for (guint row = 0; row < muster_sheet_get_n_rows (sheet); row++)
    {
      muster_sheet_get_row (sheet, row, cells);
      count = g_hash_table_lookup (counts, cells[column]);
      if (count != NULL || g_hash_table_size (counts) < MAX_VALUES)
        g_hash_table_insert (counts, (gpointer) cells[column], GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &text, &count))
    if (!muster_identifier_contains_ssn (text))
      g_array_append_val (values, ((Value) { text, GPOINTER_TO_UINT (count) }));
  g_array_sort (values, compare_values_cb);
  return values;
}

/* Whether @text is understood by itself. */
static gboolean
is_understood (MusterImportField field, const char *text)
{
  MusterImportRow row = { 0 };
  gboolean good = muster_import_row_set (&row, field, text, NULL);

  muster_import_row_clear (&row);
  return good;
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
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_value (MusterValueMapDialog *self, const Value *value, GtkStringList *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row", "%'u rows", value->count), value->count);
  gboolean understood = is_understood (self->field, value->text);
  /* Translators: how many rows, and what is the matter with them */
  g_autofree char *strange = understood ? NULL : g_strdup_printf (_("%s · not understood as it stands"), rows);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value->text[0] != '\0' ? value->text : _("(empty)"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), strange != NULL ? strange : rows);
  muster_choice_factory_set_up (ADW_COMBO_ROW (row));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_choice (self, value->text));
  g_object_set_data_full (G_OBJECT (row), "value", g_strdup (value->text), g_free);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
  muster_row_group_add (self->group, row);
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
  g_autoptr (GArray) values = list_values (sheet, column);
  g_autoptr (GtkStringList) choices = NULL;

  self->options = options;
  self->field = options->fields[column];
  choices = choices_new (self->field);
  muster_row_group_describe (ADW_PREFERENCES_GROUP (self->group), muster_sheet_get_header (sheet, column),
                             self->field == MUSTER_FIELD_STATUS ? _("A file certifies nobody: what it says is kept as evidence.") : NULL);
  muster_row_group_begin (self->group);
  for (guint i = 0; i < values->len; i++)
    add_value (self, &g_array_index (values, Value, i), choices);
  muster_row_group_end (self->group);
  return ADW_DIALOG (self);
}
