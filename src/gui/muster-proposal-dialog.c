/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-proposal-dialog.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-error.h"
#include "gui/muster-check-row.h"
#include "gui/muster-citation-ask.h"
#include "gui/muster-clause-picker.h"
#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-impact.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-cure-steps.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-wording-steps.h"
#include "store/muster-cases-table.h"
#include "store/muster-people-table.h"

struct _MusterProposalDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *person;
  AdwComboRow *kind;
  AdwComboRow *authority;
  MusterDateRow *effective;
  AdwActionRow *cure;
  MusterTextRow *immediate;
  MusterRowGroup *roles;
  MusterRowGroup *impact;
  MusterTextRow *reason;
  MusterTextRow *unacknowledged;
  MusterClausePicker *clauses;
  MusterRowGroup *actions;

  gint64 assister_id;
  gint64 decision_id;
  GDate cure_last;                                    /* of the time to cure of a revocation; unset where there is none */
  GPtrArray *events;                                  /* of the person */
  MusterCheckRow *role_rows[MUSTER_N_ASSISTER_TYPES]; /* %NULL where there is nothing to take */
  GPtrArray *action_rows;                             /* (element-type MusterCheckRow) */
  GArray *action_ids;                                 /* of those rows */
};

G_DEFINE_FINAL_TYPE (MusterProposalDialog, muster_proposal_dialog, MUSTER_TYPE_FORM_DIALOG)

static const MusterAuthority authorities[] = { MUSTER_AUTHORITY_AGENCY, MUSTER_AUTHORITY_MARKETPLACE };

typedef struct
{
  MusterProposal input;
  char **clauses;
  GArray *action_ids;
  char *reason;
  char *immediate;
  char *unacknowledged;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_strfreev (request->clauses);
  g_array_unref (request->action_ids);
  g_free (request->reason);
  g_free (request->immediate);
  g_free (request->unacknowledged);
  g_free (request);
}

static MusterDecisionKind
get_kind (MusterProposalDialog *self)
{
  return MUSTER_DECISION_REVOCATION + adw_combo_row_get_selected (self->kind);
}

static guint
get_types (MusterProposalDialog *self)
{
  guint types = 0;

  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    if (self->role_rows[bit] != NULL && muster_check_row_get_active (self->role_rows[bit]))
      types |= 1u << bit;
  return types;
}

static void
roles_changed_cb (MusterProposalDialog *self)
{
  guint types = get_types (self);

  gtk_widget_set_visible (GTK_WIDGET (self->impact), types != 0);
  if (types != 0)
    muster_impact_show (self->impact, muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self)), self->assister_id, types);
}

static gboolean
is_cut_short (MusterProposalDialog *self, const GDate *effective)
{
  return get_kind (self) == MUSTER_DECISION_REVOCATION && g_date_valid (&self->cure_last) && muster_cure_is_cut_short (&self->cure_last, effective);
}

static void
effective_changed_cb (MusterProposalDialog *self)
{
  GDate effective;

  gtk_widget_set_visible (GTK_WIDGET (self->cure), get_kind (self) == MUSTER_DECISION_REVOCATION && g_date_valid (&self->cure_last));
  gtk_widget_set_visible (GTK_WIDGET (self->immediate), muster_date_row_get_date (self->effective, &effective, NULL) && is_cut_short (self, &effective));
}

/* Only the roles that the lifecycle lets go this way, all of them at first. */
static void
kind_chosen_cb (MusterProposalDialog *self)
{
  guint possible;

  if (self->events == NULL)
    return;
  possible = muster_certification_list_possible (self->events, muster_decision_kind_get_verb (get_kind (self)));
  muster_row_group_begin (self->roles);
  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    {
      self->role_rows[bit] = NULL;
      if ((possible & (1u << bit)) == 0)
        continue;
      self->role_rows[bit] = MUSTER_CHECK_ROW (muster_check_row_new (muster_assister_type_get_label (1u << bit), NULL));
      muster_check_row_set_active (self->role_rows[bit], TRUE);
      g_signal_connect_swapped (self->role_rows[bit], "toggled", G_CALLBACK (roles_changed_cb), self);
      muster_row_group_add (self->roles, GTK_WIDGET (self->role_rows[bit]));
    }
  muster_row_group_end (self->roles);
  roles_changed_cb (self);
  effective_changed_cb (self);
}

static void
fill_choices (MusterProposalDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint kind = MUSTER_DECISION_REVOCATION; kind <= MUSTER_DECISION_SUSPENSION; kind++)
    gtk_string_list_append (kinds, muster_decision_kind_get_label (kind));
  for (guint i = 0; i < G_N_ELEMENTS (authorities); i++)
    gtk_string_list_append (labels, muster_authority_get_label (authorities[i]));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  adw_combo_row_set_model (self->authority, G_LIST_MODEL (labels));
}

static void
fill_actions (MusterProposalDialog *self, GPtrArray *actions)
{
  muster_row_group_begin (self->actions);
  for (guint i = 0; i < actions->len; i++)
    {
      const MusterCorrectiveAction *action = actions->pdata[i];
      g_autofree char *title = g_strdup_printf ("%s  %s", action->number, muster_severity_get_label (action->severity));
      GtkWidget *row;

      if (action->state == MUSTER_ACTION_VOIDED)
        continue;
      row = muster_check_row_new (title, action->finding);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
      muster_row_group_add (self->actions, row);
      g_ptr_array_add (self->action_rows, row);
      g_array_append_val (self->action_ids, action->id);
    }
  muster_row_group_end (self->actions);
}

static GArray *
dup_ticked_actions (MusterProposalDialog *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->action_rows->len; i++)
    if (muster_check_row_get_active (self->action_rows->pdata[i]))
      g_array_append_val (ids, g_array_index (self->action_ids, gint64, i));
  return ids;
}

static void
run_proposal (MusterProposalDialog *self, const GDate *effective)
{
  Request *request = g_new0 (Request, 1);
  MusterCiting citing;
  gboolean revokes = get_kind (self) == MUSTER_DECISION_REVOCATION;

  request->clauses = muster_clause_picker_dup_ids (self->clauses);
  request->action_ids = dup_ticked_actions (self);
  request->reason = muster_text_row_dup_text (self->reason);
  request->immediate = is_cut_short (self, effective) ? muster_text_row_dup_text (self->immediate) : NULL;
  request->unacknowledged = muster_text_row_dup_text (self->unacknowledged);
  request->input = (MusterProposal) {
    .assister_id = self->assister_id,
    .types = get_types (self),
    .authority = authorities[adw_combo_row_get_selected (self->authority)],
    .clauses = (const char *const *) request->clauses,
    .action_ids = (const gint64 *) request->action_ids->data,
    .n_action_ids = request->action_ids->len,
    .reason = request->reason,
    .effective = *effective,
    .immediate = request->immediate,
    .unacknowledged = request->unacknowledged,
  };
  citing = (MusterCiting) { self->assister_id, request->input.clauses, 0, request->input.action_ids, request->input.n_action_ids, request->unacknowledged };
  if (!muster_citation_ask (MUSTER_FORM_DIALOG (self), self->unacknowledged, &citing))
    {
      request_free (request);
      return;
    }
  muster_form_dialog_run (MUSTER_FORM_DIALOG (self), revokes ? &muster_propose_revocation : &muster_propose_suspension, &request->input, &self->decision_id, request, request_free);
}

/* Whoever takes the time to cure away says why. */
static gboolean
check_immediate (MusterProposalDialog *self, const GDate *effective)
{
  g_autofree char *immediate = muster_text_row_dup_text (self->immediate);
  g_autoptr (GError) error = NULL;

  if (immediate != NULL || !is_cut_short (self, effective))
    return TRUE;
  g_set_error_literal (&error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("It would take effect before the time to cure is over. Choose a later day, or say why it is at once: a license that is not held, fraud that was found."));
  muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, GTK_WIDGET (self->immediate));
  return FALSE;
}

static void
muster_proposal_dialog_submit (MusterFormDialog *dialog)
{
  MusterProposalDialog *self = MUSTER_PROPOSAL_DIALOG (dialog);
  g_autoptr (GError) error = NULL;
  GDate effective;

  /* No role at all would mean every role to the operation. */
  if (get_types (self) == 0)
    g_set_error_literal (&error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Tick at least one role that the decision affects."));
  if (error != NULL || !muster_date_row_get_date (self->effective, &effective, &error))
    {
      muster_form_dialog_fail (dialog, error, NULL);
      return;
    }
  if (check_immediate (self, &effective))
    run_proposal (self, &effective);
}

static void
muster_proposal_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_PROPOSAL_DIALOG);
  G_OBJECT_CLASS (muster_proposal_dialog_parent_class)->dispose (object);
}

static void
muster_proposal_dialog_finalize (GObject *object)
{
  MusterProposalDialog *self = MUSTER_PROPOSAL_DIALOG (object);

  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_ptr_array_unref (self->action_rows);
  g_array_unref (self->action_ids);
  G_OBJECT_CLASS (muster_proposal_dialog_parent_class)->finalize (object);
}

static void
muster_proposal_dialog_class_init (MusterProposalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_proposal_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_proposal_dialog_finalize;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_proposal_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  g_type_ensure (MUSTER_TYPE_CLAUSE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-proposal-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterProposalDialog, person);
  gtk_widget_class_bind_template_child (widget_class, MusterProposalDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, MusterProposalDialog, authority);
  gtk_widget_class_bind_template_child (widget_class, MusterProposalDialog, effective);
  gtk_widget_class_bind_template_child (widget_class, MusterProposalDialog, cure);
  gtk_widget_class_bind_template_child (widget_class, MusterProposalDialog, immediate);
  gtk_widget_class_bind_template_child (widget_class, MusterProposalDialog, roles);
  gtk_widget_class_bind_template_child (widget_class, MusterProposalDialog, impact);
  gtk_widget_class_bind_template_child (widget_class, MusterProposalDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, MusterProposalDialog, unacknowledged);
  gtk_widget_class_bind_template_child (widget_class, MusterProposalDialog, clauses);
  gtk_widget_class_bind_template_child (widget_class, MusterProposalDialog, actions);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, effective_changed_cb);
}

static void
muster_proposal_dialog_init (MusterProposalDialog *self)
{
  self->action_rows = g_ptr_array_new ();
  self->action_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Proposed; another person decides now"));
}

static gboolean
load_cure (MusterProposalDialog *self, MusterDatabase *database, GError **error)
{
  g_autofree char *text = NULL, *end = NULL, *title = NULL;
  GDate today;

  muster_gui_text_get_today (&today);
  if (!muster_cure_steps_find (database, MUSTER_DECISION_REVOCATION, &today, &self->cure_last, &text, error))
    return FALSE;
  if (!g_date_valid (&self->cure_last))
    return TRUE;
  end = muster_gui_text_dup_date (&self->cure_last);
  /* Translators: day */
  title = g_strdup_printf (_("Time to cure through %s"), end);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->cure), title);
  adw_action_row_set_subtitle (self->cure, text);
  return TRUE;
}

static gboolean
load_person (MusterProposalDialog *self, MusterDatabase *database, GError **error)
{
  MusterActionFilter filter = { .assister_id = self->assister_id };
  g_autoptr (MusterAssister) person = muster_people_table_load (database, self->assister_id, error);
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GHashTable) wordings = NULL;
  g_autofree char *name = NULL;
  GDate today;

  if (person == NULL)
    return FALSE;
  actions = muster_action_table_list (database, &filter, error);
  if (actions == NULL)
    return FALSE;
  g_date_set_time_t (&today, time (NULL));
  self->events = muster_people_table_list_begun (database, self->assister_id, &today, error);
  if (self->events == NULL)
    return FALSE;
  name = muster_assister_dup_name (person);
  muster_row_group_describe (self->person, name, NULL);
  muster_clause_picker_fill (self->clauses, muster_data_get_clauses (), muster_certification_list_held (self->events));
  wordings = muster_wording_steps_load (database, NULL, &today, NULL);
  muster_clause_picker_show_wordings (self->clauses, wordings);
  fill_actions (self, actions);
  return load_cure (self, database, error);
}

AdwDialog *
muster_proposal_dialog_new (MusterStore *store, gint64 assister_id)
{
  MusterProposalDialog *self = g_object_new (MUSTER_TYPE_PROPOSAL_DIALOG, "store", store, NULL);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  gboolean loaded = FALSE;

  self->assister_id = assister_id;
  if (database != NULL)
    {
      loaded = load_person (self, database, &error);
      muster_store_read_done (store, database);
    }
  if (!loaded)
    muster_form_dialog_refuse (MUSTER_FORM_DIALOG (self), error);
  kind_chosen_cb (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->kind));
  return ADW_DIALOG (self);
}

gint64
muster_proposal_dialog_get_decision_id (MusterProposalDialog *self)
{
  return self->decision_id;
}
