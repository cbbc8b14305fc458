/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"

#include "store/muster-people-table.h"

MusterSheet *
read_text (OperationsFixture *fixture, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "roster.csv", NULL);
  g_autoptr (GError) error = NULL;
  MusterSheet *sheet;

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  sheet = muster_import_read_sheet (path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return sheet;
}

MusterImportPlan *
make_plan (OperationsFixture *fixture, MusterSheet *sheet, const MusterImportOptions *options)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  MusterImportPlan *plan;

  g_assert_no_error (error);
  plan = muster_import_plan_new (database, sheet, options, NULL, NULL, NULL, &error);
  muster_store_read_done (store, database);
  g_assert_no_error (error);
  return plan;
}

/* A letter for each row: C created, U updated, = unchanged, S skipped, X conflict, R rejected. */
char *
dup_fates (const MusterImportPlan *plan)
{
  static const char letters[] = "CU=SXR";
  guint n = muster_sheet_get_n_rows (plan->sheet);
  char *text = g_malloc0 (n + 1);

  for (guint i = 0; i < n; i++)
    text[i] = letters[plan->fates[i]];
  return text;
}

char *
dup_findings (const MusterImportPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->findings->len; i++)
    {
      const MusterFinding *finding = plan->findings->pdata[i];

      g_assert_cmpuint (strlen (finding->message), >, 10);
      /* Told of nearly every file; test-import-agencies.c looks at it. */
      if (strcmp (finding->rule, "agency-unknown") == 0)
        continue;
      g_string_append_printf (text, "%s%u:%s", text->len > 0 ? " " : "", finding->line, finding->rule);
    }
  return g_string_free_and_steal (text);
}

MusterImportPlan *
carry_out (OperationsFixture *fixture, MusterSheet *sheet, const MusterImportOptions *options, gint64 *import_id)
{
  MusterImportRequest request = { .sheet = sheet, .options = options };
  MusterImportResult result = { 0 };

  run_well (fixture, FIXTURE_KIM, &muster_import_roster, &request, &result);
  if (import_id != NULL)
    *import_id = result.import_id;
  return result.plan;
}

MusterImportPlan *
import_text (OperationsFixture *fixture, const char *text, MusterImportKey key, MusterImportMode mode, gint64 *import_id)
{
  g_autoptr (MusterSheet) sheet = read_text (fixture, text);
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);

  options->key = key;
  options->mode = mode;
  options->accept_valid = TRUE;
  return carry_out (fixture, sheet, options, import_id);
}

gint64
find_person (OperationsFixture *fixture, const char *text)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  MusterDatabase *database = muster_store_read (store, NULL);
  gint64 id = muster_people_table_resolve (database, text, NULL);

  muster_store_read_done (store, database);
  return id;
}
