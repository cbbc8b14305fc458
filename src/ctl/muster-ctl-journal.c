/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-error.h"
#include "store/muster-people-table.h"
#include "operations/muster-accept-copy.h"
#include "store/muster-verify.h"

#define DEFAULT_LIMIT 50

static const MusterCtlOption journal_options[] = {
  { "limit", MUSTER_CTL_TEXT, FALSE, N_("N"), N_("At most so many entries, the newest first (50 if not given; 0 for all)") },
  { "subject", MUSTER_CTL_TEXT, FALSE, N_("PERSON"), N_("What concerns this person, or this corrective action or decision") },
  { "operation", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("Only this operation, such as “import-roster”") },
  { NULL },
};

static const MusterCtlOption verify_options[] = {
  { "checkpoint", MUSTER_CTL_TEXT, FALSE, N_("CODE"), N_("A code that was kept elsewhere") },
  { NULL },
};

/* Of somebody who was taken back with an import there is nothing left but what the journal tells. */
static gint64
find_anybody (MusterCtl *ctl, const char *text, GError **error)
{
  gint64 id = muster_assister_parse_code (text), taken_back;
  g_autoptr (MusterAssister) person = NULL;

  if (id == 0)
    return muster_ctl_find_person (ctl, text, error);
  if (muster_ctl_read (ctl, error) == NULL)
    return 0;
  person = muster_people_table_load_any (ctl->database, id, &taken_back, error);
  return person != NULL ? id : 0;
}

static const MusterCtlOption accept_copy_options[] = {
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why") },
  { NULL },
};

/* "P-17" for a person however named; a number of a case as it is written. */
static gboolean
dup_subject (MusterCtl *ctl, char **subject, GError **error)
{
  const char *text = muster_ctl_get (ctl, "subject");
  gint64 id;

  *subject = NULL;
  if (text == NULL)
    return TRUE;
  if (g_regex_match_simple ("^[A-Z]{2}-[0-9]{4}-[0-9]+$", text, G_REGEX_CASELESS, 0))
    {
      *subject = g_ascii_strup (text, -1);
      return TRUE;
    }
  id = find_anybody (ctl, text, error);
  if (id != 0)
    *subject = muster_assister_dup_code (id);
  return id != 0;
}

/* “field: assister-id; people: 1”, without the program and its schema that each sign-in names; %NULL for none. */
static char *
dup_details (const MusterJournalEntry *entry)
{
  g_auto (GStrv) lines = g_strsplit (entry->detail != NULL ? entry->detail : "", "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *equals = strchr (lines[i], '=');

      if (equals == NULL || g_str_has_prefix (lines[i], "program=") || g_str_has_prefix (lines[i], "schema="))
        continue;
      *equals = '\0';
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "", g_strdelimit (lines[i], "-_", ' '), equals + 1);
    }
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static void
print_entries (GPtrArray *entries)
{
  const char *headers[] = { _("No."), _("When"), _("Who"), _("What was done"), _("About"), _("Why"), _("Particulars") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < entries->len; i++)
    {
      const MusterJournalEntry *entry = g_ptr_array_index (entries, i);
      const MusterOperationRule *rule = muster_operation_rule_find (entry->operation);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->sequence);
      g_autofree char *when = muster_ctl_dup_time (entry->time);
      g_autofree char *details = dup_details (entry);

      muster_ctl_table_add (table, (const char *[]) { number, when, entry->account, rule != NULL ? _(rule->label) : entry->operation, entry->subject, entry->reason, details });
    }
  muster_ctl_table_print (table);
}

static int
run_journal (MusterCtl *ctl, GError **error)
{
  g_autofree char *subject = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  MusterJournalFilter filter = { .operation = muster_ctl_get (ctl, "operation") };
  MusterDatabase *database;

  if (!muster_ctl_get_number (ctl, "limit", DEFAULT_LIMIT, &filter.limit, error) || !muster_ctl_check_may (ctl, "checkpoint", error))
    return -1;
  if (filter.operation != NULL && muster_operation_rule_find (filter.operation) == NULL)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("There is no operation “%s”."), filter.operation);
      return -1;
    }
  if (!dup_subject (ctl, &subject, error))
    return -1;
  filter.subject = subject;
  database = muster_ctl_read (ctl, error);
  entries = database != NULL ? muster_journal_query_list (database, &filter, error) : NULL;
  if (entries == NULL)
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_entries (json, "entries", entries);
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  print_entries (entries);
  return MUSTER_EXIT_DONE;
}

static void
print_verification_json (const MusterVerification *verification)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_flag (json, "ok", verification->ok);
  muster_ctl_json_number (json, "entries", verification->entries);
  muster_ctl_json_number (json, "anchored", verification->anchored);
  json_builder_set_member_name (json, "first_bad");
  if (verification->ok)
    json_builder_add_null_value (json);
  else
    {
      json_builder_begin_object (json);
      if (verification->bad_entry > 0)
        muster_ctl_json_number (json, "entry", verification->bad_entry);
      else
        muster_ctl_json_text (json, "entry", NULL);
      muster_ctl_json_text (json, "what", verification->what);
      json_builder_end_object (json);
    }
  muster_ctl_json_begin_list (json, "remarks");
  for (guint i = 0; i < verification->remarks->len; i++)
    json_builder_add_string_value (json, verification->remarks->pdata[i]);
  json_builder_end_array (json);
  muster_ctl_json_print (json);
}

static void
print_sound (const MusterVerification *verification)
{
  g_autofree char *sound = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The journal is sound: %" PRId64 " entry.", "The journal is sound: %" PRId64 " entries.", verification->entries),
                                            verification->entries);

  if (verification->anchored == 0)
    muster_ctl_print ("%s %s\n", sound, _("No checkpoint kept outside of the register confirms it yet."));
  else if (verification->anchored == verification->entries)
    muster_ctl_print ("%s %s\n", sound, _("A checkpoint kept outside of the register confirms all of it."));
  else
    /* Translators: %1$s is “The journal is sound: 405 entries.” */
    muster_ctl_print (_("%s A checkpoint kept outside of the register confirms %" PRId64 " of them.\n"), sound, verification->anchored);
}

static int
run_verify (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterVerification) verification = NULL;

  if (!muster_ctl_check_may (ctl, "checkpoint", error))
    return -1;
  verification = muster_verify (ctl->store, muster_ctl_get (ctl, "checkpoint"), muster_ctl_progress_cb, ctl, ctl->cancellable, error);
  muster_ctl_progress_end (ctl);
  if (verification == NULL)
    return -1;
  if (ctl->json)
    print_verification_json (verification);
  else if (verification->ok)
    print_sound (verification);
  else if (verification->only_search)
    muster_ctl_print (_("The %" PRId64 " entries are sound. %s\n"), verification->entries, verification->what);
  else
    muster_ctl_print (_("Entry %" PRId64 " is the first bad one: %s\n"), verification->bad_entry, verification->what);
  for (guint i = 0; !ctl->json && i < verification->remarks->len; i++)
    muster_ctl_print ("%s\n", (const char *) verification->remarks->pdata[i]);
  return verification->ok ? MUSTER_EXIT_DONE : MUSTER_EXIT_FINDINGS;
}

static int
run_checkpoint (MusterCtl *ctl, GError **error)
{
  g_autofree char *code = NULL;

  if (!muster_ctl_check_may (ctl, "checkpoint", error))
    return -1;
  code = muster_checkpoint_dup_code (ctl->store, error);
  if (code == NULL)
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "code", code);
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  muster_ctl_print ("%s\n", code);
  return MUSTER_EXIT_DONE;
}

static int
run_accept_copy (MusterCtl *ctl, GError **error)
{
  if (!muster_ctl_check_may (ctl, "accept-copy", error) || !muster_ctl_perform (ctl, &muster_accept_copy, muster_ctl_get (ctl, "reason"), NULL, error))
    return -1;
  ctl->damaged = FALSE;
  muster_ctl_json_note_damage (NULL);
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_flag (json, "accepted", TRUE);
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  muster_ctl_print ("%s\n", _("This copy of the register goes on. “musterctl verify” checks the whole of it."));
  return MUSTER_EXIT_DONE;
}

const MusterCtlCommand muster_ctl_journal_commands[] = {
  { "journal", NULL, 0, 0, N_("Show what was done, by whom and when"), journal_options, TRUE, run_journal },
  { "verify", NULL, 0, 0, N_("Check the whole journal, and that the register is what the journal says"), verify_options, TRUE, run_verify },
  { "accept-copy", NULL, 0, 0, N_("Say that an older copy of the register, put back from a backup, is the one that goes on"), accept_copy_options, TRUE, run_accept_copy },
  { "checkpoint", NULL, 0, 0, N_("Show the code of the journal’s end, to be kept somewhere else"), NULL, TRUE, run_checkpoint },
  { NULL },
};
