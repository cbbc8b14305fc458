/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-reason-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-accept-copy.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-call-off.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-follow-up-operations.h"
#include "operations/muster-reconcile-list.h"
#include "operations/muster-withdraw-evidence.h"

struct _MusterReasonDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  MusterTextRow *row;

  MusterReasonPurpose purpose;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (MusterReasonDialog, muster_reason_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  const char *title;
  const char *explanation;
  const char *field;
  const char *verb;
  const char *announcement;
  gboolean destructive;
} Purpose;

static const Purpose purposes[] = {
  [MUSTER_REASON_PURPOSE_REFUSE] = {
    N_("Refuse Proposal"),
    N_("The certification stays as it is. The proposal and your reason stay in the register."),
    N_("Reason"),
    N_("_Refuse"),
    N_("Proposal refused"),
    TRUE,
  },
  [MUSTER_REASON_PURPOSE_TAKE_BACK] = {
    N_("Take Back Proposal"),
    N_("Nobody will be asked to decide about it any more. The proposal stays in the register as taken back."),
    N_("Reason"),
    N_("_Take Back"),
    N_("Proposal taken back"),
    TRUE,
  },
  [MUSTER_REASON_PURPOSE_CALL_OFF] = {
    N_("Call Off Decision"),
    N_("Two people decided it, and two people call it off: this makes a proposal, which another administrator approves before the day on which the decision takes effect. "
        "Everything stays in the register."),
    N_("Reason"),
    N_("_Propose"),
    N_("Proposed to call the decision off"),
    FALSE,
  },
  [MUSTER_REASON_PURPOSE_VOID] = {
    N_("Void Corrective Action"),
    N_("For one that should never have been opened. It stays in the register as voided, and a restriction it brought ends."),
    N_("Reason"),
    N_("_Void"),
    N_("Corrective action voided"),
    TRUE,
  },
  [MUSTER_REASON_PURPOSE_CAUSE] = {
    N_("Cause"),
    N_("Why it could happen: a missing check, a tool, a habit. A cause that more training alone would cure is rarely the whole of it."),
    N_("Cause"),
    N_("_Save"),
    N_("Cause recorded"),
    FALSE,
  },
  [MUSTER_REASON_PURPOSE_WAIVE_CHECK] = {
    N_("Waive Check"),
    N_("It can be closed as completed although nobody checked whether what was done had its effect. Your name and reason stay with it."),
    N_("Reason"),
    N_("_Waive"),
    N_("Check waived"),
    FALSE,
  },
  [MUSTER_REASON_PURPOSE_APPROVE_EXTENSION] = {
    N_("Approve Extension"),
    N_("From now on it is due on the day that was asked for. A note is not needed."),
    N_("Note"),
    N_("_Approve"),
    N_("Extension approved"),
    FALSE,
  },
  [MUSTER_REASON_PURPOSE_REFUSE_EXTENSION] = {
    N_("Refuse Extension"),
    N_("It stays due on its day. The request and your reason stay with it."),
    N_("Reason"),
    N_("_Refuse"),
    N_("Extension refused"),
    TRUE,
  },
  [MUSTER_REASON_PURPOSE_CLOSE_TASK] = {
    N_("Close Task"),
    N_("For what was looked into. Closing it changes nothing about the person; the note stays in the register."),
    N_("What came of it"),
    N_("C_lose Task"),
    N_("Task closed"),
    FALSE,
  },
  [MUSTER_REASON_PURPOSE_WITHDRAW_EVIDENCE] = {
    N_("Withdraw Evidence"),
    N_("For what was recorded in error, or of somebody else. From now on it counts for nothing, and the answer follows at once. It stays in the register with its document, as withdrawn, and your "
        "reason with it; a file that says the same again does not bring it back."),
    N_("Reason"),
    N_("_Withdraw"),
    N_("Evidence withdrawn"),
    TRUE,
  },
  [MUSTER_REASON_PURPOSE_ACCEPT_COPY] = {
    N_("Accept This Copy"),
    N_("Of two copies only one can be the register. If the newer one is still there, cancel and bring it back: what was recorded in it after this copy was made is missing here. "
        "If you accept this copy, work goes on with it, and the newer one will be the other copy on this computer. Your name and reason stay in the journal."),
    N_("Reason"),
    N_("_Accept"),
    N_("Copy accepted: the register can be changed again"),
    TRUE,
  },
};

typedef struct
{
  union
  {
    MusterDecisionAnswer answer;
    MusterActionText text;
    MusterCloseTask task;
    MusterWithdrawEvidence withdrawal;
  } input;
  char *text;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->text);
  g_free (request);
}

/* @input: what the operation takes; a part of @request. */
static const MusterOperation *
fill_request (MusterReasonDialog *self, Request *request, gpointer *input)
{
  *input = &request->input;
  switch (self->purpose)
    {
    case MUSTER_REASON_PURPOSE_REFUSE:
    case MUSTER_REASON_PURPOSE_TAKE_BACK:
      request->input.answer = (MusterDecisionAnswer) { self->id, request->text, NULL };
      return self->purpose == MUSTER_REASON_PURPOSE_REFUSE ? &muster_refuse_decision : &muster_take_back_proposal;
    case MUSTER_REASON_PURPOSE_CALL_OFF:
      request->input.answer = (MusterDecisionAnswer) { self->id, request->text, NULL };
      return &muster_propose_calling_off;
    case MUSTER_REASON_PURPOSE_VOID:
    case MUSTER_REASON_PURPOSE_CAUSE:
      request->input.text = (MusterActionText) { self->id, request->text };
      return self->purpose == MUSTER_REASON_PURPOSE_VOID ? &muster_void_action : &muster_set_cause;
    case MUSTER_REASON_PURPOSE_WAIVE_CHECK:
      request->input.text = (MusterActionText) { self->id, request->text };
      return &muster_waive_check;
    case MUSTER_REASON_PURPOSE_APPROVE_EXTENSION:
    case MUSTER_REASON_PURPOSE_REFUSE_EXTENSION:
      request->input.text = (MusterActionText) { self->id, request->text };
      return self->purpose == MUSTER_REASON_PURPOSE_APPROVE_EXTENSION ? &muster_approve_extension : &muster_refuse_extension;
    case MUSTER_REASON_PURPOSE_CLOSE_TASK:
      request->input.task = (MusterCloseTask) { self->id, request->text };
      return &muster_close_task;
    case MUSTER_REASON_PURPOSE_WITHDRAW_EVIDENCE:
      request->input.withdrawal = (MusterWithdrawEvidence) { .evidence_id = self->id, .reason = request->text };
      return &muster_withdraw_evidence;
    case MUSTER_REASON_PURPOSE_ACCEPT_COPY:
      *input = request->text;
      return &muster_accept_copy;
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
muster_reason_dialog_submit (MusterFormDialog *dialog)
{
  MusterReasonDialog *self = MUSTER_REASON_DIALOG (dialog);
  Request *request = g_new0 (Request, 1);
  const MusterOperation *operation;
  gpointer input;

  request->text = muster_text_row_dup_text (self->row);
  operation = fill_request (self, request, &input);
  muster_form_dialog_run (dialog, operation, input, NULL, request, request_free);
}

static void
muster_reason_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_REASON_DIALOG);
  G_OBJECT_CLASS (muster_reason_dialog_parent_class)->dispose (object);
}

static void
muster_reason_dialog_class_init (MusterReasonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_reason_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_reason_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-reason-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterReasonDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterReasonDialog, row);
}

static void
muster_reason_dialog_init (MusterReasonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
muster_reason_dialog_new (MusterStore *store, MusterReasonPurpose purpose, gint64 id, const char *text)
{
  const Purpose *words = &purposes[purpose];
  MusterReasonDialog *self = g_object_new (MUSTER_TYPE_REASON_DIALOG, "store", store, "title", _(words->title), "verb", _(words->verb), NULL);

  self->purpose = purpose;
  self->id = id;
  muster_row_group_describe (self->group, NULL, _(words->explanation));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _(words->field));
  muster_text_row_set_text (self->row, text);
  muster_form_dialog_set_destructive (MUSTER_FORM_DIALOG (self), words->destructive);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _(words->announcement));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->row));
  return ADW_DIALOG (self);
}
