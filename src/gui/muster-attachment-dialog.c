/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-attachment-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "gui/muster-attachment-row.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-attachment-operations.h"

struct _MusterAttachmentDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  MusterAttachmentRow *document;
  GtkEditable *name;
  MusterTextRow *reason;

  gint64 incident_id;
  gint64 attachment_id; /* to be withdrawn; 0: one is attached */
};

G_DEFINE_FINAL_TYPE (MusterAttachmentDialog, muster_attachment_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterAttachRequest attach;
  MusterWithdrawAttachment withdraw;
  char *title;
  char *file_name;
  GBytes *content;
  char *reason;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->title);
  g_free (request->file_name);
  g_clear_pointer (&request->content, g_bytes_unref);
  g_free (request->reason);
  g_free (request);
}

static void
submit_attach (MusterAttachmentDialog *self, Request *request)
{
  MusterFormDialog *dialog = MUSTER_FORM_DIALOG (self);

  request->content = muster_attachment_row_dup_content (self->document, &request->file_name);
  if (request->content == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Choose the document first."));

      request_free (request);
      muster_form_dialog_fail (dialog, error, GTK_WIDGET (self->document));
      return;
    }
  request->title = g_strdup (gtk_editable_get_text (self->name));
  request->attach = (MusterAttachRequest) { self->incident_id, request->title, request->file_name, request->content, request->reason };
  muster_form_dialog_run (dialog, &muster_attach_to_incident, &request->attach, NULL, request, request_free);
}

static void
muster_attachment_dialog_submit (MusterFormDialog *dialog)
{
  MusterAttachmentDialog *self = MUSTER_ATTACHMENT_DIALOG (dialog);
  Request *request;

  if (muster_attachment_row_is_busy (self->document))
    return;
  request = g_new0 (Request, 1);
  request->reason = muster_text_row_dup_text (self->reason);
  if (self->attachment_id == 0)
    {
      submit_attach (self, request);
      return;
    }
  request->withdraw = (MusterWithdrawAttachment) { self->attachment_id, request->reason };
  muster_form_dialog_run (dialog, &muster_withdraw_attachment, &request->withdraw, NULL, request, request_free);
}

static void
muster_attachment_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ATTACHMENT_DIALOG);
  G_OBJECT_CLASS (muster_attachment_dialog_parent_class)->dispose (object);
}

static void
muster_attachment_dialog_class_init (MusterAttachmentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_attachment_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_attachment_dialog_submit;
  g_type_ensure (MUSTER_TYPE_ATTACHMENT_ROW);
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-attachment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterAttachmentDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterAttachmentDialog, document);
  gtk_widget_class_bind_template_child (widget_class, MusterAttachmentDialog, name);
  gtk_widget_class_bind_template_child (widget_class, MusterAttachmentDialog, reason);
}

static void
muster_attachment_dialog_init (MusterAttachmentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static MusterAttachmentDialog *
dialog_new (MusterStore *store, const char *title, const char *verb, const char *announcement, const char *description)
{
  MusterAttachmentDialog *self = g_object_new (MUSTER_TYPE_ATTACHMENT_DIALOG, "store", store, "title", title, "verb", verb, NULL);

  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), announcement);
  muster_row_group_describe (self->group, NULL, description);
  return self;
}

AdwDialog *
muster_attachment_dialog_new (MusterStore *store, gint64 incident_id)
{
  MusterAttachmentDialog *self = dialog_new (store, _("Attach Document"), _("_Attach"), _("Document attached"), _("It is kept in the register, and goes with the whole hearing bundle."));

  self->incident_id = incident_id;
  muster_attachment_row_take_drops (self->document, GTK_WIDGET (self));
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}

AdwDialog *
muster_attachment_dialog_new_withdraw (MusterStore *store, gint64 attachment_id, const char *title)
{
  g_autofree char *text = g_strdup_printf (_("“%s” does not count any more then. It stays readable, and hearing bundles say that it was withdrawn, and why."), title);
  MusterAttachmentDialog *self = dialog_new (store, _("Withdraw Document"), _("_Withdraw"), _("Document withdrawn"), text);

  self->attachment_id = attachment_id;
  gtk_widget_set_visible (GTK_WIDGET (self->document), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->name), FALSE);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->reason));
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}
