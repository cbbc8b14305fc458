/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * muster-read-workbook [SHEET] <WORKBOOK: what muster-workbook-protocol.h says. Started by documents/muster-workbook-reader.c for each workbook, so that
 * whatever a damaged or hostile file does to it is over when it ends, and happens far from the register's keys.
 */

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "documents/muster-workbook-scan.h"

#define MAX_MEMORY (1024ul * 1024 * 1024)
#define MAX_SECONDS 120

static void
limit (int resource, rlim_t most)
{
  const struct rlimit bound = { most, most };

  setrlimit (resource, &bound);
}

/* Before anything of the file is looked at. */
static void
limit_all (void)
{
#ifndef __SANITIZE_ADDRESS__
  /* A sanitizer takes terabytes that it never fills. */
  limit (RLIMIT_AS, MAX_MEMORY);
#endif
  limit (RLIMIT_CPU, MAX_SECONDS);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_NOFILE, 16);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  /* It is of no use to a window that is gone. */
  prctl (PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
}

static gboolean
write_cb (const guint8 *bytes, gsize length, gpointer user_data)
{
  while (length > 0)
    {
      gssize n = write (STDOUT_FILENO, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      bytes += n;
      length -= n;
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (MusterWorkbookSink) sink = NULL;
  g_autoptr (GError) problem = NULL;

  limit_all ();
  sink = muster_workbook_sink_new (argc > 1 ? argv[1] : NULL, write_cb, NULL);
  muster_workbook_scan (STDIN_FILENO, sink, &problem);
  return muster_workbook_sink_end (sink, problem) ? 0 : 1;
}
