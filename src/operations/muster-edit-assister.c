/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-edit-assister.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-certification.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"
#include "operations/muster-barred-namesake.h"
#include "operations/muster-certification-steps.h"
#include "store/muster-case-filter-query.h"
#include "store/muster-open-case-query.h"
#include "store/muster-people-names.h"
#include "store/muster-people-table.h"

static gboolean
check_free (MusterDatabase *database, MusterPeopleKey key, const char *value, const char *value_before, gint64 person_id, GError **error)
{
  g_autofree char *code = NULL;
  gint64 id = 0;
  int n;

  if (value == NULL || g_strcmp0 (value, value_before) == 0)
    return TRUE;
  n = muster_people_table_find (database, key, value, &id, error);
  if (n < 0)
    return FALSE;
  if (n == 0 || id == person_id)
    return TRUE;
  code = muster_assister_dup_code (id);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("“%s” belongs to another person of the register already: %s."), value, code);
  return FALSE;
}

/* What identifies a person is nobody else's; e-mail addresses the register itself keeps apart. @before: as the register has the person; empty for a new one. */
static gboolean
check_identifiers (MusterDatabase *database, const MusterAssister *person, const MusterAssister *before, GError **error)
{
  return check_free (database, MUSTER_PEOPLE_BY_NPN, person->npn, before->npn, person->id, error) &&
         check_free (database, MUSTER_PEOPLE_BY_ASSISTER_ID, person->assister_id, before->assister_id, person->id, error) &&
         check_free (database, MUSTER_PEOPLE_BY_TRAINING_ID, person->training_id, before->training_id, person->id, error) &&
         check_free (database, MUSTER_PEOPLE_BY_ADMIN_ID, person->admin_id, before->admin_id, person->id, error);
}

static gboolean
affiliate (MusterWork *work, gint64 assister_id, const char *agency, gboolean *changed, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  gint64 agency_id;

  *changed = FALSE;
  if (agency == NULL)
    return TRUE;
  return muster_people_table_ensure_agency (database, agency, &agency_id, error) &&
         muster_people_table_affiliate (database, assister_id, agency_id, muster_work_get_today (work), changed, error);
}

static gboolean
check_reason (const char *reason, GError **error)
{
  if (!muster_identifier_may_hold_ssn (reason, TRUE))
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  return FALSE;
}

static gboolean
check_name (MusterDatabase *database, const MusterAssister *person, const GDate *today, GError **error)
{
  g_autoptr (GPtrArray) namesakes = muster_people_names_find (database, person, error);

  for (guint i = 0; namesakes != NULL && i < namesakes->len; i++)
    {
      const MusterNamesake *namesake = namesakes->pdata[i];
      g_autofree char *barred = NULL;

      if (namesake->person.id == person->id || muster_namesake_weigh (person, &namesake->person, TRUE) == 0)
        continue;
      if (!muster_barred_namesake_dup_text (database, &namesake->person, today, &barred, error))
        return FALSE;
      if (barred == NULL)
        continue;
      /* Translators: a person and their state, “P-17, Ana Roe (Revoked)” */
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s has this name, and may be the same person. A new record is no way around a decision: go on with the other one, or say that this is another person."), barred);
      return FALSE;
    }
  return namesakes != NULL;
}

/* Sets @takes to whether @person gets another first or last name than the register has. */
static gboolean
takes_name (MusterDatabase *database, const MusterAssister *person, gboolean *takes, GError **error)
{
  g_autoptr (MusterAssister) before = person->id != 0 ? muster_people_table_load (database, person->id, error) : muster_assister_new ();

  if (before == NULL)
    return FALSE;
  *takes = person->given_name != NULL && person->family_name != NULL &&
           (g_strcmp0 (before->given_name, person->given_name) != 0 || g_strcmp0 (before->family_name, person->family_name) != 0);
  return TRUE;
}

gboolean
muster_edit_assister_check_namesakes (MusterDatabase *database, const MusterAssister *person, const GDate *today, GError **error)
{
  g_autoptr (MusterAssister) exchanged = NULL;
  gboolean takes;

  if (!takes_name (database, person, &takes, error))
    return FALSE;
  if (!takes)
    return TRUE;
  exchanged = muster_barred_namesake_exchange (person);
  return check_name (database, person, today, error) && check_name (database, exchanged, today, error);
}

static void
describe (MusterWork *work, const MusterAssister *person, const MusterAssisterEdit *edit)
{
  g_autofree char *subject = muster_assister_dup_code (person->id);

  muster_work_set_subject (work, subject);
  muster_work_set_reason (work, edit->reason);
  if (edit->is_another)
    muster_work_add_detail (work, "another-person", "yes");
  if (edit->agency != NULL)
    {
      g_autofree char *tidy = muster_text_dup_tidy (edit->agency);

      muster_work_add_detail (work, "agency", tidy);
    }
}

static gboolean
enrol (MusterWork *work, const MusterAssister *person, const MusterAssisterEdit *edit, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
  MusterStepContext context = { .assister_id = person->id, .on = *muster_work_get_today (work), .reason = edit->reason };

  return muster_certification_steps_take_all (work, events, edit->types, MUSTER_VERB_ENROL, &context, error);
}

static gboolean
perform_add (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterAssisterEdit *edit = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterAssister) person = muster_assister_copy (edit->person);
  g_autoptr (MusterAssister) nobody = muster_assister_new ();
  gint64 *id = output;
  gboolean changed;

  person->id = 0;
  person->active = TRUE;
  if (!check_reason (edit->reason, error) || !muster_assister_check (person, error) || !check_identifiers (database, person, nobody, error))
    return FALSE;
  if (!edit->is_another && !muster_edit_assister_check_namesakes (database, person, muster_work_get_today (work), error))
    return FALSE;
  if (!muster_people_table_save (database, person, error))
    return FALSE;
  if (!affiliate (work, person->id, edit->agency, &changed, error) || !enrol (work, person, edit, error))
    return FALSE;
  describe (work, person, edit);
  if (id != NULL)
    *id = person->id;
  return TRUE;
}

/* The roster state is more than a value: leaving and coming back concern roles and agency too. */
static gboolean
change_activity (MusterWork *work, const MusterAssister *person, const char *reason, GError **error)
{
  MusterCertificationVerb verb = person->active ? MUSTER_VERB_RETURN : MUSTER_VERB_INACTIVATE;
  MusterStepContext context = { .assister_id = person->id, .on = *muster_work_get_today (work), .reason = reason };
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (GPtrArray) events = muster_people_table_list_begun (database, person->id, &context.on, error);

  if (events == NULL)
    return FALSE;
  if (!person->active && !muster_open_case_query_has (database, person->id, &context.under_investigation, error))
    return FALSE;
  if (!muster_certification_steps_take_all (work, events, muster_certification_list_possible (events, verb), verb, &context, error))
    return FALSE;
  if (person->active)
    return muster_certification_steps_come_back (work, person->id, &context.on, error);
  return muster_certification_steps_leave (work, person->id, &context.on, error);
}

static gboolean
perform_edit (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterAssisterEdit *edit = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterAssister) before = muster_people_table_load (database, edit->person->id, error);
  g_autoptr (MusterAssister) person = muster_assister_copy (edit->person);
  gboolean differs, agency_changed;

  if (before == NULL || !muster_case_filter_query_check_own (database, before->id, error))
    return FALSE;
  if (!check_reason (edit->reason, error) || !muster_assister_check (person, error) || (edit->shown != NULL && !muster_assister_merge (person, edit->shown, before, error)) ||
      !check_identifiers (database, person, before, error))
    return FALSE;
  if (!edit->is_another && !muster_edit_assister_check_namesakes (database, person, muster_work_get_today (work), error))
    return FALSE;
  differs = !muster_assister_equal (before, person);
  if (differs && !muster_people_table_save (database, person, error))
    return FALSE;
  if (before->active != person->active && !change_activity (work, person, edit->reason, error))
    return FALSE;
  if (!affiliate (work, person->id, edit->agency, &agency_changed, error))
    return FALSE;

  if (differs || agency_changed)
    describe (work, person, edit);
  else
    muster_work_set_nothing_done (work);
  return TRUE;
}

const MusterOperation muster_add_assister = { .name = "add-assister", .perform = perform_add };
const MusterOperation muster_edit_assister = { .name = "edit-assister", .perform = perform_edit };
