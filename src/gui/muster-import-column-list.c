/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-column-list.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-choice-factory.h"
#include "gui/muster-value-map-dialog.h"
#include "operations/muster-import-values.h"

struct _MusterImportColumnList
{
  GObject parent_instance;

  MusterRowGroup *group;
  MusterSheet *sheet;
  MusterImportOptions *options; /* the page’s */
  GtkStringList *fields;
  GtkStringList *orders;
  guint8 *asked;    /* per column: what was asked when the rows were made */
  GArray **values;  /* per column: its texts, if it was asked what they mean; else %NULL */
  guint n_columns;
  guint rebuild_id; /* the rows are made anew when the one that was chosen from is done with it */
};

/* What is asked about a column. */
enum
{
  ASK_ORDER = 1 << 0,
  ASK_VALUES = 1 << 1,
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportColumnList, muster_import_column_list, G_TYPE_OBJECT)

static char *
dup_header (MusterImportColumnList *self, guint column)
{
  const char *header = muster_sheet_get_header (self->sheet, column);

  return header[0] != '\0' ? g_strdup (header) : g_strdup_printf (_("Column %u"), column + 1);
}

/* Neither 0 nor 100 is said of what is not. */
static guint
get_percentage (const MusterColumnFacts *facts)
{
  guint percentage = facts->n_rows > 0 ? (guint) ((guint64) facts->n_filled * 100 / facts->n_rows) : 0;

  return facts->n_filled > 0 ? MAX (percentage, 1) : percentage;
}

static char *
dup_content (const MusterColumnFacts *facts)
{
  GString *text = g_string_new (NULL);

  if (facts->n_filled == 0)
    return g_strdup (_("empty"));
  /* Translators: how much of a column holds anything. */
  g_string_append_printf (text, _("filled %u %%"), get_percentage (facts));
  for (guint i = 0; i < MUSTER_N_SAMPLES && facts->samples[i] != NULL; i++)
    g_string_append_printf (text, " · %s", facts->samples[i]);
  return g_string_free_and_steal (text);
}

static guint8
find_asked (MusterImportColumnList *self, guint column)
{
  MusterImportField field = self->options->fields[column];
  g_autofree char *question = NULL;

  if (field == MUSTER_FIELD_TYPE || field == MUSTER_FIELD_STATUS)
    return ASK_VALUES;
  if (!muster_import_field_is_date (field))
    return 0;
  if (self->options->date_orders[column] != MUSTER_DATE_ORDER_UNKNOWN)
    return ASK_ORDER;
  question = muster_import_options_dup_date_question (self->options, self->sheet, column);
  return question != NULL ? ASK_ORDER : 0;
}

static guint
get_column (gpointer row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "column"));
}

/* Nothing goes on until somebody has answered. */
static void
update_order (MusterImportColumnList *self, GtkWidget *row)
{
  gboolean waits = self->options->date_orders[get_column (row)] == MUSTER_DATE_ORDER_UNKNOWN;

  muster_row_mark (ADW_ACTION_ROW (row), waits ? "dialog-question-symbolic" : NULL, "accent");
  if (waits)
    gtk_widget_add_css_class (row, "muster-asked");
  else
    gtk_widget_remove_css_class (row, "muster-asked");
}

static guint
count_strange (MusterImportColumnList *self, guint column)
{
  guint n = 0;

  if (self->values[column] == NULL)
    self->values[column] = muster_import_values_list (self->sheet, column);
  for (guint i = 0; i < self->values[column]->len; i++)
    n += !muster_import_value_is_understood (self->options, self->options->fields[column], g_array_index (self->values[column], MusterImportValue, i).text);
  return n;
}

static void
update_values (MusterImportColumnList *self, GtkWidget *row)
{
  guint n = count_strange (self, get_column (row));
  g_autofree char *subtitle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u value is not understood", "%'u values are not understood", n), n);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), n > 0 ? subtitle : "");
  muster_row_mark (ADW_ACTION_ROW (row), n > 0 ? "dialog-warning-symbolic" : NULL, "warning");
}

/* What was asked may be answered by now, or not any more. */
static void
update_marks (MusterImportColumnList *self)
{
  for (guint i = 0; i < muster_row_group_get_n_rows (self->group); i++)
    {
      GtkWidget *row = muster_row_group_get_row (self->group, i);
      guint asks = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "asks"));

      if (asks == ASK_ORDER)
        update_order (self, row);
      else if (asks == ASK_VALUES && find_asked (self, get_column (row)) == ASK_VALUES)
        update_values (self, row);
    }
}

static void show_columns (MusterImportColumnList *self);

static gboolean
rebuild_cb (gpointer data)
{
  MusterImportColumnList *self = data;

  self->rebuild_id = 0;
  show_columns (self);
  return G_SOURCE_REMOVE;
}

static void
changed (MusterImportColumnList *self)
{
  gboolean same = TRUE;

  for (guint column = 0; column < self->options->n_fields && same; column++)
    same = self->asked[column] == find_asked (self, column);
  if (!same && self->rebuild_id == 0)
    self->rebuild_id = g_idle_add (rebuild_cb, self);
  update_marks (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
field_changed_cb (MusterImportColumnList *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint column = get_column (row);

  self->options->fields[column] = adw_combo_row_get_selected (row);
  changed (self);
}

static void
order_changed_cb (MusterImportColumnList *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint column = get_column (row);

  self->options->date_orders[column] = adw_combo_row_get_selected (row);
  changed (self);
}

static void
values_changed_cb (MusterImportColumnList *self)
{
  update_marks (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
values_cb (MusterImportColumnList *self, AdwActionRow *row)
{
  AdwDialog *dialog = muster_value_map_dialog_new (self->sheet, self->options, get_column (row));

  g_signal_connect_object (dialog, "changed", G_CALLBACK (values_changed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self->group));
}

static GtkWidget *
row_new (GType type, guint column, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (type, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL);

  g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (column));
  return row;
}

/* A row that asks something. */
static GtkWidget *
question_new (GType type, guint column, const char *title, guint asks)
{
  GtkWidget *row = row_new (type, column, title, NULL);

  g_object_set_data (G_OBJECT (row), "asks", GUINT_TO_POINTER (asks));
  return row;
}

static void
add_column (MusterImportColumnList *self, guint column)
{
  MusterImportField field = self->options->fields[column];
  g_autofree char *header = dup_header (self, column);
  g_autofree char *content = NULL;
  GtkWidget *row;

  if (field == MUSTER_FIELD_SSN)
    {
      row = row_new (ADW_TYPE_ACTION_ROW, column, header, _("Social security numbers are never read. Take this column out of the file."));
      gtk_widget_add_css_class (row, "error");
      muster_row_group_add (self->group, row);
      return;
    }
  content = dup_content (muster_import_options_get_facts (self->options, column));
  row = row_new (ADW_TYPE_COMBO_ROW, column, header, content);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  muster_choice_factory_set_up (ADW_COMBO_ROW (row));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (self->fields));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), field);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  muster_row_group_add (self->group, row);
}

static void
add_order (MusterImportColumnList *self, guint column)
{
  g_autofree char *header = dup_header (self, column);
  /* Translators: a question about the days in a column, by its header */
  g_autofree char *title = g_strdup_printf (_("What Comes First in “%s”?"), header);
  g_autofree char *evidence = muster_import_options_dup_date_question (self->options, self->sheet, column);
  GtkWidget *row = question_new (ADW_TYPE_COMBO_ROW, column, title, ASK_ORDER);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), evidence != NULL ? evidence : _("Its days could be read in two ways."));
  muster_choice_factory_set_up (ADW_COMBO_ROW (row));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (self->orders));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), self->options->date_orders[column]);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (order_changed_cb), self, G_CONNECT_SWAPPED);
  update_order (self, row);
  muster_row_group_add (self->group, row);
}

static void
add_values (MusterImportColumnList *self, guint column)
{
  g_autofree char *header = dup_header (self, column);
  /* Translators: of a column, by its header */
  g_autofree char *title = g_strdup_printf (_("What the Values of “%s” Mean…"), header);
  GtkWidget *row = question_new (ADW_TYPE_ACTION_ROW, column, title, ASK_VALUES);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (values_cb), self, G_CONNECT_SWAPPED);
  update_values (self, row);
  muster_row_group_add (self->group, row);
}

static void
show_columns (MusterImportColumnList *self)
{
  muster_row_group_begin (self->group);
  for (guint column = 0; column < self->options->n_fields; column++)
    {
      self->asked[column] = find_asked (self, column);
      add_column (self, column);
      if ((self->asked[column] & ASK_ORDER) != 0)
        add_order (self, column);
      if ((self->asked[column] & ASK_VALUES) != 0)
        add_values (self, column);
    }
  muster_row_group_end (self->group);
}

static void
clear_columns (MusterImportColumnList *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&self->values[i], g_array_unref);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->asked, g_free);
  self->n_columns = 0;
}

static void
muster_import_column_list_finalize (GObject *object)
{
  MusterImportColumnList *self = MUSTER_IMPORT_COLUMN_LIST (object);

  clear_columns (self);
  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_pointer (&self->sheet, muster_sheet_unref);
  g_object_unref (self->fields);
  g_object_unref (self->orders);
  G_OBJECT_CLASS (muster_import_column_list_parent_class)->finalize (object);
}

static void
muster_import_column_list_class_init (MusterImportColumnListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_import_column_list_finalize;
  signals[CHANGED] = g_signal_new ("changed", MUSTER_TYPE_IMPORT_COLUMN_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_import_column_list_init (MusterImportColumnList *self)
{
  self->fields = gtk_string_list_new (NULL);
  /* Social security numbers are no choice. */
  for (guint field = MUSTER_FIELD_IGNORE; field < MUSTER_FIELD_SSN; field++)
    gtk_string_list_append (self->fields, muster_import_field_get_label (field));
  self->orders = gtk_string_list_new ((const char *[]) { _("Not said yet"), _("The month"), _("The day"), NULL });
}

MusterImportColumnList *
muster_import_column_list_new (MusterRowGroup *group)
{
  MusterImportColumnList *self = g_object_new (MUSTER_TYPE_IMPORT_COLUMN_LIST, NULL);

  self->group = group;
  return self;
}

void
muster_import_column_list_set_sheet (MusterImportColumnList *self, MusterSheet *sheet, MusterImportOptions *options)
{
  g_return_if_fail (MUSTER_IS_IMPORT_COLUMN_LIST (self));
  muster_sheet_ref (sheet);
  g_clear_pointer (&self->sheet, muster_sheet_unref);
  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  self->sheet = sheet;
  self->options = options;
  clear_columns (self);
  self->n_columns = options->n_fields;
  self->asked = g_new0 (guint8, self->n_columns);
  self->values = g_new0 (GArray *, self->n_columns);
  show_columns (self);
}

gboolean
muster_import_column_list_focus_question (MusterImportColumnList *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_COLUMN_LIST (self), FALSE);
  for (guint i = 0; i < muster_row_group_get_n_rows (self->group); i++)
    {
      GtkWidget *row = muster_row_group_get_row (self->group, i);

      if (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "asks")) == ASK_ORDER && gtk_widget_has_css_class (row, "muster-asked"))
        return gtk_widget_grab_focus (row);
    }
  return FALSE;
}
