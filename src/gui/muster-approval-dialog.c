/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-approval-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "gui/muster-gui-names.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-password.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-decision-operations.h"
#include "store/muster-account-table.h"
#include "store/muster-cases-table.h"

struct _MusterApprovalDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *what;
  MusterTextRow *note;
  AdwPreferencesGroup *own;
  AdwPreferencesGroup *second;
  AdwComboRow *account;
  AdwEntryRow *password;
  AdwPreferencesGroup *alone;
  MusterTextRow *emergency;

  gint64 decision_id;
  MusterApprovalMode mode;
  GPtrArray *others; /* (element-type MusterAccount), borrowed from @accounts */
  GPtrArray *accounts;
};

G_DEFINE_FINAL_TYPE (MusterApprovalDialog, muster_approval_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterDecisionAnswer input;
  char *note;
  char *emergency;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->note);
  g_free (request->emergency);
  g_free (request);
}

static Request *
request_new (MusterApprovalDialog *self)
{
  Request *request = g_new0 (Request, 1);

  request->note = muster_text_row_dup_text (self->note);
  if (self->mode == MUSTER_APPROVAL_EMERGENCY)
    request->emergency = muster_text_row_dup_text (self->emergency);
  request->input = (MusterDecisionAnswer) { self->decision_id, request->note, request->emergency };
  return request;
}

static void
second_approved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterApprovalDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean approved = muster_store_run_finish (MUSTER_STORE (source), result, &error);

  muster_store_close (MUSTER_STORE (source));
  muster_form_dialog_set_busy (MUSTER_FORM_DIALOG (self), FALSE);
  if (approved)
    muster_form_dialog_finish (MUSTER_FORM_DIALOG (self));
  else
    muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, NULL);
}

static void
second_signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterApprovalDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterStore) store = muster_store_open_finish (result, &error);
  Request *request;

  if (store == NULL)
    {
      muster_form_dialog_set_busy (MUSTER_FORM_DIALOG (self), FALSE);
      muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, GTK_WIDGET (self->password));
      return;
    }
  request = request_new (self);
  muster_store_run_async (store, &muster_approve_decision, &request->input, NULL, request, request_free, NULL, second_approved_cb, g_object_ref (self));
}

/* The second person’s session lives as long as this one decision. */
static void
let_second_approve (MusterApprovalDialog *self)
{
  MusterStore *store = muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
  const MusterAccount *account = self->others->pdata[adw_combo_row_get_selected (self->account)];
  g_autoptr (MusterSecret) password = muster_password_take (self->password);

  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  muster_form_dialog_set_busy (MUSTER_FORM_DIALOG (self), TRUE);
  muster_store_open_async (muster_store_get_folder (store), account->name, password, NULL, second_signed_in_cb, g_object_ref (self));
}

/* Before it is approved, and not only for ever after. */
static void
show_ties (MusterApprovalDialog *self, const MusterAccount *decider, AdwPreferencesGroup *group, const char *otherwise)
{
  MusterStore *store = muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (MusterDecision) decision = NULL;
  g_autofree char *ties = NULL, *text = NULL;

  if (database == NULL)
    return;
  decision = muster_decision_table_load (database, self->decision_id, NULL);
  if (decision != NULL)
    muster_account_table_dup_ties (database, decision, decider->id, &ties, NULL);
  muster_store_read_done (store, database);
  /* Translators: what one should know, and how it is told */
  text = ties != NULL ? g_strdup_printf (_("%s If it is approved so, that is told with the decision for ever."), ties) : g_strdup (otherwise);
  muster_row_group_describe (group, NULL, text);
  gtk_widget_set_visible (GTK_WIDGET (group), text != NULL);
}

static void
account_chosen_cb (MusterApprovalDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->account);

  if (self->mode == MUSTER_APPROVAL_SECOND && chosen < self->others->len)
    show_ties (self, self->others->pdata[chosen], self->second, _("Another administrator decides here with their own account. You stay signed in, and it is recorded as theirs."));
}

static void
muster_approval_dialog_submit (MusterFormDialog *dialog)
{
  MusterApprovalDialog *self = MUSTER_APPROVAL_DIALOG (dialog);
  g_autoptr (GError) error = NULL;
  Request *request;

  if (self->mode == MUSTER_APPROVAL_SECOND)
    {
      let_second_approve (self);
      return;
    }
  request = request_new (self);
  if (self->mode == MUSTER_APPROVAL_EMERGENCY && request->emergency == NULL)
    {
      g_set_error_literal (&error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Say why it cannot wait for a second person."));
      request_free (request);
      muster_form_dialog_fail (dialog, error, GTK_WIDGET (self->emergency));
      return;
    }
  muster_form_dialog_run (dialog, &muster_approve_decision, &request->input, NULL, request, request_free);
}

static void
muster_approval_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_APPROVAL_DIALOG);
  G_OBJECT_CLASS (muster_approval_dialog_parent_class)->dispose (object);
}

static void
muster_approval_dialog_finalize (GObject *object)
{
  MusterApprovalDialog *self = MUSTER_APPROVAL_DIALOG (object);

  g_ptr_array_unref (self->others);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  G_OBJECT_CLASS (muster_approval_dialog_parent_class)->finalize (object);
}

static void
muster_approval_dialog_class_init (MusterApprovalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_approval_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_approval_dialog_finalize;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_approval_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-approval-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterApprovalDialog, what);
  gtk_widget_class_bind_template_child (widget_class, MusterApprovalDialog, note);
  gtk_widget_class_bind_template_child (widget_class, MusterApprovalDialog, own);
  gtk_widget_class_bind_template_child (widget_class, MusterApprovalDialog, second);
  gtk_widget_class_bind_template_child (widget_class, MusterApprovalDialog, account);
  gtk_widget_class_bind_template_child (widget_class, MusterApprovalDialog, password);
  gtk_widget_class_bind_template_child (widget_class, MusterApprovalDialog, alone);
  gtk_widget_class_bind_template_child (widget_class, MusterApprovalDialog, emergency);
  gtk_widget_class_bind_template_callback (widget_class, account_chosen_cb);
}

static void
muster_approval_dialog_init (MusterApprovalDialog *self)
{
  self->others = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Decision approved"));
}

static void
show_decision (MusterApprovalDialog *self, MusterDatabase *database, const MusterDecision *decision)
{
  g_autofree char *person = muster_gui_names_dup_person (database, decision->assister_id);
  g_autofree char *types = muster_gui_text_dup_types (decision->types);
  /* Translators: number of a decision, what it is: “RV-2026-0001  Revocation” */
  g_autofree char *title = g_strdup_printf (C_("decision", "%s  %s"), decision->number, muster_decision_kind_get_label (decision->kind));
  g_autofree char *effective = muster_gui_text_dup_date (&decision->proposed_effective);
  g_autofree char *text = NULL;

  if (decision->kind == MUSTER_DECISION_CALLING_OFF)
    {
      g_autoptr (MusterDecision) target = muster_decision_table_load (database, decision->calls_off, NULL);

      /* Translators: name, roles, a decision */
      text = g_strdup_printf (_("%s · %s. %s will never take effect."), person, types, target != NULL ? target->number : "");
    }
  /* Translators: name, roles, day */
  else if (g_date_valid (&decision->proposed_effective))
    text = g_strdup_printf (_("%s · %s · effective %s. The person may ask for a review."), person, types, effective);
  else
    text = g_strdup_printf (_("%s · %s · effective today. The person may ask for a review."), person, types);
  muster_row_group_describe (self->what, title, text);
}

static void
show_mode (MusterApprovalDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->others->len; i++)
    {
      const MusterAccount *account = self->others->pdata[i];
      g_autofree char *label = g_strdup_printf ("%s (%s)", account->full_name, account->name);

      gtk_string_list_append (labels, label);
    }
  adw_combo_row_set_model (self->account, G_LIST_MODEL (labels));
  gtk_widget_set_visible (GTK_WIDGET (self->second), self->mode == MUSTER_APPROVAL_SECOND);
  gtk_widget_set_visible (GTK_WIDGET (self->alone), self->mode == MUSTER_APPROVAL_EMERGENCY);
  if (self->mode == MUSTER_APPROVAL_SECOND)
    adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->password));
}

static gboolean
load_decision (MusterApprovalDialog *self, MusterStore *store, MusterDatabase *database, GError **error)
{
  g_autoptr (MusterDecision) decision = muster_decision_table_load (database, self->decision_id, error);

  if (decision == NULL)
    return FALSE;
  self->accounts = muster_account_table_list (database, error);
  if (self->accounts == NULL)
    return FALSE;
  self->mode = muster_approval_dialog_find_mode (muster_store_get_account (store), decision, self->accounts, self->others);
  show_decision (self, database, decision);
  show_mode (self);
  if (self->mode != MUSTER_APPROVAL_NONE)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("There is no administrator who could decide about this proposal. Add another administrator’s account first."));
  return FALSE;
}

AdwDialog *
muster_approval_dialog_new (MusterStore *store, gint64 decision_id)
{
  MusterApprovalDialog *self = g_object_new (MUSTER_TYPE_APPROVAL_DIALOG, "store", store, NULL);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  gboolean loaded = FALSE;

  self->decision_id = decision_id;
  self->mode = MUSTER_APPROVAL_NONE;
  if (database != NULL)
    {
      loaded = load_decision (self, store, database, &error);
      muster_store_read_done (store, database);
    }
  if (!loaded)
    muster_form_dialog_refuse (MUSTER_FORM_DIALOG (self), error);
  else if (self->mode == MUSTER_APPROVAL_SECOND)
    account_chosen_cb (self);
  else if (self->mode == MUSTER_APPROVAL_OWN)
    show_ties (self, muster_store_get_account (store), self->own, NULL);
  return ADW_DIALOG (self);
}

MusterApprovalMode
muster_approval_dialog_find_mode (const MusterAccount *signed_in, const MusterDecision *decision, GPtrArray *accounts, GPtrArray *others)
{
  gboolean may = muster_role_may (signed_in->role, MUSTER_PERMISSION_DECIDE_REVOCATION);
  guint n_others = 0;

  for (guint i = 0; i < accounts->len; i++)
    {
      MusterAccount *account = accounts->pdata[i];

      if (account->disabled || account->id == decision->proposer || !muster_role_may (account->role, MUSTER_PERMISSION_DECIDE_REVOCATION))
        continue;
      n_others++;
      if (others != NULL && account->id != signed_in->id)
        g_ptr_array_add (others, account);
    }
  if (may && signed_in->id != decision->proposer)
    return MUSTER_APPROVAL_OWN;
  if (n_others > 0)
    return MUSTER_APPROVAL_SECOND;
  return may ? MUSTER_APPROVAL_EMERGENCY : MUSTER_APPROVAL_NONE;
}
