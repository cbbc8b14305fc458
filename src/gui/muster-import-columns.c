/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-columns.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-import-names.h"
#include "gui/muster-choice-factory.h"
#include "gui/muster-import-column-list.h"
#include "gui/muster-import-constants.h"
#include "gui/muster-import-reading.h"
#include "gui/muster-import-sender.h"

struct _MusterImportColumns
{
  AdwBin parent_instance;

  MusterSheet *sheet;
  MusterImportOptions *options; /* the page’s */
  MusterSheetChoices *choices;  /* (nullable) */
  GtkWidget *notice_box;
  GtkImage *notice_image;
  GtkLabel *notice_label;
  GtkWidget *question_button;
  MusterRowGroup *file_group;
  MusterRowGroup *column_group;
  AdwComboRow *key_row;
  AdwComboRow *mode_row;
  MusterImportSender *sender;
  MusterImportConstants *constants;
  MusterImportColumnList *list;
  gboolean filling;
};

enum
{
  CHANGED,
  REREAD,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportColumns, muster_import_columns, ADW_TYPE_BIN)

/* What stands above the columns: what is wrong, what is asked, what to think of. */
typedef enum
{
  NOTICE_ERROR,
  NOTICE_QUESTION,
  NOTICE_WARNING,
} Notice;

static const struct
{
  const char *css_class;
  const char *icon_name;
} notices[] = {
  [NOTICE_ERROR] = { "error", "dialog-warning-symbolic" },
  [NOTICE_QUESTION] = { "accent", "dialog-question-symbolic" },
  [NOTICE_WARNING] = { "warning", "dialog-warning-symbolic" },
};

static void
show_notice (MusterImportColumns *self, const char *message, Notice notice)
{
  gtk_widget_set_visible (self->notice_box, message != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    gtk_widget_remove_css_class (self->notice_box, notices[i].css_class);
  gtk_widget_add_css_class (self->notice_box, notices[notice].css_class);
  gtk_image_set_from_icon_name (self->notice_image, notices[notice].icon_name);
  gtk_widget_set_visible (self->question_button, message != NULL && notice == NOTICE_QUESTION);
  if (message == NULL || strcmp (gtk_label_get_label (self->notice_label), message) == 0)
    return;
  gtk_label_set_label (self->notice_label, message);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), message, notice == NOTICE_ERROR ? GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH : GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static char *
dup_form (MusterSheet *sheet)
{
  if (muster_sheet_get_sheet_name (sheet) != NULL)
    return g_strdup_printf (_("workbook, sheet “%s”"), muster_sheet_get_sheet_name (sheet));
  return g_strdup_printf (_("%s, separated by: %s"), muster_sheet_get_encoding (sheet), muster_import_reading_get_delimiter_name (muster_sheet_get_delimiter (sheet)));
}

static char *
dup_content (MusterSheet *sheet)
{
  guint n_rows = muster_sheet_get_n_rows (sheet), header = muster_sheet_get_header_line (sheet);
  g_autofree char *size = g_format_size (muster_sheet_get_file_size (sheet));
  g_autofree char *rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row", "%'u rows", n_rows), n_rows);

  if (header == 0)
    return g_strdup_printf (_("%s, %s, no header"), size, rows);
  return g_strdup_printf (_("%s, %s, header in line %u"), size, rows, header);
}

static void
reread_cb (MusterImportColumns *self, const MusterSheetChoices *choices)
{
  g_signal_emit (self, signals[REREAD], 0, choices);
}

static void
reading_cb (MusterImportColumns *self)
{
  AdwDialog *dialog = muster_import_reading_new (self->sheet, self->choices);

  g_signal_connect_object (dialog, "choices", G_CALLBACK (reread_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_reading (MusterImportColumns *self)
{
  AdwActionRow *row = muster_row_group_add_text (self->file_group, _("How the File Is Read…"), _("Header, encoding, separator or sheet, if one was detected wrongly"));

  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (reading_cb), self, G_CONNECT_SWAPPED);
}

static void
show_file (MusterImportColumns *self)
{
  guint ragged = muster_sheet_get_n_ragged_rows (self->sheet);
  g_autofree char *content = dup_content (self->sheet);
  g_autofree char *form = dup_form (self->sheet);
  g_autofree char *warning = NULL, *doubt = NULL;

  muster_row_group_begin (self->file_group);
  muster_row_group_add_value (self->file_group, _("File"), muster_sheet_get_file_name (self->sheet));
  muster_row_group_add_value (self->file_group, _("Content"), content);
  muster_row_group_add_value (self->file_group, _("Detected"), form);
  if (ragged > 0)
    warning = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row has more cells than the header", "%'u rows have more cells than the header", ragged), ragged);
  muster_row_group_add_value (self->file_group, _("Note"), warning);
  if (muster_sheet_get_likely_encoding (self->sheet) != NULL)
    doubt = g_strdup_printf (_("Odd signs stand within words: this looks like %s. Choose it under “How the File Is Read…” if names are wrong."), muster_sheet_get_likely_encoding (self->sheet));
  muster_row_group_add_value (self->file_group, _("Encoding"), doubt);
  add_reading (self);
  muster_row_group_end (self->file_group);
}

static void
columns_changed_cb (MusterImportColumns *self)
{
  muster_import_constants_update (self->constants);
  muster_import_columns_check (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
question_cb (MusterImportColumns *self)
{
  muster_import_column_list_focus_question (self->list);
}

static void
choice_changed_cb (MusterImportColumns *self)
{
  if (self->filling || self->options == NULL)
    return;
  self->options->key = adw_combo_row_get_selected (self->key_row);
  self->options->mode = adw_combo_row_get_selected (self->mode_row);
  muster_import_columns_check (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_options (MusterImportColumns *self)
{
  self->filling = TRUE;
  muster_import_column_list_set_sheet (self->list, self->sheet, self->options);
  muster_import_constants_set_options (self->constants, self->options);
  adw_combo_row_set_selected (self->key_row, self->options->key);
  adw_combo_row_set_selected (self->mode_row, self->options->mode);
  self->filling = FALSE;
  choice_changed_cb (self);
}

static void
read_as_cb (MusterImportColumns *self)
{
  show_options (self);
}

static void
muster_import_columns_dispose (GObject *object)
{
  g_clear_object (&MUSTER_IMPORT_COLUMNS (object)->list);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_IMPORT_COLUMNS);
  G_OBJECT_CLASS (muster_import_columns_parent_class)->dispose (object);
}

static void
muster_import_columns_finalize (GObject *object)
{
  MusterImportColumns *self = MUSTER_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->sheet, muster_sheet_unref);
  g_clear_pointer (&self->choices, muster_sheet_choices_free);
  G_OBJECT_CLASS (muster_import_columns_parent_class)->finalize (object);
}

static void
muster_import_columns_class_init (MusterImportColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_import_columns_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_import_columns_finalize;
  signals[CHANGED] = g_signal_new ("changed", MUSTER_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REREAD] = g_signal_new ("reread", MUSTER_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  g_type_ensure (MUSTER_TYPE_IMPORT_SENDER);
  g_type_ensure (MUSTER_TYPE_IMPORT_CONSTANTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-import-columns.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, notice_box);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, notice_image);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, notice_label);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, question_button);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, file_group);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, column_group);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, key_row);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, mode_row);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, sender);
  gtk_widget_class_bind_template_child (widget_class, MusterImportColumns, constants);
  gtk_widget_class_bind_template_callback (widget_class, question_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_as_cb);
}

static void
muster_import_columns_init (MusterImportColumns *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_choice_factory_set_up (self->key_row);
  muster_choice_factory_set_up (self->mode_row);
  self->list = muster_import_column_list_new (self->column_group);
  g_signal_connect_object (self->list, "changed", G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
  self->filling = FALSE;
}

void
muster_import_columns_set_sheet (MusterImportColumns *self, MusterSheet *sheet, const MusterSheetChoices *choices, MusterImportOptions *options, GPtrArray *profiles)
{
  g_return_if_fail (MUSTER_IS_IMPORT_COLUMNS (self));

  muster_sheet_ref (sheet);
  g_clear_pointer (&self->sheet, muster_sheet_unref);
  self->sheet = sheet;
  self->options = options;
  g_clear_pointer (&self->choices, muster_sheet_choices_free);
  self->choices = choices != NULL ? muster_sheet_choices_copy (choices) : NULL;
  show_file (self);
  muster_import_sender_set_sheet (self->sender, sheet, options, profiles);
  show_options (self);
}

char *
muster_import_columns_dup_sender (MusterImportColumns *self)
{
  return muster_import_sender_dup_name (self->sender);
}

gboolean
muster_import_columns_check (MusterImportColumns *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sender = muster_import_columns_dup_sender (self);
  gboolean can_work = muster_import_names_check_sender (sender, &error) && muster_import_options_check_columns (self->options, self->sheet, &error);
  gboolean good = can_work && muster_import_options_check (self->options, self->sheet, &error);

  if (!good)
    show_notice (self, error->message, can_work ? NOTICE_QUESTION : NOTICE_ERROR);
  else if (muster_import_options_know_only_names (self->options))
    show_notice (self, _("No column says whom a row is about: NPN, Assister ID, Training ID, Admin ID or e-mail. By the name alone nobody is added, and of everybody you will be asked who it is."), NOTICE_WARNING);
  else
    show_notice (self, NULL, NOTICE_ERROR);
  return good;
}

void
muster_import_columns_show_error (MusterImportColumns *self, const char *message)
{
  show_notice (self, message, NOTICE_ERROR);
}

const char *
muster_import_columns_get_notice (MusterImportColumns *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_COLUMNS (self), NULL);
  return gtk_widget_get_visible (self->notice_box) ? gtk_label_get_label (self->notice_label) : NULL;
}
