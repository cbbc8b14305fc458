/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_FORM_DIALOG (muster_form_dialog_get_type ())
/**
 * MusterFormDialog: a form that ends in one operation.
 *
 * Properties: "store" (construct-only), "verb" (the label of its button, with a mnemonic), "destructive", "content" (the form).
 * Escape asks before what was entered is lost. A failure is shown and announced, and the form stays as it is.
 *
 * Signal "done": the operation was carried out; the dialog closes after it.
 */
G_DECLARE_DERIVABLE_TYPE (MusterFormDialog, muster_form_dialog, MUSTER, FORM_DIALOG, AdwDialog)

/**
 * MusterFormDialogClass:
 * @submit: reads the form and calls muster_form_dialog_run(), or muster_form_dialog_fail()
 * @succeeded: (nullable): the operation was carried out; before "done"
 */
struct _MusterFormDialogClass
{
  AdwDialogClass parent_class;

  void (*submit) (MusterFormDialog *self);
  void (*succeeded) (MusterFormDialog *self);
};

MusterStore *muster_form_dialog_get_store (MusterFormDialog *self);
void muster_form_dialog_set_verb (MusterFormDialog *self, const char *verb);
void muster_form_dialog_set_destructive (MusterFormDialog *self, gboolean destructive);
/** What is announced in the window when it is done. */
void muster_form_dialog_set_announcement (MusterFormDialog *self, const char *text);
/** Call it when the form is filled in: what is entered from now on is not thrown away without asking. */
void muster_form_dialog_mark_unchanged (MusterFormDialog *self);
/** Whether something was entered that is not saved. */
gboolean muster_form_dialog_is_changed (MusterFormDialog *self);
/** Shows and announces why it did not work; the focus goes to @field (nullable). */
void muster_form_dialog_fail (MusterFormDialog *self, const GError *error, GtkWidget *field);
/** Whether it can be submitted as it stands; say why not where it cannot. */
void muster_form_dialog_set_possible (MusterFormDialog *self, gboolean possible);
/** Shows why there is nothing to fill in; it can only be closed. */
void muster_form_dialog_refuse (MusterFormDialog *self, const GError *error);
/** Shows that something is under way, and lets nothing be changed or closed meanwhile. */
void muster_form_dialog_set_busy (MusterFormDialog *self, gboolean busy);
/** Closes it as done. */
void muster_form_dialog_finish (MusterFormDialog *self);
/** Runs @operation as muster_store_run_async() does, busy meanwhile; ends in muster_form_dialog_fail() or muster_form_dialog_finish(). */
void muster_form_dialog_run (MusterFormDialog *self, const MusterOperation *operation, gpointer input, gpointer output, gpointer data, GDestroyNotify free_data);
