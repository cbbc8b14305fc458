/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "operations/muster-barred-namesake.h"
#include "store/muster-different-person-table.h"
#include "store/muster-people-names.h"

/* As many names are kept in memory; then they are asked for anew. */
#define MOST_NAMES 20000

/* Sets @text (transfer full) to who @known is, and what stands against them, if @said may be them; else to %NULL. */
static gboolean
dup_barred (MusterImportPlanning *planning, const MusterAssister *said, const MusterAssister *known, char **text, GError **error)
{
  *text = NULL;
  if (!g_hash_table_contains (planning->once_barred, &known->id) || muster_namesake_weigh (said, known, TRUE) == 0)
    return TRUE;
  return muster_barred_namesake_dup_text (planning->database, known, &planning->options->today, text, error);
}

/* How much speaks for @said being @namesake; against whom a decision stands is asked for whatever other numbers the file has. @only_barred: nobody else is. */
static gboolean
weigh (MusterImportPlanning *planning, const MusterAssister *said, const MusterNamesake *namesake, gint64 agency, gboolean only_barred, guint *weight, GError **error)
{
  g_autofree char *barred = NULL;

  *weight = only_barred ? 0 : muster_namesake_weigh (said, &namesake->person, agency != 0 && namesake->agency_id == agency);
  if (*weight > 0)
    return TRUE;
  if (!dup_barred (planning, said, &namesake->person, &barred, error))
    return FALSE;
  *weight = barred != NULL;
  return TRUE;
}

/* %FALSE on error. Of several who are equally likely, the first whom nobody has said to be another. */
static gboolean
find_likeliest (MusterImportPlanning *planning, const MusterAssister *said, const MusterImportRow *values, gboolean only_barred, const MusterNamesake **likeliest, GError **error)
{
  GPtrArray *namesakes = muster_import_planning_find_namesakes (planning, said, error);
  g_autofree char *row_key = muster_import_dup_row_key (values);
  gint64 agency = 0;
  guint best = 0, weight;

  *likeliest = NULL;
  if (namesakes == NULL || (values->agency != NULL && !muster_import_planning_find_agency (planning, values->agency, &agency, error)))
    return FALSE;
  for (guint i = 0; i < namesakes->len; i++)
    {
      const MusterNamesake *namesake = namesakes->pdata[i];
      gboolean different = FALSE;

      /* Whom another row fits is somebody else; but a decision is evaded just so, by one row that is true and another. */
      if (!weigh (planning, said, namesake, agency, only_barred || muster_import_planning_is_seen (planning, namesake->person.id), &weight, error))
        return FALSE;
      if (weight <= best)
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

/* The same with first and last name exchanged, for the sake of those against whom a decision stands. */
static gboolean
find_barred (MusterImportPlanning *planning, const MusterImportRow *values, const MusterNamesake **barred, GError **error)
{
  g_autoptr (MusterAssister) exchanged = NULL;

  if (g_hash_table_size (planning->once_barred) == 0)
    return TRUE;
  exchanged = muster_barred_namesake_exchange (&values->person);
  return find_likeliest (planning, exchanged, values, TRUE, barred, error);
}

static gboolean
ask (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterAssister *known, GError **error)
{
  g_autofree char *code = muster_assister_dup_code (known->id), *name = muster_assister_dup_name (known), *said = muster_assister_dup_name (&values->person);
  g_autofree char *barred = NULL, *message = NULL;

  if (!muster_barred_namesake_dup_text (planning->database, known, &planning->options->today, &barred, error))
    return FALSE;
  if (barred != NULL)
    /* Translators: a person and their state, “P-17, Ana Roe (Revoked)” */
    message = g_strdup_printf (_("%s has this name, and may be the same person. A new record is no way around a decision. Say whether they are the same person."), barred);
  else
    /* Translators: P-17 and a name */
    message = g_strdup_printf (_("%s, %s, has the same name, but nothing that the row is known by. Say whether they are the same person."), code, name);
  muster_import_planning_ask (planning, row, known->id, barred != NULL ? "barred-name" : "same-name", said, message);
  return TRUE;
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
  const MusterNamesake *likeliest;

  if (!find_likeliest (planning, &values->person, values, FALSE, &likeliest, error) || (likeliest == NULL && !find_barred (planning, values, &likeliest, error)))
    return FALSE;
  if (likeliest == NULL)
    return TRUE;
  if (muster_import_options_get_decision (planning->options, row) != MUSTER_IMPORT_NOT_THE_SAME)
    return ask (planning, row, values, &likeliest->person, error);
  if (!values->lacks_identifier)
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

static gboolean
warn_of_name (MusterImportPlanning *planning, guint row, const MusterAssister *said, const MusterAssister *known, GError **error)
{
  GPtrArray *namesakes = muster_import_planning_find_namesakes (planning, said, error);

  for (guint i = 0; namesakes != NULL && i < namesakes->len; i++)
    {
      const MusterAssister *namesake = &((const MusterNamesake *) namesakes->pdata[i])->person;
      g_autofree char *barred = NULL, *name = NULL, *message = NULL;

      if (!dup_barred (planning, said, namesake, &barred, error))
        return FALSE;
      if (barred == NULL || namesake->id == known->id)
        continue;
      name = muster_assister_dup_name (known);
      /* Translators: a person and their state, “P-17, Ana Roe (Revoked)”, and the name of another person */
      message = g_strdup_printf (_("The row gives the name of %s to %s. A new record is no way around a decision: make sure that they are two people."), barred, name);
      muster_import_planning_find (planning, row, "barred-name", FALSE, NULL, message);
    }
  return namesakes != NULL;
}

gboolean
muster_import_planning_check_renamed (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterAssister *known, GError **error)
{
  const MusterAssister *said = &values->person;
  g_autoptr (MusterAssister) exchanged = NULL;

  if (g_hash_table_size (planning->once_barred) == 0 || said->given_name == NULL || said->family_name == NULL ||
      (g_strcmp0 (said->given_name, known->given_name) == 0 && g_strcmp0 (said->family_name, known->family_name) == 0))
    return TRUE;
  exchanged = muster_barred_namesake_exchange (said);
  return warn_of_name (planning, row, said, known, error) && warn_of_name (planning, row, exchanged, known, error);
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
  if (namesakes != NULL && namesakes->len == 0 && g_hash_table_size (planning->once_barred) > 0)
    {
      g_autoptr (MusterAssister) person = muster_barred_namesake_exchange (&values->person);

      namesakes = muster_import_planning_find_namesakes (planning, person, error);
    }
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
