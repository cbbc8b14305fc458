/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "domain/muster-rule-packs.h"

static char *data_folder;

static char *
read_shipped (void)
{
  g_autofree char *path = g_build_filename (data_folder, "rules", "mnsure-2026.rules", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static MusterRulePack *
load_shipped (void)
{
  g_autofree char *text = read_shipped ();
  g_autoptr (GError) error = NULL;
  MusterRulePack *pack = muster_rule_pack_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return pack;
}

#define CALENDAR MUSTER_DAYS_CALENDAR
#define BUSINESS MUSTER_DAYS_BUSINESS
#define NONE MUSTER_RESTRICTION_NONE
#define LIMITED MUSTER_RESTRICTION_LIMITED
#define STOP_WORK MUSTER_RESTRICTION_STOP_WORK

static const struct
{
  guint due;
  MusterDayKind due_kind;
  guint step;
  MusterDayKind step_kind;
  MusterRestriction restriction;
  MusterRestriction least;
} severities[] = {
  { 30, CALENDAR, 30, CALENDAR, NONE, NONE },
  { 30, CALENDAR, 14, CALENDAR, NONE, NONE },
  { 10, BUSINESS, 10, BUSINESS, STOP_WORK, LIMITED },
  { 1, BUSINESS, 1, BUSINESS, STOP_WORK, STOP_WORK },
};

static void
test_severities (void)
{
  g_autoptr (MusterRulePack) pack = load_shipped ();

  g_assert_cmpstr (muster_rule_pack_get_name (pack), ==, "mnsure-2026");
  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    {
      const MusterSeverityRule *rule = muster_rule_pack_get_severity (pack, i + 1);

      g_test_message ("S%u", i + 1);
      g_assert_cmpuint (rule->due.days, ==, severities[i].due);
      g_assert_cmpint (rule->due.kind, ==, severities[i].due_kind);
      g_assert_cmpuint (rule->step.days, ==, severities[i].step);
      g_assert_cmpint (rule->step.kind, ==, severities[i].step_kind);
      g_assert_cmpint (rule->restriction, ==, severities[i].restriction);
      g_assert_cmpint (rule->least_restriction, ==, severities[i].least);
      g_assert_nonnull (rule->due.source.citation);
    }
}

/* Defaults of domain.md "Deadlines"; what was not seen is not marked verified. */
static const struct
{
  const char *key;
  guint days;
  MusterDayKind kind;
  gboolean verified;
} days[] = {
  { "review-request", 30, CALENDAR, FALSE },
  { "review-decision", 60, CALENDAR, FALSE },
  { "notice-of-intent", 30, CALENDAR, FALSE },
  { "effective-after-notice", 20, CALENDAR, TRUE },
  { "downstream-notice", 1, BUSINESS, TRUE },
  { "fraud-suspension", 90, CALENDAR, FALSE },
  { "fraud-rebuttal", 45, CALENDAR, FALSE },
  { "licence-notice", 1, BUSINESS, TRUE },
  { "separation-notice", 1, BUSINESS, FALSE },
  { "address-change", 10, CALENDAR, TRUE },
  { "breach-notice", 60, CALENDAR, TRUE },
  { "incident-report", 3, CALENDAR, TRUE },
  { "breach-report", 1, CALENDAR, TRUE },
  { "mail-received", 3, CALENDAR, TRUE },
  { "reactivation-window", 730, CALENDAR, TRUE },
  { "licence-renewal", 90, CALENDAR, TRUE },
  { "late-licence", 365, CALENDAR, TRUE },
  { "credits-report", 10, CALENDAR, TRUE },
  { "effectiveness-check", 60, CALENDAR, FALSE },
  { "reapply-revoked", 90, CALENDAR, FALSE },
  { "records-kept", 3653, CALENDAR, TRUE },
};

static void
test_days (void)
{
  g_autoptr (MusterRulePack) pack = load_shipped ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const MusterRuleDays *rule = muster_rule_pack_get_days (pack, days[i].key, &error);

      g_assert_no_error (error);
      g_test_message ("%s", days[i].key);
      g_assert_cmpuint (rule->days, ==, days[i].days);
      g_assert_cmpint (rule->kind, ==, days[i].kind);
      g_assert_cmpint (rule->source.verified, ==, days[i].verified);
      g_assert_cmpstr (rule->source.citation, !=, "");
    }
  g_assert_null (muster_rule_pack_get_days (pack, "no-such-rule", &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "no-such-rule"));
}

/* One edit to the shipped pack each, and what the message must name. */
static const struct
{
  const char *find;
  const char *replace;
  const char *named;
} bad[] = {
  { "Name=mnsure-2026\n", "", "Name" },
  { "[severity S3]", "[severity S9]", "severity S3" },
  { "Due=10\n", "Due=ten\n", "ten" },
  { "Due=10\n", "Due=0\n", "Due" },
  { "Due=10\n", "Due=-10\n", "Due" },
  { "Due=10\n", "Due=100000\n", "Due" },
  { "Due=10\n", "", "Due" },
  { "DueKind=business\n", "DueKind=working\n", "DueKind" },
  { "DueKind=business\n", "DueKind=months\n", "DueKind" },
  { "Kind=calendar\nCitation=45 CFR 155.220(h)", "Kind=weeks\nCitation=45 CFR 155.220(h)", "months" },
  { "Kind=calendar\nCitation=45 CFR 155.220(h)", "Kind=calendar\nRolls=perhaps\nCitation=45 CFR 155.220(h)", "Rolls" },
  { "Tolled=appeal\n", "Tolled=perhaps\n", "appeal" },
  { "Kind=calendar\nCitation=45 CFR 155.220(h)", "Kind=calendar\nTolled=appeal\nCitation=45 CFR 155.220(h)", "counted from a decision" },
  { "LeastRestriction=limited\n", "LeastRestriction=some\n", "LeastRestriction" },
  { "Restriction=stop-work\nLeastRestriction=limited\n", "Restriction=none\nLeastRestriction=limited\n", "Restriction" },
  { "Step=14\n", "Step=14\nStepp=1\n", "Stepp" },
  { "Step=14\n", "Step=14\nStep=15\n", "Step" },
  { "Citation=45 CFR 155.220(h)\n", "", "Citation" },
  { "Verified=false\n", "Verified=perhaps\n", "perhaps" },
  { "[days review-request]", "[dais review-request]", "dais review-request" },
  { "[days review-decision]", "[days review-request]", "[days review-request]" },
  { "Days=60\n", "Days=\n", "Days" },
  { "From=2025-08-01\n", "From=2025-02-30\n", "2025-02-30" },
  { "Through=2026-07-31\n", "Through=2025-07-31\n", "Through" },
  { "Due=2025-10-15\n", "Due=2025-07-15\n", "Due" },
  { "VerifiedOn=2026-11-27\n", "", "VerifiedOn" },
  { "Days=60;30;14;7;1\n", "Days=60;30;30;7;1\n", "[reminders] Days" },
  { "Days=60;30;14;7;1\n", "Days=60;;14\n", "[reminders] Days" },
  { "Kind=study\n", "Kind=quest\n", "quest" },
  { "Renewal=once\n", "Renewal=never\n", "never" },
  { "Roles=navigator;cac\n", "Roles=navigator;pilot\n", "pilot" },
  { "Roles=navigator;cac\n", "", "Roles" },
  { "Months=24\n", "", "Months" },
  { "Renewal=once\nBlocks", "Renewal=once\nMonths=3\nBlocks", "Months" },
  { "PassMark=70\n", "PassMark=101\n", "101" },
  { "Kind=licence\n", "Kind=licence\nPassMark=70\n", "PassMark" },
  { "After=assister-basics;program-rules\n", "After=assister-basics;no-such\n", "no-such" },
  { "After=assister-basics;program-rules\n", "After=background-study\n", "circle" },
  { "Blocks=true\n", "Blocks=yes\n", "yes" },
  { "[requirement credits]", "[requirement withdrawn]", "withdrawn" },
};

static char *
replace_first (const char *text, const char *find, const char *replace)
{
  const char *at = strstr (text, find);
  g_autofree char *before = NULL;

  g_assert_nonnull (at);
  before = g_strndup (text, at - text);
  return g_strconcat (before, replace, at + strlen (find), NULL);
}

/* What an agency may change about a count: its kind, and whether it ends on days of work. */
static void
test_day_kinds (void)
{
  g_autofree char *shipped = read_shipped ();
  g_autofree char *text = replace_first (shipped, "Days=30\nKind=calendar\nCitation=45 CFR 155.220(h)", "Days=1\nKind=months\nRolls=true\nCitation=45 CFR 155.220(h)");
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterRulePack) pack = muster_rule_pack_parse (text, -1, NULL, &error);
  const MusterRuleDays *rule;

  g_assert_no_error (error);
  rule = muster_rule_pack_get_days (pack, "review-request", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rule->days, ==, 1);
  g_assert_cmpint (rule->kind, ==, MUSTER_DAYS_MONTHS);
  g_assert_true (rule->rolls);
  g_assert_false (muster_rule_pack_get_days (pack, "review-decision", NULL)->rolls);
}

static void
test_bad (void)
{
  g_autofree char *shipped = read_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = replace_first (shipped, bad[i].find, bad[i].replace);
      g_autoptr (GError) error = NULL;

      g_assert_null (muster_rule_pack_parse (text, -1, NULL, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
      g_test_message ("%u: %s", i, error->message);
      g_assert_nonnull (strstr (error->message, bad[i].named));
    }
}

/* The line is the one a person finds the mistake on. */
static void
test_line (void)
{
  g_autofree char *shipped = read_shipped ();
  g_autofree char *text = replace_first (shipped, "Kind=study\n", "Kind=quest\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;
  guint line = 1;

  for (const char *at = text; at < strstr (text, "Kind=quest"); at++)
    line += *at == '\n';
  g_assert_null (muster_rule_pack_parse (text, -1, NULL, &error));
  place = g_strdup_printf ("%u", line);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, place));
}

static void
test_requirements (void)
{
  g_autoptr (MusterRulePack) pack = load_shipped ();
  g_autoptr (GError) error = NULL;
  guint n, n_reminders;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &n);
  const guint *reminders = muster_rule_pack_get_reminders (pack, &n_reminders);
  int study = muster_rule_pack_find_requirement (pack, "background-study", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n, >=, 11);
  g_assert_cmpint (requirements[study]->kind, ==, MUSTER_REQUIREMENT_STUDY);
  g_assert_cmphex (requirements[study]->types, ==, MUSTER_ASSISTER_NAVIGATOR | MUSTER_ASSISTER_CAC);
  g_assert_cmphex (requirements[study]->after, ==, (1u << muster_rule_pack_find_requirement (pack, "assister-basics", NULL)) | (1u << muster_rule_pack_find_requirement (pack, "program-rules", NULL)));
  g_assert_cmpuint (requirements[muster_rule_pack_find_requirement (pack, "broker-course", NULL)]->pass_mark, ==, 70);
  g_assert_cmpuint (n_reminders, ==, 5);
  g_assert_cmpuint (reminders[0], ==, 60);
  g_assert_cmpuint (muster_rule_pack_get_overdue_every (pack), ==, 7);
  g_assert_cmpint (muster_rule_pack_find_requirement (pack, "no-such", &error), ==, -1);
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "background-study"));
}

static void
test_shipped (void)
{
  static const char *const names[] = { "mnsure-2026", "mnsure-2027", "federal-2027" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MusterRulePack *pack = muster_rule_packs_find_shipped (names[i]);

      g_assert_nonnull (pack);
      g_assert_cmpstr (muster_rule_pack_get_title (pack), !=, "");
      g_assert_true (g_date_compare (muster_rule_pack_get_from (pack), muster_rule_pack_get_through (pack)) < 0);
    }
  g_assert_null (muster_rule_packs_find_shipped ("no-such"));
  g_assert_cmpuint (muster_rule_packs_list_shipped ()->len, ==, G_N_ELEMENTS (names));
}

static void
test_severity_codes (void)
{
  g_autoptr (GError) error = NULL;
  MusterSeverity severity;

  for (guint i = 1; i <= 4; i++)
    {
      g_assert_true (muster_severity_from_code (muster_severity_to_code (i), &severity, NULL));
      g_assert_cmpint (severity, ==, i);
      g_assert_cmpstr (muster_severity_get_label (i), !=, "");
    }
  g_assert_true (muster_severity_from_code ("s3", &severity, NULL));
  g_assert_cmpint (severity, ==, MUSTER_SEVERITY_3);
  g_assert_false (muster_severity_from_code ("S5", &severity, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
  g_assert_false (muster_severity_from_code ("3", &severity, NULL));
  g_assert_false (muster_severity_from_code (NULL, &severity, NULL));
}

/* A register begins with the rules of its day. */
static void
test_first (void)
{
  static const struct
  {
    const char *day, *name;
  } cases[] = {
    { "2020-01-01", "mnsure-2026" },
    { "2025-08-01", "mnsure-2026" },
    { "2026-07-31", "mnsure-2026" },
    { "2026-08-01", "mnsure-2027" },
    { "2027-07-31", "mnsure-2027" },
    { "2031-01-01", "mnsure-2027" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate day;

      g_assert_true (muster_date_parse_iso (cases[i].day, &day, NULL));
      g_assert_cmpstr (muster_rule_pack_get_name (muster_rule_packs_find_for_day (&day)), ==, cases[i].name);
    }
}

/* Where a rule comes from stands in sentences of the reader’s language. */
static void
test_sources_are_translated (void)
{
  static const char *const languages[] = { "es_US.UTF-8", "es", "C", NULL };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; muster_shipped_rules[i] != NULL; i++)
    {
      g_autoptr (MusterRulePack) pack = muster_rule_pack_parse (muster_shipped_rules[i], -1, languages, &error);
      g_autoptr (MusterRulePack) plain = muster_rule_pack_parse (muster_shipped_rules[i], -1, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (muster_rule_pack_get_days (pack, "records-kept", NULL)->source.citation, ==, "45 CFR 155.1210: 10 años");
      g_assert_cmpstr (muster_rule_pack_get_days (plain, "records-kept", NULL)->source.citation, ==, "45 CFR 155.1210: 10 years");
      g_assert_null (strchr (muster_shipped_rules[i], '\''));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  data_folder = argv[1];
  g_test_add_func ("/domain/rule-pack/first", test_first);
  g_test_add_func ("/domain/rule-pack/severities", test_severities);
  g_test_add_func ("/domain/rule-pack/days", test_days);
  g_test_add_func ("/domain/rule-pack/day-kinds", test_day_kinds);
  g_test_add_func ("/domain/rule-pack/bad", test_bad);
  g_test_add_func ("/domain/rule-pack/line", test_line);
  g_test_add_func ("/domain/rule-pack/requirements", test_requirements);
  g_test_add_func ("/domain/rule-pack/shipped", test_shipped);
  g_test_add_func ("/domain/rule-pack/severity-codes", test_severity_codes);
  g_test_add_func ("/domain/rule-pack/sources-are-translated", test_sources_are_translated);
  return g_test_run ();
}
