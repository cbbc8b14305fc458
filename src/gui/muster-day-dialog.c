/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-day-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"

struct _MusterDayDialog
{
  MusterFormDialog parent_instance;

  MusterDateRow *as_of;
  MusterDateRow *known_on;

  MusterViewDay day;
  gint64 about; /* who is shown on that day; 0 for nobody in particular */
};

G_DEFINE_FINAL_TYPE (MusterDayDialog, muster_day_dialog, MUSTER_TYPE_FORM_DIALOG)

static gboolean
read_row (MusterDayDialog *self, MusterDateRow *row, GDate *date)
{
  g_autoptr (GError) error = NULL;

  if (muster_date_row_get_date (row, date, &error))
    return TRUE;
  muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, GTK_WIDGET (row));
  return FALSE;
}

/* Of what will be recorded nobody knows. */
static gboolean
check_known_on (MusterDayDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;
  GDate today;

  muster_gui_text_get_today (&today);
  if (!g_date_valid (&self->day.known_on) || g_date_compare (&self->day.known_on, &today) <= 0)
    return TRUE;
  day = muster_gui_text_dup_date (&self->day.known_on);
  error = g_error_new (MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s is still to come: nobody knows what will have been recorded by then."), day);
  muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, GTK_WIDGET (self->known_on));
  return FALSE;
}

static void
muster_day_dialog_submit (MusterFormDialog *dialog)
{
  MusterDayDialog *self = MUSTER_DAY_DIALOG (dialog);

  if (!read_row (self, self->as_of, &self->day.as_of) || !read_row (self, self->known_on, &self->day.known_on) || !check_known_on (self))
    return;
  if (self->about != 0)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.open-assister-on", muster_view_day_make_target (&self->day, self->about));
  muster_form_dialog_finish (dialog);
}

static void
muster_day_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_DAY_DIALOG);
  G_OBJECT_CLASS (muster_day_dialog_parent_class)->dispose (object);
}

static void
muster_day_dialog_class_init (MusterDayDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_day_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_day_dialog_submit;
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-day-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterDayDialog, as_of);
  gtk_widget_class_bind_template_child (widget_class, MusterDayDialog, known_on);
}

static void
muster_day_dialog_init (MusterDayDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->as_of));
}

AdwDialog *
muster_day_dialog_new (MusterStore *store, const MusterViewDay *day)
{
  MusterDayDialog *self = g_object_new (MUSTER_TYPE_DAY_DIALOG, "store", store, NULL);
  GDate date;

  self->day = *day;
  muster_view_day_get_date (day, &date);
  muster_date_row_set_date (self->as_of, &date);
  muster_date_row_set_date (self->known_on, &day->known_on);
  return ADW_DIALOG (self);
}

void
muster_day_dialog_ask_about (MusterStore *store, gint64 id, GtkWidget *widget)
{
  MusterViewDay today;
  AdwDialog *dialog;

  muster_view_day_init (&today);
  dialog = muster_day_dialog_new (store, &today);
  MUSTER_DAY_DIALOG (dialog)->about = id;
  adw_dialog_present (dialog, widget);
}

const MusterViewDay *
muster_day_dialog_get_day (MusterDayDialog *self)
{
  return &self->day;
}
