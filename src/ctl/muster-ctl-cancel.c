/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-cancel.h"

#include <signal.h>
#include <unistd.h>

#include "ctl/muster-exit-code.h"

static void
fill_signals (sigset_t *signals)
{
  sigemptyset (signals);
  sigaddset (signals, SIGINT);
  sigaddset (signals, SIGTERM);
}

static gpointer
watch (gpointer data)
{
  sigset_t signals;
  int number;

  fill_signals (&signals);
  if (sigwait (&signals, &number) == 0)
    g_cancellable_cancel (data);
  if (sigwait (&signals, &number) == 0)
    _exit (MUSTER_EXIT_CANCELLED);
  return NULL;
}

void
muster_ctl_cancel_watch (GCancellable *cancellable)
{
  sigset_t signals;

  fill_signals (&signals);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("signals", watch, cancellable));
}
