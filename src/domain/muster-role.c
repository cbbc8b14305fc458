/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-role.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"

#define STAFF (1 << MUSTER_ROLE_STAFF)
#define SUPERVISOR (1 << MUSTER_ROLE_SUPERVISOR)
#define ADMINISTRATOR (1 << MUSTER_ROLE_ADMINISTRATOR)
#define AUDITOR (1 << MUSTER_ROLE_AUDITOR)
#define RECOVERY (1 << MUSTER_ROLE_RECOVERY)

typedef struct
{
  guint roles;
  const char *label;
} PermissionRule;

static const PermissionRule permissions[MUSTER_N_PERMISSIONS] = {
  [MUSTER_PERMISSION_SIGN_IN] = { STAFF | SUPERVISOR | ADMINISTRATOR | AUDITOR | RECOVERY, N_("sign in and change one’s own password") },
  [MUSTER_PERMISSION_READ_ROSTER] = { STAFF | SUPERVISOR | ADMINISTRATOR | AUDITOR, N_("read the roster") },
  [MUSTER_PERMISSION_IMPORT_ROSTER] = { STAFF | SUPERVISOR | ADMINISTRATOR, N_("import a roster") },
  [MUSTER_PERMISSION_EXPORT_ROSTER] = { SUPERVISOR | ADMINISTRATOR, N_("export the roster") },
  [MUSTER_PERMISSION_EXPORT_CASE] = { SUPERVISOR | ADMINISTRATOR | AUDITOR, N_("put a case together for a hearing") },
  [MUSTER_PERMISSION_KEEP_ROSTER] = { STAFF | SUPERVISOR | ADMINISTRATOR, N_("keep the roster") },
  [MUSTER_PERMISSION_RECORD_INCIDENT] = { STAFF | SUPERVISOR | ADMINISTRATOR, N_("record an incident") },
  [MUSTER_PERMISSION_JUDGE_INCIDENT] = { SUPERVISOR | ADMINISTRATOR, N_("judge an incident") },
  [MUSTER_PERMISSION_CLOSE_CASE] = { SUPERVISOR | ADMINISTRATOR, N_("close a case to somebody, or open it again") },
  [MUSTER_PERMISSION_RECORD_ACTION] = { SUPERVISOR | ADMINISTRATOR, N_("record a corrective action") },
  [MUSTER_PERMISSION_WAIVE_CHECK] = { ADMINISTRATOR, N_("waive the check of a corrective action’s effect") },
  [MUSTER_PERMISSION_DECIDE_CERTIFICATION] = { ADMINISTRATOR, N_("decide about a certification") },
  [MUSTER_PERMISSION_PROPOSE_REVOCATION] = { SUPERVISOR | ADMINISTRATOR, N_("propose a revocation or a suspension for cause") },
  [MUSTER_PERMISSION_DECIDE_REVOCATION] = { ADMINISTRATOR, N_("decide about a proposed revocation or suspension for cause") },
  [MUSTER_PERMISSION_READ_JOURNAL] = { ADMINISTRATOR | AUDITOR, N_("read and verify the journal") },
  [MUSTER_PERMISSION_MANAGE_ACCOUNTS] = { ADMINISTRATOR, N_("manage accounts") },
  [MUSTER_PERMISSION_MANAGE_RULES] = { ADMINISTRATOR, N_("manage rules and versions of the notice") },
  [MUSTER_PERMISSION_RECOVER] = { RECOVERY, N_("set an administrator’s password anew") },
};

static const char *const role_codes[MUSTER_N_ROLES] = {
  [MUSTER_ROLE_STAFF] = "staff",
  [MUSTER_ROLE_SUPERVISOR] = "supervisor",
  [MUSTER_ROLE_ADMINISTRATOR] = "administrator",
  [MUSTER_ROLE_AUDITOR] = "auditor",
  [MUSTER_ROLE_RECOVERY] = "recovery",
};

static const char *const role_labels[MUSTER_N_ROLES] = {
  [MUSTER_ROLE_STAFF] = N_("Staff"),
  [MUSTER_ROLE_SUPERVISOR] = N_("Supervisor"),
  [MUSTER_ROLE_ADMINISTRATOR] = N_("Administrator"),
  [MUSTER_ROLE_AUDITOR] = N_("Auditor"),
  [MUSTER_ROLE_RECOVERY] = N_("Recovery key"),
};

gboolean
muster_role_may (MusterRole role, MusterPermission permission)
{
  if ((guint) role >= MUSTER_N_ROLES || (guint) permission >= MUSTER_N_PERMISSIONS)
    return FALSE;
  return (permissions[permission].roles & (1u << role)) != 0;
}

const char *
muster_role_to_code (MusterRole role)
{
  g_return_val_if_fail ((guint) role < MUSTER_N_ROLES, "");
  return role_codes[role];
}

gboolean
muster_role_from_code (const char *code, MusterRole *role, GError **error)
{
  guint index;

  if (!muster_code_find (role_codes, MUSTER_N_ROLES, code, _("This is not a role of an account"), &index, error))
    return FALSE;
  *role = index;
  return TRUE;
}

gboolean
muster_role_choose (const char *code, MusterRole *role, GError **error)
{
  guint index;

  if (!muster_code_find (role_codes, MUSTER_ROLE_RECOVERY, code, _("This is not a role of an account"), &index, error))
    return FALSE;
  *role = index;
  return TRUE;
}

const char *
muster_role_get_label (MusterRole role)
{
  g_return_val_if_fail ((guint) role < MUSTER_N_ROLES, "");
  return _(role_labels[role]);
}

const char *
muster_permission_get_label (MusterPermission permission)
{
  g_return_val_if_fail ((guint) permission < MUSTER_N_PERMISSIONS, "");
  return _(permissions[permission].label);
}
