/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl-session.h"
#include "documents/muster-document-file.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-open-document.h"
#include "operations/muster-withdraw-evidence.h"
#include "store/muster-evidence-table.h"
#include "store/muster-rules-table.h"

#define VALUES                                                                                                           \
  { "expires", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("The last day on which it holds") },                             \
    { "outcome", MUSTER_CTL_TEXT, FALSE, N_("WORD"), N_("How it ended: passed, failed, cleared, lapsed, signed, …") }, \
    { "score", MUSTER_CTL_TEXT, FALSE, N_("N"), N_("The score of a course, in percent") },                             \
    { "version", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("The version of the notice that was signed") },                \
    { "source", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Who vouches for it") },                                        \
    { "note", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("What else there is to say") },                                   \
  {                                                                                                                      \
    "file", MUSTER_CTL_TEXT, FALSE, N_("FILE"), N_("A document to be kept with it: PDF, PNG, JPEG or plain text")      \
  }

static const MusterCtlOption add_options[] = {
  { "requirement", MUSTER_CTL_TEXT, TRUE, N_("CODE"), N_("What is shown: data-security, licence, notice, …") },
  { "on", MUSTER_CTL_TEXT, TRUE, N_("DATE"), N_("The day on which it was shown") },
  VALUES,
  { NULL },
};

static const MusterCtlOption correct_options[] = {
  { "on", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("The day on which it was shown") },
  VALUES,
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why") },
  { NULL },
};

static const MusterCtlOption withdraw_options[] = {
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why") },
  { NULL },
};

static const MusterCtlOption open_options[] = {
  { "output", MUSTER_CTL_TEXT, TRUE, N_("FILE"), N_("Where the document is saved") },
  { "force", MUSTER_CTL_FLAG, FALSE, NULL, N_("Replace a file that is there already") },
  { NULL },
};

/* "E-7", as all commands write it. */
static gint64
read_id (MusterCtl *ctl, guint argument, GError **error)
{
  gint64 id = muster_evidence_parse_code (muster_ctl_get_argument (ctl, argument));

  if (id == 0)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is not the number of a piece of evidence, as “E-7”."), muster_ctl_get_argument (ctl, argument));
  return id;
}

/* What is not given stays; a value of nothing takes it away. */
static void
take_text (MusterCtl *ctl, const char *option, char **text)
{
  if (!muster_ctl_has (ctl, option))
    return;
  g_free (*text);
  *text = muster_text_dup_tidy (muster_ctl_get (ctl, option));
}

static gboolean
take_day (MusterCtl *ctl, const char *option, GDate *day, GError **error)
{
  if (!muster_ctl_has (ctl, option))
    return TRUE;
  g_date_clear (day, 1);
  return *muster_ctl_get (ctl, option) == '\0' || muster_ctl_get_day (ctl, option, day, error);
}

/* A new score says anew how it ended, unless that is said as well. */
static gboolean
take_score (MusterCtl *ctl, MusterEvidence *evidence, GError **error)
{
  guint score;

  if (!muster_ctl_has (ctl, "score"))
    return TRUE;
  evidence->score = -1;
  if (*muster_ctl_get (ctl, "score") == '\0')
    return TRUE;
  if (!muster_ctl_get_number (ctl, "score", 0, &score, error))
    return FALSE;
  evidence->score = score;
  if (!muster_ctl_has (ctl, "outcome"))
    g_clear_pointer (&evidence->outcome, g_free);
  return TRUE;
}

static gboolean
take_values (MusterCtl *ctl, MusterEvidence *evidence, GError **error)
{
  take_text (ctl, "outcome", &evidence->outcome);
  take_text (ctl, "version", &evidence->version);
  take_text (ctl, "source", &evidence->source);
  take_text (ctl, "note", &evidence->note);
  return take_day (ctl, "on", &evidence->on, error) && take_day (ctl, "expires", &evidence->expires, error) && take_score (ctl, evidence, error);
}

/* A word that is none of the requirement’s is wrong usage, as with all options that take one of some words. */
static gboolean
check_outcome (MusterCtl *ctl, const MusterEvidence *evidence, GError **error)
{
  g_autoptr (MusterRulePack) pack = NULL;
  GDate today;
  guint n;
  int place;

  if (evidence->outcome == NULL)
    return TRUE;
  if (muster_ctl_read (ctl, error) == NULL)
    return FALSE;
  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  pack = muster_rules_table_load (ctl->database, &today, G_MAXINT64, error);
  place = pack != NULL ? muster_rule_pack_find_requirement (pack, evidence->requirement, error) : -1;
  return place >= 0 && muster_requirement_kind_find_outcome (muster_rule_pack_get_requirements (pack, &n)[place]->kind, evidence->outcome, error) != NULL;
}

static gboolean
read_file (MusterCtl *ctl, char **file_name, GBytes **content, GError **error)
{
  g_autoptr (GFile) file = muster_ctl_has (ctl, "file") ? g_file_new_for_commandline_arg (muster_ctl_get (ctl, "file")) : NULL;

  if (file != NULL)
    *content = muster_document_file_read (file, file_name, ctl->cancellable, error);
  return file == NULL || *content != NULL;
}

static int
print_standing (MusterCtl *ctl, gint64 person, gint64 id, gboolean withdrawn, GError **error)
{
  g_autofree char *code = muster_evidence_dup_code (id), *person_code = muster_assister_dup_code (person);
  MusterStanding standing;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  if (muster_ctl_read (ctl, error) == NULL || !muster_roster_query_standing (ctl->database, person, &today, NULL, NULL, &standing, error))
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();
      g_auto (GStrv) reasons = muster_ctl_dup_reason_codes (standing.reasons);

      muster_ctl_json_text (json, "evidence", code);
      muster_ctl_json_text (json, "person", person_code);
      muster_ctl_json_flag (json, "withdrawn", withdrawn);
      muster_ctl_json_flag (json, "may_assist", standing.may_assist);
      muster_ctl_json_texts (json, "reasons", (const char *const *) reasons);
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet && withdrawn)
    /* Translators: the numbers of the evidence and of the person */
    muster_ctl_print (standing.may_assist ? _("%s of %s is withdrawn. May assist today: Yes.\n") : _("%s of %s is withdrawn. May assist today: No.\n"), code, person_code);
  else if (!ctl->quiet)
    /* Translators: the numbers of the evidence and of the person */
    muster_ctl_print (standing.may_assist ? _("%s of %s is recorded. May assist today: Yes.\n") : _("%s of %s is recorded. May assist today: No.\n"), code, person_code);
  return MUSTER_EXIT_DONE;
}

/* What is odd, though it can be, is said with what was done. */
static void
remark (MusterCtl *ctl, const MusterEvidence *evidence)
{
  g_autoptr (MusterRulePack) pack = NULL;
  g_autofree char *text = NULL;
  GDate today;
  guint n;
  int place;

  g_date_set_time_t (&today, time (NULL));
  pack = muster_ctl_read (ctl, NULL) != NULL ? muster_rules_table_load (ctl->database, &today, G_MAXINT64, NULL) : NULL;
  place = pack != NULL ? muster_rule_pack_find_requirement (pack, evidence->requirement, NULL) : -1;
  if (place >= 0)
    text = muster_evidence_dup_remark (muster_rule_pack_get_requirements (pack, &n)[place], &evidence->expires);
  if (text != NULL)
    muster_ctl_warn (ctl, (char *[]) { text, NULL });
}

static int
record (MusterCtl *ctl, const MusterOperation *operation, MusterEvidenceRequest *request, MusterEvidence *evidence, GError **error)
{
  g_autofree char *file_name = NULL;
  g_autoptr (GBytes) content = NULL;
  gint64 id;

  if (!take_values (ctl, evidence, error) || !check_outcome (ctl, evidence, error))
    return -1;
  evidence->assister_id = muster_ctl_find_person (ctl, muster_ctl_get_argument (ctl, 0), error);
  if (evidence->assister_id == 0 || !read_file (ctl, &file_name, &content, error))
    return -1;
  request->evidence = evidence;
  request->file_name = file_name;
  request->content = content;
  if (!muster_ctl_perform (ctl, operation, request, &id, error))
    return -1;
  remark (ctl, evidence);
  return print_standing (ctl, evidence->assister_id, id, FALSE, error);
}

static int
run_add (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  MusterEvidenceRequest request = { 0 };

  if (!muster_ctl_check_may (ctl, muster_record_evidence.name, error))
    return -1;
  evidence->requirement = g_strdup (muster_ctl_get (ctl, "requirement"));
  return record (ctl, &muster_record_evidence, &request, evidence, error);
}

/* What files say of the requirement for some roles has these after a colon; a correction is about the requirement. */
static void
drop_roles (MusterEvidence *evidence)
{
  evidence->requirement[strcspn (evidence->requirement, ":")] = '\0';
}

static int
run_correct (MusterCtl *ctl, GError **error)
{
  MusterEvidenceRequest request = { .corrects = read_id (ctl, 1, error), .keeps_document = TRUE, .reason = muster_ctl_get (ctl, "reason") };
  g_autoptr (MusterEvidence) evidence = NULL;

  if (request.corrects == 0 || !muster_ctl_check_may (ctl, muster_correct_evidence.name, error) || !muster_ctl_check_reason (ctl, error))
    return -1;
  evidence = muster_ctl_read (ctl, error) != NULL ? muster_evidence_table_load (ctl->database, request.corrects, error) : NULL;
  if (evidence == NULL)
    return -1;
  drop_roles (evidence);
  return record (ctl, &muster_correct_evidence, &request, evidence, error);
}

static int
run_withdraw (MusterCtl *ctl, GError **error)
{
  MusterWithdrawEvidence request = { .evidence_id = read_id (ctl, 1, error), .reason = muster_ctl_get (ctl, "reason") };

  if (request.evidence_id == 0 || !muster_ctl_check_may (ctl, muster_withdraw_evidence.name, error) || !muster_ctl_check_reason (ctl, error))
    return -1;
  request.assister_id = muster_ctl_find_person (ctl, muster_ctl_get_argument (ctl, 0), error);
  if (request.assister_id == 0 || !muster_ctl_perform (ctl, &muster_withdraw_evidence, &request, NULL, error))
    return -1;
  return print_standing (ctl, request.assister_id, request.evidence_id, TRUE, error);
}

static char *
dup_how (const MusterEvidence *evidence)
{
  GString *text = g_string_new (evidence->outcome != NULL ? evidence->outcome : evidence->said);

  if (evidence->score >= 0)
    g_string_append_printf (text, "%s%d %%", text->len > 0 ? ", " : "", evidence->score);
  if (evidence->version != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", evidence->version);
  return g_string_free (text, FALSE);
}

static void
print_list (GPtrArray *list)
{
  const char *headers[] = { _("No."), _("Requirement"), _("Day"), _("Through"), _("How it ended"), _("Source"), _("Document"), _("Corrected by"), _("Withdrawn") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < list->len; i++)
    {
      const MusterEvidence *evidence = list->pdata[i];
      g_autofree char *code = muster_evidence_dup_code (evidence->id), *on = muster_date_to_iso (&evidence->on), *expires = muster_date_to_iso (&evidence->expires);
      g_autofree char *how = dup_how (evidence);
      g_autofree char *by = evidence->superseded_by != 0 ? muster_evidence_dup_code (evidence->superseded_by) : NULL;

      muster_ctl_table_add (table, (const char *[]) { code, evidence->requirement, on, expires, how, evidence->source, evidence->document_id != 0 ? _("Yes") : NULL, evidence->withdrawn == NULL ? by : NULL, evidence->withdrawn });
    }
  muster_ctl_table_print (table);
}

static int
run_list (MusterCtl *ctl, GError **error)
{
  gint64 person = muster_ctl_find_person (ctl, muster_ctl_get_argument (ctl, 0), error);
  g_autoptr (GPtrArray) list = person != 0 ? muster_evidence_table_list (ctl->database, person, error) : NULL;

  if (list == NULL)
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      if (!muster_ctl_json_evidence (json, ctl->database, person, NULL, error))
        return -1;
      muster_ctl_json_print (json);
    }
  else if (list->len > 0)
    print_list (list);
  else if (!ctl->quiet)
    muster_ctl_print ("%s\n", _("Nothing is recorded of what is required."));
  return MUSTER_EXIT_DONE;
}

static void
print_opened (MusterCtl *ctl, gint64 id, const MusterDocument *document)
{
  g_autofree char *code = muster_evidence_dup_code (id);

  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "evidence", code);
      muster_ctl_json_text (json, "output", muster_ctl_get (ctl, "output"));
      muster_ctl_json_text (json, "file", document->file_name);
      muster_ctl_json_text (json, "media_type", document->media_type);
      muster_ctl_json_number (json, "size", document->size);
      muster_ctl_json_text (json, "hash", document->hash);
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet)
    muster_ctl_print (_("“%s” is saved; the journal has an entry of it.\n"), document->file_name);
}

static int
run_open (MusterCtl *ctl, GError **error)
{
  gint64 id = read_id (ctl, 0, error);
  g_auto (MusterOpenedDocument) opened = { 0 };

  if (id == 0 || !muster_ctl_check_place (ctl, muster_ctl_get (ctl, "output"), error) || !muster_ctl_perform (ctl, &muster_open_document, &id, &opened, error) ||
      !muster_document_file_write (muster_ctl_get (ctl, "output"), opened.content, error))
    return -1;
  print_opened (ctl, id, opened.document);
  return MUSTER_EXIT_DONE;
}

const MusterCtlCommand muster_ctl_evidence_commands[] = {
  { "evidence add", N_("PERSON"), 1, 1, N_("Record that a requirement was met, or not: a course passed, a license renewed, …"), add_options, TRUE, run_add },
  { "evidence correct", N_("PERSON ID"), 2, 2, N_("Correct what was recorded wrongly"), correct_options, TRUE, run_correct },
  { "evidence withdraw", N_("PERSON ID"), 2, 2, N_("Take back what was recorded in error, or of somebody else"), withdraw_options, TRUE, run_withdraw },
  { "evidence list", N_("PERSON"), 1, 1, N_("List what is recorded of a person"), NULL, TRUE, run_list },
  { "evidence open", N_("ID"), 1, 1, N_("Save the document behind a piece of evidence"), open_options, TRUE, run_open },
  { NULL },
};
