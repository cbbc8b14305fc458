/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-certification.h"
#include "domain/muster-error.h"
#include "domain/muster-import-status.h"
#include "domain/muster-name-compare.h"
#include "operations/muster-import-claims.h"
#include "operations/muster-revoked-elsewhere.h"

static const MusterPeopleKey people_keys[MUSTER_N_KINDS] = {
  [MUSTER_KIND_NPN] = MUSTER_PEOPLE_BY_NPN,
  [MUSTER_KIND_ASSISTER_ID] = MUSTER_PEOPLE_BY_ASSISTER_ID,
  [MUSTER_KIND_TRAINING_ID] = MUSTER_PEOPLE_BY_TRAINING_ID,
  [MUSTER_KIND_ADMIN_ID] = MUSTER_PEOPLE_BY_ADMIN_ID,
  [MUSTER_KIND_EMAIL] = MUSTER_PEOPLE_BY_EMAIL,
};

static const MusterImportField fields[MUSTER_N_KINDS] = {
  [MUSTER_KIND_NPN] = MUSTER_FIELD_NPN,
  [MUSTER_KIND_ASSISTER_ID] = MUSTER_FIELD_ASSISTER_ID,
  [MUSTER_KIND_TRAINING_ID] = MUSTER_FIELD_TRAINING_ID,
  [MUSTER_KIND_ADMIN_ID] = MUSTER_FIELD_ADMIN_ID,
  [MUSTER_KIND_EMAIL] = MUSTER_FIELD_EMAIL,
};

/* Whom a row is about, and how we know. */
typedef struct
{
  guint order[MUSTER_N_KINDS]; /* kinds, the strongest first */
  guint place;                 /* in the order: which kind decided; MUSTER_N_KINDS: a person did, or nothing */
  MusterAssister *person;      /* %NULL: nobody */
} Verdict;

static void
verdict_clear (Verdict *verdict)
{
  muster_assister_free (verdict->person);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Verdict, verdict_clear)

/* What people are to be known by, and then the others. */
static void
set_order (Verdict *verdict, MusterImportKey key)
{
  guint chosen = key - MUSTER_KEY_NPN;
  guint n = 0;

  if (key != MUSTER_KEY_AUTO)
    verdict->order[n++] = chosen;
  for (guint kind = 0; kind < MUSTER_N_KINDS; kind++)
    if (key == MUSTER_KEY_AUTO || kind != chosen)
      verdict->order[n++] = kind;
}

static void
set_fate (MusterImportPlanning *planning, guint row, MusterRowFate fate)
{
  planning->plan->fates[row] = fate;
}

/* @kind: of what @value is, which tells the column. */
static void
oppose (MusterImportPlanning *planning, guint row, const char *rule, guint kind, const char *value, const char *message)
{
  MusterFinding *finding = muster_import_planning_find (planning, row, rule, TRUE, value, message);

  set_fate (planning, row, MUSTER_FATE_CONFLICT);
  if (kind < MUSTER_N_KINDS)
    muster_import_planning_place (planning, finding, muster_import_planning_find_field (planning, fields[kind]));
}

static char *
dup_own (const MusterAssister *person, guint kind)
{
  MusterImportRow row = { .person = *person };

  return muster_import_dup_identifier (&row, kind);
}

/* Whether the person is one of the several who have it. */
static gboolean
is_own (const MusterAssister *person, guint kind, const char *text)
{
  g_autofree char *own = person != NULL ? dup_own (person, kind) : NULL;

  return g_strcmp0 (own, text) == 0;
}

static void
oppose_several (MusterImportPlanning *planning, guint row, const MusterImportMatch *match, guint kind)
{
  g_autofree char *shown = muster_import_dup_shown (match->texts[kind]);
  g_autofree char *message = g_strdup_printf (_("“%s” belongs to %d people of the register. Correct them first, or let people be known by something else."), shown, match->n[kind]);

  oppose (planning, row, "fits-several-people", kind, shown, message);
}

static void
oppose_other (MusterImportPlanning *planning, guint row, const MusterImportMatch *match, guint kind, const MusterAssister *person)
{
  g_autofree char *other = muster_assister_dup_code (match->ids[kind]);
  g_autofree char *own = muster_assister_dup_code (person->id);
  g_autofree char *shown = muster_import_dup_shown (match->texts[kind]);
  g_autofree char *message = NULL;

  if (kind == MUSTER_KIND_EMAIL)
    message = g_strdup_printf (_("The row fits %s, but the e-mail address “%s” belongs to %s. Correct the file, or those people."), own, shown, other);
  else
    message = g_strdup_printf (_("The row fits %s, but “%s” belongs to %s. Correct the file, or those people."), own, shown, other);
  oppose (planning, row, kind == MUSTER_KIND_EMAIL ? "email-taken" : "fits-two-people", kind, shown, message);
}

/* The row has what is stronger than that by which it fits, and the person has another there. */
static void
oppose_contradiction (MusterImportPlanning *planning, guint row, const MusterImportMatch *match, const Verdict *verdict, guint kind)
{
  guint decided_by = verdict->order[verdict->place];
  g_autofree char *own = muster_assister_dup_code (verdict->person->id);
  g_autofree char *shown = muster_import_dup_shown (match->texts[decided_by]);
  g_autofree char *stronger = muster_import_dup_shown (match->texts[kind]);
  g_autofree char *kept = dup_own (verdict->person, kind);
  g_autofree char *kept_shown = muster_import_dup_shown (kept);
  const char *label = muster_import_field_get_label (fields[kind]);
  g_autofree char *message = NULL;

  if (decided_by == MUSTER_KIND_EMAIL)
    /* Translators: e-mail address, person, name of an identifier, the person's, the row's */
    message = g_strdup_printf (_("The e-mail address “%s” belongs to %s, whose %s is “%s”, not “%s”. Correct the file, or that person, or say that they are the same."), shown, own, label,
                               kept_shown, stronger);
  else
    /* Translators: an identifier, person, name of an identifier, the person's, the row's */
    message = g_strdup_printf (_("“%s” belongs to %s, whose %s is “%s”, not “%s”. Correct the file, or that person, or say that they are the same."), shown, own, label, kept_shown, stronger);
  oppose (planning, row, decided_by == MUSTER_KIND_EMAIL ? "email-taken" : "identifier-taken", decided_by, shown, message);
}

/* Somebody says that the row is not about whom its identifier belongs to: so the identifier is wrong, here or there. */
static void
oppose_owner (MusterImportPlanning *planning, guint row, const Verdict *verdict, guint kind, const char *shown)
{
  g_autofree char *own = muster_assister_dup_code (verdict->person->id);
  g_autofree char *name = muster_assister_dup_name (verdict->person);
  g_autofree char *message = g_strdup_printf (_("“%s” belongs to %s, %s, whom the row is not about. Correct it in the row or of that person, or leave the row out."), shown, own, name);

  oppose (planning, row, kind == MUSTER_KIND_EMAIL ? "email-taken" : "identifier-taken", kind, shown, message);
}

static gboolean
load_decided (MusterImportPlanning *planning, guint row, gint64 id, Verdict *verdict, gboolean *opposed, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *code = muster_assister_dup_code (id);

  verdict->place = MUSTER_N_KINDS;
  verdict->person = muster_people_table_load (planning->database, id, &problem);
  if (verdict->person != NULL)
    return TRUE;
  *opposed = g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
  if (*opposed)
    oppose (planning, row, "no-such-person", MUSTER_N_KINDS, code, problem->message);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return *opposed;
}

/* The first that finds exactly one person decides. */
static gboolean
find_person (MusterImportPlanning *planning, const MusterImportMatch *match, Verdict *verdict, GError **error)
{
  while (verdict->place < MUSTER_N_KINDS && match->n[verdict->order[verdict->place]] != 1)
    verdict->place++;
  if (verdict->place == MUSTER_N_KINDS)
    return TRUE;
  verdict->person = muster_people_table_load (planning->database, match->ids[verdict->order[verdict->place]], error);
  return verdict->person != NULL;
}

/* Whether what else the row is known by belongs to somebody else. */
static gboolean
is_opposed_by_others (MusterImportPlanning *planning, guint row, const MusterImportMatch *match, const Verdict *verdict)
{
  for (guint i = 0; i < MUSTER_N_KINDS; i++)
    {
      guint kind = verdict->order[i];

      if (match->n[kind] == 0 || (match->n[kind] == 1 && verdict->person != NULL && match->ids[kind] == verdict->person->id))
        continue;
      if (match->n[kind] > 1 && is_own (verdict->person, kind, match->texts[kind]))
        continue;
      if (match->n[kind] > 1)
        oppose_several (planning, row, match, kind);
      else
        oppose_other (planning, row, match, kind, verdict->person);
      return TRUE;
    }
  return FALSE;
}

/* Whether the person is somebody else by what is stronger, or by the name. */
static gboolean
is_opposed_by_person (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterImportMatch *match, const Verdict *verdict)
{
  guint decided_by = verdict->order[verdict->place];
  g_autofree char *shown = muster_import_dup_shown (match->texts[decided_by]);

  for (guint i = 0; i < verdict->place; i++)
    {
      guint kind = verdict->order[i];
      g_autofree char *own = match->texts[kind] != NULL ? dup_own (verdict->person, kind) : NULL;

      if (own == NULL || is_own (verdict->person, kind, match->texts[kind]))
        continue;
      oppose_contradiction (planning, row, match, verdict, kind);
      return TRUE;
    }
  /* Who is known is left alone then. */
  if (planning->options->mode == MUSTER_MODE_INSERT)
    return FALSE;
  if (muster_import_planning_get_decision (planning, row) != MUSTER_IMPORT_NOT_THE_SAME)
    return muster_import_planning_check_name (planning, row, values, verdict->person, shown);
  if (muster_name_compare (&values->person, verdict->person) < MUSTER_NAME_SWAPPED)
    return FALSE;
  oppose_owner (planning, row, verdict, decided_by, shown);
  return TRUE;
}

/* Sets @opposed if the row is a conflict with the register. */
static gboolean
settle_person (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterImportMatch *match, Verdict *verdict, gboolean *opposed, GError **error)
{
  gint64 decision = muster_import_planning_get_decision (planning, row);

  *opposed = FALSE;
  if (decision > 0)
    {
      if (!load_decided (planning, row, decision, verdict, opposed, error))
        return FALSE;
    }
  else if (!find_person (planning, match, verdict, error))
    return FALSE;
  *opposed = *opposed || is_opposed_by_others (planning, row, match, verdict);
  if (!*opposed && decision > 0)
    muster_import_planning_mention_replaced (planning, row, values, verdict->person);
  if (!*opposed && verdict->person != NULL && verdict->place < MUSTER_N_KINDS)
    *opposed = is_opposed_by_person (planning, row, values, match, verdict);
  return TRUE;
}

/* Whether the row says anything new of @person, which is changed. Who is not with us any more is not brought back by a file. */
static gboolean
find_change (MusterImportPlanning *planning, guint row, const MusterImportRow *values, MusterAssister *person, gboolean *changed, GError **error)
{
  g_autoptr (GPtrArray) events = NULL;
  MusterImportField end;
  gboolean moves = FALSE;

  muster_import_planning_check_letters (planning, row, values, person);
  if (!muster_import_planning_check_renamed (planning, row, values, person, error))
    return FALSE;
  *changed = muster_import_row_merge (values, person);
  if (!person->active)
    {
      muster_import_planning_find (planning, row, "not-active", FALSE, NULL, _("The person is not active on the roster; the file does not change roles and agency."));
      return TRUE;
    }
  muster_import_planning_mention_coming_end (planning, row, values);
  if (values->agency != NULL && !muster_import_planning_check_agency (planning, row, values, person->id, &moves, error))
    return FALSE;
  *changed |= moves;
  if ((*changed || values->types == 0) && values->status == NULL && !muster_import_status_find_end (values, &planning->options->today, &end))
    return TRUE;
  events = muster_people_table_list_events (planning->database, person->id, error);
  if (events == NULL)
    return FALSE;
  *changed |= (values->types & ~muster_certification_list_held (events)) != 0;
  if (muster_import_row_claims_certification (values))
    muster_import_planning_check_claim (planning, row, values, person->id, events);
  return muster_import_planning_check_status (planning, row, values, person, events, error);
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

/* A row that fits nobody. */
static gboolean
settle_new (MusterImportPlanning *planning, guint row, const MusterImportRow *values, GError **error)
{
  gboolean is_joined = g_hash_table_contains (planning->plan->same_person, GUINT_TO_POINTER (row));

  if (planning->options->mode != MUSTER_MODE_UPDATE && muster_import_planning_rejects_name (planning, row))
    return TRUE;
  if (planning->options->mode == MUSTER_MODE_UPDATE)
    set_fate (planning, row, MUSTER_FATE_SKIPPED);
  else
    set_fate (planning, row, is_joined ? MUSTER_FATE_UPDATED : MUSTER_FATE_CREATED);
  if (muster_import_row_claims_certification (values))
    muster_import_planning_note_claim (planning, row);
  muster_import_planning_warn_of_end (planning, row, values);
  muster_import_planning_mention_coming_end (planning, row, values);
  return is_joined || planning->is_register_empty || muster_import_planning_note_unfitted (planning, row, values, error);
}

/* Another role is no way around a revocation, in a file no more than by hand. */
static gboolean
reject_new_role (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterAssister *person, GError **error)
{
  g_autoptr (GPtrArray) events = NULL;
  guint added;

  if (values->types == 0 || !person->active || !g_hash_table_contains (planning->once_barred, &person->id))
    return TRUE;
  events = muster_people_table_list_events (planning->database, person->id, error);
  if (events == NULL)
    return FALSE;
  added = values->types & ~muster_certification_list_held (events);
  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    {
      g_autoptr (GError) problem = NULL;

      if ((added & (1u << bit)) == 0 || muster_revoked_elsewhere_check (planning->database, events, 1u << bit, &planning->options->today, &problem))
        continue;
      if (!g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_RULE))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      set_fate (planning, row, MUSTER_FATE_REJECTED);
      muster_import_planning_find (planning, row, "revoked-elsewhere", TRUE, muster_assister_type_to_code (1u << bit), problem->message);
      return TRUE;
    }
  return TRUE;
}

static gboolean
settle_known (MusterImportPlanning *planning, guint row, const MusterImportRow *values, MusterAssister *person, GError **error)
{
  gboolean changed, news = FALSE;

  if (planning->options->mode == MUSTER_MODE_INSERT)
    {
      set_fate (planning, row, MUSTER_FATE_SKIPPED);
      return TRUE;
    }
  if (!find_change (planning, row, values, person, &changed, error))
    return FALSE;
  if (!changed && !muster_import_claims_are_new (planning->database, values, person->id, FALSE, &news, error))
    return FALSE;
  if (news)
    g_hash_table_add (planning->only_claims, GUINT_TO_POINTER (row));
  set_fate (planning, row, changed || news ? MUSTER_FATE_UPDATED : MUSTER_FATE_UNCHANGED);
  if (!changed && !news)
    return TRUE;
  muster_import_planning_reject_own (planning, row, person->id);
  return reject_new_role (planning, row, values, person, error);
}

void
muster_import_planning_reject_own (MusterImportPlanning *planning, guint row, gint64 person)
{
  g_autofree char *code = NULL;

  if (!muster_import_planning_is_own (planning, person))
    return;
  code = muster_assister_dup_code (person);
  set_fate (planning, row, MUSTER_FATE_REJECTED);
  muster_import_planning_find (planning, row, "own-record", TRUE, code, _("The row is about you, by the name: nobody changes what the register says of themselves. Have somebody else import it."));
}

MusterImportField
muster_import_kind_get_field (MusterImportKind kind)
{
  g_return_val_if_fail ((guint) kind < MUSTER_N_KINDS, MUSTER_FIELD_IGNORE);
  return fields[kind];
}

gboolean
muster_import_planning_has_key (MusterImportPlanning *planning, guint row, const MusterImportRow *values)
{
  MusterImportKey key = planning->options->key;
  g_autofree char *text = key != MUSTER_KEY_AUTO ? muster_import_dup_identifier (values, key - MUSTER_KEY_NPN) : NULL;

  if (key == MUSTER_KEY_AUTO || text != NULL || muster_import_options_get_decision (planning->options, row) > 0)
    return TRUE;
  set_fate (planning, row, MUSTER_FATE_REJECTED);
  muster_import_planning_find (planning, row, "no-key", TRUE, NULL, _("The row has nothing of what people are to be known by."));
  return FALSE;
}

gboolean
muster_import_planning_look_up (MusterImportPlanning *planning, const MusterImportRow *values, MusterImportMatch *match, GError **error)
{
  for (guint kind = 0; kind < MUSTER_N_KINDS; kind++)
    {
      match->texts[kind] = muster_import_dup_identifier (values, kind);
      if (match->texts[kind] == NULL || planning->is_register_empty)
        continue;
      match->n[kind] = muster_people_table_find (planning->database, people_keys[kind], match->texts[kind], &match->ids[kind], error);
      if (match->n[kind] < 0)
        return FALSE;
      if (match->n[kind] > 0)
        muster_import_planning_see (planning, match->ids[kind]);
    }
  return TRUE;
}

void
muster_import_match_clear (MusterImportMatch *match)
{
  for (guint kind = 0; kind < MUSTER_N_KINDS; kind++)
    g_free (match->texts[kind]);
}

gboolean
muster_import_planning_match (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterImportMatch *match, GError **error)
{
  g_auto (Verdict) verdict = { 0 };
  gboolean opposed;

  set_order (&verdict, planning->options->key);
  if (!settle_person (planning, row, values, match, &verdict, &opposed, error))
    return FALSE;
  if (opposed)
    return TRUE;
  if (verdict.person == NULL)
    return settle_new (planning, row, values, error);
  muster_import_planning_see (planning, verdict.person->id);
  if (is_person_taken (planning, row, verdict.person->id))
    return TRUE;
  planning->plan->people[row] = verdict.person->id;
  return settle_known (planning, row, values, verdict.person, error);
}
