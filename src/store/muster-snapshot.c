/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-snapshot-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "domain/muster-backup.h"
#include "domain/muster-error.h"
#include "store/muster-anchor.h"
#include "store/muster-register-private.h"

#define INCOMPLETE "incomplete.db"
#define PAGES_AT_ONCE 512 /* between two looks whether it was cancelled */

struct _MusterSnapshot
{
  MusterSnapshotRequest request;
  char *backups;
  char *path;
  char *name;
  GThread *thread;
  GError *error; /* of the thread, once it has ended */
  GMutex lock;   /* of what follows */
  GCond ended;
  gboolean has_ended;
};

static gboolean
fail (const char *path, int failure, GError **error)
{
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("A copy of the register cannot be kept as “%s”: %s. Nothing was changed; check who may write there, and the disk."), path,
               g_strerror (failure));
  return FALSE;
}

/* An empty file that nobody else may read; what a program that was killed left there goes. */
static gboolean
prepare_file (const char *backups, const char *path, GError **error)
{
  int file;

  if (g_mkdir_with_parents (backups, 0700) != 0)
    return fail (backups, errno, error);
  g_unlink (path);
  file = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0600);
  return (file >= 0 && g_close (file, NULL)) || fail (path, errno, error);
}

static gboolean
copy_pages (const MusterSnapshotRequest *request, MusterDatabase *from, MusterDatabase *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (muster_database_get_handle (to), "main", muster_database_get_handle (from), "main");
  int result = SQLITE_OK;

  if (backup == NULL)
    return muster_database_fail (to, "backup", error);
  while (result == SQLITE_OK && !g_cancellable_is_cancelled (request->cancellable))
    {
      result = sqlite3_backup_step (backup, PAGES_AT_ONCE);
      if (request->progress != NULL)
        request->progress (sqlite3_backup_pagecount (backup) - sqlite3_backup_remaining (backup), sqlite3_backup_pagecount (backup), request->progress_data);
    }
  sqlite3_backup_finish (backup);
  if (result == SQLITE_DONE)
    return TRUE;
  if (result != SQLITE_OK)
    return muster_database_fail (to, "backup", error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("It was cancelled. Nothing was changed."));
  return FALSE;
}

static gboolean
copy_to (const MusterSnapshotRequest *request, MusterDatabase *from, const char *path, GError **error)
{
  g_autoptr (MusterDatabase) to = muster_database_open (path, request->key, MUSTER_DATABASE_COPY, error);

  return to != NULL && copy_pages (request, from, to, error);
}

/* It is opened as whoever needs it one day will open it. */
static gboolean
check_copy (const MusterSnapshotRequest *request, MusterDatabase *from, const char *path, GError **error)
{
  g_autoptr (MusterDatabase) copy = muster_database_open (path, request->key, MUSTER_DATABASE_READ, error);
  MusterAnchor there, here;

  if (copy == NULL || !muster_anchor_read_newest (copy, &there, error) || !muster_anchor_read_newest (from, &here, error))
    return FALSE;
  if (there.sequence == here.sequence && memcmp (there.hash, here.hash, sizeof here.hash) == 0)
    return TRUE;
  return fail (path, EIO, error);
}

static gboolean
synchronize (const char *path, int flags)
{
  int file = g_open (path, flags | O_CLOEXEC, 0);
  gboolean done = file >= 0 && fsync (file) == 0;

  if (file >= 0)
    close (file);
  return done;
}

static char *
choose_name (const char *backups, const MusterSnapshotRequest *request)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local_usec (request->time);

  for (guint number = 1;; number++)
    {
      g_autofree char *name = muster_backup_dup_name (moment, request->why, number);
      g_autofree char *path = g_build_filename (backups, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
}

static gboolean
publish (const char *backups, const char *name, const char *path, GError **error)
{
  g_autofree char *final = g_build_filename (backups, name, NULL);

  if (!synchronize (path, O_RDONLY) || g_rename (path, final) != 0)
    return fail (final, errno, error);
  synchronize (backups, O_RDONLY | O_DIRECTORY);
  return TRUE;
}

/* One that cannot be removed is tried again the next time. */
static void
remove_old (const MusterSnapshotRequest *request, const char *backups)
{
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free), old = NULL;
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local_usec (request->time);
  GDate today;

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    g_ptr_array_add (names, g_strdup (name));
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, g_date_time_get_day_of_month (moment), g_date_time_get_month (moment), g_date_time_get_year (moment));
  old = muster_backup_list_old (names, &today);
  for (guint i = 0; i < old->len; i++)
    {
      g_autofree char *path = g_build_filename (backups, old->pdata[i], NULL);

      g_unlink (path);
    }
}

static void
clean_up (const char *path)
{
  /* A read of the copy leaves a log and an index beside it where it cannot take them away. */
  static const char *const beside[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *file = g_strconcat (path, beside[i], NULL);

      g_unlink (file);
    }
}

static gboolean
copy_register (const MusterSnapshotRequest *request, const char *backups, const char *path, const char *name, GError **error)
{
  g_autofree char *source = g_build_filename (request->folder, MUSTER_REGISTER_DATABASE, NULL);
  g_autoptr (MusterDatabase) from = muster_database_open (source, request->key, MUSTER_DATABASE_READ, error);
  gboolean done;

  /* One state throughout, whatever others write meanwhile. */
  done = from != NULL && muster_database_execute (from, "BEGIN", error) && copy_to (request, from, path, error) && check_copy (request, from, path, error) &&
         publish (backups, name, path, error);
  clean_up (path);
  if (done)
    remove_old (request, backups);
  return done;
}

static gpointer
thread_cb (gpointer data)
{
  MusterSnapshot *self = data;

  copy_register (&self->request, self->backups, self->path, self->name, &self->error);
  g_mutex_lock (&self->lock);
  self->has_ended = TRUE;
  g_cond_signal (&self->ended);
  g_mutex_unlock (&self->lock);
  return NULL;
}

static void
snapshot_free (MusterSnapshot *self)
{
  g_clear_error (&self->error);
  g_clear_object (&self->request.cancellable);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->ended);
  g_free (self->backups);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

MusterSnapshot *
muster_snapshot_begin (const MusterSnapshotRequest *request, GError **error)
{
  MusterSnapshot *self = g_new0 (MusterSnapshot, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->ended);
  self->request = *request;
  self->request.cancellable = g_cancellable_new ();
  self->backups = g_build_filename (request->folder, MUSTER_SNAPSHOTS_FOLDER, NULL);
  self->path = g_build_filename (self->backups, INCOMPLETE, NULL);
  if (!prepare_file (self->backups, self->path, error))
    {
      snapshot_free (self);
      return NULL;
    }
  self->name = choose_name (self->backups, request);
  self->thread = g_thread_try_new ("muster-snapshot", thread_cb, self, NULL);
  if (self->thread == NULL)
    thread_cb (self);
  return self;
}

const char *
muster_snapshot_get_name (const MusterSnapshot *self)
{
  return self->name;
}

gboolean
muster_snapshot_wait (MusterSnapshot *self, gint64 microseconds)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  gint64 end = g_get_monotonic_time () + microseconds;

  while (!self->has_ended && g_cond_wait_until (&self->ended, &self->lock, end))
    continue;
  return self->has_ended;
}

gboolean
muster_snapshot_finish (MusterSnapshot *self, GError **error)
{
  gboolean done;

  g_clear_pointer (&self->thread, g_thread_join);
  done = self->error == NULL;
  if (!done)
    g_propagate_error (error, g_steal_pointer (&self->error));
  snapshot_free (self);
  return done;
}

void
muster_snapshot_abandon (MusterSnapshot *self)
{
  g_cancellable_cancel (self->request.cancellable);
  muster_snapshot_finish (self, NULL);
}

char *
muster_snapshot_make (const MusterSnapshotRequest *request, GError **error)
{
  g_autofree char *backups = g_build_filename (request->folder, MUSTER_SNAPSHOTS_FOLDER, NULL);
  g_autofree char *path = g_build_filename (backups, INCOMPLETE, NULL);
  g_autofree char *name = NULL;

  if (!prepare_file (backups, path, error))
    return NULL;
  name = choose_name (backups, request);
  return copy_register (request, backups, path, name, error) ? g_steal_pointer (&name) : NULL;
}
