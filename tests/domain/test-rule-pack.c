/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "domain/muster-rule-pack.h"

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
  MusterRulePack *pack = muster_rule_pack_parse (text, -1, &error);

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
      g_assert_nonnull (rule->due.citation);
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
      g_assert_cmpint (rule->verified, ==, days[i].verified);
      g_assert_cmpstr (rule->citation, !=, "");
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
  { "LeastRestriction=limited\n", "LeastRestriction=some\n", "LeastRestriction" },
  { "Restriction=stop-work\nLeastRestriction=limited\n", "Restriction=none\nLeastRestriction=limited\n", "Restriction" },
  { "Step=14\n", "Step=14\nStepp=1\n", "Stepp" },
  { "Step=14\n", "Step=14\nStep=15\n", "Step" },
  { "Citation=45 CFR 155.220(h)\n", "", "Citation" },
  { "Verified=false\n", "Verified=perhaps\n", "perhaps" },
  { "[days review-request]", "[dais review-request]", "dais review-request" },
  { "[days review-decision]", "[days review-request]", "[days review-request]" },
  { "Days=60\n", "Days=\n", "Days" },
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

static void
test_bad (void)
{
  g_autofree char *shipped = read_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = replace_first (shipped, bad[i].find, bad[i].replace);
      g_autoptr (GError) error = NULL;

      g_assert_null (muster_rule_pack_parse (text, -1, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
      g_test_message ("%u: %s", i, error->message);
      g_assert_nonnull (strstr (error->message, bad[i].named));
    }
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  data_folder = argv[1];
  g_test_add_func ("/domain/rule-pack/severities", test_severities);
  g_test_add_func ("/domain/rule-pack/days", test_days);
  g_test_add_func ("/domain/rule-pack/bad", test_bad);
  g_test_add_func ("/domain/rule-pack/severity-codes", test_severity_codes);
  return g_test_run ();
}
