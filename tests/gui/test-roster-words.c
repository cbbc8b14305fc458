/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"
#include "gui/muster-roster-words.h"

static MusterRosterRow
make_row (void)
{
  return (MusterRosterRow) {
    .name = (char *) "Lindqvist, Ana",
    .agency = (char *) "Northside Help",
    .npn = (char *) "7000001",
    .assister_id = (char *) "MN1234567",
    .email = (char *) "ana@example.org",
    .standing = { .may_assist = TRUE, .types = MUSTER_ASSISTER_NAVIGATOR | MUSTER_ASSISTER_BROKER, .overall = MUSTER_STATE_CERTIFIED },
  };
}

static void
assert_cell (const MusterRosterRow *row, MusterRosterColumn column, const char *expected)
{
  g_autofree char *text = muster_roster_words_dup_cell (row, column);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_cells (void)
{
  MusterRosterRow row = make_row ();

  assert_cell (&row, MUSTER_ROSTER_NAME, "Lindqvist, Ana");
  assert_cell (&row, MUSTER_ROSTER_AGENCY, "Northside Help");
  assert_cell (&row, MUSTER_ROSTER_STATUS, "Certified");
  assert_cell (&row, MUSTER_ROSTER_MAY_ASSIST, "Yes");
  assert_cell (&row, MUSTER_ROSTER_NPN, "7000001");
  assert_cell (&row, MUSTER_ROSTER_EMAIL, "ana@example.org");
  row.standing.reasons = MUSTER_REASON_RESTRICTED;
  assert_cell (&row, MUSTER_ROSTER_MAY_ASSIST, "Within limits");
  row.standing.may_assist = FALSE;
  assert_cell (&row, MUSTER_ROSTER_MAY_ASSIST, "No");
  row.npn = NULL;
  assert_cell (&row, MUSTER_ROSTER_NPN, NULL);
}

/* Only what is certified expires: of somebody restricted or suspended that says more. */
static void
test_expiring (void)
{
  MusterRosterRow row = make_row ();
  g_autofree char *spoken = NULL;

  row.is_expiring = TRUE;
  assert_cell (&row, MUSTER_ROSTER_STATUS, "Expiring");
  spoken = muster_roster_words_dup_spoken (&row);
  g_assert_cmpstr (spoken, ==, "Lindqvist, Ana, Broker, Navigator, Northside Help, Expiring, may assist: Yes");
  row.standing.overall = MUSTER_STATE_CERTIFIED_RESTRICTED;
  assert_cell (&row, MUSTER_ROSTER_STATUS, "Restricted");
}

/* An Assister ID is a credential: neither eye nor ear gets the whole of it. */
static void
test_masked (void)
{
  MusterRosterRow row = make_row ();
  g_autofree char *spoken = muster_roster_words_dup_spoken_numbers (&row);

  assert_cell (&row, MUSTER_ROSTER_ASSISTER_ID, "•••567");
  g_assert_cmpstr (spoken, ==, "NPN 7000001, Assister ID •••567, E-mail ana@example.org");
  row.assister_id = (char *) "567";
  assert_cell (&row, MUSTER_ROSTER_ASSISTER_ID, "567");
}

static void
test_spoken (void)
{
  MusterRosterRow row = make_row ();
  g_autofree char *spoken = muster_roster_words_dup_spoken (&row);
  g_autofree char *gone = muster_roster_words_dup_spoken (NULL);
  g_autofree char *no_numbers = muster_roster_words_dup_spoken_numbers (NULL);
  g_autofree char *bare = NULL;
  g_autofree char *below = NULL;
  g_autofree char *all_below = NULL;

  g_assert_cmpstr (spoken, ==, "Lindqvist, Ana, Broker, Navigator, Northside Help, Certified, may assist: Yes");
  g_assert_cmpstr (gone, ==, "No longer in the register");
  g_assert_cmpstr (no_numbers, ==, "");
  row.agency = NULL;
  row.standing = (MusterStanding) { .overall = MUSTER_STATE_NONE };
  bare = muster_roster_words_dup_spoken (&row);
  g_assert_true (g_str_has_prefix (bare, "Lindqvist, Ana, no role, no agency, "));
  below = muster_roster_words_dup_below_name (&row, FALSE);
  g_assert_cmpstr (below, ==, "May assist: No · no agency");
  row = make_row ();
  all_below = muster_roster_words_dup_below_name (&row, TRUE);
  g_assert_cmpstr (all_below, ==, "Certified · May assist: Yes · Northside Help");
}

static void
test_count (void)
{
  static const struct
  {
    guint n, n_may_not;
    gboolean is_today, is_told;
    const char *text;
  } cases[] = {
    { 0, 0, TRUE, FALSE, "0 people" },
    { 1, 0, TRUE, FALSE, "1 person, all may assist today" },
    { 12, 1, TRUE, FALSE, "12 people, 1 may not assist today" },
    { 12, 12, TRUE, TRUE, "12 people" },
    { 12, 0, FALSE, FALSE, "12 people, 0 may not assist on that day" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = muster_roster_words_dup_count (cases[i].n, cases[i].n_may_not, cases[i].is_today, cases[i].is_told);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/roster-words/cells", test_cells);
  g_test_add_func ("/gui/roster-words/count", test_count);
  g_test_add_func ("/gui/roster-words/expiring", test_expiring);
  g_test_add_func ("/gui/roster-words/masked", test_masked);
  g_test_add_func ("/gui/roster-words/spoken", test_spoken);
  return g_test_run ();
}
