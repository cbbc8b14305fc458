/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-review-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-review-operations.h"
#include "store/muster-review-table.h"

struct _MusterReviewDialog
{
  MusterFormDialog parent_instance;

  GtkWidget *request;
  MusterDateRow *filed;
  AdwComboRow *route;
  MusterTextRow *note;
  MusterTextRow *accept_late;
  MusterTextRow *late_reason;
  GtkWidget *answer;
  AdwComboRow *outcome;
  MusterTextRow *reason;
  MusterTextRow *conditions;
  MusterDateRow *effective;
  MusterRowGroup *given_back;

  gint64 decision_id; /* 0: an outcome is recorded */
  gint64 review_id;
};

G_DEFINE_FINAL_TYPE (MusterReviewDialog, muster_review_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterReviewRequest request;
  MusterReviewAnswer answer;
  char *first;
  char *second;
  char *late;
} Input;

static void
input_free (gpointer data)
{
  Input *input = data;

  g_free (input->first);
  g_free (input->second);
  g_free (input->late);
  g_free (input);
}

static Input *
input_new (MusterTextRow *first, MusterTextRow *second)
{
  Input *input = g_new0 (Input, 1);

  input->first = muster_text_row_dup_text (first);
  input->second = muster_text_row_dup_text (second);
  return input;
}

static void
submit_request (MusterReviewDialog *self, const GDate *day)
{
  Input *input = input_new (self->note, self->accept_late);

  input->request = (MusterReviewRequest) { self->decision_id, *day, adw_combo_row_get_selected (self->route), input->first, input->second };
  muster_form_dialog_run (MUSTER_FORM_DIALOG (self), &muster_file_review, &input->request, NULL, input, input_free);
}

static void
submit_outcome (MusterReviewDialog *self, const GDate *day)
{
  Input *input = input_new (self->reason, self->conditions);

  input->late = muster_text_row_dup_text (self->late_reason);

  input->answer = (MusterReviewAnswer) { self->review_id, MUSTER_REVIEW_UPHELD + adw_combo_row_get_selected (self->outcome), input->first, input->second, *day, input->late };
  muster_form_dialog_run (MUSTER_FORM_DIALOG (self), &muster_decide_review, &input->answer, NULL, input, input_free);
}

static void
muster_review_dialog_submit (MusterFormDialog *dialog)
{
  MusterReviewDialog *self = MUSTER_REVIEW_DIALOG (dialog);
  MusterDateRow *row = self->decision_id != 0 ? self->filed : self->effective;
  g_autoptr (GError) error = NULL;
  GDate day;

  if (!muster_date_row_get_date (row, &day, &error))
    muster_form_dialog_fail (dialog, error, GTK_WIDGET (row));
  else if (self->decision_id != 0)
    submit_request (self, &day);
  else
    submit_outcome (self, &day);
}

static gboolean
add_given_back (MusterReviewDialog *self, MusterDatabase *database, MusterReviewState outcome, const char *conditions, const char *when, GError **error)
{
  g_auto (GStrv) lines = NULL;
  GDate today;

  muster_gui_text_get_today (&today);
  lines = muster_review_preview_new (database, self->review_id, outcome, conditions, &today, error);
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    muster_row_group_add_text (self->given_back, lines[i], when);
  return lines != NULL;
}

/* Before it is decided: what stood before the decision, and no more. */
static void
show_given_back (MusterReviewDialog *self, MusterReviewState outcome)
{
  MusterStore *store = muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  gboolean is_modified = outcome == MUSTER_REVIEW_MODIFIED, ok = database != NULL;

  muster_row_group_begin (self->given_back);
  ok = ok && add_given_back (self, database, outcome, NULL, is_modified ? _("Without conditions") : NULL, &error);
  ok = ok && (!is_modified || add_given_back (self, database, outcome, "…", _("With conditions"), &error));
  if (!ok)
    muster_row_group_add_text (self->given_back, error->message, NULL);
  muster_row_group_end (self->given_back);
  if (database != NULL)
    muster_store_read_done (store, database);
}

/* An outcome that changes nothing has neither day nor conditions. */
static void
outcome_chosen_cb (MusterReviewDialog *self)
{
  guint chosen = MUSTER_REVIEW_UPHELD + adw_combo_row_get_selected (self->outcome);

  gtk_widget_set_visible (GTK_WIDGET (self->conditions), chosen == MUSTER_REVIEW_MODIFIED);
  gtk_widget_set_visible (GTK_WIDGET (self->effective), chosen != MUSTER_REVIEW_UPHELD);
  gtk_widget_set_visible (GTK_WIDGET (self->given_back), chosen != MUSTER_REVIEW_UPHELD && self->review_id != 0);
  if (chosen != MUSTER_REVIEW_UPHELD && self->review_id != 0)
    show_given_back (self, chosen);
  if (chosen != MUSTER_REVIEW_MODIFIED)
    muster_text_row_set_text (self->conditions, NULL);
  if (chosen == MUSTER_REVIEW_UPHELD)
    gtk_editable_set_text (GTK_EDITABLE (self->effective), "");
}

static void
muster_review_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_REVIEW_DIALOG);
  G_OBJECT_CLASS (muster_review_dialog_parent_class)->dispose (object);
}

static void
muster_review_dialog_class_init (MusterReviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_review_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_review_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-review-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterReviewDialog, request);
  gtk_widget_class_bind_template_child (widget_class, MusterReviewDialog, filed);
  gtk_widget_class_bind_template_child (widget_class, MusterReviewDialog, route);
  gtk_widget_class_bind_template_child (widget_class, MusterReviewDialog, note);
  gtk_widget_class_bind_template_child (widget_class, MusterReviewDialog, accept_late);
  gtk_widget_class_bind_template_child (widget_class, MusterReviewDialog, late_reason);
  gtk_widget_class_bind_template_child (widget_class, MusterReviewDialog, answer);
  gtk_widget_class_bind_template_child (widget_class, MusterReviewDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, MusterReviewDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, MusterReviewDialog, conditions);
  gtk_widget_class_bind_template_child (widget_class, MusterReviewDialog, effective);
  gtk_widget_class_bind_template_child (widget_class, MusterReviewDialog, given_back);
  gtk_widget_class_bind_template_callback (widget_class, outcome_chosen_cb);
}

static void
muster_review_dialog_init (MusterReviewDialog *self)
{
  g_autoptr (GtkStringList) routes = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) outcomes = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < MUSTER_N_ROUTES; i++)
    gtk_string_list_append (routes, muster_review_route_get_label (i));
  for (guint i = MUSTER_REVIEW_UPHELD; i < MUSTER_N_REVIEW_STATES; i++)
    gtk_string_list_append (outcomes, muster_review_state_get_label (i));
  adw_combo_row_set_model (self->route, G_LIST_MODEL (routes));
  adw_combo_row_set_model (self->outcome, G_LIST_MODEL (outcomes));
  outcome_chosen_cb (self);
}

AdwDialog *
muster_review_dialog_new_request (MusterStore *store, gint64 decision_id)
{
  MusterReviewDialog *self = g_object_new (MUSTER_TYPE_REVIEW_DIALOG, "store", store, "title", _("Request for Review"), "verb", _("_Record"), NULL);
  GDate today;

  self->decision_id = decision_id;
  muster_gui_text_get_today (&today);
  muster_date_row_set_date (self->filed, &today);
  gtk_widget_set_visible (self->answer, FALSE);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Request for review recorded"));
  return ADW_DIALOG (self);
}

/* What is late is decided only with a reason for that. */
static void
show_lateness (MusterReviewDialog *self)
{
  MusterStore *store = muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (MusterReview) review = database != NULL ? muster_review_table_load (database, self->review_id, NULL) : NULL;
  GDate today;

  muster_gui_text_get_today (&today);
  gtk_widget_set_visible (GTK_WIDGET (self->late_reason), review != NULL && muster_review_is_overdue (review, &today));
  if (database != NULL)
    muster_store_read_done (store, database);
}

AdwDialog *
muster_review_dialog_new_outcome (MusterStore *store, gint64 review_id)
{
  MusterReviewDialog *self = g_object_new (MUSTER_TYPE_REVIEW_DIALOG, "store", store, "title", _("Decide Review"), "verb", _("_Decide"), NULL);

  self->review_id = review_id;
  show_lateness (self);
  gtk_widget_set_visible (self->request, FALSE);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Review decided"));
  return ADW_DIALOG (self);
}
