/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <stdlib.h>
#include <string.h>

#include "domain/muster-account-person.h"
#include "store/muster-own-person-query.h"

/* Whom of the roster accounts were, at each point of the journal: as was said, or by the names held then. */

static const char *const names_sql = "SELECT after FROM journal_change WHERE table_number = ?1 AND row_id = ?2 AND entry < ?3 ORDER BY id";
static const char *const schema_sql = "SELECT operation, detail FROM journal_entry WHERE sequence < ?1 AND operation IN ('sign-in', 'create-register') ORDER BY sequence DESC LIMIT 1";

/* The names of a row of the roster. */
typedef struct
{
  char *given;
  char *middle;
  char *family;
  gboolean taken_back;
} Names;

static void
names_clear (Names *names)
{
  g_clear_pointer (&names->given, g_free);
  g_clear_pointer (&names->middle, g_free);
  g_clear_pointer (&names->family, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

void
muster_verify_note_schema (MusterVerifier *self, const char *operation, const char *detail)
{
  const char *found = detail != NULL ? strstr (detail, MUSTER_SCHEMA_DETAIL "=") : NULL;

  if (found != NULL && (g_strcmp0 (operation, "sign-in") == 0 || g_strcmp0 (operation, "create-register") == 0))
    self->schema = MAX (self->schema, atoi (found + strlen (MUSTER_SCHEMA_DETAIL "=")));
}

gboolean
muster_verify_schema_load (MusterVerifier *self, gint64 before_entry, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (self->database, schema_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, before_entry);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    muster_verify_note_schema (self, muster_statement_get_text (statement, 0), muster_statement_get_text (statement, 1));
  return TRUE;
}

static gboolean
is_named (const MusterAccount *account, const Names *names)
{
  const MusterAssister person = { .given_name = names->given, .middle_name = names->middle, .family_name = names->family };

  return muster_account_find_person_tie (account, &person) == MUSTER_PERSON_SAME;
}

static gboolean
is_other (const Names *a, const Names *b)
{
  return g_strcmp0 (a->given, b->given) != 0 || g_strcmp0 (a->middle, b->middle) != 0 || g_strcmp0 (a->family, b->family) != 0;
}

static void
read_names (MusterVerifier *self, MusterStatement *statement, Names *names)
{
  const MusterTableShape *shape = &self->shapes[muster_table_get_number (MUSTER_TABLE_ASSISTER)];
  MusterRowView view;
  gsize size;
  const guint8 *bytes = muster_statement_get_blob (statement, 0, &size);

  if (bytes == NULL || !muster_row_view_read (&view, shape, bytes, size))
    return;
  names->given = muster_row_view_dup_text (&view, "given_name");
  names->middle = muster_row_view_dup_text (&view, "middle_name");
  names->family = muster_row_view_dup_text (&view, "family_name");
  names->taken_back = muster_row_view_get_int (&view, "taken_back") != 0;
}

/* A name that went counts if it was the account’s; the one of the time as long as the person counts. */
static gboolean
was_called (MusterVerifier *self, const MusterEntryCheck *check, const MusterAccount *account, gint64 person_id, gboolean ever, gboolean *was, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (self->database, names_sql, error);
  g_auto (Names) last = { 0 };
  gboolean row;

  *was = FALSE;
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, muster_table_get_number (MUSTER_TABLE_ASSISTER));
  muster_statement_bind_int (statement, 2, person_id);
  muster_statement_bind_int (statement, 3, check->sequence);
  while (TRUE)
    {
      g_auto (Names) names = { 0 };

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      read_names (self, statement, &names);
      *was = *was || (ever && is_other (&last, &names) && is_named (account, &last));
      names_clear (&last);
      last = names;
      names = (Names) { 0 };
    }
  *was = *was || (!last.taken_back && is_named (account, &last));
  return TRUE;
}

/* Whom the account may have been by its name, at any time: few, and looked up once. */
static GHashTable *
ensure_people (MusterVerifier *self, const MusterAccount *account, GError **error)
{
  /* At sign-in only those of cases are looked at. */
  MusterOwnNames of = self->n_changes_left >= 0 ? MUSTER_OWN_NAMES_OF_CASES : MUSTER_OWN_NAMES_OF_ALL;
  GHashTable *people = g_hash_table_lookup (self->people, &account->id);
  g_autoptr (GArray) found = NULL;

  if (people != NULL)
    return people;
  found = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!muster_own_person_query_add_by_name (self->database, account, of, found, error))
    return NULL;
  people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (people, g_memdup2 (&g_array_index (found, gint64, i), sizeof (gint64)));
  g_hash_table_replace (self->people, g_memdup2 (&account->id, sizeof account->id), people);
  return people;
}

/* Where there never was a second account, nobody could do it instead. */
static gboolean
is_alone (MusterVerifier *self, const MusterAccount *account)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->accounts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value != account && ((const MusterAccount *) value)->role != MUSTER_ROLE_RECOVERY)
      return FALSE;
  return TRUE;
}

gboolean
muster_verify_is_person (MusterVerifier *self, const MusterEntryCheck *check, gint64 account_id, gint64 person_id, gboolean ever, gboolean *is, GError **error)
{
  const MusterAccount *account = g_hash_table_lookup (self->accounts, &account_id);
  GHashTable *people;

  *is = FALSE;
  if (account == NULL || person_id == 0 || account->role == MUSTER_ROLE_RECOVERY || is_alone (self, account))
    return TRUE;
  if (account->person_said)
    {
      *is = account->person_id == person_id;
      return TRUE;
    }
  people = ensure_people (self, account, error);
  if (people == NULL)
    return FALSE;
  return !g_hash_table_contains (people, &person_id) || was_called (self, check, account, person_id, ever, is, error);
}

gboolean
muster_verify_may_be_somebody (MusterVerifier *self, gint64 account_id, gboolean *may, GError **error)
{
  const MusterAccount *account = g_hash_table_lookup (self->accounts, &account_id);
  GHashTable *people;

  *may = account != NULL && account->person_said && account->person_id != 0;
  if (account == NULL || account->person_said)
    return TRUE;
  people = ensure_people (self, account, error);
  *may = people != NULL && g_hash_table_size (people) > 0;
  return people != NULL;
}
