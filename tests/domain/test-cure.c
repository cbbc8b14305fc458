/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "domain/muster-cure.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"

static const struct
{
  const char *proposed;
  const char *last;      /* of 30 days */
  const char *effective; /* "": the day of approval */
  gboolean is_cut_short;
} cases[] = {
  { "2026-03-10", "2026-04-09", "", TRUE },
  { "2026-03-10", "2026-04-09", "2026-03-10", TRUE },
  { "2026-03-10", "2026-04-09", "2026-04-08", TRUE },
  { "2026-03-10", "2026-04-09", "2026-04-09", TRUE }, /* the last day of the time is one of it */
  { "2026-03-10", "2026-04-09", "2026-04-10", FALSE },
  { "2026-03-10", "2026-04-09", "2027-03-10", FALSE },
  { "2028-02-01", "2028-03-02", "2028-03-03", FALSE }, /* a leap year */
  { "2026-12-15", "2027-01-14", "2027-01-14", TRUE },
};

static MusterRulePack *
load_pack (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "rules", "mnsure-2027.rules", NULL), *text = NULL;
  g_autoptr (GError) error = NULL;
  MusterRulePack *pack;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, &error));
  pack = muster_rule_pack_parse (text, size, NULL, &error);
  g_assert_no_error (error);
  return pack;
}

static void
test_days (gconstpointer folder)
{
  g_autoptr (MusterRulePack) pack = load_pack (folder);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MusterRuleDays *rule = NULL;
      g_autofree char *last = NULL;
      MusterDeadline deadline;
      GDate proposed, effective;

      g_test_message ("%s, %s", cases[i].proposed, cases[i].effective);
      g_assert_true (muster_date_parse_iso (cases[i].proposed, &proposed, NULL));
      g_date_clear (&effective, 1);
      if (cases[i].effective[0] != '\0')
        g_assert_true (muster_date_parse_iso (cases[i].effective, &effective, NULL));
      g_assert_true (muster_cure_count (MUSTER_DECISION_REVOCATION, pack, &proposed, &deadline, &rule));
      last = muster_date_to_iso (&deadline.last);
      g_assert_cmpstr (last, ==, cases[i].last);
      g_assert_nonnull (strstr (rule->source.citation, "155.220(g)"));
      g_assert_cmpint (muster_cure_is_cut_short (&deadline.last, &effective), ==, cases[i].is_cut_short);
      g_assert_false (muster_cure_count (MUSTER_DECISION_SUSPENSION, pack, &proposed, &deadline, NULL));
    }
}

static void
test_reason (gconstpointer folder)
{
  static const struct
  {
    gboolean is_cut_short;
    const char *immediate;
    gboolean is_good;
  } reasons[] = {
    { TRUE, "No license is held", TRUE },
    { TRUE, NULL, TRUE },
    { FALSE, NULL, TRUE },
    { FALSE, " ", TRUE },
    { FALSE, "No license is held", FALSE },
    { TRUE, "Of 123-45-6789", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (muster_cure_check (reasons[i].is_cut_short, reasons[i].immediate, &error), ==, reasons[i].is_good);
      g_assert_true (reasons[i].is_good || g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_RULE));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/domain/cure/days", argv[1], test_days);
  g_test_add_data_func ("/domain/cure/reason", argv[1], test_reason);
  return g_test_run ();
}
