/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-snooze-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-snooze.h"

#define USUAL_DAYS 7

struct _MusterSnoozeDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  MusterDateRow *until;
  MusterTextRow *reason;
  char *item;
};

G_DEFINE_FINAL_TYPE (MusterSnoozeDialog, muster_snooze_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterSnoozeRequest input;
  char *item;
  char *reason;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->item);
  g_free (request->reason);
  g_free (request);
}

static void
muster_snooze_dialog_submit (MusterFormDialog *dialog)
{
  MusterSnoozeDialog *self = MUSTER_SNOOZE_DIALOG (dialog);
  g_autoptr (GError) error = NULL;
  Request *request;
  GDate until;

  if (!muster_date_row_get_date (self->until, &until, &error))
    {
      muster_form_dialog_fail (dialog, error, GTK_WIDGET (self->until));
      return;
    }
  request = g_new0 (Request, 1);
  request->item = g_strdup (self->item);
  request->reason = muster_text_row_dup_text (self->reason);
  request->input = (MusterSnoozeRequest) { request->item, until, request->reason };
  muster_form_dialog_run (dialog, &muster_snooze, &request->input, NULL, request, request_free);
}

static void
muster_snooze_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_SNOOZE_DIALOG);
  g_clear_pointer (&MUSTER_SNOOZE_DIALOG (object)->item, g_free);
  G_OBJECT_CLASS (muster_snooze_dialog_parent_class)->dispose (object);
}

static void
muster_snooze_dialog_class_init (MusterSnoozeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_snooze_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_snooze_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-snooze-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterSnoozeDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterSnoozeDialog, until);
  gtk_widget_class_bind_template_child (widget_class, MusterSnoozeDialog, reason);
}

static void
muster_snooze_dialog_init (MusterSnoozeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
muster_snooze_dialog_new (MusterStore *store, const char *item, const char *title)
{
  MusterSnoozeDialog *self = g_object_new (MUSTER_TYPE_SNOOZE_DIALOG, "store", store, "title", _("Put Off"), "verb", _("_Put Off"), NULL);
  GDate day;

  self->item = g_strdup (item);
  muster_gui_text_get_today (&day);
  g_date_add_days (&day, USUAL_DAYS);
  muster_date_row_set_date (self->until, &day);
  muster_row_group_describe (self->group, NULL, title);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Put off"));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->reason));
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}
