/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-password.h"
#include "ctl/muster-ctl-session.h"
#include "operations/muster-account-operations.h"

static const MusterCtlOption add_options[] = {
  { "role", MUSTER_CTL_TEXT, TRUE, N_("ROLE"), N_("staff, supervisor, administrator or auditor") },
  { "full-name", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("The person’s name") },
  { "new-password-file", MUSTER_CTL_TEXT, FALSE, N_("FILE"), N_("Read the new password from the first line of this file (“-”: standard input)") },
  { NULL },
};

static const MusterCtlOption password_options[] = {
  { "new-password-file", MUSTER_CTL_TEXT, FALSE, N_("FILE"), N_("Read the new password from the first line of this file (“-”: standard input)") },
  { NULL },
};

static void
fill_json (JsonBuilder *json, const MusterAccount *account)
{
  muster_ctl_json_text (json, "account", account->name);
  muster_ctl_json_text (json, "full_name", account->full_name);
  muster_ctl_json_text (json, "role", muster_role_to_code (account->role));
  muster_ctl_json_flag (json, "disabled", account->disabled);
}

/* Tells how an account stands after something was done to it. */
static int
print_account (MusterCtl *ctl, const char *name, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (MusterAccount) account = database != NULL ? muster_account_table_find (database, name, error) : NULL;

  if (account == NULL)
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      fill_json (json, account);
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  muster_ctl_print (account->disabled ? _("%s (%s) is disabled.\n") : _("%s: %s.\n"), account->name, muster_role_get_label (account->role));
  return MUSTER_EXIT_DONE;
}

static MusterSecret *
read_new_password (MusterCtl *ctl, const char *name, GError **error)
{
  g_autofree char *prompt = g_strdup_printf (_("New password of %s: "), name);

  return muster_ctl_password_read (muster_ctl_get (ctl, "new-password-file"), prompt, TRUE, ctl->cancellable, error);
}

static int
run_add (MusterCtl *ctl, GError **error)
{
  const char *name = muster_ctl_get_argument (ctl, 0);
  const char *full_name = muster_ctl_get (ctl, "full-name");
  MusterNewAccount request = { .name = name, .full_name = full_name != NULL ? full_name : name };
  g_autoptr (MusterSecret) password = NULL;

  if (!muster_role_choose (muster_ctl_get (ctl, "role"), &request.role, error) || !muster_ctl_check_may (ctl, muster_add_account.name, error))
    return -1;
  password = read_new_password (ctl, name, error);
  request.password = password;
  if (password == NULL || !muster_ctl_perform (ctl, &muster_add_account, &request, NULL, error))
    return -1;
  return print_account (ctl, name, error);
}

static void
print_list (GPtrArray *accounts)
{
  const char *headers[] = { _("Account"), _("Name"), _("Role"), _("State") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < accounts->len; i++)
    {
      const MusterAccount *account = g_ptr_array_index (accounts, i);

      muster_ctl_table_add (table, (const char *[]) { account->name, account->full_name, muster_role_get_label (account->role), account->disabled ? _("disabled") : NULL });
    }
  muster_ctl_table_print (table);
}

static int
run_list (MusterCtl *ctl, GError **error)
{
  MusterDatabase *database;
  g_autoptr (GPtrArray) accounts = NULL;

  if (!muster_ctl_check_may (ctl, muster_change_account.name, error))
    return -1;
  database = muster_ctl_read (ctl, error);
  accounts = database != NULL ? muster_account_table_list (database, error) : NULL;
  if (accounts == NULL)
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_begin_list (json, "accounts");
      for (guint i = 0; i < accounts->len; i++)
        {
          json_builder_begin_object (json);
          fill_json (json, g_ptr_array_index (accounts, i));
          json_builder_end_object (json);
        }
      json_builder_end_array (json);
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  print_list (accounts);
  return MUSTER_EXIT_DONE;
}

/* @role: the code of the new one, or %NULL; @disabled: -1 leaves it. */
static int
change (MusterCtl *ctl, const char *role, int disabled, GError **error)
{
  const char *name = muster_ctl_get_argument (ctl, 0);
  MusterDatabase *database;
  g_autoptr (MusterAccount) account = NULL;
  MusterAccountChange request = { 0 };

  if (role != NULL && !muster_role_choose (role, &request.role, error))
    return -1;
  if (!muster_ctl_check_may (ctl, muster_change_account.name, error))
    return -1;
  database = muster_ctl_read (ctl, error);
  account = database != NULL ? muster_account_table_find (database, name, error) : NULL;
  if (account == NULL)
    return -1;
  request.account_id = account->id;
  request.disabled = disabled < 0 ? account->disabled : disabled;
  if (role == NULL)
    request.role = account->role;
  if (!muster_ctl_perform (ctl, &muster_change_account, &request, NULL, error))
    return -1;
  return print_account (ctl, name, error);
}

static int
run_role (MusterCtl *ctl, GError **error)
{
  return change (ctl, muster_ctl_get_argument (ctl, 1), -1, error);
}

static int
run_disable (MusterCtl *ctl, GError **error)
{
  return change (ctl, NULL, TRUE, error);
}

static int
run_enable (MusterCtl *ctl, GError **error)
{
  return change (ctl, NULL, FALSE, error);
}

static int
run_password (MusterCtl *ctl, GError **error)
{
  const char *name = muster_store_get_account (ctl->store)->name;
  g_autoptr (MusterSecret) password = read_new_password (ctl, name, error);
  MusterPasswordChange request = { .old_password = ctl->password, .new_password = password };

  if (password == NULL || !muster_ctl_perform (ctl, &muster_change_password, &request, NULL, error))
    return -1;
  return print_account (ctl, name, error);
}

const MusterCtlCommand muster_ctl_account_commands[] = {
  { "account add", N_("NAME"), 1, 1, N_("Add an account"), add_options, TRUE, run_add },
  { "account list", NULL, 0, 0, N_("List the accounts"), NULL, TRUE, run_list },
  { "account role", N_("NAME ROLE"), 2, 2, N_("Give an account another role"), NULL, TRUE, run_role },
  { "account disable", N_("NAME"), 1, 1, N_("Stop an account from signing in"), NULL, TRUE, run_disable },
  { "account enable", N_("NAME"), 1, 1, N_("Let a disabled account sign in again"), NULL, TRUE, run_enable },
  { "account password", NULL, 0, 0, N_("Change one’s own password"), password_options, TRUE, run_password },
  { NULL },
};
