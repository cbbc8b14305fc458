/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "domain/muster-error.h"
#include "sheet-fixture.h"

/* What becomes of a helper that does not do as it should, played by scripts; and how far the real one may go. */

static char *folder;
static char *script; /* in the place of the helper */
static char *helper; /* the real one */
static char *book;
static char *bomb;

static void
write_script (const char *commands)
{
  g_autofree char *content = g_strconcat ("#!/bin/sh\n", commands, "\n", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (script, content, -1, G_FILE_SET_CONTENTS_NONE, 0700, &error);
  g_assert_no_error (error);
}

#define KIND "printf 'K\\004\\000\\000\\000xlsx'; "
#define SHEET "printf 'S\\002\\000\\000\\000\\000A'; "
#define TABLE "printf 'T\\004\\000\\000\\000\\000\\000\\000\\000'; "
#define END "printf 'E\\000\\000\\000\\000'; "
/* Row 1 with the cell “NPN”, row 2 with “7”. */
#define ROWS "printf 'R\\013\\000\\000\\000\\001\\000\\000\\000\\003\\000\\000\\000NPN'; printf 'R\\011\\000\\000\\000\\002\\000\\000\\000\\001\\000\\000\\0007'; "
#define TOLD KIND SHEET TABLE ROWS

static void
test_told (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSheet) sheet = NULL;
  g_autofree char *dumped = NULL;

  write_script (TOLD END);
  sheet = muster_sheet_read (book, NULL, sheet_fixture_score_cb, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  dumped = sheet_fixture_dump (sheet);
  g_assert_cmpstr (dumped, ==, "NPN/2:7");
}

/* The helper is the last to be believed: nonsense ends in a sentence, and so does its death, however late. */
static void
test_refused (void)
{
  static const struct
  {
    const char *commands;
    const char *named;
  } cases[] = {
    { "true", "damaged, or too large" },
    { "kill -s SEGV $$", "damaged, or too large" },
    { "kill -s XCPU $$", "too long to read" },
    { TOLD "kill -s ABRT $$", "damaged, or too large" },
    { TOLD, "damaged, or too large" },
    { "cat /dev/zero", "is damaged and" },
    { "while echo K; do :; done", "is damaged and" },
    { "printf 'K\\377\\377\\377\\377'; cat /dev/zero", "is damaged and" },
    { "printf 'K\\003\\000\\000\\000csv'; " SHEET TABLE ROWS END, "is damaged and" },
    { KIND END END, "is damaged and" },
    { KIND SHEET TABLE TABLE END, "is damaged and" },
    { KIND SHEET TABLE "printf 'T\\004\\000\\000\\000\\001\\000\\000\\000'; " END, "is damaged and" },
    { KIND SHEET ROWS END, "is damaged and" },
    { TOLD ROWS END, "is damaged and" },
    { TOLD SHEET END, "is damaged and" },
    { KIND SHEET TABLE "printf 'R\\010\\000\\000\\000\\001\\000\\000\\000\\377\\377\\377\\377'; " END, "is damaged and" },
    { KIND SHEET TABLE "printf 'R\\011\\000\\000\\000\\001\\000\\000\\000\\001\\000\\000\\000\\377'; " END, "is damaged and" },
    { KIND SHEET TABLE "printf 'R\\011\\000\\000\\000\\001\\000\\000\\000\\001\\000\\000\\000\\000'; " END, "is damaged and" },
    { KIND SHEET TABLE "printf 'R\\004\\000\\000\\000\\000\\000\\000\\001'; " END, "is damaged and" },
    { KIND "printf 'X\\004\\000\\000\\000\\377\\000\\000\\000'", "is damaged and" },
    { KIND "printf 'X\\005\\000\\000\\000\\001\\000\\000\\000\\377'", "is damaged and" },
    { KIND END, "No sheet" },
    { KIND SHEET TABLE END, "No sheet" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      write_script (cases[i].commands);
      g_assert_null (muster_sheet_read (book, NULL, sheet_fixture_score_cb, NULL, NULL, NULL, NULL, &error));
      g_test_message ("%u: %s", i, error->message);
      sheet_fixture_assert_refused (error);
      g_assert_nonnull (strstr (error->message, cases[i].named));
    }
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_remove (script);
  g_assert_null (muster_sheet_read (book, NULL, sheet_fixture_score_cb, NULL, NULL, NULL, NULL, &error));
  sheet_fixture_assert_refused (error);
  g_assert_nonnull (strstr (error->message, "does not start"));
}

typedef struct
{
  GCancellable *cancellable;
  goffset current;
} Watch;

static void
cancel_cb (goffset current, goffset total, gpointer user_data)
{
  Watch *watch = user_data;

  watch->current = current;
  g_cancellable_cancel (watch->cancellable);
}

/* It says half, and then nothing for a day. */
static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *pid_path = g_build_filename (folder, "pid", NULL);
  g_autofree char *commands = g_strdup_printf ("echo $$ >'%s'; " KIND "printf 'P\\004\\000\\000\\000\\364\\001\\000\\000'; exec sleep 86400", pid_path);
  g_autofree char *pid = NULL;
  g_autoptr (GError) error = NULL;
  Watch watch = { cancellable };

  write_script (commands);
  g_assert_null (muster_sheet_read (book, NULL, sheet_fixture_score_cb, NULL, cancel_cb, &watch, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (watch.current, >, 0);
  g_assert_true (g_file_get_contents (pid_path, &pid, NULL, NULL));
  g_assert_cmpint (kill (atoi (pid), 0), ==, -1);
  g_assert_cmpint (errno, ==, ESRCH);
  g_remove (pid_path);
}

static void
assert_limit (const char *limits, const char *name, const char *value)
{
  g_autofree char *pattern = g_strdup_printf ("(?m)^%s +%s +%s ", name, value, value);

  g_test_message ("%s", pattern);
  g_assert_true (g_regex_match_simple (pattern, limits, 0, 0));
}

/* The real one, while it waits for somebody to take the rows of a bomb. */
static void
test_limits (void)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program = NULL;
  g_autofree char *limits_path = NULL;
  g_autofree char *limits = NULL;
  char byte;

  g_subprocess_launcher_set_stdin_file_path (launcher, bomb);
  program = g_subprocess_launcher_spawn (launcher, &error, helper, NULL);
  g_assert_no_error (error);
  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (program), &byte, 1, NULL, &error), ==, 1);
  g_assert_no_error (error);
  limits_path = g_strdup_printf ("/proc/%s/limits", g_subprocess_get_identifier (program));
  g_assert_true (g_file_get_contents (limits_path, &limits, NULL, NULL));
#ifndef __SANITIZE_ADDRESS__
  assert_limit (limits, "Max address space", "1073741824");
#endif
  assert_limit (limits, "Max cpu time", "120");
  assert_limit (limits, "Max file size", "0");
  assert_limit (limits, "Max core file size", "0");
  assert_limit (limits, "Max open files", "16");
  g_subprocess_force_exit (program);
  g_subprocess_wait (program, NULL, NULL);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("muster-helper-XXXXXX", NULL);
  script = g_build_filename (folder, "helper", NULL);
  book = g_build_filename (argv[2], "plain.xlsx", NULL);
  bomb = g_build_filename (argv[2], "rows.bomb.ods", NULL);
  helper = g_strdup (g_getenv ("MUSTER_READ_WORKBOOK"));
  g_setenv ("MUSTER_READ_WORKBOOK", script, TRUE);
  g_test_add_func ("/documents/workbook-helper/cancel", test_cancel);
  g_test_add_func ("/documents/workbook-helper/limits", test_limits);
  g_test_add_func ("/documents/workbook-helper/missing", test_missing);
  g_test_add_func ("/documents/workbook-helper/refused", test_refused);
  g_test_add_func ("/documents/workbook-helper/told", test_told);
  status = g_test_run ();
  g_remove (script);
  g_rmdir (folder);
  g_free (folder);
  g_free (script);
  g_free (book);
  g_free (bomb);
  g_free (helper);
  return status;
}
