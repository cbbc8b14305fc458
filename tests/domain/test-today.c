/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-today.h"

static GDate
day (const char *text)
{
  GDate date;

  g_date_clear (&date, 1);
  if (text != NULL)
    g_assert_true (muster_date_parse_iso (text, &date, NULL));
  return date;
}

static void
test_keys (void)
{
  static const char *const bad[] = { NULL, "", "expiring", "expiring:", "expiring:x", "expiring:-1", "no-such:1" };

  for (guint kind = 0; kind < MUSTER_N_TODAY_KINDS; kind++)
    {
      g_autofree char *key = muster_today_dup_key (kind, 42);
      MusterTodayKind read;
      gint64 id;

      g_assert_true (muster_today_parse_key (key, &read, &id, NULL));
      g_assert_cmpint (read, ==, kind);
      g_assert_cmpint (id, ==, 42);
      g_assert_cmpstr (muster_today_kind_get_label (kind), !=, "");
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      MusterTodayKind kind;
      gint64 id;

      g_assert_false (muster_today_parse_key (bad[i], &kind, &id, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
    }
}

/* Today is 2026-11-28. */
static const struct
{
  const char *due;
  const char *when;
} whens[] = {
  { "2026-11-28", "today" },
  { "2026-11-27", "1 day late" },
  { "2026-10-28", "31 days late" },
  { "2026-11-29", "in 1 day" },
  { "2027-02-28", "in 92 days" },
  { NULL, NULL },
};

static void
test_when (void)
{
  GDate today = day ("2026-11-28");

  for (guint i = 0; i < G_N_ELEMENTS (whens); i++)
    {
      MusterTodayItem item = { .due = day (whens[i].due) };
      g_autofree char *when = muster_today_dup_when (&item, &today);

      g_assert_cmpstr (when, ==, whens[i].when);
    }
}

static const struct
{
  const char *until;
  const char *reason;
  const char *named; /* NULL: it may */
} snoozes[] = {
  { "2026-11-29", "On leave", NULL },
  { "2027-02-26", "On leave", NULL },
  { "2027-02-27", "On leave", "90 days" },
  { "2026-11-28", "On leave", "after today" },
  { "2026-11-01", "On leave", "after today" },
  { NULL, "On leave", "after today" },
  { "2026-11-29", NULL, "why" },
  { "2026-11-29", " ", "why" },
  { "2026-11-29", "See 123-45-6789", "social security" },
};

static void
test_snooze (void)
{
  GDate today = day ("2026-11-28");

  for (guint i = 0; i < G_N_ELEMENTS (snoozes); i++)
    {
      GDate until = day (snoozes[i].until);
      g_autoptr (GError) error = NULL;
      gboolean may = muster_snooze_check (&until, snoozes[i].reason, &today, &error);

      g_test_message ("%u: %s", i, may ? "may" : error->message);
      g_assert_cmpint (may, ==, snoozes[i].named == NULL);
      if (may)
        continue;
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
      g_assert_nonnull (strstr (error->message, snoozes[i].named));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/today/keys", test_keys);
  g_test_add_func ("/domain/today/when", test_when);
  g_test_add_func ("/domain/today/snooze", test_snooze);
  return g_test_run ();
}
