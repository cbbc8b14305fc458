/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-document-printing.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-error.h"
#include "gui/muster-printer.h"

typedef struct
{
  MusterPrinter *printer;
  MusterDocumentOpener *opener;
  MusterStore *store;
  gint64 id;
  GtkWidget *parent;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->printer);
  g_object_unref (job->opener);
  g_object_unref (job->store);
  g_object_unref (job->parent);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
fail (Job *job, const GError *error)
{
  if (gtk_widget_get_root (job->parent) != NULL)
    muster_gui_error_show (job->parent, error);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  if (muster_printer_send_finish (job->printer, result, &error))
    gtk_widget_activate_action (job->parent, "win.announce", "s", _("Sent to the printer"));
  else
    fail (job, error);
}

static void
taken_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = muster_document_opener_take_out_finish (job->opener, result, &error);
  MusterPrinter *printer = job->printer;

  if (file == NULL)
    fail (job, error);
  else
    muster_printer_send_async (printer, file, sent_cb, g_steal_pointer (&job));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  Job *on = job;

  if (!muster_printer_choose_finish (job->printer, result, &error))
    fail (job, error);
  else if (gtk_widget_get_root (job->parent) != NULL) /* who locked the window meanwhile prints nothing */
    muster_document_opener_take_out_async (on->opener, on->store, on->id, taken_out_cb, g_steal_pointer (&job));
}

void
muster_document_print (MusterDocumentOpener *opener, MusterStore *store, gint64 id, const char *title, GtkWidget *parent)
{
  Job *job = g_new0 (Job, 1);

  job->printer = muster_printer_new (title, parent);
  job->opener = g_object_ref (opener);
  job->store = g_object_ref (store);
  job->id = id;
  job->parent = g_object_ref (parent);
  muster_printer_choose_async (job->printer, chosen_cb, job);
}
