/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-service-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-letter-operations.h"

struct _MusterServiceDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *method;
  AdwComboRow *result;
  MusterDateRow *on;
  AdwEntryRow *tracking;
  MusterTextRow *note;
  gint64 letter_id;
};

G_DEFINE_FINAL_TYPE (MusterServiceDialog, muster_service_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterServiceRequest input;
  char *tracking;
  char *note;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->tracking);
  g_free (request->note);
  g_free (request);
}

static void
muster_service_dialog_submit (MusterFormDialog *dialog)
{
  MusterServiceDialog *self = MUSTER_SERVICE_DIALOG (dialog);
  g_autoptr (GError) error = NULL;
  Request *request;
  GDate on;

  if (!muster_date_row_get_date (self->on, &on, &error))
    {
      muster_form_dialog_fail (dialog, error, GTK_WIDGET (self->on));
      return;
    }
  request = g_new0 (Request, 1);
  request->tracking = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->tracking)));
  request->note = muster_text_row_dup_text (self->note);
  request->input = (MusterServiceRequest) { self->letter_id, adw_combo_row_get_selected (self->method), adw_combo_row_get_selected (self->result), on, request->tracking, request->note };
  muster_form_dialog_run (dialog, &muster_record_service, &request->input, NULL, request, request_free);
}

static void
muster_service_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_SERVICE_DIALOG);
  G_OBJECT_CLASS (muster_service_dialog_parent_class)->dispose (object);
}

static void
muster_service_dialog_class_init (MusterServiceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_service_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_service_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-service-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterServiceDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterServiceDialog, method);
  gtk_widget_class_bind_template_child (widget_class, MusterServiceDialog, result);
  gtk_widget_class_bind_template_child (widget_class, MusterServiceDialog, on);
  gtk_widget_class_bind_template_child (widget_class, MusterServiceDialog, tracking);
  gtk_widget_class_bind_template_child (widget_class, MusterServiceDialog, note);
}

static void
muster_service_dialog_init (MusterServiceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (AdwComboRow *row, guint n, const char *(*get_label) (guint value))
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (labels, get_label (i));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

static const char *
get_method (guint value)
{
  return muster_service_method_get_label (value);
}

static const char *
get_result (guint value)
{
  return muster_service_result_get_label (value);
}

AdwDialog *
muster_service_dialog_new (MusterStore *store, gint64 letter_id, const char *title)
{
  MusterServiceDialog *self = g_object_new (MUSTER_TYPE_SERVICE_DIALOG, "store", store, "title", _("Record Service"), "verb", _("_Record"), NULL);
  GDate today;

  self->letter_id = letter_id;
  muster_gui_text_get_today (&today);
  muster_row_group_describe (self->group, NULL, title);
  fill (self->method, MUSTER_N_SERVICE_METHODS, get_method);
  fill (self->result, MUSTER_N_SERVICE_RESULTS, get_result);
  muster_date_row_set_date (self->on, &today);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Service recorded"));
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}
