/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "gui/muster-application.h"
#include "gui/muster-gui.h"

/* A core would hold the register key in clear. */
static void
refuse_core_dumps (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__
  /* The leak sanitizer has to look into its own process. */
  prctl (PR_SET_DUMPABLE, 0);
#endif
}

/* What is large, as a roster of a million rows is, goes back to the system when it is freed; by itself the C library would soon keep it. */
static void
give_memory_back (void)
{
#ifdef M_MMAP_THRESHOLD
  mallopt (M_MMAP_THRESHOLD, 512 * 1024);
#endif
}

int
main (int argc, char **argv)
{
  g_autoptr (MusterApplication) application = NULL;

  refuse_core_dumps ();
  give_memory_back ();
  setlocale (LC_ALL, "");
  muster_gui_init ();
  application = muster_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
