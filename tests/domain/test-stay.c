/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-stay.h"

/* Events as "b1:05" (stay 1 begins on the 5th), "e1:07" (ends through the 7th), "g1" (goes on); stays as "1:05-07" or "1:05-". */
static GArray *
parse (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GArray *events = g_array_new (FALSE, FALSE, sizeof (MusterStayEvent));

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      MusterStayEvent event = { .id = words[i][1] - '0' };

      event.kind = *words[i] == 'b' ? MUSTER_STAY_BEGINS : *words[i] == 'e' ? MUSTER_STAY_ENDS
                                                                            : MUSTER_STAY_GOES_ON;
      if (event.kind != MUSTER_STAY_GOES_ON)
        g_date_set_dmy (&event.day, atoi (words[i] + 3), 3, 2026);
      g_array_append_val (events, event);
    }
  return events;
}

static char *
dup_stays (GArray *stays)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stays->len; i++)
    {
      const MusterStay *stay = &g_array_index (stays, MusterStay, i);

      g_string_append_printf (text, "%s%d:%02d-", i > 0 ? " " : "", (int) stay->id, g_date_get_day (&stay->from));
      if (g_date_valid (&stay->through))
        g_string_append_printf (text, "%02d", g_date_get_day (&stay->through));
    }
  return g_string_free_and_steal (text);
}

static void
test_replay (void)
{
  static const struct
  {
    const char *events;
    const char *stays;
  } cases[] = {
    { "", "" },
    { "b1:05", "1:05-" },
    { "b1:05 e1:07", "1:05-07" },
    { "b1:05 e1:07 g1", "1:05-" },
    { "b1:05 e1:07 e1:06", "1:05-06" },
    { "b1:05 e1:07 e1:09", "1:05-07" },          /* an end is never later */
    { "b1:05 e1:09 b2:10", "1:05-09 2:10-" },    /* as it is recorded */
    { "b1:05 b2:10", "1:05-09 2:10-" },          /* the end was recorded of a stay that is left out */
    { "b1:05 e2:20", "1:05-20" },
    { "b1:05 e2:20 b3:21", "1:05-20 3:21-" },
    { "b1:05 e1:09 b2:10 e2:14 b3:15", "1:05-09 2:10-14 3:15-" },
    { "b1:05 e2:14 b3:15", "1:05-14 3:15-" },    /* without the second and what came with it */
    { "b1:05 e1:09 b2:10", "1:05-09 2:10-" },    /* without the third */
    { "b1:05", "1:05-" },                        /* without both */
    { "b1:05 g2", "1:05-" },                     /* nothing of a stay that is not there */
    { "b1:05 e1:09 b2:05", "1:05-04 2:05-" },    /* on the same day: the former is none */
    { "b1:05 b2:10 e2:12 e1:08", "1:05-08 2:10-08" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) events = parse (cases[i].events);
      g_autoptr (GArray) stays = muster_stays_replay (events);
      g_autofree char *text = dup_stays (stays);

      g_test_message ("%s", cases[i].events);
      g_assert_cmpstr (text, ==, cases[i].stays);
    }
}

/* Replaced on the day on which it began, a stay ends on the day before. */
static void
test_check (void)
{
  MusterStay stay = { .id = 1 };
  GDate today;

  g_date_set_dmy (&today, 10, 3, 2026);
  g_date_clear (&stay.through, 1);
  g_date_clear (&stay.from, 1);
  g_assert_false (muster_stay_check (&stay, &today, NULL));
  stay.from = today;
  g_assert_true (muster_stay_check (&stay, &today, NULL));
  g_date_set_dmy (&stay.through, 9, 3, 2026);
  g_assert_true (muster_stay_check (&stay, &today, NULL));
  g_date_set_dmy (&stay.through, 8, 3, 2026);
  g_assert_false (muster_stay_check (&stay, &today, NULL));
  g_date_clear (&stay.through, 1);
  g_date_set_dmy (&stay.from, 11, 3, 2026);
  g_assert_false (muster_stay_check (&stay, &today, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stay/replay", test_replay);
  g_test_add_func ("/stay/check", test_check);
  return g_test_run ();
}
