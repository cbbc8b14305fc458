/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

/** MusterReasonPurpose: what is done with the reason. */
typedef enum
{
  MUSTER_REASON_PURPOSE_REFUSE,    /* a proposed decision */
  MUSTER_REASON_PURPOSE_TAKE_BACK, /* one's own proposal */
  MUSTER_REASON_PURPOSE_CALL_OFF,  /* what was decided for a later day */
  MUSTER_REASON_PURPOSE_VOID,      /* a corrective action */
  MUSTER_REASON_PURPOSE_CAUSE,     /* of a corrective action */
  MUSTER_REASON_PURPOSE_WAIVE_CHECK,
  MUSTER_REASON_PURPOSE_APPROVE_EXTENSION,
  MUSTER_REASON_PURPOSE_REFUSE_EXTENSION,
  MUSTER_REASON_PURPOSE_CLOSE_TASK, /* of a comparison with a public list */
  MUSTER_REASON_PURPOSE_WITHDRAW_EVIDENCE,
  MUSTER_REASON_PURPOSE_ACCEPT_COPY, /* of the register; no id */
} MusterReasonPurpose;

#define MUSTER_TYPE_REASON_DIALOG (muster_reason_dialog_get_type ())
/** MusterReasonDialog: one text, and what is done for that reason. */
G_DECLARE_FINAL_TYPE (MusterReasonDialog, muster_reason_dialog, MUSTER, REASON_DIALOG, MusterFormDialog)

/** @id: of the decision, the corrective action, the task or the evidence; @text: (nullable): what stands there at first. */
AdwDialog *muster_reason_dialog_new (MusterStore *store, MusterReasonPurpose purpose, gint64 id, const char *text);
