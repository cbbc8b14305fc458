/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-citation.h"

#include "domain/muster-date.h"

static void
add (GPtrArray *evidence, const char *requirement, const char *version, const char *outcome, const char *on)
{
  MusterEvidence *one = muster_evidence_new ();

  one->id = evidence->len + 1;
  one->requirement = g_strdup (requirement);
  one->version = g_strdup (version);
  one->outcome = g_strdup (outcome);
  g_assert_true (muster_date_parse_iso (on, &one->on, NULL));
  g_ptr_array_add (evidence, one);
}

/* What was signed last by the day of the conduct; a later signature is none yet, and neither is one of no version, of something else, or that was taken back. */
static void
test_acknowledged (void)
{
  static const struct
  {
    const char *on;
    const char *version;
  } rows[] = {
    { "2026-01-31", NULL },
    { "2026-02-01", "V1" },
    { "2026-02-28", "V1" },
    { "2026-03-01", "V2" },
    { "2026-12-31", "V2" },
  };
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_evidence_free);

  add (evidence, "notice", NULL, NULL, "2026-01-10");
  add (evidence, "data-security", "V1", NULL, "2026-01-10");
  add (evidence, "notice", "V2", NULL, "2026-03-01");
  add (evidence, "notice", "V1", NULL, "2026-02-01");
  add (evidence, "notice", "V3", NULL, "2026-04-01");
  ((MusterEvidence *) evidence->pdata[4])->superseded_by = 9;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MusterEvidence *found;
      GDate on;

      g_assert_true (muster_date_parse_iso (rows[i].on, &on, NULL));
      found = muster_citation_find_acknowledged (evidence, &on);
      g_test_message ("%s", rows[i].on);
      g_assert_cmpstr (found != NULL ? found->version : NULL, ==, rows[i].version);
    }
}

static void
test_check (void)
{
  static const struct
  {
    gboolean is_loaded, is_acknowledged;
    const char *despite;
    gboolean ok;
  } rows[] = {
    { FALSE, FALSE, NULL, TRUE },
    { TRUE, TRUE, NULL, TRUE },
    { TRUE, FALSE, NULL, FALSE },
    { TRUE, FALSE, " ", FALSE },
    { TRUE, FALSE, "Told of it on the first day", TRUE },
  };
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  GDate on;

  g_date_set_dmy (&on, 1, 3, 2026);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (muster_citation_check (rows[i].is_loaded, rows[i].is_acknowledged ? evidence : NULL, &on, rows[i].despite, &error), ==, rows[i].ok);
      g_assert_cmpint (error == NULL, ==, rows[i].ok);
    }
}

static void
test_entry (void)
{
  static const char *const none[] = { NULL };
  static const char *const versions[] = { "V1", "V2", NULL };
  static const struct
  {
    const char *notice, *despite;
    const char *const *versions;
    gboolean ok;
  } rows[] = {
    { NULL, NULL, none, TRUE },
    { NULL, NULL, versions, TRUE },
    { NULL, "Because", versions, FALSE },
    { "none-loaded", NULL, none, TRUE },
    { "none-loaded", "Because", none, FALSE },
    { "V1", NULL, versions, TRUE },
    { "V1", "Because", versions, FALSE },
    { "V3", NULL, versions, FALSE },
    { "V1", NULL, none, FALSE },
    { "none-acknowledged", "Because", versions, TRUE },
    { "none-acknowledged", "Because", none, FALSE },
    { "none-acknowledged", " ", versions, FALSE },
    { "none-acknowledged", NULL, versions, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (muster_citation_check_entry (rows[i].notice, rows[i].despite, rows[i].versions, &error), ==, rows[i].ok);
      g_assert_cmpint (error == NULL, ==, rows[i].ok);
    }
}

/* Grounds outside the notice nobody acknowledges. */
static void
test_of_notice (void)
{
  g_assert_false (muster_citation_is_of_notice (NULL));
  g_assert_false (muster_citation_is_of_notice ((const char *const[]) { "EXT-03", "ext-01", NULL }));
  g_assert_true (muster_citation_is_of_notice ((const char *const[]) { "EXT-03", "COC-01", NULL }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citation/acknowledged", test_acknowledged);
  g_test_add_func ("/citation/check", test_check);
  g_test_add_func ("/citation/entry", test_entry);
  g_test_add_func ("/citation/of-notice", test_of_notice);
  return g_test_run ();
}
