/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "ctl/muster-ctl-cancel.h"
#include "ctl/muster-ctl-commands.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-error.h"

static void
ctl_clear (MusterCtl *ctl)
{
  muster_ctl_close (ctl);
  g_clear_pointer (&ctl->values, g_hash_table_unref);
  g_clear_pointer (&ctl->arguments, g_ptr_array_unref);
  g_clear_object (&ctl->cancellable);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterCtl, ctl_clear)

static int
show_help (MusterCtl *ctl, const char *name, GError **error)
{
  g_autofree char *help = muster_ctl_commands_dup_help (name);

  if (help == NULL)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("There is no command “%s”. “musterctl help” lists what there is."), name);
      return -1;
    }
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "help", help);
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  muster_ctl_print ("%s", help);
  return MUSTER_EXIT_DONE;
}

static int
show_version (MusterCtl *ctl)
{
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "version", MUSTER_VERSION);
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  muster_ctl_print ("musterctl %s\n", MUSTER_VERSION);
  return MUSTER_EXIT_DONE;
}

static int
help_on_words (MusterCtl *ctl, char **words, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '-')
      g_strv_builder_add (builder, words[i]);
  names = g_strv_builder_end (builder);
  name = g_strjoinv (" ", names);
  return show_help (ctl, *name != '\0' ? name : NULL, error);
}

static int
run_command (MusterCtl *ctl, char **rest, GError **error)
{
  guint n_words;

  ctl->command = muster_ctl_commands_find (rest, &n_words, error);
  if (ctl->command == NULL || !muster_ctl_options_parse (ctl, rest + n_words, error))
    return -1;
  ctl->quiet = muster_ctl_has (ctl, "quiet");
  if (muster_ctl_has (ctl, "help"))
    return show_help (ctl, ctl->command->name, error);
  if (ctl->command->signs_in && !muster_ctl_open (ctl, error))
    return -1;
  return ctl->command->run (ctl, error);
}

static int
run (MusterCtl *ctl, char **argv, GError **error)
{
  g_auto (GStrv) arguments = g_strdupv (argv);

  if (!muster_ctl_options_parse_global (ctl, &arguments, error))
    return -1;
  if (muster_ctl_has (ctl, "version"))
    return show_version (ctl);
  if (arguments[0] == NULL || arguments[1] == NULL)
    return muster_ctl_has (ctl, "help") ? show_help (ctl, NULL, error) : run_command (ctl, (char *[]) { NULL }, error);
  if (g_str_equal (arguments[1], "help"))
    return help_on_words (ctl, arguments + 2, error);
  return run_command (ctl, arguments + 1, error);
}

static int
report (MusterCtl *ctl, const GError *problem)
{
  const char *code;
  int exit_code = muster_exit_code_from_error (problem, &code);

  muster_ctl_progress_end (ctl);
  if (!ctl->json)
    {
      muster_ctl_print_error ("musterctl: %s\n", problem->message);
      return exit_code;
    }
  {
    g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

    json_builder_set_member_name (json, "error");
    json_builder_begin_object (json);
    muster_ctl_json_text (json, "code", code);
    muster_ctl_json_text (json, "message", problem->message);
    json_builder_end_object (json);
    muster_ctl_json_print (json);
  }
  return exit_code;
}

/* Asked before anything can go wrong, so that what goes wrong is said in the form asked for. */
static gboolean
wants_json (char **argv)
{
  for (guint i = 1; argv[i] != NULL && !g_str_equal (argv[i], "--"); i++)
    if (g_str_equal (argv[i], "--json"))
      return TRUE;
  return FALSE;
}

int
muster_ctl_main (char **argv)
{
  g_auto (MusterCtl) ctl = { 0 };
  g_autoptr (GError) problem = NULL;
  int exit_code;

  g_set_prgname ("musterctl");
  ctl.values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  ctl.arguments = g_ptr_array_new_with_free_func (g_free);
  ctl.cancellable = g_cancellable_new ();
  ctl.json = wants_json (argv);
  muster_ctl_cancel_watch (ctl.cancellable);

  exit_code = run (&ctl, argv, &problem);
  muster_ctl_close (&ctl);
  if (exit_code < 0)
    exit_code = report (&ctl, problem);
  if (exit_code == MUSTER_EXIT_DONE && ctl.damaged)
    exit_code = MUSTER_EXIT_FINDINGS;
  /* What did not fit into the buffer failed earlier. */
  if ((ferror (stdout) || fflush (stdout) != 0) && (exit_code == MUSTER_EXIT_DONE || exit_code == MUSTER_EXIT_FINDINGS))
    {
      muster_ctl_print_error ("musterctl: %s\n", _("What was to be written could not be written."));
      exit_code = MUSTER_EXIT_STORAGE;
    }
  return exit_code;
}
