/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-reading.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-choice-factory.h"
#include "gui/muster-row-group.h"

struct _MusterImportReadingDialog
{
  AdwDialog parent_instance;

  MusterSheet *sheet;
  MusterSheetChoices *choices; /* as they were */
  AdwComboRow *sheet_row;
  AdwComboRow *encoding_row;
  AdwComboRow *delimiter_row;
  GtkWidget *form_group;
  MusterRowGroup *header_group;
  guint chosen; /* line of the header; 0: there is none */
  guint chosen_at_first;
};

enum
{
  CHOICES,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportReadingDialog, muster_import_reading, ADW_TYPE_DIALOG)

static void
fill_sheets (MusterImportReadingDialog *self)
{
  const char *const *names = muster_sheet_get_sheet_names (self->sheet);
  const char *name = muster_sheet_get_sheet_name (self->sheet);
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), names != NULL);
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (list));
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (g_strcmp0 (names[i], name) == 0)
      adw_combo_row_set_selected (self->sheet_row, i);
}

/* The first choice is to find it out, with what that gave. */
static char *
dup_found_out (const char *found, gboolean was_chosen)
{
  /* Translators: a choice; what was detected about the file: “UTF-8 (detected)” */
  return was_chosen ? g_strdup (_("Detect")) : g_strdup_printf (_("%s (detected)"), found);
}

static void
fill_encodings (MusterImportReadingDialog *self)
{
  const char *const *encodings = muster_sheet_choices_get_encodings ();
  g_autofree char *first = dup_found_out (muster_sheet_get_encoding (self->sheet), self->choices->encoding != NULL);
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *[]) { first, NULL });
  gboolean is_file = muster_sheet_get_delimiter (self->sheet) != '\0' && strcmp (muster_sheet_get_kind (self->sheet), "text") != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->encoding_row), is_file);
  if (is_file)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->form_group), _("If accents look wrong, it is another encoding."));
  for (guint i = 0; encodings[i] != NULL; i++)
    gtk_string_list_append (list, encodings[i]);
  adw_combo_row_set_model (self->encoding_row, G_LIST_MODEL (list));
  for (guint i = 0; encodings[i] != NULL; i++)
    if (g_strcmp0 (encodings[i], self->choices->encoding) == 0)
      adw_combo_row_set_selected (self->encoding_row, i + 1);
}

static void
fill_delimiters (MusterImportReadingDialog *self)
{
  const char *delimiters = muster_sheet_choices_get_delimiters ();
  const char *found = muster_import_reading_get_delimiter_name (muster_sheet_get_delimiter (self->sheet));
  g_autofree char *first = dup_found_out (found, self->choices->delimiter != '\0');
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *[]) { first, NULL });

  gtk_widget_set_visible (GTK_WIDGET (self->delimiter_row), muster_sheet_get_delimiter (self->sheet) != '\0');
  for (guint i = 0; delimiters[i] != '\0'; i++)
    gtk_string_list_append (list, muster_import_reading_get_delimiter_name (delimiters[i]));
  adw_combo_row_set_model (self->delimiter_row, G_LIST_MODEL (list));
  for (guint i = 0; delimiters[i] != '\0'; i++)
    if (delimiters[i] == self->choices->delimiter)
      adw_combo_row_set_selected (self->delimiter_row, i + 1);
}

static void
toggled_cb (MusterImportReadingDialog *self, GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    self->chosen = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "line"));
}

static GtkWidget *
add_place (MusterImportReadingDialog *self, guint line, const char *title, const char *subtitle, GtkWidget *group)
{
  GtkWidget *button = gtk_check_button_new ();
  AdwActionRow *row = muster_row_group_add_text (self->header_group, title, subtitle);

  adw_action_row_set_subtitle_lines (row, 3);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (group));
  g_object_set_data (G_OBJECT (button), "line", GUINT_TO_POINTER (line));
  adw_action_row_add_prefix (row, button);
  adw_action_row_set_activatable_widget (row, button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), line == self->chosen);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
fill_places (MusterImportReadingDialog *self)
{
  GtkWidget *first;

  muster_row_group_begin (self->header_group);
  first = add_place (self, 0, _("The File Has No Header"), _("Its columns are called “Column A” and so on, and every line is a row."), NULL);
  for (guint i = 0; i < muster_sheet_get_n_top_rows (self->sheet); i++)
    {
      guint line;
      const char *const *cells = muster_sheet_get_top_row (self->sheet, i, &line);
      g_autofree char *title = g_strdup_printf (_("Line %u"), line);
      g_autofree char *text = g_strjoinv (" · ", (char **) cells);

      if (cells[0] != NULL)
        add_place (self, line, title, text, first);
    }
  muster_row_group_end (self->header_group);
}

static void
read_header (MusterImportReadingDialog *self, MusterSheetChoices *choices)
{
  gboolean is_other_sheet = g_strcmp0 (choices->sheet_name, self->choices->sheet_name) != 0;

  choices->has_no_header = self->chosen == 0;
  if (self->chosen == self->chosen_at_first)
    choices->header_line = is_other_sheet ? 0 : self->choices->header_line;
  else
    choices->header_line = self->chosen;
}

static void
cancel_cb (MusterImportReadingDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
read_cb (MusterImportReadingDialog *self)
{
  g_autoptr (MusterSheetChoices) choices = muster_sheet_choices_new ();
  guint encoding = adw_combo_row_get_selected (self->encoding_row), delimiter = adw_combo_row_get_selected (self->delimiter_row);
  const char *const *names = muster_sheet_get_sheet_names (self->sheet);

  if (encoding > 0 && encoding != GTK_INVALID_LIST_POSITION)
    choices->encoding = g_strdup (muster_sheet_choices_get_encodings ()[encoding - 1]);
  if (delimiter > 0 && delimiter != GTK_INVALID_LIST_POSITION)
    choices->delimiter = muster_sheet_choices_get_delimiters ()[delimiter - 1];
  if (names != NULL && adw_combo_row_get_selected (self->sheet_row) != GTK_INVALID_LIST_POSITION)
    choices->sheet_name = g_strdup (names[adw_combo_row_get_selected (self->sheet_row)]);
  read_header (self, choices);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CHOICES], 0, choices);
}

static void
muster_import_reading_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_IMPORT_READING);
  G_OBJECT_CLASS (muster_import_reading_parent_class)->dispose (object);
}

static void
muster_import_reading_finalize (GObject *object)
{
  MusterImportReadingDialog *self = MUSTER_IMPORT_READING (object);

  g_clear_pointer (&self->sheet, muster_sheet_unref);
  g_clear_pointer (&self->choices, muster_sheet_choices_free);
  G_OBJECT_CLASS (muster_import_reading_parent_class)->finalize (object);
}

static void
muster_import_reading_class_init (MusterImportReadingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_import_reading_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_import_reading_finalize;
  signals[CHOICES] = g_signal_new ("choices", MUSTER_TYPE_IMPORT_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-import-reading.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportReadingDialog, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, MusterImportReadingDialog, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, MusterImportReadingDialog, delimiter_row);
  gtk_widget_class_bind_template_child (widget_class, MusterImportReadingDialog, form_group);
  gtk_widget_class_bind_template_child (widget_class, MusterImportReadingDialog, header_group);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_cb);
}

static void
muster_import_reading_init (MusterImportReadingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_choice_factory_set_up (self->sheet_row);
  muster_choice_factory_set_up (self->encoding_row);
  muster_choice_factory_set_up (self->delimiter_row);
}

AdwDialog *
muster_import_reading_new (MusterSheet *sheet, const MusterSheetChoices *choices)
{
  MusterImportReadingDialog *self = g_object_new (MUSTER_TYPE_IMPORT_READING, NULL);

  self->sheet = muster_sheet_ref (sheet);
  self->choices = choices != NULL ? muster_sheet_choices_copy (choices) : muster_sheet_choices_new ();
  if (self->choices->sheet_name == NULL)
    self->choices->sheet_name = g_strdup (muster_sheet_get_sheet_name (sheet));
  self->chosen = self->chosen_at_first = muster_sheet_get_header_line (sheet);
  fill_sheets (self);
  fill_encodings (self);
  fill_delimiters (self);
  fill_places (self);
  gtk_widget_set_visible (self->form_group, muster_sheet_get_sheet_names (sheet) != NULL || muster_sheet_get_delimiter (sheet) != '\0');
  return ADW_DIALOG (self);
}

const char *
muster_import_reading_get_delimiter_name (char delimiter)
{
  switch (delimiter)
    {
    case ',':
      return _("comma");
    case ';':
      return _("semicolon");
    case '\t':
      return _("tab");
    case '|':
      return _("vertical bar");
    default:
      return _("another sign");
    }
}
