/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "domain/muster-error.h"
#include "domain/muster-import-field.h"
#include "domain/muster-letter.h"
#include "domain/muster-report.h"

typedef struct
{
  const char *heading;
  const MusterCtlCommand *commands;
} CommandGroup;

static const CommandGroup groups[] = {
  { N_("The register"), muster_ctl_register_commands },
  { N_("Practice"), muster_ctl_practice_commands },
  { N_("Accounts"), muster_ctl_account_commands },
  { N_("Today"), muster_ctl_today_commands },
  { N_("Recertification"), muster_ctl_season_commands },
  { N_("Importing a roster"), muster_ctl_import_commands },
  { N_("Exporting the roster"), muster_ctl_export_commands },
  { N_("Public lists"), muster_ctl_reconcile_commands },
  { N_("The roster"), muster_ctl_roster_commands },
  { N_("Lists of the roster"), muster_ctl_list_commands },
  { N_("One person"), muster_ctl_show_commands },
  { N_("Whether somebody may assist"), muster_ctl_why_commands },
  { N_("Evidence"), muster_ctl_evidence_commands },
  { N_("Rules"), muster_ctl_rules_commands },
  { N_("The notice"), muster_ctl_notice_commands },
  { N_("Records"), muster_ctl_person_commands },
  { N_("Certification"), muster_ctl_certification_commands },
  { N_("Many people at once"), muster_ctl_batch_commands },
  { N_("Agencies"), muster_ctl_transfer_commands },
  { N_("Incidents"), muster_ctl_incident_commands },
  { N_("Documents of incidents"), muster_ctl_attachment_commands },
  { N_("Corrective actions"), muster_ctl_action_commands },
  { N_("Following a corrective action up"), muster_ctl_follow_up_commands },
  { N_("Revocation and suspension for cause"), muster_ctl_decision_commands },
  { N_("Review of a decision"), muster_ctl_review_commands },
  { N_("Exit checklists"), muster_ctl_exit_commands },
  { N_("To whom a case is closed, and who looked"), muster_ctl_case_commands },
  { N_("Letters"), muster_ctl_letter_commands },
  { N_("Hearing bundles"), muster_ctl_bundle_commands },
  { N_("Reports"), muster_ctl_report_commands },
  { N_("The journal"), muster_ctl_journal_commands },
};

/* Promised by the contract, and still to come. */
static const char *const later_commands[] = {
  "backup", "restore", "rehearse", NULL
};

static const MusterCtlCommand *
find_exactly (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const MusterCtlCommand *command = groups[i].commands; command->name != NULL; command++)
      if (g_str_equal (command->name, name))
        return command;
  return NULL;
}

static char *
dup_option_usage (const MusterCtlOption *option)
{
  g_autofree char *value = option->value != NULL ? g_strdup_printf (" %s", _(option->value)) : g_strdup ("");
  const char *more = option->kind == MUSTER_CTL_LIST ? "…" : "";

  return option->required ? g_strdup_printf (" --%s%s%s", option->name, value, more) : g_strdup_printf (" [--%s%s]%s", option->name, value, more);
}

static void
append_words (GString *text, const MusterCtlCommand *command)
{
  g_string_append_printf (text, "musterctl %s", command->name);
  if (command->arguments != NULL)
    g_string_append_printf (text, " %s", _(command->arguments));
}

static void
append_usage (GString *text, const MusterCtlCommand *command)
{
  append_words (text, command);
  for (const MusterCtlOption *option = command->options; option != NULL && option->name != NULL; option++)
    {
      g_autofree char *usage = option->text != NULL ? dup_option_usage (option) : g_strdup ("");

      g_string_append (text, usage);
    }
}

static void
append_options (GString *text, const MusterCtlOption *options)
{
  for (const MusterCtlOption *option = options; option != NULL && option->name != NULL; option++)
    {
      g_autofree char *name = g_strdup_printf ("--%s %s", option->name, option->value != NULL ? _(option->value) : "");

      if (option->text != NULL)
        g_string_append_printf (text, "  %-26s %s\n", name, _(option->text));
    }
}

/* What stands for FIELD, KIND and NAME, by the tables that read them. */
static void
append_fields (GString *text)
{
  g_string_append_printf (text, "\n%s\n", _("FIELD is one of:"));
  for (guint field = 0; field < MUSTER_FIELD_SSN; field++)
    g_string_append_printf (text, "  %-26s %s\n", muster_import_field_to_code (field), muster_import_field_get_label (field));
}

static void
append_letters (GString *text)
{
  guint n;
  const MusterLetterKind *kinds = muster_letter_get_kinds (&n);

  g_string_append_printf (text, "\n%s\n", _("KIND is one of:"));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "  %-26s %s\n", kinds[i].code, muster_letter_kind_get_label (&kinds[i]));
}

static void
append_reports (GString *text)
{
  g_string_append_printf (text, "\n%s\n", _("NAME is one of:"));
  for (guint kind = 0; kind < MUSTER_N_REPORTS; kind++)
    g_string_append_printf (text, "  %-26s %s\n", muster_report_kind_to_code (kind), muster_report_kind_get_title (kind));
}

static const struct
{
  const char *command;
  void (*append) (GString *text);
} names[] = { { "import", append_fields }, { "letter", append_letters }, { "report", append_reports } };

static void
append_command (GString *text, const MusterCtlCommand *command)
{
  append_usage (text, command);
  g_string_append_printf (text, "\n\n%s\n", _(command->text));
  if (command->options != NULL)
    g_string_append_c (text, '\n');
  append_options (text, command->options);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (command->name, names[i].command))
      names[i].append (text);
}

static char *
dup_overview (void)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n", _("musterctl [--register DIR] [--account NAME] [--password-file FILE|-] [--json] [--quiet] COMMAND …"));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_string_append_printf (text, "\n%s\n", _(groups[i].heading));
      for (const MusterCtlCommand *command = groups[i].commands; command->name != NULL; command++)
        g_string_append_printf (text, "  %-18s %s\n", command->name, _(command->text));
    }
  g_string_append_printf (text, "\n%s\n", _("Options for every command"));
  append_options (text, muster_ctl_global_options);
  g_string_append_printf (text, "\n%s\n", _("“musterctl help COMMAND” says more about one of them."));
  return g_string_free (text, FALSE);
}

static void
refuse (const char *first, const char *both, GError **error)
{
  if (g_strv_contains (later_commands, first) || g_strv_contains (later_commands, both))
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("This version of musterctl has no “%s” yet. “musterctl help” lists what there is."),
                 g_strv_contains (later_commands, first) ? first : both);
  else
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("There is no command “%s”. “musterctl help” lists what there is."), both);
}

const MusterCtlCommand *
muster_ctl_commands_find (char **arguments, guint *n_words, GError **error)
{
  const MusterCtlCommand *command = NULL;
  g_autofree char *both = NULL;

  if (arguments[0] == NULL)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Say which command. “musterctl help” lists them."));
      return NULL;
    }
  *n_words = arguments[1] != NULL && *arguments[1] != '-' ? 2 : 1;
  both = *n_words == 2 ? g_strdup_printf ("%s %s", arguments[0], arguments[1]) : g_strdup (arguments[0]);
  command = find_exactly (both);
  if (command == NULL && !g_strv_contains (later_commands, both))
    {
      *n_words = 1;
      command = find_exactly (arguments[0]);
    }
  if (command == NULL)
    refuse (arguments[0], both, error);
  return command;
}

char *
muster_ctl_commands_dup_usage (const MusterCtlCommand *command)
{
  GString *text = g_string_new (NULL);
  gboolean has_more = FALSE;

  append_words (text, command);
  for (const MusterCtlOption *option = command->options; option != NULL && option->name != NULL; option++)
    {
      g_autofree char *usage = option->required ? dup_option_usage (option) : NULL;

      has_more |= !option->required && option->text != NULL;
      g_string_append (text, usage != NULL ? usage : "");
    }
  if (has_more)
    g_string_append_printf (text, " %s", _("[OPTION…]"));
  return g_string_free_and_steal (text);
}

char *
muster_ctl_commands_dup_help (const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *prefix = NULL;

  if (name == NULL)
    return dup_overview ();
  prefix = g_strdup_printf ("%s ", name);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const MusterCtlCommand *command = groups[i].commands; command->name != NULL; command++)
      if (g_str_equal (command->name, name) || g_str_has_prefix (command->name, prefix))
        {
          if (text->len > 0)
            g_string_append_c (text, '\n');
          append_command (text, command);
        }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
