/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-account-operations.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "store/muster-case-keeper-query.h"
#include "store/muster-case-sight-query.h"
#include "store/muster-own-person-query.h"
#include "store/muster-people-table.h"

static gboolean
check_free (MusterDatabase *database, const char *name, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (MusterAccount) taken = muster_account_table_find (database, name, &problem);

  if (taken != NULL)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("There is an account called “%s” already. Choose another name."), name);
      return FALSE;
    }
  if (g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
check_password (MusterWork *work, const char *name, MusterSecret *password, GError **error)
{
  const char *text = password != NULL ? (const char *) muster_secret_get_bytes (password) : NULL;

  return muster_account_check_password (text, name, muster_work_is_practice (work), error);
}

static gboolean
perform_add (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterNewAccount *request = input;
  g_autoptr (MusterAccount) account = muster_account_new ();
  gint64 *id = output;

  account->name = g_strdup (request->name);
  account->full_name = muster_text_dup_tidy (request->full_name);
  account->role = request->role;
  if (!muster_account_check_new (account, error) || !check_free (muster_work_get_database (work), account->name, error))
    return FALSE;
  if (!check_password (work, account->name, request->password, error))
    return FALSE;
  if (!muster_work_add_account (work, account, request->password, error))
    return FALSE;
  muster_work_set_subject (work, account->name);
  muster_work_add_detail (work, "role", muster_role_to_code (account->role));
  if (id != NULL)
    *id = account->id;
  return TRUE;
}

/* Whether the cases that nobody is left to deal with are those of @before, where there were some already. */
static gboolean
check_kept (MusterWork *work, GHashTable *before, const MusterAccount *account, GError **error)
{
  g_autoptr (GHashTable) unkept = muster_case_keeper_query_list_unkept (muster_work_get_database (work), account->id, muster_work_get_account (work)->id, error);
  GHashTableIter iter;
  gpointer number;

  if (unkept == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, unkept);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    {
      if (g_hash_table_contains (before, number))
        continue;
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE,
                   _("Without “%s” no administrator would be left who may deal with what is closed to others. Add one, or have it opened to one whom it does not concern, and change this then. Nothing was changed."), account->full_name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
save_change (MusterWork *work, MusterAccount *account, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (GHashTable) unkept = muster_case_keeper_query_list_unkept (database, 0, 0, error);

  return unkept != NULL && muster_account_table_save (database, account, error) && check_kept (work, unkept, account, error) &&
         muster_work_set_account_asleep (work, account->name, account->disabled, error);
}

static gboolean
perform_change (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterAccountChange *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterAccount) account = muster_account_table_load (database, request->account_id, error);
  int administrators;

  if (account == NULL)
    return FALSE;
  if (request->shown != NULL && (request->shown->role != account->role || !request->shown->disabled != !account->disabled))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("Somebody else has changed the account “%s” meanwhile. Nothing was saved: look at it as it is now."), account->name);
      return FALSE;
    }
  administrators = muster_account_table_count_administrators (database, 0, error);
  if (administrators < 0)
    return FALSE;
  if (!muster_account_check_change (account, request->role, request->disabled, muster_work_get_account (work)->id, administrators, error))
    return FALSE;
  if (account->role == request->role && !account->disabled == !request->disabled)
    {
      /* The program may have been ended between the two files. */
      if (!muster_work_set_account_asleep (work, account->name, account->disabled, error))
        return FALSE;
      muster_work_set_nothing_done (work);
      return TRUE;
    }

  account->role = request->role;
  account->disabled = request->disabled;
  if (!save_change (work, account, error))
    return FALSE;
  muster_work_set_subject (work, account->name);
  muster_work_add_detail (work, "role", muster_role_to_code (account->role));
  muster_work_add_detail (work, "disabled", account->disabled ? "yes" : "no");
  return TRUE;
}

/* Whether the signer is whom the account is said to be, or whom it was till now. */
static gboolean
find_saying (MusterWork *work, const MusterAccountTie *request, const MusterAccount *account, MusterPersonSaying *saying, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  const MusterAccount *signer = muster_work_get_account (work);
  g_autoptr (GArray) people = muster_own_person_query_list (database, account, MUSTER_OWN_NAMES_OF_CASES, error);

  saying->signer = signer->id;
  if (people == NULL || (request->person_id != 0 && !muster_own_person_query_is (database, signer, request->person_id, &saying->signer_is_person, error)))
    return FALSE;
  for (guint i = 0; !saying->signer_was_person && i < people->len; i++)
    if (!muster_own_person_query_is (database, signer, g_array_index (people, gint64, i), &saying->signer_was_person, error))
      return FALSE;
  return TRUE;
}

/* Saves it, and looks what it opens. */
static gboolean
save_tie (MusterWork *work, MusterAccount *account, MusterPersonSaying *saying, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  g_auto (MusterCaseSights) own = { 0 }, before = { 0 }, after = { 0 };
  g_autoptr (MusterAccount) known = muster_account_table_load (database, account->id, error);

  if (known == NULL || !muster_case_sight_query_load (database, muster_work_get_account (work), &own, error) || !muster_case_sight_query_load (database, known, &before, error) ||
      !save_change (work, account, error) || !muster_case_sight_query_load (database, account, &after, error))
    return FALSE;
  saying->opens = muster_case_sights_opens (&own, &before, &after);
  return muster_account_check_saying (account, saying, error);
}

static gboolean
perform_tie (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterAccountTie *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterAccount) account = muster_account_table_load (database, request->account_id, error);
  g_autoptr (MusterAssister) person = request->person_id != 0 ? muster_people_table_load (database, request->person_id, error) : NULL;
  g_autofree char *code = person != NULL ? muster_assister_dup_code (person->id) : NULL;
  MusterPersonSaying saying = { 0 };

  if (account == NULL || (request->person_id != 0 && person == NULL) || !find_saying (work, request, account, &saying, error) || !muster_account_check_saying (account, &saying, error))
    return FALSE;
  if (!account->person_said == !request->said && account->person_id == request->person_id)
    {
      muster_work_set_nothing_done (work);
      return TRUE;
    }
  account->person_said = request->said;
  account->person_id = request->person_id;
  if (!save_tie (work, account, &saying, error))
    return FALSE;
  muster_work_set_subject (work, account->name);
  muster_work_set_reason (work, request->reason);
  muster_work_add_detail (work, "person", code != NULL ? code : request->said ? "none"
                                                                              : "by-name");
  return TRUE;
}

static gboolean
perform_change_password (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterPasswordChange *request = input;

  if (!check_password (work, muster_work_get_account (work)->name, request->new_password, error))
    return FALSE;
  if (!muster_work_change_password (work, request->old_password, request->new_password, error))
    return FALSE;
  muster_work_set_subject (work, muster_work_get_account (work)->name);
  return TRUE;
}

const MusterOperation muster_add_account = { .name = "add-account", .perform = perform_add };
const MusterOperation muster_change_account = { .name = "change-account", .perform = perform_change };
const MusterOperation muster_tie_account = { .name = "tie-account", .perform = perform_tie };
const MusterOperation muster_change_password = { .name = "change-password", .perform = perform_change_password };
