/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-start.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-error.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-import-outcome.h"
#include "gui/muster-import-record-dialog.h"
#include "gui/muster-row-group.h"
#include "store/muster-import-table.h"

#define MAX_EARLIER 20

struct _MusterImportStart
{
  AdwBin parent_instance;

  MusterStore *store;
  GtkWidget *drop_area;
  GtkButton *choose_button;
  GtkButton *continue_button;
  GtkWidget *no_header_button;
  GtkWidget *error_box;
  GtkLabel *error_label;
  MusterRowGroup *earlier_group;
  gboolean undone; /* in the dialog that is open */
};

enum
{
  FILE_CHOSEN,
  TEXT,
  NO_HEADER,
  CONTINUE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportStart, muster_import_start, ADW_TYPE_BIN)

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterImportStart) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    g_signal_emit (self, signals[FILE_CHOSEN], 0, file);
  else
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
choose_cb (MusterImportStart *self)
{
  static const char *const suffixes[] = { "csv", "tsv", "tab", "txt", "xlsx", "xls", "ods", NULL };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _("Tables (CSV, Excel, OpenDocument)"));
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (tables, suffixes[i]);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, tables);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, _("Choose a Roster"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb, g_object_ref (self));
}

static void
take_text (MusterImportStart *self, const char *text)
{
  if (text == NULL || text[0] == '\0')
    muster_import_start_show_error (self, _("There is no text to paste. Copy the rows first, in a spreadsheet or on a web page."));
  else
    g_signal_emit (self, signals[TEXT], 0, text);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterImportStart) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->drop_area != NULL)
    take_text (self, text);
}

static void
paste_cb (MusterImportStart *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb, g_object_ref (self));
}

static gboolean
paste_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  paste_cb (MUSTER_IMPORT_START (widget));
  return TRUE;
}

static void
no_header_cb (MusterImportStart *self)
{
  g_signal_emit (self, signals[NO_HEADER], 0);
}

static void
continue_cb (MusterImportStart *self)
{
  g_signal_emit (self, signals[CONTINUE], 0);
}

static gboolean
drop_cb (MusterImportStart *self, const GValue *value)
{
  GSList *files;

  if (G_VALUE_HOLDS_STRING (value))
    {
      take_text (self, g_value_get_string (value));
      return TRUE;
    }
  files = g_value_get_boxed (value);
  if (files == NULL)
    return FALSE;
  g_signal_emit (self, signals[FILE_CHOSEN], 0, files->data);
  return TRUE;
}

static void
undone_cb (MusterImportStart *self)
{
  self->undone = TRUE;
  muster_import_start_refresh (self, self->store);
}

/* The row from which the dialog was opened is another by now; the undoing is the first of them. */
static void
closed_cb (MusterImportStart *self)
{
  if (self->undone && self->earlier_group != NULL && muster_row_group_get_n_rows (self->earlier_group) > 0)
    gtk_widget_grab_focus (muster_row_group_get_row (self->earlier_group, 0));
  self->undone = FALSE;
}

static void
earlier_cb (MusterImportStart *self, AdwActionRow *row)
{
  AdwDialog *dialog = muster_import_record_dialog_new (self->store, *(gint64 *) g_object_get_data (G_OBJECT (row), "import"));

  g_signal_connect_object (dialog, "undone", G_CALLBACK (undone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_import (MusterImportStart *self, GPtrArray *records, const MusterImport *record)
{
  g_autofree char *when = muster_gui_text_dup_time (record->recorded);
  g_autofree char *outcome = record->undoes != 0 ? muster_import_outcome_dup_undone (record->counts) : muster_import_outcome_dup (record->counts);
  /* Translators: the name of a file */
  g_autofree char *title = record->undoes != 0 ? g_strdup_printf (_("Undoing of “%s”"), record->file_name) : g_strdup (record->file_name);
  gboolean undone = muster_import_find_undoing (records, record->id) != 0;
  g_autofree char *text = g_strdup_printf ("%s · %s%s", when, undone ? _("Undone. ") : "", outcome);
  AdwActionRow *row = muster_row_group_add_text (self->earlier_group, title, text);

  g_object_set_data_full (G_OBJECT (row), "import", g_memdup2 (&record->id, sizeof record->id), g_free);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (earlier_cb), self, G_CONNECT_SWAPPED);
}

static void
muster_import_start_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_IMPORT_START);
  g_clear_object (&MUSTER_IMPORT_START (object)->store);
  G_OBJECT_CLASS (muster_import_start_parent_class)->dispose (object);
}

static void
muster_import_start_class_init (MusterImportStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_import_start_dispose;
  signals[FILE_CHOSEN] = g_signal_new ("file", MUSTER_TYPE_IMPORT_START, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  signals[TEXT] = g_signal_new ("text", MUSTER_TYPE_IMPORT_START, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NO_HEADER] = g_signal_new ("no-header", MUSTER_TYPE_IMPORT_START, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CONTINUE] = g_signal_new ("continue", MUSTER_TYPE_IMPORT_START, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-import-start.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportStart, drop_area);
  gtk_widget_class_bind_template_child (widget_class, MusterImportStart, choose_button);
  gtk_widget_class_bind_template_child (widget_class, MusterImportStart, continue_button);
  gtk_widget_class_bind_template_child (widget_class, MusterImportStart, no_header_button);
  gtk_widget_class_bind_template_child (widget_class, MusterImportStart, error_box);
  gtk_widget_class_bind_template_child (widget_class, MusterImportStart, error_label);
  gtk_widget_class_bind_template_child (widget_class, MusterImportStart, earlier_group);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
}

static void
muster_import_start_init (MusterImportStart *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (target, (GType[]) { GDK_TYPE_FILE_LIST, G_TYPE_STRING }, 2);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>v"), gtk_callback_action_new (paste_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
muster_import_start_refresh (MusterImportStart *self, MusterStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  MusterDatabase *database = muster_store_read (store, &error);

  g_set_object (&self->store, store);
  if (database != NULL)
    {
      imports = muster_import_table_list (database, &error);
      muster_store_read_done (store, database);
    }
  muster_row_group_begin (self->earlier_group);
  if (imports == NULL)
    muster_row_group_add_text (self->earlier_group, _("The earlier imports cannot be read"), error->message);
  for (guint i = 0; imports != NULL && i < MIN (imports->len, MAX_EARLIER); i++)
    add_import (self, imports, imports->pdata[i]);
  muster_row_group_end (self->earlier_group);
  gtk_widget_set_visible (GTK_WIDGET (self->earlier_group), muster_row_group_get_n_rows (self->earlier_group) > 0);
}

void
muster_import_start_offer (MusterImportStart *self, const char *name)
{
  g_autofree char *label = name != NULL ? g_strdup_printf (_("Go on with “%s”"), name) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->continue_button), name != NULL);
  if (label != NULL)
    gtk_button_set_label (self->continue_button, label);
}

void
muster_import_start_focus (MusterImportStart *self)
{
  g_return_if_fail (MUSTER_IS_IMPORT_START (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->choose_button));
}

void
muster_import_start_show_error (MusterImportStart *self, const char *message)
{
  gtk_widget_set_visible (self->error_box, message != NULL);
  gtk_widget_set_visible (self->no_header_button, FALSE);
  gtk_button_set_label (self->choose_button, message != NULL ? _("_Choose Another File…") : _("_Choose a File…"));
  if (message == NULL)
    return;
  gtk_label_set_label (self->error_label, message);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

void
muster_import_start_offer_no_header (MusterImportStart *self)
{
  gtk_widget_set_visible (self->no_header_button, TRUE);
}
