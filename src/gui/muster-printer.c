/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-printer.h"

#include <glib/gi18n-lib.h>

struct _MusterPrinter
{
  GObject parent_instance;

  GtkPrintDialog *dialog;
  GtkPrintSetup *setup;
  GtkWidget *parent; /* weak: it may hold this */
};

G_DEFINE_FINAL_TYPE (MusterPrinter, muster_printer, G_TYPE_OBJECT)

static const MusterPrinterCalls desktop = { gtk_print_dialog_setup, gtk_print_dialog_setup_finish, gtk_print_dialog_print_file, gtk_print_dialog_print_file_finish };
static const MusterPrinterCalls *used = &desktop;

static GtkWindow *
get_window (MusterPrinter *self)
{
  GtkRoot *root = self->parent != NULL ? gtk_widget_get_root (self->parent) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static gboolean
was_given_up (const GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Not everybody knows what a service of the bus is. */
static const char *
get_cause (GError *error)
{
  g_dbus_error_strip_remote_error (error);
  return error->domain == G_DBUS_ERROR ? _("the desktop has nothing that prints") : error->message;
}

static void
return_failure (GTask *task, const GError *error, const char *sentence)
{
  if (was_given_up (error))
    g_task_return_new_error_literal (task, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED, error->message);
  else
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_FAILED, sentence);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MusterPrinter *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  self->setup = used->choose_finish (GTK_PRINT_DIALOG (source), result, &error);
  if (error == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  /* Translators: %s is what the desktop says of it. */
  sentence = g_strdup_printf (_("There is no way to a printer now: %s. Nothing was printed, and nothing left the register. Set up a printer in the settings of the desktop, or save the document as a file and print it elsewhere."), get_cause (error));
  return_failure (task, error, sentence);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (used->send_finish (GTK_PRINT_DIALOG (source), result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  /* Translators: %s is what the desktop says of it. */
  sentence = g_strdup_printf (_("The document was not printed: %s. Nothing is lost: print it again, or save it as a file and print it elsewhere. The journal says that it was taken out to be printed."), get_cause (error));
  return_failure (task, error, sentence);
}

static void
muster_printer_finalize (GObject *object)
{
  MusterPrinter *self = MUSTER_PRINTER (object);

  g_clear_pointer (&self->setup, gtk_print_setup_unref);
  g_clear_object (&self->dialog);
  g_clear_weak_pointer (&self->parent);
  G_OBJECT_CLASS (muster_printer_parent_class)->finalize (object);
}

static void
muster_printer_class_init (MusterPrinterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_printer_finalize;
}

static void
muster_printer_init (MusterPrinter *self)
{
  self->dialog = gtk_print_dialog_new ();
}

MusterPrinter *
muster_printer_new (const char *title, GtkWidget *parent)
{
  MusterPrinter *self = g_object_new (MUSTER_TYPE_PRINTER, NULL);

  gtk_print_dialog_set_title (self->dialog, title);
  g_set_weak_pointer (&self->parent, parent);
  return self;
}

void
muster_printer_choose_async (MusterPrinter *self, GAsyncReadyCallback callback, gpointer user_data)
{
  used->choose (self->dialog, get_window (self), NULL, chosen_cb, g_task_new (self, NULL, callback, user_data));
}

gboolean
muster_printer_choose_finish (MusterPrinter *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
muster_printer_send_async (MusterPrinter *self, GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  used->send (self->dialog, get_window (self), self->setup, file, NULL, sent_cb, g_task_new (self, NULL, callback, user_data));
}

gboolean
muster_printer_send_finish (MusterPrinter *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
muster_printer_set_calls_for_tests (const MusterPrinterCalls *calls)
{
  used = calls != NULL ? calls : &desktop;
}
