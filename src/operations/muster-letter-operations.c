/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-letter-operations.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "documents/muster-letter-file.h"
#include "domain/muster-error.h"
#include "domain/muster-letter-language.h"
#include "domain/muster-text.h"
#include "operations/muster-document-steps.h"
#include "operations/muster-letter-values.h"
#include "store/muster-cases-table.h"
#include "store/muster-document-table.h"
#include "store/muster-people-table.h"
#include "store/muster-rules-table.h"
#include "store/muster-verify.h"

void
muster_letter_drawn_clear (MusterLetterDrawn *drawn)
{
  g_clear_pointer (&drawn->number, g_free);
  g_clear_pointer (&drawn->file_name, g_free);
  g_clear_pointer (&drawn->hash, g_free);
  g_clear_pointer (&drawn->content, g_bytes_unref);
}

char *
muster_letter_dup_template (MusterDatabase *database, const MusterLetterKind *kind, const char *language, GError **error)
{
  char *content;

  if (!muster_letter_table_find_template (database, kind->code, language, &content, error))
    return NULL;
  return content != NULL ? content : muster_data_dup_letter (kind, language, error);
}

/* Whom a letter of this is to; 0 with @error. */
static gint64
find_person (MusterDatabase *database, MusterLetterAbout about, gint64 about_id, GError **error)
{
  g_autoptr (MusterCorrectiveAction) action = NULL;
  g_autoptr (MusterDecision) decision = NULL;

  switch (about)
    {
    case MUSTER_LETTER_ABOUT_ACTION:
      action = muster_action_table_load (database, about_id, error);
      return action != NULL ? action->assister_id : 0;
    case MUSTER_LETTER_ABOUT_DECISION:
      decision = muster_decision_table_load (database, about_id, error);
      return decision != NULL ? decision->assister_id : 0;
    case MUSTER_LETTER_ABOUT_CERTIFICATION:
    default:
      return about_id;
    }
}

const char *
muster_letter_find_language (MusterDatabase *database, MusterLetterAbout about, gint64 about_id, GError **error)
{
  gint64 id = find_person (database, about, about_id, error);
  g_autoptr (MusterAssister) person = id != 0 ? muster_people_table_load (database, id, error) : NULL;

  return person != NULL ? g_intern_string (muster_letter_language_get (person->letter_language)) : NULL;
}

static MusterLetter *
fill (MusterDatabase *database, const MusterLetterRequest *request, const MusterLetterValues *values, char **hash, GError **error)
{
  g_autofree char *text = muster_letter_dup_template (database, request->kind, request->language, error);
  g_autoptr (MusterLetterTemplate) letter_template = text != NULL ? muster_letter_template_parse (text, -1, error) : NULL;

  if (letter_template == NULL)
    return NULL;
  *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  return muster_letter_template_fill (letter_template, (const char *const *) values->texts, error);
}

static gboolean
keep (MusterWork *work, MusterDrawnLetter *record, GBytes *content, char **file_name, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  int year = g_date_get_year (muster_work_get_today (work));

  *file_name = g_strdup_printf ("%s.pdf", record->kind->code);
  return muster_document_steps_keep (work, MUSTER_DOCUMENT_EVIDENCE, *file_name, content, &record->document_id, error) &&
         muster_letter_table_save (database, record, year, error);
}

static void
describe (MusterWork *work, const MusterDrawnLetter *record, const MusterLetterValues *values)
{
  muster_work_set_subject (work, values->subject);
  muster_work_add_detail (work, "letter", record->number);
  muster_work_add_detail (work, "kind", record->kind->code);
  muster_work_add_detail (work, "language", record->language);
  muster_work_add_detail (work, "checkpoint", record->checkpoint);
}

static gboolean
give_out (MusterWork *work, const MusterDrawnLetter *record, GBytes *content, MusterLetterDrawn *drawn, GError **error)
{
  g_autoptr (MusterDocument) document = muster_document_table_load (muster_work_get_database (work), record->document_id, error);

  if (document == NULL)
    return FALSE;
  if (drawn == NULL)
    return TRUE;
  drawn->id = record->id;
  drawn->number = g_strdup (record->number);
  drawn->file_name = g_strdup_printf ("%s %s.pdf", record->number, record->kind->code);
  drawn->hash = g_strdup (document->hash);
  drawn->content = g_bytes_ref (content);
  return TRUE;
}

static gboolean
draw (MusterWork *work, const MusterLetterRequest *asked, MusterLetterDrawn *drawn, GError **error)
{
  MusterLetterRequest request = *asked;
  MusterDatabase *database = muster_work_get_database (work);
  g_autofree char *file_name = NULL;
  const MusterLetterSetting setting = { database, muster_work_get_agency (work), muster_work_get_account (work)->full_name, muster_work_get_today (work) };
  g_auto (MusterLetterValues) values = { 0 };
  g_autoptr (MusterDrawnLetter) record = g_new0 (MusterDrawnLetter, 1);
  g_autoptr (MusterLetter) letter = NULL;
  g_autoptr (GBytes) content = NULL;

  if (!muster_letter_values_load (&values, &setting, asked, error))
    return FALSE;
  request.language = values.language;
  record->kind = request.kind;
  record->about_id = values.about_id;
  record->assister_id = values.assister_id;
  record->language = g_strdup (request.language);
  record->account_id = muster_work_get_account (work)->id;
  record->recorded = muster_work_get_time (work);
  record->checkpoint = muster_checkpoint_dup_code_of (database, error);
  letter = record->checkpoint != NULL ? fill (database, &request, &values, &record->template_hash, error) : NULL;
  content = letter != NULL ? muster_letter_file_draw (letter, record->checkpoint, record->recorded, error) : NULL;
  if (content == NULL || !keep (work, record, content, &file_name, error))
    return FALSE;
  describe (work, record, &values);
  return give_out (work, record, content, drawn, error);
}

/* Whoever may do one of these may not for that do another: an operation draws the kinds that are its own. */
static gboolean
draw_as (MusterWork *work, const char *operation, const MusterLetterRequest *request, MusterLetterDrawn *drawn, GError **error)
{
  if (g_str_equal (request->kind->operation, operation))
    return draw (work, request, drawn, error);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN, _("“%s” is not created so. Nothing was changed."), muster_letter_kind_get_label (request->kind));
  return FALSE;
}

static gboolean
perform_paper (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  return draw_as (work, "draw-paper", input, output, error);
}

static gboolean
perform_notice (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  return draw_as (work, "draw-notice", input, output, error);
}

static gboolean
perform_action_letter (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  return draw_as (work, "draw-action-letter", input, output, error);
}

static gboolean
perform_decision_letter (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  return draw_as (work, "draw-decision-letter", input, output, error);
}

static const MusterOperation drawing[] = {
  { .name = "draw-paper", .perform = perform_paper },
  { .name = "draw-notice", .perform = perform_notice },
  { .name = "draw-action-letter", .perform = perform_action_letter },
  { .name = "draw-decision-letter", .perform = perform_decision_letter },
};

const MusterOperation *
muster_letter_operation (const MusterLetterKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (drawing); i++)
    if (g_str_equal (drawing[i].name, kind->operation))
      return &drawing[i];
  g_return_val_if_reached (NULL);
}

gboolean
muster_letter_check (MusterDatabase *database, const MusterLetterRequest *asked, const GDate *today, GError **error)
{
  MusterLetterRequest request = *asked;
  const MusterLetterSetting setting = { database, "–", "–", today };
  g_auto (MusterLetterValues) values = { 0 };
  g_autofree char *hash = NULL;
  g_autoptr (MusterLetter) letter = NULL;

  if (!muster_letter_values_load (&values, &setting, asked, error))
    return FALSE;
  request.language = values.language;
  letter = fill (database, &request, &values, &hash, error);
  return letter != NULL;
}

static gboolean
perform_open (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const gint64 *id = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterDrawnLetter) record = muster_letter_table_load (database, *id, error);
  g_auto (MusterOpenedDocument) opened = { 0 };
  g_autofree char *subject = NULL;

  if (record == NULL)
    return FALSE;
  opened.document = muster_document_table_load (database, record->document_id, error);
  opened.content = opened.document != NULL ? muster_document_table_load_content (database, record->document_id, error) : NULL;
  if (opened.content == NULL)
    return FALSE;
  subject = muster_assister_dup_code (record->assister_id);
  muster_work_set_subject (work, subject);
  muster_work_add_detail (work, "letter", record->number);
  if (output != NULL)
    {
      *(MusterOpenedDocument *) output = opened;
      opened = (MusterOpenedDocument) { 0 };
    }
  return TRUE;
}

const MusterOperation muster_open_letter = { .name = "open-letter", .perform = perform_open };

const MusterOperation muster_print_letter = { .name = "print-letter", .perform = perform_open };

static gboolean
perform_service (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterServiceRequest *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterDrawnLetter) letter = muster_letter_table_load (database, request->letter_id, error);
  g_autoptr (MusterRulePack) pack = letter != NULL ? muster_rules_table_load (database, &request->on, G_MAXINT64, error) : NULL;
  g_autoptr (MusterService) service = g_new0 (MusterService, 1);
  g_autofree char *subject = NULL;
  GDate drawn;

  if (pack == NULL)
    return FALSE;
  muster_date_set_time (&drawn, letter->recorded);
  if (!muster_service_check (request->method, &request->on, request->tracking, request->note, &drawn, muster_work_get_today (work), error) ||
      !muster_service_get_receipt (request->method, request->result, &request->on, pack, &service->received, error))
    return FALSE;
  service->letter_id = letter->id;
  service->method = request->method;
  service->result = request->result;
  service->on = request->on;
  service->tracking = muster_text_dup_tidy (request->tracking != NULL ? request->tracking : "");
  service->note = muster_text_dup_tidy (request->note != NULL ? request->note : "");
  service->account_id = muster_work_get_account (work)->id;
  service->recorded = muster_work_get_time (work);
  if (!muster_letter_table_add_service (database, service, error))
    return FALSE;
  subject = muster_assister_dup_code (letter->assister_id);
  muster_work_set_subject (work, subject);
  muster_work_add_detail (work, "letter", letter->number);
  muster_work_add_detail (work, "method", muster_service_method_to_code (service->method));
  muster_work_add_detail (work, "result", muster_service_result_to_code (service->result));
  if (output != NULL)
    *(GDate *) output = service->received;
  return TRUE;
}

const MusterOperation muster_record_service = { .name = "record-service", .perform = perform_service };

gboolean
muster_letter_check_template (const MusterLetterKind *kind, const char *language, const char *content, GError **error)
{
  g_autoptr (MusterLetterTemplate) letter_template = muster_letter_template_parse (content, -1, error);

  if (letter_template == NULL)
    return FALSE;
  if (muster_letter_template_get_kind (letter_template) == kind && g_str_equal (muster_letter_template_get_language (letter_template), language))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The template says of itself that it is “%s” in “%s”, not “%s” in “%s”."),
               muster_letter_template_get_kind (letter_template)->code, muster_letter_template_get_language (letter_template), kind->code, language);
  return FALSE;
}

static gboolean
perform_template (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterTemplateRequest *request = input;
  g_autofree char *shipped = muster_data_dup_letter (request->kind, request->language, error);

  if (shipped == NULL || (request->content != NULL && !muster_letter_check_template (request->kind, request->language, request->content, error)) ||
      !muster_letter_table_set_template (muster_work_get_database (work), request->kind->code, request->language, request->content, muster_work_get_account (work)->id,
                                         muster_work_get_time (work), error))
    return FALSE;
  muster_work_add_detail (work, "kind", request->kind->code);
  muster_work_add_detail (work, "language", request->language);
  return TRUE;
}

const MusterOperation muster_set_letter_template = { .name = "set-letter-template", .perform = perform_template };
