/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-notice-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "operations/muster-rule-operations.h"

struct _MusterNoticeDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  GtkEditable *name;
  GtkEditable *version;
  MusterDateRow *from;

  char *file_name;
  GBytes *content;
};

G_DEFINE_FINAL_TYPE (MusterNoticeDialog, muster_notice_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterPolicyRequest input;
  char *version;
  char *title;
  char *file_name;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->version);
  g_free (request->title);
  g_free (request->file_name);
  g_bytes_unref (request->input.content);
  g_free (request);
}

static void
muster_notice_dialog_submit (MusterFormDialog *dialog)
{
  MusterNoticeDialog *self = MUSTER_NOTICE_DIALOG (dialog);
  g_autoptr (GError) error = NULL;
  Request *request;
  GDate from;

  if (!muster_date_row_get_date (self->from, &from, &error))
    {
      muster_form_dialog_fail (dialog, error, GTK_WIDGET (self->from));
      return;
    }
  request = g_new0 (Request, 1);
  request->version = g_strdup (gtk_editable_get_text (self->version));
  request->title = g_strdup (gtk_editable_get_text (self->name));
  request->file_name = g_strdup (self->file_name);
  request->input = (MusterPolicyRequest) { request->version, request->title, from, request->file_name, g_bytes_ref (self->content) };
  muster_form_dialog_run (dialog, &muster_load_policy, &request->input, NULL, request, request_free);
}

static void
muster_notice_dialog_dispose (GObject *object)
{
  MusterNoticeDialog *self = MUSTER_NOTICE_DIALOG (object);

  g_clear_pointer (&self->content, g_bytes_unref);
  g_clear_pointer (&self->file_name, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_NOTICE_DIALOG);
  G_OBJECT_CLASS (muster_notice_dialog_parent_class)->dispose (object);
}

static void
muster_notice_dialog_class_init (MusterNoticeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_notice_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_notice_dialog_submit;
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-notice-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, name);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, version);
  gtk_widget_class_bind_template_child (widget_class, MusterNoticeDialog, from);
}

static void
muster_notice_dialog_init (MusterNoticeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Version of the notice loaded"));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->version));
}

AdwDialog *
muster_notice_dialog_new (MusterStore *store, const char *file_name, GBytes *content)
{
  MusterNoticeDialog *self = g_object_new (MUSTER_TYPE_NOTICE_DIALOG, "store", store, NULL);
  GDate today;

  self->file_name = g_strdup (file_name);
  self->content = g_bytes_ref (content);
  muster_gui_text_get_today (&today);
  muster_date_row_set_date (self->from, &today);
  muster_row_group_describe (self->group, file_name, _("From its day on everybody is asked to sign this version; the rule pack says how long an earlier one will do."));
  return ADW_DIALOG (self);
}
