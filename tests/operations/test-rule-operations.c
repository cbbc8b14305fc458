/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-rule-operations.h"

#include <string.h>

#include "domain/muster-rule-packs.h"
#include "operations-fixture.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-adoption-preview.h"
#include "operations/muster-decision-operations.h"
#include "store/muster-cases-table.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR
#define BROKER MUSTER_ASSISTER_BROKER

static const char *const grounds[] = { "COC-09", NULL };

/* A copy of what ships, in which the agency changed something: pairs of what to find and what to put there. */
static MusterRulePack *
make_pack (const char *shipped, const char *const *pairs)
{
  g_autoptr (GString) text = g_string_new (muster_rule_pack_get_text (muster_rule_packs_find_shipped (shipped)));
  g_autoptr (GError) error = NULL;
  MusterRulePack *pack;

  for (; *pairs != NULL; pairs += 2)
    g_assert_cmpuint (g_string_replace (text, pairs[0], pairs[1], 1), ==, 1);
  pack = muster_rule_pack_parse (text->str, -1, NULL, &error);
  g_assert_no_error (error);
  return pack;
}

static void
adopt (OperationsFixture *fixture, MusterRulePack *pack, const char *from)
{
  MusterAdoptRequest request = { .pack = pack, .reason = "As the board decided" };

  set_day (&request.from, from);
  run_well (fixture, FIXTURE_ALEX, &muster_adopt_rule_pack, &request, NULL);
}

static void
assert_day (const GDate *date, const char *text)
{
  g_autofree char *day = muster_date_to_iso (date);

  g_assert_cmpstr (day, ==, text);
}

static gint64
open_action (OperationsFixture *fixture, gint64 person)
{
  MusterOpenAction request = { .assister_id = person, .clauses = grounds, .severity = MUSTER_SEVERITY_1, .finding = "A letter went astray", .restriction = -1 };
  gint64 id = 0;

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, &id);
  return id;
}

/* Days are counted by the pack in force, and what was counted before stays with the name of the pack it was counted by. */
static void
test_days (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const pairs[] = { "Name=mnsure-2026", "Name=ours", "Title=MNsure, 2026", "Title=Ours", "[severity S1]\nDue=30\n", "[severity S1]\nDue=10\n", "Step=30\n", "Step=5\n", NULL };
  g_autoptr (MusterRulePack) pack = make_pack ("mnsure-2026", pairs);
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR);
  gint64 first = open_action (fixture, person), second;
  MusterActionText cause = { .text = "Addresses are typed from memory" };
  MusterActionStepRequest step = { .what = "Read each address aloud", .owner = "Sam" };
  g_autoptr (MusterCorrectiveAction) before = NULL;
  g_autoptr (MusterCorrectiveAction) after = NULL;
  g_autoptr (GError) error = NULL;
  MusterStore *store;
  MusterDatabase *database;

  adopt (fixture, pack, NULL);
  step.action_id = cause.action_id = second = open_action (fixture, person);
  run_well (fixture, FIXTURE_SAM, &muster_set_cause, &cause, NULL);
  run_well (fixture, FIXTURE_SAM, &muster_add_step, &step, NULL);
  store = operations_fixture_open (fixture, FIXTURE_ALEX);
  database = muster_store_read (store, &error);
  before = muster_action_table_load (database, first, &error);
  after = muster_action_table_load (database, second, &error);
  muster_store_read_done (store, database);
  g_assert_no_error (error);
  g_assert_cmpstr (before->rule_pack, ==, "mnsure-2026");
  assert_day (&before->due, "2026-04-09");
  g_assert_cmpstr (after->rule_pack, ==, "ours");
  assert_day (&after->due, "2026-03-20");
  assert_day (&((MusterActionStep *) after->steps->pdata[0])->due, "2026-03-15");
}

static void
refuse (OperationsFixture *fixture, MusterRulePack *pack, const char *from, MusterError code)
{
  MusterAdoptRequest request = { .pack = pack, .reason = "As the board decided" };

  set_day (&request.from, from);
  run_badly (fixture, FIXTURE_ALEX, &muster_adopt_rule_pack, &request, NULL, code);
}

/* A name means one thing; a day that has passed is judged by what began by then. */
static void
test_refused (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const first[] = { "Name=mnsure-2026", "Name=ours", "Title=MNsure, 2026", "Title=Ours", "Step=30\n", "Step=5\n", NULL };
  static const char *const second[] = { "Name=mnsure-2026", "Name=ours", "Title=MNsure, 2026", "Title=Ours", "Step=30\n", "Step=6\n", NULL };
  static const char *const untitled[] = { "Name=mnsure-2026", "Name=theirs", NULL };
  static const char *const incomplete[] = { "Name=mnsure-2026", "Name=theirs", "Title=MNsure, 2026", "Title=Theirs", "[days review-request]", "[days review-requested]", NULL };
  g_autoptr (MusterRulePack) pack = make_pack ("mnsure-2026", first);
  g_autoptr (MusterRulePack) changed = make_pack ("mnsure-2026", second);
  g_autoptr (MusterRulePack) same_title = make_pack ("mnsure-2026", untitled);
  g_autoptr (MusterRulePack) lacking = make_pack ("mnsure-2026", incomplete);

  refuse (fixture, same_title, NULL, MUSTER_ERROR_RULE);
  refuse (fixture, lacking, NULL, MUSTER_ERROR_RULE);
  refuse (fixture, pack, "2020-01-01", MUSTER_ERROR_RULE);
  adopt (fixture, pack, NULL);
  refuse (fixture, changed, NULL, MUSTER_ERROR_CONFLICT);
  adopt (fixture, muster_rule_packs_find_shipped ("mnsure-2026"), "2026-05-01");
  adopt (fixture, pack, "2026-06-01");
}

/* The pack of the day of the approval counts the days; it may be another than that of the proposal. */
static void
test_decision (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const pairs[] = { "Name=mnsure-2026", "Name=ours", "Title=MNsure, 2026", "Title=Ours", NULL };
  g_autoptr (MusterRulePack) plain = make_pack ("mnsure-2026", pairs);
  g_autofree char *text = g_strdup (muster_rule_pack_get_text (plain));
  g_autoptr (MusterRulePack) pack = NULL;
  MusterProposal proposal = { .assister_id = add_certified (fixture, "Moua", 1, NAVIGATOR), .clauses = grounds, .reason = "A list was sold" };
  MusterDecisionAnswer answer = { 0 };
  g_autoptr (MusterDecision) decision = NULL;
  g_autoptr (GError) error = NULL;
  MusterStore *store;
  MusterDatabase *database;

  memcpy (strstr (strstr (text, "[days review-request]"), "Days=30"), "Days=14", 7);
  pack = muster_rule_pack_parse (text, -1, NULL, &error);
  g_assert_no_error (error);
  set_day (&proposal.effective, NULL);
  run_well (fixture, FIXTURE_SAM, &muster_propose_revocation, &proposal, &answer.decision_id);
  adopt (fixture, pack, NULL);
  run_well (fixture, FIXTURE_ROBIN, &muster_approve_decision, &answer, NULL);
  store = operations_fixture_open (fixture, FIXTURE_ALEX);
  database = muster_store_read (store, &error);
  decision = muster_decision_table_load (database, answer.decision_id, &error);
  muster_store_read_done (store, database);
  g_assert_no_error (error);
  g_assert_cmpstr (decision->rule_pack, ==, "ours");
  assert_day (&decision->review_until, "2026-03-24");
}

static MusterAdoptionPreview *
preview (OperationsFixture *fixture, MusterRulePack *pack, const char *today, const char *on)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_JO);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  MusterAdoptionPreview *result;
  GDate first, second;

  set_day (&second, on);
  if (pack != NULL)
    result = muster_adoption_preview_new (database, pack, &second, NULL, &error);
  else
    {
      set_day (&first, today);
      result = muster_adoption_preview_new_for_day (database, &first, &second, NULL, &error);
    }
  muster_store_read_done (store, database);
  g_assert_no_error (error);
  return result;
}

static void
assert_counts (const MusterAdoptionPreview *result, guint n_people, guint n_may_before, guint n_may_after, MusterAnswerChange change, guint n)
{
  g_assert_cmpuint (result->n_people, ==, n_people);
  g_assert_cmpuint (result->n_may_before, ==, n_may_before);
  g_assert_cmpuint (result->n_may_after, ==, n_may_after);
  g_assert_cmpuint (result->n_of[change], ==, n);
}

/* What it says beforehand is what comes of it. */
static void
test_preview (OperationsFixture *fixture, gconstpointer data)
{
  MusterRulePack *pack = muster_rule_packs_find_shipped ("mnsure-2027");
  gint64 entries, late = add_certified (fixture, "Moua", 1, NAVIGATOR), other = add_certified (fixture, "Xiong", 2, BROKER);
  g_autoptr (MusterAdoptionPreview) now = NULL;
  g_autoptr (MusterAdoptionPreview) then = NULL;
  g_autoptr (MusterAdoptionPreview) nothing = NULL;
  const MusterAdoptionChange *first, *second;
  g_autofree char *reasons = NULL;
  g_autoptr (GPtrArray) codes = NULL;

  add_person (fixture, "Ade", 3, NAVIGATOR);
  operations_fixture_open (fixture, FIXTURE_JO);
  entries = count_entries (fixture);
  now = preview (fixture, pack, NULL, "2026-03-10");
  assert_counts (now, 3, 2, 2, MUSTER_CHANGE_THROUGH, 2);
  then = preview (fixture, pack, NULL, "2026-10-16");
  assert_counts (then, 3, 2, 0, MUSTER_CHANGE_LOSES, 2);
  g_assert_cmpuint (then->changes->len, ==, 2);
  first = &g_array_index (then->changes, MusterAdoptionChange, 0);
  second = &g_array_index (then->changes, MusterAdoptionChange, 1);
  g_assert_cmpint (first->assister_id, ==, late);
  g_assert_cmpint (second->assister_id, ==, other);
  reasons = muster_standing_dup_reasons (then->pack_after, &first->after);
  g_assert_nonnull (strstr (reasons, "Assister Basics course"));
  codes = muster_standing_list_lacking (then->pack_after, &second->after);
  g_assert_cmpuint (codes->len, ==, 3);
  g_assert_cmpstr (codes->pdata[0], ==, "broker-course");
  nothing = preview (fixture, muster_rule_packs_find_shipped ("mnsure-2026"), NULL, "2026-10-16");
  g_assert_cmpuint (nothing->changes->len, ==, 0);
  g_assert_cmpint (count_entries (fixture), ==, entries);
}

static void
test_another_day (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAdoptionPreview) before = NULL;
  g_autoptr (MusterAdoptionPreview) eve = NULL;
  g_autoptr (MusterAdoptionPreview) after = NULL;

  add_certified (fixture, "Moua", 1, NAVIGATOR);
  before = preview (fixture, NULL, "2026-03-10", "2026-10-16");
  g_assert_cmpuint (before->changes->len, ==, 0);
  adopt (fixture, muster_rule_packs_find_shipped ("mnsure-2027"), "2026-08-01");
  eve = preview (fixture, NULL, "2026-03-10", "2026-10-15");
  assert_counts (eve, 1, 1, 1, MUSTER_CHANGE_THROUGH, 1);
  g_assert_cmpstr (muster_rule_pack_get_name (eve->pack_before), ==, "mnsure-2026");
  g_assert_cmpstr (muster_rule_pack_get_name (eve->pack_after), ==, "mnsure-2027");
  after = preview (fixture, NULL, "2026-03-10", "2026-10-16");
  assert_counts (after, 1, 1, 0, MUSTER_CHANGE_LOSES, 1);
}

/* A requirement that moved in the file is the same; one that another took the place of is not. */
static void
test_other_reasons (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const moved[] = { "[requirement assister-basics]", "[requirement welcome]\nTitle=Welcome\nKind=listing\nRoles=cac\nRenewal=once\nBlocks=false\nImplied=true\nNeedsExpiry=false\nCitation=Ours\nVerified=false\n\n[requirement assister-basics]", NULL };
  static const char *const replaced[] = { "Name=mnsure-2027", "Name=ours", "Title=MNsure, 2027", "Title=Ours", "[requirement notice]", "[requirement pledge]", NULL };
  g_autoptr (MusterRulePack) with_more = make_pack ("mnsure-2027", moved);
  g_autoptr (MusterRulePack) with_other = make_pack ("mnsure-2027", replaced);
  g_autoptr (MusterAdoptionPreview) same = NULL;
  g_autoptr (MusterAdoptionPreview) other = NULL;

  add_certified (fixture, "Moua", 1, NAVIGATOR);
  adopt (fixture, muster_rule_packs_find_shipped ("mnsure-2027"), NULL);
  same = preview (fixture, with_more, NULL, "2026-10-16");
  g_assert_cmpuint (same->changes->len, ==, 0);
  other = preview (fixture, with_other, NULL, "2026-10-16");
  assert_counts (other, 1, 0, 0, MUSTER_CHANGE_REASONS, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/rules/days", test_days);
  operations_fixture_add ("/operations/rules/refused", test_refused);
  operations_fixture_add ("/operations/rules/decision", test_decision);
  operations_fixture_add ("/operations/rules/preview", test_preview);
  operations_fixture_add ("/operations/rules/another-day", test_another_day);
  operations_fixture_add ("/operations/rules/other-reasons", test_other_reasons);
  return g_test_run ();
}
