/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan.h"

#include "domain/muster-certification.h"
#include "store/muster-people-table.h"

/* In the order in which people read them; the others are told in their own way. */
static const MusterImportField person_fields[] = {
  MUSTER_FIELD_GIVEN_NAME,
  MUSTER_FIELD_MIDDLE_NAME,
  MUSTER_FIELD_FAMILY_NAME,
  MUSTER_FIELD_SUFFIX,
  MUSTER_FIELD_NPN,
  MUSTER_FIELD_ASSISTER_ID,
  MUSTER_FIELD_TRAINING_ID,
  MUSTER_FIELD_ADMIN_ID,
  MUSTER_FIELD_LICENCE_NUMBER,
  MUSTER_FIELD_EMAIL,
  MUSTER_FIELD_PHONE,
  MUSTER_FIELD_OTHER_PHONE,
  MUSTER_FIELD_COUNTY,
  MUSTER_FIELD_LANGUAGES,
  MUSTER_FIELD_LETTER_LANGUAGE,
};

static void
free_change_cb (gpointer data)
{
  MusterImportChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static void
take_change (GPtrArray *changes, MusterImportField field, char *before, char *after)
{
  MusterImportChange *change = g_new0 (MusterImportChange, 1);

  change->field = field;
  change->before = before;
  change->after = after;
  g_ptr_array_add (changes, change);
}

static char *
dup_field (const MusterAssister *person, MusterImportField field)
{
  MusterImportRow row = { .person = *person };

  return muster_import_row_dup (&row, field);
}

static void
list_person_changes (GPtrArray *changes, const MusterAssister *before, const MusterAssister *after)
{
  for (guint i = 0; i < G_N_ELEMENTS (person_fields); i++)
    {
      g_autofree char *old = dup_field (before, person_fields[i]);
      g_autofree char *new = dup_field (after, person_fields[i]);

      if (g_strcmp0 (old, new) != 0)
        take_change (changes, person_fields[i], g_steal_pointer (&old), g_steal_pointer (&new));
    }
}

static char *
dup_types (guint types)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((types & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", muster_assister_type_get_label (1u << i));
  if (text->len > 0)
    return g_string_free_and_steal (text);
  g_string_free (text, TRUE);
  return NULL;
}

static void
list_type_changes (GPtrArray *changes, guint held, guint said)
{
  if ((said & ~held) != 0)
    take_change (changes, MUSTER_FIELD_TYPE, dup_types (held), dup_types (held | said));
}

/* What the file claims changes nobody's standing; it is told as news. */
static void
list_claims (GPtrArray *changes, const MusterImportRow *values)
{
  static const MusterImportField claims[] = { MUSTER_FIELD_STATUS, MUSTER_FIELD_CERTIFIED_ON, MUSTER_FIELD_CERTIFIED_THROUGH, MUSTER_FIELD_ENDED_ON, MUSTER_FIELD_LICENCE_EXPIRES };

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      char *said = muster_import_row_dup (values, claims[i]);

      if (said != NULL)
        take_change (changes, claims[i], NULL, said);
    }
}

static gboolean
list_agency_change (GPtrArray *changes, MusterDatabase *database, gint64 person, const char *agency, GError **error)
{
  g_autoptr (GPtrArray) affiliations = muster_people_table_list_affiliations (database, person, error);
  const MusterAffiliation *newest;
  g_autofree char *before = NULL, *before_key = NULL, *after_key = muster_text_fold (agency);

  if (affiliations == NULL)
    return FALSE;
  newest = affiliations->len > 0 ? affiliations->pdata[0] : NULL;
  if (newest != NULL && !g_date_valid (&newest->through))
    before = g_strdup (newest->agency_name);
  before_key = muster_text_fold (before);
  if (agency != NULL && strcmp (before_key, after_key) != 0)
    take_change (changes, MUSTER_FIELD_AGENCY, g_steal_pointer (&before), g_strdup (agency));
  return TRUE;
}

static gboolean
list_updates (GPtrArray *changes, MusterDatabase *database, gint64 id, const MusterImportRow *values, GError **error)
{
  g_autoptr (MusterAssister) before = muster_people_table_load (database, id, error);
  g_autoptr (MusterAssister) after = NULL;
  g_autoptr (GPtrArray) events = NULL;

  if (before == NULL)
    return FALSE;
  after = muster_assister_copy (before);
  muster_import_row_merge (values, after);
  list_person_changes (changes, before, after);
  if (!before->active)
    return TRUE;
  events = muster_people_table_list_events (database, id, error);
  if (events == NULL || !list_agency_change (changes, database, id, values->agency, error))
    return FALSE;
  list_type_changes (changes, muster_certification_list_held (events), values->types);
  return TRUE;
}

GPtrArray *
muster_import_plan_list_changes (MusterImportPlan *plan, MusterDatabase *database, guint row, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (free_change_cb);
  const MusterAssister nobody = { 0 };
  MusterImportRow values;
  gboolean ok = TRUE;

  if (plan->fates[row] != MUSTER_FATE_CREATED && plan->fates[row] != MUSTER_FATE_UPDATED)
    return g_steal_pointer (&changes);
  muster_import_plan_read_row (plan, row, &values);
  if (plan->people[row] != 0)
    ok = list_updates (changes, database, plan->people[row], &values, error);
  else
    {
      list_person_changes (changes, &nobody, &values.person);
      list_type_changes (changes, 0, values.types);
      if (values.agency != NULL)
        take_change (changes, MUSTER_FIELD_AGENCY, NULL, g_strdup (values.agency));
    }
  list_claims (changes, &values);
  muster_import_row_clear (&values);
  return ok ? g_steal_pointer (&changes) : NULL;
}
