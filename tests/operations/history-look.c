/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "history.h"

#include <string.h>

#include "domain/muster-day.h"
#include "store/muster-roster-query.h"

#define N_LOOKS 60

const char *const history_requirements[MODEL_N_REQUIREMENTS] = { "m-course", "m-study", "m-licence", "m-credits" };

/* On which day is asked, and what was known. */
typedef struct
{
  int on;
  int known;
  MusterRulePack *pack;
} Look;

static guint
list_lacking (const MusterStandingFacts *facts, MusterRulePack *pack)
{
  guint lacking = 0;

  for (guint i = 0; i < MODEL_N_REQUIREMENTS; i++)
    if (((facts->missing | facts->expired | facts->adverse) & (1u << muster_rule_pack_find_requirement (pack, history_requirements[i], NULL))) != 0)
      lacking |= 1u << i;
  return lacking;
}

static guint
list_blocked (const ModelAnswer *expected)
{
  return (expected->lacking[0] != 0 ? MUSTER_ASSISTER_BROKER : 0) | (expected->lacking[1] != 0 ? MUSTER_ASSISTER_NAVIGATOR : 0);
}

static gboolean
is_same (const MusterStandingFacts *facts, const MusterStanding *standing, MusterRulePack *pack, const ModelAnswer *expected)
{
  for (guint role = 0; role < MODEL_N_ROLES; role++)
    if (facts->states[role] != expected->states[role])
      return FALSE;
  return standing->may_assist == (expected->assisting_types != 0) && standing->assisting_types == expected->assisting_types && facts->restriction == expected->restriction &&
         facts->blocked_types == list_blocked (expected) && list_lacking (facts, pack) == (expected->lacking[0] | expected->lacking[1]);
}

static void
assert_answer (const History *history, const ModelPerson *person, const Look *look, const MusterStandingFacts *facts)
{
  MusterStanding standing = muster_standing_judge (facts);
  ModelAnswer expected;

  model_answer (person, look->on, look->known, &expected);
  if (is_same (facts, &standing, look->pack, &expected))
    return;
  history_explain (history, person, "looking back");
  g_printerr ("as of %d, as known on %d\n", look->on, look->known);
  for (guint role = 0; role < MODEL_N_ROLES; role++)
    g_printerr ("  role %u: %s, model %s\n", role, muster_certification_state_to_code (facts->states[role]), muster_certification_state_to_code (expected.states[role]));
  g_printerr ("  assisting %x, model %x; restriction %d, model %d; lacking %x, model %x and %x; active %d; agency %d, model %u\n", standing.assisting_types, expected.assisting_types,
              facts->restriction, expected.restriction, list_lacking (facts, look->pack), expected.lacking[0], expected.lacking[1], facts->active, facts->has_agency, expected.agency);
  g_assert_not_reached ();
}

/* Whoever decides it can say it ahead. */
static gboolean
is_decided (const ModelEvent *event)
{
  return event->to == MUSTER_STATE_REVOKED || event->to == MUSTER_STATE_SUSPENDED_FOR_CAUSE;
}

/* As if nothing that begins after the day were known, but for what is decided. */
static ModelPerson *
make_frozen (const ModelPerson *person, int on)
{
  ModelPerson *frozen = g_memdup2 (person, sizeof *person);

  for (guint role = 0; role < MODEL_N_ROLES; role++)
    for (guint i = 0; i < frozen->n_events[role]; i++)
      if (frozen->events[role][i].on > on && !is_decided (&frozen->events[role][i]))
        frozen->events[role][i].recorded = MODEL_EVER;
  for (guint i = 0; i < frozen->n_facts; i++)
    if (frozen->facts[i].on > on)
      frozen->facts[i].recorded = MODEL_EVER;
  for (guint i = 0; i < frozen->n_actions; i++)
    frozen->actions[i].closed = 0;
  frozen->stays[0] = (ModelStay) { 1, -MODEL_EVER, -MODEL_EVER };
  frozen->n_stays = 1;
  return frozen;
}

/* The day after the last one on which somebody may assist is the first on which the model, which learns of nothing more, says No. */
static void
assert_through (const History *history, const ModelPerson *person, const Look *look, const MusterStandingFacts *facts)
{
  g_autofree ModelPerson *frozen = make_frozen (person, look->on);
  MusterStanding standing = muster_standing_judge (facts);
  ModelAnswer expected = { .assisting_types = 1 };
  GDate through, model;
  int day = look->on;

  if (!standing.may_assist)
    return;
  while (expected.assisting_types != 0 && ++day < MODEL_N_DAYS)
    model_answer (frozen, day, look->known, &expected);
  muster_day_to_date (facts->through, &through);
  model_date (day - 1, &model);
  if (day == MODEL_N_DAYS ? facts->through == 0 || g_date_compare (&through, &model) > 0 : facts->through != 0 && g_date_compare (&through, &model) == 0)
    return;
  history_explain (history, person, "through");
  g_printerr ("as of %d, as known on %d: through %u, model %d\n", look->on, look->known, facts->through, day - 1);
  g_assert_not_reached ();
}

/* One person by the query for one: the same answer, and whoever was not known yet is not found. */
static void
ask_for_one (History *history, MusterDatabase *database, const Look *look)
{
  const ModelPerson *person = &history->people[history_choose (history, 0, HISTORY_N_PEOPLE - 1)];
  g_autoptr (MusterPersonAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  GDate as_of, known_on;

  if (person->id == 0)
    return;
  model_date (look->on, &as_of);
  model_date (look->known, &known_on);
  answer = muster_roster_query_answer (database, person->id, NULL, &as_of, &known_on, &error);
  g_assert_cmpint (answer != NULL, ==, look->known >= person->added);
  if (answer == NULL)
    {
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
      return;
    }
  assert_answer (history, person, look, &answer->answer->facts);
  assert_through (history, person, look, &answer->answer->facts);
}

/* Whoever came later is not on the roster of an earlier day, unless they had a role then that was learned of later. */
static gboolean
is_on_roster (const ModelPerson *person, const Look *look)
{
  ModelAnswer answer;

  model_answer (person, look->on, look->known, &answer);
  return look->on >= person->added || answer.states[0] != MUSTER_STATE_NONE || answer.states[1] != MUSTER_STATE_NONE;
}

static void
ask_for_all (History *history, MusterRosterIndex *index, const Look *look)
{
  guint n = 0;

  for (guint i = 0; i < HISTORY_N_PEOPLE; i++)
    {
      const ModelPerson *person = &history->people[i];
      const MusterAgency *agency = muster_roster_index_find_agency (index, person->id);
      guint expected = model_agency (person, look->on, look->known);
      MusterStandingFacts facts;
      gboolean is_known = person->id != 0 && muster_roster_index_find_facts (index, person->id, &facts);

      g_assert_cmpint (is_known, ==, person->id != 0 && look->known >= person->added && is_on_roster (person, look));
      if (!is_known)
        continue;
      n++;
      assert_answer (history, person, look, &facts);
      if ((agency != NULL ? agency->id : 0) == history->agencies[expected])
        continue;
      history_explain (history, person, "agency");
      g_printerr ("as of %d, as known on %d: agency %s, model %u\n", look->on, look->known, agency != NULL ? agency->name : "none", expected);
      g_assert_not_reached ();
    }
  /* Who brought the second agency came before all, and is there too. */
  g_assert_cmpuint (muster_roster_index_get_size (index), <=, n + 1);
  g_assert_cmpuint (muster_roster_index_get_size (index), >=, look->on >= model_day (HISTORY_BEGIN) ? n + 1 : n);
}

static void
ask (History *history, MusterDatabase *database, Look *look)
{
  g_autoptr (MusterRosterIndex) index = NULL;
  g_autoptr (GError) error = NULL;
  GDate as_of, known_on;

  model_date (look->on, &as_of);
  model_date (look->known, &known_on);
  index = muster_roster_index_new (database, &as_of, &known_on, NULL, &error);
  g_assert_no_error (error);
  look->pack = muster_roster_index_get_pack (index);
  ask_for_all (history, index, look);
  for (guint one = 0; one < 4; one++)
    ask_for_one (history, database, look);
}

void
history_look_back (History *history)
{
  MusterStore *store = operations_fixture_open (history->fixture, FIXTURE_ALEX);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  int begin = model_day (HISTORY_BEGIN), end = model_day (HISTORY_END);

  g_assert_no_error (error);
  for (guint i = 0; i < N_LOOKS; i++)
    {
      Look look = { .on = history_choose (history, begin - 8, end + 60) };

      look.known = history_choose (history, 0, 4) == 0 ? end + 1 : history_choose (history, begin, end);
      ask (history, database, &look);
    }
  muster_store_read_done (store, database);
}
