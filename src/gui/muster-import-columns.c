/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-columns.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-row-group.h"

#define N_SAMPLES 3
#define ROWS_FOR_SAMPLES 50

struct _MusterImportColumns
{
  AdwBin parent_instance;

  MusterSheet *sheet;
  MusterImportOptions *options; /* the page’s */
  GtkWidget *error_box;
  GtkLabel *error_label;
  MusterRowGroup *file_group;
  MusterRowGroup *column_group;
  AdwComboRow *key_row;
  AdwComboRow *mode_row;
  AdwPreferencesGroup *constants_group;
  AdwComboRow *type_row;
  AdwEntryRow *agency_row;
  GtkStringList *fields;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportColumns, muster_import_columns, ADW_TYPE_BIN)

static GtkStringList *
fields_new (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  /* Social security numbers are no choice. */
  for (guint field = MUSTER_FIELD_IGNORE; field < MUSTER_FIELD_SSN; field++)
    gtk_string_list_append (list, muster_import_field_get_label (field));
  return list;
}

static char *
dup_samples (MusterSheet *sheet, guint column)
{
  guint n_rows = MIN (muster_sheet_get_n_rows (sheet), ROWS_FOR_SAMPLES), n = 0;
  g_autofree const char **cells = g_new0 (const char *, MAX (muster_sheet_get_n_columns (sheet), 1));
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < n_rows && n < N_SAMPLES; row++)
    {
      muster_sheet_get_row (sheet, row, cells);
      if (cells[column][0] == '\0' || strstr (text->str, cells[column]) != NULL)
        continue;
      g_string_append_printf (text, "%s%s", n++ > 0 ? " · " : "", cells[column]);
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_field (MusterImportColumns *self, MusterImportField field)
{
  for (guint i = 0; i < self->options->n_fields; i++)
    if (self->options->fields[i] == field)
      return TRUE;
  return FALSE;
}

static const char *
get_delimiter_name (char delimiter)
{
  if (delimiter == ';')
    return _("semicolon");
  if (delimiter == '\t')
    return _("tab");
  return delimiter == ',' ? _("comma") : _("another sign");
}

static void
show_file (MusterImportColumns *self)
{
  MusterSheet *sheet = self->sheet;
  guint n_rows = muster_sheet_get_n_rows (sheet), header = muster_sheet_get_header_line (sheet), ragged = muster_sheet_get_n_ragged_rows (sheet);
  g_autofree char *size = g_format_size (muster_sheet_get_file_size (sheet));
  g_autofree char *rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row", "%'u rows", n_rows), n_rows);
  g_autofree char *content = g_strdup_printf (_("%s, %s, header in line %u"), size, rows, header);
  g_autofree char *form = g_strdup_printf (_("%s, separated by: %s"), muster_sheet_get_encoding (sheet), get_delimiter_name (muster_sheet_get_delimiter (sheet)));
  g_autofree char *warning = NULL;

  muster_row_group_begin (self->file_group);
  muster_row_group_add_value (self->file_group, _("File"), muster_sheet_get_file_name (sheet));
  muster_row_group_add_value (self->file_group, _("Content"), content);
  muster_row_group_add_value (self->file_group, _("Found Out"), form);
  if (ragged > 0)
    warning = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row has more cells than the header", "%'u rows have more cells than the header", ragged), ragged);
  muster_row_group_add_value (self->file_group, _("Take Note"), warning);
  muster_row_group_end (self->file_group);
}

static void
update_constants (MusterImportColumns *self)
{
  gboolean no_type = !has_field (self, MUSTER_FIELD_TYPE), no_agency = !has_field (self, MUSTER_FIELD_AGENCY);

  gtk_widget_set_visible (GTK_WIDGET (self->type_row), no_type);
  gtk_widget_set_visible (GTK_WIDGET (self->agency_row), no_agency);
  gtk_widget_set_visible (GTK_WIDGET (self->constants_group), no_type || no_agency);
}

static void
read_choices (MusterImportColumns *self)
{
  guint type = adw_combo_row_get_selected (self->type_row);
  g_autofree char *agency = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->agency_row)));

  g_strstrip (agency);
  self->options->key = adw_combo_row_get_selected (self->key_row);
  self->options->mode = adw_combo_row_get_selected (self->mode_row);
  self->options->constants.types = type > 0 && !has_field (self, MUSTER_FIELD_TYPE) ? 1u << (type - 1) : 0;
  g_set_str (&self->options->constants.agency, agency[0] != '\0' && !has_field (self, MUSTER_FIELD_AGENCY) ? agency : NULL);
}

static void
choice_changed_cb (MusterImportColumns *self)
{
  if (self->filling || self->options == NULL)
    return;
  update_constants (self);
  read_choices (self);
  muster_import_columns_check (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
field_changed_cb (MusterImportColumns *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "column"));

  if (self->filling)
    return;
  self->options->fields[column] = adw_combo_row_get_selected (row);
  choice_changed_cb (self);
}

static GtkWidget *
column_row_new (MusterImportColumns *self, guint column)
{
  MusterImportField field = self->options->fields[column];
  GtkWidget *row = field == MUSTER_FIELD_SSN ? adw_action_row_new () : adw_combo_row_new ();
  const char *header = muster_sheet_get_header (self->sheet, column);
  g_autofree char *numbered = header[0] == '\0' ? g_strdup_printf (_("Column %u"), column + 1) : NULL;
  g_autofree char *samples = field != MUSTER_FIELD_SSN ? dup_samples (self->sheet, column) : g_strdup (_("Social security numbers are never read. Take this column out of the file."));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), numbered != NULL ? numbered : header);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), samples);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  if (field == MUSTER_FIELD_SSN)
    {
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      gtk_widget_add_css_class (row, "error");
      return row;
    }
  g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (column));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (self->fields));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), field);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
muster_import_columns_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_IMPORT_COLUMNS);
  G_OBJECT_CLASS (muster_import_columns_parent_class)->dispose (object);
}

static void
muster_import_columns_finalize (GObject *object)
{
  MusterImportColumns *self = MUSTER_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->sheet, muster_sheet_unref);
  g_clear_object (&self->fields);
  G_OBJECT_CLASS (muster_import_columns_parent_class)->finalize (object);
}

static void
muster_import_columns_class_init (MusterImportColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_import_columns_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_import_columns_finalize;
  signals[CHANGED] = g_signal_new ("changed", MUSTER_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-import-columns.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, error_box);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, error_label);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, file_group);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, column_group);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, key_row);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, mode_row);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, constants_group);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, type_row);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, agency_row);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
muster_import_columns_init (MusterImportColumns *self)
{
  g_autoptr (GtkStringList) types = gtk_string_list_new ((const char *[]) { _("Not known"), NULL });

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    gtk_string_list_append (types, muster_assister_type_get_label (1u << bit));
  adw_combo_row_set_model (self->type_row, G_LIST_MODEL (types));
  self->fields = fields_new ();
  self->filling = FALSE;
}

void
muster_import_columns_set_sheet (MusterImportColumns *self, MusterSheet *sheet, MusterImportOptions *options)
{
  g_return_if_fail (MUSTER_IS_IMPORT_COLUMNS (self));

  g_clear_pointer (&self->sheet, muster_sheet_unref);
  self->sheet = muster_sheet_ref (sheet);
  self->options = options;
  self->filling = TRUE;
  show_file (self);
  muster_row_group_begin (self->column_group);
  for (guint column = 0; column < self->options->n_fields; column++)
    muster_row_group_add (self->column_group, column_row_new (self, column));
  muster_row_group_end (self->column_group);
  adw_combo_row_set_selected (self->key_row, options->key);
  adw_combo_row_set_selected (self->mode_row, options->mode);
  self->filling = FALSE;
  choice_changed_cb (self);
}

gboolean
muster_import_columns_check (MusterImportColumns *self)
{
  g_autoptr (GError) error = NULL;
  gboolean good = muster_import_options_check (self->options, self->sheet, &error);

  muster_import_columns_show_error (self, good ? NULL : error->message);
  return good;
}

void
muster_import_columns_show_error (MusterImportColumns *self, const char *message)
{
  gtk_widget_set_visible (self->error_box, message != NULL);
  if (message == NULL || strcmp (gtk_label_get_label (self->error_label), message) == 0)
    return;
  gtk_label_set_label (self->error_label, message);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}
