/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/muster-different-person-table.h"
#include "store/muster-people-names.h"

/* As many names are kept in memory; then they are asked for anew. */
#define MOST_NAMES 20000

/* %FALSE on error. Of several who are equally likely, the first whom nobody has said to be another. */
static gboolean
find_likeliest (MusterImportPlanning *planning, GPtrArray *namesakes, const MusterImportRow *values, const MusterNamesake **likeliest, GError **error)
{
  g_autofree char *row_key = muster_import_dup_row_key (values);
  gint64 agency = 0;
  guint best = 0;

  *likeliest = NULL;
  if (values->agency != NULL && !muster_import_planning_find_agency (planning, values->agency, &agency, error))
    return FALSE;
  for (guint i = 0; i < namesakes->len; i++)
    {
      const MusterNamesake *namesake = namesakes->pdata[i];
      guint weight = muster_namesake_weigh (&values->person, &namesake->person, agency != 0 && namesake->agency_id == agency);
      gboolean different = FALSE;

      /* Whom another row fits is somebody else. */
      if (weight <= best || muster_import_planning_is_seen (planning, namesake->person.id))
        continue;
      if (row_key != NULL && !muster_different_person_table_has (planning->database, namesake->person.id, row_key, &different, error))
        return FALSE;
      if (different)
        continue;
      *likeliest = namesake;
      best = weight;
    }
  return TRUE;
}

static void
ask (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterAssister *known)
{
  g_autofree char *code = muster_assister_dup_code (known->id);
  g_autofree char *name = muster_assister_dup_name (known);
  g_autofree char *said = muster_assister_dup_name (&values->person);
  /* Translators: P-17 and a name */
  g_autofree char *message = g_strdup_printf (_("%s, %s, has the same name, but nothing that the row is known by. Say whether they are the same person."), code, name);

  muster_import_planning_ask (planning, row, known->id, "same-name", said, message);
}

/* That a row has nothing to be known by is what an answer cures. */
static void
forget_reasons (MusterImportPlanning *planning)
{
  GPtrArray *findings = g_ptr_array_new_full (planning->plan->findings->len, (GDestroyNotify) muster_finding_free);

  for (guint i = 0; i < planning->plan->findings->len; i++)
    {
      MusterFinding *finding = g_steal_pointer (&planning->plan->findings->pdata[i]);

      if (strcmp (finding->rule, "no-identifier") == 0 && g_hash_table_contains (planning->plan->suggestions, GUINT_TO_POINTER (finding->row)))
        muster_finding_free (finding);
      else
        g_ptr_array_add (findings, finding);
    }
  g_ptr_array_unref (planning->plan->findings);
  planning->plan->findings = findings;
}

static gboolean
suggest (MusterImportPlanning *planning, guint row, const MusterImportRow *values, GError **error)
{
  GPtrArray *namesakes = muster_import_planning_find_namesakes (planning, &values->person, error);
  const MusterNamesake *likeliest;

  if (namesakes == NULL || !find_likeliest (planning, namesakes, values, &likeliest, error))
    return FALSE;
  if (likeliest == NULL)
    return TRUE;
  if (muster_import_options_get_decision (planning->options, row) != MUSTER_IMPORT_NOT_THE_SAME)
    ask (planning, row, values, &likeliest->person);
  else if (!values->lacks_identifier)
    g_hash_table_insert (planning->plan->different, GUINT_TO_POINTER (row), g_memdup2 (&likeliest->person.id, sizeof (gint64)));
  return TRUE;
}

GPtrArray *
muster_import_planning_find_namesakes (MusterImportPlanning *planning, const MusterAssister *person, GError **error)
{
  g_autofree char *name = g_strconcat (person->family_name, "\n", person->given_name, NULL);
  g_autofree char *key = muster_text_fold (name);
  GPtrArray *namesakes = g_hash_table_lookup (planning->namesakes, key);

  if (namesakes != NULL)
    return namesakes;
  namesakes = muster_people_names_find (planning->database, person, error);
  if (namesakes == NULL)
    return NULL;
  if (g_hash_table_size (planning->namesakes) >= MOST_NAMES)
    g_hash_table_remove_all (planning->namesakes);
  g_hash_table_insert (planning->namesakes, g_steal_pointer (&key), namesakes);
  return namesakes;
}

char *
muster_import_dup_row_key (const MusterImportRow *row)
{
  static const char *const names[MUSTER_N_KINDS] = {
    [MUSTER_KIND_NPN] = "npn",
    [MUSTER_KIND_ASSISTER_ID] = "assister-id",
    [MUSTER_KIND_TRAINING_ID] = "training-id",
    [MUSTER_KIND_ADMIN_ID] = "admin-id",
    [MUSTER_KIND_EMAIL] = "email",
  };

  for (guint kind = 0; kind < MUSTER_N_KINDS; kind++)
    {
      g_autofree char *text = muster_import_dup_identifier (row, kind);

      if (text != NULL)
        return g_strconcat (names[kind], ":", text, NULL);
    }
  return NULL;
}

gboolean
muster_import_planning_note_unfitted (MusterImportPlanning *planning, guint row, const MusterImportRow *values, GError **error)
{
  GPtrArray *namesakes;

  if (values->person.given_name == NULL || values->person.family_name == NULL)
    return TRUE;
  namesakes = muster_import_planning_find_namesakes (planning, &values->person, error);
  if (namesakes == NULL)
    return FALSE;
  if (namesakes->len > 0)
    g_array_append_val (planning->unfitted, row);
  return TRUE;
}

gboolean
muster_import_planning_suggest (MusterImportPlanning *planning, GError **error)
{
  for (guint i = 0; i < planning->unfitted->len; i++)
    {
      guint row = g_array_index (planning->unfitted, guint, i);
      MusterImportRow values;
      gboolean ok;

      if (planning->plan->fates[row] == MUSTER_FATE_CONFLICT)
        continue;
      muster_import_planning_read (planning, row, &values);
      ok = suggest (planning, row, &values, error);
      muster_import_row_clear (&values);
      if (!ok)
        return FALSE;
    }
  if (g_hash_table_size (planning->plan->suggestions) > 0)
    forget_reasons (planning);
  muster_import_planning_follow_questions (planning);
  planning->plan->n_questions = g_hash_table_size (planning->plan->suggestions);
  return TRUE;
}
