/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>
#include <string.h>

#include "import-fixture.h"

/*
 * The corpus: small files in the shapes in which rosters come, and beside each what is expected of it, a line each:
 *
 *   # what the file is
 *   no-header | header-line N | map FIELD=HEADER | dates HEADER=ORDER | constant FIELD=VALUE    what a person says of it
 *   error TEXT                                                       it is refused, with these words among others
 *   LINE FATE RULE…                                                  what becomes of each row, and what is said about it
 *
 * The register knows Ana (a broker) and Pao (a navigator).
 */

typedef struct
{
  MusterSheetChoices *choices;
  GPtrArray *maps;      /* char *: "FIELD=HEADER" */
  GPtrArray *orders;    /* char *: "HEADER=ORDER" */
  GPtrArray *constants; /* char *: "FIELD=VALUE" */
  GString *wanted;      /* lines */
} Expectation;

static Expectation *
expectation_read (const char *path)
{
  Expectation *self = g_new0 (Expectation, 1);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  self->choices = muster_sheet_choices_new ();
  self->maps = g_ptr_array_new_with_free_func (g_free);
  self->orders = g_ptr_array_new_with_free_func (g_free);
  self->constants = g_ptr_array_new_with_free_func (g_free);
  self->wanted = g_string_new (NULL);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "no-header"))
        self->choices->has_no_header = TRUE;
      else if (g_str_has_prefix (lines[i], "header-line "))
        self->choices->header_line = atoi (lines[i] + strlen ("header-line "));
      else if (g_str_has_prefix (lines[i], "map "))
        g_ptr_array_add (self->maps, g_strdup (lines[i] + strlen ("map ")));
      else if (g_str_has_prefix (lines[i], "dates "))
        g_ptr_array_add (self->orders, g_strdup (lines[i] + strlen ("dates ")));
      else if (g_str_has_prefix (lines[i], "constant "))
        g_ptr_array_add (self->constants, g_strdup (lines[i] + strlen ("constant ")));
      else if (lines[i][0] != '#' && lines[i][0] != '\0')
        g_string_append_printf (self->wanted, "%s\n", lines[i]);
    }
  return self;
}

static void
expectation_free (Expectation *self)
{
  muster_sheet_choices_free (self->choices);
  g_ptr_array_unref (self->maps);
  g_ptr_array_unref (self->orders);
  g_ptr_array_unref (self->constants);
  g_string_free (self->wanted, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Expectation, expectation_free)

/* Cuts "a=b" in two and returns b. */
static char *
cut (char *text)
{
  char *sign = strchr (text, '=');

  g_assert_nonnull (sign);
  *sign = '\0';
  return sign + 1;
}

static gboolean
say (const Expectation *expectation, MusterImportOptions *options, MusterSheet *sheet, GError **error)
{
  for (guint i = 0; i < expectation->maps->len; i++)
    {
      g_autofree char *text = g_strdup (expectation->maps->pdata[i]);
      const char *header = cut (text);
      MusterImportField field;

      if (!muster_import_field_from_code (text, &field, error) || !muster_import_options_map (options, sheet, field, header, error))
        return FALSE;
    }
  for (guint i = 0; i < expectation->orders->len; i++)
    {
      g_autofree char *text = g_strdup (expectation->orders->pdata[i]);
      gboolean month_first = g_str_equal (cut (text), "month-day");

      if (!muster_import_options_set_date_order (options, sheet, text, month_first ? MUSTER_DATE_ORDER_MONTH_FIRST : MUSTER_DATE_ORDER_DAY_FIRST, error))
        return FALSE;
    }
  for (guint i = 0; i < expectation->constants->len; i++)
    {
      g_autofree char *text = g_strdup (expectation->constants->pdata[i]);
      const char *value = cut (text);
      MusterImportField field;

      if (!muster_import_field_from_code (text, &field, error) || !muster_import_row_set (&options->constants, field, value, error))
        return FALSE;
    }
  return TRUE;
}

static char *
describe (const MusterImportPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < muster_sheet_get_n_rows (plan->sheet); row++)
    {
      g_string_append_printf (text, "%u %s", muster_sheet_get_line (plan->sheet, row), muster_row_fate_to_code (plan->fates[row]));
      for (guint i = 0; i < plan->findings->len; i++)
        {
          const MusterFinding *finding = plan->findings->pdata[i];

          if (finding->line == muster_sheet_get_line (plan->sheet, row))
            g_string_append_printf (text, " %s", finding->rule);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (text);
}

/* Returns: what becomes of the file, as an expectation has it. */
static char *
read_file (OperationsFixture *fixture, const char *path, const Expectation *expectation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSheet) sheet = muster_import_read_sheet (path, expectation->choices, NULL, NULL, NULL, &error);
  g_autoptr (MusterImportOptions) options = sheet != NULL ? muster_import_options_new (sheet, NULL) : NULL;
  g_autoptr (MusterImportPlan) plan = NULL;
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  MusterDatabase *database;

  if (options != NULL && say (expectation, options, sheet, &error))
    {
      database = muster_store_read (store, &error);
      g_assert_no_error (error);
      plan = muster_import_plan_new (database, sheet, options, NULL, NULL, NULL, &error);
      muster_store_read_done (store, database);
    }
  return plan != NULL ? describe (plan) : g_strdup_printf ("error %s\n", error->message);
}

static gboolean
is_as_wanted (const char *got, const char *wanted)
{
  g_autofree char *words = NULL;

  if (!g_str_has_prefix (wanted, "error"))
    return g_str_equal (got, wanted);
  words = g_strstrip (g_strdup (wanted + strlen ("error")));
  return g_str_has_prefix (got, "error ") && strstr (got, words) != NULL;
}

static gboolean
check_file (OperationsFixture *fixture, const char *name)
{
  g_autofree char *expected_path = g_build_filename (MUSTER_CORPUS, name, NULL);
  g_autofree char *path = g_strndup (expected_path, strlen (expected_path) - strlen (".expected"));
  g_autoptr (Expectation) expectation = expectation_read (expected_path);
  g_autofree char *got = read_file (fixture, path, expectation);

  if (is_as_wanted (got, expectation->wanted->str))
    return TRUE;
  g_printerr ("%s\nwanted:\n%sgot:\n%s\n", name, expectation->wanted->str, got);
  return FALSE;
}

static void
test_corpus (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (MUSTER_CORPUS, 0, NULL);
  g_autoptr (MusterImportPlan) plan = NULL;
  const char *name;
  guint n = 0, n_good = 0;

  g_assert_nonnull (folder);
  plan = import_text (fixture, HEADER ANA PAO, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".expected"))
      {
        n++;
        n_good += check_file (fixture, name);
      }
  g_assert_cmpuint (n, >=, 90);
  g_assert_cmpuint (n_good, ==, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/import-corpus/fates", test_corpus);
  return g_test_run ();
}
