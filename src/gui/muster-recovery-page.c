/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-recovery-page.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-recovery-sheet.h"
#include "gui/muster-gui-error.h"
#include "store/muster-recovery-key.h"

#define CLIPBOARD_SECONDS 60

struct _MusterRecoveryPage
{
  AdwNavigationPage parent_instance;

  char *register_name;
  char *agency;
  char *text;
  char *day;
  char **groups;
  guint asked[2];
  guint clipboard_timer;
  GdkContentProvider *copied; /* while it may be in the clipboard */
  GtkFlowBox *key_box;
  AdwEntryRow *first_row;
  AdwEntryRow *second_row;
  GtkLabel *error_label;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (MusterRecoveryPage, muster_recovery_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, MusterRecoveryPage *self)
{
  muster_recovery_sheet_draw (gtk_print_context_get_cairo_context (context), gtk_print_context_get_width (context), gtk_print_context_get_height (context),
                              self->register_name, self->agency, self->text, self->day);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkPrintOperation) operation = muster_recovery_page_new_print (MUSTER_RECOVERY_PAGE (widget));
  g_autoptr (GError) error = NULL;

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (widget)), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    muster_gui_error_show (widget, error);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterRecoveryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL || !muster_recovery_sheet_write (g_file_peek_path (file), self->register_name, self->agency, self->text, self->day, &error))
    muster_gui_error_show (GTK_WIDGET (self), error);
  else if (self->toasts != NULL)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Recovery sheet saved. Move it off this computer.")));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterRecoveryPage *self = MUSTER_RECOVERY_PAGE (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  /* Translators: the proposed name of a file; %s is the name of a register. */
  g_autofree char *file_name = g_strdup_printf (_("Recovery sheet %s.pdf"), self->register_name);

  gtk_file_dialog_set_title (dialog, _("Save the Recovery Sheet"));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, file_chosen_cb, g_object_ref (widget));
}

/* Only what is still ours is cleared: the person may have copied something else since. */
static void
clear_clipboard (MusterRecoveryPage *self)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());

  g_clear_handle_id (&self->clipboard_timer, g_source_remove);
  if (self->copied != NULL && gdk_clipboard_get_content (clipboard) == self->copied)
    gdk_clipboard_set_content (clipboard, NULL);
  g_clear_object (&self->copied);
}

static void
clear_clipboard_cb (gpointer user_data)
{
  MusterRecoveryPage *self = user_data;

  self->clipboard_timer = 0;
  clear_clipboard (self);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterRecoveryPage *self = MUSTER_RECOVERY_PAGE (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  g_clear_handle_id (&self->clipboard_timer, g_source_remove);
  gdk_clipboard_set_text (clipboard, self->text);
  g_set_object (&self->copied, gdk_clipboard_get_content (clipboard));
  self->clipboard_timer = g_timeout_add_seconds_once (CLIPBOARD_SECONDS, clear_clipboard_cb, self);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Copied. The clipboard is cleared after a minute.")));
}

static gboolean
check_group (MusterRecoveryPage *self, AdwEntryRow *row, guint group)
{
  g_autofree char *message = NULL;

  muster_gui_error_clear (GTK_WIDGET (row), self->error_label);
  if (muster_recovery_key_is_group (gtk_editable_get_text (GTK_EDITABLE (row)), self->groups[group]))
    return TRUE;
  message = g_strdup_printf (_("This is not what the sheet says in group %u. Look again, and type the group as it is written."), group + 1);
  muster_gui_error_mark (GTK_WIDGET (row), self->error_label, message);
  return FALSE;
}

static void
done_cb (MusterRecoveryPage *self)
{
  if (check_group (self, self->first_row, self->asked[0]) && check_group (self, self->second_row, self->asked[1]))
    g_signal_emit (self, signals[DONE], 0);
}

static void
go_to_second_cb (MusterRecoveryPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->second_row));
}

static void
muster_recovery_page_dispose (GObject *object)
{
  MusterRecoveryPage *self = MUSTER_RECOVERY_PAGE (object);

  clear_clipboard (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_RECOVERY_PAGE);
  G_OBJECT_CLASS (muster_recovery_page_parent_class)->dispose (object);
}

static void
muster_recovery_page_finalize (GObject *object)
{
  MusterRecoveryPage *self = MUSTER_RECOVERY_PAGE (object);

  for (guint i = 0; self->groups != NULL && self->groups[i] != NULL; i++)
    explicit_bzero (self->groups[i], strlen (self->groups[i]));
  if (self->text != NULL)
    explicit_bzero (self->text, strlen (self->text));
  g_strfreev (self->groups);
  g_free (self->text);
  g_free (self->register_name);
  g_free (self->agency);
  g_free (self->day);
  G_OBJECT_CLASS (muster_recovery_page_parent_class)->finalize (object);
}

static void
muster_recovery_page_class_init (MusterRecoveryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_recovery_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_recovery_page_finalize;
  signals[DONE] = g_signal_new ("done", MUSTER_TYPE_RECOVERY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-recovery-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRecoveryPage, key_box);
  gtk_widget_class_bind_template_child (widget_class, MusterRecoveryPage, first_row);
  gtk_widget_class_bind_template_child (widget_class, MusterRecoveryPage, second_row);
  gtk_widget_class_bind_template_child (widget_class, MusterRecoveryPage, error_label);
  gtk_widget_class_bind_template_child (widget_class, MusterRecoveryPage, toasts);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_second_cb);
  gtk_widget_class_install_action (widget_class, "recovery.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "recovery.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "recovery.copy", NULL, copy_action);
}

static void
muster_recovery_page_init (MusterRecoveryPage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->day = g_date_time_format (now, "%x");
}

static void
show_groups (MusterRecoveryPage *self)
{
  for (guint i = 0; self->groups[i] != NULL; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%u", i + 1);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *number = gtk_label_new (numbered);
      GtkWidget *group = gtk_label_new (self->groups[i]);

      gtk_widget_add_css_class (number, "dim-label");
      gtk_widget_add_css_class (number, "caption");
      gtk_widget_set_size_request (number, 18, -1);
      gtk_label_set_xalign (GTK_LABEL (number), 1);
      gtk_widget_add_css_class (group, "monospace");
      gtk_widget_add_css_class (group, "title-4");
      gtk_box_append (GTK_BOX (box), number);
      gtk_box_append (GTK_BOX (box), group);
      gtk_flow_box_append (self->key_box, box);
      /* To be read, not to be gone through on the way to the buttons. */
      gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
    }
}

static void
shown_cb (GtkWidget *page)
{
  if (gtk_widget_get_mapped (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
ask_for (MusterRecoveryPage *self, AdwEntryRow *row, guint group)
{
  g_autofree char *title = g_strdup_printf (_("Group %u"), group + 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

AdwNavigationPage *
muster_recovery_page_new (const char *register_name, const char *agency, const char *text)
{
  MusterRecoveryPage *self = g_object_new (MUSTER_TYPE_RECOVERY_PAGE, NULL);
  guint n;

  self->register_name = g_strdup (register_name);
  self->agency = g_strdup (agency);
  self->text = g_strdup (text);
  self->groups = g_strsplit_set (text, " -", -1);
  n = g_strv_length (self->groups);
  g_return_val_if_fail (n >= 4, ADW_NAVIGATION_PAGE (self));
  /* One of each half, so that both lines of the sheet were looked at. */
  self->asked[0] = g_random_int_range (0, n / 2);
  self->asked[1] = g_random_int_range (n / 2, n);
  ask_for (self, self->first_row, self->asked[0]);
  ask_for (self, self->second_row, self->asked[1]);
  show_groups (self);
  g_signal_connect (self, "shown", G_CALLBACK (shown_cb), NULL);
  return ADW_NAVIGATION_PAGE (self);
}

GtkPrintOperation *
muster_recovery_page_new_print (MusterRecoveryPage *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, _("Recovery sheet"));
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), self, 0);
  return operation;
}
