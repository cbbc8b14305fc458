/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-options.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-commands.h"
#include "domain/muster-certification.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"

const MusterCtlOption muster_ctl_global_options[] = {
  { "register", MUSTER_CTL_TEXT, FALSE, N_("DIR"), N_("The register") },
  { "account", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("The account to sign in with") },
  { "password-file", MUSTER_CTL_TEXT, FALSE, N_("FILE"), N_("Read the password from the first line of this file (“-”: standard input)") },
  { "json", MUSTER_CTL_FLAG, FALSE, NULL, N_("Write exactly one JSON object") },
  { "quiet", MUSTER_CTL_FLAG, FALSE, NULL, N_("Write no progress and no remarks") },
  { "help", MUSTER_CTL_FLAG, FALSE, NULL, N_("Show how the command is used") },
  { "version", MUSTER_CTL_FLAG, FALSE, NULL, N_("Show the version and end") },
  { NULL },
};

static const MusterCtlOption *
find_among (const MusterCtlOption *options, const char *name)
{
  for (const MusterCtlOption *option = options; option != NULL && option->name != NULL; option++)
    if (g_str_equal (option->name, name))
      return option;
  return NULL;
}

/* A command’s own option comes before one of all commands. */
static const MusterCtlOption *
find_option (MusterCtl *ctl, const char *name)
{
  const MusterCtlOption *own = ctl->command != NULL ? find_among (ctl->command->options, name) : NULL;

  return own != NULL ? own : find_among (muster_ctl_global_options, name);
}

static gboolean
option_cb (const char *written, const char *value, gpointer user_data, GError **error)
{
  MusterCtl *ctl = user_data;
  const MusterCtlOption *option = find_option (ctl, written + strspn (written, "-"));
  GPtrArray *values = g_hash_table_lookup (ctl->values, option->name);

  if (values != NULL && option->kind == MUSTER_CTL_TEXT)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("--%s was given twice. Give it once."), option->name);
      return FALSE;
    }
  if (value != NULL && !g_utf8_validate (value, -1, NULL))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("What follows --%s is no text in UTF-8."), option->name);
      return FALSE;
    }
  if (values == NULL)
    {
      values = g_ptr_array_new_null_terminated (1, g_free, TRUE);
      g_hash_table_insert (ctl->values, (gpointer) option->name, values);
    }
  g_ptr_array_add (values, g_strdup (value != NULL ? value : ""));
  return TRUE;
}

static void
add_entries (MusterCtl *ctl, GArray *entries, const MusterCtlOption *options)
{
  for (const MusterCtlOption *option = options; option != NULL && option->name != NULL; option++)
    {
      GOptionEntry entry = { .long_name = option->name, .arg = G_OPTION_ARG_CALLBACK, .arg_data = (gpointer) option_cb };

      if (find_option (ctl, option->name) != option)
        continue;
      entry.flags = option->kind == MUSTER_CTL_FLAG ? G_OPTION_FLAG_NO_ARG : G_OPTION_FLAG_FILENAME;
      g_array_append_val (entries, entry);
    }
}

/* The words of GLib say what is wrong; ours say the rest. */
static gboolean
parse (MusterCtl *ctl, gboolean strict, char ***arguments, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  GOptionGroup *group = g_option_group_new ("", "", "", ctl, NULL);
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  g_autoptr (GError) problem = NULL;

  add_entries (ctl, entries, muster_ctl_global_options);
  if (ctl->command != NULL)
    add_entries (ctl, entries, ctl->command->options);
  g_option_group_add_entries (group, (const GOptionEntry *) entries->data);
  g_option_context_set_main_group (context, group);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, strict);
  if (g_option_context_parse_strv (context, arguments, &problem))
    return TRUE;
  if (problem->domain == MUSTER_ERROR)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (ctl->command != NULL)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("%s. See “musterctl help %s”."), problem->message, ctl->command->name);
  else
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("%s. See “musterctl help”."), problem->message);
  return FALSE;
}

static gboolean
check_complete (MusterCtl *ctl, GError **error)
{
  const MusterCtlCommand *command = ctl->command;

  if (muster_ctl_has (ctl, "help"))
    return TRUE;
  if (ctl->arguments->len < command->n_min || ctl->arguments->len > command->n_max)
    {
      g_autofree char *usage = muster_ctl_commands_dup_usage (command);

      /* Translators: “musterctl show PERSON”, and the command alone: “show” */
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Usage: %s. See “musterctl help %s”."), usage, command->name);
      return FALSE;
    }
  for (const MusterCtlOption *option = command->options; option != NULL && option->name != NULL; option++)
    if (option->required && !muster_ctl_has (ctl, option->name))
      {
        g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("--%s is missing. See “musterctl help %s”."), option->name, command->name);
        return FALSE;
      }
  return TRUE;
}

gboolean
muster_ctl_options_parse_global (MusterCtl *ctl, char ***arguments, GError **error)
{
  return parse (ctl, TRUE, arguments, error);
}

gboolean
muster_ctl_options_parse (MusterCtl *ctl, char **arguments, GError **error)
{
  g_auto (GStrv) rest = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean only_arguments = FALSE;

  g_strv_builder_add (builder, "musterctl");
  g_strv_builder_addv (builder, (const char **) arguments);
  rest = g_strv_builder_end (builder);
  if (!parse (ctl, FALSE, &rest, error))
    return FALSE;
  for (guint i = 1; rest[i] != NULL; i++)
    {
      if (!only_arguments && g_str_equal (rest[i], "--"))
        {
          only_arguments = TRUE;
          continue;
        }
      g_ptr_array_add (ctl->arguments, g_strdup (rest[i]));
    }
  return check_complete (ctl, error);
}

gboolean
muster_ctl_has (MusterCtl *ctl, const char *option)
{
  return g_hash_table_contains (ctl->values, option);
}

const char *
muster_ctl_get (MusterCtl *ctl, const char *option)
{
  GPtrArray *values = g_hash_table_lookup (ctl->values, option);

  return values != NULL ? g_ptr_array_index (values, 0) : NULL;
}

const char *const *
muster_ctl_get_list (MusterCtl *ctl, const char *option)
{
  static const char *const none[] = { NULL };
  GPtrArray *values = g_hash_table_lookup (ctl->values, option);

  return values != NULL ? (const char *const *) values->pdata : none;
}

const char *
muster_ctl_get_argument (MusterCtl *ctl, guint index)
{
  return index < ctl->arguments->len ? g_ptr_array_index (ctl->arguments, index) : NULL;
}

gboolean
muster_ctl_get_day (MusterCtl *ctl, const char *option, GDate *day, GError **error)
{
  const char *text = muster_ctl_get (ctl, option);

  g_date_clear (day, 1);
  return text == NULL || muster_date_parse_iso (text, day, error);
}

gboolean
muster_ctl_get_number (MusterCtl *ctl, const char *option, guint missing, guint *number, GError **error)
{
  const char *text = muster_ctl_get (ctl, option);
  guint64 value = missing;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &value, NULL))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("--%s takes a whole number from 0 on, and “%s” is none."), option, text);
      return FALSE;
    }
  *number = value;
  return TRUE;
}

gboolean
muster_ctl_get_types (MusterCtl *ctl, const char *option, guint *types, GError **error)
{
  const char *const *texts = muster_ctl_get_list (ctl, option);

  *types = 0;
  for (guint i = 0; texts[i] != NULL; i++)
    {
      MusterAssisterType type;

      if (!muster_assister_type_from_text (texts[i], &type, error))
        return FALSE;
      *types |= type;
    }
  return TRUE;
}

gboolean
muster_ctl_get_authority (MusterCtl *ctl, const char *option, guint *authority, GError **error)
{
  const char *text = muster_ctl_get (ctl, option);
  MusterAuthority value = 0;

  if (text != NULL && !muster_authority_from_code (text, &value, error))
    return FALSE;
  *authority = value;
  return TRUE;
}

gboolean
muster_ctl_check_reason (MusterCtl *ctl, GError **error)
{
  if (!muster_text_is_blank (muster_ctl_get (ctl, "reason")))
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Say why: what follows --reason is blank."));
  return FALSE;
}

gboolean
muster_ctl_check_place (MusterCtl *ctl, const char *path, GError **error)
{
  if (path == NULL || muster_ctl_has (ctl, "force") || !g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” is there already, and was left as it is. Choose another name, or replace it with --force."), path);
  return FALSE;
}
