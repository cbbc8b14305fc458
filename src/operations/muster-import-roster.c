/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-roster.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-certification.h"
#include "domain/muster-error.h"
#include "operations/muster-certification-steps.h"
#include "store/muster-import-table.h"
#include "store/muster-people-table.h"

#define ROWS_AT_ONCE 500

/* How much of the work is done when the plan is made, by experience. */
#define PLAN_SHARE 0.3

typedef struct
{
  MusterWork *work;
  MusterDatabase *database;
  MusterImportPlan *plan;
  GHashTable *agencies; /* folded name → id */
  GHashTable *made;     /* first row → id, for people of whom more rows tell */
  GHashTable *wanted;   /* such first rows */
} Importing;

static void
importing_clear (Importing *importing)
{
  g_clear_pointer (&importing->agencies, g_hash_table_unref);
  g_clear_pointer (&importing->made, g_hash_table_unref);
  g_clear_pointer (&importing->wanted, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Importing, importing_clear)

/* The plan is made with the safe points of the work. */
typedef struct
{
  MusterWork *work;
  GCancellable *stop;
  GError *error;
} SafePoint;

static void
pass_progress_cb (goffset current, goffset total, gpointer user_data)
{
  SafePoint *point = user_data;
  double fraction = total > 0 ? PLAN_SHARE * current / total : 0;

  if (point->error == NULL && !muster_work_progress (point->work, fraction, _("Comparing the rows with the register"), &point->error))
    g_cancellable_cancel (point->stop);
}

static MusterImportPlan *
make_plan (MusterWork *work, const MusterImportRequest *request, GError **error)
{
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  SafePoint point = { work, stop, NULL };
  g_autoptr (GError) problem = NULL;
  MusterImportPlan *plan = muster_import_plan_new (muster_work_get_database (work), request->sheet, request->options, pass_progress_cb, &point, stop, &problem);

  if (plan != NULL)
    return plan;
  if (point.error != NULL)
    g_propagate_error (error, point.error);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

static gboolean
ensure_agency (Importing *importing, const char *name, gint64 *id, GError **error)
{
  g_autofree char *key = muster_text_fold (name);
  gint64 *known = g_hash_table_lookup (importing->agencies, key);

  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }
  if (!muster_people_table_ensure_agency (importing->database, name, id, error))
    return FALSE;
  g_hash_table_insert (importing->agencies, g_steal_pointer (&key), g_memdup2 (id, sizeof *id));
  return TRUE;
}

/* Agency and roles, of which an import makes applicants and nothing more. */
static gboolean
place_person (Importing *importing, const MusterImportRow *values, gint64 id, GPtrArray *events, GError **error)
{
  const GDate *today = muster_work_get_today (importing->work);
  MusterStepContext context = { .assister_id = id, .on = *today };
  guint types = values->types & ~muster_certification_list_held (events);
  gint64 agency_id;

  if (values->agency != NULL && (!ensure_agency (importing, values->agency, &agency_id, error) || !muster_people_table_affiliate (importing->database, id, agency_id, today, NULL, error)))
    return FALSE;
  return muster_certification_steps_take_all (importing->work, events, types, MUSTER_VERB_ENROL, &context, error);
}

static gboolean
create_person (Importing *importing, guint row, MusterImportRow *values, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);

  values->person.id = 0;
  values->person.active = TRUE;
  if (!muster_people_table_save (importing->database, &values->person, error))
    return FALSE;
  if (g_hash_table_contains (importing->wanted, GUINT_TO_POINTER (row)))
    g_hash_table_insert (importing->made, GUINT_TO_POINTER (row), g_memdup2 (&values->person.id, sizeof (gint64)));
  return place_person (importing, values, values->person.id, events, error);
}

/* 0 is not possible: a row that is updated fits a person of the register, or one that an earlier row has made. */
static gint64
find_person (Importing *importing, guint row)
{
  gpointer first;
  const gint64 *made;

  if (importing->plan->people[row] != 0)
    return importing->plan->people[row];
  first = g_hash_table_lookup (importing->plan->same_person, GUINT_TO_POINTER (row));
  made = g_hash_table_lookup (importing->made, first);
  return made != NULL ? *made : 0;
}

static gboolean
update_person (Importing *importing, guint row, const MusterImportRow *values, GError **error)
{
  gint64 id = find_person (importing, row);
  g_autoptr (MusterAssister) person = muster_people_table_load (importing->database, id, error);
  g_autoptr (GPtrArray) events = NULL;

  if (person == NULL)
    return FALSE;
  if (muster_import_row_merge (values, person) && !muster_people_table_save (importing->database, person, error))
    return FALSE;
  if (!person->active)
    return TRUE;
  events = muster_people_table_list_events (importing->database, id, error);
  return events != NULL && place_person (importing, values, id, events, error);
}

static gboolean
import_row (Importing *importing, guint row, GError **error)
{
  MusterImportRow values;
  gboolean ok = TRUE;

  if (importing->plan->fates[row] != MUSTER_FATE_CREATED && importing->plan->fates[row] != MUSTER_FATE_UPDATED)
    return TRUE;
  muster_import_plan_read_row (importing->plan, row, &values);
  if (importing->plan->fates[row] == MUSTER_FATE_CREATED)
    ok = create_person (importing, row, &values, error);
  else
    ok = update_person (importing, row, &values, error);
  muster_import_row_clear (&values);
  return ok;
}

static gboolean
import_rows (MusterWork *work, MusterImportPlan *plan, GError **error)
{
  g_auto (Importing) importing = { work, muster_work_get_database (work), plan };
  guint n = muster_sheet_get_n_rows (plan->sheet);
  GHashTableIter iter;
  gpointer first;

  importing.agencies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  importing.made = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  importing.wanted = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, plan->same_person);
  while (g_hash_table_iter_next (&iter, NULL, &first))
    g_hash_table_add (importing.wanted, first);
  for (guint row = 0; row < n; row++)
    {
      if (row % ROWS_AT_ONCE == 0 && !muster_work_progress (work, PLAN_SHARE + (1 - PLAN_SHARE) * row / n, _("Writing into the register"), error))
        return FALSE;
      if (!import_row (&importing, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_record (MusterWork *work, MusterImportPlan *plan, gint64 *id, GError **error)
{
  const char delimiter[] = { muster_sheet_get_delimiter (plan->sheet), '\0' };
  g_autoptr (MusterImport) record = g_new0 (MusterImport, 1);

  record->file_name = g_strdup (muster_sheet_get_file_name (plan->sheet));
  record->file_size = muster_sheet_get_file_size (plan->sheet);
  record->file_hash = g_strdup (muster_sheet_get_file_hash (plan->sheet));
  record->encoding = g_strdup (muster_sheet_get_encoding (plan->sheet));
  record->delimiter = g_strdup (delimiter);
  record->key = g_strdup (muster_import_key_to_code (plan->options->key));
  record->mode = g_strdup (muster_import_mode_to_code (plan->options->mode));
  record->digest = g_strdup (plan->digest);
  record->rows = muster_sheet_get_n_rows (plan->sheet);
  memcpy (record->counts, plan->counts, sizeof record->counts);
  record->account_id = muster_work_get_account (work)->id;
  record->recorded = muster_work_get_time (work);
  record->snapshot = g_strdup (muster_work_keep_snapshot (work, NULL));
  if (!muster_import_table_save (muster_work_get_database (work), record, error))
    return FALSE;
  *id = record->id;
  return TRUE;
}

static void
add_number (MusterWork *work, const char *key, guint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  muster_work_add_detail (work, key, text);
}

static void
describe (MusterWork *work, MusterImportPlan *plan, gint64 id)
{
  add_number (work, "import", id);
  muster_work_add_detail (work, "file", muster_sheet_get_file_name (plan->sheet));
  add_number (work, "size", muster_sheet_get_file_size (plan->sheet));
  muster_work_add_detail (work, "sha256", muster_sheet_get_file_hash (plan->sheet));
  muster_work_add_detail (work, "digest", plan->digest);
  add_number (work, "rows", muster_sheet_get_n_rows (plan->sheet));
  for (guint fate = 0; fate < MUSTER_N_FATES; fate++)
    add_number (work, muster_row_fate_to_code (fate), plan->counts[fate]);
}

static gboolean
check_expected (const MusterImportPlan *plan, const char *expect, GError **error)
{
  if (expect == NULL || g_ascii_strcasecmp (expect, plan->digest) == 0)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The import would not do what the preview showed: the file or the register has changed since. Nothing was changed; look at the preview again."));
  return FALSE;
}

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterImportRequest *request = input;
  MusterImportResult *result = output;
  g_autoptr (MusterImportPlan) plan = make_plan (work, request, error);
  gint64 id = 0;

  if (plan == NULL || !check_expected (plan, request->expect, error))
    return FALSE;
  if ((plan->counts[MUSTER_FATE_REJECTED] > 0 && !plan->options->accept_valid) ||
      plan->counts[MUSTER_FATE_CREATED] + plan->counts[MUSTER_FATE_UPDATED] == 0)
    muster_work_set_nothing_done (work);
  else
    {
      if (muster_work_keep_snapshot (work, error) == NULL || !import_rows (work, plan, error) || !save_record (work, plan, &id, error))
        return FALSE;
      describe (work, plan, id);
    }
  if (result != NULL)
    {
      result->import_id = id;
      result->plan = g_steal_pointer (&plan);
    }
  return TRUE;
}

const MusterOperation muster_import_roster = { .name = "import-roster", .perform = perform, .snapshot = "import" };
