/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-certification.h"

static const MusterPeopleKey people_keys[MUSTER_N_KINDS] = {
  [MUSTER_KIND_NPN] = MUSTER_PEOPLE_BY_NPN,
  [MUSTER_KIND_ASSISTER_ID] = MUSTER_PEOPLE_BY_ASSISTER_ID,
  [MUSTER_KIND_TRAINING_ID] = MUSTER_PEOPLE_BY_TRAINING_ID,
  [MUSTER_KIND_EMAIL] = MUSTER_PEOPLE_BY_EMAIL,
};

/* What the register has on one row. */
typedef struct
{
  char *texts[MUSTER_N_KINDS];
  gint64 ids[MUSTER_N_KINDS];
  int n[MUSTER_N_KINDS];
} Match;

static void
match_clear (Match *match)
{
  for (guint kind = 0; kind < MUSTER_N_KINDS; kind++)
    g_free (match->texts[kind]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Match, match_clear)

static gboolean
look_up (MusterImportPlanning *planning, const MusterImportRow *values, Match *match, GError **error)
{
  for (guint kind = 0; kind < MUSTER_N_KINDS; kind++)
    {
      match->texts[kind] = muster_import_dup_identifier (values, kind);
      if (match->texts[kind] == NULL)
        continue;
      match->n[kind] = muster_people_table_find (planning->database, people_keys[kind], match->texts[kind], &match->ids[kind], error);
      if (match->n[kind] < 0)
        return FALSE;
    }
  return TRUE;
}

/* The first that the row has, unless somebody chose. */
static guint
choose_kind (const MusterImportOptions *options, const Match *match)
{
  guint kind = 0;

  if (options->key != MUSTER_KEY_AUTO)
    return options->key - MUSTER_KEY_NPN;
  while (kind + 1 < MUSTER_N_KINDS && match->texts[kind] == NULL)
    kind++;
  return kind;
}

static void
set_fate (MusterImportPlanning *planning, guint row, MusterRowFate fate)
{
  planning->plan->fates[row] = fate;
}

static void
oppose_register (MusterImportPlanning *planning, guint row, const Match *match, guint kind, gint64 person)
{
  g_autofree char *other = muster_assister_dup_code (match->ids[kind]);
  g_autofree char *own = muster_assister_dup_code (person);
  g_autofree char *shown = muster_import_dup_shown (match->texts[kind]);
  g_autofree char *message = NULL;
  const char *rule = "identifier-taken";

  if (match->n[kind] > 1)
    {
      rule = "fits-several-people";
      message = g_strdup_printf (_("“%s” belongs to %d people of the register. Correct them first, or let people be known by something else."), shown, match->n[kind]);
    }
  else if (kind == MUSTER_KIND_EMAIL)
    {
      rule = "email-taken";
      message = g_strdup_printf (_("The e-mail address “%s” belongs to %s. Correct the file, or that person."), shown, other);
    }
  else if (person != 0)
    {
      rule = "fits-two-people";
      message = g_strdup_printf (_("The row fits %s, but “%s” belongs to %s. Correct the file, or those people."), own, shown, other);
    }
  else
    message = g_strdup_printf (_("“%s” belongs to %s, whom the rest of the row does not fit. Correct the file, or that person."), shown, other);
  set_fate (planning, row, MUSTER_FATE_CONFLICT);
  muster_import_planning_find (planning, row, rule, TRUE, shown, message);
}

/* %FALSE if the row is a conflict with the register. */
static gboolean
settle_person (MusterImportPlanning *planning, guint row, const Match *match, guint key, gint64 *person)
{
  *person = match->n[key] == 1 ? match->ids[key] : 0;
  for (guint kind = 0; kind < MUSTER_N_KINDS; kind++)
    if (match->n[kind] > 1 || (match->n[kind] == 1 && match->ids[kind] != *person))
      {
        oppose_register (planning, row, match, kind, *person);
        return FALSE;
      }
  return TRUE;
}

static gboolean
is_with_agency (MusterDatabase *database, gint64 person, const char *agency, gboolean *with, GError **error)
{
  g_autoptr (GPtrArray) affiliations = muster_people_table_list_affiliations (database, person, error);
  g_autofree char *wanted = muster_text_fold (agency);
  g_autofree char *current = NULL;

  if (affiliations == NULL)
    return FALSE;
  if (affiliations->len > 0)
    {
      const MusterAffiliation *newest = affiliations->pdata[0];

      current = g_date_valid (&newest->through) ? NULL : muster_text_fold (newest->agency_name);
    }
  *with = g_strcmp0 (current, wanted) == 0;
  return TRUE;
}

/* Whether the row says anything new of @id. Who is not with us any more is not brought back by a file. */
static gboolean
find_change (MusterImportPlanning *planning, guint row, const MusterImportRow *values, gint64 id, gboolean *changed, GError **error)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (planning->database, id, error);
  g_autoptr (GPtrArray) events = NULL;
  gboolean with_agency = TRUE;

  if (person == NULL)
    return FALSE;
  *changed = muster_import_row_merge (values, person);
  if (!person->active)
    {
      muster_import_planning_find (planning, row, "not-active", FALSE, NULL, _("The person is not active on the roster; the file does not change roles and agency."));
      return TRUE;
    }
  if (values->agency != NULL && !*changed && !is_with_agency (planning->database, id, values->agency, &with_agency, error))
    return FALSE;
  *changed |= !with_agency;
  if (*changed || values->types == 0)
    return TRUE;
  events = muster_people_table_list_events (planning->database, id, error);
  if (events == NULL)
    return FALSE;
  *changed = (values->types & ~muster_certification_list_held (events)) != 0;
  return TRUE;
}

/* Another row, with other identifiers, that fits the same person of the register. */
static gboolean
is_person_taken (MusterImportPlanning *planning, guint row, gint64 person)
{
  g_autofree char *code = muster_assister_dup_code (person);
  guint earlier;

  if (g_hash_table_contains (planning->plan->same_person, GUINT_TO_POINTER (row)))
    return FALSE;
  if (muster_import_repeats_add (planning->repeats, MUSTER_KIND_PERSON, code, row, &earlier) || planning->plan->people[earlier] != person)
    return FALSE;
  muster_import_planning_oppose (planning, row, earlier, MUSTER_KIND_PERSON, code);
  return TRUE;
}

gboolean
muster_import_planning_has_key (MusterImportPlanning *planning, guint row, const MusterImportRow *values)
{
  MusterImportKey key = planning->options->key;
  g_autofree char *text = key != MUSTER_KEY_AUTO ? muster_import_dup_identifier (values, key - MUSTER_KEY_NPN) : NULL;

  if (key == MUSTER_KEY_AUTO || text != NULL)
    return TRUE;
  set_fate (planning, row, MUSTER_FATE_REJECTED);
  muster_import_planning_find (planning, row, "no-key", TRUE, NULL, _("The row has nothing of what people are to be known by."));
  return FALSE;
}

gboolean
muster_import_planning_match (MusterImportPlanning *planning, guint row, const MusterImportRow *values, GError **error)
{
  g_auto (Match) match = { 0 };
  MusterImportMode mode = planning->options->mode;
  gboolean is_joined = g_hash_table_contains (planning->plan->same_person, GUINT_TO_POINTER (row));
  gboolean changed;
  gint64 person;

  if (!look_up (planning, values, &match, error))
    return FALSE;
  if (!settle_person (planning, row, &match, choose_kind (planning->options, &match), &person))
    return TRUE;
  if (person != 0 && is_person_taken (planning, row, person))
    return TRUE;
  planning->plan->people[row] = person;
  if (mode == (person != 0 ? MUSTER_MODE_INSERT : MUSTER_MODE_UPDATE))
    set_fate (planning, row, MUSTER_FATE_SKIPPED);
  else if (person == 0)
    set_fate (planning, row, is_joined ? MUSTER_FATE_UPDATED : MUSTER_FATE_CREATED);
  else
    {
      if (!find_change (planning, row, values, person, &changed, error))
        return FALSE;
      set_fate (planning, row, changed ? MUSTER_FATE_UPDATED : MUSTER_FATE_UNCHANGED);
    }
  return TRUE;
}
