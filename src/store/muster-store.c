/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-store-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "store/muster-case-filter-query.h"
#include "store/muster-keys.h"
#include "store/muster-schema-check-private.h"

#define MAX_IDLE_READERS 3

enum
{
  CHANGED,
  ENDED,
  PROGRESS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  GWeakRef store;
  guint signal;
  double fraction;
  char *text;
} Emission;

typedef struct
{
  char *folder;
  char *account;
  MusterSecret *password;
  GMainContext *context;
} OpenData;

G_DEFINE_FINAL_TYPE (MusterStore, muster_store, G_TYPE_OBJECT)

static void
emission_free (gpointer data)
{
  Emission *emission = data;

  g_weak_ref_clear (&emission->store);
  g_free (emission->text);
  g_free (emission);
}

static void
open_data_free (gpointer data)
{
  OpenData *open_data = data;

  g_free (open_data->folder);
  g_free (open_data->account);
  muster_secret_unref (open_data->password);
  g_main_context_unref (open_data->context);
  g_free (open_data);
}

static gboolean
emit_cb (gpointer data)
{
  Emission *emission = data;
  g_autoptr (MusterStore) self = g_weak_ref_get (&emission->store);

  if (self == NULL || self->closed)
    return G_SOURCE_REMOVE;
  if (emission->signal == PROGRESS)
    g_signal_emit (self, signals[PROGRESS], 0, emission->fraction, emission->text);
  else if (emission->signal == ENDED)
    g_signal_emit (self, signals[ENDED], 0, emission->text);
  else
    g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/*
 * Without a reference: a program without a main loop never comes to emit it. Never by g_main_context_invoke(), which runs it on the database thread where nobody
 * iterates the context just then.
 */
static void
emit (MusterStore *self, guint signal, double fraction, const char *text)
{
  Emission *emission = g_new0 (Emission, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  g_weak_ref_init (&emission->store, self);
  emission->signal = signal;
  emission->fraction = fraction;
  emission->text = g_strdup (text);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_cb, emission, emission_free);
  g_source_attach (source, self->context);
}

void
muster_store_emit_changed (MusterStore *self)
{
  emit (self, CHANGED, 0, NULL);
}

void
muster_store_end (MusterStore *self, const MusterAccount *now)
{
  g_autofree char *why = NULL;

  if (!g_atomic_int_compare_and_exchange (&self->ended, FALSE, TRUE))
    return;
  if (now == NULL || now->disabled)
    why = g_strdup_printf (_("The account “%s” has been disabled. Ask an administrator."), self->account->name);
  else
    why = g_strdup_printf (_("Your role is now %s. Sign in again to go on with it."), muster_role_get_label (now->role));
  emit (self, ENDED, 0, why);
}

void
muster_store_emit_progress (MusterStore *self, double fraction, const char *text)
{
  emit (self, PROGRESS, fraction, text);
}

char *
muster_store_dup_database_path (const char *folder)
{
  return g_build_filename (folder, "register.db", NULL);
}

static void
muster_store_finalize (GObject *object)
{
  MusterStore *self = MUSTER_STORE (object);

  muster_store_close (self);
  g_clear_pointer (&self->writer, muster_database_close);
  g_ptr_array_unref (self->readers);
  g_async_queue_unref (self->jobs);
  g_mutex_clear (&self->readers_lock);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->account, muster_account_free);
  g_free (self->folder);
  g_free (self->register_id);
  g_free (self->register_name);
  g_free (self->agency);
  g_free (self->damage);
  G_OBJECT_CLASS (muster_store_parent_class)->finalize (object);
}

static void
muster_store_class_init (MusterStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_store_finalize;
  signals[CHANGED] = g_signal_new ("changed", MUSTER_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended", MUSTER_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PROGRESS] = g_signal_new ("progress", MUSTER_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_STRING);
}

static void
muster_store_init (MusterStore *self)
{
  self->jobs = g_async_queue_new ();
  self->readers = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_database_close);
  g_mutex_init (&self->readers_lock);
}

MusterStore *
muster_store_open (const char *folder, const char *account_name, MusterSecret *password, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  return muster_store_sign_in (folder, account_name, password, context, cancellable, error);
}

static void
open_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OpenData *open_data = data;
  g_autoptr (GError) error = NULL;
  MusterStore *self = muster_store_sign_in (open_data->folder, open_data->account, open_data->password, open_data->context, cancellable, &error);

  if (self == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, self, g_object_unref);
}

void
muster_store_open_async (const char *folder, const char *account_name, MusterSecret *password, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OpenData *data = g_new0 (OpenData, 1);

  data->folder = g_strdup (folder);
  data->account = g_strdup (account_name);
  data->password = muster_secret_ref (password);
  data->context = g_main_context_ref_thread_default ();
  g_task_set_source_tag (task, muster_store_open_async);
  g_task_set_task_data (task, data, open_data_free);
  g_task_run_in_thread (task, open_cb);
}

MusterStore *
muster_store_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
muster_store_close (MusterStore *self)
{
  self->closed = TRUE;
  /* The writer goes last: only a connection that may write clears the log beside the database away. */
  g_mutex_lock (&self->readers_lock);
  g_ptr_array_set_size (self->readers, 0);
  g_mutex_unlock (&self->readers_lock);
  muster_store_stop (self);
  g_clear_pointer (&self->register_key, muster_secret_unref);
  g_clear_pointer (&self->signing_seed, muster_secret_unref);
  g_clear_pointer (&self->computer_secret, muster_secret_unref);
}

const MusterAccount *
muster_store_get_account (MusterStore *self)
{
  return self->account;
}

const char *
muster_store_get_folder (MusterStore *self)
{
  return self->folder;
}

const char *
muster_store_get_register_id (MusterStore *self)
{
  return self->register_id;
}

const char *
muster_store_get_agency (MusterStore *self)
{
  return self->agency;
}

gboolean
muster_store_is_practice (MusterStore *self)
{
  return self->practice;
}

gboolean
muster_store_uses_keyring (MusterStore *self)
{
  return self->keyring;
}

gboolean
muster_store_is_without_keyring (MusterStore *self)
{
  return self->without_keyring;
}

const char *
muster_store_get_damage (MusterStore *self)
{
  return self->other_copy && g_atomic_int_get (&self->accepted) ? NULL : self->damage;
}

gboolean
muster_store_is_other_copy (MusterStore *self)
{
  return self->other_copy && !g_atomic_int_get (&self->accepted);
}

gboolean
muster_store_may (MusterStore *self, const char *operation)
{
  const MusterOperationRule *rule = muster_operation_rule_find (operation);

  return rule != NULL && muster_role_may (self->account->role, rule->permission);
}

gboolean
muster_store_fail_closed (GError **error)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN, _("You have signed out. Sign in again."));
  return FALSE;
}

gboolean
muster_store_check_password (MusterStore *self, MusterSecret *password, GError **error)
{
  g_autoptr (MusterSecret) register_key = NULL, signing_seed = NULL;
  g_autoptr (MusterKeys) keys = NULL;

  if (self->closed)
    return muster_store_fail_closed (error);
  keys = muster_keys_load (self->folder, error);
  return keys != NULL && muster_keys_open (keys, self->account->name, password, self->computer_secret, &register_key, &signing_seed, error);
}

static MusterDatabase *
take_idle_reader (MusterStore *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->readers_lock);

  return self->readers->len > 0 ? g_ptr_array_steal_index (self->readers, self->readers->len - 1) : NULL;
}

static MusterDatabase *
read_with (MusterStore *self, MusterCaseFilterMode mode, GError **error)
{
  g_autofree char *path = muster_store_dup_database_path (self->folder);
  g_autoptr (MusterDatabase) database = NULL;
  gboolean search;

  if (self->closed || g_atomic_int_get (&self->ended))
    {
      muster_store_fail_closed (error);
      return NULL;
    }
  database = take_idle_reader (self);
  if (database == NULL)
    database = muster_database_open (path, self->register_key, MUSTER_DATABASE_READ, error);
  if (database == NULL)
    return NULL;
  muster_database_own (database, g_thread_self ());
  if (!muster_database_execute (database, "BEGIN", error) || !muster_schema_check (database, &search, error) ||
      !muster_case_filter_query_set (database, mode != MUSTER_CASE_FILTER_NONE ? self->account : NULL, mode, error))
    return NULL;
  return g_steal_pointer (&database);
}

MusterDatabase *
muster_store_read (MusterStore *self, GError **error)
{
  return read_with (self, MUSTER_CASE_FILTER_SHOWS, error);
}

MusterDatabase *
muster_store_read_whole (MusterStore *self, GError **error)
{
  return read_with (self, MUSTER_CASE_FILTER_NONE, error);
}

void
muster_store_read_done (MusterStore *self, MusterDatabase *database)
{
  /* Not a rollback, which would take back what covers closed cases. */
  if (!muster_database_commit (database, NULL))
    {
      muster_database_close (database);
      return;
    }
  muster_database_own (database, NULL);
  g_mutex_lock (&self->readers_lock);
  if (!self->closed && self->readers->len < MAX_IDLE_READERS)
    g_ptr_array_add (self->readers, g_steal_pointer (&database));
  g_mutex_unlock (&self->readers_lock);
  g_clear_pointer (&database, muster_database_close);
}
