/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-keyring.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <sodium.h>
#include <string.h>

#include "domain/muster-error.h"

#define PATIENCE 5    /* seconds until a call is cancelled */
#define LAST_MOMENT 6 /* seconds until it is left behind, if it cannot even be cancelled */
#define MAX_SIZE 4096

/* One conversation with the keyring, in a main context of its own, so that it disturbs no other thread's and none disturbs it. */
typedef struct
{
  gatomicrefcount references;
  GMainContext *context;
  GSource *patience;
  GSource *last_moment;
  GCancellable *cancellable;
  GCancellable *outer;
  gulong outer_id;
  GAsyncResult *result;
  gboolean timed_out;
  gboolean left_behind;
} Call;

static const SecretSchema schema = {
  "org.muster.Register",
  SECRET_SCHEMA_NONE,
  {
    { "register", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "kind", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

G_LOCK_DEFINE_STATIC (held);
static GHashTable *held; /* computer secrets by register id */

static const char *
get_kind_code (MusterKeyringKind kind)
{
  return kind == MUSTER_KEYRING_COMPUTER_SECRET ? "computer-secret" : "anchor";
}

static GHashTable *
make_attributes (const char *register_id, MusterKeyringKind kind)
{
  return secret_attributes_build (&schema, "register", register_id, "kind", get_kind_code (kind), NULL);
}

static Call *
call_ref (Call *call)
{
  g_atomic_ref_count_inc (&call->references);
  return call;
}

static void
call_unref (Call *call)
{
  if (!g_atomic_ref_count_dec (&call->references))
    return;
  g_clear_object (&call->result);
  g_clear_object (&call->cancellable);
  g_clear_pointer (&call->context, g_main_context_unref);
  g_free (call);
}

static gboolean
patience_cb (gpointer data)
{
  Call *call = data;

  call->timed_out = TRUE;
  g_cancellable_cancel (call->cancellable);
  return G_SOURCE_REMOVE;
}

static gboolean
last_moment_cb (gpointer data)
{
  Call *call = data;

  call->left_behind = TRUE;
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *outer, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Call *call = data;

  call->result = g_object_ref (result);
  call_unref (call);
}

static GSource *
add_timeout (Call *call, guint seconds, GSourceFunc function)
{
  GSource *source = g_timeout_source_new (seconds * 1000);

  g_source_set_callback (source, function, call, NULL);
  g_source_attach (source, call->context);
  return source;
}

static Call *
call_begin (GCancellable *cancellable)
{
  Call *call = g_new0 (Call, 1);

  g_atomic_ref_count_init (&call->references);
  call->context = g_main_context_new ();
  call->cancellable = g_cancellable_new ();
  call->patience = add_timeout (call, PATIENCE, patience_cb);
  call->last_moment = add_timeout (call, LAST_MOMENT, last_moment_cb);
  call->outer = cancellable;
  if (cancellable != NULL)
    call->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), g_object_ref (call->cancellable), g_object_unref);
  g_main_context_push_thread_default (call->context);
  return call;
}

static void
call_end (Call *call)
{
  /* What goes with the result leaves notices here that free the rest of it. */
  g_clear_object (&call->result);
  while (g_main_context_iteration (call->context, FALSE))
    continue;
  g_main_context_pop_thread_default (call->context);
  g_cancellable_disconnect (call->outer, call->outer_id);
  g_source_destroy (call->patience);
  g_source_unref (call->patience);
  g_source_destroy (call->last_moment);
  g_source_unref (call->last_moment);
  call_unref (call);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_end)

/* Sets @error to what a person can do about @failure; returns FALSE. */
static gboolean
call_fail (Call *call, GError *failure, GError **error)
{
  if (call->outer != NULL && g_cancellable_is_cancelled (call->outer))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("It was cancelled. Nothing was changed."));
  else if (call->timed_out || call->left_behind)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_KEYRING, _("The desktop’s keyring has not answered for %d seconds. It may be waiting for its password: unlock it and try again."), PATIENCE);
  else if (g_error_matches (failure, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_KEYRING, _("The desktop’s keyring is locked. Unlock it and try again."));
  else
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_KEYRING, _("There is no keyring that works on this desktop. Start one, such as GNOME Keyring or KWallet, and try again."));
  if (failure != NULL)
    g_debug ("the keyring: %s", failure->message);
  return FALSE;
}

/* Waits for what was begun with ready_cb and a reference to @call. */
static gboolean
call_wait (Call *call, GError **error)
{
  while (call->result == NULL && !call->left_behind)
    g_main_context_iteration (call->context, TRUE);
  return call->result != NULL ? TRUE : call_fail (call, NULL, error);
}

static gboolean
refuse_entry (GError **error)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_KEYRING, _("The desktop’s keyring holds something else in the place of this register’s secret. Set this computer up anew with the register’s recovery key."));
  return FALSE;
}

static MusterSecret *
decode (SecretValue *value, GError **error)
{
  gsize text_size, size;
  const char *text = secret_value_get (value, &text_size);
  guint8 *bytes = sodium_malloc (MAX_SIZE);
  MusterSecret *secret = NULL;

  if (bytes == NULL)
    g_error ("no memory for a secret");
  if (text_size > 0 && sodium_base642bin (bytes, MAX_SIZE, text, text_size, NULL, &size, NULL, sodium_base64_VARIANT_ORIGINAL) == 0)
    secret = muster_secret_new (bytes, size);
  else
    refuse_entry (error);
  sodium_free (bytes);
  return secret;
}

/* In sodium_malloc memory. */
static char *
encode (MusterSecret *secret)
{
  gsize size = sodium_base64_encoded_len (muster_secret_get_size (secret), sodium_base64_VARIANT_ORIGINAL);
  char *text = sodium_malloc (size);

  if (text == NULL)
    g_error ("no memory for a secret");
  return sodium_bin2base64 (text, size, muster_secret_get_bytes (secret), muster_secret_get_size (secret), sodium_base64_VARIANT_ORIGINAL);
}

static MusterSecret *
retrieve (Call *call, SecretRetrievable *item, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SecretValue) value = NULL;

  secret_retrievable_retrieve_secret (item, call->cancellable, ready_cb, call_ref (call));
  if (!call_wait (call, error))
    return NULL;
  value = secret_retrievable_retrieve_secret_finish (item, call->result, &failure);
  if (value != NULL)
    return decode (value, error);
  /* Whoever is asked to unlock the keyring and declines leaves the item there, but shut. */
  if (failure == NULL)
    failure = g_error_new_literal (SECRET_ERROR, SECRET_ERROR_IS_LOCKED, "");
  call_fail (call, failure, error);
  return NULL;
}

static MusterSecret *
find_held (const char *register_id)
{
  MusterSecret *secret;

  G_LOCK (held);
  secret = held != NULL ? g_hash_table_lookup (held, register_id) : NULL;
  if (secret != NULL)
    muster_secret_ref (secret);
  G_UNLOCK (held);
  return secret;
}

void
muster_keyring_hold (const char *register_id, MusterSecret *secret)
{
  G_LOCK (held);
  if (held == NULL)
    held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) muster_secret_unref);
  g_hash_table_insert (held, g_strdup (register_id), muster_secret_ref (secret));
  G_UNLOCK (held);
}

gboolean
muster_keyring_holds (const char *register_id)
{
  g_autoptr (MusterSecret) secret = find_held (register_id);

  return secret != NULL;
}

/* Without @error where there is no such entry. */
static MusterSecret *
ask (const char *register_id, MusterKeyringKind kind, GCancellable *cancellable, GError **error)
{
  g_autoptr (Call) call = call_begin (cancellable);
  g_autoptr (GHashTable) attributes = make_attributes (register_id, kind);
  g_autoptr (GError) failure = NULL;
  g_autolist (GObject) items = NULL;

  secret_password_searchv (&schema, attributes, SECRET_SEARCH_UNLOCK | SECRET_SEARCH_LOAD_SECRETS, call->cancellable, ready_cb, call_ref (call));
  if (!call_wait (call, error))
    return NULL;
  items = secret_password_search_finish (call->result, &failure);
  g_clear_object (&call->result);
  if (failure != NULL)
    {
      call_fail (call, failure, error);
      return NULL;
    }
  return items != NULL ? retrieve (call, items->data, error) : NULL;
}

MusterSecret *
muster_keyring_lookup (const char *register_id, MusterKeyringKind kind, GCancellable *cancellable, GError **error)
{
  MusterSecret *secret = kind == MUSTER_KEYRING_COMPUTER_SECRET ? find_held (register_id) : NULL;

  return secret != NULL ? secret : ask (register_id, kind, cancellable, error);
}

static gboolean
put (const char *register_id, const char *register_name, MusterKeyringKind kind, MusterSecret *secret, GCancellable *cancellable, GError **error)
{
  g_autoptr (Call) call = call_begin (cancellable);
  g_autoptr (GHashTable) attributes = make_attributes (register_id, kind);
  g_autoptr (GError) failure = NULL;
  g_autofree char *label = g_strdup_printf (kind == MUSTER_KEYRING_COMPUTER_SECRET ? _("Muster: secret of the register “%s”") : _("Muster: newest checkpoint of the register “%s”"), register_name);
  char *text = encode (secret);

  secret_password_storev (&schema, attributes, SECRET_COLLECTION_DEFAULT, label, text, call->cancellable, ready_cb, call_ref (call));
  sodium_free (text);
  if (!call_wait (call, error))
    return FALSE;
  if (secret_password_store_finish (call->result, &failure))
    return TRUE;
  if (failure == NULL)
    failure = g_error_new_literal (SECRET_ERROR, SECRET_ERROR_IS_LOCKED, "");
  return call_fail (call, failure, error);
}

gboolean
muster_keyring_store (const char *register_id, const char *register_name, MusterKeyringKind kind, MusterSecret *secret, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterSecret) kept = NULL;
  g_autoptr (GError) failure = NULL;

  if (!put (register_id, register_name, kind, secret, cancellable, error))
    return FALSE;
  /* A register whose secret was only seemingly kept would be shut for good at the next start. */
  kept = ask (register_id, kind, cancellable, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (kept != NULL && muster_secret_get_size (kept) == muster_secret_get_size (secret) && sodium_memcmp (muster_secret_get_bytes (kept), muster_secret_get_bytes (secret), muster_secret_get_size (secret)) == 0)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_KEYRING, _("The desktop’s keyring took the register’s secret but does not give it back. Look at the keyring in its own program and try again."));
  return FALSE;
}

gboolean
muster_keyring_forget (const char *register_id, MusterKeyringKind kind, GCancellable *cancellable, GError **error)
{
  g_autoptr (Call) call = call_begin (cancellable);
  g_autoptr (GHashTable) attributes = make_attributes (register_id, kind);
  g_autoptr (GError) failure = NULL;

  secret_password_clearv (&schema, attributes, call->cancellable, ready_cb, call_ref (call));
  if (!call_wait (call, error))
    return FALSE;
  /* FALSE without an error: there was none. */
  if (secret_password_clear_finish (call->result, &failure) || failure == NULL)
    return TRUE;
  return call_fail (call, failure, error);
}
