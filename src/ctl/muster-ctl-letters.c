/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person.h"
#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl-session.h"
#include "documents/muster-document-file.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "operations/muster-letter-operations.h"
#include "operations/muster-letter-sample.h"
#include "store/muster-cases-table.h"

static const MusterCtlOption letter_options[] = {
  { "output", MUSTER_CTL_TEXT, TRUE, N_("FILE"), N_("Where the letter is saved, as PDF") },
  { "language", MUSTER_CTL_TEXT, FALSE, N_("LANGUAGE"), N_("In this language, en or es; else the one that stands on the person’s record") },
  { "type", MUSTER_CTL_LIST, FALSE, N_("TYPE"), N_("The role, where it could be more than one") },
  { "force", MUSTER_CTL_FLAG, FALSE, NULL, N_("Replace a file that is there already") },
  { NULL },
};

static const MusterCtlOption open_options[] = {
  { "output", MUSTER_CTL_TEXT, TRUE, N_("FILE"), N_("Where the letter is saved, as PDF") },
  { "force", MUSTER_CTL_FLAG, FALSE, NULL, N_("Replace a file that is there already") },
  { NULL },
};

static const MusterCtlOption serve_options[] = {
  { "method", MUSTER_CTL_TEXT, TRUE, N_("METHOD"), N_("How: mail, certified-mail, email, by-hand or portal") },
  { "on", MUSTER_CTL_TEXT, TRUE, N_("DATE"), N_("When") },
  { "result", MUSTER_CTL_TEXT, FALSE, N_("RESULT"), N_("What is known of it: sent (else), received, refused or returned") },
  { "tracking", MUSTER_CTL_TEXT, FALSE, N_("NUMBER"), N_("The tracking number") },
  { "note", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("A note") },
  { NULL },
};

static const MusterCtlOption template_options[] = {
  { "language", MUSTER_CTL_TEXT, FALSE, N_("LANGUAGE"), N_("In this language: en (else) or es") },
  { "set", MUSTER_CTL_TEXT, FALSE, N_("FILE"), N_("Have the agency’s own template from now on") },
  { "reset", MUSTER_CTL_FLAG, FALSE, NULL, N_("Have Muster’s own template again") },
  { "check", MUSTER_CTL_TEXT, FALSE, N_("FILE"), N_("Only say whether this file could be the template") },
  { "preview", MUSTER_CTL_TEXT, FALSE, N_("FILE"), N_("Write a PDF that shows where each field goes: of the template in use, or of that to check") },
  { "force", MUSTER_CTL_FLAG, FALSE, NULL, N_("Replace a file that is there already") },
  { NULL },
};

static const char *
get_language (MusterCtl *ctl)
{
  const char *language = muster_ctl_get (ctl, "language");

  return language != NULL ? language : "en";
}

static gint64
find_about (MusterCtl *ctl, const MusterLetterKind *kind, const char *text, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);

  if (database == NULL)
    return 0;
  if (kind->about == MUSTER_LETTER_ABOUT_ACTION)
    return muster_action_table_find (database, text, error);
  if (kind->about == MUSTER_LETTER_ABOUT_DECISION)
    return muster_decision_table_find (database, text, error);
  return muster_ctl_find_person (ctl, text, error);
}

static void
print_saved (MusterCtl *ctl, const char *number, const char *hash, GBytes *content)
{
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "letter", number);
      muster_ctl_json_text (json, "output", muster_ctl_get (ctl, "output"));
      muster_ctl_json_number (json, "size", g_bytes_get_size (content));
      muster_ctl_json_text (json, "hash", hash);
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet)
    muster_ctl_print (_("%s is in “%s”; exactly that file is kept in the register.\n"), number, muster_ctl_get (ctl, "output"));
}

static int
run_letter (MusterCtl *ctl, GError **error)
{
  MusterLetterRequest request = { .kind = muster_letter_kind_find (muster_ctl_get_argument (ctl, 0), error), .language = muster_ctl_get (ctl, "language") };
  g_auto (MusterLetterDrawn) drawn = { 0 };
  guint types;

  if (request.kind == NULL || !muster_ctl_check_may (ctl, request.kind->operation, error) || !muster_ctl_get_types (ctl, "type", &types, error) || !muster_ctl_check_place (ctl, muster_ctl_get (ctl, "output"), error))
    return -1;
  request.type = types;
  request.about_id = find_about (ctl, request.kind, muster_ctl_get_argument (ctl, 1), error);
  if (request.about_id == 0 || !muster_ctl_perform (ctl, muster_letter_operation (request.kind), &request, &drawn, error) ||
      !muster_document_file_write (muster_ctl_get (ctl, "output"), drawn.content, error))
    return -1;
  print_saved (ctl, drawn.number, drawn.hash, drawn.content);
  return MUSTER_EXIT_DONE;
}

static gint64
find_letter (MusterCtl *ctl, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);

  return database != NULL ? muster_letter_table_find (database, muster_ctl_get_argument (ctl, 0), error) : 0;
}

static int
run_open (MusterCtl *ctl, GError **error)
{
  gint64 id = muster_ctl_check_place (ctl, muster_ctl_get (ctl, "output"), error) ? find_letter (ctl, error) : 0;
  g_auto (MusterOpenedDocument) opened = { 0 };
  g_autofree char *number = g_ascii_strup (muster_ctl_get_argument (ctl, 0), -1);

  if (id == 0 || !muster_ctl_perform (ctl, &muster_open_letter, &id, &opened, error) || !muster_document_file_write (muster_ctl_get (ctl, "output"), opened.content, error))
    return -1;
  print_saved (ctl, number, opened.document->hash, opened.content);
  return MUSTER_EXIT_DONE;
}

static int
run_serve (MusterCtl *ctl, GError **error)
{
  const char *result = muster_ctl_get (ctl, "result");
  MusterServiceRequest request = { .tracking = muster_ctl_get (ctl, "tracking"), .note = muster_ctl_get (ctl, "note") };
  g_autofree char *text = NULL;
  GDate received;

  g_date_clear (&received, 1);
  if (!muster_ctl_check_may (ctl, muster_record_service.name, error) || !muster_service_method_from_code (muster_ctl_get (ctl, "method"), &request.method, error) ||
      !muster_service_result_from_code (result != NULL ? result : "sent", &request.result, error) || !muster_ctl_get_day (ctl, "on", &request.on, error))
    return -1;
  request.letter_id = find_letter (ctl, error);
  if (request.letter_id == 0 || !muster_ctl_perform (ctl, &muster_record_service, &request, &received, error))
    return -1;
  text = muster_date_to_iso (&received);
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "letter", muster_ctl_get_argument (ctl, 0));
      muster_ctl_json_text (json, "result", muster_service_result_to_code (request.result));
      muster_ctl_json_day (json, "received", &received);
      muster_ctl_json_flag (json, "presumed", muster_service_is_presumed (request.method, request.result));
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet && text != NULL)
    muster_ctl_print (_("It is taken to have been received on %s.\n"), text);
  else if (!ctl->quiet)
    muster_ctl_print ("%s\n", _("It came back, and counts as not received."));
  return MUSTER_EXIT_DONE;
}

static gboolean
json_letter (JsonBuilder *json, MusterDatabase *database, const MusterDrawnLetter *letter, GError **error)
{
  g_autoptr (GPtrArray) services = muster_letter_table_list_services (database, letter->id, error);
  g_autofree char *person = muster_assister_dup_code (letter->assister_id);

  if (services == NULL)
    return FALSE;
  json_builder_begin_object (json);
  muster_ctl_json_text (json, "letter", letter->number);
  muster_ctl_json_text (json, "kind", letter->kind->code);
  muster_ctl_json_text (json, "person", person);
  muster_ctl_json_text (json, "language", letter->language);
  muster_ctl_json_text (json, "checkpoint", letter->checkpoint);
  muster_ctl_json_text (json, "template_hash", letter->template_hash);
  muster_ctl_json_begin_list (json, "service");
  for (guint i = 0; i < services->len; i++)
    {
      json_builder_begin_object (json);
      muster_ctl_json_service (json, services->pdata[i]);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  return TRUE;
}

static gboolean
add_row (MusterCtlTable *table, MusterDatabase *database, const MusterDrawnLetter *letter, GError **error)
{
  g_autoptr (GPtrArray) services = muster_letter_table_list_services (database, letter->id, error);
  g_autofree char *person = muster_ctl_person_dup_label (database, letter->assister_id), *served = NULL;

  if (services == NULL)
    return FALSE;
  if (services->len > 0)
    {
      const MusterService *service = services->pdata[services->len - 1];
      g_autofree char *day = muster_date_to_iso (&service->on);

      served = g_strdup_printf ("%s · %s · %s", muster_service_method_get_label (service->method), muster_service_result_get_label (service->result), day);
    }
  muster_ctl_table_add (table, (const char *[]) { letter->number, muster_letter_kind_get_label (letter->kind), person, letter->language, served });
  return TRUE;
}

static int
print_letters (MusterCtl *ctl, GPtrArray *letters, GError **error)
{
  const char *headers[] = { _("Letter"), _("Kind"), _("Person"), _("Language"), _("Served") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < letters->len; i++)
    if (!add_row (table, ctl->database, letters->pdata[i], error))
      return -1;
  if (letters->len > 0)
    muster_ctl_table_print (table);
  else if (!ctl->quiet)
    muster_ctl_print ("%s\n", _("No letters yet."));
  return MUSTER_EXIT_DONE;
}

static int
run_list (MusterCtl *ctl, GError **error)
{
  const char *who = muster_ctl_get_argument (ctl, 0);
  gint64 person = who != NULL ? muster_ctl_find_person (ctl, who, error) : 0;
  g_autoptr (GPtrArray) letters = NULL;
  g_autoptr (JsonBuilder) json = NULL;

  if (who != NULL && person == 0)
    return -1;
  letters = muster_ctl_read (ctl, error) != NULL ? muster_letter_table_list (ctl->database, person, error) : NULL;
  if (letters == NULL || !ctl->json)
    return letters != NULL ? print_letters (ctl, letters, error) : -1;
  json = muster_ctl_json_new ();
  muster_ctl_json_begin_list (json, "letters");
  for (guint i = 0; i < letters->len; i++)
    if (!json_letter (json, ctl->database, letters->pdata[i], error))
      return -1;
  json_builder_end_array (json);
  muster_ctl_json_print (json);
  return MUSTER_EXIT_DONE;
}

static char *
dup_file (MusterCtl *ctl, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = NULL;
  g_autoptr (GBytes) content = muster_document_file_read (file, &name, ctl->cancellable, error);

  if (content == NULL)
    return NULL;
  /* An empty file is no wish for Muster’s own. */
  return g_bytes_get_size (content) > 0 ? g_strndup (g_bytes_get_data (content, NULL), g_bytes_get_size (content)) : g_strdup ("");
}

static gboolean
write_preview (MusterCtl *ctl, const char *text, GError **error)
{
  const char *path = muster_ctl_get (ctl, "preview");
  g_autoptr (GBytes) content = NULL;

  if (path == NULL)
    return TRUE;
  content = muster_ctl_check_place (ctl, path, error) ? muster_letter_draw_sample (text, error) : NULL;
  return content != NULL && muster_document_file_write (path, content, error);
}

/* Nothing is saved. */
static int
try_template (MusterCtl *ctl, const MusterLetterKind *kind, GError **error)
{
  const char *checked = muster_ctl_get (ctl, "check");
  g_autofree char *text = NULL;

  if (checked != NULL)
    text = dup_file (ctl, checked, error);
  else if (muster_ctl_read (ctl, error) != NULL)
    text = muster_letter_dup_template (ctl->database, kind, get_language (ctl), error);
  if (text == NULL || !muster_letter_check_template (kind, get_language (ctl), text, error) || !write_preview (ctl, text, error))
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "kind", kind->code);
      muster_ctl_json_text (json, "language", get_language (ctl));
      muster_ctl_json_flag (json, "good", TRUE);
      muster_ctl_json_text (json, "preview", muster_ctl_get (ctl, "preview"));
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet)
    muster_ctl_print ("%s\n", _("It says all that such a letter must say. Nothing was changed."));
  return MUSTER_EXIT_DONE;
}

static int
set_template (MusterCtl *ctl, const MusterLetterKind *kind, GError **error)
{
  const char *path = muster_ctl_get (ctl, "set");
  MusterTemplateRequest request = { .kind = kind, .language = get_language (ctl) };
  g_autofree char *text = NULL;

  if (!muster_ctl_check_may (ctl, muster_set_letter_template.name, error))
    return -1;
  if (path != NULL)
    {
      text = dup_file (ctl, path, error);
      if (text == NULL)
        return -1;
      request.content = text;
    }
  if (!muster_ctl_perform (ctl, &muster_set_letter_template, &request, NULL, error))
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "kind", kind->code);
      muster_ctl_json_text (json, "language", request.language);
      muster_ctl_json_flag (json, "own", path != NULL);
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet)
    muster_ctl_print (path != NULL ? _("“%s” is created from the agency’s own template from now on.\n") : _("“%s” is created from Muster’s template again.\n"), muster_letter_kind_get_label (kind));
  return MUSTER_EXIT_DONE;
}

static int
run_template (MusterCtl *ctl, GError **error)
{
  const MusterLetterKind *kind = muster_letter_kind_find (muster_ctl_get_argument (ctl, 0), error);
  g_autofree char *text = NULL;

  if (kind == NULL)
    return -1;
  if (muster_ctl_has (ctl, "set") || muster_ctl_has (ctl, "reset"))
    return set_template (ctl, kind, error);
  if (muster_ctl_has (ctl, "check") || muster_ctl_has (ctl, "preview"))
    return try_template (ctl, kind, error);
  text = muster_ctl_read (ctl, error) != NULL ? muster_letter_dup_template (ctl->database, kind, get_language (ctl), error) : NULL;
  if (text == NULL)
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "kind", kind->code);
      muster_ctl_json_text (json, "language", get_language (ctl));
      muster_ctl_json_text (json, "template", text);
      muster_ctl_json_print (json);
    }
  else
    muster_ctl_print ("%s", text);
  return MUSTER_EXIT_DONE;
}

const MusterCtlCommand muster_ctl_letter_commands[] = {
  { "letter", N_("KIND ID"), 2, 2, N_("Create a letter, and keep exactly what was created"), letter_options, TRUE, run_letter },
  { "letter list", N_("[PERSON]"), 0, 1, N_("List the letters that were created, and how they were served"), NULL, TRUE, run_list },
  { "letter open", N_("LETTER"), 1, 1, N_("Save a letter once more, exactly as it was created"), open_options, TRUE, run_open },
  { "letter serve", N_("LETTER"), 1, 1, N_("Record how a letter was served"), serve_options, TRUE, run_serve },
  { "letter template", N_("KIND"), 1, 1, N_("Show or change the template of a letter"), template_options, TRUE, run_template },
  { NULL },
};
