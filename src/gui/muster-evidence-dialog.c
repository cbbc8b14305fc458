/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-evidence-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "gui/muster-attachment-row.h"
#include "gui/muster-choice-factory.h"
#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-requirement-choice.h"
#include "gui/muster-row-group.h"
#include "gui/muster-score-row.h"
#include "gui/muster-text-row.h"
#include "operations/muster-evidence-basis.h"
#include "operations/muster-evidence-operations.h"
#include "store/muster-document-table.h"

struct _MusterEvidenceDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  MusterRequirementChoice *requirement;
  AdwComboRow *outcome;
  MusterDateRow *on;
  MusterDateRow *expires;
  MusterScoreRow *score;
  AdwComboRow *version;
  GtkEditable *source;
  MusterTextRow *note;
  MusterAttachmentRow *attachment;
  MusterTextRow *reason;

  gint64 assister_id;
  MusterEvidenceBasis *basis;
  const MusterEvidence *old; /* (nullable): what is corrected; the basis has it */
};

G_DEFINE_FINAL_TYPE (MusterEvidenceDialog, muster_evidence_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterEvidenceRequest input;
  MusterEvidence *evidence;
  char *file_name;
  GBytes *content;
  char *reason;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->evidence, muster_evidence_free);
  g_clear_pointer (&request->content, g_bytes_unref);
  g_free (request->file_name);
  g_free (request->reason);
  g_free (request);
}

/* %NULL until the form is filled in. */
static const MusterRequirement *
get_requirement (MusterEvidenceDialog *self)
{
  return self->basis != NULL ? muster_requirement_choice_get (self->requirement) : NULL;
}

static const MusterEvidenceOutcome *
get_outcome (MusterEvidenceDialog *self)
{
  return &muster_requirement_kind_get_outcomes (get_requirement (self)->kind)[adw_combo_row_get_selected (self->outcome)];
}

static void
set_labels (AdwComboRow *row, GtkStringList *labels)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
  muster_choice_factory_set_up (row);
}

static void
show_outcomes (MusterEvidenceDialog *self, const MusterRequirement *requirement)
{
  const MusterEvidenceOutcome *outcomes = muster_requirement_kind_get_outcomes (requirement->kind);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; outcomes[i].code != NULL; i++)
    gtk_string_list_append (labels, _(outcomes[i].label));
  set_labels (self->outcome, labels);
}

/* An end that nobody asks for only confuses. */
static gboolean
may_end (const MusterRequirement *requirement)
{
  return requirement->needs_expiry || (requirement->kind != MUSTER_REQUIREMENT_COURSE && requirement->kind != MUSTER_REQUIREMENT_ACKNOWLEDGEMENT);
}

static void
show_fields (MusterEvidenceDialog *self)
{
  const MusterRequirement *requirement = get_requirement (self);
  gboolean is_met = requirement != NULL && get_outcome (self)->meaning == MUSTER_MEANING_MET;

  if (requirement == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->expires), (is_met && may_end (requirement)) || (self->old != NULL && g_date_valid (&self->old->expires)));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expires), requirement->needs_expiry ? _("Through which day it holds") : _("Through which day it holds, if known"));
  adw_preferences_group_set_description (self->group, requirement->kind == MUSTER_REQUIREMENT_LICENCE ? _("A Minnesota producer license ends with the month in which its holder was born.") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->score), requirement->kind == MUSTER_REQUIREMENT_COURSE && requirement->pass_mark != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->version), requirement->kind == MUSTER_REQUIREMENT_ACKNOWLEDGEMENT && self->basis->versions->len > 0);
}

static char *
dup_description (MusterEvidenceDialog *self, const MusterRequirement *requirement)
{
  g_autofree char *code = self->old != NULL ? muster_evidence_dup_code (self->old->id) : NULL;

  if (code != NULL)
    return g_strdup_printf (_("Corrects %s. What was recorded before stays readable."), code);
  if (requirement->pass_mark != 0)
    return g_strdup_printf (_("Passed with %u %% or more. Source of the rule: %s"), requirement->pass_mark, requirement->source.citation);
  return g_strdup_printf (_("Source of the rule: %s"), requirement->source.citation);
}

static void
requirement_cb (MusterEvidenceDialog *self)
{
  const MusterRequirement *requirement = get_requirement (self);
  g_autofree char *description = NULL;

  if (requirement == NULL)
    return;
  description = dup_description (self, requirement);
  muster_row_group_describe (self->group, NULL, description);
  show_outcomes (self, requirement);
  show_fields (self);
}

/* What the score says need not be said again. */
static void
score_cb (MusterEvidenceDialog *self)
{
  const MusterRequirement *requirement = get_requirement (self);
  const MusterEvidenceOutcome *outcomes;
  int score;

  if (requirement == NULL || !muster_score_row_get_score (self->score, &score, NULL) || score < 0)
    return;
  outcomes = muster_requirement_kind_get_outcomes (requirement->kind);
  for (guint i = 0; outcomes[i].code != NULL; i++)
    if (outcomes[i].meaning == (score >= (int) requirement->pass_mark ? MUSTER_MEANING_MET : MUSTER_MEANING_ADVERSE))
      {
        adw_combo_row_set_selected (self->outcome, i);
        return;
      }
}

static gboolean
read_form (MusterEvidenceDialog *self, MusterEvidence *evidence, MusterEvidenceField *field, GError **error)
{
  evidence->assister_id = self->assister_id;
  evidence->requirement = g_strdup (get_requirement (self)->code);
  evidence->outcome = g_strdup (get_outcome (self)->code);
  evidence->source = g_strdup (gtk_editable_get_text (self->source));
  evidence->note = muster_text_row_dup_text (self->note);
  if (self->old != NULL)
    evidence->said = g_strdup (self->old->said);
  if (gtk_widget_get_visible (GTK_WIDGET (self->version)))
    evidence->version = g_strdup (self->basis->versions->pdata[adw_combo_row_get_selected (self->version)]);
  *field = MUSTER_EVIDENCE_FIELD_ON;
  if (!muster_date_row_get_date (self->on, &evidence->on, error))
    return FALSE;
  *field = MUSTER_EVIDENCE_FIELD_EXPIRES;
  if (gtk_widget_get_visible (GTK_WIDGET (self->expires)) && !muster_date_row_get_date (self->expires, &evidence->expires, error))
    return FALSE;
  *field = MUSTER_EVIDENCE_FIELD_SCORE;
  return muster_score_row_get_score (self->score, &evidence->score, error);
}

/* The same that the operation asks, asked before it so that the field is known; what is corrected stands in no way. */
static gboolean
check_form (MusterEvidenceDialog *self, const MusterEvidence *evidence, MusterEvidenceField *field, GError **error)
{
  g_autoptr (MusterEvidence) copy = muster_evidence_copy (evidence);

  if (self->old != NULL)
    copy->id = self->old->id;
  return muster_evidence_check_fields (copy, &self->basis->context, field, error);
}

static GtkWidget *
get_field (MusterEvidenceDialog *self, MusterEvidenceField field)
{
  GtkWidget *const fields[MUSTER_N_EVIDENCE_FIELDS] = {
    [MUSTER_EVIDENCE_FIELD_REQUIREMENT] = GTK_WIDGET (self->requirement),
    [MUSTER_EVIDENCE_FIELD_ON] = GTK_WIDGET (self->on),
    [MUSTER_EVIDENCE_FIELD_EXPIRES] = GTK_WIDGET (self->expires),
    [MUSTER_EVIDENCE_FIELD_OUTCOME] = GTK_WIDGET (self->outcome),
    [MUSTER_EVIDENCE_FIELD_SCORE] = GTK_WIDGET (self->score),
    [MUSTER_EVIDENCE_FIELD_VERSION] = GTK_WIDGET (self->version),
    [MUSTER_EVIDENCE_FIELD_WORDS] = GTK_WIDGET (self->source),
  };

  return fields[field];
}

static void
mark (MusterEvidenceDialog *self, GtkWidget *wrong)
{
  for (guint field = 0; field < MUSTER_N_EVIDENCE_FIELDS; field++)
    {
      GtkWidget *row = get_field (self, field);

      if (row == wrong)
        gtk_widget_add_css_class (row, "error");
      else
        gtk_widget_remove_css_class (row, "error");
    }
}

static void
muster_evidence_dialog_submit (MusterFormDialog *dialog)
{
  MusterEvidenceDialog *self = MUSTER_EVIDENCE_DIALOG (dialog);
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  g_autoptr (GError) error = NULL;
  MusterEvidenceField field;
  Request *request;

  mark (self, NULL);
  if (muster_attachment_row_is_busy (self->attachment))
    return;
  if (!read_form (self, evidence, &field, &error) || !check_form (self, evidence, &field, &error))
    {
      mark (self, get_field (self, field));
      muster_form_dialog_fail (dialog, error, get_field (self, field));
      return;
    }
  request = g_new0 (Request, 1);
  request->evidence = g_steal_pointer (&evidence);
  request->content = muster_attachment_row_dup_content (self->attachment, &request->file_name);
  request->reason = muster_text_row_dup_text (self->reason);
  request->input = (MusterEvidenceRequest) { request->evidence, self->old != NULL ? self->old->id : 0, request->file_name, request->content,
                                             muster_attachment_row_keeps (self->attachment), request->reason };
  muster_form_dialog_run (dialog, self->old != NULL ? &muster_correct_evidence : &muster_record_evidence, &request->input, NULL, request, request_free);
}

static void
muster_evidence_dialog_dispose (GObject *object)
{
  MusterEvidenceDialog *self = MUSTER_EVIDENCE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_EVIDENCE_DIALOG);
  g_clear_pointer (&self->basis, muster_evidence_basis_free);
  G_OBJECT_CLASS (muster_evidence_dialog_parent_class)->dispose (object);
}

static void
muster_evidence_dialog_class_init (MusterEvidenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_evidence_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_evidence_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  g_type_ensure (MUSTER_TYPE_ATTACHMENT_ROW);
  g_type_ensure (MUSTER_TYPE_REQUIREMENT_CHOICE);
  g_type_ensure (MUSTER_TYPE_SCORE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-evidence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterEvidenceDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterEvidenceDialog, requirement);
  gtk_widget_class_bind_template_child (widget_class, MusterEvidenceDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, MusterEvidenceDialog, on);
  gtk_widget_class_bind_template_child (widget_class, MusterEvidenceDialog, expires);
  gtk_widget_class_bind_template_child (widget_class, MusterEvidenceDialog, score);
  gtk_widget_class_bind_template_child (widget_class, MusterEvidenceDialog, version);
  gtk_widget_class_bind_template_child (widget_class, MusterEvidenceDialog, source);
  gtk_widget_class_bind_template_child (widget_class, MusterEvidenceDialog, note);
  gtk_widget_class_bind_template_child (widget_class, MusterEvidenceDialog, attachment);
  gtk_widget_class_bind_template_child (widget_class, MusterEvidenceDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, requirement_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_fields);
  gtk_widget_class_bind_template_callback (widget_class, score_cb);
}

static void
muster_evidence_dialog_init (MusterEvidenceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_attachment_row_take_drops (self->attachment, GTK_WIDGET (self));
}

/* What the person’s roles ask for; of a correction only its own. */
static void
fill_requirements (MusterEvidenceDialog *self, const char *code)
{
  g_autofree char *own = self->old != NULL ? g_strndup (self->old->requirement, strcspn (self->old->requirement, ":")) : NULL;

  if (own != NULL)
    muster_requirement_choice_fix (self->requirement, self->basis->pack, own);
  else
    muster_requirement_choice_fill (self->requirement, self->basis->pack, self->basis->context.held, code);
}

static void
fill_versions (MusterEvidenceDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (self->basis->context.versions);

  set_labels (self->version, labels);
  for (guint i = 0; self->old != NULL && i < self->basis->versions->len; i++)
    if (g_strcmp0 (self->basis->versions->pdata[i], self->old->version) == 0)
      adw_combo_row_set_selected (self->version, i);
}

/* The form as it was recorded. */
static void
fill_old (MusterEvidenceDialog *self, const char *file_name)
{
  const MusterEvidenceOutcome *outcomes = muster_requirement_kind_get_outcomes (get_requirement (self)->kind);

  for (guint i = 0; outcomes[i].code != NULL; i++)
    if (g_strcmp0 (outcomes[i].code, self->old->outcome) == 0)
      adw_combo_row_set_selected (self->outcome, i);
  muster_date_row_set_date (self->on, &self->old->on);
  muster_date_row_set_date (self->expires, &self->old->expires);
  muster_score_row_set_score (self->score, self->old->score);
  gtk_editable_set_text (self->source, self->old->source != NULL ? self->old->source : "");
  muster_text_row_set_text (self->note, self->old->note);
  muster_attachment_row_set_kept (self->attachment, file_name);
}

static gboolean
load (MusterEvidenceDialog *self, gint64 old, char **file_name, GError **error)
{
  MusterStore *store = muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
  MusterDatabase *database = muster_store_read (store, error);
  g_autoptr (MusterDocument) document = NULL;
  GDate today;

  if (database == NULL)
    return FALSE;
  muster_gui_text_get_today (&today);
  self->basis = muster_evidence_basis_new (database, self->assister_id, &today, error);
  for (guint i = 0; self->basis != NULL && i < self->basis->standing->len; i++)
    if (old != 0 && ((MusterEvidence *) self->basis->standing->pdata[i])->id == old)
      self->old = self->basis->standing->pdata[i];
  if (self->old != NULL && self->old->document_id != 0)
    document = muster_document_table_load (database, self->old->document_id, NULL);
  *file_name = document != NULL ? g_strdup (document->file_name) : NULL;
  muster_store_read_done (store, database);
  return self->basis != NULL;
}

static gboolean
offer_requirements (MusterEvidenceDialog *self, const char *code, gint64 old, GError **error)
{
  fill_requirements (self, code);
  if (get_requirement (self) != NULL && (old == 0 || (self->old != NULL && self->old->superseded_by == 0)))
    return TRUE;
  if (old != 0)
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("This evidence was corrected meanwhile, or the rules do not ask for it any more. Look again."));
  else
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The rules ask nothing of the person’s roles. Enroll the person in a role first."));
  return FALSE;
}

AdwDialog *
muster_evidence_dialog_new (MusterStore *store, gint64 assister_id, const char *requirement, gint64 old)
{
  MusterEvidenceDialog *self = g_object_new (MUSTER_TYPE_EVIDENCE_DIALOG, "store", store, "title", old != 0 ? _("Correct Evidence") : _("Record Evidence"),
                                             "verb", old != 0 ? _("_Correct") : _("_Record"), NULL);
  g_autofree char *file_name = NULL;
  g_autoptr (GError) error = NULL;

  self->assister_id = assister_id;
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), old != 0 ? _("Evidence corrected") : _("Evidence recorded"));
  gtk_widget_set_visible (GTK_WIDGET (self->reason), old != 0);
  if (!load (self, old, &file_name, &error) || !offer_requirements (self, requirement, old, &error))
    {
      muster_form_dialog_refuse (MUSTER_FORM_DIALOG (self), error);
      return ADW_DIALOG (self);
    }
  fill_versions (self);
  requirement_cb (self);
  if (self->old != NULL)
    fill_old (self, file_name);
  else
    muster_date_row_set_date (self->on, &self->basis->today);
  show_fields (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (old != 0 ? self->on : (gpointer) self->outcome));
  return ADW_DIALOG (self);
}
