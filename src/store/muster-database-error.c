/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-database-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "domain/muster-error.h"
#include "store/muster-case-filter-query.h"

#define PAGE_SIZE 4096
#define PLAIN_HEADER "SQLite format 3"

static MusterError
code_of (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return MUSTER_ERROR_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return MUSTER_ERROR_DAMAGED;
    case SQLITE_CONSTRAINT:
      return result == SQLITE_CONSTRAINT_TRIGGER ? MUSTER_ERROR_FORBIDDEN : MUSTER_ERROR_CONFLICT;
    default:
      return MUSTER_ERROR_STORAGE;
    }
}

/* What a file is that cannot be read with the key. */
static const char *
describe_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char start[sizeof PLAIN_HEADER] = "";
  GStatBuf status;
  gsize n = 0;

  if (stream != NULL)
    g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start, &n, NULL, NULL);
  if (n == sizeof start && memcmp (start, PLAIN_HEADER, sizeof start) == 0)
    return _("This is a plain database and not a register, which is always encrypted. Nothing was changed; choose the folder of a register, or restore it from a backup.");
  if (g_stat (path, &status) == 0 && status.st_size % PAGE_SIZE != 0)
    return _("The register’s file was cut off. Nothing was changed; restore it from a backup.");
  return _("The register’s file does not open with the keys that lie beside it: it belongs to another register, or its beginning is damaged. Nothing was changed; bring together what belongs "
            "together, or restore the folder from a backup.");
}

static const char *
describe_damage (const char *path)
{
  GStatBuf status;

  if (g_stat (path, &status) == 0 && status.st_size % PAGE_SIZE != 0)
    return _("The register’s file was cut off. Nothing was changed; restore it from a backup.");
  return _("The register’s file is damaged, or a part of it is missing. Nothing was changed; restore it from a backup.");
}

/* What happened and what to do, for the failures that a person can do something about. */
static const char *
advice_of (int result, const char *path)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return _("Another program is writing to the register just now. Try again in a moment.");
    case SQLITE_CORRUPT:
      return describe_damage (path);
    case SQLITE_NOTADB:
      return describe_file (path);
    case SQLITE_CONSTRAINT:
      return result == SQLITE_CONSTRAINT_TRIGGER ? _("The register can only be changed by an operation that names what it changes. Nothing was changed.")
                                                 : _("What was to be saved does not go together with what the register holds. Nothing was saved; look at it again.");
    case SQLITE_FULL:
      return _("The disk is full. Nothing was saved; make room and try again.");
    case SQLITE_IOERR:
      /* There is no room even for what reading needs beside the file. */
      if (result == SQLITE_IOERR_SHMSIZE)
        return _("The disk is full. Nothing was saved; make room and try again.");
      return _("The disk failed while the register was read or written. Nothing was saved; check the disk.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return _("The register’s folder cannot be written to. Nothing was saved; check who may write there.");
    case SQLITE_NOMEM:
      return _("There is not enough memory. Nothing was saved; close other programs and try again.");
    default:
      return _("The register could not be read or written. Nothing was saved.");
    }
}

/* Of a page that is not whole, an index of words says no more than that it failed; and nothing can be read any more after it. */
static int
find_result (MusterDatabase *database)
{
  sqlite3 *handle = muster_database_get_handle (database);
  int result = sqlite3_extended_errcode (handle);

  if (result == SQLITE_ERROR && sqlite3_exec (handle, "SELECT count (*) FROM main.sqlite_schema", NULL, NULL, NULL) != SQLITE_OK)
    return SQLITE_CORRUPT;
  return result;
}

gboolean
muster_database_fail (MusterDatabase *database, const char *doing, GError **error)
{
  const char *path = muster_database_get_path (database);
  int result;

  /* What it was is for whoever looks for a fault in the program, and nobody else. */
  g_debug ("%s: %s; %s", path, sqlite3_errmsg (muster_database_get_handle (database)), doing);
  result = find_result (database);
  if (result == SQLITE_CONSTRAINT_FUNCTION)
    return muster_case_filter_query_fail (database, error);
  if ((result & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("It was cancelled. Nothing was changed."));
  else if (code_of (result) == MUSTER_ERROR_BUSY)
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_BUSY, advice_of (result, path));
  else
    /* Translators: what to do, path, a number by which the cause can be looked up */
    g_set_error (error, MUSTER_ERROR, code_of (result), _("%s (%s, %d)"), advice_of (result, path), path, result);
  return FALSE;
}
