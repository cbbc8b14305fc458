/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-roster-facts-private.h"

#include <string.h>

/* In order of the people, so that one is judged when the next begins, and nothing is kept. */
#define SELECT "SELECT e.assister_id, e.requirement, e.on_day, e.expires, e.outcome, e.score, e.version, e.recorded, s.recorded, u.recorded, e.id FROM evidence e" \
               " LEFT JOIN evidence s ON s.id = e.superseded_by LEFT JOIN roster_import u ON u.id = e.taken_back"
static const char *const everybody_sql = SELECT " ORDER BY e.assister_id, e.id";
static const char *const one_sql = SELECT " WHERE e.assister_id = ?1 ORDER BY e.id";

/* What files say of the requirement for some roles has these after a colon. */
static gboolean
is_about (const MusterRequirement *requirement, const char *code)
{
  gsize n = strcspn (code, ":");

  return strncmp (requirement->code, code, n) == 0 && requirement->code[n] == '\0';
}

static int
find_place (MusterRulePack *pack, const char *code)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &n);

  for (guint i = 0; i < n; i++)
    if (is_about (requirements[i], code))
      return i;
  return -1;
}

/* A score is judged by the pack’s mark; without one the outcome says it, and where a source names none, it says that there is something. */
static MusterEvidenceMeaning
find_meaning (const MusterRequirement *requirement, MusterStatement *statement)
{
  const char *code = muster_statement_get_text (statement, 4);
  const MusterEvidenceOutcome *outcomes = muster_requirement_kind_get_outcomes (requirement->kind);

  if (requirement->pass_mark != 0 && muster_statement_get_text (statement, 5) != NULL)
    return muster_statement_get_int (statement, 5) >= requirement->pass_mark ? MUSTER_MEANING_MET : MUSTER_MEANING_ADVERSE;
  for (guint i = 0; code != NULL && outcomes[i].code != NULL; i++)
    if (strcmp (outcomes[i].code, code) == 0)
      return outcomes[i].meaning;
  return MUSTER_MEANING_MET;
}

/* Counted from 1; 0 where nobody said which version, or it is not known. */
static guint
find_notice (const MusterRosterDay *day, const char *version)
{
  guint place;

  return version != NULL && g_ptr_array_find_with_equal_func (day->versions, version, g_str_equal, &place) ? place + 1 : 0;
}

static gboolean
is_before (const MusterRosterDay *day, MusterStatement *statement, int column)
{
  gint64 moment = muster_statement_get_int (statement, column);

  return moment != 0 && moment < day->known_until;
}

/* Returns: %FALSE for what does not count: recorded later, corrected, taken back, or not asked for. */
static gboolean
read_fact (const MusterRosterDay *day, MusterStatement *statement, MusterRequirementFact *fact)
{
  guint n;
  int place = find_place (day->pack, muster_statement_get_text (statement, 1));

  if (place < 0 || !is_before (day, statement, 7) || is_before (day, statement, 8) || is_before (day, statement, 9))
    return FALSE;
  fact->requirement = place;
  fact->meaning = find_meaning (muster_rule_pack_get_requirements (day->pack, &n)[place], statement);
  fact->on = muster_roster_read_day (statement, 2);
  if (fact->on == 0)
    fact->on = muster_roster_moment_to_day (day, muster_statement_get_int (statement, 7));
  /* Who is judged by a later day is judged by what is known on this one. */
  if (fact->on > day->as_of)
    return FALSE;
  fact->expires = muster_roster_read_day (statement, 3);
  fact->notice = find_notice (day, muster_statement_get_text (statement, 6));
  return TRUE;
}

GArray *
muster_roster_evidence_read (MusterDatabase *database, const MusterRosterDay *day, gint64 assister_id, GArray **ids, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, one_sql, error);
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (MusterRequirementFact));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, assister_id);
  while (TRUE)
    {
      MusterRequirementFact fact;
      gint64 id;

      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      if (!read_fact (day, statement, &fact))
        continue;
      id = muster_statement_get_int (statement, 10);
      g_array_append_val (facts, fact);
      g_array_append_val (rows, id);
    }
  if (ids != NULL)
    *ids = g_steal_pointer (&rows);
  return g_steal_pointer (&facts);
}

/* The person whose evidence is coming. */
typedef struct
{
  const MusterRosterDay *day;
  MusterRosterDraft *draft;
  gint64 assister_id;
  GArray *facts;
} Person;

static void
judge_person (Person *person)
{
  if (person->draft != NULL && person->facts->len > 0)
    {
      muster_requirement_check_all (person->day->pack, &person->day->requirements, (const MusterRequirementFact *) person->facts->data, person->facts->len, person->draft->roles,
                                    &person->draft->facts);
      person->draft->is_judged = TRUE;
    }
  g_array_set_size (person->facts, 0);
}

gboolean
muster_roster_evidence_take (MusterDatabase *database, const MusterRosterDay *day, gint64 assister_id, MusterRosterFindDraft find, gpointer data, GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, assister_id == 0 ? everybody_sql : one_sql, error);
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (MusterRequirementFact));
  Person person = { day, NULL, 0, facts };
  gboolean row;

  if (statement == NULL)
    return FALSE;
  if (assister_id != 0)
    muster_statement_bind_int (statement, 1, assister_id);
  for (guint n_rows = 0;; n_rows++)
    {
      MusterRequirementFact fact;
      gint64 id;

      if (n_rows % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      id = row ? muster_statement_get_int (statement, 0) : 0;
      if (id != person.assister_id)
        {
          judge_person (&person);
          person.assister_id = id;
          person.draft = row ? find (data, id) : NULL;
        }
      if (!row)
        return TRUE;
      if (read_fact (day, statement, &fact))
        g_array_append_val (facts, fact);
    }
}
