/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#define MUSTER_TYPE_PRINTER (muster_printer_get_type ())
/**
 * MusterPrinter: prints one document: asks which printer and how, and then prints a PDF file exactly as it is. Between the two the document is taken out of the
 * register, so that nothing is recorded for a dialog that was closed.
 */
G_DECLARE_FINAL_TYPE (MusterPrinter, muster_printer, MUSTER, PRINTER, GObject)

/** @title: names the document, in the dialog and in the queue; @parent: over whose window */
MusterPrinter *muster_printer_new (const char *title, GtkWidget *parent);
void muster_printer_choose_async (MusterPrinter *self, GAsyncReadyCallback callback, gpointer user_data);
/** GTK_DIALOG_ERROR_DISMISSED where somebody thought better of it; otherwise the sentence says what to do. */
gboolean muster_printer_choose_finish (MusterPrinter *self, GAsyncResult *result, GError **error);
/** @file: must stay until it ended. */
void muster_printer_send_async (MusterPrinter *self, GFile *file, GAsyncReadyCallback callback, gpointer user_data);
gboolean muster_printer_send_finish (MusterPrinter *self, GAsyncResult *result, GError **error);

/** MusterPrinterCalls: what does it: the functions of #GtkPrintDialog. A @choose_finish that returns %NULL and no error leaves the choice to @send. */
typedef struct
{
  void (*choose) (GtkPrintDialog *dialog, GtkWindow *parent, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  GtkPrintSetup *(*choose_finish) (GtkPrintDialog *dialog, GAsyncResult *result, GError **error);
  void (*send) (GtkPrintDialog *dialog, GtkWindow *parent, GtkPrintSetup *setup, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  gboolean (*send_finish) (GtkPrintDialog *dialog, GAsyncResult *result, GError **error);
} MusterPrinterCalls;

/** For tests only: prints by @calls; %NULL: by the desktop again. */
void muster_printer_set_calls_for_tests (const MusterPrinterCalls *calls);
