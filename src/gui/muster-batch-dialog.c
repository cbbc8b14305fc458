/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-batch-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "gui/muster-batch-job.h"
#include "gui/muster-check-row.h"
#include "gui/muster-choice-factory.h"
#include "gui/muster-coverage-rows.h"
#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-text-row.h"

#define MAX_ROWS 200 /* as many are listed; the others are told by their number, and done too */

struct _MusterBatchDialog
{
  MusterFormDialog parent_instance;

  AdwComboRow *verb;
  AdwComboRow *authority;
  MusterDateRow *on;
  MusterTextRow *reason;
  MusterRowGroup *coverage;
  MusterRowGroup *refused;
  MusterRowGroup *people;

  GArray *verbs;        /* (element-type MusterCertificationVerb): of the choices */
  guint authorities;    /* of the choices, which come after the usual one */
  GArray *picks;        /* (nullable) */
  GHashTable *left_out; /* of gint64 */
  MusterBatchPreview *preview; /* (nullable): what is shown */
  GCancellable *looking;       /* (nullable): while a newer one is made */
  gboolean rows_stay;          /* only who is left out changed */
};

G_DEFINE_FINAL_TYPE (MusterBatchDialog, muster_batch_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterBatchRequest input;
  char *reason;
  char *digest;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_array_unref (request->input.picks);
  g_free (request->reason);
  g_free (request->digest);
  g_free (request);
}

static MusterCertificationVerb
get_verb (MusterBatchDialog *self)
{
  return g_array_index (self->verbs, MusterCertificationVerb, adw_combo_row_get_selected (self->verb));
}

/* The first choice is whoever usually decides it. */
static MusterAuthority
get_authority (MusterBatchDialog *self)
{
  guint n = adw_combo_row_get_selected (self->authority);
  int bit = -1;

  if (n == GTK_INVALID_LIST_POSITION)
    return 0;
  for (guint i = 0; i < n; i++)
    bit = g_bit_nth_lsf (self->authorities, bit);
  return bit >= 0 ? 1u << bit : 0;
}

static void
fill_authorities (MusterBatchDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new ((const char *[]) { _("Whoever usually decides it"), NULL });

  self->authorities = muster_certification_list_authorities (get_verb (self));
  for (int bit = g_bit_nth_lsf (self->authorities, -1); bit >= 0; bit = g_bit_nth_lsf (self->authorities, bit))
    gtk_string_list_append (labels, muster_authority_get_label (1u << bit));
  adw_combo_row_set_model (self->authority, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->authority, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->authority), (self->authorities & (self->authorities - 1)) != 0);
}

static void look (MusterBatchDialog *self, gboolean rows_stay);

static void
toggled_cb (MusterCheckRow *row, MusterBatchDialog *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "person");

  if (muster_check_row_get_active (row))
    g_hash_table_remove (self->left_out, id);
  else
    g_hash_table_add (self->left_out, g_memdup2 (id, sizeof *id));
  look (self, TRUE);
}

static void
append_step (GString *text, const MusterBatchLine *line)
{
  g_string_append (text, text->len > 0 ? "\n" : "");
  /* Translators: a role, a state that is confirmed: “Broker: Certified, renewed” */
  if (line->type != 0 && line->from == line->to)
    g_string_append_printf (text, _("%s: %s, renewed"), muster_assister_type_get_label (line->type), muster_certification_state_get_label (line->to));
  else if (line->type != 0)
    g_string_append_printf (text, _("%s: %s → %s"), muster_assister_type_get_label (line->type), muster_certification_state_get_label (line->from),
                            muster_certification_state_get_label (line->to));
  if (line->leaves)
    g_string_append_printf (text, "%s%s", line->type != 0 ? " · " : "", _("leaves the agency"));
  if (line->under_investigation)
    g_string_append_printf (text, " · %s", _("while a case is open"));
}

static void
add_person (MusterBatchDialog *self, const MusterBatchLine *line, const char *steps)
{
  GtkWidget *row = muster_check_row_new (line->name, steps);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  muster_check_row_set_active (MUSTER_CHECK_ROW (row), !g_hash_table_contains (self->left_out, &line->assister_id));
  g_object_set_data_full (G_OBJECT (row), "person", g_memdup2 (&line->assister_id, sizeof line->assister_id), g_free);
  g_signal_connect (row, "toggled", G_CALLBACK (toggled_cb), self);
  muster_row_group_add (self->people, row);
}

/* The lines of one person stand together. */
static void
show_people (MusterBatchDialog *self, const MusterBatchPlan *plan)
{
  guint n_more = 0;

  muster_row_group_begin (self->people);
  muster_row_group_begin (self->refused);
  for (guint i = 0, end; i < plan->lines->len; i = end)
    {
      const MusterBatchLine *line = plan->lines->pdata[i];
      g_autoptr (GString) steps = g_string_new (NULL);
      MusterRowGroup *group = line->problem != NULL ? self->refused : self->people;

      for (end = i; end < plan->lines->len && ((const MusterBatchLine *) plan->lines->pdata[end])->assister_id == line->assister_id; end++)
        append_step (steps, plan->lines->pdata[end]);
      if (muster_row_group_get_n_rows (group) >= MAX_ROWS)
        n_more++;
      else if (line->problem != NULL)
        muster_row_group_add_text (group, line->name, line->problem);
      else
        add_person (self, line, steps->str);
    }
  if (n_more > 0)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n_more), n_more);

      muster_row_group_add_text (self->people, more, NULL);
    }
  muster_row_group_end (self->people);
  muster_row_group_end (self->refused);
  gtk_widget_set_visible (GTK_WIDGET (self->refused), plan->n_refused > 0);
}

static void
show_verb (MusterBatchDialog *self)
{
  guint n = self->preview != NULL && self->preview->chosen != NULL ? self->preview->chosen->n_people : 0;
  const char *verb = muster_certification_verb_get_title (get_verb (self));
  /* Translators: a step and a number: “Suspend: 29 People” */
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u Person", "%s: %u People", n), verb, n);

  muster_form_dialog_set_destructive (MUSTER_FORM_DIALOG (self), muster_certification_verb_takes_away (get_verb (self)));
  muster_form_dialog_set_verb (MUSTER_FORM_DIALOG (self), label);
}

static void
show_nothing (MusterBatchDialog *self, const GError *error)
{
  muster_row_group_begin (self->people);
  muster_row_group_add_text (self->people, error->message, NULL);
  muster_row_group_end (self->people);
  gtk_widget_set_visible (GTK_WIDGET (self->refused), FALSE);
  muster_coverage_rows_show (self->coverage, NULL);
}

/* Rows that come by themselves are nothing that was entered. */
static void
mark_shown (MusterBatchDialog *self)
{
  g_autofree char *reason = muster_text_row_dup_text (self->reason);

  if (reason == NULL)
    muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterBatchDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterBatchPreview) preview = muster_batch_preview_new_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->left_out == NULL)
    return;
  g_clear_object (&self->looking);
  g_clear_pointer (&self->preview, muster_batch_preview_free);
  self->preview = g_steal_pointer (&preview);
  if (self->preview == NULL)
    show_nothing (self, error);
  else if (!self->rows_stay)
    show_people (self, self->preview->all);
  if (self->preview != NULL)
    muster_coverage_rows_show (self->coverage, self->preview->coverage != NULL ? self->preview->coverage->warnings : NULL);
  show_verb (self);
  if (!self->rows_stay)
    mark_shown (self);
}

/* @rows_stay: the rows say the same, and whoever ticks them keeps the place. */
static void
look (MusterBatchDialog *self, gboolean rows_stay)
{
  g_autoptr (GError) error = NULL;
  GDate on;

  if (self->looking != NULL)
    {
      rows_stay = rows_stay && self->rows_stay;
      g_cancellable_cancel (self->looking);
    }
  g_clear_object (&self->looking);
  if (!muster_date_row_get_date (self->on, &on, &error))
    {
      g_clear_pointer (&self->preview, muster_batch_preview_free);
      show_nothing (self, error);
      show_verb (self);
      return;
    }
  self->rows_stay = rows_stay;
  self->looking = g_cancellable_new ();
  muster_batch_preview_new_async (muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self)), get_verb (self), self->picks, self->left_out, &on, get_authority (self), self->looking, looked_cb,
                                  g_object_ref (self));
}

static void
step_changed_cb (MusterBatchDialog *self)
{
  if (self->verbs != NULL && self->verbs->len > 0 && muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self)) != NULL)
    look (self, FALSE);
}

static void
verb_changed_cb (MusterBatchDialog *self)
{
  if (self->verbs != NULL && self->verbs->len > 0)
    fill_authorities (self);
  step_changed_cb (self);
}

static void
muster_batch_dialog_submit (MusterFormDialog *dialog)
{
  MusterBatchDialog *self = MUSTER_BATCH_DIALOG (dialog);
  g_autoptr (GError) error = NULL;
  Request *request;
  GDate on;

  if (!muster_date_row_get_date (self->on, &on, &error))
    {
      muster_form_dialog_fail (dialog, error, GTK_WIDGET (self->on));
      return;
    }
  if (self->looking != NULL || self->preview == NULL || self->preview->chosen == NULL)
    {
      g_set_error_literal (&error, MUSTER_ERROR, MUSTER_ERROR_RULE, self->looking != NULL ? _("The preview is still being made. Try again when it is there.") : _("Nobody was picked, so that there is nothing to do."));
      muster_form_dialog_fail (dialog, error, NULL);
      return;
    }
  request = g_new0 (Request, 1);
  request->reason = muster_text_row_dup_text (self->reason);
  request->digest = g_strdup (self->preview->chosen->digest);
  request->input = (MusterBatchRequest) {
    .verb = get_verb (self),
    .picks = muster_batch_preview_list_chosen (self->preview->picks, self->preview->all, self->left_out),
    .authority = get_authority (self),
    .on = on,
    .reason = request->reason,
    .expect = request->digest,
  };
  muster_form_dialog_run (dialog, muster_batch_operation (get_verb (self)), &request->input, NULL, request, request_free);
}

static void
muster_batch_dialog_dispose (GObject *object)
{
  MusterBatchDialog *self = MUSTER_BATCH_DIALOG (object);

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->preview, muster_batch_preview_free);
  g_clear_pointer (&self->picks, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_BATCH_DIALOG);
  g_clear_pointer (&self->verbs, g_array_unref);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  G_OBJECT_CLASS (muster_batch_dialog_parent_class)->dispose (object);
}

static void
muster_batch_dialog_class_init (MusterBatchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_batch_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_batch_dialog_submit;
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-batch-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterBatchDialog, verb);
  gtk_widget_class_bind_template_child (widget_class, MusterBatchDialog, authority);
  gtk_widget_class_bind_template_child (widget_class, MusterBatchDialog, on);
  gtk_widget_class_bind_template_child (widget_class, MusterBatchDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, MusterBatchDialog, coverage);
  gtk_widget_class_bind_template_child (widget_class, MusterBatchDialog, refused);
  gtk_widget_class_bind_template_child (widget_class, MusterBatchDialog, people);
  gtk_widget_class_bind_template_callback (widget_class, step_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, verb_changed_cb);
}

static void
muster_batch_dialog_init (MusterBatchDialog *self)
{
  GDate today;

  self->left_out = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_choice_factory_set_up (self->verb);
  muster_choice_factory_set_up (self->authority);
  muster_gui_text_get_today (&today);
  muster_date_row_set_date (self->on, &today);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Certifications recorded"));
}

static gboolean
is_offered (MusterStore *store, MusterCertificationVerb verb)
{
  const MusterOperation *operation = muster_batch_operation (verb);

  return operation != NULL && muster_store_may (store, operation->name);
}

/* Only the steps that the account may take. */
static void
fill_verbs (MusterBatchDialog *self, MusterStore *store, MusterCertificationVerb first)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GArray *verbs = g_array_new (FALSE, FALSE, sizeof (MusterCertificationVerb));
  guint selected = 0;

  for (guint i = 0; i < MUSTER_N_VERBS; i++)
    {
      MusterCertificationVerb verb = i;

      if (!is_offered (store, verb))
        continue;
      if (verb == first)
        selected = verbs->len;
      gtk_string_list_append (labels, muster_certification_verb_get_title (verb));
      g_array_append_val (verbs, verb);
    }
  adw_combo_row_set_model (self->verb, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->verb, selected);
  self->verbs = verbs;
}

AdwDialog *
muster_batch_dialog_new (MusterStore *store, MusterCertificationVerb verb, GArray *picks)
{
  MusterBatchDialog *self = g_object_new (MUSTER_TYPE_BATCH_DIALOG, "store", store, NULL);

  self->picks = picks != NULL ? g_array_ref (picks) : NULL;
  fill_verbs (self, store, verb);
  fill_authorities (self);
  show_verb (self);
  look (self, FALSE);
  return ADW_DIALOG (self);
}

gboolean
muster_batch_dialog_is_offered (MusterStore *store)
{
  for (guint verb = 0; verb < MUSTER_N_VERBS; verb++)
    if (is_offered (store, verb))
      return TRUE;
  return FALSE;
}

gboolean
muster_batch_dialog_is_ready (MusterBatchDialog *self)
{
  return self->looking == NULL;
}
