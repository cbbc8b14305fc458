/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "domain/muster-public-list.h"

static char *data_folder;

static char *
read_shipped (void)
{
  g_autofree char *path = g_build_filename (data_folder, "import", "public-lists.lists", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static MusterPublicLists *
load_shipped (const char *language)
{
  const char *const languages[] = { language, NULL };
  g_autofree char *text = read_shipped ();
  g_autoptr (GError) error = NULL;
  MusterPublicLists *lists = muster_public_lists_parse (text, -1, languages, &error);

  g_assert_no_error (error);
  return lists;
}

#define REGISTRATION MUSTER_LIST_REGISTRATION
#define TERMINATION MUSTER_LIST_TERMINATION

/* Headers, joined by “|”, the list they are (-1: none), and where its NPN stands. */
static const struct
{
  const char *header;
  int kind;
  int npn;
  guint known;
} headers[] = {
  { "NPN|Applicable Plan Year|Individual Registration Completion Date|Individual Marketplace End Date|Shop Registration Completion Date|Shop End Date|NPN Valid (Current Plan Year Only)",
    REGISTRATION, 0, 7 },
  { "npn|applicable_plan_year|individual_registration_completion_date|individual_marketplace_end_date|shop_registration_completion_date|shop_end_date", REGISTRATION, 0, 6 },
  { "Applicable Plan Year|INDIVIDUAL REGISTRATION COMPLETION DATE|Note|NPN", REGISTRATION, 3, 3 },
  { "NPN|Effective Plan Year|Marketplaces|Registration Completion Date|Individual Registration Date|SHOP Registration Date|Termination or Suspension Date|"
    "Termination Reconsidered or Suspension Lifted|Status",
    TERMINATION, 0, 5 },
  { "Status|Termination or Suspension Date|NPN", TERMINATION, 2, 3 },
  { "Last name|First name|NPN|Status", -1, -1, 2 },
  { "NPN|Applicable Plan Year", -1, -1, 2 },
  { "First name|Last name|E-mail", -1, -1, 0 },
};

static void
test_recognise (void)
{
  g_autoptr (MusterPublicLists) lists = load_shipped ("C");

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_auto (GStrv) cells = g_strsplit (headers[i].header, "|", -1);
      guint n = g_strv_length (cells);
      g_autoptr (GError) error = NULL;
      MusterListLayout layout;

      g_assert_cmpuint (muster_public_lists_count_known (lists, (const char *const *) cells, n), ==, headers[i].known);
      if (headers[i].kind < 0)
        {
          g_assert_false (muster_public_lists_recognise (lists, (const char *const *) cells, n, &layout, &error));
          g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT);
          continue;
        }
      g_assert_true (muster_public_lists_recognise (lists, (const char *const *) cells, n, &layout, &error));
      g_assert_no_error (error);
      g_assert_cmpint (layout.kind, ==, headers[i].kind);
      g_assert_cmpint (layout.columns[MUSTER_LIST_COLUMN_NPN], ==, headers[i].npn);
    }
}

static void
test_columns (void)
{
  static const char *const cells[] = { "Note", "Shop End Date", "NPN", "NPN Valid", "Plan Year", "Individual Registration Completion Date", "NPN" };
  static const int expected[MUSTER_N_LIST_COLUMNS] = { 2, 4, 5, -1, -1, 1, 3, -1, -1, -1 };
  g_autoptr (MusterPublicLists) lists = load_shipped ("C");
  MusterListLayout layout;

  g_assert_true (muster_public_lists_recognise (lists, cells, G_N_ELEMENTS (cells), &layout, NULL));
  for (guint i = 0; i < MUSTER_N_LIST_COLUMNS; i++)
    g_assert_cmpint (layout.columns[i], ==, expected[i]);
}

static void
test_statuses (void)
{
  static const struct
  {
    const char *text;
    MusterListFinding finding;
    const char *reason;
  } cases[] = {
    { "T1", MUSTER_LIST_TERMINATED, "resident license" },
    { "T2", MUSTER_LIST_TERMINATED, "non-resident license" },
    { " t3 ", MUSTER_LIST_TERMINATED, "fraud or abusive conduct" },
    { "T4", MUSTER_LIST_TERMINATED, "non-compliance" },
    { "R1", MUSTER_LIST_REINSTATED, "resident license" },
    { "R2", MUSTER_LIST_REINSTATED, "non-resident license" },
    { "R3", MUSTER_LIST_REINSTATED, "fraud or abusive conduct" },
    { "r4", MUSTER_LIST_REINSTATED, "non-compliance" },
    { "T5", MUSTER_LIST_STATUS_UNKNOWN, NULL },
    { "", MUSTER_LIST_STATUS_UNKNOWN, NULL },
    { NULL, MUSTER_LIST_STATUS_UNKNOWN, NULL },
  };
  g_autoptr (MusterPublicLists) lists = load_shipped ("C");
  g_autoptr (MusterPublicLists) spanish = load_shipped ("es_US.UTF-8");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *reason = "-";

      g_assert_cmpint (muster_public_lists_find_status (lists, cases[i].text, &reason), ==, cases[i].finding);
      g_assert_cmpstr (reason, ==, cases[i].reason);
      muster_public_lists_find_status (spanish, cases[i].text, &reason);
      if (cases[i].reason != NULL)
        g_assert_cmpstr (reason, !=, cases[i].reason);
    }
  for (guint kind = 0; kind < MUSTER_N_LIST_KINDS; kind++)
    g_assert_cmpstr (muster_public_lists_get_name (lists, kind), !=, muster_public_lists_get_name (spanish, kind));
}

static void
test_plan_year (void)
{
  static const struct
  {
    guint day, month, year, plan_year;
  } cases[] = { { 1, 1, 2026, 2026 }, { 31, 10, 2026, 2026 }, { 1, 11, 2026, 2027 }, { 31, 12, 2026, 2027 } };
  g_autoptr (MusterPublicLists) lists = load_shipped ("C");
  g_autoptr (GError) error = NULL;
  GDate today;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_date_clear (&today, 1);
      g_date_set_dmy (&today, cases[i].day, cases[i].month, cases[i].year);
      g_assert_cmpuint (muster_public_lists_get_plan_year (lists, &today), ==, cases[i].plan_year);
    }
  g_assert_true (muster_public_lists_check_year (lists, 2014, &today, NULL));
  g_assert_true (muster_public_lists_check_year (lists, 2028, &today, NULL));
  g_assert_false (muster_public_lists_check_year (lists, 2029, &today, NULL));
  g_assert_false (muster_public_lists_check_year (lists, 2013, &today, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
}

/* What is written wrongly in the data is refused, not passed over. */
static void
test_refused (void)
{
  static const struct
  {
    const char *from;
    const char *to;
  } cases[] = {
    { "YearBegins=11-01", "YearBegins=11-31" },
    { "YearBegins=11-01", "YearBegins=02-29" },
    { "YearBegins=11-01", "YearBegins=November" },
    { "YearBegins=11-01\n", "" },
    { "Needs=Npn;Year;Registered", "Needs=Year;Registered" },
    { "Needs=Npn;Year;Registered", "Needs=Npn;Shoe" },
    { "Needs=Npn;Year;Registered", "Needs=Npn;Lifted" },
    { "Npn=NPN\n", "Npn=NPN;;\n" },
    { "Valid=NPN Valid", "Valid=NPN;NPN Valid" },
    { "Finding=terminated", "Finding=ended" },
    { "Finding=terminated\n", "" },
    { "Reason=resident license\n", "" },
    { "[status T1]", "[state T1]" },
    { "[registration-completion]\nName=", "[registration-completion]\nNome=" },
  };
  g_autofree char *shipped = read_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (shipped);
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (text, cases[i].from, cases[i].to, 1), ==, 1);
      g_assert_null (muster_public_lists_parse (text->str, -1, NULL, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
    }
}

static void
test_codes (void)
{
  MusterListKind kind;
  MusterListFinding finding;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < MUSTER_N_LIST_KINDS; i++)
    g_assert_true (muster_list_kind_from_code (muster_list_kind_to_code (i), &kind, NULL) && kind == i);
  for (guint i = MUSTER_LIST_NOTHING + 1; i < MUSTER_N_LIST_FINDINGS; i++)
    {
      g_assert_true (muster_list_finding_from_code (muster_list_finding_to_code (i), &finding, NULL) && finding == i);
      for (guint j = 0; j < i; j++)
        {
          g_assert_cmpstr (muster_list_finding_get_label (i), !=, muster_list_finding_get_label (j));
          g_assert_cmpstr (muster_list_finding_get_advice (i), !=, muster_list_finding_get_advice (j));
        }
    }
  g_assert_false (muster_list_finding_from_code ("ended", &finding, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  data_folder = argv[1];
  g_test_add_func ("/domain/public-list/recognise", test_recognise);
  g_test_add_func ("/domain/public-list/columns", test_columns);
  g_test_add_func ("/domain/public-list/statuses", test_statuses);
  g_test_add_func ("/domain/public-list/plan-year", test_plan_year);
  g_test_add_func ("/domain/public-list/refused", test_refused);
  g_test_add_func ("/domain/public-list/codes", test_codes);
  return g_test_run ();
}
