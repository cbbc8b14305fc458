/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-clause.h"
#include "domain/muster-error.h"

static char *data_folder;

#define HEAD "[catalogue]\nVersion=v1\nName=N\n"
#define GOOD "[clause A-1]\nTitle=T\nTitle[es]=E\nBreach=B\nBinds=all\nUsual=S1-S2\n"

static MusterClauseCatalogue *
load_shipped (const char *language)
{
  const char *const languages[] = { language, NULL };
  g_autofree char *path = g_build_filename (data_folder, "clauses", "mnsure-notice.clauses", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  MusterClauseCatalogue *catalogue;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  catalogue = muster_clause_catalogue_parse (text, -1, languages, &error);
  g_assert_no_error (error);
  return catalogue;
}

/* The catalogue as domain.md has it: id, severities, and whether it binds brokers only. */
static const struct
{
  const char *id;
  int from;
  int to;
  gboolean brokers_only;
} shipped[] = {
  { "COC-01", 3, 4, FALSE },
  { "COC-02", 1, 2, FALSE },
  { "COC-03", 2, 3, FALSE },
  { "COC-04", 1, 2, FALSE },
  { "COC-05", 2, 4, FALSE },
  { "COC-06", 1, 2, FALSE },
  { "COC-07", 2, 4, FALSE },
  { "COC-08", 2, 4, FALSE },
  { "COC-09", 3, 3, FALSE },
  { "COC-10", 2, 3, FALSE },
  { "BRK-01", 2, 4, TRUE },
  { "BRK-02", 3, 4, TRUE },
  { "BRK-03", 3, 4, TRUE },
  { "BRK-04", 2, 4, TRUE },
  { "ROB-01", 2, 3, FALSE },
  { "ROB-02", 3, 4, FALSE },
  { "ROB-02a", 3, 4, FALSE },
  { "ROB-02b", 3, 4, FALSE },
  { "ROB-03", 3, 4, FALSE },
  { "ROB-04", 2, 4, FALSE },
  { "ROB-04a", 2, 4, FALSE },
  { "ROB-04b", 2, 4, FALSE },
  { "ROB-05", 3, 4, FALSE },
  { "ROB-06", 2, 3, FALSE },
  { "ROB-06a", 2, 3, FALSE },
  { "ROB-06b", 2, 3, FALSE },
  { "ROB-06c", 2, 3, FALSE },
  { "ROB-07", 3, 4, FALSE },
  { "ROB-07a", 3, 4, FALSE },
  { "ROB-07b", 3, 4, FALSE },
  { "ROB-07c", 3, 4, FALSE },
  { "ROB-07d", 3, 4, FALSE },
  { "ROB-08", 3, 4, FALSE },
  { "ENF-01", 1, 1, FALSE },
  { "EXT-01", 0, 0, FALSE },
  { "EXT-02", 0, 0, FALSE },
  { "EXT-03", 0, 0, FALSE },
  { "EXT-04", 0, 0, FALSE },
  { "EXT-05", 0, 0, FALSE },
  { "EXT-06", 0, 0, FALSE },
  { "EXT-07", 0, 0, FALSE },
  { "EXT-08", 0, 0, FALSE },
  { "EXT-09", 0, 0, FALSE },
};

static void
test_shipped (void)
{
  g_autoptr (MusterClauseCatalogue) catalogue = load_shipped ("C");
  GPtrArray *clauses = muster_clause_catalogue_get_clauses (catalogue);

  g_assert_cmpstr (muster_clause_catalogue_get_version (catalogue), ==, "mnsure-notice-2026.1");
  g_assert_cmpuint (clauses->len, ==, G_N_ELEMENTS (shipped));
  for (guint i = 0; i < clauses->len; i++)
    {
      const MusterClause *clause = clauses->pdata[i];

      g_assert_cmpstr (clause->id, ==, shipped[i].id);
      g_assert_cmpint (clause->usual_from, ==, shipped[i].from);
      g_assert_cmpint (clause->usual_to, ==, shipped[i].to);
      g_assert_cmpuint (clause->binds, ==, shipped[i].brokers_only ? MUSTER_ASSISTER_BROKER : MUSTER_ASSISTER_ALL_TYPES);
      if (strlen (clause->id) == 7)
        g_assert_true (strncmp (clause->parent, clause->id, 6) == 0);
      else
        g_assert_null (clause->parent);
    }
}

/* Every clause says something of its own in Spanish. */
static void
test_shipped_spanish (void)
{
  g_autoptr (MusterClauseCatalogue) english = load_shipped ("en_US.UTF-8");
  g_autoptr (MusterClauseCatalogue) spanish = load_shipped ("es_US.UTF-8");

  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      const MusterClause *first = muster_clause_catalogue_get_clauses (english)->pdata[i];
      const MusterClause *second = muster_clause_catalogue_get_clauses (spanish)->pdata[i];

      g_assert_cmpstr (first->title, !=, second->title);
      g_assert_cmpstr (first->breach, !=, second->breach);
    }
}

static void
test_find (void)
{
  g_autoptr (MusterClauseCatalogue) catalogue = load_shipped ("C");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (muster_clause_catalogue_find (catalogue, "coc-09", &error)->id, ==, "COC-09");
  g_assert_cmpstr (muster_clause_catalogue_find (catalogue, "ROB-02A", &error)->id, ==, "ROB-02a");
  g_assert_null (muster_clause_catalogue_find (catalogue, "COC-99", &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "COC-99"));
}

#define BROKER MUSTER_ASSISTER_BROKER
#define CAC MUSTER_ASSISTER_CAC

/* Ids separated by blanks; the canonical ones, or the code of the error. */
static const struct
{
  const char *ids;
  guint types;
  const char *canonical;
  int code;
} citations[] = {
  { "COC-09", CAC, "COC-09", 0 },
  { "coc-09 rob-02A", CAC, "COC-09 ROB-02a", 0 },
  { "ROB-02 ROB-02a", CAC, "ROB-02 ROB-02a", 0 },
  { "BRK-02", BROKER, "BRK-02", 0 },
  { "BRK-02", BROKER | CAC, "BRK-02", 0 },
  { "BRK-02", CAC, NULL, MUSTER_ERROR_RULE },
  { "COC-09 BRK-02", CAC, NULL, MUSTER_ERROR_RULE },
  { "COC-09 coc-09", CAC, NULL, MUSTER_ERROR_RULE },
  { "COC-09", 0, NULL, MUSTER_ERROR_RULE },
  { "", CAC, NULL, MUSTER_ERROR_RULE },
  { "COC-09 COC-99", CAC, NULL, MUSTER_ERROR_NOT_FOUND },
};

static void
test_check (void)
{
  g_autoptr (MusterClauseCatalogue) catalogue = load_shipped ("C");

  for (guint i = 0; i < G_N_ELEMENTS (citations); i++)
    {
      g_auto (GStrv) ids = g_strsplit (citations[i].ids, " ", -1);
      g_auto (GStrv) canonical = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", citations[i].ids);
      if (citations[i].canonical == NULL)
        {
          g_assert_false (muster_clause_catalogue_check (catalogue, (const char *const *) ids, citations[i].types, &canonical, &error));
          g_assert_error (error, MUSTER_ERROR, citations[i].code);
          continue;
        }
      g_assert_true (muster_clause_catalogue_check (catalogue, (const char *const *) ids, citations[i].types, &canonical, &error));
      g_assert_no_error (error);
      {
        g_autofree char *joined = g_strjoinv (" ", canonical);

        g_assert_cmpstr (joined, ==, citations[i].canonical);
      }
    }
}

/* What is wrong, and what the message must name. */
static const struct
{
  const char *text;
  const char *named;
} bad[] = {
  { "", "catalogue" },
  { "no key file at all", "neither a group" },
  { "[catalogue]\n" GOOD, "Version" },
  { "[catalogue]\nVersion=\n" GOOD, "Version" },
  { "[catalogue]\nVersion=v1\n" GOOD, "Name" },
  { HEAD, "no clauses" },
  { HEAD "[clause A-1]\nBreach=B\nBinds=all\nUsual=none\n", "Title" },
  { HEAD "[clause A-1]\nTitle=T\nBinds=all\nUsual=none\n", "Breach" },
  { HEAD "[clause A-1]\nTitle=T\nBreach=B\nUsual=none\n", "Binds" },
  { HEAD "[clause A-1]\nTitle=T\nBreach=B\nBinds=everybody\nUsual=none\n", "everybody" },
  { HEAD "[clause A-1]\nTitle=T\nBreach=B\nBinds=all\n", "Usual" },
  { HEAD "[clause A-1]\nTitle=T\nBreach=B\nBinds=all\nUsual=S5\n", "Usual" },
  { HEAD "[clause A-1]\nTitle=T\nBreach=B\nBinds=all\nUsual=S3-S2\n", "Usual" },
  { HEAD "[clause A-1]\nTitle=T\nBreach=B\nBinds=all\nUsual=S0\n", "Usual" },
  { HEAD "[clause A-1]\nTitle=T\nBreach=B\nBinds=all\nUsual=high\n", "Usual" },
  { HEAD GOOD "Severity=S1\n", "Severity" },
  { HEAD GOOD "Title=Again\n", "Title" },
  { HEAD GOOD GOOD, "[clause A-1]" },
  { HEAD GOOD "[clause a-1]\nTitle=T\nBreach=B\nBinds=all\nUsual=none\n", "clause a-1" },
  { HEAD "[clause A-1]\nParent=A-0\nTitle=T\nBreach=B\nBinds=all\nUsual=none\n", "Parent" },
  { HEAD "[clause ]\nTitle=T\nBreach=B\nBinds=all\nUsual=none\n", "no id" },
  { HEAD GOOD "[clauses B-1]\nTitle=T\n", "clauses B-1" },
  { HEAD "[clause A-1]\nTitle=\xff\nBreach=B\nBinds=all\nUsual=none\n", "UTF-8" },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (muster_clause_catalogue_parse (bad[i].text, -1, NULL, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
      g_test_message ("%u: %s", i, error->message);
      g_assert_nonnull (strstr (error->message, bad[i].named));
    }
}

static void
test_languages (void)
{
  static const struct
  {
    const char *languages[3];
    const char *title;
  } cases[] = {
    { { NULL }, "T" },
    { { "C", NULL }, "T" },
    { { "es", NULL }, "E" },
    { { "es_MX.UTF-8", NULL }, "E" },
    { { "so", "es", NULL }, "E" },
    { { "en_US", "es", NULL }, "T" },
    { { "so", NULL }, "T" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterClauseCatalogue) catalogue = muster_clause_catalogue_parse (HEAD GOOD, -1, cases[i].languages, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (muster_clause_catalogue_find (catalogue, "A-1", NULL)->title, ==, cases[i].title);
    }
}

/* People read words; only a version that says nothing to us stays a code. */
static void
test_source (void)
{
  static const struct
  {
    const char *language;
    const char *version;
    const char *source;
  } cases[] = {
    { "C", "mnsure-notice-2026.1", "MNsure notice of code of conduct and rules of behavior; EXT: outside of it\nList of clauses 2026.1" },
    { "C", "mnsure-notice-2019.3", "MNsure notice of code of conduct and rules of behavior; EXT: outside of it\nList of clauses 2019.3" },
    { "es", "mnsure-notice-2026.1", "Aviso de MNsure sobre el código de conducta y las reglas de comportamiento; EXT: fuera de él\nList of clauses 2026.1" },
    { "C", "mnsure-notice-", "mnsure-notice-" },
    { "C", "another-2026.1", "another-2026.1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterClauseCatalogue) catalogue = load_shipped (cases[i].language);
      g_autofree char *source = muster_clause_catalogue_dup_source (catalogue, cases[i].version);

      g_assert_cmpstr (source, ==, cases[i].source);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  data_folder = argv[1];
  g_test_add_func ("/domain/clause/shipped", test_shipped);
  g_test_add_func ("/domain/clause/shipped-spanish", test_shipped_spanish);
  g_test_add_func ("/domain/clause/find", test_find);
  g_test_add_func ("/domain/clause/check", test_check);
  g_test_add_func ("/domain/clause/source", test_source);
  g_test_add_func ("/domain/clause/bad", test_bad);
  g_test_add_func ("/domain/clause/languages", test_languages);
  return g_test_run ();
}
