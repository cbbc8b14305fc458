/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * MusterRole:
 *
 * What an account is in the agency. MUSTER_ROLE_RECOVERY is the register's own account that the
 * recovery key opens; it can set an administrator's password anew and nothing else.
 */
typedef enum
{
  MUSTER_ROLE_STAFF,
  MUSTER_ROLE_SUPERVISOR,
  MUSTER_ROLE_ADMINISTRATOR,
  MUSTER_ROLE_AUDITOR,
  MUSTER_ROLE_RECOVERY,
} MusterRole;

#define MUSTER_N_ROLES 5

/** MusterPermission: one thing a role may or may not do. */
typedef enum
{
  MUSTER_PERMISSION_SIGN_IN,             /* record one's own sign-ins, change one's own password */
  MUSTER_PERMISSION_READ_ROSTER,
  MUSTER_PERMISSION_IMPORT_ROSTER,
  MUSTER_PERMISSION_EXPORT_ROSTER,
  MUSTER_PERMISSION_EXPORT_CASE,         /* all that belongs to a decision or a corrective action, for a hearing */
  MUSTER_PERMISSION_KEEP_ROSTER,         /* edit, inactivate, withdraw, move through training */
  MUSTER_PERMISSION_RECORD_INCIDENT,     /* what happened, and whom it was reported to */
  MUSTER_PERMISSION_JUDGE_INCIDENT,      /* findings, and closing */
  MUSTER_PERMISSION_CLOSE_CASE,          /* to named accounts, and open it again */
  MUSTER_PERMISSION_RECORD_ACTION,       /* corrective actions */
  MUSTER_PERMISSION_WAIVE_CHECK,         /* of the effect of a corrective action */
  MUSTER_PERMISSION_DECIDE_CERTIFICATION, /* certify, deny, suspend administratively, reinstate */
  MUSTER_PERMISSION_PROPOSE_REVOCATION,  /* and suspension for cause */
  MUSTER_PERMISSION_DECIDE_REVOCATION,
  MUSTER_PERMISSION_READ_JOURNAL,
  MUSTER_PERMISSION_MANAGE_ACCOUNTS,
  MUSTER_PERMISSION_MANAGE_RULES,        /* adopt a rule pack, load a version of the notice */
  MUSTER_PERMISSION_RECOVER,             /* the recovery key's only one */
} MusterPermission;

#define MUSTER_N_PERMISSIONS 18

/**
 * muster_role_may:
 *
 * The table of roles × permissions (domain.md "Who", musterctl.md column "who").
 *
 * Returns: %TRUE if an account of @role may do what @permission names.
 */
gboolean muster_role_may (MusterRole role, MusterPermission permission);

/** Returns: the role's code ("staff", "supervisor", …), as kept in the register and in JSON. */
const char *muster_role_to_code (MusterRole role);

/** Returns: %TRUE and sets @role if @code is one; else %FALSE with MUSTER_ERROR_INVALID that lists the codes. */
gboolean muster_role_from_code (const char *code, MusterRole *role, GError **error);
/** The same for a role that a person gives to an account: the recovery key's is none of them. */
gboolean muster_role_choose (const char *code, MusterRole *role, GError **error);

/** Returns: the role's translated name. */
const char *muster_role_get_label (MusterRole role);

/** Returns: a translated phrase for what @permission allows, "revoke a certification". */
const char *muster_permission_get_label (MusterPermission permission);
