/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-commit-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-certification.h"
#include "operations/muster-certification-steps.h"
#include "operations/muster-import-claims.h"
#include "store/muster-different-person-table.h"
#include "store/muster-evidence-table.h"
#include "store/muster-open-case-query.h"

static gboolean
ensure_agency (MusterImporting *importing, const char *name, gint64 *id, GError **error)
{
  gint64 *known = g_hash_table_lookup (importing->agencies, name);

  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }
  if (!muster_people_table_ensure_agency (importing->database, name, id, error))
    return FALSE;
  g_hash_table_insert (importing->agencies, g_strdup (name), g_memdup2 (id, sizeof *id));
  return TRUE;
}

/* But for what each row says itself. */
static MusterImportClaimSource
make_source (MusterImporting *importing)
{
  return (MusterImportClaimSource) {
    .file = muster_sheet_get_file_name (importing->plan->sheet),
    .import_id = importing->import_id,
    .account_id = muster_work_get_account (importing->work)->id,
    .recorded = muster_work_get_time (importing->work),
  };
}

/* With agency and roles, of which an import makes applicants and nothing more. */
static gboolean
create_person (MusterImporting *importing, guint row, MusterImportReadRow *read, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
  MusterImportRow *values = &read->values;
  gint64 id = muster_import_newcomers_get_next_id (importing->newcomers), agency_id = 0;
  MusterStepContext context = { .assister_id = id, .on = *muster_work_get_today (importing->work) };

  values->person.active = TRUE;
  importing->plan->people[row] = id;
  for (guint i = 0; i < read->claims->len; i++)
    ((MusterEvidence *) read->claims->pdata[i])->assister_id = id;
  if (values->agency != NULL && !ensure_agency (importing, values->agency, &agency_id, error))
    return FALSE;
  return muster_certification_steps_plan_first (importing->work, values->types, MUSTER_VERB_ENROL, &context, events, error) &&
         muster_import_newcomers_add (importing->newcomers, &values->person, g_steal_pointer (&read->words), agency_id, &context.on, events, read->claims, error);
}

static gboolean
place_person (MusterImporting *importing, const MusterImportRow *values, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) events = muster_people_table_list_events (importing->database, id, error);
  MusterStepContext context = { .assister_id = id, .on = *muster_work_get_today (importing->work) };
  gint64 agency_id;

  if (events == NULL)
    return FALSE;
  if (values->agency != NULL && !ensure_agency (importing, values->agency, &agency_id, error))
    return FALSE;
  if (values->agency != NULL && !muster_people_table_affiliate (importing->database, id, agency_id, &context.on, NULL, error))
    return FALSE;
  return muster_certification_steps_take_all (importing->work, events, values->types & ~muster_certification_list_held (events), MUSTER_VERB_ENROL, &context, error);
}

static gboolean
update_person (MusterImporting *importing, guint row, const MusterImportRow *values, GError **error)
{
  gpointer first = g_hash_table_lookup (importing->plan->same_person, GUINT_TO_POINTER (row));
  gint64 *id = &importing->plan->people[row];
  g_autoptr (MusterAssister) person = NULL;
  MusterImportClaimSource source;

  /* A row that is updated fits a person of the register, or one that an earlier row has made. */
  if (*id == 0)
    {
      *id = importing->plan->people[GPOINTER_TO_UINT (first)];
      if (!muster_import_newcomers_flush (importing->newcomers, error))
        return FALSE;
    }
  person = muster_people_table_load (importing->database, *id, error);
  if (person == NULL)
    return FALSE;
  if (muster_import_row_merge (values, person) && !muster_people_table_save (importing->database, person, error))
    return FALSE;
  if (person->active && !place_person (importing, values, *id, error))
    return FALSE;
  source = make_source (importing);
  source.person = *id;
  source.line = muster_sheet_get_line (importing->plan->sheet, row);
  source.by_role = muster_import_plan_is_by_role (importing->plan, importing->wanted, row);
  return muster_import_claims_save (importing->database, values, &source, error);
}

gboolean
muster_importing_init (MusterImporting *importing, MusterWork *work, MusterImportPlan *plan, gint64 import_id, GError **error)
{
  MusterImportClaimSource source;

  *importing = (MusterImporting) { .work = work, .database = muster_work_get_database (work), .plan = plan, .import_id = import_id };
  importing->agencies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  importing->wanted = muster_import_plan_list_first_rows (plan);
  source = make_source (importing);
  importing->ahead = muster_import_ahead_new_for_commit (plan, &source, importing->wanted);
  importing->newcomers = muster_import_newcomers_new (importing->database, importing->ahead, error);
  return importing->newcomers != NULL;
}

void
muster_importing_clear (MusterImporting *importing)
{
  g_clear_pointer (&importing->newcomers, muster_import_newcomers_free);
  g_clear_pointer (&importing->ahead, muster_import_ahead_free);
  g_clear_pointer (&importing->agencies, g_hash_table_unref);
  g_clear_pointer (&importing->wanted, g_hash_table_unref);
}

gboolean
muster_importing_write_row (MusterImporting *importing, guint row, GError **error)
{
  MusterRowFate fate = importing->plan->fates[row];
  MusterImportReadRow *read = muster_import_ahead_next (importing->ahead);

  if (fate == MUSTER_FATE_CREATED)
    return create_person (importing, row, read, error);
  return fate != MUSTER_FATE_UPDATED || update_person (importing, row, &read->values, error);
}

gboolean
muster_importing_finish_rows (MusterImporting *importing, GError **error)
{
  return muster_import_newcomers_flush (importing->newcomers, error);
}

static gboolean
inactivate (MusterImporting *importing, gint64 person, const char *reason, GError **error)
{
  g_autoptr (GPtrArray) events = muster_people_table_list_begun (importing->database, person, muster_work_get_today (importing->work), error);
  MusterStepContext context = { .assister_id = person, .on = *muster_work_get_today (importing->work), .reason = reason };

  if (events == NULL || !muster_open_case_query_has (importing->database, person, &context.under_investigation, error))
    return FALSE;
  if (!muster_certification_steps_take_all (importing->work, events, muster_certification_list_possible (events, MUSTER_VERB_INACTIVATE), MUSTER_VERB_INACTIVATE, &context, error))
    return FALSE;
  return muster_certification_steps_leave (importing->work, person, &context.on, error);
}

gboolean
muster_importing_inactivate (MusterImporting *importing, GError **error)
{
  const MusterImportPlan *plan = importing->plan;
  g_autofree char *reason = g_strdup (plan->options->inactive_reason);

  if (plan->n_inactivated == 0)
    return TRUE;
  if (reason == NULL)
    reason = g_strdup_printf (_("Not in the file “%s” any more."), muster_sheet_get_file_name (plan->sheet));
  if (!muster_certification_check_reason (MUSTER_VERB_INACTIVATE, reason, error))
    return FALSE;
  for (guint i = 0; i < plan->missing->len; i++)
    {
      gint64 person = g_array_index (plan->missing, gint64, i);

      if (muster_import_options_inactivates (plan->options, person) && !inactivate (importing, person, reason, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
muster_importing_tell_apart (MusterImporting *importing, GError **error)
{
  gint64 account_id = muster_work_get_account (importing->work)->id;

  for (guint row = 0; row < muster_sheet_get_n_rows (importing->plan->sheet); row++)
    {
      const gint64 *person = g_hash_table_lookup (importing->plan->different, GUINT_TO_POINTER (row));
      g_autofree char *key = NULL;
      MusterImportRow values;

      if (person == NULL)
        continue;
      muster_import_plan_read_row (importing->plan, row, &values);
      key = muster_import_dup_row_key (&values);
      muster_import_row_clear (&values);
      if (key != NULL && !muster_different_person_table_add (importing->database, *person, key, account_id, muster_work_get_time (importing->work), error))
        return FALSE;
    }
  return TRUE;
}
