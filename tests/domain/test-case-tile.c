/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-case-tile.h"

#include "domain/muster-date.h"

#define TODAY "2026-03-10"
#define IN(tile) (1u << MUSTER_CASE_TILE_##tile)

static void
set_day (GDate *date, const char *text)
{
  g_date_clear (date, 1);
  if (text != NULL)
    g_assert_true (muster_date_parse_iso (text, date, NULL));
}

static void
test_actions (void)
{
  static const struct
  {
    MusterActionState state;
    const char *deadline;
    const char *closed;
    guint tiles;
  } cases[] = {
    { MUSTER_ACTION_OPEN, "2026-03-09", NULL, IN (OPEN) | IN (OVERDUE) },
    { MUSTER_ACTION_OPEN, "2026-03-10", NULL, IN (OPEN) | IN (WEEK) },
    { MUSTER_ACTION_OPEN, "2026-03-16", NULL, IN (OPEN) | IN (WEEK) },
    { MUSTER_ACTION_OPEN, "2026-03-17", NULL, IN (OPEN) },
    { MUSTER_ACTION_CLOSED, "2026-03-09", "2026-03-10", IN (CLOSED) },
    { MUSTER_ACTION_CLOSED, "2025-03-09", "2025-12-10", IN (CLOSED) },
    { MUSTER_ACTION_CLOSED, "2025-03-09", "2025-12-09", 0 },
    { MUSTER_ACTION_VOIDED, "2026-03-11", "2026-03-01", IN (CLOSED) },
  };
  GDate today, deadline, closed;

  set_day (&today, TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_day (&deadline, cases[i].deadline);
      set_day (&closed, cases[i].closed);
      g_assert_cmphex (muster_case_tiles_of_action (cases[i].state, &deadline, &closed, &today), ==, cases[i].tiles | IN (ALL));
    }
}

static void
test_decisions (void)
{
  g_assert_cmphex (muster_case_tiles_of_decision (MUSTER_DECISION_PROPOSED), ==, IN (OPEN) | IN (ALL));
  g_assert_cmphex (muster_case_tiles_of_decision (MUSTER_DECISION_APPROVED), ==, IN (APPROVED) | IN (ALL));
  g_assert_cmphex (muster_case_tiles_of_decision (MUSTER_DECISION_REFUSED), ==, IN (REFUSED) | IN (ALL));
  g_assert_cmphex (muster_case_tiles_of_decision (MUSTER_DECISION_TAKEN_BACK), ==, IN (ALL));
}

/* A clock that is late is no work of this week, and a closed incident has no clock. */
static void
test_incidents (void)
{
  static const struct
  {
    MusterIncidentState state;
    const char *due; /* NULL: nothing is undone */
    MusterClockState clock;
    const char *closed;
    guint tiles;
  } cases[] = {
    { MUSTER_INCIDENT_OPEN, NULL, MUSTER_CLOCK_DONE, NULL, IN (OPEN) },
    { MUSTER_INCIDENT_OPEN, "2026-03-09", MUSTER_CLOCK_LATE, NULL, IN (OPEN) | IN (OVERDUE) },
    { MUSTER_INCIDENT_OPEN, "2026-03-10", MUSTER_CLOCK_LATE, NULL, IN (OPEN) | IN (OVERDUE) },
    { MUSTER_INCIDENT_OPEN, "2026-03-10", MUSTER_CLOCK_OPEN, NULL, IN (OPEN) | IN (WEEK) },
    { MUSTER_INCIDENT_OPEN, "2026-03-16", MUSTER_CLOCK_OPEN, NULL, IN (OPEN) | IN (WEEK) },
    { MUSTER_INCIDENT_OPEN, "2026-03-17", MUSTER_CLOCK_OPEN, NULL, IN (OPEN) },
    { MUSTER_INCIDENT_CLOSED, "2026-03-09", MUSTER_CLOCK_LATE, "2026-03-08", IN (CLOSED) },
    { MUSTER_INCIDENT_CLOSED, NULL, MUSTER_CLOCK_DONE, "2025-12-09", 0 },
  };
  GDate today, closed;

  set_day (&today, TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterIncidentClock clock = { .state = cases[i].clock };

      set_day (&clock.due.day, cases[i].due);
      set_day (&closed, cases[i].closed);
      g_assert_cmphex (muster_case_tiles_of_incident (cases[i].state, cases[i].due != NULL ? &clock : NULL, &closed, &today), ==, cases[i].tiles | IN (ALL));
    }
}

/* Open before closed, by the day they are due, and what has none at their end. */
static void
test_places (void)
{
  GDate early, late;

  set_day (&early, "2026-03-09");
  set_day (&late, "2026-04-01");
  g_assert_cmpuint (muster_case_get_place (IN (ALL) | IN (OPEN) | IN (OVERDUE), &early), <, muster_case_get_place (IN (ALL) | IN (OPEN), &late));
  g_assert_cmpuint (muster_case_get_place (IN (ALL) | IN (OPEN), &late), <, muster_case_get_place (IN (ALL) | IN (OPEN), NULL));
  g_assert_cmpuint (muster_case_get_place (IN (ALL) | IN (OPEN), NULL), <, muster_case_get_place (IN (ALL) | IN (CLOSED), &early));
  g_assert_cmpuint (muster_case_get_place (IN (ALL) | IN (CLOSED), &early), ==, muster_case_get_place (IN (ALL), NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/case-tile/actions", test_actions);
  g_test_add_func ("/domain/case-tile/decisions", test_decisions);
  g_test_add_func ("/domain/case-tile/incidents", test_incidents);
  g_test_add_func ("/domain/case-tile/places", test_places);
  return g_test_run ();
}
