/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-password.h"
#include "ctl/muster-ctl-session.h"
#include "operations/muster-account-operations.h"
#include "store/muster-own-person-query.h"
#include "store/muster-people-table.h"

#define NOBODY "none"
#define BY_NAME "by-name"

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

static const MusterCtlOption person_options[] = {
  { "reason", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why") },
  { NULL },
};

/* @people: (element-type gint64): whom of the roster the account is, by what was said or by its name. */
static void
fill_json (JsonBuilder *json, const MusterAccount *account, GArray *people)
{
  muster_ctl_json_text (json, "account", account->name);
  muster_ctl_json_text (json, "full_name", account->full_name);
  muster_ctl_json_text (json, "role", muster_role_to_code (account->role));
  muster_ctl_json_flag (json, "disabled", account->disabled);
  muster_ctl_json_text (json, "tie", !account->person_said ? BY_NAME : account->person_id == 0 ? NOBODY
                                                                                               : "person");
  muster_ctl_json_begin_list (json, "people");
  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *code = muster_assister_dup_code (g_array_index (people, gint64, i));

      json_builder_add_string_value (json, code);
    }
  json_builder_end_array (json);
}

/* Returns: (transfer full) (nullable): whom of the roster the account is, as a list shows it. */
static char *
dup_people (const MusterAccount *account, GArray *people)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (account->person_said && account->person_id == 0)
    return g_strdup (_("nobody"));
  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *code = muster_assister_dup_code (g_array_index (people, gint64, i));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", code);
    }
  if (people->len == 0)
    return NULL;
  /* Translators: “P-7”, or several of them */
  return account->person_said ? g_string_free_and_steal (g_steal_pointer (&text)) : g_strdup_printf (_("%s, by the name"), text->str);
}

/* Tells how an account stands after something was done to it. */
static int
print_account (MusterCtl *ctl, const char *name, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (MusterAccount) account = database != NULL ? muster_account_table_find (database, name, error) : NULL;
  g_autoptr (GArray) people = account != NULL ? muster_own_person_query_list (database, account, MUSTER_OWN_NAMES_OF_CASES, error) : NULL;

  if (people == NULL)
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      fill_json (json, account, people);
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  muster_ctl_print (account->disabled ? _("%s (%s) is disabled.\n") : _("%s: %s.\n"), account->name, muster_role_get_label (account->role));
  return MUSTER_EXIT_DONE;
}

/* The same after it was said whom of the roster it is. */
static int
print_tie (MusterCtl *ctl, const char *name, GError **error)
{
  g_autoptr (MusterAccount) account = NULL;
  g_autoptr (GArray) people = NULL;
  g_autofree char *tied = NULL;
  MusterDatabase *database;

  if (ctl->json)
    return print_account (ctl, name, error);
  database = muster_ctl_read (ctl, error);
  account = database != NULL ? muster_account_table_find (database, name, error) : NULL;
  people = account != NULL ? muster_own_person_query_list (database, account, MUSTER_OWN_NAMES_OF_CASES, error) : NULL;
  if (people == NULL)
    return -1;
  tied = dup_people (account, people);
  /* Translators: an account; “P-7”, or nobody */
  muster_ctl_print (_("%s on the roster: %s.\n"), account->name, tied != NULL ? tied : _("nobody, by the name"));
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

/* @people: (element-type GArray): of each of @accounts */
static void
print_list (GPtrArray *accounts, GPtrArray *people)
{
  const char *headers[] = { _("Account"), _("Name"), _("Role"), _("State"), _("On the roster") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < accounts->len; i++)
    {
      const MusterAccount *account = g_ptr_array_index (accounts, i);
      g_autofree char *tied = dup_people (account, people->pdata[i]);

      muster_ctl_table_add (table, (const char *[]) { account->name, account->full_name, muster_role_get_label (account->role), account->disabled ? _("disabled") : NULL, tied });
    }
  muster_ctl_table_print (table);
}

static GPtrArray *
list_people (MusterDatabase *database, GPtrArray *accounts, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < accounts->len; i++)
    {
      GArray *of_one = muster_own_person_query_list (database, accounts->pdata[i], MUSTER_OWN_NAMES_OF_CASES, error);

      if (of_one == NULL)
        return NULL;
      g_ptr_array_add (people, of_one);
    }
  return g_steal_pointer (&people);
}

static int
run_list (MusterCtl *ctl, GError **error)
{
  MusterDatabase *database;
  g_autoptr (GPtrArray) accounts = NULL, people = NULL;

  if (!muster_ctl_check_may (ctl, muster_change_account.name, error))
    return -1;
  database = muster_ctl_read (ctl, error);
  accounts = database != NULL ? muster_account_table_list (database, error) : NULL;
  people = accounts != NULL ? list_people (database, accounts, error) : NULL;
  if (people == NULL)
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_begin_list (json, "accounts");
      for (guint i = 0; i < accounts->len; i++)
        {
          json_builder_begin_object (json);
          fill_json (json, g_ptr_array_index (accounts, i), people->pdata[i]);
          json_builder_end_object (json);
        }
      json_builder_end_array (json);
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  print_list (accounts, people);
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

static gboolean
read_person (MusterDatabase *database, const char *text, MusterAccountTie *tie, GError **error)
{
  tie->said = g_strcmp0 (text, BY_NAME) != 0;
  if (!tie->said || g_strcmp0 (text, NOBODY) == 0)
    return TRUE;
  tie->person_id = muster_people_table_resolve (database, text, error);
  return tie->person_id != 0;
}

static int
run_person (MusterCtl *ctl, GError **error)
{
  const char *name = muster_ctl_get_argument (ctl, 0);
  MusterAccountTie request = { .reason = muster_ctl_get (ctl, "reason") };
  MusterDatabase *database;
  g_autoptr (MusterAccount) account = NULL;

  if (!muster_ctl_check_may (ctl, muster_tie_account.name, error))
    return -1;
  database = muster_ctl_read (ctl, error);
  account = database != NULL ? muster_account_table_find (database, name, error) : NULL;
  if (account == NULL || !read_person (database, muster_ctl_get_argument (ctl, 1), &request, error))
    return -1;
  request.account_id = account->id;
  if (!muster_ctl_perform (ctl, &muster_tie_account, &request, NULL, error))
    return -1;
  return print_tie (ctl, name, error);
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
  { "account person", N_("NAME PERSON|none|by-name"), 2, 2, N_("Say whom of the roster an account is"), person_options, TRUE, run_person },
  { "account password", NULL, 0, 0, N_("Change one’s own password"), password_options, TRUE, run_password },
  { NULL },
};
