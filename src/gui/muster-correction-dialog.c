/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-correction-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "gui/muster-choice-factory.h"
#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-correct-certification.h"
#include "store/muster-people-table.h"

enum
{
  TRUTH_OTHER_DAY,
  TRUTH_NEVER,
};

struct _MusterCorrectionDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *truth;
  MusterDateRow *on;
  MusterTextRow *reason;
  MusterRowGroup *outcome;

  gint64 assister_id;
  MusterAssisterType type;
  GPtrArray *events; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MusterCorrectionDialog, muster_correction_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterCorrectionRequest input;
  char *reason;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->reason);
  g_free (request);
}

/* Unset where it never happened, and only there. */
static gboolean
get_day (MusterCorrectionDialog *self, GDate *on, GError **error)
{
  g_date_clear (on, 1);
  if (adw_combo_row_get_selected (self->truth) == TRUTH_NEVER)
    return TRUE;
  if (!muster_date_row_get_date (self->on, on, error))
    return FALSE;
  if (!g_date_valid (on))
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Enter the day from which it really holds."));
  return g_date_valid (on);
}

static void
show_outcome (MusterCorrectionDialog *self)
{
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GArray) superseded = NULL;
  g_autoptr (GError) error = NULL;
  GDate on;

  if (self->events == NULL)
    return;
  muster_row_group_begin (self->outcome);
  if (!get_day (self, &on, &error) || !muster_certification_plan_correction (self->events, self->type, &on, &planned, &superseded, &error))
    muster_row_group_add_text (self->outcome, error->message, NULL);
  for (guint i = 0; planned != NULL && i < planned->len; i++)
    {
      const MusterCertificationEvent *event = planned->pdata[i];
      g_autofree char *day = muster_gui_text_dup_date (&event->effective);
      g_autofree char *from = g_strdup_printf (_("from %s"), day);

      muster_row_group_add_text (self->outcome, muster_certification_state_get_label (event->to), from);
    }
  muster_row_group_end (self->outcome);
}

static void
truth_chosen_cb (MusterCorrectionDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->on), adw_combo_row_get_selected (self->truth) == TRUTH_OTHER_DAY);
  show_outcome (self);
}

static void
muster_correction_dialog_submit (MusterFormDialog *dialog)
{
  MusterCorrectionDialog *self = MUSTER_CORRECTION_DIALOG (dialog);
  g_autoptr (GError) error = NULL;
  Request *request;
  GDate on;

  if (!get_day (self, &on, &error))
    {
      muster_form_dialog_fail (dialog, error, GTK_WIDGET (self->on));
      return;
    }
  request = g_new0 (Request, 1);
  request->reason = muster_text_row_dup_text (self->reason);
  request->input = (MusterCorrectionRequest) { self->assister_id, self->type, on, request->reason };
  muster_form_dialog_run (dialog, &muster_correct_certification, &request->input, NULL, request, request_free);
}

static void
muster_correction_dialog_dispose (GObject *object)
{
  MusterCorrectionDialog *self = MUSTER_CORRECTION_DIALOG (object);

  g_clear_pointer (&self->events, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_CORRECTION_DIALOG);
  G_OBJECT_CLASS (muster_correction_dialog_parent_class)->dispose (object);
}

static void
muster_correction_dialog_class_init (MusterCorrectionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_correction_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_correction_dialog_submit;
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-correction-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterCorrectionDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterCorrectionDialog, truth);
  gtk_widget_class_bind_template_child (widget_class, MusterCorrectionDialog, on);
  gtk_widget_class_bind_template_child (widget_class, MusterCorrectionDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, MusterCorrectionDialog, outcome);
  gtk_widget_class_bind_template_callback (widget_class, truth_chosen_cb);
}

static void
muster_correction_dialog_init (MusterCorrectionDialog *self)
{
  g_autoptr (GtkStringList) truths = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (truths, _("It holds from another day"));
  gtk_string_list_append (truths, _("It never happened"));
  muster_choice_factory_set_up (self->truth);
  adw_combo_row_set_model (self->truth, G_LIST_MODEL (truths));
  g_signal_connect_object (self->on, "changed", G_CALLBACK (show_outcome), self, G_CONNECT_SWAPPED);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Correction recorded"));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->on));
}

static GDate
get_today (void)
{
  GDate today;

  g_date_set_time_t (&today, time (NULL));
  return today;
}

static gboolean
load (MusterCorrectionDialog *self, MusterDatabase *database, GError **error)
{
  const GDate today = get_today ();
  g_autoptr (GPtrArray) events = muster_people_table_list_begun (database, self->assister_id, &today, error);
  g_autoptr (GPtrArray) standing = events != NULL ? muster_certification_list_standing (events, self->type) : NULL;
  const MusterCertificationEvent *last = standing != NULL && standing->len > 0 ? standing->pdata[standing->len - 1] : NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (events == NULL || (last != NULL && !muster_certification_check_correctable (last, error)))
    return FALSE;
  self->events = g_steal_pointer (&events);
  if (last == NULL)
    return TRUE;
  day = muster_gui_text_dup_date (&last->effective);
  /* Translators: a role, a state and a day: “Navigator: Suspended from March 10, 2026” */
  text = g_strdup_printf (_("%s: %s from %s"), muster_assister_type_get_label (self->type), muster_certification_state_get_label (last->to), day);
  muster_row_group_describe (self->group, text, NULL);
  return TRUE;
}

AdwDialog *
muster_correction_dialog_new (MusterStore *store, gint64 assister_id, MusterAssisterType type)
{
  MusterCorrectionDialog *self = g_object_new (MUSTER_TYPE_CORRECTION_DIALOG, "store", store, NULL);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  gboolean loaded = FALSE;

  self->assister_id = assister_id;
  self->type = type;
  if (database != NULL)
    {
      loaded = load (self, database, &error);
      muster_store_read_done (store, database);
    }
  if (!loaded)
    muster_form_dialog_refuse (MUSTER_FORM_DIALOG (self), error);
  show_outcome (self);
  return ADW_DIALOG (self);
}
