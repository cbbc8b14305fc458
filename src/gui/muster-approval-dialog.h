/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-decision.h"
#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_APPROVAL_DIALOG (muster_approval_dialog_get_type ())
/**
 * MusterApprovalDialog: approves a proposed decision. Whoever is signed in does, if it is not their own proposal; else a second person does on the
 * same screen, with their own account and password; and where there is no second administrator the proposer may, as an emergency that stays marked.
 */
G_DECLARE_FINAL_TYPE (MusterApprovalDialog, muster_approval_dialog, MUSTER, APPROVAL_DIALOG, MusterFormDialog)

AdwDialog *muster_approval_dialog_new (MusterStore *store, gint64 decision_id);

/** MusterApprovalMode: who can approve a decision from where somebody is signed in. */
typedef enum
{
  MUSTER_APPROVAL_OWN,       /* the one who is signed in */
  MUSTER_APPROVAL_SECOND,    /* another person, here */
  MUSTER_APPROVAL_EMERGENCY, /* the proposer, alone */
  MUSTER_APPROVAL_NONE,      /* nobody there is */
} MusterApprovalMode;

/** @accounts: (element-type MusterAccount): all; @others: (nullable): set to the names of those who may decide as the second person, full name and account. */
MusterApprovalMode muster_approval_dialog_find_mode (const MusterAccount *signed_in, const MusterDecision *decision, GPtrArray *accounts, GPtrArray *others);
