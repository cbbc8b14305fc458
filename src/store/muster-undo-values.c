/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-undo-plan-private.h"

#include "domain/muster-identifier.h"
#include "store/muster-people-table.h"

/* The columns by which people are looked up, and how. */
static const struct
{
  MusterImportField field;
  MusterPeopleKey key;
} keys[] = {
  { MUSTER_FIELD_EMAIL, MUSTER_PEOPLE_BY_EMAIL },
  { MUSTER_FIELD_NPN, MUSTER_PEOPLE_BY_NPN },
  { MUSTER_FIELD_ASSISTER_ID, MUSTER_PEOPLE_BY_ASSISTER_ID },
  { MUSTER_FIELD_TRAINING_ID, MUSTER_PEOPLE_BY_TRAINING_ID },
  { MUSTER_FIELD_ADMIN_ID, MUSTER_PEOPLE_BY_ADMIN_ID },
};

static MusterImportField
get_field (guint column)
{
  return column < MUSTER_N_PERSON_COLUMNS ? muster_person_columns[column].field : MUSTER_FIELD_IGNORE;
}

/* Sets @holder to who else has @value; 0 for nobody. */
static gboolean
find_holder (MusterUndoPlanning *planning, gint64 person, MusterImportField field, const char *value, gint64 *holder, GError **error)
{
  *holder = 0;
  for (guint i = 0; value != NULL && i < G_N_ELEMENTS (keys); i++)
    {
      gint64 id = 0;
      int n;

      if (keys[i].field != field)
        continue;
      n = muster_people_table_find (planning->database, keys[i].key, value, &id, error);
      if (n < 0)
        return FALSE;
      if (n > 0 && id != person && !muster_undo_people_go_away (planning, id))
        *holder = id;
    }
  return TRUE;
}

static gboolean
say_changed (MusterUndoPlanning *planning, gint64 person, guint column, const MusterPersonValue *value, GError **error)
{
  const MusterUndoSaying saying = {
    .rule = MUSTER_UNDO_CHANGED_SINCE,
    .person = person,
    .field = get_field (column),
    .imported = value->watched,
    .now = value->now,
    .entry = value->set_by,
  };

  /* How a file wrote a phone goes with the phone. */
  return (saying.field == MUSTER_FIELD_IGNORE && column != MUSTER_PERSON_ACTIVE) || muster_undo_findings_add (planning, &saying, error);
}

static gboolean
say_taken (MusterUndoPlanning *planning, gint64 person, guint column, const MusterPersonValue *value, gint64 holder, GError **error)
{
  const MusterUndoSaying saying = {
    .rule = MUSTER_UNDO_TAKEN,
    .person = person,
    .field = get_field (column),
    .imported = value->watched,
    .now = value->now,
    .back = value->counting,
    .other = holder,
  };

  return muster_undo_findings_add (planning, &saying, error);
}

/* Sets @goes_back to whether the value does. */
static gboolean
choose (MusterUndoPlanning *planning, gint64 person, guint column, const MusterPersonValue *value, gboolean *goes_back, GError **error)
{
  gboolean set_later = value->set_by > planning->entry;
  gint64 holder;

  *goes_back = FALSE;
  switch (muster_undo_choose (value->now, value->counting, set_later))
    {
    case MUSTER_UNDO_CONFLICT:
      return say_changed (planning, person, column, value, error);
    case MUSTER_UNDO_RESTORE:
      if (!find_holder (planning, person, get_field (column), value->counting, &holder, error))
        return FALSE;
      *goes_back = holder == 0;
      return *goes_back || say_taken (planning, person, column, value, holder, error);
    case MUSTER_UNDO_LEAVE:
    default:
      return TRUE;
    }
}

/* Whether the person could still be known if the values went back; texts are borrowed. */
static gboolean
is_still_known (const MusterPersonHistory *history, const gboolean *goes_back)
{
  MusterAssister now = { 0 }, then = { 0 };

  for (guint i = 0; i < MUSTER_N_PERSON_COLUMNS; i++)
    {
      *muster_person_column_get (&now, i) = history->values[i].now;
      *muster_person_column_get (&then, i) = goes_back[i] ? history->values[i].counting : history->values[i].now;
    }
  return muster_assister_check_known (&then, NULL) || !muster_assister_check_known (&now, NULL);
}

static gboolean
say_needed (MusterUndoPlanning *planning, gint64 person, GError **error)
{
  const MusterUndoSaying saying = { .rule = MUSTER_UNDO_NEEDED, .person = person };

  return muster_undo_findings_add (planning, &saying, error);
}

static gboolean
plan_values (MusterUndoPlanning *planning, gint64 person, const MusterPersonHistory *history, gboolean *is_restored, GError **error)
{
  gboolean goes_back[MUSTER_N_PERSON_VALUES] = { FALSE };
  guint phone = 0;

  for (guint i = 0; i < MUSTER_N_PERSON_VALUES; i++)
    {
      if (get_field (i) == MUSTER_FIELD_PHONE)
        phone = i;
      if (history->values[i].is_watched && !choose (planning, person, i, &history->values[i], &goes_back[i], error))
        return FALSE;
    }
  /* The way in which a file wrote another phone than this one is. */
  if (history->values[phone].is_watched && !goes_back[phone])
    goes_back[MUSTER_N_PERSON_COLUMNS - 1] = FALSE;
  if (!is_still_known (history, goes_back))
    return say_needed (planning, person, error);
  for (guint i = 0; i < MUSTER_N_PERSON_VALUES; i++)
    if (goes_back[i])
      {
        muster_undo_planning_restore (planning, person, i, get_field (i), history->values[i].now, history->values[i].counting);
        *is_restored = TRUE;
      }
  return TRUE;
}

const char *
muster_undo_value_get_code (const MusterUndoValue *value)
{
  if (value->field != MUSTER_FIELD_IGNORE)
    return muster_import_field_to_code (value->field);
  return value->column == MUSTER_PERSON_ACTIVE ? "active" : NULL;
}

gboolean
muster_undo_values_plan (MusterUndoPlanning *planning, const MusterUndoPerson *person, gboolean *is_restored, GError **error)
{
  const MusterUndoSaying disposed = { .rule = MUSTER_UNDO_DISPOSED, .person = person->id };
  g_auto (MusterPersonHistory) history = { 0 };

  if (!muster_person_history_read (&planning->reader, person->id, planning->entry, &history, error))
    return FALSE;
  if (history.is_disposed)
    return muster_undo_findings_add (planning, &disposed, error);
  return plan_values (planning, person->id, &history, is_restored, error);
}
