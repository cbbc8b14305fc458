/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-account-person.h"

/*
 * Conflict of interest. A case (an incident, a corrective action, a decision) can be closed to named accounts, an administrator’s as well as anybody’s, and
 * whom a case concerns never sees it, without anybody having to think of that:
 *
 *  - what was last said of an account and a case, “closed” or “open”, counts before everything else;
 *  - else a case is closed to the account that is somebody whom it concerns, as was said of the account or else by the name, that of today or one they had before;
 *  - else a corrective action is closed to whom the incident that it comes from is, and a decision to whom a corrective action that it rests on, or the decision
 *    that it calls off, is;
 *  - else it is closed to an account that was added, enabled or given its role by one to which it is closed, once there was the case: nobody looks through a second
 *    account;
 *  - else it is open to all whose role lets them see cases.
 *
 * Supervisors and administrators close and open; nobody opens a case to themselves; it is never closed to the last administrator who could
 * deal with it; and to an auditor only by an administrator.
 *
 * Nobody changes what the register says of themselves: the own record, evidence, certification, and the cases about them, open to them or not.
 */

typedef enum
{
  MUSTER_CASE_INCIDENT,
  MUSTER_CASE_ACTION,
  MUSTER_CASE_DECISION,
} MusterCaseKind;

#define MUSTER_N_CASE_KINDS 3

/** Returns: “incident”, “action” or “decision”. */
const char *muster_case_kind_to_code (MusterCaseKind kind);
gboolean muster_case_kind_from_code (const char *code, MusterCaseKind *kind, GError **error);
/** Whether @number, “IN-2026-0001”, is of a case; sets @kind. Whether there is such a one is another matter. */
gboolean muster_case_kind_from_number (const char *number, MusterCaseKind *kind, GError **error);

typedef enum
{
  MUSTER_ACCESS_UNSAID,
  MUSTER_ACCESS_CLOSED,
  MUSTER_ACCESS_OPEN,
} MusterAccess;

/** Returns: “closed” or “open”. */
const char *muster_access_to_code (MusterAccess access);
gboolean muster_access_from_code (const char *code, MusterAccess *access, GError **error);

/** MusterCaseSight: what counts for one account and one case. @said: last; @is_subject: it concerns the person that the account is; @comes_from_closed: it comes from one that is closed to the account; @is_inherited: it was closed to who let the account in. */
typedef struct
{
  MusterAccess said;
  gboolean is_subject;
  gboolean comes_from_closed;
  gboolean is_inherited;
} MusterCaseSight;

/** Returns: whether the account may see the case: the rule above, and the only place of it. */
gboolean muster_case_may_see (const MusterCaseSight *sight);

/** Refuses what somebody would have the register say of themselves: of their own record, or in a case about them (@of_case). MUSTER_ERROR_RULE. Returns: %FALSE. */
gboolean muster_account_refuse_own (gboolean of_case, GError **error);

/** MusterCaseKeeper: an account that is enabled, whether it sees the case, and whether the case concerns it. */
typedef struct
{
  gint64 account_id;
  MusterRole role;
  gboolean sees;
  gboolean is_subject;
} MusterCaseKeeper;

/** Whether one of @keepers, (element-type MusterCaseKeeper), is an administrator who sees the case and whom it does not concern: the one place that says who has to be left. */
gboolean muster_case_is_kept (const GArray *keepers);

/**
 * muster_case_check_close_to:
 * @by: the role of who closes it
 * @keepers: (element-type MusterCaseKeeper): all accounts that are enabled
 * @reason: why
 *
 * Whether a case can be closed to @account: it is somebody’s, it is not closed to them yet, a reason is given, and an administrator is left who may deal with it.
 */
gboolean muster_case_check_close_to (const MusterAccount *account, MusterRole by, const GArray *keepers, const char *reason, GError **error);

/** Whether @signer can open a case again to @account, which sees it already or not (@sees). */
gboolean muster_case_check_open_to (const MusterAccount *account, gboolean sees, gint64 signer, const char *reason, GError **error);

/** Whether a decision called @number can be decided, or bundled, by somebody to whom @n_closed of the corrective actions that it rests on are closed: none of them. MUSTER_ERROR_RULE. */
gboolean muster_case_check_grounds (const char *number, guint n_closed, GError **error);
/** Returns: (transfer full) (nullable): what is said where a decision is opened to @account, and @n_closed of what it rests on stay closed; %NULL for none. */
char *muster_case_dup_grounds_remark (const MusterAccount *account, guint n_closed);

/** MusterAccessRow: what an entry says of an account and a case. */
typedef struct
{
  MusterAccess access;
  gint64 account_id;
  gboolean has_reason;
} MusterAccessRow;

/** The same of a case that was closed to an account with the role @account by one with @by; @is_kept: see muster_case_is_kept(), afterwards. */
gboolean muster_change_rule_check_closing (MusterRole account, MusterRole by, gboolean is_kept, GError **error);

/** What verification asks: whether @operation, signed by @signer, can have said so. MUSTER_ERROR_RULE. */
gboolean muster_change_rule_check_access (const char *operation, const MusterAccessRow *row, gint64 signer, GError **error);
