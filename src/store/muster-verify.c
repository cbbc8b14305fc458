/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <sodium.h>
#include <string.h>

#include "domain/muster-error.h"
#include "store/muster-document-table.h"

#define CODE_HASH_SIZE 10   /* bytes of the hash in a checkpoint code */
#define CODE_CHECK_SIZE 2   /* bytes of checksum */
#define MAX_REMARKS 100
#define TAIL_ENTRIES 20     /* checked at sign-in where there is no anchor */
#define TAIL_CHANGES 20000  /* at sign-in no more changes than this are looked at one by one */

gboolean
muster_verifier_init (MusterVerifier *self, MusterDatabase *database, GError **error)
{
  MusterAnchor newest;

  memset (self, 0, sizeof *self);
  self->database = database;
  self->n_changes_left = -1;
  self->accounts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) muster_account_free);
  self->deeds = g_array_new (FALSE, FALSE, sizeof (MusterAccountDeed));
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->access = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->let_ins = g_array_new (FALSE, FALSE, sizeof (MusterLetIn));
  self->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->left = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (int number = 0; number < MUSTER_N_TABLES; number++)
    if (!muster_table_shape_load (database, muster_table_get_name (MUSTER_TABLE_NUMBERED (number)), &self->shapes[number], error))
      return FALSE;
  if (!muster_anchor_read_newest (database, &newest, error))
    return FALSE;
  self->newest = newest.sequence;
  return TRUE;
}

void
muster_verifier_clear (MusterVerifier *self)
{
  for (int number = 0; number < MUSTER_N_TABLES; number++)
    muster_table_shape_clear (&self->shapes[number]);
  g_clear_pointer (&self->accounts, g_hash_table_unref);
  g_clear_pointer (&self->deeds, g_array_unref);
  g_clear_pointer (&self->let_ins, g_array_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->left, g_hash_table_unref);
  g_clear_pointer (&self->access, g_hash_table_unref);
  g_clear_pointer (&self->rules, muster_known_rules_free);
  g_clear_pointer (&self->what, g_free);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
}

void
muster_verifier_remark (MusterVerifier *self, char *remark)
{
  if (self->remarks->len < MAX_REMARKS)
    g_ptr_array_add (self->remarks, remark);
  else
    g_free (remark);
}

gboolean
muster_verifier_blame (MusterVerifier *self, gint64 entry, const char *what)
{
  if (self->what != NULL)
    return TRUE;
  /* A row that no entry made came after the last of them. */
  self->bad_entry = entry > 0 ? entry : self->newest + 1;
  self->what = g_strdup (what);
  return TRUE;
}

/* Compares what stands outside of the register with the entry in it. @size: of the hash known, from its beginning. */
static gboolean
check_outside (MusterVerifier *self, gint64 sequence, const guint8 *hash, gsize size, GError **error)
{
  g_autoptr (GError) read_error = NULL;
  guint8 found[MUSTER_HASH_SIZE];

  if (sequence > self->newest)
    return muster_verifier_blame (self, self->newest + 1, _("The register is older than a checkpoint of it: entries are missing at the end, or an older copy was put back."));
  if (!muster_anchor_read_hash (self->database, sequence, found, &read_error))
    {
      if (read_error == NULL)
        return muster_verifier_blame (self, sequence, _("The entry of the checkpoint is missing."));
      g_propagate_error (error, g_steal_pointer (&read_error));
      return FALSE;
    }
  if (memcmp (found, hash, size) != 0)
    return muster_verifier_blame (self, sequence, _("It is not the entry that the checkpoint was taken of: the journal was rewritten, or this is another copy of the register."));
  return TRUE;
}

static gboolean
check_anchors (MusterVerifier *self, const MusterAnchor *anchor, const char *checkpoint, gint64 *anchored, GError **error)
{
  guint8 prefix[CODE_HASH_SIZE];
  gboolean was_sound;
  gint64 sequence;

  if (checkpoint != NULL)
    {
      if (!muster_checkpoint_parse (checkpoint, &sequence, prefix, error) || !check_outside (self, sequence, prefix, sizeof prefix, error))
        return FALSE;
      *anchored = sequence;
    }
  if (anchor->sequence == 0)
    return TRUE;
  was_sound = self->bad_entry == 0;
  if (!check_outside (self, anchor->sequence, anchor->hash, sizeof anchor->hash, error))
    return FALSE;
  self->other_copy = was_sound && self->bad_entry != 0;
  *anchored = MAX (*anchored, anchor->sequence);
  return TRUE;
}

/* Every page of the file carries a code that only the register key makes. */
static gboolean
check_pages (MusterVerifier *self, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (self->database, "PRAGMA cipher_integrity_check", error);
  gboolean row;

  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  return row ? muster_verifier_blame (self, 0, _("A page of the register’s file is damaged. Restore the register from a backup.")) : TRUE;
}

/* Their contents stand outside of the journal; the rows that name their hashes do not. */
static gboolean
check_documents (MusterVerifier *self, GError **error)
{
  gint64 bad;
  g_autofree char *number = NULL, *what = NULL;

  /* What stands on damaged pages cannot be read. */
  if (self->what != NULL)
    return TRUE;
  if (!muster_document_table_check_all (self->database, &bad, error))
    return FALSE;
  if (bad == 0)
    return TRUE;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, bad);
  what = g_strdup_printf (_("Document %s is not what was saved."), number);
  return muster_verifier_blame (self, self->newest, what);
}

static gboolean
verify_whole (MusterVerifier *self, const MusterAnchor *anchor, const char *checkpoint, gint64 *anchored, GError **error)
{
  static const guint8 nothing[MUSTER_HASH_SIZE] = { 0 };

  if (!muster_verify_entries (self, 1, nothing, error))
    return FALSE;
  if (self->newest == 0)
    muster_verifier_blame (self, 1, _("The journal is empty."));
  if (!check_anchors (self, anchor, checkpoint, anchored, error))
    return FALSE;
  return self->bad_entry != 0 || (muster_verify_strays (self, error) && muster_verify_replay (self, error) && muster_verify_tables (self, error) && muster_verify_indexes (self, error) && check_pages (self, error) && check_documents (self, error));
}

/* A file that cannot be read to its end is a finding too. */
static gboolean
verify_what_can_be_read (MusterVerifier *self, const MusterAnchor *anchor, const char *checkpoint, gint64 *anchored, GError **error)
{
  g_autoptr (GError) read_error = NULL;

  if (verify_whole (self, anchor, checkpoint, anchored, &read_error))
    return TRUE;
  if (g_error_matches (read_error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED))
    return muster_verifier_blame (self, 0, read_error->message);
  g_propagate_error (error, g_steal_pointer (&read_error));
  return FALSE;
}

MusterVerification *
muster_verify (MusterStore *store, const char *checkpoint, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterVerification) result = g_new0 (MusterVerification, 1);
  g_auto (MusterVerifier) verifier = { 0 };
  MusterSearchCheck *search;
  MusterDatabase *database;
  MusterAnchor anchor;
  gboolean done;

  /* Before the register is read: it then holds at least what was anchored. Without a keyring nothing is, and the rest can be checked all the same. */
  if (!muster_anchor_load (store, &anchor, cancellable, NULL))
    anchor.sequence = 0;
  database = muster_store_read_whole (store, error);
  if (database == NULL)
    return NULL;
  search = muster_verify_search_begin (store, cancellable);
  done = muster_verifier_init (&verifier, database, error);
  verifier.progress = progress;
  verifier.progress_data = user_data;
  verifier.cancellable = cancellable;
  done = done && verify_what_can_be_read (&verifier, &anchor, checkpoint, &result->anchored, error);
  muster_store_read_done (store, database);
  if (!muster_verify_search_end (&verifier, search, done ? error : NULL) || !done)
    return NULL;
  result->ok = verifier.what == NULL;
  result->entries = verifier.newest;
  result->bad_entry = verifier.bad_entry;
  result->what = g_steal_pointer (&verifier.what);
  result->only_search = verifier.only_search;
  result->other_copy = verifier.other_copy;
  result->remarks = g_steal_pointer (&verifier.remarks);
  if (result->bad_entry > 0)
    result->anchored = MIN (result->anchored, MAX (result->bad_entry - 1, 0));
  return g_steal_pointer (&result);
}

void
muster_verification_free (MusterVerification *verification)
{
  g_free (verification->what);
  g_clear_pointer (&verification->remarks, g_ptr_array_unref);
  g_free (verification);
}

static gboolean
verify_from (MusterVerifier *self, const MusterAnchor *anchor, GError **error)
{
  gint64 first = anchor->sequence + 1;

  if (anchor->sequence == 0)
    first = MAX (1, self->newest - TAIL_ENTRIES);
  else if (!check_outside (self, anchor->sequence, anchor->hash, sizeof anchor->hash, error))
    return FALSE;
  self->other_copy = self->bad_entry != 0;
  if (self->bad_entry != 0)
    return TRUE;
  self->n_changes_left = TAIL_CHANGES;
  return muster_verify_accounts_load (self, first, error) && muster_verify_rules_load (self, first, error) && muster_verify_case_access_load (self, first, error) && muster_verify_schema_load (self, first, error) &&
         muster_verify_entries (self, first, anchor->sequence > 0 ? anchor->hash : NULL, error) &&
         /* Behind a damaged page nothing more can be read in the same state of the register. */
         (self->bad_entry != 0 || muster_verify_strays (self, error));
}

/* Somebody signed in to it, here or elsewhere: it is not the first time after it was made. */
static gboolean
was_seen_before (MusterDatabase *database)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT 1 FROM journal_entry WHERE operation = 'sign-in' LIMIT 1", NULL);
  gboolean row = FALSE;

  return statement != NULL && muster_statement_step (statement, &row, NULL) && row;
}

/* Checks what came since @anchor, in one state of the register: another program may write between any two reads. */
static gboolean
verify_newest (MusterStore *store, MusterDatabase *database, const MusterAnchor *anchor, GCancellable *cancellable, GError **error)
{
  g_auto (MusterVerifier) verifier = { 0 };

  store->lacks_checkpoint = store->lacks_checkpoint && was_seen_before (database);
  if (!muster_verifier_init (&verifier, database, error))
    return FALSE;
  verifier.cancellable = cancellable;
  if (!verify_from (&verifier, anchor, error))
    return FALSE;
  if (verifier.what != NULL)
    store->damage = g_strdup_printf (_("Entry %" PRId64 " of the journal: %s"), verifier.bad_entry, verifier.what);
  store->other_copy = verifier.other_copy;
  return TRUE;
}

gboolean
muster_verify_newest (MusterStore *store, MusterDatabase *database, GCancellable *cancellable, GError **error)
{
  gboolean has_keyring = store->keyring && !store->without_keyring;
  MusterAnchor anchor;
  gboolean loaded, done;

  /* Before the register is read: it then holds at least what was anchored. */
  loaded = muster_anchor_load (store, &anchor, cancellable, NULL);
  /* Where the keyring has no anchor to give the newest entries are checked among themselves, and that there was none is told in the journal. */
  if (!loaded)
    anchor.sequence = 0;
  store->lacks_checkpoint = has_keyring && loaded && anchor.sequence == 0;
  if (!muster_database_execute (database, "BEGIN", error))
    return FALSE;
  done = verify_newest (store, database, &anchor, cancellable, error);
  muster_database_rollback (database);
  return done;
}

/* Checkpoints */

static void
compute_check (gint64 sequence, const guint8 *hash_prefix, guint8 check[CODE_CHECK_SIZE])
{
  guint8 bytes[8 + CODE_HASH_SIZE], digest[crypto_generichash_BYTES];
  gint64 little = GINT64_TO_LE (sequence);

  memcpy (bytes, &little, 8);
  memcpy (bytes + 8, hash_prefix, CODE_HASH_SIZE);
  crypto_generichash (digest, sizeof digest, bytes, sizeof bytes, NULL, 0);
  memcpy (check, digest, CODE_CHECK_SIZE);
}

char *
muster_checkpoint_dup_code (MusterStore *store, GError **error)
{
  MusterDatabase *database = muster_store_read_whole (store, error);
  char *code = NULL;

  if (database == NULL)
    return NULL;
  code = muster_checkpoint_dup_code_of (database, error);
  muster_store_read_done (store, database);
  return code;
}

char *
muster_checkpoint_dup_code_of (MusterDatabase *database, GError **error)
{
  g_autoptr (GString) code = NULL;
  guint8 check[CODE_CHECK_SIZE];
  MusterAnchor anchor;

  if (!muster_anchor_read_newest (database, &anchor, error))
    return NULL;
  compute_check (anchor.sequence, anchor.hash, check);
  code = g_string_new (NULL);
  g_string_append_printf (code, "%" G_GINT64_FORMAT, anchor.sequence);
  for (int i = 0; i < CODE_HASH_SIZE; i += 2)
    g_string_append_printf (code, "-%02X%02X", anchor.hash[i], anchor.hash[i + 1]);
  g_string_append_printf (code, "-%02X%02X", check[0], check[1]);
  return g_string_free (g_steal_pointer (&code), FALSE);
}

static gboolean
read_hex (const char *text, guint8 bytes[CODE_HASH_SIZE + CODE_CHECK_SIZE])
{
  size_t n = 0;

  return sodium_hex2bin (bytes, CODE_HASH_SIZE + CODE_CHECK_SIZE, text, strlen (text), "- \t", &n, NULL) == 0 && n == CODE_HASH_SIZE + CODE_CHECK_SIZE;
}

gboolean
muster_checkpoint_parse (const char *code, gint64 *sequence, guint8 *hash_prefix, GError **error)
{
  guint8 bytes[CODE_HASH_SIZE + CODE_CHECK_SIZE], check[CODE_CHECK_SIZE];
  char *rest = NULL;

  *sequence = g_ascii_strtoll (code, &rest, 10);
  if (*sequence > 0 && *rest == '-' && read_hex (rest, bytes))
    {
      compute_check (*sequence, bytes, check);
      memcpy (hash_prefix, bytes, CODE_HASH_SIZE);
      if (memcmp (check, bytes + CODE_HASH_SIZE, CODE_CHECK_SIZE) == 0)
        return TRUE;
    }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is not a checkpoint code: compare it with the paper. It is a number and six groups of four characters."), code);
  return FALSE;
}
