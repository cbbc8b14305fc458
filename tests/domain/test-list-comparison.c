/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-list-comparison.h"

static char *data_folder;
static MusterPublicLists *lists;

#define REGISTRATION_HEADER \
  "NPN|Applicable Plan Year|Individual Registration Completion Date|Individual Marketplace End Date|Shop Registration Completion Date|Shop End Date|NPN Valid (Current Plan Year Only)"
#define TERMINATION_HEADER "NPN|Effective Plan Year|Termination or Suspension Date|Termination Reconsidered or Suspension Lifted|Status"
#define TODAY 15, 6, 2026
#define NPN 12345678

static MusterListComparison *
make (const char *header, guint year, const guint64 *npns, guint n_npns)
{
  g_auto (GStrv) headers = g_strsplit (header, "|", -1);
  guint n = g_strv_length (headers);
  MusterListLayout layout;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, TODAY);
  g_assert_true (muster_public_lists_recognise (lists, (const char *const *) headers, n, &layout, NULL));
  return muster_list_comparison_new (lists, &layout, (const char *const *) headers, n, year, &today, npns, n_npns);
}

static void
add (MusterListComparison *comparison, const char *row, guint line)
{
  g_auto (GStrv) cells = g_strsplit (row, "|", -1);

  muster_list_comparison_add (comparison, (const char *const *) cells, line);
}

/* Rows separated by newlines, the first on line 2; what follows of them, and on which line. */
typedef struct
{
  const char *rows;
  MusterListFinding finding;
  guint line;
} Case;

static const Case registrations[] = {
  { "", MUSTER_LIST_NOT_REGISTERED, 0 },
  { "87654321|2026|08/20/2025|10/31/2026|||Y", MUSTER_LIST_NOT_REGISTERED, 0 },
  { "12345678|2026|08/20/2025|10/31/2026|||Y", MUSTER_LIST_NOTHING, 2 },
  /* The last day counts. */
  { "12345678|2026|08/20/2025|06/15/2026|||Y", MUSTER_LIST_NOTHING, 2 },
  { "12345678|2026|08/20/2025|06/14/2026|||Y", MUSTER_LIST_REGISTRATION_ENDED, 2 },
  { "12345678|2026|8/20/2025|6/14/2026|||Y", MUSTER_LIST_REGISTRATION_ENDED, 2 },
  { "12345678|2026|2025-08-20|2026-06-14|||Y", MUSTER_LIST_REGISTRATION_ENDED, 2 },
  { "12345678|2026|08/20/2025||||-", MUSTER_LIST_NOTHING, 2 },
  { "12345678|2026|08/20/2025|-|-|-|-", MUSTER_LIST_NOTHING, 2 },
  { "12345678|2026|||08/20/2025|10/31/2026|Y", MUSTER_LIST_SHOP_ONLY, 2 },
  { "12345678|2026|08/20/2025|01/31/2026|08/20/2025|10/31/2026|Y", MUSTER_LIST_SHOP_ONLY, 2 },
  { "12345678|2026|||08/20/2025|01/31/2026|Y", MUSTER_LIST_REGISTRATION_ENDED, 2 },
  { "12345678|2026|-||||Y", MUSTER_LIST_NOT_REGISTERED, 2 },
  { "12345678|2026|08/20/2025|10/31/2026|||N", MUSTER_LIST_NPN_INVALID, 2 },
  { "12345678|2026|08/20/2025|10/31/2026||| no ", MUSTER_LIST_NPN_INVALID, 2 },
  { "12345678|2026|08/20/2025|10/31/2026|||N/A", MUSTER_LIST_NOTHING, 2 },
  /* Where it says nothing of the NPN, that is not known, and not invalid. */
  { "12345678|2026|08/20/2025|10/31/2026|||", MUSTER_LIST_NOTHING, 2 },
  { "12345678|2026|08/20/2025|10/31/2026|||  ", MUSTER_LIST_NOTHING, 2 },
  { "12345678|2026|08/20/2025|06/14/2026|||", MUSTER_LIST_REGISTRATION_ENDED, 2 },
  { "12345678|2026|08/20/2025|10/31/2026|||\n12345678|2026|08/20/2025|10/31/2026|||N", MUSTER_LIST_NPN_INVALID, 3 },
  { "12345678|2025|08/20/2024|10/31/2025|||-", MUSTER_LIST_NOT_REGISTERED, 2 },
  { "12345678|2027|08/20/2026|10/31/2027|||-", MUSTER_LIST_NOT_REGISTERED, 2 },
  /* What an earlier year says of the NPN is not asked. */
  { "12345678|2025|08/20/2024|10/31/2025|||N\n12345678|2026|08/20/2025|10/31/2026|||Y", MUSTER_LIST_NOTHING, 3 },
  { "12345678|2024|08/20/2023|10/31/2024|||-\n12345678|2025|08/20/2024|10/31/2025|||-\n12345678|2023|08/20/2022|10/31/2023|||-", MUSTER_LIST_NOT_REGISTERED, 3 },
  /* The best of a year, in any order. */
  { "12345678|2026|08/20/2025|01/31/2026|||Y\n12345678|2026|02/20/2026|10/31/2026|||Y\n12345678|2026|||08/20/2025|10/31/2026|Y", MUSTER_LIST_NOTHING, 3 },
  { "12345678|2026|08/20/2025|10/31/2026|||N\n12345678|2026|02/20/2026|10/31/2026|||Y", MUSTER_LIST_NPN_INVALID, 2 },
  { "12345678|2026|08/20/2025|10/31/2026|||Y\n12345678|2026|02/20/2026|10/31/2026|||N", MUSTER_LIST_NPN_INVALID, 3 },
  /* As spreadsheets leave it; but another number stays another. */
  { "=\"12345678\"|2026|08/20/2025|10/31/2026|||Y", MUSTER_LIST_NOTHING, 2 },
  { " 12345678 | 2026 |08/20/2025|10/31/2026|||Y", MUSTER_LIST_NOTHING, 2 },
  { "'12345678|2026|08/20/2025|10/31/2026|||Y", MUSTER_LIST_NOTHING, 2 },
  { "012345678|2026|08/20/2025|10/31/2026|||Y", MUSTER_LIST_NOT_REGISTERED, 0 },
  { "0012345678|2026|08/20/2025|10/31/2026|||Y", MUSTER_LIST_UNREADABLE, 2 },
  { "123456789|2026|08/20/2025|10/31/2026|||Y", MUSTER_LIST_NOT_REGISTERED, 0 },
  { "1.2345678E7|2026|08/20/2025|10/31/2026|||Y", MUSTER_LIST_UNREADABLE, 2 },
  { "12,345,678|2026|08/20/2025|10/31/2026|||Y\n12345678|2026|08/20/2025|10/31/2026|||Y", MUSTER_LIST_UNREADABLE, 2 },
  { "12,345,678|2026|08/20/2025|10/31/2026|||Y\n12345678|2026|08/20/2025|10/31/2026|||N", MUSTER_LIST_NPN_INVALID, 3 },
  /* What is no day, or one that is yet to come, is no proof of anything. */
  { "12345678|2026|N|-|-|-|Y", MUSTER_LIST_NOT_REGISTERED, 2 },
  { "12345678|2026|no|10/31/2026|||Y", MUSTER_LIST_NOT_REGISTERED, 2 },
  { "12345678|2026|N|-|08/20/2025|10/31/2026|Y", MUSTER_LIST_SHOP_ONLY, 2 },
  { "12345678|2026|Y|10/31/2026|||Y", MUSTER_LIST_NOTHING, 2 },
  { "12345678|2026|xyz|10/31/2026|||Y", MUSTER_LIST_UNREADABLE, 2 },
  { "12345678|2026|2026-13-45||||Y", MUSTER_LIST_UNREADABLE, 2 },
  { "12345678|2026|12/31/2031||||Y", MUSTER_LIST_UNREADABLE, 2 },
  { "12345678|2026|08/20/2025|Y|||Y", MUSTER_LIST_UNREADABLE, 2 },
  { "12345678|2026|08/20/2025|10/31/2026|||?", MUSTER_LIST_UNREADABLE, 2 },
  { "12345678|2O26|08/20/2025|10/31/2026|||Y", MUSTER_LIST_UNREADABLE, 2 },
  { "12345678|2026|xyz||||N", MUSTER_LIST_NPN_INVALID, 2 },
  { "12345678|2026|08/20/2025|10/31/2026|||Y\n12345678|2026|08/20/2025|99/99/2026|||Y", MUSTER_LIST_UNREADABLE, 3 },
  { "12345678|2025|xyz||||Y\n12345678|2026|08/20/2025|10/31/2026|||Y", MUSTER_LIST_NOTHING, 3 },
};

static const Case terminations[] = {
  { "", MUSTER_LIST_NOTHING, 0 },
  { "87654321|2026|02/03/2026||T3", MUSTER_LIST_NOTHING, 0 },
  { "12345678|2026|02/03/2026||T3", MUSTER_LIST_TERMINATED, 2 },
  { "12345678|2026|02/03/2026|03/01/2026|R3", MUSTER_LIST_REINSTATED, 2 },
  { "12345678|2026|02/03/2026||S9", MUSTER_LIST_STATUS_UNKNOWN, 2 },
  /* The newest event counts, wherever it stands. */
  { "12345678|2026|02/03/2026||T3\n12345678|2025|05/06/2025|06/07/2025|R1", MUSTER_LIST_TERMINATED, 2 },
  { "12345678|2025|05/06/2025|06/07/2025|R1\n12345678|2026|02/03/2026||T3", MUSTER_LIST_TERMINATED, 3 },
  { "12345678|2026|02/03/2026||T3\n12345678|2026|02/03/2026|02/20/2026|R3", MUSTER_LIST_REINSTATED, 3 },
  { "12345678|2026|02/03/2026|Yes|R3\n12345678|2026|02/03/2026||T3", MUSTER_LIST_TERMINATED, 3 },
  { "12345678|2026|||T4", MUSTER_LIST_TERMINATED, 2 },
  /* Without a day nothing says that it is over. */
  { "12345678|2026|99/99/2026||T3\n12345678|2025|01/01/2025||R3", MUSTER_LIST_TERMINATED, 2 },
  { "12345678|2025|01/01/2025||R3\n12345678|2026|99/99/2026||T3", MUSTER_LIST_TERMINATED, 3 },
  { "12345678|2026|||T3\n12345678|2025|01/01/2025||R3", MUSTER_LIST_TERMINATED, 2 },
  { "12345678|2026|||R3\n12345678|2025|01/01/2025||T3", MUSTER_LIST_TERMINATED, 3 },
  { "12345678|2025|01/01/2025||T3\n12345678|2026|99/99/2026||R3", MUSTER_LIST_TERMINATED, 2 },
  { "12345678|2026|99/99/2026||R3", MUSTER_LIST_UNREADABLE, 2 },
  { "12345678|2026|99/99/2026||R3\n12345678|2025|01/01/2025||R3", MUSTER_LIST_UNREADABLE, 2 },
  { "12345678|2026|99/99/2026|03/01/2026|R3", MUSTER_LIST_REINSTATED, 2 },
  { "12,345,678|2026|02/03/2026||T3", MUSTER_LIST_UNREADABLE, 2 },
  { "1.2345678E7|2026|02/03/2026||T3\n12345678|2025|01/01/2025||R3", MUSTER_LIST_UNREADABLE, 2 },
  { "1.2345678E7|2026|02/03/2026||R3\n12345678|2025|01/01/2025||T3", MUSTER_LIST_TERMINATED, 3 },
};

static void
try_case (const Case *expected, const char *header, guint year)
{
  static const guint64 npns[] = { 87654321, NPN, 5, NPN };
  g_autoptr (MusterListComparison) comparison = make (header, year, npns, G_N_ELEMENTS (npns));
  g_auto (GStrv) rows = g_strsplit (expected->rows, "\n", -1);
  const MusterListWord *word;

  for (guint i = 0; rows[i] != NULL; i++)
    if (*rows[i] != '\0')
      add (comparison, rows[i], i + 2);
  word = muster_list_comparison_find (comparison, NPN);
  if (word->finding != expected->finding || word->line != expected->line)
    g_test_message ("%s", expected->rows);
  g_assert_cmpint (word->finding, ==, expected->finding);
  g_assert_cmpuint (word->line, ==, expected->line);
  /* What has to be looked into comes with what was written there. */
  g_assert_true ((word->said != NULL) == (expected->finding != MUSTER_LIST_NOTHING && expected->line != 0));
}

static void
test_registrations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (registrations); i++)
    try_case (&registrations[i], REGISTRATION_HEADER, 2026);
}

static void
test_terminations (void)
{
  static const Case other_year = { "12345678|2025|05/06/2025||T1\n12345678|2026|02/03/2026|03/01/2026|R3", MUSTER_LIST_TERMINATED, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (terminations); i++)
    try_case (&terminations[i], TERMINATION_HEADER, 0);
  try_case (&other_year, TERMINATION_HEADER, 2025);
}

static void
test_said (void)
{
  static const guint64 npns[] = { NPN };
  g_autoptr (MusterListComparison) comparison = make (TERMINATION_HEADER, 0, npns, 1);
  g_autofree char *filler = g_strnfill (1000, 'x');
  g_autofree char *row = g_strdup_printf ("12345678|2026|02/04/2026||T1 ü%s", filler);
  const MusterListWord *word = muster_list_comparison_find (comparison, NPN);

  add (comparison, "12345678|2026|02/03/2026||T3", 2);
  g_assert_cmpstr (word->said, ==, "Effective Plan Year: 2026; Termination or Suspension Date: 02/03/2026; Status: T3");
  g_assert_cmpstr (word->status, ==, "T3");
  add (comparison, row, 3);
  g_assert_cmpuint (strlen (word->said), <, 600);
  g_assert_true (g_utf8_validate (word->said, -1, NULL));
  g_assert_true (g_str_has_suffix (word->said, "…"));
  g_assert_null (muster_list_comparison_find (comparison, 1));
}

static void
test_unreadable (void)
{
  static const guint64 npns[] = { NPN };
  g_autoptr (MusterListComparison) comparison = make (REGISTRATION_HEADER, 2026, npns, 1);
  guint line;

  g_assert_cmpuint (muster_list_comparison_get_n_unreadable (comparison, NULL), ==, 0);
  add (comparison, "87654321|2026|08/20/2025|sometime|||Y", 2);
  add (comparison, "0012345678|2026|08/20/2025|10/31/2026|||Y", 3);
  add (comparison, "|2026|08/20/2025|10/31/2026|||Y", 4);
  add (comparison, "12345678|2026|08/20/2025|13/31/2026|||Y", 5);
  g_assert_cmpuint (muster_list_comparison_get_n_rows (comparison), ==, 4);
  g_assert_cmpuint (muster_list_comparison_get_n_unreadable (comparison, &line), ==, 3);
  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpuint (muster_list_comparison_get_n_nameless (comparison), ==, 2);
  g_assert_cmpint (muster_list_comparison_find (comparison, NPN)->finding, ==, MUSTER_LIST_UNREADABLE);
}

static void
test_nobody (void)
{
  g_autoptr (MusterListComparison) comparison = make (REGISTRATION_HEADER, 2026, NULL, 0);

  add (comparison, "12345678|2026|08/20/2025|10/31/2026|||Y", 2);
  g_assert_cmpuint (muster_list_comparison_get_n_rows (comparison), ==, 1);
  g_assert_null (muster_list_comparison_find (comparison, NPN));
}

static void
test_npn (void)
{
  static const struct
  {
    const char *text;
    guint64 npn;
  } cases[] = {
    { "1", 1 },
    { "1234567890", 1234567890 },
    { "12345678901", 0 },
    { "0", 0 },
    { "", 0 },
    { "12 34", 0 },
    { "12a", 0 },
    { "-12", 0 },
    { "12345678.0", 0 },
    { "=\"123\"", 123 },
    { "99999999999999999999999", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (muster_list_npn_read (cases[i].text), ==, cases[i].npn);
}

static void
test_judge (void)
{
  static const gboolean concerned[MUSTER_N_STATES] = {
    [MUSTER_STATE_APPLICANT] = TRUE,
    [MUSTER_STATE_IN_TRAINING] = TRUE,
    [MUSTER_STATE_PENDING_REVIEW] = TRUE,
    [MUSTER_STATE_CERTIFIED] = TRUE,
    [MUSTER_STATE_CERTIFIED_RESTRICTED] = TRUE,
    [MUSTER_STATE_SUSPENDED_ADMINISTRATIVE] = TRUE,
    [MUSTER_STATE_SUSPENDED_FOR_CAUSE] = TRUE,
    [MUSTER_STATE_EXPIRED] = TRUE,
    [MUSTER_STATE_REVOKED] = TRUE,
  };

  for (guint state = 0; state < MUSTER_N_STATES; state++)
    g_assert_cmpint (muster_list_concerns (state), ==, concerned[state]);
  for (guint finding = 0; finding < MUSTER_N_LIST_FINDINGS; finding++)
    {
      const MusterListWord word = { .finding = finding };
      MusterListFinding revoked = finding == MUSTER_LIST_REINSTATED ? MUSTER_LIST_REINSTATED : MUSTER_LIST_NOTHING;

      g_assert_cmpint (muster_list_judge (&word, MUSTER_STATE_CERTIFIED), ==, finding);
      g_assert_cmpint (muster_list_judge (&word, MUSTER_STATE_REVOKED), ==, revoked);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  data_folder = argv[1];
  path = g_build_filename (data_folder, "import", "public-lists.lists", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lists = muster_public_lists_parse (text, -1, NULL, NULL);
  g_test_add_func ("/domain/list-comparison/registrations", test_registrations);
  g_test_add_func ("/domain/list-comparison/terminations", test_terminations);
  g_test_add_func ("/domain/list-comparison/said", test_said);
  g_test_add_func ("/domain/list-comparison/unreadable", test_unreadable);
  g_test_add_func ("/domain/list-comparison/nobody", test_nobody);
  g_test_add_func ("/domain/list-comparison/npn", test_npn);
  g_test_add_func ("/domain/list-comparison/judge", test_judge);
  result = g_test_run ();
  muster_public_lists_free (lists);
  return result;
}
