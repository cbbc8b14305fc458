/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-coverage.h"

#include "domain/muster-assister.h"

#define B MUSTER_ASSISTER_BROKER
#define N MUSTER_ASSISTER_NAVIGATOR

/* “without 1 2; everywhere Hmong, Somali / Ramsey; left 1 Hmong”: what is lost. */
static char *
write_coverage (const MusterCoverage *coverage)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < coverage->without_navigator->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i == 0 ? "without " : " ", g_array_index (coverage->without_navigator, gint64, i));
  for (guint i = 0; i <= coverage->left->len; i++)
    {
      const MusterCoverageLost *lost = i == 0 ? &coverage->everywhere : coverage->left->pdata[i - 1];
      g_autofree char *languages = g_strjoinv (", ", lost->languages), *counties = g_strjoinv (", ", lost->counties);

      if (*languages == '\0' && *counties == '\0')
        continue;
      g_string_append (text, text->len > 0 ? "; " : "");
      if (i == 0)
        g_string_append (text, "everywhere");
      else
        g_string_append_printf (text, "left %" G_GINT64_FORMAT, lost->agency_id);
      g_string_append_printf (text, "%s%s%s%s", *languages != '\0' ? " " : "", languages, *counties != '\0' ? " / " : "", counties);
    }
  return g_string_free_and_steal (text);
}

#define NOBODY { NULL, NULL, 0, 0, 0, 0, 0 }

static void
test_losses (void)
{
  static const struct
  {
    const char *what;
    MusterCoveragePerson people[4]; /* languages, counties, agency before and after, roles before and after */
    const char *lost;
  } cases[] = {
    { "nothing changes", { { "Hmong", "Ramsey", 1, 1, N, N } }, "" },
    { "the only one", { { "Hmong; Somali", "Ramsey", 1, 1, N, 0 } }, "without 1; everywhere Hmong, Somali / Ramsey" },
    { "another speaks it, and is a navigator too", { { "Hmong", "Ramsey", 1, 1, N, 0 }, { "hmong; Karen", "RAMSEY", 1, 1, N, N } }, "" },
    { "another speaks it, and is none", { { "Hmong", "Ramsey", 1, 1, N, 0 }, { "Hmong", "Ramsey", 1, 1, B, B } }, "without 1" },
    { "another who may not assist", { { "Hmong", NULL, 1, 1, N, 0 }, { "Hmong", NULL, 1, 1, 0, 0 } }, "without 1; everywhere Hmong" },
    { "both at once", { { "Hmong", NULL, 1, 1, N, 0 }, { "Hmong", NULL, 1, 1, N, 0 } }, "without 1; everywhere Hmong" },
    { "one ceases as another begins", { { "Hmong", NULL, 1, 1, N, 0 }, { "Hmong", NULL, 1, 1, 0, N } }, "" },
    { "who did not assist before", { { "Hmong", "Ramsey", 1, 0, 0, 0 } }, "" },
    { "the last navigator stays as a broker", { { "Hmong", "Ramsey", 1, 1, B | N, B } }, "without 1" },
    { "a broker who is lost is no navigator", { { NULL, NULL, 1, 1, B, 0 } }, "" },
    { "leaves", { { "Somali", NULL, 1, 0, N, 0 }, { NULL, NULL, 1, 1, N, N } }, "everywhere Somali" },
    { "navigators of another agency do not count", { { NULL, NULL, 1, 1, N, 0 }, { NULL, NULL, 2, 2, N, N } }, "without 1" },
    { "navigators who are not listed do not count", { { NULL, NULL, 1, 1, N, 0 }, { NULL, NULL, 1, 1, N, N, TRUE } }, "without 1" },
    { "nor does it take anything away that one goes", { { NULL, NULL, 1, 1, N, 0, TRUE }, { NULL, NULL, 1, 1, N, N } }, "" },
    { "two agencies", { { NULL, NULL, 2, 2, N, 0 }, { NULL, NULL, 1, 1, N, 0 }, { NULL, NULL, 1, 1, N, N } }, "without 2" },
    { "goes to another agency", { { "Hmong", "Ramsey", 1, 2, N, N }, { "Karen", NULL, 1, 1, N, N } }, "left 1 Hmong / Ramsey" },
    { "the last navigator goes to another agency", { { "Hmong", NULL, 1, 2, N, N } }, "without 1; left 1 Hmong" },
    { "goes, and others of the agency cover it", { { "Hmong", NULL, 1, 2, N, N }, { "Hmong", NULL, 1, 1, N, N } }, "" },
    { "two change places", { { "Hmong", NULL, 1, 2, N, N }, { "Hmong", NULL, 2, 1, N, N } }, "" },
    { "comes from none", { { "Hmong", NULL, 0, 1, 0, N } }, "" },
    { "with no agency at all", { { "Hmong", NULL, 0, 0, N, 0 } }, "everywhere Hmong" },
    { "written in many ways", { { " HMONG ;Español / Somali,,", NULL, 1, 1, B, 0 }, { "espanol", NULL, 1, 1, B, B } }, "everywhere HMONG, Somali" },
    { "said twice", { { "Hmong; hmong", NULL, 1, 1, B, 0 } }, "everywhere hmong" },
    { "nothing is known", { { NULL, "", 1, 1, B, 0 } }, "" },
    { "nobody at all", { NOBODY }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCoverage) coverage = muster_coverage_new (cases[i].people, 4);
      g_autofree char *lost = write_coverage (coverage);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (lost, ==, cases[i].lost);
      g_assert_cmpint (muster_coverage_is_kept (coverage), ==, *cases[i].lost == '\0');
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/coverage/losses", test_losses);
  return g_test_run ();
}
