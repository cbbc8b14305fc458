/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-name-compare.h"

static void
mention_change (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterAssister *person, const char *shown)
{
  g_autofree char *own = muster_assister_dup_code (person->id);
  g_autofree char *name = muster_assister_dup_name (person);
  g_autofree char *said = muster_assister_dup_name (&values->person);
  /* Translators: P-17, a name, an identifier, another name */
  g_autofree char *message = g_strdup_printf (_("The row fits %s, %s, by “%s”, but says “%s”. Make sure that the name has changed."), own, name, shown, said);

  muster_import_planning_find (planning, row, "name-changed", FALSE, said, message);
}

static void
ask_for_other (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterAssister *person, const char *shown)
{
  g_autofree char *own = muster_assister_dup_code (person->id);
  g_autofree char *name = muster_assister_dup_name (person);
  g_autofree char *said = muster_assister_dup_name (&values->person);
  /* Translators: an identifier, P-17, a name, another name */
  g_autofree char *message = g_strdup_printf (_("“%s” belongs to %s, %s, but the row is about %s. Say whether they are the same person."), shown, own, name, said);

  muster_import_planning_ask (planning, row, person->id, "name-differs", said, message);
}

static void
ask_for_order (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterAssister *person, const char *shown)
{
  g_autofree char *own = muster_assister_dup_code (person->id);
  g_autofree char *name = muster_assister_dup_list_name (person);
  g_autofree char *said = muster_assister_dup_list_name (&values->person);
  /* Translators: P-17, a name, an identifier, the name with first and last name exchanged */
  g_autofree char *message = g_strdup_printf (_("The row fits %s, %s, by “%s”, but has first and last name in each other’s place: “%s”. If the file has mixed them up, exchange its columns or correct the row. If they are to be so from now on, say that it is the same person."),
                                              own, name, shown, said);

  muster_import_planning_ask (planning, row, person->id, "names-swapped", said, message);
}

void
muster_import_planning_forget (MusterImportPlanning *planning, guint row, const char *rule)
{
  GPtrArray *findings = planning->plan->findings;

  for (guint i = findings->len; i > 0; i--)
    {
      const MusterFinding *finding = findings->pdata[i - 1];

      if (finding->row != row || strcmp (finding->rule, rule) != 0)
        continue;
      g_ptr_array_remove_index (findings, i - 1);
      return;
    }
}

/* In the column of its own; else in that of whole names, which is proposed whole. */
static void
find_lost_letters (MusterImportPlanning *planning, guint row, MusterImportField field, const char *said, const char *known, const MusterAssister *person)
{
  int own = muster_import_planning_find_field (planning, field);
  g_autofree char *message = g_strdup_printf (_("“%s” is “%s” in the register, with letters lost on the way. What the register has is proposed."), said, known);
  MusterFinding *finding = muster_import_planning_find (planning, row, "accents-lost", FALSE, said, message);

  muster_import_planning_place (planning, finding, own >= 0 ? own : muster_import_planning_find_field (planning, MUSTER_FIELD_NAME));
  finding->fix = own >= 0 ? g_strdup (known) : muster_assister_dup_list_name (person);
}

/* Only what is to be known of: a middle name is an initial in half of all files. */
static void
find_initial (MusterImportPlanning *planning, guint row, MusterImportField field, const char *said, const char *known)
{
  int own = muster_import_planning_find_field (planning, field);
  g_autofree char *message = NULL;
  MusterFinding *finding;

  if (field == MUSTER_FIELD_MIDDLE_NAME || !muster_name_is_initial_of (said, known))
    return;
  message = g_strdup_printf (_("“%s” is “%s” in the register, which says more and stays."), said, known);
  finding = muster_import_planning_find (planning, row, "initial-only", FALSE, said, message);
  finding->is_note = TRUE;
  muster_import_planning_place (planning, finding, own >= 0 ? own : muster_import_planning_find_field (planning, MUSTER_FIELD_NAME));
}

static void
find_lost_zeros (MusterImportPlanning *planning, guint row, MusterImportField field, const char *said, const char *known)
{
  g_autofree char *message = NULL;

  if (!muster_import_lost_zeros (said, known))
    return;
  message = g_strdup_printf (_("“%s” is “%s” in the register: a spreadsheet has taken the zeros away. What the register has stays."), said, known);
  muster_import_planning_place (planning, muster_import_planning_find (planning, row, "zeros-lost", FALSE, said, message), muster_import_planning_find_field (planning, field));
}

void
muster_import_planning_check_letters (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterAssister *person)
{
  const struct
  {
    MusterImportField field;
    const char *said;
    const char *known;
  } names[] = {
    { MUSTER_FIELD_GIVEN_NAME, values->person.given_name, person->given_name },
    { MUSTER_FIELD_MIDDLE_NAME, values->person.middle_name, person->middle_name },
    { MUSTER_FIELD_FAMILY_NAME, values->person.family_name, person->family_name },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      find_initial (planning, row, names[i].field, names[i].said, names[i].known);
      if (names[i].said != names[i].known && muster_name_lost_letters (names[i].said, names[i].known))
        find_lost_letters (planning, row, names[i].field, names[i].said, names[i].known, person);
    }
  find_lost_zeros (planning, row, MUSTER_FIELD_LICENCE_NUMBER, values->person.licence_number, person->licence_number);
  find_lost_zeros (planning, row, MUSTER_FIELD_TRAINING_ID, values->person.training_id, person->training_id);
  find_lost_zeros (planning, row, MUSTER_FIELD_ADMIN_ID, values->person.admin_id, person->admin_id);
}

gint64
muster_import_planning_get_decision (const MusterImportPlanning *planning, guint row)
{
  gint64 decision = muster_import_options_get_decision (planning->options, row);
  gpointer first;

  if (decision == 0 && g_hash_table_lookup_extended (planning->plan->same_person, GUINT_TO_POINTER (row), NULL, &first))
    decision = muster_import_options_get_decision (planning->options, GPOINTER_TO_UINT (first));
  return decision;
}

void
muster_import_planning_ask (MusterImportPlanning *planning, guint row, gint64 person, const char *rule, const char *value, const char *message)
{
  planning->plan->fates[row] = MUSTER_FATE_CONFLICT;
  muster_import_planning_find (planning, row, rule, TRUE, value, message)->is_question = TRUE;
  g_hash_table_insert (planning->plan->suggestions, GUINT_TO_POINTER (row), g_memdup2 (&person, sizeof person));
}

gboolean
muster_import_planning_check_name (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterAssister *person, const char *shown)
{
  MusterNameLikeness likeness = muster_name_compare (&values->person, person);

  if (likeness == MUSTER_NAME_ONE_DIFFERS)
    mention_change (planning, row, values, person, shown);
  if (likeness == MUSTER_NAME_SWAPPED)
    ask_for_order (planning, row, values, person, shown);
  if (likeness == MUSTER_NAME_OTHER)
    ask_for_other (planning, row, values, person, shown);
  return likeness == MUSTER_NAME_SWAPPED || likeness == MUSTER_NAME_OTHER;
}

void
muster_import_planning_mention_replaced (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterAssister *person)
{
  const MusterImportRow own = { .person = *person };
  static const MusterImportField fields[] = { MUSTER_FIELD_NPN, MUSTER_FIELD_ASSISTER_ID, MUSTER_FIELD_TRAINING_ID, MUSTER_FIELD_ADMIN_ID };

  for (guint kind = MUSTER_KIND_NPN; kind < G_N_ELEMENTS (fields); kind++)
    {
      g_autofree char *said = muster_import_dup_identifier (values, kind);
      g_autofree char *known = muster_import_dup_identifier (&own, kind);
      g_autofree char *said_shown = said != NULL ? muster_import_dup_shown (said) : NULL;
      g_autofree char *known_shown = known != NULL ? muster_import_dup_shown (known) : NULL;
      g_autofree char *code = muster_assister_dup_code (person->id);
      g_autofree char *message = NULL;

      if (said == NULL || known == NULL || strcmp (said, known) == 0)
        continue;
      /* Translators: P-17, the name of an identifier, what it was, what it becomes */
      message = g_strdup_printf (_("%s: “%s” was “%s” and becomes “%s”, since you said that the row is about this person. Make sure that the number has changed."), code,
                                 muster_import_field_get_label (fields[kind]), known_shown, said_shown);
      muster_import_planning_place (planning, muster_import_planning_find (planning, row, "identifier-replaced", FALSE, said_shown, message),
                                    muster_import_planning_find_field (planning, fields[kind]));
    }
}

gboolean
muster_import_planning_settle_nameless (MusterImportPlanning *planning, guint row, const MusterImportRow *values, GError **error)
{
  if (muster_import_options_get_decision (planning->options, row) <= 0)
    return planning->is_register_empty || muster_import_planning_note_unfitted (planning, row, values, error);
  muster_import_planning_forget (planning, row, "no-identifier");
  planning->plan->fates[row] = MUSTER_FATE_UNCHANGED;
  return TRUE;
}

guint
muster_import_options_tell_apart (MusterImportOptions *options, MusterImportPlan *plan, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < plan->findings->len; i++)
    {
      const MusterFinding *finding = plan->findings->pdata[i];

      if (!finding->is_question || (rule != NULL && strcmp (finding->rule, rule) != 0))
        continue;
      muster_import_options_decide (options, finding->row, MUSTER_IMPORT_NOT_THE_SAME);
      n++;
    }
  return n;
}
